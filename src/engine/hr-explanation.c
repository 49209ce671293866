/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-explanation.h"

#include <glib/gi18n-lib.h>

#include "hr-segment-capacity.h"

/* An explanation in the making; what the caller did not name is NULL. */
typedef struct
{
  const HrCapacity *capacity;
  const HrSegmentCapacity *segment;
  const HrRoleNeed *need; /* of the segment and the role, if both are named */
  const HrRoleCapacity *role;
  const HrTouchpoint *touchpoint;
  GArray *inputs; /* (element-type HrInput) */
  const char *formula;
  double result;
  HrReason reason;
} Maker;

static void
clear_input (gpointer data)
{
  HrInput *input = data;

  g_free (input->label);
  g_free ((char *) input->tag.source);
  g_clear_object (&input->item);
}

static HrInput *
add_input (Maker *self, const char *label, double value, HrUnit unit, gconstpointer item)
{
  HrInput input = { .label = g_strdup (label),
                    .value = value,
                    .unit = unit,
                    .item = item != NULL ? g_object_ref ((HrItem *) item) : NULL };

  g_array_append_val (self->inputs, input);
  return &g_array_index (self->inputs, HrInput, self->inputs->len - 1);
}

static void
add_result (Maker *self, const char *label, double value, HrUnit unit)
{
  add_input (self, label, value, unit, NULL)->is_computed = TRUE;
}

/* One of those that are added up. */
static void
add_named (Maker *self, gconstpointer item, double value, HrUnit unit)
{
  HrInput *input = add_input (self, hr_item_get_name (item), value, unit, item);

  input->is_name = TRUE;
  input->is_computed = TRUE;
}

static double
number_of_member (gconstpointer item, const HrField *field)
{
  gconstpointer member = hr_item_member (item, field);

  if (field->kind == HR_FIELD_NUMBER)
    return *(const double *) member;

  g_return_val_if_fail (field->kind == HR_FIELD_MONEY, NAN);
  return *(const gint64 *) member != HR_MONEY_NONE ? *(const gint64 *) member / 100.0
                                                   : NAN;
}

static void
set_tag (HrInput *input, const HrTag *tag)
{
  if (tag != NULL)
    input->tag = (HrTag) { tag->kind, g_strdup (tag->source), tag->year };
}

static void
link_to_field (HrInput *input, const HrField *field)
{
  input->property = field->name;
  set_tag (input, hr_tags_get (hr_item_get_tags (input->item), field->name));
  input->is_default = hr_item_is_default (input->item, field->name);
}

static void
add_field (Maker *self, gconstpointer item, const char *property)
{
  const HrField *field = hr_item_find_field (item, property);

  link_to_field (
      add_input (self, field->label, number_of_member (item, field), field->unit, item),
      field);
}

/* Customers or ARR: typed ones are a field, counted ones were measured. */
static void
add_counted (Maker *self, const char *property, double value)
{
  const HrSegment *segment = self->segment->segment;
  const HrField *field = hr_item_find_field (segment, property);
  HrPortfolio *portfolio =
      hr_segmentation_get_portfolio (hr_capacity_get_segmentation (self->capacity));
  HrTag tag = { .kind = HR_TAG_MEASURED };
  HrInput *input;

  if (segment->source == HR_SEGMENT_ENTERED)
    {
      add_field (self, segment, property);
      return;
    }
  input = add_input (self, field->label, value, field->unit, segment);
  if (portfolio != NULL)
    tag.source = hr_portfolio_get_source (portfolio);
  set_tag (input, &tag);
}

static void
add_customers (Maker *self)
{
  add_counted (self, "customers", self->segment->customers);
}

static void
add_arr (Maker *self)
{
  add_counted (self, "arr", self->segment->arr);
}

static void
conclude (Maker *self, const char *formula, double result, HrReason reason)
{
  self->formula = formula;
  self->result = result;
  self->reason = isnan (result) && reason == HR_REASON_NONE ? HR_REASON_OVERFLOW : reason;
}

static void
explain_available_hours (Maker *self)
{
  const HrRole *role = self->role->role;
  gboolean given = !isnan (role->internal_hours);

  add_field (self, role, "annual-hours");
  add_field (self, role, "leave-hours");
  add_field (self, role, given ? "internal-hours" : "internal-share");
  add_field (self, role, "realisation");
  conclude (self,
            given
                ? N_ ("(paid hours per year − leave hours per year − internal hours per "
                      "year) × realisation")
                : N_ ("(paid hours per year − leave hours per year) × (1 − internal "
                      "share of paid hours) × realisation"),
            hr_role_get_available_hours (role), HR_REASON_NONE);
}

