/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-json.h"
#include "hr-portfolio.h"

G_BEGIN_DECLS

gboolean hr_json_read_portfolio (HrJsonCursor *about,
                                 HrJsonCursor *accounts,
                                 HrPortfolio **portfolio,
                                 GError **error);

G_END_DECLS
