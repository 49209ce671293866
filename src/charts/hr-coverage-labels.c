/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "hr-coverage-layout.h"

/* Lengths are counted in the size of the text. */
#define APART 0.5 /* between two labels, and between a disc and its label */
#define RING 1.1  /* between two distances that are tried */
#define N_RINGS 16
#define N_DIRECTIONS 16
#define CORNER 1.5 /* aslant a label shows its corner to the disc, else its side */

/* What a place for a label costs; a label may not touch another at any price. */
#define COST_OF_LABEL 200 /* that its leader crosses */
#define COST_OF_DISC 160
#define COST_OF_DIAMOND 60
#define COST_OF_STROKE 60 /* a stem or a leader */
#define COST_OF_LINE 35
#define COST_OF_RING 9
#define COST_OF_TURN 1.5 /* away from straight behind the disc */

/* What it costs to show only so many lines of each label. */
static const double COST_OF_SILENCE[] = { INFINITY, 28, 8, 0 };

typedef struct
{
  HrCoverageLayout *layout;
  GArray *taken;   /* (element-type cairo_rectangle_t): by words */
  GArray *strokes; /* (element-type HrCoverageStroke): stems and leaders */
  guint n_taken;   /* before the first label */
  guint n_strokes;
} Placer;

static gboolean
overlap (const cairo_rectangle_t *a, const cairo_rectangle_t *b, double apart)
{
  return a->x < b->x + b->width + apart && b->x < a->x + a->width + apart &&
         a->y < b->y + b->height + apart && b->y < a->y + a->height + apart;
}

static gboolean
is_inside (const cairo_rectangle_t *a, const cairo_rectangle_t *frame)
{
  return a->x >= frame->x && a->x + a->width <= frame->x + frame->width &&
         a->y >= frame->y && a->y + a->height <= frame->y + frame->height;
}

static gboolean
touches_disc (const cairo_rectangle_t *a, const HrCoverageDisc *disc, double apart)
{
  double x = CLAMP (disc->x, a->x, a->x + a->width) - disc->x;
  double y = CLAMP (disc->y, a->y, a->y + a->height) - disc->y;

  return hypot (x, y) < disc->radius + apart;
}

/* Keeps of the stretch from *start to *end of a line what lies between two bounds. */
static void
clip (double from, double to, double low, double high, double *start, double *end)
{
  double a = (low - from) / (to - from), b = (high - from) / (to - from);

  if (from == to)
    {
      if (from <= low || from >= high)
        *end = -1;
      return;
    }
  *start = fmax (*start, fmin (a, b));
  *end = fmin (*end, fmax (a, b));
}

static gboolean
crosses (const HrCoverageStroke *stroke, const cairo_rectangle_t *place)
{
  double start = 0, end = 1;

  clip (stroke->from.x, stroke->to.x, place->x, place->x + place->width, &start, &end);
  clip (stroke->from.y, stroke->to.y, place->y, place->y + place->height, &start, &end);
  return start < end;
}

/* From the edge of the disc to the nearest point of the label. */
static HrCoverageStroke
get_leader (const HrCoverageDisc *disc, const cairo_rectangle_t *place)
{
  HrCoveragePoint to = { CLAMP (disc->x, place->x, place->x + place->width),
                         CLAMP (disc->y, place->y, place->y + place->height) };
  double length = hypot (to.x - disc->x, to.y - disc->y);
  double share = length > disc->radius ? disc->radius / length : 1;

  return (HrCoverageStroke) {
    { disc->x + (to.x - disc->x) * share, disc->y + (to.y - disc->y) * share }, to
  };
}

static double
get_cost_of_leader (const Placer *self, guint i, const cairo_rectangle_t *place)
{
  const HrCoverageLayout *layout = self->layout;
  HrCoverageStroke leader = get_leader (&layout->discs[i], place);
  double cost = 0;

  for (guint j = 0; j < self->taken->len; j++)
    if (crosses (&leader, &g_array_index (self->taken, cairo_rectangle_t, j)))
      cost += COST_OF_LABEL;
  for (guint j = 0; j < layout->n_discs; j++)
    {
      const HrCoverageDisc *disc = &layout->discs[j];
      cairo_rectangle_t square = { disc->x - disc->radius, disc->y - disc->radius,
                                   2 * disc->radius, 2 * disc->radius };

      if (j != i && disc->shown && crosses (&leader, &square))
        cost += COST_OF_STROKE;
    }
  return cost;
}

static gboolean
is_taken (const Placer *self, const cairo_rectangle_t *place)
{
  double apart = APART * self->layout->page.pen.size;

  for (guint i = 0; i < self->taken->len; i++)
    if (overlap (place, &g_array_index (self->taken, cairo_rectangle_t, i), apart))
      return TRUE;
  return FALSE;
}

