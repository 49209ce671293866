/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwDialog *hr_shortcuts_new (void) G_GNUC_WARN_UNUSED_RESULT;
void hr_shortcuts_add_find (GtkWidget *widget, GtkShortcutFunc func);

void hr_shortcuts_add_action (GtkWidget *widget,
                              guint key,
                              GdkModifierType modifiers,
                              const char *action);
void hr_shortcuts_add_undo (GtkWidget *widget);

G_END_DECLS
