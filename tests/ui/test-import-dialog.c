/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-account-import.h"
#include "hr-error.h"
#include "hr-import-dialog.h"
#include "hr-import-join.h"
#include "hr-test-ui.h"

#include <glib/gstdio.h>
#include <string.h>

/* The files that are imported: public data where it stands beside the checkout, else some
 * of the same form. */
typedef struct
{
  HrTestUi ui;
  char *folder;
  char *accounts;
  char *subscriptions;
} Fixture;

static char *
find_shared (const char *name)
{
  const char *shared = g_getenv ("HEADROOM_SHARED");
  g_autofree char *beside =
      g_test_build_filename (G_TEST_DIST, "..", "..", "shared", NULL);
  g_autofree char *path = g_build_filename (
      shared != NULL && *shared != '\0' ? shared : beside, "data", name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS) ? g_steal_pointer (&path) : NULL;
}

static char *
write_file (Fixture *self, const char *name, const char *text)
{
  char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

static void
generate (Fixture *self)
{
  g_autoptr (GString) accounts = g_string_new ("account_id,account_name,signup_date\n");
  g_autoptr (GString) subscriptions =
      g_string_new ("subscription_id,account_id,end_date,arr_amount\n");

  g_test_message ("the ravenstack files are not there: generated ones are imported");
  for (int i = 0; i < 500; i++)
    g_string_append_printf (accounts, "A-%d,Company_%d,%02d-10-2024\n", i, i, 1 + i % 28);
  for (int i = 0; i < 5000; i++)
    g_string_append_printf (subscriptions, "S-%d,A-%d,%s,%d\n", i, i % 500,
                            i % 3 == 0 ? "" : "13-04-2024", 1000 + i);
  self->accounts = write_file (self, "accounts.csv", accounts->str);
  self->subscriptions = write_file (self, "subscriptions.csv", subscriptions->str);
}

static void
set_up (Fixture *self, gconstpointer setting)
{
  self->folder = g_dir_make_tmp ("headroom-import-XXXXXX", NULL);
  self->accounts = find_shared ("ravenstack_accounts.csv");
  self->subscriptions = find_shared ("ravenstack_subscriptions.csv");
  if (self->accounts == NULL || self->subscriptions == NULL)
    generate (self);
  hr_test_ui_set_up (&self->ui, setting);
}

static void
tear_down (Fixture *self, gconstpointer setting)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  hr_test_ui_tear_down (&self->ui, setting);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->accounts);
  g_free (self->subscriptions);
}

/* ---- What a person does ---- */

static AdwDialog *
get_dialog (Fixture *self)
{
  return adw_application_window_get_visible_dialog (
      ADW_APPLICATION_WINDOW (self->ui.window));
}

static AdwDialog *
show_dialog (Fixture *self, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  hr_import_dialog_show (hr_window_get_document (self->ui.window), file,
                         GTK_WIDGET (self->ui.window));
  hr_test_wait (get_dialog (self) != NULL &&
                gtk_widget_get_mapped (GTK_WIDGET (get_dialog (self))));
  hr_test_settle (self->ui.window);
  return get_dialog (self);
}

static GtkWidget *
find_import_button (AdwDialog *dialog)
{
  return hr_test_find (dialog, GTK_TYPE_BUTTON, "Import");
}

static AdwComboRow *
find_row (gpointer root, const char *title)
{
  return hr_test_find (root, ADW_TYPE_COMBO_ROW, title);
}

