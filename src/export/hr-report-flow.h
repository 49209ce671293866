/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-report-page.h"

G_BEGIN_DECLS

/**
 * HrReportFlow:
 * @report: the report
 * @page: where it is
 * @x: where it begins
 * @width: how wide it is
 * @y: where the next thing goes
 * @is_begun: whether something stands above that
 *
 * A column of a page that things are put into one below the other; what does not fit goes
 * on at the same place of the next page. Several flow beside each other.
 */
typedef struct
{
  HrReport *report;
  guint page;
  double x;
  double width;
  double y;
  gboolean is_begun;
} HrReportFlow;

HrReportFlow hr_report_begin_section (HrReport *report, const char *title);
double hr_report_flow_get_room (const HrReportFlow *self);
void hr_report_flow_break (HrReportFlow *self);
void hr_report_flow_need (HrReportFlow *self, double height);
void hr_report_flow_put (HrReportFlow *self, HrReportStyle style, const char *words);
void hr_report_flow_put_heading (HrReportFlow *self, const char *words);
void hr_report_flow_put_picture (HrReportFlow *self,
                                 HrReportDrawFunc draw,
                                 HrCapacity *capacity,
                                 double height);
HrReportFlow hr_report_flow_split (HrReportFlow *self, double share);
void hr_report_flow_join (HrReportFlow *self, const HrReportFlow *other);

G_END_DECLS
