/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row for a text of several lines, such as a description. */
#define HR_TYPE_TEXT_ROW (hr_text_row_get_type ())
G_DECLARE_FINAL_TYPE (HrTextRow, hr_text_row, HR, TEXT_ROW, AdwPreferencesRow)

GtkWidget *hr_text_row_new (void) G_GNUC_WARN_UNUSED_RESULT;
char *hr_text_row_get_text (HrTextRow *self) G_GNUC_WARN_UNUSED_RESULT;
void hr_text_row_set_text (HrTextRow *self, const char *text);

G_END_DECLS
