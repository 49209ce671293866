/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-csv-column.h"

#include <glib/gi18n-lib.h>

/* Stands for no date among the parts of dates. */
#define NO_PARTS 0

struct _HrCsvColumn
{
  char *name;
  guint source;
  gboolean is_typed; /* a value of another type is refused */
  gboolean is_required;

  gboolean is_known;      /* the type is: given, or found in the first value */
  gboolean is_unfinished; /* it has to be read again, */
  gboolean is_finished;   /* or has not, while others are */
  HrColumnType type;
  gsize n_missing; /* those before the type was known */
  gsize n_trimmed;
  HrColumnBuilder *builder; /* (nullable): none for dates, and before the type is known */
  GArray *dates; /* (nullable) (element-type gint32): parts; their order is known last */
  gboolean has_date;
  HrCsvDateForms forms; /* of which all of them are */
};

static void
begin (HrCsvColumn *self, HrColumnType type)
{
  self->is_known = TRUE;
  self->type = type;
  if (type == HR_COLUMN_DATE)
    {
      self->dates = g_array_new (FALSE, TRUE, sizeof (gint32));
      g_array_set_size (self->dates, (guint) self->n_missing);
      return;
    }
  self->builder = hr_column_builder_new (self->name, type);
  for (gsize i = 0; i < self->n_missing; i++)
    hr_column_builder_add_missing (self->builder);
}

/**
 * hr_csv_column_new:
 * @name: what it is called in the portfolio
 * @source: which column of the file
 * @forms: the forms that its dates may have
 *
 * Makes a column whose type is found.
 */
HrCsvColumn *
hr_csv_column_new (const char *name, guint source, HrCsvDateForms forms)
{
  HrCsvColumn *self = g_new0 (HrCsvColumn, 1);

  self->name = g_strdup (name);
  self->source = source;
  self->forms = forms;
  return self;
}

/* The same for a column whose type is given. */
HrCsvColumn *
hr_csv_column_new_typed (const char *name,
                         guint source,
                         HrCsvDateForms forms,
                         HrColumnType type)
{
  HrCsvColumn *self = hr_csv_column_new (name, source, forms);

  self->is_typed = TRUE;
  begin (self, type);
  return self;
}

static void
drop_values (HrCsvColumn *self)
{
  g_clear_pointer (&self->builder, hr_column_builder_free);
  g_clear_pointer (&self->dates, g_array_unref);
  self->has_date = FALSE;
}

void
hr_csv_column_free (HrCsvColumn *self)
{
  drop_values (self);
  g_free (self->name);
  g_free (self);
}

/* From now on an empty value is refused. */
void
hr_csv_column_set_required (HrCsvColumn *self)
{
  self->is_required = TRUE;
}

const char *
hr_csv_column_get_name (const HrCsvColumn *self)
{
  return self->name;
}

guint
hr_csv_column_get_source (const HrCsvColumn *self)
{
  return self->source;
}

/* How many values had blanks around them, which are not kept. */
gsize
hr_csv_column_get_n_trimmed (const HrCsvColumn *self)
{
  return self->n_trimmed;
}

/* The forms of which all of its dates are; 0 if it has none. */
HrCsvDateForms
hr_csv_column_get_forms (const HrCsvColumn *self)
{
  return self->has_date ? self->forms : 0;
}

static void
add_missing (HrCsvColumn *self)
{
  if (self->builder != NULL)
    hr_column_builder_add_missing (self->builder);
  else if (self->dates != NULL)
    g_array_append_vals (self->dates, &(gint32) { NO_PARTS }, 1);
  else
    self->n_missing++;
}

/* Each of these appends a value if it is one of that type. */

static gboolean
add_flag (HrCsvColumn *self, const char *text, gsize length)
{
  gboolean flag;

  if (!hr_csv_value_to_flag (text, length, &flag))
    return FALSE;
  hr_column_builder_add_flag (self->builder, flag);
  return TRUE;
}

static gboolean
add_number (HrCsvColumn *self, const char *text, gsize length)
{
  double number;

  if (!hr_csv_value_to_number (text, length, &number))
    return FALSE;
  hr_column_builder_add_number (self->builder, number);
  return TRUE;
}

