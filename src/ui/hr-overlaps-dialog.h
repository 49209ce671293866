/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hr-document.h"

G_BEGIN_DECLS

#define HR_TYPE_OVERLAPS_DIALOG (hr_overlaps_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    HrOverlapsDialog, hr_overlaps_dialog, HR, OVERLAPS_DIALOG, AdwDialog)

AdwDialog *hr_overlaps_dialog_new (HrDocument *document) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
