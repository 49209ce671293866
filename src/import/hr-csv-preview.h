/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HrCsvPreview:
 *
 * The head of a CSV file, for a person who is about to import it: its columns, its first
 * rows, and which column seems to be which field.
 */
typedef struct _HrCsvPreview HrCsvPreview;

HrCsvPreview *hr_csv_preview_new (const char *path,
                                  guint n_rows,
                                  GCancellable *cancellable,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
void hr_csv_preview_free (HrCsvPreview *self);

const char *hr_csv_preview_get_path (const HrCsvPreview *self);
const char *hr_csv_preview_get_name (const HrCsvPreview *self);
guint hr_csv_preview_get_n_columns (const HrCsvPreview *self);
const char *hr_csv_preview_get_column (const HrCsvPreview *self, guint column);
guint hr_csv_preview_get_n_rows (const HrCsvPreview *self);
const char *hr_csv_preview_get_text (const HrCsvPreview *self, guint row, guint column);
gboolean
hr_csv_preview_find_field (const HrCsvPreview *self, const char *field, guint *column);
gboolean hr_csv_preview_needs_date_order (const HrCsvPreview *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HrCsvPreview, hr_csv_preview_free)

G_END_DECLS
