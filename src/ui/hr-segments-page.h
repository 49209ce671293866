/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-page.h"

G_BEGIN_DECLS

#define HR_TYPE_SEGMENTS_PAGE (hr_segments_page_get_type ())
G_DECLARE_FINAL_TYPE (HrSegmentsPage, hr_segments_page, HR, SEGMENTS_PAGE, HrPage)

G_END_DECLS
