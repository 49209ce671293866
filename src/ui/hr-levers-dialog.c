/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-levers-dialog.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "hr-drop-down.h"
#include "hr-format.h"
#include "hr-journeys-page.h"
#include "hr-lever-card.h"
#include "hr-redesign.h"
#include "hr-resource.h"
#include "hr-shortcuts.h"
#include "hr-trial-memory.h"
#include "hr-window.h"

/* More rows than these cost a frame, and nobody pares so many: they are shown when
 * somebody asks. */
#define FIRST_ROWS 30

typedef struct
{
  GtkLabel *title;
  GtkLabel *value;
  GtkLabel *change;
} Figure;

typedef enum
{
  FIGURE_HOURS,
  FIGURE_PEOPLE,
  FIGURE_COST,
  FIGURE_ARR,
  N_FIGURES,
} FigureKind;

/**
 * HrLeversDialog:
 *
 * The three ways out for a segment, side by side: pare its journey, as a trial that can
 * be kept as the redesign; lower the ARR that each person carries; hire.
 */
struct _HrLeversDialog
{
  AdwDialog parent_instance;

  HrDocument *document; /* (owned) */
  HrSegment *segment;   /* (owned) (nullable) */
  HrTrial *trial;       /* (owned) (nullable) */
  GPtrArray *rows;      /* (element-type AdwComboRow): of the first steps of the trial */
  GtkWidget *more;      /* (nullable): the row that shows the rest */
  gboolean shows_all;
  gboolean is_filling; /* the rows follow the trial, not it them */

  AdwBreakpoint *tight;
  GtkDropDown *segment_choice;
  AdwToastOverlay *toasts;
  HrLeverCard *pare;
  HrLeverCard *lower;
  HrLeverCard *hire;
  AdwPreferencesGroup *steps;
  GtkBox *first_figures;
  GtkBox *last_figures;
  Figure figures[N_FIGURES];
};

G_DEFINE_FINAL_TYPE (HrLeversDialog, hr_levers_dialog, ADW_TYPE_DIALOG)

static const char *
get_currency (HrLeversDialog *self)
{
  return hr_document_get_plan (self->document)->currency;
}

/* ---- What it comes to ----------------------------------------------------------------
 */

static char *
write_figure (double value, HrUnit unit, const char *currency)
{
  if (unit == HR_UNIT_MONEY)
    return hr_format_money_compact (value, currency);
  return unit == HR_UNIT_PEOPLE ? hr_format_people (value) : hr_format_hours (value);
}

static void
show_figure (HrLeversDialog *self,
             FigureKind kind,
             const char *title,
             double before,
             double after,
             HrUnit unit)
{
  Figure *figure = &self->figures[kind];
  g_autofree char *value = write_figure (after, unit, get_currency (self));
  g_autofree char *change =
      hr_format_difference (before, after, unit, get_currency (self));

  gtk_label_set_text (figure->title, title);
  gtk_label_set_text (figure->value, value);
  gtk_label_set_text (figure->change, change);
}

static void
show_figures (HrLeversDialog *self)
{
  const HrSegmentCapacity *before = hr_trial_get_before (self->trial);
  const HrSegmentCapacity *after = hr_trial_get_after (self->trial);
  const char *role = before->book.role != NULL ? before->book.role->name : _ ("Person");
  g_autofree char *people = g_strdup_printf (_ ("%s Needed"), role);
  g_autofree char *arr = hr_format_arr_title (before, get_currency (self));

  show_figure (self, FIGURE_HOURS, _ ("Hours per Customer"), before->workload_hours,
               after->workload_hours, HR_UNIT_HOURS_PER_CUSTOMER);
  show_figure (self, FIGURE_PEOPLE, people, before->book.fte, after->book.fte,
               HR_UNIT_PEOPLE);
  show_figure (self, FIGURE_COST, _ ("Cost a Year"), before->cost, after->cost,
               HR_UNIT_MONEY);
  show_figure (self, FIGURE_ARR, arr, before->book.arr_per_fte, after->book.arr_per_fte,
               HR_UNIT_MONEY);
}

/* What a screen reader says of a trial: the figures are elsewhere than the focus. */
static void
announce (HrLeversDialog *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < N_FIGURES; i++)
    g_string_append_printf (text, "%s: %s, %s. ",
                            gtk_label_get_text (self->figures[i].title),
                            gtk_label_get_text (self->figures[i].value),
                            gtk_label_get_text (self->figures[i].change));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text->str,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  g_string_free (text, TRUE);
}

