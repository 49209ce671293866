/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hr-document.h"

G_BEGIN_DECLS

/* Columns of a GtkColumnView whose rows are items: each shows and edits one property. */
GtkColumnViewColumn *hr_item_column_new (HrDocument *document,
                                         GType item_type,
                                         const char *property,
                                         const char *title) G_GNUC_WARN_UNUSED_RESULT;

/**
 * HrItemTextFunc:
 *
 * Says what a computed cell shows. Returns: (transfer full): the text
 */
typedef char *(*HrItemTextFunc) (HrDocument *document, gpointer item, double *share);

GtkColumnViewColumn *hr_computed_column_new (HrDocument *document,
                                             HrItemTextFunc func,
                                             const char *title) G_GNUC_WARN_UNUSED_RESULT;

/* The tables that these columns make. */
void hr_item_table_finish (GtkColumnView *table, GType item_type);
void hr_item_table_go_to (GtkColumnView *table,
                          guint position,
                          const char *property,
                          gboolean edit);
gboolean hr_item_table_find_focus (GtkColumnView *table, const char **property);

G_END_DECLS
