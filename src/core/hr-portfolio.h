/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-rule.h"
#include "hr-types.h"

G_BEGIN_DECLS

/**
 * HrColumnType:
 * @HR_COLUMN_TEXT: codes of a dictionary; code 0 is missing
 * @HR_COLUMN_NUMBER: doubles; NAN is missing
 * @HR_COLUMN_MONEY: minor units; %HR_MONEY_NONE is missing
 * @HR_COLUMN_DATE: days since 1970-01-01; %HR_DATE_NONE is missing
 * @HR_COLUMN_FLAG: 0, 1, or 2 for missing
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

#define HR_DATE_NONE G_MININT32
#define HR_FLAG_NONE 2

/* The columns that the program itself knows, by these names; all others are as imported.
 */
#define HR_COLUMN_ID "id"                           /* text, required, unique */
#define HR_COLUMN_NAME "name"                       /* text */
#define HR_COLUMN_ARR "arr"                         /* money */
#define HR_COLUMN_CURRENCY "currency"               /* text */
#define HR_COLUMN_RENEWAL_DATE "renewal_date"       /* date */
#define HR_COLUMN_CSM "csm"                         /* text */
#define HR_COLUMN_PARENT_ID "parent_id"             /* text */
#define HR_COLUMN_REFERENCE_VALUE "reference_value" /* money */

/**
 * HrColumn:
 *
 * One column of the portfolio: an array with a name and a type. Immutable and counted.
 */
typedef struct _HrColumn HrColumn;

HrColumn *hr_column_ref (HrColumn *self);
void hr_column_unref (HrColumn *self);
const char *hr_column_get_name (const HrColumn *self);
HrColumnType hr_column_get_column_type (const HrColumn *self);
gsize hr_column_get_n (const HrColumn *self);
gboolean hr_column_is_missing (const HrColumn *self, gsize row);

/* The arrays themselves, for whoever runs over a million values. Asking for another
 * type than the column's is a mistake of the programmer. */
const double *hr_column_get_numbers (const HrColumn *self);
const gint64 *hr_column_get_money (const HrColumn *self);
const gint32 *hr_column_get_days (const HrColumn *self);
const guint8 *hr_column_get_flags (const HrColumn *self);
const guint32 *hr_column_get_codes (const HrColumn *self);

/* The dictionary of a text column. Entry 0 is "" and stands for missing. An entry may
 * come twice: a column of nearly unique texts does not look each one up. */
guint32 hr_column_get_n_texts (const HrColumn *self);
const char *hr_column_get_text (const HrColumn *self, guint32 code);
const char *hr_column_get_text_at (const HrColumn *self, gsize row);

/* The dictionary as the plan file keeps it: the texts, each ended by a NUL, and where
 * each begins (n_texts + 1 offsets, the last being the length). */
const char *hr_column_get_bytes (const HrColumn *self, gsize *length);
const guint64 *hr_column_get_offsets (const HrColumn *self);

/**
 * HrColumnBuilder:
 *
 * A column in the making: values are appended one after the other, or the arrays
 * of a plan file are handed over whole.
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
HrColumn *hr_column_builder_end (HrColumnBuilder *self) G_GNUC_WARN_UNUSED_RESULT;

/* Takes over (g_free) arrays of a file; checks every value: codes below n_texts, offsets
 * ascending, texts valid UTF-8 and NUL-ended, numbers finite or NAN, flags 0 to 2. */
HrColumn *hr_column_new_take (const char *name,
                              HrColumnType type,
                              gsize n,
                              gpointer values,
                              char *bytes,
                              gsize n_bytes,
                              guint64 *offsets,
                              gsize n_offsets,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * HrPortfolio:
 *
 * All accounts of a plan as one import brought them: columns of equal length.
 *
 * Immutable: another import makes another portfolio, and undo puts back the old one.
 */
#define HR_TYPE_PORTFOLIO (hr_portfolio_get_type ())
G_DECLARE_FINAL_TYPE (HrPortfolio, hr_portfolio, HR, PORTFOLIO, GObject)

HrPortfolio *hr_portfolio_new (HrColumn *const *columns,
                               guint n_columns,
                               const char *source,
                               const char *imported_at,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

gsize hr_portfolio_get_n_accounts (const HrPortfolio *self);
guint hr_portfolio_get_n_columns (const HrPortfolio *self);
HrColumn *hr_portfolio_get_column (const HrPortfolio *self, guint i);
HrColumn *hr_portfolio_find_column (const HrPortfolio *self, const char *name);
const char *hr_portfolio_get_source (const HrPortfolio *self);
const char *hr_portfolio_get_imported_at (const HrPortfolio *self);
gboolean hr_portfolio_find_account (const HrPortfolio *self, const char *id, gsize *row);
gboolean hr_portfolio_equal (const HrPortfolio *a, const HrPortfolio *b);

/* Which type a standard column must have; FALSE for a name that the program does not
 * know. */
gboolean hr_portfolio_get_standard_type (const char *name, HrColumnType *type);

/**
 * HrMatcher:
 *
 * A rule made ready for one portfolio: columns found, texts looked up in the
 * dictionaries. Matching is then a few passes over arrays.
 */
typedef struct _HrMatcher HrMatcher;

HrMatcher *hr_matcher_new (const HrRule *rule,
                           const HrPortfolio *portfolio) G_GNUC_WARN_UNUSED_RESULT;
void hr_matcher_free (HrMatcher *self);
void hr_matcher_run (const HrMatcher *self, gsize first, gsize n, guint8 *matches);

/* Dates of files and rules: 2027-03-31 <-> days since 1970-01-01. */
gboolean hr_date_parse (const char *text, gint32 *days);
char *hr_date_to_text (gint32 days) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HrColumn, hr_column_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HrColumnBuilder, hr_column_builder_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HrMatcher, hr_matcher_free)

G_END_DECLS
