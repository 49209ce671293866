/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-history-list.h"

#include <glib/gi18n-lib.h>

#include "hr-resource.h"
#include "hr-shortcuts.h"

/**
 * HrHistoryList:
 *
 * The steps of a plan's history, the newest on top and the plan as it was opened at the
 * bottom. A mark stands at where the plan is, a word at what its file holds; to choose a
 * step is to go there.
 *
 * It stands in a popover, or in a dialog where there is no room for that, and closes it
 * when a step is chosen. The rows are made when it comes up and follow the history until
 * it goes.
 */
struct _HrHistoryList
{
  AdwBin parent_instance;

  HrDocument *document; /* (nullable) */
  gulong changed;       /* a handler, while it is up */
  guint tick;           /* in which it follows */

  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (HrHistoryList, hr_history_list, ADW_TYPE_BIN)

typedef enum
{
  PROP_DOCUMENT = 1,
} HrHistoryListProperty;

static GParamSpec *props[PROP_DOCUMENT + 1];

static HrHistory *
get_history (HrHistoryList *self)
{
  return hr_document_get_history (self->document);
}

/* A row stands for how many steps are done. */
static guint
get_n_done (HrHistoryList *self, guint row)
{
  return hr_history_get_n_steps (get_history (self)) - row;
}

static gboolean
is_in_file (HrHistoryList *self, guint n_done)
{
  guint64 revision =
      n_done > 0 ? hr_history_get_step (get_history (self), n_done - 1, NULL) : 0;

  return hr_document_get_file (self->document) != NULL &&
         hr_document_get_saved_revision (self->document) == revision;
}

/* ---- Rows ----------------------------------------------------------------------------
 */

static void
set_up_cb (HrHistoryList *self, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");
  GtkWidget *label = gtk_label_new (NULL), *saved = gtk_label_new (_ ("Saved"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (saved, "dim-label");
  gtk_widget_add_css_class (saved, "caption");
  gtk_box_append (GTK_BOX (row), mark);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), saved);
  gtk_list_item_set_child (item, row);
}

static void
name_row (GtkListItem *item, const char *label, gboolean is_current, gboolean is_saved)
{
  g_autofree char *current =
      is_current ? g_strdup_printf (_ ("%s, where the plan is now"), label) : NULL;
  const char *name = current != NULL ? current : label;
  g_autofree char *saved =
      is_saved ? g_strdup_printf (_ ("%s, saved in its file"), name) : NULL;

  gtk_list_item_set_accessible_label (item, saved != NULL ? saved : name);
}

static void
bind_cb (HrHistoryList *self, GtkListItem *item)
{
  GtkWidget *mark = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *label = gtk_widget_get_next_sibling (mark);
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));
  guint n_done = get_n_done (self, gtk_list_item_get_position (item));
  guint now = hr_history_get_n_done (get_history (self));
  gboolean is_saved;

  /* While it is down steps may be forgotten, and GTK binds rows of the last time. */
  if (gtk_list_item_get_position (item) > hr_history_get_n_steps (get_history (self)))
    return;
  is_saved = is_in_file (self, n_done);
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text);
  gtk_widget_set_opacity (mark, n_done == now ? 1 : 0); /* its room stays */
  gtk_widget_set_visible (gtk_widget_get_next_sibling (label), is_saved);
  if (n_done > now) /* what can be redone */
    gtk_widget_add_css_class (label, "dim-label");
  else
    gtk_widget_remove_css_class (label, "dim-label");
  name_row (item, text, n_done == now, is_saved);
}

static GListModel *
list_steps (HrHistoryList *self)
{
  GtkStringList *steps = gtk_string_list_new (NULL);

  for (guint n = hr_history_get_n_steps (get_history (self)); n > 0; n--)
    {
      const char *label;

      hr_history_get_step (get_history (self), n - 1, &label);
      gtk_string_list_append (steps, label);
    }
  gtk_string_list_append (steps, _ ("As Opened"));
  return G_LIST_MODEL (steps);
}

/* Only a row that is on screen can take the focus; where GTK does not give it to that
 * row, any row does: without the focus a popover does not know its own keys. */
