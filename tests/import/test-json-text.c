/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "hr-json.h"
#include "hr-types.h"

static const struct
{
  const char *text;
  const char *message;
} NOT_JSON[] = {
  { "[1,]", "line 1, column 4: a value is expected" },
  { "[1 2]", "line 1, column 4: “,” or “]” is expected" },
  { "{\"a\": 1 \"b\": 2}", "line 1, column 9: “,” or “}” is expected" },
  { "{\"a\": 1,}", "line 1, column 9: a text in double quotes is expected" },
  { "{\"a\" 1}", "line 1, column 6: a colon is expected" },
  { "{a: 1}", "line 1, column 2: a text in double quotes is expected" },
  { "{'a': 1}", "line 1, column 2: a text in double quotes is expected" },
  { "[1]]", "line 1, column 4: nothing may follow the value" },
  { "[\n1]\nx", "line 3, column 1: nothing may follow the value" },
  { "[1", "line 1, column 3: the text ends too early" },
  { "{\"a\":", "line 1, column 6: the text ends too early" },
  { "[\"abc", "line 1, column 6: the text ends too early" },
  { "[\"ab\\", "line 1, column 5: “\\” must be followed by one of \" \\ / b f n r t u" },
  { "[01]", "line 1, column 2: a number must not begin with 0" },
  { "[-]", "line 1, column 3: a digit is expected" },
  { "[1.]", "line 1, column 4: a digit is expected" },
  { "[.5]", "line 1, column 2: a value is expected" },
  { "[1e]", "line 1, column 4: a digit is expected" },
  { "[1e+]", "line 1, column 5: a digit is expected" },
  { "[+1]", "line 1, column 2: a value is expected" },
  { "[0x10]", "line 1, column 3: “,” or “]” is expected" },
  { "[NaN]", "line 1, column 2: a value is expected" },
  { "[truth]", "line 1, column 2: a value is expected" },
  { "[nullx]", "line 1, column 6: “,” or “]” is expected" },
  { "[1, // no\n2]", "line 1, column 5: a value is expected" },
  { "[\"a\nb\"]",
    "line 1, column 4: a text must not contain a line break or control character" },
  { "[\"\\x\"]",
    "line 1, column 3: “\\” must be followed by one of \" \\ / b f n r t u" },
  { "[\"\\u12g4\"]",
    "line 1, column 5: “\\u” must be followed by four hexadecimal digits" },
  { "[\"\\u0000\"]", "line 1, column 5: the character NUL is not allowed" },
  { "[\"\\ud800\"]", "line 1, column 5: this is half of a character" },
  { "[\"\\udc00\"]", "line 1, column 5: this is half of a character" },
  { "[\"\\udc00\\udc00\"]", "line 1, column 5: this is half of a character" },
  { "[\"\\ud800\\ud800\"]", "line 1, column 5: this is half of a character" },
  { "[\"é\",\n \"é\\n\\n\", é]", "line 2, column 11: a value is expected" },
  { "[\"\xff\"]", "line 1, column 3: this is not valid UTF-8" },
  { "[\"\xc0\x80\"]", "line 1, column 3: this is not valid UTF-8" },
  { "[\"\xed\xa0\x80\"]", "line 1, column 3: this is not valid UTF-8" },
  { "\xff\xfe{", "line 1, column 1: this is not valid UTF-8" },
};

static HrJson *
parse (const char *text, gsize length, GError **error)
{
  char *copy = g_malloc (length + 1);

  memcpy (copy, text, length);
  copy[length] = '\0';
  return hr_json_new_take (copy, length, error);
}

static void
test_not_json (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (NOT_JSON); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HrJson) json =
          parse (NOT_JSON[i].text, strlen (NOT_JSON[i].text), &error);

      g_assert_null (json);
      g_assert_error (error, HR_ERROR, HR_ERROR_SYNTAX);
      g_assert_cmpstr (error->message, ==, NOT_JSON[i].message);
    }
}

static void
test_nul (void)
{
  const struct
  {
    const char *text;
    gsize length;
    const char *message;
  } rows[] = {
    { "[1]\0", 4, "line 1, column 4: the character NUL is not allowed" },
    { "[\0]", 3, "line 1, column 2: the character NUL is not allowed" },
    { "[\"a\0b\"]", 7, "line 1, column 4: the character NUL is not allowed" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HrJson) json = parse (rows[i].text, rows[i].length, &error);

      g_assert_null (json);
      g_assert_cmpstr (error->message, ==, rows[i].message);
    }
}

