/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-test-ui.h"

#define WINDOW_RADIUS 15 /* of libadwaita's style */

static void
save (GtkWidget *widget, GtkSnapshot *snapshot, float margin, const char *path)
{
  g_autoptr (GskRenderNode) node = gtk_snapshot_free_to_node (snapshot);
  g_autoptr (GdkTexture) texture = NULL;

  if (node == NULL)
    return;
  texture = gsk_renderer_render_texture (
      gtk_native_get_renderer (gtk_widget_get_native (widget)), node,
      &GRAPHENE_RECT_INIT (-margin, -margin,
                           (float) gtk_widget_get_width (widget) + 2 * margin,
                           (float) gtk_widget_get_height (widget) + 2 * margin));
  if (!gdk_texture_save_to_png (texture, path))
    g_printerr ("%s could not be written\n", path);
}

static void
draw (GtkWidget *widget, GtkSnapshot *snapshot)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget));
}

/**
 * hr_test_picture:
 * @widget: a widget that is shown
 * @path: of the PNG to write
 *
 * Takes a picture of a widget as it is drawn, without the popovers above it.
 */
void
hr_test_picture (gpointer widget, const char *path)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  draw (widget, snapshot);
  save (widget, snapshot, 0, path);
}

/**
 * hr_test_picture_with_shadow:
 * @window: a window that is shown
 * @margin: the room around it
 * @path: of the PNG to write
 *
 * Takes a picture of a window as it stands on a desktop, on nothing.
 */
void
hr_test_picture_with_shadow (gpointer window, float margin, const char *path)
{
  static const struct
  {
    float down, spread, blur, alpha;
  } shadows[] = { { 1, 3, 3, 0.09f }, { 2, 5, 14, 0.05f }, { 4, 8, 28, 0.06f } };
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (
      &outline,
      &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (window),
                           (float) gtk_widget_get_height (window)),
      WINDOW_RADIUS);
  for (guint i = 0; i < G_N_ELEMENTS (shadows); i++)
    gtk_snapshot_append_outset_shadow (
        snapshot, &outline, &(GdkRGBA) { 0, 0, 0, shadows[i].alpha }, 0, shadows[i].down,
        shadows[i].spread, shadows[i].blur);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  draw (window, snapshot);
  gtk_snapshot_pop (snapshot);
  save (window, snapshot, margin, path);
}
