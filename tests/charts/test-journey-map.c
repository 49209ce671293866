/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-test.h"
#include "hr-journey-layout.h"
#include "journey-cases.h"

static const HrChartTheme *const THEME = &hr_chart_theme_light;

typedef void (*CheckMapFunc) (const HrJourneyMap *map,
                              const HrChartTheme *theme,
                              double width,
                              double height);

static HrCapacity *
answer (HrPlan *plan)
{
  g_autoptr (HrSegmentation) segmentation = hr_segmentation_new (plan);

  return hr_capacity_new (plan, segmentation, HR_JOURNEY_CURRENT);
}

static const JourneyCase *
find_case (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (JOURNEY_CASES); i++)
    if (g_str_equal (JOURNEY_CASES[i].name, name))
      return &JOURNEY_CASES[i];
  g_assert_not_reached ();
}

static HrCapacity *
answer_case (const char *name)
{
  g_autoptr (HrPlan) plan = make_journey_plan (find_case (name));

  return answer (plan);
}

static void
for_each_map (CheckMapFunc check)
{
  const HrChartTheme themes[] = { hr_chart_theme_light, mirrored (&hr_chart_theme_light),
                                  hr_chart_theme_print };

  for (guint c = 0; c < G_N_ELEMENTS (JOURNEY_CASES); c++)
    {
      g_autoptr (HrCapacity) capacity = answer_case (JOURNEY_CASES[c].name);

      for (guint lanes = 0; lanes < 2; lanes++)
        for (guint theme = 0; theme < G_N_ELEMENTS (themes); theme++)
          for (guint size = 0; size < G_N_ELEMENTS (SIZES); size++)
            {
              HrJourneyMap map = { capacity, 0, (HrJourneyLanes) lanes };

              g_test_message ("%s, lanes %u, theme %u, %g x %g", JOURNEY_CASES[c].name,
                              lanes, theme, SIZES[size].width, SIZES[size].height);
              check (&map, &themes[theme], SIZES[size].width, SIZES[size].height);
            }
    }
}

static void
collect_texts (const HrJourneyLayout *layout, GArray *texts)
{
  const HrChartPen *pen = &layout->page.pen;
  const HrJourneyTable *table = layout->table;

  add_text (texts, &layout->page.title, pen);
  add_text (texts, &layout->page.subtitle, pen);
  add_text (texts, &layout->page.foot, pen);
  add_text (texts, &layout->caption, pen);
  for (guint i = 0; i < table->stages->len; i++)
    {
      add_text (texts, &layout->heads[i].name, pen);
      add_text (texts, &layout->heads[i].note, pen);
      add_text (texts, &layout->heads[i].feeling, pen);
    }
  for (guint i = 0; i < table->lanes->len; i++)
    {
      add_text (texts, &layout->rows[i].name, pen);
      add_text (texts, &layout->rows[i].note, pen);
    }
  for (guint i = 0; i < table->cells->len; i++)
    {
      add_text (texts, &layout->spots[i].unmet, pen);
      add_text (texts, &layout->spots[i].more, pen);
    }
  for (guint i = 0; i < table->entries->len; i++)
    if (layout->cards[i].shown)
      {
        add_text (texts, &layout->cards[i].name, pen);
        add_text (texts, &layout->cards[i].effort, pen);
        add_text (texts, &layout->cards[i].friction, pen);
      }
}

static void
assert_within (const cairo_rectangle_t *inner, const cairo_rectangle_t *outer)
{
  const double noise = 0.01;

  g_assert_cmpfloat (inner->x, >=, outer->x - noise);
  g_assert_cmpfloat (inner->y, >=, outer->y - noise);
  g_assert_cmpfloat (inner->x + inner->width, <=, outer->x + outer->width + noise);
  g_assert_cmpfloat (inner->y + inner->height, <=, outer->y + outer->height + noise);
}

static void
check_cards (const HrJourneyLayout *layout)
{
  const HrJourneyTable *table = layout->table;

  for (guint i = 0; i < table->entries->len; i++)
    {
      const HrJourneyCard *card = &layout->cards[i];

      if (!card->shown)
        continue;
      assert_within (&card->name.place, &card->place);
      if (card->effort.layout != NULL)
        assert_within (&card->effort.place, &card->place);
      if (card->friction.layout != NULL)
        {
          assert_within (&card->mark, &card->place);
          assert_within (&card->friction.place, &card->mark);
          assert_apart (&card->mark, &card->name.place);
          if (card->effort.layout != NULL)
            assert_apart (&card->mark, &card->effort.place);
        }
      for (guint j = 0; j < i; j++)
        if (layout->cards[j].shown)
          assert_apart (&card->place, &layout->cards[j].place);
    }
}

