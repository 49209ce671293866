/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hr-document.h"

G_BEGIN_DECLS

/* Says where a figure came from, and changes it. */
#define HR_TYPE_TAG_BUTTON (hr_tag_button_get_type ())
G_DECLARE_FINAL_TYPE (HrTagButton, hr_tag_button, HR, TAG_BUTTON, AdwBin)

GtkWidget *hr_tag_button_new (HrDocument *document,
                              gpointer item,
                              const HrField *field) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
