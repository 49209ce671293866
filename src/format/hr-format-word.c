/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hr-enums.h"

#define MOST_VALUES 5

/* In the order of the values. */
static const struct
{
  GType (*type) (void);
  const char *context;
  const char *labels[MOST_VALUES];
} ENUMS[] = {
  { hr_engagement_model_get_type,
    "engagement model",
    { NC_ ("engagement model", "high touch"), NC_ ("engagement model", "mid touch"),
      NC_ ("engagement model", "low touch"), NC_ ("engagement model", "pooled"),
      NC_ ("engagement model", "digital") } },
  { hr_segment_source_get_type,
    "segment source",
    { NC_ ("segment source", "entered"),
      NC_ ("segment source", "counted from the accounts") } },
  { hr_one_time_spread_get_type,
    "one-time spread",
    { NC_ ("one-time spread", "over new customers"),
      NC_ ("one-time spread", "over the lifetime") } },
  { hr_journey_version_get_type,
    "journey version",
    { NC_ ("journey version", "current"), NC_ ("journey version", "redesigned") } },
  { hr_touchpoint_kind_get_type,
    "touchpoint kind",
    { NC_ ("touchpoint kind", "recurring"), NC_ ("touchpoint kind", "one-time"),
      NC_ ("touchpoint kind", "inbound") } },
  { hr_period_get_type,
    "period",
    { NC_ ("period", "week"), NC_ ("period", "month"), NC_ ("period", "quarter"),
      NC_ ("period", "year") } },
  { hr_persona_kind_get_type,
    "persona kind",
    { NC_ ("persona kind", "decision maker"), NC_ ("persona kind", "influencing user"),
      NC_ ("persona kind", "day-to-day user"), NC_ ("persona kind", "account"),
      NC_ ("persona kind", "custom") } },
  { hr_playbook_kind_get_type,
    "playbook kind",
    { NC_ ("playbook kind", "transition"), NC_ ("playbook kind", "scarce data"),
      NC_ ("playbook kind", "risk") } },
  { hr_tag_kind_get_type,
    "tag",
    { NC_ ("tag", "assumed"), NC_ ("tag", "measured"), NC_ ("tag", "benchmark") } },
  { hr_column_type_get_type,
    "column type",
    { NC_ ("column type", "text"), NC_ ("column type", "number"),
      NC_ ("column type", "money"), NC_ ("column type", "date"),
      NC_ ("column type", "yes or no") } },
};

/**
 * hr_format_enum:
 * @type: an enumeration of the core
 * @value: one of its values
 *
 * Names a value in the person's language, in lower case: "high touch".
 */
char *
hr_format_enum (GType type, int value)
{
  g_return_val_if_fail (value >= 0 && value < MOST_VALUES, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ENUMS); i++)
    if (ENUMS[i].type () == type && ENUMS[i].labels[value] != NULL)
      return g_strdup (
          g_dpgettext2 (GETTEXT_PACKAGE, ENUMS[i].context, ENUMS[i].labels[value]));
  g_return_val_if_reached (NULL);
}

/**
 * hr_reason_to_text:
 * @reason: why there is no answer
 *
 * Says it as a sentence without a full stop; the empty text for no reason.
 */
