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

HrDocument *hr_document_new (HrPlan *plan) G_GNUC_WARN_UNUSED_RESULT;

HrPlan *hr_document_get_plan (HrDocument *self);
HrHistory *hr_document_get_history (HrDocument *self);
HrCapacity *hr_document_get_capacity (HrDocument *self);
HrCapacity *hr_document_get_version (HrDocument *self, HrJourneyVersion version);
HrSegmentation *hr_document_get_segmentation (HrDocument *self);
GPtrArray *hr_document_get_checks (HrDocument *self);
GFile *hr_document_get_file (HrDocument *self);
gboolean hr_document_get_modified (HrDocument *self);
const char *hr_document_get_warning (HrDocument *self);
const GError *hr_document_get_conflict (HrDocument *self);

gboolean hr_document_edit (HrDocument *self,
                           gpointer item,
                           const char *property,
                           const char *text,
                           GError **error);

void hr_document_load_async (GFile *file,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
HrDocument *hr_document_load_finish (GAsyncResult *result, GError **error);
void hr_document_recover_async (const char *id,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
HrDocument *
hr_document_recover_finish (GAsyncResult *result, guint64 *n_lost, GError **error);
void hr_document_save_async (HrDocument *self,
                             GFile *file,
                             HrSaveMode mode,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean hr_document_save_finish (HrDocument *self, GAsyncResult *result, GError **error);
void hr_document_compare_async (HrDocument *self,
                                GFile *other,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean hr_document_compare_finish (HrDocument *self,
                                     GAsyncResult *result,
                                     HrPlanDiff *diff,
                                     GError **error);
void hr_document_restore_async (const char *backup,
                                GFile *file,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
void hr_document_salvage_async (GFile *file,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
HrDocument *
hr_document_salvage_finish (GAsyncResult *result, GPtrArray **losses, GError **error);
void hr_document_check_file (HrDocument *self);
void hr_document_close (HrDocument *self);

G_END_DECLS
