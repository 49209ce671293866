/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-widget-theme.h"

#include <adwaita.h>

/**
 * hr_widget_get_chart_theme:
 * @widget: where a picture is shown
 *
 * Makes pictures look like the window around them: its font and size, its colours, its
 * direction.
 */
HrChartTheme
hr_widget_get_chart_theme (GtkWidget *widget)
{
  AdwStyleManager *style =
      adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  HrChartTheme theme = adw_style_manager_get_high_contrast (style)
                           ? hr_chart_theme_high_contrast
                       : adw_style_manager_get_dark (style) ? hr_chart_theme_dark
                                                            : hr_chart_theme_light;
  double resolution = pango_cairo_context_get_resolution (context);

  theme.font = pango_font_description_get_family (font);
  theme.size = pango_font_description_get_size (font) / (double) PANGO_SCALE;
  if (!pango_font_description_get_size_is_absolute (font))
    theme.size *= resolution / 72.0;
  theme.paper.alpha = 0;
  theme.direction = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL
                        ? PANGO_DIRECTION_RTL
                        : PANGO_DIRECTION_LTR;
  return theme;
}
