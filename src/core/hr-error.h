/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HR_ERROR:
 *
 * The one error domain. Its messages are whole sentences for a person.
 */
#define HR_ERROR (hr_error_quark ())

/**
 * HrError:
 * @HR_ERROR_VALUE: text that is not what the field takes
 * @HR_ERROR_RANGE: a value beyond the field's limits
 * @HR_ERROR_REFERENCE: a name of something that the plan does not have
 * @HR_ERROR_DUPLICATE: an id that is taken
 * @HR_ERROR_SYNTAX: a file that cannot be read as what it says it is
 * @HR_ERROR_FILE: a file that cannot be opened, read or written
 * @HR_ERROR_NEWER: a file of a newer version of this program
 * @HR_ERROR_CHANGED: a file that somebody else has changed since it was read
 * @HR_ERROR_GONE: a file that somebody has deleted, renamed or moved since it was read
 * @HR_ERROR_BUSY: something that another window or program has open
 * @HR_ERROR_NO_ANSWER: a figure that cannot be computed; the message says why
 */
typedef enum
{
  HR_ERROR_VALUE,
  HR_ERROR_RANGE,
  HR_ERROR_REFERENCE,
  HR_ERROR_DUPLICATE,
  HR_ERROR_SYNTAX,
  HR_ERROR_FILE,
  HR_ERROR_NEWER,
  HR_ERROR_CHANGED,
  HR_ERROR_GONE,
  HR_ERROR_BUSY,
  HR_ERROR_NO_ANSWER,
} HrError;

GQuark hr_error_quark (void);

G_END_DECLS
