/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "hr-error.h"
#include "hr-matcher.h"
#include "hr-number.h"

/* Columns of a few values that differ in what matters; row 0 is always missing. */
static HrColumn *
end_column (HrColumnBuilder *builder)
{
  g_autoptr (GError) error = NULL;
  HrColumn *column = hr_column_builder_end (builder, &error);

  g_assert_no_error (error);
  return column;
}

static const char *const TEXTS[] = { NULL, "Retail", "RETAIL", "bank", "Größe",
                                     "10", "9",      "true",   "a.b" };
static const double NUMBERS[] = { NAN, -1.5, 0, 0.1, 9, 10, 1e300, -0.0, 100 };
static const gint64 MONEY[] = { HR_MONEY_NONE, -150,          0,       29, 100, 101,
                                HR_MONEY_MAX,  -HR_MONEY_MAX, 25000000 };
static const gint32 DAYS[] = { HR_DATE_NONE, 0,           -1,    20908,      20909,
                               20910,        HR_DATE_MIN, 20908, HR_DATE_MAX };
static const guint8 FLAGS[] = { HR_FLAG_NONE, 0, 1, 1, 0, HR_FLAG_NONE, 0, 1, 0 };

#define N_ROWS G_N_ELEMENTS (TEXTS)

static void
make_columns (HrColumn *columns[5])
{
  HrColumnBuilder *text = hr_column_builder_new ("text", HR_COLUMN_TEXT);
  HrColumnBuilder *number = hr_column_builder_new ("number", HR_COLUMN_NUMBER);
  HrColumnBuilder *money = hr_column_builder_new ("money", HR_COLUMN_MONEY);
  HrColumnBuilder *date = hr_column_builder_new ("date", HR_COLUMN_DATE);
  HrColumnBuilder *flag = hr_column_builder_new ("flag", HR_COLUMN_FLAG);

  for (guint row = 0; row < N_ROWS; row++)
    {
      if (TEXTS[row] == NULL)
        hr_column_builder_add_missing (text);
      else
        hr_column_builder_add_text (text, TEXTS[row], strlen (TEXTS[row]));
      hr_column_builder_add_number (number, NUMBERS[row]);
      hr_column_builder_add_money (money, MONEY[row]);
      hr_column_builder_add_days (date, DAYS[row]);
      if (FLAGS[row] == HR_FLAG_NONE)
        hr_column_builder_add_missing (flag);
      else
        hr_column_builder_add_flag (flag, FLAGS[row]);
    }
  columns[0] = end_column (text);
  columns[1] = end_column (number);
  columns[2] = end_column (money);
  columns[3] = end_column (date);
  columns[4] = end_column (flag);
}

static void
free_columns (HrColumn *columns[5])
{
  for (guint i = 0; i < 5; i++)
    hr_column_unref (columns[i]);
}

/* The rows that a rule matches, as "1 3". */
static char *
match (HrColumn *const *columns, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HrRule) rule = hr_rule_parse (text, &error);
  g_autoptr (HrMatcher) matcher = NULL;
  GString *rows = g_string_new (NULL);
  guint8 matches[N_ROWS];

  g_assert_no_error (error);
  matcher = hr_matcher_new_for_columns (rule, columns, 5);
  hr_matcher_run (matcher, 0, N_ROWS, matches);
  for (guint row = 0; row < N_ROWS; row++)
    if (matches[row] != 0)
      {
        g_assert_cmpuint (matches[row], ==, 1);
        g_string_append_printf (rows, rows->len > 0 ? " %u" : "%u", row);
      }
  return g_string_free_and_steal (rows);
}

typedef struct
{
  const char *rule;
  const char *rows;
} Case;

static void
check_cases (const Case *cases, guint n)
{
  HrColumn *columns[5];

  make_columns (columns);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *rows = match (columns, cases[i].rule);

      if (!g_str_equal (rows, cases[i].rows))
        g_error ("%s matches “%s”, not “%s”", cases[i].rule, rows, cases[i].rows);
    }
  free_columns (columns);
}

