/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-grid.h"
#include "hr-test-ui.h"

static void complain (GString *complaints, GtkWidget *widget, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/* Where a widget stands, for a complaint: its kind, and those around it. */
static void
complain (GString *complaints, GtkWidget *widget, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_string_append_vprintf (complaints, format, arguments);
  va_end (arguments);
  g_string_append (complaints, ": ");
  for (GtkWidget *at = widget; at != NULL && !GTK_IS_ROOT (at);
       at = gtk_widget_get_parent (at))
    g_string_append_printf (complaints, "%s%s", at == widget ? "" : " < ",
                            G_OBJECT_TYPE_NAME (at));
  g_string_append_c (complaints, '\n');
}

/* A text that is cut is still to be had where the pointer rests. */
static gboolean
has_tooltip (GtkWidget *widget)
{
  for (GtkWidget *at = widget; at != NULL && !GTK_IS_ROOT (at);
       at = gtk_widget_get_parent (at))
    if (gtk_widget_get_has_tooltip (at))
      return TRUE;
  return FALSE;
}

/* Whether the first pixels of a widget are cut off by what is around it, up to where one
 * can scroll. */
static gboolean
is_clipped (GtkWidget *widget, int width)
{
  for (GtkWidget *at = gtk_widget_get_parent (widget);
       at != NULL && !GTK_IS_SCROLLABLE (at); at = gtk_widget_get_parent (at))
    {
      graphene_rect_t place;

      if (gtk_widget_get_overflow (at) == GTK_OVERFLOW_HIDDEN &&
          gtk_widget_compute_bounds (widget, at, &place) &&
          (place.origin.x < -1 ||
           place.origin.x + (float) width > (float) gtk_widget_get_width (at) + 1))
        return TRUE;
    }
  return FALSE;
}

static void
check_label (GtkLabel *label, GString *complaints)
{
  GtkWidget *widget = GTK_WIDGET (label);
  PangoLayout *layout = gtk_label_get_layout (label);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (pango_layout_is_ellipsized (layout) && !has_tooltip (widget))
    complain (complaints, widget, "“%s” is cut off and has no tooltip",
              gtk_label_get_text (label));
  else if (width > gtk_widget_get_width (widget) ||
           height > gtk_widget_get_height (widget))
    complain (complaints, widget, "“%s” takes %d×%d and has %d×%d",
              gtk_label_get_text (label), width, height, gtk_widget_get_width (widget),
              gtk_widget_get_height (widget));
  else if (is_clipped (widget, width))
    complain (complaints, widget, "“%s” is cut by what is around it",
              gtk_label_get_text (label));
}

static void
check_inscription (GtkInscription *inscription, GString *complaints)
{
  GtkWidget *widget = GTK_WIDGET (inscription);
  const char *text = gtk_inscription_get_text (inscription);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width > gtk_widget_get_width (widget) && !has_tooltip (widget))
    complain (complaints, widget, "“%s” is cut off and has no tooltip", text);
}

/* What can be scrolled into view may well lie outside. */
static gboolean
scrolls (GtkWidget *widget, GtkOrientation orientation)
{
  for (GtkWidget *at = gtk_widget_get_parent (widget); at != NULL;
       at = gtk_widget_get_parent (at))
    {
      GtkPolicyType across, down;

      if (!GTK_IS_SCROLLED_WINDOW (at))
        continue;
      gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (at), &across, &down);
      if ((orientation == GTK_ORIENTATION_HORIZONTAL ? across : down) != GTK_POLICY_NEVER)
        return TRUE;
    }
  return FALSE;
}

