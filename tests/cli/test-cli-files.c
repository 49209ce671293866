/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>
#include <sys/resource.h>

#include "cli-run.h"
#include "hr-segment.h"
#include "hr-test-plan.h"
#include "hr-test-state.h"

/* The files that commands read and write: what is made, what is refused, and that nothing
 * is ever half written. */

/* The example of the JSON form as it is written down, word for word. */
static const char EXAMPLE[] =
    "{\"format\": \"headroom-plan\", \"version\": 1, \"name\": \"FY27\", \"currency\": "
    "\"USD\", \"one_time_spread\": \"new-customers\",\n"
    " \"roles\": [{\"id\": \"csm\", \"name\": \"CSM\", \"annual_hours\": 2080, "
    "\"leave_hours\": 200, \"internal_hours\": 627,\n"
    "            \"realisation\": 0.85, \"annual_cost\": 182000, \"tool_cost\": 0, "
    "\"headcount\": 4}],\n"
    " \"stages\": [{\"id\": \"adoption\", \"name\": \"Adoption\"}],\n"
    " \"personas\": [{\"id\": \"dm\", \"name\": \"Decision maker\", \"kind\": "
    "\"decision-maker\"}],\n"
    " \"segments\": [{\"id\": \"ent\", \"name\": \"Enterprise\", \"source\": "
    "\"entered\", \"customers\": 48, \"arr\": 32000000,\n"
    "               \"new_customers_per_year\": 8, \"complexity\": 1.3, \"book_role\": "
    "\"csm\", \"headcount\": 4, \"dedicated\": true,\n"
    "               \"limits\": {\"arr_per_fte\": 2000000, \"customers_per_fte\": null, "
    "\"new_customers_per_month_per_fte\": null},\n"
    "               \"rule\": {\"all\": [{\"field\": \"arr\", \"op\": \">=\", \"value\": "
    "250000}]}}],\n"
    " \"journeys\": [{\"segment\": \"ent\", \"version\": \"current\", \"touchpoints\": "
    "[\n"
    "     {\"name\": \"EBR\", \"stage\": \"adoption\", \"kind\": \"recurring\", "
    "\"times\": 4, \"per\": \"year\",\n"
    "      \"prep_minutes\": 180, \"delivery_minutes\": 240, \"follow_up_minutes\": 60, "
    "\"reach\": 1, \"staff\": 1,\n"
    "      \"role\": \"csm\", \"personas\": [\"dm\"], \"channel\": \"video\", "
    "\"value\": 5, \"sentiment\": 1, \"friction\": 0}]}],\n"
    " \"scorecards\": [{\"id\": \"sc\", \"segments\": [\"ent\"], \"minimum_coverage\": "
    "0.7, \"bands\": {\"green\": 75, \"yellow\": 50},\n"
    "     \"dimensions\": [{\"persona\": \"dm\", \"weight\": 30, \"metrics\": [\n"
    "         {\"name\": \"Logins\", \"field\": \"login_frequency\", \"weight\": 0.35, "
    "\"worst\": 0, \"best\": 90}]}]}],\n"
    " \"accounts\": [{\"id\": \"A1\", \"name\": \"Acme\", \"arr\": 120000, "
    "\"renewal_date\": \"2027-03-31\",\n"
    "               \"fields\": {\"employees\": 900, \"industry\": \"Retail\", "
    "\"login_frequency\": 85}}]}\n";

static void
assert_same_file (const Folder *folder, const char *a, const char *b)
{
  gsize n_a, n_b;
  g_autofree char *left = read_file (folder, a, &n_a);
  g_autofree char *right = read_file (folder, b, &n_b);

  g_assert_cmpmem (left, n_a, right, n_b);
}

/* A plan goes through both forms and comes back byte for byte. */
static void
test_forms (Folder *folder, gconstpointer user_data)
{
  g_autofree char *path = folder_write (folder, "in.json", EXAMPLE, -1);
  g_auto (Run) first = RUN (folder, "export", "in.json", "a.json");
  g_auto (Run) second = RUN (folder, "export", "a.json", "b.headroom");
  g_auto (Run) third = RUN (folder, "export", "b.headroom", "c.json");
  g_auto (Run) capacity = RUN (folder, "capacity", "b.headroom", "--format", "json");
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *segment;

  assert_good (&first);
  assert_good (&second);
  assert_good (&third);
  assert_good (&capacity);
  assert_same_file (folder, "a.json", "c.json");
  segment = get_nth (parse_json (parser, capacity.out), "segments", 0);
  g_assert_cmpfloat_with_epsilon (
      json_object_get_double_member (get_nth (segment, "roles", 0), "workload_hours"),
      4 * 8 * 1.3, 1e-9);
}

/* ---- New ---- */

