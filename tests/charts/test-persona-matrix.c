/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-test.h"
#include "hr-matrix-layout.h"
#include "journey-cases.h"

static const HrChartTheme *const THEME = &hr_chart_theme_light;

static HrCapacity *
answer_case (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (JOURNEY_CASES); i++)
    if (g_str_equal (JOURNEY_CASES[i].name, name))
      {
        g_autoptr (HrPlan) plan = make_journey_plan (&JOURNEY_CASES[i]);
        g_autoptr (HrSegmentation) segmentation = hr_segmentation_new (plan);

        return hr_capacity_new (plan, segmentation, HR_JOURNEY_CURRENT);
      }
  g_assert_not_reached ();
}

static void
check_layout (const HrCapacity *capacity,
              const HrChartTheme *theme,
              double width,
              double height)
{
  g_autoptr (GArray) texts = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));
  HrMatrixLayout layout;
  const HrChartPen *pen = &layout.page.pen;

  hr_matrix_layout_init (&layout, capacity, theme, width, height);
  add_text (texts, &layout.page.title, pen);
  add_text (texts, &layout.page.subtitle, pen);
  for (guint i = 0; i < layout.n_stages; i++)
    add_text (texts, &layout.heads[i], pen);
  for (guint i = 0; i < layout.n_personas; i++)
    {
      add_text (texts, &layout.rows[i].name, pen);
      add_text (texts, &layout.rows[i].kind, pen);
    }
  for (guint i = 0; i < layout.n_personas * layout.n_stages; i++)
    {
      const HrMatrixCell *cell = &layout.cells[i];

      for (guint text = 0; text < HR_MATRIX_N_TEXTS; text++)
        {
          const cairo_rectangle_t *place = &cell->texts[text].place;

          if (cell->texts[text].layout == NULL)
            continue;
          add_text (texts, &cell->texts[text], pen);
          g_assert_cmpfloat (place->x, >=, cell->place.x);
          g_assert_cmpfloat (place->x + place->width, <=,
                             cell->place.x + cell->place.width + 0.01);
          g_assert_cmpfloat (place->y + place->height, <=,
                             cell->place.y + cell->place.height + 0.01);
        }
      for (guint j = 0; j < i; j++)
        assert_apart (&cell->place, &layout.cells[j].place);
    }
  assert_texts (texts, width, height);
  hr_matrix_layout_clear (&layout);
}

static void
test_layout (void)
{
  const HrChartTheme themes[] = { hr_chart_theme_light, mirrored (&hr_chart_theme_light),
                                  hr_chart_theme_print };

  for (guint c = 0; c < G_N_ELEMENTS (JOURNEY_CASES); c++)
    {
      g_autoptr (HrCapacity) capacity = answer_case (JOURNEY_CASES[c].name);

      for (guint theme = 0; theme < G_N_ELEMENTS (themes); theme++)
        for (guint size = 0; size < G_N_ELEMENTS (SIZES); size++)
          {
            g_test_message ("%s, theme %u, %g x %g", JOURNEY_CASES[c].name, theme,
                            SIZES[size].width, SIZES[size].height);
            check_layout (capacity, &themes[theme], SIZES[size].width,
                          SIZES[size].height);
          }
    }
}

/* Given the size that it asks for, all is said in full, with nothing to spare. */
static void
test_natural_size (void)
{
  g_autoptr (HrCapacity) capacity = answer_case ("long");
  double width = hr_persona_matrix_get_width (capacity, THEME);
  double height = hr_persona_matrix_get_height (capacity, THEME, width);
  HrMatrixLayout layout;

  hr_matrix_layout_init (&layout, capacity, THEME, width, height);
  g_assert_cmpuint (layout.detail, ==, 0);
  g_assert_cmpfloat (layout.page.pen.size, ==, THEME->size);
  g_assert_cmpfloat_with_epsilon (hr_matrix_layout_get_bottom (&layout),
                                  layout.page.body.y + layout.page.body.height, 2);
  hr_matrix_layout_clear (&layout);
  hr_matrix_layout_init (&layout, capacity, THEME, width, height - 20);
  g_assert_cmpuint (layout.detail, >, 0);
  hr_matrix_layout_clear (&layout);
}

