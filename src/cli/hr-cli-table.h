/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HrCliTable:
 *
 * Rows of text for a terminal: the first column begins at the left and gives way when
 * the line is full, all others end at the right.
 */
typedef struct _HrCliTable HrCliTable;

HrCliTable *hr_cli_table_new (const char *const *headers,
                              guint n_columns) G_GNUC_WARN_UNUSED_RESULT;
void hr_cli_table_free (HrCliTable *self);
void hr_cli_table_take (HrCliTable *self, char *cell);
void hr_cli_table_take_heading (HrCliTable *self, char *heading);
char *hr_cli_table_to_text (const HrCliTable *self,
                            guint width) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HrCliTable, hr_cli_table_free)

G_END_DECLS
