/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-format-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * hr_change_to_text:
 * @change: what becomes of a touchpoint
 *
 * Says it in a word, "" for what stays.
 */
const char *
hr_change_to_text (HrChange change)
{
  switch (change)
    {
    case HR_CHANGE_ADDED:
      return C_ ("touchpoint", "Added");
    case HR_CHANGE_REMOVED:
      return C_ ("touchpoint", "Removed");
    case HR_CHANGE_CHANGED:
      return C_ ("touchpoint", "Changed");
    case HR_CHANGE_NONE:
      return "";
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * hr_pare_to_text:
 * @pare: what is tried with a touchpoint
 *
 * Says it in two words that stand in a list of choices.
 */
const char *
hr_pare_to_text (HrPare pare)
{
  switch (pare)
    {
    case HR_PARE_KEEP:
      return _ ("As It Is");
    case HR_PARE_LESS_OFTEN:
      return _ ("Less Often");
    case HR_PARE_SHORTER:
      return _ ("Shorter");
    case HR_PARE_DIGITAL:
      return _ ("Digital");
    case HR_PARE_OFF:
      return _ ("Off");
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
add_count (GString *text, const char *count, guint n)
{
  if (n == 0)
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, count);
}

/**
 * hr_format_journey_diff:
 * @diff: what a redesign does
 *
 * Counts it, "2 added · 1 removed · 3 changed".
 */
char *
hr_format_journey_diff (const HrJourneyDiff *diff)
{
  GString *text = g_string_new (NULL);
  g_autofree char *added =
      g_strdup_printf (ngettext ("%u added", "%u added", diff->n_added), diff->n_added);
  g_autofree char *removed = g_strdup_printf (
      ngettext ("%u removed", "%u removed", diff->n_removed), diff->n_removed);
  g_autofree char *changed = g_strdup_printf (
      ngettext ("%u changed", "%u changed", diff->n_changed), diff->n_changed);

  add_count (text, added, diff->n_added);
  add_count (text, removed, diff->n_removed);
  add_count (text, changed, diff->n_changed);
  if (text->len == 0)
    g_string_append (text, _ ("no difference"));
  return g_string_free_and_steal (text);
}

/**
 * hr_format_field_change:
 * @plan: the plan of both journeys
 * @change: of a touchpoint that both have
 * @field: one that differs
 *
 * Says what a redesign does to one property, "Delivery minutes: from 240 to 120".
 */
char *
hr_format_field_change (HrPlan *plan,
                        const HrTouchpointChange *change,
                        const HrField *field)
{
  g_autofree char *label = hr_format_capitalised (_ (field->label));
  g_autofree char *before = hr_format_field (plan, change->before, field);
  g_autofree char *after = hr_format_field (plan, change->after, field);

  if (g_str_equal (field->name, "notes"))
    /* Translators: %s is a property, as in "Notes: other words" */
    return g_strdup_printf (_ ("%s: other words"), label);
  /* Translators: the first is a property, as in "Delivery minutes: from 240 to 120" */
  return g_strdup_printf (_ ("%s: from %s to %s"), label,
                          *before != '\0' ? before : _ ("none"),
                          *after != '\0' ? after : _ ("none"));
}

static char *
write_figure (double value, HrUnit unit, const char *currency)
{
  if (unit == HR_UNIT_MONEY)
    return hr_format_money_compact (value, currency);
  return unit == HR_UNIT_PEOPLE ? hr_format_people (value) : hr_format_hours (value);
}

/**
 * hr_format_difference:
 * @before: a figure
 * @after: what becomes of it
 * @unit: hours, people or money
 * @currency: of money
 *
 * Says how a figure changes, with a sign and in words: "−12.0, 15% less".
 */
char *
hr_format_difference (double before, double after, HrUnit unit, const char *currency)
{
  double difference = after - before;
  g_autofree char *number = write_figure (difference, unit, currency);
  g_autofree char *nothing = write_figure (0, unit, currency);
  g_autofree char *share = NULL;

  if (isnan (difference))
    return g_strdup (HR_NO_ANSWER);
  if (g_str_equal (number, nothing))
    return g_strdup (_ ("no change"));
  if (!(before > 0))
    return g_strdup_printf (difference > 0 ? _ ("+%s, more") : _ ("%s, less"), number);
  share = hr_format_share_at_most (fabs (difference) / before, 0);
  /* Translators: a difference and its share, as in "+2.0, 15% more" */
  return g_strdup_printf (difference > 0 ? _ ("+%s, %s more")
                                         /* Translators: as in "−12.0, 15% less" */
                                         : _ ("%s, %s less"),
                          number, share);
}
