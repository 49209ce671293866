/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody who does whatever can be done in the window, at random: types, clicks, drags,
 * turns pages, uses every control that shows, imports, pastes, undoes. GTK may not
 * complain, the plan must stay sound and its answer right, undoing all must lead back to
 * the start and redoing all to the end, and a window that is closed must be gone.
 *
 * A walk of a seed is always the same, but for what the clock decides: when a frame comes
 * between two acts. To see one again, with what was done last:
 *
 *   ./dev shell env HEADROOM_SEED=7 GSETTINGS_SCHEMA_DIR=$PWD/build/debug/data \
 *     G_DEBUG=fatal-warnings GTK_A11Y=test SIZE=1600x1200 \
 *     tools/headless build/debug/tests/test-ui-walk */
#include <glib/gstdio.h>
#include <math.h>
#include <signal.h>

#include "hr-test-questions.h"
#include "hr-test-sanitized.h"
#include "hr-test-seed.h"
#include "walk-acts.h"

#define N_ACTS 500 /* in a window */
#define N_WINDOWS (HR_TEST_SANITIZED ? 2 : 20)
#define N_WINDOWS_SOAK 200 /* in each of ten processes */
#define CHECK_AFTER 25     /* acts */
#define FRAME_AFTER 10
#define MOST_ITEMS 1500 /* else who duplicates all again and again has no time left */

typedef struct
{
  WalkPerson person;
  HrDocument *document;
  HrHistory *history;
  HrPlan *plan;
} Walk;

/* What a walk that fails ends by, and who is told of it next. */
static const int ENDS[] = { SIGABRT, SIGTRAP, SIGSEGV };
static void (*next[G_N_ELEMENTS (ENDS)]) (int);

/* The walk has failed; who comes next tells its seed, and takes a picture. */
static void
failed_cb (int number)
{
  walk_print_last ();
  for (guint i = 0; i < G_N_ELEMENTS (ENDS); i++)
    signal (ENDS[i], next[i]);
  raise (number);
}

/* ---- What must hold ---- */

static guint
count_items (HrPlan *plan)
{
  guint n = 0;

  for (guint i = 0; i < hr_list_get_n (plan->journeys); i++)
    n += 1 + hr_list_get_n (((HrJourney *) hr_list_get (plan->journeys, i))->touchpoints);
  return n + hr_list_get_n (plan->segments) + hr_list_get_n (plan->roles) +
         hr_list_get_n (plan->personas) + hr_list_get_n (plan->stages) +
         hr_list_get_n (plan->scorecards) + hr_list_get_n (plan->playbooks);
}

static void
assert_same (double shown, double right)
{
  if (!isnan (shown) || !isnan (right))
    g_assert_cmpfloat (shown, ==, right);
}

static void
check_answer (Walk *self, HrJourneyVersion version)
{
  g_autoptr (HrSegmentation) segmentation = hr_segmentation_new (self->plan);
  g_autoptr (HrCapacity) fresh = hr_capacity_new (self->plan, segmentation, version);
  const HrTotals *shown =
      hr_capacity_get_totals (hr_document_get_version (self->document, version));
  const HrTotals *right = hr_capacity_get_totals (fresh);

  assert_same (shown->customers, right->customers);
  assert_same (shown->arr, right->arr);
  assert_same (shown->fte, right->fte);
  assert_same (shown->heads, right->heads);
  assert_same (shown->gap, right->gap);
  assert_same (shown->cost, right->cost);
}

static void
check (Walk *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (hr_window_get_document (self->person.ui.window) == self->document);
  g_assert_true (hr_document_get_plan (self->document) == self->plan);
  g_assert_true (hr_plan_check (self->plan, &error));
  g_assert_no_error (error);
  check_answer (self, HR_JOURNEY_CURRENT);
  check_answer (self, HR_JOURNEY_REDESIGNED);
}

