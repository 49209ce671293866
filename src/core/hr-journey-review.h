/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-history.h"

G_BEGIN_DECLS

/* Whoever edits a journey has gone through it: see hr_history_set_finish(). */
void hr_journey_review_touched (HrHistory *history, gint32 day);

G_END_DECLS
