/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "hr-check.h"
#include "hr-date.h"
#include "hr-document-private.h"
#include "hr-format.h"
#include "hr-journey-review.h"
#include "hr-parse.h"

/**
 * HrDocument:
 *
 * A plan that is open: the plan, the history of its changes, the file it came from,
 * and the answer that follows from it.
 *
 * It listens to the history and computes anew after every step, so whoever shows a
 * figure listens to `notify::capacity` and computes nothing.
 */
G_DEFINE_FINAL_TYPE (HrDocument, hr_document, G_TYPE_OBJECT)

typedef enum
{
  PROP_PLAN = 1,
  PROP_HISTORY,
  PROP_CAPACITY,
  PROP_FILE,
  PROP_MODIFIED,
  PROP_STATE,
  PROP_WARNING,
  PROP_CONFLICT,
  PROP_AUTOSAVE,
} HrDocumentProperty;

static GParamSpec *props[PROP_AUTOSAVE + 1];

static gboolean
is_segmentation_current (HrDocument *self)
{
  HrPlan *plan = hr_document_get_plan (self);
  guint n = hr_list_get_n (plan->segments);

  if (self->base == NULL || self->portfolio != plan->portfolio || self->rules->len != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const HrSegment *segment = hr_list_get (plan->segments, i);

      if (g_ptr_array_index (self->rules, i) != segment->rule)
        return FALSE;
    }
  return TRUE;
}

/* A million accounts are sorted into segments only when a rule or the accounts change,
 * not with every minute that is typed into a journey. */
static void
update_base (HrDocument *self)
{
  HrPlan *plan = hr_document_get_plan (self);

  if (is_segmentation_current (self))
    return;

  g_clear_pointer (&self->base, hr_segmentation_unref);
  self->base = hr_segmentation_new (plan);
  g_set_object (&self->portfolio, plan->portfolio);
  g_ptr_array_set_size (self->rules, 0);
  for (guint i = 0; i < hr_list_get_n (plan->segments); i++)
    {
      const HrSegment *segment = hr_list_get (plan->segments, i);

      g_ptr_array_add (self->rules, hr_rule_ref ((HrRule *) segment->rule));
    }
}

static void
update_segmentation (HrDocument *self)
{
  HrList *segments = hr_document_get_plan (self)->segments;
  guint position;

  update_base (self);
  g_clear_pointer (&self->segmentation, hr_segmentation_unref);
  self->segmentation =
      self->tried_rule != NULL &&
              hr_list_get_position (segments, self->tried_segment, &position) &&
              position < hr_segmentation_get_n_segments (self->base)
          ? hr_segmentation_new_with (self->base, position, self->tried_rule)
          : hr_segmentation_ref (self->base);
}

static void
compute (HrDocument *self)
{
  update_segmentation (self);
  g_clear_pointer (&self->capacity, hr_capacity_unref);
  g_clear_pointer (&self->redesigned, hr_capacity_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  self->capacity = hr_capacity_new (hr_document_get_plan (self), self->segmentation,
                                    HR_JOURNEY_CURRENT);
}

static void
notify_state (HrDocument *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODIFIED]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
}

static void
forget_tried_rule (HrDocument *self)
{
  g_clear_pointer (&self->tried_rule, hr_rule_unref);
  g_clear_object (&self->tried_segment);
}

static void
history_changed_cb (HrDocument *self)
{
  forget_tried_rule (self);
  compute (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAPACITY]);
  notify_state (self);
  hr_document_autosave_later (self);
}

/* Whoever edits a journey has gone through it. */
static void
finish_cb (HrHistory *history, gpointer user_data)
{
  hr_journey_review_touched (history, hr_date_today ());
}

static void
safety_changed_cb (HrDocument *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WARNING]);
}

static const char *
describe_state (HrDocument *self)
{
  gboolean has_file = hr_document_get_file (self) != NULL;

  if (has_file && !hr_document_get_modified (self))
    return _ ("Saved");
  switch (self->origin)
    {
    case HR_DOCUMENT_RECOVERED:
      return _ ("Recovered Copy");
    case HR_DOCUMENT_BACKUP:
      return _ ("Restored Backup");
    case HR_DOCUMENT_SALVAGED:
      return _ ("Salvaged Copy");
    case HR_DOCUMENT_OPENED:
    default:
      return has_file ? _ ("Edited") : _ ("Not Saved Yet");
    }
}

static void
hr_document_dispose (GObject *object)
{
  HrDocument *self = HR_DOCUMENT (object);

  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->capacity, hr_capacity_unref);
  g_clear_pointer (&self->redesigned, hr_capacity_unref);
  g_clear_pointer (&self->segmentation, hr_segmentation_unref);
  g_clear_pointer (&self->base, hr_segmentation_unref);
  forget_tried_rule (self);
  g_clear_pointer (&self->rules, g_ptr_array_unref);
  g_clear_object (&self->portfolio);
  g_clear_handle_id (&self->autosaving, g_source_remove);
  g_clear_object (&self->copy);
  g_clear_object (&self->history);
  g_clear_error (&self->conflict);
  g_clear_error (&self->refusal);

  G_OBJECT_CLASS (hr_document_parent_class)->dispose (object);
}

