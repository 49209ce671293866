/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody who does whatever can be done in the window, at random: types, clicks, drags,
 * turns pages, uses every control that shows, pastes, undoes. GTK may not complain, the
 * plan must stay sound and its answer right, and undoing all must lead back to the
 * start.
 *
 * Not a test of the suite yet: some walks end in a complaint of GTK about a window that
 * becomes very small. To hunt, with HEADROOM_SEED for one walk again:
 *
 *   ./dev shell env GSETTINGS_SCHEMA_DIR=$PWD/build/debug/data G_DEBUG=fatal-warnings \
 *     SIZE=1600x1200 tools/headless build/debug/tests/walk */
#include <math.h>
#include <signal.h>

#include "hr-grid.h"
#include "hr-test-hand.h"
#include "hr-test-seed.h"

#define N_ACTS 500 /* in a window */
#define N_WINDOWS 20
#define N_WINDOWS_SOAK 2000
#define CHECK_AFTER 25 /* acts */
#define N_TOLD 30
#define FRAME_AFTER 10
#define MOST_ITEMS 1500 /* else who duplicates all again and again has no time left */

typedef struct
{
  HrTestUi ui;
  HrTestHand *hand;
  GRand *rand;
  HrHistory *history;
  HrPlan *plan;
} Walk;

/* What was done last, for who looks for what went wrong. */
static char *told[N_TOLD];
static guint n_told;
static void (*next[2]) (int);

static guint
choose (Walk *self, guint n)
{
  return (guint) g_rand_int_range (self->rand, 0, (int) n);
}

static void tell (const char *format, ...) G_GNUC_PRINTF (1, 2);

static void
tell (const char *format, ...)
{
  char **line = &told[n_told++ % N_TOLD];
  va_list arguments;

  g_free (*line);
  va_start (arguments, format);
  *line = g_strdup_vprintf (format, arguments);
  va_end (arguments);
}

/* The walk has failed; who comes next tells its seed, and takes a picture. */
static void
failed_cb (int number)
{
  for (guint i = n_told; i < n_told + N_TOLD; i++)
    if (told[i % N_TOLD] != NULL)
      g_printerr ("# %s\n", told[i % N_TOLD]);
  signal (number, next[number == SIGTRAP]);
  raise (number);
}

/* ---- Keys and the mouse --------------------------------------------------------------
 */

static void
press_key (Walk *self)
{
  static const char *const keys[] = {
    "Tab",         "Tab",        "shift+Tab",     "Up",           "Down",
    "Left",        "Right",      "Home",          "End",          "Prior",
    "Next",        "ctrl+Home",  "ctrl+End",      "ctrl+Right",   "ctrl+Down",
    "shift+Right", "shift+Down", "shift+Up",      "shift+space",  "ctrl+space",
    "ctrl+a",      "Return",     "Return",        "F2",           "Escape",
    "Escape",      "space",      "Delete",        "BackSpace",    "ctrl+c",
    "ctrl+x",      "ctrl+v",     "ctrl+d",        "ctrl+shift+d", "ctrl+minus",
    "ctrl+plus",   "alt+Up",     "alt+Down",      "alt+Left",     "Menu",
    "shift+F10",   "F10",        "ctrl+f",        "ctrl+g",       "ctrl+h",
    "ctrl+z",      "ctrl+z",     "ctrl+y",        "ctrl+shift+z", "ctrl+shift+Right",
    "ctrl+comma",  "ctrl+i",     "ctrl+question",
  };
  const char *key = keys[choose (self, G_N_ELEMENTS (keys))];

  if (g_str_equal (key, "ctrl+shift+d") && !HR_IS_GRID (hr_test_get_focus (&self->ui)))
    return; /* it brings GTK's inspector */
  tell ("key %s", key);
  hr_test_hand_do (self->hand, "key --delay 0 %s", key);
}

static const char *
choose_text (Walk *self)
{
  static const char *const texts[] = {
    "90",         "1:30", "1.5 h", "abc",          "-5",  "62%",      "0",
    "1e9",        "12,5", "x",     "CSM",          "7",   "  ",       "2027",
    "2027-03-31", "=1",   "4M",    "999999999999", "0.3", "Adoption",
  };

  return texts[choose (self, G_N_ELEMENTS (texts))];
}

static void
type_text (Walk *self)
{
  const char *text = choose_text (self);

  tell ("type %s", text);
  hr_test_hand_do (self->hand, "type --delay 0 -- \"%s\"", text);
}

static void
add_grid_cb (GtkWidget *widget, gpointer widgets)
{
  if (HR_IS_GRID (widget))
    g_ptr_array_add (widgets, widget);
}

static gboolean
has_dialog (Walk *self)
{
  return adw_application_window_get_visible_dialog (
             ADW_APPLICATION_WINDOW (self->ui.window)) != NULL;
}

