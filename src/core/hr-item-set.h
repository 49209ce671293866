/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-item.h"

G_BEGIN_DECLS

/**
 * HrItemSet:
 *
 * Items by what references know of them: their type and their id.
 */
typedef struct _HrItemSet HrItemSet;

HrItemSet *hr_item_set_new (void) G_GNUC_WARN_UNUSED_RESULT;
void hr_item_set_free (HrItemSet *self);
gboolean hr_item_set_add (HrItemSet *self, gconstpointer item);
gboolean hr_item_set_contains (HrItemSet *self, GType type, const char *id);
gboolean
hr_item_set_is_referred_to (HrItemSet *self, gconstpointer item, const HrField *field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HrItemSet, hr_item_set_free)

G_END_DECLS
