/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-item-set.h"
#include "hr-journey.h"
#include "hr-portfolio.h"
#include "hr-segment.h"

G_BEGIN_DECLS

/**
 * HrPlan:
 *
 * What one file holds: the assumptions, the journeys and the portfolio of one budget
 * round.
 */
#define HR_TYPE_PLAN (hr_plan_get_type ())
G_DECLARE_FINAL_TYPE (HrPlan, hr_plan, HR, PLAN, HrItem)

struct _HrPlan
{
  HrItem parent_instance;

  char *const name;
  char *const company;
  char *const currency; /* ISO 4217 */
  const int fiscal_year_start_month;
  char *const mission;
  char *const values;
  const HrOneTimeSpread one_time_spread;
  HrList *const roles;
  HrList *const stages;
  HrList *const playbooks;
  HrList *const transitions;
  HrList *const personas;
  HrList *const segments;
  HrList *const journeys;
  HrList *const scorecards;
  HrPortfolio *const portfolio; /* (nullable): no accounts yet */
};

HrPlan *hr_plan_new (const char *name) G_GNUC_WARN_UNUSED_RESULT;
HrPlan *hr_plan_new_with_defaults (const char *name) G_GNUC_WARN_UNUSED_RESULT;

HrList *hr_plan_get_list (HrPlan *self, GType item_type);
gpointer hr_plan_find (HrPlan *self, GType item_type, const char *id);
HrJourney *
hr_plan_find_journey (HrPlan *self, const HrSegment *segment, HrJourneyVersion version);
HrList *hr_plan_find_owner (HrPlan *self, gpointer item);

GPtrArray *hr_plan_find_dependents (HrPlan *self,
                                    gpointer item,
                                    HrItemSet *leaving) G_GNUC_WARN_UNUSED_RESULT;

/* What a plan must hold. The history keeps it, importers and the store check it. */
gboolean hr_plan_check_value (HrPlan *self,
                              gconstpointer item,
                              const HrField *field,
                              const GValue *value,
                              GError **error);
gboolean hr_plan_check_newcomer (HrPlan *self, gpointer item, GError **error);
gboolean hr_plan_check (HrPlan *self, GError **error);
gboolean
hr_plan_check_where (HrPlan *self, gpointer *item, const HrField **field, GError **error);

G_END_DECLS
