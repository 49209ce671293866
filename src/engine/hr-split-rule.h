/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-rule.h"

G_BEGIN_DECLS

/* Inside this room: the rule of a band. */
HrRule *
hr_split_make_rule (const HrRule *base, double from, double to) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
