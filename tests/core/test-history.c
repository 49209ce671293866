/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-history.h"

#include <math.h>

#include "hr-enums.h"
#include "hr-history-private.h"
#include "hr-need.h"
#include "hr-persona.h"
#include "hr-role.h"
#include "hr-scorecard.h"
#include "hr-stage.h"
#include "hr-test-plan.h"
#include "hr-touchpoint.h"

/* The worked example or the full plan, its history, and what that said. */
typedef struct
{
  HrPlan *plan;
  HrPlan *before; /* a copy of the plan as it was */
  HrHistory *history;
  HrTouchpoint *ebr; /* of the worked example */
  guint n_changed;
} Fixture;

static void
changed_cb (HrHistory *history, Fixture *fixture)
{
  fixture->n_changed++;
}

static void
set_up (Fixture *fixture, gconstpointer make_plan)
{
  HrPlan *(*make) (void) = make_plan;

  fixture->plan = make ();
  fixture->before = hr_item_copy (fixture->plan);
  fixture->history = hr_history_new (fixture->plan);
  fixture->ebr =
      hr_list_get (HR_JOURNEY (hr_list_get (fixture->plan->journeys, 0))->touchpoints, 0);
  g_signal_connect (fixture->history, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer make_plan)
{
  g_assert_finalize_object (fixture->history);
  g_assert_finalize_object (fixture->plan);
  g_assert_finalize_object (fixture->before);
}

static gboolean
set_number (
    Fixture *fixture, gpointer item, const char *property, double number, GError **error)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_DOUBLE);
  g_value_set_double (&value, number);
  return hr_history_set (fixture->history, item, property, &value, error);
}

static gboolean
set_text (Fixture *fixture,
          gpointer item,
          const char *property,
          const char *text,
          GError **error)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, text);
  return hr_history_set (fixture->history, item, property, &value, error);
}

static gboolean
is_as_before (Fixture *fixture)
{
  return hr_item_equal (fixture->plan, fixture->before);
}

/* ---- Set ---- */

static void
test_set (Fixture *fixture, gconstpointer data)
{
  g_assert_true (set_text (fixture, fixture->ebr, "notes", "twice a year?", NULL));
  g_assert_cmpstr (fixture->ebr->notes, ==, "twice a year?");
  g_assert_null (hr_item_get_tags (fixture->ebr)); /* no figure, no tag */
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpstr (hr_history_get_undo_label (fixture->history), ==, "Edit notes of EBR");
  g_assert_null (hr_history_get_redo_label (fixture->history));

  hr_history_undo (fixture->history);
  g_assert_true (is_as_before (fixture));
  g_assert_cmpuint (fixture->n_changed, ==, 2);
  g_assert_false (hr_history_can_undo (fixture->history));
  g_assert_null (hr_history_get_undo_label (fixture->history));
  g_assert_cmpstr (hr_history_get_redo_label (fixture->history), ==, "Edit notes of EBR");

  hr_history_redo (fixture->history);
  g_assert_cmpstr (fixture->ebr->notes, ==, "twice a year?");
  g_assert_cmpuint (fixture->n_changed, ==, 3);
  g_assert_false (hr_history_can_redo (fixture->history));
}

static void
test_set_plan (Fixture *fixture, gconstpointer data)
{
  g_assert_true (set_text (fixture, fixture->plan, "company", "Initech", NULL));
  g_assert_cmpstr (fixture->plan->company, ==, "Initech");
  hr_history_undo (fixture->history);
  g_assert_true (is_as_before (fixture));
}

/* What a person types over a benchmark is not the benchmark's any more. */
static void
test_set_figure (Fixture *fixture, gconstpointer data)
{
  const HrTag benchmark = { HR_TAG_BENCHMARK, "TSIA", 2025 };
  const HrTag *tag;

  g_assert_true (hr_history_set_tag (fixture->history, fixture->ebr, "delivery-minutes",
                                     &benchmark, NULL));
  g_assert_cmpstr (hr_history_get_undo_label (fixture->history), ==, "Edit tags of EBR");

  g_assert_true (set_number (fixture, fixture->ebr, "delivery-minutes", 200, NULL));
  tag = hr_tags_get (hr_item_get_tags (fixture->ebr), "delivery-minutes");
  g_assert_cmpint (tag->kind, ==, HR_TAG_ASSUMED);
  g_assert_null (tag->source);
  g_assert_cmpuint (fixture->n_changed, ==, 2); /* value and tag are one step */

  hr_history_undo (fixture->history);
  g_assert_cmpfloat (fixture->ebr->delivery_minutes, ==, 240);
  tag = hr_tags_get (hr_item_get_tags (fixture->ebr), "delivery-minutes");
  g_assert_cmpint (tag->kind, ==, HR_TAG_BENCHMARK);
  g_assert_cmpstr (tag->source, ==, "TSIA");

  hr_history_undo (fixture->history);
  g_assert_true (is_as_before (fixture));
}

