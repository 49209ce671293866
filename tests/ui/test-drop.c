/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-store.h"
#include "hr-test-folder.h"
#include "hr-test-ui.h"

/* Files that are dropped on a window. */

typedef struct
{
  HrTestUi ui;
  Folder folder;
} Fixture;

static void
set_up (Fixture *self, gconstpointer setting)
{
  folder_set_up (&self->folder, NULL);
  hr_test_ui_set_up (&self->ui, setting);
}

static void
tear_down (Fixture *self, gconstpointer setting)
{
  hr_test_ui_tear_down (&self->ui, setting);
  folder_tear_down (&self->folder, NULL);
}

static GtkDropTarget *
find_target (gpointer widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }
  g_error ("Nothing can be dropped on a %s", G_OBJECT_TYPE_NAME (widget));
}

/* What GTK does when a file manager hands over its files. */
static void
drop (Fixture *self, const char *const *paths)
{
  GtkDropTarget *target = find_target (self->ui.window);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_assert_true (gdk_content_formats_contain_gtype (gtk_drop_target_get_formats (target),
                                                    GDK_TYPE_FILE_LIST));
  for (guint i = 0; paths[i] != NULL; i++)
    g_ptr_array_add (files, g_file_new_for_path (paths[i]));
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value,
                      gdk_file_list_new_from_array ((GFile **) files->pdata, files->len));
  g_signal_emit_by_name (target, "drop", &value, 10.0, 10.0, &taken);
  g_assert_true (taken);
}

static char *
write_plan (Fixture *self, const char *file_name, const char *plan_name)
{
  g_autoptr (HrPlan) plan = hr_plan_new_with_defaults (plan_name);
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (self->folder.path, file_name, NULL);

  g_assert_true (hr_store_save (plan, path, NULL, &error));
  g_assert_no_error (error);
  return path;
}

static char *
write_accounts (Fixture *self)
{
  return folder_write (&self->folder, "crm.csv",
                       "id,name,arr\n1,Acme,1000\n2,Bolt,2000\n", -1);
}

/* The window that shows a plan of this name, once it does. */
static HrWindow *
find_window (const char *plan_name)
{
  GList *windows =
      gtk_application_get_windows (GTK_APPLICATION (hr_test_ui_get_application ()));

  for (GList *at = windows; at != NULL; at = at->next)
    {
      HrDocument *document =
          HR_IS_WINDOW (at->data) ? hr_window_get_document (at->data) : NULL;

      if (document != NULL &&
          g_str_equal (hr_document_get_plan (document)->name, plan_name))
        return at->data;
    }
  return NULL;
}

static AdwDialog *
get_dialog (Fixture *self)
{
  return adw_application_window_get_visible_dialog (
      ADW_APPLICATION_WINDOW (self->ui.window));
}

static void
edit (Fixture *self)
{
  HrDocument *document = hr_window_get_document (self->ui.window);
  HrList *segments = hr_document_get_plan (document)->segments;
  g_autoptr (GError) error = NULL;

  g_assert_true (
      hr_document_edit (document, hr_list_get (segments, 0), "complexity", "3", &error));
}

static void
assert_untouched (Fixture *self, HrDocument *document)
{
  g_assert_true (hr_window_get_document (self->ui.window) == document);
  g_assert_true (hr_document_get_modified (document));
  hr_test_keys (&self->ui, "ctrl+z");
  g_assert_false (hr_document_get_modified (document));
}

/* A plan with changes stays where it is; the other one gets a window of its own. */
static void
test_plan (Fixture *self, gconstpointer setting)
{
  HrDocument *document = hr_window_get_document (self->ui.window);
  g_autofree char *path = write_plan (self, "Other.HEADROOM", "Dropped");
  HrWindow *other;

  edit (self);
  drop (self, (const char *[]) { path, NULL });
  hr_test_wait (find_window ("Dropped") != NULL);
  other = find_window ("Dropped");
  g_assert_true (other != self->ui.window);
  g_assert_true (hr_window_get_document (self->ui.window) == document);
  g_assert_true (hr_document_get_modified (document));
  g_assert_null (get_dialog (self));
  gtk_window_destroy (GTK_WINDOW (other));
}

