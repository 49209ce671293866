/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hr-grid-range.h"
#include "hr-grid-table.h"

G_BEGIN_DECLS

/**
 * HrGridChoice:
 * @HR_GRID_CHOICE_ONE: one of them
 * @HR_GRID_CHOICE_SEVERAL: any number of them
 * @HR_GRID_CHOICE_HINT: one of them, or what is typed
 *
 * What may be chosen in a cell.
 */
typedef enum
{
  HR_GRID_CHOICE_ONE,
  HR_GRID_CHOICE_SEVERAL,
  HR_GRID_CHOICE_HINT,
} HrGridChoice;

/**
 * HrGridStore:
 *
 * Where the edits of a grid go. Each call is all or nothing, and one step to undo.
 */
#define HR_TYPE_GRID_STORE (hr_grid_store_get_type ())
G_DECLARE_INTERFACE (HrGridStore, hr_grid_store, HR, GRID_STORE, GObject)

struct _HrGridStoreInterface
{
  GTypeInterface parent_iface;

  /* What is found where one starts to type; %NULL for a cell that is not edited. */
  char *(*get_entry) (HrGridStore *self, HrGridPlace place);
  /* What a cell says to other programs, to the last digit; %NULL for what it shows. */
  char *(*get_plain) (HrGridStore *self, HrGridPlace place);
  /* What a cell can be, a list of HrReference; %NULL where it is typed. */
  GListModel *(*get_choices) (HrGridStore *self, HrGridPlace place, HrGridChoice *kind);
  /* Writes texts from a cell on; rows past the end are added. A cell that is not edited
   * is passed over. */
  gboolean (*write) (HrGridStore *self,
                     HrGridPlace from,
                     const HrGridTable *texts,
                     GError **error);
  /* Empties cells, or gives them what a new row has. */
  gboolean (*clear) (HrGridStore *self, const HrGridRange *range, GError **error);
  void (*remove) (HrGridStore *self, guint row, guint n_rows);
  gboolean (*duplicate) (HrGridStore *self, guint row, guint n_rows, GError **error);
  /* Takes rows before or after another one, and into its section. */
  gboolean (*move) (HrGridStore *self,
                    guint row,
                    guint n_rows,
                    guint target,
                    gboolean after,
                    GError **error);
};

char *hr_grid_store_get_entry (HrGridStore *self, HrGridPlace place);
char *hr_grid_store_get_plain (HrGridStore *self, HrGridPlace place);
GListModel *
hr_grid_store_get_choices (HrGridStore *self, HrGridPlace place, HrGridChoice *kind);
gboolean hr_grid_store_write (HrGridStore *self,
                              HrGridPlace from,
                              const HrGridTable *texts,
                              GError **error);
gboolean
hr_grid_store_clear (HrGridStore *self, const HrGridRange *range, GError **error);
void hr_grid_store_remove (HrGridStore *self, guint row, guint n_rows);
gboolean
hr_grid_store_duplicate (HrGridStore *self, guint row, guint n_rows, GError **error);
gboolean hr_grid_store_move (HrGridStore *self,
                             guint row,
                             guint n_rows,
                             guint target,
                             gboolean after,
                             GError **error);

G_END_DECLS
