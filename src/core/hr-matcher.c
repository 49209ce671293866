/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-matcher.h"

#include <math.h>
#include <string.h>

#include "hr-number.h"

/* A rule becomes a tree of tests. What a condition says of numbers, money and dates
 * becomes ranges, and of texts and flags a table by code, so that a test is one pass over
 * an array. A missing value lies in no range: NAN is not, and the other ones are less
 * than all that a column can hold. */

/* This many rows are matched at a time: they and the masks of a whole rule stay in the
 * nearest cache, and on the stack. */
#define BLOCK 2048

typedef union
{
  double number;
  gint64 integer; /* money or days */
} Bound;

typedef struct
{
  Bound low;
  Bound high;
} Range;

typedef enum
{
  TEST_GROUP,
  TEST_CONSTANT,
  TEST_NAN,
  TEST_RANGES,
  TEST_TABLE,
} TestKind;

typedef struct _Test Test;
struct _Test
{
  TestKind kind;

  HrRuleKind group;
  Test *children;
  guint n_children;

  guint8 constant;

  HrColumn *column;
  GArray *ranges; /* (owned) (element-type Range) */
  guint8 *table;  /* by code, or by flag */
};

struct _HrMatcher
{
  gatomicrefcount ref_count;
  Test root;
  gsize n_rows;
};

/* --- Ranges --- */

/* A value among those that a column can hold: the least that is not less than it, the
 * greatest that is not more, and their neighbours. 1.005 lies between 1.00 and 1.01. */
typedef struct
{
  Range all;
  Bound before;
  Bound low;
  Bound high;
  Bound after;
} Place;

static void
place_integer (Place *place, gint64 low, gint64 high)
{
  place->before.integer = low - 1;
  place->low.integer = low;
  place->high.integer = high;
  place->after.integer = high + 1;
}

/* Returns: whether a value can be compared with those of a column */
static gboolean
find_place (HrColumnType type, const HrRuleValue *value, Place *place)
{
  gint64 minor;
  gint32 days;

  if (type == HR_COLUMN_NUMBER && value->kind == HR_RULE_NUMBER)
    {
      place->all = (Range) { { .number = -INFINITY }, { .number = INFINITY } };
      place->before.number = nextafter (value->number, -INFINITY);
      place->low.number = place->high.number = value->number;
      place->after.number = nextafter (value->number, INFINITY);
      return TRUE;
    }
  if (type == HR_COLUMN_MONEY && value->kind == HR_RULE_NUMBER)
    {
      gboolean exact = hr_money_from_number (value->number, &minor);

      place->all = (Range) { { .integer = -HR_MONEY_MAX }, { .integer = HR_MONEY_MAX } };
      place_integer (place, exact ? minor : minor + 1, minor);
      return TRUE;
    }
  if (type == HR_COLUMN_DATE && value->kind == HR_RULE_TEXT &&
      hr_date_parse (value->text, &days))
    {
      place->all = (Range) { { .integer = HR_DATE_MIN }, { .integer = HR_DATE_MAX } };
      place_integer (place, days, days);
      return TRUE;
    }
  return FALSE;
}

static void
add_range (Test *test, Bound low, Bound high)
{
  const Range range = { low, high };
  gboolean is_number = hr_column_get_column_type (test->column) == HR_COLUMN_NUMBER;

  if (is_number ? low.number <= high.number : low.integer <= high.integer)
    g_array_append_val (test->ranges, range);
}

static void
add_ranges (Test *test, HrRuleOp op, const Place *place)
{
  switch (op)
    {
    case HR_RULE_EQUAL:
    case HR_RULE_IN:
      add_range (test, place->low, place->high);
      break;
    case HR_RULE_NOT_EQUAL:
      add_range (test, place->all.low, place->before);
      add_range (test, place->after, place->all.high);
      break;
    case HR_RULE_LESS:
      add_range (test, place->all.low, place->before);
      break;
    case HR_RULE_AT_MOST:
      add_range (test, place->all.low, place->high);
      break;
    case HR_RULE_GREATER:
      add_range (test, place->after, place->all.high);
      break;
    case HR_RULE_AT_LEAST:
      add_range (test, place->low, place->all.high);
      break;
    case HR_RULE_CONTAINS:
    case HR_RULE_STARTS_WITH:
    case HR_RULE_IS_EMPTY:
    default:
      break; /* of texts only; emptiness has no value */
    }
}

