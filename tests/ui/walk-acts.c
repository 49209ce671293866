/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "walk-acts.h"

#include "hr-chart-area.h"
#include "hr-grid.h"
#include "hr-import-dialog.h"
#include "hr-rule-editor.h"

#define N_TOLD 30

/* What was done last, for who looks for what went wrong. */
static char *told[N_TOLD];
static guint n_told;

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

void
walk_print_last (void)
{
  for (guint i = n_told; i < n_told + N_TOLD; i++)
    if (told[i % N_TOLD] != NULL)
      g_printerr ("# %s\n", told[i % N_TOLD]);
}

static guint
choose (WalkPerson *self, guint n)
{
  return (guint) g_rand_int_range (self->rand, 0, (int) n);
}

/* ---- What there is ---- */

static AdwDialog *
get_dialog (WalkPerson *self)
{
  return adw_application_window_get_visible_dialog (
      ADW_APPLICATION_WINDOW (self->ui.window));
}

static void
find_popover_cb (GtkWidget *widget, gpointer popover)
{
  if (GTK_IS_POPOVER (widget) && gtk_popover_get_autohide (GTK_POPOVER (widget)))
    *(GtkPopover **) popover = GTK_POPOVER (widget);
}

/* Returns: (nullable): the menu or the like that is open, the last of them */
static GtkPopover *
get_popover (WalkPerson *self)
{
  GtkPopover *popover = NULL;

  hr_test_walk (self->ui.window, find_popover_cb, &popover);
  return popover;
}

/* What stands before everything else is what can be used. */
static gpointer
get_front (WalkPerson *self)
{
  GtkPopover *popover = get_popover (self);
  AdwDialog *dialog = get_dialog (self);

  return popover != NULL  ? (gpointer) popover
         : dialog != NULL ? (gpointer) dialog
                          : self->ui.window;
}

typedef struct
{
  GType type;
  GPtrArray *found;
} Search;

static void
search_cb (GtkWidget *widget, gpointer user_data)
{
  Search *search = user_data;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, search->type))
    g_ptr_array_add (search->found, widget);
}

/* Returns: (nullable): one of those that show */
static GtkWidget *
choose_widget (WalkPerson *self, GType type)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  hr_test_walk (get_front (self), search_cb, &(Search) { type, found });
  return found->len > 0 ? found->pdata[choose (self, found->len)] : NULL;
}

static void
choose_point (WalkPerson *self, GtkWidget *within, int *x, int *y)
{
  GtkWidget *window = GTK_WIDGET (self->ui.window);
  graphene_point_t at = GRAPHENE_POINT_INIT (
      (float) g_rand_double_range (self->rand, 0, gtk_widget_get_width (within)),
      (float) g_rand_double_range (self->rand, 0, gtk_widget_get_height (within)));
  double left, top;

  if (!gtk_widget_compute_point (within, window, &at, &at))
    g_error ("The %s is not in the window", G_OBJECT_TYPE_NAME (within));
  gtk_native_get_surface_transform (GTK_NATIVE (window), &left, &top);
  *x = (int) MAX (at.x + left, 0); /* what is scrolled away begins before the window */
  *y = (int) MAX (at.y + top, 0);
}

static const char *
choose_text (WalkPerson *self)
{
  static const char *const texts[] = {
    "90",         "1:30", "1.5 h", "abc",          "-5",  "62%",      "0",
    "1e9",        "12,5", "x",     "CSM",          "7",   "  ",       "2027",
    "2027-03-31", "=1",   "4M",    "999999999999", "0.3", "Adoption",
  };

  return texts[choose (self, G_N_ELEMENTS (texts))];
}

/* ---- Keys and the mouse ---- */

/**
 * Act:
 * @name: for who reads how often each was done
 * @weight: how often, compared with others
 * @func: does it, and says how many acts that was: none if it could not be done
 * @page: (nullable): where
 * @action: (nullable): an action of the page, the window or the program
 * @target: (nullable): for @action
 */
typedef struct _Act Act;
struct _Act
{
  const char *name;
  guint weight;
  guint (*func) (WalkPerson *self, const Act *act);
  const char *page;
  const char *action;
  const char *target;
};

static void
press (WalkPerson *self, const char *key)
{
  tell ("key %s", key);
  hr_test_hand_do (hr_test_get_hand (), "key --delay 0 %s", key);
}

