/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hr-document.h"
#include "hr-page.h"

G_BEGIN_DECLS

#define HR_TYPE_WINDOW (hr_window_get_type ())
G_DECLARE_FINAL_TYPE (HrWindow, hr_window, HR, WINDOW, AdwApplicationWindow)

HrWindow *hr_window_new (AdwApplication *application) G_GNUC_WARN_UNUSED_RESULT;

HrDocument *hr_window_get_document (HrWindow *self);
void hr_window_set_document (HrWindow *self, HrDocument *document);

HrPage *hr_window_get_page (HrWindow *self, const char *name);
const char *hr_window_get_page_name (HrWindow *self);
HrPage *hr_window_show_page (HrWindow *self, const char *name);
void hr_window_go_to (HrWindow *self, gpointer item, const char *property);
void hr_window_look_for_leftovers (HrWindow *self);
void hr_window_add_toast (HrWindow *self, AdwToast *toast);
void hr_window_toast (HrWindow *self, const char *text);
gboolean hr_window_remove (HrWindow *self, gpointer item);
void hr_window_toast_removed (HrWindow *self, const char *name);

/* A long task: its progress stands under the header until it is ended. */
GCancellable *hr_window_begin_task (HrWindow *self, const char *label);
void hr_window_set_progress (HrWindow *self, double fraction);
gboolean hr_window_is_busy (HrWindow *self);
void hr_window_end_task (HrWindow *self);

/* hr-window-open.c */
GFile *hr_window_get_file (HrWindow *self);
void hr_window_open_file (HrWindow *self, GFile *file);
void hr_window_restore (HrWindow *self, const char *path, GFile *file);
void hr_window_recover (HrWindow *self, const char *id);

G_END_DECLS
