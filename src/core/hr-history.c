/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-history.h"

#include <string.h>

#include "hr-history-private.h"

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
  guint64 first;    /* the revision before any of them */
  guint64 n_made;   /* steps ever made */
  gsize size;       /* of all steps, in bytes */
  GPtrArray *open;  /* (owned) (nullable) (element-type HrEdit): the group being made */
  char *label;      /* of the open group */
  guint depth;      /* of begin() without end() */
  gboolean moving;  /* steps are being undone or redone */
  gboolean could_undo; /* as last notified */
  gboolean could_redo;

  HrJournalFunc journal; /* (nullable) */
  gpointer journal_data;
  HrFinishFunc finish; /* (nullable) */
  gpointer finish_data;
};

typedef struct
{
  char *label;
  guint64 revision;
  gsize size;
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
revert_all (HrHistory *self, GPtrArray *edits)
{
  gboolean moving = self->moving;

  self->moving = TRUE;
  for (guint i = edits->len; i > 0; i--)
    hr_edit_revert (g_ptr_array_index (edits, i - 1));
  self->moving = moving;
}

static void
apply_all (HrHistory *self, GPtrArray *edits)
{
  self->moving = TRUE;
  for (guint i = 0; i < edits->len; i++)
    hr_edit_apply (g_ptr_array_index (edits, i));
  self->moving = FALSE;
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
  if (self->journal != NULL)
    self->journal (self, self->journal_data);
  notify_if_changed (self, &self->could_undo, hr_history_can_undo (self), PROP_CAN_UNDO);
  notify_if_changed (self, &self->could_redo, hr_history_can_redo (self), PROP_CAN_REDO);
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

/**
 * hr_history_new_at:
 * @plan: (transfer none): a plan
 * @revision: what it is, see [method@History.get_revision]
 *
 * Makes the history of a plan whose first steps are forgotten.
 */
HrHistory *
hr_history_new_at (HrPlan *plan, guint64 revision)
{
  HrHistory *self = hr_history_new (plan);

  self->first = self->n_made = revision;
  return self;
}

HrPlan *
hr_history_get_plan (HrHistory *self)
{
  g_return_val_if_fail (HR_IS_HISTORY (self), NULL);

  return self->plan;
}

/**
 * hr_history_set_journal:
 * @self: a history
 * @func: (nullable): called after each step that was made, undone or redone, before
 *   anybody else is told
 * @data: for @func
 *
 * Gives the steps to somebody who makes them durable, so that what a person sees done
 * will not be lost.
 *
 * The step stands whether that succeeds or not: it is for @func to try again with the
 * next, and to warn.
 */
void
hr_history_set_journal (HrHistory *self, HrJournalFunc func, gpointer data)
{
  g_return_if_fail (HR_IS_HISTORY (self));

  self->journal = func;
  self->journal_data = data;
}

/**
 * hr_history_set_finish:
 * @self: a history
 * @func: (nullable): called before a group that changes something is closed
 * @data: for @func
 *
 * Lets somebody add to each step that is made, but not to those undone or redone: what
 * follows from a change, as the day of it.
 */
void
hr_history_set_finish (HrHistory *self, HrFinishFunc func, gpointer data)
{
  g_return_if_fail (HR_IS_HISTORY (self));

  self->finish = func;
  self->finish_data = data;
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

static gsize
measure (const Step *step)
{
  gsize size = sizeof *step + strlen (step->label);

  for (guint i = 0; i < step->edits->len; i++)
    size += hr_edit_get_size (g_ptr_array_index (step->edits, i));
  return size;
}

static void
forget_step (HrHistory *self, guint i)
{
  self->size -= step_at (self, i)->size;
  g_ptr_array_remove_index (self->steps, i);
}

static void
close_group (HrHistory *self, guint64 revision)
{
  Step *step = g_new0 (Step, 1);

  self->n_made = revision;
  step->label = g_steal_pointer (&self->label);
  step->revision = revision;
  step->edits = g_steal_pointer (&self->open);
  step->size = measure (step);
  self->size += step->size;
  while (self->steps->len > self->done) /* what could be redone */
    forget_step (self, self->steps->len - 1);
  g_ptr_array_add (self->steps, step);
  move_to (self, self->steps->len);
}

/**
 * hr_history_end:
 * @self: a history with an open group
 *
 * Closes a group. One that changed nothing leaves no step.
 *
 * Who hears of a change while steps are undone or redone, and edits the plan, is between
 * two of its states, where no step can stand: that edit is taken back at once.
 */
void
hr_history_end (HrHistory *self)
{
  g_return_if_fail (HR_IS_HISTORY (self));
  g_return_if_fail (self->depth > 0);

  if (self->depth == 1 && self->open->len > 0 && !self->moving && self->finish != NULL)
    self->finish (self, self->finish_data);
  if (--self->depth > 0)
    return;
  if (self->open->len > 0 && !self->moving)
    {
      close_group (self, self->n_made + 1);
      return;
    }
  revert_all (self, self->open);
  g_clear_pointer (&self->open, g_ptr_array_unref);
}

/* Closes the outermost group as the step that it was before. */
void
hr_history_end_as (HrHistory *self, guint64 revision)
{
  g_return_if_fail (self->depth == 1 && revision > self->n_made);

  self->depth = 0;
  close_group (self, revision);
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
  revert_all (self, open);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Returns: (transfer none) (nullable) (element-type HrEdit): of the open group so far */
GPtrArray *
hr_history_get_open (HrHistory *self)
{
  return self->open;
}

/* Makes a change within the open group; takes the edit. What others do when they hear of
 * it comes after it. */
void
hr_history_record (HrHistory *self, HrEdit *edit)
{
  g_ptr_array_add (self->open, edit);
  hr_edit_apply (edit);
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

  hr_history_go_to (self, self->done - 1);
}

void
hr_history_redo (HrHistory *self)
{
  g_return_if_fail (hr_history_can_redo (self));

  hr_history_go_to (self, self->done + 1);
}

/**
 * hr_history_go_to:
 * @self: a history
 * @n_done: how many steps shall be done, at most hr_history_get_n_steps()
 *
 * Undoes or redoes as many steps as it takes, as one change for whoever listens.
 */
void
hr_history_go_to (HrHistory *self, guint n_done)
{
  g_return_if_fail (HR_IS_HISTORY (self));
  g_return_if_fail (n_done <= self->steps->len);
  g_return_if_fail (self->depth == 0 && !self->moving);

  if (n_done == self->done)
    return;

  for (guint i = self->done; i > n_done; i--)
    revert_all (self, step_at (self, i - 1)->edits);
  for (guint i = self->done; i < n_done; i++)
    apply_all (self, step_at (self, i)->edits);
  move_to (self, n_done);
}

/**
 * hr_history_get_n_steps:
 * @self: a history
 *
 * Gets how many steps there are to go back and forward in.
 */
guint
hr_history_get_n_steps (HrHistory *self)
{
  g_return_val_if_fail (HR_IS_HISTORY (self), 0);

  return self->steps->len;
}

/**
 * hr_history_get_n_done:
 * @self: a history
 *
 * Gets how many of the steps are done; those after them can be redone.
 */
guint
hr_history_get_n_done (HrHistory *self)
{
  g_return_val_if_fail (HR_IS_HISTORY (self), 0);

  return self->done;
}

/**
 * hr_history_get_step:
 * @self: a history
 * @step: which, the oldest being 0
 * @label: (out) (optional) (transfer none): what it is called
 *
 * Looks at one step, for a list of them.
 *
 * Returns: its revision: that of the plan once this is the last step done
 */
guint64
hr_history_get_step (HrHistory *self, guint step, const char **label)
{
  g_return_val_if_fail (HR_IS_HISTORY (self), 0);
  g_return_val_if_fail (step < self->steps->len, 0);

  if (label != NULL)
    *label = step_at (self, step)->label;
  return step_at (self, step)->revision;
}

/* What a step consists of: (element-type HrEdit) (transfer none). */
GPtrArray *
hr_history_get_edits (HrHistory *self, guint step)
{
  return step_at (self, step)->edits;
}

/**
 * hr_history_get_revision:
 * @self: a history
 *
 * Gets a number that stands for the plan as it is now: 0 before any step was made, and no
 * other state of this plan has it. Who saves the plan remembers it to know whether it has
 * changed since.
 */
guint64
hr_history_get_revision (HrHistory *self)
{
  g_return_val_if_fail (HR_IS_HISTORY (self), 0);

  return self->done > 0 ? step_at (self, self->done - 1)->revision : self->first;
}

/**
 * hr_history_get_size:
 * @self: a history
 *
 * Gets about how many bytes the steps hold, which would be free without them.
 */
gsize
hr_history_get_size (HrHistory *self)
{
  g_return_val_if_fail (HR_IS_HISTORY (self), 0);

  return self->size;
}

/**
 * hr_history_get_first_revision:
 * @self: a history
 *
 * Gets the revision that undoing all steps leads to: 0 if none was forgotten.
 */
guint64
hr_history_get_first_revision (HrHistory *self)
{
  g_return_val_if_fail (HR_IS_HISTORY (self), 0);

  return self->first;
}

/**
 * hr_history_forget_first:
 * @self: a history with a step that is done
 *
 * Forgets the oldest step, which can then no longer be undone. The plan stays as it is,
 * and so does its revision. Nobody is told: this is for who keeps the journal, before
 * others hear of the step that was made.
 */
void
hr_history_forget_first (HrHistory *self)
{
  g_return_if_fail (HR_IS_HISTORY (self));
  g_return_if_fail (self->done > 0);

  self->first = step_at (self, 0)->revision;
  forget_step (self, 0);
  self->done--;
}
