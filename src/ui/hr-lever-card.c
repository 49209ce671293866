/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-lever-card.h"

#include "hr-resource.h"

/**
 * HrLeverCard:
 *
 * One way out when the people that a journey asks for and those that are paid for differ:
 * what it is, its effect in people, money and ARR per person, and a button that does it.
 */
struct _HrLeverCard
{
  AdwBin parent_instance;

  GtkLabel *title_label;
  GtkLabel *text_label;
  GtkLabel *people_label;
  GtkLabel *money_label;
  GtkLabel *arr_title;
  GtkLabel *arr_label;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (HrLeverCard, hr_lever_card, ADW_TYPE_BIN)

typedef enum
{
  SIGNAL_PRESSED,
} HrLeverCardSignal;

static guint signals[SIGNAL_PRESSED + 1];

static void
clicked_cb (HrLeverCard *self)
{
  g_signal_emit (self, signals[SIGNAL_PRESSED], 0);
}

static void
hr_lever_card_class_init (HrLeverCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_PRESSED] =
      g_signal_new ("pressed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               HR_RESOURCE ("hr-lever-card.ui"));
  gtk_widget_class_bind_template_child (widget_class, HrLeverCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, HrLeverCard, text_label);
  gtk_widget_class_bind_template_child (widget_class, HrLeverCard, people_label);
  gtk_widget_class_bind_template_child (widget_class, HrLeverCard, money_label);
  gtk_widget_class_bind_template_child (widget_class, HrLeverCard, arr_title);
  gtk_widget_class_bind_template_child (widget_class, HrLeverCard, arr_label);
  gtk_widget_class_bind_template_child (widget_class, HrLeverCard, button);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
hr_lever_card_init (HrLeverCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
hr_lever_card_set_title (HrLeverCard *self, const char *title)
{
  g_return_if_fail (HR_IS_LEVER_CARD (self));

  gtk_label_set_text (self->title_label, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
}

/* Whose ARR the last figure is. */
void
hr_lever_card_set_arr_title (HrLeverCard *self, const char *title)
{
  g_return_if_fail (HR_IS_LEVER_CARD (self));

  gtk_label_set_text (self->arr_title, title);
}

/**
 * hr_lever_card_set_effect:
 * @self: the card
 * @text: what it does, in a sentence
 * @people: its effect in people
 * @money: in money a year
 * @arr: what each person then carries
 *
 * Shows what the lever comes to.
 */
void
hr_lever_card_set_effect (HrLeverCard *self,
                          const char *text,
                          const char *people,
                          const char *money,
                          const char *arr)
{
  g_return_if_fail (HR_IS_LEVER_CARD (self));

  gtk_label_set_text (self->text_label, text);
  gtk_label_set_text (self->people_label, people);
  gtk_label_set_text (self->money_label, money);
  gtk_label_set_text (self->arr_label, arr);
}

/**
 * hr_lever_card_set_action:
 * @self: the card
 * @label: of the button
 * @tooltip: what it does to the plan
 * @can_do: whether there is anything to do
 *
 * Says what pressing the button does.
 */
void
hr_lever_card_set_action (HrLeverCard *self,
                          const char *label,
                          const char *tooltip,
                          gboolean can_do)
{
  g_return_if_fail (HR_IS_LEVER_CARD (self));

  gtk_button_set_label (self->button, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), tooltip);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), can_do);
}
