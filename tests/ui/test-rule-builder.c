/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "hr-example-table.h"
#include "hr-format.h"
#include "hr-parse.h"
#include "hr-rule-examples.h"
#include "hr-rule-row.h"
#include "hr-test-ui.h"
#include "hr-threshold-handle.h"

/* Rules that nest, by key and by pointer, and thresholds that are dragged. Enterprise is
 * the first of the sample:
 * ARR ≥ 250,000 or (employees ≥ 5,000 and ARR ≥ 120,000) */

#define ENTERPRISE "arr >= 250000 or employees >= 5000 and arr >= 120000"

static HrDocument *
get_document (HrTestUi *ui)
{
  return hr_window_get_document (ui->window);
}

static HrHistory *
get_history (HrTestUi *ui)
{
  return hr_document_get_history (get_document (ui));
}

static HrSegment *
get_first (HrTestUi *ui)
{
  return hr_list_get (hr_document_get_plan (get_document (ui))->segments, 0);
}

static void
assert_rule (HrTestUi *ui, const char *expected)
{
  g_autofree char *text = hr_rule_to_text (get_first (ui)->rule);
  g_autoptr (HrRule) wanted = hr_rule_parse (expected, NULL);
  g_autofree char *normal = hr_rule_to_text (wanted);

  g_assert_cmpstr (text, ==, normal);
}

static GtkWidget *
get_row (HrTestUi *ui, guint i)
{
  return hr_test_find_nth (ui->window, HR_TYPE_RULE_ROW, NULL, i);
}

static void
show (HrTestUi *ui)
{
  hr_test_show_page (ui, "segments");
  assert_rule (ui, ENTERPRISE);
  g_assert_cmpuint (hr_test_count (ui->window, HR_TYPE_RULE_ROW), ==, 4);
}

static void
focus_handle (HrTestUi *ui, guint row)
{
  hr_test_focus (ui, hr_test_find (get_row (ui, row), GTK_TYPE_TOGGLE_BUTTON, NULL));
}

static void
assert_title (HrTestUi *ui, guint row, const char *title)
{
  g_autofree char *difference = gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (get_row (ui, row)), GTK_ACCESSIBLE_PROPERTY_LABEL, title);

  g_assert_null (difference);
}

static void
undo_all (HrTestUi *ui, guint n)
{
  for (guint i = 0; i < n; i++)
    hr_test_keys (ui, "ctrl+z");
  assert_rule (ui, ENTERPRISE);
  g_assert_false (hr_history_can_undo (get_history (ui)));
}

/* Each key is one step of the history, and what moves keeps the focus. */
static void
test_keys (HrTestUi *ui, gconstpointer setting)
{
  GtkWidget *row;

  show (ui);
  assert_title (ui, 2, "employees at least 5,000, 1 of 2 in “All of these hold”");
  row = get_row (ui, 2);
  focus_handle (ui, 2);
  hr_test_keys (ui, "alt+Down");
  assert_rule (ui, "arr >= 250000 or arr >= 120000 and employees >= 5000");
  g_assert_true (get_row (ui, 3) == row);
  g_assert_true (gtk_widget_is_ancestor (hr_test_get_focus (ui), row));
  hr_test_keys (ui, "alt+Left");
  assert_rule (ui, "arr >= 250000 or all(arr >= 120000) or employees >= 5000");
  assert_title (ui, 3, "employees at least 5,000, 3 of 3 in “Any of these holds”");
  hr_test_keys (ui, "alt+Down"); /* nowhere to go */
  hr_test_keys (ui, "alt+Right");
  assert_rule (ui, "arr >= 250000 or arr >= 120000 and employees >= 5000");
  g_assert_true (gtk_widget_is_ancestor (hr_test_get_focus (ui), row));
  g_assert_cmpuint (hr_history_get_n_steps (get_history (ui)), ==, 3);
  undo_all (ui, 3);
}

/* The last one out of a group takes the group with it. */
static void
test_last_out (HrTestUi *ui, gconstpointer setting)
{
  show (ui);
  focus_handle (ui, 2);
  hr_test_keys (ui, "alt+Left");
  focus_handle (ui, 2);
  hr_test_keys (ui, "alt+Left");
  assert_rule (ui, "arr >= 250000 or arr >= 120000 or employees >= 5000");
  g_assert_cmpuint (hr_test_count (ui->window, HR_TYPE_RULE_ROW), ==, 3);
  undo_all (ui, 2);
  g_assert_cmpuint (hr_test_count (ui->window, HR_TYPE_RULE_ROW), ==, 4);
}

