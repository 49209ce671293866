/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <locale.h>
#include <string.h>

#include "hr-report.h"
#include "hr-test-folder.h"
#include "hr-test-plan.h"

/* Reports as other programs read them: those of Poppler, where they are there. */

/* A4, lying. */
#define PAGE_WIDTH 841.89
#define PAGE_HEIGHT 595.28
#define MARGIN 42

static inline char *
write_report_version (const Folder *folder,
                      HrPlan *plan,
                      HrJourneyVersion version,
                      const char *name)
{
  g_autoptr (HrSegmentation) segmentation = hr_segmentation_new (plan);
  g_autoptr (HrCapacity) capacity = hr_capacity_new (plan, segmentation, version);
  char *path = g_build_filename (folder->path, name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (hr_export_report (capacity, path, &error));
  g_assert_no_error (error);
  return path;
}

static inline char *
write_report (const Folder *folder, HrPlan *plan, const char *name)
{
  return write_report_version (folder, plan, HR_JOURNEY_CURRENT, name);
}

/* What a program prints; NULL if it is not installed. */
static inline char *
run_tool (const char *const *words)
{
  g_autofree char *program = g_find_program_in_path (words[0]);
  g_autoptr (GError) error = NULL;
  char *out = NULL;
  int status;

  if (program == NULL)
    {
      g_test_message ("%s is not installed: it cannot look at the report", words[0]);
      return NULL;
    }
  g_spawn_sync (NULL, (char **) words, NULL,
                G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &out, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return out;
}

#define RUN_TOOL(...) run_tool ((const char *const[]) { __VA_ARGS__, NULL })

/* Without line ends and columns. */
static inline char *
join_blanks (const char *text)
{
  GString *joined = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    if (!g_ascii_isspace (*at))
      g_string_append_c (joined, *at);
    else if (joined->len > 0 && joined->str[joined->len - 1] != ' ')
      g_string_append_c (joined, ' ');
  return g_string_free_and_steal (joined);
}

static inline void
assert_shown (const char *text, const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in:\n%s", words, text);
}