/* Adds how often, and says how a touchpoint's hours are made of it. */
static const char *
add_times_per_year (Maker *self)
{
  const HrTouchpoint *touchpoint = self->touchpoint;
  const HrSegment *segment = self->segment->segment;

  add_field (self, touchpoint, "times");
  if (touchpoint->kind != HR_TOUCHPOINT_ONE_TIME)
    {
      link_to_field (add_input (self, N_ ("periods per year"),
                                hr_period_per_year (touchpoint->per), HR_UNIT_TIMES,
                                touchpoint),
                     hr_item_find_field (touchpoint, "per"));
      return N_ ("times × periods per year × (preparation minutes + delivery minutes + "
                 "follow-up minutes) ÷ 60 × reach × staff × complexity");
    }
  if (hr_capacity_get_plan (self->capacity)->one_time_spread == HR_ONE_TIME_LIFETIME)
    {
      add_field (self, segment, "lifetime-years");
      return N_ ("times ÷ lifetime × (preparation minutes + delivery minutes + "
                 "follow-up minutes) ÷ 60 × reach × staff × complexity");
    }
  add_field (self, segment, "new-customers-per-year");
  add_customers (self);
  return N_ ("times × new customers per year ÷ customers × (preparation minutes + "
             "delivery minutes + follow-up minutes) ÷ 60 × reach × staff × complexity");
}

static void
explain_touchpoint_hours (Maker *self)
{
  static const char *const effort[] = { "prep-minutes", "delivery-minutes",
                                        "follow-up-minutes", "reach", "staff" };
  const char *formula = add_times_per_year (self);
  HrReason reason;
  double hours =
      hr_touchpoint_get_hours (self->touchpoint, hr_capacity_get_plan (self->capacity),
                               self->segment->segment, self->segment->customers, &reason);

  for (guint i = 0; i < G_N_ELEMENTS (effort); i++)
    add_field (self, self->touchpoint, effort[i]);
  add_field (self, self->segment->segment, "complexity");
  conclude (self, formula, hours, reason);
}

static void
add_touchpoints_of_role (Maker *self)
{
  const HrJourney *journey = self->segment->journey;
  const char *role = hr_item_get_id (self->role->role);
  guint n = journey != NULL ? hr_list_get_n (journey->touchpoints) : 0;

  for (guint i = 0; i < n; i++)
    {
      const HrTouchpoint *touchpoint = hr_list_get (journey->touchpoints, i);
      HrReason reason;

      if (touchpoint->role == role)
        add_named (self, touchpoint,
                   hr_touchpoint_get_hours (
                       touchpoint, hr_capacity_get_plan (self->capacity),
                       self->segment->segment, self->segment->customers, &reason),
                   HR_UNIT_HOURS_PER_CUSTOMER);
    }
}

static void
explain_workload_hours (Maker *self)
{
  const HrSegmentCapacity *segment = self->segment;

  if (self->need != NULL)
    {
      add_touchpoints_of_role (self);
      conclude (self, N_ ("the sum of the hours of the touchpoints"),
                self->need->workload_hours, self->need->workload_reason);
      return;
    }
  for (guint i = 0; i < segment->n_needs; i++)
    if (hr_role_need_has_hours (&segment->needs[i]))
      add_named (self, segment->needs[i].role, segment->needs[i].workload_hours,
                 HR_UNIT_HOURS_PER_CUSTOMER);
  conclude (self, N_ ("the sum of the hours of the roles"), segment->workload_hours,
            segment->workload_reason);
}

static void
add_hours_of_need (Maker *self)
{
  add_result (self, N_ ("hours per customer"), self->need->workload_hours,
              HR_UNIT_HOURS_PER_CUSTOMER);
  add_result (self, N_ ("hours for customers"), self->need->available_hours,
              HR_UNIT_HOURS);
}

static void
explain_customers_per_fte (Maker *self)
{
  HrReason reason = self->need->workload_reason;

  if (reason == HR_REASON_NONE && !(self->need->available_hours > 0))
    reason = HR_REASON_NO_AVAILABLE_HOURS;
  add_hours_of_need (self);
  conclude (self, N_ ("hours for customers ÷ hours per customer"),
            self->need->customers_per_fte, reason);
}

