/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-check.h"
#include "hr-date.h"
#include "test-engine.h"

/* What the tests of the checks share. */

static inline GPtrArray *
checks_on (HrPlan *plan, gint32 day)
{
  g_autoptr (HrSegmentation) segmentation = hr_segmentation_new (plan);
  g_autoptr (HrCapacity) capacity =
      hr_capacity_new (plan, segmentation, HR_JOURNEY_CURRENT);

  return hr_checks_new (capacity, segmentation, day);
}

static inline GPtrArray *
checks_of (HrPlan *plan)
{
  return checks_on (plan, HR_DATE_NONE);
}

static inline const HrCheck *
find (GPtrArray *checks, HrCheckKind kind)
{
  for (guint i = 0; i < checks->len; i++)
    if (((HrCheck *) g_ptr_array_index (checks, i))->kind == kind)
      return g_ptr_array_index (checks, i);
  return NULL;
}

static inline guint
count (GPtrArray *checks, HrCheckKind kind)
{
  guint n = 0;

  for (guint i = 0; i < checks->len; i++)
    n += ((HrCheck *) g_ptr_array_index (checks, i))->kind == kind;
  return n;
}

static inline gboolean
has (HrPlan *plan, HrCheckKind kind)
{
  g_autoptr (GPtrArray) checks = checks_of (plan);

  return find (checks, kind) != NULL;
}

static inline void
expect (HrPlan *plan,
        HrCheckKind kind,
        HrSeverity severity,
        gconstpointer item,
        const char *property,
        double first,
        double second)
{
  g_autoptr (GPtrArray) checks = checks_of (plan);
  const HrCheck *check = find (checks, kind);

  g_assert_nonnull (check);
  g_assert_cmpuint (count (checks, kind), ==, 1);
  g_assert_cmpint (check->severity, ==, severity);
  g_assert_true (check->item == (const HrItem *) item);
  g_assert_cmpstr (check->property, ==, property);
  assert_close (check->values[0], first);
  assert_close (check->values[1], second);
  if (property != NULL)
    g_assert_nonnull (hr_item_find_field (check->item, property));
}

/* A plan that nobody could find fault with: all is chosen, paid for and enough. */
static inline void
flawless (Simple *simple)
{
  static const HrTag chosen = { HR_TAG_ASSUMED, NULL, 0 };
  static const char *const of_role[] = { "leave-hours", "realisation", "tool-cost" };
  g_autoptr (HrTags) tags = NULL;
  g_autoptr (HrTags) complexity = hr_tags_with (NULL, "complexity", &chosen);

  simple_init (simple);
  for (guint i = 0; i < G_N_ELEMENTS (of_role); i++)
    {
      g_autoptr (HrTags) before = tags;

      tags = hr_tags_with (before, of_role[i], &chosen);
    }
  g_object_set (simple->role, "leave-hours", 200.0, "headcount", 1.0, "tags", tags, NULL);
  g_object_set (simple->segment, "headcount", 1.0, "limits-customers-per-fte", 10.0,
                "tags", complexity, NULL);
}