static void
test_new (Folder *folder, gconstpointer user_data)
{
  g_auto (Run) made = RUN (folder, "new", "Budget 27.headroom");
  g_auto (Run) json = RUN (folder, "export", "Budget 27.headroom", "out.json");
  g_auto (Run) piped = RUN (folder, "new", "-");
  g_auto (Run) capacity = RUN (folder, "capacity", "Budget 27.headroom");
  g_autofree char *text = read_file (folder, "out.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root = parse_json (parser, text);

  assert_good (&made);
  assert_good (&json);
  assert_good (&piped);
  assert_good (&capacity);
  g_assert_cmpstr (made.out, ==, "");
  g_assert_cmpstr (json_object_get_string_member (root, "name"), ==, "Budget 27");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "stages")),
                    ==, 8);
  root = parse_json (parser, piped.out);
  g_assert_cmpstr (json_object_get_string_member (root, "name"), ==, "Plan");
}

static void
test_new_exists (Folder *folder, gconstpointer user_data)
{
  g_autofree char *path = folder_write (folder, "mine.json", "precious", -1);
  g_auto (Run) refused = RUN (folder, "new", "mine.json", "--sample");
  g_autofree char *kept = read_file (folder, "mine.json", NULL);
  g_auto (Run) forced = RUN (folder, "new", "--force", "mine.json");
  g_auto (Run) capacity = RUN (folder, "capacity", "mine.json");

  assert_refused (&refused, "“mine.json” exists already");
  g_assert_cmpstr (kept, ==, "precious");
  assert_good (&forced);
  assert_good (&capacity);
}

static void
test_sample (Folder *folder, gconstpointer user_data)
{
  g_auto (Run) store = RUN (folder, "new", "s.headroom", "--sample");
  g_auto (Run) json = RUN (folder, "new", "s.json", "--sample");
  g_auto (Run) export = RUN (folder, "export", "s.headroom", "t.json");
  g_auto (Run) capacity = RUN (folder, "capacity", "s.headroom", "--format", "json");
  g_auto (Run) table = RUN (folder, "capacity", "s.headroom");
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root;

  assert_good (&store);
  assert_good (&json);
  assert_good (&export);
  assert_good (&capacity);
  assert_good (&table);
  assert_same_file (folder, "s.json", "t.json");
  root = parse_json (parser, capacity.out);
  g_assert_cmpuint (
      json_array_get_length (json_object_get_array_member (root, "segments")), ==, 4);
  g_assert_false (json_object_get_null_member (
      json_object_get_object_member (root, "totals"), "fte"));
}

/* ---- Refusals ---- */

typedef struct
{
  const char *words[MOST_WORDS];
  const char *file; /* (nullable): the text of what is called in.json */
  const char *named;
} Refusal;

static const Refusal REFUSALS[] = {
  { { "capacity", "missing.json" }, NULL, "missing.json" },
  { { "capacity", "missing.headroom" }, NULL, "missing.headroom" },
  { { "capacity", "in.json" }, "", "in.json" },
  { { "capacity", "in.json" }, "{\"format\": \"headroom-plan\"", "in.json" },
  { { "check", "in.json" },
    "{\"format\": \"headroom-plan\", \"version\": 1, \"name\": \"P\", \"currency\": "
    "\"USD\", \"segments\": [{\"id\": \"a\", \"name\": \"A\", \"customers\": 1, \"arr\": "
    "1, \"limits\": {\"arr_per_fte\": \"much\"}}]}",
    "segments[0].limits.arr_per_fte" },
  { { "check", "in.json" },
    "{\"format\": \"headroom-plan\", \"version\": 1, \"name\": \"P\", \"currency\": "
    "\"USD\", \"colour\": 1}",
    "colour" },
  { { "check", "in.json" },
    "{\"format\": \"headroom-plan\", \"version\": 2, \"name\": \"P\"}",
    "version" },
  { { "capacity", "in.headroom" }, NULL, "in.headroom" },
  { { "export", "missing.json", "out.pdf" }, NULL, "missing.json" },
  { { "import", "missing.json", "a.csv" }, NULL, "missing.json" },
  { { "import", "in.json", "missing.csv" }, EXAMPLE, "missing.csv" },
  { { "export", "in.json", "nowhere/out.json" }, EXAMPLE, "nowhere/out.json" },
  { { "export", "in.json", "nowhere/out.headroom" }, EXAMPLE, "nowhere/out.headroom" },
  { { "export", "in.json", "nowhere/out.csv" }, EXAMPLE, "nowhere/out.csv" },
  { { "export", "in.json", "nowhere/out.svg" }, EXAMPLE, "nowhere/out.svg" },
  { { "export", "in.json", "nowhere/out.png" }, EXAMPLE, "nowhere/out.png" },
  { { "export", "in.json", "nowhere/out.pdf" }, EXAMPLE, "nowhere/out.pdf" },
  { { "new", "nowhere/new.headroom" }, NULL, "nowhere/new.headroom" },
};

