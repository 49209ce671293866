/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hr-window-private.h"

#include <glib/gi18n-lib.h>

#include "hr-accounts-page.h"
#include "hr-capacity-page.h"
#include "hr-dimension.h"
#include "hr-focus.h"
#include "hr-format.h"
#include "hr-health-page.h"
#include "hr-history-list.h"
#include "hr-import-dialog.h"
#include "hr-journeys-page.h"
#include "hr-metric.h"
#include "hr-need.h"
#include "hr-overview-page.h"
#include "hr-persona.h"
#include "hr-personas-page.h"
#include "hr-playbook-step.h"
#include "hr-playbook.h"
#include "hr-resource.h"
#include "hr-scorecard.h"
#include "hr-segments-page.h"
#include "hr-stage.h"
#include "hr-title.h"
#include "hr-transition.h"
#include "hr-welcome.h"

/**
 * HrWindow:
 *
 * The window of one plan: a sidebar with the pages, one header bar for all of them,
 * or the welcome page while no plan is open.
 */
G_DEFINE_FINAL_TYPE (HrWindow, hr_window, ADW_TYPE_APPLICATION_WINDOW)

typedef enum
{
  PROP_DOCUMENT = 1,
} HrWindowProperty;

static GParamSpec *props[PROP_DOCUMENT + 1];

/* The pages in the order of the sidebar; a group has a line above its first. A page is
 * made when it is first looked at: most of the time that a window takes to come is
 * theirs. */
static const struct
{
  const char *name;
  const char *title;
  const char *icon;
  GType (*type) (void);
  GType (*counts) (void);   /* the list whose length stands in the sidebar */
  GType (*shows[5]) (void); /* the items that it can go to */
  gboolean starts_group;
} PAGES[] = {
  { "overview", N_ ("Overview"), "hr-overview-symbolic", hr_overview_page_get_type },
  { "accounts", N_ ("Accounts"), "hr-accounts-symbolic", hr_accounts_page_get_type,
    .starts_group = TRUE },
  { "segments", N_ ("Segments"), "hr-segments-symbolic", hr_segments_page_get_type,
    .counts = hr_segment_get_type, .shows = { hr_segment_get_type } },
  { "journeys", N_ ("Journeys"), "hr-journeys-symbolic", hr_journeys_page_get_type,
    .shows = { hr_touchpoint_get_type, hr_journey_get_type }, .starts_group = TRUE },
  { "personas", N_ ("Personas"), "hr-personas-symbolic", hr_personas_page_get_type,
    .shows = { hr_persona_get_type, hr_need_get_type, hr_stage_get_type,
               hr_transition_get_type } },
  { "health", N_ ("Health"), "hr-health-symbolic", hr_health_page_get_type,
    .shows = { hr_scorecard_get_type, hr_dimension_get_type, hr_metric_get_type,
               hr_playbook_get_type, hr_playbook_step_get_type } },
  { "capacity", N_ ("Capacity"), "hr-capacity-symbolic", hr_capacity_page_get_type,
    .shows = { hr_role_get_type }, .starts_group = TRUE },
};

static char *
count_to_text (HrWindow *self, guint i)
{
  HrPlan *plan = hr_document_get_plan (self->document);

  if (g_str_equal (PAGES[i].name, "accounts") && plan->portfolio != NULL)
    return hr_format_number ((double) hr_portfolio_get_n_accounts (plan->portfolio), 0);
  if (PAGES[i].counts != NULL)
    return hr_format_number (hr_list_get_n (hr_plan_get_list (plan, PAGES[i].counts ())),
                             0);
  return g_strdup ("");
}

static void
update_counts (HrWindow *self)
{
  if (self->document == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (PAGES); i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->sidebar, (int) i);
      g_autofree char *text = count_to_text (self, i);

      gtk_label_set_text (g_object_get_data (G_OBJECT (row), "count"), text);
    }
}

static void
update_actions (HrWindow *self)
{
  HrHistory *history =
      self->document != NULL ? hr_document_get_history (self->document) : NULL;
  const char *const needs_plan[] = { "win.save", "win.save-as", "win.export",
                                     "win.import" };

  for (guint i = 0; i < G_N_ELEMENTS (needs_plan); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), needs_plan[i], history != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.restore",
                                 history != NULL &&
                                     hr_document_get_file (self->document) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.history",
                                 history != NULL && hr_history_get_n_steps (history) > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->history_button),
                            history != NULL && hr_history_get_n_steps (history) > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo",
                                 history != NULL && hr_history_can_undo (history));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo",
                                 history != NULL && hr_history_can_redo (history));
}