/* Only the role that carries the accounts is held against the benchmark. */
static double
get_book_hours (const HrSegmentCapacity *answer)
{
  const HrRoleNeed *book = hr_segment_capacity_find_need (answer, answer->book.role);

  return book != NULL ? book->workload_hours : NAN;
}

static void
show_description (HrLeversDialog *self)
{
  const HrLevers *levers = hr_trial_get_levers (self->trial);
  double after = get_book_hours (hr_trial_get_after (self->trial));
  double cut = get_book_hours (hr_trial_get_before (self->trial)) - after;
  g_autofree char *done = hr_format_hours (cut);
  g_autofree char *wanted = hr_format_hours (levers->pare.hours_to_cut);
  const char *start = hr_trial_is_of_redesign (self->trial)
                          ? _ ("There is a redesign: the trial starts from it, and to "
                               "keep the trial changes it.")
                          : _ ("Nothing in the plan changes until you keep the trial.");
  g_autofree char *goal =
      levers->pare.hours_to_cut > 0
          ? g_strdup_printf (_ ("The benchmark asks for %s hours less, the trial cuts "
                                "%s."),
                             wanted, done)
          : g_strdup ("");
  g_autofree char *text =
      g_strdup_printf ("%s %s %s",
                       _ ("What is worth least for its hours comes first. Less often and "
                          "shorter are half of what it is; digital takes nobody’s time."),
                       start, goal);

  adw_preferences_group_set_description (self->steps, text);
}

static void
show_row (HrLeversDialog *self, guint step)
{
  const HrPareStep *pare = hr_trial_get_step (self->trial, step);
  double hours = hr_trial_get_hours (self->trial, step);
  g_autofree char *times =
      hr_format_times (pare->touchpoint, hr_document_get_plan (self->document));
  g_autofree char *all = hr_format_hours (pare->hours);
  g_autofree char *now = hr_format_hours (hours);
  g_autofree char *text = NULL;

  if (hr_trial_get_pare (self->trial, step) == HR_PARE_KEEP)
    /* Translators: how often, hours, a number: "4 per year · 12.0 h a year · value 2" */
    text = g_strdup_printf (_ ("%s · %s h a year · value %d"), times, all,
                            pare->touchpoint->value);
  else
    text = g_strdup_printf (_ ("%s · %s instead of %s h a year · value %d"), times, now,
                            all, pare->touchpoint->value);
  adw_action_row_set_subtitle (g_ptr_array_index (self->rows, step), text);
  gtk_widget_set_tooltip_text (g_ptr_array_index (self->rows, step),
                               hr_pare_to_text (hr_trial_get_pare (self->trial, step)));
}

static void
show_trial (HrLeversDialog *self)
{
  gboolean changed = hr_trial_is_changed (self->trial);

  show_figures (self);
  show_description (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "levers.keep", changed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "levers.reset", changed);
}

/* ---- The trial -----------------------------------------------------------------------
 */

static void
pare_chosen_cb (HrLeversDialog *self, GParamSpec *pspec, AdwComboRow *row)
{
  guint step;

  if (self->is_filling || !g_ptr_array_find (self->rows, row, &step))
    return;
  hr_trial_set_pare (self->trial, step, (HrPare) adw_combo_row_get_selected (row));
  hr_trial_remember (self->document, self->trial, step);
  show_row (self, step);
  show_trial (self);
  announce (self);
}

static GtkWidget *
make_row (HrLeversDialog *self, GListModel *choices, guint step)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 hr_trial_get_step (self->trial, step)->touchpoint->name);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), choices);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), hr_trial_get_pare (self->trial, step));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (pare_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  return row;
}

static void fill_rows (HrLeversDialog *self);

static void
more_cb (HrLeversDialog *self)
{
  guint first = self->rows->len;

  self->shows_all = TRUE;
  fill_rows (self);
  gtk_widget_grab_focus (g_ptr_array_index (self->rows, first));
}

static void
add_more (HrLeversDialog *self, guint n)
{
  g_autofree char *title =
      g_strdup_printf (ngettext ("Show %u More", "Show %u More", n), n);

  self->more = adw_button_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->more), title);
  g_signal_connect_object (self->more, "activated", G_CALLBACK (more_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->steps, self->more);
}

static GListModel *
make_choices (void)
{
  GtkStringList *choices = gtk_string_list_new (NULL);

  for (int pare = HR_PARE_KEEP; pare <= HR_PARE_OFF; pare++)
    gtk_string_list_append (choices, hr_pare_to_text ((HrPare) pare));
  return G_LIST_MODEL (choices);
}

