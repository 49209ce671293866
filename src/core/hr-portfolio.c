/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-portfolio.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hr-column-private.h"
#include "hr-enums.h"
#include "hr-error.h"

struct _HrPortfolio
{
  GObject parent_instance;

  GPtrArray *columns;  /* (owned) (element-type HrColumn) */
  GHashTable *by_name; /* (owned) (element-type utf8 HrColumn): both of columns */
  HrColumn *ids;       /* one of columns */
  char *source;
  char *imported_at;
};

G_DEFINE_FINAL_TYPE (HrPortfolio, hr_portfolio, G_TYPE_OBJECT)

static void
hr_portfolio_finalize (GObject *object)
{
  HrPortfolio *self = HR_PORTFOLIO (object);

  g_clear_pointer (&self->by_name, g_hash_table_unref);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->source, g_free);
  g_clear_pointer (&self->imported_at, g_free);

  G_OBJECT_CLASS (hr_portfolio_parent_class)->finalize (object);
}

static void
hr_portfolio_class_init (HrPortfolioClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = hr_portfolio_finalize;
}

static void
hr_portfolio_init (HrPortfolio *self)
{
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) hr_column_unref);
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
}

/* --- What must hold --- */

static const struct
{
  const char *name;
  HrColumnType type;
} STANDARD_COLUMNS[] = {
  { HR_COLUMN_ID, HR_COLUMN_TEXT },
  { HR_COLUMN_NAME, HR_COLUMN_TEXT },
  { HR_COLUMN_ARR, HR_COLUMN_MONEY },
  { HR_COLUMN_CURRENCY, HR_COLUMN_TEXT },
  { HR_COLUMN_RENEWAL_DATE, HR_COLUMN_DATE },
  { HR_COLUMN_CSM, HR_COLUMN_TEXT },
  { HR_COLUMN_PARENT_ID, HR_COLUMN_TEXT },
  { HR_COLUMN_REFERENCE_VALUE, HR_COLUMN_MONEY },
};

/**
 * hr_portfolio_get_standard_type:
 * @name: a column's name
 * @type: (out): the type that it must have
 *
 * Looks up a column that the program itself knows.
 *
 * Returns: whether it knows one of this name
 */
gboolean
hr_portfolio_get_standard_type (const char *name, HrColumnType *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (STANDARD_COLUMNS); i++)
    if (g_str_equal (STANDARD_COLUMNS[i].name, name))
      {
        *type = STANDARD_COLUMNS[i].type;
        return TRUE;
      }
  return FALSE;
}

static gboolean
add_column (HrPortfolio *self, HrColumn *column, GError **error)
{
  const char *name = hr_column_get_name (column);
  HrColumnType type = hr_column_get_column_type (column), standard = type;
  HrColumn *first;

  if (name[0] == '\0' || !g_utf8_validate (name, -1, NULL))
    {
      g_set_error (error, HR_ERROR, HR_ERROR_VALUE,
                   _ ("Column %u has no name that can be read."), self->columns->len + 1);
      return FALSE;
    }
  if (hr_portfolio_get_standard_type (name, &standard) && type != standard)
    {
      g_set_error (error, HR_ERROR, HR_ERROR_VALUE,
                   _ ("The column “%s” must be of the type %s, not %s."), name,
                   hr_enum_to_nick (HR_TYPE_COLUMN_TYPE, (int) standard),
                   hr_enum_to_nick (HR_TYPE_COLUMN_TYPE, (int) type));
      return FALSE;
    }
  if (g_hash_table_contains (self->by_name, name))
    {
      g_set_error (error, HR_ERROR, HR_ERROR_DUPLICATE,
                   _ ("There are two columns of the name “%s”."), name);
      return FALSE;
    }

  g_ptr_array_add (self->columns, hr_column_ref (column));
  g_hash_table_insert (self->by_name, (gpointer) name, column);
  first = g_ptr_array_index (self->columns, 0);
  if (hr_column_get_n (column) == hr_column_get_n (first))
    return TRUE;

  g_set_error (error, HR_ERROR, HR_ERROR_RANGE,
               _ ("The column “%s” has %zu values, but the column “%s” has %zu."), name,
               hr_column_get_n (column), hr_column_get_name (first),
               hr_column_get_n (first));
  return FALSE;
}

