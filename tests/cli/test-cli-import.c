/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "cli-run.h"
#include "hr-backups.h"
#include "hr-cli.h"
#include "hr-error.h"
#include "hr-segment.h"
#include "hr-test-plan.h"
#include "hr-test-state.h"

/* Accounts come in, and the people that they need come out. */

#define PLAN "plan.headroom"
#define RAVENSTACK_THRESHOLD 250000
#define RAVENSTACK_JOIN                                                                  \
  "--key", "account_id", "--sum", "arr_amount", "--where", "end_date is-empty"

/* A plan whose segments are counted: those of at least so much ARR, and the rest. */
static void
make_plan (const Folder *folder, double threshold)
{
  const HrRuleValue least = { .kind = HR_RULE_NUMBER, .number = threshold };
  g_autoptr (HrRule) rule =
      hr_rule_new_condition (HR_COLUMN_ARR, HR_RULE_AT_LEAST, &least, 1);
  g_autoptr (HrRule) everything = hr_rule_new_everything ();
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  HrSegment *large = hr_list_get (plan->segments, 0);
  HrJourney *journey = hr_test_add (plan->journeys, NULL, "segment", "rest", NULL);

  g_object_set (large, "source", HR_SEGMENT_ACCOUNTS, "rule", rule, NULL);
  hr_test_add (plan->segments, "rest", "name", "The rest", "source", HR_SEGMENT_ACCOUNTS,
               "rule", everything, "book-role", "csm", NULL);
  hr_test_add (journey->touchpoints, NULL, "name", "Call", "role", "csm", "times", 1.0,
               "per", HR_PERIOD_YEAR, "delivery-minutes", 60.0, NULL);
  write_plan (folder, "plan.json", plan);
  {
    g_auto (Run) run = RUN (folder, "export", "plan.json", PLAN);

    assert_good (&run);
  }
}

/**
 * Expected:
 * @n: accounts
 * @n_large: of at least the threshold
 * @arr: of all
 * @arr_large: of those
 * @sums: (element-type utf8 gint64): the ARR of each
 *
 * What the files say, added up with no part of the program.
 */
typedef struct
{
  guint n;
  guint n_large;
  double arr;
  double arr_large;
  GHashTable *sums;
} Expected;

static void
expected_clear (Expected *self)
{
  g_clear_pointer (&self->sums, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Expected, expected_clear)

/* The lines of a file whose fields hold no delimiters. */
static char **
read_lines (const char *path)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return g_strsplit (g_strchomp (text), "\r\n", -1);
}

static void
add_up (Expected *self, const char *accounts, const char *subscriptions)
{
  g_auto (GStrv) ids = read_lines (accounts);
  g_auto (GStrv) rows = read_lines (subscriptions);
  GHashTableIter iter;
  gpointer sum;

  self->sums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 1; ids[i] != NULL; i++)
    g_hash_table_insert (self->sums, g_strndup (ids[i], strcspn (ids[i], ",")), NULL);
  for (guint i = 1; rows[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (rows[i], ",", -1);
      gint64 arr = g_ascii_strtoll (fields[7], NULL, 10);
      gint64 before = GPOINTER_TO_SIZE (g_hash_table_lookup (self->sums, fields[1]));

      if (*fields[3] == '\0')
        g_hash_table_insert (self->sums, g_strdup (fields[1]),
                             GSIZE_TO_POINTER (before + arr));
    }

  self->n = g_hash_table_size (self->sums);
  g_hash_table_iter_init (&iter, self->sums);
  while (g_hash_table_iter_next (&iter, NULL, &sum))
    {
      double arr = (double) GPOINTER_TO_SIZE (sum);

      self->arr += arr;
      self->arr_large += arr >= RAVENSTACK_THRESHOLD ? arr : 0;
      self->n_large += arr >= RAVENSTACK_THRESHOLD;
    }
}

static void
assert_capacity (const Folder *folder, const Expected *expected)
{
  g_auto (Run) run = RUN (folder, "capacity", PLAN, "--format", "json");
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root, *large, *rest, *totals;
  double hours;

  assert_good (&run);
  root = parse_json (parser, run.out);
  large = get_nth (root, "segments", 0);
  rest = get_nth (root, "segments", 1);
  totals = json_object_get_object_member (root, "totals");
  g_assert_cmpfloat (json_object_get_double_member (large, "customers"), ==,
                     expected->n_large);
  g_assert_cmpfloat (json_object_get_double_member (large, "arr"), ==,
                     expected->arr_large);
  g_assert_cmpfloat (json_object_get_double_member (rest, "customers"), ==,
                     expected->n - expected->n_large);
  g_assert_cmpfloat (json_object_get_double_member (totals, "arr"), ==, expected->arr);
  /* the hours of a customer, but that onboarding is spread over the new ones */
  hours = 637.0 / 6 + 40 * 1.3 * (8.0 / expected->n_large - 8.0 / 48);
  g_assert_cmpfloat_with_epsilon (
      json_object_get_double_member (get_nth (large, "roles", 0), "fte"),
      expected->n_large * hours / 1065.05, 1e-9 * expected->n_large);
}

