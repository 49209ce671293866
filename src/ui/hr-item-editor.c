/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-item-editor.h"

#include <glib/gi18n-lib.h>

#include "hr-field-row.h"

/**
 * HrItemEditor:
 *
 * Edits the properties of one item: a row for each field, made from the field table,
 * so that a new field of any type shows up by itself.
 */
struct _HrItemEditor
{
  AdwBin parent_instance;

  HrDocument *document; /* (nullable) */
  HrItem *item;         /* (owned) (nullable) */
  GStrv properties;     /* (nullable): which to show, in this order; all if NULL */
  char *title;          /* (nullable): above the rows */
  GPtrArray *rows;      /* (element-type GtkWidget) */
};

G_DEFINE_FINAL_TYPE (HrItemEditor, hr_item_editor, ADW_TYPE_BIN)

/* Where a reference is to something that has no list of its own in the plan, there is
 * nothing to choose from. */
static gboolean
is_editable (HrItemEditor *self, const HrField *field)
{
  if (field->kind == HR_FIELD_REF &&
      hr_plan_get_list (hr_document_get_plan (self->document), field->type ()) == NULL)
    return FALSE;
  return field->kind != HR_FIELD_LIST && field->kind != HR_FIELD_PORTFOLIO &&
         field->kind != HR_FIELD_RULE && field->kind != HR_FIELD_TAGS;
}

static void
add_row (HrItemEditor *self, AdwPreferencesGroup *group, const HrField *field)
{
  GtkWidget *row = hr_field_row_new (self->document, self->item, field);

  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (group, row);
}

static void
rebuild (HrItemEditor *self)
{
  AdwPreferencesGroup *group;
  guint n_fields;
  const HrField *fields;

  g_ptr_array_set_size (self->rows, 0);
  adw_bin_set_child (ADW_BIN (self), NULL);
  if (self->item == NULL)
    return;

  group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (group, self->title != NULL ? self->title : "");
  fields = hr_item_type_get_fields (G_OBJECT_TYPE (self->item), &n_fields);
  if (self->properties != NULL)
    for (guint i = 0; self->properties[i] != NULL; i++)
      add_row (self, group, hr_item_find_field (self->item, self->properties[i]));
  else
    for (guint i = 0; i < n_fields; i++)
      if (is_editable (self, &fields[i]))
        add_row (self, group, &fields[i]);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (group));
}

static void
hr_item_editor_dispose (GObject *object)
{
  HrItemEditor *self = HR_ITEM_EDITOR (object);

  g_clear_object (&self->item);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (hr_item_editor_parent_class)->dispose (object);
}

static void
hr_item_editor_finalize (GObject *object)
{
  HrItemEditor *self = HR_ITEM_EDITOR (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->properties, g_strfreev);
  g_clear_pointer (&self->title, g_free);

  G_OBJECT_CLASS (hr_item_editor_parent_class)->finalize (object);
}

static void
hr_item_editor_class_init (HrItemEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hr_item_editor_dispose;
  object_class->finalize = hr_item_editor_finalize;
}

static void
hr_item_editor_init (HrItemEditor *self)
{
  self->rows = g_ptr_array_new ();
}

GtkWidget *
hr_item_editor_new (void)
{
  return g_object_new (HR_TYPE_ITEM_EDITOR, NULL);
}

/**
 * hr_item_editor_set_item:
 * @self: an editor
 * @document: (nullable): the plan of @item
 * @item: (nullable): what to edit, or %NULL for nothing
 *
 * Shows the fields of an item.
 */
void
hr_item_editor_set_item (HrItemEditor *self, HrDocument *document, gpointer item)
{
  g_return_if_fail (HR_IS_ITEM_EDITOR (self));

  if (self->item == item && self->document == document)
    return;

  g_set_object (&self->document, document);
  g_set_object (&self->item, item);
  rebuild (self);
}

/**
 * hr_item_editor_set_fields:
 * @self: an editor
 * @title: (nullable): what these fields have in common, to stand above them
 * @properties: (nullable): the properties to show in this order, or %NULL for all
 *
 * Chooses what can be edited here.
 */
void
hr_item_editor_set_fields (HrItemEditor *self,
                           const char *title,
                           const char *const *properties)
{
  g_return_if_fail (HR_IS_ITEM_EDITOR (self));

  g_set_str (&self->title, title);
  g_strfreev (self->properties);
  self->properties = g_strdupv ((char **) properties);
  rebuild (self);
}

gpointer
hr_item_editor_get_item (HrItemEditor *self)
{
  return self->item;
}

static GtkWidget *
find_row (HrItemEditor *self, const char *property)
{
  for (guint i = 0; property != NULL && i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (g_str_equal (hr_field_row_get_property_name (row), property))
        return row;
    }
  return NULL;
}

/**
 * hr_item_editor_show_field:
 * @self: an editor
 * @property: one of the properties it shows
 * @shown: whether it means anything now
 *
 * Shows a row or hides it.
 */
void
hr_item_editor_show_field (HrItemEditor *self, const char *property, gboolean shown)
{
  GtkWidget *row;

  g_return_if_fail (HR_IS_ITEM_EDITOR (self));

  row = find_row (self, property);
  if (row != NULL)
    gtk_widget_set_visible (row, shown);
}

/**
 * hr_item_editor_focus:
 * @self: an editor
 * @property: (nullable): one of the properties it shows
 *
 * Puts the keyboard into the row of a property.
 *
 * Returns: whether there is one
 */
gboolean
hr_item_editor_focus (HrItemEditor *self, const char *property)
{
  GtkWidget *row = find_row (self, property);

  return row != NULL && gtk_widget_grab_focus (row);
}
