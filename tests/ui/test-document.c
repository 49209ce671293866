/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* An open plan and its file, as the window deals with them; no window is needed. */
#include <string.h>

#include "hr-backups.h"
#include "hr-document-private.h"
#include "hr-store.h"
#include "hr-test-plan.h"
#include "hr-test-state.h"

typedef struct
{
  char *folder;
  GFile *file;
  HrDocument *document; /* of the file */
} Fixture;

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
write_plan (GFile *file, const char *name)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  g_autoptr (GError) error = NULL;

  g_object_set (plan, "name", name, NULL);
  hr_store_save (plan, g_file_peek_path (file), NULL, &error);
  g_assert_no_error (error);
}

static void
assert_name (GFile *file, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HrPlan) plan = hr_store_load (g_file_peek_path (file), NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (plan->name, ==, name);
}

static HrDocument *
load (GFile *file, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  hr_document_load_async (file, NULL, done_cb, &result);
  wait_for (&result);
  return hr_document_load_finish (result, NULL, error);
}

static gboolean
save (HrDocument *document, GFile *file, HrSaveMode mode, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  hr_document_save_async (document, file, mode, NULL, done_cb, &result);
  wait_for (&result);
  return hr_document_save_finish (document, result, error);
}

static void
rename_plan (HrDocument *document, const char *name)
{
  g_assert_true (
      hr_document_edit (document, hr_document_get_plan (document), "name", name, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("headroom-document-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "plan.headroom", NULL);
  fixture->file = g_file_new_for_path (path);
  write_plan (fixture->file, "Before");
  fixture->document = load (fixture->file, NULL);
}

static void
drop (HrDocument **document)
{
  if (*document != NULL)
    hr_document_close (*document);
  g_clear_object (document);
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  drop (&fixture->document);
  test_remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_object_unref (fixture->file);
}

static void
test_autosave (Fixture *fixture, gconstpointer user_data)
{
  rename_plan (fixture->document, "Not yet wanted");
  g_assert_cmpuint (fixture->document->autosaving, ==, 0);
  g_object_set (fixture->document, "autosave", TRUE, NULL);
  rename_plan (fixture->document, "Mine");
  while (hr_document_get_modified (fixture->document))
    g_main_context_iteration (NULL, TRUE);
  assert_name (fixture->file, "Mine");
}

/* It is for the person to decide what becomes of what somebody else wrote. */
static void
test_autosave_conflict (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;

  write_plan (fixture->file, "Theirs");
  g_object_set (fixture->document, "autosave", TRUE, NULL);
  rename_plan (fixture->document, "Mine");
  while (hr_document_get_conflict (fixture->document) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (hr_document_get_conflict (fixture->document), HR_ERROR,
                  HR_ERROR_CHANGED);
  assert_name (fixture->file, "Theirs");
  rename_plan (fixture->document, "Mine again");
  g_assert_cmpuint (fixture->document->autosaving, ==, 0);

  g_assert_true (save (fixture->document, fixture->file, HR_SAVE_OVERWRITE, &error));
  g_assert_no_error (error);
  g_assert_no_error (hr_document_get_conflict (fixture->document));
  assert_name (fixture->file, "Mine again");
}

/* What cannot be saved is said without being asked, until it can. */
static void
test_autosave_refused (Fixture *fixture, gconstpointer user_data)
{
  HrDocument *document = fixture->document;

  g_assert_cmpint (g_chmod (fixture->folder, 0500), ==, 0);
  g_object_set (document, "autosave", TRUE, NULL);
  rename_plan (document, "Mine");
  while (hr_document_get_warning (document) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (hr_document_get_warning (document), "Permission denied"));
  g_assert_true (hr_document_get_modified (document));
  g_assert_no_error (hr_document_get_conflict (document));
  assert_name (fixture->file, "Before");

  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
  rename_plan (document, "Mine again");
  while (hr_document_get_modified (document))
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (hr_document_get_warning (document));
  assert_name (fixture->file, "Mine again");
}

static void
test_no_autosave_without_file (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  HrDocument *document = hr_document_new (plan);

  g_object_set (document, "autosave", TRUE, NULL);
  rename_plan (document, "Nowhere to go");
  g_assert_cmpuint (document->autosaving, ==, 0);
  drop (&document);
}

static void
test_check_file (Fixture *fixture, gconstpointer user_data)
{
  hr_document_check_file (fixture->document);
  g_assert_no_error (hr_document_get_conflict (fixture->document));
  g_assert_true (g_file_delete (fixture->file, NULL, NULL));
  hr_document_check_file (fixture->document);
  g_assert_error (hr_document_get_conflict (fixture->document), HR_ERROR, HR_ERROR_GONE);
}

static void
test_compare (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  HrPlan *plan = hr_document_get_plan (fixture->document);
  HrPlanDiff diff;

  rename_plan (fixture->document, "Mine");
  hr_history_remove (hr_document_get_history (fixture->document), plan->segments, 0);
  hr_document_compare_async (fixture->document, fixture->file, NULL, done_cb, &result);
  wait_for (&result);
  g_assert_true (hr_document_compare_finish (fixture->document, result, &diff, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (diff.n_changed, ==, 1);
  g_assert_cmpuint (diff.n_removed, ==, 0);
  g_assert_cmpuint (diff.n_added, ==, 1 + 1 + 9); /* with its journey and touchpoints */
  g_assert_false (diff.accounts_differ);
}

static void
test_recover (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *losses = NULL;

  rename_plan (fixture->document, "Mine");
  g_clear_object (&fixture->document); /* not closed: as after a crash */
  left = hr_leftovers_list ();
  g_assert_cmpuint (left->len, ==, 1);
  hr_document_recover_async (((HrLeftover *) left->pdata[0])->id, NULL, done_cb, &result);
  wait_for (&result);
  fixture->document = hr_document_load_finish (result, &losses, &error);
  g_assert_no_error (error);
  g_assert_null (losses);
  g_assert_cmpstr (hr_document_get_plan (fixture->document)->name, ==, "Mine");
  g_assert_true (hr_document_get_modified (fixture->document));
  g_assert_true (hr_history_can_undo (hr_document_get_history (fixture->document)));
}

static void
test_restore (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  rename_plan (fixture->document, "After");
  g_assert_true (save (fixture->document, fixture->file, HR_SAVE_CAREFUL, &error));
  drop (&fixture->document);
  backups = hr_backups_list (fixture->file);
  g_assert_cmpuint (backups->len, ==, 1);
  hr_document_restore_async (((HrBackup *) backups->pdata[0])->path, fixture->file, NULL,
                             done_cb, &result);
  wait_for (&result);
  fixture->document = hr_document_load_finish (result, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (hr_document_get_plan (fixture->document)->name, ==, "Before");
  g_assert_true (hr_document_get_modified (fixture->document));
  assert_name (fixture->file, "After");

  /* it does not take the file's place by itself, but once it has, it is like any other */
  g_object_set (fixture->document, "autosave", TRUE, NULL);
  rename_plan (fixture->document, "Before, and more");
  g_assert_cmpuint (fixture->document->autosaving, ==, 0);
  g_assert_false (hr_document_get_autosave (fixture->document));
  g_assert_true (save (fixture->document, fixture->file, HR_SAVE_CAREFUL, &error));
  assert_name (fixture->file, "Before, and more");
  rename_plan (fixture->document, "Later");
  g_assert_cmpuint (fixture->document->autosaving, !=, 0);
}

static void
test_salvage (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *losses = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_load_contents (fixture->file, NULL, &bytes, &length, NULL, NULL));
  memset (bytes, 0, 4096);
  g_assert_true (g_file_set_contents (g_file_peek_path (fixture->file), bytes,
                                      (gssize) length, NULL));
  drop (&fixture->document);
  g_assert_null (load (fixture->file, &error));
  g_assert_error (error, HR_ERROR, HR_ERROR_SYNTAX);
  g_clear_error (&error);

  hr_document_salvage_async (fixture->file, NULL, done_cb, &result);
  wait_for (&result);
  fixture->document = hr_document_load_finish (result, &losses, &error);
  g_assert_no_error (error);
  g_assert_nonnull (losses);
  g_assert_null (hr_document_get_file (fixture->document));
  g_assert_nonnull (strstr (hr_document_get_plan (fixture->document)->name, "Before"));
}

#define ADD(name, test)                                                                  \
  g_test_add ("/ui/document/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_autofree char *state = test_state_set_up ();
  int status;

  g_test_init (&argc, &argv, NULL);

  ADD ("autosave", test_autosave);
  ADD ("autosave-conflict", test_autosave_conflict);
  ADD ("autosave-refused", test_autosave_refused);
  ADD ("no-autosave-without-file", test_no_autosave_without_file);
  ADD ("check-file", test_check_file);
  ADD ("compare", test_compare);
  ADD ("recover", test_recover);
  ADD ("restore", test_restore);
  ADD ("salvage", test_salvage);

  status = g_test_run ();
  test_remove_tree (state);
  return status;
}
