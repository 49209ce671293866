/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _HrJson
{
  char *text;      /* (owned) ends with a NUL behind its length */
  const char *top; /* the one value of the text */
};

typedef struct
{
  char *text;
  char *at;
  const char *end;
  char closers[HR_JSON_MAX_DEPTH]; /* what ends the containers that are open */
  guint depth;
  GError **error;
} Scan;

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static void
skip_space (Scan *scan)
{
  while (is_space (*scan->at))
    scan->at++;
}

/* Strings before the place are unescaped already: they end with a NUL, and they may hold
 * line breaks that are none in the file. */
static void
find_place (const char *text, const char *place, guint *line, guint *column)
{
  const char *start = text;

  *line = 1;
  for (const char *at = text; at < place; at++)
    {
      if (*at == '"')
        at += strlen (at);
      else if (*at == '\n')
        {
          (*line)++;
          start = at + 1;
        }
    }
  *column = 1;
  for (const char *at = start; at < place; at++)
    *column += ((guchar) *at & 0xC0) != 0x80; /* characters, not bytes */
}

static gboolean
refuse (Scan *scan, const char *why)
{
  guint line, column;

  if (scan->at == scan->end)
    why = _ ("the text ends too early");
  else if (*scan->at == '\0')
    why = _ ("the character NUL is not allowed");
  else if (g_utf8_get_char_validated (scan->at, -1) > 0x10FFFF)
    why = _ ("this is not valid UTF-8");

  find_place (scan->text, scan->at, &line, &column);
  g_set_error (scan->error, HR_ERROR, HR_ERROR_SYNTAX, _ ("line %u, column %u: %s"), line,
               column, why);
  return FALSE;
}

static gboolean
scan_hex (const char *at, gunichar *unit)
{
  *unit = 0;
  for (guint i = 0; i < 4; i++)
    {
      if (!g_ascii_isxdigit (at[i]))
        return FALSE;
      *unit = *unit * 16 + (gunichar) g_ascii_xdigit_value (at[i]);
    }
  return TRUE;
}

/* scan->at stands behind "\u". Characters beyond the first 65,536 come as two halves. */
static gboolean
scan_unicode_escape (Scan *scan, char **out)
{
  gunichar c, low;

  if (!scan_hex (scan->at, &c))
    return refuse (scan, _ ("“\\u” must be followed by four hexadecimal digits"));
  if (c == 0)
    return refuse (scan, _ ("the character NUL is not allowed"));
  if (c >= 0xD800 && c < 0xE000)
    {
      if (c >= 0xDC00 || scan->at[4] != '\\' || scan->at[5] != 'u' ||
          !scan_hex (scan->at + 6, &low) || low < 0xDC00 || low >= 0xE000)
        return refuse (scan, _ ("this is half of a character"));
      c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
      scan->at += 6;
    }
  scan->at += 4;
  *out += g_unichar_to_utf8 (c, *out);
  return TRUE;
}

static gboolean
scan_escape (Scan *scan, char **out)
{
  static const char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
  char c = scan->at[1];
  const char *found = c != '\0' ? strchr (letters, c) : NULL;

  if (c != 'u' && found == NULL)
    return refuse (scan, _ ("“\\” must be followed by one of \" \\ / b f n r t u"));

  scan->at += 2;
  if (c == 'u')
    return scan_unicode_escape (scan, out);
  *(*out)++ = meanings[found - letters];
  return TRUE;
}

/* Bytes beyond ASCII are allowed in strings only, so this is all that UTF-8 needs. */
static gboolean
scan_character (Scan *scan, char **out)
{
  const char *next;

  if ((guchar) *scan->at < 0x20)
    return refuse (scan, _ ("a text must not contain a line break or control character"));
  if ((guchar) *scan->at < 0x80)
    {
      *(*out)++ = *scan->at++;
      return TRUE;
    }
  if (g_utf8_get_char_validated (scan->at, -1) > 0x10FFFF)
    return refuse (scan, NULL);

  next = g_utf8_next_char (scan->at);
  while (scan->at < next)
    *(*out)++ = *scan->at++;
  return TRUE;
}

/* Unescapes in place: what an escape stands for is never longer than the escape. The
 * bytes that are left over up to the closing quote become a NUL and spaces, which
 * the cursors skip like any other space. */
static gboolean
scan_string (Scan *scan)
{
  char *out;

  if (*scan->at != '"')
    return refuse (scan, _ ("a text in double quotes is expected"));

  out = ++scan->at;
  while (*scan->at != '"')
    if (!(*scan->at == '\\' ? scan_escape (scan, &out) : scan_character (scan, &out)))
      return FALSE;

  *out++ = '\0';
  scan->at++;
  while (out < scan->at)
    *out++ = ' ';
  return TRUE;
}

static gboolean
scan_digits (Scan *scan)
{
  if (!g_ascii_isdigit (*scan->at))
    return refuse (scan, _ ("a digit is expected"));
  while (g_ascii_isdigit (*scan->at))
    scan->at++;
  return TRUE;
}