static void
test_forget_tag (Fixture *fixture, gconstpointer data)
{
  const HrTag assumed = { HR_TAG_ASSUMED, NULL, 0 };

  g_assert_true (
      hr_history_set_tag (fixture->history, fixture->ebr, "reach", &assumed, NULL));
  g_assert_false (hr_item_is_default (fixture->ebr, "reach"));
  g_assert_true (
      hr_history_set_tag (fixture->history, fixture->ebr, "reach", NULL, NULL));
  g_assert_true (hr_item_is_default (fixture->ebr, "reach"));
  g_assert_true (is_as_before (fixture));
}

static void
test_set_the_same (Fixture *fixture, gconstpointer data)
{
  g_assert_true (set_text (fixture, fixture->ebr, "name", "EBR", NULL));
  g_assert_true (set_number (fixture, fixture->ebr, "delivery-minutes", 240, NULL));
  g_assert_true (set_number (fixture, hr_list_get (fixture->plan->segments, 0),
                             "lifetime-years", NAN, NULL));
  g_assert_true (
      hr_history_set_tag (fixture->history, fixture->ebr, "reach", NULL, NULL));
  g_assert_false (hr_history_can_undo (fixture->history));
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

static void
assert_refused (Fixture *fixture, gboolean taken, GError *error, HrError code)
{
  g_assert_false (taken);
  g_assert_error (error, HR_ERROR, (int) code);
  g_assert_true (is_as_before (fixture));
  g_assert_false (hr_history_can_undo (fixture->history));
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  g_error_free (error);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  HrItem *role = hr_list_get (fixture->plan->roles, 0);
  HrItem *journey = hr_list_get (fixture->plan->journeys, 0);
  GError *error = NULL;
  gboolean taken;

  taken = set_number (fixture, role, "annual-hours", 9000, &error);
  assert_refused (fixture, taken, g_steal_pointer (&error), HR_ERROR_RANGE);
  taken = set_number (fixture, role, "annual-hours", NAN, &error);
  assert_refused (fixture, taken, g_steal_pointer (&error), HR_ERROR_VALUE);
  taken = set_text (fixture, role, "name", "", &error);
  assert_refused (fixture, taken, g_steal_pointer (&error), HR_ERROR_VALUE);
  taken = set_text (fixture, fixture->ebr, "role", "sales", &error);
  assert_refused (fixture, taken, g_steal_pointer (&error), HR_ERROR_REFERENCE);
  taken = set_text (fixture, journey, "segment", NULL, &error);
  assert_refused (fixture, taken, g_steal_pointer (&error), HR_ERROR_VALUE);
}

/* ---- Insert, remove, move ---- */

static void
test_insert (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HrRole) role = hr_item_new (HR_TYPE_ROLE, NULL);
  g_autoptr (HrRole) nameless = hr_item_new (HR_TYPE_ROLE, NULL);
  g_autoptr (HrRole) twin = hr_item_new (HR_TYPE_ROLE, "csm");
  HrList *roles = fixture->plan->roles;
  GError *error = NULL;
  gboolean taken;

  taken = hr_history_insert (fixture->history, roles, 0, nameless, &error);
  assert_refused (fixture, taken, g_steal_pointer (&error), HR_ERROR_VALUE);
  g_object_set (twin, "name", "Twin", NULL);
  taken = hr_history_insert (fixture->history, roles, 0, twin, &error);
  assert_refused (fixture, taken, g_steal_pointer (&error), HR_ERROR_DUPLICATE);

  g_object_set (role, "name", "Support", NULL);
  g_assert_true (hr_history_insert (fixture->history, roles, 0, role, NULL));
  g_assert_true (hr_list_get (roles, 0) == role);
  g_assert_cmpstr (hr_history_get_undo_label (fixture->history), ==, "Add Support");
  g_assert_cmpuint (fixture->n_changed, ==, 1);

  hr_history_undo (fixture->history);
  g_assert_true (is_as_before (fixture));
  hr_history_redo (fixture->history);
  g_assert_true (hr_list_get (roles, 0) == role); /* the same object, for who holds it */
}

