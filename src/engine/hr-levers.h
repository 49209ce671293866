/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-capacity.h"

G_BEGIN_DECLS

/**
 * HrPareStep:
 * @touchpoint: a touchpoint of the book role
 * @hours: hours per customer and year that it takes, with all that multiplies them
 * @value_per_hour: its value (1…5) / @hours; the first to go has the least
 */
typedef struct
{
  HrTouchpoint *touchpoint;
  double hours;
  double value_per_hour;
} HrPareStep;

/**
 * HrLever:
 * @hours_to_cut: hours per customer and year that go; pare only, else 0
 * @fte: people of the book role that the lever accounts for; never below 0
 * @money: what it changes in cost per year; below zero it saves
 * @arr_per_fte: what each person then carries, in major units; NAN where nobody or no
 *   ARR is
 */
typedef struct
{
  double hours_to_cut;
  double fte;
  double money;
  double arr_per_fte;
} HrLever;

/**
 * HrLevers:
 * @segment: whose bottom-up and top-down figures differ
 * @pare: pare the journey until the benchmark pays for it: @fte fewer people are needed
 *   than the journey asks for today, and @money is saved
 * @steps: (array length=n_steps): what to pare, least value per hour first
 * @n_steps: how many
 * @lower: lower the ARR that each person is responsible for to what the journey implies:
 *   @fte more people than the benchmark pays for, which costs @money
 * @hire: hire what the headcount lacks: whole people for a dedicated segment, parts of
 *   people that are shared
 * @reason: why @pare and @lower are no answer
 * @hire_reason: why @hire is no answer
 *
 * The three ways out when bottom-up and top-down differ, each with its effect.
 *
 * Where the benchmark pays for all that the journey asks for, pare and lower come to
 * 0, and where the headcount is enough, hire does.
 */
typedef struct
{
  HrSegment *segment;
  HrLever pare;
  HrPareStep *steps;
  guint n_steps;
  HrLever lower;
  HrLever hire;
  HrReason reason;
  HrReason hire_reason;
} HrLevers;

HrLevers *hr_levers_new (const HrCapacity *capacity,
                         guint segment) G_GNUC_WARN_UNUSED_RESULT;
void hr_levers_free (HrLevers *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HrLevers, hr_levers_free)

G_END_DECLS