static void
check_place (GtkWidget *widget, GString *complaints)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_native (widget));
  graphene_rect_t place;

  if (GTK_IS_NATIVE (
          widget)) /* where a window, popover or tooltip lies is the display's */
    return;
  if (ADW_IS_OVERLAY_SPLIT_VIEW (gtk_widget_get_parent (widget)) &&
      g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwGizmo"))
    return; /* the shadow of a pane waits outside until the pane slides in */
  if (!gtk_widget_compute_bounds (widget, root, &place) || place.size.width < 1 ||
      place.size.height < 1)
    return;
  if (!scrolls (widget, GTK_ORIENTATION_HORIZONTAL) &&
      (place.origin.x < -1 ||
       place.origin.x + place.size.width > gtk_widget_get_width (root) + 1))
    complain (complaints, widget, "lies from %g to %g of %d across", place.origin.x,
              place.origin.x + place.size.width, gtk_widget_get_width (root));
  if (!scrolls (widget, GTK_ORIENTATION_VERTICAL) &&
      (place.origin.y < -1 ||
       place.origin.y + place.size.height > gtk_widget_get_height (root) + 1))
    complain (complaints, widget, "lies from %g to %g of %d down", place.origin.y,
              place.origin.y + place.size.height, gtk_widget_get_height (root));
}

static int
measure (GtkWidget *widget, GtkOrientation orientation, int for_size)
{
  int minimum;

  gtk_widget_measure (widget, orientation, for_size, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* Only the old call tells all of what a widget was given, as measuring tells all of what
 * it needs: with the margin and padding that the style gives it. */
static void
check_size (GtkWidget *widget, GString *complaints)
{
  int across = gtk_widget_get_margin_start (widget) + gtk_widget_get_margin_end (widget);
  int down = gtk_widget_get_margin_top (widget) + gtk_widget_get_margin_bottom (widget);
  gboolean flows =
      gtk_widget_get_request_mode (widget) == GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
  int width, height, needed;

  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  width = gtk_widget_get_allocated_width (widget) + across;
  height = gtk_widget_get_allocated_height (widget) + down;
  G_GNUC_END_IGNORE_DEPRECATIONS
  if (GTK_IS_SCROLLABLE (widget) || width <= across || height <= down)
    return; /* the rest of it is scrolled to, or still to be revealed */

  needed = measure (widget, GTK_ORIENTATION_HORIZONTAL, -1);
  if (width < needed)
    {
      complain (complaints, widget, "has a width of %d and needs %d", width, needed);
      return;
    }
  needed = measure (widget, GTK_ORIENTATION_VERTICAL, flows ? width : -1);
  if (height < needed)
    complain (complaints, widget, "has a height of %d and needs %d", height, needed);
}

static void
check_layout_cb (GtkWidget *widget, gpointer user_data)
{
  if (gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLBAR) != NULL)
    return; /* its slider is meant to reach beyond the edge */
  if (GTK_IS_LABEL (widget))
    check_label (GTK_LABEL (widget), user_data);
  else if (GTK_IS_INSCRIPTION (widget))
    check_inscription (GTK_INSCRIPTION (widget), user_data);
  check_place (widget, user_data);
  check_size (widget, user_data);
}

/**
 * hr_test_check_layout:
 * @root: a widget that is shown
 *
 * Looks for texts that are cut, widgets that are too small, and widgets that lie outside
 * their window.
 *
 * Returns: the complaints, one a line; an empty string is as it should be
 */
char *
hr_test_check_layout (gpointer root)
{
  GString *complaints = g_string_new (NULL);

  hr_test_walk (root, check_layout_cb, complaints);
  return g_string_free_and_steal (complaints);
}

typedef struct
{
  GString *complaints;
  int width;
} Fit;

/* Only what asks for the width itself: who contains it has to ask, too. */
static void
check_width_cb (GtkWidget *widget, gpointer user_data)
{
  Fit *fit = user_data;
  int needed = measure (widget, GTK_ORIENTATION_HORIZONTAL, -1);

  if (needed <= fit->width || scrolls (widget, GTK_ORIENTATION_HORIZONTAL))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child) &&
        measure (child, GTK_ORIENTATION_HORIZONTAL, -1) > fit->width)
      return;
  complain (fit->complaints, widget, "needs %d pixels", needed);
}