/* Each account has the ARR that its subscriptions add up to. */
static void
assert_accounts (const Folder *folder, const Expected *expected)
{
  g_auto (Run) run = RUN (folder, "export", PLAN, "out.json");
  g_autofree char *text = read_file (folder, "out.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root = parse_json (parser, text);
  guint n = json_array_get_length (json_object_get_array_member (root, "accounts"));

  assert_good (&run);
  g_assert_cmpuint (n, ==, expected->n);
  for (guint i = 0; i < n; i++)
    {
      JsonObject *account = get_nth (root, "accounts", i);
      gpointer sum;

      g_assert_true (g_hash_table_lookup_extended (
          expected->sums, json_object_get_string_member (account, "id"), NULL, &sum));
      g_assert_cmpfloat (json_object_get_double_member (account, "arr"), ==,
                         (double) GPOINTER_TO_SIZE (sum));
    }
}

static void
check_join (const Folder *folder, const char *accounts, const char *subscriptions)
{
  g_auto (Expected) expected = { 0 };

  make_plan (folder, RAVENSTACK_THRESHOLD);
  add_up (&expected, accounts, subscriptions);
  g_assert_cmpuint (expected.n_large, >, 0);
  g_assert_cmpuint (expected.n_large, <, expected.n);
  {
    g_auto (Run) run =
        RUN (folder, "import", PLAN, accounts, "--join", subscriptions, RAVENSTACK_JOIN);
    g_autofree char *found = g_strdup_printf ("Enterprise: %u account", expected.n_large);

    assert_good (&run);
    g_assert_nonnull (strstr (run.out, found));
  }
  assert_capacity (folder, &expected);
  assert_accounts (folder, &expected);
}

/* As the real files: a byte order mark, CR LF, day-first dates. */
static void
test_join (Folder *folder, gconstpointer user_data)
{
  g_autofree char *accounts =
      folder_write (folder, "accounts.csv",
                    "\xef\xbb\xbf"
                    "account_id,account_name,signup_date,is_trial\r\n"
                    "A-1,One,16-10-2024,FALSE\r\n"
                    "A-2,Two,17-08-2023,FALSE\r\n"
                    "A-3,Three,01-02-2023,TRUE\r\n",
                    -1);
  g_autofree char *subscriptions =
      folder_write (folder, "subscriptions.csv",
                    "\xef\xbb\xbf"
                    "subscription_id,account_id,start_date,end_date,plan_tier,seats,"
                    "mrr_amount,arr_amount\r\n"
                    "S-1,A-1,23-12-2023,,Pro,1,1,200000\r\n"
                    "S-2,A-1,23-12-2023,,Pro,1,1,50000\r\n"
                    "S-3,A-2,23-12-2023,12-04-2024,Pro,1,1,900000\r\n"
                    "S-4,A-2,23-12-2023,,Pro,1,1,1\r\n"
                    "S-5,A-3,23-12-2023,,Pro,1,1,0\r\n",
                    -1);

  check_join (folder, accounts, subscriptions);
}

static void
test_ravenstack (Folder *folder, gconstpointer user_data)
{
  g_autofree char *accounts = find_shared_file ("ravenstack_accounts.csv");
  g_autofree char *subscriptions = find_shared_file ("ravenstack_subscriptions.csv");

  if (accounts != NULL && subscriptions != NULL)
    check_join (folder, accounts, subscriptions);
}

static void
test_telco (Folder *folder, gconstpointer user_data)
{
  g_autofree char *churn = find_shared_file ("telco-customer-churn.csv");
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *totals;

  if (churn == NULL)
    return;
  make_plan (folder, 1000);
  {
    g_auto (Run) run = RUN (folder, "import", PLAN, churn, "--map", "arr=TotalCharges",
                            "--map", "id=customerID", "--map", "name=customerID");
    g_auto (Run) capacity = RUN (folder, "capacity", PLAN, "--format", "json");

    assert_good (&run);
    assert_good (&capacity);
    g_assert_nonnull (strstr (run.out, "7,043 accounts with"));
    g_assert_nonnull (strstr (run.out, ", 11 of them without"));
    totals = json_object_get_object_member (parse_json (parser, capacity.out), "totals");
    g_assert_cmpfloat (json_object_get_double_member (totals, "customers"), ==, 7043);
    g_assert_cmpfloat_with_epsilon (json_object_get_double_member (totals, "arr"),
                                    16056168.70, 1e-6);
  }
}

/* ---- What it says, and what it changes ---- */

#define ACCOUNTS "id,name,arr\nA1,One,300000\nA2,Two,\n"

static void
test_dry_run (Folder *folder, gconstpointer user_data)
{
  g_autofree char *accounts = folder_write (folder, "a.csv", ACCOUNTS, -1);
  g_autofree char *before = NULL, *after = NULL, *changed = NULL, *report = NULL;
  gsize n_before, n_after;

  make_plan (folder, 250000);
  before = read_file (folder, PLAN, &n_before);
  {
    g_auto (Run) dry = RUN (folder, "import", PLAN, "a.csv", "--dry-run");
    g_auto (Run) real = { 0 };

    after = read_file (folder, PLAN, &n_after);
    g_assert_cmpmem (after, n_after, before, n_before);
    real = RUN (folder, "import", PLAN, "a.csv", "--report", "report.txt");
    assert_good (&dry);
    assert_good (&real);
    g_assert_true (g_str_has_prefix (dry.out, real.out));
    g_assert_true (g_str_has_suffix (dry.out, "Nothing was written into the plan.\n"));
    g_assert_cmpstr (real.out, ==,
                     "2 accounts with 3 columns were read.\n"
                     "Enterprise: 1 account, ARR $300,000\n"
                     "The rest: 1 account, ARR –\n");
    report = read_file (folder, "report.txt", NULL);
    g_assert_cmpstr (report, ==, real.out);
    changed = read_file (folder, PLAN, &n_after);
    g_assert_false (n_after == n_before && memcmp (changed, before, n_before) == 0);
  }
}

/* A plan that comes from a pipe goes into a pipe, and nothing else does. */
static void
test_pipe (Folder *folder, gconstpointer user_data)
{
  const char *const words[] = { "import", "-", "a.csv", NULL };
  g_autofree char *accounts = folder_write (folder, "a.csv", ACCOUNTS, -1);
  g_autofree char *plan = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();

  make_plan (folder, 250000);
  plan = read_file (folder, "plan.json", NULL);
  {
    g_auto (Run) run = run_in (folder, plan, words);

    assert_good (&run);
    g_assert_cmpuint (json_array_get_length (json_object_get_array_member (
                          parse_json (parser, run.out), "accounts")),
                      ==, 2);
  }
}

static void
test_dates (Folder *folder, gconstpointer user_data)
{
  static const struct
  {
    const char *order;
    const char *date;
  } orders[] = { { "day-first", "2027-04-03" }, { "month-first", "2027-03-04" } };
  g_autofree char *accounts =
      folder_write (folder, "a.csv", "id,renewal_date\nA1,03-04-2027\n", -1);

  make_plan (folder, 1);
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_auto (Run) run =
          RUN (folder, "import", PLAN, "a.csv", "--dates", orders[i].order);
      g_auto (Run) export = RUN (folder, "export", PLAN, "out.json");
      g_autofree char *text = read_file (folder, "out.json", NULL);
      g_autoptr (JsonParser) parser = json_parser_new ();

      assert_good (&run);
      assert_good (&export);
      g_assert_cmpstr (
          json_object_get_string_member (
              get_nth (parse_json (parser, text), "accounts", 0), "renewal_date"),
          ==, orders[i].date);
    }
}

