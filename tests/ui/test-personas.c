/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-need.h"
#include "hr-outline-row.h"
#include "hr-persona.h"
#include "hr-stage.h"
#include "hr-test-editor.h"
#include "hr-transition.h"

/* The outline of personas with their needs, stages and transitions, and its editor. */

static HrPersona *
get_persona (HrTestUi *ui, guint i)
{
  return hr_list_get (hr_test_get_plan (ui)->personas, i);
}

static gboolean
is_edited (HrTestUi *ui, const char *title, const char *text)
{
  return g_str_equal (gtk_editable_get_text (hr_test_find_titled (ui->window, title)),
                      text);
}

static void
go_to (HrTestUi *ui, gpointer item, const char *property)
{
  hr_window_go_to (ui->window, item, property);
  hr_test_settle (ui->window);
}

static void
test_entries (HrTestUi *ui, gconstpointer setting)
{
  HrPersona *persona = get_persona (ui, 0);
  g_autofree char *before = g_strdup (persona->name);

  hr_test_show_page (ui, "personas");
  hr_test_edit_entry (ui, persona,
                      &(HrTestEntry) { "Name", "name", "Sponsor", "Sponsor" });
  hr_test_refuse_entry (ui, persona, "Name", "", "Name must not be empty");

  hr_test_focus (ui, hr_test_find_titled (ui->window, "Name"));
  hr_test_keys (ui, "ctrl+a");
  hr_test_type (ui, "Sponsor");
  hr_test_keys (ui, "Return");
  g_assert_nonnull (hr_test_find_in_outline (ui, "Sponsor")); /* the outline follows */
  hr_test_keys (ui, "ctrl+z");
  g_assert_nonnull (hr_test_find_in_outline (ui, before));

  hr_test_choose (ui, "Kind", "Day-to-day user");
  hr_test_assert_undo (ui, persona, "kind", "decision-maker", "day-to-day-user");
}

static void
test_texts (HrTestUi *ui, gconstpointer setting)
{
  HrNeed *need = hr_list_get (get_persona (ui, 0)->needs, 0);
  g_autofree char *before = g_strdup (need->need);

  go_to (ui, need, "need");
  hr_test_keys (ui, "ctrl+a");
  hr_test_type (ui, "To be asked");
  hr_test_keys (ui, "Tab");
  g_assert_true (hr_test_shows (ui->window, "To be asked"));
  hr_test_assert_undo (ui, need, "need", before, "To be asked");
}

/* A need shows the name of its stage, in the outline and in the list of choices. */
static void
test_references (HrTestUi *ui, gconstpointer setting)
{
  HrNeed *need = hr_list_get (get_persona (ui, 0)->needs, 0);
  HrStage *second = hr_list_get (hr_test_get_plan (ui)->stages, 1);

  go_to (ui, need, NULL);
  hr_test_assert_value (need, "stage", "discovery");
  hr_test_choose (ui, "Stage", second->name);
  hr_test_assert_undo (ui, need, "stage", "discovery", hr_item_get_id (second));

  /* it must have one, but the role may be nobody */
  hr_test_focus (ui, hr_test_find_titled (ui->window, "Stage"));
  hr_test_keys (ui, "space");
  g_assert_false (hr_test_shows (hr_test_find_titled (ui->window, "Stage"), "None"));
  hr_test_keys (ui, "Escape");
  hr_test_choose (ui, "Role", "None");
  hr_test_assert_undo (ui, need, "role", "solutions", "");
}

/* One that comes while the choices are known already is among them. */
static void
test_new_reference (HrTestUi *ui, gconstpointer setting)
{
  HrHistory *history = hr_document_get_history (hr_window_get_document (ui->window));
  g_autoptr (HrRole) role = hr_item_new (HR_TYPE_ROLE, NULL);

  go_to (ui, hr_list_get (get_persona (ui, 0)->needs, 0), NULL);
  hr_test_focus (ui, hr_test_find_titled (ui->window, "Role"));
  hr_test_keys (ui, "space Escape");
  g_object_set (role, "name", "Librarian", NULL);
  g_assert_true (
      hr_history_insert (history, hr_test_get_plan (ui)->roles, 2, role, NULL));
  hr_test_keys (ui, "space");
  g_assert_true (hr_test_shows (hr_test_find_titled (ui->window, "Role"), "Librarian"));
  hr_test_keys (ui, "Escape");
  hr_test_choose (ui, "Role", "Librarian");
}

static void
test_stage (HrTestUi *ui, gconstpointer setting)
{
  static const HrTestEntry ENTRIES[] = {
    { "Name", "name", "First Talks", "First Talks" },
    { "Metric", "metric", "Talks a month", "Talks a month" },
    { "Target", "target", "", "" },
  };
  HrStage *stage = hr_list_get (hr_test_get_plan (ui)->stages, 0);

  go_to (ui, stage, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (ENTRIES); i++)
    hr_test_edit_entry (ui, stage, &ENTRIES[i]);
  hr_test_choose (ui, "Owner role", "CSM");
  hr_test_assert_undo (ui, stage, "owner-role", "solutions", "csm");
}

