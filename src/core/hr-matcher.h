/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-portfolio.h"
#include "hr-rule.h"

G_BEGIN_DECLS

/**
 * HrMatcher:
 *
 * A rule made ready for some columns: columns found, texts looked up in their
 * dictionaries. Matching is then a few passes over arrays.
 *
 * It keeps the columns alive, never changes, is counted, and may run in several threads
 * at once.
 */
typedef struct _HrMatcher HrMatcher;

HrMatcher *hr_matcher_new (const HrRule *rule,
                           const HrPortfolio *portfolio) G_GNUC_WARN_UNUSED_RESULT;
HrMatcher *hr_matcher_new_for_columns (const HrRule *rule,
                                       HrColumn *const *columns,
                                       guint n_columns) G_GNUC_WARN_UNUSED_RESULT;
HrMatcher *hr_matcher_ref (HrMatcher *self);
void hr_matcher_unref (HrMatcher *self);
void hr_matcher_run (const HrMatcher *self, gsize first, gsize n, guint8 *matches);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HrMatcher, hr_matcher_unref)

G_END_DECLS
