/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-grid-table.h"

#include <string.h>

/* What comes from another program is not trusted: so many cells at most. */
#define MAX_CELLS 1000000
#define MAX_SPAN 1000

HrGridTable *
hr_grid_table_new (guint n_rows, guint n_columns)
{
  HrGridTable *self = g_new0 (HrGridTable, 1);

  self->n_rows = n_rows;
  self->n_columns = n_columns;
  self->texts = g_ptr_array_new_full (n_rows * n_columns, g_free);
  g_ptr_array_set_size (self->texts, (int) (n_rows * n_columns));
  return self;
}

HrGridTable *
hr_grid_table_new_for_text (const char *text)
{
  HrGridTable *self = hr_grid_table_new (1, 1);

  hr_grid_table_take (self, 0, 0, g_strdup (text));
  return self;
}

void
hr_grid_table_free (HrGridTable *self)
{
  g_ptr_array_unref (self->texts);
  g_free (self);
}

/* Never %NULL. */
const char *
hr_grid_table_get (const HrGridTable *self, guint row, guint column)
{
  const char *text = self->texts->pdata[row * self->n_columns + column];

  return text != NULL ? text : "";
}

void
hr_grid_table_take (HrGridTable *self, guint row, guint column, char *text)
{
  char **place = (char **) &self->texts->pdata[row * self->n_columns + column];

  g_free (*place);
  *place = text;
}

/**
 * hr_grid_table_tile:
 * @self: texts
 * @n_rows: how many rows
 * @n_columns: how many columns
 *
 * Repeats texts until they fill so many rows and columns.
 */
HrGridTable *
hr_grid_table_tile (const HrGridTable *self, guint n_rows, guint n_columns)
{
  HrGridTable *all = hr_grid_table_new (n_rows, n_columns);

  for (guint row = 0; row < n_rows; row++)
    for (guint column = 0; column < n_columns; column++)
      hr_grid_table_take (all, row, column,
                          g_strdup (hr_grid_table_get (self, row % self->n_rows,
                                                       column % self->n_columns)));
  return all;
}

/* ---- Gathering rows of any length ---- */

typedef struct
{
  GPtrArray *rows; /* (element-type GPtrArray): of texts */
  guint n_columns;
  guint n_cells;
} Gathered;

static void
free_row (gpointer row)
{
  g_ptr_array_unref (row);
}

static void
gathered_init (Gathered *self)
{
  *self = (Gathered) { .rows = g_ptr_array_new_with_free_func (free_row) };
}

static void
begin_row (Gathered *self)
{
  g_ptr_array_add (self->rows, g_ptr_array_new_with_free_func (g_free));
}

static gboolean
add_cell (Gathered *self, char *text)
{
  GPtrArray *row;

  if (self->rows->len == 0)
    begin_row (self);
  row = self->rows->pdata[self->rows->len - 1];
  g_ptr_array_add (row, text);
  self->n_columns = MAX (self->n_columns, row->len);
  self->n_cells++;
  return (guint64) self->rows->len * self->n_columns <= MAX_CELLS;
}

/* Returns: (transfer full) (nullable): what has been gathered */
static HrGridTable *
gathered_finish (Gathered *self, gboolean good)
{
  g_autoptr (GPtrArray) rows = g_steal_pointer (&self->rows);
  HrGridTable *table;

  if (!good || self->n_columns == 0)
    return NULL;
  table = hr_grid_table_new (rows->len, self->n_columns);
  for (guint i = 0; i < rows->len; i++)
    {
      GPtrArray *row = rows->pdata[i];

      for (guint column = 0; column < row->len; column++)
        hr_grid_table_take (table, i, column, g_steal_pointer (&row->pdata[column]));
    }
  return table;
}

/* ---- Lines with tabs between ---- */

/* A text between quotes, in which a quote is doubled; @at moves behind it. A quote that
 * never ends is only a letter. */
static char *
read_quoted (const char **at)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *c = *at + 1; *c != '\0'; c++)
    {
      if (*c != '"')
        g_string_append_c (text, *c);
      else if (c[1] == '"')
        g_string_append_c (text, *c++);
      else if (strchr ("\t\r\n", c[1]) != NULL) /* or the end */
        {
          *at = c + 1;
          return g_string_free_and_steal (g_steal_pointer (&text));
        }
      else
        return NULL;
    }
  return NULL;
}

