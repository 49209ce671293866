/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-json-output.h"

#include <math.h>

#include "hr-number.h"
#include "hr-types.h"

void
hr_json_output_init (HrJsonOutput *self)
{
  *self = (HrJsonOutput) { .text = g_string_new (NULL), .is_empty = TRUE };
}

/**
 * hr_json_output_end:
 * @self: an output whose containers are all closed
 *
 * Ends the last line.
 *
 * Returns: (transfer full): the text
 */
char *
hr_json_output_end (HrJsonOutput *self)
{
  g_return_val_if_fail (self->depth == 0, NULL);

  g_string_append_c (self->text, '\n');
  return g_string_free_and_steal (g_steal_pointer (&self->text));
}

static gboolean
is_inline (const HrJsonOutput *self)
{
  return self->inline_from != 0 && self->depth >= self->inline_from;
}

static void
break_line (HrJsonOutput *self)
{
  g_string_append_c (self->text, '\n');
  for (guint i = 0; i < self->depth; i++)
    g_string_append (self->text, "  ");
}

static void
append_escape (GString *out, guchar c)
{
  if (c == '"' || c == '\\')
    g_string_append_printf (out, "\\%c", c);
  else if (c == '\n')
    g_string_append (out, "\\n");
  else if (c == '\t')
    g_string_append (out, "\\t");
  else
    g_string_append_printf (out, "\\u%04x", c);
}

static void
append_string (GString *out, const char *text)
{
  const char *start = text, *at;

  g_string_append_c (out, '"');
  for (at = text; *at != '\0'; at++)
    if ((guchar) *at < 0x20 || *at == '"' || *at == '\\')
      {
        g_string_append_len (out, start, at - start);
        append_escape (out, (guchar) *at);
        start = at + 1;
      }
  g_string_append_len (out, start, at - start);
  g_string_append_c (out, '"');
}

/* Whatever stands before a value. */
static void
begin (HrJsonOutput *self, const char *key)
{
  if (!self->is_empty)
    g_string_append (self->text, is_inline (self) ? ", " : ",");
  if (self->depth > 0 && !is_inline (self))
    break_line (self);
  self->is_empty = FALSE;

  if (key != NULL)
    {
      append_string (self->text, key);
      g_string_append (self->text, ": ");
    }
}

void
hr_json_output_open (HrJsonOutput *self, const char *key, char opener)
{
  begin (self, key);
  g_string_append_c (self->text, opener);
  self->depth++;
  self->is_empty = TRUE;
}

/* Opens what is to stand on one line, with all it contains. */
void
hr_json_output_open_line (HrJsonOutput *self, const char *key, char opener)
{
  hr_json_output_open (self, key, opener);
  if (self->inline_from == 0)
    self->inline_from = self->depth;
}

void
hr_json_output_close (HrJsonOutput *self, char closer)
{
  gboolean in_line = is_inline (self);

  self->depth--;
  if (!in_line && !self->is_empty)
    break_line (self);
  if (self->depth < self->inline_from)
    self->inline_from = 0;
  g_string_append_c (self->text, closer);
  self->is_empty = FALSE;
}

/* @text: (nullable) */
void
hr_json_output_text (HrJsonOutput *self, const char *key, const char *text)
{
  begin (self, key);
  if (text != NULL)
    append_string (self->text, text);
  else
    g_string_append (self->text, "null");
}

void
hr_json_output_flag (HrJsonOutput *self, const char *key, gboolean flag)
{
  begin (self, key);
  g_string_append (self->text, flag ? "true" : "false");
}

/* NAN is written as null. Minus zero, which no plan means, is zero. */
void
hr_json_output_number (HrJsonOutput *self, const char *key, double number)
{
  g_autofree char *digits = isnan (number) ? NULL : hr_number_to_text (number + 0.0);

  begin (self, key);
  g_string_append (self->text, digits != NULL ? digits : "null");
}

/**
 * hr_json_output_money:
 * @self: an output
 * @key: (nullable): its key
 * @minor: hundredths; %HR_MONEY_NONE is written as null
 *
 * Writes money in major units, exactly.
 */
void
hr_json_output_money (HrJsonOutput *self, const char *key, gint64 minor)
{
  guint64 amount = minor < 0 ? -(guint64) minor : (guint64) minor;

  begin (self, key);
  if (minor == HR_MONEY_NONE)
    {
      g_string_append (self->text, "null");
      return;
    }
  g_string_append_printf (self->text, "%s%" G_GUINT64_FORMAT, minor < 0 ? "-" : "",
                          amount / 100);
  if (amount % 100 != 0)
    g_string_append_printf (self->text, ".%02u", (guint) (amount % 100));
}
