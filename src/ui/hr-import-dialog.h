/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hr-document.h"

G_BEGIN_DECLS

#define HR_TYPE_IMPORT_DIALOG (hr_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HrImportDialog, hr_import_dialog, HR, IMPORT_DIALOG, AdwDialog)

void hr_import_dialog_choose (HrDocument *document, GtkWidget *parent);
void hr_import_dialog_show (HrDocument *document, GFile *file, GtkWidget *parent);

G_END_DECLS