/* The menu of the handle does what the keys do. */
static void
test_menu (HrTestUi *ui, gconstpointer setting)
{
  show (ui);
  focus_handle (ui, 0);
  hr_test_keys (ui, "space Up Return"); /* the last of it */
  assert_rule (ui, "all(arr >= 250000) or employees >= 5000 and arr >= 120000");
  g_assert_cmpuint (hr_test_count (ui->window, HR_TYPE_RULE_ROW), ==, 5);
  undo_all (ui, 1);
}

static void
drag (HrTestUi *ui, guint from, guint to, double across, double down)
{
  GtkWidget *handle = hr_test_find (get_row (ui, from), GTK_TYPE_TOGGLE_BUTTON, NULL);

  /* all of them in sight */
  hr_test_focus (ui, hr_test_find (ui->window, ADW_TYPE_BUTTON_ROW, "Add Group of"));
  hr_test_drag (ui, handle, get_row (ui, to), across, down);
}

static void
wait_for_step (HrTestUi *ui, guint n)
{
  hr_test_wait (hr_history_get_n_done (get_history (ui)) == n);
  hr_test_settle (ui->window);
}

static void
test_drag (HrTestUi *ui, gconstpointer setting)
{
  show (ui);
  drag (ui, 0, 1, 0.5, 0.9); /* into the group, first */
  wait_for_step (ui, 1);
  assert_rule (ui, "any(arr >= 250000 and employees >= 5000 and arr >= 120000)");
  drag (ui, 2, 0, 0.5, 0.1); /* out of it, before it */
  wait_for_step (ui, 2);
  assert_rule (ui, "employees >= 5000 or arr >= 250000 and arr >= 120000");
  drag (ui, 2, 3, 0.5, 0.9); /* within it */
  wait_for_step (ui, 3);
  assert_rule (ui, "employees >= 5000 or arr >= 120000 and arr >= 250000");
  drag (ui, 0, 3, 0.01, 0.9); /* behind it: far out */
  wait_for_step (ui, 4);
  assert_rule (ui, "arr >= 120000 and arr >= 250000 or employees >= 5000");
  undo_all (ui, 4);
}

/* A group does not go into itself; nothing is changed by halves. */
static void
test_drag_refused (HrTestUi *ui, gconstpointer setting)
{
  show (ui);
  drag (ui, 1, 2, 0.5, 0.9);
  assert_rule (ui, ENTERPRISE);
  g_assert_false (hr_history_can_undo (get_history (ui)));
  drag (ui, 1, 0, 0.5, 0.1); /* but it goes elsewhere with all it holds */
  wait_for_step (ui, 1);
  assert_rule (ui, "employees >= 5000 and arr >= 120000 or arr >= 250000");
}

static void
test_groups (HrTestUi *ui, gconstpointer setting)
{
  GtkWidget *kind;

  show (ui);
  hr_test_press (ui, hr_test_find (ui->window, ADW_TYPE_BUTTON_ROW, "Add Group of"));
  assert_rule (ui, ENTERPRISE " or all(arr >= 0)");
  kind = hr_test_find_nth (ui->window, GTK_TYPE_DROP_DOWN, "Group of Conditions", 1);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (kind), HR_RULE_NODE_NONE);
  hr_test_settle (ui->window);
  assert_rule (ui, ENTERPRISE " or not arr >= 0");
  hr_test_press (ui, hr_test_find_nth (ui->window, GTK_TYPE_BUTTON,
                                       "Add Condition to the Group", 1));
  assert_rule (ui, ENTERPRISE " or not (arr >= 0 or arr >= 0)");
  hr_test_press (ui, hr_test_find_nth (ui->window, GTK_TYPE_BUTTON, "Remove Group", 1));
  assert_rule (ui, ENTERPRISE);
  undo_all (ui, 4);
}

/* ---- Thresholds ---- */

static GtkWidget *
find_threshold (HrTestUi *ui, guint i)
{
  return hr_test_find_nth (ui->window, HR_TYPE_THRESHOLD_HANDLE, "Threshold", i);
}

