/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Dates of files and rules, 2027-03-31, as days since 1970-01-01; the years have four
 * digits. */
#define HR_DATE_MIN (-719162) /* 0001-01-01 */
#define HR_DATE_MAX 2932896   /* 9999-12-31 */
#define HR_DATE_NONE G_MININT32

gboolean hr_date_parse (const char *text, gint32 *days);
gint32 hr_date_today (void);
char *hr_date_to_text (gint32 days) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
