/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * HrColor:
 *
 * Red, green, blue and alpha, each 0 to 1.
 */
typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} HrColor;

/**
 * HrChartTheme:
 * @font: a family, "Cantarell"
 * @size: of the body text, in units of the surface (points on paper, pixels on screen)
 * @least_size: how small letters may become before less is said; of no effect above @size
 * @paper: the ground; alpha 0 to paint none
 * @ink: text and strong lines
 * @dim: secondary text
 * @grid: light lines
 * @muted: marks that the title does not speak of
 * @accent: the mark that it does speak of
 * @direction: of the text; right-to-left mirrors the picture
 * @line: width of the thin lines
 * @margin: around the picture, in sizes of the text
 * @omits_foot: whether the decisive assumptions are left out below it, for a page that
 *   says them itself
 *
 * How pictures look: the same drawing on screen, dark, in high contrast, on paper.
 */
typedef struct
{
  const char *font;
  double size;
  double least_size;
  HrColor paper;
  HrColor ink;
  HrColor dim;
  HrColor grid;
  HrColor muted;
  HrColor accent;
  PangoDirection direction;
  double line;
  double margin;
  gboolean omits_foot;
} HrChartTheme;

extern const HrChartTheme hr_chart_theme_light;
extern const HrChartTheme hr_chart_theme_dark;
extern const HrChartTheme hr_chart_theme_high_contrast;
extern const HrChartTheme hr_chart_theme_print;

HrColor hr_chart_theme_get_ground (const HrChartTheme *self);

G_END_DECLS
