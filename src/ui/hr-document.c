/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-document.h"

#include <glib/gi18n-lib.h>

#include "hr-check.h"
#include "hr-format.h"
#include "hr-json-reader.h"
#include "hr-parse.h"
#include "hr-store.h"

/**
 * HrDocument:
 *
 * A plan that is open: the plan, the history of its changes, the file it came from,
 * and the answer that follows from it.
 *
 * It listens to the history and computes anew after every step, so whoever shows a
 * figure listens to `notify::capacity` and computes nothing.
 */
struct _HrDocument
{
  GObject parent_instance;

  HrHistory *history;
  GFile *file;   /* (nullable): not saved yet */
  guint64 saved; /* the history's revision when it was last saved */

  HrSegmentation *segmentation;
  GPtrArray *rules;       /* (owned) (element-type HrRule): what it was made from */
  HrPortfolio *portfolio; /* (owned) (nullable) */
  HrCapacity *capacity;
  HrCapacity *redesigned; /* (nullable): computed when somebody asks */
  GPtrArray *checks;      /* (owned) (nullable): made when first asked for */
};

G_DEFINE_FINAL_TYPE (HrDocument, hr_document, G_TYPE_OBJECT)

typedef enum
{
  PROP_PLAN = 1,
  PROP_HISTORY,
  PROP_CAPACITY,
  PROP_FILE,
  PROP_MODIFIED,
  PROP_STATE,
} HrDocumentProperty;

static GParamSpec *props[PROP_STATE + 1];

static gboolean
is_segmentation_current (HrDocument *self)
{
  HrPlan *plan = hr_document_get_plan (self);
  guint n = hr_list_get_n (plan->segments);

  if (self->segmentation == NULL || self->portfolio != plan->portfolio ||
      self->rules->len != n)
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
update_segmentation (HrDocument *self)
{
  HrPlan *plan = hr_document_get_plan (self);

  if (is_segmentation_current (self))
    return;

  g_clear_pointer (&self->segmentation, hr_segmentation_unref);
  self->segmentation = hr_segmentation_new (plan);
  g_set_object (&self->portfolio, plan->portfolio);
  g_ptr_array_set_size (self->rules, 0);
  for (guint i = 0; i < hr_list_get_n (plan->segments); i++)
    {
      const HrSegment *segment = hr_list_get (plan->segments, i);

      g_ptr_array_add (self->rules, hr_rule_ref ((HrRule *) segment->rule));
    }
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
history_changed_cb (HrDocument *self)
{
  compute (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAPACITY]);
  notify_state (self);
}

static char *
describe_state (HrDocument *self)
{
  if (self->file == NULL)
    return g_strdup (_ ("Not Saved Yet"));
  return g_strdup (hr_document_get_modified (self) ? _ ("Edited") : _ ("Saved"));
}

static void
hr_document_dispose (GObject *object)
{
  HrDocument *self = HR_DOCUMENT (object);

  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->capacity, hr_capacity_unref);
  g_clear_pointer (&self->redesigned, hr_capacity_unref);
  g_clear_pointer (&self->segmentation, hr_segmentation_unref);
  g_clear_pointer (&self->rules, g_ptr_array_unref);
  g_clear_object (&self->portfolio);
  g_clear_object (&self->history);
  g_clear_object (&self->file);

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
      g_value_set_object (value, self->file);
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, hr_document_get_modified (self));
      break;
    case PROP_STATE:
      g_value_take_string (value, describe_state (self));
      break;
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

  props[PROP_PLAN] = g_param_spec_object ("plan", NULL, NULL, HR_TYPE_PLAN, ro);
  props[PROP_HISTORY] = g_param_spec_object ("history", NULL, NULL, HR_TYPE_HISTORY, ro);
  props[PROP_CAPACITY] =
      g_param_spec_boxed ("capacity", NULL, NULL, HR_TYPE_CAPACITY, ro);
  props[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, ro);
  props[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, ro);
  props[PROP_STATE] = g_param_spec_string ("state", NULL, NULL, NULL, ro);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
