/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-item.h"

G_BEGIN_DECLS

/**
 * HrPersona:
 *
 * A kind of person at the customer, or the account itself.
 */
#define HR_TYPE_PERSONA (hr_persona_get_type ())
G_DECLARE_FINAL_TYPE (HrPersona, hr_persona, HR, PERSONA, HrItem)

struct _HrPersona
{
  HrItem parent_instance;

  char *const name;
  const HrPersonaKind kind;
  char *const goals;
  HrList *const needs;
};

G_END_DECLS
