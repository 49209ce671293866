/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-accounts-page.h"

#include <glib/gi18n-lib.h>

#include "hr-account-list.h"
#include "hr-format.h"
#include "hr-import-dialog.h"
#include "hr-resource.h"

/**
 * HrAccountsPage:
 *
 * All accounts as a table, made on demand from the columns.
 */
struct _HrAccountsPage
{
  HrPage parent_instance;

  HrAccountList *list;
  HrPortfolio *portfolio; /* (owned) (nullable): whose columns the table has */

  GtkStack *states;
  GtkSearchEntry *search;
  GtkColumnView *table;
  GtkLabel *totals;
};

G_DEFINE_FINAL_TYPE (HrAccountsPage, hr_accounts_page, HR_TYPE_PAGE)

/* Not a column of the portfolio: it follows from the rules. */
#define SEGMENT_COLUMN "hr-segment"

static char *
segment_to_text (HrAccountsPage *self, gsize row)
{
  HrDocument *document = hr_page_get_document (HR_PAGE (self));
  HrSegmentation *segmentation = hr_document_get_segmentation (document);
  guint16 segment;

  if (row >= hr_segmentation_get_n_accounts (segmentation))
    return g_strdup (""); /* the portfolio is being changed */

  segment = hr_segmentation_get_assignment (segmentation)[row];
  if (segment == HR_SEGMENT_UNASSIGNED)
    return g_strdup (HR_NO_ANSWER);
  return g_strdup (hr_item_get_name (
      hr_list_get (hr_document_get_plan (document)->segments, segment)));
}

static char *
value_to_text (HrAccountsPage *self, const HrColumn *column, gsize row)
{
  const char *currency =
      hr_document_get_plan (hr_page_get_document (HR_PAGE (self)))->currency;

  if (row >= hr_column_get_n (column) || hr_column_is_missing (column, row))
    return g_strdup (HR_NO_ANSWER);

  switch (hr_column_get_column_type (column))
    {
    case HR_COLUMN_TEXT:
      return g_strdup (hr_column_get_text_at (column, row));
    case HR_COLUMN_NUMBER:
      return hr_format_exact (hr_column_get_numbers (column)[row], HR_UNIT_NONE, NULL);
    case HR_COLUMN_MONEY:
      return hr_format_minor (hr_column_get_money (column)[row], currency);
    case HR_COLUMN_DATE:
      return hr_format_date (hr_column_get_days (column)[row]);
    case HR_COLUMN_FLAG:
      return g_strdup (hr_column_get_flags (column)[row] ? _ ("Yes") : _ ("No"));
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

/* The whole text of a cell, which may be cut off. */
static gboolean
query_tooltip_cb (GtkWidget *cell, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  const char *text = gtk_inscription_get_text (GTK_INSCRIPTION (cell));

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL && *text != '\0';
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *list_item, HrAccountsPage *self)
{
  GtkWidget *text = gtk_inscription_new (NULL);
  gboolean is_number =
      GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "hr-number"));

  gtk_inscription_set_xalign (GTK_INSCRIPTION (text), is_number ? 1 : 0);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  if (is_number)
    gtk_widget_add_css_class (text, "numeric");
  gtk_widget_set_has_tooltip (text, TRUE);
  g_signal_connect (text, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  gtk_list_item_set_child (list_item, text);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *list_item, HrAccountsPage *self)
{
  const char *name = g_object_get_data (G_OBJECT (factory), "hr-column");
  gsize row = hr_account_row_get_row (gtk_list_item_get_item (list_item));
  g_autofree char *text = NULL;

  if (g_str_equal (name, SEGMENT_COLUMN))
    text = segment_to_text (self, row);
  else
    text = value_to_text (self, hr_portfolio_find_column (self->portfolio, name), row);
  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_item_get_child (list_item)), text);
}

/* As wide as its title at least, which is never cut off. */
static int
measure_column (HrAccountsPage *self, const char *title, gboolean is_number)
{
  g_autoptr (PangoLayout) layout =
      gtk_widget_create_pango_layout (GTK_WIDGET (self->table), title);
  const int room_for_arrow = 36;
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return MAX (width + room_for_arrow, is_number ? 120 : 160);
}

static void
add_column (HrAccountsPage *self, const char *name, const char *title, gboolean is_number)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;
  g_autoptr (GtkSorter) sorter = NULL;

  g_object_set_data_full (G_OBJECT (factory), "hr-column", g_strdup (name), g_free);
  g_object_set_data (G_OBJECT (factory), "hr-number", GINT_TO_POINTER (is_number));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_id (column, name);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_fixed_width (column,
                                          measure_column (self, title, is_number));
  if (!g_str_equal (name, SEGMENT_COLUMN))
    {
      /* It only makes the header clickable: the list sorts itself, in a thread. */
      sorter = GTK_SORTER (gtk_custom_sorter_new (NULL, NULL, NULL));
      gtk_column_view_column_set_sorter (column, sorter);
    }
  gtk_column_view_append_column (self->table, column);
}

