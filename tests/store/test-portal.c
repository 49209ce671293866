/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan that a Flatpak was given: the document portal shows it in a file system of its
 * own. The program is killed while it works there, and so is the portal: the person's
 * file must be the old plan or the new one, and what was promised must be recovered.
 *
 * This takes the portal itself, on a bus and in a place of this process's own. Where
 * there is none, or it cannot mount, a folder stands in for it that is gone all at once;
 * the test says so. */
#define _GNU_SOURCE /* O_PATH */
#include <fcntl.h>
#include <gio/gunixfdlist.h>
#include <signal.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "hr-test-namespace.h"
#include "hr-test-seed.h"
#include "hr-test-state.h"
#include "lives.h"

#define NAME "org.freedesktop.portal.Documents"
#define STORE "org.freedesktop.impl.portal.PermissionStore"
#define LIMIT 60 /* seconds to wait for anything */

/* How long a portal lives at most, in µs, while the program does. */
#define LIFE 15000

typedef struct
{
  Lives lives;
  gboolean real;
  char *mount; /* what the portal shows, or the folder in its place */
  char *gone;  /* where that folder is while it is gone */
  GTestDBus *bus;
  GDBusConnection *connection;
  gboolean there;       /* whether the portal is on the bus */
  gboolean store_there; /* and where it keeps its list */
  GPid store;
  guint n_starts; /* of the portal */
  guint n_deaths;
} Fixture;

/* For who is called by a signal. */
static Fixture *fixture;
static GPid portal;
static volatile sig_atomic_t died;

/* ---- The portal ----------------------------------------------------------------------
 */

static void
appeared_cb (GDBusConnection *connection,
             const char *name,
             const char *owner,
             gpointer there)
{
  *(gboolean *) there = TRUE;
}

static void
vanished_cb (GDBusConnection *connection, const char *name, gpointer there)
{
  *(gboolean *) there = FALSE;
}

static void
watch (Fixture *self, const char *name, gboolean *there)
{
  g_bus_watch_name_on_connection (self->connection, name, G_BUS_NAME_WATCHER_FLAGS_NONE,
                                  appeared_cb, vanished_cb, there, NULL);
}

static GPid
spawn (const char *program, const char *place)
{
  const char *argv[] = { program, NULL };
  g_auto (GStrv) env =
      g_environ_setenv (g_get_environ (), "XDG_RUNTIME_DIR", place, TRUE);
  g_autoptr (GError) error = NULL;
  GPid pid;

  g_spawn_async (NULL, (char **) argv, env, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid,
                 &error);
  g_assert_no_error (error);
  return pid;
}

static gboolean
has_store (Fixture *self)
{
  return self->store_there;
}

/* Whether the files lie on another disk than what is around them. */
static gboolean
is_mounted (Fixture *self)
{
  g_autofree char *around = g_path_get_dirname (self->mount);
  GStatBuf outer, inner;

  return self->there && g_stat (around, &outer) == 0 &&
         g_stat (self->mount, &inner) == 0 && outer.st_dev != inner.st_dev;
}

static gboolean
is_gone (Fixture *self)
{
  return !self->there;
}