static const char *
choose_move (WalkPerson *self)
{
  static const char *const keys[] = {
    "Tab",
    "Tab",
    "shift+Tab",
    "Up",
    "Down",
    "Left",
    "Right",
    "Home",
    "End",
    "Prior",
    "Next",
    "ctrl+Home",
    "ctrl+End",
    "ctrl+Right",
    "ctrl+Down",
    "shift+Right",
    "shift+Up",
    "shift+Down",
    "shift+space",
    "ctrl+space",
    "ctrl+a",
    "F6",
    "ctrl+shift+Right",
  };

  return keys[choose (self, G_N_ELEMENTS (keys))];
}

static const char *
choose_deed (WalkPerson *self)
{
  static const char *const keys[] = {
    "Return",       "Return",        "F2",           "Escape",       "Escape",
    "space",        "Delete",        "BackSpace",    "ctrl+c",       "ctrl+x",
    "ctrl+v",       "ctrl+d",        "alt+Up",       "ctrl+shift+d", "ctrl+minus",
    "ctrl+plus",    "alt+Down",      "alt+Left",     "Menu",         "shift+F10",
    "F10",          "ctrl+h",        "ctrl+h",       "ctrl+f",       "ctrl+g",
    "ctrl+z",       "ctrl+z",        "ctrl+y",       "ctrl+comma",   "ctrl+l",
    "ctrl+shift+z", "ctrl+question", "ctrl+shift+r", "F9",
  };

  return keys[choose (self, G_N_ELEMENTS (keys))];
}

/* Quickly moves to somewhere, and does something there. */
static guint
press_keys (WalkPerson *self, const Act *act)
{
  g_autoptr (GString) keys = g_string_new (NULL);
  guint n = 1 + choose (self, 8);

  for (guint i = 1; i < n; i++)
    g_string_append_printf (keys, "%s ", choose_move (self));
  g_string_append (keys, choose_deed (self));
  press (self, keys->str);
  return n;
}

static guint
type_text (WalkPerson *self, const Act *act)
{
  const char *text = choose_text (self);

  tell ("type %s", text);
  hr_test_hand_do (hr_test_get_hand (), "type --delay 0 -- \"%s\"", text);
  return 1;
}

static void
click_within (WalkPerson *self, GtkWidget *widget)
{
  guint button = choose (self, 6) == 0 ? 3 : 1;
  const char *twice = choose (self, 8) == 0 ? " mousedown 1 mouseup 1" : "";
  int x, y;

  choose_point (self, widget, &x, &y);
  tell ("click %d %d with %u%s", x, y, button, twice);
  hr_test_hand_do (hr_test_get_hand (), "mousemove %d %d mousedown %u mouseup %u%s", x, y,
                   button, button, twice);
}

static guint
click (WalkPerson *self, const Act *act)
{
  click_within (self, GTK_WIDGET (self->ui.window));
  return 1;
}

static guint
click_table (WalkPerson *self, const Act *act)
{
  GtkWidget *grid = choose_widget (self, HR_TYPE_GRID);

  if (grid == NULL)
    return 0;
  click_within (self, grid);
  return 1;
}

/* Segments, touchpoints on the map, meetings with personas. */
static guint
click_picture (WalkPerson *self, const Act *act)
{
  GtkWidget *picture = choose_widget (self, HR_TYPE_CHART_AREA);

  if (picture == NULL)
    return 0;
  click_within (self, picture);
  return 1;
}

/* Cells, rows, the edges of titles. */
static guint
drag_in_table (WalkPerson *self, const Act *act)
{
  GtkWidget *grid = choose_widget (self, HR_TYPE_GRID);
  int x, y, to_x, to_y;

  if (grid == NULL)
    return 0;
  choose_point (self, grid, &x, &y);
  choose_point (self, grid, &to_x, &to_y);
  tell ("drag %d %d to %d %d", x, y, to_x, to_y);
  hr_test_hand_do (hr_test_get_hand (), "mousemove %d %d mousedown 1", x, y);
  for (int i = 1; i <= 4; i++)
    hr_test_hand_do (hr_test_get_hand (), "mousemove %d %d", x + (to_x - x) * i / 4,
                     y + (to_y - y) * i / 4);
  hr_test_settle (self->ui.window);
  hr_test_hand_do (hr_test_get_hand (), "mouseup 1");
  return 1;
}

/* ---- Controls ---- */

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
set_text (WalkPerson *self, GtkWidget *text)
{
  if (!gtk_editable_get_editable (GTK_EDITABLE (text)))
    return;
  gtk_widget_grab_focus (text);
  gtk_editable_set_text (GTK_EDITABLE (text), choose_text (self));
  if (choose (self, 2) == 0)
    g_signal_emit_by_name (text, "activate");
}

