/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-accounts-page.h"

#include <glib/gi18n-lib.h>

#include "hr-account-list.h"
#include "hr-colour-dot.h"
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
  GHashTable *segments;   /* (owned) (element-type GtkListItem): the cells on screen */

  GtkStack *states;
  GtkSearchEntry *search;
  GtkStack *results;
  GtkColumnView *table;
  GtkLabel *totals;
};

G_DEFINE_FINAL_TYPE (HrAccountsPage, hr_accounts_page, HR_TYPE_PAGE)

#define FIRST_WIDTH 240
#define TEXT_WIDTH 150
#define NUMBER_WIDTH 110

/* ---- Cells ---- */

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

static gboolean
is_cut (GtkWidget *text)
{
  g_autoptr (PangoLayout) layout = NULL;
  int width;

  if (GTK_IS_LABEL (text))
    return pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (text)));
  layout = gtk_widget_create_pango_layout (
      text, gtk_inscription_get_text (GTK_INSCRIPTION (text)));
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width > gtk_widget_get_width (text);
}

/* What is cut off is told where the pointer rests. */
static gboolean
query_tooltip_cb (GtkWidget *text, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  if (!is_cut (text))
    return FALSE;
  gtk_tooltip_set_text (tooltip, GTK_IS_LABEL (text)
                                     ? gtk_label_get_text (GTK_LABEL (text))
                                     : gtk_inscription_get_text (GTK_INSCRIPTION (text)));
  return TRUE;
}

static void
add_tooltip (GtkWidget *text)
{
  gtk_widget_set_has_tooltip (text, TRUE);
  g_signal_connect (text, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
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
  gtk_widget_add_css_class (text, "numeric");
  add_tooltip (text);
  gtk_list_item_set_child (list_item, text);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *list_item, HrAccountsPage *self)
{
  const HrColumn *column = hr_portfolio_find_column (
      self->portfolio, g_object_get_data (G_OBJECT (factory), "hr-column"));
  gsize row = hr_account_row_get_row (gtk_list_item_get_item (list_item));
  g_autofree char *text = value_to_text (self, column, row);

  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_item_get_child (list_item)), text);
}

static void
segment_setup_cb (GtkListItemFactory *factory,
                  GtkListItem *list_item,
                  HrAccountsPage *self)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  add_tooltip (name);
  gtk_box_append (GTK_BOX (chip), hr_colour_dot_new ());
  gtk_box_append (GTK_BOX (chip), name);
  gtk_widget_set_halign (chip, GTK_ALIGN_START);
  gtk_list_item_set_child (list_item, chip);
}

/* Where an account belongs; NULL for no segment, and while the accounts are changed. */
static const HrSegment *
find_segment (HrAccountsPage *self, gsize row)
{
  HrDocument *document = hr_page_get_document (HR_PAGE (self));
  HrSegmentation *segmentation = hr_document_get_segmentation (document);
  guint16 segment;

  if (hr_segmentation_get_portfolio (segmentation) != self->portfolio)
    return NULL;
  segment = hr_segmentation_get_assignment (segmentation)[row];
  return segment != HR_SEGMENT_UNASSIGNED
             ? hr_list_get (hr_document_get_plan (document)->segments, segment)
             : NULL;
}

static void
show_segment (HrAccountsPage *self, GtkListItem *list_item)
{
  HrAccountRow *row = gtk_list_item_get_item (list_item);
  const HrSegment *segment = find_segment (self, hr_account_row_get_row (row));
  GtkWidget *chip = gtk_list_item_get_child (list_item);
  GtkWidget *dot = gtk_widget_get_first_child (chip);
  GtkWidget *name = gtk_widget_get_next_sibling (dot);

  hr_colour_dot_set_colour (HR_COLOUR_DOT (dot),
                            segment != NULL ? segment->colour : NULL);
  gtk_label_set_text (GTK_LABEL (name), segment != NULL ? segment->name : HR_NO_ANSWER);
  if (segment != NULL)
    gtk_widget_add_css_class (chip, "segment-chip");
  else
    gtk_widget_remove_css_class (chip, "segment-chip");
}

static void
segment_bind_cb (GtkListItemFactory *factory,
                 GtkListItem *list_item,
                 HrAccountsPage *self)
{
  g_hash_table_add (self->segments, list_item);
  show_segment (self, list_item);
}

static void
segment_unbind_cb (GtkListItemFactory *factory,
                   GtkListItem *list_item,
                   HrAccountsPage *self)
{
  g_hash_table_remove (self->segments, list_item);
}

/* The rows stay while rules change; so what is on screen is told. */
static void
update_segments (HrAccountsPage *self)
{
  GHashTableIter iter;
  gpointer list_item;

  g_hash_table_iter_init (&iter, self->segments);
  while (g_hash_table_iter_next (&iter, &list_item, NULL))
    show_segment (self, list_item);
}

