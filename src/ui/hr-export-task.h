/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-plan.h"

G_BEGIN_DECLS

void hr_export_async (HrPlan *plan,
                      GFile *file,
                      GObject *source,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback);
gboolean hr_export_finish (GAsyncResult *result, GError **error);

G_END_DECLS
