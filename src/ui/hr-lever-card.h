/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HR_TYPE_LEVER_CARD (hr_lever_card_get_type ())
G_DECLARE_FINAL_TYPE (HrLeverCard, hr_lever_card, HR, LEVER_CARD, AdwBin)

void hr_lever_card_set_title (HrLeverCard *self, const char *title);
void hr_lever_card_set_effect (HrLeverCard *self,
                               const char *text,
                               const char *people,
                               const char *money,
                               const char *arr);
void hr_lever_card_set_arr_title (HrLeverCard *self, const char *title);
void hr_lever_card_set_action (HrLeverCard *self,
                               const char *label,
                               const char *tooltip,
                               gboolean can_do);

G_END_DECLS
