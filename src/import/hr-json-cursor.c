/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "hr-json.h"
#include "hr-types.h"

/* What errors show of a text from a file, in characters. */
#define EXCERPT_LENGTH 40

/* Longer words are not compared. */
#define LONGEST_WORD 40

static const char *
skip_space (const char *at)
{
  while (*at == ' ' || *at == '\n' || *at == '\t' || *at == '\r')
    at++;
  return at;
}

static const char *
skip_string (const char *value)
{
  return value + strlen (value) + 1;
}

/* Finds where a value ends. */
static const char *
skip_value (const char *value)
{
  guint depth = 0;

  g_assert (value != NULL);

  if (*value == '"')
    return skip_string (value);
  if (*value != '{' && *value != '[')
    return value + strcspn (value, ",]} \n\t\r");

  do
    {
      if (*value == '"')
        {
          value = skip_string (value);
          continue;
        }
      if (*value == '{' || *value == '[')
        depth++;
      else if (*value == '}' || *value == ']')
        depth--;
      value++;
    }
  while (depth > 0);
  return value;
}

/**
 * hr_json_cursor_open:
 * @container: a cursor at a list or an object, which must outlive the new one
 *
 * Gets a cursor that goes through a list or an object. hr_json_cursor_next() takes it to
 * the first value.
 */
HrJsonCursor
hr_json_cursor_open (HrJsonCursor *container)
{
  return (HrJsonCursor) { .json = container->json,
                          .parent = container,
                          .index = G_MAXSIZE,
                          .end = container->value + 1 };
}

/**
 * hr_json_cursor_absent:
 * @object: a cursor at an object
 * @key: a key that it does not have
 *
 * Gets a cursor that stands for what is missing, to say so.
 */
HrJsonCursor
hr_json_cursor_absent (HrJsonCursor *object, const char *key)
{
  return (HrJsonCursor) {
    .json = object->json, .parent = object, .key = key, .value = object->value
  };
}

/**
 * hr_json_cursor_next:
 * @self: a cursor
 *
 * Goes to the next value of the list or object.
 *
 * Returns: %FALSE at the end
 */
gboolean
hr_json_cursor_next (HrJsonCursor *self)
{
  const char *at = skip_space (self->end != NULL ? self->end : skip_value (self->value));

  if (*at == ',')
    at = skip_space (at + 1);
  if (*at == ']' || *at == '}')
    {
      self->parent->end = at + 1;
      return FALSE;
    }
  g_assert (self->parent->value != NULL); /* it was opened */
  if (*self->parent->value == '{')
    {
      self->key = at + 1;
      at = skip_space (skip_string (at));
      at = skip_space (at + 1); /* the colon */
    }
  self->value = at;
  self->end = NULL;
  self->index++;
  return TRUE;
}

/**
 * hr_json_cursor_find:
 * @object: a cursor at an object
 * @key: a key
 * @found: (out): a cursor at the value of the key, or at what is missing
 *
 * Looks for a key without moving the cursor.
 *
 * Returns: whether the object has it
 */
gboolean
hr_json_cursor_find (HrJsonCursor *object, const char *key, HrJsonCursor *found)
{
  *found = hr_json_cursor_open (object);
  while (hr_json_cursor_next (found))
    if (g_strcmp0 (found->key, key) == 0)
      return TRUE;

  *found = hr_json_cursor_absent (object, key);
  return FALSE;
}

HrJsonKind
hr_json_cursor_get_kind (const HrJsonCursor *self)
{
  switch (*self->value)
    {
    case 'n':
      return HR_JSON_NULL;
    case 't':
    case 'f':
      return HR_JSON_FLAG;
    case '"':
      return HR_JSON_TEXT;
    case '[':
      return HR_JSON_LIST;
    case '{':
      return HR_JSON_OBJECT;
    default:
      return HR_JSON_NUMBER;
    }
}

