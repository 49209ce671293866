/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-grid.h"
#include "hr-test-ui.h"

static const char *const PAGES[] = {
  "overview", "accounts", "segments", "journeys", "personas", "health", "capacity",
};

static const HrTestSetting SETTINGS[] = {
  { HR_TEST_WELCOME, 1280, 800, FALSE },
  { HR_TEST_WELCOME, 360, 720, TRUE },
  { HR_TEST_SAMPLE, 1280, 800, FALSE },
  { HR_TEST_SAMPLE, 1280, 800, TRUE },
  { HR_TEST_SAMPLE, 360, 720, FALSE },
  { HR_TEST_SAMPLE, 360, 720, TRUE },
  { HR_TEST_NEW, 1280, 800, FALSE },
  { HR_TEST_NEW, 1280, 800, TRUE },
  { HR_TEST_NEW, 360, 720, FALSE },
  { HR_TEST_NEW, 360, 720, TRUE },
  { HR_TEST_WELCOME, 360, 720, .large = TRUE },
  { HR_TEST_SAMPLE, 360, 720, .large = TRUE },
  { HR_TEST_SAMPLE, 360, 720, .large = TRUE, .mirrored = TRUE },
  { HR_TEST_NEW, 360, 720, .large = TRUE },
};

static void
check_page (HrTestUi *ui, const char *name, GString *complaints)
{
  g_autofree char *layout = hr_test_check_layout (ui->window);
  g_autofree char *names = hr_test_check_names (ui->window);
  int minimum;

  gtk_widget_measure (GTK_WIDGET (hr_window_get_page (ui->window, name)),
                      GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  if (*layout != '\0' || *names != '\0')
    g_string_append_printf (complaints, "%s:\n%s%s", name, layout, names);
  if (minimum > 360) /* a phone's width is enough for every page */
    g_string_append_printf (complaints, "%s needs %d pixels\n", name, minimum);
}

/* Each page, as wide as the window and as narrow, with nothing cut off and everything
 * named; and GTK has nothing to warn of, which would be fatal. */
static void
test_pages (HrTestUi *ui, gconstpointer setting)
{
  g_autoptr (GString) complaints = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (PAGES); i++)
    {
      hr_test_show_page (ui, PAGES[i]);
      check_page (ui, PAGES[i], complaints);
    }
  hr_test_refute (complaints->str);
}

static void
test_welcome (HrTestUi *ui, gconstpointer setting)
{
  g_autofree char *layout = hr_test_check_layout (ui->window);
  g_autofree char *names = hr_test_check_names (ui->window);

  hr_test_refute (layout);
  hr_test_refute (names);
}

static void
test_open_sample (HrTestUi *ui, gconstpointer setting)
{
  g_assert_null (hr_window_get_document (ui->window));
  g_assert_true (hr_test_shows (ui->window, "Open the Sample Plan"));

  hr_test_press (ui, hr_test_find (ui->window, ADW_TYPE_BUTTON_ROW, "Sample Plan"));
  g_assert_nonnull (hr_window_get_document (ui->window));
  g_assert_false (hr_test_shows (ui->window, "Open the Sample Plan"));
  g_assert_true (hr_test_shows (ui->window, "People Needed"));
}

/* Again and again from wide to narrow: the focus stays, and taking the window down
 * asserts that nothing is left of it. */
static void
test_narrowed (HrTestUi *ui, gconstpointer setting)
{
  static const int widths[] = { 700, 1280, 360, 1280, 360, 700, 1280 };
  GtkWindow *window = GTK_WINDOW (ui->window);
  GtkWidget *focus;

  hr_test_focus (ui, hr_test_find (ui->window, GTK_TYPE_LIST_BOX_ROW, "Overview"));
  focus = hr_test_get_focus (ui);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      gtk_window_set_default_size (window, widths[i], 600);
      hr_test_wait (gtk_widget_get_width (GTK_WIDGET (window)) == widths[i]);
      hr_test_settle (window);
      g_assert_true (hr_test_get_focus (ui) == focus);
    }
}

/* What popped up goes with what it came from. */
static void
test_narrowed_under_popover (HrTestUi *ui, gconstpointer setting)
{
  GtkWindow *window = GTK_WINDOW (ui->window);
  GtkMenuButton *button;

  hr_test_show_page (ui, "segments");
  button = hr_test_find (hr_window_get_page (ui->window, "segments"),
                         GTK_TYPE_MENU_BUTTON, "comes from");
  gtk_menu_button_popup (button);
  gtk_window_set_focus (window, GTK_WIDGET (button)); /* see hr_focus_keep() */
  hr_test_settle (window);
  g_assert_true (
      gtk_widget_get_mapped (GTK_WIDGET (gtk_menu_button_get_popover (button))));

  gtk_window_set_default_size (window, 369, 471);
  hr_test_wait (gtk_widget_get_width (GTK_WIDGET (window)) == 369);
  hr_test_settle (window);
  g_assert_false (gtk_menu_button_get_active (button));
}

