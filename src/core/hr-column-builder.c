/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "hr-column-private.h"

/* After so many texts a column whose texts hardly repeat stops looking them up. */
#define TRIAL_TEXTS 65536

struct _HrColumnBuilder
{
  char *name;
  HrColumnType type;
  gsize n;
  gsize allocated;
  gpointer values;

  char *bytes;
  gsize n_bytes;
  gsize bytes_allocated;
  guint64 *offsets;
  gsize n_texts;
  gsize offsets_allocated;
  gsize n_looked_up;
  HrTextIndex *index; /* (nullable): while texts are looked up */
};

/* Makes room for one more element, or for the @more that are asked for. */
static gpointer
grow (gpointer array, gsize *allocated, gsize n, gsize more, gsize size)
{
  if (n + more <= *allocated)
    return array;

  *allocated = MAX (MAX (n + more, *allocated * 2), 64);
  return g_realloc_n (array, *allocated, size);
}

static guint32
append_text (HrColumnBuilder *self, const char *text, gsize length)
{
  self->bytes = grow (self->bytes, &self->bytes_allocated, self->n_bytes, length + 1, 1);
  memcpy (self->bytes + self->n_bytes, text, length);
  self->n_bytes += length;
  self->bytes[self->n_bytes++] = '\0';

  self->offsets = grow (self->offsets, &self->offsets_allocated, self->n_texts + 1, 1,
                        sizeof (guint64));
  self->offsets[self->n_texts + 1] = self->n_bytes;
  return (guint32) self->n_texts++;
}

/**
 * hr_column_builder_new:
 * @name: the column's name
 * @type: its type
 *
 * Begins a column.
 *
 * Returns: (transfer full): a builder
 */
HrColumnBuilder *
hr_column_builder_new (const char *name, HrColumnType type)
{
  HrColumnBuilder *self = g_new0 (HrColumnBuilder, 1);

  self->name = g_strdup (name);
  self->type = type;
  if (type == HR_COLUMN_TEXT)
    {
      self->index = hr_text_index_new (0);
      self->offsets = g_new0 (guint64, 1);
      self->offsets_allocated = 1;
      append_text (self, "", 0);
    }
  return self;
}

void
hr_column_builder_free (HrColumnBuilder *self)
{
  g_clear_pointer (&self->index, hr_text_index_free);
  g_free (self->name);
  g_free (self->values);
  g_free (self->bytes);
  g_free (self->offsets);
  g_free (self);
}

gsize
hr_column_builder_get_n (const HrColumnBuilder *self)
{
  return self->n;
}

/* A column that is full takes no more; hr_column_builder_end() tells it. */
static inline void
append (HrColumnBuilder *self, gconstpointer value, gsize size)
{
  if (self->n < HR_COLUMN_MAX_ROWS)
    {
      self->values = grow (self->values, &self->allocated, self->n, 1, size);
      memcpy ((char *) self->values + self->n * size, value, size);
    }
  self->n++;
}

/**
 * hr_column_builder_add_number:
 * @self: a builder of numbers
 * @value: a number, or NAN for missing
 *
 * Appends a value.
 */
void
hr_column_builder_add_number (HrColumnBuilder *self, double value)
{
  g_return_if_fail (self->type == HR_COLUMN_NUMBER);
  append (self, &value, sizeof value);
}

/**
 * hr_column_builder_add_money:
 * @self: a builder of money
 * @value: an amount in minor units, or %HR_MONEY_NONE
 *
 * Appends a value.
 */
void
hr_column_builder_add_money (HrColumnBuilder *self, gint64 value)
{
  g_return_if_fail (self->type == HR_COLUMN_MONEY);
  append (self, &value, sizeof value);
}

/**
 * hr_column_builder_add_days:
 * @self: a builder of dates
 * @value: days since 1970-01-01, or %HR_DATE_NONE
 *
 * Appends a value.
 */
