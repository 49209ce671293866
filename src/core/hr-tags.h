/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-types.h"

G_BEGIN_DECLS

/**
 * HrTag:
 * @kind: where the figure came from
 * @source: (nullable): who says so, for a benchmark or an import
 * @year: the year of the source, or 0
 *
 * Where one figure came from.
 */
typedef struct
{
  HrTagKind kind;
  const char *source;
  int year;
} HrTag;

/**
 * HrTags:
 *
 * The tags of one object's figures, by property; immutable and counted.
 *
 * %NULL stands for no tags. Properties come in alphabetical order.
 */
typedef struct _HrTags HrTags;

#define HR_TYPE_TAGS (hr_tags_get_type ())
GType hr_tags_get_type (void);

HrTags *hr_tags_ref (HrTags *self);
void hr_tags_unref (HrTags *self);
HrTags *hr_tags_with (const HrTags *self,
                      const char *property,
                      const HrTag *tag) G_GNUC_WARN_UNUSED_RESULT;
const HrTag *hr_tags_get (const HrTags *self, const char *property);
guint hr_tags_get_n (const HrTags *self);
const HrTag *hr_tags_get_nth (const HrTags *self, guint i, const char **property);
gboolean hr_tags_equal (const HrTags *a, const HrTags *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HrTags, hr_tags_unref)

G_END_DECLS