static gboolean
tick_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
really_wait_until (Fixture *self, gboolean (*holds) (Fixture *), const char *what)
{
  gint64 deadline = g_get_monotonic_time () + LIMIT * G_USEC_PER_SEC;
  guint ticks = g_timeout_add (5, tick_cb, NULL);

  while (!holds (self) && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (ticks);
  if (!holds (self))
    g_error ("waited in vain until %s", what);
}
#define wait_until(self, holds) really_wait_until (self, holds, #holds)

/* Of a portal that was killed a dead mount stays for some time, or for good. So each has
 * a place of its own, to which a link leads. */
static char *
make_place (Fixture *self)
{
  g_autofree char *around = g_path_get_dirname (self->mount);
  g_autofree char *place = g_strdup_printf ("%s/run-%u", around, self->n_starts++);
  g_autofree char *shown = g_build_filename (place, "doc", NULL);

  g_assert_cmpint (g_mkdir (place, 0700), ==, 0);
  g_unlink (self->mount);
  g_assert_cmpint (symlink (shown, self->mount), ==, 0);
  return g_steal_pointer (&place);
}

static void
start_portal (Fixture *self)
{
  g_autofree char *place = NULL;

  died = FALSE;
  if (!self->real)
    {
      g_rename (self->gone, self->mount);
      return;
    }
  place = make_place (self);
  portal = spawn (g_getenv ("HEADROOM_DOCUMENT_PORTAL"), place);
  wait_until (self, is_mounted);
}

static void
bury (GPid pid)
{
  int status;

  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
}

/* All that a handler of a signal may do. */
static void
kill_portal_cb (int number)
{
  if (fixture->real)
    kill (portal, SIGKILL);
  else
    rename (fixture->mount, fixture->gone);
  died = TRUE;
}

static void
clear_portal (Fixture *self)
{
  if (!self->real)
    return;
  bury (portal);
  wait_until (self, is_gone);
}

static GVariant *
call (Fixture *self,
      const char *name,
      const char *path,
      const char *method,
      GVariant *arguments,
      GUnixFDList *files)
{
  g_autoptr (GError) error = NULL;
  GVariant *answer = g_dbus_connection_call_with_unix_fd_list_sync (
      self->connection, name, path, name, method, arguments, NULL, G_DBUS_CALL_FLAGS_NONE,
      -1, files, NULL, NULL, &error);

  g_assert_no_error (error);
  return answer;
}

/* The portal shows a file under a name that only it knows. */
static char *
add_document (Fixture *self)
{
  g_autoptr (GUnixFDList) files = g_unix_fd_list_new ();
  g_autoptr (GVariant) added = NULL, kept = NULL;
  int fd = open (self->lives.path, O_PATH | O_CLOEXEC);
  const char *id;

  g_assert_cmpint (g_unix_fd_list_append (files, fd, NULL), ==, 0);
  close (fd);
  added = call (self, NAME, "/org/freedesktop/portal/documents", "Add",
                g_variant_new ("(hbb)", 0, TRUE, TRUE), files);
  g_variant_get (added, "(&s)", &id);
  /* this is answered when the list is written, and every portal will read it */
  kept = call (
      self, STORE, "/org/freedesktop/impl/portal/PermissionStore", "SetPermission",
      g_variant_new_parsed ("('documents', true, %s, 'io.github.headroom.Headroom', "
                            "['read', 'write'])",
                            id),
      NULL);
  return g_build_filename (self->mount, id, "plan.headroom", NULL);
}

/* ---- What happens there --------------------------------------------------------------
 */

static LifeMoment
choose_moment (GRand *rand)
{
  return (LifeMoment) g_rand_int_range (rand, 0, N_LIFE_MOMENTS);
}

/* The portal may die before the program, or after it. */
static void
let_portal_die_within (GRand *rand)
{
  struct itimerval when = { .it_value.tv_usec = g_rand_int_range (rand, 1, LIFE) };

  g_assert_cmpint (setitimer (ITIMER_REAL, &when, NULL), ==, 0);
}

static void
let_portal_live (void)
{
  const struct itimerval never = { 0 };

  g_assert_cmpint (setitimer (ITIMER_REAL, &never, NULL), ==, 0);
}

static void
check (Fixture *self)
{
  if (died)
    {
      self->n_deaths++;
      clear_portal (self);
      start_portal (self);
    }
  lives_check_file (&self->lives);
  lives_check_recovery (&self->lives);
}

/* One life in which only the program dies, and one in which the portal may die too. */
static void
die_and_die (guint seed, gpointer data)
{
  Fixture *self = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  lives_begin (&self->lives, rand);
  lives_live (&self->lives, choose_moment (rand), rand);
  check (self);

  let_portal_die_within (rand);
  lives_live (&self->lives, choose_moment (rand), rand);
  let_portal_live ();
  check (self);
  lives_end (&self->lives);
}

static void
test_deaths (Fixture *self, gconstpointer data)
{
  hr_test_rounds (10, 500, die_and_die, self);
  g_test_message ("%s: %u kills of the program and %u of the portal, %u things done, "
                  "%u saves, %u refused",
                  self->real ? "the document portal" : "a folder in its place",
                  self->lives.n_kills, self->n_deaths, self->lives.n_acts,
                  self->lives.n_saves, self->lives.n_refused);
  if (g_getenv ("HEADROOM_SEED") == NULL)
    g_assert_true (self->n_deaths > 0 && self->lives.n_saves > 0);
}

/* ---- Around it -----------------------------------------------------------------------
 */

static void
set_up_bus (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  self->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (self->bus);
  self->connection = g_dbus_connection_new_for_address_sync (
      g_test_dbus_get_bus_address (self->bus),
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
          G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
      NULL, NULL, &error);
  g_assert_no_error (error);
  watch (self, NAME, &self->there);
  watch (self, STORE, &self->store_there);
  self->store = spawn (g_getenv ("HEADROOM_PERMISSION_STORE"), g_get_user_data_dir ());
  wait_until (self, has_store);
  start_portal (self);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  const char *place = data;
  g_autofree char *files = g_build_filename (place, "files", NULL);
  g_autofree char *shown = NULL;

  fixture = self;
  self->real = g_getenv ("HEADROOM_DOCUMENT_PORTAL") != NULL;
  self->mount = g_build_filename (place, "doc", NULL);
  self->gone = g_build_filename (place, "gone", NULL);
  self->lives.path =
      g_build_filename (self->real ? files : self->mount, "plan.headroom", NULL);
  g_assert_cmpint (g_mkdir (self->real ? files : self->mount, 0700), ==, 0);
  g_assert_true (g_file_set_contents (self->lives.path, "", 0, NULL));
  if (self->real)
    {
      set_up_bus (self);
      shown = add_document (self);
    }
  self->lives.file = g_file_new_for_path (self->real ? shown : self->lives.path);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  if (self->real)
    {
      kill_portal_cb (SIGALRM);
      clear_portal (self);
      kill (self->store, SIGKILL);
      bury (self->store);
      g_dbus_connection_close_sync (self->connection, NULL, NULL);
      g_clear_object (&self->connection);
      g_test_dbus_down (self->bus);
      g_clear_object (&self->bus);
    }
  g_clear_object (&self->lives.file);
  g_free (self->lives.path);
  g_free (self->mount);
  g_free (self->gone);
}

/* Without a portal that can mount there is no use in having one. */
static void
find_portal (void)
{
  gboolean can =
      hr_test_enter_namespace () && g_getenv ("HEADROOM_PERMISSION_STORE") != NULL;
  int fuse = open ("/dev/fuse", O_RDWR | O_CLOEXEC);

  if (!can || fuse < 0)
    g_unsetenv ("HEADROOM_DOCUMENT_PORTAL");
  if (fuse >= 0)
    close (fuse);
}

int
main (int argc, char **argv)
{
  const struct sigaction on_alarm = { .sa_handler = kill_portal_cb,
                                      .sa_flags = SA_RESTART };
  g_autofree char *place = g_dir_make_tmp ("headroom-portal-XXXXXX", NULL);
  g_autofree char *state = NULL;
  int status;

  find_portal ();
  sigaction (SIGALRM, &on_alarm, NULL);
  state = test_state_set_up ();
  g_setenv ("XDG_DATA_HOME", place, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/portal", Fixture, place, set_up, test_deaths, tear_down);
  status = g_test_run ();
  test_remove_tree (state);
  test_remove_tree (place);
  return status;
}
