/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-format-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* In a formula two decimals, so that it can be checked by hand, and no unit where it
 * would read as a sign of the arithmetic or as prose. */
static char *
write_operand (double value, HrUnit unit, const char *currency)
{
  g_autofree char *number = NULL;

  if (!isfinite (value))
    return g_strdup (HR_NO_ANSWER);

  switch (unit)
    {
    case HR_UNIT_MONEY:
      return hr_format_money (value, currency);
    case HR_UNIT_SHARE:
      return hr_format_share_at_most (value, 2);
    case HR_UNIT_HOURS_PER_CUSTOMER:
      unit = HR_UNIT_HOURS;
      break;
    case HR_UNIT_TIMES:
    case HR_UNIT_FACTOR:
      unit = HR_UNIT_NONE;
      break;
    case HR_UNIT_NONE:
    case HR_UNIT_PEOPLE:
    case HR_UNIT_HEADS:
    case HR_UNIT_CUSTOMERS:
    case HR_UNIT_MINUTES:
    case HR_UNIT_HOURS:
    case HR_UNIT_DAYS:
    case HR_UNIT_MONTHS:
    case HR_UNIT_YEARS:
    case HR_UNIT_SCORE:
    default:
      break;
    }
  number = hr_format_number_at_most (value, 2);
  return hr_format_with_unit (number, unit, hr_plural (value));
}

static const char *
get_label (const HrInput *input)
{
  return input->is_name ? input->label : _ (input->label);
}

static gboolean
starts_word (const char *text, const char *at)
{
  return at == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at)));
}

/* Of two labels that begin alike, "customers" and "customers per FTE", the longer. */
static const HrInput *
find_input_at (const HrExplanation *self, const char *at, gsize *length)
{
  const HrInput *found = NULL;

  *length = 0;
  for (guint i = 0; i < self->n_inputs; i++)
    {
      const char *label = get_label (&self->inputs[i]);
      gsize n = strlen (label);

      if (n > *length && strncmp (at, label, n) == 0 &&
          !g_unichar_isalnum (g_utf8_get_char (at + n)))
        {
          found = &self->inputs[i];
          *length = n;
        }
    }
  return found;
}

/* Some formulas are just words: "as entered". */
static gboolean
is_arithmetic (const char *formula)
{
  static const char *const operators[] = { "×", "÷", "−", "+" };

  for (guint i = 0; i < G_N_ELEMENTS (operators); i++)
    if (strstr (formula, operators[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Puts the numbers where the formula has the labels. */
static char *
write_arithmetic (const HrExplanation *self, const char *currency)
{
  const char *formula = _ (self->formula);
  GString *text = g_string_new (NULL);

  for (const char *at = formula; *at != '\0';)
    {
      gsize length = 0;
      const HrInput *input =
          starts_word (formula, at) ? find_input_at (self, at, &length) : NULL;

      if (input != NULL)
        {
          g_autofree char *number = write_operand (input->value, input->unit, currency);

          g_string_append (text, number);
        }
      else
        {
          length = (gsize) (g_utf8_next_char (at) - at);
          g_string_append_len (text, at, (gssize) length);
        }
      at += length;
    }
  return g_string_free_and_steal (text);
}

/* "4.78 people + 2.1 people"; whole people are those of each, rounded up. */
static char *
write_sum (const HrExplanation *self, const char *currency)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->n_inputs; i++)
    {
      const HrInput *input = &self->inputs[i];
      g_autofree char *number = write_operand (input->value, input->unit, currency);

      if (i > 0)
        g_string_append (text, " + ");
      if (self->unit == HR_UNIT_HEADS && input->unit == HR_UNIT_PEOPLE)
        g_string_append_printf (text, _ ("%s rounded up"), number);
      else
        g_string_append (text, number);
    }
  return g_string_free_and_steal (text);
}

static gboolean
is_sum (const HrExplanation *self)
{
  for (guint i = 0; i < self->n_inputs; i++)
    if (self->inputs[i].is_name)
      return TRUE;
  return self->figure == HR_FIGURE_HEADS && self->n_inputs > 0;
}

/**
 * hr_format_formula:
 * @explanation: how a figure came about
 * @currency: (nullable): the code of the currency
 *
 * Writes the formula with its numbers and the result: "48 customers × 106.17 h ÷
 * 1,065.05 h = 4.78 people".
 */
char *
hr_format_formula (const HrExplanation *explanation, const char *currency)
{
  g_autofree char *result =
      write_operand (explanation->result, explanation->unit, currency);
  g_autofree char *formula = NULL;

  if (is_sum (explanation))
    formula = write_sum (explanation, currency);
  else if (is_arithmetic (explanation->formula))
    formula = write_arithmetic (explanation, currency);
  else
    return g_strdup_printf (_ ("%s: %s"), _ (explanation->formula), result);

  if (g_str_equal (formula, result)) /* a sum of one */
    return g_steal_pointer (&result);
  return g_strdup_printf ("%s = %s", formula, result);
}
