/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-history-edit.h"
#include "hr-history.h"

G_BEGIN_DECLS

/* For those who write steps down and do them again. */

void hr_history_record (HrHistory *self, HrEdit *edit);
void hr_history_end_as (HrHistory *self, guint64 revision);
GPtrArray *hr_history_get_open (HrHistory *self);
GPtrArray *hr_history_get_edits (HrHistory *self, guint step);

G_END_DECLS
