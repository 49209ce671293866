/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "hr-history.h"
#include "hr-test-plan.h"

/* Random edits over everything that the field tables name, back to the start and forward
 * again. Nothing here knows a type: a new one is walked over by itself. */

#define N_STEPS 2000
#define MOST_ITEMS 45 /* more make the walk slow and find nothing new */
#define COPY_EVERY 20

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

/* The plan after a number of steps. */
typedef struct
{
  guint64 print;
  guint64 revision;
  HrPlan *copy; /* (owned) (nullable): kept now and then */
} State;

typedef struct
{
  GRand *rand;
  HrPlan *plan;
  HrHistory *history;
  GArray *states;   /* (element-type State): after 0, 1, 2… steps */
  GHashTable *done; /* (element-type utf8): "insert HrRole", "set HrRole.name" */
  guint n_changed;  /* signals */
  guint n_cancelled;
  guint n_refused;
} Walk;

static void
clear_state (gpointer data)
{
  g_clear_object (&((State *) data)->copy);
}

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
    case HR_FIELD_PORTFOLIO: /* which one, not what is in it */
      hash_bytes (print, member, sizeof (gpointer));
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

static guint64
take_print (HrPlan *plan)
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

static gpointer
pick (Walk *walk, GPtrArray *array)
{
  return array->len > 0 ? g_ptr_array_index (array, g_rand_int (walk->rand) % array->len)
                        : NULL;
}

static void
note_done (Walk *walk, Action action, GType type, const HrField *field)
{
  g_hash_table_add (walk->done,
                    g_strdup_printf ("%s %s%s%s", ACTIONS[action], g_type_name (type),
                                     field != NULL ? "." : "",
                                     field != NULL ? field->name : ""));
}

static void
check_refusal (Walk *walk, guint64 print, const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == HR_ERROR);
  g_assert_cmpuint (take_print (walk->plan), ==, print);
  walk->n_refused++;
}

/* ---- The edits ---- */

static void
set_something (Walk *walk, Choice *choice)
{
  gpointer item = pick (walk, choice->items);
  guint n_fields;
  const HrField *fields = hr_item_type_get_fields (choice->type, &n_fields);
  const HrField *field = &fields[g_rand_int (walk->rand) % n_fields];
  guint64 print = take_print (walk->plan);
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  if (item == NULL || field->kind == HR_FIELD_LIST)
    return;
  hr_test_random_value (walk->rand, walk->plan, field, &value);
  if (!hr_history_set (walk->history, item, field->name, &value, &error))
    check_refusal (walk, print, error);
  else if (take_print (walk->plan) != print)
    note_done (walk, ACTION_SET, choice->type, field);
}

static void
tag_something (Walk *walk, Choice *choice)
{
  gpointer item = pick (walk, choice->items);
  guint n_fields;
  const HrField *fields = hr_item_type_get_fields (choice->type, &n_fields);
  const HrField *field = &fields[g_rand_int (walk->rand) % n_fields];
  const HrTag tag = { (HrTagKind) g_rand_int_range (walk->rand, 0, 3), "a survey", 2026 };
  gboolean forget = g_rand_boolean (walk->rand);

  if (item == NULL || (field->flags & HR_FIELD_FIGURE) == 0)
    return;
  g_assert_true (
      hr_history_set_tag (walk->history, item, field->name, forget ? NULL : &tag, NULL));
  note_done (walk, ACTION_TAG, choice->type, NULL);
}

static void
insert_something (Walk *walk, Choice *choice)
{
  HrList *list = pick (walk, choice->lists);
  guint64 print = take_print (walk->plan);
  g_autoptr (HrItem) item = NULL;
  g_autoptr (GError) error = NULL;

  if (list == NULL)
    return;
  item = hr_test_random_item (walk->rand, walk->plan, choice->type);
  if (hr_history_insert (walk->history, list,
                         g_rand_int (walk->rand) % (hr_list_get_n (list) + 1), item,
                         &error))
    note_done (walk, ACTION_INSERT, choice->type, NULL);
  else
    check_refusal (walk, print, error);
}

