/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "hr-grid-private.h"

/* What can be done with the selected cells and their rows. While a cell is typed in, the
 * keys of these are its own. */

static gboolean
get_range (HrGrid *self, HrGridRange *range)
{
  return self->store != NULL && !self->is_editing && hr_grid_get_selection (self, range);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  hr_grid_copy (HR_GRID (widget));
}

static void
paste_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HrGrid *self = HR_GRID (widget);
  HrGridRange range;

  if (get_range (self, &range))
    hr_grid_paste (self);
}

static gboolean
clear (HrGrid *self, const HrGridRange *range)
{
  g_autoptr (GError) error = NULL;

  if (hr_grid_store_clear (self->store, range, &error))
    return TRUE;
  hr_grid_refuse (self, error);
  return FALSE;
}

static void
cut_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HrGrid *self = HR_GRID (widget);
  HrGridRange range;

  if (!get_range (self, &range))
    return;
  hr_grid_copy (self);
  if (self->copying != NULL)
    return; /* too many to be gone before they are copied */
  clear (self, &range);
}

/* Whole rows are removed; of others the cells are emptied. */
static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HrGrid *self = HR_GRID (widget);
  HrGridRange range;

  if (!get_range (self, &range))
    return;
  if (range.n_columns == hr_grid_get_n_columns (self))
    hr_grid_remove_selected (self);
  else
    clear (self, &range);
}

void
hr_grid_remove_selected (HrGrid *self)
{
  HrGridRange range;

  if (get_range (self, &range))
    hr_grid_store_remove (self->store, range.row, range.n_rows);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  hr_grid_remove_selected (HR_GRID (widget));
}

/* The first of the selected cells goes into those below; of one alone, the one above it
 * comes down. */
static void
fill_down_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HrGrid *self = HR_GRID (widget);
  g_autoptr (HrGridTable) first = NULL, all = NULL;
  g_autoptr (GError) error = NULL;
  HrGridRange range;
  guint from;

  if (!get_range (self, &range) || (range.n_rows == 1 && range.row == 0))
    return;
  from = range.n_rows == 1 ? range.row - 1 : range.row;
  if (range.n_rows > 1)
    {
      range.row++;
      range.n_rows--;
    }
  first = hr_grid_table_new (1, range.n_columns);
  for (guint i = 0; i < range.n_columns; i++)
    hr_grid_table_take (
        first, 0, i,
        hr_grid_store_get_entry (self->store, (HrGridPlace) { from, range.column + i }));
  all = hr_grid_table_tile (first, range.n_rows, range.n_columns);
  if (!hr_grid_store_write (self->store, (HrGridPlace) { range.row, range.column }, all,
                            &error))
    hr_grid_refuse (self, error);
}

static void
duplicate_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HrGrid *self = HR_GRID (widget);
  g_autoptr (GError) error = NULL;
  HrGridRange range;

  if (get_range (self, &range) &&
      !hr_grid_store_duplicate (self->store, range.row, range.n_rows, &error))
    hr_grid_refuse (self, error);
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HrGrid *self = HR_GRID (widget);
  gboolean down = g_variant_get_int32 (parameter) > 0, same;
  g_autoptr (GError) error = NULL;
  HrGridRange range;
  guint target;

  if (!get_range (self, &range) ||
      (down ? range.row + range.n_rows == hr_grid_get_n_rows (self) : range.row == 0))
    return;
  /* at the edge of a section rows go into the next one before they go on there */
  target = down ? range.row + range.n_rows : range.row - 1;
  same = hr_grid_sections_count_to (self->sections, target) ==
         hr_grid_sections_count_to (self->sections, range.row);
  if (!hr_grid_store_move (self->store, range.row, range.n_rows, target, same == down,
                           &error))
    hr_grid_refuse (self, error);
}

static void
select_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HrGrid *self = HR_GRID (widget);

  hr_grid_select (self, (HrGridPlace) { G_MAXUINT, G_MAXUINT }, (HrGridPlace) { 0, 0 });
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  hr_grid_show_menu (HR_GRID (widget));
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType state;
    const char *action;
  } keys[] = {
    { GDK_KEY_Menu, 0, "menu.popup" },
    { GDK_KEY_F10, GDK_SHIFT_MASK, "menu.popup" },
    { GDK_KEY_c, GDK_CONTROL_MASK, "clipboard.copy" },
    { GDK_KEY_Insert, GDK_CONTROL_MASK, "clipboard.copy" },
    { GDK_KEY_x, GDK_CONTROL_MASK, "clipboard.cut" },
    { GDK_KEY_Delete, GDK_SHIFT_MASK, "clipboard.cut" },
    { GDK_KEY_v, GDK_CONTROL_MASK, "clipboard.paste" },
    { GDK_KEY_Insert, GDK_SHIFT_MASK, "clipboard.paste" },
    { GDK_KEY_a, GDK_CONTROL_MASK, "selection.select-all" },
    { GDK_KEY_Delete, 0, "selection.delete" },
    { GDK_KEY_KP_Delete, 0, "selection.delete" },
    { GDK_KEY_BackSpace, 0, "selection.delete" },
    { GDK_KEY_d, GDK_CONTROL_MASK, "grid.fill-down" },
    { GDK_KEY_d, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "grid.duplicate" },
    { GDK_KEY_minus, GDK_CONTROL_MASK, "grid.remove" },
    { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "grid.remove" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].state,
                                         keys[i].action, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK,
                                       "grid.move", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK,
                                       "grid.move", "i", 1);
}

static const struct
{
  const char *name;
  const char *type;
  GtkWidgetActionActivateFunc func;
  gboolean is_edit;
} ACTIONS[] = {
  { "clipboard.copy", NULL, copy_action, FALSE },
  { "selection.select-all", NULL, select_all_action, FALSE },
  { "menu.popup", NULL, menu_action, FALSE },
  { "clipboard.cut", NULL, cut_action, TRUE },
  { "clipboard.paste", NULL, paste_action, TRUE },
  { "selection.delete", NULL, delete_action, TRUE },
  { "grid.fill-down", NULL, fill_down_action, TRUE },
  { "grid.duplicate", NULL, duplicate_action, TRUE },
  { "grid.remove", NULL, remove_action, TRUE },
  { "grid.move", "i", move_action, TRUE },
};

void
hr_grid_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (ACTIONS); i++)
    gtk_widget_class_install_action (widget_class, ACTIONS[i].name, ACTIONS[i].type,
                                     ACTIONS[i].func);
  add_keys (widget_class);
}

/* Where nothing can be edited, nothing that edits is offered. */
void
hr_grid_set_actions (HrGrid *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (ACTIONS); i++)
    if (ACTIONS[i].is_edit)
      gtk_widget_action_set_enabled (GTK_WIDGET (self), ACTIONS[i].name,
                                     self->store != NULL);
}