static void
prepare_ranges (Test *test, const HrRule *rule)
{
  HrColumnType type = hr_column_get_column_type (test->column);
  const gint64 none = type == HR_COLUMN_MONEY ? HR_MONEY_NONE : HR_DATE_NONE;
  Place place;

  test->kind = TEST_RANGES;
  test->ranges = g_array_new (FALSE, FALSE, sizeof (Range));
  if (hr_rule_get_op (rule) == HR_RULE_IS_EMPTY && type == HR_COLUMN_NUMBER)
    test->kind = TEST_NAN;
  else if (hr_rule_get_op (rule) == HR_RULE_IS_EMPTY)
    add_range (test, (Bound) { .integer = none }, (Bound) { .integer = none });
  for (guint i = 0; i < hr_rule_get_n_values (rule); i++)
    if (find_place (type, hr_rule_get_value (rule, i), &place))
      add_ranges (test, hr_rule_get_op (rule), &place);
}

/* --- Tables --- */

static void
prepare_flags (Test *test, const HrRule *rule)
{
  HrRuleOp op = hr_rule_get_op (rule);

  test->kind = TEST_TABLE;
  test->table = g_new0 (guint8, HR_FLAG_NONE + 1);
  test->table[HR_FLAG_NONE] = op == HR_RULE_IS_EMPTY;
  if (op != HR_RULE_EQUAL && op != HR_RULE_NOT_EQUAL && op != HR_RULE_IN)
    return;

  for (guint i = 0; i < hr_rule_get_n_values (rule); i++)
    {
      const HrRuleValue *value = hr_rule_get_value (rule, i);
      gboolean is_true = value->kind == HR_RULE_FLAG && value->flag;
      gboolean is_false = value->kind == HR_RULE_FLAG && !value->flag;

      if (value->kind == HR_RULE_TEXT)
        {
          is_true = g_ascii_strcasecmp (value->text, "true") == 0;
          is_false = g_ascii_strcasecmp (value->text, "false") == 0;
        }
      test->table[TRUE] |= op == HR_RULE_NOT_EQUAL ? is_false : is_true;
      test->table[FALSE] |= op == HR_RULE_NOT_EQUAL ? is_true : is_false;
    }
}