static void
remove_something (Walk *walk, Choice *choice)
{
  HrList *list = pick (walk, choice->lists);
  guint n = list != NULL ? hr_list_get_n (list) : 0;

  if (n == 0)
    return;
  hr_history_remove (walk->history, list, g_rand_int (walk->rand) % n);
  note_done (walk, ACTION_REMOVE, choice->type, NULL);
}

static void
move_something (Walk *walk, Choice *choice)
{
  HrList *list = pick (walk, choice->lists);
  guint n = list != NULL ? hr_list_get_n (list) : 0;

  if (n < 2)
    return;
  hr_history_move (walk->history, list, g_rand_int (walk->rand) % n,
                   g_rand_int (walk->rand) % n);
  note_done (walk, ACTION_MOVE, choice->type, NULL);
}

static Action
choose_action (Walk *walk, const Choice *choice)
{
  static const Action some[] = { ACTION_SET,    ACTION_SET,    ACTION_SET, ACTION_TAG,
                                 ACTION_INSERT, ACTION_INSERT, ACTION_MOVE };

  if (choice->n_items > MOST_ITEMS && g_rand_boolean (walk->rand))
    return ACTION_REMOVE;
  if (g_rand_int (walk->rand) % 12 == 0)
    return ACTION_REMOVE;
  return some[g_rand_int (walk->rand) % G_N_ELEMENTS (some)];
}

static void
edit_something (Walk *walk)
{
  guint n_types;
  const GType *types = hr_test_item_types (&n_types);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (GPtrArray) lists = g_ptr_array_new ();
  Choice choice = { types[g_rand_int (walk->rand) % n_types], items, lists, 0 };

  hr_item_walk (walk->plan, collect_choice_cb, &choice);
  switch (choose_action (walk, &choice))
    {
    case ACTION_SET:
      set_something (walk, &choice);
      break;
    case ACTION_TAG:
      tag_something (walk, &choice);
      break;
    case ACTION_INSERT:
      insert_something (walk, &choice);
      break;
    case ACTION_REMOVE:
      remove_something (walk, &choice);
      break;
    case ACTION_MOVE:
      move_something (walk, &choice);
      break;
    case N_ACTIONS:
    default:
      g_assert_not_reached ();
    }
}

static void
edit_in_group (Walk *walk, guint depth)
{
  guint n = 1 + g_rand_int (walk->rand) % 5;

  hr_history_begin (walk->history, "several things");
  for (guint i = 0; i < n; i++)
    if (depth < 3 && g_rand_int (walk->rand) % 5 == 0)
      edit_in_group (walk, depth + 1);
    else
      edit_something (walk);

  if (depth == 0 && g_rand_int (walk->rand) % 4 == 0)
    {
      hr_history_cancel (walk->history);
      walk->n_cancelled++;
    }
  else
    hr_history_end (walk->history);
}

/* ---- The walk ---- */

static State *
state_at (Walk *walk, guint i)
{
  return &g_array_index (walk->states, State, i);
}

/* The place in the states; it is the test that counts, not the history. */
static void
check_state (Walk *walk, guint i)
{
  g_autoptr (GError) error = NULL;
  const State *state = state_at (walk, i);

  g_assert_cmpuint (take_print (walk->plan), ==, state->print);
  g_assert_cmpuint (hr_history_get_revision (walk->history), ==, state->revision);
  g_assert_cmpint (hr_history_can_undo (walk->history), ==, i > 0);
  g_assert_cmpint (hr_history_can_redo (walk->history), ==, i + 1 < walk->states->len);
  if (state->copy == NULL)
    return;
  g_assert_true (hr_item_equal (walk->plan, state->copy));
  g_assert_true (hr_plan_check (walk->plan, &error));
  g_assert_no_error (error);
}

static void
keep_state (Walk *walk)
{
  gboolean copies = walk->states->len % COPY_EVERY == 0;
  State state = { take_print (walk->plan), hr_history_get_revision (walk->history),
                  copies ? hr_item_copy (walk->plan) : NULL };

  g_array_append_val (walk->states, state);
}

