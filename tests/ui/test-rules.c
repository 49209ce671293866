/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-column.h"
#include "hr-test-ui.h"

/* A rule that is written in the builder, and the order of segments. */

#define CHOSEN "Mid-market" /* the second of the sample, by ARR alone */

static HrDocument *
get_document (HrTestUi *ui)
{
  return hr_window_get_document (ui->window);
}

static const char *
get_name (HrTestUi *ui, guint i)
{
  const HrSegment *segment =
      hr_list_get (hr_document_get_plan (get_document (ui))->segments, i);

  return segment->name;
}

/* Counted account by account, as no rule does: those with an ARR of at least so much. */
static guint
count_accounts (HrTestUi *ui, double least)
{
  HrPortfolio *portfolio = hr_document_get_plan (get_document (ui))->portfolio;
  HrColumn *arr = hr_portfolio_find_column (portfolio, HR_COLUMN_ARR);
  const gint64 *money = hr_column_get_money (arr);
  guint n = 0;

  for (gsize i = 0; i < hr_portfolio_get_n_accounts (portfolio); i++)
    n += !hr_column_is_missing (arr, i) && (double) money[i] / 100 >= least;
  return n;
}

static void
assert_counted (HrTestUi *ui, double least)
{
  g_autofree char *counted = g_strdup_printf ("%u customers", count_accounts (ui, least));

  if (!hr_test_shows (hr_window_get_page (ui->window, "segments"), counted))
    g_error ("The page does not say “%s”", counted);
}

/* Chooses the segment and puts it before the others, so that no rule takes its accounts.
 */
static void
choose_first (HrTestUi *ui)
{
  GtkWidget *row;

  hr_test_show_page (ui, "segments");
  row = hr_test_find (ui->window, GTK_TYPE_LIST_BOX_ROW, CHOSEN);
  hr_test_focus (ui, row);
  hr_test_keys (ui, "Return alt+Up");
  g_assert_cmpstr (get_name (ui, 0), ==, CHOSEN);
}

static void
test_order (HrTestUi *ui, gconstpointer setting)
{
  g_autofree char *first = g_strdup (get_name (ui, 0));
  g_autofree char *last = g_strdup (get_name (ui, 3));

  choose_first (ui);
  assert_counted (ui, 75000);
  g_assert_cmpstr (get_name (ui, 1), ==, first);
  hr_test_keys (ui, "alt+Down alt+Down alt+Down");
  g_assert_cmpstr (get_name (ui, 3), ==, CHOSEN);
  g_assert_cmpstr (get_name (ui, 2), ==, last);
  hr_test_keys (ui, "alt+Down"); /* it is the last already */
  g_assert_cmpstr (get_name (ui, 3), ==, CHOSEN);

  hr_test_keys (ui, "ctrl+z ctrl+z ctrl+z ctrl+z");
  g_assert_cmpstr (get_name (ui, 0), ==, first);
  g_assert_cmpstr (get_name (ui, 1), ==, CHOSEN);
  g_assert_cmpstr (get_name (ui, 3), ==, last);
  g_assert_false (hr_history_can_undo (hr_document_get_history (get_document (ui))));
}

/* While a threshold is typed, the count follows with every key. */
static void
test_threshold (HrTestUi *ui, gconstpointer setting)
{
  GtkWidget *value;

  choose_first (ui);
  assert_counted (ui, 75000);
  value = hr_test_find (ui->window, GTK_TYPE_ENTRY, "Value");
  hr_test_focus (ui, value);
  hr_test_keys (ui, "ctrl+a 4");
  assert_counted (ui, 4);
  hr_test_keys (ui, "0 0 0 0");
  assert_counted (ui, 40000);
  hr_test_keys (ui, "0");
  assert_counted (ui, 400000);
  g_assert_cmpuint (count_accounts (ui, 400000), !=, count_accounts (ui, 40000));
}

/* A value that is typed back to what it was leaves no step, and what is typed next takes
 * back none of those before. */
static void
test_typed_back (HrTestUi *ui, gconstpointer setting)
{
  HrHistory *history = hr_document_get_history (hr_window_get_document (ui->window));
  GtkWidget *value;

  choose_first (ui);
  g_assert_cmpuint (hr_history_get_n_done (history), ==, 1); /* it was moved */
  value = hr_test_find (ui->window, GTK_TYPE_ENTRY, "Value");
  hr_test_focus (ui, value);
  hr_test_keys (ui, "ctrl+a 7 5 0 0");
  assert_counted (ui, 7500);
  g_assert_cmpuint (hr_history_get_n_done (history), ==, 2);
  hr_test_keys (ui, "0");
  assert_counted (ui, 75000);
  g_assert_cmpuint (hr_history_get_n_done (history), ==, 1);
  hr_test_keys (ui, "0");
  assert_counted (ui, 750000);
  g_assert_cmpstr (get_name (ui, 0), ==, CHOSEN);
  g_assert_cmpuint (hr_history_get_n_done (history), ==, 2);
}

/* A second condition, with a comparison of its own, chosen by keyboard. */
static void
test_second_condition (HrTestUi *ui, gconstpointer setting)
{
  GtkWidget *comparison, *value;
  guint expected = count_accounts (ui, 75000) - count_accounts (ui, 150000);
  g_autofree char *counted = g_strdup_printf ("%u customers", expected);

  choose_first (ui);
  hr_test_press (ui, hr_test_find (ui->window, ADW_TYPE_BUTTON_ROW, "Add Condition"));
  comparison = hr_test_find_nth (ui->window, GTK_TYPE_DROP_DOWN, "Comparison", 1);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (comparison), 3);
  hr_test_settle (ui->window);
  g_assert_true (hr_test_shows (comparison, "less than"));
  value = hr_test_find_nth (ui->window, GTK_TYPE_ENTRY, "Value", 1);
  hr_test_focus (ui, value);
  hr_test_keys (ui, "ctrl+a");
  hr_test_type (ui, "150K");
  if (!hr_test_shows (ui->window, counted))
    g_error ("The page does not say “%s”", counted);
}

int
main (int argc, char **argv)
{
  hr_test_ui_init (&argc, &argv);
  hr_test_ui_add ("/ui/rules/order", NULL, test_order);
  hr_test_ui_add ("/ui/rules/threshold", NULL, test_threshold);
  hr_test_ui_add ("/ui/rules/typed-back", NULL, test_typed_back);
  hr_test_ui_add ("/ui/rules/second-condition", NULL, test_second_condition);
  return g_test_run ();
}