static void
add_portfolio_column (HrAccountsPage *self, const HrColumn *column)
{
  const char *name = hr_column_get_name (column);
  HrColumnType type = hr_column_get_column_type (column);

  add_column (self, name, hr_format_field_name (name),
              type == HR_COLUMN_NUMBER || type == HR_COLUMN_MONEY);
}

static void
rebuild_columns (HrAccountsPage *self)
{
  static const char *const first[] = { HR_COLUMN_NAME, SEGMENT_COLUMN, HR_COLUMN_ARR,
                                       HR_COLUMN_RENEWAL_DATE, NULL };
  GListModel *columns = gtk_column_view_get_columns (self->table);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->table, column);
    }
  for (guint i = 0; first[i] != NULL; i++)
    {
      HrColumn *column = hr_portfolio_find_column (self->portfolio, first[i]);

      if (g_str_equal (first[i], SEGMENT_COLUMN))
        add_column (self, SEGMENT_COLUMN, _ ("Segment"), FALSE);
      else if (column != NULL)
        add_portfolio_column (self, column);
    }
  for (guint i = 0; i < hr_portfolio_get_n_columns (self->portfolio); i++)
    {
      HrColumn *column = hr_portfolio_get_column (self->portfolio, i);

      if (!g_strv_contains (first, hr_column_get_name (column)))
        add_portfolio_column (self, column);
    }
}

static void
sort_changed_cb (HrAccountsPage *self)
{
  GtkColumnViewSorter *sorter =
      GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (self->table));
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (sorter);
  gboolean descending =
      gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING;

  hr_account_list_set_sort (
      self->list, column != NULL ? gtk_column_view_column_get_id (column) : NULL,
      descending);
}

static void
search_changed_cb (HrAccountsPage *self)
{
  hr_account_list_set_search (self->list,
                              gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
show_totals (HrAccountsPage *self)
{
  HrDocument *document = hr_page_get_document (HR_PAGE (self));
  const HrTotals *totals = hr_capacity_get_totals (hr_document_get_capacity (document));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  g_autofree char *shown = hr_format_number (n, 0);
  g_autofree char *arr =
      hr_format_money_compact (totals->arr, hr_document_get_plan (document)->currency);
  g_autofree char *text =
      g_strdup_printf (ngettext ("%s account · %s ARR in all segments",
                                 "%s accounts · %s ARR in all segments", n),
                       shown, arr);

  gtk_label_set_text (self->totals, text);
}

static gboolean
dropped_cb (HrAccountsPage *self, const GValue *value)
{
  GSList *files = g_value_get_boxed (value);

  if (files == NULL)
    return FALSE;
  hr_import_dialog_show (hr_page_get_document (HR_PAGE (self)), files->data,
                         GTK_WIDGET (self));
  return TRUE;
}

static void
hr_accounts_page_update (HrPage *page, HrDocument *document)
{
  HrAccountsPage *self = HR_ACCOUNTS_PAGE (page);
  HrPortfolio *portfolio = hr_document_get_plan (document)->portfolio;

  gtk_stack_set_visible_child_name (self->states,
                                    portfolio != NULL ? "accounts" : "empty");
  if (g_set_object (&self->portfolio, portfolio))
    {
      hr_account_list_set_portfolio (self->list, NULL);
      if (portfolio != NULL)
        rebuild_columns (self);
    }
  hr_account_list_set_portfolio (self->list, portfolio);
  show_totals (self);
}

static void
hr_accounts_page_dispose (GObject *object)
{
  HrAccountsPage *self = HR_ACCOUNTS_PAGE (object);

  g_clear_object (&self->list);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (hr_accounts_page_parent_class)->dispose (object);
}

static void
find_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (HR_ACCOUNTS_PAGE (widget)->search));
}

static void
hr_accounts_page_class_init (HrAccountsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hr_accounts_page_dispose;
  HR_PAGE_CLASS (klass)->update = hr_accounts_page_update;

  gtk_widget_class_install_action (widget_class, "accounts.find", NULL, find_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK,
                                       "accounts.find", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               HR_RESOURCE ("hr-accounts-page.ui"));
  gtk_widget_class_bind_template_child (widget_class, HrAccountsPage, states);
  gtk_widget_class_bind_template_child (widget_class, HrAccountsPage, search);
  gtk_widget_class_bind_template_child (widget_class, HrAccountsPage, table);
  gtk_widget_class_bind_template_child (widget_class, HrAccountsPage, totals);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
hr_accounts_page_init (HrAccountsPage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->list = hr_account_list_new ();
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (gtk_no_selection_new (
                                              g_object_ref (G_LIST_MODEL (self->list)))));
  g_signal_connect_object (gtk_column_view_get_sorter (self->table), "changed",
                           G_CALLBACK (sort_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (show_totals), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
