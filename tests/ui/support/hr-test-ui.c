/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-test-ui.h"

#include <locale.h>
#include <signal.h>
#include <unistd.h>

#include "hr-application.h"
#include "hr-test-complaints.h"
#include "hr-test-hand.h"
#include "hr-test-questions.h"
#include "hr-test-sanitized.h"
#include "hr-test-state.h"
#if HR_TEST_SANITIZED
#include <sanitizer/common_interface_defs.h>
#endif

static const HrTestSetting USUAL = { HR_TEST_SAMPLE, 1280, 800, FALSE };

#define DPI 96

static HrApplication *application;
static char *state;       /* where the program keeps what is its own */
static HrTestUi *current; /* for the picture when a test fails */

AdwApplication *
hr_test_ui_get_application (void)
{
  return ADW_APPLICATION (application);
}

static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_REMOVE;
}

/**
 * hr_test_iterate:
 * @deadline: when patience ends, in monotonic time
 *
 * Lets the main loop do one thing.
 *
 * Returns: %FALSE after the deadline
 */
gboolean
hr_test_iterate (gint64 deadline)
{
  gint64 left = deadline - g_get_monotonic_time ();
  guint source;

  if (left <= 0)
    return FALSE;

  source = g_timeout_add ((guint) (left / 1000 + 1), wake_cb, NULL);
  g_main_context_iteration (NULL, TRUE);
  if (g_main_context_find_source_by_id (NULL, source) != NULL)
    g_source_remove (source);
  return TRUE;
}

static void
painted_cb (GdkFrameClock *clock, guint *frames)
{
  (*frames)++;
}

/**
 * hr_test_settle:
 * @widget: a widget of a window that is shown
 *
 * Waits until what was typed has arrived and what follows from it is drawn: GTK handles
 * events and updates in frames, so this is two frames after the server has answered.
 */
void
hr_test_settle (gpointer widget)
{
  g_autoptr (GtkWidget) alive = g_object_ref (widget);
  g_autoptr (GdkFrameClock) clock = g_object_ref (gtk_widget_get_frame_clock (widget));
  guint frames = 0;
  gulong handler =
      g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &frames);

  gdk_display_sync (gtk_widget_get_display (widget));
  for (guint i = 1; i <= 2; i++)
    {
      gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
      hr_test_wait (frames >= i || !gtk_widget_get_mapped (widget));
    }
  while (g_main_context_iteration (NULL, FALSE))
    ;
  if (g_signal_handler_is_connected (clock, handler)) /* else the window was closed */
    g_signal_handler_disconnect (clock, handler);
}

static void
take_picture_of_failure (void)
{
  g_autofree char *name = NULL;

  if (current == NULL || current->window == NULL)
    return;

  name = g_strconcat ("failed", g_test_get_path (), ".png", NULL);
  g_strdelimit (name, "/", '-');
  hr_test_picture (current->window, name);
  g_printerr ("# what it looked like: %s\n", name);
}

/**
 * hr_test_refute:
 * @complaints: one a line
 *
 * Fails the test if there are complaints, and says them all.
 */
void
hr_test_refute (const char *complaints)
{
  g_auto (GStrv) lines = g_strsplit (complaints, "\n", -1);

  if (*complaints == '\0')
    return;

  g_test_fail ();
  for (guint i = 0; lines[i] != NULL; i++)
    g_printerr ("# %s\n", lines[i]);
  take_picture_of_failure ();
}

/* The test has failed and the process ends, in this thread and not in the midst of some
 * other work: here a picture is worth the risk. */
static void
failed_cb (int signal_number)
{
  signal (signal_number, SIG_DFL);
  alarm (20);
#if HR_TEST_SANITIZED
  __sanitizer_print_stack_trace ();
#endif
  take_picture_of_failure ();
  raise (signal_number);
}

static void
show_content (HrTestContent content)
{
  GActionGroup *actions = G_ACTION_GROUP (application);

  if (content == HR_TEST_SAMPLE)
    g_action_group_activate_action (actions, "sample", NULL);
  else if (content == HR_TEST_NEW)
    g_action_group_activate_action (actions, "new", NULL);
}

/**
 * hr_test_ui_set_up:
 * @ui: the fixture
 * @setting: (nullable): a #HrTestSetting
 *
 * Opens a window as a person would, and waits until it is drawn.
 */
