/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-effect-list.h"

#include <glib/gi18n-lib.h>

#include "hr-format.h"

/* What is held against each other. */
typedef enum
{
  EFFECT_HOURS,
  EFFECT_BOOK,
  EFFECT_PEOPLE,
  EFFECT_COST,
  EFFECT_ARR,
  N_EFFECTS,
} Effect;

typedef struct
{
  GtkWidget *row;
  GtkLabel *title;
  GtkLabel *before;
  GtkLabel *after;
  GtkLabel *change;
} Line;

/**
 * HrEffectList:
 * @before-title: what the first column is called
 * @after-title: what the second one is called
 *
 * What another journey does to the figures of a segment, side by side: hours, people,
 * cost, and the ARR that each person carries.
 */
struct _HrEffectList
{
  AdwBin parent_instance;

  char *before_title;
  char *after_title;
  GtkListBox *list;
  Line lines[N_EFFECTS];
};

G_DEFINE_FINAL_TYPE (HrEffectList, hr_effect_list, ADW_TYPE_BIN)

typedef enum
{
  PROP_BEFORE_TITLE = 1,
  PROP_AFTER_TITLE,
} HrEffectListProperty;

static GParamSpec *props[PROP_AFTER_TITLE + 1];

static GtkLabel *
add_label (GtkWidget *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE_FILL);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkWidget *
add_row (HrEffectList *self, GtkWidget *content)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_widget_add_css_class (content, "effect");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), content);
  gtk_list_box_append (self->list, row);
  return row;
}

static GtkWidget *
make_columns (void)
{
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_set_homogeneous (GTK_BOX (columns), TRUE);
  return columns;
}

static void
add_titles (HrEffectList *self)
{
  const char *titles[] = { self->before_title, self->after_title, _ ("Change") };
  GtkWidget *columns = make_columns ();

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      GtkLabel *label = add_label (columns, "caption-heading");

      gtk_label_set_text (label, titles[i]);
    }
  add_row (self, columns);
}

static void
add_line (HrEffectList *self, Line *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *columns = make_columns ();

  line->title = add_label (box, "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (line->title), "caption");
  gtk_box_append (GTK_BOX (box), columns);
  line->before = add_label (columns, "numeric");
  line->after = add_label (columns, "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (line->after), "heading");
  line->change = add_label (columns, "numeric");
  line->row = add_row (self, box);
}

static void
hr_effect_list_set_property (GObject *object,
                             guint prop_id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  HrEffectList *self = HR_EFFECT_LIST (object);

  switch ((HrEffectListProperty) prop_id)
    {
    case PROP_BEFORE_TITLE:
      self->before_title = g_value_dup_string (value);
      break;
    case PROP_AFTER_TITLE:
      self->after_title = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hr_effect_list_constructed (GObject *object)
{
  HrEffectList *self = HR_EFFECT_LIST (object);

  G_OBJECT_CLASS (hr_effect_list_parent_class)->constructed (object);

  add_titles (self);
  for (guint i = 0; i < N_EFFECTS; i++)
    add_line (self, &self->lines[i]);
}

static void
hr_effect_list_finalize (GObject *object)
{
  HrEffectList *self = HR_EFFECT_LIST (object);

  g_clear_pointer (&self->before_title, g_free);
  g_clear_pointer (&self->after_title, g_free);

  G_OBJECT_CLASS (hr_effect_list_parent_class)->finalize (object);
}

static void
hr_effect_list_class_init (HrEffectListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags =
      G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = hr_effect_list_set_property;
  object_class->constructed = hr_effect_list_constructed;
  object_class->finalize = hr_effect_list_finalize;

  props[PROP_BEFORE_TITLE] =
      g_param_spec_string ("before-title", NULL, NULL, NULL, flags);
  props[PROP_AFTER_TITLE] = g_param_spec_string ("after-title", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
hr_effect_list_init (HrEffectList *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Effect"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

static char *
write_figure (double value, HrUnit unit, const char *currency)
{
  if (unit == HR_UNIT_MONEY)
    return hr_format_money_compact (value, currency);
  return unit == HR_UNIT_PEOPLE ? hr_format_people (value) : hr_format_hours (value);
}

static void
show_line (HrEffectList *self,
           Line *line,
           const char *title,
           const double values[2],
           HrUnit unit,
           const char *currency)
{
  g_autofree char *before = write_figure (values[0], unit, currency);
  g_autofree char *after = write_figure (values[1], unit, currency);
  g_autofree char *change = hr_format_difference (values[0], values[1], unit, currency);
  g_autofree char *heard =
      g_strdup_printf ("%s. %s: %s. %s: %s. %s: %s", title, self->before_title, before,
                       self->after_title, after, _ ("Change"), change);

  gtk_label_set_text (line->title, title);
  gtk_label_set_text (line->before, before);
  gtk_label_set_text (line->after, after);
  gtk_label_set_text (line->change, change);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line->row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, heard, -1);
}

/**
 * hr_effect_list_show:
 * @self: the list
 * @before: the answer for a segment
 * @after: the answer for the same segment with another journey
 * @currency: of the plan
 *
 * Shows both, and by how much they differ.
 */
void
hr_effect_list_show (HrEffectList *self,
                     const HrSegmentCapacity *before,
                     const HrSegmentCapacity *after,
                     const char *currency)
{
  const char *role = before->book.role != NULL ? before->book.role->name : _ ("Person");
  g_autofree char *book = g_strdup_printf (_ ("%s Needed"), role);
  g_autofree char *arr = hr_format_arr_title (before, currency);
  const struct
  {
    const char *title;
    double values[2];
    HrUnit unit;
  } effects[N_EFFECTS] = {
    [EFFECT_HOURS] = { _ ("Hours per Customer and Year"),
                       { before->workload_hours, after->workload_hours },
                       HR_UNIT_HOURS_PER_CUSTOMER },
    [EFFECT_BOOK] = { book, { before->book.fte, after->book.fte }, HR_UNIT_PEOPLE },
    [EFFECT_PEOPLE] = { _ ("People Needed, All Roles"),
                        { before->fte, after->fte },
                        HR_UNIT_PEOPLE },
    [EFFECT_COST] = { _ ("Cost a Year"), { before->cost, after->cost }, HR_UNIT_MONEY },
    [EFFECT_ARR] = { arr,
                     { before->book.arr_per_fte, after->book.arr_per_fte },
                     HR_UNIT_MONEY },
  };

  g_return_if_fail (HR_IS_EFFECT_LIST (self));

  for (guint i = 0; i < N_EFFECTS; i++)
    show_line (self, &self->lines[i], effects[i].title, effects[i].values,
               effects[i].unit, currency);
}
