/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HrBackup:
 * @path: where it lies; a plan file like any other
 * @made_at: when it was put away, in µs since 1970
 * @size: in bytes
 *
 * What stood in a person's file before it was replaced.
 *
 * The last ten stay, and of each of the last 14 days the last one, as long as all of a
 * file's together are not larger than 1 GiB; the newest always stays.
 */
typedef struct
{
  char *path;
  gint64 made_at;
  goffset size;
} HrBackup;

void hr_backup_free (HrBackup *self);
GPtrArray *hr_backups_list (GFile *file) G_GNUC_WARN_UNUSED_RESULT;

/* For who replaces the file. */
char *hr_backups_get_folder (GFile *file, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean hr_backups_add (GFile *file, const char *path);
void hr_backups_prune (GPtrArray *backups, gint64 now);

G_END_DECLS
