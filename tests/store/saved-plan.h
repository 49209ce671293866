/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-store.h"
#include "hr-test-plan.h"

/* Saves a plan that has one of everything, and some accounts. */
static inline HrPlan *
save_full_plan (const char *path, guint n_accounts)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (HrPortfolio) portfolio = hr_test_random_portfolio (rand, n_accounts);
  g_autoptr (GError) error = NULL;
  HrPlan *plan = hr_test_plan_new_full ();

  g_object_set (plan, "portfolio", portfolio, NULL);
  hr_store_save (plan, path, NULL, &error);
  g_assert_no_error (error);
  return plan;
}