typedef struct
{
  const char *file;
  const char *words[6];
  const char *named[4];
} Refusal;

static const Refusal REFUSALS[] = {
  { "id,arr\nA1,5\nA2,lots\n", { NULL }, { "a.csv", "row 3", "“arr”", "“lots”" } },
  { "id,arr\nA1,5\nA1,6\n", { NULL }, { "a.csv", "row 3", "“id”", "“A1”" } },
  { "id,arr\nA1,5,6\n", { NULL }, { "a.csv", "row 2" } },
  { "id,arr\n\"A1,5\n", { NULL }, { "a.csv", "row 2" } },
  { "id,arr\n", { NULL }, { "a.csv" } },
  { "", { NULL }, { "a.csv" } },
  { "x,arr\nA1,5\n", { "--map", "id=Key" }, { "a.csv", "“Key”" } },
  { ACCOUNTS, { "--join", "b.csv", "--key", "id", "--sum", "x" }, { "b.csv" } },
  { ACCOUNTS, { "--join", "a.csv", "--key", "nobody", "--sum", "arr" }, { "“nobody”" } },
  { ACCOUNTS, { "--report", "nowhere/report" }, { "nowhere/report" } },
};

/* Nothing is half applied: the plan is as it was. */
static void
test_refusals (Folder *folder, gconstpointer user_data)
{
  g_autofree char *before = NULL;
  gsize n_before;

  make_plan (folder, 1);
  before = read_file (folder, PLAN, &n_before);
  for (guint i = 0; i < G_N_ELEMENTS (REFUSALS); i++)
    {
      const Refusal *refusal = &REFUSALS[i];
      g_autofree char *path = folder_write (folder, "a.csv", refusal->file, -1);
      const char *words[MOST_WORDS] = { "import", PLAN, "a.csv" };
      g_autofree char *after = NULL;
      g_auto (Run) run = { 0 };
      gsize n_after;

      for (guint j = 0; j < G_N_ELEMENTS (refusal->words); j++)
        words[3 + j] = refusal->words[j];
      run = run_in (folder, NULL, words);
      for (guint j = 0; j < G_N_ELEMENTS (refusal->named) && refusal->named[j] != NULL;
           j++)
        assert_refused (&run, refusal->named[j]);
      after = read_file (folder, PLAN, &n_after);
      g_assert_cmpmem (after, n_after, before, n_before);
    }
  g_assert_cmpuint (count_files (folder), ==, 3);
}