static void
hr_document_get_property (GObject *object,
                          guint prop_id,
                          GValue *value,
                          GParamSpec *pspec)
{
  HrDocument *self = HR_DOCUMENT (object);

  switch ((HrDocumentProperty) prop_id)
    {
    case PROP_PLAN:
      g_value_set_object (value, hr_document_get_plan (self));
      break;
    case PROP_HISTORY:
      g_value_set_object (value, self->history);
      break;
    case PROP_CAPACITY:
      g_value_set_boxed (value, self->capacity);
      break;
    case PROP_FILE:
      g_value_set_object (value, hr_document_get_file (self));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, hr_document_get_modified (self));
      break;
    case PROP_STATE:
      g_value_set_string (value, describe_state (self));
      break;
    case PROP_WARNING:
      g_value_set_string (value, hr_document_get_warning (self));
      break;
    case PROP_CONFLICT:
      g_value_set_boxed (value, self->conflict);
      break;
    case PROP_AUTOSAVE:
      g_value_set_boolean (value, self->autosave);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hr_document_set_property (GObject *object,
                          guint prop_id,
                          const GValue *value,
                          GParamSpec *pspec)
{
  switch ((HrDocumentProperty) prop_id)
    {
    case PROP_AUTOSAVE:
      hr_document_set_autosave (HR_DOCUMENT (object), g_value_get_boolean (value));
      break;
    case PROP_PLAN:
    case PROP_HISTORY:
    case PROP_CAPACITY:
    case PROP_FILE:
    case PROP_MODIFIED:
    case PROP_STATE:
    case PROP_WARNING:
    case PROP_CONFLICT:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hr_document_class_init (HrDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags ro = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = hr_document_dispose;
  object_class->get_property = hr_document_get_property;
  object_class->set_property = hr_document_set_property;

  props[PROP_PLAN] = g_param_spec_object ("plan", NULL, NULL, HR_TYPE_PLAN, ro);
  props[PROP_HISTORY] = g_param_spec_object ("history", NULL, NULL, HR_TYPE_HISTORY, ro);
  props[PROP_CAPACITY] =
      g_param_spec_boxed ("capacity", NULL, NULL, HR_TYPE_CAPACITY, ro);
  props[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, ro);
  props[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, ro);
  props[PROP_STATE] = g_param_spec_string ("state", NULL, NULL, NULL, ro);
  props[PROP_WARNING] = g_param_spec_string ("warning", NULL, NULL, NULL, ro);
  props[PROP_CONFLICT] = g_param_spec_boxed ("conflict", NULL, NULL, G_TYPE_ERROR, ro);
  props[PROP_AUTOSAVE] = g_param_spec_boolean (
      "autosave", NULL, NULL, FALSE,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
hr_document_init (HrDocument *self)
{
  self->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) hr_rule_unref);
}

/* Takes the working copy. */
HrDocument *
hr_document_open (HrWorkingCopy *copy)
{
  HrDocument *self = g_object_new (HR_TYPE_DOCUMENT, NULL);

  self->copy = copy;
  self->history = g_object_ref (hr_working_copy_get_history (copy));
  hr_history_set_finish (self->history, finish_cb, NULL);
  g_signal_connect_object (self->history, "changed", G_CALLBACK (history_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (copy, "notify::error", G_CALLBACK (safety_changed_cb), self,
                           G_CONNECT_SWAPPED);
  compute (self);
  return self;
}

/**
 * hr_document_new:
 * @plan: (transfer none): a plan
 *
 * Opens a plan that is in memory.
 */
HrDocument *
hr_document_new (HrPlan *plan)
{
  g_return_val_if_fail (HR_IS_PLAN (plan), NULL);

  return hr_document_open (hr_working_copy_new (plan));
}

HrPlan *
hr_document_get_plan (HrDocument *self)
{
  return hr_history_get_plan (self->history);
}

HrHistory *
hr_document_get_history (HrDocument *self)
{
  return self->history;
}

/**
 * hr_document_get_capacity:
 * @self: a document
 *
 * Gets the answer for the plan as it is now.
 *
 * Returns: (transfer none): until the next change
 */
HrCapacity *
hr_document_get_capacity (HrDocument *self)
{
  return self->capacity;
}

/**
 * hr_document_get_version:
 * @self: a document
 * @version: which journeys count
 *
 * Gets the answer as it is now, or would be after the redesign.
 *
 * Returns: (transfer none): until the next change
 */
HrCapacity *
hr_document_get_version (HrDocument *self, HrJourneyVersion version)
{
  if (version == HR_JOURNEY_CURRENT)
    return self->capacity;
  if (self->redesigned == NULL)
    self->redesigned =
        hr_capacity_new (hr_document_get_plan (self), self->segmentation, version);
  return self->redesigned;
}

HrSegmentation *
hr_document_get_segmentation (HrDocument *self)
{
  return self->segmentation;
}

/**
 * hr_document_try_rule:
 * @self: a document
 * @segment: (nullable): a segment of the plan
 * @rule: (nullable): another rule for it; %NULL when the trial is over
 *
 * Answers as if a segment had another rule, until the next step of the history. While a
 * threshold is dragged all figures follow, but the plan is not changed.
 */
void
hr_document_try_rule (HrDocument *self, HrSegment *segment, const HrRule *rule)
{
  g_return_if_fail (HR_IS_DOCUMENT (self));
  g_return_if_fail (rule == NULL || HR_IS_SEGMENT (segment));

  if (rule == NULL && self->tried_rule == NULL)
    return;
  forget_tried_rule (self);
  if (rule != NULL)
    {
      self->tried_segment = g_object_ref (segment);
      self->tried_rule = hr_rule_ref (rule);
    }
  compute (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAPACITY]);
}

/**
 * hr_document_get_checks:
 * @self: a document
 *
 * Gets what is worth a look in the plan as it is now.
 *
 * Returns: (transfer none) (element-type HrCheck): until the next change
 */
GPtrArray *
hr_document_get_checks (HrDocument *self)
{
  if (self->checks == NULL)
    self->checks = hr_checks_new (self->capacity, self->segmentation, hr_date_today ());
  return self->checks;
}

GFile *
hr_document_get_file (HrDocument *self)
{
  return hr_working_copy_get_file (self->copy);
}

gboolean
hr_document_get_modified (HrDocument *self)
{
  return hr_working_copy_is_modified (self->copy);
}

/* Whether it saves itself, as far as it can: it needs a file that is its own, and a
 * backup takes the place of one only when the person says so. */
gboolean
hr_document_get_autosave (HrDocument *self)
{
  return self->autosave && hr_document_get_file (self) != NULL &&
         self->conflict == NULL && self->origin != HR_DOCUMENT_BACKUP;
}

/**
 * hr_document_get_saved_revision:
 * @self: a document
 *
 * Says which step of the history its file holds, as hr_history_get_step() numbers them.
 */
guint64
hr_document_get_saved_revision (HrDocument *self)
{
  return hr_working_copy_get_saved_revision (self->copy);
}

/**
 * hr_document_get_warning:
 * @self: a document
 *
 * Says why the latest changes would not survive a crash, as on a full disk, or why the
 * plan cannot save itself; to be shown as long as it is so.
 *
 * Returns: (nullable): a sentence, %NULL if all is safe
 */
const char *
hr_document_get_warning (HrDocument *self)
{
  const GError *error = hr_working_copy_get_error (self->copy);

  if (error == NULL)
    error = self->refusal;
  return error != NULL ? error->message : NULL;
}

/**
 * hr_document_get_conflict:
 * @self: a document
 *
 * Says what somebody else did to the file since it was read or saved, as far as it was
 * noticed: %HR_ERROR_CHANGED, %HR_ERROR_GONE, or %HR_ERROR_FILE where there is something
 * that is no file. Nothing is saved by itself until the person has saved it or opened it
 * anew.
 *
 * Returns: (nullable): with a sentence to be shown
 */
const GError *
hr_document_get_conflict (HrDocument *self)
{
  return self->conflict;
}

/* Takes the error. */
void
hr_document_take_conflict (HrDocument *self, GError *conflict)
{
  if (self->conflict == NULL && conflict == NULL)
    return;
  g_clear_error (&self->conflict);
  self->conflict = conflict;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CONFLICT]);
}

void
hr_document_take_refusal (HrDocument *self, GError *refusal)
{
  if (self->refusal == NULL && refusal == NULL)
    return;
  g_clear_error (&self->refusal);
  self->refusal = refusal;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WARNING]);
}

