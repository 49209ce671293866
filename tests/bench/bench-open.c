/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening and saving a plan of a million accounts, beside reading and writing its very
 * bytes, and beside SQLite with a row for each account. The files lie in the current
 * folder, so that saving reaches a disk; reading comes from the system's cache. */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "hr-store.h"

#define N_ACCOUNTS 1000000
#define N_ROUNDS 9
#define PLAN "bench-open.headroom"
#define BYTES "bench-open.bytes"
#define ROWS "bench-open.rows"

static const struct
{
  const char *name;
  HrColumnType type;
  int n_different; /* 0: each account has its own */
} COLUMNS[] = {
  { HR_COLUMN_ID, HR_COLUMN_TEXT, 0 },
  { HR_COLUMN_NAME, HR_COLUMN_TEXT, 0 },
  { HR_COLUMN_ARR, HR_COLUMN_MONEY, 40000000 },
  { HR_COLUMN_CURRENCY, HR_COLUMN_TEXT, 3 },
  { HR_COLUMN_RENEWAL_DATE, HR_COLUMN_DATE, 730 },
  { HR_COLUMN_CSM, HR_COLUMN_TEXT, 200 },
  { HR_COLUMN_PARENT_ID, HR_COLUMN_TEXT, 50000 },
  { "industry", HR_COLUMN_TEXT, 12 },
  { "employees", HR_COLUMN_NUMBER, 5000 },
  { "login_frequency", HR_COLUMN_NUMBER, 90 },
  { "signed_on", HR_COLUMN_DATE, 3650 },
  { "is_partner", HR_COLUMN_FLAG, 2 },
};

#define N_COLUMNS G_N_ELEMENTS (COLUMNS)

static void
add_value (HrColumnBuilder *builder, guint column, guint row, GRand *rand)
{
  int n = COLUMNS[column].n_different;
  int value = n > 0 ? g_rand_int_range (rand, 0, n) : (int) row;
  char text[64];

  switch (COLUMNS[column].type)
    {
    case HR_COLUMN_TEXT:
      g_snprintf (text, sizeof text, "%.3s-%06d", COLUMNS[column].name, value);
      hr_column_builder_add_text (builder, text, strlen (text));
      break;
    case HR_COLUMN_NUMBER:
      hr_column_builder_add_number (builder, value / 4.0);
      break;
    case HR_COLUMN_MONEY:
      hr_column_builder_add_money (builder, value);
      break;
    case HR_COLUMN_DATE:
      hr_column_builder_add_days (builder, 18000 + value);
      break;
    case HR_COLUMN_FLAG:
      hr_column_builder_add_flag (builder, value);
      break;
    default:
      g_assert_not_reached ();
    }
}

static HrPlan *
make_plan (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (HrPortfolio) portfolio = NULL;
  HrColumn *columns[N_COLUMNS];
  HrPlan *plan = hr_plan_new_with_defaults ("A million");

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      HrColumnBuilder *builder = hr_column_builder_new (COLUMNS[i].name, COLUMNS[i].type);

      for (guint row = 0; row < N_ACCOUNTS; row++)
        add_value (builder, i, row, rand);
      columns[i] = hr_column_builder_end (builder, NULL);
    }
  portfolio = hr_portfolio_new (columns, N_COLUMNS, NULL, NULL, NULL);
  for (guint i = 0; i < N_COLUMNS; i++)
    hr_column_unref (columns[i]);
  g_object_set (plan, "portfolio", portfolio, NULL);
  return plan;
}

/* ---- The peers -----------------------------------------------------------------------
 */

static char *
read_bytes (const char *path, gsize *length)
{
  GStatBuf found;
  int fd = g_open (path, O_RDONLY, 0);
  char *bytes;

  g_assert_cmpint (g_stat (path, &found), ==, 0);
  bytes = g_malloc ((gsize) found.st_size);
  for (*length = 0; *length < (gsize) found.st_size;)
    {
      ssize_t n = read (fd, bytes + *length, (gsize) found.st_size - *length);

      g_assert_cmpint (n, >, 0);
      *length += (gsize) n;
    }
  close (fd);
  return bytes;
}

