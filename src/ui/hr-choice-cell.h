/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hr-document.h"

G_BEGIN_DECLS

#define HR_TYPE_CHOICE_CELL (hr_choice_cell_get_type ())
G_DECLARE_FINAL_TYPE (HrChoiceCell, hr_choice_cell, HR, CHOICE_CELL, AdwBin)

GtkWidget *hr_choice_cell_new (HrDocument *document,
                               const char *property) G_GNUC_WARN_UNUSED_RESULT;

void hr_choice_cell_set_item (HrChoiceCell *self, gpointer item);
HrItem *hr_choice_cell_get_item (HrChoiceCell *self);
const char *hr_choice_cell_get_property_name (HrChoiceCell *self);

G_END_DECLS
