/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "hr-portfolio-rows.h"
#include "hr-role.h"
#include "hr-store.h"
#include "hr-test-plan.h"

typedef struct
{
  char *folder;
  char *path;
  HrPlan *plan;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  fixture->folder = g_dir_make_tmp ("headroom-store-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "plan.headroom", NULL);
  fixture->plan = hr_test_plan_new_full ();
}

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) &&
          !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_all (path);
      else
        g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->plan));
  remove_all (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
save (HrPlan *plan, const char *path)
{
  g_autoptr (GError) error = NULL;

  hr_store_save (plan, path, NULL, &error);
  g_assert_no_error (error);
}

static HrPlan *
load (const char *path)
{
  g_autoptr (GError) error = NULL;
  HrPlan *plan = hr_store_load (path, NULL, &error);

  g_assert_no_error (error);
  return plan;
}

static GBytes *
contents (const char *path)
{
  char *data;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  return g_bytes_new_take (data, length);
}

static void
assert_comes_back (Fixture *fixture, HrPlan *plan)
{
  g_autoptr (HrPlan) back = NULL;

  save (plan, fixture->path);
  back = load (fixture->path);
  g_assert_true (hr_item_equal (plan, back));
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_full_plan (Fixture *fixture, gconstpointer user_data)
{
  assert_comes_back (fixture, fixture->plan);
}

static void
test_plain_plans (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (HrPlan) worked = hr_test_plan_new_worked_example ();
  g_autoptr (HrPlan) fresh = hr_plan_new_with_defaults ("Fresh");
  g_autoptr (HrPlan) bare = hr_plan_new ("Bare");

  assert_comes_back (fixture, worked);
  assert_comes_back (fixture, fresh);
  assert_comes_back (fixture, bare);
}

static void
test_random_plans (Fixture *fixture, gconstpointer user_data)
{
  for (guint32 seed = 1; seed <= 20; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
      guint n_types;
      const GType *types = hr_test_item_types (&n_types);

      for (guint i = 0; i < 40; i++)
        {
          GType type = types[g_rand_int_range (rand, 1, (int) n_types)];
          g_autoptr (HrItem) item = hr_test_random_item (rand, plan, type);
          HrList *list = hr_plan_get_list (plan, type);

          if (list != NULL && hr_plan_check_newcomer (plan, item, NULL))
            hr_list_append (list, item);
          if (!hr_plan_check (plan, NULL)) /* a second journey of a segment */
            g_object_unref (hr_list_steal (list, hr_list_get_n (list) - 1));
        }
      assert_comes_back (fixture, plan);
    }
}

static void
test_same_bytes (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other.headroom", NULL);
  g_autoptr (HrPlan) back = NULL;
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;

  save (fixture->plan, fixture->path);
  back = load (fixture->path);
  save (back, other);
  first = contents (fixture->path);
  second = contents (other);
  g_assert_true (g_bytes_equal (first, second));
}

/* Around the borders of chunks: of values, of offsets and of the texts themselves. */
static void
test_portfolio_sizes (Fixture *fixture, gconstpointer user_data)
{
  static const gsize sizes[] = {
    0,
    1,
    HR_PORTFOLIO_ROWS_CHUNK - 2,
    HR_PORTFOLIO_ROWS_CHUNK - 1,
    HR_PORTFOLIO_ROWS_CHUNK,
    HR_PORTFOLIO_ROWS_CHUNK + 1,
    2 * HR_PORTFOLIO_ROWS_CHUNK + 1,
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (HrPortfolio) portfolio = hr_test_random_portfolio (rand, sizes[i]);
      g_autoptr (HrPlan) plan = hr_plan_new ("Accounts");
      g_autoptr (HrPlan) back = NULL;

      g_object_set (plan, "portfolio", portfolio, NULL);
      save (plan, fixture->path);
      back = load (fixture->path);
      g_assert_cmpuint (hr_portfolio_get_n_accounts (back->portfolio), ==, sizes[i]);
      g_assert_true (hr_portfolio_equal (portfolio, back->portfolio));
      g_assert_cmpstr (hr_portfolio_get_source (back->portfolio), ==, "accounts.csv");
      g_assert_cmpstr (hr_portfolio_get_imported_at (back->portfolio), ==,
                       "2026-07-01T12:00:00Z");
    }
}

static void
test_portfolio_of_nothing (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (HrColumn) ids = NULL;
  g_autoptr (HrPortfolio) portfolio = NULL;
  g_autoptr (HrPlan) plan = hr_plan_new ("No accounts");
  g_autoptr (HrPlan) back = NULL;
  g_autoptr (GError) error = NULL;

  ids = hr_column_builder_end (hr_column_builder_new (HR_COLUMN_ID, HR_COLUMN_TEXT),
                               &error);
  g_assert_no_error (error);
  portfolio = hr_portfolio_new (&ids, 1, NULL, NULL, &error);
  g_assert_no_error (error);
  g_object_set (plan, "portfolio", portfolio, NULL);
  save (plan, fixture->path);
  back = load (fixture->path);
  g_assert_nonnull (back->portfolio);
  g_assert_cmpuint (hr_portfolio_get_n_accounts (back->portfolio), ==, 0);
  g_assert_cmpuint (hr_portfolio_get_n_columns (back->portfolio), ==, 1);
  g_assert_null (hr_portfolio_get_source (back->portfolio));
}

static guint
mode_of (const char *path)
{
  GStatBuf found;

  g_assert_cmpint (g_lstat (path, &found), ==, 0);
  return found.st_mode;
}

static void
test_permissions (Fixture *fixture, gconstpointer user_data)
{
  mode_t mask = umask (027);

  save (fixture->plan, fixture->path);
  umask (mask);
  g_assert_cmpuint (mode_of (fixture->path), ==, S_IFREG | 0640);

  g_assert_cmpint (g_chmod (fixture->path, 0604), ==, 0);
  save (fixture->plan, fixture->path);
  g_assert_cmpuint (mode_of (fixture->path), ==, S_IFREG | 0604);
}

static void
test_links (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "folder", NULL);
  g_autofree char *target = g_build_filename (folder, "target.headroom", NULL);
  g_autofree char *absolute = g_build_filename (fixture->folder, "absolute", NULL);
  g_autofree char *loop = g_build_filename (fixture->folder, "loop", NULL);
  g_autoptr (HrPlan) back = NULL;
  g_autoptr (HrPlan) bare = hr_plan_new ("Bare");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (symlink ("folder/target.headroom", fixture->path), ==, 0);
  g_assert_cmpint (symlink (fixture->path, absolute), ==, 0);

  save (fixture->plan, fixture->path); /* there is nothing yet where the link leads */
  save (bare, absolute);
  g_assert_true (S_ISLNK (mode_of (fixture->path)));
  g_assert_true (S_ISLNK (mode_of (absolute)));
  g_assert_true (S_ISREG (mode_of (target)));
  back = load (fixture->path);
  g_assert_true (hr_item_equal (bare, back));

  g_assert_cmpint (symlink ("loop", loop), ==, 0);
  g_assert_false (hr_store_save (bare, loop, NULL, &error));
  g_assert_error (error, HR_ERROR, HR_ERROR_FILE);
}

/* ---- What cannot be saved ------------------------------------------------------------
 */

/* The old plan is there, byte for byte, and nothing else. */
static void
assert_refused (Fixture *fixture,
                HrPlan *plan,
                const char *path,
                GCancellable *cancellable,
                GQuark domain,
                int code,
                const char *why)
{
  guint n_files = count_files (fixture->folder);
  g_autoptr (GBytes) before = contents (fixture->path);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (hr_store_save (plan, path, cancellable, &error));
  g_assert_error (error, domain, code);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_nonnull (strstr (error->message, why));
  after = contents (fixture->path);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpuint (count_files (fixture->folder), ==, n_files);
}

static void
test_bad_places (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *nowhere =
      g_build_filename (fixture->folder, "nowhere", "plan.headroom", NULL);
  g_autofree char *folder = g_build_filename (fixture->folder, "folder", NULL);
  g_autofree char *within = g_build_filename (folder, "plan.headroom", NULL);
  g_autofree char *below = g_build_filename (fixture->path, "plan.headroom", NULL);

  save (fixture->plan, fixture->path);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);

  assert_refused (fixture, fixture->plan, nowhere, NULL, HR_ERROR, HR_ERROR_FILE,
                  "No such file or directory");
  assert_refused (fixture, fixture->plan, folder, NULL, HR_ERROR, HR_ERROR_FILE,
                  "not a file");
  assert_refused (fixture, fixture->plan, below, NULL, HR_ERROR, HR_ERROR_FILE,
                  "Not a directory");
  assert_refused (fixture, fixture->plan, "/dev/full", NULL, HR_ERROR, HR_ERROR_FILE,
                  "not a file");

  g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
  if (g_access (folder, W_OK) == 0)
    {
      g_test_message ("root may write anywhere: permissions are not tried");
      return;
    }
  assert_refused (fixture, fixture->plan, within, NULL, HR_ERROR, HR_ERROR_FILE,
                  "Permission denied");
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);

  g_assert_cmpint (g_chmod (fixture->path, 0400), ==, 0);
  assert_refused (fixture, fixture->plan, fixture->path, NULL, HR_ERROR, HR_ERROR_FILE,
                  "Permission denied");
}

