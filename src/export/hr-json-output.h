/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HrJsonOutput:
 *
 * JSON in the making, in one form for all: two spaces per level, one key a line, short
 * things on one line.
 *
 * JSON-GLib prints doubles with 17 digits, 0.1 as 0.10000000000000001, and has no exact
 * money.
 */
typedef struct
{
  GString *text;
  guint depth;
  guint inline_from; /* containers this deep and deeper stay on one line; 0 for none */
  gboolean is_empty; /* nothing yet in the container */
} HrJsonOutput;

void hr_json_output_init (HrJsonOutput *self);
char *hr_json_output_end (HrJsonOutput *self) G_GNUC_WARN_UNUSED_RESULT;

/* Each takes a key in an object, %NULL in a list. */
void hr_json_output_open (HrJsonOutput *self, const char *key, char opener);
void hr_json_output_open_line (HrJsonOutput *self, const char *key, char opener);
void hr_json_output_close (HrJsonOutput *self, char closer);
void hr_json_output_text (HrJsonOutput *self, const char *key, const char *text);
void hr_json_output_flag (HrJsonOutput *self, const char *key, gboolean flag);
void hr_json_output_number (HrJsonOutput *self, const char *key, double number);
void hr_json_output_money (HrJsonOutput *self, const char *key, gint64 minor);

G_END_DECLS