/* ---- Somebody may have the file open in a window ---- */

static void
test_backup (Folder *folder, gconstpointer user_data)
{
  g_autofree char *path = g_build_filename (folder->path, PLAN, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *accounts = folder_write (folder, "a.csv", ACCOUNTS, -1);
  g_autofree char *before = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  gsize n_before, n_kept;

  make_plan (folder, 1);
  before = read_file (folder, PLAN, &n_before);
  {
    g_auto (Run) run = RUN (folder, "import", PLAN, "a.csv");

    assert_good (&run);
  }
  backups = hr_backups_list (file);
  g_assert_cmpuint (backups->len, ==, 1);
  g_assert_true (
      g_file_get_contents (((HrBackup *) backups->pdata[0])->path, &kept, &n_kept, NULL));
  g_assert_cmpmem (kept, n_kept, before, n_before);
}

static void
test_changed_meanwhile (Folder *folder, gconstpointer user_data)
{
  g_autofree char *path = g_build_filename (folder->path, PLAN, NULL);
  g_autofree char *accounts = folder_write (folder, "a.csv", ACCOUNTS, -1);
  g_autofree char *stamp = NULL;
  g_autofree char *theirs = NULL;
  g_autofree char *after = NULL;
  g_autoptr (HrPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  gsize n_theirs, n_after;

  make_plan (folder, 1);
  plan = hr_cli_open_plan_to_change (path, &stamp, &error);
  g_assert_no_error (error);
  {
    g_auto (Run) run = RUN (folder, "import", PLAN, "a.csv");

    assert_good (&run);
  }
  theirs = read_file (folder, PLAN, &n_theirs);
  g_assert_false (hr_cli_save_plan (plan, path, stamp, &error));
  g_assert_error (error, HR_ERROR, HR_ERROR_CHANGED);
  g_assert_nonnull (strstr (error->message, PLAN));
  after = read_file (folder, PLAN, &n_after);
  g_assert_cmpmem (after, n_after, theirs, n_theirs);
  g_assert_cmpuint (count_files (folder), ==, 3);

  g_clear_error (&error);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_false (hr_cli_save_plan (plan, path, stamp, &error));
  g_assert_error (error, HR_ERROR, HR_ERROR_GONE);
  g_assert_cmpuint (count_files (folder), ==, 2);
}

int
main (int argc, char *argv[])
{
  g_autofree char *state = test_state_set_up ();
  int status;

  g_test_init (&argc, &argv, NULL);

#define ADD(name, func)                                                                  \
  g_test_add ("/cli/import/" name, Folder, NULL, folder_set_up, func, folder_tear_down)
  ADD ("join", test_join);
  ADD ("ravenstack", test_ravenstack);
  ADD ("telco", test_telco);
  ADD ("dry-run", test_dry_run);
  ADD ("pipe", test_pipe);
  ADD ("dates", test_dates);
  ADD ("refusals", test_refusals);
  ADD ("backup", test_backup);
  ADD ("changed-meanwhile", test_changed_meanwhile);
#undef ADD

  status = g_test_run ();
  test_remove_tree (state);
  return status;
}
