/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-colour-button.h"
#include "hr-segment-row.h"
#include "hr-tag-button.h"
#include "hr-test-editor.h"

/* The list of segments and the editor of the chosen one. */

static HrSegment *
get_segment (HrTestUi *ui, guint i)
{
  return hr_list_get (hr_test_get_plan (ui)->segments, i);
}

/* The first one is chosen when the page is opened. */
static HrSegment *
show_first (HrTestUi *ui)
{
  hr_test_show_page (ui, "segments");
  return get_segment (ui, 0);
}

static void
assert_order (HrTestUi *ui, const char *expected)
{
  GString *names = g_string_new (NULL);
  g_autofree char *all = NULL;

  for (guint i = 0; i < hr_list_get_n (hr_test_get_plan (ui)->segments); i++)
    {
      GtkWidget *row = hr_test_find_nth (ui->window, HR_TYPE_SEGMENT_ROW, NULL, i);

      g_assert_true (hr_segment_row_get_segment (HR_SEGMENT_ROW (row)) ==
                     get_segment (ui, i));
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                              get_segment (ui, i)->name);
    }
  all = g_string_free_and_steal (names);
  g_assert_cmpstr (all, ==, expected);
}

#define USUAL_ORDER "Enterprise, Mid-market, Scale, Digital"

static void
test_entries (HrTestUi *ui, gconstpointer setting)
{
  static const HrTestEntry ENTRIES[] = {
    { "Name", "name", " Key Accounts ", "Key Accounts" },
    { "New customers per year", "new-customers-per-year", "1,250.5", "1250.5" },
    { "Lifetime", "lifetime-years", "", "" }, /* may be left open */
    { "Complexity", "complexity", "0.75", "0.75" },
    { "Headcount", "headcount", "6.5", "6.5" },
    { "ARR per FTE", "limits-arr-per-fte", "$2.5M", "2500000" },
    { "ARR per FTE", "limits-arr-per-fte", "870K", "870000" },
    { "Customers per FTE", "limits-customers-per-fte", "18", "18" },
    { "New customers per month per FTE", "limits-new-customers-per-month-per-fte", "3",
      "3" },
  };
  HrSegment *segment = show_first (ui);

  for (guint i = 0; i < G_N_ELEMENTS (ENTRIES); i++)
    hr_test_edit_entry (ui, segment, &ENTRIES[i]);
  g_assert_false (hr_document_get_modified (hr_window_get_document (ui->window)));
}

static void
paste_name (HrTestUi *ui, const char *text)
{
  GtkWidget *row = hr_test_find_titled (ui->window, "Name");

  gdk_clipboard_set_text (gtk_widget_get_clipboard (row), text);
  hr_test_focus (ui, row);
  hr_test_keys (ui, "ctrl+a ctrl+v Return");
  hr_test_wait (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (row)), "Key Accounts"));
}

/* A cell of a spreadsheet is copied with a line break behind it. */
static void
test_pasted_lines (HrTestUi *ui, gconstpointer setting)
{
  HrSegment *segment = show_first (ui);

  paste_name (ui, "Key\r\nAccounts\n");
  g_assert_cmpstr (segment->name, ==, "Key Accounts");
  paste_name (ui, "Key Accounts\n");
  hr_test_keys (ui, "ctrl+z");
  g_assert_cmpstr (segment->name, ==, "Enterprise");
}

/* A file may hold such a name: to go through its entry is no edit. */
static void
test_kept_lines (HrTestUi *ui, gconstpointer setting)
{
  HrSegment *segment = show_first (ui);

  g_object_set (segment, "name", "Key\nAccounts", NULL);
  hr_test_settle (ui->window);
  hr_test_focus (ui, hr_test_find_titled (ui->window, "Name"));
  hr_test_keys (ui, "Return");
  hr_test_focus (ui, hr_test_find_titled (ui->window, "Headcount"));
  g_assert_cmpstr (segment->name, ==, "Key\nAccounts");
  g_assert_false (hr_document_get_modified (hr_window_get_document (ui->window)));
}