static void
remove_rows (HrLeversDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->steps, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  if (self->more != NULL)
    adw_preferences_group_remove (self->steps, self->more);
  self->more = NULL;
}

static void
fill_rows (HrLeversDialog *self)
{
  guint n = hr_trial_get_n_steps (self->trial);
  guint n_shown = self->shows_all || n <= FIRST_ROWS + 1 ? n : FIRST_ROWS;
  g_autoptr (GListModel) choices = make_choices ();

  self->is_filling = TRUE;
  remove_rows (self);
  for (guint i = 0; i < n_shown; i++)
    {
      GtkWidget *row = make_row (self, choices, i);

      adw_preferences_group_add (self->steps, row);
      g_ptr_array_add (self->rows, row);
      show_row (self, i);
    }
  if (n_shown < n)
    add_more (self, n - n_shown);
  gtk_widget_set_visible (GTK_WIDGET (self->steps), n > 0);
  self->is_filling = FALSE;
}

/* ---- The levers ----------------------------------------------------------------------
 */

static void
show_lever (HrLeversDialog *self, HrLeverCard *card, HrLeverKind kind)
{
  const HrLevers *levers = hr_trial_get_levers (self->trial);
  const HrSegmentCapacity *answer = hr_trial_get_before (self->trial);
  const char *currency = get_currency (self);
  const char *role = answer->book.role != NULL ? answer->book.role->name : _ ("Person");
  g_autofree char *text = hr_format_lever (answer, levers, kind, currency);
  g_autofree char *people = hr_format_lever_people (answer, levers, kind);
  g_autofree char *money = hr_format_lever_money (levers, kind, currency);
  g_autofree char *arr = hr_format_lever_arr (levers, kind, currency);
  g_autofree char *arr_title = g_strdup_printf (_ ("ARR per %s"), role);
  g_autofree char *lower = g_strdup_printf (_ ("Lower the ARR per %s"), role);
  const char *titles[] = { _ ("Pare the Journey"), lower, _ ("Hire") };

  hr_lever_card_set_title (card, titles[kind]);
  hr_lever_card_set_arr_title (card, arr_title);
  hr_lever_card_set_effect (card, text, people, money, arr);
}

/* In whole units of the currency, and not more than the journey lets a person carry. */
static gint64
get_lowered_limit (HrLeversDialog *self)
{
  return (gint64) floor (hr_trial_get_levers (self->trial)->lower.arr_per_fte) * 100;
}

/* As many people as are shown. Returns: 0 where nobody is missing, or nobody knows */
static double
get_hired (HrLeversDialog *self)
{
  double people = hr_trial_get_levers (self->trial)->hire.fte;

  return people >= HR_LEAST_GAP ? round (people * 10) / 10 : 0;
}

static void
show_lever_actions (HrLeversDialog *self)
{
  const HrLevers *levers = hr_trial_get_levers (self->trial);
  g_autofree char *limit = NULL;
  g_autofree char *set = NULL;
  g_autofree char *people = NULL;
  g_autofree char *hire = NULL;
  gboolean can_lower =
      levers->lower.fte >= HR_LEAST_GAP && levers->lower.arr_per_fte >= 1;

  hr_lever_card_set_action (
      self->pare, _ ("Try It Below"),
      _ ("Go to the touchpoints that are worth least for their hours"),
      hr_trial_get_n_steps (self->trial) > 0);
  limit = hr_format_money_compact (levers->lower.arr_per_fte, get_currency (self));
  set = can_lower ? g_strdup_printf (_ ("Set to %s"), limit) : NULL;
  hr_lever_card_set_action (self->lower, can_lower ? set : _ ("Nothing to Lower"),
                            _ ("Make this the limit of the segment in the plan"),
                            can_lower);
  people = hr_format_unit (get_hired (self), HR_UNIT_NONE, NULL);
  hire = g_strdup_printf (_ ("Hire %s"), people);
  hr_lever_card_set_action (
      self->hire, get_hired (self) > 0 ? hire : _ ("Nobody to Hire"),
      _ ("Add them to the people of the segment and of the role"), get_hired (self) > 0);
}

/* The plan has changed, or another segment was chosen: a new trial, in which the same is
 * tried as before. */
