/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem() */
/* Files that are damaged by chance: what opens is what was saved, and what does not is
 * salvaged as far as it can be read. */
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "hr-plan-diff.h"
#include "hr-store.h"
#include "hr-test-plan.h"
#include "hr-test-seed.h"
#include "hr-test-state.h"
#include "saved-plan.h"

#define PAGE 4096
#define SALVAGE_EVERY 8
#define MOST_SECONDS 5

typedef struct
{
  char *folder;
  char *path;
  HrPlan *plan;
  guint8 *bytes;
  gsize length;
  guint n_opened;
  guint n_salvaged;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  fixture->folder = g_dir_make_tmp ("headroom-damage-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "plan.headroom", NULL);
  fixture->plan = save_full_plan (fixture->path, 60);
  g_assert_true (g_file_get_contents (fixture->path, (char **) &fixture->bytes,
                                      &fixture->length, NULL));
  g_assert_cmpuint (fixture->length % PAGE, ==, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  test_remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->bytes);
  g_object_unref (fixture->plan);
}

static void
write_bytes (Fixture *fixture, const guint8 *bytes, gsize length)
{
  g_assert_true (g_file_set_contents_full (fixture->path, (const char *) bytes,
                                           (gssize) length, G_FILE_SET_CONTENTS_NONE,
                                           0600, NULL));
}

static void
flip_bits (GRand *rand, guint8 *bytes, gsize length)
{
  for (guint n = 1 + g_rand_int (rand) % 8; n > 0; n--)
    bytes[g_rand_int (rand) % length] ^= (guint8) (1 << g_rand_int (rand) % 8);
}

/* Where there is something, so that it is a change as a rule. */
static void
change_byte (GRand *rand, guint8 *bytes, gsize length)
{
  gsize at;

  do
    at = g_rand_int (rand) % length;
  while (bytes[at] == 0);
  bytes[at] = (guint8) g_rand_int (rand);
}

static void
swap_pages (GRand *rand, guint8 *bytes, gsize length)
{
  gsize n = length / PAGE, a = g_rand_int (rand) % n, b = g_rand_int (rand) % n;
  guint8 page[PAGE];

  memcpy (page, bytes + a * PAGE, PAGE);
  memmove (bytes + a * PAGE, bytes + b * PAGE, PAGE);
  memcpy (bytes + b * PAGE, page, PAGE);
}

/* Of the header, of a page's header, or of its list of cells: an interesting number. */
static void
change_structure (GRand *rand, guint8 *bytes, gsize length)
{
  static const guint8 numbers[] = { 0, 1, 2, 5, 10, 13, 0x7f, 0x80, 0xff };
  gsize page = g_rand_int (rand) % (length / PAGE) * PAGE;
  gsize at = page + (page == 0 ? g_rand_int (rand) % 110 : g_rand_int (rand) % 24);

  bytes[at] = numbers[g_rand_int (rand) % G_N_ELEMENTS (numbers)];
}

static void
fill_range (GRand *rand, guint8 *bytes, gsize length)
{
  gsize from = g_rand_int (rand) % length;
  gsize n = 1 + g_rand_int (rand) % (2 * PAGE);

  memset (bytes + from, g_rand_boolean (rand) ? 0 : 0xff, MIN (n, length - from));
}

static void
copy_range (GRand *rand, guint8 *bytes, gsize length)
{
  gsize n = 1 + g_rand_int (rand) % 64;

  memmove (bytes + g_rand_int (rand) % (length - n),
           bytes + g_rand_int (rand) % (length - n), n);
}

typedef void (*Damage) (GRand *rand, guint8 *bytes, gsize length);

static void
salvage (Fixture *fixture)
{
  g_autoptr (GPtrArray) losses = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HrPlan) plan = hr_store_salvage (fixture->path, &losses, NULL, &error);

  if (plan == NULL)
    {
      g_assert_true (error->domain == HR_ERROR);
      return;
    }
  g_assert_true (hr_plan_check (plan, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (losses->len, >, 0);
  g_assert_true (g_str_has_suffix (plan->name, "(recovered)"));
  fixture->n_salvaged++;
}

static void
damage (guint seed, gpointer data)
{
  static const Damage damages[] = { flip_bits,        change_byte, swap_pages,
                                    change_structure, fill_range,  copy_range };
  Fixture *fixture = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autofree guint8 *bytes = g_memdup2 (fixture->bytes, fixture->length);
  guint kind = g_rand_int (rand) % (G_N_ELEMENTS (damages) + 1);
  g_autoptr (HrPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = fixture->length;
  clock_t start = clock ();

  if (kind < G_N_ELEMENTS (damages))
    damages[kind](rand, bytes, length);
  else
    length = g_rand_int (rand) % length;
  write_bytes (fixture, bytes, length);

  plan = hr_store_load (fixture->path, NULL, &error);
  g_assert_cmpint (clock () - start, <, MOST_SECONDS * CLOCKS_PER_SEC);
  if (plan != NULL)
    {
      g_assert_true (hr_item_equal (plan, fixture->plan)); /* a byte that nobody reads */
      fixture->n_opened++;
      return;
    }
  g_assert_true (error->domain == HR_ERROR);
  g_assert_nonnull (strstr (error->message, fixture->path));
  if (seed % SALVAGE_EVERY == 0)
    salvage (fixture);
}

static void
test_any (Fixture *fixture, gconstpointer user_data)
{
  hr_test_rounds (HR_TEST_FEWER (2000), 200000, damage, fixture);
  g_test_message ("%u opened, %u salvaged", fixture->n_opened, fixture->n_salvaged);
  g_assert_cmpuint (fixture->n_salvaged, >, 0);
}

/* ---- What is left --------------------------------------------------------------------
 */

static HrPlan *
salvage_all (Fixture *fixture, GPtrArray **losses)
{
  g_autoptr (GError) error = NULL;
  HrPlan *plan = hr_store_salvage (fixture->path, losses, NULL, &error);

  g_assert_no_error (error);
  return plan;
}

/* The pages that say what the file is and what tables there are can be done without. */
static void
test_first_pages (Fixture *fixture, gconstpointer user_data)
{
  g_autofree guint8 *bytes = g_memdup2 (fixture->bytes, fixture->length);
  g_autoptr (GPtrArray) losses = NULL;
  g_autoptr (HrPlan) plan = NULL;
  HrPlanDiff diff;

  memset (bytes, 0x5a, PAGE);
  write_bytes (fixture, bytes, fixture->length);
  g_assert_null (hr_store_load (fixture->path, NULL, NULL));
  plan = salvage_all (fixture, &losses);
  g_object_set (plan, "name", fixture->plan->name, NULL);
  hr_plan_compare (fixture->plan, plan, &diff);
  g_assert_true (hr_plan_diff_is_empty (&diff));
  g_assert_true (hr_item_equal (plan, fixture->plan));
  g_assert_cmpuint (losses->len, >, 0);
}

/* Each page in turn: what is lost is said, and what is not said to be lost is there. */
static void
test_each_page (Fixture *fixture, gconstpointer user_data)
{
  guint n_whole = 0;

  for (gsize page = 0; page < fixture->length / PAGE; page++)
    {
      g_autofree guint8 *bytes = g_memdup2 (fixture->bytes, fixture->length);
      g_autoptr (GPtrArray) losses = NULL;
      g_autoptr (HrPlan) plan = NULL;
      HrPlanDiff diff;

      memset (bytes + page * PAGE, 0x5a, PAGE);
      write_bytes (fixture, bytes, fixture->length);
      plan = salvage_all (fixture, &losses);
      g_object_set (plan, "name", fixture->plan->name, NULL);
      hr_plan_compare (fixture->plan, plan, &diff);
      g_assert_cmpuint (diff.n_added, ==, 0);
      n_whole += hr_plan_diff_is_empty (&diff);
    }
  g_assert_cmpuint (n_whole, >=, 4);
  g_assert_cmpuint (n_whole, <, fixture->length / PAGE);
}

/* Cut off in the middle: half is better than nothing. */
static void
test_half (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GPtrArray) losses = NULL;
  g_autoptr (HrPlan) plan = NULL;

  write_bytes (fixture, fixture->bytes, fixture->length / 2 + 100);
  plan = salvage_all (fixture, &losses);
  g_assert_cmpuint (losses->len, >, 1);
}

/* One letter of one name: nothing is lost, but it is said that something is wrong. */
static void
test_letter (Fixture *fixture, gconstpointer user_data)
{
  g_autofree guint8 *bytes = g_memdup2 (fixture->bytes, fixture->length);
  const HrItem *role = hr_list_get (fixture->plan->roles, 0);
  const char *name = hr_item_get_name (role);
  guint8 *at = memmem (bytes, fixture->length, name, strlen (name));
  g_autoptr (GPtrArray) losses = NULL;
  g_autoptr (HrPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (at);
  at[0] ^= 1;
  write_bytes (fixture, bytes, fixture->length);
  g_assert_null (hr_store_load (fixture->path, NULL, &error));
  g_assert_error (error, HR_ERROR, HR_ERROR_SYNTAX);
  plan = salvage_all (fixture, &losses);
  g_assert_cmpuint (losses->len, ==, 1);
}

static void
test_nothing (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GPtrArray) losses = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_null (hr_store_salvage (fixture->path, &losses, NULL, &error));
  g_assert_error (error, HR_ERROR, HR_ERROR_GONE);
  g_assert_null (losses);
  g_clear_error (&error);
  g_assert_null (hr_store_salvage (fixture->folder, &losses, NULL, &error));
  g_assert_error (error, HR_ERROR, HR_ERROR_FILE);
}

#define ADD(name, test)                                                                  \
  g_test_add ("/store/damage/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("any", test_any);
  ADD ("first-pages", test_first_pages);
  ADD ("each-page", test_each_page);
  ADD ("half", test_half);
  ADD ("letter", test_letter);
  ADD ("nothing", test_nothing);

  return g_test_run ();
}
