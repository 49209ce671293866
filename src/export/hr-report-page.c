/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-report-page.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "hr-chart-words.h"

/* A4, lying. */
#define PAGE_WIDTH 841.89
#define PAGE_HEIGHT 595.276

#define MARGIN 42
#define TOP 34
#define FOOT_MARGIN 22 /* below the foot */
#define ABOVE_FOOT 12
#define BELOW_RUNNING_HEAD 12
#define PICTURE_TEXT 8.5
#define MOST_FOOT_LINES 6 /* all of it stands on the pages of the segments too */

static const struct
{
  double size;
  HrChartFont font;
  gboolean is_dim;
} STYLES[] = {
  [HR_REPORT_TITLE] = { 21, HR_CHART_FONT_STRONG, FALSE },
  [HR_REPORT_FIGURE] = { 23, HR_CHART_FONT_STRONG, FALSE },
  [HR_REPORT_HEADING] = { 11.9, HR_CHART_FONT_STRONG, FALSE },
  [HR_REPORT_STRONG] = { 8.5, HR_CHART_FONT_STRONG, FALSE },
  [HR_REPORT_TEXT] = { 8.5, HR_CHART_FONT_BODY, FALSE },
  [HR_REPORT_DIM] = { 8.5, HR_CHART_FONT_BODY, TRUE },
  [HR_REPORT_SMALL] = { 7.5, HR_CHART_FONT_BODY, TRUE },
};

/**
 * Bar:
 * @place: where it lies
 * @color: what fills it
 */
typedef struct
{
  cairo_rectangle_t place;
  HrColor color;
} Bar;

/**
 * Picture:
 * @place: where it lies
 * @draw: the chart
 * @capacity: (owned): what it shows
 */
typedef struct
{
  cairo_rectangle_t place;
  HrReportDrawFunc draw;
  HrCapacity *capacity;
} Picture;

/**
 * HrReportPage:
 * @title: (nullable) (owned): what begins here
 * @top: where there is room below the running head
 * @texts: (owned) (element-type HrChartText)
 * @bars: (owned) (element-type Bar)
 * @pictures: (owned) (element-type Picture)
 */
typedef struct
{
  char *title;
  double top;
  GArray *texts;
  GArray *bars;
  GArray *pictures;
} HrReportPage;

static void
clear_picture (gpointer picture)
{
  hr_capacity_unref (((Picture *) picture)->capacity);
}

static HrReportPage *
page_new (void)
{
  HrReportPage *self = g_new0 (HrReportPage, 1);

  self->texts = g_array_new (FALSE, FALSE, sizeof (HrChartText));
  self->bars = g_array_new (FALSE, FALSE, sizeof (Bar));
  self->pictures = g_array_new (FALSE, FALSE, sizeof (Picture));
  g_array_set_clear_func (self->texts, (GDestroyNotify) hr_chart_text_clear);
  g_array_set_clear_func (self->pictures, clear_picture);
  return self;
}

static void
page_free (gpointer data)
{
  HrReportPage *self = data;

  g_free (self->title);
  g_array_unref (self->texts);
  g_array_unref (self->bars);
  g_array_unref (self->pictures);
  g_free (self);
}

static HrReportPage *
get_page (const HrReport *self, guint page)
{
  return g_ptr_array_index (self->pages, page);
}

/* The decisive assumptions stand at the foot of every page. */
static HrChartText
write_assumptions (const HrReport *self)
{
  g_autofree char *words = hr_chart_words_assumptions (self->capacity);
  HrChartText text = hr_report_write (self, HR_REPORT_SMALL, words);

  hr_chart_text_wrap (&text, self->width, MOST_FOOT_LINES);
  return text;
}

/**
 * hr_report_init:
 * @self: a report
 * @capacity: what it is about; must live as long
 * @direction: of the person's language
 *
 * Makes a report without pages.
 */
void
hr_report_init (HrReport *self, const HrCapacity *capacity, PangoDirection direction)
{
  HrChartText assumptions;

  *self = (HrReport) { .capacity = capacity,
                       .theme = hr_chart_theme_print,
                       .margin = MARGIN,
                       .width = PAGE_WIDTH - 2 * MARGIN,
                       .top = TOP };
  self->theme.direction = direction;
  self->theme.size = PICTURE_TEXT;
  self->theme.margin = 0;
  self->theme.omits_foot = TRUE;
  self->pages = g_ptr_array_new_with_free_func (page_free);
  for (guint i = 0; i < HR_REPORT_N_STYLES; i++)
    hr_chart_pen_init (&self->pens[i], &self->theme, STYLES[i].size, PAGE_WIDTH);

  assumptions = write_assumptions (self);
  self->bottom = PAGE_HEIGHT - FOOT_MARGIN - self->pens[HR_REPORT_SMALL].line -
                 assumptions.place.height - ABOVE_FOOT;
  hr_chart_text_clear (&assumptions);
}

void
hr_report_clear (HrReport *self)
{
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->section, g_free);
  for (guint i = 0; i < HR_REPORT_N_STYLES; i++)
    hr_chart_pen_clear (&self->pens[i]);
}

static guint
append_page (HrReport *self)
{
  HrReportPage *page = page_new ();

  page->top = self->top;
  g_ptr_array_add (self->pages, page);
  return self->pages->len - 1;
}

/**
 * hr_report_add_section:
 * @self: a report
 * @title: what it is about
 *
 * Begins a page that can be found by the title; the pages after it name it again.
 *
 * Returns: the page
 */
guint
hr_report_add_section (HrReport *self, const char *title)
{
  guint page = append_page (self);

  g_set_str (&self->section, title);
  get_page (self, page)->title = g_strdup (title);
  return page;
}