/* An account that the rule takes in. */
typedef struct
{
  const char *name;
  gint64 arr;  /* minor units */
  double rank; /* the examples have the least */
  gsize row;
} Taken;

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  const Taken *one = a, *other = b;

  if (one->rank != other->rank)
    return one->rank < other->rank ? -1 : 1;
  return one->row < other->row ? -1 : 1;
}

/* Found account by account: the segment is the first, nobody takes any from it. */
static GArray *
find_taken (HrTestUi *ui, double least, gboolean dragged)
{
  HrPortfolio *portfolio = hr_document_get_plan (get_document (ui))->portfolio;
  HrColumn *arr = hr_portfolio_find_column (portfolio, HR_COLUMN_ARR);
  HrColumn *names = hr_portfolio_find_column (portfolio, HR_COLUMN_NAME);
  HrColumn *employees = hr_portfolio_find_column (portfolio, "employees");
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Taken));

  for (gsize i = 0; i < hr_portfolio_get_n_accounts (portfolio); i++)
    {
      Taken account = { hr_column_get_text_at (names, i), hr_column_get_money (arr)[i],
                        .row = i };
      double money = (double) account.arr / 100;

      account.rank = dragged ? fabs (money - least) : -money;
      if (!hr_column_is_missing (arr, i) &&
          (money >= least ||
           (money >= 120000 && hr_column_get_numbers (employees)[i] >= 5000)))
        g_array_append_val (all, account);
    }
  g_array_sort (all, compare_ranks);
  return all;
}

/* What the page says of those taken in: how many, their ARR, and ten of them. */
static void
assert_taken (HrTestUi *ui, double least, gboolean dragged)
{
  GtkWidget *shown = hr_test_find (ui->window, HR_TYPE_RULE_EXAMPLES, NULL);
  g_autoptr (GArray) all = find_taken (ui, least, dragged);
  g_autoptr (GString) examples = g_string_new (NULL);
  g_autofree char *arr = NULL, *figures = NULL;
  GtkLabel *names = hr_test_find (hr_test_find (shown, HR_TYPE_EXAMPLE_TABLE, NULL),
                                  GTK_TYPE_LABEL, NULL);
  gint64 sum = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const Taken *account = &g_array_index (all, Taken, i);

      sum += account->arr;
      if (i < 10)
        g_string_append_printf (examples, "%s%s", i > 0 ? "\n" : "", account->name);
    }
  arr = hr_format_money_compact ((double) sum / 100,
                                 hr_document_get_plan (get_document (ui))->currency);
  figures = g_strdup_printf ("%u customers · %s ARR", all->len, arr);
  if (!hr_test_shows (shown, figures))
    g_error ("The page does not say “%s”", figures);
  g_assert_cmpstr (gtk_label_get_text (names), ==, examples->str);
  g_assert_true (hr_test_shows (shown, dragged ? "Those next to the threshold"
                                               : "Those with the most ARR"));
}

static double
get_typed (HrTestUi *ui)
{
  GtkWidget *value = hr_test_find (ui->window, GTK_TYPE_ENTRY, "Value");

  double typed = NAN;

  g_assert_true (hr_parse_number (gtk_editable_get_text (GTK_EDITABLE (value)), &typed));
  return typed;
}

/* While it is dragged the figures follow and the plan does not; let go, it is one step.
 */
static void
test_threshold (HrTestUi *ui, gconstpointer setting)
{
  GtkWidget *handle, *strip;
  double typed;

  show (ui);
  assert_taken (ui, 250000, FALSE);
  handle = find_threshold (ui, 0);
  strip = gtk_widget_get_parent (handle);
  hr_test_focus (ui, handle);
  hr_test_point (ui, handle, 0.5, 0.5);
  hr_test_mouse (ui, TRUE);
  for (guint i = 1; i <= 5; i++)
    {
      hr_test_point (ui, strip, 0.62 - 0.1 * i, 0.5);
      typed = get_typed (ui);
      g_assert_cmpfloat (typed, <, 250000);
      assert_taken (ui, typed, TRUE);
      assert_rule (ui, ENTERPRISE);
    }
  g_assert_cmpuint (hr_history_get_n_steps (get_history (ui)), ==, 0);
  hr_test_mouse (ui, FALSE);
  typed = get_typed (ui);
  assert_taken (ui, typed, FALSE);
  g_assert_cmpuint (hr_history_get_n_steps (get_history (ui)), ==, 1);
  undo_all (ui, 1);
  assert_taken (ui, 250000, FALSE);
  g_assert_cmpfloat (get_typed (ui), ==, 250000);
}

