/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-test-ui.h"

G_BEGIN_DECLS

/* A hand on keys and mouse that is quick: one xdotool that stays, for thousands of real
 * events. */
typedef struct _HrTestHand HrTestHand;

HrTestHand *hr_test_hand_new (void) G_GNUC_WARN_UNUSED_RESULT;
HrTestHand *hr_test_get_hand (void);
void hr_test_hand_free (HrTestHand *self);
void hr_test_hand_do (HrTestHand *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HrTestHand, hr_test_hand_free)

G_END_DECLS
