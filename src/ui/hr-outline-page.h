/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-page.h"

G_BEGIN_DECLS

/* Pages that are an outline of some of the plan's lists. */
#define HR_TYPE_PERSONAS_PAGE (hr_personas_page_get_type ())
#define HR_TYPE_HEALTH_PAGE (hr_health_page_get_type ())
GType hr_personas_page_get_type (void);
GType hr_health_page_get_type (void);

G_END_DECLS
