/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hr-application.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "hr-file-filter.h"
#include "hr-preferences.h"
#include "hr-sample.h"
#include "hr-shortcuts.h"
#include "hr-template.h"
#include "hr-ui-resources.h"
#include "hr-window.h"

/**
 * HrApplication:
 *
 * The program with a window: one window per plan, and what concerns no single plan.
 */
struct _HrApplication
{
  AdwApplication parent_instance;

  GSettings *settings; /* from startup on */
};

G_DEFINE_FINAL_TYPE (HrApplication, hr_application, ADW_TYPE_APPLICATION)

/* The window that the person looks at, if it still shows the welcome page. */
static HrWindow *
get_empty_window (HrApplication *self)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (HR_IS_WINDOW (active) && hr_window_get_document (HR_WINDOW (active)) == NULL &&
      !hr_window_is_busy (HR_WINDOW (active)))
    return HR_WINDOW (active);
  return hr_window_new (ADW_APPLICATION (self));
}

static void
show_plan (HrApplication *self, HrPlan *plan)
{
  HrWindow *window = get_empty_window (self);
  g_autoptr (HrDocument) document = hr_document_new (plan);

  hr_window_set_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
}

static void
new_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (HrPlan) plan = hr_plan_new_with_defaults (_ ("New Plan"));

  show_plan (user_data, plan);
}

static void
template_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HrPlan) plan = hr_template_plan_new (_ ("New Plan"), HR_N_TEMPLATES, &error);

  if (plan != NULL)
    show_plan (user_data, plan);
  else
    g_critical ("The templates: %s", error->message);
}

static void
sample_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HrPlan) plan = hr_sample_plan_new (&error);

  if (plan != NULL)
    show_plan (user_data, plan);
  else
    g_critical ("The sample plan: %s", error->message);
}

static void
import_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window;

  new_action (action, parameter, user_data);
  window = gtk_application_get_active_window (GTK_APPLICATION (user_data));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.import", NULL);
}

/* The same file may have several names. */
static gboolean
is_same_file (GFile *a, GFile *b)
{
  const char *left = g_file_peek_path (a), *right = g_file_peek_path (b);
  GStatBuf first, second;

  if (g_file_equal (a, b))
    return TRUE;
  return left != NULL && right != NULL && g_stat (left, &first) == 0 &&
         g_stat (right, &second) == 0 && first.st_dev == second.st_dev &&
         first.st_ino == second.st_ino;
}

static HrWindow *
find_window (HrApplication *self, GFile *file)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *at = windows; at != NULL; at = at->next)
    {
      GFile *own = HR_IS_WINDOW (at->data) ? hr_window_get_file (at->data) : NULL;

      if (own != NULL && is_same_file (own, file))
        return at->data;
    }
  return NULL;
}

static void
open_file (HrApplication *self, GFile *file)
{
  gboolean is_first = gtk_application_get_windows (GTK_APPLICATION (self)) == NULL;
  HrWindow *window = find_window (self, file);

  if (window == NULL)
    {
      window = get_empty_window (self);
      hr_window_open_file (window, file);
      if (is_first)
        hr_window_look_for_leftovers (window);
    }
  gtk_window_present (GTK_WINDOW (window));
}

static void
open_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HrApplication) self = user_data;
  g_autoptr (GFile) file =
      gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    open_file (self, file);
}

static void
open_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  hr_file_filter_add (filters, _ ("Headroom Plans"),
                      (const char *[]) { "headroom", "json", NULL });
  gtk_file_dialog_set_title (dialog, _ ("Open Plan"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, gtk_application_get_active_window (user_data), NULL,
                        open_chosen_cb, g_object_ref (user_data));
}

static void
open_uri_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  open_file (user_data, file);
}

static void
open_backup_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HrWindow *window = get_empty_window (user_data);

  hr_window_restore (window, g_variant_get_string (parameter, NULL), NULL);
  gtk_window_present (GTK_WINDOW (window));
}

static void
recover_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HrWindow *window = get_empty_window (user_data);

  hr_window_recover (window, g_variant_get_string (parameter, NULL));
  gtk_window_present (GTK_WINDOW (window));
}

static void
preferences_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  adw_dialog_present (hr_preferences_new (), GTK_WIDGET (window));
}

static void
shortcuts_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  adw_dialog_present (hr_shortcuts_new (), GTK_WIDGET (window));
}

