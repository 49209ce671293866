/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-grid-store.h"

G_BEGIN_DECLS

/**
 * HrGridChoiceList:
 *
 * What a cell can be, to choose from.
 */
#define HR_TYPE_GRID_CHOICE_LIST (hr_grid_choice_list_get_type ())
G_DECLARE_FINAL_TYPE (
    HrGridChoiceList, hr_grid_choice_list, HR, GRID_CHOICE_LIST, GtkPopover)

GtkWidget *hr_grid_choice_new (GListModel *choices,
                               HrGridChoice kind,
                               const char *chosen) G_GNUC_WARN_UNUSED_RESULT;
gboolean hr_grid_choice_find (HrGridChoiceList *self, gunichar letter);

G_END_DECLS