static GtkWidget *
choose_grid (Walk *self)
{
  g_autoptr (GPtrArray) grids = g_ptr_array_new ();

  hr_test_walk (self->ui.window, add_grid_cb, grids);
  return grids->len > 0 ? grids->pdata[choose (self, grids->len)] : NULL;
}

static void
choose_point (Walk *self, GtkWidget *within, int *x, int *y)
{
  GtkWidget *window = GTK_WIDGET (self->ui.window);
  graphene_point_t at = GRAPHENE_POINT_INIT (
      (float) g_rand_double_range (self->rand, 0, gtk_widget_get_width (within)),
      (float) g_rand_double_range (self->rand, 0, gtk_widget_get_height (within)));
  double left, top;

  if (!gtk_widget_compute_point (within, window, &at, &at))
    g_error ("The %s is not in the window", G_OBJECT_TYPE_NAME (within));
  gtk_native_get_surface_transform (GTK_NATIVE (window), &left, &top);
  *x = (int) (at.x + left);
  *y = (int) (at.y + top);
}

static void
click (Walk *self)
{
  guint button = choose (self, 6) == 0 ? 3 : 1;
  const char *twice = choose (self, 8) == 0 ? " mousedown 1 mouseup 1" : "";
  GtkWidget *grid = choose (self, 3) > 0 ? choose_grid (self) : NULL;
  int x, y;

  choose_point (self, grid != NULL ? grid : GTK_WIDGET (self->ui.window), &x, &y);
  tell ("click %d %d with %u%s", x, y, button, twice);
  hr_test_hand_do (self->hand, "mousemove %d %d mousedown %u mouseup %u%s", x, y, button,
                   button, twice);
}

/* Rows, cells, the edges of titles. */
static void
drag (Walk *self)
{
  GtkWidget *grid = choose_grid (self);
  int x, y, to_x, to_y;

  if (grid == NULL || has_dialog (self))
    return;
  choose_point (self, grid, &x, &y);
  choose_point (self, grid, &to_x, &to_y);
  tell ("drag %d %d to %d %d", x, y, to_x, to_y);
  hr_test_hand_do (self->hand, "mousemove %d %d mousedown 1", x, y);
  for (int i = 1; i <= 4; i++)
    hr_test_hand_do (self->hand, "mousemove %d %d", x + (to_x - x) * i / 4,
                     y + (to_y - y) * i / 4);
  hr_test_settle (self->ui.window);
  hr_test_hand_do (self->hand, "mouseup 1");
}

/* ---- Controls ------------------------------------------------------------------------
 */

/* Who closes a dialog must not do it from within its button: without animation nothing of
 * it is left then for GTK. */
static gboolean
closes (GtkWidget *widget)
{
  const char *action = GTK_IS_ACTIONABLE (widget)
                           ? gtk_actionable_get_action_name (GTK_ACTIONABLE (widget))
                           : NULL;

  return action != NULL && g_str_has_suffix (action, ".close");
}

static gboolean
can_be_used (GtkWidget *widget)
{
  if (!gtk_widget_is_sensitive (widget) || GTK_IS_LINK_BUTTON (widget) || closes (widget))
    return FALSE;
  return GTK_IS_BUTTON (widget) || GTK_IS_SWITCH (widget) || GTK_IS_DROP_DOWN (widget) ||
         ADW_IS_COMBO_ROW (widget) || GTK_IS_SPIN_BUTTON (widget) ||
         ADW_IS_SPIN_ROW (widget) || GTK_IS_TEXT (widget) ||
         GTK_IS_LIST_BOX_ROW (widget) || GTK_IS_MENU_BUTTON (widget) ||
         ADW_IS_TOGGLE_GROUP (widget) || GTK_IS_TEXT_VIEW (widget);
}

static void
add_control_cb (GtkWidget *widget, gpointer widgets)
{
  if (can_be_used (widget))
    g_ptr_array_add (widgets, widget);
}

static void
set_text (Walk *self, GtkWidget *text)
{
  if (!gtk_editable_get_editable (GTK_EDITABLE (text)))
    return;
  gtk_widget_grab_focus (text);
  gtk_editable_set_text (GTK_EDITABLE (text), choose_text (self));
  if (choose (self, 2) == 0)
    g_signal_emit_by_name (text, "activate");
}

static void
choose_one (Walk *self, GtkWidget *list)
{
  GListModel *model = NULL;
  guint n;

  g_object_get (list, "model", &model, NULL);
  n = model != NULL ? g_list_model_get_n_items (model) : 0;
  if (n > 0)
    g_object_set (list, "selected", choose (self, n), NULL);
  g_clear_object (&model);
}

