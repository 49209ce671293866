/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hr-capacity.h"

G_BEGIN_DECLS

#define HR_TYPE_EFFECT_LIST (hr_effect_list_get_type ())
G_DECLARE_FINAL_TYPE (HrEffectList, hr_effect_list, HR, EFFECT_LIST, AdwBin)

void hr_effect_list_show (HrEffectList *self,
                          const HrSegmentCapacity *before,
                          const HrSegmentCapacity *after,
                          const char *currency);

G_END_DECLS