static void
test_pointing (void)
{
  g_autoptr (HrCapacity) capacity = answer_case ("few");
  HrChartTheme other = mirrored (THEME);

  for (guint persona = 0; persona < 2; persona++)
    for (guint stage = 0; stage < 4; stage++)
      {
        cairo_rectangle_t place, mirror;
        guint at = 9, who = 9;

        g_assert_true (
            hr_persona_matrix_place (capacity, THEME, 900, 400, persona, stage, &place));
        g_assert_true (hr_persona_matrix_place (capacity, &other, 900, 400, persona,
                                                stage, &mirror));
        assert_mirrored (&place, &mirror, 900);
        g_assert_true (hr_persona_matrix_find (capacity, THEME, 900, 400, place.x + 1,
                                               place.y + place.height - 1, &who, &at));
        g_assert_cmpuint (who, ==, persona);
        g_assert_cmpuint (at, ==, stage);
      }
  g_assert_false (hr_persona_matrix_find (capacity, THEME, 900, 400, 2, 2, &(guint) { 0 },
                                          &(guint) { 0 }));
}

/* A need that is not met is hatched: between paper and accent. One that is, is not. */
static void
test_painting (void)
{
  g_autoptr (HrCapacity) capacity = answer_case ("few");
  cairo_surface_t *surface =
      draw_image (hr_persona_matrix_draw, capacity, THEME, 900, 400);
  guint n_accent[2] = { 0, 0 };

  for (guint stage = 0; stage < 4; stage += 2)
    {
      cairo_rectangle_t place;

      hr_persona_matrix_place (capacity, THEME, 900, 400, 0, stage, &place);
      for (double x = place.x + 1; x < place.x + place.width - 1; x++)
        n_accent[stage / 2] +=
            get_distance (get_pixel (surface, x, place.y + place.height - 3),
                          THEME->accent) < 0.4;
    }
  g_assert_cmpuint (n_accent[0], ==, 0);
  g_assert_cmpuint (n_accent[1], >, 5);
  cairo_surface_destroy (surface);
}

static void
test_words (void)
{
  g_autoptr (HrCapacity) capacity = answer_case ("few");
  g_autoptr (HrCapacity) nothing = answer_case ("nothing");
  g_autofree char *title = hr_persona_matrix_get_title (capacity);
  g_autofree char *none = hr_persona_matrix_get_title (nothing);
  g_autofree char *met = hr_persona_matrix_explain (capacity, 0, 0);
  g_autofree char *unmet = hr_persona_matrix_explain (capacity, 0, 2);
  g_autofree char *empty = hr_persona_matrix_explain (capacity, 0, 1);
  g_autofree char *text = hr_persona_matrix_describe (capacity);
  g_autofree char *paper =
      read_words (hr_persona_matrix_draw, capacity, &hr_chart_theme_print, 770, 500);

  g_assert_cmpstr (title, ==, "1 of 4 needs is met by no journey");
  g_assert_cmpstr (none, ==, "No persona has said yet what it needs");
  g_assert_cmpstr (met, ==,
                   "Persona 0 at Stage 0: needs “To see what it is worth”, engaged by "
                   "Regular calls, goes to Role 0, 1 touchpoint.");
  g_assert_cmpstr (unmet, ==,
                   "Persona 0 at Stage 2: needs “To see what it is worth”, engaged by "
                   "Regular calls, goes to Role 0, not met.");
  g_assert_null (empty);
  g_assert_true (g_str_has_prefix (text, title));
  assert_contains (text, unmet);
  assert_contains (paper, "Regular calls");
  assert_contains (paper, "Role 0");
}

static void
test_streams (void)
{
  for (guint c = 0; c < G_N_ELEMENTS (JOURNEY_CASES); c++)
    {
      g_autoptr (HrCapacity) capacity = answer_case (JOURNEY_CASES[c].name);
      g_autoptr (GByteArray) svg =
          draw_stream (hr_persona_matrix_draw, FALSE, capacity, THEME, 1100, 500);

      g_assert_true (svg->len > 1000 && memcmp (svg->data, "<?xml", 5) == 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hr_format_set_locale ("en_US");
  g_test_add_func ("/persona-matrix/layout", test_layout);
  g_test_add_func ("/persona-matrix/natural-size", test_natural_size);
  g_test_add_func ("/persona-matrix/pointing", test_pointing);
  g_test_add_func ("/persona-matrix/painting", test_painting);
  g_test_add_func ("/persona-matrix/words", test_words);
  g_test_add_func ("/persona-matrix/streams", test_streams);
  return g_test_run ();
}
