/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-tags.h"

#include <string.h>

typedef struct
{
  char *property;
  char *source;
  HrTag tag; /* its source is the string above */
} Entry;

struct _HrTags
{
  gatomicrefcount ref_count;
  guint n;
  Entry entries[];
};

G_DEFINE_BOXED_TYPE (HrTags, hr_tags, hr_tags_ref, hr_tags_unref)

HrTags *
hr_tags_ref (HrTags *self)
{
  if (self != NULL)
    g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
hr_tags_unref (HrTags *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < self->n; i++)
    {
      g_free (self->entries[i].property);
      g_free (self->entries[i].source);
    }
  g_free (self);
}

static HrTags *
tags_alloc (guint n)
{
  HrTags *self = g_malloc0 (sizeof (HrTags) + n * sizeof (Entry));

  g_atomic_ref_count_init (&self->ref_count);
  return self;
}

static void
append (HrTags *self, const char *property, const HrTag *tag)
{
  Entry *entry = &self->entries[self->n++];

  entry->property = g_strdup (property);
  entry->source = g_strdup (tag->source);
  entry->tag = (HrTag) { tag->kind, entry->source, tag->year };
}

/**
 * hr_tags_with:
 * @self: (nullable): tags
 * @property: a property's name
 * @tag: (nullable): its tag, or %NULL to have none
 *
 * Makes the tags that differ from @self in one property.
 *
 * Returns: (transfer full) (nullable): new tags, %NULL when none are left
 */
HrTags *
hr_tags_with (const HrTags *self, const char *property, const HrTag *tag)
{
  guint n = hr_tags_get_n (self);
  g_autoptr (HrTags) made = tags_alloc (n + 1);
  gboolean placed = tag == NULL;

  g_return_val_if_fail (property != NULL, NULL);

  for (guint i = 0; i < n; i++)
    {
      int order = strcmp (self->entries[i].property, property);

      if (order >= 0 && !placed)
        {
          append (made, property, tag);
          placed = TRUE;
        }
      if (order != 0)
        append (made, self->entries[i].property, &self->entries[i].tag);
    }
  if (!placed)
    append (made, property, tag);

  return made->n > 0 ? g_steal_pointer (&made) : NULL;
}

/**
 * hr_tags_get:
 * @self: (nullable): tags
 * @property: a property's name
 *
 * Gets the tag of a figure.
 *
 * Returns: (transfer none) (nullable): its tag
 */
const HrTag *
hr_tags_get (const HrTags *self, const char *property)
{
  for (guint i = 0; i < hr_tags_get_n (self); i++)
    if (g_str_equal (self->entries[i].property, property))
      return &self->entries[i].tag;
  return NULL;
}

guint
hr_tags_get_n (const HrTags *self)
{
  return self != NULL ? self->n : 0;
}

/**
 * hr_tags_get_nth:
 * @self: tags
 * @i: a place below hr_tags_get_n()
 * @property: (out) (transfer none): the property's name
 *
 * Gets one tag after the other.
 *
 * Returns: (transfer none): the tag
 */
const HrTag *
hr_tags_get_nth (const HrTags *self, guint i, const char **property)
{
  g_return_val_if_fail (i < hr_tags_get_n (self), NULL);

  *property = self->entries[i].property;
  return &self->entries[i].tag;
}

gboolean
hr_tags_equal (const HrTags *a, const HrTags *b)
{
  if (a == b)
    return TRUE;
  if (hr_tags_get_n (a) != hr_tags_get_n (b))
    return FALSE;

  for (guint i = 0; i < a->n; i++)
    {
      const Entry *left = &a->entries[i], *right = &b->entries[i];

      if (!g_str_equal (left->property, right->property) ||
          g_strcmp0 (left->source, right->source) != 0 ||
          left->tag.kind != right->tag.kind || left->tag.year != right->tag.year)
        return FALSE;
    }
  return TRUE;
}
