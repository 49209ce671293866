/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-import-dialog.h"

void
hr_import_dialog_choose (HrDocument *document, GtkWidget *parent)
{
}

void
hr_import_dialog_show (HrDocument *document, GFile *file, GtkWidget *parent)
{
}