static void
test_refusals (Folder *folder, gconstpointer user_data)
{
  g_autofree char *store = folder_write (folder, "in.headroom", "no database", -1);

  for (guint i = 0; i < G_N_ELEMENTS (REFUSALS); i++)
    {
      const Refusal *refusal = &REFUSALS[i];
      g_autofree char *path = refusal->file != NULL
                                  ? folder_write (folder, "in.json", refusal->file, -1)
                                  : NULL;
      g_auto (Run) run = run_in (folder, NULL, refusal->words);

      assert_refused (&run, refusal->named);
    }
  g_assert_cmpuint (count_files (folder), ==, 2);
}

static void
test_refused_pipe (Folder *folder, gconstpointer user_data)
{
  const char *const words[] = { "capacity", "-", NULL };
  g_auto (Run) run = run_in (folder, "{\"format\": 1}", words);

  assert_refused (&run, "Standard input: ");
}

/* ---- Export ---- */

static void
test_export (Folder *folder, gconstpointer user_data)
{
  static const struct
  {
    const char *name;
    const char *start;
  } files[] = {
    { "out.pdf", "%PDF-1." },
    { "out.svg", "<?xml" },
    { "out.png", "\211PNG\r\n" },
    { "out.csv", "id,name,customers" },
    { "out.json", "{\n  \"format\": \"headroom-plan\"" },
    { "out.headroom", "SQLite format 3" },
    { "OUT.PDF", "%PDF-1." },
  };
  g_autofree char *path = folder_write (folder, "in.json", EXAMPLE, -1);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_auto (Run) run = RUN (folder, "export", "in.json", files[i].name);
      g_autofree char *bytes = read_file (folder, files[i].name, NULL);

      assert_good (&run);
      g_assert_cmpstr (run.out, ==, "");
      g_assert_true (strncmp (bytes, files[i].start, strlen (files[i].start)) == 0);
    }
}

static void
test_export_picture (Folder *folder, gconstpointer user_data)
{
  g_autofree char *path = folder_write (folder, "in.json", EXAMPLE, -1);
  g_auto (Run) first = RUN (folder, "export", "in.json", "a.svg");
  g_auto (Run) same = RUN (folder, "export", "in.json", "b.svg", "--picture", "capacity");
  g_auto (Run) other =
      RUN (folder, "export", "in.json", "c.svg", "--picture", "coverage");
  g_autofree char *a = read_file (folder, "a.svg", NULL);
  g_autofree char *c = read_file (folder, "c.svg", NULL);

  assert_good (&first);
  assert_good (&same);
  assert_good (&other);
  assert_same_file (folder, "a.svg", "b.svg");
  g_assert_cmpstr (a, !=, c);
}

/* Each picture is one of its own; a journey is that of the segment that is named. */
static void
test_export_journeys (Folder *folder, gconstpointer user_data)
{
  g_autofree char *map = NULL, *people = NULL, *table = NULL;
  g_auto (Run) sample = RUN (folder, "new", "in.json", "--sample");

  assert_good (&sample);
  {
    g_auto (Run) first =
        RUN (folder, "export", "in.json", "a.svg", "--picture", "journey-map");
    g_auto (Run) same = RUN (folder, "export", "in.json", "b.svg", "--picture",
                             "journey-map", "--segment", "Enterprise");
    g_auto (Run) other =
        RUN (folder, "export", "in.json", "c.svg", "--picture", "journey-personas");
    g_auto (Run) matrix =
        RUN (folder, "export", "in.json", "d.png", "--picture", "persona-matrix");
    g_auto (Run) personas =
        RUN (folder, "export", "in.json", "e.csv", "--table", "personas");
    g_auto (Run) nobody = RUN (folder, "export", "in.json", "f.svg", "--picture",
                               "journey-map", "--segment", "Nobody");

    assert_good (&first);
    assert_good (&same);
    assert_good (&other);
    assert_good (&matrix);
    assert_good (&personas);
    g_assert_cmpint (nobody.status, ==, 1);
    g_assert_nonnull (strstr (nobody.err, "There is no segment “Nobody”"));
  }
  assert_same_file (folder, "a.svg", "b.svg");
  map = read_file (folder, "a.svg", NULL);
  people = read_file (folder, "c.svg", NULL);
  table = read_file (folder, "e.csv", NULL);
  g_assert_cmpstr (map, !=, people);
  g_assert_true (g_str_has_prefix (
      table, "persona,stage,need,engagement,role,touchpoints,is_met\r\n"));
}

/* ---- A disk that is full ---- */

/* No file may grow beyond this, as if there were no more room. */
static void
limit_files (gpointer user_data)
{
  const struct rlimit limit = { 100, 100 };

  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &limit);
}

