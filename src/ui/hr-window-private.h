/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-window.h"

G_BEGIN_DECLS

/* What the parts of the window have among themselves. */

struct _HrWindow
{
  AdwApplicationWindow parent_instance;

  HrDocument *document; /* (nullable) */
  GCancellable *task;   /* (nullable): of the long task that runs */

  AdwBreakpoint *tight;
  AdwToastOverlay *toasts;
  GtkStack *root;
  AdwNavigationSplitView *split_view;
  GtkListBox *sidebar;
  AdwNavigationPage *content_page;
  AdwHeaderBar *header;
  AdwBin *title;
  AdwBin *tools;
  GtkButton *undo_button;
  GtkButton *redo_button;
  GtkMenuButton *history_button;
  AdwBanner *leftovers;
  GtkRevealer *busy;
  GtkLabel *busy_label;
  GtkProgressBar *busy_bar;
  GtkStack *pages;
};

/**
 * HrWindowSave:
 * @HR_WINDOW_SAVE: to its file, if that is still what it was; to a new one if it has none
 * @HR_WINDOW_SAVE_OVER: to its file, whatever is there; the person has agreed to that
 * @HR_WINDOW_SAVE_AS: to a file that the person chooses
 *
 * How to save.
 */
typedef enum
{
  HR_WINDOW_SAVE,
  HR_WINDOW_SAVE_OVER,
  HR_WINDOW_SAVE_AS,
} HrWindowSave;

/* hr-window-file.c */
void hr_window_install_file_actions (GtkWidgetClass *widget_class);
void hr_window_save (HrWindow *self, HrWindowSave how, GAsyncReadyCallback callback);
gboolean hr_window_ask_before_closing (HrWindow *self);
void hr_window_take_drops (HrWindow *self);

/* hr-window-open.c */
void hr_window_install_open_actions (GtkWidgetClass *widget_class);
void hr_window_add_recent (HrDocument *document);

/* hr-window-notices.c */
void hr_window_install_notice_actions (GtkWidgetClass *widget_class);
void hr_window_bind_notices (GtkWidgetClass *widget_class);

/* hr-window-conflict.c */
void hr_window_install_conflict_actions (GtkWidgetClass *widget_class);
char *hr_window_describe_conflict (HrWindow *self, const GError *conflict);

G_END_DECLS
