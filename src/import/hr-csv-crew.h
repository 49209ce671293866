/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HrCsvCrew:
 *
 * Threads that do a number of like pieces of work, each piece by one of them.
 */
typedef struct _HrCsvCrew HrCsvCrew;

typedef void (*HrCsvWork) (gpointer data, guint i);

HrCsvCrew *hr_csv_crew_new (guint n_helpers) G_GNUC_WARN_UNUSED_RESULT;
void hr_csv_crew_free (HrCsvCrew *self);
void hr_csv_crew_begin (HrCsvCrew *self, guint n, HrCsvWork work, gpointer data);
void hr_csv_crew_end (HrCsvCrew *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HrCsvCrew, hr_csv_crew_free)

G_END_DECLS
