/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "hr-test-sanitized.h"

G_BEGIN_DECLS

/* Long runs of chance. ./dev test runs them short and always the same; ./dev soak runs
 * them long and each time otherwise. What fails says its seed, and with that in
 * HEADROOM_SEED only that one runs. */

/* Of rounds that chance makes of the same kinds: all without sanitizers, with them enough
 * to see memory that is used wrongly. */
#define HR_TEST_FEWER(n) (HR_TEST_SANITIZED ? (n) / 5 : (n))

typedef void (*HrTestRound) (guint seed, gpointer data);
void hr_test_rounds (guint n_test, guint n_soak, HrTestRound func, gpointer data);
gboolean hr_test_is_soak (void);

G_END_DECLS
