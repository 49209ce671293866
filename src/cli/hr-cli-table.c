/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-cli-table.h"

#define GAP 2
#define LEAST_NAME 8

struct _HrCliTable
{
  guint n_columns;
  GPtrArray *cells; /* (owned) (element-type utf8), row by row */
};

/**
 * hr_cli_table_new:
 * @headers: (array length=n_columns): what stands above the columns
 * @n_columns: how many
 *
 * Makes a table that is filled cell by cell, row by row.
 */
HrCliTable *
hr_cli_table_new (const char *const *headers, guint n_columns)
{
  HrCliTable *self = g_new0 (HrCliTable, 1);

  self->n_columns = n_columns;
  self->cells = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n_columns; i++)
    hr_cli_table_take (self, g_strdup (headers[i]));
  return self;
}

void
hr_cli_table_free (HrCliTable *self)
{
  g_ptr_array_unref (self->cells);
  g_free (self);
}

/* @cell: (transfer full): names may hold line ends, cells not */
void
hr_cli_table_take (HrCliTable *self, char *cell)
{
  g_ptr_array_add (self->cells, g_strdelimit (cell, "\n\r\t", ' '));
}

/* A row that says what those below it belong to. */
void
hr_cli_table_take_heading (HrCliTable *self, char *heading)
{
  hr_cli_table_take (self, heading);
  for (guint i = 1; i < self->n_columns; i++)
    hr_cli_table_take (self, g_strdup (""));
}

static guint
width_of_character (gunichar c)
{
  return g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
}

static guint
width_of (const char *text)
{
  guint width = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    width += width_of_character (g_utf8_get_char (at));
  return width;
}

/* Cuts a text that is too wide, and says so with an ellipsis. */
static char *
fit (const char *text, guint width)
{
  GString *fitted = g_string_new (NULL);
  guint used = 1;

  if (width_of (text) <= width)
    return g_string_free_and_steal (g_string_assign (fitted, text));

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      used += width_of_character (c);
      if (used > width)
        break;
      g_string_append_unichar (fitted, c);
    }
  g_string_append (fitted, "…");
  return g_string_free_and_steal (fitted);
}

/* The first column takes what the others leave, but never nothing. */
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
    widths[0] = others + LEAST_NAME < width ? width - others : LEAST_NAME;
  return widths;
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
  gsize line = 0;

  for (guint i = 0; i < self->cells->len; i++)
    {
      guint column = i % self->n_columns;
      g_autofree char *cell = fit (g_ptr_array_index (self->cells, i), widths[column]);
      int space = (int) (widths[column] - width_of (cell));

      if (column == 0)
        g_string_append_printf (text, "%s%*s", cell, space, "");
      else
        g_string_append_printf (text, "%*s%s", GAP + space, "", cell);
      if (column + 1 < self->n_columns)
        continue;
      while (text->len > line && text->str[text->len - 1] == ' ')
        g_string_truncate (text, text->len - 1);
      g_string_append_c (text, '\n');
      line = text->len;
    }
  return g_string_free_and_steal (text);
}
