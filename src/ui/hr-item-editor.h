/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hr-document.h"

G_BEGIN_DECLS

#define HR_TYPE_ITEM_EDITOR (hr_item_editor_get_type ())
G_DECLARE_FINAL_TYPE (HrItemEditor, hr_item_editor, HR, ITEM_EDITOR, AdwBin)

GtkWidget *hr_item_editor_new (void) G_GNUC_WARN_UNUSED_RESULT;

void hr_item_editor_set_item (HrItemEditor *self, HrDocument *document, gpointer item);
void hr_item_editor_set_fields (HrItemEditor *self,
                                const char *title,
                                const char *const *properties);
void hr_item_editor_show_field (HrItemEditor *self, const char *property, gboolean shown);
gpointer hr_item_editor_get_item (HrItemEditor *self);
gboolean hr_item_editor_focus (HrItemEditor *self, const char *property);

G_END_DECLS
