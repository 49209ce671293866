/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "hr-format-private.h"

/**
 * hr_format_split_range:
 * @band: a band
 * @currency: (nullable): the code of the currency
 *
 * Says which ARR a band has: "$75,000 to less than $250,000".
 */
char *
hr_format_split_range (const HrSplitBand *band, const char *currency)
{
  g_autofree char *from =
      isfinite (band->from) ? hr_format_money (band->from, currency) : NULL;
  g_autofree char *to = isfinite (band->to) ? hr_format_money (band->to, currency) : NULL;

  if (from == NULL && to == NULL)
    return g_strdup (_ ("Any ARR, or not known"));
  if (from == NULL)
    return g_strdup_printf (_ ("Less than %s, or not known"), to);
  if (to == NULL)
    return g_strdup_printf (_ ("At least %s"), from);
  return g_strdup_printf (_ ("At least %s, less than %s"), from, to);
}

/**
 * hr_format_split_figures:
 * @band: a band
 * @currency: (nullable): the code of the currency
 *
 * Says what follows for a band: "128 customers · $22.0M ARR · 6.0 people".
 */
char *
hr_format_split_figures (const HrSplitBand *band, const char *currency)
{
  g_autofree char *customers = hr_format_number (band->answer->customers, 0);
  g_autofree char *arr = hr_format_money_compact (band->answer->arr, currency);
  g_autofree char *people = hr_format_people (band->answer->fte);

  return g_strdup_printf (_ ("%s customers · %s ARR · %s people"), customers, arr,
                          people);
}

static void
append_sentence (GString *text, char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, sentence);
  g_free (sentence);
}

static void
append_new (GString *text, const HrSplitBand *band)
{
  if (band->source == NULL)
    append_sentence (text, g_strdup_printf (_ ("“%s” is new and has no journey yet."),
                                            band->segment->name));
  else
    append_sentence (
        text,
        g_strdup_printf (_ ("“%s” is new: a copy of “%s” with a copy of its current "
                            "journey, and nobody in it today. The new customers per "
                            "year are divided as the accounts are."),
                         band->segment->name, band->source->name));
}

/**
 * hr_format_split_effect:
 * @split: a split
 *
 * Says what applying a split will do to the plan, a line for each thing.
 */
char *
hr_format_split_effect (HrSplit *split)
{
  g_autoptr (GString) names = g_string_new (NULL);
  GString *text = g_string_new (NULL);
  guint n;

  hr_split_get_thresholds (split, &n);
  for (guint i = n + 1; i > 0; i--)
    {
      HrSplitBand band = hr_split_get_band (split, i - 1);

      if (band.is_new)
        continue;
      g_string_append_printf (names, "%s“%s”", names->len > 0 ? C_ ("values", ", ") : "",
                              band.segment->name);
    }
  if (names->len > 0)
    append_sentence (
        text, g_strdup_printf (_ ("These segments get another rule: %s."), names->str));
  for (guint i = n + 1; i > 0; i--)
    {
      HrSplitBand band = hr_split_get_band (split, i - 1);

      if (band.is_new)
        append_new (text, &band);
    }
  for (guint i = 0; i < hr_split_get_n_left_over (split); i++)
    append_sentence (
        text, g_strdup_printf (
                  _ ("“%s” stays behind the others with its journey, but no account "
                     "goes to it."),
                  hr_split_get_left_over (split, i)->name));
  append_sentence (text, g_strdup (_ ("All of it is one step, which can be undone.")));
  return g_string_free_and_steal (text);
}
