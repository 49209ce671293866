/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-import-join.h"

#include <glib/gi18n-lib.h>

#include "hr-error.h"
#include "hr-import-file.h"
#include "hr-import-mapping.h"
#include "hr-portfolio.h"
#include "hr-resource.h"

/**
 * HrImportJoin:
 *
 * A second file whose rows are added up for each account.
 */
struct _HrImportJoin
{
  AdwPreferencesGroup parent_instance;

  HrCsvPreview *preview; /* (owned) (nullable): no file is chosen */
  char *id;              /* (nullable): what the first file calls the id */
  GCancellable *cancellable;
  HrRule *where; /* (owned) (nullable): all rows count, or what is typed is no rule */

  GtkWidget *choose;
  AdwActionRow *file;
  AdwComboRow *key;
  AdwComboRow *sum;
  AdwEntryRow *condition;
  GtkLabel *hint;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (HrImportJoin, hr_import_join, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
say_problem (HrImportJoin *self, const char *problem)
{
  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
}

static gboolean
has_column (HrImportJoin *self, const char *name)
{
  for (guint i = 0; i < hr_csv_preview_get_n_columns (self->preview); i++)
    if (g_str_equal (hr_csv_preview_get_column (self->preview, i), name))
      return TRUE;
  return FALSE;
}

static HrRule *
read_condition (HrImportJoin *self, GError **error)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->condition));
  g_autoptr (HrRule) rule = hr_rule_parse (text, error);
  g_auto (GStrv) fields = rule != NULL ? hr_rule_list_fields (rule) : NULL;

  for (guint i = 0; fields != NULL && fields[i] != NULL; i++)
    if (!has_column (self, fields[i]))
      {
        g_set_error (error, HR_ERROR, HR_ERROR_REFERENCE, _ ("%s has no column “%s”"),
                     hr_csv_preview_get_name (self->preview), fields[i]);
        return NULL;
      }
  return g_steal_pointer (&rule);
}

static gboolean
has_condition (HrImportJoin *self)
{
  g_autofree char *text =
      g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->condition)));

  return *g_strstrip (text) != '\0';
}

static void
changed_cb (HrImportJoin *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->where, hr_rule_unref);
  if (self->preview != NULL && has_condition (self))
    self->where = read_condition (self, &error);
  say_problem (self, error != NULL ? error->message : NULL);
  if (error != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->condition), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->condition), "error");
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* The account is likely called in both files the same. */
static void
guess_columns (HrImportJoin *self)
{
  guint column;

  if (hr_csv_preview_find_field (self->preview, HR_COLUMN_ID, &column))
    hr_import_column_row_choose (self->key, column);
  for (column = 0; column < hr_csv_preview_get_n_columns (self->preview); column++)
    if (g_strcmp0 (hr_csv_preview_get_column (self->preview, column), self->id) == 0)
      hr_import_column_row_choose (self->key, column);
  if (hr_csv_preview_find_field (self->preview, HR_COLUMN_ARR, &column))
    hr_import_column_row_choose (self->sum, column);
}

static void
show_file (HrImportJoin *self, HrCsvPreview *preview)
{
  gboolean has_file = preview != NULL;
  GtkWidget *const rows[] = { GTK_WIDGET (self->file), GTK_WIDGET (self->key),
                              GTK_WIDGET (self->sum), GTK_WIDGET (self->condition),
                              GTK_WIDGET (self->hint) };

  g_clear_pointer (&self->preview, hr_csv_preview_free);
  self->preview = preview;
  gtk_widget_set_visible (self->choose, !has_file);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    gtk_widget_set_visible (rows[i], has_file);
  if (has_file)
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->file),
                                     hr_csv_preview_get_name (preview));
      hr_import_column_row_set_file (self->key, preview, _ ("Choose a Column"));
      hr_import_column_row_set_file (self->sum, preview, _ ("Choose a Column"));
      guess_columns (self);
    }
  else
    gtk_editable_set_text (GTK_EDITABLE (self->condition), "");
  changed_cb (self);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HrImportJoin) self = user_data;
  g_autoptr (GError) error = NULL;
  HrCsvPreview *preview = hr_import_file_finish (result, &error);

  if (self->choose == NULL)
    g_clear_pointer (&preview, hr_csv_preview_free); /* the dialog was closed meanwhile */
  else if (preview != NULL)
    show_file (self, preview);
  else if (error->domain == HR_ERROR)
    say_problem (self, error->message);
}

