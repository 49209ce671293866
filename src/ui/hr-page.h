/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hr-document.h"

G_BEGIN_DECLS

/**
 * HrPage:
 *
 * A page of the window: it shows one side of a document.
 *
 * The window has one header bar for all pages; a page hands it its `tools`, for the
 * start, and its `title-widget`, for the middle. The document is given once; a page
 * follows it through bindings and `notify::capacity`, in [vfunc@Page.update].
 */
#define HR_TYPE_PAGE (hr_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (HrPage, hr_page, HR, PAGE, AdwBin)

struct _HrPageClass
{
  AdwBinClass parent_class;

  /* The document has come. */
  void (*open) (HrPage *self, HrDocument *document);
  /* Something in the plan has changed; called at most once per frame while shown. */
  void (*update) (HrPage *self, HrDocument *document);
  /* Show an item of this page: a segment, a touchpoint. Returns: whether it could. */
  gboolean (*go_to) (HrPage *self, gpointer item, const char *property);
  /* Add one of what the page lists; NULL where nothing can be added. */
  void (*add) (HrPage *self);
};

HrDocument *hr_page_get_document (HrPage *self);
void hr_page_set_document (HrPage *self, HrDocument *document);
const char *hr_page_get_title (HrPage *self);
void hr_page_add (HrPage *self);
gboolean hr_page_go_to (HrPage *self, gpointer item, const char *property);

/* For subclasses: refuse politely, with a toast of the window. */
void hr_page_refuse (HrPage *self, const GError *error);

G_END_DECLS
