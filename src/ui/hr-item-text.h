/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-plan.h"

G_BEGIN_DECLS

/* What a table says of an item's fields, and what is written into it. */
gboolean hr_item_text_is_number (const HrField *field);
char *hr_item_text_to_plain (HrPlan *plan,
                             gpointer item,
                             const HrField *field) G_GNUC_WARN_UNUSED_RESULT;
char *hr_item_text_to_entry (gpointer item,
                             const HrField *field) G_GNUC_WARN_UNUSED_RESULT;
gboolean hr_item_text_parse (
    HrPlan *plan, const HrField *field, const char *text, GValue *value, GError **error);

G_END_DECLS
