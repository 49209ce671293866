/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hr-document.h"

G_BEGIN_DECLS

/* A row of a preferences group that shows and edits one field of an item: an entry, a
 * switch or a choice, by the kind of the field. */
GtkWidget *hr_field_row_new (HrDocument *document,
                             gpointer item,
                             const HrField *field) G_GNUC_WARN_UNUSED_RESULT;
const char *hr_field_row_get_property_name (GtkWidget *row);

/* A field's label as the title of a row: "Leave hours per year". */
char *hr_field_get_title (const HrField *field) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
