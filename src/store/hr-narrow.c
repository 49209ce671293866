/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-narrow.h"

#include <math.h>

#include "hr-date.h"
#include "hr-types.h"

/* Arrays go to the file as they lie in memory. */
G_STATIC_ASSERT (G_BYTE_ORDER == G_LITTLE_ENDIAN);

/* Says whether a file may have values of a type in so many bytes. */
gboolean
hr_narrow_has_width (HrColumnType type, gsize width)
{
  return (width == 1 || width == 2 || width == 4 || width == 8) &&
         width <= hr_column_type_get_size (type);
}

gconstpointer
hr_narrow_values (const HrColumn *column)
{
  switch (hr_column_get_column_type (column))
    {
    case HR_COLUMN_TEXT:
      return hr_column_get_codes (column);
    case HR_COLUMN_NUMBER:
      return hr_column_get_numbers (column);
    case HR_COLUMN_MONEY:
      return hr_column_get_money (column);
    case HR_COLUMN_DATE:
      return hr_column_get_days (column);
    case HR_COLUMN_FLAG:
      return hr_column_get_flags (column);
    default:
      g_return_val_if_reached (NULL);
    }
}

/* ---- How much a column needs ---- */

/* The least number of a width is kept for a missing value. */
static gsize
width_of_range (gint64 least, gint64 most, gsize full)
{
  if (least > G_MININT8 && most <= G_MAXINT8)
    return 1;
  if (least > G_MININT16 && most <= G_MAXINT16)
    return MIN (full, 2);
  if (least > G_MININT32 && most <= G_MAXINT32)
    return MIN (full, 4);
  return full;
}

G_ALWAYS_INLINE static inline gint64
get_whole (HrColumnType type, gconstpointer values, gsize i)
{
  const gint64 *money = values;
  const gint32 *days = values;

  return type == HR_COLUMN_MONEY   ? money[i] == HR_MONEY_NONE ? 0 : money[i]
           : days[i] == HR_DATE_NONE ? 0
                                   : days[i];
}

/* Expanded for each type, as a loop over a million values should be. */
G_ALWAYS_INLINE static inline gsize
width_of_wholes (HrColumnType type, gconstpointer values, gsize n)
{
  gint64 least = 0, most = 0;

  for (gsize i = 0; i < n; i++)
    {
      gint64 value = get_whole (type, values, i);

      least = MIN (least, value);
      most = MAX (most, value);
    }
  return width_of_range (least, most, hr_column_type_get_size (type));
}

/* Only whole numbers become narrow; not minus zero, which would lose its sign. */
static gsize
width_of_numbers (const double *values, gsize n)
{
  gint64 least = 0, most = 0;

  for (gsize i = 0; i < n; i++)
    {
      double value = isnan (values[i]) ? 0 : values[i];

      if (!(fabs (value) <= G_MAXINT32) || value != (gint32) value ||
          (value == 0 && signbit (value)))
        return sizeof *values;
      least = MIN (least, (gint32) value);
      most = MAX (most, (gint32) value);
    }
  return width_of_range (least, most, sizeof *values);
}

/**
 * hr_narrow_find_width:
 * @column: a column
 *
 * Says in how many bytes each of its values has room: 1, 2, 4 or 8.
 */
gsize
hr_narrow_find_width (const HrColumn *column)
{
  gsize n = hr_column_get_n (column);
  guint32 n_texts;

  switch (hr_column_get_column_type (column))
    {
    case HR_COLUMN_TEXT:
      n_texts = hr_column_get_n_texts (column);
      return n_texts <= G_MAXUINT8 + 1 ? 1 : n_texts <= G_MAXUINT16 + 1 ? 2 : 4;
    case HR_COLUMN_NUMBER:
      return width_of_numbers (hr_column_get_numbers (column), n);
    case HR_COLUMN_MONEY:
      return width_of_wholes (HR_COLUMN_MONEY, hr_column_get_money (column), n);
    case HR_COLUMN_DATE:
      return width_of_wholes (HR_COLUMN_DATE, hr_column_get_days (column), n);
    case HR_COLUMN_FLAG:
      return 1;
    default:
      g_return_val_if_reached (0);
    }
}

/* ---- From one to the other ---- */

