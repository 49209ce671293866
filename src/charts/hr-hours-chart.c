/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-hours-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "hr-chart-page.h"
#include "hr-format.h"

/* Lengths are counted in the size of the text. */
#define COLUMN_GAP 1.0
#define ROW_GAP 0.7
#define MOST_ROW_GAP 1.6
#define LEAST_PLOT 3

typedef struct
{
  HrChartPage page;
  HrChartText names[HR_HOURS_N_PARTS];
  HrChartText values[HR_HOURS_N_PARTS];
  cairo_rectangle_t bars[HR_HOURS_N_PARTS]; /* from the start side on */
  gboolean shown[HR_HOURS_N_PARTS];
  gboolean
      is_stacked; /* the words stand above their bars: there is no room beside them */
} Layout;

/* Of a bar and what stands above it. */
static double
get_row_height (const Layout *self)
{
  return self->page.pen.line * (1 + self->is_stacked);
}

static const char *
get_name (HrHoursPart part)
{
  static const char *const names[] = {
    N_ ("Paid"),          N_ ("Leave"), N_ ("Internal work"), N_ ("Lost to realisation"),
    N_ ("For customers"),
  };

  return _ (names[part]);
}

static gboolean
is_whole (HrHoursPart part)
{
  return part == HR_HOURS_PAID || part == HR_HOURS_CUSTOMERS;
}

/* What is taken away has its sign. */
static char *
write_hours (const HrRole *role, HrHoursPart part)
{
  double hours = hr_role_get_hours (role, part);
  g_autofree char *number =
      hr_format_number (is_whole (part) || hours == 0 ? hours : -hours, 0);

  return g_strdup_printf (_ ("%s h"), number);
}

/**
 * hr_hours_chart_get_title:
 * @role: a role
 *
 * Says what becomes of a year: "Of 2,080 paid hours, 1,065 are for customers".
 *
 * Returns: (transfer full): a title
 */
char *
hr_hours_chart_get_title (const HrRole *role)
{
  double left = hr_role_get_available_hours (role);
  g_autofree char *paid = hr_format_number (role->annual_hours, 0);
  g_autofree char *customers = hr_format_number (left, 0);

  if (left <= 0)
    return g_strdup_printf (_ ("Of %s paid hours, none is left for customers"), paid);
  return g_strdup_printf (_ ("Of %s paid hours, %s are for customers"), paid, customers);
}

static HrChartWords
make_words (const HrRole *role)
{
  g_autofree char *number =
      isnan (role->internal_hours) ? hr_format_share (role->internal_share) : NULL;
  g_autofree char *realisation = hr_format_share (role->realisation);

  return (HrChartWords) {
    .title = hr_hours_chart_get_title (role),
    .subtitle = g_strdup_printf (_ ("A year of one %s, in hours"), role->name),
    .foot = number != NULL ? g_strdup_printf (_ ("%s of the hours worked are internal, "
                                                 "realisation %s"),
                                              number, realisation)
                           : g_strdup_printf (_ ("Realisation %s"), realisation),
  };
}

static void
layout_clear (Layout *self)
{
  for (guint i = 0; i < HR_HOURS_N_PARTS; i++)
    {
      hr_chart_text_clear (&self->names[i]);
      hr_chart_text_clear (&self->values[i]);
    }
  hr_chart_page_clear (&self->page);
}

/* Each bar begins where the one before has ended: the last one ends where it begins. */
static void
place_bars (Layout *self, const HrRole *role, double start, double width, double row)
{
  double longest = 0, at = 0;

  for (guint i = 0; i < HR_HOURS_N_PARTS; i++)
    longest = fmax (longest, hr_role_get_hours (role, i));
  for (guint i = 0; i < HR_HOURS_N_PARTS; i++)
    {
      double hours = hr_role_get_hours (role, i);
      double from = is_whole (i) ? 0 : fmax (at - hours, 0);
      double to = is_whole (i) ? fmax (hours, 0) : fmax (at, 0);

      self->shown[i] = longest > 0 && to > from;
      self->bars[i] = (cairo_rectangle_t) { start + from / fmax (longest, 1) * width,
                                            self->page.body.y + i * row +
                                                self->is_stacked * self->page.pen.line,
                                            (to - from) / fmax (longest, 1) * width,
                                            self->page.pen.line };
      at = is_whole (i) ? hours : at - hours;
    }
}

