/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-accounts-page.h"

#include <glib/gi18n-lib.h>

#include "hr-account-list.h"
#include "hr-format.h"
#include "hr-grid.h"
#include "hr-resource.h"
#include "hr-shortcuts.h"

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
  GtkStack *results;
  HrGrid *table;
  GtkLabel *totals;
};

G_DEFINE_FINAL_TYPE (HrAccountsPage, hr_accounts_page, HR_TYPE_PAGE)

/* In letters. */
#define FIRST_CHARS 32
#define TEXT_CHARS 20
#define NUMBER_CHARS 12

/* ---- Cells ---- */

static char *
value_to_text (HrAccountsPage *self, const HrColumn *column, gsize row)
{
  const char *currency =
      hr_document_get_plan (hr_page_get_document (HR_PAGE (self)))->currency;

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

/* Where an account belongs; NULL for no segment, and while accounts or segments are
 * changed: a tooltip is asked for at any time, even between a segment's removal and the
 * new answer. */
static const HrSegment *
find_segment (HrAccountsPage *self, gsize row)
{
  HrDocument *document = hr_page_get_document (HR_PAGE (self));
  HrSegmentation *segmentation = hr_document_get_segmentation (document);
  HrList *segments = hr_document_get_plan (document)->segments;
  guint16 segment;

  if (hr_segmentation_get_portfolio (segmentation) != self->portfolio ||
      hr_segmentation_get_n_segments (segmentation) != hr_list_get_n (segments))
    return NULL;
  segment = hr_segmentation_get_assignment (segmentation)[row];
  return segment != HR_SEGMENT_UNASSIGNED ? hr_list_get (segments, segment) : NULL;
}

static void
get_cell_cb (HrGridColumn *column, guint row, HrGridCell *cell, gpointer user_data)
{
  HrAccountsPage *self = user_data;
  const HrColumn *values =
      hr_portfolio_find_column (self->portfolio, hr_grid_column_get_id (column));
  gsize account = hr_account_list_get_account (self->list, row);

  cell->is_missing =
      account >= hr_column_get_n (values) || hr_column_is_missing (values, account);
  cell->text =
      cell->is_missing ? g_strdup (HR_NO_ANSWER) : value_to_text (self, values, account);
}

static void
get_segment_cb (HrGridColumn *column, guint row, HrGridCell *cell, gpointer user_data)
{
  HrAccountsPage *self = user_data;
  const HrSegment *segment =
      find_segment (self, hr_account_list_get_account (self->list, row));

  cell->is_missing = segment == NULL;
  cell->text = g_strdup (segment != NULL ? segment->name : HR_NO_ANSWER);
  cell->has_dot = segment != NULL && segment->colour != NULL &&
                  gdk_rgba_parse (&cell->dot, segment->colour);
}

/* ---- Columns ---- */

/* Names of fields as a person writes them: "signup_date" is "Signup date". */
static char *
make_title (const char *name)
{
  g_autofree char *text = g_strdelimit (g_strdup (hr_format_field_name (name)), "_", ' ');
  g_autofree char *first = g_utf8_substring (text, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, g_utf8_next_char (text), NULL);
}

static void
add_portfolio_column (HrAccountsPage *self, GListStore *columns, const HrColumn *column)
{
  const char *name = hr_column_get_name (column);
  HrColumnType type = hr_column_get_column_type (column);
  gboolean is_number = type == HR_COLUMN_NUMBER || type == HR_COLUMN_MONEY;
  gboolean is_first = g_list_model_get_n_items (G_LIST_MODEL (columns)) == 0;
  g_autofree char *title = make_title (name);
  g_autoptr (HrGridColumn) new = hr_grid_column_new (name, title, get_cell_cb, self);

  hr_grid_column_set_numeric (new, is_number);
  hr_grid_column_set_expand (new, is_first);
  hr_grid_column_set_chars (new, is_first    ? FIRST_CHARS
                                 : is_number ? NUMBER_CHARS
                                             : TEXT_CHARS);
  g_list_store_append (columns, new);
}

static void
add_segment_column (HrAccountsPage *self, GListStore *columns)
{
  g_autoptr (HrGridColumn) column =
      hr_grid_column_new (HR_ACCOUNT_SEGMENT, _ ("Segment"), get_segment_cb, self);

  hr_grid_column_set_chars (column, TEXT_CHARS);
  g_list_store_append (columns, column);
}

/* The names first, then what follows from them, then all that the file has. */
static void
rebuild_columns (HrAccountsPage *self)
{
  const char *name = hr_portfolio_find_column (self->portfolio, HR_COLUMN_NAME) != NULL
                         ? HR_COLUMN_NAME
                         : HR_COLUMN_ID;
  const char *const first[] = { name, HR_ACCOUNT_SEGMENT, HR_COLUMN_ARR,
                                HR_COLUMN_RENEWAL_DATE, NULL };
  g_autoptr (GListStore) columns = g_list_store_new (HR_TYPE_GRID_COLUMN);

  for (guint i = 0; first[i] != NULL; i++)
    {
      HrColumn *column = hr_portfolio_find_column (self->portfolio, first[i]);

      if (g_str_equal (first[i], HR_ACCOUNT_SEGMENT))
        add_segment_column (self, columns);
      else if (column != NULL)
        add_portfolio_column (self, columns, column);
    }
  for (guint i = 0; i < hr_portfolio_get_n_columns (self->portfolio); i++)
    {
      HrColumn *column = hr_portfolio_get_column (self->portfolio, i);

      if (!g_strv_contains (first, hr_column_get_name (column)))
        add_portfolio_column (self, columns, column);
    }
  hr_grid_set_columns (self->table, columns);
}

/* ---- What is shown ---- */

static void
sorted_cb (HrAccountsPage *self)
{
  HrGridColumn *column = hr_grid_get_sort_column (self->table);

  hr_account_list_set_sort (self->list,
                            column != NULL ? hr_grid_column_get_id (column) : NULL,
                            hr_grid_get_descending (self->table));
}

static void
refused_cb (HrAccountsPage *self, const GError *error)
{
  hr_page_refuse (HR_PAGE (self), error);
}

static void
search_changed_cb (HrAccountsPage *self)
{
  hr_account_list_set_search (self->list,
                              gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
stop_search_cb (HrAccountsPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static char *
count_to_text (guint n, gsize n_all)
{
  g_autofree char *shown = hr_format_number (n, 0);
  g_autofree char *all = hr_format_number ((double) n_all, 0);

  if (n == n_all)
    return g_strdup_printf (ngettext ("%s account", "%s accounts", n), shown);
  return g_strdup_printf (ngettext ("%s of %s account", "%s of %s accounts", n_all),
                          shown, all);
}

/* How many accounts are shown and what they add up to. */
static void
show_totals (HrAccountsPage *self)
{
  HrPlan *plan = hr_document_get_plan (hr_page_get_document (HR_PAGE (self)));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  gint64 arr = hr_account_list_get_arr (self->list);
  g_autofree char *count = NULL, *text = NULL, *money = NULL;

  if (self->portfolio == NULL)
    return;

  count = count_to_text (n, hr_portfolio_get_n_accounts (self->portfolio));
  if (arr != HR_MONEY_NONE)
    {
      money = hr_format_money_compact ((double) arr / 100, plan->currency);
      text = g_strdup_printf (_ ("%s · %s ARR"), count, money);
    }
  gtk_label_set_text (self->totals, text != NULL ? text : count);
  gtk_stack_set_visible_child_name (self->results, n > 0 ? "rows" : "none");
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
      hr_account_list_set_accounts (self->list, NULL, NULL);
      if (portfolio != NULL)
        rebuild_columns (self);
    }
  hr_account_list_set_accounts (self->list, portfolio,
                                hr_document_get_segmentation (document));
  hr_grid_refresh (self->table);
  show_totals (self);
}

/* A document is not opened with the search of the one before. */
static void
hr_accounts_page_open (HrPage *page, HrDocument *document)
{
  HrAccountsPage *self = HR_ACCOUNTS_PAGE (page);

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
hr_accounts_page_dispose (GObject *object)
{
  HrAccountsPage *self = HR_ACCOUNTS_PAGE (object);

  g_clear_object (&self->list);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (hr_accounts_page_parent_class)->dispose (object);
}

static gboolean
find_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  HrAccountsPage *self = HR_ACCOUNTS_PAGE (widget);

  return gtk_widget_get_mapped (GTK_WIDGET (self->search)) &&
         gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
hr_accounts_page_class_init (HrAccountsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (HR_TYPE_GRID);
  G_OBJECT_CLASS (klass)->dispose = hr_accounts_page_dispose;
  HR_PAGE_CLASS (klass)->open = hr_accounts_page_open;
  HR_PAGE_CLASS (klass)->update = hr_accounts_page_update;

  gtk_widget_class_set_css_name (widget_class, "accountspage");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               HR_RESOURCE ("hr-accounts-page.ui"));
  gtk_widget_class_bind_template_child (widget_class, HrAccountsPage, states);
  gtk_widget_class_bind_template_child (widget_class, HrAccountsPage, search);
  gtk_widget_class_bind_template_child (widget_class, HrAccountsPage, results);
  gtk_widget_class_bind_template_child (widget_class, HrAccountsPage, table);
  gtk_widget_class_bind_template_child (widget_class, HrAccountsPage, totals);
  gtk_widget_class_bind_template_callback (widget_class, sorted_cb);
  gtk_widget_class_bind_template_callback (widget_class, refused_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
hr_accounts_page_init (HrAccountsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->list = hr_account_list_new ();
  hr_grid_set_model (self->table, G_LIST_MODEL (self->list));
  g_signal_connect_object (self->list, "ordered", G_CALLBACK (show_totals), self,
                           G_CONNECT_SWAPPED);
  hr_shortcuts_add_find (GTK_WIDGET (self), find_cb);
}

/**
 * hr_accounts_page_search:
 * @self: the page
 * @text: what to look for
 *
 * Looks for accounts, as if a person had typed it.
 */
void
hr_accounts_page_search (HrAccountsPage *self, const char *text)
{
  g_return_if_fail (HR_IS_ACCOUNTS_PAGE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
}
