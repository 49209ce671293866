/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-grid.h"

G_BEGIN_DECLS

/**
 * HrGridAccessible:
 *
 * What a screen reader finds in a #HrGrid: rows and cells that are no widgets. They are
 * made when somebody asks for them, for what is in view and for where the cursor is.
 */
typedef struct _HrGridAccessible HrGridAccessible;

HrGridAccessible *hr_grid_accessible_new (HrGrid *grid);
void hr_grid_accessible_free (HrGridAccessible *self);
void hr_grid_accessible_forget (HrGridAccessible *self);
void hr_grid_accessible_refresh (HrGridAccessible *self);
void hr_grid_accessible_scrolled (HrGridAccessible *self);
void hr_grid_accessible_follow (HrGridAccessible *self);
GtkAccessible *hr_grid_accessible_get_first_row (HrGridAccessible *self);

G_END_DECLS
