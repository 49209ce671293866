/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-sample.h"

#include "hr-json-reader.h"
#include "hr-sample-resource.h"

#define PATH "/io/github/headroom/Headroom/sample/sample.json"

/**
 * hr_sample_plan_new:
 * @error: return location for a [error@Error]
 *
 * Makes the plan that shows what the program does: an invented software company with
 * 600 accounts in four segments. Its source is data/sample/make-sample.py.
 *
 * Returns: (transfer full) (nullable): the plan
 */
HrPlan *
hr_sample_plan_new (GError **error)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (hr_sample_get_resource (), PATH,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  gsize length;
  const char *text;

  if (bytes == NULL)
    return NULL;
  text = g_bytes_get_data (bytes, &length);
  return hr_json_read_plan (text, (gssize) length, error);
}
