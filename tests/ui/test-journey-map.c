/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-chart-view.h"
#include "hr-date.h"
#include "hr-journey-map.h"
#include "hr-stage.h"
#include "hr-tag-button.h"
#include "hr-test-editor.h"
#include "hr-touchpoint.h"

/* The journey as a map: cards that are chosen by pointer and keyboard, and edited beside
 * it. */

static HrList *
get_touchpoints (HrTestUi *ui)
{
  HrPlan *plan = hr_test_get_plan (ui);

  return hr_plan_find_journey (plan, hr_list_get (plan->segments, 0), HR_JOURNEY_CURRENT)
      ->touchpoints;
}

/* One whose card is in view without scrolling. */
static HrTouchpoint *
find_touchpoint (HrTestUi *ui)
{
  HrList *touchpoints = get_touchpoints (ui);

  for (guint i = 0; i < hr_list_get_n (touchpoints); i++)
    if (g_str_equal (hr_item_get_name (hr_list_get (touchpoints, i)),
                     "Kick-off and success plan"))
      return hr_list_get (touchpoints, i);
  g_error ("The sample has no kick-off any more");
}

static HrChartArea *
find_area (HrTestUi *ui)
{
  return hr_test_find (ui->window, HR_TYPE_CHART_AREA, NULL);
}

/* Returns: (transfer none): where the first mark of an item lies */
static const HrChartMark *
find_mark (HrTestUi *ui, gconstpointer item)
{
  GArray *marks = hr_chart_area_get_marks (find_area (ui));

  for (guint i = 0; i < marks->len; i++)
    if (g_array_index (marks, HrChartMark, i).item == item)
      return &g_array_index (marks, HrChartMark, i);
  g_error ("The map does not show “%s”", hr_item_get_name (item));
}

static void
open_map (HrTestUi *ui)
{
  hr_test_show_page (ui, "journeys");
  hr_test_click (ui, hr_test_find (ui->window, GTK_TYPE_TOGGLE_BUTTON, "Map"));
  hr_test_wait (hr_test_count (ui->window, HR_TYPE_CHART_AREA) == 1);
  hr_test_settle (ui->window);
}

static void
click_mark (HrTestUi *ui, gconstpointer item)
{
  GtkWidget *area = GTK_WIDGET (find_area (ui));
  cairo_rectangle_t place = find_mark (ui, item)->place;

  hr_test_point (ui, area, (place.x + place.width / 2) / gtk_widget_get_width (area),
                 (place.y + place.height / 2) / gtk_widget_get_height (area));
  hr_test_mouse (ui, TRUE);
  hr_test_mouse (ui, FALSE);
  hr_test_settle (ui->window);
}

static void
assert_edits (HrTestUi *ui, gconstpointer item)
{
  GtkEditable *name;

  hr_test_wait (hr_test_count (ui->window, ADW_TYPE_ENTRY_ROW) > 0);
  name = hr_test_find_titled (ui->window, "Name");
  g_assert_cmpstr (gtk_editable_get_text (name), ==, hr_item_get_name (item));
}

static void
test_pointer (HrTestUi *ui, gconstpointer setting)
{
  HrTouchpoint *touchpoint = find_touchpoint (ui);
  HrStage *stage = hr_plan_find (hr_test_get_plan (ui), HR_TYPE_STAGE, touchpoint->stage);
  g_autofree char *before = g_strdup (touchpoint->name);
  cairo_rectangle_t head;

  open_map (ui);
  click_mark (ui, touchpoint);
  assert_edits (ui, touchpoint);
  hr_test_edit_entry (ui, touchpoint,
                      &(HrTestEntry) { "Name", "name", "First talk", "First talk" });
  hr_test_focus (ui, hr_test_find_titled (ui->window, "Name"));
  hr_test_keys (ui, "ctrl+a");
  hr_test_type (ui, "First talk");
  hr_test_keys (ui, "Return");
  hr_test_settle (ui->window);
  g_assert_cmpstr (find_mark (ui, touchpoint)->name, ==, "First talk");

  hr_test_keys (ui, "ctrl+z");
  g_assert_cmpstr (find_mark (ui, touchpoint)->name, ==, before);

  hr_test_focus (ui, hr_test_find_titled (ui->window, "Name"));
  hr_test_keys (ui, "Escape");
  hr_test_wait (hr_test_count (ui->window, ADW_TYPE_ENTRY_ROW) == 0);
  hr_chart_area_show_item (find_area (ui), stage); /* its beginning is in view */
  hr_test_settle (ui->window);
  head = find_mark (ui, stage)->place;
  hr_test_point (ui, find_area (ui),
                 (head.x + 8) / gtk_widget_get_width (GTK_WIDGET (find_area (ui))),
                 (head.y + 4) / gtk_widget_get_height (GTK_WIDGET (find_area (ui))));
  hr_test_mouse (ui, TRUE);
  hr_test_mouse (ui, FALSE);
  hr_test_settle (ui->window);
  assert_edits (ui, stage);
}

