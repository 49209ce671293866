/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-accounts-page.h"
#include "hr-parse.h"
#include "hr-split-row.h"
#include "hr-test-ui.h"
#include "hr-threshold-handle.h"

/* Where rules overlap, and what if the accounts were split elsewhere. */

static HrDocument *
get_document (HrTestUi *ui)
{
  return hr_window_get_document (ui->window);
}

static HrPlan *
get_plan (HrTestUi *ui)
{
  return hr_document_get_plan (get_document (ui));
}

static HrHistory *
get_history (HrTestUi *ui)
{
  return hr_document_get_history (get_document (ui));
}

static HrSegment *
get_segment (HrTestUi *ui, guint i)
{
  return hr_list_get (get_plan (ui)->segments, i);
}

static GtkWidget *
get_dialog (HrTestUi *ui)
{
  return GTK_WIDGET (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (ui->window)));
}

/* Opened by keyboard, until it stands still. */
static GtkWidget *
open_dialog (HrTestUi *ui, const char *row)
{
  graphene_rect_t before = { 0 }, now;

  hr_test_show_page (ui, "segments");
  hr_test_focus (ui, hr_test_find (ui->window, ADW_TYPE_ACTION_ROW, row));
  hr_test_keys (ui, "Return");
  hr_test_wait (get_dialog (ui) != NULL);
  for (guint still = 0; still < 5;)
    {
      hr_test_settle (ui->window);
      if (!gtk_widget_compute_bounds (adw_dialog_get_child (ADW_DIALOG (get_dialog (ui))),
                                      GTK_WIDGET (ui->window), &now))
        g_error ("The dialog is not in the window");
      still = graphene_rect_equal (&before, &now) ? still + 1 : 0;
      before = now;
    }
  return get_dialog (ui);
}

static void
assert_shows (gpointer widget, const char *text)
{
  g_autofree char *all = hr_test_get_text (widget);

  if (strstr (all, text) == NULL)
    g_error ("It does not say “%s”, but:\n%s", text, all);
}

static void
assert_names (GtkWidget *dialog)
{
  g_autofree char *complaints =
      hr_test_check_names (adw_dialog_get_child (ADW_DIALOG (dialog)));

  hr_test_refute (complaints);
}

/* Counted account by account: those of the first two segments that the second matches. */
static guint
count_both (HrTestUi *ui)
{
  HrSegmentation *segmentation = hr_document_get_segmentation (get_document (ui));
  HrColumn *arr = hr_portfolio_find_column (get_plan (ui)->portfolio, HR_COLUMN_ARR);
  guint n = 0;

  for (gsize i = 0; i < hr_segmentation_get_n_accounts (segmentation); i++)
    n += hr_segmentation_get_assignment (segmentation)[i] == 0 &&
         !hr_column_is_missing (arr, i) && hr_column_get_money (arr)[i] >= 7500000;
  return n;
}

static void
test_overlaps (HrTestUi *ui, gconstpointer setting)
{
  GtkWidget *dialog = open_dialog (ui, "Overlaps and Gaps"), *row;
  g_autofree char *count = g_strdup_printf ("%u accounts", count_both (ui));

  assert_shows (dialog, "Each account has a segment");
  row = hr_test_find (dialog, ADW_TYPE_EXPANDER_ROW, "“Enterprise” and “Mid-market”");
  assert_shows (row, count);
  assert_shows (row, "they go to “Enterprise”");
  hr_test_tab_to (ui, ADW_TYPE_EXPANDER_ROW, "“Enterprise” and “Mid-market”");
  hr_test_keys (ui, "Return");
  hr_test_wait (hr_test_shows (row, "Go to the Rule of “Mid-market”"));
  assert_names (dialog);

  hr_test_focus (ui, hr_test_find (dialog, ADW_TYPE_ACTION_ROW, "Go to the Rule of “M"));
  hr_test_keys (ui, "Return");
  hr_test_wait (get_dialog (ui) == NULL);
  g_assert_cmpstr (gtk_editable_get_text (hr_test_find_titled (ui->window, "Name")), ==,
                   "Mid-market");
}

/* From an example to the account itself. */
static void
test_example (HrTestUi *ui, gconstpointer setting)
{
  GtkWidget *dialog = open_dialog (ui, "Overlaps and Gaps"), *row;

  row = hr_test_find (dialog, ADW_TYPE_EXPANDER_ROW, "“Enterprise” and “Mid-market”");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  hr_test_wait (hr_test_shows (row, "Delorme Fasteners"));
  hr_test_press (ui, hr_test_find (dialog, ADW_TYPE_ACTION_ROW, "Delorme Fasteners"));
  hr_test_wait (get_dialog (ui) == NULL);
  g_assert_cmpstr (hr_window_get_page_name (ui->window), ==, "accounts");
  hr_test_wait (hr_test_shows (ui->window, "1 of 600 accounts"));
}