static guint
go_to (Walk *walk, guint from, guint to)
{
  for (; from > to; from--)
    {
      hr_history_undo (walk->history);
      check_state (walk, from - 1);
    }
  for (; from < to; from++)
    {
      hr_history_redo (walk->history);
      check_state (walk, from + 1);
    }
  return to;
}

static guint
make_step (Walk *walk, guint at)
{
  guint64 revision = hr_history_get_revision (walk->history);
  guint64 print = state_at (walk, at)->print;
  guint n_changed = walk->n_changed, n_cancelled = walk->n_cancelled;

  if (g_rand_int (walk->rand) % 6 == 0)
    edit_in_group (walk, 0);
  else
    edit_something (walk);

  if (hr_history_get_revision (walk->history) == revision)
    {
      g_assert_cmpuint (take_print (walk->plan), ==, print);
      g_assert_cmpuint (walk->n_changed, <=, n_changed + walk->n_cancelled - n_cancelled);
      return at;
    }
  g_assert_cmpuint (walk->n_changed, ==, n_changed + 1);
  g_assert_false (hr_history_can_redo (walk->history));
  g_array_set_size (walk->states, at + 1); /* what could be redone is forgotten */
  keep_state (walk);
  return at + 1;
}

static void
walk_forward (Walk *walk)
{
  guint at = 0;

  while (at < N_STEPS)
    {
      at = make_step (walk, at);
      if (at > 0 && g_rand_int (walk->rand) % 40 == 0)
        {
          guint back = at - g_rand_int (walk->rand) % MIN (at, 30);

          go_to (walk, at, back);
          at = go_to (walk, back, back + g_rand_int (walk->rand) % (at - back + 1));
        }
    }
}

static void
assert_done (Walk *walk, const char *name)
{
  if (!g_hash_table_contains (walk->done, name))
    g_test_fail_printf ("the walk never did this: %s", name);
}

static void
assert_all_was_done (Walk *walk)
{
  guint n_types;
  const GType *types = hr_test_item_types (&n_types);

  g_assert_cmpuint (n_types, >=, 14);
  for (guint i = 0; i < n_types; i++)
    {
      guint n_fields;
      const HrField *fields = hr_item_type_get_fields (types[i], &n_fields);

      for (guint action = ACTION_INSERT; types[i] != HR_TYPE_PLAN && action < N_ACTIONS;
           action++)
        {
          g_autofree char *name =
              g_strdup_printf ("%s %s", ACTIONS[action], g_type_name (types[i]));

          assert_done (walk, name);
        }
      for (guint f = 0; f < n_fields; f++)
        {
          g_autofree char *name =
              g_strdup_printf ("set %s.%s", g_type_name (types[i]), fields[f].name);

          if (fields[f].kind == HR_FIELD_LIST)
            continue;
          assert_done (walk, name);
        }
    }
}

static void
count_changed_cb (HrHistory *history, Walk *walk)
{
  walk->n_changed++;
}

static void
test_walk (gconstpointer data)
{
  guint seed = GPOINTER_TO_UINT (data);
  Walk walk = { .rand = g_rand_new_with_seed (seed), .plan = hr_test_plan_new_full () };

  g_test_message ("seed %u", seed);
  walk.history = hr_history_new (walk.plan);
  walk.states = g_array_new (FALSE, FALSE, sizeof (State));
  g_array_set_clear_func (walk.states, clear_state);
  walk.done = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_signal_connect (walk.history, "changed", G_CALLBACK (count_changed_cb), &walk);

  keep_state (&walk);
  walk_forward (&walk);
  go_to (&walk, N_STEPS, 0);
  go_to (&walk, 0, N_STEPS);
  go_to (&walk, N_STEPS, 0);
  assert_all_was_done (&walk);
  g_assert_cmpuint (walk.n_refused, >, 0);
  g_assert_cmpuint (walk.n_cancelled, >, 0);

  g_array_unref (walk.states);
  g_hash_table_unref (walk.done);
  g_assert_finalize_object (walk.history);
  g_assert_finalize_object (walk.plan);
  g_rand_free (walk.rand);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/core/history-walk/1", GUINT_TO_POINTER (1), test_walk);

  return g_test_run ();
}