/* Each card is reached by one key after the other, and comes into view. */
static void
test_keyboard (HrTestUi *ui, gconstpointer setting)
{
  GtkWidget *area;
  HrList *touchpoints = get_touchpoints (ui);
  HrTouchpoint *last;
  guint n_marks;

  open_map (ui);
  area = GTK_WIDGET (find_area (ui));
  n_marks = hr_chart_area_get_marks (HR_CHART_AREA (area))->len;
  g_assert_cmpuint (n_marks, >, hr_list_get_n (touchpoints));
  hr_test_focus (ui, area);
  hr_test_keys (ui, "Right Right End");
  last = HR_TOUCHPOINT (g_array_index (hr_chart_area_get_marks (HR_CHART_AREA (area)),
                                       HrChartMark, n_marks - 1)
                            .item);
  hr_test_keys (ui, "Return");
  assert_edits (ui, last);

  hr_test_keys (ui, "Escape");
  hr_test_wait (hr_test_get_focus (ui) == area);
  g_assert_cmpuint (hr_test_count (ui->window, ADW_TYPE_ENTRY_ROW), ==, 0);
  hr_test_keys (ui, "Left Return");
  assert_edits (ui, g_array_index (hr_chart_area_get_marks (HR_CHART_AREA (area)),
                                   HrChartMark, n_marks - 2)
                        .item);
}

/* What is removed from the map comes back with undo. */
static void
test_remove (HrTestUi *ui, gconstpointer setting)
{
  HrList *touchpoints = get_touchpoints (ui);
  g_autoptr (HrTouchpoint) touchpoint = g_object_ref (find_touchpoint (ui));
  guint n = hr_list_get_n (touchpoints);

  open_map (ui);
  click_mark (ui, touchpoint);
  hr_test_click (ui, hr_test_find (ui->window, GTK_TYPE_BUTTON, "Remove"));
  hr_test_wait (hr_list_get_n (touchpoints) == n - 1);
  hr_test_wait (hr_test_shows (ui->window, "Removed “"));
  g_assert_cmpuint (hr_test_count (ui->window, ADW_TYPE_ENTRY_ROW), ==, 0);
  hr_test_keys (ui, "ctrl+z");
  hr_test_wait (hr_list_get_n (touchpoints) == n);
  hr_test_settle (ui->window);
  find_mark (ui, touchpoint);
}

/* The edit may be what closes the pane: the button goes with it. A press by a screen
 * reader comes without an event, which would keep what it goes through. */
static void
test_tag_closes (HrTestUi *ui, gconstpointer setting)
{
  g_autoptr (HrTouchpoint) touchpoint = g_object_ref (find_touchpoint (ui));
  GtkWidget *view, *button;

  open_map (ui);
  click_mark (ui, touchpoint);
  assert_edits (ui, touchpoint);
  view = gtk_widget_get_ancestor (GTK_WIDGET (find_area (ui)), HR_TYPE_CHART_VIEW);
  button = hr_test_find (hr_test_find (view, HR_TYPE_TAG_BUTTON, NULL),
                         GTK_TYPE_MENU_BUTTON, NULL);
  hr_test_focus (ui, button);
  hr_test_keys (ui, "space");
  hr_test_press (ui, hr_test_find (button, GTK_TYPE_CHECK_BUTTON, "Measured"));
  g_signal_connect_object (hr_window_get_document (ui->window), "notify::capacity",
                           G_CALLBACK (hr_chart_view_close), view, G_CONNECT_SWAPPED);
  g_signal_emit_by_name (hr_test_find (button, GTK_TYPE_BUTTON, "Set"), "clicked");
  g_assert_cmpuint (hr_test_count (ui->window, ADW_TYPE_ENTRY_ROW), ==, 0);
}

/* Whoever edits a journey has gone through it today, and that is part of the edit; so has
 * who says so. */