static void
restart (HrLeversDialog *self)
{
  HrPlan *plan = hr_document_get_plan (self->document);
  guint position;

  g_clear_pointer (&self->trial, hr_trial_free);
  if (self->segment == NULL ||
      !hr_list_get_position (plan->segments, self->segment, &position))
    {
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }
  self->trial =
      hr_trial_new (plan, hr_document_get_segmentation (self->document), position);
  hr_trial_recall (self->document, self->trial);
  show_lever (self, self->pare, HR_LEVER_PARE);
  show_lever (self, self->lower, HR_LEVER_LOWER);
  show_lever (self, self->hire, HR_LEVER_HIRE);
  show_lever_actions (self);
  fill_rows (self);
  show_trial (self);
}

/* A button that has done all it can takes no keys any more. */
static void
keep_focus (HrLeversDialog *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (focus == NULL || !gtk_widget_is_sensitive (focus))
    gtk_widget_child_focus (GTK_WIDGET (self->pare), GTK_DIR_TAB_FORWARD);
}

static void
segment_chosen_cb (HrLeversDialog *self)
{
  HrSegment *segment = gtk_drop_down_get_selected_item (self->segment_choice);

  if (segment == NULL || !g_set_object (&self->segment, segment))
    return;
  self->shows_all = FALSE;
  restart (self);
}

static void
toast (HrLeversDialog *self, const char *text, gboolean with_undo)
{
  g_autofree char *line = hr_format_one_line (text);
  AdwToast *made = adw_toast_new (line);

  adw_toast_set_use_markup (made, FALSE);
  if (with_undo)
    {
      adw_toast_set_button_label (made, _ ("_Undo"));
      adw_toast_set_action_name (made, "win.undo");
    }
  adw_toast_overlay_add_toast (self->toasts, made);
}

static void
try_cb (HrLeversDialog *self)
{
  gtk_widget_grab_focus (g_ptr_array_index (self->rows, 0));
}

static void
lower_cb (HrLeversDialog *self)
{
  gint64 limit = get_lowered_limit (self);
  g_autofree char *money = hr_format_minor (limit, get_currency (self));
  g_autofree char *text =
      g_strdup_printf (_ ("%s: the limit is %s now"), self->segment->name, money);
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_value_init (&value, G_TYPE_INT64);
  g_value_set_int64 (&value, limit);
  if (hr_history_set (hr_document_get_history (self->document), self->segment,
                      "limits-arr-per-fte", &value, &error))
    toast (self, text, TRUE);
  else
    toast (self, error->message, FALSE);
  keep_focus (self);
}

static gboolean
add_people (HrHistory *history, gpointer item, double people, GError **error)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_object_get_property (item, "headcount", &value);
  g_value_set_double (&value, g_value_get_double (&value) + people);
  return hr_history_set (history, item, "headcount", &value, error);
}

/* The people of a role are those of its segments: both become more. */
static void
hire_cb (HrLeversDialog *self)
{
  HrHistory *history = hr_document_get_history (self->document);
  HrPlan *plan = hr_document_get_plan (self->document);
  HrRole *role = hr_plan_find (plan, HR_TYPE_ROLE, self->segment->book_role);
  double people = get_hired (self);
  g_autofree char *number = hr_format_unit (people, HR_UNIT_NONE, NULL);
  g_autofree char *label =
      g_strdup_printf (_ ("Hire %s for %s"), number, self->segment->name);
  g_autoptr (GError) error = NULL;

  g_return_if_fail (role != NULL);

  hr_history_begin (history, label);
  if (add_people (history, self->segment, people, &error) &&
      add_people (history, role, people, &error))
    {
      hr_history_end (history);
      toast (self, label, TRUE);
      keep_focus (self);
      return;
    }
  hr_history_cancel (history);
  toast (self, error->message, FALSE);
}

static void
reset_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HrLeversDialog *self = HR_LEVERS_DIALOG (widget);

  hr_trial_forget (self->document, self->trial);
  restart (self);
  keep_focus (self);
}

/* The journey that was tried is in the plan now, and shown there. */
static void
keep_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HrLeversDialog *self = HR_LEVERS_DIALOG (widget);
  HrWindow *window = HR_WINDOW (gtk_widget_get_root (widget));
  g_autoptr (HrSegment) segment = g_object_ref (self->segment);
  g_autoptr (HrJourney) wanted = g_object_ref (hr_trial_get_journey (self->trial));
  g_autoptr (GError) error = NULL;

  hr_trial_forget (self->document, self->trial);
  if (!hr_redesign_keep (hr_document_get_history (self->document), segment, wanted,
                         &error))
    {
      toast (self, error->message, FALSE);
      return;
    }
  adw_dialog_close (ADW_DIALOG (self));
  hr_journeys_page_compare (HR_JOURNEYS_PAGE (hr_window_show_page (window, "journeys")),
                            segment);
}

