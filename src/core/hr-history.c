/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-history.h"

#include <glib/gi18n-lib.h>

/**
 * HrHistory:
 *
 * The one door through which an open plan changes, and the way back.
 *
 * An edit is a property before and after, or an item put into, taken out of or moved
 * within a list. So undo, redo and the plan file need no code per type. Edits between
 * [method@History.begin] and [method@History.end] are one step with one label.
 *
 * The history keeps what the model must hold: values within their limits, ids that are
 * unique, references that lead somewhere. What would break this is refused in words.
 *
 * It owns the plan; the plan does not know it, so that nothing owns itself.
 */
struct _HrHistory
{
  GObject parent_instance;

  HrPlan *plan;
  GPtrArray *steps; /* (owned) (element-type Step), oldest first */
  guint done;       /* steps[0..done) are applied, the rest can be redone */
  GPtrArray *open;  /* (owned) (nullable) (element-type Edit): the group being made */
  char *label;      /* of the open group */
  guint depth;      /* of begin() without end() */
};

typedef enum
{
  EDIT_SET,
  EDIT_INSERT,
  EDIT_REMOVE,
  EDIT_MOVE,
} EditKind;

typedef struct
{
  EditKind kind;
  gpointer item;        /* (owned): what is set, inserted or removed */
  const HrField *field; /* set */
  GValue before;
  GValue after;
  HrList *list; /* (owned): insert, remove, move */
  guint from;
  guint to;
} Edit;

typedef struct
{
  char *label;
  GPtrArray *edits; /* (owned) (element-type Edit) */
} Step;

G_DEFINE_FINAL_TYPE (HrHistory, hr_history, G_TYPE_OBJECT)

typedef enum
{
  PROP_PLAN = 1,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
} HrHistoryProperty;

static GParamSpec *props[PROP_REDO_LABEL + 1];

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_clear_object (&edit->item);
  g_clear_object (&edit->list);
  if (edit->kind == EDIT_SET)
    {
      g_value_unset (&edit->before);
      g_value_unset (&edit->after);
    }
  g_free (edit);
}

static void
step_free (gpointer data)
{
  Step *step = data;

  g_ptr_array_unref (step->edits);
  g_free (step->label);
  g_free (step);
}

