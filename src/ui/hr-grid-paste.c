/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "hr-error.h"
#include "hr-grid-private.h"

/* What another program hands over is read up to here. */
#define MAX_BYTES (16 << 20)
#define CHUNK (64 << 10)

typedef struct
{
  HrGrid *grid; /* (owned) */
  GCancellable *cancellable;
  GByteArray *read;
} Paste;

static void
paste_free (Paste *self)
{
  if (self->grid->pasting == self->cancellable)
    g_clear_object (&self->grid->pasting);
  g_object_unref (self->cancellable);
  g_byte_array_unref (self->read);
  g_object_unref (self->grid);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paste, paste_free)

static HrGridTable *
parse (const char *text, gboolean is_html)
{
  return is_html ? hr_grid_table_parse_html (text) : hr_grid_table_parse_lines (text);
}

/* Into a larger selection the texts go as often as they fit in. */
static HrGridTable *
fit (HrGridTable *texts, const HrGridRange *range)
{
  g_autoptr (HrGridTable) all = texts;

  if (range->n_rows % all->n_rows == 0 && range->n_columns % all->n_columns == 0)
    return hr_grid_table_tile (all, range->n_rows, range->n_columns);
  return g_steal_pointer (&all);
}

static void
write_texts (HrGrid *self, HrGridTable *texts)
{
  g_autoptr (HrGridTable) all = NULL;
  g_autoptr (GError) error = NULL;
  HrGridRange range;

  if (!hr_grid_get_selection (self, &range))
    {
      hr_grid_table_free (texts);
      return;
    }
  all = fit (texts, &range);
  if (all->n_columns > hr_grid_get_n_columns (self) - range.column)
    g_set_error (&error, HR_ERROR, HR_ERROR_RANGE,
                 ngettext ("There is room for %u column here, and not for %u",
                           "There is room for %u columns here, and not for %u",
                           hr_grid_get_n_columns (self) - range.column),
                 hr_grid_get_n_columns (self) - range.column, all->n_columns);
  else if (hr_grid_store_write (self->store, (HrGridPlace) { range.row, range.column },
                                all, &error))
    hr_grid_select (
        self,
        (HrGridPlace) { range.row + all->n_rows - 1, range.column + all->n_columns - 1 },
        (HrGridPlace) { range.row, range.column });
  if (error != NULL)
    hr_grid_refuse (self, error);
}

static void
refuse_clipboard (HrGrid *self)
{
  g_autoptr (GError) error = g_error_new_literal (
      HR_ERROR, HR_ERROR_RANGE, _ ("There is nothing on the clipboard that fits here"));

  hr_grid_refuse (self, error);
}

/* A web page without a table is one text; its words come as text too. */
static void
lines_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Paste) paste = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text =
      gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);
  HrGridTable *texts = NULL;

  if (g_cancellable_is_cancelled (paste->cancellable))
    return;
  if (text != NULL && strlen (text) <= MAX_BYTES)
    texts = parse (text, FALSE);
  if (texts != NULL)
    write_texts (paste->grid, texts);
  else
    refuse_clipboard (paste->grid);
}

static void
read_lines (Paste *paste)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (paste->grid)),
                                 paste->cancellable, lines_read_cb, paste);
}

/* Programs of the web write two bytes a letter. */
static char *
get_utf8 (const GByteArray *bytes)
{
  const char *data = (const char *) bytes->data;
  gsize n = bytes->len;

  if (n >= 2 && (bytes->data[0] == 0xff || bytes->data[0] == 0xfe))
    return g_convert (data, (gssize) n, "UTF-8", "UTF-16", NULL, NULL, NULL);
  if (n > 0 && data[n - 1] == '\0')
    n--;
  return n > 0 && g_utf8_validate_len (data, n, NULL) ? g_strndup (data, n) : NULL;
}

static void
use_html (Paste *paste)
{
  g_autofree char *text = get_utf8 (paste->read);
  HrGridTable *texts = text != NULL ? parse (text, TRUE) : NULL;

  if (texts == NULL)
    {
      read_lines (paste);
      return;
    }
  write_texts (paste->grid, texts);
  paste_free (paste);
}

static void bytes_read_cb (GObject *source, GAsyncResult *result, gpointer user_data);

static void
read_on (Paste *paste, GInputStream *stream)
{
  g_input_stream_read_bytes_async (stream, CHUNK, G_PRIORITY_DEFAULT, paste->cancellable,
                                   bytes_read_cb, paste);
}

static void
bytes_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Paste) paste = user_data;
  GInputStream *stream = G_INPUT_STREAM (source);
  g_autoptr (GBytes) bytes = g_input_stream_read_bytes_finish (stream, result, NULL);
  gsize n = bytes != NULL ? g_bytes_get_size (bytes) : 0;

  if (g_cancellable_is_cancelled (paste->cancellable))
    return;
  if (n > 0 && paste->read->len + n <= MAX_BYTES)
    {
      g_byte_array_append (paste->read, g_bytes_get_data (bytes, NULL), (guint) n);
      read_on (g_steal_pointer (&paste), stream);
    }
  else
    use_html (g_steal_pointer (&paste));
}

static void
stream_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Paste) paste = user_data;
  g_autoptr (GInputStream) stream =
      gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);

  if (g_cancellable_is_cancelled (paste->cancellable))
    return;
  if (stream != NULL)
    read_on (g_steal_pointer (&paste), stream);
  else
    read_lines (g_steal_pointer (&paste));
}

/**
 * hr_grid_paste:
 * @self: a grid with a store and a cursor
 *
 * Writes what is on the clipboard into the selected cells and on from there: a table if
 * there is one, else lines with tabs between. It is all or nothing; what is refused is
 * told of, see #HrGrid::refused. If the rows change meanwhile, nothing is pasted.
 */
void
hr_grid_paste (HrGrid *self)
{
  static const char *types[] = { "text/html", NULL };
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  Paste *paste = g_new0 (Paste, 1);

  if (self->pasting != NULL)
    g_cancellable_cancel (self->pasting);
  g_clear_object (&self->pasting);
  self->pasting = g_cancellable_new ();
  paste->grid = g_object_ref (self);
  paste->cancellable = g_object_ref (self->pasting);
  paste->read = g_byte_array_new ();
  if (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard),
                                             types[0]))
    gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, paste->cancellable,
                              stream_cb, paste);
  else
    read_lines (paste);
}
