/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "hr-capacity.h"
#include "hr-history.h"
#include "hr-plan-diff.h"
#include "hr-working-copy.h"

G_BEGIN_DECLS

#define HR_TYPE_DOCUMENT (hr_document_get_type ())
G_DECLARE_FINAL_TYPE (HrDocument, hr_document, HR, DOCUMENT, GObject)

/**
 * HrDocumentOrigin:
 * @HR_DOCUMENT_OPENED: a plan as a person left it, or a new one
 * @HR_DOCUMENT_RECOVERED: a plan that was open when the program came to a sudden end
 * @HR_DOCUMENT_BACKUP: a copy of a backup
 * @HR_DOCUMENT_SALVAGED: what could be read of a damaged file
 *
 * Where a plan comes from; once it is saved it is like any other.
 */
typedef enum
{
  HR_DOCUMENT_OPENED,
  HR_DOCUMENT_RECOVERED,
  HR_DOCUMENT_BACKUP,
  HR_DOCUMENT_SALVAGED,
} HrDocumentOrigin;

HrDocument *hr_document_new (HrPlan *plan) G_GNUC_WARN_UNUSED_RESULT;

HrPlan *hr_document_get_plan (HrDocument *self);
HrHistory *hr_document_get_history (HrDocument *self);
HrCapacity *hr_document_get_capacity (HrDocument *self);
HrCapacity *hr_document_get_version (HrDocument *self, HrJourneyVersion version);
HrSegmentation *hr_document_get_segmentation (HrDocument *self);
void hr_document_try_rule (HrDocument *self, HrSegment *segment, const HrRule *rule);
GPtrArray *hr_document_get_checks (HrDocument *self);
GFile *hr_document_get_file (HrDocument *self);
gboolean hr_document_get_modified (HrDocument *self);
gboolean hr_document_get_autosave (HrDocument *self);
guint64 hr_document_get_saved_revision (HrDocument *self);
const char *hr_document_get_warning (HrDocument *self);
const GError *hr_document_get_conflict (HrDocument *self);

gboolean hr_document_holds (HrDocument *self, gpointer item);
gboolean hr_document_edit (HrDocument *self,
                           gpointer item,
                           const char *property,
                           const char *text,
                           GError **error);

void hr_document_load_async (GFile *file,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
void hr_document_recover_async (const char *id,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
void hr_document_restore_async (const char *path,
                                GFile *file,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
void hr_document_salvage_async (GFile *file,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
HrDocument *hr_document_load_finish (GAsyncResult *result, char **losses, GError **error);
void hr_document_save_async (HrDocument *self,
                             GFile *file,
                             HrSaveMode mode,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean hr_document_save_finish (HrDocument *self, GAsyncResult *result, GError **error);
void hr_document_check_file (HrDocument *self);
void hr_document_keep_accounts_async (HrDocument *self,
                                      HrPortfolio *portfolio,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
gboolean
hr_document_keep_accounts_finish (HrDocument *self, GAsyncResult *result, GError **error);
void hr_document_compare_async (HrDocument *self,
                                GFile *file,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean hr_document_compare_finish (HrDocument *self,
                                     GAsyncResult *result,
                                     HrPlanDiff *diff,
                                     GError **error);
void hr_document_close (HrDocument *self);

G_END_DECLS
