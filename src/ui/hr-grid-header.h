/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-grid.h"

G_BEGIN_DECLS

/* A column is never narrower than this. */
#define HR_GRID_MIN_WIDTH 48

/**
 * HrGridHeader:
 *
 * The titles of a #HrGrid: pressed they sort, dragged they move, and dragged at their
 * ends they make a column wider.
 */
#define HR_TYPE_GRID_HEADER (hr_grid_header_get_type ())
G_DECLARE_FINAL_TYPE (HrGridHeader, hr_grid_header, HR, GRID_HEADER, GtkWidget)

GtkWidget *hr_grid_header_new (HrGrid *grid) G_GNUC_WARN_UNUSED_RESULT;
void hr_grid_header_set_titles (HrGridHeader *self);
void hr_grid_header_show_order (HrGridHeader *self);
int hr_grid_header_measure_title (HrGridHeader *self, guint column);

G_END_DECLS