void
hr_column_builder_add_days (HrColumnBuilder *self, gint32 value)
{
  g_return_if_fail (self->type == HR_COLUMN_DATE);
  append (self, &value, sizeof value);
}

static void
append_flag (HrColumnBuilder *self, guint8 value)
{
  append (self, &value, sizeof value);
}

/**
 * hr_column_builder_add_flag:
 * @self: a builder of flags
 * @value: true or false
 *
 * Appends a value.
 */
void
hr_column_builder_add_flag (HrColumnBuilder *self, gboolean value)
{
  g_return_if_fail (self->type == HR_COLUMN_FLAG);
  append_flag (self, value != FALSE);
}

static guint32
look_up (HrColumnBuilder *self, const char *text, gsize length)
{
  const HrTexts texts = { self->bytes, self->offsets };
  guint32 hash = hr_text_index_hash (self->index, text, length);
  guint32 code = hr_text_index_find (self->index, &texts, hash, text, length);

  if (code == 0)
    {
      code = append_text (self, text, length);
      hr_text_index_add (self->index, hash, code);
    }
  if (++self->n_looked_up == TRIAL_TEXTS && self->n_texts > TRIAL_TEXTS / 2)
    g_clear_pointer (&self->index, hr_text_index_free);
  return code;
}

/**
 * hr_column_builder_add_text:
 * @self: a builder of texts
 * @text: (array length=length): a text, which need not end with a NUL
 * @length: its length in bytes; an empty text is missing
 *
 * Appends a value. A text that came before is usually not kept twice.
 */
void
hr_column_builder_add_text (HrColumnBuilder *self, const char *text, gsize length)
{
  guint32 code = 0;

  g_return_if_fail (self->type == HR_COLUMN_TEXT);

  if (length > 0 && self->n < HR_COLUMN_MAX_ROWS)
    code = self->index != NULL ? look_up (self, text, length)
                               : append_text (self, text, length);
  append (self, &code, sizeof code);
}

/**
 * hr_column_builder_add_missing:
 * @self: a builder
 *
 * Appends a value that is not known.
 */
void
hr_column_builder_add_missing (HrColumnBuilder *self)
{
  switch (self->type)
    {
    case HR_COLUMN_TEXT:
      hr_column_builder_add_text (self, "", 0);
      break;
    case HR_COLUMN_NUMBER:
      hr_column_builder_add_number (self, NAN);
      break;
    case HR_COLUMN_MONEY:
      hr_column_builder_add_money (self, HR_MONEY_NONE);
      break;
    case HR_COLUMN_DATE:
      hr_column_builder_add_days (self, HR_DATE_NONE);
      break;
    case HR_COLUMN_FLAG:
      append_flag (self, HR_FLAG_NONE);
      break;
    default:
      g_return_if_reached ();
    }
}

/* Gives back what growing by doubling took too much. */
static gpointer
trim (gpointer *array, gsize n, gsize size)
{
  return n > 0 ? g_realloc_n (g_steal_pointer (array), n, size) : g_steal_pointer (array);
}

/**
 * hr_column_builder_end:
 * @self: (transfer full): a builder
 * @error: where to say which value a column cannot hold
 *
 * Makes the column. Values must lie within the limits of the type, and texts be UTF-8
 * without a NUL.
 *
 * Returns: (transfer full): the column
 */
HrColumn *
hr_column_builder_end (HrColumnBuilder *self, GError **error)
{
  gsize n = MIN (self->n, HR_COLUMN_MAX_ROWS);
  gpointer values = trim (&self->values, n, hr_column_type_get_size (self->type));
  char *bytes = trim ((gpointer *) &self->bytes, self->n_bytes, 1);
  HrColumn *column = hr_column_new_take (self->name, self->type, self->n, values, bytes,
                                         self->n_bytes, self->n_texts, error);

  hr_column_builder_free (self);
  return column;
}
