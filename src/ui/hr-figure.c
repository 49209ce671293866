/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-figure.h"

#include <glib/gi18n-lib.h>

#include "hr-field-row.h"
#include "hr-format.h"
#include "hr-resource.h"
#include "hr-window.h"

/**
 * HrFigureButton:
 *
 * A headline figure that says how it came about when it is pressed: the inputs with
 * their tags, the formula, the result unrounded, and a way to each input.
 */
struct _HrFigureButton
{
  AdwBin parent_instance;

  HrDocument *document; /* (nullable) */
  HrFigure figure;
  HrJourneyVersion version;
  HrSegment *segment; /* (owned) (nullable) */
  HrRole *role;       /* (owned) (nullable) */

  GtkMenuButton *button;
  GtkBox *explanation;
  GtkBox *figure_box;
  GtkLabel *title_label;
  GtkLabel *value_label;
  GtkLabel *change_label;
  GtkLabel *note_label;
};

G_DEFINE_FINAL_TYPE (HrFigureButton, hr_figure, ADW_TYPE_BIN)

typedef enum
{
  PROP_TITLE = 1,
} HrFigureProperty;

static GParamSpec *props[PROP_TITLE + 1];

static GtkWidget *
add_label (HrFigureButton *self, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (self->explanation, label);
  return label;
}

static void
go_to_cb (AdwActionRow *row, HrFigureButton *self)
{
  HrItem *item = g_object_get_data (G_OBJECT (row), "hr-item");
  const char *property = g_object_get_data (G_OBJECT (row), "hr-property");
  HrWindow *window = HR_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  gtk_menu_button_popdown (self->button);
  hr_window_go_to (window, item, property);
}

static char *
describe_tag (const HrInput *input)
{
  return input->is_computed ? g_strdup (_ ("computed"))
                            : hr_format_tag (&input->tag, input->is_default);
}

static GtkWidget *
make_input_row (HrFigureButton *self, const HrInput *input, const char *currency)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *value = hr_format_unit (input->value, input->unit, currency);
  g_autofree char *tag = describe_tag (input);
  GtkWidget *label = gtk_label_new (value);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 input->is_name ? input->label : _ (input->label));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), tag);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  if (input->item == NULL)
    return row;

  g_object_set_data_full (G_OBJECT (row), "hr-item", g_object_ref (input->item),
                          g_object_unref);
  g_object_set_data (G_OBJECT (row), "hr-property", (gpointer) input->property);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_signal_connect_object (row, "activated", G_CALLBACK (go_to_cb), self, 0);
  return row;
}

/* Customers per person are of a role that carries accounts, and there may be none. */
static gboolean
asks_for_no_role (HrFigureButton *self)
{
  return self->figure == HR_FIGURE_CUSTOMERS_PER_FTE && self->role == NULL;
}

/* Returns: (transfer full) (nullable): %NULL where there is no such figure, as without a
 * role that carries the accounts, or of what was removed a moment ago */
static HrExplanation *
make_explanation (HrFigureButton *self)
{
  HrCapacity *capacity = hr_document_get_version (self->document, self->version);

  if (asks_for_no_role (self) ||
      (self->segment != NULL &&
       hr_capacity_find_segment (capacity, self->segment) == NULL) ||
      (self->role != NULL && hr_capacity_find_role (capacity, self->role) == NULL))
    return NULL;
  return hr_explanation_new (capacity, self->figure, self->segment, self->role);
}

static void
explain (HrFigureButton *self)
{
  const char *currency = hr_document_get_plan (self->document)->currency;
  g_autoptr (HrExplanation) explanation = make_explanation (self);
  g_autofree char *result = NULL;
  GtkWidget *list;

  if (explanation == NULL)
    {
      add_label (self,
                 hr_reason_to_text (asks_for_no_role (self) ? HR_REASON_NO_BOOK_ROLE
                                                            : HR_REASON_NO_WORKLOAD),
                 "dim-label");
      return;
    }
  result = hr_format_exact (explanation->result, explanation->unit, currency);
  list = gtk_list_box_new ();

  add_label (self, _ (explanation->label), "heading");
  add_label (self, _ (explanation->formula), "dim-label");
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Computed from"), -1);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  for (guint i = 0; i < explanation->n_inputs; i++)
    gtk_list_box_append (GTK_LIST_BOX (list),
                         make_input_row (self, &explanation->inputs[i], currency));
  if (explanation->n_inputs > 0)
    gtk_box_append (self->explanation, list);

  gtk_widget_add_css_class (add_label (self, result, "heading"), "numeric");
  if (explanation->reason != HR_REASON_NONE)
    add_label (self, hr_reason_to_text (explanation->reason), "dim-label");
  if (explanation->source != NULL)
    add_label (self, _ (explanation->source), "caption");
}

static void
popover_visible_cb (HrFigureButton *self, GParamSpec *pspec, GtkWidget *popover)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->explanation))) != NULL)
    gtk_box_remove (self->explanation, child);
  if (gtk_widget_get_visible (popover) && self->document != NULL)
    explain (self);
}

