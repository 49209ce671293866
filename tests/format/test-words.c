/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-enums.h"
#include "hr-format.h"
#include "hr-test-plan.h"

/* Every enumeration that a field of any type has. */
static void
test_enums_of_fields (void)
{
  guint n_types, n_enums = 0;
  const GType *types = hr_test_item_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      guint n_fields;
      const HrField *fields = hr_item_type_get_fields (types[i], &n_fields);

      for (guint j = 0; j < n_fields; j++)
        {
          g_autoptr (GTypeClass) klass = NULL;

          if (fields[j].kind != HR_FIELD_ENUM)
            continue;
          klass = g_type_class_ref (fields[j].type ());
          n_enums++;
          for (guint k = 0; k < ((GEnumClass *) klass)->n_values; k++)
            {
              g_autofree char *label = hr_format_enum (
                  fields[j].type (), ((GEnumClass *) klass)->values[k].value);

              g_assert_cmpstr (label, !=, "");
            }
        }
    }
  g_assert_cmpuint (n_enums, >=, 8);
}

static void
test_enums (void)
{
  static const struct
  {
    GType (*type) (void);
    int value;
    const char *label;
  } cases[] = {
    { hr_engagement_model_get_type, HR_ENGAGEMENT_HIGH_TOUCH, "high touch" },
    { hr_engagement_model_get_type, HR_ENGAGEMENT_DIGITAL, "digital" },
    { hr_segment_source_get_type, HR_SEGMENT_ENTERED, "entered" },
    { hr_segment_source_get_type, HR_SEGMENT_ACCOUNTS, "counted from the accounts" },
    { hr_one_time_spread_get_type, HR_ONE_TIME_LIFETIME, "over the lifetime" },
    { hr_journey_version_get_type, HR_JOURNEY_REDESIGNED, "redesigned" },
    { hr_touchpoint_kind_get_type, HR_TOUCHPOINT_ONE_TIME, "one-time" },
    { hr_period_get_type, HR_PERIOD_QUARTER, "quarter" },
    { hr_persona_kind_get_type, HR_PERSONA_DAY_TO_DAY_USER, "day-to-day user" },
    { hr_playbook_kind_get_type, HR_PLAYBOOK_SCARCE_DATA, "scarce data" },
    { hr_tag_kind_get_type, HR_TAG_BENCHMARK, "benchmark" },
    { hr_column_type_get_type, HR_COLUMN_FLAG, "yes or no" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *label = hr_format_enum (cases[i].type (), cases[i].value);

      g_assert_cmpstr (label, ==, cases[i].label);
    }
}

/* Each reason has its own sentence, which starts like one and is without a full stop. */
static void
test_reasons (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpstr (hr_reason_to_text (HR_REASON_NONE), ==, "");
  for (int i = HR_REASON_NONE + 1; i <= HR_REASON_OVERFLOW; i++)
    {
      const char *text = hr_reason_to_text ((HrReason) i);

      g_test_message ("%s", text);
      g_assert_true (g_ascii_isupper (*text));
      g_assert_false (g_str_has_suffix (text, "."));
      g_assert_true (g_hash_table_add (seen, (gpointer) text));
    }
}

static void
test_limits (void)
{
  g_assert_cmpstr (hr_limit_to_text (HR_LIMIT_NONE), ==, "no benchmark");
  g_assert_cmpstr (hr_limit_to_text (HR_LIMIT_ARR_PER_FTE), ==, "ARR per FTE");
  g_assert_cmpstr (hr_limit_to_text (HR_LIMIT_CUSTOMERS_PER_FTE), ==,
                   "customers per FTE");
  g_assert_cmpstr (hr_limit_to_text (HR_LIMIT_NEW_CUSTOMERS_PER_MONTH_PER_FTE), ==,
                   "new customers per month per FTE");
}

static void
test_tags (void)
{
  static const struct
  {
    HrTag tag;
    gboolean is_default;
    const char *text;
  } cases[] = {
    { { HR_TAG_BENCHMARK, "TSIA", 2025 }, FALSE, "benchmark: TSIA 2025" },
    { { HR_TAG_BENCHMARK, "TSIA", 0 }, FALSE, "benchmark: TSIA" },
    { { HR_TAG_BENCHMARK, NULL, 2025 }, FALSE, "benchmark: 2025" },
    { { HR_TAG_BENCHMARK, "", 0 }, FALSE, "benchmark" },
    { { HR_TAG_BENCHMARK, NULL, 0 }, TRUE, "benchmark" },
    { { HR_TAG_MEASURED, "accounts.csv", 0 }, FALSE, "measured: accounts.csv" },
    { { HR_TAG_ASSUMED, NULL, 0 }, FALSE, "assumed" },
    { { HR_TAG_ASSUMED, NULL, 0 }, TRUE, "assumed (default)" },
    { { HR_TAG_ASSUMED, "Ana", 0 }, FALSE, "assumed: Ana" },
  };
  g_autofree char *none = hr_format_tag (NULL, FALSE);
  g_autofree char *untouched = hr_format_tag (NULL, TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = hr_format_tag (&cases[i].tag, cases[i].is_default);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
  g_assert_cmpstr (none, ==, "assumed");
  g_assert_cmpstr (untouched, ==, "assumed (default)");
}

static void
test_one_line (void)
{
  static const char *const cases[][2] = {
    { "", "" },
    { "Key Accounts", "Key Accounts" },
    { "Key\nAccounts\n", "Key Accounts" },
    { "\r\nKey\r\n\r\nAccounts\tNorth", "Key Accounts North" },
    { " Key  Accounts ", " Key  Accounts " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = hr_format_one_line (cases[i][0]);

      g_assert_cmpstr (line, ==, cases[i][1]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/format/words/enums-of-fields", test_enums_of_fields);
  g_test_add_func ("/format/words/enums", test_enums);
  g_test_add_func ("/format/words/reasons", test_reasons);
  g_test_add_func ("/format/words/limits", test_limits);
  g_test_add_func ("/format/words/tags", test_tags);
  g_test_add_func ("/format/words/one-line", test_one_line);

  return g_test_run ();
}