/* ---- The widget ----------------------------------------------------------------------
 */

static GtkLabel *
add_label (GtkBox *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (box, label);
  g_object_bind_property (label, "label", label, "tooltip-text", G_BINDING_DEFAULT);
  return GTK_LABEL (label);
}

static void
add_figures (HrLeversDialog *self)
{
  for (guint i = 0; i < N_FIGURES; i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

      self->figures[i].title = add_label (GTK_BOX (box), "caption");
      gtk_widget_add_css_class (GTK_WIDGET (self->figures[i].title), "dim-label");
      self->figures[i].value = add_label (GTK_BOX (box), "title-4");
      self->figures[i].change = add_label (GTK_BOX (box), "caption");
      gtk_widget_set_valign (box, GTK_ALIGN_END); /* a title may take two lines */
      gtk_box_append (i < 2 ? self->first_figures : self->last_figures, box);
    }
}

/* Room for a change, so that nothing jumps; where there is none, the columns keep it. */
static void
reserve_room (HrLeversDialog *self)
{
  gboolean is_tight =
      adw_dialog_get_current_breakpoint (ADW_DIALOG (self)) == self->tight;

  for (guint i = 0; i < N_FIGURES; i++)
    gtk_label_set_width_chars (self->figures[i].change, is_tight ? -1 : 15);
}

static void
hr_levers_dialog_dispose (GObject *object)
{
  HrLeversDialog *self = HR_LEVERS_DIALOG (object);

  g_clear_object (&self->document);
  g_clear_object (&self->segment);
  g_clear_pointer (&self->trial, hr_trial_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (hr_levers_dialog_parent_class)->dispose (object);
}

static void
hr_levers_dialog_class_init (HrLeversDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hr_levers_dialog_dispose;

  g_type_ensure (HR_TYPE_LEVER_CARD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               HR_RESOURCE ("hr-levers-dialog.ui"));
  gtk_widget_class_bind_template_child (widget_class, HrLeversDialog, tight);
  gtk_widget_class_bind_template_child (widget_class, HrLeversDialog, segment_choice);
  gtk_widget_class_bind_template_child (widget_class, HrLeversDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, HrLeversDialog, pare);
  gtk_widget_class_bind_template_child (widget_class, HrLeversDialog, lower);
  gtk_widget_class_bind_template_child (widget_class, HrLeversDialog, hire);
  gtk_widget_class_bind_template_child (widget_class, HrLeversDialog, steps);
  gtk_widget_class_bind_template_child (widget_class, HrLeversDialog, first_figures);
  gtk_widget_class_bind_template_child (widget_class, HrLeversDialog, last_figures);
  gtk_widget_class_bind_template_callback (widget_class, segment_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, try_cb);
  gtk_widget_class_bind_template_callback (widget_class, lower_cb);
  gtk_widget_class_bind_template_callback (widget_class, hire_cb);
  gtk_widget_class_install_action (widget_class, "levers.reset", NULL, reset_action);
  gtk_widget_class_install_action (widget_class, "levers.keep", NULL, keep_action);
}

static void
hr_levers_dialog_init (HrLeversDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  hr_shortcuts_add_undo (GTK_WIDGET (self));
  add_figures (self);
  reserve_room (self);
  g_signal_connect (self, "notify::current-breakpoint", G_CALLBACK (reserve_room), NULL);
}

/**
 * hr_levers_dialog_new:
 * @document: a plan
 * @segment: the place of a segment in its list
 *
 * Makes the dialog, for a [class@Window].
 */
AdwDialog *
hr_levers_dialog_new (HrDocument *document, guint segment)
{
  HrLeversDialog *self = g_object_new (HR_TYPE_LEVERS_DIALOG, NULL);
  g_autoptr (GtkExpression) name =
      gtk_property_expression_new (HR_TYPE_SEGMENT, NULL, "name");

  g_set_object (&self->document, document);
  g_signal_connect_object (document, "notify::capacity", G_CALLBACK (restart), self,
                           G_CONNECT_SWAPPED);
  gtk_drop_down_set_expression (self->segment_choice, name);
  hr_drop_down_set_up (self->segment_choice);
  gtk_drop_down_set_model (self->segment_choice,
                           G_LIST_MODEL (hr_document_get_plan (document)->segments));
  gtk_drop_down_set_selected (self->segment_choice, segment);
  segment_chosen_cb (self);
  return ADW_DIALOG (self);
}
