/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-report-flow.h"

G_BEGIN_DECLS

/**
 * HrReportColumn:
 * @HR_REPORT_COLUMN_GROUP: words that are said once for all rows that have the same
 * @HR_REPORT_COLUMN_NAME: words
 * @HR_REPORT_COLUMN_WORDS: words of less weight
 * @HR_REPORT_COLUMN_NUMBER: aligned at the end
 * @HR_REPORT_COLUMN_BAR: as long as the number of the row
 */
typedef enum
{
  HR_REPORT_COLUMN_GROUP,
  HR_REPORT_COLUMN_NAME,
  HR_REPORT_COLUMN_WORDS,
  HR_REPORT_COLUMN_NUMBER,
  HR_REPORT_COLUMN_BAR,
} HrReportColumn;

/**
 * HrReportRow:
 * @HR_REPORT_ROW_HEADER: what the columns are; comes again on every page
 * @HR_REPORT_ROW_PLAIN: one of many
 * @HR_REPORT_ROW_GROUP: what those below it have in common
 * @HR_REPORT_ROW_TOTAL: all of them together
 */
typedef enum
{
  HR_REPORT_ROW_HEADER,
  HR_REPORT_ROW_PLAIN,
  HR_REPORT_ROW_GROUP,
  HR_REPORT_ROW_TOTAL,
} HrReportRow;

/**
 * HrReportTable:
 *
 * Rows that are measured together and put into a flow.
 */
typedef struct _HrReportTable HrReportTable;

HrReportTable *hr_report_table_new (const HrReport *report,
                                    const HrReportColumn *columns,
                                    guint n_columns,
                                    guint widest) G_GNUC_WARN_UNUSED_RESULT;
void hr_report_table_free (HrReportTable *self);

void hr_report_table_begin (HrReportTable *self, HrReportRow row);
void hr_report_table_take (HrReportTable *self, char *cell);
void hr_report_table_set_bar (HrReportTable *self, double length);

void hr_report_table_put (HrReportTable *self, HrReportFlow *flow);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HrReportTable, hr_report_table_free)

G_END_DECLS