/* The plan stays as it is when nobody does anything. */
static void
settle (Walk *self)
{
  guint64 revision = hr_history_get_revision (self->history);

  hr_test_settle (self->person.ui.window);
  if (hr_history_get_revision (self->history) != revision)
    g_error ("“%s” came by itself", hr_history_get_undo_label (self->history));
  check (self);
}

static void
undo_all (Walk *self, HrPlan *start)
{
  g_autoptr (HrPlan) end = hr_item_copy (self->plan);
  guint n = hr_history_get_n_done (self->history);

  while (hr_history_can_undo (self->history))
    hr_history_undo (self->history);
  g_assert_cmpuint (hr_history_get_first_revision (self->history), ==, 0);
  g_assert_true (hr_item_equal (self->plan, start));
  settle (self);
  while (hr_history_get_n_done (self->history) < n)
    hr_history_redo (self->history);
  g_assert_true (hr_item_equal (self->plan, end));
  settle (self);
}

/* ---- The walk ---- */

static gboolean
stay_cb (void)
{
  return TRUE;
}

/* What ends the program, begins another plan or leaves the program is not to be had. Nor
 * is the dialog about it: libadwaita 1.7 looks for its focus when it may have been closed
 * (legal_showing_idle_cb() in adw-about-dialog.c). */
static void
allow_others (gboolean allowed)
{
  static const char *const others[] = { "new",    "open",    "open-uri",   "template",
                                        "sample", "recover", "import",     "help",
                                        "quit",   "about",   "open-backup" };
  GActionMap *map = G_ACTION_MAP (hr_test_ui_get_application ());

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_simple_action_set_enabled (
        G_SIMPLE_ACTION (g_action_map_lookup_action (map, others[i])), allowed);
}

static void
begin (Walk *self)
{
  HrTestSetting setting = {
    .content = HR_TEST_SAMPLE,
    .width = 1280,
    .height = 800,
    .mirrored = g_rand_int_range (self->person.rand, 0, 4) == 0,
  };

  hr_test_ui_set_up (&self->person.ui, &setting);
  allow_others (FALSE);
  g_signal_connect (self->person.ui.window, "close-request", G_CALLBACK (stay_cb), NULL);
  self->document = self->person.ui.document;
  self->history = hr_document_get_history (self->document);
  self->plan = hr_document_get_plan (self->document);
  for (guint i = 0; i < G_N_ELEMENTS (ENDS); i++)
    next[i] = signal (ENDS[i], failed_cb);
}

/* Older versions of GTK forget references to what is hidden twice in a frame while it has
 * the focus, see hr_focus_keep(); then dialogs and popovers stay that know the plan. */
static void
end (Walk *self)
{
  HrPlan *plan = NULL;

  allow_others (TRUE);
  g_set_weak_pointer (&plan, self->plan);
  gtk_window_destroy (GTK_WINDOW (self->person.ui.window));
  hr_test_wait (self->person.ui.window == NULL);
  if (gtk_check_version (4, 22, 0) == NULL)
    {
      hr_test_wait (self->person.ui.document == NULL);
      hr_test_wait (plan == NULL);
    }
  hr_test_wait (hr_test_count_questions () == 0);
  g_clear_weak_pointer (&self->person.ui.document);
  g_clear_weak_pointer (&plan);
  g_rand_free (self->person.rand);
  for (guint i = 0; i < G_N_ELEMENTS (ENDS); i++)
    signal (ENDS[i], next[i]);
}

/* What asks for a file or a colour is a window of its own, and not what this is about.
 * GTK's file chooser (4.18) may not go while it waits for an answer. */
static void
close_others (Walk *self)
{
  HrTestUi *ui = &self->person.ui;
  GtkWindow *other;

  while ((other = hr_test_find_other_window (ui)) != NULL)
    {
      hr_test_wait (hr_test_count_questions () == 0);
      g_signal_emit_by_name (other, "response", GTK_RESPONSE_CANCEL);
      hr_test_wait (hr_test_find_other_window (ui) != other);
      hr_test_settle (self->person.ui.window);
    }
}

