/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-item-member.h"

#include "hr-portfolio.h"
#include "hr-rule.h"

/* The members are constant to everyone else. */
static gpointer
writable_member (gpointer self, const HrField *field)
{
  return G_STRUCT_MEMBER_P (self, field->offset);
}

#define MEMBER(type, self, field) (*(type *) writable_member (self, field))

/**
 * hr_id:
 * @text: (nullable): an id
 *
 * Interns an id: two that are equal have the same pointer.
 *
 * Returns: (transfer full) (nullable): free with g_ref_string_release()
 */
char *
hr_id (const char *text)
{
  return text != NULL ? g_ref_string_new_intern (text) : NULL;
}

/**
 * hr_id_new:
 *
 * Makes an id that no item has.
 *
 * Returns: (transfer full): free with g_ref_string_release()
 */
char *
hr_id_new (void)
{
  g_autofree char *uuid = g_uuid_string_random ();

  return hr_id (uuid);
}

static void
set_id (char **member, const char *text)
{
  char *before = *member;

  *member = hr_id (text);
  g_clear_pointer (&before, g_ref_string_release);
}

static void
free_ids (char **ids)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    g_ref_string_release (ids[i]);
  g_free (ids);
}

static char **
copy_ids (const char *const *ids)
{
  guint n = ids != NULL ? g_strv_length ((char **) ids) : 0;
  char **copy = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    copy[i] = hr_id (ids[i]);
  return copy;
}

/* Frees what a member holds, for good. */
void
hr_item_clear_member (gpointer self, const HrField *field)
{
  switch (field->kind)
    {
    case HR_FIELD_TEXT:
      g_clear_pointer (&MEMBER (char *, self, field), g_free);
      break;
    case HR_FIELD_REF:
      set_id (&MEMBER (char *, self, field), NULL);
      break;
    case HR_FIELD_REFS:
      g_clear_pointer (&MEMBER (char **, self, field), free_ids);
      break;
    case HR_FIELD_RULE:
      g_clear_pointer (&MEMBER (HrRule *, self, field), hr_rule_unref);
      break;
    case HR_FIELD_LIST:
      hr_list_set_owner (MEMBER (HrList *, self, field), NULL, NULL);
      g_clear_object (&MEMBER (GObject *, self, field));
      break;
    case HR_FIELD_PORTFOLIO:
      g_clear_object (&MEMBER (GObject *, self, field));
      break;
    case HR_FIELD_ENUM:
    case HR_FIELD_FLAG:
    case HR_FIELD_INTEGER:
    case HR_FIELD_NUMBER:
    case HR_FIELD_MONEY:
    case HR_FIELD_TAGS:
    default:
      break;
    }
}

/* Fills a member that holds nothing yet with the field's default. */
void
hr_item_init_member (gpointer self, const HrField *field)
{
  switch (field->kind)
    {
    case HR_FIELD_TEXT:
      MEMBER (char *, self, field) = g_strdup (field->text != NULL ? field->text : "");
      break;
    case HR_FIELD_ENUM:
    case HR_FIELD_FLAG:
    case HR_FIELD_INTEGER:
      MEMBER (int, self, field) = (int) field->fallback;
      break;
    case HR_FIELD_NUMBER:
      MEMBER (double, self, field) = field->fallback;
      break;
    case HR_FIELD_MONEY:
      MEMBER (gint64, self, field) = hr_field_get_money_fallback (field);
      break;
    case HR_FIELD_REFS:
      MEMBER (char **, self, field) = copy_ids (NULL);
      break;
    case HR_FIELD_RULE:
      MEMBER (HrRule *, self, field) = hr_rule_new_group (HR_RULE_ANY, NULL, 0);
      break;
    case HR_FIELD_LIST:
      MEMBER (HrList *, self, field) = hr_list_new (field->type ());
      hr_list_set_owner (MEMBER (HrList *, self, field), self, field);
      break;
    case HR_FIELD_REF:
    case HR_FIELD_PORTFOLIO:
    case HR_FIELD_TAGS:
    default:
      break; /* NULL already */
    }
}

void
hr_item_read_member (gpointer self, const HrField *field, GValue *value)
{
  switch (field->kind)
    {
    case HR_FIELD_TEXT:
    case HR_FIELD_REF:
      g_value_set_string (value, MEMBER (char *, self, field));
      break;
    case HR_FIELD_ENUM:
      g_value_set_enum (value, MEMBER (int, self, field));
      break;
    case HR_FIELD_FLAG:
      g_value_set_boolean (value, MEMBER (gboolean, self, field));
      break;
    case HR_FIELD_INTEGER:
      g_value_set_int (value, MEMBER (int, self, field));
      break;
    case HR_FIELD_NUMBER:
      g_value_set_double (value, MEMBER (double, self, field));
      break;
    case HR_FIELD_MONEY:
      g_value_set_int64 (value, MEMBER (gint64, self, field));
      break;
    case HR_FIELD_REFS:
    case HR_FIELD_RULE:
      g_value_set_boxed (value, MEMBER (gpointer, self, field));
      break;
    case HR_FIELD_PORTFOLIO:
    case HR_FIELD_LIST:
      g_value_set_object (value, MEMBER (gpointer, self, field));
      break;
    case HR_FIELD_TAGS:
    default:
      g_assert_not_reached ();
    }
}

/* Puts a value into a member, unchecked and without a notification. */
void
hr_item_write_member (gpointer self, const HrField *field, const GValue *value)
{
  switch (field->kind)
    {
    case HR_FIELD_TEXT:
      g_set_str (&MEMBER (char *, self, field), g_value_get_string (value));
      break;
    case HR_FIELD_REF:
      set_id (&MEMBER (char *, self, field), g_value_get_string (value));
      break;
    case HR_FIELD_ENUM:
      MEMBER (int, self, field) = g_value_get_enum (value);
      break;
    case HR_FIELD_FLAG:
      MEMBER (gboolean, self, field) = g_value_get_boolean (value);
      break;
    case HR_FIELD_INTEGER:
      MEMBER (int, self, field) = g_value_get_int (value);
      break;
    case HR_FIELD_NUMBER:
      MEMBER (double, self, field) = g_value_get_double (value);
      break;
    case HR_FIELD_MONEY:
      MEMBER (gint64, self, field) = g_value_get_int64 (value);
      break;
    case HR_FIELD_REFS:
      free_ids (MEMBER (char **, self, field));
      MEMBER (char **, self, field) = copy_ids (g_value_get_boxed (value));
      break;
    case HR_FIELD_RULE:
      hr_rule_unref (MEMBER (HrRule *, self, field));
      MEMBER (HrRule *, self, field) = hr_rule_ref (g_value_get_boxed (value));
      break;
    case HR_FIELD_PORTFOLIO:
      g_set_object (&MEMBER (HrPortfolio *, self, field), g_value_get_object (value));
      break;
    case HR_FIELD_TAGS:
    case HR_FIELD_LIST:
    default:
      g_assert_not_reached ();
    }
}
