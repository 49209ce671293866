/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-import-mapping.h"

#include <glib/gi18n-lib.h>

#include "hr-portfolio.h"

/* ---- One column ---- */

/* The names of columns may be long, and the row narrow. */
static void
show_tooltip_cb (AdwComboRow *row)
{
  GtkStringObject *chosen = adw_combo_row_get_selected_item (row);

  gtk_widget_set_tooltip_text (
      GTK_WIDGET (row), chosen != NULL ? gtk_string_object_get_string (chosen) : NULL);
}

/**
 * hr_import_column_row_set_file:
 * @row: a row
 * @preview: the head of a file
 * @none: what the choice of no column is called
 *
 * Makes a row offer the columns of a file; none of them is chosen.
 */
void
hr_import_column_row_set_file (AdwComboRow *row,
                               const HrCsvPreview *preview,
                               const char *none)
{
  g_autoptr (GtkStringList) choices =
      gtk_string_list_new ((const char *[]) { none, NULL });
  g_autoptr (GtkExpression) text =
      gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  guint n = hr_csv_preview_get_n_columns (preview);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (choices, hr_csv_preview_get_column (preview, i));
  adw_combo_row_set_expression (row, text);
  adw_combo_row_set_enable_search (row, n > 10);
  g_signal_handlers_disconnect_by_func (row, show_tooltip_cb, NULL);
  g_signal_connect (row, "notify::selected-item", G_CALLBACK (show_tooltip_cb), NULL);
  adw_combo_row_set_model (row, G_LIST_MODEL (choices));
}

void
hr_import_column_row_choose (AdwComboRow *row, guint column)
{
  adw_combo_row_set_selected (row, column + 1);
}

/* Returns: (transfer none) (nullable): the name of the column, NULL for none */
const char *
hr_import_column_row_get (AdwComboRow *row)
{
  GtkStringObject *chosen = adw_combo_row_get_selected_item (row);

  return chosen != NULL && adw_combo_row_get_selected (row) > 0
             ? gtk_string_object_get_string (chosen)
             : NULL;
}

/* ---- All fields ---- */

/* The fields that the program itself knows. */
static const struct
{
  const char *field;
  const char *title;
  const char *subtitle;
} FIELDS[] = {
  { HR_COLUMN_ID, N_ ("ID"), N_ ("Required") },
  { HR_COLUMN_NAME, N_ ("Name"), NULL },
  { HR_COLUMN_ARR, N_ ("ARR"), NULL },
  { HR_COLUMN_CURRENCY, N_ ("Currency"), NULL },
  { HR_COLUMN_RENEWAL_DATE, N_ ("Renewal Date"), NULL },
  { HR_COLUMN_CSM, N_ ("CSM"), NULL },
  { HR_COLUMN_PARENT_ID, N_ ("Parent Account"), N_ ("By its ID") },
  { HR_COLUMN_REFERENCE_VALUE, N_ ("Reference Value"), N_ ("ARR as finance has it") },
};

/**
 * HrImportMapping:
 *
 * Which column of a file is which field of the accounts.
 */
struct _HrImportMapping
{
  AdwPreferencesGroup parent_instance;

  AdwComboRow *rows[G_N_ELEMENTS (FIELDS)];
};

G_DEFINE_FINAL_TYPE (HrImportMapping, hr_import_mapping, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static guint
find_field (const char *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    if (g_str_equal (FIELDS[i].field, field))
      return i;
  g_return_val_if_reached (0);
}

static void
selected_cb (HrImportMapping *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
hr_import_mapping_class_init (HrImportMappingClass *klass)
{
  /**
   * HrImportMapping::changed:
   * @self: a mapping
   *
   * Another column was chosen.
   */
  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", HR_TYPE_IMPORT_MAPPING, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);
}

static void
hr_import_mapping_init (HrImportMapping *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    {
      self->rows[i] = ADW_COMBO_ROW (adw_combo_row_new ());
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[i]),
                                     _ (FIELDS[i].title));
      if (FIELDS[i].subtitle != NULL)
        adw_action_row_set_subtitle (ADW_ACTION_ROW (self->rows[i]),
                                     _ (FIELDS[i].subtitle));
      g_signal_connect_object (self->rows[i], "notify::selected",
                               G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self),
                                 GTK_WIDGET (self->rows[i]));
    }
}

/**
 * hr_import_mapping_set_file:
 * @self: a mapping
 * @preview: the head of a file
 *
 * Offers the columns of a file; those are chosen whose names say what they are.
 */
void
hr_import_mapping_set_file (HrImportMapping *self, const HrCsvPreview *preview)
{
  for (guint i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    {
      guint column;

      hr_import_column_row_set_file (self->rows[i], preview, _ ("Not in the File"));
      if (hr_csv_preview_find_field (preview, FIELDS[i].field, &column))
        hr_import_column_row_choose (self->rows[i], column);
    }
}

/**
 * hr_import_mapping_set_joined:
 * @self: a mapping
 * @field: a field of accounts
 * @is_joined: whether another file gives it
 *
 * Says that a field comes from another file, or no more.
 */
void
hr_import_mapping_set_joined (HrImportMapping *self,
                              const char *field,
                              gboolean is_joined)
{
  guint i = find_field (field);
  const char *subtitle = FIELDS[i].subtitle != NULL ? _ (FIELDS[i].subtitle) : "";

  gtk_widget_set_sensitive (GTK_WIDGET (self->rows[i]), !is_joined);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->rows[i]),
                               is_joined ? _ ("From the second file") : subtitle);
}

/* Returns: (transfer none) (nullable): the column that is a field */
const char *
hr_import_mapping_get_column (HrImportMapping *self, const char *field)
{
  return hr_import_column_row_get (self->rows[find_field (field)]);
}

/**
 * hr_import_mapping_apply:
 * @self: a mapping
 * @import: an import
 *
 * Tells an import what was chosen, for all fields that no other file gives.
 */
void
hr_import_mapping_apply (HrImportMapping *self, HrAccountImport *import)
{
  for (guint i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    {
      const char *column = hr_import_column_row_get (self->rows[i]);

      if (gtk_widget_get_sensitive (GTK_WIDGET (self->rows[i])))
        hr_account_import_map (import, FIELDS[i].field, column != NULL ? column : "");
    }
}
