/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hr-document.h"

G_BEGIN_DECLS

#define HR_TYPE_OUTLINE (hr_outline_get_type ())
G_DECLARE_FINAL_TYPE (HrOutline, hr_outline, HR, OUTLINE, AdwBin)

void hr_outline_set_title (HrOutline *self, const char *title);
void hr_outline_set (HrOutline *self,
                     HrDocument *document,
                     HrList *const *lists,
                     guint n_lists);
gboolean hr_outline_go_to (HrOutline *self, gpointer item, const char *property);
void hr_outline_add (HrOutline *self, HrList *list);

G_END_DECLS