static void
capacity_changed_cb (HrWindow *self)
{
  update_counts (self);
  update_actions (self);
}

static char *
describe_undo (HrWindow *self, const char *label)
{
  return label != NULL ? g_strdup_printf (_ ("Undo %s"), label) : g_strdup (_ ("Undo"));
}

static char *
describe_redo (HrWindow *self, const char *label)
{
  return label != NULL ? g_strdup_printf (_ ("Redo %s"), label) : g_strdup (_ ("Redo"));
}

static void
row_activated_cb (HrWindow *self, GtkListBoxRow *row)
{
  hr_window_show_page (self, PAGES[gtk_list_box_row_get_index (row)].name);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  gboolean starts = PAGES[gtk_list_box_row_get_index (row)].starts_group;

  gtk_list_box_row_set_header (
      row, starts ? gtk_separator_new (GTK_ORIENTATION_HORIZONTAL) : NULL);
}

static void
add_sidebar_row (HrWindow *self, guint i)
{
  const char *title = _ (PAGES[i].title);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (title), *count = gtk_label_new (NULL);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (PAGES[i].icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "count", count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  gtk_list_box_append (self->sidebar, row);
}

static void
add_sidebar_rows (HrWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (PAGES); i++)
    add_sidebar_row (self, i);
  gtk_list_box_set_header_func (self->sidebar, header_cb, NULL, NULL);
}

static GtkWidget *
find_label (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_LABEL (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_label (child);
  return found;
}

/* Where there is little room across, the tool of a page is an icon: its word would leave
 * nothing of the page's title. */
static void
fit_tools (HrWindow *self)
{
  AdwBreakpoint *now =
      adw_application_window_get_current_breakpoint (ADW_APPLICATION_WINDOW (self));
  GtkWidget *label = find_label (GTK_WIDGET (self->tools));

  if (label != NULL)
    gtk_widget_set_visible (label, now != self->tight);
}

static HrPage *
make_page (HrWindow *self, guint i)
{
  HrPage *page = g_object_new (PAGES[i].type (), NULL);

  gtk_stack_add_named (self->pages, GTK_WIDGET (page), PAGES[i].name);
  hr_page_set_document (page, self->document);
  return page;
}

/* An entry that is left hands over what was typed: it belongs to the steps, too. */
static void
leave_entry (GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  gtk_window_set_focus (window, NULL);
  if (focus != NULL && gtk_widget_get_mapped (focus))
    gtk_window_set_focus (window, focus);
}

static void
undo_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  leave_entry (GTK_WINDOW (widget));
  hr_history_undo (hr_document_get_history (HR_WINDOW (widget)->document));
}

static void
redo_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  hr_history_redo (hr_document_get_history (HR_WINDOW (widget)->document));
}

static void
history_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HrWindow *self = HR_WINDOW (widget);

  if (gtk_widget_get_mapped (GTK_WIDGET (self->history_button)))
    gtk_menu_button_popup (self->history_button);
  else
    adw_dialog_present (hr_history_list_new_dialog (self->document), widget);
}

static void
show_page_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HrWindow *self = HR_WINDOW (widget);

  if (self->document != NULL)
    hr_window_show_page (self, g_variant_get_string (parameter, NULL));
}

static void
add_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HrWindow *self = HR_WINDOW (widget);

  if (self->document != NULL)
    hr_page_add (HR_PAGE (gtk_stack_get_visible_child (self->pages)));
}

static void
import_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HrWindow *self = HR_WINDOW (widget);

  hr_import_dialog_choose (self->document, widget);
}

/* The next window starts as this one is left. */
static void
save_state (HrWindow *self)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (settings, "window-width", MAX (width, 360));
  g_settings_set_int (settings, "window-height", MAX (height, 294));
  g_settings_set_boolean (settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
  if (self->document != NULL)
    g_settings_set_string (settings, "last-page",
                           gtk_stack_get_visible_child_name (self->pages));
}

