/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-report.h"

#include "hr-error.h"

gboolean
hr_export_report (const HrCapacity *capacity, const char *path, GError **error)
{
  g_set_error (error, HR_ERROR, HR_ERROR_FILE, "“%s” cannot be saved yet", path);
  return FALSE;
}
