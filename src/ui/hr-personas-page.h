/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-page.h"

G_BEGIN_DECLS

#define HR_TYPE_PERSONAS_PAGE (hr_personas_page_get_type ())
G_DECLARE_FINAL_TYPE (HrPersonasPage, hr_personas_page, HR, PERSONAS_PAGE, HrPage)

G_END_DECLS
