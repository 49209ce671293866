/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hr-plan.h"

G_BEGIN_DECLS

/**
 * HrReference:
 *
 * One choice of a pop-up: what a reference or an enumeration can be, with its name.
 */
#define HR_TYPE_REFERENCE (hr_reference_get_type ())
G_DECLARE_FINAL_TYPE (HrReference, hr_reference, HR, REFERENCE, GObject)

/* The choices of a field; they follow the plan. An empty id stands for none. */
GListModel *hr_references_new (HrPlan *plan,
                               const HrField *field) G_GNUC_WARN_UNUSED_RESULT;
GListModel *hr_references_new_for_texts (GPtrArray *texts) G_GNUC_WARN_UNUSED_RESULT;
GtkExpression *hr_references_get_expression (void);
guint hr_references_find (GListModel *choices, const char *id);
const char *hr_references_get_id (GListModel *choices, guint position);

/* The name of what a reference names; "" for none. */
const char *hr_references_get_name (HrPlan *plan, GType type, const char *id);

G_END_DECLS
