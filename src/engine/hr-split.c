/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-split-private.h"

/* What new segments look like: those of GNOME's palette that can be told apart. */
static const char *const COLOURS[] = { "#1c71d8", "#e66100", "#2ec27e", "#9141ac",
                                       "#f5c211", "#c01c28", "#865e3c", "#17a2a2" };

static void
band_free (gpointer data)
{
  HrBand *band = data;

  g_free (band->id);
  g_free (band->source);
  g_clear_object (&band->prototype);
  g_free (band);
}

/* ---- New customers ---- */

/* Whose accounts a band has: a segment of the plan that has a band. */
static const char *
find_root (HrSplit *self, const char *id)
{
  for (guint i = 0; i < self->left_over->len; i++)
    if (g_str_equal (hr_split_peek_left_over (self, i)->id, id))
      return find_root (self, hr_split_peek_left_over (self, i)->heir);
  return id;
}

static const char *
get_root (HrSplit *self, guint band)
{
  const HrBand *it = hr_split_peek_band (self, band);

  return find_root (self, it->source != NULL ? it->source : it->id);
}

/* Those who come to a segment, and to those whose accounts went to it. */
static double
get_pool (HrSplit *self, const char *root)
{
  double sum = 0;

  for (guint i = 0; i < hr_list_get_n (self->plan->segments); i++)
    {
      const HrSegment *segment = hr_list_get (self->plan->segments, i);

      if (g_str_equal (find_root (self, hr_item_get_id (segment)), root))
        sum += segment->new_customers_per_year;
    }
  return sum;
}

static double
count_accounts (HrSplit *self, guint band, const HrSegmentation *segmentation)
{
  HrPlan *trial = hr_history_get_plan (self->trial);
  guint position;

  return hr_list_get_position (trial->segments, hr_split_peek_band (self, band)->segment,
                               &position)
             ? (double) hr_segmentation_get_count (segmentation, position)->n_accounts
             : 0;
}

/* Those who come in a year come to each part as its accounts do: whole customers, and the
 * rest to the one that stays. */
static void
divide_new_customers (HrSplit *self, const HrSegmentation *segmentation)
{
  for (guint i = 0; i < self->bands->len; i++)
    {
      const char *root = get_root (self, i);
      double pool = get_pool (self, root), rest = pool, all = 0;
      HrSegment *stays = NULL;

      for (guint b = 0; b < self->bands->len; b++)
        if (g_str_equal (get_root (self, b), root))
          all += count_accounts (self, b, segmentation);
      for (guint b = 0; b < self->bands->len; b++)
        {
          HrBand *band = hr_split_peek_band (self, b);
          double part;

          if (!g_str_equal (get_root (self, b), root))
            continue;
          if (g_str_equal (band->id, root))
            {
              stays = band->segment;
              continue;
            }
          part =
              all > 0 ? floor (pool * count_accounts (self, b, segmentation) / all) : 0;
          rest -= part;
          g_object_set (band->segment, "new-customers-per-year", part, NULL);
        }
      if (stays != NULL)
        g_object_set (stays, "new-customers-per-year", rest, NULL);
    }
}

/* ---- The trial ---- */

static void
answer (HrSplit *self)
{
  HrPlan *plan = hr_history_get_plan (self->trial);
  g_autoptr (HrSegmentation) segmentation = hr_segmentation_new (plan);

  divide_new_customers (self, segmentation);
  for (guint i = 0; i < self->left_over->len; i++)
    g_object_set (hr_list_find (plan->segments, hr_split_peek_left_over (self, i)->id),
                  "new-customers-per-year", 0.0, NULL);
  g_clear_pointer (&self->capacity, hr_capacity_unref);
  self->capacity = hr_capacity_new (plan, segmentation, HR_JOURNEY_CURRENT);
}

/* Whenever there are other bands; while a threshold moves only the rules are new. */
static void
begin_trial (HrSplit *self)
{
  g_autoptr (HrPlan) copy = hr_item_copy (self->plan);
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->trial);
  self->trial = hr_history_new (copy);
  if (!hr_split_write (self, self->trial, &error))
    g_warning ("%s", error->message); /* the plan held it until now */
  for (guint i = 0; i < self->bands->len; i++)
    hr_split_peek_band (self, i)->segment =
        hr_list_find (copy->segments, hr_split_peek_band (self, i)->id);
  answer (self);
}