static void
choose_one (WalkPerson *self, GtkWidget *list)
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
use (WalkPerson *self, GtkWidget *widget)
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
  else
    {
      gtk_widget_grab_focus (widget); /* as a click does */
      if (GTK_IS_MENU_BUTTON (widget))
        gtk_menu_button_popup (GTK_MENU_BUTTON (widget));
      else if (GTK_IS_BUTTON (widget))
        g_signal_emit_by_name (widget, "clicked");
      else
        gtk_widget_activate (widget);
    }
}

static gboolean
use_control_within (WalkPerson *self, GtkWidget *root)
{
  g_autoptr (GPtrArray) controls = g_ptr_array_new ();
  GtkWidget *control;
  g_autofree char *name = NULL;

  hr_test_walk (root, add_control_cb, controls);
  if (controls->len == 0)
    return FALSE;
  control = controls->pdata[choose (self, controls->len)];
  name = hr_test_get_name (control);
  g_strdelimit (name, "\n", ' ');
  tell ("use %s “%s”", G_OBJECT_TYPE_NAME (control), name);
  use (self, control);
  return TRUE;
}

static guint
use_control (WalkPerson *self, const Act *act)
{
  return use_control_within (self, get_front (self));
}

static guint
use_rule (WalkPerson *self, const Act *act)
{
  GtkWidget *editor = choose_widget (self, HR_TYPE_RULE_EDITOR);

  return editor != NULL && use_control_within (self, editor);
}

static guint
leave_menu (WalkPerson *self, const Act *act)
{
  GtkPopover *popover = get_popover (self);

  if (popover == NULL)
    return 0;
  tell ("leave the %s", G_OBJECT_TYPE_NAME (popover));
  g_object_ref (popover); /* closing may be the end of it */
  gtk_popover_popdown (popover);
  g_object_unref (popover);
  return 1;
}

static guint
leave_dialog (WalkPerson *self, const Act *act)
{
  AdwDialog *dialog = get_dialog (self);

  if (dialog == NULL || get_popover (self) != NULL)
    return 0;
  tell ("leave the %s", G_OBJECT_TYPE_NAME (dialog));
  adw_dialog_close (dialog);
  return 1;
}

/* ---- Places and what they offer ---- */

static GtkWidget *
show_page (WalkPerson *self, const char *page)
{
  GtkWidget *window = GTK_WIDGET (self->ui.window);

  gtk_widget_activate_action (window, "win.show-page", "s", page);
  return GTK_WIDGET (hr_window_get_page (self->ui.window, page));
}

/* What is open stands before the page. */
static gboolean
is_free (WalkPerson *self)
{
  return get_front (self) == (gpointer) self->ui.window;
}

static guint
turn_to (WalkPerson *self, const Act *act)
{
  if (!is_free (self))
    return 0;
  tell ("page %s", act->page);
  show_page (self, act->page);
  return 1;
}

static guint
activate (WalkPerson *self, const Act *act)
{
  GtkWidget *at = GTK_WIDGET (self->ui.window);

  if (!is_free (self))
    return 0;
  if (act->page != NULL)
    {
      at = show_page (self, act->page);
      hr_test_settle (self->ui.window); /* nobody is quicker than a frame */
    }
  if (!gtk_widget_get_mapped (at) || hr_test_get_focus (&self->ui) == NULL)
    return 0;
  if (!gtk_widget_activate_action (at, act->action, act->target != NULL ? "s" : NULL,
                                   act->target))
    return 0;
  tell ("%s %s", act->action, act->target != NULL ? act->target : "");
  return 1;
}

static guint
import (WalkPerson *self, const Act *act)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->table);

  if (!is_free (self))
    return 0;
  tell ("import");
  hr_import_dialog_show (hr_window_get_document (self->ui.window), file,
                         GTK_WIDGET (self->ui.window));
  hr_test_wait (get_dialog (self) != NULL);
  return 1;
}

static guint
find (WalkPerson *self, const Act *act)
{
  if (!is_free (self))
    return 0;
  show_page (self, act->page);
  press (self, "ctrl+f");
  return type_text (self, act);
}

static guint
put_on_clipboard (WalkPerson *self, const Act *act)
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
  return 1;
}

static guint
paste (WalkPerson *self, const Act *act)
{
  GtkWidget *grid = choose_widget (self, HR_TYPE_GRID);

  if (grid == NULL || !gtk_widget_grab_focus (grid))
    return 0;
  if (choose (self, 2) == 0)
    put_on_clipboard (self, act);
  press (self, "ctrl+v");
  return 1;
}

/* From a phone in either direction to a screen. The search of libadwaita's dialog for the
 * shortcuts (1.7) needs 307 px; and while a breakpoint comes into force it lays out what
 * was there before in the new size, and warns of that. */