static void
add_second_file (Fixture *self, const char *condition)
{
  HrImportJoin *join = hr_test_find (get_dialog (self), HR_TYPE_IMPORT_JOIN, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (self->subscriptions);

  hr_import_join_open (join, file);
  hr_test_wait (hr_import_join_get_file (join) != NULL);
  hr_test_settle (self->ui.window);
  if (condition != NULL)
    gtk_editable_set_text (hr_test_find (join, ADW_TYPE_ENTRY_ROW, NULL), condition);
}

static void
import_whole (Fixture *self)
{
  hr_test_press (&self->ui, find_import_button (get_dialog (self)));
  hr_test_wait (get_dialog (self) == NULL);
  hr_test_settle (self->ui.window);
}

static HrPlan *
get_plan (Fixture *self)
{
  return hr_document_get_plan (hr_window_get_document (self->ui.window));
}

static gint64
sum_arr (HrPortfolio *portfolio)
{
  HrColumn *arr = hr_portfolio_find_column (portfolio, HR_COLUMN_ARR);
  gint64 sum = 0;

  for (gsize i = 0; i < hr_column_get_n (arr); i++)
    if (!hr_column_is_missing (arr, i))
      sum += hr_column_get_money (arr)[i];
  return sum;
}

/* What the import gives that nobody but the program asked. */
static HrPortfolio *
import_directly (Fixture *self)
{
  g_autoptr (HrAccountImport) import = hr_account_import_new (self->accounts);
  g_autoptr (GError) error = NULL;
  g_autoptr (HrRule) where = hr_rule_parse ("end_date is-empty", &error);
  const HrAccountJoin join = { self->subscriptions, "account_id", "arr_amount", NULL,
                               where };
  HrPortfolio *portfolio;

  hr_account_import_add_join (import, &join);
  portfolio = hr_account_import_run (import, NULL, NULL, &error);
  g_assert_no_error (error);
  return portfolio;
}

/* Portfolios are equal but for the time of their import. */
static void
assert_same (HrPortfolio *a, HrPortfolio *b)
{
  g_assert_cmpuint (hr_portfolio_get_n_columns (a), ==, hr_portfolio_get_n_columns (b));
  for (guint i = 0; i < hr_portfolio_get_n_columns (a); i++)
    g_assert_true (
        hr_column_equal (hr_portfolio_get_column (a, i), hr_portfolio_get_column (b, i)));
}

/* ---- Tests ---- */

static void
test_pair (Fixture *self, gconstpointer setting)
{
  HrPlan *plan = get_plan (self);
  g_autoptr (HrPortfolio) before = g_object_ref (plan->portfolio);
  g_autoptr (HrPortfolio) expected = import_directly (self);
  AdwDialog *dialog = show_dialog (self, self->accounts);

  g_assert_true (hr_test_shows (dialog, "accounts.csv"));
  g_assert_true (hr_test_shows (dialog, "Company_0"));
  g_assert_true (hr_test_shows (find_row (dialog, "Name"), "account_name"));
  g_assert_true (hr_test_shows (find_row (dialog, "Currency"), "Not in the File"));

  add_second_file (self, "end_date is-empty");
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (find_row (dialog, "ARR"))));
  g_assert_true (plan->portfolio == before);
  import_whole (self);

  g_assert_true (plan->portfolio != before);
  g_assert_cmpuint (hr_portfolio_get_n_accounts (plan->portfolio), ==, 500);
  g_assert_cmpint (sum_arr (plan->portfolio), ==, sum_arr (expected));
  g_assert_cmpint (sum_arr (plan->portfolio), >, 0);
  assert_same (plan->portfolio, expected);
  g_assert_true (hr_test_shows (self->ui.window, "Imported 500 accounts"));

  gtk_widget_activate_action (GTK_WIDGET (self->ui.window), "win.undo", NULL);
  g_assert_true (plan->portfolio == before);
  gtk_widget_activate_action (GTK_WIDGET (self->ui.window), "win.redo", NULL);
  assert_same (plan->portfolio, expected);
}

/* What a person should know of the files is to be had from the toast. */
static void
test_details (Fixture *self, gconstpointer setting)
{
  g_autofree char *accounts = write_file (self, "two.csv", "id,name\n1,A\n2,B\n");

  g_free (self->subscriptions);
  self->subscriptions = write_file (self, "sums.csv", "id,arr\n1,5\n3,7\n1,6\n");
  show_dialog (self, accounts);
  add_second_file (self, NULL);
  import_whole (self);
  g_assert_cmpint (sum_arr (get_plan (self)->portfolio), ==, 1100);

  hr_test_press (&self->ui, hr_test_find (self->ui.window, GTK_TYPE_BUTTON, "Details"));
  hr_test_wait (get_dialog (self) != NULL);
  hr_test_settle (self->ui.window);
  g_assert_true (hr_test_shows (get_dialog (self), "sums.csv: 1 row belongs to no"));
  adw_dialog_force_close (get_dialog (self));
}

