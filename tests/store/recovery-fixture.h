/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-store.h"
#include "hr-test-plan.h"
#include "hr-test-state.h"
#include "open-plan.h"

/* A plan that is open, and the end of the program. */

typedef struct
{
  char *state; /* of the whole program */
  char *folder;
  GFile *file;
  HrWorkingCopy *copy;
} Fixture;

static inline void
set_up (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("headroom-recovery-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "budget.headroom", NULL);
  fixture->file = g_file_new_for_path (path);
}

/* The end, as far as one process can come to it. */
static inline void
crash (Fixture *fixture)
{
  let_go (g_steal_pointer (&fixture->copy));
}

static inline void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GPtrArray) left = NULL;

  if (fixture->copy != NULL)
    {
      hr_working_copy_close (fixture->copy);
      crash (fixture);
    }
  left = hr_leftovers_list ();
  g_assert_cmpuint (left->len, ==, 0);
  test_remove_tree (fixture->folder);
  g_object_unref (fixture->file);
  g_free (fixture->folder);
}

static inline void
write_plan (Fixture *fixture, HrPlan *plan)
{
  g_autoptr (GError) error = NULL;

  hr_store_save (plan, g_file_peek_path (fixture->file), NULL, &error);
  g_assert_no_error (error);
}

static inline void
open_file (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->copy = hr_working_copy_open (fixture->file, NULL, &error);
  g_assert_no_error (error);
  g_assert_no_error (hr_working_copy_get_error (fixture->copy));
}

static inline HrPlan *
plan_of (Fixture *fixture)
{
  return hr_history_get_plan (hr_working_copy_get_history (fixture->copy));
}

static inline void
write_text (Fixture *fixture, const char *property, const char *text)
{
  set_text (fixture->copy, property, text);
}

static inline void
rename_plan (Fixture *fixture, const char *name)
{
  write_text (fixture, "name", name);
}

static inline HrLeftover *
get_only_leftover (void)
{
  g_autoptr (GPtrArray) left = hr_leftovers_list ();

  g_assert_cmpuint (left->len, ==, 1);
  return g_ptr_array_steal_index (left, 0);
}

static inline void
recover (Fixture *fixture)
{
  g_autoptr (HrLeftover) leftover = get_only_leftover ();
  g_autoptr (GError) error = NULL;
  guint64 n_lost;

  g_assert_no_error (leftover->error);
  fixture->copy = hr_working_copy_recover (leftover->id, &n_lost, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_lost, ==, 0);
}

#define ADD(name, test)                                                                  \
  g_test_add ("/store/recovery/" name, Fixture, NULL, set_up, test, tear_down)
