/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-chart-area.h"
#include "hr-format.h"
#include "hr-hours-chart.h"
#include "hr-test-cell.h"

static HrList *
show_roles (HrTestUi *ui)
{
  hr_window_show_page (ui->window, "capacity");
  hr_test_settle (ui->window);
  return hr_document_get_plan (hr_window_get_document (ui->window))->roles;
}

static void
assert_picture (HrTestUi *ui, HrRole *role)
{
  g_autofree char *name = hr_test_get_name (hr_test_find (
      hr_window_get_page (ui->window, "capacity"), HR_TYPE_CHART_AREA, NULL));
  g_autofree char *title = hr_hours_chart_get_title (role);

  g_assert_cmpstr (name, ==, title);
}

/* The picture is of the role that is chosen, and follows what is typed. */
static void
test_hours (HrTestUi *ui, gconstpointer setting)
{
  HrList *roles = show_roles (ui);
  HrRole *first = hr_list_get (roles, 0), *second = hr_list_get (roles, 1);

  assert_picture (ui, first);
  hr_test_cell_focus (ui, second, "name");
  assert_picture (ui, second);

  hr_test_cell_focus (ui, second, "leave-hours");
  hr_test_keys (ui, "F2");
  hr_test_type (ui, "700");
  hr_test_keys (ui, "Tab");
  g_assert_cmpfloat (second->leave_hours, ==, 700);
  assert_picture (ui, second);
}

/* An edit changes the need as the engine has it, and can be undone. */
static void
test_need (HrTestUi *ui, gconstpointer setting)
{
  HrDocument *document = hr_window_get_document (ui->window);
  HrRole *role = hr_list_get (show_roles (ui), 0);
  double before = hr_capacity_find_role (hr_document_get_capacity (document), role)->fte;
  double after;
  g_autofree char *text = NULL;

  hr_test_cell_focus (ui, role, "annual-hours");
  hr_test_keys (ui, "F2");
  hr_test_type (ui, "4000");
  hr_test_keys (ui, "Return");
  after = hr_capacity_find_role (hr_document_get_capacity (document), role)->fte;
  g_assert_cmpfloat (after, <, before);
  text = hr_format_people (after);
  g_assert_true (hr_test_shows (ui->window, text));
  hr_test_keys (ui, "ctrl+z");
  after = hr_capacity_find_role (hr_document_get_capacity (document), role)->fte;
  g_assert_cmpfloat (after, ==, before);
}

static void
test_add_and_remove (HrTestUi *ui, gconstpointer setting)
{
  HrList *roles = show_roles (ui);
  guint n = hr_list_get_n (roles);
  HrRole *added;

  hr_test_keys (ui, "ctrl+plus");
  g_assert_cmpuint (hr_list_get_n (roles), ==, n + 1);
  added = hr_list_get (roles, n);
  hr_test_type (ui, "Renewals");
  hr_test_keys (ui, "Return");
  g_assert_cmpstr (added->name, ==, "Renewals");
  hr_test_cell_focus (ui, added, "name");
  hr_test_keys (ui, "ctrl+minus");
  g_assert_cmpuint (hr_list_get_n (roles), ==, n);
  hr_test_keys (ui, "ctrl+z");
  g_assert_cmpuint (hr_list_get_n (roles), ==, n + 1);
  g_assert_true (hr_list_get (roles, n) == added);
}

int
main (int argc, char **argv)
{
  hr_test_ui_init (&argc, &argv);
  hr_test_ui_add ("/ui/capacity/hours", NULL, test_hours);
  hr_test_ui_add ("/ui/capacity/need", NULL, test_need);
  hr_test_ui_add ("/ui/capacity/add-and-remove", NULL, test_add_and_remove);
  return g_test_run ();
}
