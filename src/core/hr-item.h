/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-field.h"
#include "hr-list.h"
#include "hr-tags.h"

G_BEGIN_DECLS

/**
 * HrItem:
 * @id: (not nullable): stable and unique among the items of its type in a plan; an
 *   interned GRefString
 * @tags: (nullable): where its figures came from
 *
 * What all objects of a plan are: an id and a table of fields.
 *
 * Members are constant: read them as you like. They change through the property
 * that the field table makes of each, and in an open plan only the [class@History]
 * sets properties.
 */
#define HR_TYPE_ITEM (hr_item_get_type ())
G_DECLARE_DERIVABLE_TYPE (HrItem, hr_item, HR, ITEM, GObject)

struct _HrItemClass
{
  GObjectClass parent_class;

  const HrField *fields; /* as installed, with names */
  guint n_fields;
  const char *label; /* what a person calls an item of this type */
};

void hr_item_class_install_fields (HrItemClass *klass,
                                   HrField *fields,
                                   guint n_fields,
                                   const char *label);

/* Defines a final item type whose FIELDS table stands above. */
#define HR_DEFINE_ITEM(TypeName, type_name, label)                                       \
  G_DEFINE_FINAL_TYPE (TypeName, type_name, HR_TYPE_ITEM)                                \
                                                                                         \
  static void type_name##_class_init (TypeName##Class *klass)                            \
  {                                                                                      \
    hr_item_class_install_fields (HR_ITEM_CLASS (klass), FIELDS, G_N_ELEMENTS (FIELDS),  \
                                  label);                                                \
  }                                                                                      \
                                                                                         \
  static void type_name##_init (TypeName *self) {}

gpointer hr_item_new (GType type, const char *id) G_GNUC_WARN_UNUSED_RESULT;

const char *hr_item_get_id (gconstpointer item);
const char *hr_item_get_name (gconstpointer item);
HrTags *hr_item_get_tags (gconstpointer item);
gboolean hr_item_is_default (gconstpointer item, const char *property);
const char *hr_item_type_get_label (GType type);

const HrField *hr_item_type_get_fields (GType type, guint *n_fields);
const HrField *hr_item_find_field (gconstpointer item, const char *property);
gconstpointer hr_item_member (gconstpointer item, const HrField *field);
HrList *hr_item_get_list (gconstpointer item, const HrField *field);
char *const *
hr_item_get_references (gconstpointer item, const HrField *field, guint *n_ids);
gboolean
hr_item_has_value (gconstpointer item, const HrField *field, const GValue *value);

gpointer hr_item_copy (gconstpointer item) G_GNUC_WARN_UNUSED_RESULT;
gpointer hr_item_copy_anew (gconstpointer item) G_GNUC_WARN_UNUSED_RESULT;
gboolean hr_item_same_value (gconstpointer a, gconstpointer b, const HrField *field);
gboolean hr_item_equal (gconstpointer a, gconstpointer b);

/**
 * HrItemFunc:
 *
 * Called for each item of a walk. Returns: whether to go on.
 */
typedef gboolean (*HrItemFunc) (gpointer item, gpointer data);
gboolean hr_item_walk (gpointer root, HrItemFunc func, gpointer data);

/* hr_id() interns an id: free with g_ref_string_release(). %NULL stays %NULL. */
char *hr_id (const char *text);
char *hr_id_new (void);

G_END_DECLS
