/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-account-list.h"
#include "hr-format.h"
#include "hr-grid-title.h"
#include "hr-grid.h"
#include "hr-test-ui.h"

#include <math.h>
#include <string.h>

/* ---- The list alone ---- */

static HrColumn *
make_column (const char *name, HrColumnType type, guint n, guint salt)
{
  HrColumnBuilder *builder = hr_column_builder_new (name, type);
  g_autoptr (GError) error = NULL;
  HrColumn *column;

  for (guint i = 0; i < n; i++)
    {
      guint32 mixed = (i + salt) * 2654435761u;

      if (type == HR_COLUMN_MONEY)
        {
          if (mixed % 7 == 0)
            hr_column_builder_add_missing (builder);
          else
            hr_column_builder_add_money (builder, mixed % 1000);
        }
      else
        {
          g_autofree char *text = g_strdup_printf (salt == 0   ? "A-%u"
                                                   : mixed % 2 ? "Firm %u"
                                                               : "firm %u",
                                                   salt == 0 ? i : mixed % 500);

          hr_column_builder_add_text (builder, text, strlen (text));
        }
    }
  column = hr_column_builder_end (builder, &error);
  g_assert_no_error (error);
  return column;
}

static HrPortfolio *
make_portfolio (guint n)
{
  g_autoptr (HrColumn) id = make_column (HR_COLUMN_ID, HR_COLUMN_TEXT, n, 0);
  g_autoptr (HrColumn) name = make_column (HR_COLUMN_NAME, HR_COLUMN_TEXT, n, 1);
  g_autoptr (HrColumn) arr = make_column (HR_COLUMN_ARR, HR_COLUMN_MONEY, n, 2);
  HrColumn *const columns[] = { id, name, arr };
  g_autoptr (GError) error = NULL;
  HrPortfolio *portfolio = hr_portfolio_new (columns, 3, "test", "", &error);

  g_assert_no_error (error);
  return portfolio;
}

static void
set_flag_cb (HrAccountList *list, gboolean *flag)
{
  *flag = TRUE;
}

/* Waits for the order that the thread makes. */
static void
wait_for_order (HrAccountList *list)
{
  gboolean ordered = FALSE;
  gulong handler = g_signal_connect (list, "ordered", G_CALLBACK (set_flag_cb), &ordered);

  hr_test_wait (ordered);
  g_signal_handler_disconnect (list, handler);
}

static gsize
get_row (HrAccountList *list, guint position)
{
  g_autoptr (HrAccountRow) row = g_list_model_get_item (G_LIST_MODEL (list), position);

  return hr_account_row_get_row (row);
}

/* The same order made in another way: the rows compared as a person would, one by one. */
static int
compare_arr (gconstpointer a, gconstpointer b, gpointer user_data)
{
  gsize left = *(const gsize *) a, right = *(const gsize *) b;
  const gint64 *money = hr_column_get_money (user_data);
  gint64 x = money[left], y = money[right];

  if ((x == HR_MONEY_NONE) != (y == HR_MONEY_NONE))
    return x == HR_MONEY_NONE ? 1 : -1;
  if (x != y)
    return x > y ? -1 : 1;
  return left < right ? -1 : 1;
}

static void
test_sort (void)
{
  g_autoptr (HrPortfolio) portfolio = make_portfolio (5000);
  g_autoptr (HrAccountList) list = hr_account_list_new ();
  g_autofree gsize *expected = g_new (gsize, 5000);
  gint64 sum = 0;
  HrColumn *arr = hr_portfolio_find_column (portfolio, HR_COLUMN_ARR);

  for (gsize i = 0; i < 5000; i++)
    {
      expected[i] = i;
      if (!hr_column_is_missing (arr, i))
        sum += hr_column_get_money (arr)[i];
    }
  g_sort_array (expected, 5000, sizeof (gsize), compare_arr, arr);

  hr_account_list_set_accounts (list, portfolio, NULL);
  g_assert_cmpuint (get_row (list, 17), ==, 17);
  wait_for_order (list);
  g_assert_cmpint (hr_account_list_get_arr (list), ==, sum);

  hr_account_list_set_sort (list, HR_COLUMN_ARR, TRUE);
  wait_for_order (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 5000);
  for (guint i = 0; i < 5000; i++)
    g_assert_cmpuint (get_row (list, i), ==, expected[i]);
  g_assert_cmpint (hr_account_list_get_arr (list), ==, sum);
}