/* ---- Columns ---- */

/* As wide as its title at least, which is never cut off. */
static int
measure_title (HrAccountsPage *self, const char *title)
{
  g_autoptr (PangoLayout) layout =
      gtk_widget_create_pango_layout (GTK_WIDGET (self->table), title);
  const int room_for_arrow = 36;
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width + room_for_arrow;
}

static void
add_column (HrAccountsPage *self,
            GtkListItemFactory *factory,
            const char *id,
            const char *title,
            int width)
{
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);
  /* It only makes the header clickable: the list sorts itself, in a thread. */
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (NULL, NULL, NULL));
  GListModel *columns = gtk_column_view_get_columns (self->table);

  gtk_column_view_column_set_id (column, id);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, g_list_model_get_n_items (columns) == 0);
  gtk_column_view_column_set_fixed_width (column,
                                          MAX (width, measure_title (self, title)));
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_append_column (self->table, column);
}

static void
add_segment_column (HrAccountsPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (segment_setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (segment_bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (segment_unbind_cb), self, 0);
  add_column (self, factory, HR_ACCOUNT_SEGMENT, _ ("Segment"), TEXT_WIDTH);
}

/* Names of fields as a person writes them: "signup_date" is "Signup date". */
static char *
make_title (const char *name)
{
  g_autofree char *text = g_strdelimit (g_strdup (hr_format_field_name (name)), "_", ' ');
  g_autofree char *first = g_utf8_substring (text, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, g_utf8_next_char (text), NULL);
}

/* The title of numbers stands where they stand, and the arrow before it; GTK has no
 * property for it. */
static void
align_title (HrAccountsPage *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->table));
  GtkWidget *title = gtk_widget_get_last_child (header);
  GtkWidget *box = title != NULL ? gtk_widget_get_first_child (title) : NULL;

  if (!GTK_IS_BOX (box))
    return;
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_box_reorder_child_after (GTK_BOX (box), gtk_widget_get_first_child (box),
                               gtk_widget_get_last_child (box));
}

static void
add_portfolio_column (HrAccountsPage *self, const HrColumn *column)
{
  const char *name = hr_column_get_name (column);
  HrColumnType type = hr_column_get_column_type (column);
  gboolean is_number = type == HR_COLUMN_NUMBER || type == HR_COLUMN_MONEY;
  gboolean is_first =
      g_list_model_get_n_items (gtk_column_view_get_columns (self->table)) == 0;
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autofree char *title = make_title (name);

  g_object_set_data_full (G_OBJECT (factory), "hr-column", g_strdup (name), g_free);
  g_object_set_data (G_OBJECT (factory), "hr-number", GINT_TO_POINTER (is_number));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  add_column (self, factory, name, title,
              is_first    ? FIRST_WIDTH
              : is_number ? NUMBER_WIDTH
                          : TEXT_WIDTH);
  if (is_number)
    align_title (self);
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
  GListModel *columns = gtk_column_view_get_columns (self->table);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->table, column);
    }
  for (guint i = 0; first[i] != NULL; i++)
    {
      HrColumn *column = hr_portfolio_find_column (self->portfolio, first[i]);

      if (g_str_equal (first[i], HR_ACCOUNT_SEGMENT))
        add_segment_column (self);
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

/* ---- What is shown ---- */

static void
sort_changed_cb (HrAccountsPage *self,
                 GtkSorterChange change,
                 GtkColumnViewSorter *sorter)
{
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (sorter);
  gboolean descending =
      gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING;

  if (self->list == NULL)
    return; /* the table lets go of its columns with the page */
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
      hr_account_list_set_accounts (self->list, NULL, NULL);
      if (portfolio != NULL)
        rebuild_columns (self);
    }
  hr_account_list_set_accounts (self->list, portfolio,
                                hr_document_get_segmentation (document));
  update_segments (self);
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

static void
hr_accounts_page_finalize (GObject *object)
{
  g_hash_table_unref (HR_ACCOUNTS_PAGE (object)->segments);

  G_OBJECT_CLASS (hr_accounts_page_parent_class)->finalize (object);
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

  G_OBJECT_CLASS (klass)->dispose = hr_accounts_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = hr_accounts_page_finalize;
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
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

/* Ctrl+F finds wherever the focus is, as long as the page is shown. */
static void
add_shortcut (HrAccountsPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_f, GDK_CONTROL_MASK),
                        gtk_callback_action_new (find_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
hr_accounts_page_init (HrAccountsPage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  g_autoptr (GtkNoSelection) model = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->segments = g_hash_table_new (NULL, NULL);
  self->list = hr_account_list_new ();
  model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (model));
  g_signal_connect_object (gtk_column_view_get_sorter (self->table), "changed",
                           G_CALLBACK (sort_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "ordered", G_CALLBACK (show_totals), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  add_shortcut (self);
}
