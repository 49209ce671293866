/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-column.h"
#include "hr-text-index.h"

G_BEGIN_DECLS

#define HR_COLUMN_NO_ROW G_MAXUINT32

/**
 * HrColumnRows:
 * @index: the codes that occur, one for each text
 * @rows: the row of each such code
 * @again: the first row whose text came before, or %HR_COLUMN_NO_ROW if all differ
 * @before: the row where it came
 *
 * In which row each text of a column lies. Only complete if no text comes twice.
 */
typedef struct
{
  HrTextIndex *index;
  guint32 *rows;
  guint32 again;
  guint32 before;
} HrColumnRows;

struct _HrColumn
{
  gatomicrefcount ref_count;
  char *name;
  HrColumnType type;
  gsize n;
  gpointer values;

  /* A dictionary, for texts */
  char *bytes;
  guint64 *offsets;
  guint32 n_texts;

  /* Made when first asked for */
  HrTexts *folded;
  HrColumnRows *rows;
};

const HrColumnRows *hr_column_get_rows (HrColumn *self);

G_END_DECLS
