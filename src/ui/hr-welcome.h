/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HR_TYPE_WELCOME (hr_welcome_get_type ())
G_DECLARE_FINAL_TYPE (HrWelcome, hr_welcome, HR, WELCOME, AdwBin)

G_END_DECLS
