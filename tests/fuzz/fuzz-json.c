/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a plan: refused with a reason, or a plan that survives its own form.
 *
 *     CC=clang meson setup build/fuzz -Dfuzz=true -Db_sanitize=address,undefined \
 *         -Db_lundef=false
 *     ninja -C build/fuzz tests/fuzz-json
 *     build/fuzz/tests/fuzz-json -max_len=20000 DIRECTORY-WITH-PLANS */
#include "hr-json-reader.h"
#include "hr-json-writer.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HrPlan) plan = NULL, back = NULL;
  g_autofree char *text = NULL, *again = NULL;

  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_FATAL_MASK);

  plan = hr_json_read_plan ((const char *) data, (gssize) size, &error);
  if (plan == NULL)
    {
      g_assert_true (error->domain == HR_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }

  text = hr_json_write_plan (plan);
  back = hr_json_read_plan (text, -1, &error);
  g_assert_no_error (error);
  g_assert_true (hr_item_equal (plan, back));
  again = hr_json_write_plan (back);
  g_assert_cmpstr (text, ==, again);
  return 0;
}
