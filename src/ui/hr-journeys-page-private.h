/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-chart-view.h"
#include "hr-grid-find-bar.h"
#include "hr-item-table.h"
#include "hr-journey-figures.h"
#include "hr-journey-map.h"
#include "hr-journeys-page.h"
#include "hr-redesign-pane.h"

G_BEGIN_DECLS

struct _HrJourneysPage
{
  HrPage parent_instance;

  HrSegment *segment; /* (owned) (nullable): whose journey is shown */
  HrJourney *journey; /* (owned) (nullable) */
  HrJourneyVersion version;
  HrJourneyDiff *diff; /* (nullable): where it is redesigned */

  GtkWidget *add_button;
  GtkDropDown *segment_choice;
  GtkStack *states;
  GtkStack *titles;
  HrGrid *grid;
  HrGridFindBar *find_bar;
  HrItemTable *table;
  AdwToggleGroup *versions;
  AdwToggleGroup *views;
  GtkStack *view_stack;
  HrChartView *map;
  GtkDropDown *lanes;
  HrJourneyMap shown; /* what the map shows */
  HrJourneyFigures *figures;
  AdwOverlaySplitView *split;
  HrRedesignPane *pane;
  GtkWidget *redesign_button;
  GtkWidget *compare_button;
  GMenuModel *menu;
};

/* hr-journeys-page.c */
void hr_journeys_page_refresh (HrJourneysPage *self);
gboolean hr_journeys_page_has_redesign (HrJourneysPage *self);
gboolean hr_journeys_page_choose (HrJourneysPage *self, gpointer segment);

/* hr-journeys-redesign.c */
void hr_journeys_page_install_redesign (GtkWidgetClass *widget_class);
void hr_journeys_page_init_redesign (HrJourneysPage *self);
void hr_journeys_page_show_comparison (HrJourneysPage *self);

G_END_DECLS