static void
test_texts (void)
{
  static const Case cases[] = {
    { "text = 'retail'", "1 2" },
    { "text = 'GRÖSSE'", "4" },
    { "text != 'retail'", "3 4 5 6 7 8" },
    { "text < 'bank'", "5 6 8" },
    { "text <= 'BANK'", "3 5 6 8" },
    { "text > 'bank'", "1 2 4 7" },
    { "text >= 'bank'", "1 2 3 4 7" },
    { "text in ('Bank', 'retail', 'x')", "1 2 3" },
    { "text in ('x')", "" },
    { "text in ()", "" },
    { "text in ('', 9)", "6" },
    { "text contains 'A'", "1 2 3 8" },
    { "text contains ''", "1 2 3 4 5 6 7 8" },
    { "text contains '.'", "8" },
    { "text contains 1", "5" },
    { "text starts-with 'gr'", "4" },
    { "text starts-with 'etail'", "" },
    { "text is-empty", "0" },
    { "text = ''", "" },
    { "text != ''", "1 2 3 4 5 6 7 8" },
    { "text = 10", "5" },
    { "text != 10", "1 2 3 4 6 7 8" },
    { "text = 10.5", "" },
    { "text < 10", "" },
    { "text >= 9", "" },
    { "text = true", "7" },
    { "text < true", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_numbers (void)
{
  static const Case cases[] = {
    { "number = 0", "2 7" },
    { "number != 0", "1 3 4 5 6 8" },
    { "number < 0", "1" },
    { "number <= 0", "1 2 7" },
    { "number > 0", "3 4 5 6 8" },
    { "number >= 0.1", "3 4 5 6 8" },
    { "number > 0.1", "4 5 6 8" },
    { "number < 0.1", "1 2 7" },
    { "number = 0.1", "3" },
    { "number < 1.7976931348623157e308", "1 2 3 4 5 6 7 8" },
    { "number > -1.7976931348623157e308", "1 2 3 4 5 6 7 8" },
    { "number in (9, 10, -1.5)", "1 4 5" },
    { "number in (9, '10', true)", "4" },
    { "number in ()", "" },
    { "number is-empty", "0" },
    { "number = '9'", "" },
    { "number != '9'", "" },
    { "number = true", "" },
    { "number contains 1", "" },
    { "number starts-with 1", "" },
    { "not number > 0", "0 1 2 7" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_money (void)
{
  static const Case cases[] = {
    { "money = 0.29", "3" },
    { "money = 1", "4" },
    { "money = 1.005", "" },
    { "money != 1.005", "1 2 3 4 5 6 7 8" },
    { "money != 1.01", "1 2 3 4 6 7 8" },
    { "money < 1.005", "1 2 3 4 7" },
    { "money <= 1.005", "1 2 3 4 7" },
    { "money > 1.005", "5 6 8" },
    { "money >= 1.005", "5 6 8" },
    { "money < -1.499", "1 7" },
    { "money > -1.501", "1 2 3 4 5 6 8" },
    { "money >= -1.499", "2 3 4 5 6 8" },
    { "money < 1", "1 2 3 7" },
    { "money <= 1", "1 2 3 4 7" },
    { "money > 1", "5 6 8" },
    { "money >= 1", "4 5 6 8" },
    { "money >= 250000", "6 8" },
    { "money >= 250000.01", "6" },
    { "money >= 1000000000000000", "6" },
    { "money > 1000000000000000", "" },
    { "money < 1e30", "1 2 3 4 5 6 7 8" },
    { "money > 1e30", "" },
    { "money != 1e30", "1 2 3 4 5 6 7 8" },
    { "money < -1e30", "" },
    { "money > -1e30", "1 2 3 4 5 6 7 8" },
    { "money <= -1000000000000000", "7" },
    { "money in (0, 1.01, 1.005)", "2 5" },
    { "money is-empty", "0" },
    { "money = '1'", "" },
    { "money contains 1", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_dates (void)
{
  static const Case cases[] = {
    { "date = 2027-03-31", "3 7" },
    { "date != 2027-03-31", "1 2 4 5 6 8" },
    { "date < 2027-03-31", "1 2 6" },
    { "date <= 2027-03-31", "1 2 3 6 7" },
    { "date > 2027-03-31", "4 5 8" },
    { "date >= 2027-03-31", "3 4 5 7 8" },
    { "date in ('1970-01-01', '1969-12-31', 'x')", "1 2" },
    { "date >= 9999-12-31", "8" },
    { "date <= 0001-01-01", "6" },
    { "date is-empty", "0" },
    { "date = '2027-02-30'", "" },
    { "date != '31.3.2027'", "" },
    { "date > 20908", "" },
    { "date starts-with '2027'", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_flags (void)
{
  static const Case cases[] = {
    { "flag = true", "2 3 7" },    { "flag = false", "1 4 6 8" },
    { "flag != true", "1 4 6 8" }, { "flag != false", "2 3 7" },
    { "flag = 'TRUE'", "2 3 7" },  { "flag != 'False'", "2 3 7" },
    { "flag = 'yes'", "" },        { "flag = 1", "" },
    { "flag != 1", "" },           { "flag in (true, false)", "1 2 3 4 6 7 8" },
    { "flag in ()", "" },          { "flag is-empty", "0 5" },
    { "flag < true", "" },         { "flag contains 'true'", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_groups (void)
{
  static const Case cases[] = {
    { "all()", "0 1 2 3 4 5 6 7 8" },
    { "any()", "" },
    { "not all()", "" },
    { "not any()", "0 1 2 3 4 5 6 7 8" },
    { "flag = true and money > 0", "3" },
    { "flag = true or money > 0", "2 3 4 5 6 7 8" },
    { "flag = true and money > 0 or text is-empty", "0 3" },
    { "flag = true and not (money > 0 or text = 'retail')", "7" },
    { "not flag = true", "0 1 4 5 6 8" },
    { "lacking is-empty", "0 1 2 3 4 5 6 7 8" },
    { "lacking = 1", "" },
    { "lacking != 1", "" },
    { "not lacking = 1", "0 1 2 3 4 5 6 7 8" },
    { "Text = 'retail'", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

/* --- Against a slow evaluator that looks at one value after the other --- */

static char *
text_of (const HrRuleValue *value)
{
  g_autofree char *text =
      value->kind == HR_RULE_NUMBER ? hr_number_to_text (value->number)
      : value->kind == HR_RULE_FLAG ? g_strdup (value->flag ? "true" : "false")
                                    : g_strdup (value->text);

  return g_utf8_casefold (text, -1);
}

/* Which way a value of a column lies from that of a rule: -1, 0, 1, or 2 where they
 * cannot be compared. */
static int
compare (const HrColumn *column, gsize row, const HrRuleValue *value, gboolean order)
{
  long double left, right;
  gint32 days;

  switch (hr_column_get_column_type (column))
    {
    case HR_COLUMN_TEXT:
      {
        g_autofree char *mine = g_utf8_casefold (hr_column_get_text_at (column, row), -1);
        g_autofree char *its = text_of (value);
        int found = strcmp (mine, its);

        return order && value->kind != HR_RULE_TEXT ? 2 : (found > 0) - (found < 0);
      }
    case HR_COLUMN_NUMBER:
      left = hr_column_get_numbers (column)[row];
      right = value->number;
      break;
    case HR_COLUMN_MONEY:
      /* More digits than a double tells a hundredth from what the double makes of it. */
      left = hr_column_get_money (column)[row] / 100.0L;
      right = value->number;
      if ((double) left == value->number)
        right = left;
      break;
    case HR_COLUMN_DATE:
      if (value->kind != HR_RULE_TEXT || !hr_date_parse (value->text, &days))
        return 2;
      return (hr_column_get_days (column)[row] > days) -
             (hr_column_get_days (column)[row] < days);
    case HR_COLUMN_FLAG:
      if (order || value->kind == HR_RULE_NUMBER)
        return 2;
      left = hr_column_get_flags (column)[row];
      if (value->kind == HR_RULE_FLAG)
        right = value->flag;
      else if (g_ascii_strcasecmp (value->text, "true") == 0)
        right = 1;
      else if (g_ascii_strcasecmp (value->text, "false") == 0)
        right = 0;
      else
        return 2;
      return left == right ? 0 : 1;
    default:
      g_assert_not_reached ();
    }
  if (value->kind != HR_RULE_NUMBER)
    return 2;
  return (left > right) - (left < right);
}

static gboolean
evaluate_value (HrRuleOp op, const HrColumn *column, gsize row, const HrRuleValue *value)
{
  gboolean is_text = hr_column_get_column_type (column) == HR_COLUMN_TEXT;
  gboolean order = op >= HR_RULE_LESS && op <= HR_RULE_AT_LEAST;
  int way;

  if (op == HR_RULE_CONTAINS || op == HR_RULE_STARTS_WITH)
    {
      g_autofree char *mine =
          is_text ? g_utf8_casefold (hr_column_get_text_at (column, row), -1) : NULL;
      g_autofree char *its = text_of (value);
      const char *found = is_text ? strstr (mine, its) : NULL;

      return found != NULL && (op == HR_RULE_CONTAINS || found == mine);
    }

  way = compare (column, row, value, order);
  if (way == 2)
    return FALSE;
  return op == HR_RULE_EQUAL || op == HR_RULE_IN ? way == 0
         : op == HR_RULE_NOT_EQUAL               ? way != 0
         : op == HR_RULE_LESS                    ? way < 0
         : op == HR_RULE_AT_MOST                 ? way <= 0
         : op == HR_RULE_GREATER                 ? way > 0
                                                 : way >= 0;
}

static gboolean
evaluate (const HrRule *rule, HrColumn *const *columns, guint n_columns, gsize row)
{
  HrRuleKind kind = hr_rule_get_kind (rule);
  const HrColumn *column = NULL;
  gboolean is_empty;

  if (kind == HR_RULE_NOT)
    return !evaluate (hr_rule_get_child (rule, 0), columns, n_columns, row);
  for (guint i = 0; i < hr_rule_get_n_children (rule); i++)
    if (evaluate (hr_rule_get_child (rule, i), columns, n_columns, row) !=
        (kind == HR_RULE_ALL))
      return kind == HR_RULE_ANY;
  if (kind != HR_RULE_CONDITION)
    return kind == HR_RULE_ALL;

  for (guint i = 0; i < n_columns; i++)
    if (g_str_equal (hr_column_get_name (columns[i]), hr_rule_get_field (rule)))
      column = columns[i];
  is_empty = column == NULL || hr_column_is_missing (column, row);
  if (hr_rule_get_op (rule) == HR_RULE_IS_EMPTY || is_empty)
    return is_empty && hr_rule_get_op (rule) == HR_RULE_IS_EMPTY;
  for (guint i = 0; i < hr_rule_get_n_values (rule); i++)
    if (evaluate_value (hr_rule_get_op (rule), column, row, hr_rule_get_value (rule, i)))
      return TRUE;
  return FALSE;
}

#define N_RANDOM_ROWS 5000
#define N_RANDOM_RULES 400

static const char *const WORDS[] = { "a",   "A",    "ab",         "Größe", "GRÖSSE", "10",
                                     "0.5", "true", "2027-03-31", "False", "ﬁ",      "" };

static HrColumn *
random_column (GRand *rand, const char *name, HrColumnType type)
{
  HrColumnBuilder *builder = hr_column_builder_new (name, type);

  for (gsize row = 0; row < N_RANDOM_ROWS; row++)
    {
      const char *word = WORDS[g_rand_int_range (rand, 0, G_N_ELEMENTS (WORDS))];
      gint32 few = g_rand_int_range (rand, -20, 20);

      if (g_rand_int_range (rand, 0, 8) == 0)
        hr_column_builder_add_missing (builder);
      else if (type == HR_COLUMN_TEXT)
        hr_column_builder_add_text (builder, word, strlen (word));
      else if (type == HR_COLUMN_NUMBER)
        hr_column_builder_add_number (builder, few / 4.0);
      else if (type == HR_COLUMN_MONEY)
        hr_column_builder_add_money (builder, few * 25);
      else if (type == HR_COLUMN_DATE)
        hr_column_builder_add_days (builder, 20908 + few);
      else
        hr_column_builder_add_flag (builder, few > 0);
    }
  return end_column (builder);
}

static HrRuleValue
random_value (GRand *rand)
{
  switch (g_rand_int_range (rand, 0, 3))
    {
    case 0:
      return (HrRuleValue) { .kind = HR_RULE_NUMBER,
                             .number = g_rand_int_range (rand, -50, 50) / 8.0 };
    case 1:
      return (HrRuleValue) { .kind = HR_RULE_FLAG, .flag = g_rand_boolean (rand) };
    default:
      return (HrRuleValue) {
        .kind = HR_RULE_TEXT,
        .text = WORDS[g_rand_int_range (rand, 0, G_N_ELEMENTS (WORDS))]
      };
    }
}

static HrRule *
random_rule (GRand *rand, guint depth)
{
  static const char *const fields[] = {
    "text", "number", "money", "date", "flag", "none"
  };
  HrRuleKind kind = (HrRuleKind) g_rand_int_range (rand, 0, HR_RULE_CONDITION + 1);
  HrRuleOp op = (HrRuleOp) g_rand_int_range (rand, 0, HR_RULE_IS_EMPTY + 1);
  guint n = kind == HR_RULE_NOT ? 1 : (guint) g_rand_int_range (rand, 0, 4);
  HrRuleValue values[3];
  HrRule *children[3], *rule;

  if (depth == 0 || kind == HR_RULE_CONDITION)
    {
      if (op != HR_RULE_IN)
        n = op != HR_RULE_IS_EMPTY;
      for (guint i = 0; i < n; i++)
        values[i] = random_value (rand);
      return hr_rule_new_condition (
          fields[g_rand_int_range (rand, 0, G_N_ELEMENTS (fields))], op, values, n);
    }

  for (guint i = 0; i < n; i++)
    children[i] = random_rule (rand, depth - 1);
  rule = hr_rule_new_group (kind, children, n);
  for (guint i = 0; i < n; i++)
    hr_rule_unref (children[i]);
  return rule;
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  HrColumn *columns[] = { random_column (rand, "text", HR_COLUMN_TEXT),
                          random_column (rand, "number", HR_COLUMN_NUMBER),
                          random_column (rand, "money", HR_COLUMN_MONEY),
                          random_column (rand, "date", HR_COLUMN_DATE),
                          random_column (rand, "flag", HR_COLUMN_FLAG) };
  gsize n_matched = 0;

  for (guint i = 0; i < N_RANDOM_RULES; i++)
    {
      g_autoptr (HrRule) rule = random_rule (rand, 4);
      g_autoptr (HrMatcher) matcher = hr_matcher_new_for_columns (rule, columns, 5);
      gsize first = (gsize) g_rand_int_range (rand, 0, N_RANDOM_ROWS);
      gsize n = (gsize) g_rand_int_range (rand, 0, N_RANDOM_ROWS + 1 - (gint32) first);
      guint8 matches[N_RANDOM_ROWS + 1] = { 0 };

      matches[n] = 7; /* must stay */
      hr_matcher_run (matcher, first, n, matches);
      g_assert_cmpuint (matches[n], ==, 7);
      for (gsize k = 0; k < n; k++)
        {
          n_matched += matches[k];
          if (matches[k] != evaluate (rule, columns, 5, first + k))
            {
              g_autofree char *text = hr_rule_to_text (rule);

              g_error ("Row %zu: %s", first + k, text);
            }
        }
    }
  g_assert_cmpuint (n_matched, >, 0);
  free_columns (columns);
}

/* The columns of a portfolio, which the matcher keeps alive. */
static void
test_portfolio (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HrRule) rule = hr_rule_parse ("arr >= 1 and id != 'a2'", &error);
  HrColumnBuilder *ids = hr_column_builder_new (HR_COLUMN_ID, HR_COLUMN_TEXT);
  HrColumnBuilder *arr = hr_column_builder_new (HR_COLUMN_ARR, HR_COLUMN_MONEY);
  g_autoptr (HrMatcher) matcher = NULL;
  HrColumn *columns[2];
  HrPortfolio *portfolio;
  guint8 matches[4];

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *id = g_strdup_printf ("A%u", i);

      hr_column_builder_add_text (ids, id, strlen (id));
      hr_column_builder_add_money (arr, i * 100);
    }
  columns[0] = end_column (ids);
  columns[1] = end_column (arr);
  portfolio = hr_portfolio_new (columns, 2, NULL, NULL, &error);
  g_assert_no_error (error);
  hr_column_unref (columns[0]);
  hr_column_unref (columns[1]);

  matcher = hr_matcher_new (rule, portfolio);
  g_assert_finalize_object (portfolio);
  hr_matcher_run (matcher, 0, 4, matches);
  g_assert_cmpmem (matches, 4, ((const guint8[]) { 0, 1, 0, 1 }), 4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/matcher/texts", test_texts);
  g_test_add_func ("/core/matcher/numbers", test_numbers);
  g_test_add_func ("/core/matcher/money", test_money);
  g_test_add_func ("/core/matcher/dates", test_dates);
  g_test_add_func ("/core/matcher/flags", test_flags);
  g_test_add_func ("/core/matcher/groups", test_groups);
  g_test_add_func ("/core/matcher/random", test_random);
  g_test_add_func ("/core/matcher/portfolio", test_portfolio);

  return g_test_run ();
}