static void
write_texts (Layout *self, const HrRole *role, double *names, double *values)
{
  const HrChartTheme *theme = self->page.pen.theme;

  for (guint i = 0; i < HR_HOURS_N_PARTS; i++)
    {
      HrChartFont font =
          i == HR_HOURS_CUSTOMERS ? HR_CHART_FONT_STRONG : HR_CHART_FONT_BODY;
      g_autofree char *value = write_hours (role, i);

      self->names[i] =
          hr_chart_text_new (&self->page.pen, font, &theme->ink, get_name (i));
      self->values[i] = hr_chart_text_new (
          &self->page.pen, font, i == HR_HOURS_CUSTOMERS ? &theme->accent : &theme->ink,
          value);
      *names = fmax (*names, self->names[i].place.width);
      *values = fmax (*values, self->values[i].place.width);
    }
}

/* The words of a row, as wide as the longest of a column. */
static void
place_texts (Layout *self, double names)
{
  const cairo_rectangle_t *body = &self->page.body;

  for (guint i = 0; i < HR_HOURS_N_PARTS; i++)
    {
      double y = self->bars[i].y - self->is_stacked * self->page.pen.line;

      hr_chart_text_shorten (&self->names[i], names);
      self->names[i].place.x = body->x;
      self->names[i].place.y = y;
      self->values[i].place.x = body->x + body->width - self->values[i].place.width;
      self->values[i].place.y = y;
    }
}

static void
layout_init (Layout *self,
             const HrRole *role,
             const HrChartTheme *theme,
             double width,
             double height)
{
  g_auto (HrChartWords) words = make_words (role);
  double size = fmin (theme->size, width / 14), gap = COLUMN_GAP * size;
  const cairo_rectangle_t *body = &self->page.body;
  double names = 0, values = 0, plot, row;

  *self = (Layout) { 0 };
  hr_chart_page_init (&self->page, theme, size, width, height, &words);
  write_texts (self, role, &names, &values);
  plot = body->width - names - values - 2 * gap;
  self->is_stacked = plot < LEAST_PLOT * size;
  row = get_row_height (self) + MOST_ROW_GAP * size;
  row = fmin (row, (body->height - get_row_height (self)) / (HR_HOURS_N_PARTS - 1));
  if (self->is_stacked)
    place_bars (self, role, body->x, body->width, row);
  else
    place_bars (self, role, body->x + names + gap, plot, row);
  place_texts (self, self->is_stacked ? body->width - values - gap : names);
}

/**
 * hr_hours_chart_get_height:
 * @role: whose year
 * @theme: how it looks
 * @width: of the surface
 *
 * Says which height suits it.
 */
double
hr_hours_chart_get_height (const HrRole *role, const HrChartTheme *theme, double width)
{
  Layout layout;
  double height;

  layout_init (&layout, role, theme, width, G_MAXINT16);
  height = G_MAXINT16 - layout.page.body.height +
           HR_HOURS_N_PARTS * get_row_height (&layout) +
           (HR_HOURS_N_PARTS - 1) * ROW_GAP * layout.page.pen.size;
  layout_clear (&layout);
  return ceil (height);
}

/**
 * hr_hours_chart_place:
 * @role: whose year
 * @theme: how it looks
 * @width: of the surface
 * @height: of the surface
 * @part: a step of the year
 * @place: (out): where its bar lies
 *
 * Says where a bar lies: painting, pointing and tests all ask this.
 *
 * Returns: whether it is shown: no hours have no bar
 */
gboolean
hr_hours_chart_place (const HrRole *role,
                      const HrChartTheme *theme,
                      double width,
                      double height,
                      HrHoursPart part,
                      cairo_rectangle_t *place)
{
  Layout layout;
  gboolean shown;

  g_return_val_if_fail (part < HR_HOURS_N_PARTS, FALSE);

  layout_init (&layout, role, theme, width, height);
  *place = hr_chart_pen_to_surface (&layout.page.pen, layout.bars[part]);
  shown = layout.shown[part];
  layout_clear (&layout);
  return shown;
}

