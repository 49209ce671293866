/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-cases.h"
#include "hr-journey.h"
#include "hr-segment.h"
#include "hr-touchpoint.h"
#include "pdf-tools.h"

/* That nothing of a report is cut, covered or lost, whatever the plan holds. */

/* Of the height of a word, above and below: the boxes of letters are higher than they. */
#define AIR 0.3
#define TOUCH 1.0

typedef struct
{
  guint page;
  double x;
  double y;
  double end_x;
  double end_y;
  const char *text;
} Word;

/* The words of a report with their places; the texts point into @html. */
static GArray *
parse_words (char *html)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  guint page = 0;

  for (char *at = strchr (html, '<'); at != NULL; at = strchr (at + 1, '<'))
    {
      g_autofree char *tag = g_strndup (at, strcspn (at, ">")); /* sscanf reads it all */
      Word word = { 0 };
      char *end;

      page += g_str_has_prefix (at, "<page ");
      if (sscanf (tag, "<word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\"",
                  &word.x, &word.y, &word.end_x, &word.end_y) != 4)
        continue;
      at += strlen (tag) + 1;
      end = strchr (at, '<');
      g_assert_nonnull (end);
      *end = '\0';
      word.text = at;
      word.page = page;
      g_array_append_val (words, word);
      at = end + 1;
    }
  return words;
}

static gboolean
overlap (const Word *a, const Word *b)
{
  double height = MIN (a->end_y - a->y, b->end_y - b->y);
  double x = MIN (a->end_x, b->end_x) - MAX (a->x, b->x);
  double y = MIN (a->end_y, b->end_y) - MAX (a->y, b->y) - 2 * AIR * height;

  return x > TOUCH && y > TOUCH;
}

static void
assert_on_paper (const Word *word, const char *name)
{
  if (word->x < MARGIN - TOUCH || word->end_x > PAGE_WIDTH - MARGIN + TOUCH ||
      word->y < 28 || word->end_y > PAGE_HEIGHT - 16)
    g_error ("%s, page %u: “%s” stands at %.1f–%.1f, %.1f–%.1f", name, word->page,
             word->text, word->x, word->end_x, word->y, word->end_y);
}

/* All words lie on the paper, none on another. */
static GArray *
check_places (const char *path, char **html)
{
  GArray *words;

  *html = RUN_TOOL ("pdftotext", "-bbox", path, "-");
  words = parse_words (*html != NULL ? *html : (char[]) { "" });
  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);

      assert_on_paper (word, path);
      for (guint j = i + 1; j < words->len; j++)
        {
          const Word *other = &g_array_index (words, Word, j);

          if (other->page != word->page)
            break;
          if (overlap (word, other))
            g_error ("%s, page %u: “%s” and “%s” lie on each other at %.1f, %.1f", path,
                     word->page, word->text, other->text, other->x, other->y);
        }
    }
  return words;
}

static void
check_cases (Folder *folder)
{
  for (guint i = 0; i < G_N_ELEMENTS (CHART_CASES); i++)
    {
      g_autoptr (HrPlan) plan = hr_test_plan_new_of_figures (CHART_CASES[i].segments,
                                                             CHART_CASES[i].n_segments);
      g_autofree char *name = g_strdup_printf ("%s.pdf", CHART_CASES[i].name);
      g_autofree char *path = write_report (folder, plan, name);
      g_autofree char *html = NULL;
      g_autoptr (GArray) words = check_places (path, &html);

      g_assert_true (html == NULL || words->len > 20);
    }
}

static void
test_cases (Folder *folder, gconstpointer user_data)
{
  check_cases (folder);
}

static const Word *
find_word (const GArray *words, const char *text)
{
  for (guint i = 0; i < words->len; i++)
    if (g_str_equal (g_array_index (words, Word, i).text, text))
      return &g_array_index (words, Word, i);
  g_error ("“%s” is nowhere", text);
}