/* A coverage build says at its end that it has no room for its counts either. */
static void
forget_profiling (Run *run)
{
  g_auto (GStrv) lines = g_strsplit (run->err, "\n", -1);
  GString *kept = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0' && strstr (lines[i], "profiling") == NULL)
      g_string_append_printf (kept, "%s\n", lines[i]);
  g_free (run->err);
  run->err = g_string_free (kept, FALSE);
}

static const char *const WRITERS[][6] = {
  { "new", "--force", "old.headroom", "--sample" },
  { "new", "--force", "old.json", "--sample" },
  { "export", "in.json", "old.headroom" },
  { "export", "in.json", "old.json" },
  { "export", "in.json", "old.svg" },
  { "export", "in.json", "old.png" },
  { "export", "in.json", "old.pdf" },
  { "export", "in.json", "old.csv" },
};

/* What was there is still there, and nothing else is. */
static void
test_full_disk (Folder *folder, gconstpointer user_data)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_full ();

  write_plan (folder, "in.json", plan);
  for (guint i = 0; i < G_N_ELEMENTS (WRITERS); i++)
    {
      const char *name = WRITERS[i][2];
      g_autofree char *path = folder_write (folder, name, "as it was", -1);
      g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
          G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
      g_autofree char *kept = NULL;
      g_auto (Run) run = { 0 };

      g_subprocess_launcher_set_cwd (launcher, folder->path);
      /* a coverage build would cut its counts off */
      g_subprocess_launcher_setenv (launcher, "GCOV_PREFIX", "/dev/null", TRUE);
      g_subprocess_launcher_set_child_setup (launcher, limit_files, NULL, NULL);
      run_words (&run, launcher, NULL, WRITERS[i]);
      forget_profiling (&run);
      assert_refused (&run, name);
      kept = read_file (folder, name, NULL);
      g_assert_cmpstr (kept, ==, "as it was");
      g_assert_cmpuint (count_files (folder), ==, 2);
      g_assert_cmpint (g_unlink (path), ==, 0);
    }
}

/* All that a look at a file could leave behind, but the time of the last reading. */
static char *
take_print (const Folder *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder->path, name, NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *hash = NULL;
  GStatBuf found;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_cmpint (g_stat (path, &found), ==, 0);
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, bytes, (gssize) length);
  return g_strdup_printf ("%s %lu %ld.%ld %ld.%ld %o", hash, (gulong) found.st_ino,
                          (long) found.st_mtim.tv_sec, (long) found.st_mtim.tv_nsec,
                          (long) found.st_ctim.tv_sec, (long) found.st_ctim.tv_nsec,
                          found.st_mode);
}

/* Good or bad, a plan that is checked is not touched, and nothing appears beside it. */
static void
test_check_touches_nothing (Folder *folder, gconstpointer user_data)
{
  g_autofree char *path = g_build_filename (folder->path, "plan.headroom", NULL);

  for (guint damaged = 0; damaged < 2; damaged++)
    {
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autofree char *bytes = NULL;
      g_auto (Run) made = { 0 };
      g_auto (Run) run = { 0 };
      gsize length;

      g_unlink (path);
      made = RUN (folder, "new", "plan.headroom", "--sample");
      assert_good (&made);
      if (damaged)
        {
          g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
          bytes[length - 10] ^= 1;
          g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
        }
      g_assert_cmpint (g_chmod (path, 0400), ==, 0);
      g_assert_cmpint (g_chmod (folder->path, 0500), ==, 0);
      before = take_print (folder, "plan.headroom");
      run = RUN (folder, "check", "plan.headroom");
      if (damaged)
        assert_refused (&run, "plan.headroom");
      else
        assert_good (&run);
      after = take_print (folder, "plan.headroom");
      g_assert_cmpstr (after, ==, before);
      g_assert_cmpuint (count_files (folder), ==, 1);
      g_assert_cmpint (g_chmod (folder->path, 0700), ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_autofree char *state = test_state_set_up ();
  int status;

  g_test_init (&argc, &argv, NULL);

#define ADD(name, func)                                                                  \
  g_test_add ("/cli/files/" name, Folder, NULL, folder_set_up, func, folder_tear_down)
  ADD ("forms", test_forms);
  ADD ("new", test_new);
  ADD ("new-exists", test_new_exists);
  ADD ("sample", test_sample);
  ADD ("refusals", test_refusals);
  ADD ("refused-pipe", test_refused_pipe);
  ADD ("export", test_export);
  ADD ("export-picture", test_export_picture);
  ADD ("export-journeys", test_export_journeys);
  ADD ("full-disk", test_full_disk);
  ADD ("check-touches-nothing", test_check_touches_nothing);
#undef ADD

  status = g_test_run ();
  test_remove_tree (state);
  return status;
}
