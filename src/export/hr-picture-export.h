/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "hr-capacity.h"
#include "hr-segmentation.h"

G_BEGIN_DECLS

typedef enum
{
  HR_PICTURE_CAPACITY,
  HR_PICTURE_COVERAGE,
} HrPicture;

/* The ending of the path says the form: .svg or .png. */
gboolean hr_export_picture (const HrCapacity *capacity,
                            HrPicture picture,
                            const char *path,
                            GError **error);
/* A summary page, then a page per segment. */
gboolean hr_export_report (const HrCapacity *capacity,
                           HrSegmentation *segmentation,
                           const char *path,
                           GError **error);

G_END_DECLS
