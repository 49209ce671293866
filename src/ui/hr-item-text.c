/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-item-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "hr-format.h"
#include "hr-parse.h"
#include "hr-references.h"

gboolean
hr_item_text_is_number (const HrField *field)
{
  return field->kind == HR_FIELD_NUMBER || field->kind == HR_FIELD_MONEY ||
         field->kind == HR_FIELD_INTEGER;
}

static void
get_value (gpointer item, const HrField *field, GValue *value)
{
  g_value_init (value, hr_field_get_value_type (field));
  g_object_get_property (G_OBJECT (item), field->name, value);
}

/* As other programs get it: names, and numbers to the last digit. */
char *
hr_item_text_to_plain (HrPlan *plan, gpointer item, const HrField *field)
{
  return hr_item_text_is_number (field) ? hr_item_text_to_entry (item, field)
                                        : hr_format_field (plan, item, field);
}

/* As it is typed, hr_item_text_parse() reads it back. */
char *
hr_item_text_to_entry (gpointer item, const HrField *field)
{
  g_auto (GValue) value = G_VALUE_INIT;

  get_value (item, field, &value);
  return hr_parse_to_text (field, &value);
}

/* ---- What is written ---- */

static gboolean
is_same (const char *a, const char *b)
{
  g_autofree char *one = g_utf8_casefold (a, -1), *other = g_utf8_casefold (b, -1);

  return g_str_equal (one, other);
}

/* By id, as what is chosen from a list is, or by name, as what is typed or pasted is. */
static gboolean
find_id (GListModel *choices, const char *text, const char **id)
{
  *id = text;
  if (hr_references_find (choices, text) != GTK_INVALID_LIST_POSITION)
    return TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr (HrReference) choice = g_list_model_get_item (choices, i);
      g_autofree char *name = NULL;

      *id = hr_references_get_id (choices, i);
      g_object_get (choice, "name", &name, NULL);
      if (**id != '\0' && is_same (name, text))
        return TRUE;
    }
  return FALSE;
}

/* Returns: (transfer full) (nullable): ids with commas between, %NULL if one is not known
 */
static char *
find_ids (GListModel *choices, const HrField *field, const char *text, GError **error)
{
  g_auto (GStrv) parts = NULL;
  const char *id;

  if (*text == '\0' || find_id (choices, text, &id))
    return g_strdup (*text == '\0' ? "" : id);
  parts = g_strsplit_set (text, field->kind == HR_FIELD_REFS ? ",;\n" : "", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_strstrip (parts[i]);
      if (!find_id (choices, parts[i], &id))
        {
          g_set_error (error, HR_ERROR, HR_ERROR_VALUE, _ ("%s: there is no “%s”"),
                       _ (field->label), parts[i]);
          return NULL;
        }
      if (id != parts[i])
        g_set_str (&parts[i], id);
    }
  return g_strjoinv (",", parts);
}

/**
 * hr_item_text_parse:
 * @plan: where references lead to
 * @field: a field
 * @text: what was typed, chosen or pasted
 * @value: (out): initialised and set to what it means
 * @error: return location for a [error@Error], whose message begins with the field's
 * label
 *
 * Reads a text as hr_parse_field() does, and names of items and choices too.
 */
gboolean
hr_item_text_parse (
    HrPlan *plan, const HrField *field, const char *text, GValue *value, GError **error)
{
  g_autoptr (GListModel) choices = NULL;
  g_autofree char *clean = g_strstrip (g_strdup (text));
  g_autofree char *ids = NULL;

  if (field->kind != HR_FIELD_ENUM && field->kind != HR_FIELD_REF &&
      field->kind != HR_FIELD_REFS)
    return hr_parse_field (field, clean, value, error);
  choices = hr_references_new (plan, field);
  ids = find_ids (choices, field, clean, error);
  return ids != NULL && hr_parse_field (field, ids, value, error);
}
