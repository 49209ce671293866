/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-text-index.h"

#include <string.h>

/* The hash tells nearly all strangers apart without a look at the texts. */
typedef struct
{
  guint32 hash;
  guint32 code; /* 0: free */
} Slot;

struct _HrTextIndex
{
  Slot *slots;
  gsize mask; /* slots - 1, a power of two less one */
  gsize n;
  guint64 seed;
};

#define MULTIPLIER G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)
#define MINIMUM_SLOTS 64

/* At least half of the slots are free. */
static gsize
slots_for (gsize n_texts)
{
  gsize n = MINIMUM_SLOTS;

  while (n / 2 < n_texts)
    n *= 2;
  return n;
}

/**
 * hr_text_index_new:
 * @n_texts: how many texts it will have, if known
 *
 * Makes an empty index. Its hash is seeded, so no file can be made to fill one slot.
 *
 * Returns: (transfer full): an index
 */
HrTextIndex *
hr_text_index_new (gsize n_texts)
{
  HrTextIndex *self = g_new0 (HrTextIndex, 1);

  self->mask = slots_for (n_texts) - 1;
  self->slots = g_new0 (Slot, self->mask + 1);
  self->seed = (guint64) g_random_int () << 32 | g_random_int ();
  return self;
}

void
hr_text_index_free (HrTextIndex *self)
{
  g_free (self->slots);
  g_free (self);
}

static inline guint64
mix (guint64 hash, guint64 word)
{
  hash = (hash ^ word) * MULTIPLIER;
  return hash ^ hash >> 32;
}

/* The last bytes, eight at most, without a loop: what is read twice does no harm. */
static inline guint64
load_tail (const char *text, gsize length)
{
  guint32 first, last;

  if (length < sizeof first)
    return length == 0
               ? 0
               : (guint64) (guchar) text[0] | (guint64) (guchar) text[length / 2] << 8 |
                     (guint64) (guchar) text[length - 1] << 16;

  memcpy (&first, text, sizeof first);
  memcpy (&last, text + length - sizeof last, sizeof last);
  return (guint64) last << 32 | first;
}

/* It reads eight bytes at a time; most texts are shorter than two such words. */
guint32
hr_text_index_hash (const HrTextIndex *self, const char *text, gsize length)
{
  guint64 hash = self->seed ^ length, word;

  for (; length > sizeof word; length -= sizeof word, text += sizeof word)
    {
      memcpy (&word, text, sizeof word);
      hash = mix (hash, word);
    }
  return mix (mix (hash, load_tail (text, length)), self->seed) >> 32;
}

/* Begins to load the slot of a hash that will be asked for soon. */
void
hr_text_index_prefetch (const HrTextIndex *self, guint32 hash)
{
  __builtin_prefetch (&self->slots[hash & self->mask]);
}

/**
 * hr_text_index_find:
 * @self: an index
 * @texts: the dictionary
 * @hash: the hash of @text
 * @text: a text, not necessarily NUL-ended
 * @length: its length in bytes
 *
 * Finds a text.
 *
 * Returns: its code, 0 if it is not there
 */
guint32
hr_text_index_find (const HrTextIndex *self,
                    const HrTexts *texts,
                    guint32 hash,
                    const char *text,
                    gsize length)
{
  for (gsize i = hash & self->mask; self->slots[i].code != 0; i = (i + 1) & self->mask)
    {
      guint32 code = self->slots[i].code;

      if (self->slots[i].hash == hash && hr_texts_get_length (texts, code) == length &&
          memcmp (hr_texts_get (texts, code), text, length) == 0)
        return code;
    }
  return 0;
}

static void
place (HrTextIndex *self, Slot slot)
{
  gsize i = slot.hash & self->mask;

  while (self->slots[i].code != 0)
    i = (i + 1) & self->mask;
  self->slots[i] = slot;
}

static void
grow (HrTextIndex *self)
{
  gsize n_before = self->mask + 1;
  g_autofree Slot *before = g_steal_pointer (&self->slots);

  self->slots = g_new0 (Slot, n_before * 2);
  self->mask = n_before * 2 - 1;
  for (gsize i = 0; i < n_before; i++)
    if (before[i].code != 0)
      place (self, before[i]);
}

/**
 * hr_text_index_add:
 * @self: an index
 * @hash: the hash of a text that is not in it
 * @code: its code, not 0
 *
 * Adds a text.
 */
void
hr_text_index_add (HrTextIndex *self, guint32 hash, guint32 code)
{
  if (self->n >= (self->mask + 1) / 2)
    grow (self);
  place (self, (Slot) { hash, code });
  self->n++;
}
