/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hr-document.h"
#include "hr-explanation.h"

G_BEGIN_DECLS

#define HR_TYPE_FIGURE (hr_figure_get_type ())
G_DECLARE_FINAL_TYPE (HrFigureButton, hr_figure, HR, FIGURE, AdwBin)

void hr_figure_set (HrFigureButton *self,
                    HrDocument *document,
                    HrFigure figure,
                    HrSegment *segment,
                    HrRole *role);
void hr_figure_set_version (HrFigureButton *self, HrJourneyVersion version);
void hr_figure_set_title (HrFigureButton *self, const char *title);
void hr_figure_set_change (HrFigureButton *self, const char *change);
void hr_figure_set_tight (HrFigureButton *self, gboolean tight);
void hr_figure_set_text (HrFigureButton *self, const char *value, const char *note);

G_END_DECLS