/* With the segment gone that takes all the rest there is a gap. */
static void
test_gap (HrTestUi *ui, gconstpointer setting)
{
  GtkWidget *dialog;

  hr_test_show_page (ui, "segments");
  hr_test_press (ui, hr_test_find (ui->window, GTK_TYPE_LIST_BOX_ROW, "Digital"));
  hr_test_press (ui, hr_test_find (ui->window, GTK_TYPE_BUTTON, "Remove Segment"));
  dialog = open_dialog (ui, "In No Segment");
  assert_shows (dialog, "192 accounts · $2.43M ARR");
  assert_shows (dialog, "none: 192");
}

/* ---- The split ---- */

static void
assert_band (GtkWidget *dialog, guint from_top, const char *name, const char *figures)
{
  GtkWidget *row = hr_test_find_nth (dialog, HR_TYPE_SPLIT_ROW, NULL, from_top);

  assert_shows (row, name);
  assert_shows (row, figures);
}

static guint
count_between (HrTestUi *ui, double from, double to)
{
  HrColumn *arr = hr_portfolio_find_column (get_plan (ui)->portfolio, HR_COLUMN_ARR);
  guint n = 0;

  for (gsize i = 0; i < hr_column_get_n (arr); i++)
    {
      double money = (double) hr_column_get_money (arr)[i] / 100;

      n += !hr_column_is_missing (arr, i) && money >= from && money < to;
    }
  return n;
}

static GtkWidget *
find_threshold (GtkWidget *dialog, guint i)
{
  return hr_test_find_nth (dialog, HR_TYPE_THRESHOLD_HANDLE, "Threshold between", i);
}

static void
assert_rule (HrTestUi *ui, guint i, const char *expected)
{
  g_autofree char *text = hr_rule_to_text (get_segment (ui, i)->rule);

  g_assert_cmpstr (text, ==, expected);
}

/* All segments, by keyboard: moved, applied, undone. */
static void
test_split_by_key (HrTestUi *ui, gconstpointer setting)
{
  g_autoptr (HrPlan) before = hr_item_copy (get_plan (ui));
  GtkWidget *dialog = open_dialog (ui, "Split by ARR");
  g_autofree char *counted =
      g_strdup_printf ("%u customers", count_between (ui, 75000, 260000));

  assert_names (dialog);
  hr_test_tab_to (ui, HR_TYPE_THRESHOLD_HANDLE, "“Mid-market” and “Enterprise”");
  hr_test_keys (ui, "Right");
  assert_band (dialog, 0, "Enterprise", "At least $260,000");
  assert_band (dialog, 1, "Mid-market", counted);
  assert_shows (dialog, "These segments get another rule: “Enterprise”, “Mid-market”");
  g_assert_true (hr_item_equal (get_plan (ui), before));
  hr_test_press (ui, hr_test_find (dialog, GTK_TYPE_BUTTON, "Apply"));
  hr_test_wait (get_dialog (ui) == NULL);
  assert_rule (ui, 0, "arr >= 260000");
  assert_rule (ui, 1, "arr >= 75000 and arr < 260000");
  g_assert_cmpuint (hr_history_get_n_steps (get_history (ui)), ==, 1);
  hr_history_undo (get_history (ui));
  g_assert_true (hr_item_equal (get_plan (ui), before));
}

/* While it is dragged the bands follow, and the plan does not. */
static void
test_split_by_pointer (HrTestUi *ui, gconstpointer setting)
{
  GtkWidget *dialog = open_dialog (ui, "Split by ARR"), *handle, *area, *entry;
  double before = 75000;

  handle = find_threshold (dialog, 1);
  area = gtk_widget_get_parent (handle);
  entry = hr_test_find (dialog, GTK_TYPE_ENTRY, "“Mid-market” from this ARR on");
  hr_test_point (ui, handle, 0.5, 0.5);
  hr_test_mouse (ui, TRUE);
  for (guint i = 0; i < 4; i++)
    {
      double typed;
      g_autofree char *counted = NULL;

      hr_test_point (ui, area, 0.45 + 0.03 * i, 0.5);
      g_assert_true (
          hr_parse_number (gtk_editable_get_text (GTK_EDITABLE (entry)), &typed));
      g_assert_cmpfloat (typed, >, before);
      counted = g_strdup_printf ("%u customers", count_between (ui, typed, 250000));
      assert_band (dialog, 1, "Mid-market", counted);
      before = typed;
    }
  hr_test_point (ui, area, 0.95, 0.5); /* not beyond its neighbour */
  assert_band (dialog, 1, "Mid-market", "0 customers");
  hr_test_keys (ui, "Escape");
  assert_band (dialog, 1, "Mid-market", "134 customers");
  hr_test_mouse (ui, FALSE);
  assert_band (dialog, 1, "Mid-market", "134 customers");
  g_assert_true (get_dialog (ui) == dialog);
  hr_test_keys (ui, "Escape"); /* now it is the dialog's */
  hr_test_wait (get_dialog (ui) == NULL);
  g_assert_false (hr_history_can_undo (get_history (ui)));
}

