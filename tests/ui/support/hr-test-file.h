/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-test-ui.h"

G_BEGIN_DECLS

/**
 * HrTestFile:
 * @ui: a window with the sample plan, opened from a file
 * @folder: a folder for the files of the test
 * @file: the file
 * @path: its path
 *
 * The fixture of what happens to files. Its setting is that of the window; with
 * %HR_TEST_WELCOME there is a file, but it is not opened.
 */
typedef struct
{
  HrTestUi ui;
  char *folder;
  GFile *file;
  char *path;
} HrTestFile;

void hr_test_file_set_up (HrTestFile *self, gconstpointer setting);
void hr_test_file_tear_down (HrTestFile *self, gconstpointer setting);
#define hr_test_file_add(path, setting, test)                                            \
  g_test_add (path, HrTestFile, setting, hr_test_file_set_up, test,                      \
              hr_test_file_tear_down)

void hr_test_file_open (HrTestFile *self);
void hr_test_file_write (HrTestFile *self, const char *name);
char *hr_test_file_read (const char *path) G_GNUC_WARN_UNUSED_RESULT;
void hr_test_rename (HrTestUi *ui, const char *name);
void hr_test_look_away (HrTestUi *ui);
void hr_test_answer (HrTestUi *ui, const char *response);

G_END_DECLS
