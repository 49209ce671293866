/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hr-account-import.h"
#include "hr-csv-preview.h"

G_BEGIN_DECLS

/* The slow side of an import, none of which blocks: choosing a file, looking into it,
 * reading it. */

void hr_import_file_choose (GtkWidget *parent,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
void hr_import_file_open (GFile *file,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
HrCsvPreview *hr_import_file_finish (GAsyncResult *result,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

GTask *hr_import_run_async (HrAccountImport *import,
                            GObject *source,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback) G_GNUC_WARN_UNUSED_RESULT;
double hr_import_run_get_progress (GTask *task);
HrPortfolio *hr_import_run_finish (GAsyncResult *result,
                                   HrImportReport **report,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
