/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "hr-column-private.h"
#include "hr-error.h"

#define LARGE_PAGE (2 * 1024 * 1024)

/**
 * hr_column_type_get_size:
 * @type: of a column
 *
 * Returns: how many bytes a value takes in memory; 0 for no type of a column
 */
gsize
hr_column_type_get_size (HrColumnType type)
{
  switch (type)
    {
    case HR_COLUMN_TEXT:
      return sizeof (guint32);
    case HR_COLUMN_NUMBER:
      return sizeof (double);
    case HR_COLUMN_MONEY:
      return sizeof (gint64);
    case HR_COLUMN_DATE:
      return sizeof (gint32);
    case HR_COLUMN_FLAG:
      return sizeof (guint8);
    default:
      return 0;
    }
}

/* --- What may be in a column --- */

/* Expanded for each type, so that the loop over a million values has no branch but
 * this test. */
G_ALWAYS_INLINE static inline gsize
find_bad (const HrColumn *self, HrColumnType type)
{
  const guint32 *codes = self->values;
  const double *numbers = self->values;
  const gint64 *money = self->values;
  const gint32 *days = self->values;
  const guint8 *flags = self->values;

  for (gsize row = 0; row < self->n; row++)
    if (type == HR_COLUMN_TEXT     ? codes[row] >= self->n_texts
        : type == HR_COLUMN_NUMBER ? isinf (numbers[row])
        : type == HR_COLUMN_MONEY
            ? (money[row] < -HR_MONEY_MAX || money[row] > HR_MONEY_MAX) &&
                  money[row] != HR_MONEY_NONE
        : type == HR_COLUMN_DATE ? (days[row] < HR_DATE_MIN || days[row] > HR_DATE_MAX) &&
                                       days[row] != HR_DATE_NONE
                                 : flags[row] > HR_FLAG_NONE)
      return row;
  return self->n;
}

static gboolean
check_values (const HrColumn *self, GError **error)
{
  gsize row = 0;

  switch (self->type)
    {
    case HR_COLUMN_TEXT:
      row = find_bad (self, HR_COLUMN_TEXT);
      break;
    case HR_COLUMN_NUMBER:
      row = find_bad (self, HR_COLUMN_NUMBER);
      break;
    case HR_COLUMN_MONEY:
      row = find_bad (self, HR_COLUMN_MONEY);
      break;
    case HR_COLUMN_DATE:
      row = find_bad (self, HR_COLUMN_DATE);
      break;
    case HR_COLUMN_FLAG:
      row = find_bad (self, HR_COLUMN_FLAG);
      break;
    default:
      g_return_val_if_reached (FALSE);
    }
  if (row == self->n)
    return TRUE;

  g_set_error (error, HR_ERROR, HR_ERROR_RANGE,
               _ ("The value of account %zu in column “%s” is beyond what a column can "
                  "hold."),
               row + 1, self->name);
  return FALSE;
}

static gboolean
is_ascii (const char *bytes, gsize length)
{
  guint64 all = 0, word;

  for (; length >= sizeof word; length -= sizeof word, bytes += sizeof word)
    {
      memcpy (&word, bytes, sizeof word);
      all |= word;
    }
  for (gsize i = 0; i < length; i++)
    all |= (guchar) bytes[i];
  return (all & G_GUINT64_CONSTANT (0x8080808080808080)) == 0;
}

/**
 * hr_column_alloc:
 * @size: how many bytes
 *
 * Takes memory for an array of a column.
 *
 * Large arrays ask for large pages: touching memory for the first time, 4 KiB after the
 * other, would take a third of the time that opening a million accounts takes.
 *
 * Returns: (transfer full) (nullable): the array, to be freed with g_free(), or %NULL
 *   where there is too little memory
 */
gpointer
hr_column_alloc (gsize size)
{
  void *array = NULL;

  if (size < LARGE_PAGE)
    return g_try_malloc (MAX (size, 1));
  if (posix_memalign (&array, LARGE_PAGE, size) != 0)
    return NULL;
#ifdef MADV_HUGEPAGE
  madvise (array, size, MADV_HUGEPAGE);
#endif
  return array;
}

/* Where in a word of eight bytes the NULs are: the highest bit of each. */
static guint64
find_nuls (guint64 word)
{
  const guint64 low = G_GUINT64_CONSTANT (0x7f7f7f7f7f7f7f7f);

  return ~(((word & low) + low) | word | low);
}

/* Writes down where each text ends, eight bytes at a time: a million short texts are not
 * worth a call each. Returns: whether there are as many as was said, and nothing behind
 */
