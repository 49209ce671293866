/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-cli-table.h"

#define GAP 2

struct _HrCliTable
{
  guint n_columns;
  GPtrArray *cells; /* (owned) (element-type utf8), row by row */
};

HrCliTable *
hr_cli_table_new (guint n_columns)
{
  HrCliTable *self = g_new0 (HrCliTable, 1);

  self->n_columns = n_columns;
  self->cells = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
hr_cli_table_free (HrCliTable *self)
{
  g_ptr_array_unref (self->cells);
  g_free (self);
}

void
hr_cli_table_take (HrCliTable *self, char *cell)
{
  g_ptr_array_add (self->cells, cell);
}

void
hr_cli_table_add (HrCliTable *self, const char *cell)
{
  hr_cli_table_take (self, g_strdup (cell));
}

static guint
width_of (const char *text)
{
  guint width = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

/* Cuts a text that is too wide, and says so with an ellipsis. */
static char *
fit (const char *text, guint width)
{
  GString *fitted = g_string_new (NULL);
  guint used = 0;

  if (width_of (text) <= width)
    return g_string_free (g_string_assign (fitted, text), FALSE);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      guint step = g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;

      if (used + step + 1 > width)
        break;
      used += step;
      g_string_append_unichar (fitted, c);
    }
  g_string_append (fitted, "…");
  return g_string_free (fitted, FALSE);
}

static guint *
measure (const HrCliTable *self, guint width)
{
  guint *widths = g_new0 (guint, self->n_columns);
  guint others = 0;

  for (guint i = 0; i < self->cells->len; i++)
    {
      guint *column = &widths[i % self->n_columns];

      *column = MAX (*column, width_of (g_ptr_array_index (self->cells, i)));
    }
  for (guint i = 1; i < self->n_columns; i++)
    others += widths[i] + GAP;
  if (widths[0] + others > width)
    widths[0] = others + 8 < width ? width - others : 8;
  return widths;
}

static void
append_spaces (GString *text, guint n)
{
  g_string_append_printf (text, "%*s", (int) n, "");
}

/**
 * hr_cli_table_to_text:
 * @self: a table whose rows are complete
 * @width: of the terminal, in cells
 *
 * Lays the table out.
 *
 * Returns: (transfer full): its lines
 */
char *
hr_cli_table_to_text (const HrCliTable *self, guint width)
{
  g_autofree guint *widths = measure (self, width);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->cells->len; i++)
    {
      guint column = i % self->n_columns;
      g_autofree char *cell = fit (g_ptr_array_index (self->cells, i), widths[column]);
      guint space = widths[column] - width_of (cell);

      if (column > 0)
        append_spaces (text, GAP + space);
      g_string_append (text, cell);
      if (column == 0 && self->n_columns > 1)
        append_spaces (text, space);
      if (column + 1 == self->n_columns)
        g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}
