/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-personas-page.h"

#include <glib/gi18n-lib.h>

#include "hr-chart-view.h"
#include "hr-csv-writer.h"
#include "hr-file-filter.h"
#include "hr-need.h"
#include "hr-outline.h"
#include "hr-persona-matrix.h"
#include "hr-persona-table.h"
#include "hr-persona.h"
#include "hr-resource.h"
#include "hr-stage.h"
#include "hr-transition.h"

/**
 * HrPersonasPage:
 *
 * Who at the customer is served, and what they need at each stage: as an outline, with
 * the stages and transitions, or as a matrix that says whom each goes to.
 */
struct _HrPersonasPage
{
  HrPage parent_instance;

  guint offered; /* the cell of the matrix that a need is offered for */

  AdwToggleGroup *views;
  GtkStack *view_stack;
  HrOutline *outline;
  HrChartView *matrix;
};

G_DEFINE_FINAL_TYPE (HrPersonasPage, hr_personas_page, HR_TYPE_PAGE)

static HrPlan *
get_plan (HrPersonasPage *self)
{
  return hr_document_get_plan (hr_page_get_document (HR_PAGE (self)));
}

/* ---- The matrix ---- */

static gboolean
is_matrix (HrPersonasPage *self)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (self->views), "matrix") == 0;
}

static void
show_view (HrPersonasPage *self)
{
  HrDocument *document = hr_page_get_document (HR_PAGE (self));
  HrPlan *plan = document != NULL ? hr_document_get_plan (document) : NULL;
  gboolean has_cells = plan != NULL && hr_list_get_n (plan->personas) > 0 &&
                       hr_list_get_n (plan->stages) > 0;

  gtk_stack_set_visible_child_name (self->view_stack, !is_matrix (self) ? "list"
                                                      : has_cells       ? "matrix"
                                                                        : "empty");
}

static void
view_chosen_cb (HrPersonasPage *self)
{
  if (self->view_stack != NULL)
    show_view (self);
}

/* Which persona and stage a cell is of. Returns: whether both are still there */
static gboolean
find_cell (HrPersonasPage *self, guint cell, HrPersona **persona, HrStage **stage)
{
  HrPlan *plan = get_plan (self);
  guint n_stages = hr_list_get_n (plan->stages);

  if (n_stages == 0 || cell / n_stages >= hr_list_get_n (plan->personas))
    return FALSE;
  *persona = hr_list_get (plan->personas, cell / n_stages);
  *stage = hr_list_get (plan->stages, cell % n_stages);
  return TRUE;
}

/* A cell that has a need is edited by the view itself. */
static void
cell_activated_cb (HrPersonasPage *self, const HrChartMark *mark)
{
  g_autofree char *title = g_strdup (mark->name), *text = NULL;
  HrPersona *persona;
  HrStage *stage;

  self->offered = mark->index;
  if (!find_cell (self, self->offered, &persona, &stage))
    return;
  /* Translators: persona, stage */
  text = g_strdup_printf (_ ("Nothing is written down yet that %s needs at %s"),
                          persona->name, stage->name);
  hr_chart_view_offer (self->matrix, title, text, _ ("_Add a Need"));
}

static void
add_need_cb (HrPersonasPage *self)
{
  HrHistory *history = hr_document_get_history (hr_page_get_document (HR_PAGE (self)));
  g_autoptr (HrNeed) need = hr_item_new (HR_TYPE_NEED, NULL);
  g_autoptr (GError) error = NULL;
  HrPersona *persona;
  HrStage *stage;

  if (!find_cell (self, self->offered, &persona, &stage))
    return;
  g_object_set (need, "stage", hr_item_get_id (stage), NULL);
  if (hr_history_insert (history, persona->needs, hr_list_get_n (persona->needs), need,
                         &error))
    hr_chart_view_edit (self->matrix, need, "need");
  else
    hr_page_refuse (HR_PAGE (self), error);
}

/* ---- As a table ---- */

