/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hr-document.h"

G_BEGIN_DECLS

#define HR_TYPE_SEGMENT_ROW (hr_segment_row_get_type ())
G_DECLARE_FINAL_TYPE (HrSegmentRow, hr_segment_row, HR, SEGMENT_ROW, GtkListBoxRow)

GtkWidget *hr_segment_row_new (HrDocument *document,
                               HrSegment *segment) G_GNUC_WARN_UNUSED_RESULT;
HrSegment *hr_segment_row_get_segment (HrSegmentRow *self);

G_END_DECLS
