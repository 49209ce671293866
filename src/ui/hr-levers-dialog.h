/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hr-document.h"

G_BEGIN_DECLS

#define HR_TYPE_LEVERS_DIALOG (hr_levers_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HrLeversDialog, hr_levers_dialog, HR, LEVERS_DIALOG, AdwDialog)

AdwDialog *hr_levers_dialog_new (HrDocument *document,
                                 guint segment) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
