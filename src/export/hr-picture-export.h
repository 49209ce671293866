/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "hr-capacity.h"
#include "hr-chart.h"

G_BEGIN_DECLS

/**
 * HrPicture:
 * @HR_PICTURE_CAPACITY: capacity versus ARR per segment
 * @HR_PICTURE_COVERAGE: the coverage map
 * @HR_PICTURE_JOURNEY_MAP: the journey of the first segment, by who does it
 * @HR_PICTURE_JOURNEY_PERSONAS: the same, by who is met
 * @HR_PICTURE_PERSONA_MATRIX: what each persona needs and whom it goes to
 *
 * The pictures that can be taken out of a plan.
 */
typedef enum
{
  HR_PICTURE_CAPACITY,
  HR_PICTURE_COVERAGE,
  HR_PICTURE_JOURNEY_MAP,
  HR_PICTURE_JOURNEY_PERSONAS,
  HR_PICTURE_PERSONA_MATRIX,
} HrPicture;

#define HR_N_PICTURES (HR_PICTURE_PERSONA_MATRIX + 1)

gboolean hr_export_picture (const HrCapacity *capacity,
                            HrPicture picture,
                            const char *path,
                            GError **error);

/**
 * HrDrawing:
 *
 * A picture that has left the plan, to be written to a file or the clipboard.
 */
typedef struct _HrDrawing HrDrawing;

typedef enum
{
  HR_DRAWING_PNG,
  HR_DRAWING_SVG,
} HrDrawingForm;

gboolean hr_drawing_get_form (const char *path, HrDrawingForm *form, GError **error);
HrDrawing *hr_drawing_new (const HrChart *chart,
                           gconstpointer subject,
                           HrDrawingForm form) G_GNUC_WARN_UNUSED_RESULT;
void hr_drawing_free (HrDrawing *self);
gboolean hr_drawing_save (const HrDrawing *self, const char *path, GError **error);
GBytes *hr_drawing_to_bytes (const HrDrawing *self,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HrDrawing, hr_drawing_free)

G_END_DECLS