static void
restore_state (HrWindow *self)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);

  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

/* Somebody else may have changed the file while the person was elsewhere. */
static void
active_changed_cb (HrWindow *self)
{
  if (self->document != NULL && gtk_window_is_active (GTK_WINDOW (self)))
    hr_document_check_file (self->document);
}

static gboolean
hr_window_close_request (GtkWindow *window)
{
  HrWindow *self = HR_WINDOW (window);

  save_state (self);
  if (self->document != NULL && hr_document_get_modified (self->document) &&
      hr_window_ask_before_closing (self))
    return TRUE;
  return GTK_WINDOW_CLASS (hr_window_parent_class)->close_request (window);
}

/* An entry that loses the focus only now still edits the plan, but nobody shows it. */
static void
close_document (HrWindow *self)
{
  if (self->document == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->document, self);
  hr_document_close (self->document);
}

static void
hr_window_dispose (GObject *object)
{
  HrWindow *self = HR_WINDOW (object);

  g_cancellable_cancel (self->task);
  g_clear_object (&self->task);
  close_document (self);
  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (self), HR_TYPE_WINDOW);

  G_OBJECT_CLASS (hr_window_parent_class)->dispose (object);
}

static void
hr_window_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((HrWindowProperty) prop_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, HR_WINDOW (object)->document);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hr_window_set_property (GObject *object,
                        guint prop_id,
                        const GValue *value,
                        GParamSpec *pspec)
{
  switch ((HrWindowProperty) prop_id)
    {
    case PROP_DOCUMENT:
      hr_window_set_document (HR_WINDOW (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               HR_RESOURCE ("hr-window.ui"));
  gtk_widget_class_bind_template_child (widget_class, HrWindow, tight);
  gtk_widget_class_bind_template_child (widget_class, HrWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, HrWindow, root);
  gtk_widget_class_bind_template_child (widget_class, HrWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, HrWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, HrWindow, content_page);
  gtk_widget_class_bind_template_child (widget_class, HrWindow, header);
  gtk_widget_class_bind_template_child (widget_class, HrWindow, title);
  gtk_widget_class_bind_template_child (widget_class, HrWindow, tools);
  gtk_widget_class_bind_template_child (widget_class, HrWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, HrWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, HrWindow, history_button);
  gtk_widget_class_bind_template_child (widget_class, HrWindow, leftovers);
  gtk_widget_class_bind_template_child (widget_class, HrWindow, busy);
  gtk_widget_class_bind_template_child (widget_class, HrWindow, busy_label);
  gtk_widget_class_bind_template_child (widget_class, HrWindow, busy_bar);
  gtk_widget_class_bind_template_child (widget_class, HrWindow, pages);
  gtk_widget_class_bind_template_callback (widget_class, fit_tools);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, describe_undo);
  gtk_widget_class_bind_template_callback (widget_class, describe_redo);
  hr_window_bind_notices (widget_class);
}

static void
hr_window_class_init (HrWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hr_window_dispose;
  object_class->get_property = hr_window_get_property;
  object_class->set_property = hr_window_set_property;
  GTK_WINDOW_CLASS (klass)->close_request = hr_window_close_request;

  props[PROP_DOCUMENT] = g_param_spec_object (
      "document", NULL, NULL, HR_TYPE_DOCUMENT,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.history", NULL, history_action);
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page_action);
  gtk_widget_class_install_action (widget_class, "win.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_action);
  hr_window_install_file_actions (widget_class);
  hr_window_install_conflict_actions (widget_class);
  hr_window_install_notice_actions (widget_class);
  hr_window_install_open_actions (widget_class);

  g_type_ensure (HR_TYPE_HISTORY_LIST);
  g_type_ensure (HR_TYPE_WELCOME);
  g_type_ensure (HR_TYPE_DOCUMENT);
  g_type_ensure (HR_TYPE_HISTORY);
  g_type_ensure (HR_TYPE_PLAN);
  bind_template (widget_class);
}

static void
hr_window_init (HrWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hr_focus_keep (GTK_WIDGET (self->toasts));
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_changed_cb), NULL);
  add_sidebar_rows (self);
  hr_window_take_drops (self);
  update_actions (self);
  restore_state (self);
}

HrWindow *
hr_window_new (AdwApplication *application)
{
  return g_object_new (HR_TYPE_WINDOW, "application", application, NULL);
}

