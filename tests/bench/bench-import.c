/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A million accounts from CSV to a durable plan file, beside what sqlite3 needs to import
 * the same file, in the same folder, in the same run. */

#include <glib/gstdio.h>
#include <locale.h>
#include <sys/resource.h>

#include "hr-account-import.h"
#include "hr-store.h"

#define N_ACCOUNTS 1000000
#define N_RUNS 3

static const char *const HEADER =
    "account_id,account_name,arr,currency,renewal_date,csm,industry,country,employees,"
    "logins_30d,nps,tier\n";

static const char *const CURRENCIES[] = { "USD", "EUR", "GBP" };
static const char *const TIERS[] = { "Enterprise", "Mid-market", "SMB", "Free" };
static const char *const INDUSTRIES[] = {
  "Retail",   "Banking",   "Insurance", "Health care", "Energy",     "Public sector",
  "Telecoms", "Logistics", "Education", "Media",       "Automotive", "Machinery",
};
static const char *const COUNTRIES[] = {
  "United States", "Germany", "France", "Japan",  "Brazil",  "India",
  "Côte d’Ivoire", "Spain",   "Canada", "Mexico", "Türkiye", "Netherlands",
};
static const char *const FORMS[] = { "Inc.", "GmbH", "S.A.", "Ltd", "AG", "plc" };

#define PICK(rand, words) words[g_rand_int (rand) % G_N_ELEMENTS (words)]

static void
write_account (GString *csv, GRand *rand, guint i)
{
  g_string_append_printf (csv, "0016g%08X,", i * 2654435761U);
  g_string_append_printf (csv, i % 10 == 0 ? "\"Company %u, %s\"," : "Company %u %s,", i,
                          PICK (rand, FORMS));
  g_string_append_printf (csv, "%u.%02u,%s,", g_rand_int (rand) % 500000,
                          g_rand_int (rand) % 100, PICK (rand, CURRENCIES));
  g_string_append_printf (csv, "20%u-%02u-%02u,", 26 + g_rand_int (rand) % 3,
                          1 + g_rand_int (rand) % 12, 1 + g_rand_int (rand) % 28);
  g_string_append_printf (csv, "Manager No %u,%s,%s,", g_rand_int (rand) % 250,
                          PICK (rand, INDUSTRIES), PICK (rand, COUNTRIES));
  g_string_append_printf (csv, "%u,%.2f,", 1 + g_rand_int (rand) % 20000,
                          g_rand_double_range (rand, 0, 3000));
  if (i % 5 != 0)
    g_string_append_printf (csv, "%d", g_rand_int_range (rand, -100, 101));
  g_string_append_printf (csv, ",%s\n", PICK (rand, TIERS));
}

static void
write_accounts (const char *path)
{
  g_autoptr (GString) csv = g_string_new (HEADER);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_ACCOUNTS; i++)
    write_account (csv, rand, i);
  g_file_set_contents (path, csv->str, (gssize) csv->len, &error);
  g_assert_no_error (error);
}

static double
seconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static double
peak_mebibytes (int who)
{
  struct rusage usage;

  getrusage (who, &usage);
  return (double) usage.ru_maxrss / 1024;
}

/* Gets the seconds of the import alone; @total takes those with saving. */
static double
run_ours (const char *csv, const char *file, double *total)
{
  g_autoptr (HrAccountImport) import = hr_account_import_new (csv);
  g_autoptr (HrPlan) plan = hr_plan_new ("Benchmark");
  g_autoptr (HrPortfolio) portfolio = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  double import_seconds;

  portfolio = hr_account_import_run (import, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hr_portfolio_get_n_accounts (portfolio), ==, N_ACCOUNTS);
  import_seconds = seconds_since (start);

  g_object_set (plan, "portfolio", portfolio, NULL);
  hr_store_save (plan, file, NULL, &error);
  g_assert_no_error (error);
  *total = seconds_since (start);
  g_unlink (file);
  return import_seconds;
}

static double
run_sqlite (const char *csv, const char *file)
{
  g_autofree char *command = g_strdup_printf (".import --csv \"%s\" accounts", csv);
  const char *argv[] = { "sqlite3", file, command, NULL };
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  double seconds;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  seconds = seconds_since (start);
  g_unlink (file);
  return seconds;
}

int
main (void)
{
  char folder[] = "bench-import-XXXXXX"; /* on the disk of the build, not in memory */
  double import = G_MAXDOUBLE, ours = G_MAXDOUBLE, sqlite = G_MAXDOUBLE;
  g_autofree char *csv = NULL, *plan = NULL, *database = NULL;

  setlocale (LC_ALL, "");
  g_assert_nonnull (g_mkdtemp (folder));
  csv = g_build_filename (folder, "accounts.csv", NULL);
  plan = g_build_filename (folder, "accounts.headroom", NULL);
  database = g_build_filename (folder, "accounts.db", NULL);
  write_accounts (csv);

  for (guint i = 0; i < N_RUNS; i++)
    {
      double total;
      double seconds = run_ours (csv, plan, &total);

      import = MIN (import, seconds);
      ours = MIN (ours, total);
      sqlite = MIN (sqlite, run_sqlite (csv, database));
    }
  g_print (
      "import of %d accounts × 12 columns (best of %d runs)\n"
      "  headroom  %.2f s: CSV to memory %.2f s, to a durable file %.2f s; %.0f MiB\n"
      "  sqlite3   %.2f s: .import; %.0f MiB\n"
      "  sqlite3 / headroom = %.1f (goal: 5)\n",
      N_ACCOUNTS, N_RUNS, ours, import, ours - import, peak_mebibytes (RUSAGE_SELF),
      sqlite, peak_mebibytes (RUSAGE_CHILDREN), sqlite / ours);

  g_unlink (csv);
  g_rmdir (folder);
  return 0;
}
