/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "hr-chart-area.h"
#include "hr-check.h"
#include "hr-explanation.h"
#include "hr-figure.h"
#include "hr-format.h"
#include "hr-test-ui.h"

static const HrFigure FIGURES[] = {
  HR_FIGURE_FTE,
  HR_FIGURE_HEADCOUNT,
  HR_FIGURE_GAP,
  HR_FIGURE_COST_SHARE_OF_ARR,
};

static HrCapacity *
get_capacity (HrTestUi *ui)
{
  return hr_document_get_capacity (hr_window_get_document (ui->window));
}

static void
assert_shows (gpointer root, const char *text)
{
  if (!hr_test_shows (root, text))
    g_test_message ("“%s” is not shown", text);
  g_assert_true (hr_test_shows (root, text));
}

static void
check_explanation (HrTestUi *ui, guint nth)
{
  const char *currency = hr_capacity_get_plan (get_capacity (ui))->currency;
  GtkWidget *figure = hr_test_find_nth (ui->window, HR_TYPE_FIGURE, NULL, nth);
  GtkMenuButton *button = hr_test_find (figure, GTK_TYPE_MENU_BUTTON, NULL);
  GtkPopover *popover;
  g_autoptr (HrExplanation) explanation =
      hr_explanation_new (get_capacity (ui), FIGURES[nth], NULL, NULL);
  g_autofree char *result =
      hr_format_exact (explanation->result, explanation->unit, currency);

  gtk_menu_button_popup (button);
  hr_test_settle (ui->window);
  popover = gtk_menu_button_get_popover (button);
  assert_shows (popover, explanation->formula);
  assert_shows (popover, result);
  g_assert_cmpuint (hr_test_count (popover, ADW_TYPE_ACTION_ROW), ==,
                    explanation->n_inputs);
  for (guint i = 0; i < explanation->n_inputs; i++)
    {
      const HrInput *input = &explanation->inputs[i];
      g_autofree char *value = hr_format_unit (input->value, input->unit, currency);
      GtkWidget *row = hr_test_find_nth (popover, ADW_TYPE_ACTION_ROW, NULL, i);

      assert_shows (row, input->label);
      assert_shows (row, value);
    }
  gtk_menu_button_popdown (button);
  hr_test_settle (ui->window);
}

/* How a figure comes about is what the engine says, not more and not less. */
static void
test_explanations (HrTestUi *ui, gconstpointer setting)
{
  for (guint i = 0; i < G_N_ELEMENTS (FIGURES); i++)
    check_explanation (ui, i);
}

static void
test_figures (HrTestUi *ui, gconstpointer setting)
{
  const HrTotals *totals = hr_capacity_get_totals (get_capacity (ui));
  g_autofree char *needed = hr_format_people (totals->fte);
  g_autofree char *today = hr_format_people (totals->headcount);
  g_autofree char *gap = hr_format_gap (totals->gap);
  g_autofree char *share = hr_format_share (totals->cost_share_of_arr);
  const char *const texts[] = { needed, today, gap, share };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_shows (hr_test_find_nth (ui->window, HR_TYPE_FIGURE, NULL, i), texts[i]);
}

static void
test_pictures (HrTestUi *ui, gconstpointer setting)
{
  GtkWidget *chart = hr_test_find (ui->window, HR_TYPE_CHART_AREA, NULL);
  AdwToggleGroup *picture = hr_test_find (ui->window, ADW_TYPE_TOGGLE_GROUP, NULL);
  g_autofree char *bars = hr_test_get_name (chart), *map = NULL, *again = NULL;
  g_autofree char *finding = hr_format_finding (get_capacity (ui));

  g_assert_cmpstr (bars, ==, finding);
  adw_toggle_group_set_active (picture, 1);
  hr_test_settle (ui->window);
  map = hr_test_get_name (chart);
  g_assert_cmpstr (map, !=, bars);
  adw_toggle_group_set_active (picture, 0);
  hr_test_settle (ui->window);
  again = hr_test_get_name (chart);
  g_assert_cmpstr (again, ==, bars);
}

/* A check leads to what it is about. */
static void
test_check (HrTestUi *ui, gconstpointer setting)
{
  HrDocument *document = hr_window_get_document (ui->window);
  GPtrArray *checks = hr_document_get_checks (document);
  HrPage *overview = hr_window_get_page (ui->window, "overview");
  const HrCheck *check = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < checks->len && check == NULL; i++)
    if (((HrCheck *) g_ptr_array_index (checks, i))->item != NULL)
      check = g_ptr_array_index (checks, i);
  g_assert_nonnull (check);
  text = hr_format_check (check, hr_document_get_plan (document));
  assert_shows (overview, text);
  hr_test_press (ui, hr_test_find (overview, ADW_TYPE_ACTION_ROW, text));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (overview)));
  assert_shows (ui->window, hr_item_get_name (check->item));
}

