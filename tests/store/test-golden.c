/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of every format that there ever was, as the program of their time wrote them.
 * They stay in the tree for ever, and open for ever. */
#include <string.h>

#include "hr-backups.h"
#include "hr-plan-file.h"
#include "hr-role.h"
#include "hr-store.h"
#include "hr-test-state.h"
#include "hr-touchpoint.h"
#include "hr-user-file.h"
#include "hr-working-copy.h"
#include "open-plan.h"

static const char *const NAMES[] = { "empty", "typical", "maximal" };

static char *
path_of (guint version, const char *name)
{
  g_autofree char *file = g_strdup_printf ("%u-%s" HR_STORE_SUFFIX, version, name);

  return g_test_build_filename (G_TEST_DIST, "store", "golden", file, NULL);
}

static HrPlan *
load (const char *path)
{
  g_autoptr (GError) error = NULL;
  HrPlan *plan = hr_store_load (path, NULL, &error);

  g_assert_no_error (error);
  return plan;
}

static guint
version_of (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HrPlanFile) file = hr_plan_file_open (path, &HR_SCHEMA, NULL, &error);

  g_assert_no_error (error);
  return file->version;
}

/* Whoever adds a step adds files too, made by the program before it is released. */
static void
test_all_there (void)
{
  for (guint version = 1; version <= HR_SCHEMA.n_steps; version++)
    for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
      {
        g_autofree char *path = path_of (version, NAMES[i]);

        g_assert_cmpuint (version_of (path), ==, version);
      }
}

/* The same plans were written in each version. */
static void
test_same_plans (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    {
      g_autofree char *newest = path_of (HR_SCHEMA.n_steps, NAMES[i]);
      g_autoptr (HrPlan) expected = load (newest);

      for (guint version = 1; version < HR_SCHEMA.n_steps; version++)
        {
          g_autofree char *path = path_of (version, NAMES[i]);
          g_autoptr (HrPlan) plan = load (path);

          g_assert_true (hr_item_equal (plan, expected));
        }
    }
}

/* What was in the first version, not as any program reads it now. */
static void
test_first_version (void)
{
  g_autofree char *empty = path_of (1, "empty");
  g_autofree char *typical = path_of (1, "typical");
  g_autofree char *maximal = path_of (1, "maximal");
  g_autoptr (HrPlan) none = load (empty);
  g_autoptr (HrPlan) some = load (typical);
  g_autoptr (HrPlan) all = load (maximal);
  const HrRole *role = hr_list_get (some->roles, 0);
  const HrSegment *segment = hr_list_get (some->segments, 0);
  const HrJourney *journey = hr_list_get (some->journeys, 0);

  g_assert_cmpstr (none->name, ==, "Empty");
  g_assert_cmpuint (hr_list_get_n (none->segments), ==, 0);
  g_assert_cmpfloat (role->annual_hours, ==, 2080);
  g_assert_cmpfloat (role->internal_hours, ==, 627);
  g_assert_cmpfloat (segment->complexity, ==, 1.3);
  g_assert_cmpint (segment->arr, ==, G_GINT64_CONSTANT (3200000000));
  g_assert_cmpuint (hr_list_get_n (journey->touchpoints), ==, 9);
  g_assert_cmpuint (hr_portfolio_get_n_accounts (all->portfolio), ==, 300);
  g_assert_cmpuint (hr_portfolio_get_n_columns (all->portfolio), ==, 13);
  g_assert_cmpuint (hr_list_get_n (all->scorecards), >, 0);
}

/* What the third version brought, in a plan of its own: the others are the same plans as
 * in the first. */
static void
test_third_version (void)
{
  g_autofree char *path = path_of (3, "redesigned");
  g_autoptr (HrPlan) plan = load (path);
  const HrSegment *segment = hr_list_get (plan->segments, 0);
  HrJourney *current = hr_plan_find_journey (plan, segment, HR_JOURNEY_CURRENT);
  HrJourney *redesigned = hr_plan_find_journey (plan, segment, HR_JOURNEY_REDESIGNED);
  const HrTouchpoint *ebr = hr_list_get (redesigned->touchpoints, 0);
  const HrTouchpoint *added = hr_list_get (redesigned->touchpoints, 1);

  g_assert_cmpstr (current->reviewed, ==, "2026-11-23");
  g_assert_cmpstr (redesigned->reviewed, ==, "");
  g_assert_cmpstr (ebr->origin, ==, "ebr");
  g_assert_cmpstr (added->name, ==, "Community");
  g_assert_null (added->origin);
}

/* An old file stays old until it is saved, and is then among the backups. */
static void
test_backup_before_migration (void)
{
  g_autofree char *folder = g_dir_make_tmp ("headroom-golden-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "old.headroom", NULL);
  g_autofree char *from = path_of (1, "typical");
  g_autoptr (GFile) golden = g_file_new_for_path (from);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (HrWorkingCopy) copy = NULL;
  g_autoptr (GError) error = NULL;

  g_file_copy (golden, file, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  copy = hr_working_copy_open (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (version_of (path), ==, 1);

  g_assert_true (save_and_wait (copy, file, HR_SAVE_CAREFUL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (version_of (path), ==, HR_SCHEMA.n_steps);
  backups = hr_backups_list (file);
  g_assert_cmpuint (backups->len, ==, 1);
  g_assert_true (hr_user_file_equal (((HrBackup *) backups->pdata[0])->path, from));
  hr_working_copy_close (copy);
  test_remove_tree (folder);
}

int
main (int argc, char **argv)
{
  g_autofree char *state = test_state_set_up ();
  int status;

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/golden/all-there", test_all_there);
  g_test_add_func ("/store/golden/same-plans", test_same_plans);
  g_test_add_func ("/store/golden/first-version", test_first_version);
  g_test_add_func ("/store/golden/third-version", test_third_version);
  g_test_add_func ("/store/golden/backup-before-migration", test_backup_before_migration);

  status = g_test_run ();
  test_remove_tree (state);
  return status;
}