/* ---- The first bands ---- */

static void
left_over_free (gpointer data)
{
  HrLeftOver *left = data;

  g_free (left->id);
  g_free (left->heir);
  g_free (left);
}

static void
add_band (HrSplit *self, guint at, const char *id, const char *source, HrSegment *new)
{
  HrBand *band = g_new0 (HrBand, 1);

  band->id = g_strdup (id);
  band->source = g_strdup (source);
  band->prototype = new;
  g_ptr_array_insert (self->bands, (int) at, band);
}

static const char *
choose_colour (HrSplit *self)
{
  for (guint c = 0; c < G_N_ELEMENTS (COLOURS); c++)
    {
      gboolean used = FALSE;

      for (guint i = 0; i < hr_list_get_n (self->plan->segments); i++)
        {
          const HrSegment *segment = hr_list_get (self->plan->segments, i);

          used |= g_ascii_strcasecmp (segment->colour, COLOURS[c]) == 0;
        }
      for (guint i = 0; i < self->bands->len; i++)
        used |= hr_split_peek_band (self, i)->prototype != NULL &&
                g_str_equal (hr_split_peek_band (self, i)->prototype->colour, COLOURS[c]);
      if (!used)
        return COLOURS[c];
    }
  return COLOURS[self->bands->len % G_N_ELEMENTS (COLOURS)];
}

static HrSegment *
new_first_segment (HrSplit *self, const char *name)
{
  HrSegment *segment = hr_item_new (HR_TYPE_SEGMENT, NULL);
  HrList *roles = self->plan->roles;

  g_object_set (
      segment, "name", name, "colour", choose_colour (self), "book-role",
      hr_list_get_n (roles) > 0 ? hr_item_get_id (hr_list_get (roles, 0)) : NULL, NULL);
  return segment;
}

/* The least ARR that a rule speaks of: of several alternatives the first. */
static double
find_least_arr (const HrRule *rule)
{
  double found = NAN;

  if (hr_rule_get_kind (rule) == HR_RULE_CONDITION)
    return g_str_equal (hr_rule_get_field (rule), HR_COLUMN_ARR) &&
                   (hr_rule_get_op (rule) == HR_RULE_AT_LEAST ||
                    hr_rule_get_op (rule) == HR_RULE_GREATER) &&
                   hr_rule_get_value (rule, 0)->kind == HR_RULE_NUMBER
               ? hr_rule_get_value (rule, 0)->number
               : NAN;
  for (guint i = 0; hr_rule_get_kind (rule) != HR_RULE_NOT &&
                    i < hr_rule_get_n_children (rule) && isnan (found);
       i++)
    found = find_least_arr (hr_rule_get_child (rule, i));
  return found;
}

static gboolean
take_own_thresholds (HrSplit *self)
{
  for (guint i = 1; i < self->bands->len; i++)
    {
      const HrSegment *segment =
          hr_list_find (self->plan->segments, hr_split_peek_band (self, i)->id);
      double least = find_least_arr (segment->rule);

      if (isnan (least) || (i > 1 && least <= hr_split_peek_threshold (self, i - 2)))
        {
          g_array_set_size (self->thresholds, 0);
          return FALSE;
        }
      g_array_append_val (self->thresholds, least);
    }
  return TRUE;
}

/* So that each band is as long as the others. */
static void
spread_thresholds (HrSplit *self)
{
  g_autoptr (HrHistogram) histogram = hr_split_make_histogram (self, 1);

  for (guint i = 1; i < self->bands->len; i++)
    {
      double value =
          hr_value_axis_from_share (&histogram->axis, (double) i / self->bands->len);

      value = hr_value_axis_round (&histogram->axis, value);
      g_array_append_val (self->thresholds, value);
    }
}

