/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hr-examples.h"

G_BEGIN_DECLS

#define HR_TYPE_EXAMPLE_TABLE (hr_example_table_get_type ())
G_DECLARE_FINAL_TYPE (HrExampleTable, hr_example_table, HR, EXAMPLE_TABLE, AdwBin)

void hr_example_table_show (HrExampleTable *self,
                            HrPlan *plan,
                            const HrExamples *examples,
                            const char *field);

G_END_DECLS
