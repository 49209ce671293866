/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "hr-capacity.h"
#include "hr-chart-text.h"

G_BEGIN_DECLS

/* The pages of a report: everything is laid out first, and painted once all is known.
 * Lengths are points; all places count from the start side on. Inside this room. */

/**
 * HrReportStyle:
 * @HR_REPORT_TITLE: at the head of a section
 * @HR_REPORT_FIGURE: the few numbers that matter most
 * @HR_REPORT_HEADING: above a part of a page
 * @HR_REPORT_STRONG: in running text and tables
 * @HR_REPORT_TEXT: running text and tables
 * @HR_REPORT_DIM: the same, of less weight
 * @HR_REPORT_SMALL: what can be looked up
 */
typedef enum
{
  HR_REPORT_TITLE,
  HR_REPORT_FIGURE,
  HR_REPORT_HEADING,
  HR_REPORT_STRONG,
  HR_REPORT_TEXT,
  HR_REPORT_DIM,
  HR_REPORT_SMALL,
} HrReportStyle;

#define HR_REPORT_N_STYLES (HR_REPORT_SMALL + 1)

/* A chart of the charts room. */
typedef void (*HrReportDrawFunc) (const HrCapacity *capacity,
                                  const HrChartTheme *theme,
                                  cairo_t *cr,
                                  double width,
                                  double height);

/**
 * HrReport:
 * @capacity: what it is about
 * @theme: how it looks; also that of its pictures
 * @pens: for each style
 * @pages: (owned) (element-type HrReportPage): so far
 * @section: (nullable) (owned): what the pages at hand are about
 * @margin: on both sides of a page
 * @width: between the margins
 * @top: where a page begins
 * @bottom: where the foot of a page begins
 *
 * Pages in the making.
 */
typedef struct
{
  const HrCapacity *capacity;
  HrChartTheme theme;
  HrChartPen pens[HR_REPORT_N_STYLES];
  GPtrArray *pages;
  char *section;
  double margin;
  double width;
  double top;
  double bottom;
} HrReport;

void
hr_report_init (HrReport *self, const HrCapacity *capacity, PangoDirection direction);
void hr_report_clear (HrReport *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HrReport, hr_report_clear)

guint hr_report_add_section (HrReport *self, const char *title);
guint hr_report_add_page (HrReport *self);
double hr_report_get_top (const HrReport *self, guint page);

HrChartText hr_report_write (const HrReport *self,
                             HrReportStyle style,
                             const char *words) G_GNUC_WARN_UNUSED_RESULT;
void
hr_report_put_text (HrReport *self, guint page, HrChartText text, double x, double y);
void hr_report_put_bar (HrReport *self,
                        guint page,
                        cairo_rectangle_t place,
                        const HrColor *color);
void hr_report_put_picture (HrReport *self,
                            guint page,
                            cairo_rectangle_t place,
                            HrReportDrawFunc draw,
                            HrCapacity *capacity);

void hr_report_put_feet (HrReport *self);
void hr_report_paint (const HrReport *self, cairo_surface_t *pdf);

G_END_DECLS
