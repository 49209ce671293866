/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-surface.h"

#include <glib/gi18n-lib.h>

#include "hr-atomic-file.h"
#include "hr-error.h"

/**
 * hr_surface_append:
 * @bytes: a #GByteArray
 * @data: what Cairo has written
 * @length: how much
 *
 * Takes what a surface for streams writes; a cairo_write_func_t.
 */
cairo_status_t
hr_surface_append (gpointer bytes, const unsigned char *data, unsigned length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/**
 * hr_surface_save:
 * @status: how the drawing ended
 * @bytes: what was drawn
 * @path: where to
 * @error: return location for a [error@Error], which names the file
 *
 * Puts a finished drawing in the place of a file.
 */
gboolean
hr_surface_save (cairo_status_t status,
                 const GByteArray *bytes,
                 const char *path,
                 GError **error)
{
  g_autofree char *name = NULL;

  if (status == CAIRO_STATUS_SUCCESS)
    return hr_atomic_file_write (path, bytes->data, bytes->len, error);

  name = g_filename_display_name (path);
  g_set_error (error, HR_ERROR, HR_ERROR_FILE, _ ("“%s” cannot be drawn: %s"), name,
               cairo_status_to_string (status));
  return FALSE;
}
