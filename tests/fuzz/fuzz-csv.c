/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as accounts: refused with a reason, or read the same wherever the blocks end.
 *
 *     CC=clang meson setup build/fuzz -Dfuzz=true -Db_sanitize=address,undefined \
 *         -Db_lundef=false
 *     ninja -C build/fuzz tests/fuzz-csv
 *     build/fuzz/tests/fuzz-csv -max_len=2000 DIRECTORY-WITH-CSV-FILES */
#include "hr-account-mapping.h"
#include "hr-csv-table.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static GPtrArray *
read_accounts (HrCsvReader *reader, GPtrArray *messages, GError **error)
{
  g_autoptr (HrCsvTable) table = hr_csv_table_new (reader, HR_DATE_ORDER_UNKNOWN);
  g_autoptr (GPtrArray) joined = g_ptr_array_new ();
  g_autoptr (GArray) fields = NULL;

  if (!hr_csv_reader_start (reader, NULL, error))
    return NULL;
  fields = hr_account_mapping_find (reader, NULL, 0, joined, messages, error);
  if (fields == NULL)
    return NULL;
  hr_account_mapping_ask (fields, table);
  return hr_csv_table_read (table, messages, NULL, error);
}

static GPtrArray *
read_in_blocks (const guint8 *data, gsize size, gsize block_size, char **told)
{
  g_autoptr (GInputStream) stream =
      g_memory_input_stream_new_from_data (data, (gssize) size, NULL);
  g_autoptr (HrCsvReader) reader = hr_csv_reader_new (stream, "a.csv", block_size);
  g_autoptr (GPtrArray) messages = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  GPtrArray *columns = read_accounts (reader, messages, &error);

  g_assert_true ((columns == NULL) == (error != NULL));
  g_assert_true (error == NULL || error->domain == HR_ERROR);
  if (error != NULL)
    {
      g_ptr_array_set_size (messages, 0);
      g_ptr_array_add (messages, g_strdup (error->message));
    }
  g_ptr_array_add (messages, NULL);
  *told = g_strjoinv ("\n", (char **) messages->pdata);
  g_assert_true (g_utf8_validate (*told, -1, NULL));
  return columns;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *told = NULL, *told_again = NULL;
  g_autoptr (GPtrArray) columns = NULL, again = NULL;

  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_FATAL_MASK);

  columns = read_in_blocks (data, size, 4096, &told);
  again = read_in_blocks (data, size, 7, &told_again);
  g_assert_cmpstr (told, ==, told_again);
  for (guint i = 0; columns != NULL && i < columns->len; i++)
    g_assert_true (
        hr_column_equal (g_ptr_array_index (columns, i), g_ptr_array_index (again, i)));
  return 0;
}