static void
use (Walk *self, GtkWidget *widget)
{
  if (GTK_IS_SWITCH (widget))
    gtk_switch_set_active (GTK_SWITCH (widget),
                           !gtk_switch_get_active (GTK_SWITCH (widget)));
  else if (GTK_IS_DROP_DOWN (widget) || ADW_IS_COMBO_ROW (widget))
    choose_one (self, widget);
  else if (ADW_IS_SPIN_ROW (widget) || GTK_IS_SPIN_BUTTON (widget))
    g_object_set (widget, "value", g_rand_double_range (self->rand, 0, 100), NULL);
  else if (GTK_IS_TEXT (widget))
    set_text (self, widget);
  else if (GTK_IS_TEXT_VIEW (widget))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)),
                              choose_text (self), -1);
  else if (ADW_IS_TOGGLE_GROUP (widget))
    adw_toggle_group_set_active (
        ADW_TOGGLE_GROUP (widget),
        choose (self, adw_toggle_group_get_n_toggles (ADW_TOGGLE_GROUP (widget))));
  else if (GTK_IS_MENU_BUTTON (widget))
    gtk_menu_button_popup (GTK_MENU_BUTTON (widget));
  else if (GTK_IS_BUTTON (widget))
    g_signal_emit_by_name (widget, "clicked");
  else
    gtk_widget_activate (widget);
}

/* What stands before everything else is what can be used. */
static gpointer
get_front (Walk *self)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (
      ADW_APPLICATION_WINDOW (self->ui.window));

  return dialog != NULL ? (gpointer) dialog : self->ui.window;
}

static void
use_control (Walk *self)
{
  g_autoptr (GPtrArray) controls = g_ptr_array_new ();
  GtkWidget *control;
  g_autofree char *name = NULL;

  hr_test_walk (get_front (self), add_control_cb, controls);
  if (controls->len == 0)
    return;
  control = controls->pdata[choose (self, controls->len)];
  name = hr_test_get_name (control);
  g_strdelimit (name, "\n", 32);
  tell ("use %s “%s”", G_OBJECT_TYPE_NAME (control), name);
  use (self, control);
}

static void
put_on_clipboard (Walk *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_rows = 1 + choose (self, 4), n_columns = 1 + choose (self, 4);

  for (guint row = 0; row < n_rows; row++)
    for (guint i = 0; i < n_columns; i++)
      g_string_append_printf (text, "%s%c", choose_text (self),
                              i + 1 < n_columns ? '\t' : '\n');
  tell ("copy %s", text->str);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self->ui.window)),
                          text->str);
}

static void
activate (Walk *self, const char *action)
{
  tell ("%s", action);
  gtk_widget_activate_action (GTK_WIDGET (self->ui.window), action, NULL);
}

static void
show_some_page (Walk *self)
{
  static const char *const pages[] = { "overview", "accounts", "segments", "journeys",
                                       "journeys", "personas", "health",   "capacity" };
  const char *page = pages[choose (self, G_N_ELEMENTS (pages))];

  tell ("page %s", page);
  gtk_widget_activate_action (GTK_WIDGET (self->ui.window), "win.show-page", "s", page);
}

static void
resize (Walk *self)
{
  static const int sizes[][2] = {
    { 1280, 800 }, { 800, 600 }, { 360, 720 }, { 360, 294 }
  };
  guint i = choose (self, G_N_ELEMENTS (sizes));

  tell ("size %d×%d", sizes[i][0], sizes[i][1]);
  gtk_window_set_default_size (GTK_WINDOW (self->ui.window), sizes[i][0], sizes[i][1]);
}

/* ---- The walk ------------------------------------------------------------------------
 */

static void
act (Walk *self)
{
  guint dice = choose (self, 100);

  if (dice < 38)
    press_key (self);
  else if (dice < 48)
    type_text (self);
  else if (dice < 70)
    use_control (self);
  else if (dice < 82)
    click (self);
  else if (dice < 84)
    drag (self);
  else if (dice < 89)
    show_some_page (self);
  else if (dice < 92)
    activate (self, "win.add");
  else if (dice < 95)
    activate (self, "win.undo");
  else if (dice < 97)
    activate (self, "win.redo");
  else if (dice < 99)
    put_on_clipboard (self);
  else
    resize (self);
}

