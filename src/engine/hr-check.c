/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-checker.h"
#include "hr-segment-capacity.h"

/* People closer than this are the same: quotients carry noise. */
#define NOISE 1e-9

/* From here on, internal work is a haircut on the hours already. */
#define LARGE_INTERNAL_SHARE 0.25

static const struct
{
  HrSeverity severity;
  const char *property; /* where to mend it, unless the check itself knows better */
} KINDS[] = {
  [HR_CHECK_NO_SEGMENTS] = { HR_SEVERITY_ERROR },
  [HR_CHECK_NO_ANSWER] = { HR_SEVERITY_ERROR },
  [HR_CHECK_TOUCHPOINT_NO_ROLE] = { HR_SEVERITY_ERROR, "role" },
  [HR_CHECK_TWO_HAIRCUTS] = { HR_SEVERITY_WARNING, "realisation" },
  [HR_CHECK_OVERLOADED] = { HR_SEVERITY_WARNING, "headcount" },
  [HR_CHECK_BENCHMARK_EXCEEDED] = { HR_SEVERITY_WARNING },
  [HR_CHECK_NO_BENCHMARK] = { HR_SEVERITY_NOTE, "limits-arr-per-fte" },
  [HR_CHECK_NO_BOOK_ROLE] = { HR_SEVERITY_WARNING, "book-role" },
  [HR_CHECK_UNASSIGNED] = { HR_SEVERITY_WARNING },
  [HR_CHECK_MISSING_ARR] = { HR_SEVERITY_WARNING },
  [HR_CHECK_EMPTY_SEGMENT] = { HR_SEVERITY_WARNING, "rule" },
  [HR_CHECK_UNKNOWN_FIELD] = { HR_SEVERITY_WARNING, "rule" },
  [HR_CHECK_ONE_TIME_NO_NEW] = { HR_SEVERITY_WARNING, "new-customers-per-year" },
  [HR_CHECK_NO_COST] = { HR_SEVERITY_WARNING, "annual-cost" },
  [HR_CHECK_HEADCOUNT_DIFFERS] = { HR_SEVERITY_WARNING, "headcount" },
  [HR_CHECK_OTHER_CURRENCY] = { HR_SEVERITY_WARNING },
  [HR_CHECK_DIGITAL_MEETING] = { HR_SEVERITY_WARNING, "channel" },
  [HR_CHECK_FRICTION] = { HR_SEVERITY_NOTE, "friction" },
  [HR_CHECK_EMPTY_STAGE] = { HR_SEVERITY_NOTE },
  [HR_CHECK_PERSONA_NEVER_MET] = { HR_SEVERITY_WARNING },
  [HR_CHECK_NEED_UNMET] = { HR_SEVERITY_NOTE, "need" },
  [HR_CHECK_ONE_OWNER] = { HR_SEVERITY_NOTE },
  [HR_CHECK_MANY_JOURNEYS] = { HR_SEVERITY_NOTE },
  [HR_CHECK_TRANSITION_NO_PLAYBOOK] = { HR_SEVERITY_NOTE, "playbook" },
  [HR_CHECK_TRANSITION_NO_OVERLAP] = { HR_SEVERITY_NOTE, "owner-after" },
  [HR_CHECK_UNTOUCHED] = { HR_SEVERITY_NOTE, "reviewed" },
  [HR_CHECK_PLAYBOOK_EMPTY] = { HR_SEVERITY_NOTE },
  [HR_CHECK_PLAYBOOK_IDLE] = { HR_SEVERITY_NOTE, "trigger" },
  [HR_CHECK_DEFAULTS] = { HR_SEVERITY_NOTE },
  [HR_CHECK_ASSUMED_DEFAULT] = { HR_SEVERITY_NOTE },
};

HrCheck *
hr_checker_add (HrChecker *self, HrCheckKind kind, gconstpointer item)
{
  HrCheck *check = g_new0 (HrCheck, 1);

  check->kind = kind;
  check->severity = KINDS[kind].severity;
  check->property = KINDS[kind].property;
  check->item = item != NULL ? g_object_ref ((HrItem *) item) : NULL;
  g_ptr_array_add (self->found, check);
  return check;
}

static void
add_with_values (
    HrChecker *self, HrCheckKind kind, gconstpointer item, double first, double second)
{
  HrCheck *check = hr_checker_add (self, kind, item);

  check->values[0] = first;
  check->values[1] = second;
}

void
hr_check_free (HrCheck *self)
{
  g_clear_object (&self->item);
  g_clear_object (&self->other);
  g_free (self->text);
  g_free (self);
}

gboolean
hr_segment_capacity_has_one_time_work (const HrSegmentCapacity *self)
{
  guint n = self->journey != NULL ? hr_list_get_n (self->journey->touchpoints) : 0;

  for (guint i = 0; i < n; i++)
    {
      const HrTouchpoint *touchpoint = hr_list_get (self->journey->touchpoints, i);

      if (touchpoint->kind == HR_TOUCHPOINT_ONE_TIME &&
          hr_touchpoint_has_effort (touchpoint, self->segment))
        return TRUE;
    }
  return FALSE;
}