static void
explain_need (Maker *self)
{
  add_customers (self);
  if (self->segment->customers == 0)
    {
      conclude (self, N_ ("no customers need no people"), self->need->fte,
                self->need->reason);
      return;
    }
  add_hours_of_need (self);
  conclude (self, N_ ("customers × hours per customer ÷ hours for customers"),
            self->need->fte, self->need->reason);
}

/* What a sum over the roles of a segment, or over segments, is made of. */
typedef enum
{
  SUM_FTE,
  SUM_COST,
} Sum;

static void
add_needs_of_segment (Maker *self, Sum sum, HrUnit unit)
{
  for (guint i = 0; i < self->segment->n_needs; i++)
    {
      const HrRoleNeed *need = &self->segment->needs[i];

      if (hr_role_need_has_hours (need))
        add_named (self, need->role, sum == SUM_COST ? need->cost : need->fte, unit);
    }
}

static void
add_segments (Maker *self, Sum sum, HrUnit unit)
{
  for (guint i = 0; i < hr_capacity_get_n_segments (self->capacity); i++)
    {
      const HrSegmentCapacity *segment = hr_capacity_get_segment (self->capacity, i);

      add_named (self, segment->segment, sum == SUM_COST ? segment->cost : segment->fte,
                 unit);
    }
}

/* A segment that counts for a role: it needs people of it, or cannot say how many. */
static gboolean
counts_for_role (const HrSegmentCapacity *segment, const HrRoleNeed *need)
{
  return need != NULL &&
         (need->reason == HR_REASON_NONE || segment->reason != HR_REASON_NONE);
}

static void
add_segments_of_role (Maker *self)
{
  for (guint i = 0; i < hr_capacity_get_n_segments (self->capacity); i++)
    {
      const HrSegmentCapacity *segment = hr_capacity_get_segment (self->capacity, i);
      const HrRoleNeed *need = hr_segment_capacity_find_need (segment, self->role->role);

      if (counts_for_role (segment, need))
        add_named (self, segment->segment, need->fte, HR_UNIT_PEOPLE);
    }
}

static void
explain_fte (Maker *self)
{
  const HrTotals *totals = hr_capacity_get_totals (self->capacity);

  if (self->need != NULL)
    explain_need (self);
  else if (self->segment != NULL)
    {
      add_needs_of_segment (self, SUM_FTE, HR_UNIT_PEOPLE);
      conclude (self, N_ ("the sum of the people needed per role"), self->segment->fte,
                self->segment->reason);
    }
  else if (self->role != NULL)
    {
      add_segments_of_role (self);
      conclude (self, N_ ("the sum of the people needed per segment"), self->role->fte,
                self->role->reason);
    }
  else
    {
      add_segments (self, SUM_FTE, HR_UNIT_PEOPLE);
      conclude (self, N_ ("the sum of the people needed per segment"), totals->fte,
                totals->reason);
    }
}

static void
explain_top_down_fte (Maker *self)
{
  static const char *const formulas[] = {
    N_ ("the most that any limit asks for"),
    N_ ("ARR ÷ ARR per FTE"),
    N_ ("customers ÷ customers per FTE"),
    N_ ("the larger of ARR ÷ ARR per FTE and customers ÷ customers per FTE"),
    N_ ("new customers per year ÷ 12 ÷ new customers per month per FTE"),
    N_ ("the larger of ARR ÷ ARR per FTE and new customers per year ÷ 12 ÷ new customers "
        "per month per FTE"),
    N_ ("the larger of customers ÷ customers per FTE and new customers per year ÷ 12 ÷ "
        "new customers per month per FTE"),
    N_ ("the largest of ARR ÷ ARR per FTE, customers ÷ customers per FTE and new "
        "customers per year ÷ 12 ÷ new customers per month per FTE"),
  };
  const HrSegment *segment = self->segment->segment;
  guint set = 0;

  if (segment->limits.arr_per_fte != HR_MONEY_NONE)
    {
      set |= 1;
      add_arr (self);
      add_field (self, segment, "limits-arr-per-fte");
    }
  if (!isnan (segment->limits.customers_per_fte))
    {
      set |= 2;
      add_customers (self);
      add_field (self, segment, "limits-customers-per-fte");
    }
  if (!isnan (segment->limits.new_customers_per_month_per_fte))
    {
      set |= 4;
      add_field (self, segment, "new-customers-per-year");
      add_field (self, segment, "limits-new-customers-per-month-per-fte");
    }
  conclude (self, formulas[set], self->segment->book.top_down_fte,
            self->segment->book.top_down_reason);
}

