/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* Pictures as bytes, for files that are replaced whole. Inside this room. */

cairo_status_t
hr_surface_append (gpointer bytes, const unsigned char *data, unsigned length);
gboolean hr_surface_save (cairo_status_t status,
                          const GByteArray *bytes,
                          const char *path,
                          GError **error);

G_END_DECLS