/* One segment cut in two: the new one is a copy, with its journey. */
static void
test_split_one (HrTestUi *ui, gconstpointer setting)
{
  GtkWidget *dialog = open_dialog (ui, "Split by ARR"), *entry;
  HrSegment *scale = get_segment (ui, 2), *made;
  g_autoptr (HrPlan) before = hr_item_copy (get_plan (ui));
  HrJourney *journey, *copy;

  adw_combo_row_set_selected (hr_test_find_titled (dialog, "Split"), 3);
  hr_test_settle (ui->window);
  assert_band (dialog, 0, "Scale", "232 customers");
  hr_test_press (ui, hr_test_find (dialog, GTK_TYPE_BUTTON, "Add Threshold"));
  assert_band (dialog, 0, "Scale Plus", "New");
  assert_shows (dialog, "“Scale Plus” is new: a copy of “Scale” with a copy of its");
  entry = hr_test_find (dialog, GTK_TYPE_ENTRY, "“Scale Plus” from this ARR on");
  hr_test_focus (ui, entry);
  hr_test_keys (ui, "ctrl+a");
  hr_test_type (ui, "40K");
  hr_test_keys (ui, "Return");
  assert_band (dialog, 0, "Scale Plus", "At least $40,000");
  hr_test_press (ui, hr_test_find (dialog, GTK_TYPE_BUTTON, "Apply"));
  hr_test_wait (get_dialog (ui) == NULL);

  made = get_segment (ui, 2);
  g_assert_cmpstr (made->name, ==, "Scale Plus");
  g_assert_true (get_segment (ui, 3) == scale);
  journey = hr_plan_find_journey (get_plan (ui), scale, HR_JOURNEY_CURRENT);
  copy = hr_plan_find_journey (get_plan (ui), made, HR_JOURNEY_CURRENT);
  g_assert_cmpuint (hr_list_get_n (copy->touchpoints), ==,
                    hr_list_get_n (journey->touchpoints));
  hr_test_settle (ui->window);
  g_assert_true (hr_test_shows (ui->window, "Scale Plus"));
  hr_history_undo (get_history (ui));
  g_assert_true (hr_item_equal (get_plan (ui), before));
}

/* Typed nonsense gives way; a threshold is removed by button and by key. */
static void
test_split_remove (HrTestUi *ui, gconstpointer setting)
{
  GtkWidget *dialog = open_dialog (ui, "Split by ARR"), *entry;

  entry = hr_test_find (dialog, GTK_TYPE_ENTRY, "“Scale” from this ARR on");
  hr_test_focus (ui, entry);
  hr_test_keys (ui, "ctrl+a");
  hr_test_type (ui, "many");
  hr_test_keys (ui, "Return");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "20,000");

  hr_test_press (ui, hr_test_find_nth (dialog, GTK_TYPE_BUTTON, "Remove Threshold", 0));
  g_assert_cmpuint (hr_test_count (dialog, HR_TYPE_SPLIT_ROW), ==, 3);
  assert_shows (dialog, "“Enterprise” stays behind the others");
  hr_test_focus (ui, find_threshold (dialog, 0));
  hr_test_keys (ui, "Delete");
  g_assert_cmpuint (hr_test_count (dialog, HR_TYPE_SPLIT_ROW), ==, 2);
  hr_test_press (ui, hr_test_find (dialog, GTK_TYPE_BUTTON, "Cancel"));
  hr_test_wait (get_dialog (ui) == NULL);
  g_assert_false (hr_history_can_undo (get_history (ui)));
}

/* The plan is undone while it is split: then that plan is split. */
static void
test_split_undone (HrTestUi *ui, gconstpointer setting)
{
  HrList *segments = get_plan (ui)->segments;
  guint n = hr_list_get_n (segments);
  GtkWidget *dialog;

  hr_history_remove (get_history (ui), segments, n - 1);
  dialog = open_dialog (ui, "Split by ARR");
  g_assert_cmpuint (hr_test_count (dialog, HR_TYPE_SPLIT_ROW), ==, n - 1);
  hr_history_undo (get_history (ui));
  hr_test_settle (ui->window);
  g_assert_cmpuint (hr_test_count (dialog, HR_TYPE_SPLIT_ROW), ==, n);
  hr_history_redo (get_history (ui));
  hr_test_settle (ui->window);
  g_assert_cmpuint (hr_test_count (dialog, HR_TYPE_SPLIT_ROW), ==, n - 1);
}

int
main (int argc, char **argv)
{
  static const HrTestSetting tall = { HR_TEST_SAMPLE, 1280, 1100, FALSE };

  hr_test_ui_init (&argc, &argv);
  hr_test_ui_add ("/ui/studies/overlaps", &tall, test_overlaps);
  hr_test_ui_add ("/ui/studies/example", &tall, test_example);
  hr_test_ui_add ("/ui/studies/gap", &tall, test_gap);
  hr_test_ui_add ("/ui/studies/split-by-key", &tall, test_split_by_key);
  hr_test_ui_add ("/ui/studies/split-by-pointer", &tall, test_split_by_pointer);
  hr_test_ui_add ("/ui/studies/split-one", &tall, test_split_one);
  hr_test_ui_add ("/ui/studies/split-remove", &tall, test_split_remove);
  hr_test_ui_add ("/ui/studies/split-undone", &tall, test_split_undone);
  return g_test_run ();
}
