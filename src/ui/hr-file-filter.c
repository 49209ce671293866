/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-file-filter.h"

/**
 * hr_file_filter_add:
 * @filters: (element-type GtkFileFilter): of a file dialog
 * @name: what the files are called
 * @endings: (array zero-terminated=1): of their names, without the point
 *
 * Offers one more kind of files.
 */
void
hr_file_filter_add (GListStore *filters, const char *name, const char *const *endings)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; endings[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, endings[i]);
  g_list_store_append (filters, filter);
}