/* A thin line leads from the end of a bar to the beginning of the next, past words. */
static void
paint_steps (const Layout *layout, cairo_t *cr)
{
  const HrChartTheme *theme = layout->page.pen.theme;

  cairo_save (cr);
  for (guint i = 0; i < HR_HOURS_N_PARTS; i++)
    {
      hr_chart_text_cut_out (&layout->names[i], &layout->page.pen, cr);
      hr_chart_text_cut_out (&layout->values[i], &layout->page.pen, cr);
    }
  hr_chart_page_clip_holes (&layout->page, cr);
  hr_color_set (&theme->dim, cr);
  cairo_set_line_width (cr, theme->line);
  for (guint i = 0; i + 1 < HR_HOURS_N_PARTS; i++)
    {
      const cairo_rectangle_t *bar = &layout->bars[i], *next = &layout->bars[i + 1];
      double x = hr_chart_pen_to_surface_x (&layout->page.pen, next->x + next->width);

      if (!layout->shown[i] || !layout->shown[i + 1])
        continue;
      cairo_move_to (cr, x, bar->y + bar->height);
      cairo_line_to (cr, x, next->y);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

/**
 * hr_hours_chart_draw:
 * @role: whose year
 * @theme: how it looks
 * @cr: where to; the picture has its corner at the origin
 * @width: of the picture
 * @height: of the picture, see hr_hours_chart_get_height()
 *
 * Draws the picture.
 */
void
hr_hours_chart_draw (const HrRole *role,
                     const HrChartTheme *theme,
                     cairo_t *cr,
                     double width,
                     double height)
{
  Layout layout;

  cairo_save (cr);
  layout_init (&layout, role, theme, width, height);
  hr_chart_page_paint (&layout.page, cr);
  paint_steps (&layout, cr);
  for (guint i = 0; i < HR_HOURS_N_PARTS; i++)
    {
      cairo_rectangle_t place =
          hr_chart_pen_to_surface (&layout.page.pen, layout.bars[i]);

      if (layout.shown[i])
        {
          hr_color_set (i == HR_HOURS_CUSTOMERS ? &theme->accent : &theme->muted, cr);
          cairo_rectangle (cr, place.x, place.y, place.width, place.height);
          cairo_fill (cr);
        }
      hr_chart_text_paint (&layout.names[i], &layout.page.pen, cr);
      hr_chart_text_paint (&layout.values[i], &layout.page.pen, cr);
    }
  layout_clear (&layout);
  cairo_restore (cr);
}

/**
 * hr_hours_chart_explain:
 * @role: whose year
 * @part: a step of it
 *
 * Says what a bar is, for whoever points at it.
 *
 * Returns: (transfer full): its name, its hours and its share of those paid
 */
char *
hr_hours_chart_explain (const HrRole *role, HrHoursPart part)
{
  g_autofree char *hours = write_hours (role, part);
  g_autofree char *share =
      hr_format_share (hr_role_get_hours (role, part) / role->annual_hours);

  if (part == HR_HOURS_PAID || role->annual_hours <= 0)
    return g_strdup_printf ("%s\n%s", get_name (part), hours);
  return g_strdup_printf (_ ("%s\n%s, %s of the paid hours"), get_name (part), hours,
                          share);
}

/**
 * hr_hours_chart_describe:
 * @role: whose year
 *
 * Says the whole picture in words, for the screen reader.
 */
char *
hr_hours_chart_describe (const HrRole *role)
{
  g_autofree char *title = hr_hours_chart_get_title (role);
  GString *text = g_string_new (title);

  g_string_append_c (text, '.');
  for (guint i = 0; i < HR_HOURS_N_PARTS; i++)
    {
      g_autofree char *hours = write_hours (role, i);

      g_string_append_printf (text, _ (" %s: %s."), get_name (i), hours);
    }
  return g_string_free_and_steal (text);
}

static void
list_marks (const HrRole *role,
            const HrChartTheme *theme,
            double width,
            double height,
            GArray *marks)
{
  Layout layout;

  layout_init (&layout, role, theme, width, height);
  for (guint i = 0; i < HR_HOURS_N_PARTS; i++)
    {
      cairo_rectangle_t place =
          hr_chart_pen_to_surface (&layout.page.pen, layout.bars[i]);
      HrChartMark *mark;

      if (!layout.shown[i])
        continue;
      mark = hr_chart_add_mark (marks, NULL, i, &place);
      mark->name = g_strdup (get_name (i));
      mark->text = hr_hours_chart_explain (role, i);
    }
  layout_clear (&layout);
}

HR_CHART_ADAPT (HrRole, hr_hours_chart)
HR_CHART_ADAPT_HEIGHT (HrRole, hr_hours_chart)

const HrChart hr_hours_chart = { HR_CHART_ADAPTED (hr_hours_chart),
                                 .get_height = hr_hours_chart_get_height_any };