/* Cards lie in the cell of their lane and stage; those that do not are counted. */
static void
check_cells (const HrJourneyLayout *layout)
{
  const HrJourneyTable *table = layout->table;

  for (guint lane = 0; lane < table->lanes->len; lane++)
    for (guint stage = 0; stage < table->stages->len; stage++)
      {
        const HrJourneyCell *cell = hr_journey_table_cell (table, lane, stage);
        const HrJourneySpot *spot = hr_journey_layout_spot (layout, lane, stage);
        g_autofree char *words = NULL;
        guint n_shown = 0;

        for (guint i = cell->first; i < cell->first + cell->n; i++)
          if (layout->cards[i].shown)
            {
              assert_within (&layout->cards[i].place, &spot->place);
              n_shown++;
            }
        g_assert_true ((n_shown < cell->n) == (spot->more.layout != NULL));
        words = g_strdup_printf ("+%u more", cell->n - n_shown);
        if (n_shown < cell->n)
          g_assert_cmpstr (pango_layout_get_text (spot->more.layout), ==, words);
      }
}

static void
check_layout (const HrJourneyMap *map,
              const HrChartTheme *theme,
              double width,
              double height)
{
  g_auto (HrJourneyTable) table = { NULL };
  g_autoptr (GArray) texts = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));
  HrJourneyLayout layout;

  hr_journey_table_init (&table, map);
  hr_journey_layout_init (&layout, &table, theme, width, height);
  collect_texts (&layout, texts);
  assert_texts (texts, width, height);
  check_cards (&layout);
  check_cells (&layout);
  hr_journey_layout_clear (&layout);
}

static void
test_layout (void)
{
  for_each_map (check_layout);
}

/* Given the size that it asks for, everything is shown in full, with nothing to spare. */
static void
test_natural_size (void)
{
  for (guint c = 0; c < G_N_ELEMENTS (JOURNEY_CASES); c++)
    {
      g_autoptr (HrCapacity) capacity = answer_case (JOURNEY_CASES[c].name);
      HrJourneyMap map = { capacity, 0, HR_JOURNEY_LANES_ROLES };
      double width = hr_journey_map_get_width (&map, THEME);
      double height = hr_journey_map_get_height (&map, THEME, width);
      g_auto (HrJourneyTable) table = { NULL };
      HrJourneyLayout layout;

      hr_journey_table_init (&table, &map);
      hr_journey_layout_init (&layout, &table, THEME, width, height);
      g_test_message ("%s: %g x %g", JOURNEY_CASES[c].name, width, height);
      g_assert_cmpfloat (layout.page.pen.size, ==, THEME->size);
      g_assert_cmpint (layout.detail, ==, HR_JOURNEY_FULL);
      for (guint i = 0; i < table.entries->len; i++)
        g_assert_true (layout.cards[i].shown);
      if (table.entries->len > 0)
        g_assert_cmpfloat_with_epsilon (layout.heads[0].place.height,
                                        layout.page.body.height, 2);
      hr_journey_layout_clear (&layout);
    }
}

/* With less and less height, cards say less, and only then some go. */
static void
test_shrinking (void)
{
  g_autoptr (HrCapacity) capacity = answer_case ("sixty");
  HrJourneyMap map = { capacity, 0, HR_JOURNEY_LANES_ROLES };
  double width = hr_journey_map_get_width (&map, THEME);
  double height = hr_journey_map_get_height (&map, THEME, width);
  HrJourneyDetail detail = HR_JOURNEY_FULL;
  guint n_shown_before = 60, n_more = 0;
  g_auto (HrJourneyTable) table = { NULL };

  hr_journey_table_init (&table, &map);
  g_assert_cmpuint (table.entries->len, ==, 60);
  for (; height > 500; height -= 20)
    {
      HrJourneyLayout layout;
      guint n_shown = 0;

      hr_journey_layout_init (&layout, &table, THEME, width, height);
      for (guint i = 0; i < table.entries->len; i++)
        n_shown += layout.cards[i].shown;
      g_assert_cmpint (layout.detail, >=, detail);
      g_assert_cmpuint (n_shown, <=, n_shown_before);
      if (layout.detail < HR_JOURNEY_LINES)
        g_assert_cmpuint (n_shown, ==, 60);
      detail = layout.detail;
      n_shown_before = n_shown;
      n_more += n_shown < 60;
      hr_journey_layout_clear (&layout);
    }
  g_assert_cmpint (detail, ==, HR_JOURNEY_LINES);
  g_assert_cmpuint (n_more, >, 0);
}