/* A plan with nothing in it is led on to its segments. */
static void
test_leads_on (Fixture *self, gconstpointer setting)
{
  show_dialog (self, self->accounts);
  import_whole (self);
  g_assert_cmpuint (hr_portfolio_get_n_accounts (get_plan (self)->portfolio), ==, 500);
  g_assert_true (hr_test_shows (self->ui.window, "No Segments Yet"));
}

static void
test_invalid (Fixture *self, gconstpointer setting)
{
  g_autofree char *path =
      write_file (self, "bad.csv", "id,name,arr\n1,A,5\n2,B,6\n3,C,a lot\n");
  HrDocument *document = hr_window_get_document (self->ui.window);
  HrPortfolio *before = get_plan (self)->portfolio;
  AdwDialog *dialog = show_dialog (self, path);
  const char *const parts[] = { "bad.csv", "row 4", "arr", "a lot" };

  hr_test_press (&self->ui, find_import_button (dialog));
  hr_test_wait (hr_test_shows (dialog, "bad.csv, row"));
  g_assert_true (gtk_widget_is_sensitive (find_import_button (dialog)));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_assert_true (hr_test_shows (dialog, parts[i]));
  g_assert_true (get_plan (self)->portfolio == before);
  g_assert_false (hr_document_get_modified (document));
  g_assert_false (hr_history_can_undo (hr_document_get_history (document)));

  /* it can be mended in the dialog: what is no money is not taken for ARR */
  adw_combo_row_set_selected (find_row (dialog, "ARR"), 0);
  import_whole (self);
  g_assert_cmpuint (hr_portfolio_get_n_accounts (get_plan (self)->portfolio), ==, 3);
}

/* What is no table opens no dialog to import it. */
static void
test_unreadable (Fixture *self, gconstpointer setting)
{
  g_autofree char *path = write_file (self, "twice.csv", "id,id\n1,2\n");
  AdwDialog *dialog = show_dialog (self, path);

  g_assert_false (HR_IS_IMPORT_DIALOG (dialog));
  g_assert_true (hr_test_shows (dialog, "another column is named “id” too"));
  adw_dialog_force_close (dialog);
}

static void
test_id_is_required (Fixture *self, gconstpointer setting)
{
  g_autofree char *path = write_file (self, "key.csv", "Key,Label\n1,A\n2,B\n");
  AdwDialog *dialog = show_dialog (self, path);

  g_assert_false (gtk_widget_is_sensitive (find_import_button (dialog)));
  adw_combo_row_set_selected (find_row (dialog, "ID"), 1);
  g_assert_true (gtk_widget_is_sensitive (find_import_button (dialog)));
  adw_combo_row_set_selected (find_row (dialog, "Name"), 2);
  import_whole (self);
  g_assert_true (
      hr_portfolio_find_account (get_plan (self)->portfolio, "2", &(gsize) { 0 }));
  g_assert_nonnull (hr_portfolio_find_column (get_plan (self)->portfolio, "name"));
}

static void
test_condition (Fixture *self, gconstpointer setting)
{
  AdwDialog *dialog = show_dialog (self, self->accounts);
  GtkEditable *entry;

  add_second_file (self, "end_date is-emty");
  entry = hr_test_find (dialog, ADW_TYPE_ENTRY_ROW, NULL);
  g_assert_false (gtk_widget_is_sensitive (find_import_button (dialog)));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (entry), "error"));
  g_assert_true (hr_test_shows (dialog, "is-emty"));

  gtk_editable_set_text (entry, "ended is-empty");
  hr_test_settle (self->ui.window);
  g_assert_false (gtk_widget_is_sensitive (find_import_button (dialog)));
  g_assert_true (hr_test_shows (dialog, "has no column “ended”"));

  gtk_editable_set_text (entry, "  ");
  hr_test_settle (self->ui.window);
  g_assert_true (gtk_widget_is_sensitive (find_import_button (dialog)));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (entry), "error"));
  g_assert_false (hr_test_shows (dialog, "has no column"));

  /* without the second file ARR can be chosen again */
  hr_test_press (&self->ui, hr_test_find (dialog, GTK_TYPE_BUTTON, "Leave Out"));
  hr_test_wait (gtk_widget_is_sensitive (GTK_WIDGET (find_row (dialog, "ARR"))));
  adw_dialog_force_close (dialog);
}