static void
explain_arr_per_fte (Maker *self)
{
  const HrBook *book = &self->segment->book;

  add_arr (self);
  add_result (self, N_ ("people needed"), book->fte, HR_UNIT_PEOPLE);
  conclude (self, N_ ("ARR ÷ people needed"), book->arr_per_fte,
            book->arr_per_fte_reason);
}

static void
add_roles (Maker *self, gboolean headcount, HrUnit unit)
{
  for (guint i = 0; i < hr_capacity_get_n_roles (self->capacity); i++)
    {
      const HrRoleCapacity *role = hr_capacity_get_role (self->capacity, i);

      if (role->reason != HR_REASON_NO_WORKLOAD)
        add_named (self, role->role, headcount ? role->headcount : role->heads, unit);
    }
}

static void
explain_headcount (Maker *self)
{
  if (self->segment != NULL || self->role != NULL)
    {
      gconstpointer item = self->segment != NULL ? (gconstpointer) self->segment->segment
                                                 : self->role->role;

      add_field (self, item, "headcount");
      conclude (self, N_ ("as entered"),
                self->segment != NULL ? self->segment->book.headcount
                                      : self->role->headcount,
                HR_REASON_NONE);
      return;
    }
  add_roles (self, TRUE, HR_UNIT_PEOPLE);
  conclude (self, N_ ("the sum of the headcount per role"),
            hr_capacity_get_totals (self->capacity)->headcount, HR_REASON_NONE);
}

static void
explain_gap (Maker *self)
{
  const HrTotals *totals = hr_capacity_get_totals (self->capacity);
  double fte, gap;
  HrReason reason;

  if (self->segment != NULL)
    {
      add_field (self, self->segment->segment, "headcount");
      fte = self->segment->book.fte;
      gap = self->segment->book.gap;
      reason = self->segment->book.reason;
    }
  else if (self->role != NULL)
    {
      add_field (self, self->role->role, "headcount");
      fte = self->role->fte;
      gap = self->role->gap;
      reason = self->role->reason;
    }
  else
    {
      add_result (self, N_ ("headcount"), totals->headcount, HR_UNIT_PEOPLE);
      fte = totals->fte;
      gap = totals->gap;
      reason = totals->reason;
    }
  add_result (self, N_ ("people needed"), fte, HR_UNIT_PEOPLE);
  conclude (self, N_ ("headcount − people needed"), gap, reason);
}

static void
add_heads_of_role (Maker *self)
{
  gboolean any_shared = FALSE;
  double shared = 0;

  for (guint i = 0; i < hr_capacity_get_n_segments (self->capacity); i++)
    {
      const HrSegmentCapacity *segment = hr_capacity_get_segment (self->capacity, i);
      const HrRoleNeed *need = hr_segment_capacity_find_need (segment, self->role->role);

      if (!counts_for_role (segment, need))
        continue;
      if (segment->segment->dedicated)
        add_named (self, segment->segment, need->fte, HR_UNIT_PEOPLE);
      else
        shared += need->fte;
      any_shared |= !segment->segment->dedicated;
    }
  if (any_shared)
    add_result (self, N_ ("all shared segments"), shared, HR_UNIT_PEOPLE);
}

static void
explain_heads (Maker *self)
{
  const HrTotals *totals = hr_capacity_get_totals (self->capacity);

  if (self->role == NULL)
    {
      add_roles (self, FALSE, HR_UNIT_HEADS);
      conclude (self, N_ ("the sum of the whole people per role"), totals->heads,
                totals->reason);
      return;
    }
  add_heads_of_role (self);
  conclude (self,
            N_ ("people needed, rounded up for each dedicated segment and once for all "
                "shared segments, added up"),
            self->role->heads, self->role->reason);
}

static void
explain_cost_of_role (Maker *self, double fte, double cost, HrReason reason)
{
  const HrRole *role = self->role->role;

  add_result (self, N_ ("people needed"), fte, HR_UNIT_PEOPLE);
  add_field (self, role, "annual-cost");
  add_field (self, role, "tool-cost");
  conclude (self, N_ ("people needed × (loaded annual cost + tool cost per head)"), cost,
            reason);
}