const char *
hr_reason_to_text (HrReason reason)
{
  switch (reason)
    {
    case HR_REASON_NONE:
      return "";
    case HR_REASON_NO_CUSTOMERS_GIVEN:
      return _ ("The number of customers is not given");
    case HR_REASON_NO_ARR_GIVEN:
      return _ ("The ARR is not given");
    case HR_REASON_NO_PORTFOLIO:
      return _ ("There are no accounts to count yet");
    case HR_REASON_NO_JOURNEY:
      return _ ("The journey has no touchpoints yet");
    case HR_REASON_NO_WORKLOAD:
      return _ ("The touchpoints take no time");
    case HR_REASON_NO_ROLE:
      return _ ("A touchpoint takes time, but no role does it");
    case HR_REASON_NO_AVAILABLE_HOURS:
      return _ ("Leave and internal work leave no hours for customers");
    case HR_REASON_NO_LIFETIME:
      return _ ("One-time work is spread over a lifetime that is not given");
    case HR_REASON_NO_BOOK_ROLE:
      return _ ("No role carries the accounts");
    case HR_REASON_NO_LIMIT:
      return _ ("No benchmark is set");
    case HR_REASON_ZERO_CUSTOMERS:
      return _ ("There are no customers");
    case HR_REASON_ZERO_ARR:
      return _ ("There is no ARR");
    case HR_REASON_ZERO_PEOPLE:
      return _ ("No people are needed");
    case HR_REASON_SEGMENT_WITHOUT_ANSWER:
      return _ ("A segment has no answer");
    case HR_REASON_NO_SEGMENTS:
      return _ ("There are no segments yet");
    case HR_REASON_OVERFLOW:
      return _ ("The figure is beyond all measure");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * hr_limit_to_text:
 * @limit: a top-down limit
 *
 * Names it, in lower case.
 */
const char *
hr_limit_to_text (HrLimit limit)
{
  switch (limit)
    {
    case HR_LIMIT_NONE:
      return _ ("no benchmark");
    case HR_LIMIT_ARR_PER_FTE:
      return _ ("ARR per FTE");
    case HR_LIMIT_CUSTOMERS_PER_FTE:
      return _ ("customers per FTE");
    case HR_LIMIT_NEW_CUSTOMERS_PER_MONTH_PER_FTE:
      return _ ("new customers per month per FTE");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * hr_format_tag:
 * @tag: (nullable): where a figure came from
 * @is_default: whether nobody has touched the figure
 *
 * Writes it: "benchmark: TSIA 2025", "assumed (default)". What has no tag is assumed.
 */
char *
hr_format_tag (const HrTag *tag, gboolean is_default)
{
  HrTagKind kind = tag != NULL ? tag->kind : HR_TAG_ASSUMED;
  g_autofree char *label = hr_format_enum (HR_TYPE_TAG_KIND, (int) kind);
  gboolean has_source = tag != NULL && tag->source != NULL && *tag->source != '\0';
  gboolean has_year = tag != NULL && tag->year != 0;

  if (has_source && has_year)
    return g_strdup_printf (_ ("%s: %s %d"), label, tag->source, tag->year);
  if (has_source)
    return g_strdup_printf (_ ("%s: %s"), label, tag->source);
  if (has_year)
    return g_strdup_printf (_ ("%s: %d"), label, tag->year);
  if (is_default && kind == HR_TAG_ASSUMED)
    return g_strdup_printf (_ ("%s (default)"), label);
  return g_steal_pointer (&label);
}

/**
 * hr_format_capitalised:
 * @text: a text
 *
 * Makes a sentence, or a title, out of words that also stand within sentences.
 *
 * Returns: (transfer full): the text with a capital letter at its start
 */
char *
hr_format_capitalised (const char *text)
{
  g_autofree char *first = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), 1));
  g_autofree char *capital = g_utf8_strup (first, -1);

  return g_strconcat (capital, text + strlen (first), NULL);
}

/**
 * hr_format_one_line:
 * @text: a text
 *
 * Makes one line of several, for a name or a message: what people paste has lines.
 *
 * Returns: (transfer full): the text with a space for each run of line breaks and tabs,
 * and none at its ends
 */
char *
hr_format_one_line (const char *text)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n\t", -1);
  GString *line = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", lines[i]);
  return g_string_free_and_steal (line);
}

/**
 * hr_format_times:
 * @touchpoint: a touchpoint
 * @plan: its plan
 *
 * Says how often it happens: "4 per year", "2.6 per month, inbound", "1 per new
 * customer".
 */
char *
hr_format_times (const HrTouchpoint *touchpoint, const HrPlan *plan)
{
  g_autofree char *times = hr_format_unit (touchpoint->times, HR_UNIT_NONE, NULL);
  g_autofree char *period = hr_format_enum (HR_TYPE_PERIOD, (int) touchpoint->per);
  g_autofree char *kind =
      hr_format_enum (HR_TYPE_TOUCHPOINT_KIND, (int) touchpoint->kind);

  switch (touchpoint->kind)
    {
    case HR_TOUCHPOINT_ONE_TIME:
      return plan->one_time_spread == HR_ONE_TIME_NEW_CUSTOMERS
                 ? g_strdup_printf (_ ("%s per new customer"), times)
                 : g_strdup_printf (_ ("%s per lifetime"), times);
    case HR_TOUCHPOINT_INBOUND:
      /* Translators: how often, per which period, of which kind */
      return g_strdup_printf (_ ("%s per %s, %s"), times, period, kind);
    case HR_TOUCHPOINT_RECURRING:
    default:
      return g_strdup_printf (_ ("%s per %s"), times, period);
    }
}
