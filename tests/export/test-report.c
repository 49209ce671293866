/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-error.h"
#include "hr-journey.h"
#include "hr-role.h"
#include "hr-segment.h"
#include "hr-touchpoint.h"
#include "pdf-tools.h"

/* What a report says. */

static void
test_metadata (Folder *folder, gconstpointer user_data)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  g_autofree char *path = NULL, *info = NULL, *text = NULL, *again = NULL;
  g_autofree char *bytes = NULL, *same = NULL;
  gsize n_bytes, n_same;

  g_object_set (plan, "company", "Kestrel & Söhne", NULL);
  path = write_report (folder, plan, "a.pdf");
  again = write_report (folder, plan, "b.pdf");
  g_assert_true (g_file_get_contents (path, &bytes, &n_bytes, NULL));
  g_assert_true (g_file_get_contents (again, &same, &n_same, NULL));
  g_assert_cmpmem (bytes, n_bytes, same, n_same); /* the same plan at the same time */

  info = RUN_TOOL ("pdfinfo", path);
  text = RUN_TOOL ("pdftotext", "-l", "1", path, "-");
  if (info == NULL || text == NULL)
    return;
  assert_shown (info, "Title:           FY27\n");
  assert_shown (info, "Author:          Kestrel & Söhne\n");
  assert_shown (info, "Creator:         Headroom ");
  assert_shown (info, "CreationDate:    Mon Mar 30 08:00:00 2026 UTC\n");
  assert_shown (info, "ModDate:         Mon Mar 30 08:00:00 2026 UTC\n");
  assert_shown (info, "841.89 x 595.276 pts (A4)");
  assert_shown (text, "Mar 30, 2026");
  assert_shown (text, "Customer Success capacity · Kestrel & Söhne");
}

/* Every figure of the worked example, with how it came about. */
static void
test_worked_example (Folder *folder, gconstpointer user_data)
{
  static const char *const shown[] = {
    "FY27",
    "Enterprise needs 0.8 more people than it has",
    "Enterprise has 8 customers more than its people can serve",
    "Enterprise mid touch · 48 customers · $32.0M ARR",
    "Customers and ARR are typed, not counted from accounts.",
    "Hours per customer 106.2 h The sum of the hours of the touchpoints",
    ("Hours for customers of one person 1,065.1 h (2,080 h − 200 h − 627 h) × 85% = "
     "1,065.05 h"),
    "Customers per person 10 1,065.05 h ÷ 106.17 h = 10.03 customers",
    "People needed 4.8 48 customers × 106.17 h ÷ 1,065.05 h = 4.78 people",
    "People today 4 As entered: 4 people",
    "Gap 0.8 short 4 people − 4.78 people = −0.78 people",
    "People that the benchmark pays for 16.0 $32,000,000 ÷ $2,000,000 = 16 people",
    "ARR per person needed $6.69M $32,000,000 ÷ 4.78 people = $6,687,912.09",
    "Cost per customer and year $18.1K $870,824.84 ÷ 48 customers = $18,142.18",
    "Cost as share of ARR 2.7% $870,824.84 ÷ $32,000,000 = 2.72%",
    "Customers 48 customers assumed",
    "Complexity ×1.30 assumed",
    "ARR per FTE $2,000,000 benchmark: TSIA 2025",
    "Paid hours per year 2,080 h assumed (default)",
    "Realisation 85% measured: Time sheets",
    "Adoption 106.2 4.8",
    "The journey, touchpoint by touchpoint, with complexity ×1.30",
    "EBR 4 per year 480 41.6",
    "Requests 1 per year, inbound 720 15.6",
    "Onboarding 1 per new customer 2,400 8.7",
    "All touchpoints 106.2",
  };
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  HrSegment *segment = hr_list_get (plan->segments, 0);
  HrRole *role = hr_list_get (plan->roles, 0);
  g_autoptr (HrTags) benchmark = hr_tags_with (
      NULL, "limits-arr-per-fte", &(HrTag) { HR_TAG_BENCHMARK, "TSIA", 2025 });
  g_autoptr (HrTags) measured =
      hr_tags_with (NULL, "realisation", &(HrTag) { HR_TAG_MEASURED, "Time sheets", 0 });
  g_autofree char *path = NULL, *raw = NULL, *text = NULL;

  g_object_set (segment, "tags", benchmark, NULL);
  g_object_set (role, "tags", measured, NULL);
  path = write_report (folder, plan, "a.pdf");
  raw = RUN_TOOL ("pdftotext", "-layout", path, "-");
  if (raw == NULL)
    return;
  text = join_blanks (raw);
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    assert_shown (text, shown[i]);

  /* An assumption is listed once, with the others, not as worth a look. */
  assert_shown (text, "3 of 13 assumptions are still defaults");
  g_assert_null (strstr (text, "is still the default"));
  g_assert_null (strstr (text, "other roles"));
  g_assert_null (strstr (strstr (text, "Complexity") + 1, "Complexity"));
}

/* Beside each other on paper, below each other in the text of the columns. */
static void
test_headlines (Folder *folder, gconstpointer user_data)
{
  static const struct
  {
    int x;
    const char *words;
  } headlines[] = {
    { 42, "People needed 4.8 5 heads" },
    { 236, "People today 4 in 1 role" },
    { 430, "Gap 0.8 short 1 segment is short of people" },
    { 624, "CS cost 2.7% of ARR $871K of $32.0M" },
  };
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  g_autofree char *path = write_report (folder, plan, "a.pdf");

  for (guint i = 0; i < G_N_ELEMENTS (headlines); i++)
    {
      g_autofree char *x = g_strdup_printf ("%d", headlines[i].x);
      g_autofree char *raw = RUN_TOOL ("pdftotext", "-l", "1", "-r", "72", "-x", x, "-y",
                                       "78", "-W", "176", "-H", "60", path, "-");
      g_autofree char *text = raw != NULL ? g_strchomp (join_blanks (raw)) : NULL;

      if (text != NULL)
        g_assert_cmpstr (text, ==, headlines[i].words);
    }
}