static void
test_move (Fixture *fixture, gconstpointer data)
{
  HrList *touchpoints =
      HR_JOURNEY (hr_list_get (fixture->plan->journeys, 0))->touchpoints;

  hr_history_move (fixture->history, touchpoints, 0, 3);
  g_assert_true (hr_list_get (touchpoints, 3) == fixture->ebr);
  g_assert_cmpstr (hr_history_get_undo_label (fixture->history), ==, "Move EBR");
  hr_history_move (fixture->history, touchpoints, 3, 3);
  g_assert_cmpuint (fixture->n_changed, ==, 1);

  hr_history_undo (fixture->history);
  g_assert_true (is_as_before (fixture));
}

typedef struct
{
  GType type;
  const char *id;
} Gone;

static gboolean
nothing_refers_cb (gpointer item, gpointer data)
{
  const Gone *gone = data;
  guint n_fields;
  const HrField *fields = hr_item_type_get_fields (G_OBJECT_TYPE (item), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      guint n;
      char *const *ids = hr_item_get_references (item, &fields[i], &n);

      for (guint j = 0; j < n; j++)
        g_assert_false (fields[i].type () == gone->type &&
                        g_str_equal (ids[j], gone->id));
    }
  return TRUE;
}

static gboolean
collect_cb (gpointer item, gpointer data)
{
  g_ptr_array_add (data, item);
  return TRUE;
}

/* Whatever is removed, the plan stays good, nothing names it, and undo brings it back
 * with all that went with it. */
static void
test_remove_anything (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  hr_item_walk (fixture->plan, collect_cb, items);
  for (guint i = 1; i < items->len; i++) /* the plan itself is the first */
    {
      HrItem *item = g_ptr_array_index (items, i);
      HrList *list = hr_plan_find_owner (fixture->plan, item);
      Gone gone = { G_OBJECT_TYPE (item), hr_item_get_id (item) };
      g_autoptr (GError) error = NULL;
      guint position;

      g_assert_true (hr_list_get_position (list, item, &position));
      fixture->n_changed = 0;
      hr_history_remove (fixture->history, list, position);
      g_assert_cmpuint (fixture->n_changed, ==, 1);
      g_assert_null (hr_plan_find_owner (fixture->plan, item));
      g_assert_true (hr_plan_check (fixture->plan, &error));
      hr_item_walk (fixture->plan, nothing_refers_cb, &gone);

      hr_history_undo (fixture->history);
      g_assert_true (is_as_before (fixture));
    }
}

static void
test_remove_segment (Fixture *fixture, gconstpointer data)
{
  HrPlan *plan = fixture->plan;
  HrJourney *of_other = hr_list_get (plan->journeys, 1);
  HrScorecard *scorecard = hr_list_get (plan->scorecards, 0);
  g_autofree char *label =
      g_strdup_printf ("Remove %s", HR_SEGMENT (hr_list_get (plan->segments, 0))->name);

  g_object_set (scorecard, "segments",
                (const char *[]) { "full-segments-2", "full-segments-1", NULL }, NULL);
  hr_history_remove (fixture->history, plan->segments, 0);
  g_assert_cmpuint (hr_list_get_n (plan->segments), ==, 1);
  g_assert_cmpuint (hr_list_get_n (plan->journeys), ==, 1);
  g_assert_true (hr_list_get (plan->journeys, 0) == of_other);
  g_assert_cmpuint (g_strv_length ((char **) scorecard->segments), ==, 1);
  g_assert_cmpstr (scorecard->segments[0], ==, "full-segments-2");
  g_assert_cmpstr (hr_history_get_undo_label (fixture->history), ==, label);

  hr_history_undo (fixture->history);
  g_assert_cmpuint (hr_list_get_n (plan->journeys), ==, 2);
  g_assert_true (hr_list_get (plan->journeys, 1) == of_other);
  g_assert_cmpstr (scorecard->segments[1], ==, "full-segments-1");
}

