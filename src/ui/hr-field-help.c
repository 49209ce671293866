/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-field-help.h"

#include <glib/gi18n-lib.h>

#include "hr-dimension.h"
#include "hr-metric.h"
#include "hr-plan.h"
#include "hr-playbook-step.h"
#include "hr-playbook.h"
#include "hr-role.h"
#include "hr-scorecard.h"
#include "hr-stage.h"
#include "hr-transition.h"

/* clang-format off */
static const struct
{
  GType (*type) (void);
  const char *property;
  const char *help;
} HELP[] = {
  { hr_segment_get_type, "new-customers-per-year",
    N_ ("Customers that are won in a year: they take the one-time work") },
  { hr_segment_get_type, "lifetime-years",
    N_ ("Years that a customer stays, for one-time work spread over the lifetime") },
  { hr_segment_get_type, "complexity",
    N_ ("With 1.3 each customer takes nearly a third more hours than the journey says") },
  { hr_segment_get_type, "book-role",
    N_ ("The role that carries the accounts and their ARR") },
  { hr_segment_get_type, "headcount",
    N_ ("People of the book role who serve this segment today") },
  { hr_segment_get_type, "dedicated",
    N_ ("Its people serve no other segment, so heads are rounded up here") },
  { hr_segment_get_type, "limits-arr-per-fte",
    N_ ("ARR that one person should carry at most") },
  { hr_segment_get_type, "limits-customers-per-fte",
    N_ ("Customers that one person should have at most") },
  { hr_segment_get_type, "limits-new-customers-per-month-per-fte",
    N_ ("New customers that one person can take on in a month") },
  { hr_role_get_type, "internal-hours",
    N_ ("Hours for the own company; if left open, the internal share of the paid hours") },
  { hr_role_get_type, "internal-share",
    N_ ("Part of the paid hours for meetings, learning and administration") },
  { hr_role_get_type, "realisation",
    N_ ("Share of the hours planned for customers that is really delivered") },
  { hr_role_get_type, "annual-cost",
    N_ ("Salary with everything that comes on top of it") },
  { hr_role_get_type, "ramp-months",
    N_ ("Months until a new person is fully productive") },
  { hr_scorecard_get_type, "segments",
    N_ ("Whose customers this scorecard judges") },
  { hr_scorecard_get_type, "minimum-coverage",
    N_ ("Below this share of known weight the data is insufficient, and there is no band") },
  { hr_dimension_get_type, "weight",
    N_ ("How much it counts beside the other dimensions") },
  { hr_metric_get_type, "weight",
    N_ ("How much it counts beside the other metrics of the dimension") },
  { hr_metric_get_type, "field",
    N_ ("Column of the accounts that holds the value") },
  { hr_metric_get_type, "worst",
    N_ ("The value that scores 0; it may be more than the best one") },
  { hr_metric_get_type, "best",
    N_ ("The value that scores 100") },
  { hr_metric_get_type, "stale-after-days",
    N_ ("Older values count as unknown; if left open, they never do") },
  { hr_metric_get_type, "playbook",
    N_ ("What to do where the value is not known") },
  { hr_playbook_get_type, "trigger",
    N_ ("What must happen before anybody starts it") },
  { hr_playbook_step_get_type, "days",
    N_ ("Days after the start of the playbook") },
  { hr_transition_get_type, "readiness",
    N_ ("How to tell that the customer is ready to go on") },
  { hr_transition_get_type, "barriers",
    N_ ("What holds customers back") },
  { hr_transition_get_type, "incentive",
    N_ ("What makes it worth while for the customer") },
  { hr_stage_get_type, "entry-criteria",
    N_ ("What holds when a customer comes into this stage") },
};
/* clang-format on */

/**
 * hr_field_get_help:
 * @type: an item's type
 * @field: one of its fields
 *
 * Says what a field means, where its label does not.
 *
 * Returns: (transfer none) (nullable): a sentence without a full stop
 */
const char *
hr_field_get_help (GType type, const HrField *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (HELP); i++)
    if (HELP[i].type () == type && g_str_equal (HELP[i].property, field->name))
      return _ (HELP[i].help);
  return NULL;
}

/**
 * hr_field_is_long:
 * @field: a text
 *
 * Returns: whether people write more than a line into it
 */
gboolean
hr_field_is_long (const HrField *field)
{
  static const char *const names[] = { "description", "goals",      "goal",
                                       "need",        "engagement", "entry-criteria",
                                       "readiness",   "barriers",   "incentive",
                                       "trigger",     "mission",    "values",
                                       NULL };

  return field->kind == HR_FIELD_TEXT && g_strv_contains (names, field->name);
}
