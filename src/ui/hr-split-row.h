/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hr-split.h"

G_BEGIN_DECLS

#define HR_TYPE_SPLIT_ROW (hr_split_row_get_type ())
G_DECLARE_FINAL_TYPE (HrSplitRow, hr_split_row, HR, SPLIT_ROW, GtkListBoxRow)

GtkWidget *hr_split_row_new (guint band) G_GNUC_WARN_UNUSED_RESULT;
void hr_split_row_set_tight (HrSplitRow *self, gboolean tight);
guint hr_split_row_get_band (HrSplitRow *self);
void hr_split_row_show (HrSplitRow *self, HrSplit *split, const char *currency);

G_END_DECLS
