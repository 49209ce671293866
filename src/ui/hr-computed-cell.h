/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hr-item-column.h"

G_BEGIN_DECLS

#define HR_TYPE_COMPUTED_CELL (hr_computed_cell_get_type ())
G_DECLARE_FINAL_TYPE (HrComputedCell, hr_computed_cell, HR, COMPUTED_CELL, GtkWidget)

GtkWidget *hr_computed_cell_new (HrDocument *document,
                                 HrItemTextFunc func) G_GNUC_WARN_UNUSED_RESULT;
void hr_computed_cell_set_item (HrComputedCell *self, gpointer item);

G_END_DECLS
