/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The report of the sample plan as PDF, from the answer to the last byte, beside the same
 * marks drawn bare: each text shaped anew by Pango, each path filled or stroked by Cairo,
 * on the same pages, with nothing to compute, measure or lay out. */
#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdlib.h>

#include "hr-report-content.h"
#include "hr-sample.h"
#include "hr-surface.h"

#define N_ROUNDS 25

typedef enum
{
  MARK_TEXT,
  MARK_TEXT_PATH,
  MARK_FILL,
  MARK_STROKE,
  MARK_PAGE,
} MarkKind;

typedef struct
{
  MarkKind kind;
  cairo_matrix_t matrix;
  double x, y;
  double red, green, blue, alpha;
  double line_width;
  cairo_path_t *path; /* (nullable): what the text before it has left */
  char *text;
  PangoFontDescription *font;
  PangoAttrList *attributes;
  int width, height;
  PangoEllipsizeMode ellipsize;
  PangoAlignment alignment;
} Mark;

static GArray *marks; /* (nullable): while they are recorded */

/* ---- Recording: the linker puts these in the place of Cairo's and Pango's ---- */

#define REAL(type, name, ...)                                                            \
  type __real_##name (__VA_ARGS__);                                                      \
  type __wrap_##name (__VA_ARGS__);

REAL (void, cairo_fill, cairo_t *cr)
REAL (void, cairo_fill_preserve, cairo_t *cr)
REAL (void, cairo_stroke, cairo_t *cr)
REAL (void, cairo_show_page, cairo_t *cr)
REAL (void, pango_cairo_show_layout, cairo_t *cr, PangoLayout *layout)
REAL (void, pango_cairo_layout_path, cairo_t *cr, PangoLayout *layout)

static Mark *
record (MarkKind kind, cairo_t *cr)
{
  static Mark ignored;
  Mark mark = { .kind = kind, .line_width = cairo_get_line_width (cr) };

  if (marks == NULL)
    return &ignored;
  cairo_get_matrix (cr, &mark.matrix);
  cairo_get_current_point (cr, &mark.x, &mark.y);
  cairo_pattern_get_rgba (cairo_get_source (cr), &mark.red, &mark.green, &mark.blue,
                          &mark.alpha);
  g_array_append_val (marks, mark);
  return &g_array_index (marks, Mark, marks->len - 1);
}

static void
record_path (MarkKind kind, cairo_t *cr)
{
  gboolean is_of_text =
      marks != NULL && marks->len > 0 &&
      g_array_index (marks, Mark, marks->len - 1).kind == MARK_TEXT_PATH;
  Mark *mark = record (kind, cr);

  if (marks != NULL && !is_of_text)
    mark->path = cairo_copy_path (cr);
}

static void
record_text (MarkKind kind, cairo_t *cr, PangoLayout *layout)
{
  Mark *mark = record (kind, cr);

  if (marks == NULL)
    return;
  mark->text = g_strdup (pango_layout_get_text (layout));
  mark->font = pango_font_description_copy (pango_layout_get_font_description (layout));
  mark->attributes = pango_attr_list_ref (pango_layout_get_attributes (layout));
  mark->width = pango_layout_get_width (layout);
  mark->height = pango_layout_get_height (layout);
  mark->ellipsize = pango_layout_get_ellipsize (layout);
  mark->alignment = pango_layout_get_alignment (layout);
}

void
__wrap_cairo_fill (cairo_t *cr)
{
  record_path (MARK_FILL, cr);
  __real_cairo_fill (cr);
}

void
__wrap_cairo_fill_preserve (cairo_t *cr)
{
  record_path (MARK_FILL, cr);
  __real_cairo_fill_preserve (cr);
}

void
__wrap_cairo_stroke (cairo_t *cr)
{
  record_path (MARK_STROKE, cr);
  __real_cairo_stroke (cr);
}

void
__wrap_cairo_show_page (cairo_t *cr)
{
  record (MARK_PAGE, cr);
  __real_cairo_show_page (cr);
}

void
__wrap_pango_cairo_show_layout (cairo_t *cr, PangoLayout *layout)
{
  record_text (MARK_TEXT, cr, layout);
  __real_pango_cairo_show_layout (cr, layout);
}

void
__wrap_pango_cairo_layout_path (cairo_t *cr, PangoLayout *layout)
{
  record_text (MARK_TEXT_PATH, cr, layout);
  __real_pango_cairo_layout_path (cr, layout);
}

/* ---- The same marks, bare ---- */

