/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-field.h"

G_BEGIN_DECLS

/* What people type, and what they find in the cell when they start to. */
gboolean
hr_parse_field (const HrField *field, const char *text, GValue *value, GError **error);
gboolean hr_parse_number (const char *text, double *number);
char *hr_parse_number_to_text (double number) G_GNUC_WARN_UNUSED_RESULT;
char *hr_parse_number_to_grouped_text (double number) G_GNUC_WARN_UNUSED_RESULT;
char *hr_parse_to_text (const HrField *field,
                        const GValue *value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