static void
test_refusals (HrTestUi *ui, gconstpointer setting)
{
  HrSegment *segment = show_first (ui);

  hr_test_refuse_entry (ui, segment, "Name", "", "Name must not be empty");
  hr_test_refuse_entry (ui, segment, "Lifetime", "0",
                        "Lifetime must be more than 0, not 0");
  hr_test_refuse_entry (ui, segment, "Complexity", "101",
                        "Complexity must be between 0 and 100, not 101");
  hr_test_refuse_entry (ui, segment, "Headcount", "many",
                        "Headcount: “many” is not a number");
  hr_test_refuse_entry (ui, segment, "Headcount", "", "Headcount: “” is not a number");
  hr_test_refuse_entry (ui, segment, "ARR per FTE", "2X",
                        "ARR per FTE: “2X” is not an amount; type 182000, 870K or 2M");
}

/* What is typed goes to the segment that it was typed for, though another is chosen. */
static void
test_choosing_another (HrTestUi *ui, gconstpointer setting)
{
  HrSegment *first = show_first (ui), *second = get_segment (ui, 1);
  double before = second->complexity;

  hr_test_focus (ui, hr_test_find_titled (ui->window, "Complexity"));
  hr_test_keys (ui, "ctrl+a 9");
  hr_test_focus (ui, hr_test_find (ui->window, HR_TYPE_SEGMENT_ROW, second->name));
  hr_test_keys (ui, "Return");
  g_assert_cmpfloat (first->complexity, ==, 9);
  g_assert_cmpfloat (second->complexity, ==, before);
}

/* A text of several lines is taken when it is left. */
static void
test_description (HrTestUi *ui, gconstpointer setting)
{
  HrSegment *segment = show_first (ui);
  GtkWidget *row = hr_test_find_titled (ui->window, "Description");
  g_autofree char *before = g_strdup (segment->description);

  hr_test_focus (ui, row);
  hr_test_keys (ui, "ctrl+a");
  hr_test_type (ui, "One");
  hr_test_keys (ui, "Return");
  hr_test_type (ui, "Two");
  g_assert_cmpstr (segment->description, ==, before);
  hr_test_keys (ui, "Escape");
  g_assert_true (hr_test_shows (row, before));

  hr_test_keys (ui, "ctrl+a");
  hr_test_type (ui, "One");
  hr_test_keys (ui, "Return");
  hr_test_type (ui, "Two");
  hr_test_keys (ui, "Tab");
  hr_test_assert_undo (ui, segment, "description", before, "One\nTwo");
}

/* Chosen by the arrow keys in the list that opens. */
static void
test_choice (HrTestUi *ui, gconstpointer setting)
{
  HrSegment *segment = show_first (ui);
  GtkWidget *row = hr_test_find_titled (ui->window, "Engagement model");

  g_assert_true (hr_test_shows (row, "High touch"));
  hr_test_choose (ui, "Engagement model", "Mid touch");
  g_assert_true (hr_test_shows (row, "Mid touch"));
  hr_test_assert_undo (ui, segment, "engagement-model", "high-touch", "mid-touch");
  g_assert_true (hr_test_shows (row, "High touch"));
}

static void
test_reference (HrTestUi *ui, gconstpointer setting)
{
  HrSegment *segment = show_first (ui);
  HrRole *support = hr_list_get (hr_test_get_plan (ui)->roles, 1);
  GtkWidget *row = hr_test_find_titled (ui->window, "Book role");
  g_autoptr (GError) error = NULL;

  g_assert_true (hr_test_shows (row, "CSM"));
  hr_test_choose (ui, "Book role", "Support");
  g_assert_true (hr_test_shows (row, "Support"));

  /* the choices follow what they name */
  g_assert_true (hr_document_edit (hr_window_get_document (ui->window), support, "name",
                                   "Help Desk", &error));
  hr_test_settle (ui->window);
  g_assert_true (hr_test_shows (row, "Help Desk"));
  hr_test_keys (ui, "ctrl+z");
  g_assert_true (hr_test_shows (row, "Support"));
  hr_test_assert_undo (ui, segment, "book-role", "csm", "support");

  /* and it may be nobody's */
  hr_test_choose (ui, "Book role", "None");
  g_assert_true (hr_test_shows (row, "None"));
  hr_test_assert_undo (ui, segment, "book-role", "csm", "");
  g_assert_true (hr_test_shows (row, "CSM"));
}

