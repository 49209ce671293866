/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-tags.h"

static const HrTag ASSUMED = { HR_TAG_ASSUMED, NULL, 0 };
static const HrTag MEASURED = { HR_TAG_MEASURED, "accounts.csv", 0 };
static const HrTag BENCHMARK = { HR_TAG_BENCHMARK, "TSIA", 2025 };

static HrTags *make_tags (const char *first, ...) G_GNUC_NULL_TERMINATED;

/* Pairs of a property and its tag. */
static HrTags *
make_tags (const char *first, ...)
{
  HrTags *tags = NULL;
  va_list args;

  va_start (args, first);
  for (const char *property = first; property != NULL;
       property = va_arg (args, const char *))
    {
      g_autoptr (HrTags) before = tags;

      tags = hr_tags_with (before, property, va_arg (args, const HrTag *));
    }
  va_end (args);
  return tags;
}

static void
assert_tag (const HrTags *tags, const char *property, const HrTag *expected)
{
  const HrTag *tag = hr_tags_get (tags, property);

  g_assert_nonnull (tag);
  g_assert_cmpint (tag->kind, ==, expected->kind);
  g_assert_cmpstr (tag->source, ==, expected->source);
  g_assert_cmpint (tag->year, ==, expected->year);
}

static void
test_with (void)
{
  g_autoptr (HrTags) tags =
      make_tags ("weight", &ASSUMED, "arr", &MEASURED, "reach", &BENCHMARK, NULL);
  static const char *const order[] = { "arr", "reach", "weight" };

  g_assert_cmpuint (hr_tags_get_n (tags), ==, G_N_ELEMENTS (order));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      const char *property = NULL;

      g_assert_nonnull (hr_tags_get_nth (tags, i, &property));
      g_assert_cmpstr (property, ==, order[i]);
    }
  assert_tag (tags, "arr", &MEASURED);
  assert_tag (tags, "reach", &BENCHMARK);
  assert_tag (tags, "weight", &ASSUMED);
  g_assert_null (hr_tags_get (tags, "customers"));
}

static void
test_replace (void)
{
  g_autoptr (HrTags) before = make_tags ("a", &ASSUMED, "b", &MEASURED, NULL);
  g_autoptr (HrTags) after = hr_tags_with (before, "a", &BENCHMARK);

  g_assert_cmpuint (hr_tags_get_n (after), ==, 2);
  assert_tag (after, "a", &BENCHMARK);
  assert_tag (after, "b", &MEASURED);
  assert_tag (before, "a", &ASSUMED); /* tags do not change */
}

static void
test_remove (void)
{
  g_autoptr (HrTags) both = make_tags ("a", &ASSUMED, "b", &MEASURED, NULL);
  g_autoptr (HrTags) one = hr_tags_with (both, "a", NULL);
  g_autoptr (HrTags) same = hr_tags_with (both, "c", NULL);

  g_assert_cmpuint (hr_tags_get_n (one), ==, 1);
  g_assert_null (hr_tags_get (one, "a"));
  assert_tag (one, "b", &MEASURED);
  g_assert_true (hr_tags_equal (same, both));
  g_assert_null (hr_tags_with (one, "b", NULL)); /* NULL stands for none */
  g_assert_null (hr_tags_with (NULL, "b", NULL));
}

static void
test_none (void)
{
  g_assert_cmpuint (hr_tags_get_n (NULL), ==, 0);
  g_assert_null (hr_tags_get (NULL, "a"));
  g_assert_null (hr_tags_ref (NULL));
  g_assert_true (hr_tags_equal (NULL, NULL));
  hr_tags_unref (NULL);
}

static void
test_equal (void)
{
  const HrTag other_source = { HR_TAG_BENCHMARK, "KeyBanc", 2025 };
  const HrTag no_source = { HR_TAG_BENCHMARK, NULL, 2025 };
  const HrTag other_year = { HR_TAG_BENCHMARK, "TSIA", 2024 };
  const HrTag other_kind = { HR_TAG_MEASURED, "TSIA", 2025 };
  g_autoptr (HrTags) tags = make_tags ("a", &BENCHMARK, "b", &ASSUMED, NULL);
  g_autoptr (HrTags) same = make_tags ("b", &ASSUMED, "a", &BENCHMARK, NULL);
  HrTags *others[] = {
    make_tags ("a", &BENCHMARK, NULL),
    make_tags ("a", &BENCHMARK, "c", &ASSUMED, NULL),
    make_tags ("a", &other_source, "b", &ASSUMED, NULL),
    make_tags ("a", &no_source, "b", &ASSUMED, NULL),
    make_tags ("a", &other_year, "b", &ASSUMED, NULL),
    make_tags ("a", &other_kind, "b", &ASSUMED, NULL),
    NULL,
  };

  g_assert_true (hr_tags_equal (tags, same));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_assert_false (hr_tags_equal (tags, others[i]));
      g_assert_false (hr_tags_equal (others[i], tags));
      hr_tags_unref (others[i]);
    }
}

static void
test_value (void)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_auto (GValue) copy = G_VALUE_INIT;
  HrTags *tags = make_tags ("a", &BENCHMARK, NULL);

  g_value_init (&value, HR_TYPE_TAGS);
  g_value_init (&copy, HR_TYPE_TAGS);
  g_value_take_boxed (&value, tags);
  g_value_copy (&value, &copy);
  g_value_reset (&value);
  g_assert_true (g_value_get_boxed (&copy) == tags); /* counted, not copied */
  assert_tag (g_value_get_boxed (&copy), "a", &BENCHMARK);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/tags/with", test_with);
  g_test_add_func ("/core/tags/replace", test_replace);
  g_test_add_func ("/core/tags/remove", test_remove);
  g_test_add_func ("/core/tags/none", test_none);
  g_test_add_func ("/core/tags/equal", test_equal);
  g_test_add_func ("/core/tags/value", test_value);

  return g_test_run ();
}
