/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <math.h>
#include <string.h>

#include <json-glib/json-glib.h>

#include "hr-json-output.h"
#include "hr-json-writer.h"
#include "hr-role.h"
#include "hr-test-plan.h"

/* JSON-GLib reads what we wrote: it is no child of ours. */
static JsonParser *
parse (const char *text)
{
  JsonParser *parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_set_strict (parser, TRUE);
  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);
  return parser;
}

static JsonObject *
get_top (JsonParser *parser)
{
  return json_node_get_object (json_parser_get_root (parser));
}

static JsonObject *
get_nth (JsonObject *object, const char *list, guint n)
{
  return json_array_get_object_element (json_object_get_array_member (object, list), n);
}

/* The keys of an object, in order. */
static char *
list_keys (JsonObject *object)
{
  g_autoptr (GString) keys = g_string_new (NULL);
  JsonObjectIter iter;
  const char *key;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, NULL))
    g_string_append_printf (keys, "%s%s", keys->len > 0 ? " " : "", key);
  return g_strdup (keys->str);
}

static void
assert_keys (JsonObject *object, const char *keys)
{
  g_autofree char *found = list_keys (object);

  g_assert_cmpstr (found, ==, keys);
}

/* Every key of design.md §6, also where nothing is given. */
static void
test_keys (void)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  g_autofree char *text = hr_json_write_plan (plan);
  g_autoptr (JsonParser) parser = parse (text);
  JsonObject *top = get_top (parser), *segment = get_nth (top, "segments", 0);

  assert_keys (top, "format version id name company currency fiscal_year_start_month "
                    "mission values one_time_spread roles stages playbooks transitions "
                    "personas segments journeys scorecards");
  assert_keys (segment,
               "id name colour engagement_model description source customers arr "
               "new_customers_per_year lifetime_years complexity book_role "
               "headcount dedicated limits rule");
  assert_keys (json_object_get_object_member (segment, "limits"),
               "arr_per_fte customers_per_fte new_customers_per_month_per_fte");
  g_assert_true (json_object_get_null_member (segment, "lifetime_years"));
  g_assert_cmpint (json_object_get_int_member (segment, "arr"), ==, 32000000);
  g_assert_cmpstr (json_object_get_string_member (segment, "book_role"), ==, "csm");
  assert_keys (get_nth (get_nth (top, "journeys", 0), "touchpoints", 0),
               "id name stage kind times per prep_minutes delivery_minutes "
               "follow_up_minutes reach staff role personas channel value sentiment "
               "friction notes origin");
}

static void
test_full (void)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_full ();
  g_autofree char *text = hr_json_write_plan (plan);
  g_autoptr (JsonParser) parser = parse (text);
  JsonObject *top = get_top (parser), *about;
  JsonArray *accounts = json_object_get_array_member (top, "accounts");
  gsize n = hr_portfolio_get_n_accounts (plan->portfolio);

  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_true (g_str_has_suffix (text, "}\n"));
  g_assert_cmpuint (json_array_get_length (accounts), ==, n);
  about = json_object_get_object_member (top, "portfolio");
  assert_keys (about, "source imported_at columns");
  g_assert_cmpstr (json_object_get_string_member (get_nth (about, "columns", 2), "type"),
                   ==, "money");
  g_assert_cmpstr (json_object_get_string_member (top, "mission"), ==, plan->mission);
}

static void
test_tags (void)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  const HrTag benchmark = { HR_TAG_BENCHMARK, "Survey", 2026 };
  const HrTag measured = { HR_TAG_MEASURED, NULL, 0 };
  g_autoptr (HrTags) one = hr_tags_with (NULL, "limits-arr-per-fte", &benchmark);
  g_autoptr (HrTags) two = hr_tags_with (one, "arr", &measured);
  g_autofree char *text = NULL;
  g_autoptr (JsonParser) parser = NULL;
  JsonObject *tags;

  g_object_set (hr_list_get (plan->segments, 0), "tags", two, NULL);
  text = hr_json_write_plan (plan);
  parser = parse (text);
  tags =
      json_object_get_object_member (get_nth (get_top (parser), "segments", 0), "tags");
  assert_keys (tags, "arr limits.arr_per_fte");
  assert_keys (json_object_get_object_member (tags, "arr"), "kind");
  assert_keys (json_object_get_object_member (tags, "limits.arr_per_fte"),
               "kind source year");
}

/* The number behind a path like "segments[0].book.fte", or NAN for null. */
static double
get_number (JsonNode *node, const char *path)
{
  g_auto (GStrv) steps = g_strsplit_set (path, ".[", -1);

  for (guint i = 0; steps[i] != NULL; i++)
    if (g_ascii_isdigit (*steps[i]))
      node = json_array_get_element (json_node_get_array (node),
                                     (guint) g_ascii_strtoull (steps[i], NULL, 10));
    else
      node = json_object_get_member (json_node_get_object (node), steps[i]);
  return JSON_NODE_HOLDS_NULL (node) ? NAN : json_node_get_double (node);
}

