/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-history.h"
#include "hr-segment.h"

G_BEGIN_DECLS

/**
 * HrTemplate:
 * @HR_TEMPLATE_HIGH_TOUCH: served by people, on site too
 * @HR_TEMPLATE_MID_TOUCH: served by people, from afar
 * @HR_TEMPLATE_DIGITAL: served by mail and in the product
 *
 * Journeys to start from. Their figures are assumed, and say so.
 */
typedef enum
{
  HR_TEMPLATE_HIGH_TOUCH,
  HR_TEMPLATE_MID_TOUCH,
  HR_TEMPLATE_DIGITAL,
} HrTemplate;

#define HR_N_TEMPLATES 3

gboolean hr_template_find (const char *id, HrTemplate *template);
HrPlan *hr_template_plan_new (const char *name,
                              HrTemplate only,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean hr_template_apply (HrTemplate template,
                            HrHistory *history,
                            HrSegment *segment,
                            const char *label,
                            GError **error);

G_END_DECLS
