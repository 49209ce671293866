/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "hr-capacity.h"

G_BEGIN_DECLS

/**
 * HrPicture:
 * @HR_PICTURE_CAPACITY: capacity versus ARR per segment
 * @HR_PICTURE_COVERAGE: the coverage map
 *
 * The pictures that can be taken out of a plan.
 */
typedef enum
{
  HR_PICTURE_CAPACITY,
  HR_PICTURE_COVERAGE,
} HrPicture;

gboolean hr_export_picture (const HrCapacity *capacity,
                            HrPicture picture,
                            const char *path,
                            GError **error);

G_END_DECLS