static gboolean
check_ids (HrPortfolio *self, GError **error)
{
  gsize again, before;

  self->ids = hr_portfolio_find_column (self, HR_COLUMN_ID);
  if (self->ids == NULL)
    {
      g_set_error (error, HR_ERROR, HR_ERROR_VALUE,
                   _ ("There is no column “%s”, which names each account."),
                   HR_COLUMN_ID);
      return FALSE;
    }
  for (gsize row = 0; row < hr_column_get_n (self->ids); row++)
    if (hr_column_get_codes (self->ids)[row] == 0)
      {
        g_set_error (error, HR_ERROR, HR_ERROR_VALUE, _ ("Account %zu has no id."),
                     row + 1);
        return FALSE;
      }

  if (!hr_column_find_repeat (self->ids, &again, &before))
    return TRUE;

  g_set_error (error, HR_ERROR, HR_ERROR_DUPLICATE,
               _ ("Account %zu has the id “%s”, which account %zu has already."),
               again + 1, hr_column_get_text_at (self->ids, again), before + 1);
  return FALSE;
}

/**
 * hr_portfolio_new:
 * @columns: (array length=n_columns) (transfer none): the columns
 * @n_columns: how many
 * @source: (nullable): where the accounts come from, such as the name of a file
 * @imported_at: (nullable): when they came, as ISO 8601
 * @error: where to say what does not hold; rows are counted from 1
 *
 * Makes a portfolio of columns, which other portfolios may have too.
 *
 * The columns are equally long and differ in name, those that the program knows have
 * their type, and each account has an id of its own.
 *
 * Returns: (transfer full): a new portfolio
 */
HrPortfolio *
hr_portfolio_new (HrColumn *const *columns,
                  guint n_columns,
                  const char *source,
                  const char *imported_at,
                  GError **error)
{
  g_autoptr (HrPortfolio) self = g_object_new (HR_TYPE_PORTFOLIO, NULL);

  self->source = g_strdup (source);
  self->imported_at = g_strdup (imported_at);
  for (guint i = 0; i < n_columns; i++)
    if (!add_column (self, columns[i], error))
      return NULL;
  if (!check_ids (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

gsize
hr_portfolio_get_n_accounts (const HrPortfolio *self)
{
  return hr_column_get_n (self->ids);
}

guint
hr_portfolio_get_n_columns (const HrPortfolio *self)
{
  return self->columns->len;
}

/**
 * hr_portfolio_get_column:
 * @self: a portfolio
 * @i: a place below hr_portfolio_get_n_columns()
 *
 * Gets one column after the other.
 *
 * Returns: (transfer none): the column
 */
HrColumn *
hr_portfolio_get_column (const HrPortfolio *self, guint i)
{
  g_return_val_if_fail (i < self->columns->len, NULL);

  return g_ptr_array_index (self->columns, i);
}

/**
 * hr_portfolio_find_column:
 * @self: a portfolio
 * @name: a column's name
 *
 * Finds a column.
 *
 * Returns: (transfer none) (nullable): the column
 */
HrColumn *
hr_portfolio_find_column (const HrPortfolio *self, const char *name)
{
  return g_hash_table_lookup (self->by_name, name);
}

/**
 * hr_portfolio_get_source:
 * @self: a portfolio
 *
 * Says where the accounts come from.
 *
 * Returns: (nullable): such as the name of a file
 */
const char *
hr_portfolio_get_source (const HrPortfolio *self)
{
  return self->source;
}

/**
 * hr_portfolio_get_imported_at:
 * @self: a portfolio
 *
 * Says when the accounts came.
 *
 * Returns: (nullable): an ISO 8601 time
 */
const char *
hr_portfolio_get_imported_at (const HrPortfolio *self)
{
  return self->imported_at;
}

/**
 * hr_portfolio_find_account:
 * @self: a portfolio
 * @id: an account's id
 * @row: (out): its row, from 0
 *
 * Finds an account.
 *
 * Returns: whether there is one
 */
gboolean
hr_portfolio_find_account (const HrPortfolio *self, const char *id, gsize *row)
{
  const HrColumnRows *rows = hr_column_get_rows (self->ids);
  const HrTexts texts = { self->ids->bytes, self->ids->offsets };
  gsize length = strlen (id);
  guint32 hash = hr_text_index_hash (rows->index, id, length);
  guint32 code = hr_text_index_find (rows->index, &texts, hash, id, length);

  if (code == 0)
    return FALSE;

  *row = rows->rows[code];
  return TRUE;
}

/**
 * hr_portfolio_equal:
 * @a: (nullable): a portfolio
 * @b: (nullable): a portfolio
 *
 * Compares columns and values, not where they came from.
 *
 * Returns: whether they are the same
 */
gboolean
hr_portfolio_equal (const HrPortfolio *a, const HrPortfolio *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL || a->columns->len != b->columns->len)
    return FALSE;

  for (guint i = 0; i < a->columns->len; i++)
    if (!hr_column_equal (hr_portfolio_get_column (a, i), hr_portfolio_get_column (b, i)))
      return FALSE;
  return TRUE;
}