/* Each page says which it is, of which plan, and what decides. */
static void
test_feet (Folder *folder, gconstpointer user_data)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_full ();
  g_autofree char *path = write_report (folder, plan, "a.pdf");
  g_autofree char *raw = RUN_TOOL ("pdftotext", "-layout", path, "-");
  g_auto (GStrv) pages = raw != NULL ? g_strsplit (g_strchomp (raw), "\f", -1) : NULL;
  guint n = pages != NULL ? g_strv_length (pages) : 0;

  g_assert_true (raw == NULL || n > 2 * hr_list_get_n (plan->segments));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *number = g_strdup_printf ("page %u of %u", i + 1, n);
      const char *foot = strstr (pages[i], " h per ");

      assert_shown (pages[i], number);
      assert_shown (pages[i], plan->name);
      g_assert_nonnull (foot);
      g_assert_nonnull (strstr (foot, number));
    }
}

/* Whoever gets the file has neither our fonts nor our bookmarks. */
static void
test_fonts_and_outline (Folder *folder, gconstpointer user_data)
{
  static const char *const marks[] = {
    "<item page=\"1\">FY27<",
    "<item page=\"3\">Enterprise<",
    "<item page=\"6\">Scale<",
    "<item page=\"7\">Digital<",
    "<item page=\"8\">What is assumed of the other roles<",
  };
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  g_autofree char *path = NULL, *fonts = NULL, *outline = NULL;
  g_auto (GStrv) lines = NULL;

  hr_test_add (plan->roles, "support", "name", "Support", NULL);
  hr_test_add (((HrJourney *) hr_list_get (plan->journeys, 0))->touchpoints, NULL, "name",
               "Cases", "role", "support", "delivery-minutes", 30.0, NULL);
  hr_test_add (plan->segments, "scale", "name", "Scale", NULL);
  hr_test_add (plan->segments, "digital", "name", "Digital", NULL);
  path = write_report (folder, plan, "a.pdf");
  fonts = RUN_TOOL ("pdffonts", path);
  outline = RUN_TOOL ("pdftohtml", "-xml", "-i", "-stdout", path);
  if (fonts == NULL || outline == NULL)
    return;

  lines = g_strsplit (g_strchomp (fonts), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 2);
  for (guint i = 2; lines[i] != NULL; i++)
    g_assert_nonnull (strstr (lines[i], " yes yes ")); /* embedded, in part */
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    assert_shown (outline, marks[i]);
}

static void
test_redesigned (Folder *folder, gconstpointer user_data)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  g_autofree char *path =
      write_report_version (folder, plan, HR_JOURNEY_REDESIGNED, "a.pdf");
  g_autofree char *text = RUN_TOOL ("pdftotext", "-l", "1", path, "-");

  if (text != NULL)
    assert_shown (text, "Customer Success capacity, with the redesigned journeys");
}

/* What there is no answer for has a reason, and no number. */
static void
test_no_answer (Folder *folder, gconstpointer user_data)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  g_autofree char *path = NULL, *raw = NULL, *text = NULL, *lower = NULL;

  hr_test_add (plan->segments, "open", "name", "Open", NULL);
  path = write_report (folder, plan, "a.pdf");
  raw = RUN_TOOL ("pdftotext", "-layout", path, "-");
  if (raw == NULL)
    return;
  text = join_blanks (raw);
  lower = g_ascii_strdown (text, -1);
  assert_shown (text, "– The number of customers is not given");
  assert_shown (text, "– A segment has no answer");
  assert_shown (text, "No role carries the accounts");
  assert_shown (text, "The journey has no touchpoints yet");
  g_assert_null (strstr (lower, " nan"));
  g_assert_null (strstr (lower, " inf"));
}

static void
test_unwritable (Folder *folder, gconstpointer user_data)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  g_autoptr (HrSegmentation) segmentation = hr_segmentation_new (plan);
  g_autoptr (HrCapacity) capacity =
      hr_capacity_new (plan, segmentation, HR_JOURNEY_CURRENT);
  g_autofree char *nowhere = g_build_filename (folder->path, "no", "where.pdf", NULL);
  const char *const paths[] = { nowhere, folder->path };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (hr_export_report (capacity, paths[i], &error));
      g_assert_error (error, HR_ERROR, HR_ERROR_FILE);
      g_assert_nonnull (strstr (error->message, paths[i]));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("SOURCE_DATE_EPOCH", "1774857600", TRUE);

#define ADD(name, func)                                                                  \
  g_test_add ("/export/report/" name, Folder, NULL, folder_set_up, func, folder_tear_down)
  ADD ("metadata", test_metadata);
  ADD ("worked-example", test_worked_example);
  ADD ("headlines", test_headlines);
  ADD ("feet", test_feet);
  ADD ("fonts-and-outline", test_fonts_and_outline);
  ADD ("redesigned", test_redesigned);
  ADD ("no-answer", test_no_answer);
  ADD ("unwritable", test_unwritable);
#undef ADD

  return g_test_run ();
}
