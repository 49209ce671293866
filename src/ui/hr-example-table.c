/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-example-table.h"

#include "hr-format.h"

/**
 * HrExampleTable:
 *
 * A few accounts with one of their values: two labels of as many lines, because they
 * change with each frame while a threshold is dragged.
 */
struct _HrExampleTable
{
  AdwBin parent_instance;

  GtkLabel *names;
  GtkLabel *values;
};

G_DEFINE_FINAL_TYPE (HrExampleTable, hr_example_table, ADW_TYPE_BIN)

static void
hr_example_table_class_init (HrExampleTableClass *klass)
{
}

static GtkLabel *
add_label (GtkWidget *box, float xalign, PangoEllipsizeMode ellipsize)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), ellipsize);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
hr_example_table_init (HrExampleTable *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->names = add_label (box, 0, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->names), TRUE);
  self->values = add_label (box, 1, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_justify (self->values, GTK_JUSTIFY_RIGHT);
  gtk_widget_add_css_class (GTK_WIDGET (self->values), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self), "example-table");
  adw_bin_set_child (ADW_BIN (self), box);
}

static char *
write_value (HrPlan *plan, const HrColumn *column, gsize row)
{
  if (column == NULL || hr_column_is_missing (column, row))
    return g_strdup (HR_NO_ANSWER);
  return hr_column_get_column_type (column) == HR_COLUMN_MONEY
             ? hr_format_minor (hr_column_get_money (column)[row], plan->currency)
             : hr_format_exact (hr_column_get_numbers (column)[row], HR_UNIT_NONE, NULL);
}

/* A name is one line, whatever is in it. */
static void
append_name (GString *names, HrPortfolio *portfolio, gsize row)
{
  HrColumn *column = hr_portfolio_find_column (portfolio, HR_COLUMN_NAME);
  g_autofree char *name = NULL;

  if (column == NULL || hr_column_is_missing (column, row))
    column = hr_portfolio_find_column (portfolio, HR_COLUMN_ID);
  name = g_strdup (hr_column_get_text_at (column, row));
  g_string_append (names, g_strdelimit (name, "\n\r\t", ' '));
}

/**
 * hr_example_table_show:
 * @self: a table
 * @plan: whose accounts they are
 * @examples: some accounts
 * @field: of which column to show the values, one of money or numbers
 *
 * Shows accounts, a line each.
 */
void
hr_example_table_show (HrExampleTable *self,
                       HrPlan *plan,
                       const HrExamples *examples,
                       const char *field)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) values = g_string_new (NULL);
  HrColumn *column;

  g_return_if_fail (HR_IS_EXAMPLE_TABLE (self));

  gtk_widget_set_visible (GTK_WIDGET (self), examples->n > 0);
  if (examples->n == 0)
    return;
  column = hr_portfolio_find_column (plan->portfolio, field);
  for (guint i = 0; i < examples->n; i++)
    {
      g_autofree char *value = write_value (plan, column, examples->rows[i]);

      if (i > 0)
        {
          g_string_append_c (names, '\n');
          g_string_append_c (values, '\n');
        }
      append_name (names, plan->portfolio, examples->rows[i]);
      g_string_append (values, value);
    }
  gtk_label_set_text (self->names, names->str);
  gtk_label_set_text (self->values, values->str);
}
