/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hr-csv-preview.h"

G_BEGIN_DECLS

#define HR_TYPE_IMPORT_PREVIEW (hr_import_preview_get_type ())
G_DECLARE_FINAL_TYPE (HrImportPreview, hr_import_preview, HR, IMPORT_PREVIEW, AdwBin)

void hr_import_preview_show (HrImportPreview *self, const HrCsvPreview *preview);

G_END_DECLS
