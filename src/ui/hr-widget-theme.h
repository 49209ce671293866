/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hr-chart-theme.h"

G_BEGIN_DECLS

HrChartTheme hr_widget_get_chart_theme (GtkWidget *widget);

G_END_DECLS
