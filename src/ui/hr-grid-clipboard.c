/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "hr-error.h"
#include "hr-format.h"
#include "hr-grid-private.h"

/* So many cells at most, so that neither this program nor the other runs out of memory;
 * and so many also as a table for programs that know one. */
#define MAX_CELLS 2000000
#define MAX_HTML_CELLS 200000

/* How long the window may stand still, in microseconds. */
#define SLICE 4000

struct _HrGridCopy
{
  HrGrid *grid;
  HrGridRange range;
  guint done; /* rows */
  GString *text;
  GString *html; /* (nullable) */
  guint source;
};

void
hr_grid_copy_free (HrGridCopy *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_string_free (self->text, TRUE);
  if (self->html != NULL)
    g_string_free (self->html, TRUE);
  g_free (self);
}

/* Tabs and line ends part cells, so a text that has some stands between quotes. */
static void
add_text (GString *all, const char *text)
{
  if (strpbrk (text, "\t\n\r\"") == NULL)
    {
      g_string_append (all, text);
      return;
    }
  g_string_append_c (all, '"');
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (all, '"');
      g_string_append_c (all, *at);
    }
  g_string_append_c (all, '"');
}

/* A number as it is, and not as it is rounded for the eye. */
static char *
get_plain (HrGrid *grid, guint row, guint column)
{
  return grid->store != NULL
             ? hr_grid_store_get_plain (grid->store, (HrGridPlace) { row, column })
             : NULL;
}

static void
add_row (HrGridCopy *self, guint row)
{
  for (guint i = 0; i < self->range.n_columns; i++)
    {
      g_auto (HrGridCell) cell = { 0 };
      HrGridColumn *column =
          hr_grid_get_slot (self->grid, self->range.column + i)->column;
      g_autofree char *plain = get_plain (self->grid, row, self->range.column + i);
      const char *text = plain;

      if (plain == NULL)
        {
          hr_grid_column_get_cell (column, row, &cell);
          text = cell.is_missing ? "" : cell.text;
        }
      if (i > 0)
        g_string_append_c (self->text, '\t');
      add_text (self->text, text);
      if (self->html != NULL)
        {
          g_autofree char *escaped = g_markup_escape_text (text, -1);

          g_string_append_printf (
              self->html, "%s%s</td>",
              hr_grid_column_get_numeric (column) ? "<td align=\"right\">" : "<td>",
              escaped);
        }
    }
}

static void
finish (HrGridCopy *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self->grid));
  GdkContentProvider *kinds[2];
  guint n = 0;
  g_autoptr (GdkContentProvider) all = NULL;

  if (self->html != NULL)
    {
      g_autoptr (GBytes) bytes = NULL;

      g_string_append (self->html, "</table>");
      bytes = g_string_free_to_bytes (g_steal_pointer (&self->html));
      kinds[n++] = gdk_content_provider_new_for_bytes ("text/html", bytes);
    }
  kinds[n++] = gdk_content_provider_new_typed (G_TYPE_STRING, self->text->str);
  all = gdk_content_provider_new_union (kinds, n);
  gdk_clipboard_set_content (clipboard, all);
  g_clear_pointer (&self->grid->copying, hr_grid_copy_free);
}

/* As many rows as there is time for. */
static gboolean
copy_cb (gpointer user_data)
{
  HrGridCopy *self = user_data;
  gint64 end = g_get_monotonic_time () + SLICE;

  while (self->done < self->range.n_rows)
    {
      if (self->done > 0)
        g_string_append_c (self->text, '\n');
      if (self->html != NULL)
        g_string_append (self->html, "<tr>");
      add_row (self, self->range.row + self->done);
      if (self->html != NULL)
        g_string_append (self->html, "</tr>");
      self->done++;
      if (g_get_monotonic_time () > end)
        return G_SOURCE_CONTINUE;
    }
  self->source = 0;
  finish (self);
  return G_SOURCE_REMOVE;
}

/**
 * hr_grid_copy:
 * @self: a grid
 *
 * Puts the selected cells on the clipboard, as lines of texts with tabs between and as a
 * table. Many cells are gathered while the window goes on; if the rows change meanwhile,
 * nothing is copied. Too many are refused, see #HrGrid::refused.
 */
void
hr_grid_copy (HrGrid *self)
{
  HrGridCopy *copy;
  HrGridRange range;
  guint64 n;

  if (!hr_grid_get_selection (self, &range))
    return;
  g_clear_pointer (&self->copying, hr_grid_copy_free);
  n = hr_grid_range_get_n_cells (&range);
  if (n > MAX_CELLS)
    {
      g_autofree char *most = hr_format_number (MAX_CELLS, 0);
      g_autoptr (GError) error =
          g_error_new (HR_ERROR, HR_ERROR_RANGE,
                       _ ("No more than %s cells can be copied at once"), most);

      g_signal_emit_by_name (self, "refused", error);
      return;
    }
  copy = g_new0 (HrGridCopy, 1);
  copy->grid = self;
  copy->range = range;
  copy->text = g_string_new (NULL);
  copy->html =
      n <= MAX_HTML_CELLS ? g_string_new ("<meta charset=\"utf-8\"><table>") : NULL;
  self->copying = copy;
  if (copy_cb (copy) == G_SOURCE_CONTINUE)
    copy->source = g_idle_add (copy_cb, copy);
}
