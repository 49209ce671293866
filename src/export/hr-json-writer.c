/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-json-writer.h"

#include "hr-date.h"
#include "hr-enums.h"
#include "hr-json-output.h"

static void
write_rule_value (HrJsonOutput *out, const char *key, const HrRuleValue *value)
{
  switch (value->kind)
    {
    case HR_RULE_TEXT:
      hr_json_output_text (out, key, value->text);
      break;
    case HR_RULE_NUMBER:
      hr_json_output_number (out, key, value->number);
      break;
    case HR_RULE_FLAG:
      hr_json_output_flag (out, key, value->flag);
      break;
    default:
      g_return_if_reached ();
    }
}

static void
write_condition (HrJsonOutput *out, const HrRule *rule)
{
  HrRuleOp op = hr_rule_get_op (rule);

  hr_json_output_text (out, "field", hr_rule_get_field (rule));
  hr_json_output_text (out, "op", hr_rule_op_to_text (op));
  if (op == HR_RULE_IN)
    hr_json_output_open (out, "value", '[');
  for (guint i = 0; i < hr_rule_get_n_values (rule); i++)
    write_rule_value (out, op == HR_RULE_IN ? NULL : "value",
                      hr_rule_get_value (rule, i));
  if (op == HR_RULE_IN)
    hr_json_output_close (out, ']');
}

static void
write_rule (HrJsonOutput *out, const char *key, const HrRule *rule)
{
  HrRuleKind kind = hr_rule_get_kind (rule);

  if (kind == HR_RULE_CONDITION)
    {
      hr_json_output_open_line (out, key, '{');
      write_condition (out, rule);
      hr_json_output_close (out, '}');
      return;
    }

  hr_json_output_open (out, key, '{');
  if (kind == HR_RULE_NOT)
    write_rule (out, "not", hr_rule_get_child (rule, 0));
  else
    {
      hr_json_output_open (out, kind == HR_RULE_ALL ? "all" : "any", '[');
      for (guint i = 0; i < hr_rule_get_n_children (rule); i++)
        write_rule (out, NULL, hr_rule_get_child (rule, i));
      hr_json_output_close (out, ']');
    }
  hr_json_output_close (out, '}');
}

static void
write_refs (HrJsonOutput *out, const char *key, char *const *ids)
{
  hr_json_output_open_line (out, key, '[');
  for (guint i = 0; ids[i] != NULL; i++)
    hr_json_output_text (out, NULL, ids[i]);
  hr_json_output_close (out, ']');
}

static void
write_tag (HrJsonOutput *out, const char *key, const HrTag *tag)
{
  hr_json_output_open_line (out, key, '{');
  hr_json_output_text (out, "kind", hr_enum_to_nick (HR_TYPE_TAG_KIND, (int) tag->kind));
  if (tag->source != NULL)
    hr_json_output_text (out, "source", tag->source);
  if (tag->year != 0)
    hr_json_output_number (out, "year", tag->year);
  hr_json_output_close (out, '}');
}

static void
write_tags (HrJsonOutput *out, gpointer item)
{
  HrTags *tags = hr_item_get_tags (item);

  if (tags == NULL)
    return;

  hr_json_output_open (out, "tags", '{');
  for (guint i = 0; i < hr_tags_get_n (tags); i++)
    {
      const char *property;
      const HrTag *tag = hr_tags_get_nth (tags, i, &property);
      const HrField *field = hr_item_find_field (item, property);
      g_autofree char *key = NULL;

      g_return_if_fail (field != NULL);

      key = field->group != NULL ? g_strconcat (field->group, ".", field->key, NULL)
                                 : g_strdup (field->key);
      write_tag (out, key, tag);
    }
  hr_json_output_close (out, '}');
}

#define MEMBER(type, item, field) (*(type const *) hr_item_member (item, field))

static void
write_value (HrJsonOutput *out, gpointer item, const HrField *field)
{
  switch (field->kind)
    {
    case HR_FIELD_TEXT:
    case HR_FIELD_REF:
      hr_json_output_text (out, field->key, MEMBER (char *, item, field));
      break;
    case HR_FIELD_ENUM:
      hr_json_output_text (out, field->key,
                           hr_enum_to_nick (field->type (), MEMBER (int, item, field)));
      break;
    case HR_FIELD_FLAG:
      hr_json_output_flag (out, field->key, MEMBER (gboolean, item, field));
      break;
    case HR_FIELD_INTEGER:
      hr_json_output_number (out, field->key, MEMBER (int, item, field));
      break;
    case HR_FIELD_NUMBER:
      hr_json_output_number (out, field->key, MEMBER (double, item, field));
      break;
    case HR_FIELD_MONEY:
      hr_json_output_money (out, field->key, MEMBER (gint64, item, field));
      break;
    case HR_FIELD_REFS:
      write_refs (out, field->key, MEMBER (char **, item, field));
      break;
    case HR_FIELD_RULE:
      write_rule (out, field->key, MEMBER (HrRule *, item, field));
      break;
    case HR_FIELD_PORTFOLIO:
    case HR_FIELD_TAGS:
    case HR_FIELD_LIST:
    default:
      g_return_if_reached ();
    }
}

static void write_item (HrJsonOutput *out, gpointer item);

