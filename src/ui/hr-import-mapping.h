/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hr-account-import.h"
#include "hr-csv-preview.h"

G_BEGIN_DECLS

/* Choosing one of a file's columns: a row of a group, with a first choice for none. */
void hr_import_column_row_set_file (AdwComboRow *row,
                                    const HrCsvPreview *preview,
                                    const char *none);
void hr_import_column_row_choose (AdwComboRow *row, guint column);
const char *hr_import_column_row_get (AdwComboRow *row);

#define HR_TYPE_IMPORT_MAPPING (hr_import_mapping_get_type ())
G_DECLARE_FINAL_TYPE (
    HrImportMapping, hr_import_mapping, HR, IMPORT_MAPPING, AdwPreferencesGroup)

void hr_import_mapping_set_file (HrImportMapping *self, const HrCsvPreview *preview);
void hr_import_mapping_set_joined (HrImportMapping *self,
                                   const char *field,
                                   gboolean is_joined);
const char *hr_import_mapping_get_column (HrImportMapping *self, const char *field);
void hr_import_mapping_apply (HrImportMapping *self, HrAccountImport *import);

G_END_DECLS