HrDocument *
hr_window_get_document (HrWindow *self)
{
  g_return_val_if_fail (HR_IS_WINDOW (self), NULL);

  return self->document;
}

/**
 * hr_window_set_document:
 * @self: a window
 * @document: (nullable): the plan to show, or %NULL for the welcome page
 *
 * Shows a plan in all pages.
 */
void
hr_window_set_document (HrWindow *self, HrDocument *document)
{
  g_return_if_fail (HR_IS_WINDOW (self));

  if (self->document == document)
    return;
  close_document (self);
  g_set_object (&self->document, document);

  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->pages));
       page != NULL; page = gtk_widget_get_next_sibling (page))
    hr_page_set_document (HR_PAGE (page), document);
  if (document != NULL)
    {
      g_autoptr (GSettings) settings = g_settings_new (APP_ID);

      g_settings_bind (settings, "autosave", document, "autosave", G_SETTINGS_BIND_GET);
      g_signal_connect_object (document, "notify::capacity",
                               G_CALLBACK (capacity_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (document, "notify::file", G_CALLBACK (update_actions),
                               self, G_CONNECT_SWAPPED);
      hr_window_show_page (self, PAGES[0].name);
    }
  capacity_changed_cb (self);
  gtk_stack_set_visible_child_name (self->root, document != NULL ? "plan" : "welcome");
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DOCUMENT]);
}

/**
 * hr_window_get_page:
 * @self: a window
 * @name: "overview", "accounts", "segments" and so on
 *
 * Gets a page, and makes it if nobody has looked at it yet.
 *
 * Returns: (transfer none): the page
 */
HrPage *
hr_window_get_page (HrWindow *self, const char *name)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, name);

  for (guint i = 0; page == NULL && i < G_N_ELEMENTS (PAGES); i++)
    if (g_str_equal (PAGES[i].name, name))
      page = GTK_WIDGET (make_page (self, i));
  return HR_PAGE (page);
}

/* The page that is shown, or was last. */
const char *
hr_window_get_page_name (HrWindow *self)
{
  return gtk_stack_get_visible_child_name (self->pages);
}

/**
 * hr_window_show_page:
 * @self: a window
 * @name: "overview", "accounts", "segments" and so on
 *
 * Turns to a page.
 *
 * Returns: (transfer none): the page
 */
HrPage *
hr_window_show_page (HrWindow *self, const char *name)
{
  HrPage *page = hr_window_get_page (self, name);
  g_autoptr (GtkWidget) tools = NULL;
  g_autoptr (GtkWidget) title = NULL;

  g_return_val_if_fail (page != NULL, NULL);

  g_object_get (page, "tools", &tools, "title-widget", &title, NULL);
  adw_bin_set_child (self->tools, tools);
  fit_tools (self);
  adw_bin_set_child (self->title,
                     title != NULL ? title : hr_title_new (hr_page_get_title (page)));
  adw_navigation_page_set_title (self->content_page, hr_page_get_title (page));
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (page));

  for (guint i = 0; i < G_N_ELEMENTS (PAGES); i++)
    if (g_str_equal (PAGES[i].name, name))
      gtk_list_box_select_row (self->sidebar,
                               gtk_list_box_get_row_at_index (self->sidebar, (int) i));
  return page;
}

static gboolean
shows (guint i, GType type)
{
  for (guint k = 0; k < G_N_ELEMENTS (PAGES[i].shows) && PAGES[i].shows[k] != NULL; k++)
    if (PAGES[i].shows[k]() == type)
      return TRUE;
  return FALSE;
}

/**
 * hr_window_go_to:
 * @self: a window
 * @item: an item of the plan
 * @property: (nullable): which of its properties
 *
 * Turns to the page that shows an item, and to the item.
 */
void
hr_window_go_to (HrWindow *self, gpointer item, const char *property)
{
  for (guint i = 0; i < G_N_ELEMENTS (PAGES); i++)
    if (shows (i, G_OBJECT_TYPE (item)) &&
        hr_page_go_to (hr_window_get_page (self, PAGES[i].name), item, property))
      {
        hr_window_show_page (self, PAGES[i].name);
        adw_navigation_split_view_set_show_content (self->split_view, TRUE);
        return;
      }
}
