/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-checks-row.h"

#include <glib/gi18n-lib.h>

#include "hr-references.h"

/**
 * HrChecksRow:
 *
 * A row that opens into a list of checks, one for each thing that can be referred to. Its
 * subtitle names those that are. Ids are in the order of the things, not of the clicks.
 */
struct _HrChecksRow
{
  AdwExpanderRow parent_instance;

  GListModel *choices; /* (owned) (element-type HrReference) */
  GPtrArray *rows;     /* (element-type GtkWidget) */
  GPtrArray *checks;   /* (element-type GtkCheckButton), as the choices */
  GStrv ids;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (HrChecksRow, hr_checks_row, ADW_TYPE_EXPANDER_ROW)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
hr_checks_row_dispose (GObject *object)
{
  g_clear_object (&HR_CHECKS_ROW (object)->choices);

  G_OBJECT_CLASS (hr_checks_row_parent_class)->dispose (object);
}

static void
hr_checks_row_finalize (GObject *object)
{
  HrChecksRow *self = HR_CHECKS_ROW (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_strfreev);

  G_OBJECT_CLASS (hr_checks_row_parent_class)->finalize (object);
}

static void
hr_checks_row_class_init (HrChecksRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hr_checks_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = hr_checks_row_finalize;

  /**
   * HrChecksRow::changed:
   *
   * Emitted when the person checks or unchecks one.
   */
  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 0);
}

static void
hr_checks_row_init (HrChecksRow *self)
{
  self->rows = g_ptr_array_new ();
  self->checks = g_ptr_array_new ();
  self->ids = g_new0 (char *, 1);
}

static void
toggled_cb (HrChecksRow *self)
{
  if (!self->updating)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* The checks and the subtitle follow the ids. */
static void
show_ids (HrChecksRow *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  g_autofree char *text = NULL;

  self->updating = TRUE;
  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkCheckButton *check = g_ptr_array_index (self->checks, i);
      gboolean active = g_strv_contains ((const char *const *) self->ids,
                                         hr_references_get_id (self->choices, i));

      gtk_check_button_set_active (check, active);
      if (active)
        g_strv_builder_add (
            names, adw_preferences_row_get_title (g_ptr_array_index (self->rows, i)));
    }
  self->updating = FALSE;
  all = g_strv_builder_end (names);
  text = all[0] != NULL ? g_strjoinv (C_ ("values", ", "), all) : g_strdup (_ ("None"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), text);
}

static void
add_check (HrChecksRow *self, GObject *choice)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  g_object_set_data_full (G_OBJECT (row), "hr-choice", g_object_ref (choice),
                          g_object_unref);
  g_object_bind_property (choice, "name", row, "title", G_BINDING_SYNC_CREATE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (check),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, row, NULL, -1);
  g_signal_connect_object (row, "notify::title", G_CALLBACK (show_ids), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self,
                           G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->checks, check);
}

static void
rebuild (HrChecksRow *self)
{
  guint n = g_list_model_get_n_items (self->choices);

  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->checks, 0);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) choice = g_list_model_get_item (self->choices, i);

      add_check (self, choice);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self), n > 0);
  show_ids (self);
}

/**
 * hr_checks_row_new:
 * @choices: (transfer full): from hr_references_new()
 *
 * Makes a row that follows the choices.
 */
GtkWidget *
hr_checks_row_new (GListModel *choices)
{
  HrChecksRow *self = g_object_new (HR_TYPE_CHECKS_ROW, NULL);

  self->choices = choices;
  g_signal_connect_object (choices, "items-changed", G_CALLBACK (rebuild), self,
                           G_CONNECT_SWAPPED);
  rebuild (self);
  return GTK_WIDGET (self);
}

/**
 * hr_checks_row_get_ids:
 * @self: a row
 *
 * Gets the ids of what is checked, with a comma between.
 *
 * Returns: (transfer full): ids
 */
char *
hr_checks_row_get_ids (HrChecksRow *self)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
      g_string_append_printf (ids, "%s%s", ids->len > 0 ? "," : "",
                              hr_references_get_id (self->choices, i));
  return g_string_free_and_steal (ids);
}

void
hr_checks_row_set_ids (HrChecksRow *self, const char *ids)
{
  g_strfreev (self->ids);
  self->ids = g_strsplit (ids, ",", -1);
  show_ids (self);
}
