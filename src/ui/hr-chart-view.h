/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hr-chart-area.h"

G_BEGIN_DECLS

#define HR_TYPE_CHART_VIEW (hr_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (HrChartView, hr_chart_view, HR, CHART_VIEW, AdwBin)

HrChartArea *hr_chart_view_get_area (HrChartView *self);
void hr_chart_view_set_document (HrChartView *self, HrDocument *document);
void hr_chart_view_edit (HrChartView *self, gpointer item, const char *property);
void hr_chart_view_offer (HrChartView *self,
                          const char *title,
                          const char *description,
                          const char *button);
void hr_chart_view_close (HrChartView *self);

G_END_DECLS
