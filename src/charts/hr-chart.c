/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-chart.h"

#include <math.h>

static void
clear_mark (gpointer data)
{
  HrChartMark *mark = data;

  g_clear_object (&mark->item);
  g_clear_pointer (&mark->name, g_free);
  g_clear_pointer (&mark->text, g_free);
}

/**
 * hr_chart_list_marks:
 * @self: a chart
 * @subject: what it shows
 * @theme: how it looks
 * @width: of the surface
 * @height: of the surface
 *
 * Lists what one can point at, all of it laid out once.
 *
 * Returns: (transfer full) (element-type HrChartMark): the marks
 */
GArray *
hr_chart_list_marks (const HrChart *self,
                     gconstpointer subject,
                     const HrChartTheme *theme,
                     double width,
                     double height)
{
  GArray *marks = g_array_new (FALSE, TRUE, sizeof (HrChartMark));

  g_array_set_clear_func (marks, clear_mark);
  self->list_marks (subject, theme, width, height, marks);
  return marks;
}

/**
 * hr_chart_add_mark:
 * @marks: (element-type HrChartMark): what was listed so far
 * @item: (nullable): what it stands for
 * @index: which one it is
 * @place: where it lies
 *
 * Adds a mark; the chart gives it a name and a text.
 *
 * Returns: (transfer none): the mark, until the next one is added
 */
HrChartMark *
hr_chart_add_mark (GArray *marks,
                   gconstpointer item,
                   guint index,
                   const cairo_rectangle_t *place)
{
  HrChartMark mark = { .item = item != NULL ? g_object_ref ((HrItem *) item) : NULL,
                       .index = index,
                       .place = *place };

  g_array_append_val (marks, mark);
  return &g_array_index (marks, HrChartMark, marks->len - 1);
}

/**
 * hr_chart_find_mark:
 * @marks: (element-type HrChartMark): of a chart
 * @x: where somebody points at
 * @y: where somebody points at
 *
 * Finds the mark on top at a point.
 *
 * Returns: its place in @marks, or -1
 */
int
hr_chart_find_mark (GArray *marks, double x, double y)
{
  for (guint i = marks->len; i > 0; i--)
    {
      const cairo_rectangle_t *place = &g_array_index (marks, HrChartMark, i - 1).place;

      if (x >= place->x && x < place->x + place->width && y >= place->y &&
          y < place->y + place->height)
        return (int) i - 1;
    }
  return -1;
}

/* What begins in the same column is nearer than what lies beside it. */
static double
get_distance (const cairo_rectangle_t *from,
              const cairo_rectangle_t *to,
              double sign,
              gboolean mirrored)
{
  double down = sign * (to->y - from->y);
  double across = mirrored ? to->x + to->width - from->x - from->width : to->x - from->x;

  return down > 1 ? down + 3 * fabs (across) : INFINITY;
}

static int
find_nearest (GArray *marks, int from, double sign, gboolean mirrored)
{
  const cairo_rectangle_t *place = &g_array_index (marks, HrChartMark, from).place;
  double least = INFINITY;
  int nearest = -1;

  for (guint i = 0; i < marks->len; i++)
    {
      double distance = get_distance (place, &g_array_index (marks, HrChartMark, i).place,
                                      sign, mirrored);

      if (distance >= least)
        continue;
      least = distance;
      nearest = (int) i;
    }
  return nearest;
}

/**
 * hr_chart_step:
 * @marks: (element-type HrChartMark): of a chart
 * @from: the place of one of them in @marks, or -1 for none
 * @step: where to
 * @mirrored: whether the chart begins at the right
 *
 * Says where the keyboard goes from a mark. One after the other all of them are reached.
 *
 * Returns: its place in @marks, or -1 where there is none any more
 */
int
hr_chart_step (GArray *marks, int from, HrChartStep step, gboolean mirrored)
{
  int n = (int) marks->len;

  if (from < 0 || from >= n)
    return n > 0 ? 0 : -1;
  switch (step)
    {
    case HR_CHART_NEXT:
      return from + 1 < n ? from + 1 : -1;
    case HR_CHART_PREVIOUS:
      return from - 1;
    case HR_CHART_UP:
      return find_nearest (marks, from, -1, mirrored);
    case HR_CHART_DOWN:
      return find_nearest (marks, from, 1, mirrored);
    default:
      g_return_val_if_reached (-1);
    }
}
