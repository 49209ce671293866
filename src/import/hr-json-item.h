/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-item.h"
#include "hr-json.h"

G_BEGIN_DECLS

gpointer hr_json_read_item (HrJsonCursor *cursor,
                            GType type,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