static void
test_remove_stage (Fixture *fixture, gconstpointer data)
{
  HrPlan *plan = fixture->plan;
  HrPersona *persona = hr_list_get (plan->personas, 0);
  HrTouchpoint *touchpoint = fixture->ebr;
  guint n_transitions = 0, n_needs = 0;

  for (guint i = 0; i < hr_list_get_n (plan->transitions); i++)
    g_object_set (hr_list_get (plan->transitions, i), "from-stage", "full-stages-1",
                  "to-stage", i == 0 ? "full-stages-1" : "full-stages-2", NULL);
  g_object_set (hr_list_get (persona->needs, 0), "stage", "full-stages-1", NULL);
  g_object_set (hr_list_get (persona->needs, 1), "stage", "full-stages-2", NULL);
  g_object_set (touchpoint, "stage", "full-stages-1", NULL);

  hr_history_remove (fixture->history, plan->stages, 0);
  n_transitions = hr_list_get_n (plan->transitions);
  n_needs = hr_list_get_n (persona->needs);
  g_assert_cmpuint (n_transitions, ==, 0); /* a hand-over from nowhere is none */
  g_assert_cmpuint (n_needs, ==, 1);
  g_assert_null (touchpoint->stage); /* it stands without a stage */
  hr_history_undo (fixture->history);
  g_assert_cmpstr (touchpoint->stage, ==, "full-stages-1");
}

/* ---- Groups ---- */

static void
test_group (Fixture *fixture, gconstpointer data)
{
  hr_history_begin (fixture->history, "Import accounts");
  g_assert_true (set_text (fixture, fixture->ebr, "notes", "a", NULL));
  hr_history_begin (fixture->history, "inner");
  g_assert_true (set_text (fixture, fixture->ebr, "notes", "b", NULL));
  hr_history_remove (fixture->history, fixture->plan->segments, 0);
  hr_history_end (fixture->history);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  g_assert_false (hr_history_can_undo (fixture->history));
  hr_history_end (fixture->history);

  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpstr (hr_history_get_undo_label (fixture->history), ==, "Import accounts");
  hr_history_undo (fixture->history);
  g_assert_true (is_as_before (fixture));
  g_assert_false (hr_history_can_undo (fixture->history));
}

