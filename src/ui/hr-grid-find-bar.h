/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hr-grid.h"

G_BEGIN_DECLS

/**
 * HrGridFindBar:
 *
 * Finds texts in a grid: Ctrl+F, wherever the focus is on the page, shows it.
 */
#define HR_TYPE_GRID_FIND_BAR (hr_grid_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (HrGridFindBar, hr_grid_find_bar, HR, GRID_FIND_BAR, AdwBin)

void hr_grid_find_bar_set_grid (HrGridFindBar *self, HrGrid *grid);

G_END_DECLS
