/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hr-document.h"

G_BEGIN_DECLS

#define HR_TYPE_RULE_EXAMPLES (hr_rule_examples_get_type ())
G_DECLARE_FINAL_TYPE (HrRuleExamples, hr_rule_examples, HR, RULE_EXAMPLES, AdwBin)

void hr_rule_examples_set_segment (HrRuleExamples *self,
                                   HrDocument *document,
                                   HrSegment *segment);
void hr_rule_examples_set_condition (HrRuleExamples *self, const HrRule *condition);

G_END_DECLS
