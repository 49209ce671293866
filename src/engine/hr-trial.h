/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-levers.h"

G_BEGIN_DECLS

/**
 * HrPare:
 * @HR_PARE_KEEP: as it is
 * @HR_PARE_LESS_OFTEN: half as often
 * @HR_PARE_SHORTER: half of the minutes, before, with and after the customer
 * @HR_PARE_DIGITAL: the customer still gets it, and nobody of the team is in it
 * @HR_PARE_OFF: no more
 *
 * What to try with a touchpoint.
 */
typedef enum
{
  HR_PARE_KEEP,
  HR_PARE_LESS_OFTEN,
  HR_PARE_SHORTER,
  HR_PARE_DIGITAL,
  HR_PARE_OFF,
} HrPare;

/**
 * HrTrial:
 *
 * A journey that is pared as a trial: on a copy, so that the plan stays what it is.
 *
 * It starts from the redesigned journey where there is one, else from the current one;
 * what it comes to is held against the current one.
 */
typedef struct _HrTrial HrTrial;

HrTrial *hr_trial_new (HrPlan *plan,
                       HrSegmentation *segmentation,
                       guint segment) G_GNUC_WARN_UNUSED_RESULT;
void hr_trial_free (HrTrial *self);

gboolean hr_trial_is_of_redesign (const HrTrial *self);
const HrLevers *hr_trial_get_levers (const HrTrial *self);
guint hr_trial_get_n_steps (const HrTrial *self);
const HrPareStep *hr_trial_get_step (const HrTrial *self, guint step);

HrPare hr_trial_get_pare (const HrTrial *self, guint step);
void hr_trial_set_pare (HrTrial *self, guint step, HrPare pare);
gboolean hr_trial_is_changed (const HrTrial *self);
double hr_trial_get_hours (const HrTrial *self, guint step);

const HrSegmentCapacity *hr_trial_get_before (const HrTrial *self);
const HrSegmentCapacity *hr_trial_get_after (HrTrial *self);
HrJourney *hr_trial_get_journey (const HrTrial *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HrTrial, hr_trial_free)

G_END_DECLS
