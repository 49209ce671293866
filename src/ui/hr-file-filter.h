/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void
hr_file_filter_add (GListStore *filters, const char *name, const char *const *endings);

G_END_DECLS
