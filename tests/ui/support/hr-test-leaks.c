/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-test-leaks.h"

#include "hr-test-sanitized.h"

#if HR_TEST_SANITIZED
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