static void
find_first_bands (HrSplit *self, const char *first_name)
{
  HrList *segments = self->plan->segments;
  HrSegment *first;

  if (self->base != NULL)
    {
      add_band (self, 0, self->base, NULL, NULL);
      return;
    }
  for (guint i = hr_list_get_n (segments);
       i > 0 && self->bands->len <= HR_SPLIT_MAX_THRESHOLDS; i--)
    {
      const HrSegment *segment = hr_list_get (segments, i - 1);

      if (segment->source == HR_SEGMENT_ACCOUNTS)
        add_band (self, self->bands->len, hr_item_get_id (segment), NULL, NULL);
    }
  if (self->bands->len == 0)
    {
      first = new_first_segment (self, first_name);
      add_band (self, 0, hr_item_get_id (first), NULL, first);
    }
  if (!take_own_thresholds (self))
    spread_thresholds (self);
}

/**
 * hr_split_new:
 * @plan: a plan with accounts that have a column of ARR
 * @base: (nullable): the segment whose accounts are split; %NULL splits all accounts
 *   among the segments that count them
 * @first_name: what the first segment is called, where there is none
 *
 * Begins a split. Of one segment there is one band at first; all accounts are split as
 * the rules have it, as far as these speak of ARR.
 *
 * Returns: (transfer full): a split
 */
HrSplit *
hr_split_new (HrPlan *plan, HrSegment *base, const char *first_name)
{
  HrColumn *arr = plan->portfolio != NULL
                      ? hr_portfolio_find_column (plan->portfolio, HR_COLUMN_ARR)
                      : NULL;
  HrSplit *self;

  g_return_val_if_fail (arr != NULL, NULL);

  self = g_new0 (HrSplit, 1);
  self->plan = g_object_ref (plan);
  if (base != NULL)
    {
      self->base = g_strdup (hr_item_get_id (base));
      self->base_rule = hr_rule_ref (base->rule);
    }
  self->arr = hr_column_ref (arr);
  self->thresholds = g_array_new (FALSE, FALSE, sizeof (double));
  self->bands = g_ptr_array_new_with_free_func (band_free);
  self->left_over = g_ptr_array_new_with_free_func (left_over_free);
  find_first_bands (self, first_name);
  begin_trial (self);
  return self;
}

void
hr_split_free (HrSplit *self)
{
  g_clear_pointer (&self->capacity, hr_capacity_unref);
  g_clear_object (&self->trial);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->base_rule, hr_rule_unref);
  hr_column_unref (self->arr);
  g_array_unref (self->thresholds);
  g_ptr_array_unref (self->bands);
  g_ptr_array_unref (self->left_over);
  g_free (self->base);
  g_free (self);
}

/* ---- What it shows ---- */

/**
 * hr_split_make_histogram:
 * @self: a split
 * @n_bins: how many
 *
 * Counts how much ARR the accounts have that are split, as they are in the plan.
 *
 * Returns: (transfer full): a histogram
 */
HrHistogram *
hr_split_make_histogram (HrSplit *self, guint n_bins)
{
  g_autoptr (HrSegmentation) segmentation = NULL;
  guint position = 0;

  if (self->base == NULL)
    return hr_histogram_new (self->arr, NULL, 0, n_bins);
  segmentation = hr_segmentation_new (self->plan);
  hr_list_get_position (self->plan->segments,
                        hr_list_find (self->plan->segments, self->base), &position);
  return hr_histogram_new (self->arr, segmentation, (guint16) position, n_bins);
}

const double *
hr_split_get_thresholds (HrSplit *self, guint *n_thresholds)
{
  *n_thresholds = self->thresholds->len;
  return (const double *) (void *) self->thresholds->data;
}

/**
 * hr_split_get_band:
 * @self: a split
 * @band: from the lowest on; there is one more than thresholds
 *
 * Gets what a band is and what follows, until the next change.
 */
HrSplitBand
hr_split_get_band (HrSplit *self, guint band)
{
  const HrBand *it;

  g_return_val_if_fail (band < self->bands->len, (HrSplitBand) { 0 });

  it = hr_split_peek_band (self, band);
  return (HrSplitBand) {
    .segment = it->segment,
    .source = it->source != NULL ? hr_list_find (self->plan->segments, it->source) : NULL,
    .is_new = it->prototype != NULL,
    .from = hr_split_peek_from (self, band),
    .to = hr_split_peek_to (self, band),
    .answer = hr_capacity_find_segment (self->capacity, it->segment),
  };
}

