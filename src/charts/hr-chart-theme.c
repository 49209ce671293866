/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-chart-theme.h"

/* GNOME's own families, then whatever there is. */
#define FONT "Adwaita Sans, Cantarell, sans-serif"
#define MARGIN 1.25
#define GROUND 0.14 /* of the muted colour */
#define RGB(hex)                                                                         \
  { (((hex) >> 16) & 0xff) / 255.0, (((hex) >> 8) & 0xff) / 255.0,                       \
    ((hex) & 0xff) / 255.0, 1 }

/* Text stands out from the paper by 4.5 : 1 and marks by 3 : 1, in high contrast by 7 : 1
 * and 4.5 : 1. The accent and the muted grey differ in lightness and in blue against
 * yellow, which every kind of colour vision but one tells apart. */

const HrChartTheme hr_chart_theme_light = {
  .font = FONT,
  .size = 13,
  .paper = RGB (0xffffff),
  .ink = RGB (0x1d1d20),
  .dim = RGB (0x5f5e66),
  .grid = RGB (0xe4e3e8),
  .muted = RGB (0x8f8e98),
  .accent = RGB (0x1a5fb4),
  .direction = PANGO_DIRECTION_LTR,
  .line = 1,
  .margin = MARGIN,
};

const HrChartTheme hr_chart_theme_dark = {
  .font = FONT,
  .size = 13,
  .paper = RGB (0x1d1d20),
  .ink = RGB (0xf6f5f7),
  .dim = RGB (0xb5b4bb),
  .grid = RGB (0x38373d),
  .muted = RGB (0x77767f),
  .accent = RGB (0x78aeed),
  .direction = PANGO_DIRECTION_LTR,
  .line = 1,
  .margin = MARGIN,
};

const HrChartTheme hr_chart_theme_high_contrast = {
  .font = FONT,
  .size = 13,
  .paper = RGB (0xffffff),
  .ink = RGB (0x000000),
  .dim = RGB (0x2b2b30),
  .grid = RGB (0xb4b4bb),
  .muted = RGB (0x6c6b74),
  .accent = RGB (0x0b3d91),
  .direction = PANGO_DIRECTION_LTR,
  .line = 1.5,
  .margin = MARGIN,
};

const HrChartTheme hr_chart_theme_print = {
  .font = FONT,
  .size = 9.5,
  .paper = { 1, 1, 1, 0 },
  .ink = RGB (0x000000),
  .dim = RGB (0x4c4b52),
  .grid = RGB (0xd9d8de),
  .muted = RGB (0x92919b),
  .accent = RGB (0x174f97),
  .direction = PANGO_DIRECTION_LTR,
  .line = 0.6,
  .margin = MARGIN,
};

/**
 * hr_chart_theme_get_ground:
 * @self: a theme
 *
 * Says which colour lies under the words of a card: a thin layer of the muted one. Where
 * the paper is painted it is mixed with that, as an opaque colour is painted in half the
 * time; elsewhere what is there shines through.
 */
HrColor
hr_chart_theme_get_ground (const HrChartTheme *self)
{
  const HrColor *paper = &self->paper, *muted = &self->muted;

  if (paper->alpha < 1)
    return (HrColor) { muted->red, muted->green, muted->blue, GROUND * muted->alpha };
  return (HrColor) { paper->red + GROUND * (muted->red - paper->red),
                     paper->green + GROUND * (muted->green - paper->green),
                     paper->blue + GROUND * (muted->blue - paper->blue), 1 };
}
