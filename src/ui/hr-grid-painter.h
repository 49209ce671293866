/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-grid-private.h"

G_BEGIN_DECLS

/**
 * HrGridPainter:
 *
 * Lays out the cells of a grid and keeps them as render nodes while they are near.
 */
typedef struct _HrGridPainter HrGridPainter;

HrGridPainter *hr_grid_painter_new (HrGrid *grid, GtkWidget *pattern);
void hr_grid_painter_free (HrGridPainter *self);
void hr_grid_painter_forget (HrGridPainter *self);
void hr_grid_painter_refresh (HrGridPainter *self);
void hr_grid_painter_keep (HrGridPainter *self, guint first, guint n_rows);
GskRenderNode *hr_grid_painter_get_cell (HrGridPainter *self, guint row, guint column);

void hr_grid_painter_set_inset (HrGridPainter *self, int inset);
void hr_grid_painter_set_middle (HrGridPainter *self, int middle);
int hr_grid_painter_measure_chars (HrGridPainter *self, int chars);
int hr_grid_painter_measure_cell (HrGridPainter *self, guint row, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HrGridPainter, hr_grid_painter_free)

G_END_DECLS
