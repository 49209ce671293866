/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-report.h"

#include <cairo-pdf.h>

#include "config.h"
#include "hr-format.h"
#include "hr-report-content.h"
#include "hr-report-date.h"
#include "hr-surface.h"

static void
set_metadata (cairo_surface_t *pdf, const HrPlan *plan)
{
  g_autofree char *date = hr_report_date_to_iso ();

  cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_TITLE, plan->name);
  if (*plan->company != '\0')
    cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_AUTHOR, plan->company);
  cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_CREATOR,
                                  "Headroom " PACKAGE_VERSION);
  cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_MOD_DATE, date);
}

static cairo_status_t
draw (const HrReport *report, GByteArray *bytes)
{
  cairo_surface_t *pdf =
      cairo_pdf_surface_create_for_stream (hr_surface_append, bytes, 0, 0);
  cairo_status_t status;

  set_metadata (pdf, hr_capacity_get_plan (report->capacity));
  hr_report_paint (report, pdf);
  cairo_surface_finish (pdf);
  status = cairo_surface_status (pdf);
  cairo_surface_destroy (pdf);
  return status;
}

/* Lays out and draws a whole report; a benchmark measures it without the disk. */
cairo_status_t
hr_report_to_pdf (const HrCapacity *capacity, GByteArray *bytes)
{
  g_auto (HrReport) report = { NULL };

  hr_report_init (&report, capacity,
                  hr_format_is_right_to_left () ? PANGO_DIRECTION_RTL
                                                : PANGO_DIRECTION_LTR);
  hr_report_add_summary (&report);
  for (guint i = 0; i < hr_capacity_get_n_segments (capacity); i++)
    hr_report_add_segment (&report, i);
  hr_report_add_personas (&report);
  hr_report_add_other_roles (&report);
  hr_report_put_feet (&report);
  return draw (&report, bytes);
}

/**
 * hr_export_report:
 * @capacity: an answer; the plan must not have changed since
 * @path: where to
 * @error: return location for a [error@Error], which names the file
 *
 * Writes the answer as a PDF for whoever decides on the money: a summary, then each
 * segment with its picture, its figures, how they come about and what they rest on.
 *
 * The same plan at the same second gives the same bytes; SOURCE_DATE_EPOCH says another
 * one. If it fails, a file that was there before is still there.
 */
gboolean
hr_export_report (const HrCapacity *capacity, const char *path, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  return hr_surface_save (hr_report_to_pdf (capacity, bytes), bytes, path, error);
}
