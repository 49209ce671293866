/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-csv-reader.h"
#include "hr-csv-table.h"

G_BEGIN_DECLS

/**
 * HrAccountField:
 * @field: what the column is called in the portfolio
 * @column: which column of the file it is
 *
 * One field of the accounts and where it stands.
 */
typedef struct
{
  char *field;
  guint column;
} HrAccountField;

/**
 * HrAccountWish:
 * @field: a field of the accounts
 * @column: the column that a person says it is; "" to say that there is none
 *
 * What a person asks for, in words.
 */
typedef struct
{
  char *field;
  char *column;
} HrAccountWish;

GArray *hr_account_mapping_guess (const HrCsvReader *reader) G_GNUC_WARN_UNUSED_RESULT;
GArray *hr_account_mapping_find (const HrCsvReader *reader,
                                 const HrAccountWish *wishes,
                                 guint n_wishes,
                                 GPtrArray *joined,
                                 GPtrArray *messages,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
void hr_account_mapping_ask (GArray *fields, HrCsvTable *table);

G_END_DECLS
