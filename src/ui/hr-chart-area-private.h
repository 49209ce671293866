/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-chart-area.h"
#include "hr-picture-export.h"

G_BEGIN_DECLS

struct _HrChartArea
{
  GtkWidget parent_instance;

  HrDocument *document;           /* (nullable) */
  const HrChart *chart;           /* (nullable) */
  HrChartSubjectFunc get_subject; /* (nullable): then it is the capacity */
  gpointer user_data;
  GArray *marks;       /* (owned) (nullable): NULL until somebody asks */
  GPtrArray *children; /* (owned) (nullable): of the marks, made on demand */
  int marks_width;     /* that they were laid out for */
  int marks_height;
  int current;            /* the mark that the keyboard is at, or -1 */
  HrItem *item;           /* (owned) (nullable): what it stands for */
  int hovered;            /* the mark under the pointer, or -1 */
  GskRenderNode *picture; /* (owned) (nullable): drawn once for each size and theme */
  GMenuModel *extra_menu; /* (owned) (nullable) */
  GtkWidget *menu;        /* (nullable): made on demand */
};

/* hr-chart-area.c */
const HrChartMark *hr_chart_area_get_mark (HrChartArea *self, int i);
void hr_chart_area_set_current (HrChartArea *self, int current);
gboolean hr_chart_area_activate (HrChartArea *self);

/* hr-chart-input.c: pointing, keyboard and menu */
void hr_chart_area_install_input (GtkWidgetClass *widget_class);
void hr_chart_area_init_input (HrChartArea *self);

/* hr-chart-export.c: "chart.copy" and "chart.save" */
void hr_chart_area_install_export_actions (GtkWidgetClass *widget_class);
HrDrawing *hr_chart_area_make_drawing (HrChartArea *self,
                                       HrDrawingForm form) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
