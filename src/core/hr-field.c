/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-field.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "hr-date.h"
#include "hr-list.h"
#include "hr-portfolio.h"
#include "hr-rule.h"
#include "hr-tags.h"

/**
 * hr_field_get_value_type:
 * @self: a field
 *
 * Gets the type of the values that its property takes.
 */
GType
hr_field_get_value_type (const HrField *self)
{
  switch (self->kind)
    {
    case HR_FIELD_TEXT:
    case HR_FIELD_REF:
      return G_TYPE_STRING;
    case HR_FIELD_ENUM:
      return self->type ();
    case HR_FIELD_FLAG:
      return G_TYPE_BOOLEAN;
    case HR_FIELD_INTEGER:
      return G_TYPE_INT;
    case HR_FIELD_NUMBER:
      return G_TYPE_DOUBLE;
    case HR_FIELD_MONEY:
      return G_TYPE_INT64;
    case HR_FIELD_REFS:
      return G_TYPE_STRV;
    case HR_FIELD_RULE:
      return HR_TYPE_RULE;
    case HR_FIELD_PORTFOLIO:
      return HR_TYPE_PORTFOLIO;
    case HR_FIELD_TAGS:
      return HR_TYPE_TAGS;
    case HR_FIELD_LIST:
      return HR_TYPE_LIST;
    default:
      g_return_val_if_reached (G_TYPE_INVALID);
    }
}

/* The default of a money field, which the table writes as a number. */
gint64
hr_field_get_money_fallback (const HrField *self)
{
  return isnan (self->fallback) ? HR_MONEY_NONE : (gint64) self->fallback;
}

/* The property takes whatever C can hold: hr_field_check() is what refuses, in words,
 * where a GParamSpec would silently clamp. */
GParamSpec *
hr_field_to_pspec (const HrField *self)
{
  const GParamFlags flags = (self->kind == HR_FIELD_LIST ? 0 : G_PARAM_WRITABLE) |
                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                            G_PARAM_STATIC_STRINGS;

  switch (self->kind)
    {
    case HR_FIELD_TEXT:
    case HR_FIELD_REF:
      return g_param_spec_string (self->name, NULL, NULL, self->text, flags);
    case HR_FIELD_ENUM:
      return g_param_spec_enum (self->name, NULL, NULL, self->type (),
                                (int) self->fallback, flags);
    case HR_FIELD_FLAG:
      return g_param_spec_boolean (self->name, NULL, NULL, self->fallback != 0, flags);
    case HR_FIELD_INTEGER:
      return g_param_spec_int (self->name, NULL, NULL, G_MININT, G_MAXINT,
                               (int) self->fallback, flags);
    case HR_FIELD_NUMBER:
      /* Lax, because GLib finds that NAN lies beyond any limits. */
      return g_param_spec_double (self->name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE,
                                  isnan (self->fallback) ? 0 : self->fallback,
                                  flags | G_PARAM_LAX_VALIDATION);
    case HR_FIELD_MONEY:
      return g_param_spec_int64 (self->name, NULL, NULL, G_MININT64, G_MAXINT64,
                                 hr_field_get_money_fallback (self), flags);
    case HR_FIELD_REFS:
    case HR_FIELD_RULE:
    case HR_FIELD_TAGS:
      return g_param_spec_boxed (self->name, NULL, NULL, hr_field_get_value_type (self),
                                 flags);
    case HR_FIELD_PORTFOLIO:
    case HR_FIELD_LIST:
      return g_param_spec_object (self->name, NULL, NULL, hr_field_get_value_type (self),
                                  flags);
    default:
      g_return_val_if_reached (NULL);
    }
}

static gboolean
refuse (GError **error, HrError code, const HrField *self, const char *why)
{
  g_set_error (error, HR_ERROR, code, "%s %s", _ (self->label), why);
  return FALSE;
}

static gboolean
is_date_or_empty (const char *text)
{
  gint32 days;

  return text == NULL || *text == '\0' || hr_date_parse (text, &days);
}