/* All checks, and in their order, whether one more has come or a figure in one is
 * another. */
static void
assert_shows_checks (HrTestUi *ui)
{
  HrDocument *document = hr_window_get_document (ui->window);
  HrPage *overview = hr_window_get_page (ui->window, "overview");
  GPtrArray *checks = hr_document_get_checks (document);

  hr_test_settle (ui->window);
  for (guint i = 0; i < hr_test_count (overview, ADW_TYPE_ACTION_ROW); i++)
    {
      GtkWidget *row = hr_test_find_nth (overview, ADW_TYPE_ACTION_ROW, NULL, i);
      g_autofree char *text = hr_format_check (g_ptr_array_index (checks, i),
                                               hr_document_get_plan (document));

      if (gtk_widget_get_ancestor (row, ADW_TYPE_EXPANDER_ROW) != NULL)
        return; /* the rest is folded, and this says how many they are */
      assert_shows (row, text);
    }
}

static void
test_checks_follow (HrTestUi *ui, gconstpointer setting)
{
  HrDocument *document = hr_window_get_document (ui->window);
  HrHistory *history = hr_document_get_history (document);
  HrPlan *plan = hr_document_get_plan (document);
  HrSegment *segment = hr_list_get (plan->segments, 0);
  guint n = hr_document_get_checks (document)->len;

  g_assert_cmpuint (n, >, 0);
  assert_shows_checks (ui);
  g_assert_true (hr_document_edit (document, segment, "headcount", "0.3", NULL));
  assert_shows_checks (ui);
  g_assert_true (hr_document_edit (document, segment, "headcount", "0.7", NULL));
  assert_shows_checks (ui);
  while (hr_list_get_n (plan->segments) > 1)
    hr_history_remove (history, plan->segments, 1);
  g_assert_cmpuint (hr_document_get_checks (document)->len, !=, n);
  assert_shows_checks (ui);
}

/* What is about no item leads to the page where it is mended. */
static void
test_check_of_page (HrTestUi *ui, gconstpointer setting)
{
  HrDocument *document = hr_window_get_document (ui->window);
  HrList *segments = hr_document_get_plan (document)->segments;
  HrPage *overview = hr_window_get_page (ui->window, "overview");
  const HrCheck *check = NULL;
  g_autofree char *text = NULL;

  /* the last one takes what no other does */
  hr_history_remove (hr_document_get_history (document), segments,
                     hr_list_get_n (segments) - 1);
  hr_test_settle (ui->window);
  for (guint i = 0; check == NULL; i++)
    {
      check = g_ptr_array_index (hr_document_get_checks (document), i);
      if (check->kind != HR_CHECK_UNASSIGNED)
        check = NULL;
    }
  text = hr_format_check (check, hr_document_get_plan (document));
  if (!hr_test_shows (overview, text)) /* it is one of the last */
    adw_expander_row_set_expanded (hr_test_find (overview, ADW_TYPE_EXPANDER_ROW, NULL),
                                   TRUE);
  hr_test_settle (ui->window);
  hr_test_press (ui, hr_test_find (overview, ADW_TYPE_ACTION_ROW, text));
  g_assert_true (
      gtk_widget_get_mapped (GTK_WIDGET (hr_window_get_page (ui->window, "segments"))));
  assert_shows (ui->window, "In No Segment");
}

/* Pointing at a mark explains it, and there is a mark for each segment. */
static void
test_pointing (HrTestUi *ui, gconstpointer setting)
{
  GtkWidget *chart = hr_test_find (ui->window, HR_TYPE_CHART_AREA, NULL);
  HrPlan *plan = hr_document_get_plan (hr_window_get_document (ui->window));
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean explained = FALSE;
  guint n_marks = 0;

  for (int y = 0; y < gtk_widget_get_height (chart); y++)
    {
      gboolean before = explained;

      g_signal_emit_by_name (chart, "query-tooltip", gtk_widget_get_width (chart) / 3, y,
                             FALSE, tooltip, &explained);
      n_marks += explained && !before;
    }
  g_assert_cmpuint (n_marks, >=, hr_list_get_n (plan->segments));
}

int
main (int argc, char **argv)
{
  hr_test_ui_init (&argc, &argv);
  hr_test_ui_add ("/ui/overview/explanations", NULL, test_explanations);
  hr_test_ui_add ("/ui/overview/figures", NULL, test_figures);
  hr_test_ui_add ("/ui/overview/pictures", NULL, test_pictures);
  hr_test_ui_add ("/ui/overview/check", NULL, test_check);
  hr_test_ui_add ("/ui/overview/checks-follow", NULL, test_checks_follow);
  hr_test_ui_add ("/ui/overview/check-of-page", NULL, test_check_of_page);
  hr_test_ui_add ("/ui/overview/pointing", NULL, test_pointing);
  return g_test_run ();
}