static gboolean
add_money (HrCsvColumn *self, const char *text, gsize length)
{
  gint64 money;

  if (hr_csv_value_to_money (text, length, &money) != HR_CSV_MONEY)
    return FALSE;
  hr_column_builder_add_money (self->builder, money);
  return TRUE;
}

static gboolean
add_date (HrCsvColumn *self, const char *text, gsize length)
{
  gint32 parts;
  HrCsvDateForms forms = self->forms & hr_csv_value_to_date (text, length, &parts);

  if (forms == 0)
    return FALSE;
  self->forms = forms;
  self->has_date = TRUE;
  g_array_append_val (self->dates, parts);
  return TRUE;
}

G_ALWAYS_INLINE static inline gboolean
add_value (HrCsvColumn *self, HrColumnType type, const char *text, gsize length)
{
  switch (type)
    {
    case HR_COLUMN_FLAG:
      return add_flag (self, text, length);
    case HR_COLUMN_NUMBER:
      return add_number (self, text, length);
    case HR_COLUMN_MONEY:
      return add_money (self, text, length);
    case HR_COLUMN_DATE:
      return add_date (self, text, length);
    case HR_COLUMN_TEXT:
    default:
      hr_column_builder_add_text (self->builder, text, length);
      return TRUE;
    }
}

static HrColumnType
find_type (const HrCsvColumn *self, const char *text, gsize length)
{
  gboolean flag;
  double number;
  gint32 parts;

  if (hr_csv_value_to_flag (text, length, &flag))
    return HR_COLUMN_FLAG;
  if (hr_csv_value_to_number (text, length, &number))
    return HR_COLUMN_NUMBER;
  if ((hr_csv_value_to_date (text, length, &parts) & self->forms) != 0)
    return HR_COLUMN_DATE;
  return HR_COLUMN_TEXT;
}

static char *
complain_of_money (const char *text, gsize length, const char *shown)
{
  gint64 money;

  switch (hr_csv_value_to_money (text, length, &money))
    {
    case HR_CSV_MONEY_TOO_FINE:
      return g_strdup_printf (_ ("“%s” is not an amount to the cent"), shown);
    case HR_CSV_MONEY_TOO_LARGE:
      return g_strdup_printf (_ ("“%s” is too large an amount"), shown);
    case HR_CSV_MONEY:
    case HR_CSV_MONEY_NOT:
    default:
      return g_strdup_printf (_ ("“%s” is not an amount"), shown);
    }
}

static char *
complain (const HrCsvColumn *self, const char *text, gsize length)
{
  g_autofree char *shown = hr_csv_show (text, length);
  gint32 parts;

  if (length == 0)
    return g_strdup (_ ("a value is missing"));
  switch (self->type)
    {
    case HR_COLUMN_MONEY:
      return complain_of_money (text, length, shown);
    case HR_COLUMN_DATE:
      if (!self->has_date || hr_csv_value_to_date (text, length, &parts) == 0)
        return g_strdup_printf (_ ("“%s” is not a date"), shown);
      return g_strdup_printf (_ ("“%s” is not a date in the same form as those above it"),
                              shown);
    case HR_COLUMN_FLAG:
      return g_strdup_printf (_ ("“%s” is neither TRUE nor FALSE"), shown);
    case HR_COLUMN_NUMBER:
    case HR_COLUMN_TEXT:
    default:
      return g_strdup_printf (_ ("“%s” is not a number"), shown);
    }
}

/* Blanks and control characters around a value are not part of it. */
G_ALWAYS_INLINE static inline gsize
trim (const HrCsvField *field, const char **text)
{
  const char *start = field->text, *end = start + field->length;

  while (start < end && (guchar) end[-1] <= ' ')
    end--;
  while (start < end && (guchar) *start <= ' ')
    start++;
  *text = start;
  return (gsize) (end - start);
}

static const HrCsvField *
get_fields (const HrCsvColumn *self, const HrCsvBatch *batch)
{
  return &batch->fields[self->source * batch->stride];
}

/* Appends values from row @i on and gets the first that does not fit, or the number of
 * rows. Expanded for each type, so that a million values do not ask a million times. */