static void
explain_cost (Maker *self)
{
  const HrTotals *totals = hr_capacity_get_totals (self->capacity);

  if (self->need != NULL)
    explain_cost_of_role (self, self->need->fte, self->need->cost, self->need->reason);
  else if (self->segment != NULL)
    {
      add_needs_of_segment (self, SUM_COST, HR_UNIT_MONEY);
      conclude (self, N_ ("the sum of the cost per role"), self->segment->cost,
                self->segment->reason);
    }
  else if (self->role != NULL)
    explain_cost_of_role (self, self->role->fte, self->role->cost, self->role->reason);
  else
    {
      add_segments (self, SUM_COST, HR_UNIT_MONEY);
      conclude (self, N_ ("the sum of the cost per segment"), totals->cost,
                totals->reason);
    }
}

static void
explain_cost_per_customer (Maker *self)
{
  HrReason reason = self->segment->reason;

  if (reason == HR_REASON_NONE && self->segment->customers == 0)
    reason = HR_REASON_ZERO_CUSTOMERS;
  add_result (self, N_ ("cost per year"), self->segment->cost, HR_UNIT_MONEY);
  add_customers (self);
  conclude (self, N_ ("cost per year ÷ customers"), self->segment->cost_per_customer,
            reason);
}

static void
explain_cost_share_of_arr (Maker *self)
{
  const HrTotals *totals = hr_capacity_get_totals (self->capacity);
  const HrSegmentCapacity *segment = self->segment;
  HrReason reason = segment != NULL ? segment->reason : totals->reason;
  double arr = segment != NULL ? segment->arr : totals->arr;

  add_result (self, N_ ("cost per year"), segment != NULL ? segment->cost : totals->cost,
              HR_UNIT_MONEY);
  if (segment != NULL)
    add_arr (self);
  else
    add_result (self, N_ ("ARR"), arr, HR_UNIT_MONEY);

  if (reason == HR_REASON_NONE && isnan (arr))
    reason = segment != NULL ? segment->arr_reason : HR_REASON_SEGMENT_WITHOUT_ANSWER;
  if (reason == HR_REASON_NONE && arr <= 0)
    reason = HR_REASON_ZERO_ARR;
  conclude (self, N_ ("cost per year ÷ ARR"),
            segment != NULL ? segment->cost_share_of_arr : totals->cost_share_of_arr,
            reason);
}

/* What a figure can be of. */
typedef enum
{
  OF_PLAN = 1 << 0,
  OF_ROLE = 1 << 1,
  OF_SEGMENT = 1 << 2,
  OF_SEGMENT_AND_ROLE = 1 << 3,
  OF_TOUCHPOINT = 1 << 4,
} Scope;

static const struct
{
  const char *label;
  HrUnit unit;
  Scope scopes;
  void (*explain) (Maker *self);
} FIGURES[] = {
  [HR_FIGURE_AVAILABLE_HOURS] = { N_ ("hours for customers"), HR_UNIT_HOURS, OF_ROLE,
                                  explain_available_hours },
  [HR_FIGURE_TOUCHPOINT_HOURS] = { N_ ("hours per customer"), HR_UNIT_HOURS_PER_CUSTOMER,
                                   OF_TOUCHPOINT, explain_touchpoint_hours },
  [HR_FIGURE_WORKLOAD_HOURS] = { N_ ("hours per customer"), HR_UNIT_HOURS_PER_CUSTOMER,
                                 OF_SEGMENT | OF_SEGMENT_AND_ROLE,
                                 explain_workload_hours },
  [HR_FIGURE_CUSTOMERS_PER_FTE] = { N_ ("customers per FTE"), HR_UNIT_CUSTOMERS,
                                    OF_SEGMENT_AND_ROLE, explain_customers_per_fte },
  [HR_FIGURE_FTE] = { N_ ("people needed"), HR_UNIT_PEOPLE,
                      OF_PLAN | OF_ROLE | OF_SEGMENT | OF_SEGMENT_AND_ROLE, explain_fte },
  [HR_FIGURE_TOP_DOWN_FTE] = { N_ ("people that the benchmark pays for"), HR_UNIT_PEOPLE,
                               OF_SEGMENT, explain_top_down_fte },
  [HR_FIGURE_ARR_PER_FTE] = { N_ ("implied ARR per FTE"), HR_UNIT_MONEY, OF_SEGMENT,
                              explain_arr_per_fte },
  [HR_FIGURE_HEADCOUNT] = { N_ ("headcount"), HR_UNIT_PEOPLE,
                            OF_PLAN | OF_ROLE | OF_SEGMENT, explain_headcount },
  [HR_FIGURE_GAP] = { N_ ("headcount beyond the people needed"), HR_UNIT_PEOPLE,
                      OF_PLAN | OF_ROLE | OF_SEGMENT, explain_gap },
  [HR_FIGURE_HEADS] = { N_ ("whole people needed"), HR_UNIT_HEADS, OF_PLAN | OF_ROLE,
                        explain_heads },
  [HR_FIGURE_COST] = { N_ ("cost per year"), HR_UNIT_MONEY,
                       OF_PLAN | OF_ROLE | OF_SEGMENT | OF_SEGMENT_AND_ROLE,
                       explain_cost },
  [HR_FIGURE_COST_PER_CUSTOMER] = { N_ ("cost per customer and year"), HR_UNIT_MONEY,
                                    OF_SEGMENT, explain_cost_per_customer },
  [HR_FIGURE_COST_SHARE_OF_ARR] = { N_ ("cost as share of ARR"), HR_UNIT_SHARE,
                                    OF_PLAN | OF_SEGMENT, explain_cost_share_of_arr },
};

