/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <glib-unix.h>
#include <math.h>
#include <unistd.h>

#include "cli-run.h"
#include "hr-segment.h"
#include "hr-test-plan.h"
#include "hr-test-state.h"

/* What is said on the command line, and what comes out of it. */

#define TOLERANCE 1e-9

static const char *const COMMANDS[] = { "new", "import", "capacity", "export", "check" };

/* ---- Usage ---- */

typedef struct
{
  const char *words[MOST_WORDS];
  const char *complaint;
} Usage;

static const Usage USAGES[] = {
  { { "new", "p.json", "--template", "none" }, "digital or all, not “none”" },
  { { "new", "p.json", "--sample", "--template", "all" }, "do not go together" },
  { { "check", "--as-of", "soon", "none.json" }, "2027-03-31, not “soon”" },
  { { NULL }, "a command is missing" },
  { { "health", "p.json" }, "there is no command “health”" },
  { { "--nonsense" }, "there is no command “--nonsense”" },
  { { "capacity" }, "an argument is missing" },
  { { "capacity", "p.json", "q.json" }, "no room for the argument “q.json”" },
  { { "capacity", "p.json", "--nonsense" }, "--nonsense" },
  { { "capacity", "p.json", "--format", "xml" },
    "--format takes table, json or csv, not “xml”" },
  { { "capacity", "p.json", "--format" }, "--format" },
  { { "capacity", "p.json", "--journey", "old" },
    "--journey takes current or redesigned, not “old”" },
  { { "check", "p.json", "--journey", "old" },
    "--journey takes current or redesigned, not “old”" },
  { { "new", "p.txt" }, "“p.txt” must end with .headroom or .json" },
  { { "new", ".json" }, "“.json” must end with" },
  { { "export", "p.json" }, "an argument is missing" },
  { { "export", "p.json", "o.gif" }, "“o.gif” must end with .pdf, .svg, .png" },
  { { "export", "p.json", "o.svg", "--picture", "cat" }, "not “cat”" },
  { { "export", "p.json", "o.csv", "--table", "cat" },
    "--table takes capacity or personas, not “cat”" },
  { { "export", "p.json", "o.svg", "--table", "personas" }, "--table is for .csv" },
  { { "export", "p.json", "o.svg", "--segment", "Scale" },
    "--segment is for pictures of a journey" },
  { { "export", "p.json", "o.pdf", "--picture", "coverage" },
    "--picture is for .svg and .png" },
  { { "export", "p.json", "o.json", "--journey", "current" },
    "--journey is not for a whole plan" },
  { { "export", "p.json", "o.pdf", "--journey", "new" }, "--journey takes" },
  { { "import", "p.json" }, "an argument is missing" },
  { { "import", "p.json", "a.csv", "--map", "arr" },
    "--map takes FIELD=COLUMN, not “arr”" },
  { { "import", "p.json", "a.csv", "--map", "=ARR" },
    "--map takes FIELD=COLUMN, not “=ARR”" },
  { { "import", "p.json", "a.csv", "--key", "id" }, "that --join names" },
  { { "import", "p.json", "a.csv", "--sum", "arr" }, "that --join names" },
  { { "import", "p.json", "a.csv", "--as", "arr" }, "that --join names" },
  { { "import", "p.json", "a.csv", "--where", "x is-empty" }, "that --join names" },
  { { "import", "p.json", "a.csv", "--join", "b.csv" }, "--join needs --key and --sum" },
  { { "import", "p.json", "a.csv", "--join", "b.csv", "--key", "id" },
    "--join needs --key and --sum" },
  { { "import", "p.json", "a.csv", "--join", "b.csv", "--key", "id", "--sum", "x",
      "--where", "end_date is" },
    "--where: " },
  { { "import", "p.json", "a.csv", "--dates", "year-first" },
    "--dates takes day-first or month-first, not “year-first”" },
};

/* Bad usage is found before any file is looked at: none of these is there. */
static void
test_usage (Folder *folder, gconstpointer user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (USAGES); i++)
    {
      g_auto (Run) run = run_in (folder, NULL, USAGES[i].words);

      g_assert_cmpstr (run.out, ==, "");
      g_assert_true (g_str_has_prefix (run.err, "headroom-cli"));
      if (strstr (run.err, USAGES[i].complaint) == NULL)
        g_error ("“%s” is not in: %s", USAGES[i].complaint, run.err);
      g_assert_cmpint (run.status, ==, 2);
    }
  g_assert_cmpuint (count_files (folder), ==, 0);
}

