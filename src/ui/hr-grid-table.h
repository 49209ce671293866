/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HrGridTable:
 * @n_rows: how many rows
 * @n_columns: how many columns
 * @texts: (owned): row by row
 *
 * Texts in rows and columns: what is written into cells, from a clipboard or another
 * cell.
 */
typedef struct
{
  guint n_rows;
  guint n_columns;
  GPtrArray *texts;
} HrGridTable;

HrGridTable *hr_grid_table_new (guint n_rows, guint n_columns) G_GNUC_WARN_UNUSED_RESULT;
HrGridTable *hr_grid_table_new_for_text (const char *text) G_GNUC_WARN_UNUSED_RESULT;
HrGridTable *hr_grid_table_parse_lines (const char *text) G_GNUC_WARN_UNUSED_RESULT;
HrGridTable *hr_grid_table_parse_html (const char *html) G_GNUC_WARN_UNUSED_RESULT;
HrGridTable *hr_grid_table_tile (const HrGridTable *self,
                                 guint n_rows,
                                 guint n_columns) G_GNUC_WARN_UNUSED_RESULT;
void hr_grid_table_free (HrGridTable *self);

const char *hr_grid_table_get (const HrGridTable *self, guint row, guint column);
void hr_grid_table_take (HrGridTable *self, guint row, guint column, char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HrGridTable, hr_grid_table_free)

G_END_DECLS