#define CASE(type, width) ((int) (type) * 16 + (int) (width))

/* One loop for each pair of types: none of a million values is asked for its kind. */
#define CONVERT(type, width, From, To, expression)                                       \
  case CASE (type, width):                                                               \
    for (gsize i = 0; i < n; i++)                                                        \
      {                                                                                  \
        const From value = ((const From *) from)[i];                                     \
                                                                                         \
        ((To *) to)[i] = (To) (expression);                                              \
      }                                                                                  \
    return;

/**
 * hr_narrow_pack:
 * @type: of the values
 * @width: bytes for each, less than in memory, and all have room
 * @values: as they lie in memory
 * @n: how many
 * @to: (out): room for @n times @width bytes
 *
 * Makes them narrow.
 */
void
hr_narrow_pack (
    HrColumnType type, gsize width, gconstpointer values, gsize n, gpointer to)
{
  gconstpointer from = values;

  switch (CASE (type, width))
    {
      CONVERT (HR_COLUMN_TEXT, 1, guint32, guint8, value)
      CONVERT (HR_COLUMN_TEXT, 2, guint32, guint16, value)
      CONVERT (HR_COLUMN_NUMBER, 1, double, gint8, isnan (value) ? G_MININT8 : value)
      CONVERT (HR_COLUMN_NUMBER, 2, double, gint16, isnan (value) ? G_MININT16 : value)
      CONVERT (HR_COLUMN_NUMBER, 4, double, gint32, isnan (value) ? G_MININT32 : value)
      CONVERT (HR_COLUMN_MONEY, 1, gint64, gint8,
               value == HR_MONEY_NONE ? G_MININT8 : value)
      CONVERT (HR_COLUMN_MONEY, 2, gint64, gint16,
               value == HR_MONEY_NONE ? G_MININT16 : value)
      CONVERT (HR_COLUMN_MONEY, 4, gint64, gint32,
               value == HR_MONEY_NONE ? G_MININT32 : value)
      CONVERT (HR_COLUMN_DATE, 1, gint32, gint8,
               value == HR_DATE_NONE ? G_MININT8 : value)
      CONVERT (HR_COLUMN_DATE, 2, gint32, gint16,
               value == HR_DATE_NONE ? G_MININT16 : value)
    default:
      g_return_if_reached ();
    }
}

/**
 * hr_narrow_unpack:
 * @type: of the values
 * @width: bytes of each, less than in memory, see hr_narrow_has_width()
 * @packed: the bytes; they may be any
 * @n: how many values
 * @to: (out): room for them as they lie in memory
 *
 * Makes them as wide as memory has them.
 */
void
hr_narrow_unpack (
    HrColumnType type, gsize width, gconstpointer packed, gsize n, gpointer to)
{
  gconstpointer from = packed;

  switch (CASE (type, width))
    {
      CONVERT (HR_COLUMN_TEXT, 1, guint8, guint32, value)
      CONVERT (HR_COLUMN_TEXT, 2, guint16, guint32, value)
      CONVERT (HR_COLUMN_NUMBER, 1, gint8, double,
               value == G_MININT8 ? (double) NAN : value)
      CONVERT (HR_COLUMN_NUMBER, 2, gint16, double,
               value == G_MININT16 ? (double) NAN : value)
      CONVERT (HR_COLUMN_NUMBER, 4, gint32, double,
               value == G_MININT32 ? (double) NAN : value)
      CONVERT (HR_COLUMN_MONEY, 1, gint8, gint64,
               value == G_MININT8 ? HR_MONEY_NONE : value)
      CONVERT (HR_COLUMN_MONEY, 2, gint16, gint64,
               value == G_MININT16 ? HR_MONEY_NONE : value)
      CONVERT (HR_COLUMN_MONEY, 4, gint32, gint64,
               value == G_MININT32 ? HR_MONEY_NONE : value)
      CONVERT (HR_COLUMN_DATE, 1, gint8, gint32,
               value == G_MININT8 ? HR_DATE_NONE : value)
      CONVERT (HR_COLUMN_DATE, 2, gint16, gint32,
               value == G_MININT16 ? HR_DATE_NONE : value)
    default:
      g_return_if_reached ();
    }
}