guint
hr_split_get_n_left_over (HrSplit *self)
{
  return self->left_over->len;
}

/**
 * hr_split_get_left_over:
 * @self: a split
 * @i: from 0 on
 *
 * Gets a segment of the plan that has no band any more: it will stand behind the others
 * and get no account.
 */
const HrSegment *
hr_split_get_left_over (HrSplit *self, guint i)
{
  return hr_list_find (self->plan->segments, hr_split_peek_left_over (self, i)->id);
}

/**
 * hr_split_get_capacity:
 * @self: a split
 *
 * Gets the answer for the whole plan as it would be.
 *
 * Returns: (transfer none): until the next change
 */
HrCapacity *
hr_split_get_capacity (HrSplit *self)
{
  return self->capacity;
}

guint
hr_split_find_band (HrSplit *self, double value)
{
  guint band = 0;

  while (band < self->thresholds->len && value >= hr_split_peek_threshold (self, band))
    band++;
  return band;
}

/* ---- What a person does ---- */

/**
 * hr_split_set:
 * @self: a split
 * @threshold: which
 * @value: where to; not beyond its neighbours
 *
 * Moves a threshold, and answers anew.
 */
void
hr_split_set (HrSplit *self, guint threshold, double value)
{
  g_return_if_fail (threshold < self->thresholds->len && isfinite (value));

  if (threshold > 0)
    value = fmax (value, hr_split_peek_threshold (self, threshold - 1));
  if (threshold + 1 < self->thresholds->len)
    value = fmin (value, hr_split_peek_threshold (self, threshold + 1));
  g_array_index (self->thresholds, double, threshold) = value;
  for (guint i = threshold; i <= threshold + 1; i++)
    {
      g_autoptr (HrRule) rule = hr_split_make_band_rule (self, i);

      g_object_set (hr_split_peek_band (self, i)->segment, "rule", rule, NULL);
    }
  answer (self);
}

/**
 * hr_split_add:
 * @self: a split
 * @value: where
 * @name: of the new segment
 *
 * Adds a threshold. What lies below it in its band stays with the band's segment, for
 * what lies above there is a new one.
 *
 * Returns: whether there is room for another
 */
gboolean
hr_split_add (HrSplit *self, double value, const char *name)
{
  guint band = hr_split_find_band (self, value);
  const HrBand *below = hr_split_peek_band (self, band);
  const char *source = below->source != NULL      ? below->source
                       : below->prototype == NULL ? below->id
                                                  : NULL;
  HrSegment *segment;

  g_return_val_if_fail (isfinite (value), FALSE);

  if (self->thresholds->len >= HR_SPLIT_MAX_THRESHOLDS)
    return FALSE;
  segment = hr_item_copy_anew (
      source != NULL ? hr_list_find (self->plan->segments, source) : below->prototype);
  g_object_set (segment, "name", name, "colour", choose_colour (self), "headcount", 0.0,
                "new-customers-per-year", 0.0, NULL);
  g_array_insert_val (self->thresholds, band, value);
  add_band (self, band + 1, hr_item_get_id (segment), source, segment);
  begin_trial (self);
  return TRUE;
}

static void
leave_over (HrSplit *self, guint band, guint heir)
{
  HrLeftOver *left = g_new (HrLeftOver, 1);

  left->id = g_strdup (hr_split_peek_band (self, band)->id);
  left->heir = g_strdup (hr_split_peek_band (self, heir)->id);
  g_ptr_array_add (self->left_over, left);
}

/**
 * hr_split_remove:
 * @self: a split
 * @threshold: which
 *
 * Removes a threshold: the bands beside it become one. Of two segments a new one goes; of
 * two that are there the upper one is left over.
 */
void
hr_split_remove (HrSplit *self, guint threshold)
{
  guint goes = threshold + 1;

  g_return_if_fail (threshold < self->thresholds->len);

  if (hr_split_peek_band (self, goes)->prototype == NULL)
    {
      if (hr_split_peek_band (self, threshold)->prototype != NULL)
        goes = threshold;
      else
        leave_over (self, goes, threshold);
    }
  g_array_remove_index (self->thresholds, threshold);
  g_ptr_array_remove_index (self->bands, goes);
  begin_trial (self);
}
