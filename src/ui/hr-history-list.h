/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hr-document.h"

G_BEGIN_DECLS

#define HR_TYPE_HISTORY_LIST (hr_history_list_get_type ())
G_DECLARE_FINAL_TYPE (HrHistoryList, hr_history_list, HR, HISTORY_LIST, AdwBin)

AdwDialog *hr_history_list_new_dialog (HrDocument *document) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