static gboolean
touches_any_disc (const HrCoverageLayout *layout, const cairo_rectangle_t *place)
{
  for (guint i = 0; i < layout->n_discs; i++)
    if (layout->discs[i].shown &&
        touches_disc (place, &layout->discs[i], APART * layout->page.pen.size))
      return TRUE;
  return FALSE;
}

/* The height of the benchmark's line at a place; lower is more. */
static double
get_line_y (const HrCoverageLayout *layout, double x)
{
  double bottom = layout->data.y + layout->data.height;

  return bottom - (x - layout->data.x) / (layout->line_end.x - layout->data.x) *
                      (bottom - layout->line_end.y);
}

static gboolean
crosses_line (const HrCoverageLayout *layout, const cairo_rectangle_t *place)
{
  double apart = APART * layout->page.pen.size / 2;

  return !isnan (layout->arr_per_fte) &&
         place->y + place->height + apart >
             get_line_y (layout, place->x + place->width) &&
         place->y - apart < get_line_y (layout, place->x);
}

static double
get_cost (const Placer *self, guint i, const cairo_rectangle_t *place)
{
  const HrCoverageLayout *layout = self->layout;
  double apart = APART * layout->page.pen.size / 2;
  double cost = 0;

  if (!is_inside (place, &layout->frame) || is_taken (self, place))
    return INFINITY;

  for (guint j = 0; j < layout->n_discs; j++)
    {
      const HrCoverageDisc *disc = &layout->discs[j];

      if (!disc->shown)
        continue;
      if (touches_disc (place, disc, j == i ? 0 : apart))
        cost += COST_OF_DISC;
      if (disc->benchmark.width > 0 && overlap (place, &disc->benchmark, apart))
        cost += COST_OF_DIAMOND;
    }
  for (guint j = 0; j < self->strokes->len; j++)
    if (crosses (&g_array_index (self->strokes, HrCoverageStroke, j), place))
      cost += COST_OF_STROKE;
  return cost + (crosses_line (layout, place) ? COST_OF_LINE : 0);
}

/* Lines begin at the disc: behind it at their start, before it at their end. */
static void
put_lines (HrCoverageDisc *disc, const cairo_rectangle_t *place)
{
  double middle = place->x + place->width / 2;
  double y = place->y;
  double share = middle > disc->x + disc->radius / 2   ? 0
                 : middle < disc->x - disc->radius / 2 ? 1
                                                       : 0.5;

  disc->label = *place;
  for (guint i = 0; i < disc->n_lines; i++)
    {
      disc->lines[i].place.x =
          place->x + (place->width - disc->lines[i].place.width) * share;
      disc->lines[i].place.y = y;
      y += disc->lines[i].place.height;
    }
}

static cairo_rectangle_t
measure_label (const HrCoverageDisc *disc)
{
  cairo_rectangle_t place = { 0 };

  for (guint i = 0; i < disc->n_lines; i++)
    {
      place.width = fmax (place.width, disc->lines[i].place.width);
      place.height += disc->lines[i].place.height;
    }
  return place;
}

/* Straight behind the disc first, then all around, then farther away. Returns: what the
 * place costs, infinity if there is none */
static double
place_label (Placer *self, guint i)
{
  HrCoverageDisc *disc = &self->layout->discs[i];
  double size = self->layout->page.pen.size;
  cairo_rectangle_t place = measure_label (disc), best = place;
  double least = INFINITY;

  for (guint ring = 0; ring < N_RINGS; ring++)
    for (guint turn = 0; turn < N_DIRECTIONS; turn++)
      {
        double angle = 2 * G_PI * turn / N_DIRECTIONS;
        double away = disc->radius + (APART + ring * RING) * size;
        double cost =
            ring * COST_OF_RING + MIN (turn, N_DIRECTIONS - turn) * COST_OF_TURN;

        if (cost >= least)
          continue;
        place.x = disc->x + away * cos (angle) -
                  place.width / 2 * (1 - CLAMP (CORNER * cos (angle), -1, 1));
        place.y = disc->y - away * sin (angle) -
                  place.height / 2 * (1 + CLAMP (CORNER * sin (angle), -1, 1));
        cost += get_cost (self, i, &place);
        if (ring > 0 && cost < least)
          cost += get_cost_of_leader (self, i, &place);
        if (cost >= least)
          continue;
        least = cost;
        best = place;
        disc->has_leader = ring > 0;
      }
  if (isinf (least))
    disc->n_lines = 0;
  put_lines (disc, &best);
  g_array_append_val (self->taken, best);
  if (disc->has_leader)
    {
      disc->leader = get_leader (disc, &best);
      g_array_append_val (self->strokes, disc->leader);
    }
  return least;
}

