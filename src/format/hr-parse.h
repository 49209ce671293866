/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-field.h"

G_BEGIN_DECLS

/* What people type, and what they find in the cell when they start to. */
gboolean
hr_parse_field (const HrField *field, const char *text, GValue *value, GError **error);
char *hr_parse_to_text (const HrField *field,
                        const GValue *value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
