/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-grid-body.h"
#include "hr-grid-header.h"
#include "hr-grid.h"

G_BEGIN_DECLS

typedef struct _HrGridCopy HrGridCopy;
typedef struct _HrGridSections HrGridSections;

/**
 * HrGridSlot:
 * @column: (unowned): what stands here
 * @x: where it begins, counted from the side where reading starts, unscrolled
 * @width: its width
 *
 * The place of a column.
 */
typedef struct
{
  HrGridColumn *column;
  int x;
  int width;
} HrGridSlot;

/* Rows that are dragged: where they would be dropped. */
typedef struct
{
  gboolean is_dragging;
  gboolean has_target;
  guint target;
  gboolean after;
} HrGridDrag;

struct _HrGrid
{
  GtkWidget parent_instance;

  GListModel *model;   /* (owned) (nullable) */
  GListStore *columns; /* (owned) (element-type HrGridColumn) */
  GArray *slots;       /* (owned) (element-type HrGridSlot): as the columns */
  HrGridHeader *header;
  HrGridBody *body;

  GtkAdjustment *adjustments[2]; /* (owned) (nullable): by GtkOrientation */
  GtkScrollablePolicy policies[2];
  gboolean is_allocating;

  HrGridColumn *sort_column; /* (owned) (nullable) */
  gboolean descending;

  gboolean has_cursor;
  HrGridPlace cursor;
  HrGridPlace anchor;    /* the other corner of the selection */
  HrGridCopy *copying;   /* (owned) (nullable) */
  GCancellable *pasting; /* (owned) (nullable) */

  HrGridSections *sections; /* (owned) */

  HrGridStore *store; /* (owned) (nullable): where edits go */
  GtkWidget *editor;  /* (owned) (nullable): what is typed into */
  GtkWidget *text;    /* (unowned): in it */
  gboolean is_editing;
  GtkWidget *choice;   /* (owned) (nullable): what is chosen from */
  HrGridPlace edited;  /* the cell of both */
  gboolean is_typed;   /* editing began by typing: arrows leave the cell */
  gboolean is_refused; /* what was last asked */
  gboolean is_tabbing; /* Enter goes back to where Tab began */
  guint tab_column;
  GMenuModel *row_menu;   /* (owned) (nullable) */
  HrGridDrag drag;        /* rows on their way */
  GtkWidget *menu;        /* (owned) (nullable) */
  GtkWidget *column_menu; /* (owned) (nullable) */
};

/* Geometry: pixels of the grid, mirrored where reading starts at the right. */
int hr_grid_measure_columns (HrGrid *self);
void hr_grid_place_columns (HrGrid *self, int width);
int hr_grid_get_total_width (HrGrid *self);
double hr_grid_get_scrolled (HrGrid *self, GtkOrientation orientation);
int hr_grid_get_offset (HrGrid *self);
guint hr_grid_get_n_rows (HrGrid *self);
guint hr_grid_get_n_columns (HrGrid *self);
const HrGridSlot *hr_grid_get_slot (HrGrid *self, guint column);
gboolean hr_grid_is_mirrored (HrGrid *self);
int hr_grid_get_pinned (HrGrid *self);
int hr_grid_get_column_x (HrGrid *self, guint column);
gboolean hr_grid_find_column_at (HrGrid *self, double x, guint *column);
gboolean hr_grid_find_row_at (HrGrid *self, double y, guint *row);
guint hr_grid_get_row_near (HrGrid *self, double y);
double hr_grid_get_row_y (HrGrid *self, guint row);
double hr_grid_get_row_top (HrGrid *self, guint row);
void hr_grid_get_in_view (HrGrid *self, guint *first, guint *end);
void hr_grid_push_clip (HrGrid *self, GtkSnapshot *snapshot, gboolean pinned, int height);

/* Sections: of a model that has them */
HrGridSections *hr_grid_sections_new (HrGrid *grid);
void hr_grid_sections_free (HrGridSections *self);
void hr_grid_sections_set_pattern (HrGridSections *self,
                                   GtkWidget *pattern,
                                   GtkWidget *text,
                                   GtkWidget *dim);
void hr_grid_sections_set_func (HrGridSections *self,
                                HrGridSectionFunc func,
                                gpointer user_data);
void hr_grid_sections_find (HrGridSections *self, GListModel *model);
void hr_grid_sections_forget (HrGridSections *self);
guint hr_grid_sections_get_n (HrGridSections *self);
int hr_grid_sections_get_height (HrGridSections *self);
guint hr_grid_sections_count_to (HrGridSections *self, guint row);
guint hr_grid_sections_get_row (HrGridSections *self, guint section);
char *hr_grid_sections_get_title (HrGridSections *self,
                                  guint row) G_GNUC_WARN_UNUSED_RESULT;
gboolean hr_grid_sections_covers (HrGridSections *self, double y);
void hr_grid_sections_allocate (HrGridSections *self, int width);
void hr_grid_sections_draw (HrGridSections *self, GtkWidget *body, GtkSnapshot *snapshot);

/* Scrolling */
void hr_grid_set_adjustment (HrGrid *self,
                             GtkOrientation orientation,
                             GtkAdjustment *adjustment);
void hr_grid_clear_adjustments (HrGrid *self);
void hr_grid_configure_adjustments (HrGrid *self, int width, int height);

/* Input */
void hr_grid_init_input (HrGrid *self);
void hr_grid_toggle_sort (HrGrid *self, guint column);

void hr_grid_go_to (HrGrid *self, HrGridPlace place, gboolean extend);
gboolean hr_grid_find_place (HrGrid *self, double x, double y, HrGridPlace *place);

/* Editing */
gboolean hr_grid_open_cell (HrGrid *self);
gboolean hr_grid_type (HrGrid *self,
                       guint key,
                       GdkModifierType state,
                       GtkEventController *controller);
void hr_grid_edit_text (HrGrid *self, const char *text);
void hr_grid_stop_editing (HrGrid *self, gboolean take);
void hr_grid_allocate_editor (HrGrid *self);
gboolean hr_grid_write_cell (HrGrid *self, HrGridPlace place, const char *text);
void hr_grid_refuse (HrGrid *self, const GError *error);
void hr_grid_install_actions (GtkWidgetClass *widget_class);
void hr_grid_set_actions (HrGrid *self);
void hr_grid_remove_selected (HrGrid *self);

/* Rows taken by the pointer */
void hr_grid_init_drag (HrGrid *self);
int hr_grid_get_handle (HrGrid *self);

/* The menu of the cells */
void hr_grid_init_menu (HrGrid *self);
void hr_grid_show_menu (HrGrid *self);
void hr_grid_show_column_menu (HrGrid *self, int x, int y);

/* Clipboard */
void hr_grid_copy (HrGrid *self);
void hr_grid_paste (HrGrid *self);

void hr_grid_copy_free (HrGridCopy *copy);

G_END_DECLS
