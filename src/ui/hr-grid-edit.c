/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "hr-grid-choice.h"
#include "hr-grid-private.h"

/* ---- The store ---- */

/**
 * hr_grid_set_store:
 * @self: a grid
 * @store: (nullable): where edits go; %NULL for a grid that is only looked at
 *
 * Lets a grid be edited.
 */
void
hr_grid_set_store (HrGrid *self, HrGridStore *store)
{
  g_return_if_fail (HR_IS_GRID (self));

  g_set_object (&self->store, store);
  hr_grid_set_actions (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_READ_ONLY, store == NULL, -1);
}

void
hr_grid_refuse (HrGrid *self, const GError *error)
{
  self->is_refused = TRUE;
  g_signal_emit_by_name (self, "refused", error);
}

gboolean
hr_grid_write_cell (HrGrid *self, HrGridPlace place, const char *text)
{
  g_autoptr (HrGridTable) one = hr_grid_table_new_for_text (text);
  g_autoptr (GError) error = NULL;

  if (hr_grid_store_write (self->store, place, one, &error))
    return TRUE;
  hr_grid_refuse (self, error);
  return FALSE;
}

/* ---- Typing ---- */

/* Whether a cell is being typed in. */
gboolean
hr_grid_is_editing (HrGrid *self)
{
  g_return_val_if_fail (HR_IS_GRID (self), FALSE);

  return self->is_editing;
}

/**
 * hr_grid_stop_editing:
 * @self: a grid
 * @take: whether what was typed is meant
 *
 * Closes what is typed into. A refused text is told of, see #HrGrid::refused, and the
 * cell shows again what it holds.
 */
void
hr_grid_stop_editing (HrGrid *self, gboolean take)
{
  g_autofree char *text = NULL, *before = NULL;

  if (!self->is_editing)
    return;
  self->is_editing = FALSE;
  text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text)));
  if (gtk_widget_has_focus (self->text))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_set_visible (self->editor, FALSE);
  if (!take)
    return;
  before = hr_grid_store_get_entry (self->store, self->edited);
  if (g_strcmp0 (text, before) != 0)
    hr_grid_write_cell (self, self->edited, text);
}

/* As spreadsheets: Enter takes what is typed down, Tab along the row. A text that is
 * refused goes nowhere. */
static void
take_and_move (HrGrid *self, int down, int along)
{
  HrGridPlace to = self->edited;
  gboolean go;

  self->is_refused = FALSE;
  hr_grid_stop_editing (self, TRUE);
  go = !self->is_refused && self->has_cursor;
  if (!go)
    return;
  to = self->cursor; /* the row may have gone elsewhere, and the cursor with it */
  if (down < 0 ? to.row > 0 : down > 0)
    to.row += down;
  if (along < 0 ? to.column > 0 : along > 0)
    to.column += along;
  hr_grid_go_to (self, to, FALSE);
}

static void
take_and_go_down (HrGrid *self, int down)
{
  gboolean was_tabbing = self->is_tabbing;
  guint column = self->tab_column;

  take_and_move (self, down, 0);
  if (was_tabbing && !self->is_refused && self->has_cursor)
    hr_grid_go_to (self, (HrGridPlace) { self->cursor.row, column }, FALSE);
}

static gboolean
editor_key_cb (HrGrid *self, guint key, guint code, GdkModifierType state)
{
  gboolean mirrored = hr_grid_is_mirrored (self);
  gboolean back = (state & GDK_SHIFT_MASK) != 0;

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Escape:
      hr_grid_stop_editing (self, FALSE);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      take_and_go_down (self, back ? -1 : 1);
      return TRUE;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
    case GDK_KEY_ISO_Left_Tab:
      {
        guint column = self->is_tabbing ? self->tab_column : self->edited.column;

        back = back || key == GDK_KEY_ISO_Left_Tab;
        take_and_move (self, 0, back ? -1 : 1);
        self->is_tabbing = TRUE;
        self->tab_column = column;
        return TRUE;
      }
    case GDK_KEY_Up:
    case GDK_KEY_Down:
      take_and_move (self, key == GDK_KEY_Up ? -1 : 1, 0);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_Right:
      if (!self->is_typed || back)
        return FALSE;
      take_and_move (self, 0, (key == GDK_KEY_Left) != mirrored ? -1 : 1);
      return TRUE;
    default:
      return FALSE;
    }
}

/* What is typed and then left for something else is meant. */
static void
editor_left_cb (HrGrid *self)
{
  hr_grid_stop_editing (self, TRUE);
}

/* It is made once: when it is left, it is not yet forgotten by those who tell so. */
static void
make_editor (HrGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->text = gtk_text_new ();
  gtk_widget_add_css_class (self->text, "numeric");
  gtk_widget_set_valign (self->text, GTK_ALIGN_CENTER);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->text), 1); /* the column is wider */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (editor_key_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (editor_left_cb), self);
  gtk_widget_add_controller (self->text, keys);
  gtk_widget_add_controller (self->text, focus);
  self->editor =
      g_object_new (ADW_TYPE_BIN, "css-name", "editor", "child", self->text, NULL);
  gtk_widget_set_visible (self->editor, FALSE);
  gtk_widget_set_parent (self->editor, GTK_WIDGET (self->body));
}

/* Over its cell, wherever that is. */
void
hr_grid_allocate_editor (HrGrid *self)
{
  GdkRectangle area;
  int minimum;

  if (!self->is_editing)
    return;
  hr_grid_get_area (self, self->edited, &area);
  gtk_widget_measure (self->editor, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                      NULL);
  area.y -= gtk_widget_get_height (GTK_WIDGET (self->header));
  area.width = MAX (area.width, minimum);
  gtk_widget_size_allocate (self->editor, &area, -1);
}

