/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "hr-field.h"

G_BEGIN_DECLS

/* An ordered list of items of one type that belong to one parent; a GListModel. */

#define HR_TYPE_LIST (hr_list_get_type ())
G_DECLARE_FINAL_TYPE (HrList, hr_list, HR, LIST, GObject)

HrList *hr_list_new (GType item_type) G_GNUC_WARN_UNUSED_RESULT;

GType hr_list_get_item_type (HrList *self);
guint hr_list_get_n (const HrList *self);
gpointer hr_list_get (const HrList *self, guint position);
gpointer const *hr_list_peek (const HrList *self, guint *n);
gpointer hr_list_find (const HrList *self, const char *id);
gboolean hr_list_get_position (const HrList *self, gconstpointer item, guint *position);

/* Who owns a list, for those who must name it: %NULL once the owner is gone. */
gpointer hr_list_get_owner (const HrList *self, const HrField **field);
void hr_list_set_owner (HrList *self, gpointer item, const HrField *field);

/* For the history, and for importers that fill a plan which nobody else sees yet. */
void hr_list_insert (HrList *self, guint position, gpointer item);
void hr_list_append (HrList *self, gpointer item);
gpointer hr_list_steal (HrList *self, guint position) G_GNUC_WARN_UNUSED_RESULT;
void hr_list_move (HrList *self, guint from, guint to);

G_END_DECLS