static void
test_review (HrTestUi *ui, gconstpointer setting)
{
  HrPlan *plan = hr_test_get_plan (ui);
  HrHistory *history = hr_document_get_history (hr_window_get_document (ui->window));
  HrJourney *journey =
      hr_plan_find_journey (plan, hr_list_get (plan->segments, 0), HR_JOURNEY_CURRENT);
  g_autofree char *today = hr_date_to_text (hr_date_today ());
  g_autofree char *before = g_strdup (journey->reviewed);

  g_assert_cmpstr (before, !=, today);
  open_map (ui);
  click_mark (ui, find_touchpoint (ui));
  hr_test_focus (ui, hr_test_find_titled (ui->window, "Name"));
  hr_test_keys (ui, "ctrl+a");
  hr_test_type (ui, "First talk");
  hr_test_keys (ui, "Return");
  g_assert_cmpstr (journey->reviewed, ==, today);
  hr_history_undo (history);
  g_assert_cmpstr (journey->reviewed, ==, before);
  g_assert_false (hr_history_can_undo (history));

  gtk_widget_activate_action (GTK_WIDGET (hr_window_get_page (ui->window, "journeys")),
                              "journey.review", NULL);
  hr_test_wait (hr_test_shows (ui->window, "Reviewed today"));
  g_assert_cmpstr (journey->reviewed, ==, today);
}

static void
test_lanes (HrTestUi *ui, gconstpointer setting)
{
  gpointer persona = hr_list_get (hr_test_get_plan (ui)->personas, 0);

  open_map (ui);
  hr_test_focus (ui, hr_test_find (ui->window, GTK_TYPE_DROP_DOWN, "Lanes of the Map"));
  hr_test_keys (ui, "space");
  hr_test_keys (ui, "Down Return");
  hr_test_settle (ui->window);
  find_mark (ui, persona); /* a lane now */
}

/* A touchpoint that is added while the map is shown is named in the pane beside it. */
static void
test_add (HrTestUi *ui, gconstpointer setting)
{
  HrList *touchpoints = get_touchpoints (ui);
  guint n = hr_list_get_n (touchpoints);

  open_map (ui);
  hr_test_press (ui, hr_test_find (ui->window, GTK_TYPE_BUTTON, "Add"));
  hr_test_wait (hr_list_get_n (touchpoints) == n + 1);
  hr_test_settle (ui->window);
  hr_test_keys (ui, "ctrl+a");
  hr_test_type (ui, "Surprise");
  hr_test_keys (ui, "Return");
  for (guint i = 0; i < hr_list_get_n (touchpoints); i++)
    if (g_str_equal (hr_item_get_name (hr_list_get (touchpoints, i)), "Surprise"))
      return;
  g_error ("Nothing was named “Surprise”");
}

static void
assert_child (GtkAccessible *child, const HrChartMark *mark)
{
  int x, y, width, height;

  g_assert_nonnull (child);
  gtk_test_accessible_assert_role (child, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (child, GTK_ACCESSIBLE_PROPERTY_LABEL, mark->name);
  gtk_test_accessible_assert_property (child, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       mark->text != NULL ? mark->text : "");
  g_assert_true (gtk_accessible_get_bounds (child, &x, &y, &width, &height));
  g_assert_cmpint (x, ==, (int) mark->place.x);
  g_assert_cmpint (height, ==, (int) mark->place.height);
}

/* A screen reader finds a child for each mark, and hears where the keyboard is. */
static void
test_accessible (HrTestUi *ui, gconstpointer setting)
{
  GtkAccessible *area;
  g_autoptr (GtkAccessible) child = NULL, first = NULL, kept = NULL;
  GArray *marks;
  HrJourney *journey;

  open_map (ui);
  area = GTK_ACCESSIBLE (find_area (ui));
  marks = hr_chart_area_get_marks (HR_CHART_AREA (area));
  gtk_test_accessible_assert_role (area, GTK_ACCESSIBLE_ROLE_LIST);
  first = gtk_accessible_get_first_accessible_child (area);
  kept = g_object_ref (first);
  child = g_object_ref (first);
  for (guint i = 0; i < marks->len; i++)
    {
      g_autoptr (GtkAccessible) before = g_steal_pointer (&child);
      g_autoptr (GtkAccessible) parent = gtk_accessible_get_accessible_parent (before);

      g_assert_true (parent == area);
      assert_child (before, &g_array_index (marks, HrChartMark, i));
      child = gtk_accessible_get_next_accessible_sibling (before);
    }
  g_assert_null (child);

  hr_test_focus (ui, area);
  hr_test_keys (ui, "Home");
  gtk_test_accessible_assert_relation (area, GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT,
                                       first);
  g_assert_true (
      gtk_accessible_get_platform_state (first, GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSED));
  hr_test_keys (ui, "Right");
  g_assert_false (
      gtk_accessible_get_platform_state (first, GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSED));

  /* after an edit it is of no use any more */
  journey = hr_plan_find_journey (hr_test_get_plan (ui),
                                  hr_list_get (hr_test_get_plan (ui)->segments, 0),
                                  HR_JOURNEY_CURRENT);
  hr_history_remove (hr_document_get_history (hr_window_get_document (ui->window)),
                     journey->touchpoints, 0);
  g_assert_null (gtk_accessible_get_accessible_parent (kept));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(GdkTexture **) user_data =
      gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source), result, &error);
  g_assert_no_error (error);
}

