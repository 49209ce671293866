/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-test-ui.h"

G_BEGIN_DECLS

/* What the tests of the editors share: the rows that edit an item, worked as a person
 * does, and the item behind them. */

/**
 * HrTestEntry:
 * @title: of the row
 * @property: what it edits
 * @typed: what a person types
 * @value: what the row shows then, and how the item's value is typed
 *
 * An edit that is taken.
 */
typedef struct
{
  const char *title;
  const char *property;
  const char *typed;
  const char *value;
} HrTestEntry;

char *hr_test_get_value (gpointer item, const char *property) G_GNUC_WARN_UNUSED_RESULT;
#define hr_test_assert_value(item, property, expected)                                   \
  G_STMT_START                                                                           \
  {                                                                                      \
    g_autofree char *value_ = hr_test_get_value (item, property);                        \
    g_assert_cmpstr (value_, ==, expected);                                              \
  }                                                                                      \
  G_STMT_END

void hr_test_edit_entry (HrTestUi *ui, gpointer item, const HrTestEntry *entry);
void hr_test_choose (HrTestUi *ui, const char *title, const char *choice);
void hr_test_refuse_entry (
    HrTestUi *ui, gpointer item, const char *title, const char *typed, const char *why);
void hr_test_assert_undo (HrTestUi *ui,
                          gpointer item,
                          const char *property,
                          const char *before,
                          const char *after);
void hr_test_assert_one_step (HrTestUi *ui, HrPlan *before);

/* What the outlines of personas and of health list. */
GtkWidget *hr_test_find_in_outline (HrTestUi *ui, const char *name);
void hr_test_choose_in_outline (HrTestUi *ui, const char *name);

G_END_DECLS
