/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "hr-error.h"
#include "hr-rule.h"
#include "hr-test-plan.h"

#define N_RANDOM 20000

static HrRule *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  HrRule *rule = hr_rule_parse (text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (rule);
  return rule;
}

/* Texts that are read as another one is. */
static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    const char *canonical;
  } cases[] = {
    { "arr >= 250000", "arr >= 250000" },
    { "arr>=250000 and trial=true", "arr >= 250000 and trial = true" },
    { "  a=1  ", "a = 1" },
    { "a = 1 OR b = 2 And c = 3", "a = 1 or (b = 2 and c = 3)" },
    { "a = 1 and b = 2 and c = 3", "a = 1 and b = 2 and c = 3" },
    { "a = 1 and (b = 2 and c = 3)", "a = 1 and (b = 2 and c = 3)" },
    { "(a = 1 and b = 2) and c = 3", "(a = 1 and b = 2) and c = 3" },
    { "((a = 1))", "a = 1" },
    { "all()", "all()" },
    { "any()", "any()" },
    { "ANY( )", "any()" },
    { "all(a = 1)", "all(a = 1)" },
    { "any(a = 1, b = 2)", "a = 1 or b = 2" },
    { "all(a = 1, b = 2 or c = 3)", "a = 1 and (b = 2 or c = 3)" },
    { "not a = 1 and b = 2", "not a = 1 and b = 2" },
    { "not (a = 1 and b = 2)", "not (a = 1 and b = 2)" },
    { "not not a = 1", "not not a = 1" },
    { "not any()", "not any()" },
    { "industry in (\"Retail\", 'Bank')", "industry in (\"Retail\", \"Bank\")" },
    { "industry in ()", "industry in ()" },
    { "x in (1, true, \"t\", FALSE)", "x in (1, true, \"t\", false)" },
    { "end_date is-empty", "end_date is-empty" },
    { "end_date IS-EMPTY", "end_date is-empty" },
    { "name starts-with \"A\"", "name starts-with \"A\"" },
    { "note contains \"x\"", "note contains \"x\"" },
    { "renewal_date < 2027-03-31", "renewal_date < \"2027-03-31\"" },
    { "[Annual Revenue] > -1.5e3", "[Annual Revenue] > -1500" },
    { "[a] = 1", "a = 1" },
    { "[and] = 1", "[and] = 1" },
    { "[a\\]b] = 1", "[a\\]b] = 1" },
    { "[] = \"\"", "[] = \"\"" },
    { "größe = 1", "[größe] = 1" },
    { "a-b = 1", "[a-b] = 1" },
    { "[9a] = 1", "[9a] = 1" },
    { "a.b = .5", "a.b = 0.5" },
    { "a = 0.1", "a = 0.1" },
    { "a = 0.30000000000000004", "a = 0.30000000000000004" },
    { "a = 1e300", "a = 1e+300" },
    { "a = \"q\\\"b\\\\n\\n\\t\\r\"", "a = \"q\\\"b\\\\n\\n\\t\\r\"" },
    { "a = 'it\\'s \"so\"'", "a = \"it's \\\"so\\\"\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HrRule) rule = parse (cases[i].text);
      g_autoptr (HrRule) again = parse (cases[i].canonical);
      g_autofree char *text = hr_rule_to_text (rule);

      g_assert_cmpstr (text, ==, cases[i].canonical);
      g_assert_true (hr_rule_equal (rule, again));
    }
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autoptr (HrRule) rule =
          hr_test_random_rule (rand, (guint) g_rand_int_range (rand, 0, 6));
      g_autofree char *text = hr_rule_to_text (rule);
      g_autoptr (HrRule) again = parse (text);
      g_autofree char *same = hr_rule_to_text (again);

      g_assert_true (hr_rule_equal (rule, again));
      g_assert_cmpstr (text, ==, same);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/rule/parse", test_parse);
  g_test_add_func ("/core/rule/round-trip", test_round_trip);

  return g_test_run ();
}