static void
copy_table_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HrCapacity *capacity =
      hr_document_get_capacity (hr_page_get_document (HR_PAGE (widget)));
  g_autofree char *text = hr_persona_table_to_text (capacity);
  g_autofree char *html = hr_persona_table_to_html (capacity);
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));
  GdkContentProvider *kinds[] = {
    gdk_content_provider_new_for_bytes ("text/html", bytes),
    gdk_content_provider_new_typed (G_TYPE_STRING, text),
  };
  g_autoptr (GdkContentProvider) all =
      gdk_content_provider_new_union (kinds, G_N_ELEMENTS (kinds));

  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), all);
  gtk_widget_activate_action (widget, "win.toast", "s", _ ("Table copied"));
}

static void
table_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HrPersonasPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ ("Table saved"));
  else
    hr_page_refuse (HR_PAGE (self), error);
}

static void
table_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HrPersonasPage) self = user_data;
  g_autoptr (GFile) file =
      gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  HrDocument *document = hr_page_get_document (HR_PAGE (self));
  g_autoptr (GBytes) bytes = NULL;
  char *text;

  if (file == NULL || document == NULL)
    return;
  text = hr_csv_write_personas (hr_document_get_capacity (document));
  bytes = g_bytes_new_take (text, strlen (text));
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                       table_written_cb, g_object_ref (self));
}

static void
save_table_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autofree char *name =
      g_strdup_printf ("%s.csv", get_plan (HR_PERSONAS_PAGE (widget))->name);

  hr_file_filter_add (filters, _ ("Table (CSV)"), (const char *[]) { "csv", NULL });
  gtk_file_dialog_set_title (dialog, _ ("Save Table"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_initial_name (dialog, g_strdelimit (name, "/", '-'));
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL,
                        table_chosen_cb, g_object_ref (widget));
}

/* ---- The page ---- */

static void
hr_personas_page_open (HrPage *page, HrDocument *document)
{
  HrPersonasPage *self = HR_PERSONAS_PAGE (page);
  HrPlan *plan = hr_document_get_plan (document);

  hr_outline_set_title (self->outline, hr_page_get_title (page));
  hr_outline_set (self->outline, document,
                  (HrList *[]) { plan->personas, plan->stages, plan->transitions }, 3);
  hr_chart_view_set_document (self->matrix, document);
}

static void
hr_personas_page_update (HrPage *page, HrDocument *document)
{
  show_view (HR_PERSONAS_PAGE (page));
}

static void
hr_personas_page_add (HrPage *page)
{
  HrPersonasPage *self = HR_PERSONAS_PAGE (page);

  adw_toggle_group_set_active_name (self->views, "list");
  hr_outline_add (self->outline, get_plan (self)->personas);
}

static gboolean
hr_personas_page_go_to (HrPage *page, gpointer item, const char *property)
{
  HrPersonasPage *self = HR_PERSONAS_PAGE (page);

  if (!hr_outline_go_to (self->outline, item, property))
    return FALSE;
  adw_toggle_group_set_active_name (self->views, "list");
  return TRUE;
}

static void
hr_personas_page_class_init (HrPersonasPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  HR_PAGE_CLASS (klass)->open = hr_personas_page_open;
  HR_PAGE_CLASS (klass)->update = hr_personas_page_update;
  HR_PAGE_CLASS (klass)->add = hr_personas_page_add;
  HR_PAGE_CLASS (klass)->go_to = hr_personas_page_go_to;

  gtk_widget_class_install_action (widget_class, "personas.copy-table", NULL,
                                   copy_table_action);
  gtk_widget_class_install_action (widget_class, "personas.save-table", NULL,
                                   save_table_action);

  g_type_ensure (HR_TYPE_CHART_VIEW);
  g_type_ensure (HR_TYPE_OUTLINE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               HR_RESOURCE ("hr-personas-page.ui"));
  gtk_widget_class_bind_template_child (widget_class, HrPersonasPage, views);
  gtk_widget_class_bind_template_child (widget_class, HrPersonasPage, view_stack);
  gtk_widget_class_bind_template_child (widget_class, HrPersonasPage, outline);
  gtk_widget_class_bind_template_child (widget_class, HrPersonasPage, matrix);
  gtk_widget_class_bind_template_callback (widget_class, view_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, cell_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_need_cb);
}

static void
hr_personas_page_init (HrPersonasPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hr_chart_area_set_chart (hr_chart_view_get_area (self->matrix), &hr_persona_matrix,
                           NULL, NULL);
}
