/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void hr_alert_present (AdwDialog *alert, GtkWidget *parent);
void hr_alert_wrap (AdwAlertDialog *alert);

G_END_DECLS