static const char *
property_of_reason (HrReason reason)
{
  if (reason == HR_REASON_NO_CUSTOMERS_GIVEN)
    return "customers";
  if (reason == HR_REASON_NO_ARR_GIVEN)
    return "arr";
  return reason == HR_REASON_NO_LIFETIME ? "lifetime-years" : NULL;
}

static void
look_at_answer (HrChecker *self, const HrSegmentCapacity *capacity)
{
  gboolean book_only = FALSE;
  HrReason reason = capacity->reason;
  HrCheck *check;

  if (reason == HR_REASON_NONE)
    reason = capacity->arr_reason;
  if (reason == HR_REASON_NONE && capacity->book.role != NULL)
    {
      reason = capacity->book.reason;
      book_only = TRUE;
    }
  if (reason == HR_REASON_NONE)
    return;

  check = hr_checker_add (self, HR_CHECK_NO_ANSWER, capacity->segment);
  check->reason = reason;
  check->property = property_of_reason (reason);
  if (book_only)
    check->other = g_object_ref (HR_ITEM (capacity->book.role));
}

static void
look_at_touchpoints (HrChecker *self, const HrSegmentCapacity *capacity)
{
  guint n =
      capacity->journey != NULL ? hr_list_get_n (capacity->journey->touchpoints) : 0;

  for (guint i = 0; i < n; i++)
    {
      const HrTouchpoint *touchpoint = hr_list_get (capacity->journey->touchpoints, i);

      if (touchpoint->role == NULL &&
          hr_touchpoint_has_effort (touchpoint, capacity->segment))
        hr_checker_add (self, HR_CHECK_TOUCHPOINT_NO_ROLE, touchpoint)->other =
            g_object_ref (HR_ITEM (capacity->segment));
    }

  if (self->plan->one_time_spread == HR_ONE_TIME_NEW_CUSTOMERS &&
      capacity->segment->new_customers_per_year == 0 && capacity->customers != 0 &&
      hr_segment_capacity_has_one_time_work (capacity))
    hr_checker_add (self, HR_CHECK_ONE_TIME_NO_NEW, capacity->segment);
}

static void
look_at_book (HrChecker *self, const HrSegmentCapacity *capacity)
{
  const HrBook *book = &capacity->book;

  if (book->role == NULL)
    {
      hr_checker_add (self, HR_CHECK_NO_BOOK_ROLE, capacity->segment);
      return;
    }
  if (book->top_down_reason == HR_REASON_NO_LIMIT)
    hr_checker_add (self, HR_CHECK_NO_BENCHMARK, capacity->segment);
  if (book->gap < -NOISE)
    {
      const HrRoleNeed *need = hr_segment_capacity_find_need (capacity, book->role);

      add_with_values (self, HR_CHECK_OVERLOADED, capacity->segment,
                       capacity->customers - book->headcount * need->customers_per_fte,
                       -book->gap);
    }
  if (book->fte > book->top_down_fte + NOISE)
    add_with_values (self, HR_CHECK_BENCHMARK_EXCEEDED, capacity->segment, book->fte,
                     book->top_down_fte);
}

/* Rules nest no deeper than HR_RULE_MAX_DEPTH. */
static void
look_at_rule (HrChecker *self,
              const HrSegment *segment,
              const HrRule *rule,
              GHashTable *reported)
{
  HrPortfolio *portfolio = hr_segmentation_get_portfolio (self->segmentation);
  const char *field;

  for (guint i = 0; i < hr_rule_get_n_children (rule); i++)
    look_at_rule (self, segment, hr_rule_get_child (rule, i), reported);
  if (hr_rule_get_kind (rule) != HR_RULE_CONDITION)
    return;

  field = hr_rule_get_field (rule);
  if (hr_portfolio_find_column (portfolio, field) == NULL &&
      g_hash_table_add (reported, (gpointer) field))
    hr_checker_add (self, HR_CHECK_UNKNOWN_FIELD, segment)->text = g_strdup (field);
}

/* The rule of a typed segment is looked at too: it takes accounts from those below. */
static void
look_at_accounts (HrChecker *self, const HrSegmentCapacity *capacity, guint i)
{
  const HrSegmentCount *count = hr_segmentation_get_count (self->segmentation, i);
  g_autoptr (GHashTable) reported = g_hash_table_new (g_str_hash, g_str_equal);

  if (hr_segmentation_get_portfolio (self->segmentation) == NULL || count == NULL)
    return;

  look_at_rule (self, capacity->segment, capacity->segment->rule, reported);
  if (capacity->segment->source != HR_SEGMENT_ACCOUNTS)
    return;
  if (count->n_accounts == 0)
    hr_checker_add (self, HR_CHECK_EMPTY_SEGMENT, capacity->segment);
  if (count->n_without_arr > 0)
    add_with_values (self, HR_CHECK_MISSING_ARR, capacity->segment,
                     (double) count->n_without_arr, 0);
}