/* Where people read from the right, everything stands there. */
static void
test_right_to_left (Folder *folder, gconstpointer user_data)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  g_autofree char *left = write_report (folder, plan, "left.pdf");
  g_autofree char *right = NULL, *html = NULL, *mirrored = NULL;
  g_autoptr (GArray) words = check_places (left, &html);
  g_autoptr (GArray) other = NULL;

  if (setlocale (LC_MESSAGES, "he_IL.UTF-8") == NULL)
    {
      g_test_message ("There is no Hebrew locale here");
      return;
    }
  right = write_report (folder, plan, "right.pdf");
  check_cases (folder);
  setlocale (LC_MESSAGES, "C.UTF-8");
  other = check_places (right, &mirrored);
  if (html == NULL)
    return;

  g_assert_cmpuint (words->len, ==, other->len);
  g_assert_cmpfloat_with_epsilon (find_word (words, "FY27")->x, MARGIN, TOUCH);
  g_assert_cmpfloat_with_epsilon (find_word (other, "FY27")->end_x, PAGE_WIDTH - MARGIN,
                                  TOUCH);
  g_assert_cmpfloat (find_word (words, "Worth")->x, >, PAGE_WIDTH / 2);
  g_assert_cmpfloat (find_word (other, "Worth")->x, <, PAGE_WIDTH / 2);
}

/* What stands below two columns begins below the longer one, which is the second here. */
static void
test_columns (Folder *folder, gconstpointer user_data)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  HrJourney *journey = hr_list_get (plan->journeys, 0);
  g_autofree char *path = NULL, *html = NULL;
  g_autoptr (GArray) words = NULL;

  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *stage = g_strdup_printf ("stage%u", i);

      hr_test_add (plan->stages, stage, "name", stage, NULL);
      g_object_set (hr_list_get (journey->touchpoints, i), "stage", stage, NULL);
    }
  path = write_report (folder, plan, "a.pdf");
  words = check_places (path, &html);
  if (html != NULL)
    {
      g_assert_cmpuint (find_word (words, "stage8")->page, ==, 3);
      g_assert_cmpuint (find_word (words, "figures,")->page, ==, 3);
      g_assert_cmpfloat (find_word (words, "figures,")->y, >,
                         find_word (words, "stage8")->end_y);
    }
}

/* ---- Plans that no page can hold ---- */

#define N_SEGMENTS 3
#define N_TOUCHPOINTS 150
#define N_ROLES 7
#define N_STAGES 12
#define N_WORDS 3000

static void
add_long_names (HrList *list, const char *word, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("%s%u", word, i);
      g_autofree char *name = g_strdup_printf (
          "%s%u with a name that goes on and on, as names do that several people agreed "
          "on in a meeting",
          word, i);

      hr_test_add (list, id, "name", name, NULL);
    }
}

static void
add_journey (HrPlan *plan, guint segment)
{
  g_autofree char *id = g_strdup_printf ("segment%u", segment);
  HrJourney *journey = hr_test_add (plan->journeys, NULL, "segment", id, NULL);

  for (guint i = 0; i < N_TOUCHPOINTS; i++)
    {
      g_autofree char *name = g_strdup_printf (
          "s%ut%u%s", segment, i,
          i % 3 == 0 ? " and all that has to be done before and after it, by whomever"
                     : "");
      g_autofree char *stage = g_strdup_printf ("stage%u", i % N_STAGES);
      g_autofree char *role = g_strdup_printf ("role%u", i % N_ROLES);

      hr_test_add (journey->touchpoints, NULL, "name", name, "stage", stage, "role", role,
                   "kind", (int) (i % 3), "reach", i % 4 == 0 ? 0.35 : 1.0, "staff",
                   i % 5 == 0 ? 2.5 : 1.0, "delivery-minutes", 1.0 + i, NULL);
    }
}