static const char *
describe_kind (HrJsonKind kind)
{
  static const char *const words[] = {
    [HR_JSON_NULL] = "null",
    [HR_JSON_FLAG] = N_ ("true or false"),
    [HR_JSON_NUMBER] = N_ ("a number"),
    [HR_JSON_TEXT] = N_ ("a text"),
    [HR_JSON_LIST] = N_ ("a list"),
    [HR_JSON_OBJECT] = N_ ("an object"),
  };

  return _ (words[kind]);
}

/**
 * hr_json_cursor_expect:
 * @self: a cursor
 * @kind: what the value must be
 * @error: return location for a [error@Error]
 *
 * Refuses a value of another kind.
 */
gboolean
hr_json_cursor_expect (const HrJsonCursor *self, HrJsonKind kind, GError **error)
{
  HrJsonKind found = hr_json_cursor_get_kind (self);

  return found == kind ||
         hr_json_cursor_refuse (self, error, HR_ERROR_VALUE, _ ("must be %s, not %s"),
                                describe_kind (kind), describe_kind (found));
}

/* (out) (transfer none): as long as the text lives. */
gboolean
hr_json_cursor_get_text (const HrJsonCursor *self, const char **text, GError **error)
{
  *text = self->value + 1;
  return hr_json_cursor_expect (self, HR_JSON_TEXT, error);
}

gboolean
hr_json_cursor_get_flag (const HrJsonCursor *self, gboolean *flag, GError **error)
{
  *flag = *self->value == 't';
  return hr_json_cursor_expect (self, HR_JSON_FLAG, error);
}

/**
 * hr_json_excerpt:
 * @text: any text
 *
 * Makes of a file's text what fits into one line of an error.
 *
 * Returns: (transfer full): its beginning, without control characters
 */
char *
hr_json_excerpt (const char *text)
{
  const char *end = text;
  GString *excerpt;

  for (guint i = 0; i < EXCERPT_LENGTH && *end != '\0'; i++)
    end = g_utf8_next_char (end);

  excerpt = g_string_new_len (text, end - text);
  for (char *at = excerpt->str; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at))
      *at = ' ';
  if (*end != '\0')
    g_string_append (excerpt, "…");
  return g_string_free_and_steal (excerpt);
}

/* The number as the file has it. */
static char *
excerpt_number (const HrJsonCursor *self)
{
  g_autofree char *digits =
      g_strndup (self->value, (gsize) (skip_value (self->value) - self->value));

  return hr_json_excerpt (digits);
}

/**
 * hr_json_cursor_get_number:
 * @self: a cursor
 * @number: (out): a finite number
 * @error: return location for a [error@Error]
 *
 * Gets a number.
 */
gboolean
hr_json_cursor_get_number (const HrJsonCursor *self, double *number, GError **error)
{
  g_autofree char *digits = NULL;

  if (!hr_json_cursor_expect (self, HR_JSON_NUMBER, error))
    return FALSE;

  *number = g_ascii_strtod (self->value, NULL);
  if (isfinite (*number))
    return TRUE;

  digits = excerpt_number (self);
  return hr_json_cursor_refuse (self, error, HR_ERROR_RANGE, _ ("%s is too large"),
                                digits);
}

gboolean
hr_json_cursor_get_integer (const HrJsonCursor *self, int *integer, GError **error)
{
  double number;
  g_autofree char *digits = NULL;

  if (!hr_json_cursor_get_number (self, &number, error))
    return FALSE;
  if (number == floor (number) && fabs (number) <= G_MAXINT)
    {
      *integer = (int) number;
      return TRUE;
    }

  digits = excerpt_number (self);
  return hr_json_cursor_refuse (self, error, HR_ERROR_RANGE,
                                _ ("must be a whole number, not %s"), digits);
}

/* A decimal number: @digits times ten to the power of @scale. */
typedef struct
{
  gint64 digits; /* ends in no zero */
  int scale;
  gsize zeros; /* that came since, and count if another digit follows */
  gboolean too_long;
} Decimal;

static void
add_digit (Decimal *self, int digit)
{
  self->zeros++;
  if (digit == 0)
    return;

  for (; self->zeros > 0; self->zeros--)
    {
      self->too_long |= self->digits > HR_MONEY_MAX;
      if (!self->too_long)
        self->digits *= 10;
    }
  self->digits += digit;
}

