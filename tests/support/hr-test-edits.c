/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-test-edits.h"

#include <string.h>

#include "hr-test-plan.h"

/* Random edits over everything that the field tables name. Nothing here knows a type: a
 * new one is edited by itself. */

#define MOST_ITEMS 45 /* more make a walk slow and find nothing new */

typedef enum
{
  ACTION_SET,
  ACTION_TAG,
  ACTION_INSERT,
  ACTION_REMOVE,
  ACTION_MOVE,
  N_ACTIONS,
} Action;

static const char *const ACTIONS[] = { "set", "tag", "insert", "remove", "move" };

/* ---- A print of a plan, made without the code that is tested ---- */

static void
hash_bytes (guint64 *print, gconstpointer bytes, gsize n)
{
  for (gsize i = 0; i < n; i++)
    *print = (*print ^ ((const guchar *) bytes)[i]) * G_GUINT64_CONSTANT (1099511628211);
}

/* NULL is not the empty text. */
static void
hash_text (guint64 *print, const char *text)
{
  hash_bytes (print, text != NULL ? text : "", text != NULL ? strlen (text) + 1 : 0);
  hash_bytes (print, "|", 1);
}

static void
hash_tags (guint64 *print, const HrTags *tags)
{
  for (guint i = 0; i < hr_tags_get_n (tags); i++)
    {
      const char *property;
      const HrTag *tag = hr_tags_get_nth (tags, i, &property);

      hash_text (print, property);
      hash_bytes (print, &tag->kind, sizeof tag->kind);
      hash_bytes (print, &tag->year, sizeof tag->year);
      hash_text (print, tag->source);
    }
}

static void
hash_rule (guint64 *print, const HrRule *rule)
{
  g_autofree char *text = hr_rule_to_text (rule);

  hash_text (print, text);
}

