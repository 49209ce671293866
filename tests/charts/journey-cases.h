/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-journey-map.h"
#include "hr-meeting.h"
#include "hr-test-plan.h"

G_BEGIN_DECLS

/* Journeys that a picture can fail on, each for its own reason. */

typedef struct
{
  const char *name;
  guint n_stages;
  guint n_roles;
  guint n_personas;
  guint n_touchpoints;
  guint crowd; /* every so many of them are at the first stage */
  gboolean has_long_names;
} JourneyCase;

static const JourneyCase JOURNEY_CASES[] = {
  { "few", 4, 2, 2, 5, 0, FALSE },      { "one-stage", 1, 3, 2, 9, 0, FALSE },
  { "twelve", 12, 4, 3, 40, 0, FALSE }, { "sixty", 7, 5, 4, 60, 0, FALSE },
  { "crowded", 6, 3, 3, 60, 2, FALSE }, { "long", 7, 3, 3, 21, 0, TRUE },
  { "none", 5, 2, 3, 0, 0, FALSE },     { "nothing", 0, 0, 0, 0, 0, FALSE },
  { "loose", 0, 0, 0, 4, 0, FALSE },    { "single", 3, 1, 1, 1, 0, FALSE },
};

static const char *const LONG_JOURNEY_NAMES[] = {
  "Executive business review with the steering committee and both sponsors",
  "Donaudampfschifffahrtsgesellschaftskapitänsmützenübergabe",
  "\xd7\x9c\xd7\xa7\xd7\x95\xd7\x97\xd7\x95\xd7\xaa line\nbreak & <b>markup</b>",
};
static const char *const JOURNEY_NAMES[] = {
  "Kick-off", "Success plan",  "Check-in call", "Quarterly review",
  "Training", "Health review", "Renewal talk",
};

static inline const char *
journey_name (const JourneyCase *self, guint i)
{
  return self->has_long_names ? LONG_JOURNEY_NAMES[i % G_N_ELEMENTS (LONG_JOURNEY_NAMES)]
                              : JOURNEY_NAMES[i % G_N_ELEMENTS (JOURNEY_NAMES)];
}

static inline void
add_personas (const JourneyCase *self, HrPlan *plan)
{
  for (guint i = 0; i < self->n_personas; i++)
    {
      g_autofree char *id = g_strdup_printf ("persona%u", i);
      g_autofree char *name = g_strdup_printf ("Persona %u", i);
      HrPersona *persona = hr_test_add (plan->personas, id, "name", name, NULL);

      for (guint stage = i; stage < self->n_stages; stage += 2)
        {
          g_autofree char *at = g_strdup_printf ("stage%u", stage);
          g_autofree char *need_id = g_strdup_printf ("need%u-%u", i, stage);

          hr_test_add (persona->needs, need_id, "stage", at, "need",
                       self->has_long_names ? LONG_JOURNEY_NAMES[0]
                                            : "To see what it is worth",
                       "engagement", "Regular calls", "role",
                       self->n_roles > 0 ? "role0" : NULL, NULL);
        }
    }
}

/* The last stage but one has no touchpoint where there are more than three. */
static inline guint
choose_stage (const JourneyCase *self, guint i)
{
  guint stage;

  if (self->crowd > 0 && i % self->crowd == 0)
    return 0;
  stage = i * 5 % self->n_stages;
  return self->n_stages > 3 && stage == self->n_stages - 2 ? 0 : stage;
}

static inline void
add_touchpoints (const JourneyCase *self, HrList *touchpoints)
{
  for (guint i = 0; i < self->n_touchpoints; i++)
    {
      g_autofree char *id = g_strdup_printf ("touchpoint%u", i);
      g_autofree char *role = g_strdup_printf ("role%u", i * i % MAX (self->n_roles, 1));
      g_autofree char *persona =
          g_strdup_printf ("persona%u", i % MAX (self->n_personas, 1));
      const char *personas[] = { i % 4 > 0 ? persona : NULL, NULL };
      HrTouchpoint *touchpoint = hr_test_add (
          touchpoints, id, "name", journey_name (self, i), "times", 1.0 + i % 4, "per",
          i % 3 == 0 ? HR_PERIOD_YEAR : HR_PERIOD_QUARTER, "delivery-minutes",
          30.0 + 15 * (i % 7), "friction", (int) (i % 4), "sentiment", (int) (i % 5) - 2,
          NULL);

      if (self->n_stages > 0)
        {
          g_autofree char *stage = g_strdup_printf ("stage%u", choose_stage (self, i));

          g_object_set (touchpoint, "stage", stage, NULL);
        }
      if (self->n_roles > 0)
        g_object_set (touchpoint, "role", role, NULL);
      if (self->n_personas > 0 && personas[0] != NULL)
        g_object_set (touchpoint, "personas", personas, NULL);
    }
}

static inline HrPlan *
make_journey_plan (const JourneyCase *self)
{
  HrPlan *plan = hr_plan_new ("Journeys");
  HrJourney *journey;

  for (guint i = 0; i < self->n_roles; i++)
    {
      g_autofree char *id = g_strdup_printf ("role%u", i);
      g_autofree char *name = g_strdup_printf (
          self->has_long_names ? "Customer success manager for region %u" : "Role %u", i);

      hr_test_add (plan->roles, id, "name", name, "annual-hours", 2000.0, NULL);
    }
  for (guint i = 0; i < self->n_stages; i++)
    {
      g_autofree char *id = g_strdup_printf ("stage%u", i);
      g_autofree char *name = g_strdup_printf (
          self->has_long_names ? "Implementierungsunterstützung %u" : "Stage %u", i);

      hr_test_add (plan->stages, id, "name", name, NULL);
    }
  add_personas (self, plan);
  hr_test_add (plan->segments, "segment", "name", "Enterprise", "customers", 50.0, NULL);
  journey = hr_test_add (plan->journeys, "journey", "segment", "segment", NULL);
  add_touchpoints (self, journey->touchpoints);
  return plan;
}

G_END_DECLS