static void
check_mirror (const HrJourneyMap *map,
              const HrChartTheme *theme,
              double width,
              double height)
{
  HrChartTheme other = mirrored (theme);
  g_auto (HrJourneyTable) table = { NULL };
  HrJourneyLayout layout, mirror;

  if (theme->direction == PANGO_DIRECTION_RTL)
    return;
  hr_journey_table_init (&table, map);
  hr_journey_layout_init (&layout, &table, theme, width, height);
  hr_journey_layout_init (&mirror, &table, &other, width, height);
  for (guint i = 0; i < table.stages->len; i++)
    {
      cairo_rectangle_t here =
          hr_chart_pen_to_surface (&layout.page.pen, layout.heads[i].place);
      cairo_rectangle_t there =
          hr_chart_pen_to_surface (&mirror.page.pen, mirror.heads[i].place);

      assert_mirrored (&here, &there, width);
    }
  hr_journey_layout_clear (&layout);
  hr_journey_layout_clear (&mirror);
}

static void
test_mirrored (void)
{
  for_each_map (check_mirror);
}

static void
assert_found (const HrJourneyMap *map, gpointer item, double dx, double dy)
{
  cairo_rectangle_t place, found;

  g_assert_true (hr_journey_map_place (map, THEME, 1100, 900, item, &place));
  g_assert_true (hr_journey_map_find (map, THEME, 1100, 900, place.x + dx * place.width,
                                      place.y + dy * place.height, &found) == item);
  g_assert_cmpfloat (found.x, ==, place.x);
  g_assert_cmpfloat (found.y, ==, place.y);
}

static void
test_pointing (void)
{
  g_autoptr (HrCapacity) capacity = answer_case ("few");
  HrPlan *plan = hr_capacity_get_plan (capacity);
  HrJourneyMap map = { capacity, 0, HR_JOURNEY_LANES_ROLES };
  HrJourneyMap people = { capacity, 0, HR_JOURNEY_LANES_PERSONAS };
  HrList *touchpoints = hr_capacity_get_segment (capacity, 0)->journey->touchpoints;
  HrPersona *persona = hr_list_get (plan->personas, 0);
  cairo_rectangle_t place;

  for (guint i = 0; i < hr_list_get_n (touchpoints); i++)
    assert_found (&map, hr_list_get (touchpoints, i), 0.5, 0.5);
  for (guint i = 0; i < hr_list_get_n (plan->stages); i++)
    assert_found (&map, hr_list_get (plan->stages, i), 0.5, 0.02);
  assert_found (&map, hr_list_get (plan->roles, 0), 0.5, 0.5);
  /* Nobody is met at the stage that has no touchpoint. */
  assert_found (&people, hr_list_get (persona->needs, 1), 0.5, 0.5);
  g_assert_false (hr_journey_map_place (&map, THEME, 1100, 900,
                                        hr_list_get (persona->needs, 1), &place));
  g_assert_null (hr_journey_map_find (&map, THEME, 1100, 900, 1, 1, &place));
}

/* 3 × +2 once a quarter and 1 × −2 once a year, of which half the customers get the
 * first: (4 · 0.5 · 2 − 2) ÷ (4 · 0.5 + 1) = 2/3. */
static HrPlan *
make_feelings (void)
{
  HrPlan *plan = hr_plan_new ("Feelings");
  HrJourney *journey;

  hr_test_add (plan->roles, "csm", "name", "CSM", "annual-hours", 2000.0, NULL);
  hr_test_add (plan->stages, "use", "name", "Use", NULL);
  hr_test_add (plan->stages, "leave", "name", "Leave", NULL);
  hr_test_add (plan->segments, "s", "name", "Scale", "customers", 10.0, NULL);
  journey = hr_test_add (plan->journeys, "j", "segment", "s", NULL);
  hr_test_add (journey->touchpoints, "a", "name", "Review", "stage", "use", "role", "csm",
               "times", 1.0, "per", HR_PERIOD_QUARTER, "reach", 0.5, "sentiment", 2,
               "delivery-minutes", 120.0, NULL);
  hr_test_add (journey->touchpoints, "b", "name", "Invoice", "stage", "use", "role",
               "csm", "times", 1.0, "per", HR_PERIOD_YEAR, "sentiment", -2,
               "delivery-minutes", 60.0, "friction", 3, NULL);
  return plan;
}