/**
 * hr_grid_edit_text:
 * @self: a grid
 * @text: (nullable): what is in the cell to begin with; %NULL for what it holds
 *
 * Lets a person type into the cell of the cursor.
 */
void
hr_grid_edit_text (HrGrid *self, const char *text)
{
  g_autofree char *entry = hr_grid_store_get_entry (self->store, self->cursor);
  HrGridColumn *column = hr_grid_get_slot (self, self->cursor.column)->column;

  if (entry == NULL)
    return;
  hr_grid_scroll_to (self, self->cursor);
  if (self->editor == NULL)
    make_editor (self);
  self->edited = self->cursor;
  self->is_typed = text != NULL;
  self->is_editing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->text), text != NULL ? text : entry);
  gtk_editable_set_alignment (GTK_EDITABLE (self->text),
                              hr_grid_column_get_numeric (column) ? 1 : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  hr_grid_column_get_title (column), -1);
  gtk_widget_set_visible (self->editor, TRUE);
  hr_grid_allocate_editor (self);
  if (text != NULL)
    gtk_text_grab_focus_without_selecting (GTK_TEXT (self->text));
  else
    gtk_widget_grab_focus (self->text);
}

/* ---- Choosing ---- */

static GListModel *
get_choices (HrGrid *self, HrGridChoice *kind)
{
  return hr_grid_store_get_choices (self->store, self->cursor, kind);
}

static void
chosen_cb (HrGrid *self, const char *ids)
{
  if (self->edited.row < hr_grid_get_n_rows (self) &&
      self->edited.column < hr_grid_get_n_columns (self))
    hr_grid_write_cell (self, self->edited, ids);
}

static void
other_cb (HrGrid *self)
{
  hr_grid_edit_text (self, NULL);
}

static void
open_choices (HrGrid *self, GListModel *choices, HrGridChoice kind)
{
  g_autofree char *entry = hr_grid_store_get_entry (self->store, self->cursor);
  GdkRectangle area;

  if (self->choice != NULL)
    gtk_widget_unparent (self->choice);
  hr_grid_scroll_to (self, self->cursor);
  hr_grid_get_area (self, self->cursor, &area);
  self->edited = self->cursor;
  self->choice = hr_grid_choice_new (choices, kind, entry);
  g_signal_connect_swapped (self->choice, "chosen", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (self->choice, "other", G_CALLBACK (other_cb), self);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
      hr_grid_column_get_title (hr_grid_get_slot (self, self->cursor.column)->column),
      -1);
  gtk_widget_set_parent (self->choice, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->choice), &area);
  gtk_popover_popup (GTK_POPOVER (self->choice));
}

/* ---- What a person does ---- */

static gboolean
can_edit (HrGrid *self)
{
  return self->store != NULL && self->has_cursor && !self->is_editing;
}

/* Opens a cell: what can be chosen is, else it is typed. */
gboolean
hr_grid_open_cell (HrGrid *self)
{
  g_autoptr (GListModel) choices = NULL;
  HrGridChoice kind;

  if (!can_edit (self))
    return FALSE;
  choices = get_choices (self, &kind);
  if (choices != NULL)
    open_choices (self, choices, kind);
  else
    hr_grid_edit_text (self, NULL);
  return TRUE;
}

/**
 * hr_grid_start_editing:
 * @self: a grid
 *
 * Lets a person type into the cell of the cursor, or choose where nothing is typed.
 */
void
hr_grid_start_editing (HrGrid *self)
{
  g_autoptr (GListModel) choices = NULL;
  HrGridChoice kind;

  g_return_if_fail (HR_IS_GRID (self));

  if (!can_edit (self))
    return;
  choices = get_choices (self, &kind);
  if (choices != NULL && kind != HR_GRID_CHOICE_HINT)
    open_choices (self, choices, kind);
  else
    hr_grid_edit_text (self, NULL);
}

static gboolean
is_letter (guint key)
{
  gunichar c = gdk_keyval_to_unicode (key);

  return (c != 0 && g_unichar_isprint (c)) || key == GDK_KEY_Multi_key ||
         (key >= GDK_KEY_dead_grave && key <= GDK_KEY_dead_longsolidusoverlay);
}

/**
 * hr_grid_type:
 * @self: a grid
 * @key: a key that is pressed
 * @state: what is held with it
 * @controller: that has seen it
 *
 * Replaces what a cell holds by what is typed: the first letter goes to where the others
 * go, so that it can be composed. Where something is chosen the letter finds it.
 *
 * Returns: whether the key was meant so
 */
gboolean
hr_grid_type (HrGrid *self,
              guint key,
              GdkModifierType state,
              GtkEventController *controller)
{
  g_autoptr (GListModel) choices = NULL;
  HrGridChoice kind;

  if (!can_edit (self) || (state & GDK_CONTROL_MASK) || !is_letter (key))
    return FALSE;
  choices = get_choices (self, &kind);
  if (choices != NULL && kind != HR_GRID_CHOICE_HINT)
    {
      open_choices (self, choices, kind);
      hr_grid_choice_find (HR_GRID_CHOICE_LIST (self->choice),
                           gdk_keyval_to_unicode (key));
      return TRUE;
    }
  hr_grid_edit_text (self, "");
  if (self->is_editing)
    gtk_event_controller_key_forward (GTK_EVENT_CONTROLLER_KEY (controller), self->text);
  return TRUE;
}