static void
test_escape (HrTestUi *ui, gconstpointer setting)
{
  GtkWidget *handle, *strip;

  show (ui);
  handle = find_threshold (ui, 0);
  strip = gtk_widget_get_parent (handle);
  hr_test_focus (ui, handle);
  hr_test_point (ui, handle, 0.5, 0.5);
  hr_test_mouse (ui, TRUE);
  hr_test_point (ui, strip, 0.5, 0.5);
  hr_test_point (ui, strip, 0.2, 0.5);
  assert_taken (ui, get_typed (ui), TRUE);
  g_assert_cmpfloat (get_typed (ui), !=, 250000);
  hr_test_keys (ui, "Escape");
  g_assert_cmpfloat (get_typed (ui), ==, 250000);
  assert_taken (ui, 250000, FALSE);
  hr_test_point (ui, strip, 0.9, 0.5); /* it is held no more */
  hr_test_mouse (ui, FALSE);
  g_assert_cmpfloat (get_typed (ui), ==, 250000);
  g_assert_false (hr_history_can_undo (get_history (ui)));
}

/* Some keys in a row are one step, as typing is. */
static void
test_threshold_keys (HrTestUi *ui, gconstpointer setting)
{
  GtkWidget *handle;
  g_autofree char *difference = NULL;

  show (ui);
  handle = find_threshold (ui, 0);
  hr_test_focus (ui, handle);
  hr_test_keys (ui, "Right Right");
  assert_rule (ui, "arr >= 270000 or employees >= 5000 and arr >= 120000");
  difference = gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (handle), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "$270K");
  g_assert_null (difference);
  hr_test_keys (ui, "Left Page_Down");
  assert_rule (ui, "arr >= 160000 or employees >= 5000 and arr >= 120000");
  assert_taken (ui, 160000, FALSE);
  g_assert_cmpuint (hr_history_get_n_steps (get_history (ui)), ==, 1);
  hr_test_keys (ui, "Tab"); /* done; what comes is another step */
  hr_test_focus (ui, handle);
  hr_test_keys (ui, "Right");
  g_assert_cmpuint (hr_history_get_n_steps (get_history (ui)), ==, 2);
  undo_all (ui, 2);
}

/* Only where there is something that can be more or less. */
static void
test_no_threshold (HrTestUi *ui, gconstpointer setting)
{
  GtkWidget *comparison;

  show (ui);
  g_assert_cmpuint (hr_test_count (ui->window, HR_TYPE_THRESHOLD_HANDLE), ==, 3);
  comparison = hr_test_find_nth (ui->window, GTK_TYPE_DROP_DOWN, "Comparison", 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (comparison), 4); /* is */
  hr_test_settle (ui->window);
  g_assert_cmpuint (hr_test_count (ui->window, HR_TYPE_THRESHOLD_HANDLE), ==, 2);
}

int
main (int argc, char **argv)
{
  static const HrTestSetting tall = { HR_TEST_SAMPLE, 1280, 1150, FALSE };

  hr_test_ui_init (&argc, &argv);
  hr_test_ui_add ("/ui/rule-builder/keys", &tall, test_keys);
  hr_test_ui_add ("/ui/rule-builder/last-out", &tall, test_last_out);
  hr_test_ui_add ("/ui/rule-builder/menu", &tall, test_menu);
  hr_test_ui_add ("/ui/rule-builder/drag", &tall, test_drag);
  hr_test_ui_add ("/ui/rule-builder/drag-refused", &tall, test_drag_refused);
  hr_test_ui_add ("/ui/rule-builder/groups", &tall, test_groups);
  hr_test_ui_add ("/ui/rule-builder/threshold", &tall, test_threshold);
  hr_test_ui_add ("/ui/rule-builder/escape", &tall, test_escape);
  hr_test_ui_add ("/ui/rule-builder/threshold-keys", &tall, test_threshold_keys);
  hr_test_ui_add ("/ui/rule-builder/no-threshold", &tall, test_no_threshold);
  return g_test_run ();
}
