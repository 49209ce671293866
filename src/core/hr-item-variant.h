/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-item.h"

G_BEGIN_DECLS

/* Items and values as GVariants, by their field tables: how the journal of an open plan
 * keeps what was done to it. What is read is checked as if an enemy had written it. */

/* An id, and the fields that do not have their default, by property. */
#define HR_ITEM_VARIANT_TYPE "(sa{sv})"

GVariant *hr_item_to_variant (gconstpointer item) G_GNUC_WARN_UNUSED_RESULT;
gpointer hr_item_from_variant (GType type,
                               GVariant *variant,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

GVariant *hr_field_to_variant (const HrField *field,
                               const GValue *value) G_GNUC_WARN_UNUSED_RESULT;
gboolean hr_field_from_variant (const HrField *field,
                                GVariant *variant,
                                GValue *value,
                                GError **error);

G_END_DECLS