static void
look_at_haircuts (HrChecker *self, const HrRole *role)
{
  double paid = role->annual_hours - role->leave_hours;
  double share =
      isnan (role->internal_hours) ? role->internal_share : role->internal_hours / paid;

  if (paid > 0 && share >= LARGE_INTERNAL_SHARE && role->realisation < 1)
    add_with_values (self, HR_CHECK_TWO_HAIRCUTS, role, share, role->realisation);
}

static void
look_at_headcount (HrChecker *self, const HrRole *role)
{
  gboolean carries_book = FALSE;
  double sum = 0;

  for (guint i = 0; i < hr_capacity_get_n_segments (self->capacity); i++)
    {
      const HrBook *book = &hr_capacity_get_segment (self->capacity, i)->book;

      if (book->role != role)
        continue;
      carries_book = TRUE;
      sum += book->headcount;
    }
  if (carries_book && fabs (sum - role->headcount) > NOISE)
    add_with_values (self, HR_CHECK_HEADCOUNT_DIFFERS, role, role->headcount, sum);
}

static void
look_at_role (HrChecker *self, const HrRoleCapacity *capacity)
{
  look_at_haircuts (self, capacity->role);
  look_at_headcount (self, capacity->role);
  if (capacity->reason != HR_REASON_NO_WORKLOAD && hr_role_get_cost (capacity->role) == 0)
    hr_checker_add (self, HR_CHECK_NO_COST, capacity->role);
}

static gsize
count_other_currency (const HrColumn *column, const char *currency)
{
  const guint32 *codes = hr_column_get_codes (column);
  guint32 n_texts = hr_column_get_n_texts (column);
  g_autofree guint8 *other = g_new0 (guint8, n_texts);
  gsize n = 0;

  for (guint32 code = 1; code < n_texts; code++)
    other[code] = g_ascii_strcasecmp (hr_column_get_text (column, code), currency) != 0;
  for (gsize row = 0; row < hr_column_get_n (column); row++)
    n += other[codes[row]];
  return n;
}

static void
look_at_portfolio (HrChecker *self)
{
  HrPortfolio *portfolio = hr_segmentation_get_portfolio (self->segmentation);
  const HrSegmentCount *unassigned = hr_segmentation_get_unassigned (self->segmentation);
  HrColumn *column;
  gsize n_other;

  if (portfolio == NULL)
    return;
  if (unassigned->n_accounts > 0)
    add_with_values (self, HR_CHECK_UNASSIGNED, NULL, (double) unassigned->n_accounts,
                     unassigned->arr != HR_MONEY_NONE ? (double) unassigned->arr / 100
                                                      : NAN);

  column = hr_portfolio_find_column (portfolio, HR_COLUMN_CURRENCY);
  n_other = column != NULL ? count_other_currency (column, self->plan->currency) : 0;
  if (n_other > 0)
    add_with_values (self, HR_CHECK_OTHER_CURRENCY, NULL, (double) n_other, 0);
}

/* Worst first, then by kind, then as they were found: in the order of the plan. */
static int
compare_checks (gconstpointer a, gconstpointer b)
{
  const HrCheck *left = *(const HrCheck *const *) a, *right = *(const HrCheck *const *) b;

  if (left->severity != right->severity)
    return left->severity < right->severity ? -1 : 1;
  return (left->kind > right->kind) - (left->kind < right->kind);
}

/**
 * hr_checks_new:
 * @capacity: an answer; the plan must not have changed since
 * @segmentation: who belongs where
 * @as_of: the day, as days since 1970-01-01, or %HR_DATE_NONE to look at no dates
 *
 * Finds all that is inconsistent, probably not meant, or assumed.
 *
 * Returns: (transfer full) (element-type HrCheck): worst first, then by kind, then in the
 *   order of the plan
 */
GPtrArray *
hr_checks_new (const HrCapacity *capacity, HrSegmentation *segmentation, gint32 as_of)
{
  HrChecker checker = {
    .capacity = capacity,
    .plan = hr_capacity_get_plan (capacity),
    .segmentation = segmentation,
    .as_of = as_of,
    .found = g_ptr_array_new_with_free_func ((GDestroyNotify) hr_check_free),
  };

  if (hr_capacity_get_n_segments (capacity) == 0)
    hr_checker_add (&checker, HR_CHECK_NO_SEGMENTS, NULL);
  for (guint i = 0; i < hr_capacity_get_n_segments (capacity); i++)
    {
      const HrSegmentCapacity *segment = hr_capacity_get_segment (capacity, i);

      look_at_answer (&checker, segment);
      look_at_touchpoints (&checker, segment);
      look_at_book (&checker, segment);
      look_at_accounts (&checker, segment, i);
    }
  for (guint i = 0; i < hr_capacity_get_n_roles (capacity); i++)
    look_at_role (&checker, hr_capacity_get_role (capacity, i));
  look_at_portfolio (&checker);
  hr_checker_look_at_journeys (&checker);
  hr_checker_look_at_playbooks (&checker);
  hr_checker_look_at_defaults (&checker);

  g_ptr_array_sort (checker.found, compare_checks);
  return checker.found;
}