static void
write_list (HrJsonOutput *out, const char *key, HrList *list)
{
  hr_json_output_open (out, key, '[');
  for (guint i = 0; i < hr_list_get_n (list); i++)
    {
      hr_json_output_open (out, NULL, '{');
      write_item (out, hr_list_get (list, i));
      hr_json_output_close (out, '}');
    }
  hr_json_output_close (out, ']');
}

/* The fields of a group stand side by side in the table, and in an object of its own. */
static void
write_fields (HrJsonOutput *out, gpointer item)
{
  const char *group = NULL;
  guint n_fields;
  const HrField *fields = hr_item_type_get_fields (G_OBJECT_TYPE (item), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      if (fields[i].group != group && group != NULL)
        hr_json_output_close (out, '}');
      if (fields[i].group != group && fields[i].group != NULL)
        hr_json_output_open (out, fields[i].group, '{');
      group = fields[i].group;

      if (fields[i].kind == HR_FIELD_LIST)
        write_list (out, fields[i].key, hr_item_get_list (item, &fields[i]));
      else if (fields[i].kind != HR_FIELD_PORTFOLIO)
        write_value (out, item, &fields[i]);
    }
  if (group != NULL)
    hr_json_output_close (out, '}');
}

static void
write_item (HrJsonOutput *out, gpointer item)
{
  hr_json_output_text (out, "id", hr_item_get_id (item));
  write_fields (out, item);
  write_tags (out, item);
}

static void
write_cell (HrJsonOutput *out, const HrColumn *column, gsize row)
{
  const char *name = hr_column_get_name (column);
  g_autofree char *date = NULL;

  switch (hr_column_get_column_type (column))
    {
    case HR_COLUMN_TEXT:
      hr_json_output_text (out, name, hr_column_get_text_at (column, row));
      break;
    case HR_COLUMN_NUMBER:
      hr_json_output_number (out, name, hr_column_get_numbers (column)[row]);
      break;
    case HR_COLUMN_MONEY:
      hr_json_output_money (out, name, hr_column_get_money (column)[row]);
      break;
    case HR_COLUMN_DATE:
      date = hr_date_to_text (hr_column_get_days (column)[row]);
      hr_json_output_text (out, name, date);
      break;
    case HR_COLUMN_FLAG:
      hr_json_output_flag (out, name, hr_column_get_flags (column)[row] != 0);
      break;
    default:
      g_return_if_reached ();
    }
}

/* Missing values are left out. */
static void
write_cells (HrJsonOutput *out, const GPtrArray *columns, gsize row)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const HrColumn *column = g_ptr_array_index (columns, i);

      if (!hr_column_is_missing (column, row))
        write_cell (out, column, row);
    }
}

static void
write_accounts (HrJsonOutput *out, const HrPortfolio *portfolio)
{
  g_autoptr (GPtrArray) standard = g_ptr_array_new ();
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();

  for (guint i = 0; i < hr_portfolio_get_n_columns (portfolio); i++)
    {
      HrColumn *column = hr_portfolio_get_column (portfolio, i);
      HrColumnType type;

      g_ptr_array_add (hr_portfolio_get_standard_type (hr_column_get_name (column), &type)
                           ? standard
                           : fields,
                       column);
    }

  hr_json_output_open (out, "accounts", '[');
  for (gsize row = 0; row < hr_portfolio_get_n_accounts (portfolio); row++)
    {
      hr_json_output_open_line (out, NULL, '{');
      write_cells (out, standard, row);
      hr_json_output_open (out, "fields", '{');
      write_cells (out, fields, row);
      hr_json_output_close (out, '}');
      hr_json_output_close (out, '}');
    }
  hr_json_output_close (out, ']');
}

static void
write_portfolio (HrJsonOutput *out, const HrPortfolio *portfolio)
{
  hr_json_output_open (out, "portfolio", '{');
  hr_json_output_text (out, "source", hr_portfolio_get_source (portfolio));
  hr_json_output_text (out, "imported_at", hr_portfolio_get_imported_at (portfolio));
  hr_json_output_open (out, "columns", '[');
  for (guint i = 0; i < hr_portfolio_get_n_columns (portfolio); i++)
    {
      const HrColumn *column = hr_portfolio_get_column (portfolio, i);

      hr_json_output_open_line (out, NULL, '{');
      hr_json_output_text (out, "name", hr_column_get_name (column));
      hr_json_output_text (out, "type",
                           hr_enum_to_nick (HR_TYPE_COLUMN_TYPE,
                                            (int) hr_column_get_column_type (column)));
      hr_json_output_close (out, '}');
    }
  hr_json_output_close (out, ']');
  hr_json_output_close (out, '}');
}

/**
 * hr_json_write_plan:
 * @plan: a plan
 *
 * Writes the JSON form of a plan, complete: reading it gives an equal plan, and writing
 * that gives the same bytes.
 *
 * Returns: (transfer full): UTF-8 that ends with a line break
 */
char *
hr_json_write_plan (HrPlan *plan)
{
  HrJsonOutput out;

  hr_json_output_init (&out);
  hr_json_output_open (&out, NULL, '{');
  hr_json_output_text (&out, "format", "headroom-plan");
  hr_json_output_number (&out, "version", 1);
  write_item (&out, plan);
  if (plan->portfolio != NULL)
    {
      write_portfolio (&out, plan->portfolio);
      write_accounts (&out, plan->portfolio);
    }
  hr_json_output_close (&out, '}');
  return hr_json_output_end (&out);
}
