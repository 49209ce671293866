/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <cairo.h>
#include <locale.h>
#include <string.h>

#include "hr-capacity-chart.h"
#include "hr-error.h"
#include "hr-picture-export.h"
#include "hr-segment.h"
#include "hr-test-folder.h"
#include "hr-test-plan.h"

/* Pictures as files: what other programs get. */

static HrCapacity *
compute (HrPlan *plan)
{
  g_autoptr (HrSegmentation) segmentation = hr_segmentation_new (plan);

  return hr_capacity_new (plan, segmentation, HR_JOURNEY_CURRENT);
}

static char *
draw (const Folder *folder, HrPlan *plan, HrPicture picture, const char *name)
{
  g_autoptr (HrCapacity) capacity = compute (plan);
  char *path = g_build_filename (folder->path, name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (hr_export_picture (capacity, picture, path, &error));
  g_assert_no_error (error);
  return path;
}

static char *
read_text (const char *path)
{
  char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static guint32
pixel_at (cairo_surface_t *surface, int x, int y)
{
  const guint8 *data = cairo_image_surface_get_data (surface);

  return *(const guint32 *) (data + y * cairo_image_surface_get_stride (surface) + 4 * x);
}

/* The first and the last column of pixels that are not paper, above @end_y. */
static void
find_ink (cairo_surface_t *surface, int end_y, int *first, int *last)
{
  *first = G_MAXINT;
  *last = -1;
  for (int y = 0; y < end_y; y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      if (pixel_at (surface, x, y) != 0xffffffff)
        {
          *first = MIN (*first, x);
          *last = MAX (*last, x);
        }
}

/* Two pixels to the point of a slide, on white paper that nothing shines through. */
static void
test_png (Folder *folder, gconstpointer user_data)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  g_autoptr (HrCapacity) capacity = compute (plan);
  g_autofree char *map = draw (folder, plan, HR_PICTURE_COVERAGE, "map.png");
  g_autofree char *chart = draw (folder, plan, HR_PICTURE_CAPACITY, "chart.PNG");
  cairo_surface_t *surface = cairo_image_surface_create_from_png (map);
  HrChartTheme theme = hr_chart_theme_light;
  int first, last;

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 1920);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 1080);
  g_assert_cmpuint (pixel_at (surface, 0, 0), ==, 0xffffffff);
  g_assert_cmpuint (pixel_at (surface, 1919, 1079), ==, 0xffffffff);
  find_ink (surface, 1080, &first, &last);
  g_assert_cmpint (first, >, 10);
  g_assert_cmpint (last, <, 1910);
  cairo_surface_destroy (surface);

  theme.size = 14;
  surface = cairo_image_surface_create_from_png (chart);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 1920);
  g_assert_cmpfloat_with_epsilon (
      cairo_image_surface_get_height (surface),
      2 * hr_capacity_chart_get_height (capacity, &theme, 960), 2);
  cairo_surface_destroy (surface);
}

