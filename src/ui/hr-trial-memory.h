/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-document.h"
#include "hr-trial.h"

G_BEGIN_DECLS

/* What was tried with the touchpoints of a document, as long as it is open: a trial is
 * not lost with the dialog that shows it. */
void hr_trial_remember (HrDocument *document, const HrTrial *trial, guint step);
void hr_trial_recall (HrDocument *document, HrTrial *trial);
void hr_trial_forget (HrDocument *document, const HrTrial *trial);

G_END_DECLS
