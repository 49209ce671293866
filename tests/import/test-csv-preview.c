/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-csv-preview.h"
#include "hr-error.h"
#include "hr-portfolio.h"
#include "hr-test-folder.h"

#include <string.h>

static HrCsvPreview *
preview (const Folder *folder, const char *text, guint n_rows)
{
  g_autofree char *path = folder_write (folder, "a.csv", text, -1);
  g_autoptr (GError) error = NULL;
  HrCsvPreview *self = hr_csv_preview_new (path, n_rows, NULL, &error);

  g_assert_no_error (error);
  return self;
}

/* The columns and rows, as they would stand in a table. */
static char *
to_text (const HrCsvPreview *self)
{
  GString *text = g_string_new (NULL);
  guint n = hr_csv_preview_get_n_columns (self);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "[%s]", hr_csv_preview_get_column (self, i));
  for (guint row = 0; row < hr_csv_preview_get_n_rows (self); row++)
    {
      g_string_append_c (text, '\n');
      for (guint i = 0; i < n; i++)
        g_string_append_printf (text, "[%s]", hr_csv_preview_get_text (self, row, i));
    }
  return g_string_free_and_steal (text);
}

static void
test_rows (Folder *folder, gconstpointer user_data)
{
  const char *file = "id;Name\n1;\"A; \"\"B\"\"\"\n2;\n3;Größe\n";
  g_autoptr (HrCsvPreview) two = preview (folder, file, 2);
  g_autoptr (HrCsvPreview) all = preview (folder, file, 8);
  g_autoptr (HrCsvPreview) none = preview (folder, "id,name\n", 8);
  g_autofree char *two_text = to_text (two), *all_text = to_text (all);
  g_autofree char *none_text = to_text (none);

  g_assert_cmpstr (hr_csv_preview_get_name (all), ==, "a.csv");
  g_assert_cmpstr (two_text, ==, "[id][Name]\n[1][A; \"B\"]\n[2][]");
  g_assert_cmpstr (all_text, ==, "[id][Name]\n[1][A; \"B\"]\n[2][]\n[3][Größe]");
  g_assert_cmpstr (none_text, ==, "[id][name]");
}

/* A field that is very long is cut between characters. */
static void
test_long_text (Folder *folder, gconstpointer user_data)
{
  g_autofree char *long_text = g_strnfill (1000, 'x');
  g_autofree char *file = g_strdup_printf ("id,name\n1,é%s\n", long_text);
  g_autoptr (HrCsvPreview) self = preview (folder, file, 8);
  const char *shown = hr_csv_preview_get_text (self, 0, 1);

  g_assert_true (g_utf8_validate (shown, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (shown, -1), ==, 200);
  g_assert_true (g_str_has_prefix (shown, "éxx"));
}

static void
test_fields (Folder *folder, gconstpointer user_data)
{
  g_autoptr (HrCsvPreview) self =
      preview (folder, "Größe,Account ID,ARR (USD),Owner,Parent_ID\nx,1,2,C,3\n", 8);
  g_autoptr (HrCsvPreview) nothing = preview (folder, "Key,Value\n1,2\n", 8);
  guint column;

  g_assert_true (hr_csv_preview_find_field (self, HR_COLUMN_ID, &column));
  g_assert_cmpuint (column, ==, 1);
  g_assert_true (hr_csv_preview_find_field (self, HR_COLUMN_ARR, &column));
  g_assert_cmpuint (column, ==, 2);
  g_assert_true (hr_csv_preview_find_field (self, HR_COLUMN_CSM, &column));
  g_assert_cmpuint (column, ==, 3);
  g_assert_true (hr_csv_preview_find_field (self, HR_COLUMN_PARENT_ID, &column));
  g_assert_cmpuint (column, ==, 4);
  g_assert_false (hr_csv_preview_find_field (self, HR_COLUMN_NAME, &column));
  g_assert_false (hr_csv_preview_find_field (nothing, HR_COLUMN_ID, &column));
}

static void
test_date_order (Folder *folder, gconstpointer user_data)
{
  static const struct
  {
    const char *file;
    gboolean needed;
  } cases[] = {
    { "id,d\n1,03-04-2027\n", TRUE },
    { "id,d\n1,03-04-2027\n2,\n3,5/6/2027\n", TRUE },
    { "id,d\n1,03-04-2027\n2,31-01-2027\n", FALSE },
    { "id,d\n1,03-04-2027\n2,01-31-2027\n", FALSE },
    { "id,d\n1,2027-04-03\n", FALSE },
    { "id,d\n1,\n", FALSE },
    { "id,d\n1,03-04-2027\n2,never\n", FALSE },
    { "id\n", FALSE },
    /* another column of the file proves it */
    { "id,d,e\n1,03-04-2027,31-01-2027\n", FALSE },
    /* or the others do not agree */
    { "id,d,e,f\n1,03-04-2027,31-01-2027,01-31-2027\n", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      /* more rows count than are shown */
      g_autoptr (HrCsvPreview) self = preview (folder, cases[i].file, 1);

      if (hr_csv_preview_needs_date_order (self) != cases[i].needed)
        g_error ("case %u: %s", i, cases[i].file);
    }
}

static void
test_refused (Folder *folder, gconstpointer user_data)
{
  static const char *const files[] = { "", "id,id\n1,2\n", "id,name\n1\n",
                                       "id,name\n1,\xff\n", "id,name\n1,\"x\n" };
  g_autofree char *gone = g_build_filename (folder->path, "gone.csv", NULL);
  g_autoptr (GError) missing = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = folder_write (folder, "a.csv", files[i], -1);
      g_autoptr (GError) error = NULL;

      g_assert_null (hr_csv_preview_new (path, 8, NULL, &error));
      g_assert_true (error->domain == HR_ERROR);
      g_assert_nonnull (strstr (error->message, "a.csv"));
    }
  g_assert_null (hr_csv_preview_new (gone, 8, NULL, &missing));
  g_assert_error (missing, HR_ERROR, HR_ERROR_FILE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define add(path, test)                                                                  \
  g_test_add (path, Folder, NULL, folder_set_up, test, folder_tear_down)
  add ("/import/csv-preview/rows", test_rows);
  add ("/import/csv-preview/long-text", test_long_text);
  add ("/import/csv-preview/fields", test_fields);
  add ("/import/csv-preview/date-order", test_date_order);
  add ("/import/csv-preview/refused", test_refused);
  return g_test_run ();
}