static void
hash_cell (guint64 *print, const HrColumn *column, gsize row)
{
  switch (hr_column_get_column_type (column))
    {
    case HR_COLUMN_TEXT:
      hash_text (print, hr_column_get_text_at (column, row));
      break;
    case HR_COLUMN_NUMBER:
      hash_bytes (print, &hr_column_get_numbers (column)[row], sizeof (double));
      break;
    case HR_COLUMN_MONEY:
      hash_bytes (print, &hr_column_get_money (column)[row], sizeof (gint64));
      break;
    case HR_COLUMN_DATE:
      hash_bytes (print, &hr_column_get_days (column)[row], sizeof (gint32));
      break;
    case HR_COLUMN_FLAG:
      hash_bytes (print, &hr_column_get_flags (column)[row], 1);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
hash_portfolio (guint64 *print, HrPortfolio *portfolio)
{
  for (guint i = 0; portfolio != NULL && i < hr_portfolio_get_n_columns (portfolio); i++)
    {
      const HrColumn *column = hr_portfolio_get_column (portfolio, i);

      hash_text (print, hr_column_get_name (column));
      for (gsize row = 0; row < hr_column_get_n (column); row++)
        hash_cell (print, column, row);
    }
}

static void
hash_field (guint64 *print, gpointer item, const HrField *field)
{
  gconstpointer member = hr_item_member (item, field);
  guint n;

  switch (field->kind)
    {
    case HR_FIELD_TEXT:
    case HR_FIELD_REF:
      hash_text (print, *(char *const *) member);
      break;
    case HR_FIELD_ENUM:
    case HR_FIELD_FLAG:
    case HR_FIELD_INTEGER:
      hash_bytes (print, member, sizeof (int));
      break;
    case HR_FIELD_NUMBER:
      hash_bytes (print, member, sizeof (double));
      break;
    case HR_FIELD_MONEY:
      hash_bytes (print, member, sizeof (gint64));
      break;
    case HR_FIELD_PORTFOLIO:
      hash_portfolio (print, *(HrPortfolio *const *) member);
      break;
    case HR_FIELD_REFS:
      for (char *const *id = *(char *const *const *) member; *id != NULL; id++)
        hash_text (print, *id);
      hash_text (print, NULL);
      break;
    case HR_FIELD_RULE:
      hash_rule (print, *(const HrRule *const *) member);
      break;
    case HR_FIELD_LIST:
      n = hr_list_get_n (*(HrList *const *) member);
      hash_bytes (print, &n, sizeof n);
      break;
    case HR_FIELD_TAGS:
    default:
      g_assert_not_reached ();
    }
}

static gboolean
hash_item_cb (gpointer item, gpointer data)
{
  guint n_fields;
  const HrField *fields = hr_item_type_get_fields (G_OBJECT_TYPE (item), &n_fields);

  hash_text (data, G_OBJECT_TYPE_NAME (item));
  hash_text (data, hr_item_get_id (item));
  hash_tags (data, hr_item_get_tags (item));
  for (guint i = 0; i < n_fields; i++)
    hash_field (data, item, &fields[i]);
  return TRUE;
}

/**
 * hr_test_print:
 * @plan: a plan
 *
 * Takes a print of a plan: one that differs in anything has another.
 */
guint64
hr_test_print (HrPlan *plan)
{
  guint64 print = G_GUINT64_CONSTANT (14695981039346656037);

  hr_item_walk (plan, hash_item_cb, &print);
  return print;
}

/* ---- What there is to choose from ---- */

typedef struct
{
  GType type;
  GPtrArray *items; /* of the type */
  GPtrArray *lists; /* that hold the type */
  guint n_items;    /* of all types */
} Choice;

static gboolean
collect_choice_cb (gpointer item, gpointer data)
{
  Choice *choice = data;
  guint n_fields;
  const HrField *fields = hr_item_type_get_fields (G_OBJECT_TYPE (item), &n_fields);

  choice->n_items++;
  if (G_OBJECT_TYPE (item) == choice->type)
    g_ptr_array_add (choice->items, item);
  for (guint i = 0; i < n_fields; i++)
    if (fields[i].kind == HR_FIELD_LIST && fields[i].type () == choice->type)
      g_ptr_array_add (choice->lists, hr_item_get_list (item, &fields[i]));
  return TRUE;
}

static HrPlan *
plan_of (HrTestEditor *self)
{
  return hr_history_get_plan (self->history);
}

static gpointer
pick (HrTestEditor *self, GPtrArray *array)
{
  return array->len > 0 ? g_ptr_array_index (array, g_rand_int (self->rand) % array->len)
                        : NULL;
}

static void
note_done (HrTestEditor *self, Action action, GType type, const HrField *field)
{
  if (self->done == NULL)
    return;
  g_hash_table_add (self->done,
                    g_strdup_printf ("%s %s%s%s", ACTIONS[action], g_type_name (type),
                                     field != NULL ? "." : "",
                                     field != NULL ? field->name : ""));
}

static void
check_refusal (HrTestEditor *self, guint64 print, const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == HR_ERROR);
  if (self->careful)
    g_assert_cmpuint (hr_test_print (plan_of (self)), ==, print);
  self->n_refused++;
}

/* ---- The edits ---- */

static void
set_something (HrTestEditor *self, Choice *choice)
{
  gpointer item = pick (self, choice->items);
  guint n_fields;
  const HrField *fields = hr_item_type_get_fields (choice->type, &n_fields);
  const HrField *field = &fields[g_rand_int (self->rand) % n_fields];
  guint64 print = self->careful ? hr_test_print (plan_of (self)) : 0;
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  if (item == NULL || field->kind == HR_FIELD_LIST)
    return;
  hr_test_random_value (self->rand, plan_of (self), field, &value);
  if (!hr_history_set (self->history, item, field->name, &value, &error))
    check_refusal (self, print, error);
  else if (self->careful && hr_test_print (plan_of (self)) != print)
    note_done (self, ACTION_SET, choice->type, field);
}

static void
tag_something (HrTestEditor *self, Choice *choice)
{
  gpointer item = pick (self, choice->items);
  guint n_fields;
  const HrField *fields = hr_item_type_get_fields (choice->type, &n_fields);
  const HrField *field = &fields[g_rand_int (self->rand) % n_fields];
  const HrTag tag = { (HrTagKind) g_rand_int_range (self->rand, 0, 3), "a survey", 2026 };
  gboolean forget = g_rand_boolean (self->rand);

  if (item == NULL || (field->flags & HR_FIELD_FIGURE) == 0)
    return;
  g_assert_true (
      hr_history_set_tag (self->history, item, field->name, forget ? NULL : &tag, NULL));
  note_done (self, ACTION_TAG, choice->type, NULL);
}

static void
insert_something (HrTestEditor *self, Choice *choice)
{
  HrList *list = pick (self, choice->lists);
  guint64 print = self->careful ? hr_test_print (plan_of (self)) : 0;
  g_autoptr (HrItem) item = NULL;
  g_autoptr (GError) error = NULL;

  if (list == NULL)
    return;
  item = hr_test_random_item (self->rand, plan_of (self), choice->type);
  if (hr_history_insert (self->history, list,
                         g_rand_int (self->rand) % (hr_list_get_n (list) + 1), item,
                         &error))
    note_done (self, ACTION_INSERT, choice->type, NULL);
  else
    check_refusal (self, print, error);
}

static void
remove_something (HrTestEditor *self, Choice *choice)
{
  HrList *list = pick (self, choice->lists);
  guint n = list != NULL ? hr_list_get_n (list) : 0;

  if (n == 0)
    return;
  hr_history_remove (self->history, list, g_rand_int (self->rand) % n);
  note_done (self, ACTION_REMOVE, choice->type, NULL);
}

static void
move_something (HrTestEditor *self, Choice *choice)
{
  HrList *list = pick (self, choice->lists);
  guint n = list != NULL ? hr_list_get_n (list) : 0;

  if (n < 2)
    return;
  hr_history_move (self->history, list, g_rand_int (self->rand) % n,
                   g_rand_int (self->rand) % n);
  note_done (self, ACTION_MOVE, choice->type, NULL);
}

static Action
choose_action (HrTestEditor *self, const Choice *choice)
{
  static const Action some[] = { ACTION_SET,    ACTION_SET,    ACTION_SET, ACTION_TAG,
                                 ACTION_INSERT, ACTION_INSERT, ACTION_MOVE };

  if (choice->n_items > MOST_ITEMS && g_rand_boolean (self->rand))
    return ACTION_REMOVE;
  if (g_rand_int (self->rand) % 12 == 0)
    return ACTION_REMOVE;
  return some[g_rand_int (self->rand) % G_N_ELEMENTS (some)];
}

/**
 * hr_test_edit_something:
 * @self: who edits
 *
 * Tries one edit; chance may refuse it or choose one that changes nothing.
 */
void
hr_test_edit_something (HrTestEditor *self)
{
  guint n_types;
  const GType *types = hr_test_item_types (&n_types);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (GPtrArray) lists = g_ptr_array_new ();
  Choice choice = { types[g_rand_int (self->rand) % n_types], items, lists, 0 };

  hr_item_walk (plan_of (self), collect_choice_cb, &choice);
  switch (choose_action (self, &choice))
    {
    case ACTION_SET:
      set_something (self, &choice);
      break;
    case ACTION_TAG:
      tag_something (self, &choice);
      break;
    case ACTION_INSERT:
      insert_something (self, &choice);
      break;
    case ACTION_REMOVE:
      remove_something (self, &choice);
      break;
    case ACTION_MOVE:
      move_something (self, &choice);
      break;
    case N_ACTIONS:
    default:
      g_assert_not_reached ();
    }
}

static void
edit_in_group (HrTestEditor *self, guint depth)
{
  guint n = 1 + g_rand_int (self->rand) % 5;

  hr_history_begin (self->history, "several things");
  for (guint i = 0; i < n; i++)
    if (depth < 3 && g_rand_int (self->rand) % 5 == 0)
      edit_in_group (self, depth + 1);
    else
      hr_test_edit_something (self);

  if (depth == 0 && g_rand_int (self->rand) % 4 == 0)
    {
      hr_history_cancel (self->history);
      self->n_cancelled++;
    }
  else
    hr_history_end (self->history);
}

/**
 * hr_test_edit:
 * @self: who edits
 *
 * Tries one edit or a group of them, which may be taken back: at most one step.
 */
void
hr_test_edit (HrTestEditor *self)
{
  if (g_rand_int (self->rand) % 6 == 0)
    edit_in_group (self, 0);
  else
    hr_test_edit_something (self);
}