static void
test_date_order (Fixture *self, gconstpointer setting)
{
  g_autofree char *path =
      write_file (self, "dates.csv", "id,renewal_date\n1,03-04-2027\n2,05-06-2027\n");
  g_autofree char *clear =
      write_file (self, "clear.csv", "id,renewal_date\n1,2027-04-03\n");
  AdwDialog *dialog = show_dialog (self, clear);
  HrColumn *renewal;

  g_assert_false (hr_test_shows (dialog, "Order of Dates"));
  adw_dialog_force_close (dialog);
  hr_test_wait (get_dialog (self) == NULL);

  dialog = show_dialog (self, path);
  adw_combo_row_set_selected (find_row (dialog, "Order of Dates"), 2);
  import_whole (self);
  renewal = hr_portfolio_find_column (get_plan (self)->portfolio, HR_COLUMN_RENEWAL_DATE);
  g_assert_cmpint (hr_column_get_column_type (renewal), ==, HR_COLUMN_DATE);
  g_assert_cmpint (hr_column_get_days (renewal)[0], ==, 20881); /* 2027-03-04 */
}

/* An import that runs is stopped by closing: the dialog stays, the plan is as it was. */
static void
test_cancel (Fixture *self, gconstpointer setting)
{
  g_autoptr (GString) text = g_string_new ("id,name\n");
  HrPortfolio *before = get_plan (self)->portfolio;
  g_autofree char *path = NULL;
  AdwDialog *dialog;
  GtkWidget *button;

  for (int i = 0; i < 300000; i++)
    g_string_append_printf (text, "%d,Account %d\n", i, i);
  path = write_file (self, "long.csv", text->str);
  dialog = show_dialog (self, path);
  button = find_import_button (dialog);
  g_signal_emit_by_name (button, "clicked");
  g_assert_false (gtk_widget_is_sensitive (button));
  adw_dialog_close (dialog);
  hr_test_wait (gtk_widget_is_sensitive (button));
  g_assert_true (get_dialog (self) == dialog);
  g_assert_true (get_plan (self)->portfolio == before);
  adw_dialog_close (dialog);
  hr_test_wait (get_dialog (self) == NULL);
}

static void
test_look (Fixture *self, gconstpointer setting)
{
  AdwDialog *dialog = show_dialog (self, self->accounts);
  g_autofree char *layout = NULL, *names = NULL;

  add_second_file (self, "end_date is-empty");
  hr_test_settle (self->ui.window);
  layout = hr_test_check_layout (dialog);
  names = hr_test_check_names (adw_dialog_get_child (dialog)); /* the rest is Adwaita's */
  adw_dialog_force_close (dialog);
  hr_test_refute (layout);
  hr_test_refute (names);
}

int
main (int argc, char **argv)
{
  static const HrTestSetting wide = { HR_TEST_SAMPLE, 1280, 800, FALSE };
  static const HrTestSetting narrow = { HR_TEST_SAMPLE, 360, 720, TRUE };
  static const HrTestSetting empty = { HR_TEST_NEW, 1280, 800, FALSE };

  hr_test_ui_init (&argc, &argv);
#define add(path, setting, test)                                                         \
  g_test_add ("/ui/import-dialog/" path, Fixture, setting, set_up, test, tear_down)
  add ("pair", &wide, test_pair);
  add ("details", &wide, test_details);
  add ("leads-on", &empty, test_leads_on);
  add ("invalid", &wide, test_invalid);
  add ("unreadable", &wide, test_unreadable);
  add ("id-is-required", &wide, test_id_is_required);
  add ("condition", &wide, test_condition);
  add ("date-order", &wide, test_date_order);
  add ("cancel", &wide, test_cancel);
  add ("look-wide", &wide, test_look);
  add ("look-narrow", &narrow, test_look);
  return g_test_run ();
}