static void
assert_fits_terminal (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_true (g_str_has_suffix (text, "\n"));
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpint (g_utf8_strlen (lines[i], -1), <=, 80);
      g_assert_false (g_str_has_suffix (lines[i], " "));
    }
}

static void
test_help (Folder *folder, gconstpointer user_data)
{
  g_auto (Run) help = RUN (folder, "--help");
  g_auto (Run) version = RUN (folder, "--version");

  assert_good (&help);
  assert_good (&version);
  assert_fits_terminal (help.out);
  g_assert_true (g_str_has_prefix (version.out, "headroom-cli "));

  for (guint i = 0; i < G_N_ELEMENTS (COMMANDS); i++)
    {
      g_auto (Run) run = RUN (folder, COMMANDS[i], "--help");
      g_autofree char *listed = g_strdup_printf ("\n  %s ", COMMANDS[i]);
      g_autofree char *usage =
          g_strdup_printf ("Usage:\n  headroom-cli %s [OPTION…] PLAN", COMMANDS[i]);

      assert_good (&run);
      g_assert_nonnull (strstr (help.out, listed));
      g_assert_true (g_str_has_prefix (run.out, usage));
      assert_fits_terminal (run.out);
    }
}

/* ---- The numbers of the worked example ---- */

static void
assert_number (JsonObject *object, const char *key, double expected)
{
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (object, key), expected,
                                  TOLERANCE * fmax (1, fabs (expected)));
}

static void
assert_worked_example (const char *text)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root = parse_json (parser, text);
  JsonObject *segment = get_nth (root, "segments", 0);
  JsonObject *need = get_nth (segment, "roles", 0);
  JsonObject *book = json_object_get_object_member (segment, "book");
  JsonObject *role = get_nth (root, "roles", 0);
  JsonObject *totals = json_object_get_object_member (root, "totals");
  const double workload = 637.0 / 6, available = 1065.05;
  const double people = 48 * workload / available, cost = people * 182000;

  assert_number (segment, "customers", 48);
  assert_number (segment, "arr", 32e6);
  g_assert_cmpstr (json_object_get_string_member (need, "role"), ==, "csm");
  assert_number (need, "workload_hours", workload);
  assert_number (need, "available_hours", available);
  assert_number (need, "customers_per_fte", available / workload);
  assert_number (need, "fte", people);
  assert_number (book, "fte", people);
  assert_number (book, "top_down_fte", 16);
  g_assert_cmpstr (json_object_get_string_member (book, "binding_limit"), ==,
                   "arr_per_fte");
  assert_number (book, "arr_per_fte", 32e6 / people);
  assert_number (book, "headcount", 4);
  assert_number (book, "gap", 4 - people);
  assert_number (segment, "cost", cost);
  assert_number (segment, "cost_per_customer", cost / 48);
  assert_number (segment, "cost_share_of_arr", cost / 32e6);
  assert_number (role, "fte", people);
  assert_number (role, "heads", 5);
  assert_number (role, "headcount", 4);
  assert_number (totals, "customers", 48);
  assert_number (totals, "arr", 32e6);
  assert_number (totals, "fte", people);
  assert_number (totals, "heads", 5);
  assert_number (totals, "cost", cost);
  assert_number (totals, "cost_share_of_arr", cost / 32e6);
}

/* Each way in gives the same bytes. */
static void
test_worked_example (Folder *folder, gconstpointer user_data)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  g_autofree char *text = hr_json_write_plan (plan);
  const char *const from_pipe[] = { "capacity", "-", "--format=json", NULL };

  write_plan (folder, "plan.json", plan);
  {
    g_auto (Run) convert = RUN (folder, "export", "plan.json", "plan.headroom");
    g_auto (Run) json = RUN (folder, "capacity", "plan.json", "--format", "json");
    g_auto (Run) store = RUN (folder, "capacity", "plan.headroom", "--format", "json");
    g_auto (Run) pipe = run_in (folder, text, from_pipe);

    assert_good (&convert);
    assert_good (&json);
    assert_good (&store);
    assert_good (&pipe);
    assert_worked_example (json.out);
    g_assert_cmpstr (store.out, ==, json.out);
    g_assert_cmpstr (pipe.out, ==, json.out);
  }
}

static void
test_journeys (Folder *folder, gconstpointer user_data)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  HrJourney *redesigned = hr_test_add (plan->journeys, "new", "segment", "ent", "version",
                                       HR_JOURNEY_REDESIGNED, NULL);

  hr_test_add (redesigned->touchpoints, NULL, "name", "Call", "role", "csm", "times", 1.0,
               "per", HR_PERIOD_YEAR, "delivery-minutes", 600.0, NULL);
  write_plan (folder, "plan.json", plan);
  {
    g_auto (Run) run = RUN (folder, "capacity", "plan.json", "--format", "json",
                            "--journey", "redesigned");
    g_autoptr (JsonParser) parser = json_parser_new ();
    JsonObject *root;

    assert_good (&run);
    root = parse_json (parser, run.out);
    assert_number (json_object_get_object_member (root, "totals"), "fte",
                   48 * 13 / 1065.05);
  }
}