static GtkWindow *
find_other (Walk *self)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (window != GTK_WINDOW (self->ui.window) &&
          gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

/* What asks for a file or a colour is a window of its own, and not what this is about. */
static void
close_others (Walk *self)
{
  GtkWindow *other;

  while ((other = find_other (self)) != NULL)
    {
      tell ("away with %s", G_OBJECT_TYPE_NAME (other));
      g_signal_emit_by_name (other, "response", GTK_RESPONSE_CANCEL);
      hr_test_wait (find_other (self) != other);
    }
}

static guint
count_items (HrPlan *plan)
{
  guint n = 0;

  for (guint i = 0; i < hr_list_get_n (plan->journeys); i++)
    n += 1 + hr_list_get_n (((HrJourney *) hr_list_get (plan->journeys, i))->touchpoints);
  return n + hr_list_get_n (plan->segments) + hr_list_get_n (plan->roles) +
         hr_list_get_n (plan->personas) + hr_list_get_n (plan->stages) +
         hr_list_get_n (plan->scorecards) + hr_list_get_n (plan->playbooks);
}

static void
check (Walk *self)
{
  HrDocument *document = hr_window_get_document (self->ui.window);
  HrSegmentation *segmentation = hr_document_get_segmentation (document);
  g_autoptr (HrCapacity) fresh =
      hr_capacity_new (self->plan, segmentation, HR_JOURNEY_CURRENT);
  const HrTotals *shown = hr_capacity_get_totals (hr_document_get_capacity (document));
  const HrTotals *right = hr_capacity_get_totals (fresh);
  g_autoptr (GError) error = NULL;

  g_assert_true (hr_document_get_plan (document) == self->plan);
  g_assert_true (hr_plan_check (self->plan, &error));
  g_assert_no_error (error);
  g_assert_true (shown->fte == right->fte || (isnan (shown->fte) && isnan (right->fte)));
  if (count_items (self->plan) > MOST_ITEMS)
    hr_history_go_to (self->history, 0);
}

static gboolean
stay_cb (void)
{
  return TRUE;
}

/* What ends the program, begins another plan or leaves the program is not to be had. */
static void
allow_others (gboolean allowed)
{
  static const char *const others[] = { "new",    "open",    "open-uri",
                                        "sample", "recover", "import",
                                        "help",   "quit",    "open-backup" };
  GActionMap *map = G_ACTION_MAP (hr_test_ui_get_application ());

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_simple_action_set_enabled (
        G_SIMPLE_ACTION (g_action_map_lookup_action (map, others[i])), allowed);
}

static void
begin (Walk *self)
{
  hr_test_ui_set_up (&self->ui, NULL);
  allow_others (FALSE);
  g_signal_connect (self->ui.window, "close-request", G_CALLBACK (stay_cb), NULL);
  self->history = hr_document_get_history (self->ui.document);
  self->plan = hr_document_get_plan (self->ui.document);
}

/* That all of it is gone afterwards is for other tests to say: libadwaita 1.7 keeps what
 * was in a window that became narrow. */
static void
end (Walk *self)
{
  allow_others (TRUE);
  gtk_window_destroy (GTK_WINDOW (self->ui.window));
  hr_test_wait (self->ui.window == NULL);
  g_clear_weak_pointer (&self->ui.document);
}

static void
undo_all (Walk *self, HrPlan *start)
{
  g_autoptr (HrPlan) end = hr_item_copy (self->plan);
  guint n = hr_history_get_n_done (self->history);

  while (hr_history_can_undo (self->history))
    hr_history_undo (self->history);
  g_assert_true (hr_item_equal (self->plan, start));
  hr_test_settle (self->ui.window);
  hr_history_go_to (self->history, n);
  g_assert_true (hr_item_equal (self->plan, end));
  hr_test_settle (self->ui.window);
}

static void
walk (guint seed, gpointer data)
{
  Walk self = { .hand = data, .rand = g_rand_new_with_seed (seed) };
  g_autoptr (HrPlan) start = NULL;
  AdwDialog *dialog;

  begin (&self);
  next[FALSE] = signal (SIGABRT, failed_cb);
  next[TRUE] = signal (SIGTRAP, failed_cb);
  start = hr_item_copy (self.plan);
  for (guint i = 1; i <= N_ACTS; i++)
    {
      act (&self);
      close_others (&self);
      if (i % FRAME_AFTER == 0)
        hr_test_settle (self.ui.window);
      if (i % CHECK_AFTER == 0)
        check (&self);
    }
  while ((dialog = adw_application_window_get_visible_dialog (
              ADW_APPLICATION_WINDOW (self.ui.window))) != NULL)
    adw_dialog_force_close (dialog);
  hr_test_settle (self.ui.window);
  check (&self);
  undo_all (&self, start);
  end (&self);
  signal (SIGABRT, next[FALSE]);
  signal (SIGTRAP, next[TRUE]);
  g_rand_free (self.rand);
}

static void
test_walk (void)
{
  g_autoptr (HrTestHand) hand = hr_test_hand_new ();

  hr_test_rounds (N_WINDOWS, N_WINDOWS_SOAK, walk, hand);
}

int
main (int argc, char **argv)
{
  hr_test_ui_init (&argc, &argv);
  g_test_add_func ("/ui/walk", test_walk);
  return g_test_run ();
}
