/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-chart-text.h"

#define WORDS "Quarterly review with the sponsor"

typedef struct
{
  HrChartPen pen;
  HrChartText first;
  HrChartText second;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  hr_chart_pen_init (&self->pen, &hr_chart_theme_light, 13, 500);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  hr_chart_text_clear (&self->first);
  hr_chart_text_clear (&self->second);
  hr_chart_pen_clear (&self->pen);
}

static HrChartText
write_within (Fixture *self, HrChartFont font, double width, int most_lines)
{
  return hr_chart_text_new_within (&self->pen, font, &self->pen.theme->ink, WORDS, width,
                                   most_lines);
}

static void
test_same_words_are_shaped_once (Fixture *self, gconstpointer data)
{
  const HrChartTheme *theme = self->pen.theme;

  self->first = write_within (self, HR_CHART_FONT_BODY, 100, 2);
  self->second = hr_chart_text_new_within (&self->pen, HR_CHART_FONT_BODY, &theme->dim,
                                           WORDS, 100, 2);
  g_assert_true (self->second.layout == self->first.layout);
  g_assert_cmpfloat (self->second.place.width, ==, self->first.place.width);
  g_assert_cmpfloat (self->second.place.height, ==, self->first.place.height);
  g_assert_cmpmem (&self->first.color, sizeof (HrColor), &theme->ink, sizeof (HrColor));
  g_assert_cmpmem (&self->second.color, sizeof (HrColor), &theme->dim, sizeof (HrColor));
}

static void
test_others_are_not_the_same (Fixture *self, gconstpointer data)
{
  HrChartText texts[] = {
    write_within (self, HR_CHART_FONT_BODY, 100, 2),
    write_within (self, HR_CHART_FONT_STRONG, 100, 2),
    write_within (self, HR_CHART_FONT_BODY, 101, 2),
    write_within (self, HR_CHART_FONT_BODY, 100, 1),
    hr_chart_text_new (&self->pen, HR_CHART_FONT_BODY, &self->pen.theme->ink, WORDS),
    hr_chart_text_new (&self->pen, HR_CHART_FONT_TITLE, &self->pen.theme->ink, WORDS),
    hr_chart_text_new (&self->pen, HR_CHART_FONT_BODY, &self->pen.theme->ink, "Renewal"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint j = 0; j < i; j++)
      g_assert_true (texts[i].layout != texts[j].layout);
  g_assert_cmpint (pango_layout_get_line_count (texts[0].layout), ==, 2);
  g_assert_cmpint (pango_layout_get_line_count (texts[3].layout), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    hr_chart_text_clear (&texts[i]);
}

/* Wrapping or shortening one text is nobody else's business, whenever it was written. */
static void
test_change_stays_with_its_text (Fixture *self, gconstpointer data)
{
  const HrColor *ink = &self->pen.theme->ink;
  HrChartText third = hr_chart_text_new (&self->pen, HR_CHART_FONT_BODY, ink, WORDS);
  double width = third.place.width;

  self->first = hr_chart_text_new (&self->pen, HR_CHART_FONT_BODY, ink, WORDS);
  hr_chart_text_wrap (&self->first, width / 2, 3);
  g_assert_cmpfloat (self->first.place.height, >, third.place.height);
  g_assert_cmpint (pango_layout_get_line_count (third.layout), ==, 1);

  self->second = hr_chart_text_new (&self->pen, HR_CHART_FONT_BODY, ink, WORDS);
  g_assert_cmpfloat (self->second.place.width, ==, width);
  hr_chart_text_shorten (&self->second, width / 2);
  g_assert_true (pango_layout_is_ellipsized (self->second.layout));
  g_assert_false (pango_layout_is_ellipsized (third.layout));
  hr_chart_text_clear (&third);
}

/* A report writes every account with one pen. */
static void
test_few_are_kept (Fixture *self, gconstpointer data)
{
  const HrColor *ink = &self->pen.theme->ink;

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *words = g_strdup_printf ("%u", i);

      hr_chart_text_clear (&self->first);
      self->first = hr_chart_text_new (&self->pen, HR_CHART_FONT_BODY, ink, words);
      g_assert_cmpstr (pango_layout_get_text (self->first.layout), ==, words);
    }
  g_assert_cmpuint (g_hash_table_size (self->pen.layouts), <, 1000);
}

static void
test_figures_are_tabular (Fixture *self, gconstpointer data)
{
  const HrColor *ink = &self->pen.theme->ink;

  self->first = hr_chart_text_new (&self->pen, HR_CHART_FONT_BODY, ink, "1111");
  self->second = hr_chart_text_new (&self->pen, HR_CHART_FONT_BODY, ink, "4098");
  g_assert_cmpfloat (self->first.place.width, ==, self->second.place.width);
}

static void
add_test (const char *path, void (*test) (Fixture *self, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/charts/text/same", test_same_words_are_shaped_once);
  add_test ("/charts/text/others", test_others_are_not_the_same);
  add_test ("/charts/text/change", test_change_stays_with_its_text);
  add_test ("/charts/text/few", test_few_are_kept);
  add_test ("/charts/text/tabular", test_figures_are_tabular);
  return g_test_run ();
}