static void
test_switch (HrTestUi *ui, gconstpointer setting)
{
  HrSegment *segment = show_first (ui);
  GtkWidget *row = hr_test_find_titled (ui->window, "Dedicated");

  g_assert_true (adw_switch_row_get_active (ADW_SWITCH_ROW (row)));
  hr_test_focus (ui, row);
  hr_test_keys (ui, "space");
  hr_test_assert_undo (ui, segment, "dedicated", "true", "false");
  g_assert_true (adw_switch_row_get_active (ADW_SWITCH_ROW (row)));
}

static void
test_colour (HrTestUi *ui, gconstpointer setting)
{
  HrSegment *segment = show_first (ui);
  GtkWidget *row = hr_test_find_titled (ui->window, "Colour");
  HrColourButton *button = hr_test_find (row, HR_TYPE_COLOUR_BUTTON, NULL);
  GtkWindow *dialog;
  GdkRGBA chosen;

  g_assert_true (gdk_rgba_parse (&chosen, segment->colour));
  g_assert_true (gdk_rgba_equal (hr_colour_button_get_rgba (button), &chosen));
  hr_test_focus (ui, GTK_WIDGET (button));
  hr_test_keys (ui, "space");
  g_signal_emit_by_name (button, "clicked"); /* the key does so later, and asks no more */
  hr_test_wait ((dialog = hr_test_find_other_window (ui)) != NULL);
  g_assert_true (gdk_rgba_parse (&chosen, "#a51d2d"));
  g_object_set (dialog, "rgba", &chosen, NULL);
  hr_test_settle (ui->window);
  g_signal_emit_by_name (dialog, "response", GTK_RESPONSE_OK);
  hr_test_wait (hr_test_find_other_window (ui) == NULL);
  hr_test_focus_window (ui, "Headroom");
  hr_test_assert_undo (ui, segment, "colour", "#1c71d8", "#a51d2d");
  g_assert_true (gdk_rgba_parse (&chosen, "#1c71d8"));
  g_assert_true (gdk_rgba_equal (hr_colour_button_get_rgba (button), &chosen));
}

/* The row goes while GTK's dialog asks: the dialog goes with it and changes nothing. */
static void
test_colour_row_goes (HrTestUi *ui, gconstpointer setting)
{
  GtkWidget *row, *button;
  HrHistory *history = hr_test_get_history (ui);
  guint n_steps;

  show_first (ui);
  row = hr_test_find_titled (ui->window, "Colour");
  button = hr_test_find (row, HR_TYPE_COLOUR_BUTTON, NULL);
  g_object_add_weak_pointer (G_OBJECT (row), (gpointer *) &row);
  g_object_add_weak_pointer (G_OBJECT (button), (gpointer *) &button);
  gtk_widget_activate (button);
  hr_test_wait (hr_test_find_other_window (ui) != NULL);
  hr_history_remove (history, hr_test_get_plan (ui)->segments, 0);
  n_steps = hr_history_get_n_steps (history);
  hr_test_wait (row == NULL && hr_test_find_other_window (ui) == NULL && button == NULL);
  hr_test_settle (ui->window);
  g_assert_cmpuint (hr_history_get_n_steps (history), ==, n_steps);
}

/* Where customers are entered there is no rule, and where they are counted no entry. */
static void
test_source (HrTestUi *ui, gconstpointer setting)
{
  HrSegment *segment = show_first (ui);
  HrPage *page = hr_window_get_page (ui->window, "segments");

  g_assert_true (hr_test_shows (page, "Add Condition"));
  hr_test_choose (ui, "Source", "Entered");
  hr_test_assert_value (segment, "source", "entered");
  g_assert_false (hr_test_shows (page, "Add Condition"));
  hr_test_edit_entry (ui, segment,
                      &(HrTestEntry) { "Customers", "customers", "41", "41" });
  hr_test_edit_entry (ui, segment, &(HrTestEntry) { "ARR", "arr", "9.5M", "9500000" });
  hr_test_focus (ui, hr_test_find_titled (ui->window, "ARR"));
  hr_test_type (ui, "9.5M");
  hr_test_keys (ui, "Return");
  g_assert_true (hr_test_shows (page, "$9.50M ARR"));
  hr_test_keys (ui, "ctrl+z");
  hr_test_assert_undo (ui, segment, "source", "accounts", "entered");
  g_assert_true (hr_test_shows (page, "Add Condition"));
}

