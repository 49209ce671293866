/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-format.h"
#include "hr-test-plan.h"

#define NBSP "\u00a0"

/* The rule as text that hr_rule_parse() reads, and as words. */
static const struct
{
  const char *rule;
  const char *words;
} CASES[] = {
  { "arr >= 250000 and industry in ('Retail', 'Bank')",
    "ARR at least $250,000 and industry is Retail or Bank" },

  /* every operator */
  { "industry = 'Bank'", "industry is Bank" },
  { "industry != 'Bank'", "industry is not Bank" },
  { "arr < 0.5", "ARR less than $0.50" },
  { "arr <= 1000000", "ARR at most $1,000,000" },
  { "arr > 0", "ARR more than $0" },
  { "name contains 'Ltd'", "name contains Ltd" },
  { "name starts-with 'The '", "name starts with “The ”" },
  { "csm is-empty", "CSM is empty" },
  { "industry in ('A', 'B', 'C', 'D')", "industry is A, B, C or D" },
  { "industry in ('A')", "industry is A" },
  { "industry in ()", "no account" },

  /* what the values stand for */
  { "renewal_date < 2027-03-31", "renewal date before Mar 31, 2027" },
  { "renewal_date <= 2027-03-31", "renewal date not after Mar 31, 2027" },
  { "renewal_date > 2027-03-31", "renewal date after Mar 31, 2027" },
  { "renewal_date >= 2027-03-31", "renewal date not before Mar 31, 2027" },
  { "renewal_date >= 'soon'", "renewal date not before soon" },
  { "signed_on = 2020-02-29", "signed_on is Feb 29, 2020" },
  { "[list price] >= 12.5", "list price at least $12.50" },
  { "employees >= 1500.5", "employees at least 1,500.5" },
  { "seats < -3", "seats less than −3" },
  { "is_partner = true", "is_partner is yes" },
  { "is_partner != false", "is_partner is not no" },

  /* names, and values that need quotes */
  { "id = 'A-1'", "ID is A-1" },
  { "parent_id is-empty", "parent account is empty" },
  { "reference_value > 1", "reference value more than $1" },
  { "currency = 'EUR'", "currency is EUR" },
  { "[Größe (m²)] = 7", "Größe (m²) is 7" },
  { "industry = ''", "industry is “”" },
  { "industry in ('Food or Drink', 'R&D')", "industry is “Food or Drink” or R&D" },
  { "industry = 'Öl'", "industry is Öl" },

  /* negations */
  { "not arr >= 5", "not (ARR at least $5)" },
  { "not csm is-empty", "CSM is given" },
  { "not name contains 'Ltd'", "name does not contain Ltd" },
  { "not name starts-with 'A'", "name does not start with A" },
  { "not industry in ()", "every account" },
  { "not not csm is-empty", "CSM is empty" },
  { "not not not csm is-empty", "CSM is given" },
  { "not (csm is-empty or name = 'A')", "not (CSM is empty or name is A)" },
  { "not all ()", "no account" },
  { "not any ()", "every account" },

  /* groups */
  { "all ()", "every account" },
  { "any ()", "no account" },
  { "any (all (csm is-empty))", "CSM is empty" },
  { "not any (all (csm is-empty))", "CSM is given" },
  { "(csm is-empty or name = 'A') and arr > 5",
    "(CSM is empty or name is A) and ARR more than $5" },
  { "csm is-empty and name = 'A' or arr > 5",
    "(CSM is empty and name is A) or ARR more than $5" },
  { "all (all (csm is-empty, name = 'A'), arr > 5)",
    "CSM is empty and name is A and ARR more than $5" },
  { "not not (csm is-empty or name = 'A') and arr > 5",
    "(CSM is empty or name is A) and ARR more than $5" },
  { "any () and csm is-empty", "no account and CSM is empty" },
};

static HrRule *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  HrRule *rule = hr_rule_parse (text, &error);

  g_assert_no_error (error);
  return rule;
}

static void
test_words (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (HrPortfolio) portfolio = hr_test_random_portfolio (rand, 2);

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (HrRule) rule = parse (CASES[i].rule);
      g_autofree char *words = hr_format_rule (rule, portfolio, "USD");

      g_test_message ("%s", CASES[i].rule);
      g_assert_cmpstr (words, ==, CASES[i].words);
    }
}

/* Before the first import the names that everybody knows still say what they are. */
static void
test_without_portfolio (void)
{
  g_autoptr (HrRule) rule =
      parse ("arr >= 250000 and renewal_date < 2027-03-31 and signed_on < 2027-03-31");
  g_autofree char *words = hr_format_rule (rule, NULL, "EUR");
  g_autofree char *bare = hr_format_rule (rule, NULL, NULL);

  g_assert_cmpstr (words, ==,
                   "ARR at least €250,000 and renewal date before Mar 31, 2027 and "
                   "signed_on less than 2027-03-31");
  g_assert_true (g_str_has_prefix (bare, "ARR at least 250,000 and"));
}

static void
test_german_figures (void)
{
  g_autoptr (HrRule) rule = parse ("arr >= 250000 and renewal_date < 2027-03-31");
  g_autofree char *words = NULL;

  hr_format_set_locale ("de_DE");
  words = hr_format_rule (rule, NULL, "EUR");
  hr_format_set_locale (NULL);
  g_assert_cmpstr (words, ==,
                   "ARR at least 250.000" NBSP "€ and renewal date before 31.03.2027");
}

/* Any rule has words, and parentheses that match. */
static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);

  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (HrRule) rule = hr_test_random_rule (rand, 5);
      g_autofree char *words = hr_format_rule (rule, NULL, "USD");

      g_assert_cmpstr (words, !=, "");
      g_assert_true (g_utf8_validate (words, -1, NULL));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/format/rule-words/words", test_words);
  g_test_add_func ("/format/rule-words/without-portfolio", test_without_portfolio);
  g_test_add_func ("/format/rule-words/german-figures", test_german_figures);
  g_test_add_func ("/format/rule-words/random", test_random);

  return g_test_run ();
}