static void
test_group_of_nothing (Fixture *fixture, gconstpointer data)
{
  hr_history_begin (fixture->history, "Nothing");
  hr_history_end (fixture->history);
  g_assert_false (hr_history_can_undo (fixture->history));

  hr_history_begin (fixture->history, "Nothing");
  hr_history_cancel (fixture->history);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

static void
test_refusal_leaves_the_group (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  hr_history_begin (fixture->history, "Two");
  g_assert_true (set_text (fixture, fixture->ebr, "notes", "a", NULL));
  g_assert_false (set_text (fixture, fixture->ebr, "name", "", &error));
  g_assert_true (set_text (fixture, fixture->ebr, "channel", "video", NULL));
  hr_history_end (fixture->history);

  g_assert_cmpstr (fixture->ebr->notes, ==, "a");
  g_assert_cmpstr (fixture->ebr->name, ==, "EBR");
  g_assert_cmpstr (fixture->ebr->channel, ==, "video");
  hr_history_undo (fixture->history);
  g_assert_true (is_as_before (fixture));
}

/* A cancelled group was never there: what could be redone still can. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_assert_true (set_text (fixture, fixture->ebr, "notes", "a", NULL));
  hr_history_undo (fixture->history);
  fixture->n_changed = 0;

  hr_history_begin (fixture->history, "Dragging");
  g_assert_true (set_number (fixture, fixture->ebr, "reach", 0.5, NULL));
  hr_history_remove (fixture->history, fixture->plan->roles, 0);
  hr_history_cancel (fixture->history);
  g_assert_true (is_as_before (fixture));
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_false (hr_history_can_undo (fixture->history));

  hr_history_redo (fixture->history);
  g_assert_cmpstr (fixture->ebr->notes, ==, "a");
}

/* ---- What it tells ---- */

static void
test_edit_forgets_redo (Fixture *fixture, gconstpointer data)
{
  g_assert_true (set_text (fixture, fixture->ebr, "notes", "a", NULL));
  hr_history_undo (fixture->history);
  g_assert_true (set_text (fixture, fixture->ebr, "notes", "b", NULL));
  g_assert_false (hr_history_can_redo (fixture->history));
  hr_history_undo (fixture->history);
  g_assert_true (is_as_before (fixture));
}

static void
count_notify_cb (GObject *object, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static void
test_notify (Fixture *fixture, gconstpointer data)
{
  guint n_can_undo = 0, n_can_redo = 0;
  gboolean can_undo, can_redo;
  g_autofree char *undo_label = NULL;
  g_autofree char *redo_label = NULL;
  g_autoptr (HrPlan) plan = NULL;

  g_signal_connect (fixture->history, "notify::can-undo", G_CALLBACK (count_notify_cb),
                    &n_can_undo);
  g_signal_connect (fixture->history, "notify::can-redo", G_CALLBACK (count_notify_cb),
                    &n_can_redo);
  g_assert_true (set_text (fixture, fixture->ebr, "notes", "a", NULL));
  g_assert_true (set_text (fixture, fixture->ebr, "notes", "b", NULL));
  g_assert_cmpuint (n_can_undo, ==, 1);
  g_assert_cmpuint (n_can_redo, ==, 0);
  hr_history_undo (fixture->history);
  g_assert_cmpuint (n_can_redo, ==, 1);

  g_object_get (fixture->history, "can-undo", &can_undo, "can-redo", &can_redo,
                "undo-label", &undo_label, "redo-label", &redo_label, "plan", &plan,
                NULL);
  g_assert_true (can_undo && can_redo);
  g_assert_cmpstr (undo_label, ==, "Edit notes of EBR");
  g_assert_cmpstr (redo_label, ==, "Edit notes of EBR");
  g_assert_true (plan == fixture->plan);
  g_assert_true (hr_history_get_plan (fixture->history) == plan);

  hr_history_undo (fixture->history);
  g_assert_cmpuint (n_can_undo, ==, 2);
  g_assert_cmpuint (n_can_redo, ==, 1);
}

/* Saved, undone and edited otherwise is not what was saved. */
static void
test_revision (Fixture *fixture, gconstpointer data)
{
  guint64 first, saved;

  g_assert_cmpuint (hr_history_get_revision (fixture->history), ==, 0);
  g_assert_true (set_text (fixture, fixture->ebr, "notes", "a", NULL));
  first = hr_history_get_revision (fixture->history);
  g_assert_true (set_text (fixture, fixture->ebr, "notes", "b", NULL));
  saved = hr_history_get_revision (fixture->history);
  g_assert_cmpuint (saved, !=, first);

  hr_history_undo (fixture->history);
  g_assert_cmpuint (hr_history_get_revision (fixture->history), ==, first);
  hr_history_redo (fixture->history);
  g_assert_cmpuint (hr_history_get_revision (fixture->history), ==, saved);
  hr_history_undo (fixture->history);
  g_assert_true (set_text (fixture, fixture->ebr, "notes", "c", NULL));
  g_assert_cmpuint (hr_history_get_revision (fixture->history), !=, saved);
  hr_history_undo (fixture->history);
  hr_history_undo (fixture->history);
  g_assert_cmpuint (hr_history_get_revision (fixture->history), ==, 0);
}

static void
redo_once_cb (HrHistory *history, gpointer data)
{
  gboolean *undone = data;

  if (!*undone)
    {
      *undone = TRUE;
      hr_history_undo (history);
    }
}

/* Whoever is told of a change may change something himself. */
static void
test_change_within_changed (Fixture *fixture, gconstpointer data)
{
  gboolean undone = FALSE;

  g_signal_connect (fixture->history, "changed", G_CALLBACK (redo_once_cb), &undone);
  g_assert_true (set_text (fixture, fixture->ebr, "notes", "a", NULL));
  g_assert_true (is_as_before (fixture));
  g_assert_true (hr_history_can_redo (fixture->history));
}

static void
count_gone_cb (gpointer data, GObject *where_it_was)
{
  (*(guint *) data)--;
}

static gboolean
watch_cb (gpointer item, gpointer data)
{
  (*(guint *) data)++;
  g_object_weak_ref (item, count_gone_cb, data);
  return TRUE;
}

/* Nothing owns itself: with the last reference all is gone, the removed too. */
static void
edit_notes_cb (HrTouchpoint *ebr, GParamSpec *pspec, Fixture *fixture)
{
  g_assert_true (set_text (fixture, ebr, "notes", "edited", NULL));
}

/* Who edits while steps are undone or redone changes nothing, and none of them is lost.
 */
static void
test_edit_within_undo (Fixture *fixture, gconstpointer data)
{
  HrHistory *history = fixture->history;
  g_autoptr (HrPlan) after = NULL;

  g_assert_true (set_number (fixture, fixture->ebr, "reach", 0.5, NULL));
  g_assert_true (set_number (fixture, fixture->ebr, "reach", 0.25, NULL));
  after = hr_item_copy (fixture->plan);
  g_signal_connect (fixture->ebr, "notify::reach", G_CALLBACK (edit_notes_cb), fixture);

  hr_history_go_to (history, 0);
  g_assert_true (is_as_before (fixture));
  g_assert_cmpuint (hr_history_get_n_steps (history), ==, 2);
  g_assert_cmpuint (hr_history_get_n_done (history), ==, 0);
  hr_history_go_to (history, 2);
  g_assert_true (hr_item_equal (fixture->plan, after));
  g_assert_cmpuint (hr_history_get_n_steps (history), ==, 2);
  g_signal_handlers_disconnect_by_data (fixture->ebr, fixture);
}

/* Who edits while a step is made joins it, after what it heard of. */
static void
test_edit_within_edit (Fixture *fixture, gconstpointer data)
{
  GPtrArray *edits;

  g_signal_connect (fixture->ebr, "notify::reach", G_CALLBACK (edit_notes_cb), fixture);
  g_assert_true (set_number (fixture, fixture->ebr, "reach", 0.5, NULL));
  g_signal_handlers_disconnect_by_data (fixture->ebr, fixture);
  edits = hr_history_get_edits (fixture->history, 0);
  g_assert_cmpuint (edits->len, >=, 2);
  g_assert_cmpstr (((HrEdit *) edits->pdata[0])->field->name, ==, "reach");
  g_assert_cmpstr (((HrEdit *) edits->pdata[1])->field->name, ==, "notes");
  g_assert_cmpuint (hr_history_get_n_steps (fixture->history), ==, 1);
  g_assert_cmpstr (fixture->ebr->notes, ==, "edited");
  hr_history_undo (fixture->history);
  g_assert_true (is_as_before (fixture));
}

static void
test_ownership (void)
{
  guint n_alive = 0;
  HrPlan *plan = hr_test_plan_new_full ();
  HrHistory *history = hr_history_new (plan);

  hr_item_walk (plan, watch_cb, &n_alive);
  g_object_weak_ref (G_OBJECT (plan->portfolio), count_gone_cb, &n_alive);
  n_alive++;
  g_assert_cmpuint (n_alive, >, 40);

  hr_history_remove (history, plan->segments, 0);
  hr_history_remove (history, plan->stages, 0);
  hr_history_undo (history);
  hr_history_begin (history, "Left open");
  hr_history_move (history, plan->roles, 0, 1);
  g_object_unref (plan);
  g_assert_finalize_object (history);
  g_assert_cmpuint (n_alive, ==, 0);
}

#define ADD(name, make_plan, test)                                                       \
  g_test_add ("/core/history/" name, Fixture, make_plan, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  const gpointer example = hr_test_plan_new_worked_example;
  const gpointer full = hr_test_plan_new_full;

  g_test_init (&argc, &argv, NULL);

  ADD ("set", example, test_set);
  ADD ("set-plan", example, test_set_plan);
  ADD ("set-figure", example, test_set_figure);
  ADD ("forget-tag", example, test_forget_tag);
  ADD ("set-the-same", example, test_set_the_same);
  ADD ("refused", example, test_refused);
  ADD ("insert", example, test_insert);
  ADD ("move", example, test_move);
  ADD ("remove-anything", full, test_remove_anything);
  ADD ("remove-segment", full, test_remove_segment);
  ADD ("remove-stage", full, test_remove_stage);
  ADD ("group", example, test_group);
  ADD ("group-of-nothing", example, test_group_of_nothing);
  ADD ("refusal-leaves-the-group", example, test_refusal_leaves_the_group);
  ADD ("cancel", example, test_cancel);
  ADD ("edit-forgets-redo", example, test_edit_forgets_redo);
  ADD ("notify", example, test_notify);
  ADD ("revision", example, test_revision);
  ADD ("change-within-changed", example, test_change_within_changed);
  ADD ("edit-within-undo", example, test_edit_within_undo);
  ADD ("edit-within-edit", example, test_edit_within_edit);
  g_test_add_func ("/core/history/ownership", test_ownership);

  return g_test_run ();
}
