/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hr-preferences.h"

#include <glib/gi18n-lib.h>

/* The settings' names, in the order in which the dialog shows them. */
static const char *const SCHEMES[] = { "system", "light", "dark" };

static gboolean
scheme_to_position (GValue *value, GVariant *variant, gpointer user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (SCHEMES); i++)
    if (g_str_equal (g_variant_get_string (variant, NULL), SCHEMES[i]))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
position_to_scheme (const GValue *value, const GVariantType *type, gpointer user_data)
{
  guint position = g_value_get_uint (value);

  return position < G_N_ELEMENTS (SCHEMES) ? g_variant_new_string (SCHEMES[position])
                                           : NULL;
}

static GtkWidget *
make_autosave_row (GSettings *settings)
{
  GtkWidget *row = adw_switch_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Save Automatically"));
  adw_action_row_set_subtitle (
      ADW_ACTION_ROW (row),
      _ ("A few seconds after each change, unless somebody else has changed the file. "
         "Unsaved changes are safe from a crash either way."));
  g_settings_bind (settings, "autosave", row, "active", G_SETTINGS_BIND_DEFAULT);
  return row;
}

/**
 * hr_preferences_new:
 *
 * Makes the dialog with what concerns the person, not a plan.
 */
AdwDialog *
hr_preferences_new (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  AdwDialog *dialog = adw_preferences_dialog_new ();
  GtkWidget *page = adw_preferences_page_new (), *group = adw_preferences_group_new ();
  GtkWidget *scheme = adw_combo_row_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (
      (const char *[]) { _ ("Follow the System"), _ ("Light"), _ ("Dark"), NULL });

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (scheme), _ ("Appearance"));
  adw_combo_row_set_model (ADW_COMBO_ROW (scheme), G_LIST_MODEL (names));
  g_settings_bind_with_mapping (settings, "color-scheme", scheme, "selected",
                                G_SETTINGS_BIND_DEFAULT, scheme_to_position,
                                position_to_scheme, NULL, NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), scheme);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_autosave_row (settings));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  /* two rows are not searched */
  adw_preferences_dialog_set_search_enabled (ADW_PREFERENCES_DIALOG (dialog), FALSE);
  adw_preferences_dialog_add (ADW_PREFERENCES_DIALOG (dialog),
                              ADW_PREFERENCES_PAGE (page));
  return dialog;
}
