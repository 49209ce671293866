/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hr-document.h"
#include "hr-journey-diff.h"

G_BEGIN_DECLS

#define HR_TYPE_REDESIGN_PANE (hr_redesign_pane_get_type ())
G_DECLARE_FINAL_TYPE (HrRedesignPane, hr_redesign_pane, HR, REDESIGN_PANE, AdwBin)

void hr_redesign_pane_show (HrRedesignPane *self,
                            HrDocument *document,
                            HrSegment *segment,
                            const HrJourneyDiff *diff);

G_END_DECLS
