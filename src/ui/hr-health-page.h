/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-page.h"

G_BEGIN_DECLS

#define HR_TYPE_HEALTH_PAGE (hr_health_page_get_type ())
G_DECLARE_FINAL_TYPE (HrHealthPage, hr_health_page, HR, HEALTH_PAGE, HrPage)

G_END_DECLS