static void
test_transition (HrTestUi *ui, gconstpointer setting)
{
  HrTransition *transition = hr_list_get (hr_test_get_plan (ui)->transitions, 2);

  go_to (ui, transition, NULL);
  hr_test_choose (ui, "Playbook", "None");
  hr_test_assert_undo (ui, transition, "playbook", "sales-handover", "");
  hr_test_choose (ui, "To stage", "Maintenance");
  g_assert_nonnull (hr_test_find_in_outline (ui, "Selection → Maintenance"));
  hr_test_assert_undo (ui, transition, "to-stage", "implementation", "maintenance");
  g_assert_nonnull (hr_test_find_in_outline (ui, "Selection → Implementation"));
}

static void
test_add (HrTestUi *ui, gconstpointer setting)
{
  HrList *personas = hr_test_get_plan (ui)->personas;
  guint n = hr_list_get_n (personas);
  HrPersona *added;

  hr_test_show_page (ui, "personas");
  hr_test_keys (ui, "ctrl+plus"); /* its name can be typed at once */
  g_assert_cmpuint (hr_list_get_n (personas), ==, n + 1);
  hr_test_keys (ui, "ctrl+a");
  hr_test_type (ui, "Auditor");
  hr_test_keys (ui, "Return");
  added = get_persona (ui, n);
  g_assert_cmpstr (added->name, ==, "Auditor");

  /* and what it owns */
  hr_test_press (ui, hr_test_find (ui->window, GTK_TYPE_BUTTON, "Add Need"));
  g_assert_cmpuint (hr_list_get_n (added->needs), ==, 1);
  hr_test_assert_value (hr_list_get (added->needs, 0), "stage", "discovery");
  g_assert_nonnull (hr_test_find_titled (ui->window, "Engagement"));

  hr_test_keys (ui, "ctrl+z");
  g_assert_cmpuint (hr_list_get_n (added->needs), ==, 0);
  hr_test_keys (ui, "ctrl+z ctrl+z");
  g_assert_cmpuint (hr_list_get_n (personas), ==, n);
  hr_test_keys (ui, "ctrl+shift+z");
  g_assert_true (get_persona (ui, n) == added);
}

static void
test_remove (HrTestUi *ui, gconstpointer setting)
{
  HrList *personas = hr_test_get_plan (ui)->personas;
  HrPersona *second = get_persona (ui, 1);
  guint n = hr_list_get_n (personas), position;
  g_autofree char *said = g_strdup_printf ("Removed “%s”", second->name);

  go_to (ui, second, "name");
  hr_test_press (ui, hr_test_find (ui->window, GTK_TYPE_BUTTON, "Remove"));
  g_assert_cmpuint (hr_list_get_n (personas), ==, n - 1);
  g_assert_false (hr_list_get_position (personas, second, &position));
  g_assert_true (hr_test_shows (ui->window, said));

  hr_test_press (ui, hr_test_find (ui->window, GTK_TYPE_BUTTON, "Undo"));
  g_assert_true (hr_list_get (personas, 1) == second);
  g_assert_true (is_edited (ui, "Name", second->name)); /* chosen again */
}

static void
test_remove_need (HrTestUi *ui, gconstpointer setting)
{
  HrList *needs = get_persona (ui, 0)->needs;
  HrNeed *first = hr_list_get (needs, 0);
  guint n = hr_list_get_n (needs);

  go_to (ui, first, NULL);
  hr_test_press (ui, hr_test_find (ui->window, GTK_TYPE_BUTTON, "Remove"));
  g_assert_cmpuint (hr_list_get_n (needs), ==, n - 1);
  g_assert_true (hr_test_shows (ui->window, "Removed “Discovery”"));
  hr_test_keys (ui, "ctrl+z");
  g_assert_true (hr_list_get (needs, 0) == first);
}

/* A button that is pressed by a key clicks a moment later: then something else may be
 * chosen. */
static void
test_late_click (HrTestUi *ui, gconstpointer setting)
{
  HrPersona *first = get_persona (ui, 0);
  guint n = hr_list_get_n (first->needs);
  GtkWidget *button;

  go_to (ui, first, "name");
  button = hr_test_find (ui->window, GTK_TYPE_BUTTON, "Add Need");
  go_to (ui, hr_list_get (first->needs, 0), NULL);
  g_signal_emit_by_name (button, "clicked");
  hr_test_settle (ui->window);
  g_assert_cmpuint (hr_list_get_n (first->needs), ==, n);
  g_assert_false (hr_history_can_undo (hr_document_get_history (ui->document)));
}

static void
assert_place (HrTestUi *ui, gpointer item, guint expected)
{
  guint position;

  g_assert_true (hr_list_get_position (hr_test_get_plan (ui)->personas, item, &position));
  g_assert_cmpuint (position, ==, expected);
}

