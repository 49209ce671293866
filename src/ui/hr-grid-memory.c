/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-grid.h"

/* What a person has made of the columns of a table, from one window to the next. */

typedef struct
{
  GSettings *settings;
  const char *key;
  guint save; /* an idle source */
} Memory;

static void
memory_free (gpointer data)
{
  Memory *self = data;

  g_clear_handle_id (&self->save, g_source_remove);
  g_object_unref (self->settings);
  g_free (self);
}

static Memory *
get_memory (HrGrid *grid)
{
  return g_object_get_data (G_OBJECT (grid), "hr-memory");
}

static gboolean
save_cb (gpointer user_data)
{
  HrGrid *grid = user_data;
  Memory *self = get_memory (grid);
  GListModel *columns = G_LIST_MODEL (hr_grid_get_columns (grid));
  GVariantBuilder builder;

  self->save = 0;
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sib)"));
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (HrGridColumn) column = g_list_model_get_item (columns, i);

      g_variant_builder_add (&builder, "(sib)", hr_grid_column_get_id (column),
                             hr_grid_column_get_width (column),
                             hr_grid_column_get_visible (column));
    }
  g_settings_set_value (self->settings, self->key, g_variant_builder_end (&builder));
  return G_SOURCE_REMOVE;
}

/* A column that is dragged changes with every frame. */
static void
changed_cb (HrGrid *grid)
{
  Memory *self = get_memory (grid);

  if (self->save == 0)
    self->save = g_idle_add_full (G_PRIORITY_LOW, save_cb, grid, NULL);
}

/* Columns that are not remembered stay where they are made. */
static void
restore (HrGrid *grid, GVariant *remembered)
{
  GListStore *columns = hr_grid_get_columns (grid);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (columns)), place = 0;
  GVariantIter iter;
  const char *id;
  gboolean visible;
  int width;

  g_variant_iter_init (&iter, remembered);
  while (g_variant_iter_next (&iter, "(&sib)", &id, &width, &visible))
    {
      g_autoptr (HrGridColumn) column = NULL;
      guint at;

      g_set_object (&column, hr_grid_find_column (grid, id));
      if (column == NULL || !g_list_store_find (columns, column, &at) || place >= n)
        continue;
      if (at != place)
        {
          g_list_store_remove (columns, at);
          g_list_store_insert (columns, MIN (place, n - 1), column);
        }
      place++;
      hr_grid_column_set_width (column, MAX (width, -1));
      hr_grid_column_set_visible (column, visible || place == 1);
    }
}

/**
 * hr_grid_remember:
 * @grid: a grid with all its columns
 * @settings: (transfer full): where
 * @key: of type a(sib): the columns in their order, each with its id, its width, or -1,
 * and whether it is shown
 *
 * Makes the columns as a person left them, and remembers what becomes of them.
 */
void
hr_grid_remember (HrGrid *grid, GSettings *settings, const char *key)
{
  Memory *self = g_new0 (Memory, 1);
  g_autoptr (GVariant) remembered = g_settings_get_value (settings, key);

  self->settings = settings;
  self->key = g_intern_string (key);
  restore (grid, remembered);
  g_object_set_data_full (G_OBJECT (grid), "hr-memory", self, memory_free);
  g_signal_connect (grid, "columns-changed", G_CALLBACK (changed_cb), NULL);
}