/* Below the line's end, or as near to it as there is room. */
static gboolean
place_line_label (Placer *self)
{
  HrCoverageLayout *layout = self->layout;
  double size = layout->page.pen.size;
  cairo_rectangle_t *place = &layout->line_label.place;

  for (guint step = 0; step < 45; step++) /* from the line's end almost to its start */
    {
      double t = 1 - 0.02 * step;

      place->x = layout->data.x + t * (layout->line_end.x - layout->data.x) + 0.7 * size;
      place->y = get_line_y (layout, place->x) + 0.9 * size;
      if (is_inside (place, &layout->frame) && !is_taken (self, place) &&
          !touches_any_disc (layout, place) && !crosses_line (layout, place))
        return TRUE;
    }
  return FALSE;
}

/* As near to the upper start corner as there is room, in as few lines as will do. */
static gboolean
place_region_label (Placer *self)
{
  HrCoverageLayout *layout = self->layout;
  double size = layout->page.pen.size;
  double natural = layout->region_label.place.width;
  cairo_rectangle_t *place = &layout->region_label.place;

  for (guint lines = 1; lines <= 7; lines++)
    {
      hr_chart_text_wrap (&layout->region_label, natural / lines + 2 * size, 9);
      for (place->y = layout->frame.y + 0.5 * size;
           place->y < layout->frame.y + layout->frame.height; place->y += size)
        for (place->x = layout->data.x + 0.7 * size;
             place->x < layout->frame.x + layout->frame.width; place->x += size)
          {
            double corner = get_line_y (layout, place->x + place->width);

            if (place->y + place->height + 0.5 * size > corner)
              break;
            if (is_inside (place, &layout->frame) && !touches_any_disc (layout, place))
              return TRUE;
          }
    }
  return FALSE;
}

/* The line at zero, and the stems of the diamonds. */
static void
add_strokes (Placer *self)
{
  const cairo_rectangle_t *frame = &self->layout->frame;
  double bottom = self->layout->data.y + self->layout->data.height;
  HrCoverageStroke zero = { { frame->x, bottom }, { frame->x + frame->width, bottom } };

  g_array_append_val (self->strokes, zero);
  for (guint i = 0; i < self->layout->n_discs; i++)
    {
      const HrCoverageDisc *disc = &self->layout->discs[i];
      HrCoverageStroke stem = {
        { disc->x, disc->y }, { disc->x, disc->benchmark.y + disc->benchmark.height / 2 }
      };

      if (disc->shown && disc->benchmark.width > 0)
        g_array_append_val (self->strokes, stem);
    }
}

/* Returns: what all places cost, infinity if there is one too few */
static double
place_labels (Placer *self, guint n_lines)
{
  HrCoverageLayout *layout = self->layout;
  guint n = layout->n_discs;
  double cost = 0;

  g_array_set_size (self->taken, self->n_taken);
  g_array_set_size (self->strokes, self->n_strokes);

  /* The one that the title is about has the first choice. */
  for (guint k = 0; k < n; k++)
    {
      guint i = (k + (guint) MAX (layout->spoken_of, 0)) % n;

      if (!layout->discs[i].shown)
        continue;
      layout->discs[i].n_lines = n_lines;
      cost += place_label (self, i) + COST_OF_SILENCE[n_lines];
    }
  return cost;
}

gboolean
hr_coverage_labels_place (HrCoverageLayout *self)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));
  g_autoptr (GArray) strokes = g_array_new (FALSE, FALSE, sizeof (HrCoverageStroke));
  Placer placer = { .layout = self, .taken = taken, .strokes = strokes };
  double least = INFINITY;
  guint best = 1;

  if (!isnan (self->arr_per_fte))
    {
      if (place_region_label (&placer))
        g_array_append_val (taken, self->region_label.place);
      else
        hr_chart_text_clear (&self->region_label);
    }
  add_strokes (&placer);
  placer.n_taken = taken->len;
  placer.n_strokes = strokes->len;

  /* Rather fewer words than words that stand far off or over each other. */
  for (guint n_lines = HR_COVERAGE_N_LINES; n_lines > 0; n_lines--)
    {
      double cost = place_labels (&placer, n_lines);

      if (cost < least)
        best = n_lines;
      least = fmin (least, cost);
    }
  least = place_labels (&placer, best);

  /* It can be anywhere along its line, so it comes last. */
  if (!isnan (self->arr_per_fte) && !place_line_label (&placer))
    hr_chart_text_clear (&self->line_label);
  return isfinite (least);
}
