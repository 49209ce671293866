/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "hr-history.h"

G_BEGIN_DECLS

#define HR_TYPE_WORKING_COPY (hr_working_copy_get_type ())
G_DECLARE_FINAL_TYPE (HrWorkingCopy, hr_working_copy, HR, WORKING_COPY, GObject)

/**
 * HrSaveMode:
 * @HR_SAVE_CAREFUL: only if the file is still what was read from it or last saved to it
 * @HR_SAVE_OVERWRITE: whatever is there; the person has agreed to that
 *
 * How to replace a file. A file that the plan did not come from is always overwritten:
 * who names it is asked by the file dialog.
 */
typedef enum
{
  HR_SAVE_CAREFUL,
  HR_SAVE_OVERWRITE,
} HrSaveMode;

HrWorkingCopy *hr_working_copy_new (HrPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
HrWorkingCopy *hr_working_copy_open (GFile *file,
                                     GCancellable *cancellable,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
HrWorkingCopy *hr_working_copy_recover (const char *id,
                                        guint64 *n_lost,
                                        GCancellable *cancellable,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
HrWorkingCopy *hr_working_copy_restore (const char *backup,
                                        GFile *file,
                                        GCancellable *cancellable,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
void hr_working_copy_close (HrWorkingCopy *self);

HrHistory *hr_working_copy_get_history (HrWorkingCopy *self);
GFile *hr_working_copy_get_file (HrWorkingCopy *self);
gboolean hr_working_copy_is_modified (HrWorkingCopy *self);
guint64 hr_working_copy_get_saved_revision (HrWorkingCopy *self);
const GError *hr_working_copy_get_error (HrWorkingCopy *self);

void hr_working_copy_keep_accounts_async (HrWorkingCopy *self,
                                          HrPortfolio *portfolio,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
gboolean hr_working_copy_keep_accounts_finish (HrWorkingCopy *self,
                                               GAsyncResult *result,
                                               GError **error);
gboolean hr_working_copy_check_file (HrWorkingCopy *self, GError **error);
void hr_working_copy_save_async (HrWorkingCopy *self,
                                 GFile *file,
                                 HrSaveMode mode,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean
hr_working_copy_save_finish (HrWorkingCopy *self, GAsyncResult *result, GError **error);

/**
 * HrLeftover:
 * @id: for [func@WorkingCopy.recover] and [func@leftovers_discard]
 * @name: the plan's name
 * @file: (nullable): the person's file, if it had one
 * @opened_at: when it was opened, in µs since 1970
 * @changed_at: when it was last edited; 0 if it was not
 * @n_unsaved: by how many steps it differs from its file
 * @error: (nullable): why it cannot be recovered
 *
 * A plan that was open when the program came to a sudden end.
 */
typedef struct
{
  char *id;
  char *name;
  GFile *file;
  gint64 opened_at;
  gint64 changed_at;
  guint n_unsaved;
  GError *error;
} HrLeftover;

void hr_leftover_free (HrLeftover *self);
GPtrArray *hr_leftovers_list (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean hr_leftovers_discard (const char *id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HrLeftover, hr_leftover_free)

G_END_DECLS
