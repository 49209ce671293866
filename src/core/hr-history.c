/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-history.h"

#include <glib/gi18n-lib.h>

#include "hr-history-edit.h"

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
  guint64 n_made;   /* steps ever made */
  GPtrArray *open;  /* (owned) (nullable) (element-type HrEdit): the group being made */
  char *label;      /* of the open group */
  guint depth;      /* of begin() without end() */
  gboolean could_undo; /* as last notified */
  gboolean could_redo;
};

typedef struct
{
  char *label;
  guint64 revision;
  GPtrArray *edits; /* (owned) (element-type HrEdit) */
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
step_free (gpointer data)
{
  Step *step = data;

  g_ptr_array_unref (step->edits);
  g_free (step->label);
  g_free (step);
}

static void
revert_all (GPtrArray *edits)
{
  for (guint i = edits->len; i > 0; i--)
    hr_edit_revert (g_ptr_array_index (edits, i - 1));
}

static void
notify_if_changed (HrHistory *self,
                   gboolean *before,
                   gboolean now,
                   HrHistoryProperty prop)
{
  if (*before == now)
    return;
  *before = now;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static void
move_to (HrHistory *self, guint done)
{
  self->done = done;
  notify_if_changed (self, &self->could_undo, done > 0, PROP_CAN_UNDO);
  notify_if_changed (self, &self->could_redo, done < self->steps->len, PROP_CAN_REDO);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNDO_LABEL]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REDO_LABEL]);
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
   * Emitted once after every step that was made, undone, redone or cancelled: the plan
   * is consistent again and whoever computes from it may start.
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

  self->open = g_ptr_array_new_with_free_func ((GDestroyNotify) hr_edit_free);
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
  step->revision = ++self->n_made;
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
  g_autoptr (GPtrArray) open = NULL;

  g_return_if_fail (HR_IS_HISTORY (self));
  g_return_if_fail (self->depth == 1);

  open = g_steal_pointer (&self->open);
  self->depth = 0;
  if (open->len == 0)
    return;
  revert_all (open);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
record (HrHistory *self, HrEdit *edit)
{
  hr_edit_apply (edit);
  g_ptr_array_add (self->open, edit);
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
    record (self, hr_edit_new_set (item, hr_item_find_field (item, "tags"), &value));
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

  if (!hr_plan_check_value (self->plan, item, field, value, error))
    return FALSE;
  if (hr_item_has_value (item, field, value))
    return TRUE;

  label =
      g_strdup_printf (_ ("Edit %s of %s"), _ (field->label), hr_item_get_name (item));
  hr_history_begin (self, label);
  record (self, hr_edit_new_set (item, field, value));
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
 * Returns: %FALSE if an id is taken, a reference leads nowhere or a value is refused;
 * then nothing has changed
 */
gboolean
hr_history_insert (
    HrHistory *self, HrList *list, guint position, gpointer item, GError **error)
{
  g_autofree char *label = NULL;

  g_return_val_if_fail (HR_IS_HISTORY (self), FALSE);
  g_return_val_if_fail (HR_IS_LIST (list) && HR_IS_ITEM (item), FALSE);
  g_return_val_if_fail (G_OBJECT_TYPE (item) == hr_list_get_item_type (list), FALSE);
  g_return_val_if_fail (position <= hr_list_get_n (list), FALSE);

  if (!hr_plan_check_newcomer (self->plan, item, error))
    return FALSE;

  label = g_strdup_printf (_ ("Add %s"), hr_item_get_name (item));
  hr_history_begin (self, label);
  record (self, hr_edit_new_insert (list, position, item));
  hr_history_end (self);
  return TRUE;
}

typedef struct
{
  HrHistory *history;
  HrItemSet *leaving;
} Departure;

static void
drop_references (Departure *departure, gpointer item, const HrField *field)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, hr_field_get_value_type (field));
  if (field->kind == HR_FIELD_REFS)
    {
      g_autoptr (GStrvBuilder) left = g_strv_builder_new ();
      guint n_ids;
      char *const *ids = hr_item_get_references (item, field, &n_ids);

      for (guint i = 0; i < n_ids; i++)
        if (!hr_item_set_contains (departure->leaving, field->type (), ids[i]))
          g_strv_builder_add (left, ids[i]);
      g_value_take_boxed (&value, g_strv_builder_end (left));
    }
  record (departure->history, hr_edit_new_set (item, field, &value));
}

static gboolean
item_stays_cb (gpointer item, gpointer data)
{
  Departure *departure = data;
  HrItemClass *klass = HR_ITEM_GET_CLASS (item);

  if (hr_item_set_contains (departure->leaving, G_OBJECT_TYPE (item),
                            hr_item_get_id (item)))
    return TRUE;

  for (guint i = 0; i < klass->n_fields; i++)
    if (hr_item_set_is_referred_to (departure->leaving, item, &klass->fields[i]))
      drop_references (departure, item, &klass->fields[i]);
  return TRUE;
}

/* References first, then what cannot be without the item, then the item: so at no time
 * does a reference lead nowhere. */
static void
remove_with_dependents (HrHistory *self, HrList *list, gpointer item)
{
  g_autoptr (HrItemSet) leaving = hr_item_set_new ();
  g_autoptr (GPtrArray) dependents = hr_plan_find_dependents (self->plan, item, leaving);
  guint position;

  hr_item_walk (self->plan, item_stays_cb, &(Departure) { self, leaving });
  for (guint i = dependents->len; i > 0; i--)
    {
      gpointer dependent = g_ptr_array_index (dependents, i - 1);
      HrList *owner = hr_plan_find_owner (self->plan, dependent);

      if (owner != NULL && hr_list_get_position (owner, dependent, &position))
        record (self, hr_edit_new_remove (owner, position));
    }
  if (hr_list_get_position (list, item, &position))
    record (self, hr_edit_new_remove (list, position));
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
  remove_with_dependents (self, list, item);
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
  record (self, hr_edit_new_move (list, from, to));
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
    hr_edit_apply (g_ptr_array_index (edits, i));
  move_to (self, self->done + 1);
}

/**
 * hr_history_get_revision:
 * @self: a history
 *
 * Gets a number that stands for the plan as it is now: 0 before any step, and no other
 * state of this plan has it. Who saves the plan remembers it to know whether it has
 * changed since.
 */
guint64
hr_history_get_revision (HrHistory *self)
{
  g_return_val_if_fail (HR_IS_HISTORY (self), 0);

  return self->done > 0 ? step_at (self, self->done - 1)->revision : 0;
}