static gboolean
find_ends (HrColumn *self, gsize n_bytes, gsize n_texts)
{
  gsize n = 0;

  self->offsets[0] = 0;
  for (gsize at = 0; at < n_bytes; at += sizeof (guint64))
    {
      guint64 word = G_MAXUINT64; /* nothing ends beyond the last byte */

      memcpy (&word, self->bytes + at, MIN (n_bytes - at, sizeof word));
      for (guint64 nuls = find_nuls (GUINT64_FROM_LE (word)); nuls != 0; nuls &= nuls - 1)
        {
          if (n == n_texts)
            return FALSE;
          self->offsets[++n] = at + (gsize) __builtin_ctzll (nuls) / 8 + 1;
        }
    }
  return n == n_texts && self->offsets[n] == n_bytes;
}

/* Each text begins where the one before ended, with a NUL, and only the first is empty.
 * There are as many as was said. */
static gboolean
find_texts (HrColumn *self, gsize n_bytes, gsize n_texts)
{
  gboolean ascii = is_ascii (self->bytes, n_bytes);

  self->offsets = hr_column_alloc ((n_texts + 1) * sizeof *self->offsets);
  if (self->offsets == NULL || !find_ends (self, n_bytes, n_texts))
    return FALSE;
  for (gsize i = 0; i < n_texts; i++)
    {
      gsize length = self->offsets[i + 1] - self->offsets[i] - 1;

      if ((length == 0) != (i == 0) ||
          (!ascii && !g_utf8_validate_len (self->bytes + self->offsets[i], length, NULL)))
        return FALSE;
    }
  self->n_texts = (guint32) n_texts;
  return TRUE;
}

static gboolean
check_column (HrColumn *self, gsize n_bytes, gsize n_texts, GError **error)
{
  const char *why = NULL;

  if (hr_column_type_get_size (self->type) == 0)
    why = _ ("its type is not known");
  else if (self->n > HR_COLUMN_MAX_ROWS)
    why = _ ("it is too long");
  else if (self->type != HR_COLUMN_TEXT)
    why = NULL;
  else if (n_texts < 1 || n_texts > MIN (n_bytes, G_MAXUINT32))
    why = _ ("it has no texts, or too many");
  else if (!find_texts (self, n_bytes, n_texts))
    why = _ ("its texts are not valid UTF-8, each ended by a NUL");
  if (why == NULL)
    return check_values (self, error);

  g_set_error (error, HR_ERROR, HR_ERROR_SYNTAX,
               _ ("The column “%s” cannot be read: %s."), self->name, why);
  return FALSE;
}

/**
 * hr_column_new_take:
 * @name: its name
 * @type: its type
 * @n: how many values
 * @values: (transfer full) (nullable): the array, as [enum@ColumnType] says
 * @bytes: (transfer full) (nullable): the texts of the dictionary, each ended by a NUL
 * @n_bytes: the length of @bytes
 * @n_texts: how many texts, the empty one counted, which is the first
 * @error: where to say what is wrong
 *
 * Makes a column of arrays, which are freed with g_free() in any case.
 *
 * Nothing is believed: each code is below the number of texts, texts are valid UTF-8
 * and ended by a NUL, none but the first is empty, and each value lies within the limits
 * of its type.
 *
 * Returns: (transfer full): a new column
 */