static Decimal
read_decimal (const char *at)
{
  Decimal decimal = { 0 };
  gboolean fraction = FALSE;
  gint64 exponent = 0;

  for (; g_ascii_isdigit (*at) || *at == '.'; at++)
    {
      if (*at == '.')
        {
          fraction = TRUE;
          continue;
        }
      add_digit (&decimal, g_ascii_digit_value (*at));
      exponent -= fraction;
    }
  exponent += (gint64) decimal.zeros;
  if (*at == 'e' || *at == 'E')
    exponent += CLAMP (g_ascii_strtoll (at + 1, NULL, 10), -G_MAXINT, G_MAXINT);
  decimal.scale = (int) CLAMP (exponent, -1000, 1000);
  return decimal;
}

/**
 * hr_json_cursor_get_money:
 * @self: a cursor
 * @minor: (out): hundredths, within ±%HR_MONEY_MAX
 * @error: return location for a [error@Error]
 *
 * Gets an amount of money, which the file has in major units, exactly: a third decimal
 * is refused, not rounded.
 */
gboolean
hr_json_cursor_get_money (const HrJsonCursor *self, gint64 *minor, GError **error)
{
  gboolean negative = *self->value == '-';
  g_autofree char *digits = NULL;
  Decimal decimal;

  if (!hr_json_cursor_expect (self, HR_JSON_NUMBER, error))
    return FALSE;

  decimal = read_decimal (self->value + negative);
  if (decimal.digits != 0 && decimal.scale < -2)
    {
      digits = excerpt_number (self);
      return hr_json_cursor_refuse (self, error, HR_ERROR_VALUE,
                                    _ ("%s has more than two decimals"), digits);
    }
  for (; decimal.digits != 0 && decimal.scale > -2 && !decimal.too_long; decimal.scale--)
    {
      decimal.too_long = decimal.digits > HR_MONEY_MAX / 10;
      if (!decimal.too_long)
        decimal.digits *= 10;
    }
  if (decimal.too_long || decimal.digits > HR_MONEY_MAX)
    {
      digits = excerpt_number (self);
      return hr_json_cursor_refuse (self, error, HR_ERROR_RANGE, _ ("%s is too large"),
                                    digits);
    }

  *minor = negative ? -decimal.digits : decimal.digits;
  return TRUE;
}

static void
append_key (GString *path, const char *key)
{
  g_autofree char *shown = hr_json_excerpt (key);
  gboolean plain = *key != '\0';

  for (const char *at = shown; *at != '\0'; at++)
    plain &= g_ascii_isalnum (*at) || *at == '_' || *at == '-';

  if (!plain)
    g_string_append_printf (path, "[\"%s\"]", shown);
  else
    g_string_append_printf (path, "%s%s", path->len > 0 ? "." : "", shown);
}

/* segments[2].limits.arr_per_fte */
static void
append_path (GString *path, const HrJsonCursor *self)
{
  if (self->parent == NULL)
    return;

  append_path (path, self->parent);
  if (self->key != NULL)
    append_key (path, self->key);
  else
    g_string_append_printf (path, "[%" G_GSIZE_FORMAT "]", self->index);
}

/**
 * hr_json_cursor_refuse:
 * @self: a cursor
 * @error: return location for a [error@Error]
 * @code: what kind of error
 * @format: why, as for printf()
 * @...: its arguments
 *
 * Says what is wrong with the value, after the path of its key and before its line.
 *
 * Returns: %FALSE
 */
gboolean
hr_json_cursor_refuse (
    const HrJsonCursor *self, GError **error, HrError code, const char *format, ...)
{
  g_autoptr (GString) path = g_string_new (NULL);
  g_autofree char *why = NULL;
  va_list arguments;

  va_start (arguments, format);
  why = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  append_path (path, self);
  if (path->len > 0)
    g_string_append (path, ": ");
  g_set_error (error, HR_ERROR, code, _ ("%s%s (line %u)"), path->str, why,
               hr_json_get_line (self->json, self->value));
  return FALSE;
}

