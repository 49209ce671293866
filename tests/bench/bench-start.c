/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* From the start of the process to the first frame, and the memory then: our window
 * beside a bare one of libadwaita with a table in it. */
#include <stdlib.h>

#include "hr-application.h"
#include "hr-test-frames.h"
#include "hr-test-ui.h"

#define N_ROUNDS 15

typedef struct
{
  gint64 start;
  GtkWindow *window;
} Child;

/* The program is asked for its window, and the window for its first frame. */
static void
painted_cb (GdkFrameClock *clock, Child *child)
{
  g_print ("%g %g\n", (double) (g_get_monotonic_time () - child->start) / 1000,
           hr_test_get_memory ());
  exit (0);
}

static void
wait_for_frame (GtkApplication *application, Child *child)
{
  child->window = gtk_application_get_active_window (application);
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (child->window)),
                    "after-paint", G_CALLBACK (painted_cb), child);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, gtk_label_new (NULL));
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static GtkWidget *
make_table (void)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkColumnView *table;

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *name = g_strdup_printf ("Row %u", i);

      gtk_string_list_append (names, name);
    }
  table = GTK_COLUMN_VIEW (gtk_column_view_new (
      GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (names)))));
  for (guint i = 0; i < 8; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
      column = gtk_column_view_column_new ("Column", factory);
      gtk_column_view_append_column (table, column);
    }
  return GTK_WIDGET (table);
}

static void
activate_bare_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);
  AdwToolbarView *view = ADW_TOOLBAR_VIEW (adw_toolbar_view_new ());
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), make_table ());
  adw_toolbar_view_add_top_bar (view, adw_header_bar_new ());
  adw_toolbar_view_set_content (view, scrolled);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), GTK_WIDGET (view));
  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 720);
  gtk_window_present (GTK_WINDOW (window));
}

G_NORETURN static void
run_child (const char *kind, gint64 start)
{
  Child child = { .start = start };
  GApplication *application;

  if (g_str_equal (kind, "bare"))
    {
      application = G_APPLICATION (
          adw_application_new ("org.example.Bare", G_APPLICATION_DEFAULT_FLAGS));
      g_signal_connect (application, "activate", G_CALLBACK (activate_bare_cb), NULL);
    }
  else
    application = G_APPLICATION (hr_application_new ());
  g_application_register (application, NULL, NULL);
  if (g_str_equal (kind, "sample"))
    g_action_group_activate_action (G_ACTION_GROUP (application), "sample", NULL);
  else
    g_application_activate (application);
  wait_for_frame (GTK_APPLICATION (application), &child);
  while (TRUE)
    g_main_context_iteration (NULL, TRUE);
}

static void
measure (const char *program, const char *kind, GArray *times, GArray *memory)
{
  g_autofree char *start = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  const char *arguments[] = { program, kind, start, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  double time, megabytes;

  if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL,
                     &output, NULL, NULL, &error))
    g_error ("%s", error->message);
  if (sscanf (output, "%lf %lf", &time, &megabytes) != 2)
    g_error ("%s said: %s", kind, output);
  g_array_append_val (times, time);
  g_array_append_val (memory, megabytes);
}

int
main (int argc, char **argv)
{
  static const char *const kinds[] = { "bare", "welcome", "sample" };
  GArray *times[G_N_ELEMENTS (kinds)], *memory[G_N_ELEMENTS (kinds)];

  if (argc == 3)
    run_child (argv[1], g_ascii_strtoll (argv[2], NULL, 10));

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      times[i] = g_array_new (FALSE, FALSE, sizeof (double));
      memory[i] = g_array_new (FALSE, FALSE, sizeof (double));
    }
  for (guint round = 0; round < N_ROUNDS; round++) /* in turns: the machine has moods */
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
      measure (argv[0], kinds[i], times[i], memory[i]);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      double time = hr_test_quantile (times[i], 0.5);

      g_print (
          "%s: first frame after %.0f ms (best %.0f, %.2f of the bare window's), %.0f MB\n",
          kinds[i], time, hr_test_quantile (times[i], 0),
          time / hr_test_quantile (times[0], 0.5), hr_test_quantile (memory[i], 0.5));
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_array_unref (times[i]);
      g_array_unref (memory[i]);
    }
  return 0;
}
