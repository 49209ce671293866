/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "hr-capacity.h"

G_BEGIN_DECLS

gboolean hr_export_report (const HrCapacity *capacity, const char *path, GError **error);

G_END_DECLS