static void
test_add_and_remove (HrTestUi *ui, gconstpointer setting)
{
  HrList *segments;
  HrSegment *added;

  show_first (ui);
  segments = hr_test_get_plan (ui)->segments;
  hr_test_keys (ui, "ctrl+plus"); /* its name can be typed at once */
  hr_test_keys (ui, "ctrl+a");
  hr_test_type (ui, "Partners");
  hr_test_keys (ui, "Return");
  assert_order (ui, USUAL_ORDER ", Partners");
  added = get_segment (ui, 4);
  hr_test_assert_value (added, "book-role", "csm");

  hr_test_press (ui, hr_test_find (ui->window, GTK_TYPE_BUTTON, "Remove Segment"));
  assert_order (ui, USUAL_ORDER);
  g_assert_true (hr_test_shows (ui->window, "Removed “Partners”"));
  hr_test_press (ui, hr_test_find (ui->window, GTK_TYPE_BUTTON, "Undo"));
  assert_order (ui, USUAL_ORDER ", Partners");
  g_assert_cmpstr (gtk_editable_get_text (hr_test_find_titled (ui->window, "Name")), ==,
                   "Partners"); /* chosen again */
  hr_test_keys (ui, "ctrl+z ctrl+z");
  assert_order (ui, USUAL_ORDER);
  g_assert_cmpuint (hr_list_get_n (segments), ==, 4);
}

/* With all of them gone the page says how to begin. */
static void
test_last_removed (HrTestUi *ui, gconstpointer setting)
{
  show_first (ui);
  for (guint i = 0; i < 4; i++)
    hr_test_press (ui, hr_test_find (ui->window, GTK_TYPE_BUTTON, "Remove Segment"));
  g_assert_true (hr_test_shows (ui->window, "No Segments Yet"));
  hr_test_keys (ui, "ctrl+z");
  g_assert_false (hr_test_shows (ui->window, "No Segments Yet"));
  assert_order (ui, "Digital");
  hr_test_keys (ui, "ctrl+z ctrl+z ctrl+z");
  assert_order (ui, USUAL_ORDER);
}

static void
drag (HrTestUi *ui, guint from, guint to, double down)
{
  hr_test_drag (ui, hr_test_find_nth (ui->window, HR_TYPE_SEGMENT_ROW, NULL, from),
                hr_test_find_nth (ui->window, HR_TYPE_SEGMENT_ROW, NULL, to), 0.5, down);
}

/* A row goes before or behind the one on which it is dropped. */
static void
test_drag (HrTestUi *ui, gconstpointer setting)
{
  show_first (ui);
  drag (ui, 0, 2, 0.8);
  hr_test_wait (g_str_equal (get_segment (ui, 2)->name, "Enterprise"));
  assert_order (ui, "Mid-market, Scale, Enterprise, Digital");
  drag (ui, 3, 0, 0.2);
  hr_test_wait (g_str_equal (get_segment (ui, 0)->name, "Digital"));
  assert_order (ui, "Digital, Mid-market, Scale, Enterprise");
  drag (ui, 1, 3, 0.2);
  hr_test_wait (g_str_equal (get_segment (ui, 2)->name, "Mid-market"));
  assert_order (ui, "Digital, Scale, Mid-market, Enterprise");

  hr_test_keys (ui, "ctrl+z ctrl+z ctrl+z");
  assert_order (ui, USUAL_ORDER);
  g_assert_false (hr_document_get_modified (hr_window_get_document (ui->window)));
}

static GtkWidget *
find_tag_button (HrTestUi *ui, const char *title)
{
  GtkWidget *row = hr_test_find_titled (ui->window, title);

  return hr_test_find (hr_test_find (row, HR_TYPE_TAG_BUTTON, NULL), GTK_TYPE_MENU_BUTTON,
                       NULL);
}

