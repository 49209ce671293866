/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hr-document.h"

G_BEGIN_DECLS

#define HR_TYPE_SPLIT_DIALOG (hr_split_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HrSplitDialog, hr_split_dialog, HR, SPLIT_DIALOG, AdwDialog)

AdwDialog *hr_split_dialog_new (HrDocument *document,
                                HrSegment *segment) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