static HrExplanation *
make (Maker *self, HrFigure figure)
{
  HrExplanation *made = g_new0 (HrExplanation, 1);
  gsize n_inputs;

  self->inputs = g_array_new (FALSE, FALSE, sizeof (HrInput));
  FIGURES[figure].explain (self);

  made->figure = figure;
  made->label = FIGURES[figure].label;
  made->unit = FIGURES[figure].unit;
  made->formula = self->formula;
  made->result = self->result;
  made->reason = self->reason;
  made->inputs = g_array_steal (self->inputs, &n_inputs);
  made->n_inputs = (guint) n_inputs;
  g_array_unref (self->inputs);
  return made;
}

static Scope
scope_of (const HrSegment *segment, const HrRole *role)
{
  if (segment != NULL)
    return role != NULL ? OF_SEGMENT_AND_ROLE : OF_SEGMENT;
  return role != NULL ? OF_ROLE : OF_PLAN;
}

/**
 * hr_explanation_new:
 * @capacity: an answer
 * @figure: which figure of it
 * @segment: (nullable): of which segment
 * @role: (nullable): of which role
 *
 * Says how a figure came about. [enum@Figure] says which of @segment and @role it
 * needs; the book's figures are the segment's.
 *
 * Returns: (transfer full) (nullable): %NULL where the segment does not need the role
 */
HrExplanation *
hr_explanation_new (const HrCapacity *capacity,
                    HrFigure figure,
                    const HrSegment *segment,
                    const HrRole *role)
{
  Maker maker = { .capacity = capacity };

  g_return_val_if_fail (figure < G_N_ELEMENTS (FIGURES), NULL);
  g_return_val_if_fail ((FIGURES[figure].scopes & scope_of (segment, role)) != 0, NULL);

  if (segment != NULL)
    {
      maker.segment = hr_capacity_find_segment (capacity, segment);
      g_return_val_if_fail (maker.segment != NULL, NULL);
    }
  if (role != NULL)
    {
      maker.role = hr_capacity_find_role (capacity, role);
      g_return_val_if_fail (maker.role != NULL, NULL);
    }
  if (segment != NULL && role != NULL)
    {
      maker.need = hr_segment_capacity_find_need (maker.segment, role);
      if (maker.need == NULL)
        return NULL;
    }
  return make (&maker, figure);
}

/**
 * hr_explanation_new_for_touchpoint:
 * @capacity: an answer
 * @segment: a segment
 * @touchpoint: a touchpoint of the journey that counts for it
 *
 * Says how the hours of a touchpoint came about.
 *
 * Returns: (transfer full): the explanation
 */
HrExplanation *
hr_explanation_new_for_touchpoint (const HrCapacity *capacity,
                                   const HrSegment *segment,
                                   const HrTouchpoint *touchpoint)
{
  Maker maker = { .capacity = capacity,
                  .segment = hr_capacity_find_segment (capacity, segment),
                  .touchpoint = touchpoint };

  g_return_val_if_fail (maker.segment != NULL, NULL);
  g_return_val_if_fail (touchpoint != NULL, NULL);

  return make (&maker, HR_FIGURE_TOUCHPOINT_HOURS);
}

void
hr_explanation_free (HrExplanation *self)
{
  for (guint i = 0; i < self->n_inputs; i++)
    clear_input (&self->inputs[i]);
  g_free (self->inputs);
  g_free (self);
}
