/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* An edit of one touchpoint among five segments of 60: until the figures and the picture
 * are painted anew. Beside it, what it takes to paint an empty window of that size. */
#include "hr-test-frames.h"
#include "hr-test-plan.h"
#include "hr-test-ui.h"

#define N_SEGMENTS 5
#define N_TOUCHPOINTS 60 /* in each */
#define N_ROUNDS 300

static void
fill (HrJourney *journey)
{
  while (hr_list_get_n (journey->touchpoints) < N_TOUCHPOINTS)
    {
      g_autofree char *name =
          g_strdup_printf ("Touchpoint %u", hr_list_get_n (journey->touchpoints));
      g_autoptr (HrTouchpoint) touchpoint = hr_item_new (HR_TYPE_TOUCHPOINT, NULL);

      g_object_set (touchpoint, "name", name, "role", "csm", "stage", "adoption",
                    "prep-minutes", 30.0, "delivery-minutes", 45.0, NULL);
      hr_list_append (journey->touchpoints, touchpoint);
    }
}

static HrPlan *
make_plan (void)
{
  HrPlan *plan = hr_test_plan_new_worked_example ();
  HrSegment *model = hr_list_get (plan->segments, 0);

  while (hr_list_get_n (plan->segments) < N_SEGMENTS)
    {
      g_autofree char *id = g_strdup_printf ("s%u", hr_list_get_n (plan->segments));
      g_autoptr (HrSegment) segment = hr_item_new (HR_TYPE_SEGMENT, id);
      g_autoptr (HrJourney) journey = hr_item_new (HR_TYPE_JOURNEY, NULL);

      g_object_set (segment, "name", id, "customers", 80.0, "arr",
                    G_GINT64_CONSTANT (900000000), "headcount", 3.0, "book-role",
                    model->book_role, NULL);
      g_object_set (journey, "segment", id, NULL);
      hr_list_append (plan->segments, segment);
      hr_list_append (plan->journeys, journey);
    }
  for (guint i = 0; i < N_SEGMENTS; i++)
    fill (hr_list_get (plan->journeys, i));
  return plan;
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  cairo_paint (cr);
}

/* Every pixel of it, as after a change that moves everything. */
static void
measure_empty (int width, int height)
{
  GtkWidget *window = gtk_window_new (), *area = gtk_drawing_area_new ();
  g_autoptr (HrTestFrames) frames = NULL;

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_cb, NULL, NULL);
  gtk_window_set_child (GTK_WINDOW (window), area);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
  hr_test_settle (window);
  frames = hr_test_frames_new (window);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gtk_widget_queue_draw (area);
      hr_test_frames_wait (frames);
    }
  g_print ("painted by %s\n",
           G_OBJECT_TYPE_NAME (gtk_native_get_renderer (GTK_NATIVE (window))));
  hr_test_print_quantiles ("an empty window, painted anew", frames->work);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
measure (HrTestUi *ui, const char *page)
{
  HrDocument *document = hr_window_get_document (ui->window);
  HrPlan *plan = hr_document_get_plan (document);
  HrJourney *journey = hr_list_get (plan->journeys, 0);
  HrTouchpoint *touchpoint = hr_list_get (journey->touchpoints, 0);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *title = g_strdup_printf ("edit, until the %s is painted", page);

  hr_test_show_page (ui, page);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (HrTestFrames) frames = hr_test_frames_new (ui->window);
      g_autofree char *text = g_strdup_printf ("%u", 30 + i % 200);
      double work = hr_test_get_work ();

      g_assert_true (
          hr_document_edit (document, touchpoint, "delivery-minutes", text, NULL));
      work = hr_test_get_work () - work + hr_test_frames_wait (frames);
      g_array_append_val (all, work);
      hr_test_settle (ui->window);
    }
  hr_test_print_quantiles (title, all);
}

int
main (int argc, char **argv)
{
  static const HrTestSetting setting = { HR_TEST_WELCOME, 1280, 800, FALSE };
  HrTestUi ui = { 0 };
  g_autoptr (HrPlan) plan = make_plan ();
  g_autoptr (HrDocument) document = NULL;

  hr_test_ui_init (&argc, &argv);
  document = hr_document_new (plan);
  measure_empty (setting.width, setting.height);
  hr_test_ui_set_up (&ui, &setting);
  hr_window_set_document (ui.window, document);
  hr_test_settle (ui.window);
  measure (&ui, "overview");
  measure (&ui, "journeys");
  return 0;
}
