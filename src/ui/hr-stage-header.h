/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hr-document.h"
#include "hr-stage.h"

G_BEGIN_DECLS

#define HR_TYPE_STAGE_HEADER (hr_stage_header_get_type ())
G_DECLARE_FINAL_TYPE (HrStageHeader, hr_stage_header, HR, STAGE_HEADER, AdwBin)

GtkWidget *hr_stage_header_new (void) G_GNUC_WARN_UNUSED_RESULT;
void hr_stage_header_set (HrStageHeader *self,
                          HrDocument *document,
                          HrSegment *segment,
                          HrJourneyVersion version,
                          HrStage *stage);

G_END_DECLS