/* Texts are sorted as a dictionary does, whatever their case. */
static void
test_sort_texts (void)
{
  g_autoptr (HrPortfolio) portfolio = make_portfolio (2000);
  g_autoptr (HrAccountList) list = hr_account_list_new ();
  HrColumn *names = hr_portfolio_find_column (portfolio, HR_COLUMN_NAME);

  hr_account_list_set_accounts (list, portfolio, NULL);
  hr_account_list_set_sort (list, HR_COLUMN_NAME, FALSE);
  wait_for_order (list);
  for (guint i = 1; i < 2000; i++)
    {
      gsize before = get_row (list, i - 1), after = get_row (list, i);
      int order = g_ascii_strcasecmp (hr_column_get_text_at (names, before),
                                      hr_column_get_text_at (names, after));

      g_assert_cmpint (order, <=, 0);
      if (order == 0)
        g_assert_cmpuint (before, <, after);
    }
}

static void
test_search (void)
{
  g_autoptr (HrPortfolio) portfolio = make_portfolio (3000);
  g_autoptr (HrAccountList) list = hr_account_list_new ();
  HrColumn *ids = hr_portfolio_find_column (portfolio, HR_COLUMN_ID);
  HrColumn *names = hr_portfolio_find_column (portfolio, HR_COLUMN_NAME);
  HrColumn *arr = hr_portfolio_find_column (portfolio, HR_COLUMN_ARR);
  const char *const searches[] = { "FIRM 12", "a-29", "firm", "nobody" };

  hr_account_list_set_accounts (list, portfolio, NULL);
  for (guint s = 0; s < G_N_ELEMENTS (searches); s++)
    {
      g_autofree char *wanted = g_ascii_strdown (searches[s], -1);
      guint n = 0;
      gint64 sum = 0;

      hr_account_list_set_search (list, searches[s]);
      wait_for_order (list);
      for (gsize i = 0; i < 3000; i++)
        {
          g_autofree char *all = g_strdup_printf (
              "%s\n%s", hr_column_get_text_at (ids, i), hr_column_get_text_at (names, i));
          g_autofree char *lower = g_ascii_strdown (all, -1);

          if (strstr (lower, wanted) == NULL)
            continue;
          g_assert_cmpuint (get_row (list, n++), ==, i);
          sum += hr_column_is_missing (arr, i) ? 0 : hr_column_get_money (arr)[i];
        }
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n);
      g_assert_cmpint (hr_account_list_get_arr (list), ==, sum);
      g_assert_true (n > 0 || s == 3);
    }
}

static guint n_made; /* rows that live */

static void
count_dead_cb (gpointer data, GObject *where)
{
  n_made--;
}

/* Rows are objects only while somebody holds them, however many there are. */
static void
test_lazy (void)
{
  g_autoptr (HrPortfolio) portfolio = make_portfolio (100000);
  g_autoptr (HrAccountList) list = hr_account_list_new ();

  hr_account_list_set_accounts (list, portfolio, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 100000);
  for (guint i = 0; i < 100000; i += 1000)
    {
      g_autoptr (HrAccountRow) row = g_list_model_get_item (G_LIST_MODEL (list), i);

      n_made++;
      g_object_weak_ref (G_OBJECT (row), count_dead_cb, NULL);
      g_assert_cmpuint (hr_account_row_get_row (row), ==, i);
    }
  g_assert_cmpuint (n_made, ==, 0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 100000));
}

/* ---- The page ---- */

static void
show_accounts (HrTestUi *ui)
{
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.show-page", "s", "accounts");
  adw_navigation_split_view_set_show_content (
      hr_test_find (ui->window, ADW_TYPE_NAVIGATION_SPLIT_VIEW, NULL), TRUE);
  hr_test_settle (ui->window);
}

static void
test_page_search (HrTestUi *ui, gconstpointer setting)
{
  const HrColumn *ids =
      hr_portfolio_find_column (hr_test_get_plan (ui)->portfolio, HR_COLUMN_ID);
  const char *id = hr_column_get_text_at (ids, 42);
  const HrColumn *names =
      hr_portfolio_find_column (hr_test_get_plan (ui)->portfolio, HR_COLUMN_NAME);

  show_accounts (ui);
  hr_test_wait (hr_test_shows (ui->window, "600 accounts · $65.8M ARR"));
  hr_test_keys (ui, "ctrl+f");
  hr_test_type (ui, id);
  hr_test_wait (hr_test_shows (ui->window, "1 of 600 accounts"));
  hr_test_settle (ui->window);
  g_assert_true (hr_test_shows (hr_test_find (ui->window, HR_TYPE_GRID, NULL),
                                hr_column_get_text_at (names, 42)));

  hr_test_type (ui, "nothing at all");
  hr_test_wait (hr_test_shows (ui->window, "No Results Found"));
  g_assert_true (hr_test_shows (ui->window, "0 of 600 accounts"));
  hr_test_keys (ui, "Escape");
  hr_test_wait (hr_test_shows (ui->window, "600 accounts · $65.8M ARR"));
  g_assert_false (hr_test_shows (ui->window, "No Results Found"));
}