static void
add_mnemonic_cb (GtkWidget *widget, gpointer user_data)
{
  GHashTable *labels = user_data;
  guint key = GTK_IS_LABEL (widget) ? gtk_label_get_mnemonic_keyval (GTK_LABEL (widget))
                                    : GDK_KEY_VoidSymbol;

  if (key == GDK_KEY_VoidSymbol)
    return;
  if (g_hash_table_contains (labels, GUINT_TO_POINTER (key)))
    g_error ("“%s” and “%s” have the same key",
             (char *) g_hash_table_lookup (labels, GUINT_TO_POINTER (key)),
             gtk_label_get_label (GTK_LABEL (widget)));
  g_hash_table_insert (labels, GUINT_TO_POINTER (key),
                       g_strdup (gtk_label_get_label (GTK_LABEL (widget))));
}

/* Opens a menu by keyboard; each of its items has a key of its own. */
static void
check_menu (HrTestUi *ui, const char *keys, guint at_least)
{
  g_autoptr (GHashTable) labels =
      g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_free);

  hr_test_keys (ui, keys);
  hr_test_walk (hr_test_find (ui->window, GTK_TYPE_POPOVER_MENU, NULL), add_mnemonic_cb,
                labels);
  g_assert_cmpuint (g_hash_table_size (labels), >=, at_least);
  hr_test_keys (ui, "Escape");
}

static void
test_menus (HrTestUi *ui, gconstpointer setting)
{
  check_menu (ui, "F10", 15);
  hr_test_show_page (ui, "journeys");
  hr_test_focus (ui, hr_test_find (ui->window, HR_TYPE_GRID, NULL));
  check_menu (ui, "shift+F10", 10);
}

/* What people paste has lines, of which a message and a name show one: the window would
 * not be high enough for more. */
static void
test_many_lines (HrTestUi *ui, gconstpointer setting)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *content = gtk_widget_get_first_child (GTK_WIDGET (ui->window));

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (text, "%u\n", i);
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.toast", "s", text->str);
  hr_test_wait (hr_test_shows (ui->window, "0 1 2 3"));
  hr_test_settle (GTK_WINDOW (ui->window));

  /* as from a file: what is typed has none */
  g_object_set (hr_list_get (hr_test_get_plan (ui)->segments, 0), "name", text->str,
                NULL);
  for (guint i = 0; i < G_N_ELEMENTS (PAGES); i++)
    {
      int least;

      hr_test_show_page (ui, PAGES[i]);
      gtk_widget_measure (content, GTK_ORIENTATION_VERTICAL, -1, &least, NULL, NULL,
                          NULL);
      g_assert_cmpint (least, <=, 600);
    }
  gtk_widget_activate_action (GTK_WIDGET (hr_window_get_page (ui->window, "overview")),
                              "overview.levers", NULL);
  hr_test_settle (GTK_WINDOW (ui->window));
}

int
main (int argc, char **argv)
{
  const char *const contents[] = { "welcome", "sample", "new" };

  hr_test_ui_init (&argc, &argv);
  hr_test_ui_add ("/ui/window/open-sample", &SETTINGS[0], test_open_sample);
  hr_test_ui_add ("/ui/window/narrowed", &SETTINGS[2], test_narrowed);
  hr_test_ui_add ("/ui/window/narrowed-under-popover", &SETTINGS[2],
                  test_narrowed_under_popover);
  hr_test_ui_add ("/ui/window/many-lines", &SETTINGS[2], test_many_lines);
  hr_test_ui_add ("/ui/window/menus", &SETTINGS[2], test_menus);
  for (guint i = 0; i < G_N_ELEMENTS (SETTINGS); i++)
    {
      const HrTestSetting *setting = &SETTINGS[i];
      g_autofree char *path = g_strdup_printf (
          "/ui/window/%s-%s-%d%s%s", contents[setting->content],
          setting->dark ? "dark" : "light", setting->width,
          setting->large ? "-large" : "", setting->mirrored ? "-rtl" : "");

      hr_test_ui_add (path, setting,
                      setting->content == HR_TEST_WELCOME ? test_welcome : test_pages);
    }
  return g_test_run ();
}
