/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers of files and rules, the same in every language. */
char *hr_number_to_text (double number) G_GNUC_WARN_UNUSED_RESULT;
gboolean hr_money_from_number (double major, gint64 *minor);

G_END_DECLS
