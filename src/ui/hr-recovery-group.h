/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HR_TYPE_RECOVERY_GROUP (hr_recovery_group_get_type ())
G_DECLARE_FINAL_TYPE (
    HrRecoveryGroup, hr_recovery_group, HR, RECOVERY_GROUP, AdwPreferencesGroup)

void hr_recovery_count_async (GAsyncReadyCallback callback, gpointer user_data);
guint hr_recovery_count_finish (GAsyncResult *result);
AdwDialog *hr_recovery_dialog_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