static void
test_feelings (void)
{
  g_autoptr (HrPlan) plan = make_feelings ();
  g_autoptr (HrCapacity) capacity = answer (plan);
  HrJourneyMap map = { capacity, 0, HR_JOURNEY_LANES_ROLES };
  g_auto (HrJourneyTable) table = { NULL };
  HrJourneyLayout layout;

  hr_journey_table_init (&table, &map);
  hr_journey_layout_init (&layout, &table, THEME, 900, 500);
  g_assert_cmpfloat_with_epsilon (hr_journey_table_stage (&table, 0)->sentiment, 2 / 3.0,
                                  1e-12);
  g_assert_true (isnan (hr_journey_table_stage (&table, 1)->sentiment));
  g_assert_cmpfloat_with_epsilon (layout.heads[0].y,
                                  layout.band.y + layout.band.height / 3, 1e-9);
  g_assert_true (isnan (layout.heads[1].y));
  hr_journey_layout_clear (&layout);
}

static void
draw_roles (const HrCapacity *capacity,
            const HrChartTheme *theme,
            cairo_t *cr,
            double width,
            double height)
{
  HrJourneyMap map = { capacity, 0, HR_JOURNEY_LANES_ROLES };

  hr_journey_map_draw (&map, theme, cr, width, height);
}

static void
draw_personas (const HrCapacity *capacity,
               const HrChartTheme *theme,
               cairo_t *cr,
               double width,
               double height)
{
  HrJourneyMap map = { capacity, 0, HR_JOURNEY_LANES_PERSONAS };

  hr_journey_map_draw (&map, theme, cr, width, height);
}

static guint
count_pixels (cairo_surface_t *surface, const cairo_rectangle_t *place, HrColor color)
{
  guint n = 0;

  for (double y = place->y + 2; y < place->y + place->height - 2; y++)
    for (double x = place->x + 2; x < place->x + place->width - 2; x++)
      n += get_distance (get_pixel (surface, x, y), color) > 0.05;
  return n;
}

/* The longest bar is the accent's, the octagon is dark, and what has no touchpoint is
 * hatched, so it is not paper alone. */
static void
test_painting (void)
{
  g_autoptr (HrPlan) plan = make_feelings ();
  g_autoptr (HrCapacity) capacity = answer (plan);
  HrJourneyMap map = { capacity, 0, HR_JOURNEY_LANES_ROLES };
  cairo_surface_t *surface = draw_image (draw_roles, capacity, THEME, 900, 500);
  g_auto (HrJourneyTable) table = { NULL };
  HrJourneyLayout layout;
  const HrJourneyCard *review, *invoice;
  cairo_rectangle_t gap;

  hr_journey_table_init (&table, &map);
  hr_journey_layout_init (&layout, &table, THEME, 900, 500);
  review = &layout.cards[0];
  invoice = &layout.cards[1];
  gap = hr_journey_layout_spot (&layout, 0, 1)->place;
  assert_pixel (surface, review->bar.x + review->bar.width - 2, review->bar.y + 1.5,
                THEME->accent);
  g_assert_cmpfloat_with_epsilon (invoice->bar.width / review->bar.width, 1.0 / 4, 1e-9);
  assert_pixel (surface, invoice->mark.x + 2, invoice->mark.y + invoice->mark.height / 2,
                THEME->ink);
  g_assert_cmpuint (count_pixels (surface, &gap, THEME->paper), >,
                    gap.width * gap.height / 20);
  assert_nearer (surface, layout.heads[0].x, layout.heads[0].y, THEME->ink, THEME->paper);
  hr_journey_layout_clear (&layout);
  cairo_surface_destroy (surface);
}

