/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HrTexts:
 * @bytes: the texts, each ended by a NUL
 * @offsets: where each begins, and where the last ends
 *
 * The dictionary of a text column.
 */
typedef struct
{
  const char *bytes;
  const guint64 *offsets;
} HrTexts;

static inline const char *
hr_texts_get (const HrTexts *self, guint32 code)
{
  return self->bytes + self->offsets[code];
}

static inline gsize
hr_texts_get_length (const HrTexts *self, guint32 code)
{
  return self->offsets[code + 1] - self->offsets[code] - 1;
}

/**
 * HrTextIndex:
 *
 * Finds a text's code: a hash table of codes over a dictionary that is kept elsewhere
 * and may move. Code 0 is never in it.
 */
typedef struct _HrTextIndex HrTextIndex;

HrTextIndex *hr_text_index_new (gsize n_texts) G_GNUC_WARN_UNUSED_RESULT;
void hr_text_index_free (HrTextIndex *self);
guint32 hr_text_index_hash (const HrTextIndex *self, const char *text, gsize length);
void hr_text_index_prefetch (const HrTextIndex *self, guint32 hash);
guint32 hr_text_index_find (const HrTextIndex *self,
                            const HrTexts *texts,
                            guint32 hash,
                            const char *text,
                            gsize length);
void hr_text_index_add (HrTextIndex *self, guint32 hash, guint32 code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HrTextIndex, hr_text_index_free)

G_END_DECLS
