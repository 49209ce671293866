/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a field of a CSV file says, if all of it says one thing. None of these takes
 * blanks around the value. */

gboolean hr_csv_value_to_flag (const char *text, gsize length, gboolean *flag);
gboolean hr_csv_value_to_number (const char *text, gsize length, double *number);

typedef enum
{
  HR_CSV_MONEY,
  HR_CSV_MONEY_NOT,
  HR_CSV_MONEY_TOO_FINE,
  HR_CSV_MONEY_TOO_LARGE,
} HrCsvMoney;

HrCsvMoney hr_csv_value_to_money (const char *text, gsize length, gint64 *money);

/**
 * HrCsvDateForms:
 * @HR_CSV_DATE_ISO: 2027-03-31
 * @HR_CSV_DATE_DAY_FIRST: 31-03-2027, 31/3/2027, 31.03.2027
 * @HR_CSV_DATE_MONTH_FIRST: 03-31-2027 and so on
 *
 * As which a text can be read as a date; often more than one.
 */
typedef enum
{
  HR_CSV_DATE_ISO = 1 << 0,
  HR_CSV_DATE_DAY_FIRST = 1 << 1,
  HR_CSV_DATE_MONTH_FIRST = 1 << 2,
} HrCsvDateForms;

#define HR_CSV_DATE_ANY_ORDER (HR_CSV_DATE_DAY_FIRST | HR_CSV_DATE_MONTH_FIRST)
#define HR_CSV_DATE_ALL (HR_CSV_DATE_ISO | HR_CSV_DATE_ANY_ORDER)

HrCsvDateForms hr_csv_value_to_date (const char *text, gsize length, gint32 *parts);
gint32 hr_csv_date_to_days (gint32 parts, HrCsvDateForms form);

G_END_DECLS
