/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-persona-table.h"

#include <glib/gi18n-lib.h>

#include "hr-matrix-layout.h"

/**
 * Form:
 * @begin: of the table
 * @row: before each but the first row
 * @row_end: after each row
 * @cell: before each but the first cell of a row
 * @first: before the first
 * @cell_end: after each cell
 * @line: between two lines of a cell
 * @append: takes a text in
 * @end: of the table
 *
 * How a table is written.
 */
typedef struct
{
  const char *begin;
  const char *row;
  const char *row_end;
  const char *first;
  const char *cell;
  const char *cell_end;
  const char *line;
  void (*append) (GString *text, const char *words);
  const char *end;
} Form;

static void
append_plain (GString *text, const char *words)
{
  for (const char *at = words; *at != '\0'; at++)
    g_string_append_len (text, *at == '"' ? "\"\"" : at, *at == '"' ? 2 : 1);
}

static void
append_markup (GString *text, const char *words)
{
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  g_string_append (text, escaped);
}

/* Every cell is quoted: most have several lines. */
static const Form TEXT = { "", "\n", "", "\"", "\t\"", "\"", "\n", append_plain, "" };
static const Form HTML = { "<meta charset=\"utf-8\"><table>",
                           "",
                           "</tr>",
                           "<tr><td>",
                           "<td>",
                           "</td>",
                           "<br>",
                           append_markup,
                           "</table>" };

static void
append_lines (GString *text, const Form *form, const char *const *lines, guint n_lines)
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < n_lines; i++)
    {
      if (lines[i] == NULL || *lines[i] == '\0')
        continue;
      if (!is_first)
        g_string_append (text, form->line);
      form->append (text, lines[i]);
      is_first = FALSE;
    }
}

static void
append_cell (GString *text,
             const Form *form,
             const HrCapacity *capacity,
             guint persona,
             guint stage)
{
  HrMatrixEntry entry = hr_matrix_entry (capacity, persona, stage);
  g_autofree char *count = hr_matrix_words_count (&entry);
  const char *lines[HR_MATRIX_N_TEXTS] = {
    entry.need != NULL ? entry.need->need : NULL,
    entry.need != NULL ? entry.need->engagement : NULL,
    hr_matrix_words_role (capacity, &entry),
    count,
  };

  g_string_append (text, form->cell);
  append_lines (text, form, lines, G_N_ELEMENTS (lines));
  g_string_append (text, form->cell_end);
}

static char *
write_table (const HrCapacity *capacity, const Form *form)
{
  HrPlan *plan = hr_capacity_get_plan (capacity);
  guint n_stages = hr_list_get_n (plan->stages);
  GString *text = g_string_new (form->begin);

  g_string_append (text, form->first);
  form->append (text, _ ("Persona"));
  g_string_append (text, form->cell_end);
  for (guint i = 0; i < n_stages; i++)
    {
      g_string_append (text, form->cell);
      form->append (text, hr_item_get_name (hr_list_get (plan->stages, i)));
      g_string_append (text, form->cell_end);
    }
  g_string_append (text, form->row_end);
  for (guint i = 0; i < hr_list_get_n (plan->personas); i++)
    {
      g_string_append_printf (text, "%s%s", form->row, form->first);
      form->append (text, hr_item_get_name (hr_list_get (plan->personas, i)));
      g_string_append (text, form->cell_end);
      for (guint stage = 0; stage < n_stages; stage++)
        append_cell (text, form, capacity, i, stage);
      g_string_append (text, form->row_end);
    }
  g_string_append (text, form->end);
  return g_string_free_and_steal (text);
}

/**
 * hr_persona_table_to_text:
 * @capacity: an answer
 *
 * Writes what the matrix shows with tabs between the cells, as spreadsheets paste it.
 *
 * Returns: (transfer full): the text
 */
char *
hr_persona_table_to_text (const HrCapacity *capacity)
{
  return write_table (capacity, &TEXT);
}

/**
 * hr_persona_table_to_html:
 * @capacity: an answer
 *
 * Writes what the matrix shows as a table of HTML.
 *
 * Returns: (transfer full): the text
 */
char *
hr_persona_table_to_html (const HrCapacity *capacity)
{
  return write_table (capacity, &HTML);
}