/* Presses the title of a column, as a person who has only the keyboard does. */
static void
press_title (HrTestUi *ui, const char *title)
{
  hr_test_focus (ui, hr_test_find (ui->window, HR_TYPE_GRID_TITLE, title));
  hr_test_keys (ui, "Return");
}

/* The list that the table shows. */
static HrAccountList *
find_list (HrTestUi *ui)
{
  HrGrid *table = hr_test_find (ui->window, HR_TYPE_GRID, NULL);

  return HR_ACCOUNT_LIST (hr_grid_get_model (table));
}

/* What the first rows of a column show. */
static char *
get_cell (HrTestUi *ui, const char *id, guint row)
{
  HrGrid *table = hr_test_find (ui->window, HR_TYPE_GRID, NULL);
  guint column;

  g_assert_true (g_list_store_find (hr_grid_get_columns (table),
                                    hr_grid_find_column (table, id), &column));
  return hr_grid_get_text (table, (HrGridPlace) { row, column });
}

/* Whether the rows stand in the plan's order of their segments, and not all in one. */
static gboolean
is_by_segment (HrTestUi *ui)
{
  HrAccountList *list = find_list (ui);
  HrDocument *document = hr_window_get_document (ui->window);
  const guint16 *segments =
      hr_segmentation_get_assignment (hr_document_get_segmentation (document));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));

  for (guint i = 1; i < n; i++)
    if (segments[get_row (list, i - 1)] > segments[get_row (list, i)])
      return FALSE;
  return segments[get_row (list, 0)] < segments[get_row (list, n - 1)];
}

/* Those without a value come last either way. */
static gboolean
is_by_arr (HrTestUi *ui, gboolean descending)
{
  HrAccountList *list = find_list (ui);
  const gint64 *arr = hr_column_get_money (
      hr_portfolio_find_column (hr_test_get_plan (ui)->portfolio, HR_COLUMN_ARR));

  for (guint i = 1; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      gint64 before = arr[get_row (list, i - 1)], after = arr[get_row (list, i)];

      if (after == HR_MONEY_NONE)
        continue;
      if (before == HR_MONEY_NONE || (descending ? before < after : before > after))
        return FALSE;
    }
  return TRUE;
}

/* A title sorts, the other way round, and no more. */
static void
test_page_sort (HrTestUi *ui, gconstpointer setting)
{
  g_autofree char *first = NULL, *largest = NULL, *smallest = NULL;
  HrSegment *segment = hr_list_get (hr_test_get_plan (ui)->segments, 0);

  show_accounts (ui);
  press_title (ui, "Segment");
  hr_test_wait (is_by_segment (ui));
  first = get_cell (ui, HR_ACCOUNT_SEGMENT, 0);
  g_assert_cmpstr (first, ==, segment->name);

  press_title (ui, "ARR");
  hr_test_wait (is_by_arr (ui, FALSE));
  smallest = get_cell (ui, HR_COLUMN_ARR, 0);
  press_title (ui, "ARR");
  hr_test_wait (is_by_arr (ui, TRUE));
  largest = get_cell (ui, HR_COLUMN_ARR, 0);
  g_assert_cmpstr (largest, !=, smallest);

  press_title (ui, "ARR");
  hr_test_wait (get_row (find_list (ui), 1) == 1);
  for (guint i = 0; i < 600; i++)
    g_assert_cmpuint (get_row (find_list (ui), i), ==, i);
}

