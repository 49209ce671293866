/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sys/stat.h>

G_BEGIN_DECLS

/**
 * HrAtomicFile:
 *
 * A file that replaces another one whole or not at all.
 */
typedef struct _HrAtomicFile HrAtomicFile;

HrAtomicFile *hr_atomic_file_new (const char *target,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
void hr_atomic_file_free (HrAtomicFile *self);
const char *hr_atomic_file_get_path (const HrAtomicFile *self);
gboolean hr_atomic_file_fill (HrAtomicFile *self, int from, GError **error);
void hr_atomic_file_begin_sync (HrAtomicFile *self);
gboolean hr_atomic_file_commit (HrAtomicFile *self, GError **error);
gboolean hr_atomic_file_commit_over (HrAtomicFile *self,
                                     const struct stat *expected,
                                     GError **error);

gboolean
hr_atomic_file_look (const HrAtomicFile *self, struct stat *found, GError **error);

gboolean hr_file_copy_bytes (int from, int to, gint64 most, GError **error);

gboolean hr_atomic_file_write (const char *target,
                               gconstpointer data,
                               gsize length,
                               GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HrAtomicFile, hr_atomic_file_free)

G_END_DECLS
