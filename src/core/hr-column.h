/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-date.h"
#include "hr-types.h"

G_BEGIN_DECLS

/**
 * HrColumnType:
 * @HR_COLUMN_TEXT: codes of a dictionary; code 0 is missing
 * @HR_COLUMN_NUMBER: doubles; NAN is missing, others are finite
 * @HR_COLUMN_MONEY: minor units, at most %HR_MONEY_MAX either way; %HR_MONEY_NONE is
 *   missing
 * @HR_COLUMN_DATE: days since 1970-01-01, see hr-date.h; %HR_DATE_NONE is missing
 * @HR_COLUMN_FLAG: 0, 1, or %HR_FLAG_NONE for missing
 *
 * How the values of a column lie in memory and in the plan file.
 */
typedef enum
{
  HR_COLUMN_TEXT,
  HR_COLUMN_NUMBER,
  HR_COLUMN_MONEY,
  HR_COLUMN_DATE,
  HR_COLUMN_FLAG,
} HrColumnType;

#define HR_FLAG_NONE 2

/* A column has this many values at most, so that rows and codes are guint32. */
#define HR_COLUMN_MAX_ROWS (G_MAXUINT32 - 1)

/**
 * HrColumn:
 *
 * One column of the portfolio: an array with a name and a type. Immutable and counted.
 */
typedef struct _HrColumn HrColumn;

gsize hr_column_type_get_size (HrColumnType type);
gpointer hr_column_alloc (gsize size) G_GNUC_WARN_UNUSED_RESULT;
HrColumn *hr_column_new_take (const char *name,
                              HrColumnType type,
                              gsize n,
                              gpointer values,
                              char *bytes,
                              gsize n_bytes,
                              gsize n_texts,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
HrColumn *hr_column_ref (HrColumn *self);
void hr_column_unref (HrColumn *self);

const char *hr_column_get_name (const HrColumn *self);
HrColumnType hr_column_get_column_type (const HrColumn *self);
gsize hr_column_get_n (const HrColumn *self);
gboolean hr_column_is_missing (const HrColumn *self, gsize row);
gboolean hr_column_equal (const HrColumn *a, const HrColumn *b);

/* The arrays themselves, for whoever runs over a million values. Asking for another
 * type than the column's is a mistake of the programmer. */
const double *hr_column_get_numbers (const HrColumn *self);
const gint64 *hr_column_get_money (const HrColumn *self);
const gint32 *hr_column_get_days (const HrColumn *self);
const guint8 *hr_column_get_flags (const HrColumn *self);
const guint32 *hr_column_get_codes (const HrColumn *self);

/* The dictionary of a text column. Entry 0 is "" and stands for missing; no other is
 * empty. An entry may come twice: a column of nearly unique texts does not look each
 * one up. */
guint32 hr_column_get_n_texts (const HrColumn *self);
const char *hr_column_get_text (const HrColumn *self, guint32 code);
const char *hr_column_get_text_at (const HrColumn *self, gsize row);
const char *hr_column_get_folded (const HrColumn *self, guint32 code);
gboolean hr_column_find_repeat (HrColumn *self, gsize *row, gsize *before);

/* The dictionary as the plan file keeps it: the texts, each ended by a NUL, and where
 * each begins (n_texts + 1 offsets, the last being the length). */
const char *hr_column_get_bytes (const HrColumn *self, gsize *length);
const guint64 *hr_column_get_offsets (const HrColumn *self);

/**
 * HrColumnBuilder:
 *
 * A column in the making: values are appended one after the other.
 *
 * They are not looked at before hr_column_builder_end(), which tells of the first that a
 * column cannot hold.
 */
typedef struct _HrColumnBuilder HrColumnBuilder;

HrColumnBuilder *hr_column_builder_new (const char *name,
                                        HrColumnType type) G_GNUC_WARN_UNUSED_RESULT;
void hr_column_builder_free (HrColumnBuilder *self);
gsize hr_column_builder_get_n (const HrColumnBuilder *self);
void hr_column_builder_add_missing (HrColumnBuilder *self);
void hr_column_builder_add_number (HrColumnBuilder *self, double value);
void hr_column_builder_add_money (HrColumnBuilder *self, gint64 value);
void hr_column_builder_add_days (HrColumnBuilder *self, gint32 value);
void hr_column_builder_add_flag (HrColumnBuilder *self, gboolean value);
void hr_column_builder_add_text (HrColumnBuilder *self, const char *text, gsize length);
HrColumn *hr_column_builder_end (HrColumnBuilder *self,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HrColumn, hr_column_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HrColumnBuilder, hr_column_builder_free)

G_END_DECLS
