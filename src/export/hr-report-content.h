/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-explanation.h"
#include "hr-report-flow.h"

G_BEGIN_DECLS

/* What stands in a report. Inside this room. */

cairo_status_t hr_report_to_pdf (const HrCapacity *capacity, GByteArray *bytes);

void hr_report_add_summary (HrReport *report);
void hr_report_add_segment (HrReport *report, guint segment);
void hr_report_add_personas (HrReport *report);
void hr_report_add_other_roles (HrReport *report);

void hr_report_put_totals (HrReportFlow *flow);
void hr_report_put_roles (HrReportFlow *flow);
void hr_report_put_figures (HrReportFlow *flow, const HrSegmentCapacity *segment);
void hr_report_put_stages (HrReportFlow *flow, const HrSegmentCapacity *segment);
void hr_report_put_touchpoints (HrReportFlow *flow, const HrSegmentCapacity *segment);
void hr_report_put_assumptions (HrReportFlow *flow, const HrSegmentCapacity *segment);

const char *hr_report_get_currency (const HrReport *report);
char *hr_report_capitalise (const char *words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
