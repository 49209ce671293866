/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hr-document.h"

G_BEGIN_DECLS

#define HR_TYPE_RESTORE_DIALOG (hr_restore_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HrRestoreDialog, hr_restore_dialog, HR, RESTORE_DIALOG, AdwDialog)

AdwDialog *hr_restore_dialog_new (GFile *file,
                                  HrDocument *document) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
