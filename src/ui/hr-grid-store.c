/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-grid-store.h"

G_DEFINE_INTERFACE (HrGridStore, hr_grid_store, G_TYPE_OBJECT)

static void
hr_grid_store_default_init (HrGridStoreInterface *iface)
{
}

char *
hr_grid_store_get_entry (HrGridStore *self, HrGridPlace place)
{
  return HR_GRID_STORE_GET_IFACE (self)->get_entry (self, place);
}

char *
hr_grid_store_get_plain (HrGridStore *self, HrGridPlace place)
{
  return HR_GRID_STORE_GET_IFACE (self)->get_plain (self, place);
}

GListModel *
hr_grid_store_get_choices (HrGridStore *self, HrGridPlace place, HrGridChoice *kind)
{
  return HR_GRID_STORE_GET_IFACE (self)->get_choices (self, place, kind);
}

gboolean
hr_grid_store_write (HrGridStore *self,
                     HrGridPlace from,
                     const HrGridTable *texts,
                     GError **error)
{
  return HR_GRID_STORE_GET_IFACE (self)->write (self, from, texts, error);
}

gboolean
hr_grid_store_clear (HrGridStore *self, const HrGridRange *range, GError **error)
{
  return HR_GRID_STORE_GET_IFACE (self)->clear (self, range, error);
}

void
hr_grid_store_remove (HrGridStore *self, guint row, guint n_rows)
{
  HR_GRID_STORE_GET_IFACE (self)->remove (self, row, n_rows);
}

gboolean
hr_grid_store_duplicate (HrGridStore *self, guint row, guint n_rows, GError **error)
{
  return HR_GRID_STORE_GET_IFACE (self)->duplicate (self, row, n_rows, error);
}

gboolean
hr_grid_store_move (HrGridStore *self,
                    guint row,
                    guint n_rows,
                    guint target,
                    gboolean after,
                    GError **error)
{
  return HR_GRID_STORE_GET_IFACE (self)->move (self, row, n_rows, target, after, error);
}
