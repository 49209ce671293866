/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "hr-format.h"
#include "hr-matrix-layout.h"

HrMatrixEntry
hr_matrix_entry (const HrCapacity *capacity, guint persona, guint stage)
{
  HrPlan *plan = hr_capacity_get_plan (capacity);
  const HrPersona *who = hr_list_get (plan->personas, persona);
  const HrStage *at = hr_list_get (plan->stages, stage);
  HrMatrixEntry entry = { .need = hr_persona_find_need (who, at),
                          .n_met = hr_capacity_count_meetings (capacity, at, who) };

  entry.is_unmet = entry.n_met == 0 && hr_persona_asks (who, entry.need);
  return entry;
}

/* Returns: (nullable): whom the persona goes to */
const char *
hr_matrix_words_role (const HrCapacity *capacity, const HrMatrixEntry *entry)
{
  HrItem *role = entry->need != NULL ? hr_plan_find (hr_capacity_get_plan (capacity),
                                                     HR_TYPE_ROLE, entry->need->role)
                                     : NULL;

  return role != NULL ? hr_item_get_name (role) : NULL;
}

/* Returns: (nullable): nothing where nobody is met and nobody asks */
char *
hr_matrix_words_count (const HrMatrixEntry *entry)
{
  if (entry->is_unmet)
    return g_strdup (_ ("not met"));
  return entry->n_met > 0 ? g_strdup_printf (ngettext ("%u touchpoint", "%u touchpoints",
                                                       entry->n_met),
                                             entry->n_met)
                          : NULL;
}

static void
count_needs (const HrCapacity *capacity, guint *n_needs, guint *n_unmet)
{
  HrPlan *plan = hr_capacity_get_plan (capacity);

  *n_needs = *n_unmet = 0;
  for (guint i = 0; i < hr_list_get_n (plan->personas); i++)
    for (guint stage = 0; stage < hr_list_get_n (plan->stages); stage++)
      {
        HrMatrixEntry entry = hr_matrix_entry (capacity, i, stage);

        *n_needs += hr_persona_asks (hr_list_get (plan->personas, i), entry.need);
        *n_unmet += entry.is_unmet;
      }
}

/**
 * hr_persona_matrix_get_title:
 * @capacity: what to show
 *
 * Says what it finds: how many needs no journey meets.
 */
char *
hr_persona_matrix_get_title (const HrCapacity *capacity)
{
  guint n_needs, n_unmet;

  count_needs (capacity, &n_needs, &n_unmet);
  if (n_needs == 0)
    return g_strdup (_ ("No persona has said yet what it needs"));
  if (n_unmet == 0)
    return g_strdup_printf (
        ngettext ("The only need is met", "All %u needs are met", n_needs), n_needs);
  return g_strdup_printf (ngettext ("%u of %u needs is met by no journey",
                                    "%u of %u needs are met by no journey", n_unmet),
                          n_unmet, n_needs);
}

HrChartWords
hr_matrix_words (const HrCapacity *capacity)
{
  HrPlan *plan = hr_capacity_get_plan (capacity);
  guint n_needs, n_unmet;

  count_needs (capacity, &n_needs, &n_unmet);
  if (hr_list_get_n (plan->personas) == 0 || hr_list_get_n (plan->stages) == 0)
    return (HrChartWords) { .title = hr_persona_matrix_get_title (capacity) };
  return (HrChartWords) {
    .title = hr_persona_matrix_get_title (capacity),
    .subtitle = g_strdup (
        n_unmet > 0
            ? _ ("What a persona needs at each stage, how it is engaged, whom it goes to, "
                 "and the touchpoints of all journeys that meet it; hatched where none "
                 "does")
            : _ ("What a persona needs at each stage, how it is engaged, whom it goes to, "
                 "and the touchpoints of all journeys that meet it")),
  };
}

static void
append_line (GString *text, const char *format, const char *words)
{
  g_autoptr (GString) line = g_string_new (format);

  if (words == NULL || *words == '\0')
    return;
  g_string_replace (line, "%s", words, 1);
  g_string_append (text, line->str);
}

static void
append_cell (GString *text, const HrCapacity *capacity, guint persona, guint stage)
{
  HrPlan *plan = hr_capacity_get_plan (capacity);
  HrMatrixEntry entry = hr_matrix_entry (capacity, persona, stage);
  g_autofree char *count = hr_matrix_words_count (&entry);

  if (entry.need == NULL && entry.n_met == 0)
    return;
  /* Translators: persona, stage */
  g_string_append_printf (text, _ (" %s at %s:"),
                          hr_item_get_name (hr_list_get (plan->personas, persona)),
                          hr_item_get_name (hr_list_get (plan->stages, stage)));
  append_line (text, _ (" needs “%s”,"), entry.need != NULL ? entry.need->need : NULL);
  append_line (text, _ (" engaged by %s,"),
               entry.need != NULL ? entry.need->engagement : NULL);
  append_line (text, _ (" goes to %s,"), hr_matrix_words_role (capacity, &entry));
  append_line (text, " %s,", count);
  text->str[text->len - 1] = '.';
}

/**
 * hr_persona_matrix_explain:
 * @capacity: what is shown
 * @persona: the place of a persona in the plan's list
 * @stage: the place of a stage in the plan's list
 *
 * Says what a cell is, for whoever points at it.
 *
 * Returns: (transfer full) (nullable): a sentence, or %NULL where nothing is
 */
char *
hr_persona_matrix_explain (const HrCapacity *capacity, guint persona, guint stage)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_cell (text, capacity, persona, stage);
  return text->len > 0 ? g_strdup (text->str + 1) : NULL;
}

/**
 * hr_persona_matrix_describe:
 * @capacity: what to show
 *
 * Says the whole picture in words, for the screen reader.
 */
char *
hr_persona_matrix_describe (const HrCapacity *capacity)
{
  HrPlan *plan = hr_capacity_get_plan (capacity);
  g_autofree char *title = hr_persona_matrix_get_title (capacity);
  GString *text = g_string_new (title);

  g_string_append_c (text, '.');
  for (guint i = 0; i < hr_list_get_n (plan->personas); i++)
    for (guint stage = 0; stage < hr_list_get_n (plan->stages); stage++)
      append_cell (text, capacity, i, stage);
  return g_string_free_and_steal (text);
}