hr_document_init (HrDocument *self)
{
  self->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) hr_rule_unref);
}

/**
 * hr_document_new:
 * @plan: (transfer none): a plan
 * @file: (nullable): where it came from
 *
 * Opens a plan that is in memory.
 */
HrDocument *
hr_document_new (HrPlan *plan, GFile *file)
{
  HrDocument *self;

  g_return_val_if_fail (HR_IS_PLAN (plan), NULL);

  self = g_object_new (HR_TYPE_DOCUMENT, NULL);
  self->history = hr_history_new (plan);
  g_set_object (&self->file, file);
  g_signal_connect_object (self->history, "changed", G_CALLBACK (history_changed_cb),
                           self, G_CONNECT_SWAPPED);
  compute (self);
  return self;
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
    self->checks = hr_checks_new (self->capacity, self->segmentation);
  return self->checks;
}

GFile *
hr_document_get_file (HrDocument *self)
{
  return self->file;
}

gboolean
hr_document_get_modified (HrDocument *self)
{
  return hr_history_get_revision (self->history) != self->saved;
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

static void
load_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const char *path = g_file_peek_path (data);
  HrPlan *plan;
  GError *error = NULL;

  if (path == NULL)
    {
      g_task_return_new_error (task, HR_ERROR, HR_ERROR_FILE,
                               _ ("%s is not a file on this computer"),
                               g_file_peek_path (data));
      return;
    }
  plan = g_str_has_suffix (path, ".json")
             ? hr_json_read_plan_file (path, cancellable, &error)
             : hr_store_load (path, cancellable, &error);
  if (plan != NULL)
    g_task_return_pointer (task, plan, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * hr_document_load_async:
 * @file: a plan file or its JSON form
 * @cancellable: (nullable): to stop it
 * @callback: called when it is loaded
 * @user_data: for @callback
 *
 * Opens a file without blocking.
 */
void
hr_document_load_async (GFile *file,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, hr_document_load_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, load_thread);
}

HrDocument *
hr_document_load_finish (GAsyncResult *result, GError **error)
{
  GTask *task = G_TASK (result);
  g_autoptr (HrPlan) plan = g_task_propagate_pointer (task, error);
  GFile *file = g_task_get_task_data (task);
  const char *path = g_file_peek_path (file);

  if (plan == NULL)
    return NULL;
  /* Saving writes plan files only, so one that came from JSON is still to be named. */
  return hr_document_new (plan, g_str_has_suffix (path, ".json") ? NULL : file);
}

typedef struct
{
  HrPlan *copy;
  GFile *file;
  guint64 revision;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_clear_object (&saving->copy);
  g_clear_object (&saving->file);
  g_free (saving);
}

static void
save_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Saving *saving = data;
  GError *error = NULL;

  if (hr_store_save (saving->copy, g_file_peek_path (saving->file), cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * hr_document_save_async:
 * @self: a document
 * @file: where to
 * @cancellable: (nullable): to stop it
 * @callback: called when it is saved
 * @user_data: for @callback
 *
 * Saves the plan as it is now without blocking; it may be edited meanwhile.
 */
void
hr_document_save_async (HrDocument *self,
                        GFile *file,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Saving *saving = g_new0 (Saving, 1);

  g_task_set_source_tag (task, hr_document_save_async);
  saving->copy = hr_item_copy (hr_document_get_plan (self));
  saving->file = g_object_ref (file);
  saving->revision = hr_history_get_revision (self->history);
  g_task_set_task_data (task, saving, saving_free);
  g_task_run_in_thread (task, save_thread);
}

gboolean
hr_document_save_finish (HrDocument *self, GAsyncResult *result, GError **error)
{
  Saving *saving = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  self->saved = saving->revision;
  if (g_set_object (&self->file, saving->file))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILE]);
  notify_state (self);
  return TRUE;
}
