/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hr-document.h"

G_BEGIN_DECLS

/* Asks for a file, shows what is in it, imports it into the plan. */
void hr_import_dialog_choose (HrDocument *document, GtkWidget *parent);
/* The same for a file that was dropped or is known already. */
void hr_import_dialog_show (HrDocument *document, GFile *file, GtkWidget *parent);

G_END_DECLS
