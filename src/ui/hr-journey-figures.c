/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-journey-figures.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "hr-figure.h"
#include "hr-format.h"
#include "hr-resource.h"

/**
 * HrJourneyFigures:
 *
 * What a journey comes to, always in view under its touchpoints: each figure with its
 * change since the journey was opened.
 */

/* The figures of a moment. */
typedef struct
{
  double hours;
  double customers;
  double people;
  double arr;
} Figures;

struct _HrJourneyFigures
{
  AdwBin parent_instance;

  HrDocument *document; /* (owned) (nullable) */
  HrSegment *segment;   /* (owned) (nullable) */
  HrJourneyVersion version;
  Figures first; /* when the journey was opened */

  GtkOrientable *pairs;
  HrFigureButton *hours;
  HrFigureButton *customers;
  HrFigureButton *people;
  HrFigureButton *arr;
};

G_DEFINE_FINAL_TYPE (HrJourneyFigures, hr_journey_figures, ADW_TYPE_BIN)

static const HrSegmentCapacity *
find_answer (HrJourneyFigures *self)
{
  if (self->document == NULL || self->segment == NULL)
    return NULL;
  return hr_capacity_find_segment (
      hr_document_get_version (self->document, self->version), self->segment);
}

static Figures
get_figures (const HrSegmentCapacity *answer)
{
  const HrRoleNeed *book = hr_segment_capacity_find_need (answer, answer->book.role);

  return (Figures) { answer->workload_hours, book != NULL ? book->customers_per_fte : NAN,
                     answer->book.fte, answer->book.arr_per_fte };
}

/* Signed, and empty for a change that does not show. */
static char *
describe_change (double now, double first, char *(*write) (double) )
{
  g_autofree char *change = write (now - first), *nothing = write (0.0);

  if (isnan (now - first) || g_str_equal (change, nothing))
    return g_strdup ("");
  return now > first ? g_strconcat ("+", change, NULL) : g_steal_pointer (&change);
}

static char *
write_whole (double value)
{
  return hr_format_number (value, 0);
}

static void
show_hours (HrJourneyFigures *self, const HrSegmentCapacity *answer, double hours)
{
  g_autofree char *value = hr_format_hours (hours);
  g_autofree char *change = describe_change (hours, self->first.hours, hr_format_hours);
  g_autofree char *factor = hr_format_number (answer->segment->complexity, 2);
  g_autofree char *note = NULL;

  if (answer->workload_reason != HR_REASON_NONE)
    note = g_strdup (hr_reason_to_text (answer->workload_reason));
  else
    note = g_strdup_printf (_ ("a year, ×%s"), factor);
  hr_figure_set_text (self->hours, value, note);
  hr_figure_set_change (self->hours, change);
}

static void
show_customers (HrJourneyFigures *self, const HrSegmentCapacity *answer, double customers)
{
  const char *role = answer->book.role != NULL ? answer->book.role->name : _ ("Person");
  double most = answer->segment->limits.customers_per_fte;
  g_autofree char *title = g_strdup_printf (_ ("Customers per %s"), role);
  g_autofree char *value = hr_format_customers_per_fte (customers);
  g_autofree char *change =
      describe_change (floor (customers), floor (self->first.customers), write_whole);
  g_autofree char *limit = hr_format_customers_per_fte (most);
  g_autofree char *note = isnan (most) ? g_strdup (_ ("no limit set"))
                                       : g_strdup_printf (_ ("at most %s"), limit);

  hr_figure_set_title (self->customers, title);
  hr_figure_set_text (self->customers, value, note);
  hr_figure_set_change (self->customers, change);
}

static void
show_people (HrJourneyFigures *self, const HrBook *book)
{
  const char *role = book->role != NULL ? book->role->name : _ ("People");
  g_autofree char *title = g_strdup_printf (_ ("%s Needed"), role);
  g_autofree char *value = hr_format_people (book->fte);
  g_autofree char *change =
      describe_change (book->fte, self->first.people, hr_format_people);
  g_autofree char *today = hr_format_people (book->headcount);
  g_autofree char *note = book->reason != HR_REASON_NONE
                              ? g_strdup (hr_reason_to_text (book->reason))
                              : g_strdup_printf (_ ("%s today"), today);

  hr_figure_set_title (self->people, title);
  hr_figure_set_text (self->people, value, note);
  hr_figure_set_change (self->people, change);
}

