/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hr-histogram.h"

G_BEGIN_DECLS

#define HR_TYPE_THRESHOLD_HANDLE (hr_threshold_handle_get_type ())
G_DECLARE_FINAL_TYPE (
    HrThresholdHandle, hr_threshold_handle, HR, THRESHOLD_HANDLE, GtkWidget)

GtkWidget *hr_threshold_handle_new (void) G_GNUC_WARN_UNUSED_RESULT;
void hr_threshold_handle_set_name (HrThresholdHandle *self, const char *name);
void hr_threshold_handle_set_value (HrThresholdHandle *self,
                                    const HrValueAxis *axis,
                                    double value,
                                    const char *words);

G_END_DECLS
