/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "hr-chart-theme.h"
#include "hr-item.h"

G_BEGIN_DECLS

/* Any picture, for whoever shows one: on screen, on paper, to a screen reader. */

/**
 * HrChartMark:
 * @item: (owned) (nullable): what it stands for
 * @index: which one it is where @item does not say it; each chart says what it counts
 * @place: where it lies on the surface
 * @name: (owned): what it is called
 * @text: (owned): what is to be said of it, in a few lines
 *
 * Something in a picture that one can point at.
 */
typedef struct
{
  HrItem *item;
  guint index;
  cairo_rectangle_t place;
  char *name;
  char *text;
} HrChartMark;

/**
 * HrChart:
 * @get_width: (nullable): says which width suits it: whoever has less had better scroll
 * @get_height: (nullable): says which height suits it; without, it has the shape of a
 * slide
 * @draw: draws it with its corner at the origin
 * @list_marks: adds what one can point at, see hr_chart_add_mark(): of those that lie
 * over each other the last is on top
 * @get_title: says the finding
 * @describe: says the whole picture in words
 *
 * What a picture can do. The subject is what it shows; each chart says of which type.
 */
typedef struct
{
  double (*get_width) (gconstpointer subject, const HrChartTheme *theme);
  double (*get_height) (gconstpointer subject, const HrChartTheme *theme, double width);
  void (*draw) (gconstpointer subject,
                const HrChartTheme *theme,
                cairo_t *cr,
                double width,
                double height);
  void (*list_marks) (gconstpointer subject,
                      const HrChartTheme *theme,
                      double width,
                      double height,
                      GArray *marks);
  char *(*get_title) (gconstpointer subject);
  char *(*describe) (gconstpointer subject);
} HrChart;

GArray *hr_chart_list_marks (const HrChart *self,
                             gconstpointer subject,
                             const HrChartTheme *theme,
                             double width,
                             double height) G_GNUC_WARN_UNUSED_RESULT;
HrChartMark *hr_chart_add_mark (GArray *marks,
                                gconstpointer item,
                                guint index,
                                const cairo_rectangle_t *place);
int hr_chart_find_mark (GArray *marks, double x, double y);

/**
 * HrChartStep:
 * @HR_CHART_NEXT: in the order of reading
 * @HR_CHART_PREVIOUS: the other way
 * @HR_CHART_UP: what begins above
 * @HR_CHART_DOWN: what begins below
 *
 * Where the keyboard goes from a mark.
 */
typedef enum
{
  HR_CHART_NEXT,
  HR_CHART_PREVIOUS,
  HR_CHART_UP,
  HR_CHART_DOWN,
} HrChartStep;

int hr_chart_step (GArray *marks, int from, HrChartStep step, gboolean mirrored);

/* What every picture has, as functions of its own type of subject: prefix_draw() and so
 * on, and a static list_marks(). */
#define HR_CHART_ADAPT(Subject, prefix)                                                  \
  static void prefix##_draw_any (gconstpointer subject, const HrChartTheme *theme,       \
                                 cairo_t *cr, double width, double height)               \
  {                                                                                      \
    prefix##_draw ((const Subject *) subject, theme, cr, width, height);                 \
  }                                                                                      \
  static void prefix##_list_any (gconstpointer subject, const HrChartTheme *theme,       \
                                 double width, double height, GArray *marks)             \
  {                                                                                      \
    list_marks ((const Subject *) subject, theme, width, height, marks);                 \
  }                                                                                      \
  static char *prefix##_get_title_any (gconstpointer subject)                            \
  {                                                                                      \
    return prefix##_get_title ((const Subject *) subject);                               \
  }                                                                                      \
  static char *prefix##_describe_any (gconstpointer subject)                             \
  {                                                                                      \
    return prefix##_describe ((const Subject *) subject);                                \
  }

#define HR_CHART_ADAPT_WIDTH(Subject, prefix)                                            \
  static double prefix##_get_width_any (gconstpointer subject,                           \
                                        const HrChartTheme *theme)                       \
  {                                                                                      \
    return prefix##_get_width ((const Subject *) subject, theme);                        \
  }

#define HR_CHART_ADAPT_HEIGHT(Subject, prefix)                                           \
  static double prefix##_get_height_any (gconstpointer subject,                          \
                                         const HrChartTheme *theme, double width)        \
  {                                                                                      \
    return prefix##_get_height ((const Subject *) subject, theme, width);                \
  }

#define HR_CHART_ADAPTED(prefix)                                                         \
  .draw = prefix##_draw_any, .list_marks = prefix##_list_any,                            \
  .get_title = prefix##_get_title_any, .describe = prefix##_describe_any

G_END_DECLS