static gboolean
focus_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  HrHistoryList *self = HR_HISTORY_LIST (widget);
  HrHistory *history = get_history (self);

  if (!gtk_widget_get_mapped (widget))
    return G_SOURCE_REMOVE;
  gtk_list_view_scroll_to (
      self->list, hr_history_get_n_steps (history) - hr_history_get_n_done (history),
      GTK_LIST_SCROLL_FOCUS, NULL);
  if (gtk_widget_get_focus_child (widget) == NULL)
    gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

static void
fill (HrHistoryList *self)
{
  g_autoptr (GtkNoSelection) rows = gtk_no_selection_new (list_steps (self));

  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (rows));
  gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_cb, NULL, NULL);
}

static gboolean
frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  HrHistoryList *self = HR_HISTORY_LIST (widget);

  self->tick = 0;
  fill (self);
  return G_SOURCE_REMOVE;
}

/* Not at once: what was typed may be taken just while the focus goes to one of the rows.
 */
static void
changed_cb (HrHistoryList *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), frame_cb, NULL, NULL);
}

static void
activated_cb (HrHistoryList *self, guint row)
{
  guint n_done = get_n_done (self, row);
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_DIALOG);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
  if (dialog != NULL)
    adw_dialog_close (ADW_DIALOG (dialog));
  if (row <= hr_history_get_n_steps (get_history (self))) /* some may be forgotten now */
    hr_history_go_to (get_history (self), n_done);
}

/* ---- The widget ----------------------------------------------------------------------
 */

static void
follow (HrHistoryList *self)
{
  fill (self);
  self->changed = g_signal_connect_swapped (get_history (self), "changed",
                                            G_CALLBACK (changed_cb), self);
}

static void
let_be (HrHistoryList *self)
{
  if (self->changed != 0)
    g_clear_signal_handler (&self->changed, get_history (self));
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
}

static void
hr_history_list_map (GtkWidget *widget)
{
  HrHistoryList *self = HR_HISTORY_LIST (widget);

  if (self->document != NULL)
    follow (self);
  GTK_WIDGET_CLASS (hr_history_list_parent_class)->map (widget);
}

static void
hr_history_list_unmap (GtkWidget *widget)
{
  let_be (HR_HISTORY_LIST (widget));
  GTK_WIDGET_CLASS (hr_history_list_parent_class)->unmap (widget);
}

static void
set_document (HrHistoryList *self, HrDocument *document)
{
  if (self->document == document)
    return;
  let_be (self);
  g_set_object (&self->document, document);
  if (document != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    follow (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DOCUMENT]);
}

static void
hr_history_list_dispose (GObject *object)
{
  HrHistoryList *self = HR_HISTORY_LIST (object);

  let_be (self);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (hr_history_list_parent_class)->dispose (object);
}

static void
hr_history_list_get_property (GObject *object,
                              guint prop_id,
                              GValue *value,
                              GParamSpec *pspec)
{
  switch ((HrHistoryListProperty) prop_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, HR_HISTORY_LIST (object)->document);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hr_history_list_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  switch ((HrHistoryListProperty) prop_id)
    {
    case PROP_DOCUMENT:
      set_document (HR_HISTORY_LIST (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hr_history_list_class_init (HrHistoryListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hr_history_list_dispose;
  object_class->get_property = hr_history_list_get_property;
  object_class->set_property = hr_history_list_set_property;
  widget_class->map = hr_history_list_map;
  widget_class->unmap = hr_history_list_unmap;

  props[PROP_DOCUMENT] = g_param_spec_object (
      "document", NULL, NULL, HR_TYPE_DOCUMENT,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               HR_RESOURCE ("hr-history-list.ui"));
  gtk_widget_class_bind_template_child (widget_class, HrHistoryList, list);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
hr_history_list_init (HrHistoryList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hr_shortcuts_add_undo (GTK_WIDGET (self));
}

/**
 * hr_history_list_new_dialog:
 * @document: a document
 *
 * Makes a dialog with the list, for a window that has no room for the button.
 */
AdwDialog *
hr_history_list_new_dialog (HrDocument *document)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (
      ADW_TOOLBAR_VIEW (view),
      g_object_new (HR_TYPE_HISTORY_LIST, "document", document, NULL));
  adw_dialog_set_title (dialog, _ ("History"));
  adw_dialog_set_content_width (dialog, 360);
  adw_dialog_set_content_height (dialog, 420);
  adw_dialog_set_child (dialog, view);
  return dialog;
}
