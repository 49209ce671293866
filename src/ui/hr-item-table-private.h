/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-item-table.h"

G_BEGIN_DECLS

struct _HrItemTable
{
  GObject parent_instance;

  HrGrid *grid; /* (weak) (nullable) */
  GType item_type;
  HrDocument *document;     /* (owned) (nullable) */
  HrList *list;             /* (owned) (nullable): in its own order */
  GtkSortListModel *sorted; /* (owned): as shown */
  HrItemMakeFunc make;
  gpointer make_data;
  HrItemMarkFunc mark;
  gpointer mark_data;
  const HrField *section; /* (nullable): rows with the same one stand together */
  const HrField *hint;    /* (nullable): what it was elsewhere is offered */

  HrItem *current;    /* (owned) (nullable): of the cursor's row: the cursor follows it */
  HrItem *removed;    /* (owned) (nullable): the last one that was removed here */
  char *removed_from; /* the column that had the cursor then */
  gboolean is_changing; /* more is to come: the cursor waits */
};

HrPlan *hr_item_table_get_plan (HrItemTable *self);
const HrField *hr_item_table_find_field (HrItemTable *self, const char *property);
gboolean hr_item_table_find_row (HrItemTable *self, gconstpointer item, guint *row);
void hr_item_table_sort (HrItemTable *self);
void hr_item_table_follow (HrItemTable *self);

/* Where the edits go. */
void hr_item_table_init_store (HrGridStoreInterface *iface);

G_END_DECLS
