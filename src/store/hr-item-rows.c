/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-item-rows.h"

#include <string.h>

/**
 * hr_item_rows_get_table:
 * @type: a type of item
 *
 * Gets the table that holds the items of a type: HrPlaybookStep stands in playbook_step.
 */
char *
hr_item_rows_get_table (GType type)
{
  const char *name = g_type_name (type) + strlen ("Hr");
  GString *table = g_string_new (NULL);

  for (const char *c = name; *c != '\0'; c++)
    {
      if (g_ascii_isupper (*c) && c != name)
        g_string_append_c (table, '_');
      g_string_append_c (table, g_ascii_tolower (*c));
    }
  return g_string_free_and_steal (table);
}

char *
hr_item_rows_get_column (const HrField *field)
{
  return g_strdelimit (g_strdup (field->name), "-", '_');
}

/* The table that holds what a field of several references names. */
char *
hr_item_rows_get_link_table (GType type, const HrField *field)
{
  g_autofree char *table = hr_item_rows_get_table (type);
  g_autofree char *column = hr_item_rows_get_column (field);

  return g_strdup_printf ("%s_%s", table, column);
}

/**
 * hr_item_rows_get_class:
 * @field: a field
 *
 * Gets how the values of a field are stored.
 *
 * Returns: SQLITE_TEXT, SQLITE_INTEGER or SQLITE_FLOAT; SQLITE_NULL for a field that is
 *   not a column but has a table of its own
 */
int
hr_item_rows_get_class (const HrField *field)
{
  switch (field->kind)
    {
    case HR_FIELD_TEXT:
    case HR_FIELD_ENUM:
    case HR_FIELD_REF:
    case HR_FIELD_RULE:
      return SQLITE_TEXT;
    case HR_FIELD_FLAG:
    case HR_FIELD_INTEGER:
    case HR_FIELD_MONEY:
    case HR_FIELD_PORTFOLIO:
      return SQLITE_INTEGER;
    case HR_FIELD_NUMBER:
      return SQLITE_FLOAT;
    case HR_FIELD_REFS:
    case HR_FIELD_LIST:
      return SQLITE_NULL;
    case HR_FIELD_TAGS:
    default:
      g_return_val_if_reached (SQLITE_NULL);
    }
}

gboolean
hr_item_rows_may_be_null (const HrField *field)
{
  return field->kind == HR_FIELD_PORTFOLIO ||
         (field->kind == HR_FIELD_REF && (field->flags & HR_FIELD_REQUIRED) == 0) ||
         (field->flags & HR_FIELD_OPTIONAL) != 0;
}

gboolean
hr_item_rows_is_column (const HrField *field)
{
  return hr_item_rows_get_class (field) != SQLITE_NULL;
}

/* The columns of a table, in the order in which values are bound and read. */
char *
hr_item_rows_list_columns (GType type)
{
  GString *list = g_string_new ("\"id\"");
  guint n_fields;
  const HrField *fields = hr_item_type_get_fields (type, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (hr_item_rows_is_column (&fields[i]))
      {
        g_autofree char *column = hr_item_rows_get_column (&fields[i]);

        g_string_append_printf (list, ", \"%s\"", column);
      }
  if (type != HR_TYPE_PLAN)
    g_string_append (list, ", \"parent\", \"position\"");
  return g_string_free_and_steal (list);
}