static void
edit_apply (const Edit *edit)
{
  switch (edit->kind)
    {
    case EDIT_SET:
      g_object_set_property (edit->item, edit->field->name, &edit->after);
      break;
    case EDIT_INSERT:
      hr_list_insert (edit->list, edit->to, edit->item);
      break;
    case EDIT_REMOVE:
      g_object_unref (hr_list_steal (edit->list, edit->from));
      break;
    case EDIT_MOVE:
      hr_list_move (edit->list, edit->from, edit->to);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
edit_revert (const Edit *edit)
{
  switch (edit->kind)
    {
    case EDIT_SET:
      g_object_set_property (edit->item, edit->field->name, &edit->before);
      break;
    case EDIT_INSERT:
      g_object_unref (hr_list_steal (edit->list, edit->to));
      break;
    case EDIT_REMOVE:
      hr_list_insert (edit->list, edit->from, edit->item);
      break;
    case EDIT_MOVE:
      hr_list_move (edit->list, edit->to, edit->from);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
revert_all (GPtrArray *edits)
{
  for (guint i = edits->len; i > 0; i--)
    edit_revert (g_ptr_array_index (edits, i - 1));
}

static void
move_to (HrHistory *self, guint done)
{
  GObject *object = G_OBJECT (self);

  self->done = done;
  for (guint i = PROP_CAN_UNDO; i < G_N_ELEMENTS (props); i++)
    g_object_notify_by_pspec (object, props[i]);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static Step *
step_at (HrHistory *self, guint i)
{
  return g_ptr_array_index (self->steps, i);
}

static void
hr_history_finalize (GObject *object)
{
  HrHistory *self = HR_HISTORY (object);

  g_clear_pointer (&self->open, g_ptr_array_unref);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->label, g_free);
  g_clear_object (&self->plan);

  G_OBJECT_CLASS (hr_history_parent_class)->finalize (object);
}

static void
hr_history_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  HrHistory *self = HR_HISTORY (object);

  switch ((HrHistoryProperty) prop_id)
    {
    case PROP_PLAN:
      g_value_set_object (value, self->plan);
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, hr_history_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, hr_history_can_redo (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, hr_history_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, hr_history_get_redo_label (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hr_history_class_init (HrHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags ro = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = hr_history_finalize;
  object_class->get_property = hr_history_get_property;

  props[PROP_PLAN] = g_param_spec_object ("plan", NULL, NULL, HR_TYPE_PLAN, ro);
  props[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, ro);
  props[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, ro);
  props[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, ro);
  props[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, ro);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * HrHistory::changed:
   *
   * Emitted once after every step that was made, undone or redone: the plan is
   * consistent again and whoever computes from it may start.
   */
  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 0);
}

static void
hr_history_init (HrHistory *self)
{
  self->steps = g_ptr_array_new_with_free_func (step_free);
}

/**
 * hr_history_new:
 * @plan: (transfer none): the plan that is open
 *
 * Makes an empty history.
 */
HrHistory *
hr_history_new (HrPlan *plan)
{
  HrHistory *self;

  g_return_val_if_fail (HR_IS_PLAN (plan), NULL);

  self = g_object_new (HR_TYPE_HISTORY, NULL);
  self->plan = g_object_ref (plan);
  return self;
}

HrPlan *
hr_history_get_plan (HrHistory *self)
{
  g_return_val_if_fail (HR_IS_HISTORY (self), NULL);

  return self->plan;
}

/**
 * hr_history_begin:
 * @self: a history
 * @label: what the step is called, "Import accounts"
 *
 * Opens a group: what follows, up to [method@History.end], is one step.
 *
 * Groups may nest; the outermost label counts.
 */
void
hr_history_begin (HrHistory *self, const char *label)
{
  g_return_if_fail (HR_IS_HISTORY (self));
  g_return_if_fail (label != NULL);

  if (self->depth++ > 0)
    return;

  self->open = g_ptr_array_new_with_free_func (edit_free);
  g_set_str (&self->label, label);
}

/**
 * hr_history_end:
 * @self: a history with an open group
 *
 * Closes a group. One that changed nothing leaves no step.
 */
void
hr_history_end (HrHistory *self)
{
  Step *step;

  g_return_if_fail (HR_IS_HISTORY (self));
  g_return_if_fail (self->depth > 0);

  if (--self->depth > 0)
    return;
  if (self->open->len == 0)
    {
      g_clear_pointer (&self->open, g_ptr_array_unref);
      return;
    }

  step = g_new0 (Step, 1);
  step->label = g_steal_pointer (&self->label);
  step->edits = g_steal_pointer (&self->open);
  g_ptr_array_set_size (self->steps, (int) self->done); /* forget what could be redone */
  g_ptr_array_add (self->steps, step);
  move_to (self, self->steps->len);
}

/**
 * hr_history_cancel:
 * @self: a history with an open group that is not nested
 *
 * Takes back what the open group did and closes it without a step.
 */
void
hr_history_cancel (HrHistory *self)
{
  g_return_if_fail (HR_IS_HISTORY (self));
  g_return_if_fail (self->depth == 1);

  revert_all (self->open);
  g_clear_pointer (&self->open, g_ptr_array_unref);
  self->depth = 0;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
record (HrHistory *self, Edit *edit)
{
  edit_apply (edit);
  g_ptr_array_add (self->open, edit);
}

static void
record_set (HrHistory *self, gpointer item, const HrField *field, const GValue *value)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->kind = EDIT_SET;
  edit->item = g_object_ref (item);
  edit->field = field;
  g_value_init (&edit->before, hr_field_get_value_type (field));
  g_object_get_property (item, field->name, &edit->before);
  g_value_init (&edit->after, hr_field_get_value_type (field));
  g_value_copy (value, &edit->after);
  record (self, edit);
}

static void
record_list (
    HrHistory *self, EditKind kind, HrList *list, gpointer item, guint from, guint to)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->kind = kind;
  edit->list = g_object_ref (list);
  edit->item = g_object_ref (item);
  edit->from = from;
  edit->to = to;
  record (self, edit);
}

/* A benchmark's or an import's name must not stay on a number that a person typed
 * over it; what is typed is assumed. */
static void
record_typed (HrHistory *self, gpointer item, const HrField *field)
{
  const HrTag assumed = { HR_TAG_ASSUMED, NULL, 0 };
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, HR_TYPE_TAGS);
  g_value_take_boxed (&value,
                      hr_tags_with (hr_item_get_tags (item), field->name, &assumed));
  if (!hr_tags_equal (hr_item_get_tags (item), g_value_get_boxed (&value)))
    record_set (self, item, hr_item_find_field (item, "tags"), &value);
}

static gboolean
is_unchanged (gpointer item, const HrField *field, const GValue *value)
{
  g_auto (GValue) before = G_VALUE_INIT;

  g_value_init (&before, hr_field_get_value_type (field));
  g_object_get_property (item, field->name, &before);
  return hr_field_equal (field, &before, value);
}

/**
 * hr_history_set:
 * @self: a history
 * @item: an item of the plan, or the plan itself
 * @property: the property to change
 * @value: its new value, of the property's type
 * @error: return location for a [error@Error]
 *
 * Changes a property. A figure that changes is tagged as assumed; whoever knows
 * better calls [method@History.set_tag] in the same group.
 *
 * Returns: %FALSE if the value is refused; then nothing has changed
 */
gboolean
hr_history_set (HrHistory *self,
                gpointer item,
                const char *property,
                const GValue *value,
                GError **error)
{
  const HrField *field;
  g_autofree char *label = NULL;

  g_return_val_if_fail (HR_IS_HISTORY (self), FALSE);
  g_return_val_if_fail (HR_IS_ITEM (item), FALSE);

  field = hr_item_find_field (item, property);
  g_return_val_if_fail (field != NULL && field->kind != HR_FIELD_LIST, FALSE);

  if (!hr_field_check (field, value, error) ||
      !hr_plan_check_reference (self->plan, field, value, error))
    return FALSE;
  if (is_unchanged (item, field, value))
    return TRUE;

  label =
      g_strdup_printf (_ ("Edit %s of %s"), _ (field->label), hr_item_get_name (item));
  hr_history_begin (self, label);
  record_set (self, item, field, value);
  if ((field->flags & HR_FIELD_FIGURE) != 0)
    record_typed (self, item, field);
  hr_history_end (self);
  return TRUE;
}

/**
 * hr_history_set_tag:
 * @self: a history
 * @item: an item of the plan
 * @property: one of its figures
 * @tag: (nullable): where it came from, or %NULL to forget that
 * @error: return location for a [error@Error]
 *
 * Says where a figure came from.
 */
gboolean
hr_history_set_tag (HrHistory *self,
                    gpointer item,
                    const char *property,
                    const HrTag *tag,
                    GError **error)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_return_val_if_fail (HR_IS_HISTORY (self), FALSE);
  g_return_val_if_fail (HR_IS_ITEM (item), FALSE);
  g_return_val_if_fail (hr_item_find_field (item, property) != NULL, FALSE);

  g_value_init (&value, HR_TYPE_TAGS);
  g_value_take_boxed (&value, hr_tags_with (hr_item_get_tags (item), property, tag));
  return hr_history_set (self, item, "tags", &value, error);
}

/**
 * hr_history_insert:
 * @self: a history
 * @list: a list of the plan
 * @position: where to, at most its length
 * @item: (transfer none): a new item with all it owns
 * @error: return location for a [error@Error]
 *
 * Puts a new item into a list.
 *
 * Returns: %FALSE if an id is taken or a reference leads nowhere
 */
gboolean
hr_history_insert (
    HrHistory *self, HrList *list, guint position, gpointer item, GError **error)
{
  g_autofree char *label = NULL;

  g_return_val_if_fail (HR_IS_HISTORY (self), FALSE);
  g_return_val_if_fail (HR_IS_LIST (list) && HR_IS_ITEM (item), FALSE);
  g_return_val_if_fail (position <= hr_list_get_n (list), FALSE);

  if (!hr_plan_check_newcomer (self->plan, item, error))
    return FALSE;

  label = g_strdup_printf (_ ("Add %s"), hr_item_get_name (item));
  hr_history_begin (self, label);
  record_list (self, EDIT_INSERT, list, item, 0, position);
  hr_history_end (self);
  return TRUE;
}

typedef struct
{
  HrHistory *history;
  gpointer leaving; /* the item that is removed */
  GPtrArray *lost;  /* (element-type HrItem): must go with it */
} Departure;

static void
drop_reference (Departure *departure, gpointer item, const HrField *field)
{
  const char *id = hr_item_get_id (departure->leaving);
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, hr_field_get_value_type (field));
  if (field->kind == HR_FIELD_REFS)
    {
      g_autoptr (GStrvBuilder) left = g_strv_builder_new ();
      char *const *ids = *(char *const *const *) hr_item_member (item, field);

      for (guint i = 0; ids[i] != NULL; i++)
        if (ids[i] != id)
          g_strv_builder_add (left, ids[i]);
      g_value_take_boxed (&value, g_strv_builder_end (left));
    }
  record_set (departure->history, item, field, &value);
}

static gboolean
item_refers_cb (gpointer item, gpointer data)
{
  Departure *departure = data;
  guint n_fields;
  const HrField *fields = hr_item_type_get_fields (G_OBJECT_TYPE (item), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      if (!hr_plan_field_refers (item, &fields[i], departure->leaving))
        continue;
      if (fields[i].kind == HR_FIELD_REF && (fields[i].flags & HR_FIELD_REQUIRED) != 0)
        {
          g_ptr_array_add (departure->lost, item);
          return TRUE;
        }
      drop_reference (departure, item, &fields[i]);
    }
  return TRUE;
}

static void remove_with_references (HrHistory *self, HrList *list, gpointer item);

/* What cannot be without the item goes first, then the references to it, then it. */
static void
remove_references (HrHistory *self, gpointer item)
{
  g_autoptr (GPtrArray) lost = g_ptr_array_new ();
  Departure departure = { self, item, lost };

  hr_item_walk (self->plan, item_refers_cb, &departure);
  for (guint i = 0; i < lost->len; i++)
    {
      gpointer other = g_ptr_array_index (lost, i);

      remove_with_references (self, hr_plan_find_owner (self->plan, other), other);
    }
}

static gboolean
owned_item_leaves_cb (gpointer item, gpointer data)
{
  remove_references (data, item);
  return TRUE;
}

static void
remove_with_references (HrHistory *self, HrList *list, gpointer item)
{
  guint position;

  hr_item_walk (item, owned_item_leaves_cb, self);
  g_return_if_fail (hr_list_get_position (list, item, &position));
  record_list (self, EDIT_REMOVE, list, item, position, 0);
}

/**
 * hr_history_remove:
 * @self: a history
 * @list: a list of the plan
 * @position: a place below its length
 *
 * Takes an item out of the plan, with all that refers to it.
 *
 * References to it are cleared; what makes no sense without it, like the journeys of
 * a segment, leaves with it. All of this is one step.
 */
void
hr_history_remove (HrHistory *self, HrList *list, guint position)
{
  g_autofree char *label = NULL;
  gpointer item;

  g_return_if_fail (HR_IS_HISTORY (self));
  g_return_if_fail (HR_IS_LIST (list) && position < hr_list_get_n (list));

  item = hr_list_get (list, position);
  label = g_strdup_printf (_ ("Remove %s"), hr_item_get_name (item));
  hr_history_begin (self, label);
  remove_with_references (self, list, item);
  hr_history_end (self);
}

/**
 * hr_history_move:
 * @self: a history
 * @list: a list of the plan
 * @from: where the item stands
 * @to: where it stands afterwards
 *
 * Changes the order of a list.
 */
void
hr_history_move (HrHistory *self, HrList *list, guint from, guint to)
{
  g_autofree char *label = NULL;

  g_return_if_fail (HR_IS_HISTORY (self));
  g_return_if_fail (HR_IS_LIST (list));
  g_return_if_fail (from < hr_list_get_n (list) && to < hr_list_get_n (list));

  if (from == to)
    return;

  label = g_strdup_printf (_ ("Move %s"), hr_item_get_name (hr_list_get (list, from)));
  hr_history_begin (self, label);
  record_list (self, EDIT_MOVE, list, hr_list_get (list, from), from, to);
  hr_history_end (self);
}

gboolean
hr_history_can_undo (HrHistory *self)
{
  g_return_val_if_fail (HR_IS_HISTORY (self), FALSE);

  return self->done > 0;
}

gboolean
hr_history_can_redo (HrHistory *self)
{
  g_return_val_if_fail (HR_IS_HISTORY (self), FALSE);

  return self->done < self->steps->len;
}

/**
 * hr_history_get_undo_label:
 * @self: a history
 *
 * Gets what undo would take back, "Edit delivery minutes of EBR".
 *
 * Returns: (nullable): the label of a step
 */
const char *
hr_history_get_undo_label (HrHistory *self)
{
  return hr_history_can_undo (self) ? step_at (self, self->done - 1)->label : NULL;
}

const char *
hr_history_get_redo_label (HrHistory *self)
{
  return hr_history_can_redo (self) ? step_at (self, self->done)->label : NULL;
}

void
hr_history_undo (HrHistory *self)
{
  g_return_if_fail (hr_history_can_undo (self));
  g_return_if_fail (self->depth == 0);

  revert_all (step_at (self, self->done - 1)->edits);
  move_to (self, self->done - 1);
}

void
hr_history_redo (HrHistory *self)
{
  GPtrArray *edits;

  g_return_if_fail (hr_history_can_redo (self));
  g_return_if_fail (self->depth == 0);

  edits = step_at (self, self->done)->edits;
  for (guint i = 0; i < edits->len; i++)
    edit_apply (g_ptr_array_index (edits, i));
  move_to (self, self->done + 1);
}

guint
hr_history_get_n_steps (HrHistory *self)
{
  g_return_val_if_fail (HR_IS_HISTORY (self), 0);

  return self->steps->len;
}

/**
 * hr_history_get_position:
 * @self: a history
 *
 * Gets how many steps are applied; a saved plan remembers it to know whether it
 * has changed since.
 */
guint
hr_history_get_position (HrHistory *self)
{
  g_return_val_if_fail (HR_IS_HISTORY (self), 0);

  return self->done;
}
