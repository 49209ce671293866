/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-test-questions.h"

#include <dlfcn.h>
#include <gio/gio.h>

#include "hr-test-leaks.h"
#include "hr-test-sanitized.h"

#if HR_TEST_SANITIZED
#include <sanitizer/lsan_interface.h>
#endif

/* What GTK's file chooser asks of each folder on the way (4.18): it keeps the answers,
 * and is surprised by those that come when it is gone. It is the only one here that asks
 * so; its questions come here before they go to GIO. */
typedef struct
{
  GAsyncReadyCallback callback;
  gpointer data;
} Question;

static guint n_open;

/**
 * hr_test_count_questions:
 *
 * Returns: how many questions of a file chooser are without an answer
 */
guint
hr_test_count_questions (void)
{
  return n_open;
}

static void
answered_cb (GObject *file, GAsyncResult *result, gpointer user_data)
{
  g_autofree Question *question = user_data;

  n_open--;
  hr_test_ignore_leaks (TRUE);
  question->callback (file, result, question->data);
  hr_test_ignore_leaks (FALSE);
}

#define ORIGINAL(function) ((__typeof__ (&(function))) dlsym (RTLD_NEXT, #function))

void
g_file_query_info_async (GFile *file,
                         const char *attributes,
                         GFileQueryInfoFlags flags,
                         int priority,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  Question *question = g_new (Question, 1);

  n_open++;
  *question = (Question) { callback, data };
  ORIGINAL (g_file_query_info_async)
  (file, attributes, flags, priority, cancellable, answered_cb, question);
}

#if HR_TEST_SANITIZED
GFileInfo *
g_file_query_info_finish (GFile *file, GAsyncResult *result, GError **error)
{
  GFileInfo *info = ORIGINAL (g_file_query_info_finish) (file, result, error);

  if (info != NULL)
    __lsan_ignore_object (info); /* a thread made it */
  return info;
}

/* Nor does it free what says that a question was cancelled, as the dialog is gone. */
void
g_set_error_literal (GError **error, GQuark domain, int code, const char *message)
{
  ORIGINAL (g_set_error_literal) (error, domain, code, message);
  if (error != NULL && g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    __lsan_ignore_object (*error);
}
#endif
