/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The person's file, which is only ever read whole and replaced whole, and may be changed
 * by others at any time. A stamp says what it was when it was last looked at. */

gboolean hr_user_file_fetch (GFile *file,
                             const char *copy,
                             char **stamp,
                             GCancellable *cancellable,
                             GError **error);
char *hr_user_file_get_stamp (GFile *file,
                              GCancellable *cancellable,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean hr_user_file_check_same (GFile *file,
                                  const char *copy,
                                  char **stamp,
                                  GCancellable *cancellable,
                                  GError **error);
gboolean hr_user_file_put (GFile *file,
                           const char *built,
                           const char *copy,
                           char **stamp,
                           GCancellable *cancellable,
                           GError **error);

gboolean hr_user_file_equal (const char *a, const char *b);

G_END_DECLS
