/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-error.h"

/* clang-format off */
G_DEFINE_QUARK (hr-error-quark, hr_error)
/* clang-format on */
