/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hr-document.h"

G_BEGIN_DECLS

#define HR_TYPE_JOURNEY_FIGURES (hr_journey_figures_get_type ())
G_DECLARE_FINAL_TYPE (HrJourneyFigures, hr_journey_figures, HR, JOURNEY_FIGURES, AdwBin)

void hr_journey_figures_open (HrJourneyFigures *self,
                              HrDocument *document,
                              HrSegment *segment,
                              HrJourneyVersion version);
void hr_journey_figures_update (HrJourneyFigures *self);
void
hr_journey_figures_set_room (HrJourneyFigures *self, guint n_columns, gboolean tight);

G_END_DECLS
