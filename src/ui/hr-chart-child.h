/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-chart-area.h"

G_BEGIN_DECLS

/**
 * HrChartChild:
 *
 * What a screen reader finds in a #HrChartArea: a mark of the chart, which is no widget.
 * It is told when the chart has no such mark any more.
 */
#define HR_TYPE_CHART_CHILD (hr_chart_child_get_type ())
G_DECLARE_FINAL_TYPE (HrChartChild, hr_chart_child, HR, CHART_CHILD, GObject)

HrChartChild *hr_chart_child_new (HrChartArea *area,
                                  guint position,
                                  const HrChartMark *mark) G_GNUC_WARN_UNUSED_RESULT;
void hr_chart_child_forget (HrChartChild *self);

/* For the child: what comes after it, and whether the keyboard is there. */
GtkAccessible *hr_chart_area_get_child (HrChartArea *self, guint position);
gboolean hr_chart_area_is_current (HrChartArea *self, guint position);

G_END_DECLS