static void
write_bytes (const char *path, const char *bytes, gsize length)
{
  int fd = g_open (path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

  for (gsize done = 0; done < length;)
    {
      ssize_t n = write (fd, bytes + done, length - done);

      g_assert_cmpint (n, >, 0);
      done += (gsize) n;
    }
  g_assert_cmpint (fsync (fd), ==, 0);
  close (fd);
}

static void
bind_cell (sqlite3_stmt *insert, int parameter, const HrColumn *column, gsize row)
{
  switch (hr_column_get_column_type (column))
    {
    case HR_COLUMN_TEXT:
      sqlite3_bind_text (insert, parameter, hr_column_get_text_at (column, row), -1,
                         SQLITE_STATIC);
      break;
    case HR_COLUMN_NUMBER:
      sqlite3_bind_double (insert, parameter, hr_column_get_numbers (column)[row]);
      break;
    case HR_COLUMN_MONEY:
      sqlite3_bind_int64 (insert, parameter, hr_column_get_money (column)[row]);
      break;
    case HR_COLUMN_DATE:
      sqlite3_bind_int (insert, parameter, hr_column_get_days (column)[row]);
      break;
    case HR_COLUMN_FLAG:
      sqlite3_bind_int (insert, parameter, hr_column_get_flags (column)[row]);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
write_rows (HrPortfolio *portfolio)
{
  sqlite3 *db;
  sqlite3_stmt *insert;

  g_unlink (ROWS);
  sqlite3_open (ROWS, &db);
  sqlite3_exec (db, "CREATE TABLE account (a, b, c, d, e, f, g, h, i, j, k, l); BEGIN",
                NULL, NULL, NULL);
  sqlite3_prepare_v2 (db,
                      "INSERT INTO account VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                      -1, &insert, NULL);
  for (gsize row = 0; row < N_ACCOUNTS; row++)
    {
      for (guint i = 0; i < N_COLUMNS; i++)
        bind_cell (insert, (int) i + 1, hr_portfolio_get_column (portfolio, i), row);
      sqlite3_step (insert);
      sqlite3_reset (insert);
    }
  sqlite3_finalize (insert);
  g_assert_cmpint (sqlite3_exec (db, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* Looks at each value once, and keeps none. */
static gsize
read_rows (void)
{
  sqlite3 *db;
  sqlite3_stmt *row;
  gsize sum = 0;

  sqlite3_open (ROWS, &db);
  sqlite3_prepare_v2 (db, "SELECT * FROM account", -1, &row, NULL);
  while (sqlite3_step (row) == SQLITE_ROW)
    for (int i = 0; i < (int) N_COLUMNS; i++)
      {
        if (sqlite3_column_type (row, i) == SQLITE_TEXT)
          sum += (gsize) sqlite3_column_text (row, i)[0];
        else if (sqlite3_column_type (row, i) == SQLITE_FLOAT)
          sum += sqlite3_column_double (row, i) > 0;
        else
          sum += (gsize) sqlite3_column_int64 (row, i);
      }
  sqlite3_finalize (row);
  sqlite3_close (db);
  return sum;
}

/* ---- The clock -----------------------------------------------------------------------
 */

typedef struct
{
  gint64 times[N_ROUNDS];
  guint n;
  gint64 start;
} Clock;

static void
clock_start (Clock *self)
{
  self->start = g_get_monotonic_time ();
}

static void
clock_stop (Clock *self)
{
  gint64 time = g_get_monotonic_time () - self->start;
  guint at = self->n++;

  for (; at > 0 && self->times[at - 1] > time; at--)
    self->times[at] = self->times[at - 1];
  self->times[at] = time;
}

static void
clock_print (const Clock *self, const char *what)
{
  guint middle = self->n / 2;

  g_print ("%-52s %8.1f ms (best %.1f, worst %.1f of %u)\n", what,
           self->times[middle] / 1e3, self->times[0] / 1e3,
           self->times[self->n - 1] / 1e3, self->n);
}

static void
measure_opening (void)
{
  Clock ours = { 0 }, bytes = { 0 }, rows = { 0 };

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (HrPlan) back = NULL;
      g_autofree char *read = NULL;
      gsize length;

      clock_start (&ours);
      back = hr_store_load (PLAN, NULL, NULL);
      clock_stop (&ours);
      g_assert_cmpuint (hr_portfolio_get_n_accounts (back->portfolio), ==, N_ACCOUNTS);

      clock_start (&bytes);
      read = read_bytes (PLAN, &length);
      clock_stop (&bytes);
      if (i > 2)
        continue;
      clock_start (&rows);
      g_assert_cmpuint (read_rows (), >, 0);
      clock_stop (&rows);
    }
  clock_print (&ours, "open 1,000,000 accounts x 12 columns (goal 150 ms)");
  clock_print (&bytes, "  read() the same bytes");
  clock_print (&rows, "  SQLite, the same values as rows");
}

static void
measure_saving (HrPlan *plan)
{
  Clock ours = { 0 }, raw = { 0 }, rows = { 0 };
  g_autofree char *bytes = NULL;
  gsize length;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      clock_start (&ours);
      g_assert_true (hr_store_save (plan, PLAN, NULL, NULL));
      clock_stop (&ours);

      if (bytes == NULL)
        bytes = read_bytes (PLAN, &length);
      clock_start (&raw);
      write_bytes (BYTES, bytes, length);
      clock_stop (&raw);
      if (i > 0)
        continue;
      clock_start (&rows);
      write_rows (plan->portfolio);
      clock_stop (&rows);
    }
  clock_print (&ours, "save them, durably");
  clock_print (&raw, "  write() and fsync() the same bytes");
  clock_print (&rows, "  SQLite, the same values as rows");
  g_print ("%.1f MB\n", (double) length / 1e6);
}

int
main (int argc, char *argv[])
{
  g_autoptr (HrPlan) plan = make_plan ();

  measure_saving (plan);
  measure_opening ();

  g_unlink (PLAN);
  g_unlink (BYTES);
  g_unlink (ROWS);
  return 0;
}