/* ---- The other forms ---- */

/* A field of a row that has no quotes. */
static char *
get_field (const char *csv, guint row, const char *name)
{
  g_auto (GStrv) lines = g_strsplit (csv, "\r\n", -1);
  g_auto (GStrv) header = g_strsplit (lines[0], ",", -1);
  g_auto (GStrv) fields = g_strsplit (lines[row], ",", -1);

  g_assert_cmpuint (g_strv_length (header), ==, g_strv_length (fields));
  for (guint i = 0; header[i] != NULL; i++)
    if (g_str_equal (header[i], name))
      return g_strdup (fields[i]);
  g_assert_not_reached ();
}

static void
test_csv (Folder *folder, gconstpointer user_data)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  const struct
  {
    const char *name;
    double value;
  } numbers[] = {
    { "customers", 48 },
    { "arr", 32e6 },
    { "fte", 48 * (637.0 / 6) / 1065.05 },
    { "headcount", 4 },
    { "top_down_fte", 16 },
    { "cost_per_customer", 637.0 / 6 / 1065.05 * 182000 },
  };
  const HrSegment *empty =
      hr_test_add (plan->segments, "odd", "name", "Odd, \"quoted\"", NULL);

  write_plan (folder, "plan.json", plan);
  g_assert_nonnull (empty);
  {
    g_auto (Run) run = RUN (folder, "capacity", "plan.json", "--format", "csv");
    g_auto (Run) export = RUN (folder, "export", "plan.json", "out.CSV");
    g_autofree char *file = read_file (folder, "out.CSV", NULL);

    assert_good (&run);
    assert_good (&export);
    g_assert_cmpstr (file, ==, run.out);
    for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
      {
        g_autofree char *field = get_field (run.out, 1, numbers[i].name);

        g_assert_cmpfloat_with_epsilon (g_ascii_strtod (field, NULL), numbers[i].value,
                                        TOLERANCE * numbers[i].value);
      }
    /* No answer is no number, and a name is one field whatever it holds. */
    g_assert_nonnull (
        strstr (run.out, "\r\nodd,\"Odd, \"\"quoted\"\"\",,,,,,,,0,,,,,\r\n"));
  }
}

static void
test_table (Folder *folder, gconstpointer user_data)
{
  static const char *const shown[] = {
    "Enterprise needs 0.8 more people than it has",
    "Enterprise         48  $32.0M     4.8       16.0    4.0  0.8 short",
    "  CSM                106.2       1,065.1                10     4.8",
    "CSM           4.8      5    4.0  0.8 short        $871K",
    "Customer Success costs 2.7% of ARR: $871K of $32.0M.",
  };
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();

  write_plan (folder, "plan.json", plan);
  {
    g_auto (Run) run = RUN (folder, "capacity", "plan.json");

    assert_good (&run);
    assert_fits_terminal (run.out);
    for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
      if (strstr (run.out, shown[i]) == NULL)
        g_error ("“%s” is not in:\n%s", shown[i], run.out);
  }
}

/* What is not known is a dash with a reason, and names can neither widen the table nor
 * reach the terminal. */
static void
test_odd_table (Folder *folder, gconstpointer user_data)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  HrSegment *segment = hr_test_add (plan->segments, "odd", "name",
                                    "Very\nlong \033[31mname of a segment that nobody "
                                    "would ever read to its very last letter, 日本語",
                                    "book-role", "csm", NULL);

  g_assert_nonnull (segment);
  write_plan (folder, "plan.json", plan);
  {
    g_auto (Run) table = RUN (folder, "capacity", "plan.json");
    g_auto (Run) check = RUN (folder, "check", "plan.json");

    assert_good (&table);
    assert_good (&check);
    g_assert_null (strchr (table.out, '\033'));
    g_assert_null (strchr (check.out, '\033'));
    g_assert_nonnull (strstr (table.out, "Very long  [31mname"));
    g_assert_nonnull (strstr (table.out, "…"));
    g_assert_nonnull (strstr (table.out, "The number of customers is not given"));
    g_assert_null (strstr (table.out, "nan"));
  }
}

