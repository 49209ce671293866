/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hr-plan.h"

G_BEGIN_DECLS

#define HR_TYPE_OUTLINE_ROW (hr_outline_row_get_type ())
G_DECLARE_FINAL_TYPE (HrOutlineRow, hr_outline_row, HR, OUTLINE_ROW, AdwBin)

GtkWidget *hr_outline_row_new (void) G_GNUC_WARN_UNUSED_RESULT;
void hr_outline_row_set (HrOutlineRow *self, HrPlan *plan, gpointer node);
char *hr_outline_row_name_item (HrPlan *plan, gpointer item) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