/**
 * hr_test_check_width:
 * @root: a widget that is shown
 * @width: in pixels
 *
 * Looks for widgets that need more than a width, other than where one can scroll.
 *
 * Returns: the complaints, one a line; an empty string is as it should be
 */
char *
hr_test_check_width (gpointer root, int width)
{
  Fit fit = { g_string_new (NULL), width };

  hr_test_walk (root, check_width_cb, &fit);
  return g_string_free_and_steal (fit.complaints);
}

/* Parts of controls, which the toolkit speaks for. */
static gboolean
is_part (GtkWidget *widget)
{
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return role == GTK_ACCESSIBLE_ROLE_NONE || role == GTK_ACCESSIBLE_ROLE_PRESENTATION ||
         GTK_IS_TEXT (widget) || GTK_IS_SCROLLED_WINDOW (widget) ||
         GTK_IS_WINDOW (widget) || GTK_IS_MENU_BUTTON (parent) ||
         GTK_IS_COLUMN_VIEW (parent) ||
         g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwGizmo") ||
         (gtk_widget_get_ancestor (widget, GTK_TYPE_DROP_DOWN) != NULL &&
          !GTK_IS_DROP_DOWN (widget)) ||
         (gtk_widget_get_ancestor (widget, ADW_TYPE_COMBO_ROW) != NULL &&
          !ADW_IS_COMBO_ROW (widget)) ||
         (GTK_IS_LIST_BOX (widget) &&
          gtk_widget_get_ancestor (widget, ADW_TYPE_EXPANDER_ROW) != NULL);
}

static gboolean
is_control (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_ENTRY (widget) || GTK_IS_EDITABLE (widget) ||
         GTK_IS_DROP_DOWN (widget) || GTK_IS_SWITCH (widget) ||
         GTK_IS_LIST_BOX (widget) || GTK_IS_LIST_BOX_ROW (widget) ||
         GTK_IS_COLUMN_VIEW (widget) || HR_IS_GRID (widget) ||
         GTK_IS_MENU_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget) ||
         GTK_IS_SCALE (widget) || gtk_widget_get_focusable (widget);
}

static void
check_name_cb (GtkWidget *widget, gpointer user_data)
{
  GString *complaints = user_data;
  g_autofree char *name = NULL;

  if (!is_control (widget) || is_part (widget))
    return;
  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) ==
      GTK_ACCESSIBLE_ROLE_GENERIC)
    {
      if (gtk_widget_get_focusable (widget))
        complain (complaints, widget, "has the role of nothing in particular");
      return;
    }
  name = hr_test_get_name (widget);
  if (*name == '\0')
    complain (complaints, widget, "has no name for a screen reader");
}

/**
 * hr_test_check_names:
 * @root: a widget that is shown
 *
 * Looks for controls that a screen reader has no name or no role for.
 *
 * Returns: the complaints, one a line; an empty string is as it should be
 */
char *
hr_test_check_names (gpointer root)
{
  GString *complaints = g_string_new (NULL);

  hr_test_walk (root, check_name_cb, complaints);
  return g_string_free_and_steal (complaints);
}

/**
 * hr_test_look:
 * @ui: the fixture
 * @name: of what is shown
 *
 * Fails the test if something is cut off or has no name. With HEADROOM_PICTURES set to a
 * folder it leaves a picture there.
 */
void
hr_test_look (HrTestUi *ui, const char *name)
{
  const char *folder = g_getenv ("HEADROOM_PICTURES");
  g_autofree char *layout = NULL, *names = NULL;

  hr_test_settle (ui->window);
  if (folder != NULL)
    {
      g_autofree char *path = g_strdup_printf ("%s/%s.png", folder, name);

      hr_test_picture (ui->window, path);
    }
  layout = hr_test_check_layout (ui->window);
  names = hr_test_check_names (ui->window);
  hr_test_refute (layout);
  hr_test_refute (names);
}
