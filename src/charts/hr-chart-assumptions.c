/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-chart-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "hr-explanation.h"
#include "hr-format.h"

/**
 * Origin:
 * @tag: the least certain of those that were added
 * @is_default: whether all of them are untouched
 * @n: how many
 *
 * Where a figure came from that several figures went into.
 */
typedef struct
{
  HrTag tag;
  gboolean is_default;
  guint n;
} Origin;

static guint
get_doubt (HrTagKind kind)
{
  return kind == HR_TAG_ASSUMED ? 2 : kind == HR_TAG_BENCHMARK ? 1 : 0;
}

/* A chain of figures is as certain as its least certain one; a source is named only if
 * there is no other. */
static void
add_origin (Origin *self, const HrTag *tag, gboolean is_default)
{
  gboolean same = self->tag.kind == tag->kind && self->tag.year == tag->year &&
                  g_strcmp0 (self->tag.source, tag->source) == 0;

  if (self->n++ == 0)
    {
      self->tag = *tag;
      self->is_default = is_default;
      return;
    }
  self->is_default = self->is_default && is_default;
  if (get_doubt (tag->kind) > get_doubt (self->tag.kind))
    self->tag = *tag;
  else if (!same && tag->kind == self->tag.kind)
    self->tag = (HrTag) { .kind = tag->kind };
}

static void
add_clause (GString *text, const char *figure, const Origin *origin)
{
  g_autofree char *tag = hr_format_tag (&origin->tag, origin->is_default);

  if (text->len > 0)
    g_string_append (text, _ ("; "));
  /* Translators: a figure, and where it came from: "1,065 h per CSM and year, assumed" */
  g_string_append_printf (text, _ ("%s, %s"), figure, tag);
}

static void
add_hours (GString *text, const HrCapacity *capacity, const HrRole *role)
{
  g_autoptr (HrExplanation) hours =
      hr_explanation_new (capacity, HR_FIGURE_AVAILABLE_HOURS, NULL, role);
  g_autofree char *number = hr_format_number (hours->result, 0);
  g_autofree char *figure =
      g_strdup_printf (_ ("%s h per %s and year"), number, role->name);
  Origin origin = { 0 };

  for (guint i = 0; i < hours->n_inputs; i++)
    if (!hours->inputs[i].is_computed)
      add_origin (&origin, &hours->inputs[i].tag, hours->inputs[i].is_default);
  if (isfinite (hours->result))
    add_clause (text, figure, &origin);
}

static double
get_limit (const HrSegment *segment, HrLimit limit, const char **property)
{
  switch (limit)
    {
    case HR_LIMIT_ARR_PER_FTE:
      *property = "limits-arr-per-fte";
      return (double) segment->limits.arr_per_fte / 100;
    case HR_LIMIT_CUSTOMERS_PER_FTE:
      *property = "limits-customers-per-fte";
      return segment->limits.customers_per_fte;
    case HR_LIMIT_NEW_CUSTOMERS_PER_MONTH_PER_FTE:
      *property = "limits-new-customers-per-month-per-fte";
      return segment->limits.new_customers_per_month_per_fte;
    case HR_LIMIT_NONE:
    default:
      g_return_val_if_reached (NAN);
    }
}

static char *
write_number (HrLimit limit, double value, const char *currency)
{
  return limit == HR_LIMIT_ARR_PER_FTE ? hr_format_money_short (value, currency)
                                       : hr_format_unit (value, HR_UNIT_NONE, NULL);
}

static char *
write_limit (HrLimit limit, const char *number, const char *role)
{
  switch (limit)
    {
    case HR_LIMIT_ARR_PER_FTE:
      return g_strdup_printf (_ ("%s ARR per %s"), number, role);
    case HR_LIMIT_CUSTOMERS_PER_FTE:
      return g_strdup_printf (_ ("%s customers per %s"), number, role);
    case HR_LIMIT_NEW_CUSTOMERS_PER_MONTH_PER_FTE:
      return g_strdup_printf (_ ("%s new customers per %s and month"), number, role);
    case HR_LIMIT_NONE:
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
add_limit (GString *text, const HrCapacity *capacity, HrLimit limit)
{
  const char *currency = hr_capacity_get_plan (capacity)->currency;
  const char *role = NULL;
  double least = INFINITY, most = -INFINITY;
  Origin origin = { 0 };
  g_autofree char *low = NULL, *high = NULL, *range = NULL, *figure = NULL;

  for (guint i = 0; i < hr_capacity_get_n_segments (capacity); i++)
    {
      const HrSegmentCapacity *segment = hr_capacity_get_segment (capacity, i);
      const char *property;
      const HrTag *tag;
      double value;

      if (segment->book.binding_limit != limit)
        continue;
      value = get_limit (segment->segment, limit, &property);
      least = fmin (least, value);
      most = fmax (most, value);
      tag = hr_tags_get (hr_item_get_tags (segment->segment), property);
      add_origin (&origin, tag != NULL ? tag : &(HrTag) { .kind = HR_TAG_ASSUMED },
                  hr_item_is_default (segment->segment, property));
      role = role == NULL || g_str_equal (role, segment->book.role->name)
                 ? segment->book.role->name
                 : _ ("person");
    }
  if (origin.n == 0)
    return;

  low = write_number (limit, least, currency);
  high = write_number (limit, most, currency);
  range = least < most ? g_strdup_printf (_ ("%s to %s"), low, high) : g_strdup (low);
  figure = write_limit (limit, range, role);
  add_clause (text, figure, &origin);
}

static gboolean
was_seen (const HrCapacity *capacity, guint i)
{
  for (guint j = 0; j < i; j++)
    if (hr_capacity_get_segment (capacity, j)->book.role ==
        hr_capacity_get_segment (capacity, i)->book.role)
      return TRUE;
  return FALSE;
}

/**
 * hr_chart_words_assumptions:
 * @capacity: the answer
 *
 * Writes the assumptions that decide most, with where they came from: the hours that each
 * role that carries accounts has for customers, and the limits that bind.
 *
 * Returns: (transfer full) (nullable): "1,065 h per CSM and year, assumed; …", or %NULL
 *   for none
 */
char *
hr_chart_words_assumptions (const HrCapacity *capacity)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < hr_capacity_get_n_segments (capacity); i++)
    {
      const HrRole *role = hr_capacity_get_segment (capacity, i)->book.role;

      if (role != NULL && !was_seen (capacity, i))
        add_hours (text, capacity, role);
    }
  for (HrLimit limit = HR_LIMIT_ARR_PER_FTE;
       limit <= HR_LIMIT_NEW_CUSTOMERS_PER_MONTH_PER_FTE; limit++)
    add_limit (text, capacity, limit);

  return g_string_free (text, text->len == 0);
}