static HrPlan *
make_large_plan (void)
{
  HrPlan *plan = hr_plan_new ("FY27");

  g_object_set (plan, "company",
                "The company whose name is longer than its history, and "
                "its subsidiaries in twelve countries of the world",
                NULL);
  add_long_names (plan->roles, "role", N_ROLES);
  add_long_names (plan->stages, "stage", N_STAGES);
  add_long_names (plan->segments, "segment", N_SEGMENTS);
  for (guint i = 0; i < N_SEGMENTS; i++)
    {
      HrSegment *segment = hr_list_get (plan->segments, i);

      hr_test_set (segment, "customers", 1000 * (i + 1));
      hr_test_set (segment, "new-customers-per-year", 7);
      g_object_set (segment, "arr", HR_MONEY_MAX / 10, "book-role", "role0",
                    "limits-arr-per-fte", G_GINT64_CONSTANT (100000000), NULL);
      add_journey (plan, i);
    }
  return plan;
}

static void
test_large (Folder *folder, gconstpointer user_data)
{
  g_autoptr (HrPlan) plan = make_large_plan ();
  g_autofree char *path = write_report (folder, plan, "large.pdf");
  g_autofree char *html = NULL;
  g_autoptr (GArray) words = check_places (path, &html);
  g_autoptr (GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);

  if (html == NULL)
    return;
  for (guint i = 0; i < words->len; i++)
    g_hash_table_add (found, (gpointer) g_array_index (words, Word, i).text);
  for (guint i = 0; i < N_SEGMENTS; i++)
    for (guint j = 0; j < N_TOUCHPOINTS; j++)
      {
        g_autofree char *name = g_strdup_printf ("s%ut%u", i, j);

        if (!g_hash_table_contains (found, name))
          g_error ("%s is not in the report", name);
      }
}

/* A text that is longer than a page goes on on the next one, word after word. */
static void
test_long_text (Folder *folder, gconstpointer user_data)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *path = NULL, *html = NULL;
  g_autoptr (GArray) words = NULL;
  guint n = 0;

  for (guint i = 0; i < N_WORDS; i++)
    g_string_append_printf (text, "w%u ", i);
  g_object_set (hr_list_get (plan->segments, 0), "description", text->str, NULL);
  path = write_report (folder, plan, "long.pdf");
  words = check_places (path, &html);
  if (html == NULL)
    return;

  for (guint i = 0; i < words->len; i++)
    {
      g_autofree char *next = g_strdup_printf ("w%u", n);

      n += g_str_equal (g_array_index (words, Word, i).text, next);
    }
  g_assert_cmpuint (n, ==, N_WORDS);
}

/* The head of a table comes again with it, and so does the stage that goes on. */
static void
test_continued_table (Folder *folder, gconstpointer user_data)
{
  g_autoptr (HrPlan) plan = make_large_plan ();
  g_autofree char *path = write_report (folder, plan, "large.pdf");
  g_autofree char *raw = RUN_TOOL ("pdftotext", "-layout", path, "-");
  g_auto (GStrv) pages = raw != NULL ? g_strsplit (raw, "\f", -1) : NULL;
  guint n = 0;

  for (guint i = 1; pages != NULL && pages[i] != NULL; i++)
    {
      const char *row = strstr (pages[i], "s0t");
      const char *header = strstr (pages[i], "Touchpoint ");

      if (row == NULL || strstr (pages[i], "Stages across") != NULL) /* the map */
        continue;
      g_assert_nonnull (header);
      g_assert_true (header < row);
      g_assert_nonnull (g_strstr_len (pages[i], row - pages[i], "stage"));
      g_assert_true (n == 0 || strstr (pages[i], ", continued") != NULL);
      n++;
    }
  g_assert_true (pages == NULL || n > 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func)                                                                  \
  g_test_add ("/export/report-layout/" name, Folder, NULL, folder_set_up, func,          \
              folder_tear_down)
  ADD ("cases", test_cases);
  ADD ("right-to-left", test_right_to_left);
  ADD ("columns", test_columns);
  ADD ("large", test_large);
  ADD ("long-text", test_long_text);
  ADD ("continued-table", test_continued_table);
#undef ADD

  return g_test_run ();
}
