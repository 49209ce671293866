/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-window.h"

G_BEGIN_DECLS

/* What the tests of the window share: one program for the process, a window per test,
 * and what a person does and sees. They run on a display of their own. */

/**
 * HrTestContent:
 * @HR_TEST_WELCOME: no plan, the welcome page
 * @HR_TEST_SAMPLE: the sample plan
 * @HR_TEST_NEW: a new plan, with nothing in it yet
 */
typedef enum
{
  HR_TEST_WELCOME,
  HR_TEST_SAMPLE,
  HR_TEST_NEW,
} HrTestContent;

/**
 * HrTestSetting:
 * @mirrored: as where people read from right to left
 * @large: with text of twice the size
 *
 * How a test's window comes up. NULL as a test's data is a wide, light window with the
 * sample plan.
 */
typedef struct
{
  HrTestContent content;
  int width;
  int height;
  gboolean dark;
  gboolean mirrored;
  gboolean large;
} HrTestSetting;

/**
 * HrTestUi:
 * @window: (nullable): NULL once it is closed
 * @document: (nullable): what it was opened with, while it is there
 *
 * The fixture: a window that is drawn and has the focus. Taking it down asserts that the
 * window, its document and its plan are gone.
 */
typedef struct
{
  HrWindow *window;
  HrDocument *document;
} HrTestUi;

void hr_test_ui_init (int *argc, char ***argv);
AdwApplication *hr_test_ui_get_application (void);
void hr_test_ui_set_up (HrTestUi *ui, gconstpointer setting);
void hr_test_ui_tear_down (HrTestUi *ui, gconstpointer setting);
HrPlan *hr_test_get_plan (HrTestUi *ui);
HrHistory *hr_test_get_history (HrTestUi *ui);
#define hr_test_ui_add(path, setting, test)                                              \
  g_test_add (path, HrTestUi, setting, hr_test_ui_set_up, test, hr_test_ui_tear_down)

void hr_test_show_page (HrTestUi *ui, const char *name);
void hr_test_settle (gpointer widget);
void hr_test_picture (gpointer widget, const char *path);
void hr_test_picture_with_shadow (gpointer window, float margin, const char *path);

/* Waiting: the main loop runs until something holds, or the test fails. */
gboolean hr_test_iterate (gint64 deadline);
#define HR_TEST_LIMIT (60 * G_USEC_PER_SEC)
#define hr_test_wait(condition)                                                          \
  G_STMT_START                                                                           \
  {                                                                                      \
    gint64 deadline_ = g_get_monotonic_time () + HR_TEST_LIMIT;                          \
    while (!(condition) && hr_test_iterate (deadline_))                                  \
      ;                                                                                  \
    if (!(condition))                                                                    \
      g_error ("%s: waited in vain for " #condition, G_STRLOC);                          \
  }                                                                                      \
  G_STMT_END

/* Finding: among what is on screen, in the order of the Tab key. */
gpointer hr_test_find (gpointer root, GType type, const char *name);
gpointer hr_test_find_nth (gpointer root, GType type, const char *name, guint nth);
gpointer hr_test_find_row (gpointer root, const char *text);
gpointer hr_test_find_titled (gpointer root, const char *title);
GtkWindow *hr_test_find_other_window (HrTestUi *ui);
guint hr_test_count (gpointer root, GType type);
char *hr_test_get_name (gpointer widget) G_GNUC_WARN_UNUSED_RESULT;
char *hr_test_get_text (gpointer root) G_GNUC_WARN_UNUSED_RESULT;
gboolean hr_test_shows (gpointer root, const char *text);

typedef void (*HrTestWidgetFunc) (GtkWidget *widget, gpointer user_data);
void hr_test_walk (gpointer root, HrTestWidgetFunc func, gpointer user_data);

/* Doing: real events of the display's server; keys go to whatever has the focus. */
void hr_test_keys (HrTestUi *ui, const char *keys);
void hr_test_hold (HrTestUi *ui, const char *key, gboolean hold);
void hr_test_type (HrTestUi *ui, const char *text);
void hr_test_focus (HrTestUi *ui, gpointer widget);
void hr_test_give_keyboard (GtkWindow *window);
void hr_test_focus_window (HrTestUi *ui, const char *title);
void hr_test_choose_file (HrTestUi *ui, const char *title, const char *path);
GtkWidget *hr_test_get_focus (HrTestUi *ui);
void hr_test_tab_to (HrTestUi *ui, GType type, const char *name);
void hr_test_press (HrTestUi *ui, gpointer button);
void hr_test_point (HrTestUi *ui, gpointer widget, double across, double down);
void hr_test_mouse (HrTestUi *ui, gboolean press);
void hr_test_click (HrTestUi *ui, gpointer widget);
void hr_test_click_here (HrTestUi *ui, guint button, guint n);
void hr_test_click_menu (HrTestUi *ui, gpointer root, const char *item);
void
hr_test_drag (HrTestUi *ui, gpointer source, gpointer target, double across, double down);

/* Looking: what is wrong with what is on screen, one complaint a line. */
char *hr_test_check_layout (gpointer root) G_GNUC_WARN_UNUSED_RESULT;
char *hr_test_check_width (gpointer root, int width) G_GNUC_WARN_UNUSED_RESULT;
char *hr_test_check_names (gpointer root) G_GNUC_WARN_UNUSED_RESULT;
void hr_test_refute (const char *complaints);
void hr_test_look (HrTestUi *ui, const char *name);

G_END_DECLS