HrColumn *
hr_column_new_take (const char *name,
                    HrColumnType type,
                    gsize n,
                    gpointer values,
                    char *bytes,
                    gsize n_bytes,
                    gsize n_texts,
                    GError **error)
{
  g_autoptr (HrColumn) self = g_new0 (HrColumn, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->name = g_strdup (name);
  self->type = type;
  self->n = n;
  self->values = values;
  self->bytes = bytes;
  if (!check_column (self, n_bytes, n_texts, error))
    return NULL;

  return g_steal_pointer (&self);
}

HrColumn *
hr_column_ref (HrColumn *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

static void
folded_free (HrTexts *folded, HrColumn *self)
{
  if (folded->bytes != self->bytes)
    g_free ((char *) folded->bytes);
  if (folded->offsets != self->offsets)
    g_free ((guint64 *) folded->offsets);
  g_free (folded);
}

static void
rows_free (HrColumnRows *rows)
{
  hr_text_index_free (rows->index);
  g_free (rows->rows);
  g_free (rows);
}

void
hr_column_unref (HrColumn *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  if (self->folded != NULL)
    folded_free (self->folded, self);
  g_clear_pointer (&self->rows, rows_free);
  g_free (self->name);
  g_free (self->values);
  g_free (self->bytes);
  g_free (self->offsets);
  g_free (self);
}

const char *
hr_column_get_name (const HrColumn *self)
{
  return self->name;
}

HrColumnType
hr_column_get_column_type (const HrColumn *self)
{
  return self->type;
}

gsize
hr_column_get_n (const HrColumn *self)
{
  return self->n;
}

const double *
hr_column_get_numbers (const HrColumn *self)
{
  g_return_val_if_fail (self->type == HR_COLUMN_NUMBER, NULL);
  return self->values;
}

const gint64 *
hr_column_get_money (const HrColumn *self)
{
  g_return_val_if_fail (self->type == HR_COLUMN_MONEY, NULL);
  return self->values;
}

const gint32 *
hr_column_get_days (const HrColumn *self)
{
  g_return_val_if_fail (self->type == HR_COLUMN_DATE, NULL);
  return self->values;
}

const guint8 *
hr_column_get_flags (const HrColumn *self)
{
  g_return_val_if_fail (self->type == HR_COLUMN_FLAG, NULL);
  return self->values;
}

const guint32 *
hr_column_get_codes (const HrColumn *self)
{
  g_return_val_if_fail (self->type == HR_COLUMN_TEXT, NULL);
  return self->values;
}

gboolean
hr_column_is_missing (const HrColumn *self, gsize row)
{
  g_return_val_if_fail (row < self->n, TRUE);

  switch (self->type)
    {
    case HR_COLUMN_TEXT:
      return hr_column_get_codes (self)[row] == 0;
    case HR_COLUMN_NUMBER:
      return isnan (hr_column_get_numbers (self)[row]);
    case HR_COLUMN_MONEY:
      return hr_column_get_money (self)[row] == HR_MONEY_NONE;
    case HR_COLUMN_DATE:
      return hr_column_get_days (self)[row] == HR_DATE_NONE;
    case HR_COLUMN_FLAG:
      return hr_column_get_flags (self)[row] == HR_FLAG_NONE;
    default:
      g_return_val_if_reached (TRUE);
    }
}

/* --- Texts --- */

guint32
hr_column_get_n_texts (const HrColumn *self)
{
  g_return_val_if_fail (self->type == HR_COLUMN_TEXT, 0);
  return self->n_texts;
}

const char *
hr_column_get_text (const HrColumn *self, guint32 code)
{
  g_return_val_if_fail (code < self->n_texts, "");
  return self->bytes + self->offsets[code];
}

const char *
hr_column_get_text_at (const HrColumn *self, gsize row)
{
  g_return_val_if_fail (row < self->n, "");
  return hr_column_get_text (self, hr_column_get_codes (self)[row]);
}

const char *
hr_column_get_bytes (const HrColumn *self, gsize *length)
{
  g_return_val_if_fail (self->type == HR_COLUMN_TEXT, NULL);
  *length = self->offsets[self->n_texts];
  return self->bytes;
}

const guint64 *
hr_column_get_offsets (const HrColumn *self)
{
  g_return_val_if_fail (self->type == HR_COLUMN_TEXT, NULL);
  return self->offsets;
}

static HrTexts *
fold_ascii (const HrColumn *self, gsize length)
{
  HrTexts *folded = g_new (HrTexts, 1);
  char *bytes = g_malloc (length);

  for (gsize i = 0; i < length; i++)
    bytes[i] = g_ascii_tolower (self->bytes[i]);
  folded->bytes = bytes;
  folded->offsets = self->offsets;
  return folded;
}

static HrTexts *
fold_texts (const HrColumn *self)
{
  gsize length = self->offsets[self->n_texts];
  g_autoptr (GString) bytes = NULL;
  HrTexts *folded;
  guint64 *offsets;

  if (is_ascii (self->bytes, length))
    return fold_ascii (self, length);

  bytes = g_string_sized_new (length);
  folded = g_new (HrTexts, 1);
  folded->offsets = offsets = g_new (guint64, (gsize) self->n_texts + 1);
  for (guint32 i = 0; i < self->n_texts; i++)
    {
      g_autofree char *text = g_utf8_casefold (hr_column_get_text (self, i), -1);

      offsets[i] = bytes->len;
      g_string_append_len (bytes, text, (gssize) strlen (text) + 1);
    }
  offsets[self->n_texts] = bytes->len;
  folded->bytes = g_string_free_and_steal (g_steal_pointer (&bytes));
  return folded;
}

/**
 * hr_column_get_folded:
 * @self: a text column
 * @code: a code
 *
 * Gets a text as g_utf8_casefold() makes it, for comparing. The whole dictionary is
 * folded when this is first called.
 *
 * Returns: (transfer none): the folded text
 */
const char *
hr_column_get_folded (const HrColumn *self, guint32 code)
{
  HrTexts **folded = &((HrColumn *) self)->folded;

  g_return_val_if_fail (code < self->n_texts, "");

  if (g_once_init_enter_pointer (folded))
    g_once_init_leave_pointer (folded, fold_texts (self));
  return hr_texts_get (*folded, code);
}

/* --- Rows by text --- */

static gboolean
add_row (const HrColumn *self, HrColumnRows *found, guint32 row, guint32 hash)
{
  const HrTexts texts = { self->bytes, self->offsets };
  guint32 code = hr_column_get_codes (self)[row], before = code;

  if (code == 0)
    return TRUE;

  if (found->rows[code] == HR_COLUMN_NO_ROW)
    before = hr_text_index_find (found->index, &texts, hash, hr_texts_get (&texts, code),
                                 hr_texts_get_length (&texts, code));
  if (before != 0)
    {
      found->again = row;
      found->before = found->rows[before];
      return FALSE;
    }
  hr_text_index_add (found->index, hash, code);
  found->rows[code] = row;
  return TRUE;
}

/* Looks up a few rows at a time: their slots are then on the way from memory while the
 * hashes of the others are computed. */
static HrColumnRows *
find_rows (const HrColumn *self)
{
  const HrTexts texts = { self->bytes, self->offsets };
  const guint32 *codes = self->values;
  HrColumnRows *found = g_new0 (HrColumnRows, 1);
  guint32 hashes[64];

  found->again = HR_COLUMN_NO_ROW;
  found->index = hr_text_index_new (MIN (self->n_texts, self->n));
  found->rows = g_new (guint32, self->n_texts);
  memset (found->rows, 0xff, self->n_texts * sizeof *found->rows);

  for (gsize first = 0; first < self->n; first += G_N_ELEMENTS (hashes))
    {
      gsize n = MIN (self->n - first, G_N_ELEMENTS (hashes));

      for (gsize i = 0; i < n; i++)
        {
          guint32 code = codes[first + i];

          hashes[i] = hr_text_index_hash (found->index, hr_texts_get (&texts, code),
                                          hr_texts_get_length (&texts, code));
          hr_text_index_prefetch (found->index, hashes[i]);
        }
      for (gsize i = 0; i < n; i++)
        if (!add_row (self, found, (guint32) (first + i), hashes[i]))
          return found;
    }
  return found;
}

/* Made when first asked for, and shared by all portfolios that have this column. */
const HrColumnRows *
hr_column_get_rows (HrColumn *self)
{
  g_return_val_if_fail (self->type == HR_COLUMN_TEXT, NULL);

  if (g_once_init_enter_pointer (&self->rows))
    g_once_init_leave_pointer (&self->rows, find_rows (self));
  return self->rows;
}

/**
 * hr_column_find_repeat:
 * @self: a text column
 * @row: (out): the first row whose text came before
 * @before: (out): the row where it came
 *
 * Finds a text that comes twice, missing ones aside.
 *
 * Returns: whether there is one
 */
gboolean
hr_column_find_repeat (HrColumn *self, gsize *row, gsize *before)
{
  const HrColumnRows *rows = hr_column_get_rows (self);

  *row = rows->again;
  *before = rows->before;
  return rows->again != HR_COLUMN_NO_ROW;
}

/* --- Equality --- */

static gboolean
texts_equal (const HrColumn *a, const HrColumn *b)
{
  gsize length = a->offsets[a->n_texts];

  if (a->n_texts == b->n_texts && length == b->offsets[b->n_texts] &&
      memcmp (a->values, b->values, a->n * sizeof (guint32)) == 0 &&
      memcmp (a->bytes, b->bytes, length) == 0)
    return TRUE;

  for (gsize row = 0; row < a->n; row++)
    if (!g_str_equal (hr_column_get_text_at (a, row), hr_column_get_text_at (b, row)))
      return FALSE;
  return TRUE;
}

static gboolean
numbers_equal (const HrColumn *a, const HrColumn *b)
{
  const double *left = a->values, *right = b->values;

  for (gsize row = 0; row < a->n; row++)
    if (left[row] != right[row] && !(isnan (left[row]) && isnan (right[row])))
      return FALSE;
  return TRUE;
}

/**
 * hr_column_equal:
 * @a: a column
 * @b: a column
 *
 * Compares names, types and values; texts by what they say, not by their codes.
 *
 * Returns: whether they are the same
 */
gboolean
hr_column_equal (const HrColumn *a, const HrColumn *b)
{
  if (a == b)
    return TRUE;
  if (a->type != b->type || a->n != b->n || !g_str_equal (a->name, b->name))
    return FALSE;
  if (a->n == 0)
    return TRUE;

  if (a->type == HR_COLUMN_TEXT)
    return texts_equal (a, b);
  if (a->type == HR_COLUMN_NUMBER)
    return numbers_equal (a, b);
  return memcmp (a->values, b->values, a->n * hr_column_type_get_size (a->type)) == 0;
}
