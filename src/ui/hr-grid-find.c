/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "hr-grid-private.h"

static gboolean
holds (HrGrid *self, guint64 cell, const char *wanted)
{
  guint n = hr_grid_get_n_columns (self);
  HrGridPlace place = { (guint) (cell / n), (guint) (cell % n) };
  g_autofree char *text = hr_grid_get_text (self, place);
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return strstr (folded, wanted) != NULL;
}

/**
 * hr_grid_find:
 * @self: a grid
 * @text: what to look for, in any case of letters
 * @forward: to the end and on from the beginning, or the other way
 * @stay: whether the cell of the cursor may be it
 *
 * Takes the cursor to the next cell that shows a text.
 *
 * Returns: whether there is one
 */
gboolean
hr_grid_find (HrGrid *self, const char *text, gboolean forward, gboolean stay)
{
  g_autofree char *wanted = g_utf8_casefold (text, -1);
  guint n_columns = hr_grid_get_n_columns (self);
  guint64 n = (guint64) hr_grid_get_n_rows (self) * n_columns, from;

  g_return_val_if_fail (HR_IS_GRID (self), FALSE);
  if (*wanted == '\0' || n == 0)
    return FALSE;

  from = self->has_cursor ? (guint64) self->cursor.row * n_columns + self->cursor.column
                          : n - 1;
  for (guint64 i = stay ? 0 : 1; i <= n; i++)
    {
      guint64 cell = (forward ? from + i : from + n - i % n) % n;

      if (holds (self, cell, wanted))
        {
          hr_grid_go_to (
              self,
              (HrGridPlace) { (guint) (cell / n_columns), (guint) (cell % n_columns) },
              FALSE);
          return TRUE;
        }
    }
  return FALSE;
}
