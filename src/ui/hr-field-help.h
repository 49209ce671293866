/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-field.h"

G_BEGIN_DECLS

/* What the rows of an editor say beside a field's label. */
const char *hr_field_get_help (GType type, const HrField *field);
gboolean hr_field_is_long (const HrField *field);

G_END_DECLS
