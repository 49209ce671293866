/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-capacity.h"

G_BEGIN_DECLS

/* The persona matrix as a table for the clipboard: personas down, stages across. */
char *hr_persona_table_to_text (const HrCapacity *capacity) G_GNUC_WARN_UNUSED_RESULT;
char *hr_persona_table_to_html (const HrCapacity *capacity) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