static void
test_plan_on_welcome (Fixture *self, gconstpointer setting)
{
  g_autofree char *first = write_plan (self, "first.headroom", "First");
  g_autofree char *second = write_plan (self, "second.headroom", "Second");

  drop (self, (const char *[]) { first, NULL });
  hr_test_wait (find_window ("First") != NULL);
  g_assert_true (find_window ("First") == self->ui.window);

  drop (self, (const char *[]) { first, second, NULL }); /* the first is open already */
  hr_test_wait (find_window ("Second") != NULL);
  g_assert_true (find_window ("First") == self->ui.window);
  gtk_window_destroy (GTK_WINDOW (find_window ("Second")));
  g_assert_null (find_window ("Second"));
}

/* The dialog comes over a plan with changes, and cancelled leaves it as it was. */
static void
test_accounts (Fixture *self, gconstpointer setting)
{
  HrDocument *document = hr_window_get_document (self->ui.window);
  HrPortfolio *portfolio = hr_document_get_plan (document)->portfolio;
  g_autofree char *path = write_accounts (self);

  edit (self);
  drop (self, (const char *[]) { path, NULL });
  hr_test_wait (get_dialog (self) != NULL);
  hr_test_settle (self->ui.window);
  g_assert_true (hr_test_shows (get_dialog (self), "crm.csv"));
  hr_test_keys (&self->ui, "Escape");
  hr_test_wait (get_dialog (self) == NULL);
  g_assert_true (hr_document_get_plan (document)->portfolio == portfolio);
  assert_untouched (self, document);
}

/* Without a plan there is a new one, for the accounts. */
static void
test_accounts_on_welcome (Fixture *self, gconstpointer setting)
{
  g_autofree char *path = write_accounts (self);
  HrPlan *plan;

  drop (self, (const char *[]) { path, NULL });
  hr_test_wait (get_dialog (self) != NULL);
  hr_test_settle (self->ui.window);
  hr_test_press (&self->ui, hr_test_find (get_dialog (self), GTK_TYPE_BUTTON, "Import"));
  plan = hr_document_get_plan (hr_window_get_document (self->ui.window));
  hr_test_wait (plan->portfolio != NULL);
  g_assert_cmpuint (hr_portfolio_get_n_accounts (plan->portfolio), ==, 2);
  hr_test_wait (get_dialog (self) == NULL);
}

/* What is neither is said to be so, and the plan is as it was. */
static void
test_other (Fixture *self, gconstpointer setting)
{
  HrDocument *document = hr_window_get_document (self->ui.window);
  g_autofree char *table = folder_write (&self->folder, "x.csv", "a\0b", 3);

  edit (self);
  drop (self, (const char *[]) { table, NULL });
  hr_test_wait (get_dialog (self) != NULL);
  hr_test_settle (self->ui.window);
  g_assert_true (hr_test_shows (get_dialog (self), "The File Cannot Be Imported"));
  hr_test_keys (&self->ui, "Escape");
  hr_test_wait (get_dialog (self) == NULL);
  assert_untouched (self, document);
}

int
main (int argc, char **argv)
{
  static const HrTestSetting WELCOME = { HR_TEST_WELCOME, 1280, 800, FALSE };

  hr_test_ui_init (&argc, &argv);
  g_test_add ("/ui/drop/plan", Fixture, NULL, set_up, test_plan, tear_down);
  g_test_add ("/ui/drop/plan-on-welcome", Fixture, &WELCOME, set_up, test_plan_on_welcome,
              tear_down);
  g_test_add ("/ui/drop/accounts", Fixture, NULL, set_up, test_accounts, tear_down);
  g_test_add ("/ui/drop/accounts-on-welcome", Fixture, &WELCOME, set_up,
              test_accounts_on_welcome, tear_down);
  g_test_add ("/ui/drop/other", Fixture, NULL, set_up, test_other, tear_down);
  return g_test_run ();
}
