/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-grid.h"
#include "hr-test-ui.h"
#include "hr-touchpoint.h"

G_BEGIN_DECLS

/* Cells of tables whose rows are items: found by the item and the property. */
HrGrid *hr_test_cell_get_grid (HrTestUi *ui);
HrGridPlace hr_test_cell_find (HrTestUi *ui, gconstpointer item, const char *property);
void hr_test_cell_focus (HrTestUi *ui, gconstpointer item, const char *property);
void hr_test_cell_point (HrTestUi *ui, gconstpointer item, const char *property);
void hr_test_cell_select (HrTestUi *ui,
                          gconstpointer item,
                          const char *property,
                          guint n_rows,
                          guint n_columns);
gboolean hr_test_cell_has_focus (HrTestUi *ui, gconstpointer item, const char *property);
char *hr_test_cell_get_text (HrTestUi *ui,
                             gconstpointer item,
                             const char *property) G_GNUC_WARN_UNUSED_RESULT;
void hr_test_cell_assert_shows (HrTestUi *ui,
                                gconstpointer item,
                                const char *property,
                                const char *text);
void hr_test_cell_type (HrTestUi *ui,
                        gconstpointer item,
                        const char *property,
                        const char *text);

/* The table of the first segment's journey. */
HrList *hr_test_show_touchpoints (HrTestUi *ui);
HrTouchpoint *hr_test_cell_get_touchpoint (HrTestUi *ui, guint row);
guint hr_test_count_personas (HrTouchpoint *touchpoint);

G_END_DECLS