G_ALWAYS_INLINE static inline gsize
add_values (HrCsvColumn *self, HrColumnType type, const HrCsvBatch *batch, gsize i)
{
  const HrCsvField *fields = get_fields (self, batch);

  for (; i < batch->n_rows; i++)
    {
      const char *text;
      gsize length = trim (&fields[i], &text);

      if (length > 0)
        {
          if (!add_value (self, type, text, length))
            return i;
          self->n_trimmed += length < fields[i].length;
        }
      else if (self->is_required)
        return i;
      else
        add_missing (self);
    }
  return i;
}

static gsize
add_known_values (HrCsvColumn *self, const HrCsvBatch *batch, gsize i)
{
  switch (self->type)
    {
    case HR_COLUMN_TEXT:
      return add_values (self, HR_COLUMN_TEXT, batch, i);
    case HR_COLUMN_NUMBER:
      return add_values (self, HR_COLUMN_NUMBER, batch, i);
    case HR_COLUMN_MONEY:
      return add_values (self, HR_COLUMN_MONEY, batch, i);
    case HR_COLUMN_DATE:
      return add_values (self, HR_COLUMN_DATE, batch, i);
    case HR_COLUMN_FLAG:
    default:
      return add_values (self, HR_COLUMN_FLAG, batch, i);
    }
}

/* The first value says what the column may be. */
static gsize
skip_missing (HrCsvColumn *self, const HrCsvBatch *batch)
{
  for (gsize i = 0; i < batch->n_rows; i++)
    {
      const char *text;
      gsize length = trim (&get_fields (self, batch)[i], &text);

      if (length > 0)
        {
          begin (self, find_type (self, text, length));
          return i;
        }
      self->n_missing++;
    }
  return batch->n_rows;
}

/**
 * hr_csv_column_add:
 * @batch: the next rows
 * @i: (out): the first row whose value does not fit
 * @what: (out): that value when it widens the column; what is wrong when it is refused
 *
 * Appends values, without the blanks around them; an empty one is missing.
 */
HrCsvMisfit
hr_csv_column_add (HrCsvColumn *self, const HrCsvBatch *batch, gsize *i, char **what)
{
  const char *text;
  gsize length;

  if (self->is_unfinished || self->is_finished)
    return HR_CSV_FITS;

  *i = self->is_known ? 0 : skip_missing (self, batch);
  if (self->is_known)
    *i = add_known_values (self, batch, *i);
  if (*i == batch->n_rows)
    return HR_CSV_FITS;

  length = trim (&get_fields (self, batch)[*i], &text);
  if (self->is_typed)
    {
      *what = complain (self, text, length);
      return HR_CSV_REFUSED;
    }
  self->is_unfinished = TRUE;
  drop_values (self);
  *what = hr_csv_show (text, length);
  return HR_CSV_WIDENS;
}

/**
 * hr_csv_column_restart:
 *
 * Begins to read the file again. A column that is finished takes nothing more; one that
 * is not is known to be text.
 *
 * Returns: whether it needs the file again
 */
gboolean
hr_csv_column_restart (HrCsvColumn *self)
{
  if (!self->is_unfinished)
    {
      self->is_finished = TRUE;
      return FALSE;
    }
  self->is_unfinished = FALSE;
  self->n_missing = self->n_trimmed = 0;
  begin (self, HR_COLUMN_TEXT);
  return TRUE;
}

static void
convert_dates (HrCsvColumn *self, HrCsvDateForms form)
{
  self->builder = hr_column_builder_new (self->name, HR_COLUMN_DATE);
  for (guint i = 0; i < self->dates->len; i++)
    {
      gint32 parts = g_array_index (self->dates, gint32, i);

      if (parts == NO_PARTS)
        hr_column_builder_add_missing (self->builder);
      else
        hr_column_builder_add_days (self->builder, hr_csv_date_to_days (parts, form));
    }
}

/**
 * hr_csv_column_end:
 * @form: one of hr_csv_column_get_forms(); 0 if it has none
 *
 * Makes the column. One without any value is text.
 */
HrColumn *
hr_csv_column_end (HrCsvColumn *self, HrCsvDateForms form, GError **error)
{
  g_return_val_if_fail (!self->is_unfinished, NULL);
  g_return_val_if_fail ((form & self->forms) == form, NULL);

  if (!self->is_known)
    begin (self, HR_COLUMN_TEXT);
  if (self->dates != NULL)
    convert_dates (self, form);
  return hr_column_builder_end (g_steal_pointer (&self->builder), error);
}