/**
 * hr_report_add_page:
 * @self: a report
 *
 * Continues the section on another page.
 *
 * Returns: the page
 */
guint
hr_report_add_page (HrReport *self)
{
  guint page = append_page (self);
  /* Translators: the head of a page that goes on with a segment */
  g_autofree char *words = g_strdup_printf (_ ("%s, continued"), self->section);
  HrChartText head = hr_report_write (self, HR_REPORT_DIM, words);

  hr_chart_text_shorten (&head, self->width);
  get_page (self, page)->top = self->top + head.place.height + BELOW_RUNNING_HEAD;
  hr_report_put_text (self, page, head, self->margin, self->top);
  return page;
}

double
hr_report_get_top (const HrReport *self, guint page)
{
  return get_page (self, page)->top;
}

/* @words: (nullable): no words make no text */
HrChartText
hr_report_write (const HrReport *self, HrReportStyle style, const char *words)
{
  return hr_chart_text_new (&self->pens[style], STYLES[style].font,
                            STYLES[style].is_dim ? &self->theme.dim : &self->theme.ink,
                            words);
}

/* @text: (transfer full) */
void
hr_report_put_text (HrReport *self, guint page, HrChartText text, double x, double y)
{
  text.place.x = x;
  text.place.y = y;
  g_array_append_val (get_page (self, page)->texts, text);
}

void
hr_report_put_bar (HrReport *self,
                   guint page,
                   cairo_rectangle_t place,
                   const HrColor *color)
{
  Bar bar = { place, *color };

  g_array_append_val (get_page (self, page)->bars, bar);
}

void
hr_report_put_picture (HrReport *self,
                       guint page,
                       cairo_rectangle_t place,
                       HrReportDrawFunc draw,
                       HrCapacity *capacity)
{
  Picture picture = { place, draw, hr_capacity_ref (capacity) };

  g_array_append_val (get_page (self, page)->pictures, picture);
}

static void
put_foot (HrReport *self, guint page)
{
  const HrPlan *plan = hr_capacity_get_plan (self->capacity);
  double line = self->pens[HR_REPORT_SMALL].line;
  double y = PAGE_HEIGHT - FOOT_MARGIN - line;
  g_autofree char *number =
      g_strdup_printf (_ ("page %u of %u"), page + 1, self->pages->len);
  g_autofree char *name = *plan->company != '\0'
                              ? g_strdup_printf ("%s · %s", plan->name, plan->company)
                              : g_strdup (plan->name);
  HrChartText right = hr_report_write (self, HR_REPORT_SMALL, number);
  HrChartText left = hr_report_write (self, HR_REPORT_SMALL, name);
  HrChartText assumptions = write_assumptions (self);
  double end = right.place.width;

  hr_chart_text_shorten (&left, self->width - end - MARGIN);
  hr_report_put_text (self, page, left, self->margin, y);
  hr_report_put_text (self, page, right, self->margin + self->width - end, y);
  y -= assumptions.place.height;
  hr_report_put_text (self, page, assumptions, self->margin, y);
}

/**
 * hr_report_put_feet:
 * @self: a report whose pages are all there
 *
 * Puts a foot to each page: which plan, which page, what decides.
 */
void
hr_report_put_feet (HrReport *self)
{
  for (guint page = 0; page < self->pages->len; page++)
    put_foot (self, page);
}

static void
paint_bar (const HrChartPen *pen, const Bar *bar, cairo_t *cr)
{
  cairo_rectangle_t place = hr_chart_pen_to_surface (pen, bar->place);

  hr_color_set (&bar->color, cr);
  cairo_rectangle (cr, place.x, place.y, place.width, place.height);
  cairo_fill (cr);
}

static void
paint_picture (const HrReport *self,
               const HrChartPen *pen,
               const Picture *picture,
               cairo_t *cr)
{
  cairo_rectangle_t place = hr_chart_pen_to_surface (pen, picture->place);

  cairo_save (cr);
  cairo_translate (cr, place.x, place.y);
  picture->draw (picture->capacity, &self->theme, cr, place.width, place.height);
  cairo_restore (cr);
}

static void
paint_page (const HrReport *self, const HrReportPage *page, cairo_t *cr)
{
  /* All pens agree on the direction and the width of the page; no more is asked here. */
  const HrChartPen *pen = &self->pens[HR_REPORT_TEXT];

  for (guint i = 0; i < page->bars->len; i++)
    paint_bar (pen, &g_array_index (page->bars, Bar, i), cr);
  for (guint i = 0; i < page->pictures->len; i++)
    paint_picture (self, pen, &g_array_index (page->pictures, Picture, i), cr);
  for (guint i = 0; i < page->texts->len; i++)
    hr_chart_text_paint (&g_array_index (page->texts, HrChartText, i), pen, cr);
}

/**
 * hr_report_paint:
 * @self: a finished report
 * @pdf: a PDF surface
 *
 * Paints all pages, and makes bookmarks of what begins on them.
 */
void
hr_report_paint (const HrReport *self, cairo_surface_t *pdf)
{
  cairo_t *cr;

  cairo_pdf_surface_set_size (pdf, PAGE_WIDTH, PAGE_HEIGHT);
  cr = cairo_create (pdf);
  for (guint i = 0; i < self->pages->len; i++)
    {
      const HrReportPage *page = get_page (self, i);
      g_autofree char *place = g_strdup_printf ("page=%u", i + 1);

      if (page->title != NULL)
        cairo_pdf_surface_add_outline (pdf, CAIRO_PDF_OUTLINE_ROOT, page->title, place,
                                       CAIRO_PDF_OUTLINE_FLAG_OPEN);
      paint_page (self, page, cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
}
