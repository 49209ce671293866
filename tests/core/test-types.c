/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-enums.h"
#include "hr-error.h"
#include "hr-types.h"

static void
test_periods (void)
{
  g_assert_cmpfloat (hr_period_per_year (HR_PERIOD_WEEK), ==, 52);
  g_assert_cmpfloat (hr_period_per_year (HR_PERIOD_MONTH), ==, 12);
  g_assert_cmpfloat (hr_period_per_year (HR_PERIOD_QUARTER), ==, 4);
  g_assert_cmpfloat (hr_period_per_year (HR_PERIOD_YEAR), ==, 1);
}

/* The words of files, which must stay what they are. */
static void
test_nicks (void)
{
  static const struct
  {
    GType (*type) (void);
    const char *const nicks[6];
  } cases[] = {
    { hr_engagement_model_get_type,
      { "high-touch", "mid-touch", "low-touch", "pooled", "digital" } },
    { hr_segment_source_get_type, { "entered", "accounts" } },
    { hr_one_time_spread_get_type, { "new-customers", "lifetime" } },
    { hr_journey_version_get_type, { "current", "redesigned" } },
    { hr_touchpoint_kind_get_type, { "recurring", "one-time", "inbound" } },
    { hr_period_get_type, { "week", "month", "quarter", "year" } },
    { hr_persona_kind_get_type,
      { "decision-maker", "influencing-user", "day-to-day-user", "account", "custom" } },
    { hr_playbook_kind_get_type, { "transition", "scarce-data", "risk" } },
    { hr_tag_kind_get_type, { "assumed", "measured", "benchmark" } },
    { hr_column_type_get_type, { "text", "number", "money", "date", "flag" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GType type = cases[i].type ();
      g_autoptr (GTypeClass) klass = g_type_class_ref (type);
      int value = -1;

      for (int j = 0; cases[i].nicks[j] != NULL; j++)
        {
          g_assert_cmpstr (hr_enum_to_nick (type, j), ==, cases[i].nicks[j]);
          g_assert_true (hr_enum_from_nick (type, cases[i].nicks[j], &value));
          g_assert_cmpint (value, ==, j);
        }
      g_assert_cmpint (value, ==, ((GEnumClass *) klass)->maximum);
      g_assert_false (hr_enum_from_nick (type, "Nothing", &value));
      g_assert_false (hr_enum_from_nick (type, "", &value));
    }
}

static void
test_error_domain (void)
{
  g_assert_cmpstr (g_quark_to_string (HR_ERROR), ==, "hr-error-quark");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/types/periods", test_periods);
  g_test_add_func ("/core/types/nicks", test_nicks);
  g_test_add_func ("/core/types/error-domain", test_error_domain);

  return g_test_run ();
}