/* A button that a key pressed does what it does only a moment later. */
static gboolean
is_pressed (GtkWidget *widget)
{
  gboolean pressed = gtk_widget_has_css_class (widget, "keyboard-activating");

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !pressed;
       child = gtk_widget_get_next_sibling (child))
    pressed = is_pressed (child);
  return pressed;
}

/* What is still being typed or pressed is part of the plan then. */
static void
leave_all (Walk *self)
{
  AdwApplicationWindow *window = ADW_APPLICATION_WINDOW (self->person.ui.window);
  AdwDialog *dialog;

  while ((dialog = adw_application_window_get_visible_dialog (window)) != NULL)
    adw_dialog_force_close (dialog);
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  hr_test_wait (!is_pressed (GTK_WIDGET (window)));
  close_others (self);
  hr_test_settle (window);
}

static void
walk (guint seed, gpointer data)
{
  Walk self = { .person = *(WalkPerson *) data };
  g_autoptr (HrPlan) start = NULL;
  guint n_acts = 0;

  self.person.rand = g_rand_new_with_seed (seed);
  begin (&self);
  start = hr_item_copy (self.plan);
  while (n_acts < N_ACTS)
    {
      guint n = walk_act (&self.person);

      if (n_acts / FRAME_AFTER != (n_acts + n) / FRAME_AFTER)
        hr_test_settle (self.person.ui.window);
      close_others (&self); /* one may have opened in the frame */
      if (n_acts / CHECK_AFTER != (n_acts + n) / CHECK_AFTER)
        check (&self);
      n_acts += n;
      if (count_items (self.plan) > MOST_ITEMS)
        hr_history_go_to (self.history, 0);
    }
  leave_all (&self);
  check (&self);
  undo_all (&self, start);
  end (&self);
}

/* Accounts to import, and what is wrong with some. */
static char *
write_table (void)
{
  g_autoptr (GString) text = g_string_new ("Id,Name,ARR,Renewal,CSM\n");
  char *path;
  g_autoptr (GError) error = NULL;
  int file = g_file_open_tmp ("headroom-walk-XXXXXX.csv", &path, &error);

  g_assert_no_error (error);
  for (int i = 0; i < 60; i++)
    g_string_append_printf (text, "A-%d,Company %d,%d,2027-%02d-01,%s\n", i, i,
                            (i % 9) * 90000, 1 + i % 12, i % 3 == 0 ? "Ada" : "Ben");
  g_file_set_contents (path, text->str, -1, &error);
  g_assert_no_error (error);
  g_close (file, NULL);
  return path;
}

static void
test_walk (void)
{
  g_autofree char *table = write_table ();
  WalkPerson person = { .table = table };
  guint n_missing;

  hr_test_rounds (N_WINDOWS, N_WINDOWS_SOAK, walk, &person);
  n_missing = walk_print_kinds ();
  if (g_getenv ("HEADROOM_SEED") == NULL && !HR_TEST_SANITIZED)
    g_assert_cmpuint (n_missing, ==, 0);
  g_unlink (table);
}

#if HR_TEST_SANITIZED
/* LeakSanitizer asks: what GTK forgets, see end(), it would tell of. */
int __lsan_is_turned_off (void);

int
__lsan_is_turned_off (void)
{
  return 1;
}
#endif

/* GTK's inspector has a key of our tables. */
static void
forbid_inspector (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.gtk.gtk4.Settings.Debug");

  g_settings_set_boolean (settings, "enable-inspector-keybinding", FALSE);
}

int
main (int argc, char **argv)
{
  hr_test_ui_init (&argc, &argv);
  forbid_inspector ();
  g_test_add_func ("/ui/walk", test_walk);
  return g_test_run ();
}
