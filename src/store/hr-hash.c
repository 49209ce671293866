/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-hash.h"

#include <string.h>

#define PRIME_1 G_GUINT64_CONSTANT (0x9E3779B185EBCA87)
#define PRIME_2 G_GUINT64_CONSTANT (0xC2B2AE3D27D4EB4F)
#define PRIME_3 G_GUINT64_CONSTANT (0x165667B19E3779F9)
#define PRIME_4 G_GUINT64_CONSTANT (0x85EBCA77C2B2AE63)
#define PRIME_5 G_GUINT64_CONSTANT (0x27D4EB2F165667C5)

#define STRIPE 32

static guint64
rotate (guint64 x, guint n)
{
  return x << n | x >> (64 - n);
}

static guint64
read_64 (const guint8 *at)
{
  guint64 value;

  memcpy (&value, at, sizeof value);
  return GUINT64_FROM_LE (value);
}

static guint32
read_32 (const guint8 *at)
{
  guint32 value;

  memcpy (&value, at, sizeof value);
  return GUINT32_FROM_LE (value);
}

static guint64
stir (guint64 lane, guint64 input)
{
  return rotate (lane + input * PRIME_2, 31) * PRIME_1;
}

static guint64
merge (guint64 hash, guint64 lane)
{
  return (hash ^ stir (0, lane)) * PRIME_1 + PRIME_4;
}

static guint64
hash_stripes (const guint8 *at, const guint8 *end, guint64 seed)
{
  guint64 lanes[4] = { seed + PRIME_1 + PRIME_2, seed + PRIME_2, seed, seed - PRIME_1 };
  guint64 hash;

  for (; at + STRIPE <= end; at += STRIPE)
    for (guint i = 0; i < G_N_ELEMENTS (lanes); i++)
      lanes[i] = stir (lanes[i], read_64 (at + 8 * i));

  hash = rotate (lanes[0], 1) + rotate (lanes[1], 7) + rotate (lanes[2], 12) +
         rotate (lanes[3], 18);
  for (guint i = 0; i < G_N_ELEMENTS (lanes); i++)
    hash = merge (hash, lanes[i]);
  return hash;
}

static guint64
hash_rest (guint64 hash, const guint8 *at, const guint8 *end)
{
  for (; at + 8 <= end; at += 8)
    hash = rotate (hash ^ stir (0, read_64 (at)), 27) * PRIME_1 + PRIME_4;
  for (; at + 4 <= end; at += 4)
    hash = rotate (hash ^ read_32 (at) * PRIME_1, 23) * PRIME_2 + PRIME_3;
  for (; at < end; at++)
    hash = rotate (hash ^ *at * PRIME_5, 11) * PRIME_1;

  hash = (hash ^ hash >> 33) * PRIME_2;
  hash = (hash ^ hash >> 29) * PRIME_3;
  return hash ^ hash >> 32;
}

/**
 * hr_hash:
 * @data: (nullable): bytes; may be %NULL for none
 * @length: how many
 * @seed: where to start: 0, or the hash of what came before
 *
 * Takes the hash of some bytes. The source of the formula is the XXH64 algorithm
 * description of Yann Collet, version 0.1.1.
 */
guint64
hr_hash (gconstpointer data, gsize length, guint64 seed)
{
  const guint8 *at = data != NULL ? data : (const guint8 *) "", *end = at + length;
  guint64 hash = length >= STRIPE ? hash_stripes (at, end, seed) : seed + PRIME_5;

  return hash_rest (hash + length, end - length % STRIPE, end);
}
