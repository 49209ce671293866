/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-error.h"
#include "hr-types.h"

G_BEGIN_DECLS

/**
 * HrFieldKind:
 * @HR_FIELD_TEXT: `char *`, never %NULL
 * @HR_FIELD_ENUM: `int` of an enumeration of hr-types.h
 * @HR_FIELD_FLAG: `gboolean`
 * @HR_FIELD_INTEGER: `int`
 * @HR_FIELD_NUMBER: `double`; NAN where not given, if optional
 * @HR_FIELD_MONEY: `gint64` in minor units; %HR_MONEY_NONE where not given, if optional
 * @HR_FIELD_REF: `char *`, the id of another item or %NULL; an interned GRefString
 * @HR_FIELD_REFS: `char **`, ids, never %NULL; each an interned GRefString
 * @HR_FIELD_RULE: `HrRule *`, never %NULL
 * @HR_FIELD_PORTFOLIO: `HrPortfolio *` or %NULL
 * @HR_FIELD_TAGS: `HrTags *` or %NULL
 * @HR_FIELD_LIST: `HrList *` of items that this item owns; never %NULL, never replaced
 *
 * What a field holds, as C and as a property.
 *
 * Interned ids are equal exactly when their pointers are, see hr_id().
 */
typedef enum
{
  HR_FIELD_TEXT,
  HR_FIELD_ENUM,
  HR_FIELD_FLAG,
  HR_FIELD_INTEGER,
  HR_FIELD_NUMBER,
  HR_FIELD_MONEY,
  HR_FIELD_REF,
  HR_FIELD_REFS,
  HR_FIELD_RULE,
  HR_FIELD_PORTFOLIO,
  HR_FIELD_TAGS,
  HR_FIELD_LIST,
} HrFieldKind;

/**
 * HrFieldFlags:
 * @HR_FIELD_REQUIRED: text or a reference that must not be empty
 * @HR_FIELD_OPTIONAL: a number or money that may be left open
 * @HR_FIELD_POSITIVE: a number or money that must be more than its minimum
 * @HR_FIELD_FIGURE: an assumption of the arithmetic, which carries a tag
 * @HR_FIELD_DATE: text that is a date, 2027-03-31, or empty
 *
 * What must hold of a field's value beside its range.
 */
typedef enum
{
  HR_FIELD_REQUIRED = 1 << 0,
  HR_FIELD_OPTIONAL = 1 << 1,
  HR_FIELD_POSITIVE = 1 << 2,
  HR_FIELD_FIGURE = 1 << 3,
  HR_FIELD_DATE = 1 << 4,
} HrFieldFlags;

/**
 * HrUnit:
 *
 * What a figure counts, so that it can be written for a person.
 */
typedef enum
{
  HR_UNIT_NONE,
  HR_UNIT_FACTOR,
  HR_UNIT_SHARE,
  HR_UNIT_MONEY,
  HR_UNIT_PEOPLE,
  HR_UNIT_HEADS,
  HR_UNIT_CUSTOMERS,
  HR_UNIT_TIMES,
  HR_UNIT_MINUTES,
  HR_UNIT_HOURS,
  HR_UNIT_HOURS_PER_CUSTOMER,
  HR_UNIT_DAYS,
  HR_UNIT_MONTHS,
  HR_UNIT_YEARS,
  HR_UNIT_SCORE,
} HrUnit;

/**
 * HrField:
 * @name: the property, "limits-arr-per-fte"
 * @key: its word in files, "arr_per_fte"
 * @group: (nullable): the JSON object that holds the key, "limits"
 * @label: what a person calls it, in lower case, to be translated
 * @kind: what it holds
 * @flags: what must hold of it
 * @unit: what it counts
 * @offset: where the member lies in the instance
 * @type: (nullable): the enumeration, the item type of a list or of what a reference
 * names
 * @minimum: the smallest value
 * @maximum: the largest value
 * @fallback: the default; NAN for none
 * @text: (nullable): the default of a text
 *
 * One field of an item type.
 *
 * The fields of a type stand in one table from which properties, defaults, checks,
 * copies, the plan file and the JSON form are made, so a new field is one line here
 * and one migration in the store.
 */
