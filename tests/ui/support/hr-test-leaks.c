/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-test-leaks.h"

#include "hr-test-sanitized.h"

#if HR_TEST_SANITIZED
#include <dlfcn.h>
#include <gio/gio.h>
#include <sanitizer/lsan_interface.h>
#endif

/**
 * hr_test_ignore_leaks:
 * @ignore: %TRUE from now on, %FALSE no more
 *
 * Lets LeakSanitizer not look at what this thread allocates while GTK does something
 * that leaks. To suppress by a stack would need slow unwinding of every allocation, as
 * GTK is built without frame pointers, and that costs minutes.
 */
void
hr_test_ignore_leaks (gboolean ignore)
{
#if HR_TEST_SANITIZED
  if (ignore)
    __lsan_disable ();
  else
    __lsan_enable ();
#endif
}

#if HR_TEST_SANITIZED
/* GTK's file chooser keeps answers to what it asks of each folder on the way (4.18). It
 * is the only one here that asks so; its questions come here before they go to GIO. */
typedef struct
{
  GAsyncReadyCallback callback;
  gpointer data;
} Question;

static void
answered_cb (GObject *file, GAsyncResult *result, gpointer user_data)
{
  g_autofree Question *question = user_data;

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

  *question = (Question) { callback, data };
  ORIGINAL (g_file_query_info_async)
  (file, attributes, flags, priority, cancellable, answered_cb, question);
}

GFileInfo *
g_file_query_info_finish (GFile *file, GAsyncResult *result, GError **error)
{
  GFileInfo *info = ORIGINAL (g_file_query_info_finish) (file, result, error);

  /* a thread made them */
  if (info != NULL)
    __lsan_ignore_object (info);
  else if (error != NULL)
    __lsan_ignore_object (*error); /* that it was cancelled, as the dialog is gone */
  return info;
}
#endif
