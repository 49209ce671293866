/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-import-preview.h"

#include <glib/gi18n-lib.h>

/**
 * HrImportPreview:
 *
 * The first rows of a file as a table.
 */
struct _HrImportPreview
{
  AdwBin parent_instance;

  const HrCsvPreview *preview; /* (nullable): of whoever shows this */
  GtkColumnView *table;
};

G_DEFINE_FINAL_TYPE (HrImportPreview, hr_import_preview, ADW_TYPE_BIN)

/* What is beyond this many columns is imported too; for a first look these do. */
#define MOST_COLUMNS 40
#define LONGEST_CELL 24

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);

  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (list_item, label);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *list_item, HrImportPreview *self)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "hr-column"));
  GtkWidget *label = gtk_list_item_get_child (list_item);
  const char *text = hr_csv_preview_get_text (
      self->preview, gtk_list_item_get_position (list_item), column);

  if (g_utf8_strlen (text, -1) > LONGEST_CELL)
    {
      g_autofree char *start = g_utf8_substring (text, 0, LONGEST_CELL);
      g_autofree char *shown = g_strconcat (start, "…", NULL);

      gtk_label_set_text (GTK_LABEL (label), shown);
      gtk_widget_set_tooltip_text (label, text);
      return;
    }
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, NULL);
}

static void
add_column (HrImportPreview *self, guint i)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_object_set_data (G_OBJECT (factory), "hr-column", GUINT_TO_POINTER (i));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  column =
      gtk_column_view_column_new (hr_csv_preview_get_column (self->preview, i), factory);
  gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_append_column (self->table, column);
}

static void
hr_import_preview_class_init (HrImportPreviewClass *klass)
{
}

static void
hr_import_preview_init (HrImportPreview *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->table = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_show_row_separators (self->table, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->table), "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("First rows"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled),
                                 GTK_WIDGET (self->table));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

/**
 * hr_import_preview_show:
 * @self: a table
 * @preview: (transfer none): the head of a file, which must outlive @self
 *
 * Shows the first rows of a file; once.
 */
void
hr_import_preview_show (HrImportPreview *self, const HrCsvPreview *preview)
{
  GtkStringList *rows = gtk_string_list_new (NULL);
  g_autoptr (GtkNoSelection) model = gtk_no_selection_new (G_LIST_MODEL (rows));

  g_return_if_fail (HR_IS_IMPORT_PREVIEW (self) && self->preview == NULL);

  self->preview = preview;
  for (guint i = 0; i < MIN (hr_csv_preview_get_n_columns (preview), MOST_COLUMNS); i++)
    add_column (self, i);
  for (guint i = 0; i < hr_csv_preview_get_n_rows (preview); i++)
    gtk_string_list_append (rows, "");
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (model));
}
