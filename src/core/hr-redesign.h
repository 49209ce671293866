/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-history.h"

G_BEGIN_DECLS

/* A journey that is made anew beside the current one. Each of these is one step to undo.
 */

HrJourney *hr_redesign_copy (HrPlan *plan,
                             const HrSegment *segment) G_GNUC_WARN_UNUSED_RESULT;

gboolean hr_redesign_begin (HrHistory *history, const HrSegment *segment, GError **error);
gboolean hr_redesign_keep (HrHistory *history,
                           const HrSegment *segment,
                           const HrJourney *wanted,
                           GError **error);
gboolean hr_redesign_adopt (HrHistory *history, const HrSegment *segment, GError **error);
void hr_redesign_discard (HrHistory *history, const HrSegment *segment);

G_END_DECLS
