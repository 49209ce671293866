/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-document.h"

G_BEGIN_DECLS

struct _HrDocument
{
  GObject parent_instance;

  HrWorkingCopy *copy;
  HrHistory *history;
  HrDocumentOrigin origin;
  GError *conflict;  /* (nullable): what somebody else did to the file */
  GError *refusal;   /* (nullable): why it could not save itself */
  gboolean autosave; /* a preference */
  guint autosaving;  /* a source */

  HrSegmentation *base;         /* by the plan's own rules */
  HrSegmentation *segmentation; /* the same, but while a rule is tried */
  HrSegment *tried_segment;     /* (owned) (nullable) */
  HrRule *tried_rule;           /* (owned) (nullable) */
  GPtrArray *rules;             /* (owned) (element-type HrRule): what it was made from */
  HrPortfolio *portfolio;       /* (owned) (nullable) */
  HrCapacity *capacity;
  HrCapacity *redesigned; /* (nullable): computed when somebody asks */
  GPtrArray *checks;      /* (owned) (nullable): made when first asked for */
};

HrDocument *hr_document_open (HrWorkingCopy *copy) G_GNUC_WARN_UNUSED_RESULT;
void hr_document_take_conflict (HrDocument *self, GError *conflict);
void hr_document_take_refusal (HrDocument *self, GError *refusal);
void hr_document_notify_file (HrDocument *self);
void hr_document_set_autosave (HrDocument *self, gboolean autosave);
void hr_document_autosave_later (HrDocument *self);

G_END_DECLS