static void
assert_segment (JsonNode *top, const HrSegmentCapacity *segment)
{
  const HrRoleNeed *need = &segment->needs[0];
  const struct
  {
    const char *path;
    double number;
  } rows[] = {
    { "segments[0].customers", segment->customers },
    { "segments[0].arr", segment->arr },
    { "segments[0].cost", segment->cost },
    { "segments[0].cost_per_customer", segment->cost_per_customer },
    { "segments[0].cost_share_of_arr", segment->cost_share_of_arr },
    { "segments[0].roles[0].workload_hours", need->workload_hours },
    { "segments[0].roles[0].available_hours", need->available_hours },
    { "segments[0].roles[0].customers_per_fte", need->customers_per_fte },
    { "segments[0].roles[0].fte", need->fte },
    { "segments[0].book.fte", segment->book.fte },
    { "segments[0].book.top_down_fte", segment->book.top_down_fte },
    { "segments[0].book.arr_per_fte", segment->book.arr_per_fte },
    { "segments[0].book.headcount", segment->book.headcount },
    { "segments[0].book.gap", segment->book.gap },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpfloat (get_number (top, rows[i].path), ==, rows[i].number);
}

static void
assert_totals (JsonNode *top, const HrRoleCapacity *role, const HrTotals *totals)
{
  const struct
  {
    const char *path;
    double number;
  } rows[] = {
    { "roles[0].fte", role->fte },
    { "roles[0].heads", role->heads },
    { "roles[0].headcount", role->headcount },
    { "totals.customers", totals->customers },
    { "totals.arr", totals->arr },
    { "totals.fte", totals->fte },
    { "totals.heads", totals->heads },
    { "totals.cost", totals->cost },
    { "totals.cost_share_of_arr", totals->cost_share_of_arr },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpfloat (get_number (top, rows[i].path), ==, rows[i].number);
}

/* Full precision: each number reads back as the very one that was computed. */
static void
test_capacity (void)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  g_autoptr (HrSegmentation) segmentation = hr_segmentation_new (plan);
  g_autoptr (HrCapacity) capacity =
      hr_capacity_new (plan, segmentation, HR_JOURNEY_CURRENT);
  g_autofree char *text = hr_json_write_capacity (capacity);
  g_autoptr (JsonParser) parser = parse (text);
  JsonObject *top = get_top (parser), *segment = get_nth (top, "segments", 0);
  JsonObject *book = json_object_get_object_member (segment, "book");

  assert_keys (top, "segments roles totals");
  assert_keys (segment, "id customers arr roles book cost cost_per_customer "
                        "cost_share_of_arr");
  assert_keys (get_nth (segment, "roles", 0),
               "role workload_hours available_hours customers_per_fte fte");
  assert_keys (book, "role fte top_down_fte binding_limit arr_per_fte headcount gap");
  assert_keys (get_nth (top, "roles", 0), "role fte heads headcount");
  assert_keys (json_object_get_object_member (top, "totals"),
               "customers arr fte heads cost cost_share_of_arr");

  g_assert_cmpstr (json_object_get_string_member (segment, "id"), ==, "ent");
  g_assert_cmpstr (json_object_get_string_member (book, "role"), ==, "csm");
  assert_segment (json_parser_get_root (parser), hr_capacity_get_segment (capacity, 0));
  assert_totals (json_parser_get_root (parser), hr_capacity_get_role (capacity, 0),
                 hr_capacity_get_totals (capacity));
  g_assert_nonnull (strstr (text, "\"heads\": 5,"));
}

/* Each limit in turn is the one that binds, and is called as in the plan. */
static void
test_binding_limit (void)
{
  const struct
  {
    const char *property;
    const char *key;
  } limits[] = {
    { "limits-arr-per-fte", "arr_per_fte" },
    { "limits-customers-per-fte", "customers_per_fte" },
    { "limits-new-customers-per-month-per-fte", "new_customers_per_month_per_fte" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
      g_autoptr (HrSegmentation) segmentation = hr_segmentation_new (plan);
      g_autoptr (HrCapacity) capacity = NULL;
      g_autofree char *text = NULL;
      g_autofree char *line =
          g_strdup_printf ("\"binding_limit\": \"%s\",", limits[i].key);

      /* one cent, or a hundredth of a customer */
      if (i == 0)
        g_object_set (hr_list_get (plan->segments, 0), limits[i].property,
                      G_GINT64_CONSTANT (1), NULL);
      else
        g_object_set (hr_list_get (plan->segments, 0), limits[i].property, 0.01, NULL);
      capacity = hr_capacity_new (plan, segmentation, HR_JOURNEY_CURRENT);
      text = hr_json_write_capacity (capacity);
      g_assert_nonnull (strstr (text, line));
    }
}

/* A segment that nobody serves has no answers, and they are null. */
static void
test_capacity_without_answer (void)
{
  g_autoptr (HrPlan) plan = hr_plan_new ("P");
  g_autoptr (HrSegment) empty = hr_item_new (HR_TYPE_SEGMENT, "s");
  g_autoptr (HrSegmentation) segmentation = NULL;
  g_autoptr (HrCapacity) capacity = NULL;
  g_autofree char *text = NULL;
  g_autoptr (JsonParser) parser = NULL;
  JsonObject *segment, *book;

  g_object_set (empty, "name", "S", NULL);
  hr_list_append (plan->segments, empty);
  segmentation = hr_segmentation_new (plan);
  capacity = hr_capacity_new (plan, segmentation, HR_JOURNEY_CURRENT);
  text = hr_json_write_capacity (capacity);
  parser = parse (text);
  segment = get_nth (get_top (parser), "segments", 0);
  book = json_object_get_object_member (segment, "book");
  g_assert_true (json_object_get_null_member (segment, "customers"));
  g_assert_true (json_object_get_null_member (segment, "cost"));
  g_assert_true (json_object_get_null_member (book, "role"));
  g_assert_true (json_object_get_null_member (book, "fte"));
  g_assert_true (json_object_get_null_member (book, "binding_limit"));
}

static void
test_output (void)
{
  HrJsonOutput out;
  g_autofree char *text = NULL;

  hr_json_output_init (&out);
  hr_json_output_open (&out, NULL, '{');
  hr_json_output_text (&out, "t\"", "a\\b\n\t\x01é\x7f");
  hr_json_output_text (&out, "none", NULL);
  hr_json_output_open (&out, "empty", '[');
  hr_json_output_close (&out, ']');
  hr_json_output_open_line (&out, "line", '[');
  hr_json_output_flag (&out, NULL, TRUE);
  hr_json_output_open_line (&out, NULL, '{');
  hr_json_output_flag (&out, "f", FALSE);
  hr_json_output_close (&out, '}');
  hr_json_output_number (&out, NULL, 1);
  hr_json_output_close (&out, ']');
  hr_json_output_open (&out, "more", '[');
  hr_json_output_number (&out, NULL, 2);
  hr_json_output_close (&out, ']');
  hr_json_output_close (&out, '}');
  text = hr_json_output_end (&out);

  g_assert_cmpstr (text, ==,
                   "{\n"
                   "  \"t\\\"\": \"a\\\\b\\n\\t\\u0001é\x7f\",\n"
                   "  \"none\": null,\n"
                   "  \"empty\": [],\n"
                   "  \"line\": [true, {\"f\": false}, 1],\n"
                   "  \"more\": [\n"
                   "    2\n"
                   "  ]\n"
                   "}\n");
}

static void
test_numbers (void)
{
  const struct
  {
    double number;
    const char *text;
  } rows[] = {
    { 0.1, "0.1\n" },       { 1.0 / 3, "0.3333333333333333\n" },
    { -0.0, "0\n" },        { 2080, "2080\n" },
    { NAN, "null\n" },      { 5e-324, "4.94065645841247e-324\n" },
    { 250000, "250000\n" }, { 9007199254740993.0, "9007199254740992\n" },
  };
  const struct
  {
    gint64 minor;
    const char *text;
  } money[] = {
    { 0, "0\n" },
    { 5, "0.05\n" },
    { 110, "1.10\n" },
    { -1234, "-12.34\n" },
    { -7, "-0.07\n" },
    { 3200000000, "32000000\n" },
    { HR_MONEY_MAX - 1, "999999999999999.99\n" },
    { HR_MONEY_NONE, "null\n" },
  };
  HrJsonOutput out;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = NULL;

      hr_json_output_init (&out);
      hr_json_output_number (&out, NULL, rows[i].number);
      text = hr_json_output_end (&out);
      g_assert_cmpstr (text, ==, rows[i].text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (money); i++)
    {
      g_autofree char *text = NULL;

      hr_json_output_init (&out);
      hr_json_output_money (&out, NULL, money[i].minor);
      text = hr_json_output_end (&out);
      g_assert_cmpstr (text, ==, money[i].text);
    }
}

/* The same bytes where a comma stands before decimals. */
static void
test_locale (void)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_full ();
  g_autofree char *text = hr_json_write_plan (plan);
  g_autofree char *german = NULL;

  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL)
    g_test_message ("no German locale here: compared in %s", setlocale (LC_ALL, NULL));
  german = hr_json_write_plan (plan);
  setlocale (LC_ALL, "C.UTF-8");
  g_assert_cmpstr (text, ==, german);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/json-writer/keys", test_keys);
  g_test_add_func ("/export/json-writer/full", test_full);
  g_test_add_func ("/export/json-writer/tags", test_tags);
  g_test_add_func ("/export/json-writer/capacity", test_capacity);
  g_test_add_func ("/export/json-writer/binding-limit", test_binding_limit);
  g_test_add_func ("/export/json-writer/capacity-without-answer",
                   test_capacity_without_answer);
  g_test_add_func ("/export/json-writer/output", test_output);
  g_test_add_func ("/export/json-writer/numbers", test_numbers);
  g_test_add_func ("/export/json-writer/locale", test_locale);

  return g_test_run ();
}
