/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Where the program keeps what is its own: $XDG_STATE_HOME/headroom. Nobody else can
 * read it. */

char *hr_state_dir_get (const char *name,
                        const char *below,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
void hr_state_dir_remove (const char *path);
void hr_state_dir_sync (const char *path);
int hr_state_dir_lock (const char *path, gboolean wait, GError **error);

G_END_DECLS
