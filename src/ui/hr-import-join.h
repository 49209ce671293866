/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hr-account-import.h"
#include "hr-csv-preview.h"

G_BEGIN_DECLS

#define HR_TYPE_IMPORT_JOIN (hr_import_join_get_type ())
G_DECLARE_FINAL_TYPE (HrImportJoin, hr_import_join, HR, IMPORT_JOIN, AdwPreferencesGroup)

void hr_import_join_set_id (HrImportJoin *self, const char *column);
void hr_import_join_open (HrImportJoin *self, GFile *file);
const HrCsvPreview *hr_import_join_get_file (HrImportJoin *self);
const char *hr_import_join_get_field (HrImportJoin *self);
gboolean hr_import_join_is_complete (HrImportJoin *self);
void hr_import_join_apply (HrImportJoin *self, HrAccountImport *import);

G_END_DECLS