/* A file that may not grow further is as good as a disk that is full. */
static void
test_no_room (Fixture *fixture, gconstpointer user_data)
{
  static const rlim_t sizes[] = { 0, 1000, 4096, 50000, 1000000 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  g_autoptr (HrPortfolio) portfolio = hr_test_random_portfolio (rand, 70000);
  struct rlimit unlimited;

  save (fixture->plan, fixture->path);
  g_object_set (fixture->plan, "portfolio", portfolio, NULL);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &unlimited), ==, 0);
  signal (SIGXFSZ, SIG_IGN);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      const struct rlimit little = { sizes[i], unlimited.rlim_max };

      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &little), ==, 0);
      assert_refused (fixture, fixture->plan, fixture->path, NULL, HR_ERROR,
                      HR_ERROR_FILE, "File too large");
    }
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &unlimited), ==, 0);
  signal (SIGXFSZ, SIG_DFL);
  assert_comes_back (fixture, fixture->plan);
}

/* With accounts and without. */
static void
test_cancelled (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (HrPlan) worked = hr_test_plan_new_worked_example ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  HrPlan *plans[] = { fixture->plan, worked };

  g_cancellable_cancel (cancellable);
  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      g_autoptr (GError) error = NULL;

      save (plans[i], fixture->path);
      g_object_set (plans[i], "name", "Changed", NULL);
      assert_refused (fixture, plans[i], fixture->path, cancellable, G_IO_ERROR,
                      G_IO_ERROR_CANCELLED, "cancel");

      g_assert_null (hr_store_load (fixture->path, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

static void
test_bad_plans (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *endless = g_strnfill (17 * 1024 * 1024, 'x');
  const HrTag tag = { HR_TAG_BENCHMARK, endless, 2026 };
  g_autoptr (HrTags) tags = hr_tags_with (NULL, "headcount", &tag);
  HrRole *role;

  save (fixture->plan, fixture->path);
  role = hr_list_get (fixture->plan->roles, 0);
  g_object_set (role, "tags", tags, NULL);
  assert_refused (fixture, fixture->plan, fixture->path, NULL, HR_ERROR, HR_ERROR_VALUE,
                  "too big");
  g_object_set (role, "tags", NULL, NULL);

  g_object_set (fixture->plan, "mission", endless, NULL);
  assert_refused (fixture, fixture->plan, fixture->path, NULL, HR_ERROR, HR_ERROR_VALUE,
                  "plan.mission");
  g_object_set (fixture->plan, "mission", "", NULL);

  g_object_set (hr_list_get (fixture->plan->stages, 0), "owner-role", "nobody", NULL);
  assert_refused (fixture, fixture->plan, fixture->path, NULL, HR_ERROR,
                  HR_ERROR_REFERENCE, "“nobody”");
}

/* ---- What is not a file --------------------------------------------------------------
 */

static void
test_no_file (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *pipe = g_build_filename (fixture->folder, "pipe", NULL);
  const struct
  {
    const char *path;
    HrError code;
    const char *why;
  } bad[] = {
    { fixture->path, HR_ERROR_FILE, "No such file or directory" },
    { fixture->folder, HR_ERROR_FILE, "it is a folder" },
    { pipe, HR_ERROR_FILE, "it is not a file" },
    { "/dev/zero", HR_ERROR_FILE, "it is not a file" },
  };

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (hr_store_load (bad[i].path, NULL, &error));
      g_assert_error (error, HR_ERROR, (int) bad[i].code);
      g_assert_nonnull (strstr (error->message, bad[i].path));
      g_assert_nonnull (strstr (error->message, bad[i].why));
    }
}

/* A journey beside a plan is nobody's: a save never leaves one, and the file is whole. */
static void
test_reading_leaves_no_trace (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (HrPlan) back = NULL;

  save (fixture->plan, fixture->path);
  before = contents (fixture->path);
  g_assert_true (g_file_set_contents (
      journal, "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7 believe me", -1, NULL));
  g_assert_cmpint (g_chmod (fixture->path, 0400), ==, 0);
  back = load (fixture->path);
  g_assert_true (hr_item_equal (fixture->plan, back));
  after = contents (fixture->path);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);
}

static void
test_odd_names (Fixture *fixture, gconstpointer user_data)
{
  static const char *const names[] = {
    "50% off?mode=memory#x.headroom",
    "näive \"&\" 'quoted' 顧客.headroom",
    ":memory:",
    "a\xff\xfe.headroom",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);
      g_autoptr (HrPlan) back = NULL;

      save (fixture->plan, path);
      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
      back = load (path);
      g_assert_true (hr_item_equal (fixture->plan, back));
    }
}

#define ADD(name, test)                                                                  \
  g_test_add ("/store/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("full-plan", test_full_plan);
  ADD ("plain-plans", test_plain_plans);
  ADD ("random-plans", test_random_plans);
  ADD ("same-bytes", test_same_bytes);
  ADD ("portfolio-sizes", test_portfolio_sizes);
  ADD ("portfolio-of-nothing", test_portfolio_of_nothing);
  ADD ("permissions", test_permissions);
  ADD ("links", test_links);
  ADD ("bad-places", test_bad_places);
  ADD ("no-room", test_no_room);
  ADD ("cancelled", test_cancelled);
  ADD ("bad-plans", test_bad_plans);
  ADD ("no-file", test_no_file);
  ADD ("reading-leaves-no-trace", test_reading_leaves_no_trace);
  ADD ("odd-names", test_odd_names);

  return g_test_run ();
}