/* By button and by key; the one that is moved stays chosen. */
static void
test_move (HrTestUi *ui, gconstpointer setting)
{
  HrPersona *first = get_persona (ui, 0), *second = get_persona (ui, 1);
  guint last = hr_list_get_n (hr_test_get_plan (ui)->personas) - 1;

  hr_test_show_page (ui, "personas");
  hr_test_choose_in_outline (ui, first->name);
  hr_test_press (ui, hr_test_find (ui->window, GTK_TYPE_BUTTON, "Move Down"));
  assert_place (ui, first, 1);
  assert_place (ui, second, 0);
  g_assert_true (is_edited (ui, "Name", first->name));
  hr_test_press (ui, hr_test_find (ui->window, GTK_TYPE_BUTTON, "Move Up"));
  assert_place (ui, first, 0);
  hr_test_keys (ui, "alt+Up"); /* it is the first already */
  assert_place (ui, first, 0);
  for (guint i = 0; i <= last; i++)
    hr_test_keys (ui, "alt+Down");
  assert_place (ui, first, last);
  g_assert_true (is_edited (ui, "Name", first->name));
  for (guint i = 0; i < last; i++)
    hr_test_keys (ui, "ctrl+z");
  assert_place (ui, first, 0);
}

/* The pointer may pass over the outline while somebody types; a click chooses. */
static void
test_pointer (HrTestUi *ui, gconstpointer setting)
{
  HrPersona *first = get_persona (ui, 0), *second = get_persona (ui, 1);

  hr_test_show_page (ui, "personas");
  g_assert_true (is_edited (ui, "Name", first->name));
  hr_test_focus (ui, hr_test_find_titled (ui->window, "Name"));
  hr_test_point (ui, hr_test_find_in_outline (ui, second->name), 0.5, 0.5);
  hr_test_point (ui, hr_test_find_in_outline (ui, second->name), 0.5, 0.6);
  g_assert_true (is_edited (ui, "Name", first->name));
  hr_test_click (ui, hr_test_find_in_outline (ui, second->name));
  g_assert_true (is_edited (ui, "Name", second->name));
}

/* Where there is room for one only, the editor comes over the outline, and goes. */
static void
test_narrow (HrTestUi *ui, gconstpointer setting)
{
  HrPersona *second = get_persona (ui, 1);

  hr_test_show_page (ui, "personas");
  hr_test_click (ui, hr_test_find_in_outline (ui, second->name));
  g_assert_true (is_edited (ui, "Name", second->name));
  hr_test_press (ui, hr_test_find (ui->window, GTK_TYPE_BUTTON, "Close"));
  hr_test_choose_in_outline (ui, second->name);
  hr_test_keys (ui, "Return");
  g_assert_true (is_edited (ui, "Name", second->name));
}

/* An empty plan leads on. */
static void
test_empty (HrTestUi *ui, gconstpointer setting)
{
  HrList *personas = hr_test_get_plan (ui)->personas;

  while (hr_list_get_n (personas) > 0)
    hr_history_remove (hr_document_get_history (hr_window_get_document (ui->window)),
                       personas, 0);
  hr_test_show_page (ui, "personas");
  g_assert_true (hr_test_shows (ui->window, "Nothing Chosen"));
  hr_test_press (ui, hr_test_find (ui->window, GTK_TYPE_BUTTON, "Persona"));
  g_assert_cmpuint (hr_list_get_n (personas), ==, 1);
  g_assert_true (is_edited (ui, "Name", "New Persona"));
}

int
main (int argc, char **argv)
{
  static const HrTestSetting NEW = { HR_TEST_NEW, 1280, 800, FALSE };
  static const HrTestSetting NARROW = { HR_TEST_SAMPLE, 360, 720, FALSE };

  hr_test_ui_init (&argc, &argv);
  hr_test_ui_add ("/ui/personas/entries", NULL, test_entries);
  hr_test_ui_add ("/ui/personas/texts", NULL, test_texts);
  hr_test_ui_add ("/ui/personas/references", NULL, test_references);
  hr_test_ui_add ("/ui/personas/new-reference", NULL, test_new_reference);
  hr_test_ui_add ("/ui/personas/stage", NULL, test_stage);
  hr_test_ui_add ("/ui/personas/transition", NULL, test_transition);
  hr_test_ui_add ("/ui/personas/add", NULL, test_add);
  hr_test_ui_add ("/ui/personas/remove", NULL, test_remove);
  hr_test_ui_add ("/ui/personas/remove-need", NULL, test_remove_need);
  hr_test_ui_add ("/ui/personas/late-click", NULL, test_late_click);
  hr_test_ui_add ("/ui/personas/move", NULL, test_move);
  hr_test_ui_add ("/ui/personas/pointer", NULL, test_pointer);
  hr_test_ui_add ("/ui/personas/narrow", &NARROW, test_narrow);
  hr_test_ui_add ("/ui/personas/empty", &NEW, test_empty);
  return g_test_run ();
}
