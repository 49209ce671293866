/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-json.h"
#include "hr-rule.h"

G_BEGIN_DECLS

HrRule *hr_json_read_rule (HrJsonCursor *cursor,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
