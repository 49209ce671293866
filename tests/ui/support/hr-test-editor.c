/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-test-editor.h"

#include "hr-outline-row.h"
#include "hr-parse.h"

/**
 * hr_test_get_value:
 * @item: an item
 * @property: one of its properties
 *
 * Reads the model.
 *
 * Returns: the value as a person would type it
 */
char *
hr_test_get_value (gpointer item, const char *property)
{
  const HrField *field = hr_item_find_field (item, property);
  g_auto (GValue) value = G_VALUE_INIT;

  g_assert_nonnull (field);
  g_value_init (&value, hr_field_get_value_type (field));
  g_object_get_property (item, property, &value);
  return hr_parse_to_text (field, &value);
}

/**
 * hr_test_assert_undo:
 * @ui: the fixture
 * @item: what was edited just now
 * @property: of it
 * @before: its value before
 * @after: its value now
 *
 * Asserts that the edit was one step that can be undone and done again; it stays undone.
 */
void
hr_test_assert_undo (HrTestUi *ui,
                     gpointer item,
                     const char *property,
                     const char *before,
                     const char *after)
{
  hr_test_assert_value (item, property, after);
  hr_test_keys (ui, "ctrl+z");
  hr_test_assert_value (item, property, before);
  hr_test_keys (ui, "ctrl+shift+z");
  hr_test_assert_value (item, property, after);
  hr_test_keys (ui, "ctrl+z");
  hr_test_assert_value (item, property, before);
}

/* All that was done is one step back, and then everything is as it was. */
void
hr_test_assert_one_step (HrTestUi *ui, HrPlan *before)
{
  g_assert_cmpuint (hr_history_get_n_done (hr_test_get_history (ui)), ==, 1);
  hr_test_keys (ui, "ctrl+z");
  g_assert_true (hr_item_equal (hr_test_get_plan (ui), before));
}

GtkWidget *
hr_test_find_in_outline (HrTestUi *ui, const char *name)
{
  return hr_test_find (ui->window, HR_TYPE_OUTLINE_ROW, name);
}

/* Chooses by keyboard what the outline shows. */
void
hr_test_choose_in_outline (HrTestUi *ui, const char *name)
{
  hr_test_focus (ui, gtk_widget_get_ancestor (hr_test_find_in_outline (ui, name),
                                              GTK_TYPE_TREE_EXPANDER));
  hr_test_keys (ui, "space");
}

static void
assert_shown (HrTestUi *ui, const char *title, const char *text)
{
  GtkEditable *row = GTK_EDITABLE (hr_test_find_titled (ui->window, title));

  g_assert_cmpstr (gtk_editable_get_text (row), ==, text);
}

static void
type_into (HrTestUi *ui, const char *title, const char *typed)
{
  hr_test_focus (ui, hr_test_find_titled (ui->window, title));
  hr_test_keys (ui, "ctrl+a BackSpace");
  if (*typed != '\0')
    hr_test_type (ui, typed);
}

/**
 * hr_test_edit_entry:
 * @ui: the fixture; the item is shown in an editor
 * @item: the item
 * @entry: what is done
 *
 * Edits a property and asserts that the row and the model have the new value; that
 * leaving the row is as good as pressing Return; and that the row follows undo and redo.
 */
void
hr_test_edit_entry (HrTestUi *ui, gpointer item, const HrTestEntry *entry)
{
  g_autofree char *before = hr_test_get_value (item, entry->property);

  g_assert_cmpstr (before, !=, entry->value);
  assert_shown (ui, entry->title, before);
  type_into (ui, entry->title, entry->typed);
  hr_test_assert_value (item, entry->property, before); /* not taken while it is typed */
  hr_test_keys (ui, "Return");
  assert_shown (ui, entry->title, entry->value);
  hr_test_assert_undo (ui, item, entry->property, before, entry->value);
  assert_shown (ui, entry->title, before);

  type_into (ui, entry->title, entry->typed);
  hr_test_keys (ui, "Escape");
  assert_shown (ui, entry->title, before);
  type_into (ui, entry->title, entry->typed);
  hr_test_keys (ui, "Tab");
  assert_shown (ui, entry->title, entry->value);
  hr_test_assert_undo (ui, item, entry->property, before, entry->value);
}

/**
 * hr_test_choose:
 * @ui: the fixture; an item is shown in an editor
 * @title: of a row that opens a list
 * @choice: what to choose from it
 *
 * Opens the list, goes down to a choice and takes it, by keyboard.
 */
void
hr_test_choose (HrTestUi *ui, const char *title, const char *choice)
{
  hr_test_focus (ui, hr_test_find_titled (ui->window, title));
  hr_test_keys (ui, "space Home");
  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *text = hr_test_get_text (hr_test_get_focus (ui));

      if (g_str_equal (text, choice))
        {
          hr_test_keys (ui, "Return");
          return;
        }
      hr_test_keys (ui, "Down");
    }
  g_error ("“%s” has no choice “%s”", title, choice);
}

static gboolean
is_marked (GtkWidget *row)
{
  g_autofree char *wrong = gtk_test_accessible_check_state (
      GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);

  g_assert_true (gtk_widget_has_css_class (row, "error") == (wrong == NULL));
  return wrong == NULL;
}

/**
 * hr_test_refuse_entry:
 * @ui: the fixture; the item is shown in an editor
 * @item: the item
 * @title: of the row
 * @typed: what a person types
 * @why: what is said, all of it
 *
 * Asserts that something is refused: the toast says why, what is typed stays and is
 * marked until it is mended or left, and then the row shows what the model has kept.
 */
void
hr_test_refuse_entry (
    HrTestUi *ui, gpointer item, const char *title, const char *typed, const char *why)
{
  GtkWidget *row = hr_test_find_titled (ui->window, title);
  HrHistory *history = hr_document_get_history (hr_window_get_document (ui->window));
  guint64 revision = hr_history_get_revision (history);
  g_autofree char *before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (row)));

  type_into (ui, title, typed);
  hr_test_keys (ui, "Return");
  if (!hr_test_shows (ui->window, why))
    {
      g_autofree char *all = hr_test_get_text (ui->window);

      g_error ("“%s” is not said, but:\n%s", why, all);
    }
  assert_shown (ui, title, typed);
  g_assert_true (is_marked (row));
  hr_test_keys (ui, "1");
  g_assert_false (is_marked (row));

  type_into (ui, title, typed);
  hr_test_keys (ui, "Tab");
  assert_shown (ui, title, before);
  g_assert_false (is_marked (row));
  g_assert_cmpuint (hr_history_get_revision (history), ==, revision);
}