static char *
read_cell (const char **at)
{
  char *text = **at == '"' ? read_quoted (at) : NULL;

  if (text == NULL)
    {
      gsize length = strcspn (*at, "\t\r\n");

      text = g_strndup (*at, length);
      *at += length;
    }
  return text;
}

/**
 * hr_grid_table_parse_lines:
 * @text: lines, with tabs between the cells; a text with such in it stands in quotes
 *
 * Reads what spreadsheets put on the clipboard as text.
 *
 * Returns: (nullable): the texts, %NULL if there are none or far too many
 */
HrGridTable *
hr_grid_table_parse_lines (const char *text)
{
  const char *at = text;
  gboolean good = TRUE;
  Gathered all;

  gathered_init (&all);
  while (good && *at != '\0')
    {
      begin_row (&all);
      while ((good = add_cell (&all, read_cell (&at))) && *at == '\t')
        at++;
      if (*at == '\r')
        at++;
      if (*at == '\n')
        at++;
    }
  return gathered_finish (&all, good);
}

/* ---- A table of a web page ---- */

typedef struct
{
  const char *at;
  Gathered all;
  GString *text; /* (nullable): of the cell that is open */
  char *value;   /* (nullable): its number, as it is stored */
  guint span;
  guint depth; /* of tables */
  gboolean good;
} Page;

/* The value of an attribute of a tag, "<td sdval=\"90\" …>". */
static char *
get_attribute (const char *tag, gsize length, const char *name)
{
  const char *end = tag + length;
  gsize n = strlen (name);

  for (const char *at = tag; at + n + 1 < end; at++)
    if (g_ascii_isspace (*at) && g_ascii_strncasecmp (at + 1, name, n) == 0 &&
        at[1 + n] == '=')
      {
        const char *value = at + n + 2;
        char quote = value < end && (*value == '"' || *value == '\'') ? *value : ' ';
        const char *stop;

        if (quote != ' ')
          value++;
        stop = memchr (value, quote, (gsize) (end - value));
        return g_strndup (value, (gsize) ((stop != NULL ? stop : end) - value));
      }
  return NULL;
}

static gboolean
is_tag (const char *tag, gsize length, const char *name)
{
  gsize n = strlen (name);

  return length >= n && g_ascii_strncasecmp (tag, name, n) == 0 &&
         (length == n || g_ascii_isspace (tag[n]) || tag[n] == '/');
}

/* Calc tells the number itself, "sdval", and how it is shown, "sdnum": of a time, a date
 * or a percentage what is shown is meant. */
static char *
get_stored_number (const char *tag, gsize length)
{
  g_autofree char *value = get_attribute (tag, length, "sdval");
  g_autofree char *format = get_attribute (tag, length, "sdnum");

  if (value == NULL || *value == '\0')
    return NULL;
  if (format != NULL && strpbrk (format, "%:HMSDYhmsdy") != NULL)
    return NULL;
  return g_steal_pointer (&value);
}

/* White space counts once, and none at the ends. */
static char *
clean (const char *text)
{
  g_autoptr (GString) clean = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '\v')
        c = '\n'; /* <br> */
      else if (c == 0xa0 || g_unichar_isspace (c))
        c = ' ';
      if (c == ' ' && (clean->len == 0 || strchr (" \n", clean->str[clean->len - 1])))
        continue;
      g_string_append_unichar (clean, c);
    }
  return g_strstrip (g_string_free_and_steal (g_steal_pointer (&clean)));
}

static void
end_cell (Page *page)
{
  if (page->text == NULL)
    return;
  for (guint i = 0; i < page->span && page->good; i++)
    page->good = add_cell (&page->all, i > 0                 ? g_strdup ("")
                                       : page->value != NULL ? g_strdup (page->value)
                                                             : clean (page->text->str));
  g_string_free (g_steal_pointer (&page->text), TRUE);
  g_clear_pointer (&page->value, g_free);
}

static void
begin_cell (Page *page, const char *tag, gsize length)
{
  g_autofree char *span = get_attribute (tag, length, "colspan");

  end_cell (page);
  page->text = g_string_new (NULL);
  page->value = get_stored_number (tag, length);
  page->span =
      span != NULL ? (guint) CLAMP (g_ascii_strtoll (span, NULL, 10), 1, MAX_SPAN) : 1;
}

/* Style and script are no text: what follows them is. */
static void
skip_to_end_of (Page *page, const char *name)
{
  g_autofree char *end = g_strconcat ("</", name, NULL);
  gsize n = strlen (end);

  while (*page->at != '\0' && g_ascii_strncasecmp (page->at, end, n) != 0)
    page->at++;
}

