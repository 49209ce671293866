/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "hr-chart-theme.h"

static const struct
{
  const char *name;
  const HrChartTheme *theme;
  double text;
  double mark;
} THEMES[] = {
  { "light", &hr_chart_theme_light, 4.5, 3 },
  { "dark", &hr_chart_theme_dark, 4.5, 3 },
  { "high contrast", &hr_chart_theme_high_contrast, 7, 4.5 },
  { "print", &hr_chart_theme_print, 4.5, 3 },
};

typedef struct
{
  double r;
  double g;
  double b;
} Linear;

static double
to_linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static Linear
linearise (HrColor color)
{
  return (Linear) { to_linear (color.red), to_linear (color.green),
                    to_linear (color.blue) };
}

/* WCAG 2.2. */
static double
get_luminance (HrColor color)
{
  Linear light = linearise (color);

  return 0.2126 * light.r + 0.7152 * light.g + 0.0722 * light.b;
}

static double
get_contrast (HrColor a, HrColor b)
{
  double one = get_luminance (a) + 0.05, other = get_luminance (b) + 0.05;

  return fmax (one, other) / fmin (one, other);
}

/* Machado, Oliveira and Fernandes 2009, complete loss of one kind of cone. */
static const double LOSSES[][3][3] = {
  { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  { { 0.152286, 1.052583, -0.204868 },
    { 0.114503, 0.786281, 0.099216 },
    { -0.003882, -0.048116, 1.051998 } },
  { { 0.367322, 0.860646, -0.227968 },
    { 0.280085, 0.672501, 0.047413 },
    { -0.011820, 0.042940, 0.968881 } },
  { { 1.255528, -0.076749, -0.178779 },
    { -0.078411, 0.930809, 0.147602 },
    { 0.004733, 0.691367, 0.303900 } },
};

static double
to_lab_part (double t)
{
  return t > 0.008856 ? cbrt (t) : 7.787 * t + 16.0 / 116;
}

/* CIE 1976, with D65. */
static Linear
to_lab (Linear light, const double loss[3][3])
{
  double r = loss[0][0] * light.r + loss[0][1] * light.g + loss[0][2] * light.b;
  double g = loss[1][0] * light.r + loss[1][1] * light.g + loss[1][2] * light.b;
  double b = loss[2][0] * light.r + loss[2][1] * light.g + loss[2][2] * light.b;
  double x = to_lab_part ((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  double y = to_lab_part (0.2126 * r + 0.7152 * g + 0.0722 * b);
  double z = to_lab_part ((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);

  return (Linear) { 116 * y - 16, 500 * (x - y), 200 * (y - z) };
}

static double
get_difference (HrColor a, HrColor b, const double loss[3][3])
{
  Linear one = to_lab (linearise (a), loss), other = to_lab (linearise (b), loss);

  return hypot (hypot (one.r - other.r, one.g - other.g), one.b - other.b);
}

static void
test_contrast (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (THEMES); i++)
    {
      const HrChartTheme *theme = THEMES[i].theme;

      g_test_message ("%s", THEMES[i].name);
      g_assert_cmpfloat (get_contrast (theme->ink, theme->paper), >=, THEMES[i].text);
      g_assert_cmpfloat (get_contrast (theme->dim, theme->paper), >=, THEMES[i].text);
      g_assert_cmpfloat (get_contrast (theme->accent, theme->paper), >=, THEMES[i].text);
      g_assert_cmpfloat (get_contrast (theme->muted, theme->paper), >=, THEMES[i].mark);
      /* Light, but there. */
      g_assert_cmpfloat (get_contrast (theme->grid, theme->paper), >=, 1.15);
      g_assert_cmpfloat (get_contrast (theme->grid, theme->paper), <, 2.5);
      /* Missing people are told from those who are there, even in greys. */
      g_assert_cmpfloat (get_contrast (theme->dim, theme->muted), >=, 1.8);
    }
}

static void
test_accent_for_every_eye (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (THEMES); i++)
    for (guint loss = 0; loss < G_N_ELEMENTS (LOSSES); loss++)
      {
        const HrChartTheme *theme = THEMES[i].theme;

        g_test_message ("%s, loss %u", THEMES[i].name, loss);
        g_assert_cmpfloat (get_difference (theme->accent, theme->muted, LOSSES[loss]), >=,
                           20);
        g_assert_cmpfloat (get_difference (theme->accent, theme->dim, LOSSES[loss]), >=,
                           20);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/charts/theme/contrast", test_contrast);
  g_test_add_func ("/charts/theme/accent", test_accent_for_every_eye);

  return g_test_run ();
}
