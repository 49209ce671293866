/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-capacity.h"
#include "hr-stage.h"

G_BEGIN_DECLS

double hr_stage_get_hours (const HrCapacity *capacity,
                           const HrSegment *segment,
                           const HrStage *stage,
                           double *share);

G_END_DECLS
