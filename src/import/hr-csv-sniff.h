/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char hr_csv_sniff_delimiter (const char *sample, gsize length);

G_END_DECLS
