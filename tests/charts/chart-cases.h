/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>

#include "hr-test-figures.h"

G_BEGIN_DECLS

/* Plans that a picture can fail on, each for its own reason. */

#define M 1e6

static const HrTestFigures ONE[] = {
  { "Enterprise", 48, 32 * M, 4.78, 4, 2 * M },
};
static const HrTestFigures TWO[] = {
  { "Enterprise", 48, 32 * M, 14.1, 15, 2 * M },
  { "Growth", 520, 21 * M, 10.5, 10.5, 2 * M },
};
static const HrTestFigures SAMPLE[] = {
  { "Enterprise", 48, 32.0 * M, 4.78, 4, 2 * M },
  { "Mid-market", 140, 19.6 * M, 9.0, 5, 2 * M },
  { "Scale", 212, 10.4 * M, 3.9, 3, 2 * M },
  { "Digital", 200, 3.8 * M, 1.6, 1, 2 * M },
};
static const HrTestFigures SPARE[] = {
  { "Enterprise", 48, 32.0 * M, 4.78, 7, 2 * M },
  { "Mid-market", 140, 19.6 * M, 9.0, 9.5, 2 * M },
  { "Scale", 212, 10.4 * M, 3.9, 4, 2 * M },
  { "Digital", 200, 3.8 * M, 1.6, 1.6, 2 * M },
};
static const HrTestFigures TWELVE[] = {
  { "Strategic", 12, 41.0 * M, 8.4, 8, 4 * M },
  { "Enterprise EMEA", 48, 32.0 * M, 9.1, 7, 3 * M },
  { "Enterprise Americas", 61, 38.5 * M, 11.6, 12, 3 * M },
  { "Enterprise APAC", 22, 11.2 * M, 4.4, 3, 3 * M },
  { "Mid-market EMEA", 140, 19.6 * M, 9.0, 5, 2 * M },
  { "Mid-market Americas", 187, 24.9 * M, 11.9, 10, 2 * M },
  { "Mid-market APAC", 74, 8.3 * M, 4.9, 4, 2 * M },
  { "Public sector", 33, 6.1 * M, 3.2, 3, 2 * M },
  { "Scale", 612, 14.4 * M, 5.1, 4, 2.5 * M },
  { "Start-ups", 940, 7.7 * M, 2.8, 2, 2.5 * M },
  { "Partners", 55, 3.0 * M, 1.1, 1.5, 2.5 * M },
  { "Digital", 4200, 9.8 * M, 1.6, 1, 5 * M },
};
static const HrTestFigures DOMINANT[] = {
  { "Global accounts", 2400, 900 * M, 400, 380, 2 * M },
  { "Mid-market", 40, 4.6 * M, 2.1, 2, 2 * M },
  { "Scale", 31, 2.4 * M, 2, 1, 2 * M },
  { "Digital", 90, 1.8 * M, 0.4, 0.5, 2 * M },
};
static const HrTestFigures ZEROS[] = {
  { "Enterprise", 48, 32.0 * M, 4.78, 4, 2 * M },
  { "Launching next year", 0, 0, 0, 0, 2 * M },
  { "Free tier", 4000, 0, 3.1, 0, 2 * M },
  { "Closed", 0, 0, 0, 2, 2 * M },
};
static const HrTestFigures MISSING[] = {
  { "Enterprise", 48, 32.0 * M, 4.78, 4, 2 * M },
  { "No journey yet", 140, 19.6 * M, NAN, 5, 2 * M },
  { "ARR unknown", 212, NAN, 3.9, 3, 2 * M },
  { "Customers unknown", NAN, 3.8 * M, 1.6, 6, 2 * M },
  { "No benchmark", 60, 8.0 * M, 2.5, 3, NAN },
};
static const HrTestFigures NOTHING[] = {
  { "Enterprise", NAN, NAN, NAN, 0, NAN },
  { "Digital", NAN, NAN, NAN, 3, NAN },
};
static const HrTestFigures LONG_NAMES[] = {
  { "Enterprise customers in regulated industries, Europe, Middle East and Africa", 48,
    32.0 * M, 4.78, 4, 2 * M },
  { "Enterprise customers in regulated industries, North and South America", 140,
    19.6 * M, 9.0, 5, 2 * M },
  { "Donaudampfschifffahrtsgesellschaftskapitänsmützenhersteller", 212, 10.4 * M, 3.9, 3,
    2 * M },
  { "\xd7\x9c\xd7\xa7\xd7\x95\xd7\x97\xd7\x95\xd7\xaa line\nbreak & <b>markup</b>", 200,
    3.8 * M, 1.6, 1, 2 * M },
};
static const HrTestFigures HUGE_NUMBERS[] = {
  { "Everybody", 1e9, 9e14, 987654.3, 1000000, 2 * M },
  { "Everybody else", 5e8, 1e14, 123456.7, 100000, 1e9 },
};
static const HrTestFigures CROWDED[] = {
  { "Alpha", 50, 10.0 * M, 5.0, 5, 2 * M },   { "Beta", 50, 10.1 * M, 5.1, 5, 2 * M },
  { "Gamma", 60, 10.2 * M, 4.9, 5, 2 * M },   { "Delta", 40, 9.9 * M, 5.0, 5, 2 * M },
  { "Epsilon", 70, 10.3 * M, 5.2, 5, 2 * M }, { "Zeta", 55, 9.8 * M, 4.8, 5, 2 * M },
};
static const HrTestFigures MIXED_BENCHMARKS[] = {
  { "Enterprise", 48, 32.0 * M, 4.78, 4, 4 * M },
  { "Mid-market", 140, 19.6 * M, 9.0, 5, 2 * M, 30 },
  { "Scale", 212, 10.4 * M, 3.9, 3, NAN, 80 },
  { "Digital", 200, 3.8 * M, 1.6, 1, 2 * M },
};

#undef M

static const struct
{
  const char *name;
  const HrTestFigures *segments;
  guint n_segments;
} CHART_CASES[] = {
  { "sample", SAMPLE, G_N_ELEMENTS (SAMPLE) },
  { "one", ONE, G_N_ELEMENTS (ONE) },
  { "two", TWO, G_N_ELEMENTS (TWO) },
  { "spare", SPARE, G_N_ELEMENTS (SPARE) },
  { "twelve", TWELVE, G_N_ELEMENTS (TWELVE) },
  { "dominant", DOMINANT, G_N_ELEMENTS (DOMINANT) },
  { "zeros", ZEROS, G_N_ELEMENTS (ZEROS) },
  { "missing", MISSING, G_N_ELEMENTS (MISSING) },
  { "nothing", NOTHING, G_N_ELEMENTS (NOTHING) },
  { "long-names", LONG_NAMES, G_N_ELEMENTS (LONG_NAMES) },
  { "huge", HUGE_NUMBERS, G_N_ELEMENTS (HUGE_NUMBERS) },
  { "crowded", CROWDED, G_N_ELEMENTS (CROWDED) },
  { "mixed", MIXED_BENCHMARKS, G_N_ELEMENTS (MIXED_BENCHMARKS) },
  { "empty", ONE, 0 },
};

G_END_DECLS