static gboolean
scan_number (Scan *scan)
{
  if (*scan->at == '-')
    scan->at++;
  if (*scan->at == '0' && g_ascii_isdigit (scan->at[1]))
    return refuse (scan, _ ("a number must not begin with 0"));
  if (!scan_digits (scan))
    return FALSE;
  if (*scan->at == '.')
    {
      scan->at++;
      if (!scan_digits (scan))
        return FALSE;
    }
  if (*scan->at != 'e' && *scan->at != 'E')
    return TRUE;
  scan->at++;
  if (*scan->at == '+' || *scan->at == '-')
    scan->at++;
  return scan_digits (scan);
}

static gboolean
scan_word (Scan *scan)
{
  static const char *const words[] = { "null", "true", "false" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (scan->at, words[i]))
      {
        scan->at += strlen (words[i]);
        return TRUE;
      }
  return refuse (scan, _ ("a value is expected"));
}

static gboolean
scan_key (Scan *scan)
{
  skip_space (scan);
  if (!scan_string (scan))
    return FALSE;
  skip_space (scan);
  if (*scan->at != ':')
    return refuse (scan, _ ("a colon is expected"));
  scan->at++;
  return TRUE;
}

/* Leaves *complete %FALSE where the first value of a container comes next. */
static gboolean
scan_container (Scan *scan, gboolean *complete)
{
  char closer = *scan->at == '{' ? '}' : ']';

  if (scan->depth == HR_JSON_MAX_DEPTH)
    return refuse (scan, _ ("lists and objects are nested too deeply"));

  scan->at++;
  skip_space (scan);
  *complete = *scan->at == closer;
  if (*complete)
    {
      scan->at++;
      return TRUE;
    }
  scan->closers[scan->depth++] = closer;
  return closer == ']' || scan_key (scan);
}

static gboolean
scan_value (Scan *scan, gboolean *complete)
{
  skip_space (scan);
  *complete = TRUE;
  if (*scan->at == '{' || *scan->at == '[')
    return scan_container (scan, complete);
  if (*scan->at == '"')
    return scan_string (scan);
  if (*scan->at == '-' || g_ascii_isdigit (*scan->at))
    return scan_number (scan);
  return scan_word (scan);
}

/* Goes from the end of a value to where the next one begins, or to the end. */
static gboolean
scan_on (Scan *scan)
{
  while (scan->depth > 0)
    {
      char closer = scan->closers[scan->depth - 1];

      skip_space (scan);
      if (*scan->at == ',')
        {
          scan->at++;
          return closer == ']' || scan_key (scan);
        }
      if (*scan->at != closer)
        return refuse (scan, closer == ']' ? _ ("“,” or “]” is expected")
                                           : _ ("“,” or “}” is expected"));
      scan->at++;
      scan->depth--;
    }
  return TRUE;
}

static gboolean
scan_text (Scan *scan)
{
  gboolean complete;

  do
    if (!scan_value (scan, &complete) || (complete && !scan_on (scan)))
      return FALSE;
  while (scan->depth > 0);

  skip_space (scan);
  return scan->at == scan->end || refuse (scan, _ ("nothing may follow the value"));
}

/**
 * hr_json_new_take:
 * @text: (transfer full): a text with a NUL behind its end
 * @length: its length in bytes
 * @error: return location for a [error@Error]
 *
 * Checks that a text is one JSON value as RFC 8259 has it, in UTF-8, nested at most
 * %HR_JSON_MAX_DEPTH deep. A byte order mark before it is let pass.
 *
 * Takes time and memory in proportion to the length.
 *
 * Returns: (transfer full) (nullable): the text, %NULL with the line and column of what
 * is wrong
 */
HrJson *
hr_json_new_take (char *text, gsize length, GError **error)
{
  g_autoptr (HrJson) self = g_new0 (HrJson, 1);
  Scan scan = { .text = text, .at = text, .end = text + length, .error = error };

  g_return_val_if_fail (text[length] == '\0', NULL);

  self->text = text;
  if (g_str_has_prefix (text, "\xEF\xBB\xBF"))
    memset (text, ' ', 3);
  if (!scan_text (&scan))
    return NULL;

  self->top = text;
  while (is_space (*self->top))
    self->top++;
  return g_steal_pointer (&self);
}

void
hr_json_free (HrJson *self)
{
  g_free (self->text);
  g_free (self);
}

/**
 * hr_json_get_root:
 * @self: a text
 *
 * Gets a cursor at the one value of the text.
 */
HrJsonCursor
hr_json_get_root (const HrJson *self)
{
  return (HrJsonCursor) { .json = self, .value = self->top };
}

/**
 * hr_json_get_line:
 * @self: a text
 * @place: a place in it
 *
 * Counts the lines up to a place.
 *
 * Returns: the number of its line, from 1
 */
guint
hr_json_get_line (const HrJson *self, const char *place)
{
  guint line, column;

  find_place (self->text, place, &line, &column);
  return line;
}