/* A value as the text that it would be in a column of texts, folded. */
static char *
fold_value (const HrRuleValue *value)
{
  g_autofree char *number = NULL;

  switch (value->kind)
    {
    case HR_RULE_NUMBER:
      number = hr_number_to_text (value->number);
      return g_utf8_casefold (number, -1);
    case HR_RULE_FLAG:
      return g_strdup (value->flag ? "true" : "false");
    case HR_RULE_TEXT:
    default:
      return g_utf8_casefold (value->text, -1);
    }
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
match_text (const char *text, HrRuleOp op, GPtrArray *values)
{
  const char *value = values->len > 0 ? g_ptr_array_index (values, 0) : "";

  switch (op)
    {
    case HR_RULE_EQUAL:
      return strcmp (text, value) == 0;
    case HR_RULE_NOT_EQUAL:
      return strcmp (text, value) != 0;
    case HR_RULE_LESS:
      return strcmp (text, value) < 0;
    case HR_RULE_AT_MOST:
      return strcmp (text, value) <= 0;
    case HR_RULE_GREATER:
      return strcmp (text, value) > 0;
    case HR_RULE_AT_LEAST:
      return strcmp (text, value) >= 0;
    case HR_RULE_IN:
      return values->len > 0 && bsearch (&text, values->pdata, values->len,
                                         sizeof (gpointer), compare_texts) != NULL;
    case HR_RULE_CONTAINS:
      return strstr (text, value) != NULL;
    case HR_RULE_STARTS_WITH:
      return g_str_has_prefix (text, value);
    case HR_RULE_IS_EMPTY:
    default:
      return FALSE;
    }
}

static void
prepare_texts (Test *test, const HrRule *rule)
{
  HrRuleOp op = hr_rule_get_op (rule);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  guint32 n = hr_column_get_n_texts (test->column);

  test->kind = TEST_TABLE;
  test->table = g_new0 (guint8, n);
  test->table[0] = op == HR_RULE_IS_EMPTY;
  if (op == HR_RULE_IS_EMPTY)
    return;

  for (guint i = 0; i < hr_rule_get_n_values (rule); i++)
    {
      const HrRuleValue *value = hr_rule_get_value (rule, i);

      if (op >= HR_RULE_LESS && op <= HR_RULE_AT_LEAST && value->kind != HR_RULE_TEXT)
        return; /* "9" is not less than "10" */
      g_ptr_array_add (values, fold_value (value));
    }
  g_ptr_array_sort (values, compare_texts);
  for (guint32 code = 1; code < n; code++)
    test->table[code] =
        match_text (hr_column_get_folded (test->column, code), op, values);
}

/* --- Preparing --- */

static HrColumn *
find_column (HrColumn *const *columns, guint n_columns, const char *name)
{
  for (guint i = 0; i < n_columns; i++)
    if (g_str_equal (hr_column_get_name (columns[i]), name))
      return hr_column_ref (columns[i]);
  return NULL;
}

static void
prepare_condition (Test *test,
                   const HrRule *rule,
                   HrColumn *const *columns,
                   guint n_columns)
{
  test->column = find_column (columns, n_columns, hr_rule_get_field (rule));
  if (test->column == NULL)
    {
      test->kind = TEST_CONSTANT;
      test->constant = hr_rule_get_op (rule) == HR_RULE_IS_EMPTY;
      return;
    }

  switch (hr_column_get_column_type (test->column))
    {
    case HR_COLUMN_TEXT:
      prepare_texts (test, rule);
      break;
    case HR_COLUMN_FLAG:
      prepare_flags (test, rule);
      break;
    case HR_COLUMN_NUMBER:
    case HR_COLUMN_MONEY:
    case HR_COLUMN_DATE:
    default:
      prepare_ranges (test, rule);
    }
}

static void
prepare (Test *test, const HrRule *rule, HrColumn *const *columns, guint n_columns)
{
  if (hr_rule_get_kind (rule) == HR_RULE_CONDITION)
    {
      prepare_condition (test, rule, columns, n_columns);
      return;
    }

  test->kind = TEST_GROUP;
  test->group = hr_rule_get_kind (rule);
  test->n_children = hr_rule_get_n_children (rule);
  test->children = g_new0 (Test, test->n_children);
  for (guint i = 0; i < test->n_children; i++)
    prepare (&test->children[i], hr_rule_get_child (rule, i), columns, n_columns);
}

/**
 * hr_matcher_new_for_columns:
 * @rule: a rule
 * @columns: (array length=n_columns) (transfer none): equally long columns
 * @n_columns: how many
 *
 * Makes a rule ready to be asked of the rows of some columns.
 *
 * A missing value matches is-empty only, and a column that is not there has none but
 * missing values. Texts are compared case-folded, money in its minor units. A value that
 * cannot be compared with the column matches nothing: a text with a number, say. A column
 * of texts compares a number by its shortest digits, and true and false as these words,
 * but neither by order; a column of flags takes the words too.
 *
 * Returns: (transfer full): a matcher
 */
HrMatcher *
hr_matcher_new_for_columns (const HrRule *rule, HrColumn *const *columns, guint n_columns)
{
  HrMatcher *self = g_new0 (HrMatcher, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->n_rows = n_columns > 0 ? hr_column_get_n (columns[0]) : 0;
  prepare (&self->root, rule, columns, n_columns);
  return self;
}

/**
 * hr_matcher_new:
 * @rule: a rule
 * @portfolio: accounts
 *
 * Makes a rule ready to be asked of accounts, see hr_matcher_new_for_columns().
 *
 * Returns: (transfer full): a matcher
 */
HrMatcher *
hr_matcher_new (const HrRule *rule, const HrPortfolio *portfolio)
{
  guint n = hr_portfolio_get_n_columns (portfolio);
  g_autofree HrColumn **columns = g_new (HrColumn *, n);

  for (guint i = 0; i < n; i++)
    columns[i] = hr_portfolio_get_column (portfolio, i);
  return hr_matcher_new_for_columns (rule, columns, n);
}

static void
clear_test (Test *test)
{
  for (guint i = 0; i < test->n_children; i++)
    clear_test (&test->children[i]);
  g_free (test->children);
  g_clear_pointer (&test->column, hr_column_unref);
  g_clear_pointer (&test->ranges, g_array_unref);
  g_free (test->table);
}

HrMatcher *
hr_matcher_ref (HrMatcher *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
hr_matcher_unref (HrMatcher *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  clear_test (&self->root);
  g_free (self);
}

/* --- Matching --- */

static void
join (HrRuleKind kind, guint8 *restrict out, const guint8 *restrict mask, gsize n)
{
  if (kind == HR_RULE_ALL)
    for (gsize i = 0; i < n; i++)
      out[i] &= mask[i];
  else
    for (gsize i = 0; i < n; i++)
      out[i] |= mask[i];
}

/* The length of a range tells both its ends apart in one comparison, as everything below
 * it wraps around to more than that. */
static void
run_money (const gint64 *restrict values,
           gsize n,
           const Range *range,
           guint8 *restrict out)
{
  const guint64 low = (guint64) range->low.integer;
  const guint64 length = (guint64) range->high.integer - low;

  for (gsize i = 0; i < n; i++)
    out[i] = (guint64) values[i] - low <= length;
}

static void
run_days (const gint32 *restrict values,
          gsize n,
          const Range *range,
          guint8 *restrict out)
{
  const guint32 low = (guint32) range->low.integer;
  const guint32 length = (guint32) range->high.integer - low;

  for (gsize i = 0; i < n; i++)
    out[i] = (guint32) values[i] - low <= length;
}

static void
run_numbers (const double *restrict values,
             gsize n,
             const Range *range,
             guint8 *restrict out)
{
  const double low = range->low.number, high = range->high.number;

  for (gsize i = 0; i < n; i++)
    out[i] = (values[i] >= low) & (values[i] <= high);
}

static void
run_range (const Test *test, const Range *range, gsize first, gsize n, guint8 *out)
{
  HrColumnType type = hr_column_get_column_type (test->column);

  if (type == HR_COLUMN_NUMBER)
    run_numbers (hr_column_get_numbers (test->column) + first, n, range, out);
  else if (type == HR_COLUMN_MONEY)
    run_money (hr_column_get_money (test->column) + first, n, range, out);
  else
    run_days (hr_column_get_days (test->column) + first, n, range, out);
}

static void
run_ranges (const Test *test, gsize first, gsize n, guint8 *out)
{
  guint8 mask[BLOCK];

  if (test->ranges->len == 0)
    memset (out, 0, n);
  for (guint i = 0; i < test->ranges->len; i++)
    {
      const Range *range = &g_array_index (test->ranges, Range, i);

      run_range (test, range, first, n, i == 0 ? out : mask);
      if (i > 0)
        join (HR_RULE_ANY, out, mask, n);
    }
}

static void
run_nan (const double *restrict values, gsize n, guint8 *restrict out)
{
  for (gsize i = 0; i < n; i++)
    out[i] = values[i] != values[i];
}

static void
run_table (const Test *test, gsize first, gsize n, guint8 *restrict out)
{
  const guint8 *restrict table = test->table;

  if (hr_column_get_column_type (test->column) == HR_COLUMN_FLAG)
    {
      const guint8 *flags = hr_column_get_flags (test->column) + first;

      for (gsize i = 0; i < n; i++)
        out[i] = table[flags[i]];
    }
  else
    {
      const guint32 *codes = hr_column_get_codes (test->column) + first;

      for (gsize i = 0; i < n; i++)
        out[i] = table[codes[i]];
    }
}

static void run_test (const Test *test, gsize first, gsize n, guint8 *out);

static void
run_group (const Test *test, gsize first, gsize n, guint8 *out)
{
  guint8 mask[BLOCK];

  if (test->n_children == 0)
    memset (out, test->group == HR_RULE_ALL, n);
  for (guint child = 0; child < test->n_children; child++)
    {
      run_test (&test->children[child], first, n, child == 0 ? out : mask);
      if (child > 0)
        join (test->group, out, mask, n);
    }
  if (test->group == HR_RULE_NOT)
    for (gsize i = 0; i < n; i++)
      out[i] ^= 1;
}

static void
run_test (const Test *test, gsize first, gsize n, guint8 *out)
{
  switch (test->kind)
    {
    case TEST_GROUP:
      run_group (test, first, n, out);
      break;
    case TEST_CONSTANT:
      memset (out, test->constant, n);
      break;
    case TEST_NAN:
      run_nan (hr_column_get_numbers (test->column) + first, n, out);
      break;
    case TEST_RANGES:
      run_ranges (test, first, n, out);
      break;
    case TEST_TABLE:
      run_table (test, first, n, out);
      break;
    default:
      g_return_if_reached ();
    }
}

/**
 * hr_matcher_run:
 * @self: a matcher
 * @first: the first row
 * @n: how many rows
 * @matches: (out caller-allocates) (array length=n): 1 for each row that matches, else 0
 *
 * Says of some rows which of them the rule matches.
 *
 * Who asks several rules of the same rows does it by some thousands of rows, while they
 * are in the cache.
 */
void
hr_matcher_run (const HrMatcher *self, gsize first, gsize n, guint8 *matches)
{
  g_return_if_fail (first <= self->n_rows && n <= self->n_rows - first);

  for (gsize done = 0; done < n; done += BLOCK)
    run_test (&self->root, first + done, MIN (n - done, BLOCK), matches + done);
}
