/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-report-flow.h"

#define GUTTER 30
#define ABOVE_HEADING 15
#define BELOW_HEADING 4
#define WITH_HEADING 40 /* what must at least stand below one */
#define MOST_LINES G_MAXINT16

/**
 * hr_report_begin_section:
 * @report: a report
 * @title: what it is about
 *
 * Begins a page that can be found by the title.
 *
 * Returns: a flow over its whole width
 */
HrReportFlow
hr_report_begin_section (HrReport *report, const char *title)
{
  return (HrReportFlow) { .report = report,
                          .page = hr_report_add_section (report, title),
                          .x = report->margin,
                          .width = report->width,
                          .y = report->top };
}

/* How much height is left on the page. */
double
hr_report_flow_get_room (const HrReportFlow *self)
{
  return self->report->bottom - self->y;
}

static gboolean
is_at_top (const HrReportFlow *self)
{
  return self->y <= hr_report_get_top (self->report, self->page);
}

/* Another flow may have made the next page already. */
void
hr_report_flow_break (HrReportFlow *self)
{
  self->page++;
  if (self->page == self->report->pages->len)
    hr_report_add_page (self->report);
  self->y = hr_report_get_top (self->report, self->page);
  self->is_begun = FALSE;
}

/* Goes to the next page unless so much fits here; nothing fits better than a whole one.
 */
void
hr_report_flow_need (HrReportFlow *self, double height)
{
  if (height > hr_report_flow_get_room (self) && !is_at_top (self))
    hr_report_flow_break (self);
}

/* Where in the words the first line begins that ends below @height, or -1. */
static int
find_break (const HrChartText *text, double height)
{
  PangoLayoutIter *iter = pango_layout_get_iter (text->layout);
  int found = -1;

  do
    {
      PangoRectangle line;

      pango_layout_iter_get_line_extents (iter, NULL, &line);
      if (pango_units_to_double (line.y + line.height) > height)
        found = pango_layout_iter_get_index (iter);
    }
  while (found < 0 && pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return found;
}

static void
put_text (HrReportFlow *self, HrChartText text)
{
  double height = text.place.height;

  hr_report_put_text (self->report, self->page, text, self->x, self->y);
  self->y += height;
  self->is_begun = TRUE;
}

/**
 * hr_report_flow_put:
 * @self: a flow
 * @style: how to write it
 * @words: (nullable): a paragraph
 *
 * Puts a paragraph; its lines go on on the next page if they must.
 */
void
hr_report_flow_put (HrReportFlow *self, HrReportStyle style, const char *words)
{
  while (words != NULL)
    {
      HrChartText text = hr_report_write (self->report, style, words);
      g_autofree char *first = NULL;
      int end;

      hr_chart_text_wrap (&text, self->width, MOST_LINES);
      end = find_break (&text, hr_report_flow_get_room (self));
      if (end < 0 || (end == 0 && is_at_top (self)))
        {
          put_text (self, text);
          return;
        }
      hr_chart_text_clear (&text);
      if (end > 0)
        {
          first = g_strndup (words, (gsize) end);
          text = hr_report_write (self->report, style, first);
          hr_chart_text_wrap (&text, self->width, MOST_LINES);
          put_text (self, text);
          words += end;
        }
      hr_report_flow_break (self);
    }
}

/* A heading does not stay alone at the end of a page. */
void
hr_report_flow_put_heading (HrReportFlow *self, const char *words)
{
  hr_report_flow_need (self, ABOVE_HEADING + WITH_HEADING);
  if (self->is_begun)
    self->y += ABOVE_HEADING;
  hr_report_flow_put (self, HR_REPORT_HEADING, words);
  self->y += BELOW_HEADING;
}

void
hr_report_flow_put_picture (HrReportFlow *self,
                            HrReportDrawFunc draw,
                            HrCapacity *capacity,
                            double height)
{
  hr_report_flow_need (self, height);
  hr_report_put_picture (self->report, self->page,
                         (cairo_rectangle_t) { self->x, self->y, self->width, height },
                         draw, capacity);
  self->y += height;
  self->is_begun = TRUE;
}

/**
 * hr_report_flow_split:
 * @self: a flow, which becomes the first of two beside each other
 * @share: what it keeps of its width
 *
 * Goes on in two columns.
 *
 * Returns: the second one
 */
HrReportFlow
hr_report_flow_split (HrReportFlow *self, double share)
{
  HrReportFlow other = *self;

  self->width = (self->width - GUTTER) * share;
  other.x += self->width + GUTTER;
  other.width -= self->width + GUTTER;
  return other;
}

/* Goes on below @other too, in the width of both. */
void
hr_report_flow_join (HrReportFlow *self, const HrReportFlow *other)
{
  self->is_begun = self->is_begun || other->is_begun;
  self->width = other->x + other->width - self->x;
  if (other->page > self->page || (other->page == self->page && other->y > self->y))
    {
      self->page = other->page;
      self->y = other->y;
    }
}