static void
help_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new ("help:headroom");

  gtk_uri_launcher_launch (launcher, gtk_application_get_active_window (user_data), NULL,
                           NULL, NULL);
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);
  AdwDialog *about = adw_about_dialog_new ();

  g_object_set (about, "application-name", _ ("Headroom"), "application-icon", APP_ID,
                "version", PACKAGE_VERSION, "developer-name",
                _ ("The Headroom developers"), "license-type", GTK_LICENSE_GPL_3_0,
                "comments",
                _ ("How many people it takes to serve your customers, and whether the "
                   "revenue they bring pays for it."),
                "translator-credits", _ ("translator-credits"), NULL);
  adw_dialog_present (about, GTK_WIDGET (window));
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows =
      g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  /* Each window asks for itself whether to save. */
  for (GList *at = windows; at != NULL; at = at->next)
    gtk_window_close (at->data);
}

static void
hr_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (hr_window_new (ADW_APPLICATION (application)));
  gtk_window_present (window);
}

static void
hr_application_open (GApplication *application,
                     GFile **files,
                     int n_files,
                     const char *hint)
{
  for (int i = 0; i < n_files; i++)
    open_file (HR_APPLICATION (application), files[i]);
}

static void
add_accelerators (GtkApplication *application)
{
  static const struct
  {
    const char *action;
    const char *keys[3];
  } accelerators[] = {
    { "app.new", { "<Control>n" } },
    { "app.open", { "<Control>o" } },
    { "app.quit", { "<Control>q" } },
    { "app.preferences", { "<Control>comma" } },
    { "app.shortcuts", { "<Control>question" } },
    { "app.help", { "F1" } },
    { "window.close", { "<Control>w" } },
    { "win.save", { "<Control>s" } },
    { "win.save-as", { "<Control><Shift>s" } },
    { "win.import", { "<Control>i" } },
    { "win.export", { "<Control>e" } },
    { "win.add", { "<Control>plus", "<Control>equal" } },
    { "win.history", { "<Control>h" } },
    { "win.undo", { "<Control>z" } },
    { "win.redo", { "<Control><Shift>z", "<Control>y" } },
    { "win.show-page::overview", { "<Alt>1" } },
    { "win.show-page::accounts", { "<Alt>2" } },
    { "win.show-page::segments", { "<Alt>3" } },
    { "win.show-page::journeys", { "<Alt>4" } },
    { "win.show-page::personas", { "<Alt>5" } },
    { "win.show-page::health", { "<Alt>6" } },
    { "win.show-page::capacity", { "<Alt>7" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (application, accelerators[i].action,
                                           (const char *const *) accelerators[i].keys);
}

static void
apply_color_scheme (HrApplication *self)
{
  static const struct
  {
    const char *name;
    AdwColorScheme scheme;
  } schemes[] = {
    { "system", ADW_COLOR_SCHEME_DEFAULT },
    { "light", ADW_COLOR_SCHEME_FORCE_LIGHT },
    { "dark", ADW_COLOR_SCHEME_FORCE_DARK },
  };
  g_autofree char *name = g_settings_get_string (self->settings, "color-scheme");

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_str_equal (name, schemes[i].name))
      adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                          schemes[i].scheme);
}

static void
hr_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "new", .activate = new_action },
    { .name = "open", .activate = open_action },
    { .name = "open-uri", .activate = open_uri_action, .parameter_type = "s" },
    { .name = "open-backup", .activate = open_backup_action, .parameter_type = "s" },
    { .name = "recover", .activate = recover_action, .parameter_type = "s" },
    { .name = "sample", .activate = sample_action },
    { .name = "template", .activate = template_action },
    { .name = "import", .activate = import_action },
    { .name = "preferences", .activate = preferences_action },
    { .name = "shortcuts", .activate = shortcuts_action },
    { .name = "help", .activate = help_action },
    { .name = "about", .activate = about_action },
    { .name = "quit", .activate = quit_action },
  };
  HrApplication *self = HR_APPLICATION (application);

  G_APPLICATION_CLASS (hr_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries,
                                   G_N_ELEMENTS (entries), application);
  add_accelerators (GTK_APPLICATION (application));
  gtk_window_set_default_icon_name (APP_ID);

  self->settings = g_settings_new (APP_ID);
  g_signal_connect_object (self->settings, "changed::color-scheme",
                           G_CALLBACK (apply_color_scheme), self, G_CONNECT_SWAPPED);
  apply_color_scheme (self);
}

static void
hr_application_dispose (GObject *object)
{
  g_clear_object (&HR_APPLICATION (object)->settings);

  G_OBJECT_CLASS (hr_application_parent_class)->dispose (object);
}

static void
hr_application_class_init (HrApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  hr_ui_register_resource ();
  G_OBJECT_CLASS (klass)->dispose = hr_application_dispose;
  application_class->activate = hr_application_activate;
  application_class->open = hr_application_open;
  application_class->startup = hr_application_startup;
}

static void
hr_application_init (HrApplication *self)
{
}

HrApplication *
hr_application_new (void)
{
  return g_object_new (HR_TYPE_APPLICATION, "application-id", APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path",
                       "/io/github/headroom/Headroom", NULL);
}
