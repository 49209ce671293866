/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "hr-error.h"

G_BEGIN_DECLS

/* JSON as the import room reads it. JSON-GLib keeps neither the digits of a number,
 * which exact money needs, nor keys that come twice, nor where a value stands, and its
 * tree of a million accounts takes gigabytes. */

/**
 * HrJson:
 *
 * A text that was checked whole and is JSON; so reading its values cannot fail.
 *
 * Values are places in the text. Its strings were unescaped there and end with a NUL.
 */
typedef struct _HrJson HrJson;

/* Lists and objects nest this deep at most; nothing here recurses over the text. */
#define HR_JSON_MAX_DEPTH 128

HrJson *
hr_json_new_take (char *text, gsize length, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void hr_json_free (HrJson *self);
guint hr_json_get_line (const HrJson *self, const char *place);

typedef enum
{
  HR_JSON_NULL,
  HR_JSON_FLAG,
  HR_JSON_NUMBER,
  HR_JSON_TEXT,
  HR_JSON_LIST,
  HR_JSON_OBJECT,
} HrJsonKind;

/**
 * HrJsonCursor:
 * @json: what it reads
 * @parent: (nullable): stands at the list or object that this one goes through
 * @key: (nullable): the key of the value, in an object
 * @index: its place in the list or object, from 0
 * @value: the value
 * @end: (nullable): where the value ends, once that is known
 *
 * A value and the way to it.
 *
 * Cursors live on the stack of who reads, each pointing to the one around it, so that
 * an error can say which key is meant.
 */
typedef struct _HrJsonCursor HrJsonCursor;
struct _HrJsonCursor
{
  const HrJson *json;
  HrJsonCursor *parent;
  const char *key;
  gsize index;
  const char *value;
  const char *end;
};

HrJsonCursor hr_json_get_root (const HrJson *self);
HrJsonCursor hr_json_cursor_open (HrJsonCursor *container);
HrJsonCursor hr_json_cursor_absent (HrJsonCursor *object, const char *key);
gboolean hr_json_cursor_next (HrJsonCursor *self);
gboolean hr_json_cursor_find (HrJsonCursor *object, const char *key, HrJsonCursor *found);

HrJsonKind hr_json_cursor_get_kind (const HrJsonCursor *self);
gboolean
hr_json_cursor_expect (const HrJsonCursor *self, HrJsonKind kind, GError **error);
gboolean
hr_json_cursor_get_text (const HrJsonCursor *self, const char **text, GError **error);
gboolean
hr_json_cursor_get_flag (const HrJsonCursor *self, gboolean *flag, GError **error);
gboolean
hr_json_cursor_get_number (const HrJsonCursor *self, double *number, GError **error);
gboolean
hr_json_cursor_get_integer (const HrJsonCursor *self, int *integer, GError **error);
gboolean
hr_json_cursor_get_money (const HrJsonCursor *self, gint64 *minor, GError **error);

char *hr_json_excerpt (const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean hr_json_cursor_refuse (const HrJsonCursor *self,
                                GError **error,
                                HrError code,
                                const char *format,
                                ...) G_GNUC_PRINTF (4, 5);
gboolean hr_json_cursor_refuse_key (const HrJsonCursor *self,
                                    const char *const *known,
                                    GError **error);
gboolean
hr_json_cursor_refuse_word (const HrJsonCursor *self, GType type, GError **error);
gboolean hr_json_cursor_check_keys (HrJsonCursor *object,
                                    const char *const *known,
                                    GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HrJson, hr_json_free)

G_END_DECLS
