/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hr-document.h"

G_BEGIN_DECLS

#define HR_TYPE_RULE_EDITOR (hr_rule_editor_get_type ())
G_DECLARE_FINAL_TYPE (HrRuleEditor, hr_rule_editor, HR, RULE_EDITOR, AdwBin)

void
hr_rule_editor_set_segment (HrRuleEditor *self, HrDocument *document, HrSegment *segment);

G_END_DECLS