/* A segment that is renamed, or whose rule changes, shows in the rows at once. */
static void
test_page_follows_segments (HrTestUi *ui, gconstpointer setting)
{
  HrDocument *document = hr_window_get_document (ui->window);
  HrSegment *first = hr_list_get (hr_test_get_plan (ui)->segments, 0);
  GtkWidget *table;
  g_autofree char *before = NULL, *after = NULL;
  g_auto (GValue) rule = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  show_accounts (ui);
  table = hr_test_find (ui->window, HR_TYPE_GRID, NULL);
  before = hr_test_get_text (table);
  g_assert_false (hr_test_shows (table, "Very Own"));
  hr_document_edit (document, first, "name", "Very Own", &error);
  g_assert_no_error (error);
  hr_test_settle (ui->window);
  g_assert_true (hr_test_shows (table, "Very Own"));

  g_value_init (&rule, HR_TYPE_RULE);
  g_value_take_boxed (&rule, hr_rule_parse ("arr < 0", &error));
  g_assert_no_error (error);
  hr_history_set (hr_document_get_history (document), first, "rule", &rule, &error);
  g_assert_no_error (error);
  hr_test_settle (ui->window);
  g_assert_false (
      hr_test_shows (hr_test_find (ui->window, HR_TYPE_GRID, NULL), "Very Own"));

  hr_history_undo (hr_document_get_history (document));
  hr_history_undo (hr_document_get_history (document));
  hr_test_settle (ui->window);
  after = hr_test_get_text (table);
  g_assert_cmpstr (after, ==, before);
}

static void
test_page_columns (HrTestUi *ui, gconstpointer setting)
{
  const char *const first[] = { "Name", "Segment", "ARR", "Renewal date" };
  HrGrid *table;
  GListModel *columns;

  show_accounts (ui);
  table = hr_test_find (ui->window, HR_TYPE_GRID, NULL);
  columns = G_LIST_MODEL (hr_grid_get_columns (table));
  g_assert_cmpuint (g_list_model_get_n_items (columns), ==,
                    1 + hr_portfolio_get_n_columns (hr_test_get_plan (ui)->portfolio));
  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    {
      g_autofree char *title =
          hr_test_get_text (hr_test_find_nth (table, HR_TYPE_GRID_TITLE, NULL, i));

      g_assert_cmpstr (title, ==, first[i]);
    }
}

typedef struct
{
  HrTestUi *ui;
  guint n_asked;
} Asker;

static void
ask_cb (Asker *self)
{
  g_autofree char *text = get_cell (self->ui, HR_ACCOUNT_SEGMENT, 0);

  g_assert_cmpstr (text, ==, HR_NO_ANSWER);
  self->n_asked++;
}

/* A tooltip asks for a cell while a segment goes: no answer then, not another segment's.
 */
static void
test_page_segment_goes (HrTestUi *ui, gconstpointer setting)
{
  HrHistory *history = hr_document_get_history (hr_window_get_document (ui->window));
  HrList *segments = hr_test_get_plan (ui)->segments;
  Asker asker = { .ui = ui };
  g_autofree char *before = NULL, *after = NULL;

  show_accounts (ui);
  before = get_cell (ui, HR_ACCOUNT_SEGMENT, 0);
  g_signal_connect_swapped (segments, "items-changed", G_CALLBACK (ask_cb), &asker);
  while (hr_list_get_n (segments) > 0)
    hr_history_remove (history, segments, hr_list_get_n (segments) - 1);
  g_assert_cmpuint (asker.n_asked, >, 0);
  g_signal_handlers_disconnect_by_data (segments, &asker);

  while (hr_history_can_undo (history))
    hr_history_undo (history);
  hr_test_settle (ui->window);
  after = get_cell (ui, HR_ACCOUNT_SEGMENT, 0);
  g_assert_cmpstr (after, ==, before);
}

static void
test_page_empty (HrTestUi *ui, gconstpointer setting)
{
  show_accounts (ui);
  g_assert_true (hr_test_shows (ui->window, "No Accounts Yet"));
  g_assert_true (hr_test_shows (ui->window, "Import Accounts…"));
}

int
main (int argc, char **argv)
{
  static const HrTestSetting empty = { HR_TEST_NEW, 1280, 800, FALSE };

  hr_test_ui_init (&argc, &argv);
  g_test_add_func ("/ui/accounts/sort", test_sort);
  g_test_add_func ("/ui/accounts/sort-texts", test_sort_texts);
  g_test_add_func ("/ui/accounts/search", test_search);
  g_test_add_func ("/ui/accounts/lazy", test_lazy);
  hr_test_ui_add ("/ui/accounts/page/search", NULL, test_page_search);
  hr_test_ui_add ("/ui/accounts/page/sort", NULL, test_page_sort);
  hr_test_ui_add ("/ui/accounts/page/follows-segments", NULL, test_page_follows_segments);
  hr_test_ui_add ("/ui/accounts/page/segment-goes", NULL, test_page_segment_goes);
  hr_test_ui_add ("/ui/accounts/page/columns", NULL, test_page_columns);
  hr_test_ui_add ("/ui/accounts/page/empty", &empty, test_page_empty);
  return g_test_run ();
}