static void
test_check (Folder *folder, gconstpointer user_data)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();

  write_plan (folder, "plan.json", plan);
  {
    g_auto (Run) run = RUN (folder, "check", "plan.json");
    g_auto (GStrv) lines = NULL;

    assert_good (&run);
    lines = g_strsplit (g_strchomp (run.out), "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++)
      g_assert_true (g_str_has_prefix (lines[i], "error: ") ||
                     g_str_has_prefix (lines[i], "warning: ") ||
                     g_str_has_prefix (lines[i], "note: "));
    g_assert_true (g_strv_contains (
        (const char *const *) lines,
        "warning: Enterprise has 8 customers more than its people can serve: it is 0.8 "
        "people short"));
    g_assert_true (
        g_strv_contains ((const char *const *) lines,
                         "note: CSM: paid hours per year is still the default, 2,080 h"));
  }
}

/* ---- Streams and languages ---- */

static void
run_in_language (Run *run, const Folder *folder, const char *language, const char *format)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  const char *const words[] = { "capacity", "plan.json", "--format", format, NULL };

  g_subprocess_launcher_set_cwd (launcher, folder->path);
  g_subprocess_launcher_setenv (launcher, "LC_ALL", language, TRUE);
  run_words (run, launcher, NULL, words);
  assert_good (run);
}

/* A machine reads the same bytes everywhere; a person does not. */
static void
test_languages (Folder *folder, gconstpointer user_data)
{
  static const char *const languages[] = { "C", "C.UTF-8", "de_DE.UTF-8", "ar_EG.UTF-8" };
  static const char *const formats[] = { "json", "csv" };
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  g_auto (Run) english = { 0 };
  g_auto (Run) german = { 0 };

  write_plan (folder, "plan.json", plan);
  for (guint f = 0; f < G_N_ELEMENTS (formats); f++)
    for (guint i = 1; i < G_N_ELEMENTS (languages); i++)
      {
        g_auto (Run) first = { 0 };
        g_auto (Run) other = { 0 };

        run_in_language (&first, folder, languages[0], formats[f]);
        run_in_language (&other, folder, languages[i], formats[f]);
        g_assert_cmpstr (other.out, ==, first.out);
      }

  run_in_language (&english, folder, "C.UTF-8", "table");
  run_in_language (&german, folder, "de_DE.UTF-8", "table");
  g_assert_nonnull (strstr (english.out, "1,065.1"));
  if (strstr (german.out, "1.065,1") == NULL)
    g_test_message ("There is no German locale here");
}

static void
assert_stdout_fails (Run *run, GSubprocessLauncher *launcher, const Folder *folder)
{
  static const char *const commands[][5] = {
    { "--help" },
    { "capacity", "--help" },
    { "capacity", "plan.json" },
    { "capacity", "plan.json", "--format", "json" },
    { "check", "plan.json" },
  };

  g_subprocess_launcher_set_cwd (launcher, folder->path);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      run_words (run, launcher, NULL, commands[i]);
      g_assert_true (g_str_has_prefix (run->err, "headroom-cli: Standard output: "));
      g_assert_cmpint (run->status, ==, 1);
      run_clear (run);
    }
}

static void
test_full_output (Folder *folder, gconstpointer user_data)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_auto (Run) run = { 0 };

  write_plan (folder, "plan.json", plan);
  g_subprocess_launcher_set_stdout_file_path (launcher, "/dev/full");
  assert_stdout_fails (&run, launcher, folder);
}

/* Nobody reads any more. */
static void
test_broken_pipe (Folder *folder, gconstpointer user_data)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_auto (Run) run = { 0 };
  int ends[2];

  write_plan (folder, "plan.json", plan);
  g_assert_true (g_unix_open_pipe (ends, O_CLOEXEC, NULL));
  close (ends[0]);
  g_subprocess_launcher_take_stdout_fd (launcher, ends[1]);
  assert_stdout_fails (&run, launcher, folder);
}

int
main (int argc, char *argv[])
{
  g_autofree char *state = test_state_set_up ();
  int status;

  g_test_init (&argc, &argv, NULL);

#define ADD(name, func)                                                                  \
  g_test_add ("/cli/" name, Folder, NULL, folder_set_up, func, folder_tear_down)
  ADD ("usage", test_usage);
  ADD ("help", test_help);
  ADD ("worked-example", test_worked_example);
  ADD ("journeys", test_journeys);
  ADD ("csv", test_csv);
  ADD ("table", test_table);
  ADD ("odd-table", test_odd_table);
  ADD ("check", test_check);
  ADD ("languages", test_languages);
  ADD ("full-output", test_full_output);
  ADD ("broken-pipe", test_broken_pipe);
#undef ADD

  status = g_test_run ();
  test_remove_tree (state);
  return status;
}
