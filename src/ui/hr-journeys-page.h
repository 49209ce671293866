/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-page.h"

G_BEGIN_DECLS

#define HR_TYPE_JOURNEYS_PAGE (hr_journeys_page_get_type ())
G_DECLARE_FINAL_TYPE (HrJourneysPage, hr_journeys_page, HR, JOURNEYS_PAGE, HrPage)

void hr_journeys_page_compare (HrJourneysPage *self, HrSegment *segment);

G_END_DECLS
