/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-document.h"
#include "hr-grid.h"

G_BEGIN_DECLS

/**
 * HrItemTable:
 *
 * The items of a list as the rows of a #HrGrid, and their fields as its columns: what is
 * written into a cell goes through the document's history.
 */
#define HR_TYPE_ITEM_TABLE (hr_item_table_get_type ())
G_DECLARE_FINAL_TYPE (HrItemTable, hr_item_table, HR, ITEM_TABLE, GObject)

/**
 * HrItemCellFunc:
 * @self: a table
 * @item: the item of a row
 * @cell: (out caller-allocates): what a computed cell shows, all zero
 */
typedef void (*HrItemCellFunc) (HrItemTable *self,
                                gpointer item,
                                HrGridCell *cell,
                                gpointer user_data);

/**
 * HrItemMakeFunc:
 * @self: a table
 * @neighbour: (nullable): the item that a new one comes after
 *
 * Makes an item as a new row begins. Returns: (transfer full): the item
 */
typedef gpointer (*HrItemMakeFunc) (HrItemTable *self,
                                    gpointer neighbour,
                                    gpointer user_data);

/**
 * HrItemMarkFunc:
 * @self: a table
 * @item: the item of a row
 * @cell: (out): takes the mark, its sign and its colour
 *
 * Says in a word what is to be said of a row, or leaves the cell as it is.
 */
typedef HrItemCellFunc HrItemMarkFunc;

HrItemTable *hr_item_table_new (HrGrid *grid, GType item_type) G_GNUC_WARN_UNUSED_RESULT;
void hr_item_table_add_field (HrItemTable *self,
                              const char *property,
                              const char *title,
                              int chars);
void hr_item_table_add_computed (HrItemTable *self,
                                 const char *id,
                                 const char *title,
                                 int chars,
                                 HrItemCellFunc func,
                                 gpointer user_data);
void
hr_item_table_set_make_func (HrItemTable *self, HrItemMakeFunc func, gpointer user_data);
void
hr_item_table_set_mark_func (HrItemTable *self, HrItemMarkFunc func, gpointer user_data);
void hr_item_table_set_section_field (HrItemTable *self, const char *property);
void hr_item_table_set_hint_field (HrItemTable *self, const char *property);

HrDocument *hr_item_table_get_document (HrItemTable *self);
void hr_item_table_set_document (HrItemTable *self, HrDocument *document);
void hr_item_table_set_list (HrItemTable *self, HrList *list);
void hr_item_table_update (HrItemTable *self);

gpointer hr_item_table_get_item (HrItemTable *self, guint row);
gpointer hr_item_table_get_current (HrItemTable *self);
gboolean
hr_item_table_go_to (HrItemTable *self, gconstpointer item, const char *property);
void hr_item_table_edit_new (HrItemTable *self, gconstpointer item);
gpointer hr_item_table_add (HrItemTable *self, GError **error);

G_END_DECLS