/* Where a figure comes from, changed in the popover beside it. */
static void
test_tag (HrTestUi *ui, gconstpointer setting)
{
  HrSegment *segment = show_first (ui);
  GtkWidget *button = find_tag_button (ui, "Complexity"), *year;
  const HrTag *tag;

  g_assert_true (hr_test_shows (button, "assumed"));
  hr_test_focus (ui, button);
  hr_test_keys (ui, "space");
  g_assert_false (hr_test_shows (button, "Year"));
  hr_test_press (ui, hr_test_find (button, GTK_TYPE_CHECK_BUTTON, "Measured"));
  hr_test_focus (ui, hr_test_find (button, GTK_TYPE_ENTRY, "Source"));
  hr_test_keys (ui, "ctrl+a");
  hr_test_type (ui, "Time study");
  year = hr_test_find (button, GTK_TYPE_ENTRY, "Year");
  hr_test_focus (ui, year);
  hr_test_keys (ui, "ctrl+a");
  hr_test_type (ui, "26");
  hr_test_keys (ui, "Return"); /* that is no year */
  hr_test_wait (gtk_widget_has_css_class (year, "error"));
  hr_test_keys (ui, "ctrl+a");
  hr_test_type (ui, "2025");
  g_assert_false (gtk_widget_has_css_class (year, "error"));
  hr_test_keys (ui, "Return");
  hr_test_wait (!gtk_widget_get_mapped (year));

  tag = hr_tags_get (hr_item_get_tags (segment), "complexity");
  g_assert_cmpint (tag->kind, ==, HR_TAG_MEASURED);
  g_assert_cmpstr (tag->source, ==, "Time study");
  g_assert_cmpint (tag->year, ==, 2025);
  g_assert_true (hr_test_shows (button, "measured"));
  hr_test_keys (ui, "ctrl+z");
  tag = hr_tags_get (hr_item_get_tags (segment), "complexity");
  g_assert_cmpint (tag->kind, ==, HR_TAG_ASSUMED);
  g_assert_true (hr_test_shows (button, "assumed"));
}

/* What a figure means is said to the pointer and to the screen reader. */
static void
test_help (HrTestUi *ui, gconstpointer setting)
{
  const char *help = "People of the book role who serve this segment today";
  GtkWidget *row;
  g_autofree char *difference = NULL;

  show_first (ui);
  row = hr_test_find_titled (ui->window, "Headcount");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (row), ==, help);
  difference = gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, help);
  g_assert_null (difference);
}

int
main (int argc, char **argv)
{
  hr_test_ui_init (&argc, &argv);
  hr_test_ui_add ("/ui/segments/entries", NULL, test_entries);
  hr_test_ui_add ("/ui/segments/refusals", NULL, test_refusals);
  hr_test_ui_add ("/ui/segments/choosing-another", NULL, test_choosing_another);
  hr_test_ui_add ("/ui/segments/description", NULL, test_description);
  hr_test_ui_add ("/ui/segments/choice", NULL, test_choice);
  hr_test_ui_add ("/ui/segments/reference", NULL, test_reference);
  hr_test_ui_add ("/ui/segments/switch", NULL, test_switch);
  hr_test_ui_add ("/ui/segments/colour", NULL, test_colour);
  hr_test_ui_add ("/ui/segments/colour-row-goes", NULL, test_colour_row_goes);
  hr_test_ui_add ("/ui/segments/source", NULL, test_source);
  hr_test_ui_add ("/ui/segments/add-and-remove", NULL, test_add_and_remove);
  hr_test_ui_add ("/ui/segments/last-removed", NULL, test_last_removed);
  hr_test_ui_add ("/ui/segments/drag", NULL, test_drag);
  hr_test_ui_add ("/ui/segments/tag", NULL, test_tag);
  hr_test_ui_add ("/ui/segments/pasted-lines", NULL, test_pasted_lines);
  hr_test_ui_add ("/ui/segments/kept-lines", NULL, test_kept_lines);
  hr_test_ui_add ("/ui/segments/help", NULL, test_help);
  return g_test_run ();
}
