/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-welcome.h"

#include <glib/gi18n-lib.h>

#include "hr-recovery-group.h"
#include "hr-resource.h"
#include "hr-store.h"

#define MAX_RECENT 5

/**
 * HrWelcome:
 *
 * What a window shows before there is a plan: ways to one.
 */
struct _HrWelcome
{
  AdwBin parent_instance;

  AdwPreferencesGroup *recent;
};

G_DEFINE_FINAL_TYPE (HrWelcome, hr_welcome, ADW_TYPE_BIN)

static GtkWidget *
make_recent_row (GtkRecentInfo *info)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *folder = gtk_recent_info_get_uri_display (info);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 gtk_recent_info_get_display_name (info));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), folder);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "app.open-uri");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s",
                                    gtk_recent_info_get_uri (info));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}

static void
add_recent (HrWelcome *self)
{
  GList *infos = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  guint n = 0;

  for (GList *at = infos; at != NULL && n < MAX_RECENT; at = at->next)
    {
      GtkRecentInfo *info = at->data;

      if (!g_str_has_suffix (gtk_recent_info_get_uri (info), HR_STORE_SUFFIX) ||
          !gtk_recent_info_exists (info))
        continue;
      adw_preferences_group_add (self->recent, make_recent_row (info));
      n++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->recent), n > 0);
  g_list_free_full (infos, (GDestroyNotify) gtk_recent_info_unref);
}

static void
hr_welcome_class_init (HrWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (HR_TYPE_RECOVERY_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               HR_RESOURCE ("hr-welcome.ui"));
  gtk_widget_class_bind_template_child (widget_class, HrWelcome, recent);
}

/* Its title is cut off where it is longer than the row. */
static void
add_tooltips (GtkWidget *widget)
{
  g_autoptr (GString) title = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_tooltips (child);
  if (!ADW_IS_BUTTON_ROW (widget))
    return;
  title = g_string_new (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)));
  g_string_replace (title, "_", "", 0);
  gtk_widget_set_tooltip_text (widget, title->str);
}

static void
hr_welcome_init (HrWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_tooltips (GTK_WIDGET (self));
  add_recent (self);
}
