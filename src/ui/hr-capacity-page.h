/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-page.h"

G_BEGIN_DECLS

#define HR_TYPE_CAPACITY_PAGE (hr_capacity_page_get_type ())
G_DECLARE_FINAL_TYPE (HrCapacityPage, hr_capacity_page, HR, CAPACITY_PAGE, HrPage)

G_END_DECLS