static gboolean
check_text (const HrField *self, const char *text, GError **error)
{
  if ((self->flags & HR_FIELD_REQUIRED) != 0 && (text == NULL || *text == '\0'))
    return refuse (error, HR_ERROR_VALUE, self, _ ("must not be empty"));
  if (self->kind == HR_FIELD_TEXT && text == NULL)
    return refuse (error, HR_ERROR_VALUE, self, _ ("must be a text"));
  if (text != NULL && !g_utf8_validate (text, -1, NULL))
    return refuse (error, HR_ERROR_VALUE, self, _ ("is not valid UTF-8"));
  if ((self->flags & HR_FIELD_DATE) != 0 && !is_date_or_empty (text))
    return refuse (error, HR_ERROR_VALUE, self, _ ("must be a date like 2027-03-31"));
  return TRUE;
}

/* Beyond this the largest value only keeps arithmetic safe and is nobody's business. */
#define UNBOUNDED 1e15

static gboolean
refuse_range (GError **error, const HrField *self, double value, double unit)
{
  double low = self->minimum / unit, high = self->maximum / unit;
  gboolean positive = (self->flags & HR_FIELD_POSITIVE) != 0;
  g_autofree char *why = NULL;

  if (positive && value <= low)
    why = g_strdup_printf (_ ("must be more than %.15g, not %.15g"), low, value);
  else if (high < UNBOUNDED)
    why = g_strdup_printf (_ ("must be between %.15g and %.15g, not %.15g"), low, high,
                           value);
  else if (value < low)
    why = g_strdup_printf (_ ("must be at least %.15g, not %.15g"), low, value);
  else
    why = g_strdup_printf (_ ("must be at most %.15g, not %.15g"), high, value);
  return refuse (error, HR_ERROR_RANGE, self, why);
}

static gboolean
check_number (const HrField *self, double value, GError **error)
{
  gboolean positive = (self->flags & HR_FIELD_POSITIVE) != 0;

  if (!isfinite (value))
    return refuse (error, HR_ERROR_VALUE, self, _ ("must be a number"));
  if (value <= self->maximum &&
      (positive ? value > self->minimum : value >= self->minimum))
    return TRUE;
  return refuse_range (error, self, value, 1);
}

/* Not as a number, which cannot tell the largest amount from a cent more. */
static gboolean
check_money (const HrField *self, gint64 minor, GError **error)
{
  gint64 low = (gint64) self->minimum, high = (gint64) self->maximum;
  gboolean positive = (self->flags & HR_FIELD_POSITIVE) != 0;

  if (minor <= high && (positive ? minor > low : minor >= low))
    return TRUE;
  return refuse_range (error, self, (double) minor / 100, 100);
}

static gboolean
check_enum (const HrField *self, int value, GError **error)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (self->type ());

  if (g_enum_get_value ((GEnumClass *) klass, value) != NULL)
    return TRUE;
  return refuse (error, HR_ERROR_VALUE, self, _ ("must be one of its values"));
}

static gboolean
check_left_open (const HrField *self, GError **error)
{
  if ((self->flags & HR_FIELD_OPTIONAL) != 0)
    return TRUE;
  return refuse (error, HR_ERROR_VALUE, self, _ ("must be given"));
}

/**
 * hr_field_check:
 * @self: a field
 * @value: a value of its type
 * @error: return location for a [error@Error]
 *
 * Says whether a field may take a value, and if not why, in a sentence that starts
 * with the field's label.
 *
 * The one place where limits are enforced, for people, files and imports alike.
 */