static void
test_strings (void)
{
  const char text[] = "\xef\xbb\xbf [\"\\\"\\\\\\/\\b\\f\\n\\r\\t\", \"\\u00e9\\u20AC\", "
                      "\"\\ud83d\\ude00\" , \"\", \"]}\\\"\", \"plain\" ]\n";
  const char *const values[] = { "\"\\/\b\f\n\r\t", "é€", "😀", "", "]}\"", "plain" };
  g_autoptr (GError) error = NULL;
  g_autoptr (HrJson) json = parse (text, strlen (text), &error);
  HrJsonCursor root, cursor;
  const char *value;

  g_assert_no_error (error);
  root = hr_json_get_root (json);
  cursor = hr_json_cursor_open (&root);
  while (hr_json_cursor_next (&cursor))
    {
      g_assert_true (hr_json_cursor_get_text (&cursor, &value, &error));
      g_assert_cmpstr (value, ==, values[cursor.index]);
    }
  g_assert_cmpuint (cursor.index, ==, G_N_ELEMENTS (values) - 1);
}

static void
test_depth (void)
{
  for (guint extra = 0; extra < 2; extra++)
    {
      guint depth = HR_JSON_MAX_DEPTH + extra;
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (HrJson) json = NULL;

      for (guint i = 0; i < depth; i++)
        g_string_append (text, i % 2 ? "[" : "{\"a\": ");
      g_string_append (text, "1");
      for (guint i = depth; i > 0; i--)
        g_string_append (text, i % 2 ? "}" : "]");
      json = parse (text->str, text->len, &error);
      if (extra == 0)
        g_assert_no_error (error);
      else
        g_assert_true (g_str_has_suffix (error->message, ": lists and objects are nested "
                                                         "too deeply"));
    }
}

static void
test_money (void)
{
  const struct
  {
    const char *text;
    gint64 minor;
  } rows[] = {
    { "0", 0 },
    { "-0", 0 },
    { "0e99999999999999999999", 0 },
    { "0.000", 0 },
    { "0.29", 29 },
    { "1.10", 110 },
    { "1.1000", 110 },
    { "12", 1200 },
    { "-12.34", -1234 },
    { "1234e-2", 1234 },
    { "123400000000000000000000e-20", 123400 },
    { "1.5e3", 150000 },
    { "0.00012e6", 12000 },
    { "90071992547409.93", G_GINT64_CONSTANT (9007199254740993) },
    { "999999999999999.99", G_GINT64_CONSTANT (99999999999999999) },
    { "1000000000000000", HR_MONEY_MAX },
    { "1E15", HR_MONEY_MAX },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HrJson) json = parse (rows[i].text, strlen (rows[i].text), &error);
      HrJsonCursor root = hr_json_get_root (json);
      gint64 minor = -1;

      g_assert_true (hr_json_cursor_get_money (&root, &minor, &error));
      g_assert_cmpint (minor, ==, rows[i].minor);
    }
}

static void
test_money_refused (void)
{
  const struct
  {
    const char *text;
    const char *message;
  } rows[] = {
    { "0.001", "0.001 has more than two decimals (line 1)" },
    { "12345678901234567890.125",
      "12345678901234567890.125 has more than two decimals (line 1)" },
    { "1000000000000000.01", "1000000000000000.01 is too large (line 1)" },
    { "-1000000000000000.01", "-1000000000000000.01 is too large (line 1)" },
    { "99999999999999999999", "99999999999999999999 is too large (line 1)" },
    { "1e16", "1e16 is too large (line 1)" },
    { "1e-400", "1e-400 has more than two decimals (line 1)" },
    { "1e-99999999999999999999",
      "1e-99999999999999999999 has more than two decimals (line 1)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HrJson) json = parse (rows[i].text, strlen (rows[i].text), &error);
      HrJsonCursor root = hr_json_get_root (json);
      gint64 minor;

      g_assert_false (hr_json_cursor_get_money (&root, &minor, &error));
      g_assert_cmpstr (error->message, ==, rows[i].message);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/json-text/not-json", test_not_json);
  g_test_add_func ("/import/json-text/nul", test_nul);
  g_test_add_func ("/import/json-text/strings", test_strings);
  g_test_add_func ("/import/json-text/depth", test_depth);
  g_test_add_func ("/import/json-text/money", test_money);
  g_test_add_func ("/import/json-text/money-refused", test_money_refused);

  return g_test_run ();
}
