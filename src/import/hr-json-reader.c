/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-json-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "hr-enums.h"
#include "hr-json-item.h"
#include "hr-json-portfolio.h"
#include "hr-touchpoint.h"

#define FORMAT "headroom-plan"
#define VERSION 1

static gboolean
check_format (HrJsonCursor *root, GError **error)
{
  g_autofree char *shown = NULL;
  HrJsonCursor cursor;
  const char *format;
  int version;

  if (!hr_json_cursor_expect (root, HR_JSON_OBJECT, error))
    return FALSE;

  if (!hr_json_cursor_find (root, "format", &cursor))
    return hr_json_cursor_refuse (&cursor, error, HR_ERROR_SYNTAX,
                                  _ ("must be given, as “%s”"), FORMAT);
  if (!hr_json_cursor_get_text (&cursor, &format, error))
    return FALSE;
  if (!g_str_equal (format, FORMAT))
    {
      shown = hr_json_excerpt (format);
      return hr_json_cursor_refuse (&cursor, error, HR_ERROR_SYNTAX,
                                    _ ("must be “%s”, not “%s”"), FORMAT, shown);
    }

  if (!hr_json_cursor_find (root, "version", &cursor))
    return hr_json_cursor_refuse (&cursor, error, HR_ERROR_SYNTAX,
                                  _ ("must be given, as %d"), VERSION);
  if (!hr_json_cursor_get_integer (&cursor, &version, error))
    return FALSE;
  if (version > VERSION)
    return hr_json_cursor_refuse (&cursor, error, HR_ERROR_NEWER,
                                  _ ("the file is of version %d; this program reads "
                                     "version %d and needs an update"),
                                  version, VERSION);
  return version == VERSION ||
         hr_json_cursor_refuse (&cursor, error, HR_ERROR_SYNTAX, _ ("must be %d, not %d"),
                                VERSION, version);
}

static gboolean
read_portfolio (HrJsonCursor *root, HrPlan *plan, GError **error)
{
  HrJsonCursor about, accounts;
  gboolean has_about = hr_json_cursor_find (root, "portfolio", &about);
  g_autoptr (HrPortfolio) portfolio = NULL;

  if (!hr_json_cursor_find (root, "accounts", &accounts))
    return !has_about || hr_json_cursor_refuse (&accounts, error, HR_ERROR_VALUE,
                                                _ ("must be given where “portfolio” is"));

  if (!hr_json_read_portfolio (has_about ? &about : NULL, &accounts, &portfolio, error))
    return FALSE;
  g_object_set (plan, "portfolio", portfolio, NULL);
  return TRUE;
}