static void
draw_text (const Mark *mark, PangoContext *context, cairo_t *cr)
{
  PangoLayout *layout = pango_layout_new (context);

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, mark->text, -1);
  pango_layout_set_font_description (layout, mark->font);
  pango_layout_set_attributes (layout, mark->attributes);
  pango_layout_set_alignment (layout, mark->alignment);
  pango_layout_set_width (layout, mark->width);
  pango_layout_set_height (layout, mark->height);
  pango_layout_set_ellipsize (layout, mark->ellipsize);
  cairo_move_to (cr, mark->x, mark->y);
  if (mark->kind == MARK_TEXT)
    __real_pango_cairo_show_layout (cr, layout);
  else
    __real_pango_cairo_layout_path (cr, layout);
  g_object_unref (layout);
}

static void
draw_mark (const Mark *mark, PangoContext *context, cairo_t *cr)
{
  cairo_set_matrix (cr, &mark->matrix);
  cairo_set_source_rgba (cr, mark->red, mark->green, mark->blue, mark->alpha);
  cairo_set_line_width (cr, mark->line_width);
  if (mark->path != NULL)
    cairo_append_path (cr, mark->path);
  switch (mark->kind)
    {
    case MARK_TEXT:
    case MARK_TEXT_PATH:
      draw_text (mark, context, cr);
      break;
    case MARK_FILL:
      __real_cairo_fill (cr);
      break;
    case MARK_STROKE:
      __real_cairo_stroke (cr);
      break;
    case MARK_PAGE:
    default:
      __real_cairo_show_page (cr);
    }
}

static void
draw_bare (const GArray *recorded, GByteArray *bytes)
{
  PangoContext *context =
      pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_surface_t *pdf =
      cairo_pdf_surface_create_for_stream (hr_surface_append, bytes, 841.89, 595.276);
  cairo_t *cr = cairo_create (pdf);

  pango_context_set_round_glyph_positions (context, FALSE);
  for (guint i = 0; i < recorded->len; i++)
    draw_mark (&g_array_index (recorded, Mark, i), context, cr);
  cairo_destroy (cr);
  cairo_surface_finish (pdf);
  g_assert_cmpint (cairo_surface_status (pdf), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (pdf);
  g_object_unref (context);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return (*(const gint64 *) a > *(const gint64 *) b) -
         (*(const gint64 *) a < *(const gint64 *) b);
}

static guint
count (const GArray *recorded, MarkKind kind)
{
  guint n = 0;

  for (guint i = 0; i < recorded->len; i++)
    n += g_array_index (recorded, Mark, i).kind == kind;
  return n;
}

int
main (int argc, char *argv[])
{
  g_autoptr (HrPlan) plan = hr_sample_plan_new (NULL);
  g_autoptr (HrSegmentation) segmentation = hr_segmentation_new (plan);
  g_autoptr (HrCapacity) capacity =
      hr_capacity_new (plan, segmentation, HR_JOURNEY_CURRENT);
  g_autoptr (GByteArray) report = g_byte_array_new ();
  g_autoptr (GByteArray) bare = g_byte_array_new ();
  GArray *recorded = g_array_new (FALSE, FALSE, sizeof (Mark));
  gint64 times[2][N_ROUNDS], start;

  marks = recorded;
  g_assert_cmpint (hr_report_to_pdf (capacity, report), ==, CAIRO_STATUS_SUCCESS);
  marks = NULL;
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_byte_array_set_size (report, 0);
      g_byte_array_set_size (bare, 0);
      start = g_get_monotonic_time ();
      hr_report_to_pdf (capacity, report);
      times[0][i] = g_get_monotonic_time () - start;
      start = g_get_monotonic_time ();
      draw_bare (recorded, bare);
      times[1][i] = g_get_monotonic_time () - start;
    }
  for (guint i = 0; i < 2; i++)
    qsort (times[i], N_ROUNDS, sizeof **times, compare);
  g_print ("a report of %u pages with %u texts and %u lines and areas: %.1f ms (%u kB), "
           "the same marks bare %.1f ms (%u kB): %.2f times (goal 1.5)\n",
           count (recorded, MARK_PAGE), count (recorded, MARK_TEXT),
           count (recorded, MARK_FILL) + count (recorded, MARK_STROKE),
           times[0][N_ROUNDS / 2] / 1e3, report->len / 1000, times[1][N_ROUNDS / 2] / 1e3,
           bare->len / 1000,
           (double) times[0][N_ROUNDS / 2] / (double) times[1][N_ROUNDS / 2]);
  return 0;
}