gboolean
hr_field_check (const HrField *self, const GValue *value, GError **error)
{
  g_return_val_if_fail (G_VALUE_HOLDS (value, hr_field_get_value_type (self)), FALSE);

  switch (self->kind)
    {
    case HR_FIELD_TEXT:
    case HR_FIELD_REF:
      return check_text (self, g_value_get_string (value), error);
    case HR_FIELD_INTEGER:
      return check_number (self, g_value_get_int (value), error);
    case HR_FIELD_NUMBER:
      if (isnan (g_value_get_double (value)))
        return check_left_open (self, error);
      return check_number (self, g_value_get_double (value), error);
    case HR_FIELD_MONEY:
      if (g_value_get_int64 (value) == HR_MONEY_NONE)
        return check_left_open (self, error);
      return check_money (self, g_value_get_int64 (value), error);
    case HR_FIELD_ENUM:
      return check_enum (self, g_value_get_enum (value), error);
    case HR_FIELD_RULE:
    case HR_FIELD_REFS:
      if (g_value_get_boxed (value) == NULL)
        return refuse (error, HR_ERROR_VALUE, self, _ ("must be given"));
      return TRUE;
    case HR_FIELD_FLAG: /* the GValue's own type guards these */
    case HR_FIELD_PORTFOLIO:
    case HR_FIELD_TAGS:
      return TRUE;
    case HR_FIELD_LIST:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
strv_equal (const char *const *a, const char *const *b)
{
  return a != NULL && b != NULL ? g_strv_equal (a, b) : a == b;
}

/**
 * hr_field_equal:
 * @self: a field
 * @a: a value of its type
 * @b: another
 *
 * Compares two values exactly; a figure that is not given equals itself.
 */
gboolean
hr_field_equal (const HrField *self, const GValue *a, const GValue *b)
{
  switch (self->kind)
    {
    case HR_FIELD_TEXT:
    case HR_FIELD_REF:
      return g_strcmp0 (g_value_get_string (a), g_value_get_string (b)) == 0;
    case HR_FIELD_ENUM:
      return g_value_get_enum (a) == g_value_get_enum (b);
    case HR_FIELD_FLAG:
      return g_value_get_boolean (a) == g_value_get_boolean (b);
    case HR_FIELD_INTEGER:
      return g_value_get_int (a) == g_value_get_int (b);
    case HR_FIELD_NUMBER:
      return g_value_get_double (a) == g_value_get_double (b) ||
             (isnan (g_value_get_double (a)) && isnan (g_value_get_double (b)));
    case HR_FIELD_MONEY:
      return g_value_get_int64 (a) == g_value_get_int64 (b);
    case HR_FIELD_REFS:
      return strv_equal (g_value_get_boxed (a), g_value_get_boxed (b));
    case HR_FIELD_RULE:
      return hr_rule_equal (g_value_get_boxed (a), g_value_get_boxed (b));
    case HR_FIELD_TAGS:
      return hr_tags_equal (g_value_get_boxed (a), g_value_get_boxed (b));
    case HR_FIELD_PORTFOLIO:
      return hr_portfolio_equal (g_value_get_object (a), g_value_get_object (b));
    case HR_FIELD_LIST:
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * hr_field_is_default:
 * @self: a field, not a list
 * @value: a value of its type
 *
 * Says whether a value is what a new item has in the field, so that a default is never
 * silent and files can leave it out.
 */
gboolean
hr_field_is_default (const HrField *self, const GValue *value)
{
  switch (self->kind)
    {
    case HR_FIELD_TEXT:
      return g_strcmp0 (g_value_get_string (value), self->text ? self->text : "") == 0;
    case HR_FIELD_ENUM:
      return g_value_get_enum (value) == (int) self->fallback;
    case HR_FIELD_FLAG:
      return g_value_get_boolean (value) == (self->fallback != 0);
    case HR_FIELD_INTEGER:
      return g_value_get_int (value) == (int) self->fallback;
    case HR_FIELD_NUMBER:
      return g_value_get_double (value) == self->fallback ||
             (isnan (g_value_get_double (value)) && isnan (self->fallback));
    case HR_FIELD_MONEY:
      return g_value_get_int64 (value) == hr_field_get_money_fallback (self);
    case HR_FIELD_REF:
      return g_value_get_string (value) == NULL;
    case HR_FIELD_REFS:
      return *(char *const *) g_value_get_boxed (value) == NULL;
    case HR_FIELD_RULE:
      return hr_rule_get_kind (g_value_get_boxed (value)) == HR_RULE_ANY &&
             hr_rule_get_n_children (g_value_get_boxed (value)) == 0;
    case HR_FIELD_PORTFOLIO:
      return g_value_get_object (value) == NULL;
    case HR_FIELD_TAGS:
      return g_value_get_boxed (value) == NULL;
    case HR_FIELD_LIST:
    default:
      g_return_val_if_reached (FALSE);
    }
}