static void
test_words (void)
{
  g_autoptr (HrPlan) plan = make_feelings ();
  g_autoptr (HrCapacity) capacity = answer (plan);
  HrJourneyMap map = { capacity, 0, HR_JOURNEY_LANES_ROLES };
  g_autofree char *title = hr_journey_map_get_title (&map);
  g_autofree char *text = hr_journey_map_describe (&map);
  HrList *touchpoints = hr_capacity_get_segment (capacity, 0)->journey->touchpoints;
  g_autofree char *invoice = hr_journey_map_explain (&map, hr_list_get (touchpoints, 1));
  g_autofree char *stage = hr_journey_map_explain (&map, hr_list_get (plan->stages, 1));

  g_assert_cmpstr (title, ==, "Scale: all 5.0 hours go into Use");
  g_assert_cmpstr (text, ==,
                   "Scale: all 5.0 hours go into Use. Use: 5.0 h\u00a0· 100%, customers "
                   "feel +0.7: Review (CSM, 120 min\u00a0· 1 per quarter); Invoice (CSM, "
                   "60 min\u00a0· 1 per year, friction 3). Leave: no touchpoint.");
  g_assert_cmpstr (invoice, ==,
                   "Invoice\n60 min\u00a0· 1 per year\nCSM, 1 h per customer and year\n"
                   "Customers feel \u22122.0, friction inside 3");
  g_assert_cmpstr (stage, ==, "Leave\nno touchpoint");
}

static void
test_titles (void)
{
  static const struct
  {
    const char *name;
    HrJourneyLanes lanes;
    const char *title;
  } cases[] = {
    { "none", HR_JOURNEY_LANES_ROLES, "Enterprise has no journey yet" },
    { "loose", HR_JOURNEY_LANES_ROLES,
      "Enterprise: nobody can say how many hours it takes" },
    { "few", HR_JOURNEY_LANES_PERSONAS, "Enterprise: 1 of 4 needs is not met" },
    { "one-stage", HR_JOURNEY_LANES_PERSONAS, "Enterprise: the only need is met" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HrCapacity) capacity = answer_case (cases[i].name);
      HrJourneyMap map = { capacity, 0, cases[i].lanes };
      g_autofree char *title = hr_journey_map_get_title (&map);

      g_assert_cmpstr (title, ==, cases[i].title);
    }
}

/* Whoever needs something and is not met is told, and what it is can be read. */
static void
test_needs (void)
{
  g_autoptr (HrCapacity) capacity = answer_case ("few");
  HrJourneyMap map = { capacity, 0, HR_JOURNEY_LANES_PERSONAS };
  g_autofree char *text = hr_journey_map_describe (&map);
  g_autofree char *words =
      read_words (draw_personas, capacity, &hr_chart_theme_print, 770, 500);

  assert_contains (text, "Not met at Stage 2: Persona 0, “To see what it is worth”.");
  assert_contains (words, "To see what it");
  assert_contains (words, "1 of 4 needs is not met");
  assert_contains (words, "who is met down; bars are hours per customer and year, a "
                          "number in an octagon is friction inside, hatched is a gap");
}

static void
test_streams (void)
{
  for (guint c = 0; c < G_N_ELEMENTS (JOURNEY_CASES); c++)
    {
      g_autoptr (HrCapacity) capacity = answer_case (JOURNEY_CASES[c].name);
      g_autoptr (GByteArray) pdf =
          draw_stream (draw_roles, TRUE, capacity, &hr_chart_theme_print, 770, 500);
      g_autoptr (GByteArray) svg =
          draw_stream (draw_personas, FALSE, capacity, THEME, 1100, 500);

      g_assert_true (pdf->len > 1000 && memcmp (pdf->data, "%PDF", 4) == 0);
      g_assert_true (svg->len > 1000 && memcmp (svg->data, "<?xml", 5) == 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hr_format_set_locale ("en_US");
  g_test_add_func ("/journey-map/layout", test_layout);
  g_test_add_func ("/journey-map/natural-size", test_natural_size);
  g_test_add_func ("/journey-map/shrinking", test_shrinking);
  g_test_add_func ("/journey-map/mirrored", test_mirrored);
  g_test_add_func ("/journey-map/pointing", test_pointing);
  g_test_add_func ("/journey-map/feelings", test_feelings);
  g_test_add_func ("/journey-map/painting", test_painting);
  g_test_add_func ("/journey-map/words", test_words);
  g_test_add_func ("/journey-map/titles", test_titles);
  g_test_add_func ("/journey-map/needs", test_needs);
  g_test_add_func ("/journey-map/streams", test_streams);
  return g_test_run ();
}
