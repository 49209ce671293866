/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-outline-page.h"

#include <glib/gi18n-lib.h>

#include "hr-outline.h"
#include "hr-persona.h"
#include "hr-playbook.h"
#include "hr-resource.h"
#include "hr-scorecard.h"
#include "hr-stage.h"
#include "hr-transition.h"

#define MOST_LISTS 4

/* What tells one such page from another. */
typedef struct
{
  const char *title;
  const char *add;                   /* on the button in the header */
  const char *tooltip;               /* of it */
  GType (*lists[MOST_LISTS]) (void); /* what it shows; the button adds to the first */
} Content;

/**
 * HrOutlinePage:
 *
 * Shows some of the plan's lists as an outline: the personas, who at the customer is
 * served and what they need at each stage, or the health, the scorecards and playbooks.
 */
typedef struct
{
  HrPage parent_instance;

  HrOutline *outline;
  GtkWidget *add_button;
  AdwButtonContent *add_content;
} HrOutlinePage;

typedef struct
{
  HrPageClass parent_class;

  const Content *content;
} HrOutlinePageClass;

typedef HrOutlinePage HrPersonasPage;
typedef HrOutlinePageClass HrPersonasPageClass;
typedef HrOutlinePage HrHealthPage;
typedef HrOutlinePageClass HrHealthPageClass;

static GType hr_outline_page_get_type (void);
G_DEFINE_ABSTRACT_TYPE (HrOutlinePage, hr_outline_page, HR_TYPE_PAGE)
G_DEFINE_FINAL_TYPE (HrPersonasPage, hr_personas_page, hr_outline_page_get_type ())
G_DEFINE_FINAL_TYPE (HrHealthPage, hr_health_page, hr_outline_page_get_type ())

static const Content *
get_content (HrOutlinePage *self)
{
  return G_TYPE_INSTANCE_GET_CLASS (self, hr_outline_page_get_type (), HrOutlinePageClass)
      ->content;
}

static void
hr_outline_page_open (HrPage *page, HrDocument *document)
{
  HrOutlinePage *self = (HrOutlinePage *) page;
  const Content *content = get_content (self);
  HrPlan *plan = hr_document_get_plan (document);
  HrList *lists[MOST_LISTS];
  guint n = 0;

  for (; n < MOST_LISTS && content->lists[n] != NULL; n++)
    lists[n] = hr_plan_get_list (plan, content->lists[n]());
  hr_outline_set (self->outline, document, lists, n);
}

static gboolean
hr_outline_page_go_to (HrPage *page, gpointer item, const char *property)
{
  return hr_outline_go_to (((HrOutlinePage *) page)->outline, item, property);
}

static void
hr_outline_page_add (HrPage *page)
{
  HrOutlinePage *self = (HrOutlinePage *) page;
  HrPlan *plan = hr_document_get_plan (hr_page_get_document (page));

  hr_outline_add (self->outline, hr_plan_get_list (plan, get_content (self)->lists[0]()));
}

static void
hr_outline_page_constructed (GObject *object)
{
  HrOutlinePage *self = (HrOutlinePage *) object;
  const Content *content = get_content (self);

  G_OBJECT_CLASS (hr_outline_page_parent_class)->constructed (object);

  g_object_set (self, "title", _ (content->title), NULL);
  adw_button_content_set_label (self->add_content, _ (content->add));
  gtk_widget_set_tooltip_text (self->add_button, _ (content->tooltip));
}

static void
hr_outline_page_class_init (HrOutlinePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = hr_outline_page_constructed;
  HR_PAGE_CLASS (klass)->open = hr_outline_page_open;
  HR_PAGE_CLASS (klass)->add = hr_outline_page_add;
  HR_PAGE_CLASS (klass)->go_to = hr_outline_page_go_to;

  g_type_ensure (HR_TYPE_OUTLINE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               HR_RESOURCE ("hr-outline-page.ui"));
  gtk_widget_class_bind_template_child (widget_class, HrOutlinePage, outline);
  gtk_widget_class_bind_template_child (widget_class, HrOutlinePage, add_button);
  gtk_widget_class_bind_template_child (widget_class, HrOutlinePage, add_content);
}

static void
hr_outline_page_init (HrOutlinePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
hr_personas_page_class_init (HrPersonasPageClass *klass)
{
  static const Content PERSONAS = {
    N_ ("Personas"),
    N_ ("_Persona"),
    N_ ("Add Persona"),
    { hr_persona_get_type, hr_stage_get_type, hr_transition_get_type },
  };

  klass->content = &PERSONAS;
}

static void
hr_personas_page_init (HrPersonasPage *self)
{
}

static void
hr_health_page_class_init (HrHealthPageClass *klass)
{
  static const Content HEALTH = {
    N_ ("Health"),
    N_ ("_Scorecard"),
    N_ ("Add Scorecard"),
    { hr_scorecard_get_type, hr_playbook_get_type },
  };

  klass->content = &HEALTH;
}

static void
hr_health_page_init (HrHealthPage *self)
{
}
