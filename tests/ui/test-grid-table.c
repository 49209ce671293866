/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "hr-grid-table.h"

/* What other programs put on the clipboard. */

static char *
load (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "ui", "data", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  if (!g_file_get_contents (path, &text, NULL, &error))
    g_error ("%s", error->message);
  return text;
}

static void
assert_cells (HrGridTable *table, guint n_rows, guint n_columns, const char *const *texts)
{
  g_assert_nonnull (table);
  g_assert_cmpuint (table->n_rows, ==, n_rows);
  g_assert_cmpuint (table->n_columns, ==, n_columns);
  for (guint i = 0; i < n_rows * n_columns; i++)
    g_assert_cmpstr (hr_grid_table_get (table, i / n_columns, i % n_columns), ==,
                     texts[i]);
}

/* Numbers as they are, but times and shares as they are shown. */
static void
test_calc_html (void)
{
  static const char *const texts[] = { "Kick-off & plan", "45",     "01:30", "85%",
                                       "Two\nlines",      "1234.5", "1.5 h", "" };
  g_autofree char *html = load ("calc-range.html");
  g_autoptr (HrGridTable) table = hr_grid_table_parse_html (html);

  assert_cells (table, 2, 4, texts);
}

static void
test_calc_lines (void)
{
  static const char *const texts[] = { "Kick-off & plan", "45",       "01:30", "85%",
                                       "Two\nlines",      "1,234.50", "1.5 h", "" };
  g_autofree char *lines = load ("calc-range.tsv");
  g_autoptr (HrGridTable) table = hr_grid_table_parse_lines (lines);

  assert_cells (table, 2, 4, texts);
}

static void
test_lines (void)
{
  static const struct
  {
    const char *text;
    guint n_rows;
    guint n_columns;
    const char *texts[6];
  } cases[] = {
    { "one", 1, 1, { "one" } },
    { "a\tb\r\nc\td\r\n", 2, 2, { "a", "b", "c", "d" } },
    { "a\n\nb", 3, 1, { "a", "", "b" } },
    { "a\tb\tc\nd", 2, 3, { "a", "b", "c", "d", "", "" } },
    { "\"say \"\"hi\"\"\"\tb", 1, 2, { "say \"hi\"", "b" } },
    { "\"open\tb", 1, 2, { "\"open", "b" } },
    { "6\" pipe\tb", 1, 2, { "6\" pipe", "b" } },
    { "\"a\" b\tc", 1, 2, { "\"a\" b", "c" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HrGridTable) table = hr_grid_table_parse_lines (cases[i].text);

      assert_cells (table, cases[i].n_rows, cases[i].n_columns, cases[i].texts);
    }
  g_assert_null (hr_grid_table_parse_lines (""));
}

static void
test_html (void)
{
  static const struct
  {
    const char *text;
    guint n_rows;
    guint n_columns;
    const char *texts[6];
  } cases[] = {
    { "<table><tr><td>a<td>b<tr><td>c</table>", 2, 2, { "a", "b", "c", "" } },
    { "<TABLE><TR><TH colspan=2>a</TH><TD>b</TD></TR></TABLE>", 1, 3, { "a", "", "b" } },
    { "x<table><tr><td> a \n  <i>b</i>&nbsp;</td></tr></table>y", 1, 1, { "a b" } },
    { "<style>td{}</style><table><!-- <td>no</td> --><tr><td>&#8364;&#x41;&lt;&bogus;&",
      1,
      1,
      { "€A<&bogus;&" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HrGridTable) table = hr_grid_table_parse_html (cases[i].text);

      assert_cells (table, cases[i].n_rows, cases[i].n_columns, cases[i].texts);
    }
  g_assert_null (hr_grid_table_parse_html ("<p>no table</p>"));
  g_assert_null (hr_grid_table_parse_html ("<td>not in one</td>"));
  g_assert_null (hr_grid_table_parse_html ("<table"));
}

/* Not more than memory holds, whatever it claims. */
static void
test_too_much (void)
{
  g_autoptr (GString) html = g_string_new ("<table><tr>");

  for (guint i = 0; i < 2000; i++)
    g_string_append (html, "<td colspan=999999>");
  g_assert_null (hr_grid_table_parse_html (html->str));
}

/* Any bytes: some table, or none. */
static void
test_random (void)
{
  static const char *const pieces[] = { "<table>", "<tr",  ">",   "<td ",   "sdval=\"1",
                                        "\"",      "</td", "\t",  "\n",     "&#",
                                        "x41;",    "<!--", "-->", "<br>",   "é",
                                        "</table", " ",    "=",   "<style>" };

  for (guint round = 0; round < 20000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (HrGridTable) lines = NULL, page = NULL;
      int n = g_test_rand_int_range (0, 30);

      for (int i = 0; i < n; i++)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      lines = hr_grid_table_parse_lines (text->str);
      page = hr_grid_table_parse_html (text->str);
      g_assert_true (lines == NULL || lines->n_rows * lines->n_columns > 0);
      g_assert_true (page == NULL || page->n_rows * page->n_columns > 0);
    }
}

static void
test_tile (void)
{
  static const char *const texts[] = { "a", "b", "a", "c", "d", "c" };
  g_autoptr (HrGridTable) table = hr_grid_table_parse_lines ("a\tb\nc\td");
  g_autoptr (HrGridTable) all = hr_grid_table_tile (table, 2, 3);

  assert_cells (all, 2, 3, texts);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/grid-table/calc-html", test_calc_html);
  g_test_add_func ("/ui/grid-table/calc-lines", test_calc_lines);
  g_test_add_func ("/ui/grid-table/lines", test_lines);
  g_test_add_func ("/ui/grid-table/html", test_html);
  g_test_add_func ("/ui/grid-table/too-much", test_too_much);
  g_test_add_func ("/ui/grid-table/random", test_random);
  g_test_add_func ("/ui/grid-table/tile", test_tile);
  return g_test_run ();
}