/* Points of a slide; a title and a description for who cannot see it. */
static void
test_svg (Folder *folder, gconstpointer user_data)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  HrSegment *segment = hr_list_get (plan->segments, 0);
  g_autofree char *path = NULL, *other = NULL, *again = NULL;
  g_autofree char *text = NULL, *map = NULL, *same = NULL, *xmllint = NULL;

  g_object_set (segment, "name", "Big & <odd>\nones \001", NULL);
  path = draw (folder, plan, HR_PICTURE_CAPACITY, "a.svg");
  other = draw (folder, plan, HR_PICTURE_COVERAGE, "b.svg");
  again = draw (folder, plan, HR_PICTURE_CAPACITY, "c.svg");
  text = read_text (path);
  map = read_text (other);
  same = read_text (again);

  g_assert_cmpstr (text, ==, same);
  g_assert_nonnull (strstr (text, "width=\"960pt\""));
  g_assert_nonnull (strstr (map, "width=\"960pt\" height=\"540pt\""));
  g_assert_nonnull (strstr (text, "<title>Big &amp; &lt;odd&gt; ones   needs 0.8 more "
                                  "people than it has</title>\n<desc>"));
  g_assert_nonnull (strstr (map, "<title>"));
  g_assert_cmpuint (strspn (strstr (text, "<desc>") + 6, "<"), ==, 0);

  xmllint = g_find_program_in_path ("xmllint");
  if (xmllint == NULL)
    g_test_message ("xmllint is not installed");
  for (guint i = 0; xmllint != NULL && i < 2; i++)
    {
      char *words[] = { xmllint, (char *) "--noout", i == 0 ? path : other, NULL };
      g_autofree char *complaints = NULL;

      g_assert_true (
          g_spawn_sync (NULL, words, NULL, 0, NULL, NULL, NULL, &complaints, NULL, NULL));
      g_assert_cmpstr (complaints, ==, "");
    }
}

/* More segments than pixels: the picture is still whole. */
static void
test_many (Folder *folder, gconstpointer user_data)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  g_autofree char *path = NULL;
  cairo_surface_t *surface;
  int width, height;

  for (guint i = 0; i < 330; i++)
    {
      g_autofree char *name = g_strdup_printf ("Segment %u", i);

      hr_test_add (plan->segments, name, "name", name, NULL);
    }
  path = draw (folder, plan, HR_PICTURE_CAPACITY, "a.png");
  surface = cairo_image_surface_create_from_png (path);
  width = cairo_image_surface_get_width (surface);
  height = cairo_image_surface_get_height (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (height, <=, 32767);
  g_assert_cmpint (height, >, 20000);
  g_assert_cmpint (width, <, 1920);
  cairo_surface_destroy (surface);
}

static void
test_right_to_left (Folder *folder, gconstpointer user_data)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  g_autofree char *left = draw (folder, plan, HR_PICTURE_CAPACITY, "left.png");
  g_autofree char *right = NULL;
  cairo_surface_t *surface = cairo_image_surface_create_from_png (left);
  int first, last, mirrored_first, mirrored_last;

  find_ink (surface, 90, &first, &last); /* the title */
  cairo_surface_destroy (surface);
  if (setlocale (LC_MESSAGES, "he_IL.UTF-8") == NULL)
    {
      g_test_message ("There is no Hebrew locale here");
      return;
    }
  right = draw (folder, plan, HR_PICTURE_CAPACITY, "right.png");
  setlocale (LC_MESSAGES, "C.UTF-8");
  surface = cairo_image_surface_create_from_png (right);
  find_ink (surface, 90, &mirrored_first, &mirrored_last);
  cairo_surface_destroy (surface);

  g_assert_cmpint (first, <, 100);
  g_assert_cmpint (last, <, 1600);
  g_assert_cmpint (mirrored_last, >, 1820);
  g_assert_cmpint (mirrored_first, >, 320);
}

static void
test_refused (Folder *folder, gconstpointer user_data)
{
  static const char *const names[] = { "a.gif", "svg", "no/where.svg", "no/where.png" };
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  g_autoptr (HrCapacity) capacity = compute (plan);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder->path, names[i], NULL);
      g_autoptr (GError) error = NULL;

      g_assert_false (hr_export_picture (capacity, HR_PICTURE_CAPACITY, path, &error));
      g_assert_error (error, HR_ERROR, HR_ERROR_FILE);
      g_assert_nonnull (strstr (error->message, path));
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func)                                                                  \
  g_test_add ("/export/picture/" name, Folder, NULL, folder_set_up, func,                \
              folder_tear_down)
  ADD ("png", test_png);
  ADD ("svg", test_svg);
  ADD ("many", test_many);
  ADD ("right-to-left", test_right_to_left);
  ADD ("refused", test_refused);
#undef ADD

  return g_test_run ();
}
