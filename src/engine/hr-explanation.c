/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-explainer.h"

static void
clear_input (gpointer data)
{
  HrInput *input = data;

  g_free (input->label);
  g_free ((char *) input->tag.source);
  g_clear_object (&input->item);
}

HrInput *
hr_explainer_add_input (
    HrExplainer *self, const char *label, double value, HrUnit unit, gconstpointer item)
{
  HrInput input = { .label = g_strdup (label),
                    .value = value,
                    .unit = unit,
                    .item = item != NULL ? g_object_ref ((HrItem *) item) : NULL };

  g_array_append_val (self->inputs, input);
  return &g_array_index (self->inputs, HrInput, self->inputs->len - 1);
}

void
hr_explainer_add_result (HrExplainer *self, const char *label, double value, HrUnit unit)
{
  hr_explainer_add_input (self, label, value, unit, NULL)->is_computed = TRUE;
}

/* One of those that are added up. */
void
hr_explainer_add_named (HrExplainer *self, gconstpointer item, double value, HrUnit unit)
{
  HrInput *input =
      hr_explainer_add_input (self, hr_item_get_name (item), value, unit, item);

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

void
hr_explainer_link_input (HrInput *input, const HrField *field)
{
  input->property = field->name;
  set_tag (input, hr_tags_get (hr_item_get_tags (input->item), field->name));
  input->is_default = hr_item_is_default (input->item, field->name);
}

void
hr_explainer_add_field (HrExplainer *self, gconstpointer item, const char *property)
{
  const HrField *field = hr_item_find_field (item, property);

  hr_explainer_link_input (hr_explainer_add_input (self, field->label,
                                                   number_of_member (item, field),
                                                   field->unit, item),
                           field);
}

/* Customers or ARR: typed ones are a field, counted ones were measured. */
static void
add_counted (HrExplainer *self, const char *property, double value)
{
  const HrSegment *segment = self->segment->segment;
  const HrField *field = hr_item_find_field (segment, property);
  HrPortfolio *portfolio =
      hr_segmentation_get_portfolio (hr_capacity_get_segmentation (self->capacity));
  HrTag tag = { .kind = HR_TAG_MEASURED };
  HrInput *input;

  if (segment->source == HR_SEGMENT_ENTERED)
    {
      hr_explainer_add_field (self, segment, property);
      return;
    }
  input = hr_explainer_add_input (self, field->label, value, field->unit, segment);
  if (portfolio != NULL)
    tag.source = hr_portfolio_get_source (portfolio);
  set_tag (input, &tag);
}

void
hr_explainer_add_customers (HrExplainer *self)
{
  add_counted (self, "customers", self->segment->customers);
}

void
hr_explainer_add_arr (HrExplainer *self)
{
  add_counted (self, "arr", self->segment->arr);
}

void
hr_explainer_conclude (HrExplainer *self,
                       const char *formula,
                       double result,
                       HrReason reason)
{
  self->formula = formula;
  self->result = result;
  self->reason = isnan (result) && reason == HR_REASON_NONE ? HR_REASON_OVERFLOW : reason;
}

static HrExplanation *
make (HrExplainer *self, HrFigure figure)
{
  const HrFigureInfo *info = hr_figure_get_info (figure);
  HrExplanation *made = g_new0 (HrExplanation, 1);
  gsize n_inputs;

  self->inputs = g_array_new (FALSE, FALSE, sizeof (HrInput));
  info->explain (self);

  made->figure = figure;
  made->label = info->label;
  made->unit = info->unit;
  made->formula = self->formula;
  made->result = self->result;
  made->reason = self->reason;
  made->inputs = g_array_steal (self->inputs, &n_inputs);
  made->n_inputs = (guint) n_inputs;
  g_array_unref (self->inputs);
  return made;
}

static HrScope
scope_of (const HrSegment *segment, const HrRole *role)
{
  if (segment != NULL)
    return role != NULL ? HR_SCOPE_SEGMENT_AND_ROLE : HR_SCOPE_SEGMENT;
  return role != NULL ? HR_SCOPE_ROLE : HR_SCOPE_PLAN;
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
  const HrFigureInfo *info = hr_figure_get_info (figure);
  HrExplainer explainer = { .capacity = capacity };

  g_return_val_if_fail (info != NULL, NULL);
  g_return_val_if_fail ((info->scopes & scope_of (segment, role)) != 0, NULL);

  if (segment != NULL)
    {
      explainer.segment = hr_capacity_find_segment (capacity, segment);
      g_return_val_if_fail (explainer.segment != NULL, NULL);
    }
  if (role != NULL)
    {
      explainer.role = hr_capacity_find_role (capacity, role);
      g_return_val_if_fail (explainer.role != NULL, NULL);
    }
  if (segment != NULL && role != NULL)
    {
      explainer.need = hr_segment_capacity_find_need (explainer.segment, role);
      if (explainer.need == NULL)
        return NULL;
    }
  return make (&explainer, figure);
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
  HrExplainer explainer = { .capacity = capacity,
                            .segment = hr_capacity_find_segment (capacity, segment),
                            .touchpoint = touchpoint };

  g_return_val_if_fail (explainer.segment != NULL, NULL);
  g_return_val_if_fail (touchpoint != NULL, NULL);

  return make (&explainer, HR_FIGURE_TOUCHPOINT_HOURS);
}

void
hr_explanation_free (HrExplanation *self)
{
  for (guint i = 0; i < self->n_inputs; i++)
    clear_input (&self->inputs[i]);
  g_free (self->inputs);
  g_free (self);
}
