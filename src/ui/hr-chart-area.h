/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hr-chart.h"
#include "hr-document.h"

G_BEGIN_DECLS

#define HR_TYPE_CHART_AREA (hr_chart_area_get_type ())
G_DECLARE_FINAL_TYPE (HrChartArea, hr_chart_area, HR, CHART_AREA, GtkWidget)

/**
 * HrChartSubjectFunc:
 *
 * Says what the chart shows now; it is asked anew after each change, and keeps nothing.
 *
 * Returns: (nullable): a subject of the type that the chart shows
 */
typedef gconstpointer (*HrChartSubjectFunc) (HrChartArea *area, gpointer user_data);

void hr_chart_area_set_document (HrChartArea *self, HrDocument *document);
void hr_chart_area_set_chart (HrChartArea *self,
                              const HrChart *chart,
                              HrChartSubjectFunc get_subject,
                              gpointer user_data);
void hr_chart_area_refresh (HrChartArea *self);
gboolean hr_chart_area_show_item (HrChartArea *self, gpointer item);
GArray *hr_chart_area_get_marks (HrChartArea *self);
HrDocument *hr_chart_area_get_document (HrChartArea *self);
GMenuModel *hr_chart_area_make_menu (HrChartArea *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
