/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-shortcuts.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *group; /* set on the first of a group */
  const char *title;
  const char *keys;
} SHORTCUTS[] = {
  { N_ ("Plan"), N_ ("New Plan"), "<Control>n" },
  { NULL, N_ ("Open"), "<Control>o" },
  { NULL, N_ ("Save"), "<Control>s" },
  { NULL, N_ ("Save As"), "<Control><Shift>s" },
  { NULL, N_ ("Import Accounts"), "<Control>i" },
  { NULL, N_ ("Export"), "<Control>e" },
  { NULL, N_ ("Close Window"), "<Control>w" },
  { NULL, N_ ("Quit"), "<Control>q" },
  { N_ ("Editing"), N_ ("Undo"), "<Control>z" },
  { NULL, N_ ("Redo"), "<Control><Shift>z" },
  { NULL, N_ ("History"), "<Control>h" },
  { NULL, N_ ("Edit the Cell"), "Return" },
  { NULL, N_ ("Select Cells"), "<Shift>Right" },
  { NULL, N_ ("Cut"), "<Control>x" },
  { NULL, N_ ("Copy"), "<Control>c" },
  { NULL, N_ ("Paste"), "<Control>v" },
  { NULL, N_ ("Clear Cells"), "Delete" },
  { NULL, N_ ("Fill Cells Down"), "<Control>d" },
  { NULL, N_ ("Duplicate Rows"), "<Control><Shift>d" },
  { NULL, N_ ("Move Rows"), "<Alt>Down" },
  { NULL, N_ ("Widen a Column from Its Title"), "<Control>Right" },
  { NULL, N_ ("Move a Column from Its Title"), "<Control><Shift>Right" },
  { NULL, N_ ("Add to the List"), "<Control>plus" },
  { NULL, N_ ("Remove from the List"), "Delete" },
  { NULL, N_ ("Remove Rows of a Table"), "<Control>minus" },
  { NULL, N_ ("Search"), "<Control>f" },
  { N_ ("Journeys"), N_ ("Redesign the Journey"), "<Control><Shift>r" },
  { NULL, N_ ("Compare with the Current Journey"), "F9" },
  { NULL, N_ ("Levers"), "<Control>l" },
  { N_ ("Pages"), N_ ("Overview"), "<Alt>1" },
  { NULL, N_ ("Accounts"), "<Alt>2" },
  { NULL, N_ ("Segments"), "<Alt>3" },
  { NULL, N_ ("Journeys"), "<Alt>4" },
  { NULL, N_ ("Personas"), "<Alt>5" },
  { NULL, N_ ("Health"), "<Alt>6" },
  { NULL, N_ ("Capacity"), "<Alt>7" },
  { N_ ("Program"), N_ ("Preferences"), "<Control>comma" },
  { NULL, N_ ("Help"), "F1" },
  { NULL, N_ ("Keyboard Shortcuts"), "<Control>question" },
};

static GtkWidget *
make_row (const char *title, const char *keys)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_shortcut_label_new (keys);

  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  return row;
}

/**
 * hr_shortcuts_new:
 *
 * Makes the dialog that lists the keys.
 *
 * AdwShortcutsDialog would do this, but it came with libadwaita 1.8.
 */
AdwDialog *
hr_shortcuts_new (void)
{
  AdwDialog *dialog = adw_preferences_dialog_new ();
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  AdwPreferencesGroup *group = NULL;

  adw_dialog_set_title (dialog, _ ("Keyboard Shortcuts"));
  for (guint i = 0; i < G_N_ELEMENTS (SHORTCUTS); i++)
    {
      if (SHORTCUTS[i].group != NULL)
        {
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (group, _ (SHORTCUTS[i].group));
          adw_preferences_page_add (page, group);
        }
      adw_preferences_group_add (group,
                                 make_row (_ (SHORTCUTS[i].title), SHORTCUTS[i].keys));
    }
  adw_preferences_dialog_add (ADW_PREFERENCES_DIALOG (dialog), page);
  return dialog;
}

static void
add_shortcut (GtkWidget *widget,
              guint key,
              GdkModifierType modifiers,
              GtkShortcutAction *action)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers), action));
  gtk_widget_add_controller (widget, controller);
}

/**
 * hr_shortcuts_add_find:
 * @widget: where to look for something
 * @func: (scope forever): begins it
 *
 * Makes Ctrl+F find wherever the focus is, as long as the widget is shown.
 */
void
hr_shortcuts_add_find (GtkWidget *widget, GtkShortcutFunc func)
{
  add_shortcut (widget, GDK_KEY_f, GDK_CONTROL_MASK,
                gtk_callback_action_new (func, NULL, NULL));
}

/**
 * hr_shortcuts_add_action:
 * @widget: a widget
 * @key: a key
 * @modifiers: that go with it
 * @action: an action of the widget
 *
 * Makes a key activate an action wherever the focus is, as long as the widget is shown.
 */
void
hr_shortcuts_add_action (GtkWidget *widget,
                         guint key,
                         GdkModifierType modifiers,
                         const char *action)
{
  add_shortcut (widget, key, modifiers, gtk_named_action_new (action));
}

/**
 * hr_shortcuts_add_undo:
 * @widget: a dialog that changes the plan, or what is in a dialog or a popover
 *
 * Makes the keys that undo and redo work there as well: dialogs and popovers keep all
 * keys from the window. What is being typed is undone by its entry first.
 */
void
hr_shortcuts_add_undo (GtkWidget *widget)
{
  static const char *const actions[] = { "win.undo", "win.redo" };
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_auto (GStrv) keys =
          gtk_application_get_accels_for_action (application, actions[i]);

      for (guint j = 0; keys[j] != NULL; j++)
        gtk_shortcut_controller_add_shortcut (
            GTK_SHORTCUT_CONTROLLER (controller),
            gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[j]),
                              gtk_named_action_new (actions[i])));
    }
  gtk_widget_add_controller (widget, controller);
}