static void
show_arr (HrJourneyFigures *self, const HrSegmentCapacity *answer)
{
  const HrBook *book = &answer->book;
  const char *currency = hr_document_get_plan (self->document)->currency;
  const char *role = book->role != NULL ? book->role->name : _ ("Person");
  gint64 limit = answer->segment->limits.arr_per_fte;
  double difference = book->arr_per_fte - self->first.arr;
  g_autofree char *title = g_strdup_printf (_ ("ARR per %s"), role);
  g_autofree char *value = hr_format_money_compact (book->arr_per_fte, currency);
  g_autofree char *before = hr_format_money_compact (self->first.arr, currency);
  g_autofree char *change = hr_format_money_compact (difference, currency);
  g_autofree char *benchmark =
      limit != HR_MONEY_NONE ? hr_format_money_short ((double) limit / 100, currency)
                             : NULL;
  g_autofree char *note = benchmark != NULL
                              ? g_strdup_printf (_ ("benchmark %s"), benchmark)
                              : g_strdup (_ ("no benchmark set"));
  g_autofree char *signed_change =
      isnan (difference) || g_str_equal (value, before)
          ? g_strdup ("")
          : g_strconcat (difference > 0 ? "+" : "", change, NULL);

  hr_figure_set_title (self->arr, title);
  hr_figure_set_text (self->arr, value, note);
  hr_figure_set_change (self->arr, signed_change);
}

static void
hr_journey_figures_dispose (GObject *object)
{
  HrJourneyFigures *self = HR_JOURNEY_FIGURES (object);

  g_clear_object (&self->document);
  g_clear_object (&self->segment);

  G_OBJECT_CLASS (hr_journey_figures_parent_class)->dispose (object);
}

static void
hr_journey_figures_class_init (HrJourneyFiguresClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hr_journey_figures_dispose;

  g_type_ensure (HR_TYPE_FIGURE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               HR_RESOURCE ("hr-journey-figures.ui"));
  gtk_widget_class_bind_template_child (widget_class, HrJourneyFigures, pairs);
  gtk_widget_class_bind_template_child (widget_class, HrJourneyFigures, hours);
  gtk_widget_class_bind_template_child (widget_class, HrJourneyFigures, customers);
  gtk_widget_class_bind_template_child (widget_class, HrJourneyFigures, people);
  gtk_widget_class_bind_template_child (widget_class, HrJourneyFigures, arr);
}

static void
hr_journey_figures_init (HrJourneyFigures *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
explain_figures (HrJourneyFigures *self, HrRole *role)
{
  hr_figure_set (self->hours, self->document, HR_FIGURE_WORKLOAD_HOURS, self->segment,
                 NULL);
  hr_figure_set (self->customers, self->document, HR_FIGURE_CUSTOMERS_PER_FTE,
                 self->segment, role);
  hr_figure_set (self->people, self->document, HR_FIGURE_FTE, self->segment, role);
  hr_figure_set (self->arr, self->document, HR_FIGURE_ARR_PER_FTE, self->segment, NULL);
  hr_figure_set_version (self->hours, self->version);
  hr_figure_set_version (self->customers, self->version);
  hr_figure_set_version (self->people, self->version);
  hr_figure_set_version (self->arr, self->version);
}

/**
 * hr_journey_figures_open:
 * @self: the figures
 * @document: (nullable): the plan
 * @segment: (nullable): whose journey it is
 * @version: which one of it
 *
 * Shows what a journey comes to; changes are counted from now on.
 */
void
hr_journey_figures_open (HrJourneyFigures *self,
                         HrDocument *document,
                         HrSegment *segment,
                         HrJourneyVersion version)
{
  const HrSegmentCapacity *answer;

  g_return_if_fail (HR_IS_JOURNEY_FIGURES (self));

  g_set_object (&self->document, document);
  g_set_object (&self->segment, segment);
  self->version = version;
  if ((answer = find_answer (self)) != NULL)
    self->first = get_figures (answer);
  hr_journey_figures_update (self);
}

/**
 * hr_journey_figures_update:
 * @self: the figures
 *
 * Shows them as they are now.
 */
void
hr_journey_figures_update (HrJourneyFigures *self)
{
  const HrSegmentCapacity *answer;
  Figures now;

  g_return_if_fail (HR_IS_JOURNEY_FIGURES (self));

  if ((answer = find_answer (self)) == NULL)
    return;

  now = get_figures (answer);
  explain_figures (self, answer->book.role);
  show_hours (self, answer, now.hours);
  show_customers (self, answer, now.customers);
  show_people (self, &answer->book);
  show_arr (self, answer);
}

/**
 * hr_journey_figures_set_room:
 * @self: the figures
 * @n_columns: 2 or 4
 * @tight: whether a change stands below its figure
 *
 * Says how much room there is across.
 */
void
hr_journey_figures_set_room (HrJourneyFigures *self, guint n_columns, gboolean tight)
{
  HrFigureButton *figures[] = { self->hours, self->customers, self->people, self->arr };

  g_return_if_fail (HR_IS_JOURNEY_FIGURES (self));

  gtk_orientable_set_orientation (self->pairs, n_columns == 2
                                                   ? GTK_ORIENTATION_VERTICAL
                                                   : GTK_ORIENTATION_HORIZONTAL);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    hr_figure_set_tight (figures[i], tight);
}