void
hr_document_notify_file (HrDocument *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILE]);
  notify_state (self);
}

/**
 * hr_document_holds:
 * @self: a document
 * @item: an item, or the plan itself
 *
 * Says whether an item is in the plan. One that has left it, with an entry still open, is
 * not edited any more.
 */
gboolean
hr_document_holds (HrDocument *self, gpointer item)
{
  HrPlan *plan = hr_document_get_plan (self);

  return item == (gpointer) plan || hr_plan_find_owner (plan, item) != NULL;
}

/**
 * hr_document_edit:
 * @self: a document
 * @item: an item of its plan
 * @property: the property to change
 * @text: what a person typed
 * @error: return location for a [error@Error]
 *
 * Changes a property to what a person typed, if it can be read and is allowed. If not, a
 * whole sentence says why.
 *
 * Returns: %FALSE if it is refused; then nothing has changed
 */
gboolean
hr_document_edit (HrDocument *self,
                  gpointer item,
                  const char *property,
                  const char *text,
                  GError **error)
{
  const HrField *field = hr_item_find_field (item, property);
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) refusal = NULL;
  g_autofree char *sentence = NULL;

  g_return_val_if_fail (field != NULL, FALSE);

  if (hr_parse_field (field, text, &value, &refusal) &&
      hr_history_set (self->history, item, property, &value, &refusal))
    return TRUE;

  sentence = hr_format_capitalised (refusal->message); /* it begins with a label */
  g_set_error_literal (error, refusal->domain, refusal->code, sentence);
  return FALSE;
}