/* How many letters must be put in, left out or replaced to make one word the other. */
static guint
count_edits (const char *a, const char *b)
{
  gsize n = strlen (b);
  guint row[LONGEST_WORD + 1];

  for (guint j = 0; j <= n; j++)
    row[j] = j;
  for (guint i = 0; a[i] != '\0'; i++)
    {
      guint diagonal = row[0];

      row[0] = i + 1;
      for (gsize j = 0; j < n; j++)
        {
          guint replaced = diagonal + (a[i] != b[j]);

          diagonal = row[j + 1];
          row[j + 1] = MIN (MIN (row[j], row[j + 1]) + 1, replaced);
        }
    }
  return row[n];
}

static const char *
find_similar (const char *word, const char *const *known)
{
  const char *best = NULL;
  gsize length = strlen (word);
  guint fewest = 3; /* more than two slips are no slip */

  for (guint i = 0; known[i] != NULL && length <= LONGEST_WORD; i++)
    {
      guint edits =
          strlen (known[i]) <= LONGEST_WORD ? count_edits (word, known[i]) : fewest;

      if (edits < fewest && edits < length)
        {
          fewest = edits;
          best = known[i];
        }
    }
  return best;
}

/**
 * hr_json_cursor_refuse_key:
 * @self: a cursor
 * @known: (array zero-terminated=1): the keys that could stand here
 * @error: return location for a [error@Error]
 *
 * Says that the key is not known, and which one may be meant.
 *
 * Returns: %FALSE
 */
gboolean
hr_json_cursor_refuse_key (const HrJsonCursor *self,
                           const char *const *known,
                           GError **error)
{
  const char *similar = find_similar (self->key, known);

  if (similar != NULL)
    return hr_json_cursor_refuse (self, error, HR_ERROR_SYNTAX,
                                  _ ("unknown key; is “%s” meant?"), similar);
  return hr_json_cursor_refuse (self, error, HR_ERROR_SYNTAX, _ ("unknown key"));
}

/**
 * hr_json_cursor_check_keys:
 * @object: a cursor at an object
 * @known: (array zero-terminated=1): the keys that it may have, at most 64
 * @error: return location for a [error@Error]
 *
 * Refuses keys that are not known and keys that come twice.
 */
gboolean
hr_json_cursor_check_keys (HrJsonCursor *object, const char *const *known, GError **error)
{
  HrJsonCursor cursor = hr_json_cursor_open (object);
  guint64 seen = 0;

  while (hr_json_cursor_next (&cursor))
    {
      guint i = 0;

      g_assert (cursor.key != NULL); /* only objects come here */
      while (known[i] != NULL && !g_str_equal (known[i], cursor.key))
        i++;
      g_return_val_if_fail (i <= 64, FALSE);
      if (known[i] == NULL)
        return hr_json_cursor_refuse_key (&cursor, known, error);
      if ((seen & G_GUINT64_CONSTANT (1) << i) != 0)
        return hr_json_cursor_refuse (&cursor, error, HR_ERROR_DUPLICATE,
                                      _ ("comes twice"));
      seen |= G_GUINT64_CONSTANT (1) << i;
    }
  return TRUE;
}

/**
 * hr_json_cursor_refuse_word:
 * @self: a cursor at a text
 * @type: an enumeration
 * @error: return location for a [error@Error]
 *
 * Says that the text is none of the words of an enumeration, and which those are.
 *
 * Returns: %FALSE
 */
gboolean
hr_json_cursor_refuse_word (const HrJsonCursor *self, GType type, GError **error)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *shown = hr_json_excerpt (self->value + 1);
  const GEnumClass *values = (GEnumClass *) klass;

  for (guint i = 0; i < values->n_values; i++)
    g_string_append_printf (words, "%s“%s”", i > 0 ? ", " : "",
                            values->values[i].value_nick);
  return hr_json_cursor_refuse (self, error, HR_ERROR_VALUE,
                                _ ("must be one of %s, not “%s”"), words->str, shown);
}
