/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hr-document.h"

G_BEGIN_DECLS

/* A row that opens into a list of checks: which things of the plan an item refers to. */
#define HR_TYPE_CHECKS_ROW (hr_checks_row_get_type ())
G_DECLARE_FINAL_TYPE (HrChecksRow, hr_checks_row, HR, CHECKS_ROW, AdwExpanderRow)

GtkWidget *hr_checks_row_new (GListModel *choices) G_GNUC_WARN_UNUSED_RESULT;
char *hr_checks_row_get_ids (HrChecksRow *self) G_GNUC_WARN_UNUSED_RESULT;
void hr_checks_row_set_ids (HrChecksRow *self, const char *ids);

G_END_DECLS
