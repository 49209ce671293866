/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-capacity.h"

G_BEGIN_DECLS

char *hr_csv_write_personas (const HrCapacity *capacity) G_GNUC_WARN_UNUSED_RESULT;
char *hr_csv_write_capacity (const HrCapacity *capacity) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