static void
read_tag (Page *page, const char *tag, gsize length)
{
  if (is_tag (tag, length, "table"))
    page->depth++;
  else if (is_tag (tag, length, "/table"))
    {
      end_cell (page);
      page->depth -= page->depth > 0;
    }
  else if (is_tag (tag, length, "style"))
    skip_to_end_of (page, "style");
  else if (is_tag (tag, length, "script"))
    skip_to_end_of (page, "script");
  else if (page->depth == 0)
    return;
  else if (is_tag (tag, length, "tr"))
    {
      end_cell (page);
      begin_row (&page->all);
    }
  else if (is_tag (tag, length, "td") || is_tag (tag, length, "th"))
    begin_cell (page, tag, length);
  else if (is_tag (tag, length, "/td") || is_tag (tag, length, "/th") ||
           is_tag (tag, length, "/tr"))
    end_cell (page);
  else if (is_tag (tag, length, "br") && page->text != NULL)
    g_string_append_c (page->text, '\v');
}

/* &amp; &#65; &#x41; — what is not known stays as it is. */
static const char *
read_entity (const char *at, GString *text)
{
  static const struct
  {
    const char *name;
    const char *text;
  } names[] = {
    { "amp", "&" },   { "lt", "<" },     { "gt", ">" },     { "quot", "\"" },
    { "apos", "'" },  { "nbsp", " " },   { "ndash", "–" },  { "mdash", "—" },
    { "minus", "−" }, { "euro", "€" },   { "pound", "£" },  { "hellip", "…" },
    { "lsquo", "‘" }, { "rsquo", "’" },  { "ldquo", "“" },  { "rdquo", "”" },
    { "times", "×" }, { "middot", "·" }, { "auml", "ä" },   { "ouml", "ö" },
    { "uuml", "ü" },  { "Auml", "Ä" },   { "Ouml", "Ö" },   { "Uuml", "Ü" },
    { "szlig", "ß" }, { "eacute", "é" }, { "egrave", "è" }, { "agrave", "à" },
  };
  const char *end = at + 1 + strcspn (at + 1, ";<& \t\r\n");
  gsize length = (gsize) (end - at - 1);

  if (*end != ';')
    length = 0;
  if (length > 1 && at[1] == '#')
    {
      gboolean is_hex = g_ascii_tolower (at[2]) == 'x';
      guint64 c = g_ascii_strtoull (at + (is_hex ? 3 : 2), NULL, is_hex ? 16 : 10);

      if (c > 0 && c <= G_MAXUINT32 && g_unichar_validate ((gunichar) c))
        {
          g_string_append_unichar (text, (gunichar) c);
          return end + 1;
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strlen (names[i].name) == length && strncmp (names[i].name, at + 1, length) == 0)
      {
        g_string_append (text, names[i].text);
        return end + 1;
      }
  g_string_append_c (text, '&');
  return at + 1;
}

static void
read_text (Page *page)
{
  g_autoptr (GString) ignored = g_string_new (NULL);

  while (*page->at != '\0' && *page->at != '<')
    if (*page->at == '&')
      page->at = read_entity (page->at, page->text != NULL ? page->text : ignored);
    else
      {
        if (page->text != NULL)
          g_string_append_c (page->text, *page->at);
        page->at++;
      }
}

/**
 * hr_grid_table_parse_html:
 * @html: a page, or a piece of one; valid UTF-8
 *
 * Reads the tables of what spreadsheets put on the clipboard as a web page.
 *
 * Returns: (nullable): the texts, %NULL if there is no table or one far too large
 */
HrGridTable *
hr_grid_table_parse_html (const char *html)
{
  Page page = { .at = html, .good = TRUE };

  gathered_init (&page.all);
  while (page.good && *page.at != '\0')
    {
      const char *end;

      if (*page.at != '<')
        {
          read_text (&page);
          continue;
        }
      if (g_str_has_prefix (page.at, "<!--"))
        {
          end = strstr (page.at, "-->");
          page.at = end != NULL ? end + 3 : page.at + strlen (page.at);
          continue;
        }
      end = strchr (page.at, '>');
      if (end == NULL)
        break;
      {
        const char *tag = page.at + 1;

        page.at = end + 1;
        read_tag (&page, tag, (gsize) (end - tag));
      }
    }
  end_cell (&page);
  return gathered_finish (&page.all, page.good);
}