typedef struct
{
  const char *name;
  const char *key;
  const char *group;
  const char *label;
  HrFieldKind kind;
  HrFieldFlags flags;
  HrUnit unit;
  gsize offset;
  GType (*type) (void);
  double minimum;
  double maximum;
  double fallback;
  const char *text;
} HrField;

/* The tables are read more easily with these than with the bare structure. */
#define FIELD_TEXT(Type, member, title, ...)                                             \
  { .key = #member,                                                                      \
    .label = title,                                                                      \
    .kind = HR_FIELD_TEXT,                                                               \
    .offset = G_STRUCT_OFFSET (Type, member),                                            \
    __VA_ARGS__ }
#define FIELD_ENUM(Type, member, title, gtype, value)                                    \
  { .key = #member,                                                                      \
    .label = title,                                                                      \
    .kind = HR_FIELD_ENUM,                                                               \
    .type = gtype,                                                                       \
    .fallback = value,                                                                   \
    .offset = G_STRUCT_OFFSET (Type, member) }
#define FIELD_FLAG(Type, member, title, value)                                           \
  { .key = #member,                                                                      \
    .label = title,                                                                      \
    .kind = HR_FIELD_FLAG,                                                               \
    .fallback = value,                                                                   \
    .maximum = 1,                                                                        \
    .offset = G_STRUCT_OFFSET (Type, member) }
#define FIELD_INTEGER(Type, member, title, u, low, high, value)                          \
  { .key = #member,                                                                      \
    .label = title,                                                                      \
    .kind = HR_FIELD_INTEGER,                                                            \
    .unit = u,                                                                           \
    .minimum = low,                                                                      \
    .maximum = high,                                                                     \
    .fallback = value,                                                                   \
    .offset = G_STRUCT_OFFSET (Type, member) }
#define FIELD_NUMBER(Type, member, title, u, low, high, value, ...)                      \
  { .key = #member,                                                                      \
    .label = title,                                                                      \
    .kind = HR_FIELD_NUMBER,                                                             \
    .unit = u,                                                                           \
    .minimum = low,                                                                      \
    .maximum = high,                                                                     \
    .fallback = value,                                                                   \
    .offset = G_STRUCT_OFFSET (Type, member),                                            \
    __VA_ARGS__ }
#define FIELD_MONEY(Type, member, title, value, ...)                                     \
  { .key = #member,                                                                      \
    .label = title,                                                                      \
    .kind = HR_FIELD_MONEY,                                                              \
    .unit = HR_UNIT_MONEY,                                                               \
    .minimum = 0,                                                                        \
    .maximum = HR_MONEY_MAX,                                                             \
    .fallback = value,                                                                   \
    .offset = G_STRUCT_OFFSET (Type, member),                                            \
    __VA_ARGS__ }
#define FIELD_REF(Type, member, title, gtype, ...)                                       \
  { .key = #member,                                                                      \
    .label = title,                                                                      \
    .kind = HR_FIELD_REF,                                                                \
    .type = gtype,                                                                       \
    .offset = G_STRUCT_OFFSET (Type, member),                                            \
    __VA_ARGS__ }
#define FIELD_REFS(Type, member, title, gtype)                                           \
  { .key = #member,                                                                      \
    .label = title,                                                                      \
    .kind = HR_FIELD_REFS,                                                               \
    .type = gtype,                                                                       \
    .offset = G_STRUCT_OFFSET (Type, member) }
#define FIELD_LIST(Type, member, title, gtype)                                           \
  { .key = #member,                                                                      \
    .label = title,                                                                      \
    .kind = HR_FIELD_LIST,                                                               \
    .type = gtype,                                                                       \
    .offset = G_STRUCT_OFFSET (Type, member) }

GType hr_field_get_value_type (const HrField *self);
gint64 hr_field_get_money_fallback (const HrField *self);
gboolean hr_field_is_default (const HrField *self, const GValue *value);
gboolean hr_field_check (const HrField *self, const GValue *value, GError **error);
gboolean hr_field_equal (const HrField *self, const GValue *a, const GValue *b);
GParamSpec *hr_field_to_pspec (const HrField *self);

G_END_DECLS
