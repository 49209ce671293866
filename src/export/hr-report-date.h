/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* When a report is made. Inside this room. */

gint32 hr_report_date_to_days (void);
char *hr_report_date_to_text (void) G_GNUC_WARN_UNUSED_RESULT;
char *hr_report_date_to_iso (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
