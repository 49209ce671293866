/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-item.h"

G_BEGIN_DECLS

/* The members of items as their fields describe them; for hr-item*.c only. */

void hr_item_init_member (gpointer item, const HrField *field);
void hr_item_clear_member (gpointer item, const HrField *field);
void hr_item_read_member (gpointer item, const HrField *field, GValue *value);
void hr_item_write_member (gpointer item, const HrField *field, const GValue *value);

G_END_DECLS
