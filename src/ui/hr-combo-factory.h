/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Rows of a combo row whose names follow what they name. */
GtkListItemFactory *hr_combo_factory_new (AdwComboRow *row,
                                          GtkExpression *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