/* The picture that is copied is the one for a slide, and not a part of the screen. */
static void
test_copy (HrTestUi *ui, gconstpointer setting)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (ui->window));
  HrPlan *plan = hr_test_get_plan (ui);
  HrCapacity *capacity = hr_document_get_capacity (hr_window_get_document (ui->window));
  const HrJourneyMap map = { capacity, 0, HR_JOURNEY_LANES_ROLES };
  HrChartTheme theme = hr_chart_theme_light;
  g_autoptr (GdkTexture) texture = NULL;

  theme.size = 14;
  open_map (ui);
  g_assert_cmpuint (hr_list_get_n (plan->segments), >, 0);
  hr_test_focus (ui, find_area (ui));
  hr_test_keys (ui, "ctrl+c");
  hr_test_wait (hr_test_shows (ui->window, "Picture copied"));
  gdk_clipboard_read_texture_async (clipboard, NULL, read_cb, &texture);
  hr_test_wait (texture != NULL);
  g_assert_cmpint (gdk_texture_get_width (texture), ==,
                   2 * (int) MAX (960, hr_journey_map_get_width (&map, &theme)));
}

static void
test_look (HrTestUi *ui, gconstpointer setting)
{
  HrTouchpoint *touchpoint = hr_list_get (get_touchpoints (ui), 0);
  const HrTestSetting *look = setting;
  g_autofree char *map = g_strdup_printf ("map-%d-%d", look->width, look->dark);
  g_autofree char *pane = g_strconcat (map, "-pane", NULL);
  g_autofree char *table = g_strconcat (map, "-table", NULL);

  hr_test_show_page (ui, "journeys");
  hr_test_look (ui, table);
  open_map (ui);
  hr_test_look (ui, map);
  hr_test_focus (ui, find_area (ui));
  hr_test_keys (ui, "Home Return");
  hr_test_look (ui, pane);
  hr_test_keys (ui, "Escape");
  hr_window_go_to (ui->window, touchpoint, "value");
  hr_test_wait (hr_test_count (ui->window, HR_TYPE_CHART_AREA) ==
                0); /* what leads to a property shows the table */
}

int
main (int argc, char **argv)
{
  static const HrTestSetting wide = { HR_TEST_SAMPLE, 1280, 800, FALSE };
  static const HrTestSetting narrow = { HR_TEST_SAMPLE, 360, 720, TRUE };

  hr_test_ui_init (&argc, &argv);
  hr_test_ui_add ("/ui/journey-map/pointer", NULL, test_pointer);
  hr_test_ui_add ("/ui/journey-map/keyboard", NULL, test_keyboard);
  hr_test_ui_add ("/ui/journey-map/remove", NULL, test_remove);
  hr_test_ui_add ("/ui/journey-map/tag-closes", NULL, test_tag_closes);
  hr_test_ui_add ("/ui/journey-map/review", NULL, test_review);
  hr_test_ui_add ("/ui/journey-map/lanes", NULL, test_lanes);
  hr_test_ui_add ("/ui/journey-map/add", NULL, test_add);
  hr_test_ui_add ("/ui/journey-map/accessible", NULL, test_accessible);
  hr_test_ui_add ("/ui/journey-map/copy", NULL, test_copy);
  hr_test_ui_add ("/ui/journey-map/wide", &wide, test_look);
  hr_test_ui_add ("/ui/journey-map/narrow", &narrow, test_look);
  return g_test_run ();
}