static void
hr_figure_dispose (GObject *object)
{
  HrFigureButton *self = HR_FIGURE (object);

  g_clear_object (&self->document);
  g_clear_object (&self->segment);
  g_clear_object (&self->role);

  G_OBJECT_CLASS (hr_figure_parent_class)->dispose (object);
}

static void
hr_figure_set_property (GObject *object,
                        guint prop_id,
                        const GValue *value,
                        GParamSpec *pspec)
{
  HrFigureButton *self = HR_FIGURE (object);

  switch ((HrFigureProperty) prop_id)
    {
    case PROP_TITLE:
      hr_figure_set_title (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hr_figure_class_init (HrFigureButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hr_figure_dispose;
  object_class->set_property = hr_figure_set_property;

  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                           G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               HR_RESOURCE ("hr-figure.ui"));
  gtk_widget_class_bind_template_child (widget_class, HrFigureButton, button);
  gtk_widget_class_bind_template_child (widget_class, HrFigureButton, explanation);
  gtk_widget_class_bind_template_child (widget_class, HrFigureButton, figure_box);
  gtk_widget_class_bind_template_child (widget_class, HrFigureButton, title_label);
  gtk_widget_class_bind_template_child (widget_class, HrFigureButton, value_label);
  gtk_widget_class_bind_template_child (widget_class, HrFigureButton, change_label);
  gtk_widget_class_bind_template_child (widget_class, HrFigureButton, note_label);
  gtk_widget_class_bind_template_callback (widget_class, popover_visible_cb);
}

/* A GtkMenuButton does not say that it is higher where it is narrower, but the button
 * within it does. */
static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  GtkWidget *button = adw_bin_get_child (ADW_BIN (widget));

  gtk_widget_measure (gtk_widget_get_first_child (button), orientation, for_size, minimum,
                      natural, NULL, NULL);
}

static void
allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (adw_bin_get_child (ADW_BIN (widget)), width, height, -1, NULL);
}

static void
hr_figure_init (HrFigureButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (
      GTK_WIDGET (self), gtk_custom_layout_new (get_request_mode, measure, allocate));
}

/**
 * hr_figure_set:
 * @self: a figure
 * @document: the plan it belongs to
 * @figure: which one it is
 * @segment: (nullable): of which segment, or of all
 * @role: (nullable): of which role, or of all
 *
 * Says what the figure is, so that it can explain itself.
 */
void
hr_figure_set (HrFigureButton *self,
               HrDocument *document,
               HrFigure figure,
               HrSegment *segment,
               HrRole *role)
{
  g_return_if_fail (HR_IS_FIGURE (self));

  g_set_object (&self->document, document);
  g_set_object (&self->segment, segment);
  g_set_object (&self->role, role);
  self->figure = figure;
}

/**
 * hr_figure_set_version:
 * @self: a figure
 * @version: which journeys count
 *
 * Says whether the figure is of today's journeys or of the redesigned ones.
 */
void
hr_figure_set_version (HrFigureButton *self, HrJourneyVersion version)
{
  g_return_if_fail (HR_IS_FIGURE (self));

  self->version = version;
}

void
hr_figure_set_title (HrFigureButton *self, const char *title)
{
  g_return_if_fail (HR_IS_FIGURE (self));

  gtk_label_set_text (self->title_label, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title_label), title);
}

/**
 * hr_figure_set_change:
 * @self: a figure
 * @change: by how much it has changed, signed; "" if it has not
 *
 * Says beside the figure how it has changed since its page was opened.
 */
void
hr_figure_set_change (HrFigureButton *self, const char *change)
{
  g_autofree char *text = NULL;

  g_return_if_fail (HR_IS_FIGURE (self));

  if (*change != '\0')
    text = g_strdup_printf (_ ("%s since the page was opened"), change);
  gtk_label_set_text (self->change_label, change);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->change_label), text);
  gtk_widget_set_visible (GTK_WIDGET (self->change_label), TRUE);
}

/**
 * hr_figure_set_tight:
 * @self: a figure
 * @tight: whether there is little room across
 *
 * Puts the change below the figure, not beside it.
 */
void
hr_figure_set_tight (HrFigureButton *self, gboolean tight)
{
  g_return_if_fail (HR_IS_FIGURE (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->figure_box),
                                  tight ? GTK_ORIENTATION_VERTICAL
                                        : GTK_ORIENTATION_HORIZONTAL);
}

/**
 * hr_figure_set_text:
 * @self: a figure
 * @value: the figure as a person reads it
 * @note: (nullable): what stands under it
 *
 * Shows the figure.
 */
void
hr_figure_set_text (HrFigureButton *self, const char *value, const char *note)
{
  g_autofree char *name = NULL;

  g_return_if_fail (HR_IS_FIGURE (self));

  gtk_label_set_text (self->value_label, value);
  gtk_label_set_text (self->note_label, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), note != NULL);
  name = g_strdup_printf ("%s: %s. %s", gtk_label_get_text (self->title_label), value,
                          note != NULL ? note : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