void
hr_test_ui_set_up (HrTestUi *ui, gconstpointer setting)
{
  const HrTestSetting *wanted = setting != NULL ? setting : &USUAL;
  GtkWindow *window;

  hr_test_judge_complaints ();
  gtk_widget_set_default_direction (wanted->mirrored ? GTK_TEXT_DIR_RTL
                                                     : GTK_TEXT_DIR_LTR);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi",
                (wanted->large ? 2 : 1) * DPI * PANGO_SCALE, NULL);
  window = GTK_WINDOW (hr_window_new (ADW_APPLICATION (application)));
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      wanted->dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                                   : ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_set_weak_pointer (&ui->window, HR_WINDOW (window));
  current = ui;
  gtk_window_set_default_size (window, wanted->width, wanted->height);
  gtk_window_present (window);
  hr_test_wait (gtk_widget_get_mapped (GTK_WIDGET (window)));
  if (g_strcmp0 (g_getenv ("GDK_BACKEND"), "x11") == 0)
    {
      hr_test_give_keyboard (window);
      hr_test_hand_do (hr_test_get_hand (), "mousemove 4000 4000");
    }
  hr_test_wait (gtk_window_is_active (window));
  show_content (wanted->content);
  g_set_weak_pointer (&ui->document, hr_window_get_document (ui->window));
  hr_test_settle (window);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), ==, wanted->width);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (window)), ==, wanted->height);
}

/**
 * hr_test_ui_tear_down:
 * @ui: the fixture
 *
 * Takes the window away whatever is unsaved, and asserts that nothing of it stays.
 */
void
hr_test_ui_tear_down (HrTestUi *ui, gconstpointer setting)
{
  HrPlan *plan = NULL;

  if (ui->window != NULL)
    {
      g_set_weak_pointer (&ui->document, hr_window_get_document (ui->window));
      if (ui->document != NULL)
        g_set_weak_pointer (&plan, hr_document_get_plan (ui->document));
      gtk_window_destroy (GTK_WINDOW (ui->window));
    }
  hr_test_wait (ui->window == NULL);
  hr_test_wait (ui->document == NULL);
  hr_test_wait (plan == NULL);
  hr_test_wait (hr_test_count_questions () == 0);
  current = NULL;
}

/**
 * hr_test_show_page:
 * @ui: the fixture, with a plan
 * @name: of the page
 *
 * Turns to a page, from the sidebar too if the window is narrow.
 */
void
hr_test_show_page (HrTestUi *ui, const char *name)
{
  AdwNavigationSplitView *split =
      hr_test_find (ui->window, ADW_TYPE_NAVIGATION_SPLIT_VIEW, NULL);

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.show-page", "s", name);
  adw_navigation_split_view_set_show_content (split, TRUE);
  hr_test_settle (ui->window);
}

/* What a desktop says and a bare X server leaves open: the font, what a title bar holds,
 * and that a window has no frame of its own. And nothing that moves is waited for. */
static void
make_usual (void)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE,
                "gtk-cursor-blink", FALSE, "gtk-font-name", "Cantarell 11",
                "gtk-decoration-layout", ":close", NULL);
  gtk_css_provider_load_from_string (style,
                                     "window.solid-csd { padding: 0; border: none; }");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_USER);
}

static void
remove_state_cb (void)
{
  test_remove_tree (state);
  g_free (state);
}

/**
 * hr_test_ui_init:
 * @argc: (inout): of main()
 * @argv: (inout): of main()
 *
 * Starts the program within the test, on the display that it was given.
 */
void
hr_test_ui_init (int *argc, char ***argv)
{
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  state = test_state_set_up ();
  atexit (remove_state_cb);
  g_test_init (argc, argv, NULL);
  hr_test_judge_complaints ();
  application = hr_application_new ();
  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    g_error ("The application: %s", error->message);
  make_usual ();
  signal (SIGABRT, failed_cb);
  signal (SIGTRAP, failed_cb);
}

/* Of the plan that the window shows now. */
HrPlan *
hr_test_get_plan (HrTestUi *ui)
{
  return hr_document_get_plan (hr_window_get_document (ui->window));
}

HrHistory *
hr_test_get_history (HrTestUi *ui)
{
  return hr_document_get_history (hr_window_get_document (ui->window));
}