static guint
resize (WalkPerson *self, const Act *act)
{
  int width = g_rand_int_range (self->rand, 360, 1281);
  int height = g_rand_int_range (self->rand, 320, 801);
  GLogLevelFlags fatal;

  hr_test_settle (self->ui.window); /* what came before is not excused */
  fatal = g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  tell ("size %d×%d", width, height);
  gtk_window_set_default_size (GTK_WINDOW (self->ui.window), width, height);
  hr_test_settle (self->ui.window); /* the display's server answers */
  hr_test_settle (self->ui.window);
  g_log_set_always_fatal (fatal);
  return 1;
}

static guint
turn_light_or_dark (WalkPerson *self, const Act *act)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  tell ("light or dark");
  adw_style_manager_set_color_scheme (style, adw_style_manager_get_dark (style)
                                                 ? ADW_COLOR_SCHEME_FORCE_LIGHT
                                                 : ADW_COLOR_SCHEME_FORCE_DARK);
  return 1;
}

/* ---- All of it ---- */

static const Act ACTS[] = {
  { "keys", 240, press_keys },
  { "typing", 90, type_text },
  { "a control", 180, use_control },
  { "a rule’s control", 20, use_rule },
  { "a click", 50, click },
  { "a click on a table", 60, click_table },
  { "a click on a picture", 20, click_picture },
  { "dragging in a table", 20, drag_in_table },
  { "leaving a menu", 100, leave_menu },
  { "leaving a dialog", 60, leave_dialog },
  { "undo", 30, activate, .action = "win.undo" },
  { "redo", 20, activate, .action = "win.redo" },
  { "adding", 10, activate, .action = "win.add" },
  { "a new segment", 4, activate, "segments", "win.add" },
  { "a new touchpoint", 6, activate, "journeys", "win.add" },
  { "the overview", 8, turn_to, "overview" },
  { "the accounts", 8, turn_to, "accounts" },
  { "the segments", 8, turn_to, "segments" },
  { "the journeys", 14, turn_to, "journeys" },
  { "the personas", 8, turn_to, "personas" },
  { "health", 8, turn_to, "health" },
  { "capacity", 8, turn_to, "capacity" },
  { "finding accounts", 3, find, "accounts" },
  { "finding touchpoints", 3, find, "journeys" },
  { "the levers of the plan", 3, activate, "overview", "overview.levers" },
  { "the levers of a journey", 4, activate, "journeys", "journey.levers" },
  { "a redesign", 5, activate, "journeys", "journey.redesign" },
  { "a comparison", 5, activate, "journeys", "journey.compare" },
  { "adopting a redesign", 2, activate, "journeys", "journey.adopt" },
  { "discarding a redesign", 2, activate, "journeys", "journey.discard" },
  { "a review", 2, activate, "journeys", "journey.review" },
  { "a template", 3, activate, "journeys", "journey.template", "mid-touch" },
  { "overlaps", 3, activate, "segments", "segment.overlaps" },
  { "a split", 4, activate, "segments", "segment.split" },
  { "copying the matrix", 2, activate, "personas", "personas.copy-table" },
  { "preferences", 2, activate, .action = "app.preferences" },
  { "shortcuts", 2, activate, .action = "app.shortcuts" },
  { "an import", 4, import },
  { "the clipboard", 6, put_on_clipboard },
  { "pasting", 12, paste },
  { "another size", 10, resize },
  { "light or dark", 3, turn_light_or_dark },
};

static guint n_done[G_N_ELEMENTS (ACTS)];

static const Act *
choose_act (WalkPerson *self)
{
  guint sum = 0, dice, i;

  for (i = 0; i < G_N_ELEMENTS (ACTS); i++)
    sum += ACTS[i].weight;
  dice = choose (self, sum);
  for (i = 0; dice >= ACTS[i].weight; i++)
    dice -= ACTS[i].weight;
  return &ACTS[i];
}

/**
 * walk_act:
 * @self: somebody
 *
 * Does something that can be done.
 *
 * Returns: how many acts that was
 */
guint
walk_act (WalkPerson *self)
{
  const Act *act;
  guint n;

  do
    {
      act = choose_act (self);
      n = act->func (self, act);
    }
  while (n == 0);
  n_done[act - ACTS] += n;
  if (act->func == activate || act->func == turn_to || act->func == import)
    hr_test_settle (self->ui.window);
  return n;
}

/* Returns: how many kinds were never done */
guint
walk_print_kinds (void)
{
  guint n_missing = 0;

  for (guint i = 0; i < G_N_ELEMENTS (ACTS); i++)
    {
      g_test_message ("%6u %s", n_done[i], ACTS[i].name);
      n_missing += n_done[i] == 0;
    }
  return n_missing;
}