static gboolean
has_one_time_work (HrPlan *plan, HrSegment *segment, HrJourneyVersion version)
{
  HrJourney *journey = hr_plan_find_journey (plan, segment, version);

  for (guint i = 0; journey != NULL && i < hr_list_get_n (journey->touchpoints); i++)
    {
      HrTouchpoint *touchpoint = hr_list_get (journey->touchpoints, i);

      if (touchpoint->kind == HR_TOUCHPOINT_ONE_TIME)
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_given (HrJsonCursor *segment, const char *key, const char *why, GError **error)
{
  HrJsonCursor cursor;

  return hr_json_cursor_find (segment, key, &cursor) ||
         hr_json_cursor_refuse (&cursor, error, HR_ERROR_VALUE, "%s", why);
}

/* What the arithmetic cannot do without must be written, if only as null: else a slip of
 * the pen would look like a plan that has no answer. */
static gboolean
check_segment (HrPlan *plan, HrSegment *segment, HrJsonCursor *cursor, GError **error)
{
  if (segment->source == HR_SEGMENT_ENTERED &&
      (!check_given (cursor, "customers", _ ("must be given where “source” is “entered”"),
                     error) ||
       !check_given (cursor, "arr", _ ("must be given where “source” is “entered”"),
                     error)))
    return FALSE;

  if (plan->one_time_spread != HR_ONE_TIME_LIFETIME ||
      (!has_one_time_work (plan, segment, HR_JOURNEY_CURRENT) &&
       !has_one_time_work (plan, segment, HR_JOURNEY_REDESIGNED)))
    return TRUE;
  return check_given (cursor, "lifetime_years",
                      _ ("must be given where one-time work is spread over it"), error);
}

static gboolean
check_segments (HrJsonCursor *root, HrPlan *plan, GError **error)
{
  HrJsonCursor list, cursor;

  if (!hr_json_cursor_find (root, "segments", &list))
    return TRUE;

  cursor = hr_json_cursor_open (&list);
  while (hr_json_cursor_next (&cursor))
    if (!check_segment (plan, hr_list_get (plan->segments, (guint) cursor.index), &cursor,
                        error))
      return FALSE;
  return TRUE;
}

/* A segment has one journey of a version. */
static gboolean
check_journeys (HrJsonCursor *root, HrPlan *plan, GError **error)
{
  g_autoptr (GHashTable) seen =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  HrJsonCursor list, cursor;

  if (!hr_json_cursor_find (root, "journeys", &list))
    return TRUE;

  cursor = hr_json_cursor_open (&list);
  while (hr_json_cursor_next (&cursor))
    {
      const HrJourney *journey = hr_list_get (plan->journeys, (guint) cursor.index);
      const char *version = hr_enum_to_nick (HR_TYPE_JOURNEY_VERSION, journey->version);

      if (!g_hash_table_add (seen, g_strconcat (version, " ", journey->segment, NULL)))
        return hr_json_cursor_refuse (&cursor, error, HR_ERROR_DUPLICATE,
                                      _ ("the segment “%s” has a “%s” journey already"),
                                      journey->segment, version);
    }
  return TRUE;
}

static HrPlan *
read_plan (HrJson *json, GError **error)
{
  HrJsonCursor root = hr_json_get_root (json);
  g_autoptr (HrPlan) plan = NULL;

  if (!check_format (&root, error))
    return NULL;
  plan = hr_json_read_item (&root, HR_TYPE_PLAN, error);
  if (plan == NULL || !read_portfolio (&root, plan, error) ||
      !check_journeys (&root, plan, error) || !check_segments (&root, plan, error) ||
      !hr_plan_check (plan, error))
    return NULL;
  return g_steal_pointer (&plan);
}

static HrPlan *
read_plan_take (char *text, gsize length, GError **error)
{
  g_autoptr (HrJson) json = hr_json_new_take (text, length, error);

  return json != NULL ? read_plan (json, error) : NULL;
}

/**
 * hr_json_read_plan:
 * @text: the JSON form of a plan
 * @length: its length in bytes, or −1 if it ends with a NUL
 * @error: return location for a [error@Error]
 *
 * Reads a plan. Nothing is guessed: unknown keys, keys that come twice, wrong types, bad
 * values and references that lead nowhere are refused, with the path of the key.
 *
 * Returns: (transfer full) (nullable): the plan
 */
HrPlan *
hr_json_read_plan (const char *text, gssize length, GError **error)
{
  gsize n = length < 0 ? strlen (text) : (gsize) length;
  char *copy = g_malloc (n + 1);

  memcpy (copy, text, n);
  copy[n] = '\0';
  return read_plan_take (copy, n, error);
}

/* Reads to the end, or to where it is too much. */
static GByteArray *
read_all (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  const guint step = 1024 * 1024;
  gsize n_read;

  do
    {
      guint before = bytes->len;

      g_byte_array_set_size (bytes, before + step);
      if (!g_input_stream_read_all (stream, bytes->data + before, step, &n_read,
                                    cancellable, error))
        return NULL;
      g_byte_array_set_size (bytes, before + (guint) n_read);
      if (bytes->len > HR_JSON_MAX_SIZE)
        {
          g_set_error (error, HR_ERROR, HR_ERROR_FILE,
                       _ ("it is larger than %u megabytes"),
                       (guint) (HR_JSON_MAX_SIZE / 1024 / 1024));
          return NULL;
        }
    }
  while (n_read == step);

  g_byte_array_append (bytes, (const guint8 *) "", 1);
  return g_steal_pointer (&bytes);
}

/**
 * hr_json_read_plan_stream:
 * @stream: where the JSON form of a plan comes from, standard input for example
 * @cancellable: (nullable): to stop it
 * @error: return location for a [error@Error], or what reading gives
 *
 * Reads a plan of at most %HR_JSON_MAX_SIZE bytes.
 *
 * Returns: (transfer full) (nullable): the plan
 */
HrPlan *
hr_json_read_plan_stream (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  GByteArray *bytes = read_all (stream, cancellable, error);
  gsize length;
  guint8 *text;

  if (bytes == NULL)
    return NULL;
  text = g_byte_array_steal (bytes, &length);
  g_byte_array_unref (bytes);
  return read_plan_take ((char *) text, length - 1, error);
}

/**
 * hr_json_read_plan_file:
 * @path: a file
 * @cancellable: (nullable): to stop it
 * @error: return location for a [error@Error], or for that of @cancellable
 *
 * Reads a plan of at most %HR_JSON_MAX_SIZE bytes. Errors begin with the name of the
 * file, without its folder.
 *
 * Returns: (transfer full) (nullable): the plan
 */
HrPlan *
hr_json_read_plan_file (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GError) reason = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, &reason);
  HrPlan *plan = NULL;

  if (stream != NULL)
    plan = hr_json_read_plan_stream (G_INPUT_STREAM (stream), cancellable, &reason);
  if (plan != NULL)
    return plan;

  if (reason->domain == HR_ERROR)
    g_propagate_prefixed_error (error, g_steal_pointer (&reason), "%s: ", name);
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&reason));
  else
    g_set_error (error, HR_ERROR, HR_ERROR_FILE, _ ("%s cannot be read: %s"), name,
                 reason->message);
  return NULL;
}
