/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-page.h"

G_BEGIN_DECLS

#define HR_TYPE_OVERVIEW_PAGE (hr_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (HrOverviewPage, hr_overview_page, HR, OVERVIEW_PAGE, HrPage)

G_END_DECLS
