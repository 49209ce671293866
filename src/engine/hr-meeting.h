/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-capacity.h"
#include "hr-need.h"
#include "hr-persona.h"
#include "hr-stage.h"

G_BEGIN_DECLS

/* Where journeys meet people. */

gboolean hr_touchpoint_serves (const HrTouchpoint *touchpoint,
                               const HrStage *stage,
                               const HrPersona *persona);
guint hr_segment_capacity_count_meetings (const HrSegmentCapacity *segment,
                                          const HrStage *stage,
                                          const HrPersona *persona);
guint hr_capacity_count_meetings (const HrCapacity *capacity,
                                  const HrStage *stage,
                                  const HrPersona *persona);
const HrNeed *hr_persona_find_need (const HrPersona *persona, const HrStage *stage);
gboolean hr_persona_asks (const HrPersona *persona, const HrNeed *need);

G_END_DECLS
