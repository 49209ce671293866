/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-capacity.h"

G_BEGIN_DECLS

/**
 * HrSeverity:
 * @HR_SEVERITY_ERROR: a figure has no answer because of it
 * @HR_SEVERITY_WARNING: a figure is probably not what was meant
 * @HR_SEVERITY_NOTE: good to know, like an assumption that is still a default
 */
typedef enum
{
  HR_SEVERITY_ERROR,
  HR_SEVERITY_WARNING,
  HR_SEVERITY_NOTE,
} HrSeverity;

/**
 * HrCheckKind:
 *
 * What can be worth a look; the format room has the sentence of each.
 */
typedef enum
{
  HR_CHECK_NO_SEGMENTS,
  HR_CHECK_NO_ANSWER, /* item: segment; other: its book role, if only that lacks one;
                         reason */
  HR_CHECK_TOUCHPOINT_NO_ROLE, /* item: touchpoint, other: segment */
  HR_CHECK_TWO_HAIRCUTS,       /* item: role; values: internal share, realisation */
  HR_CHECK_OVERLOADED, /* item: segment; values: customers too many, people short */
  HR_CHECK_BENCHMARK_EXCEEDED, /* item: segment; values: people needed, people paid for */
  HR_CHECK_NO_BENCHMARK,       /* item: segment */
  HR_CHECK_NO_BOOK_ROLE,       /* item: segment */
  HR_CHECK_UNASSIGNED,         /* values: accounts in no segment, their ARR */
  HR_CHECK_MISSING_ARR,        /* item: segment; values: accounts without ARR */
  HR_CHECK_EMPTY_SEGMENT,      /* item: segment: counted, and no account matches */
  HR_CHECK_UNKNOWN_FIELD,     /* item: segment; text: a column that the portfolio lacks */
  HR_CHECK_ONE_TIME_NO_NEW,   /* item: segment: one-time work, no new customers */
  HR_CHECK_NO_COST,           /* item: role in use whose cost is zero */
  HR_CHECK_HEADCOUNT_DIFFERS, /* item: role; values: its headcount, that of its segments
                               */
  HR_CHECK_OTHER_CURRENCY,    /* values: accounts in a currency that is not the plan's */
  HR_CHECK_DIGITAL_MEETING, /* item: touchpoint with people of a digital segment, other */
  HR_CHECK_FRICTION,        /* item: worst touchpoint, other: segment; values: how many */
  HR_CHECK_EMPTY_STAGE,     /* item: stage, other: segment whose journey skips it */
  HR_CHECK_PERSONA_NEVER_MET, /* item: persona */
  HR_CHECK_NEED_UNMET,        /* item: need of the persona, other; text: its stage */
  HR_CHECK_ONE_OWNER,     /* item: segment, other: role that does all of its journey */
  HR_CHECK_MANY_JOURNEYS, /* values: segments with a journey of their own */
  HR_CHECK_TRANSITION_NO_PLAYBOOK, /* item: transition */
  HR_CHECK_TRANSITION_NO_OVERLAP,  /* item: transition whose owners do not meet */
  HR_CHECK_UNTOUCHED,              /* item: journey, other: its segment; values: days */
  HR_CHECK_PLAYBOOK_EMPTY,         /* item: playbook without steps */
  HR_CHECK_PLAYBOOK_IDLE,          /* item: playbook that nothing starts */
  HR_CHECK_DEFAULTS,               /* values: assumptions still defaults, of how many */
  HR_CHECK_ASSUMED_DEFAULT,        /* item, property: one such assumption */
} HrCheckKind;

/**
 * HrCheck:
 * @kind: what it is
 * @severity: how bad it is
 * @item: (nullable): where to go to
 * @other: (nullable): what @item stands in, or what of it is meant
 * @property: (nullable): which field of @item
 * @text: (nullable): a name that the sentence needs
 * @values: the numbers that the sentence needs
 * @reason: for a missing answer
 */
typedef struct
{
  HrCheckKind kind;
  HrSeverity severity;
  HrItem *item;
  HrItem *other;
  const char *property;
  char *text;
  double values[2];
  HrReason reason;
} HrCheck;

void hr_check_free (HrCheck *self);

/* All that is worth a look, worst first. Returns: (transfer full) (element-type HrCheck)
 */
GPtrArray *hr_checks_new (const HrCapacity *capacity,
                          HrSegmentation *segmentation,
                          gint32 as_of) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