static void
choose_cb (HrImportJoin *self)
{
  say_problem (self, NULL);
  hr_import_file_choose (GTK_WIDGET (self), self->cancellable, opened_cb,
                         g_object_ref (self));
}

static void
remove_cb (HrImportJoin *self)
{
  show_file (self, NULL);
  gtk_widget_grab_focus (self->choose);
}

static gboolean
dropped_cb (HrImportJoin *self, const GValue *value)
{
  GSList *files = g_value_get_boxed (value);

  if (files == NULL)
    return FALSE;
  hr_import_join_open (self, files->data);
  return TRUE;
}

static void
hr_import_join_dispose (GObject *object)
{
  HrImportJoin *self = HR_IMPORT_JOIN (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), HR_TYPE_IMPORT_JOIN);

  G_OBJECT_CLASS (hr_import_join_parent_class)->dispose (object);
}

static void
hr_import_join_finalize (GObject *object)
{
  HrImportJoin *self = HR_IMPORT_JOIN (object);

  g_clear_pointer (&self->preview, hr_csv_preview_free);
  g_clear_pointer (&self->where, hr_rule_unref);
  g_clear_pointer (&self->id, g_free);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (hr_import_join_parent_class)->finalize (object);
}

static void
hr_import_join_class_init (HrImportJoinClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hr_import_join_dispose;
  G_OBJECT_CLASS (klass)->finalize = hr_import_join_finalize;

  /**
   * HrImportJoin::changed:
   * @self: a join
   *
   * Another file or column was chosen, or another condition typed.
   */
  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", HR_TYPE_IMPORT_JOIN, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "dropplace");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               HR_RESOURCE ("hr-import-join.ui"));
  gtk_widget_class_bind_template_child (widget_class, HrImportJoin, choose);
  gtk_widget_class_bind_template_child (widget_class, HrImportJoin, file);
  gtk_widget_class_bind_template_child (widget_class, HrImportJoin, key);
  gtk_widget_class_bind_template_child (widget_class, HrImportJoin, sum);
  gtk_widget_class_bind_template_child (widget_class, HrImportJoin, condition);
  gtk_widget_class_bind_template_child (widget_class, HrImportJoin, hint);
  gtk_widget_class_bind_template_child (widget_class, HrImportJoin, problem);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
hr_import_join_init (HrImportJoin *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  g_autofree char *hint = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  hint = g_strdup_printf (_ ("For example: %s. Without a condition all rows count."),
                          "end_date is-empty");
  gtk_label_set_text (self->hint, hint);
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * hr_import_join_set_id:
 * @self: a join
 * @column: (nullable): what the accounts' file calls the id
 *
 * Tells by which name the account is probably known in the second file too.
 */
void
hr_import_join_set_id (HrImportJoin *self, const char *column)
{
  g_set_str (&self->id, column);
}

/**
 * hr_import_join_open:
 * @self: a join
 * @file: the second file
 *
 * Takes a file as if it were chosen; what is wrong with it is said in its place.
 */
void
hr_import_join_open (HrImportJoin *self, GFile *file)
{
  say_problem (self, NULL);
  hr_import_file_open (file, self->cancellable, opened_cb, g_object_ref (self));
}

/* Returns: (transfer none) (nullable): the head of the file, %NULL if there is none */
const HrCsvPreview *
hr_import_join_get_file (HrImportJoin *self)
{
  return self->preview;
}

/* The field of the accounts that the sum becomes. */
const char *
hr_import_join_get_field (HrImportJoin *self)
{
  return HR_COLUMN_ARR;
}

/* Whether the accounts can be imported with what is chosen here, be it nothing. */
gboolean
hr_import_join_is_complete (HrImportJoin *self)
{
  if (self->preview == NULL)
    return TRUE;
  return hr_import_column_row_get (self->key) != NULL &&
         hr_import_column_row_get (self->sum) != NULL &&
         (self->where != NULL || !has_condition (self));
}

/**
 * hr_import_join_apply:
 * @self: a complete join
 * @import: an import
 *
 * Tells an import of the second file, if there is one.
 */
void
hr_import_join_apply (HrImportJoin *self, HrAccountImport *import)
{
  const HrAccountJoin join = {
    .path = self->preview != NULL ? hr_csv_preview_get_path (self->preview) : NULL,
    .key = hr_import_column_row_get (self->key),
    .sum = hr_import_column_row_get (self->sum),
    .field = hr_import_join_get_field (self),
    .where = self->where,
  };

  g_return_if_fail (hr_import_join_is_complete (self));

  if (self->preview != NULL)
    hr_account_import_add_join (import, &join);
}
