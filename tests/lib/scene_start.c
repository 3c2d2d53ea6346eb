#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scene.h"

/* The steps that begin and end the program, and what it finds. */

static const char *
variable(const char *name, const char *instead)
{
	const char *value = getenv(name);

	return value != NULL ? value : instead;
}

/* Set NAME=VALUE for what is started from now on; "-NAME" takes it away. */
static bool
set_environment(struct scene *scene, const char *setting)
{
	bool is_gone = setting[0] == '-';
	size_t size, i = 0;

	setting += is_gone;
	size = strcspn(setting, "=");
	if (!is_gone && setting[size] != '=')
		return false;
	while (i < scene->n_environment &&
	    !(strncmp(scene->environment[i], setting, size) == 0 &&
		scene->environment[i][size] == '='))
		i++;
	if (is_gone) {
		if (i < scene->n_environment)
			scene->environment[i] =
			    scene->environment[--scene->n_environment];
		scene->environment[scene->n_environment] = NULL;
		return true;
	}
	if (i == SCENE_ENV_MAX - 1)
		return false;
	scene->environment[i] = arena_text(scene->arena, setting);
	if (i == scene->n_environment)
		scene->n_environment++;
	scene->environment[scene->n_environment] = NULL;
	return true;
}

void
scene_begin(struct scene *scene)
{
	static const char *const kept[] = { "PATH", "ASAN_OPTIONS",
		"UBSAN_OPTIONS", "LSAN_OPTIONS", "LOKET_SRCDIR",
		"LOKET_BUILDDIR" };
	struct arena *arena = scene->arena;
	const char *folder = scene->folder;

	for (size_t i = 0; i < array_length(kept); i++)
		if (getenv(kept[i]) != NULL)
			set_environment(scene, arena_print(arena, "%s=%s",
			    kept[i], getenv(kept[i])));
	set_environment(scene, "TERM=xterm-256color");
	set_environment(scene, "LC_ALL=C.UTF-8");
	set_environment(scene, "TZ=UTC");
	set_environment(scene, "LOKET_SCREEN_MARK=1");
	set_environment(scene, arena_print(arena, "HOME=%s", folder));
	set_environment(scene, arena_print(arena, "FOLDER=%s", folder));
	set_environment(scene, arena_print(arena, "LOKET_SYSCONFDIR=%s",
	    folder));
	set_environment(scene, arena_print(arena, "DATA=%s/data", folder));
	set_environment(scene, arena_print(arena,
	    "LOKET=%s/loket-test --data %s/data --assets %s",
	    variable("LOKET_BUILDDIR", "."), folder,
	    variable("LOKET_SRCDIR", ".")));
}

bool
play_env(struct scene *scene, const char *argument)
{
	return set_environment(scene, argument);
}

bool
play_clock(struct scene *scene, const char *argument)
{
	return set_environment(scene, arena_print(scene->arena,
	    "LOKET_CLOCK=%s", argument));
}

/* Another data folder, empty; the scene's own begins empty too. */
bool
play_folder(struct scene *scene, const char *argument)
{
	const char *folder = scene->folder;

	set_environment(scene, arena_print(scene->arena, "DATA=%s/%s", folder,
	    argument));
	return set_environment(scene, arena_print(scene->arena,
	    "LOKET=%s/loket-test --data %s/%s --assets %s",
	    variable("LOKET_BUILDDIR", "."), folder, argument,
	    variable("LOKET_SRCDIR", ".")));
}

bool
play_program(struct scene *scene, const char *argument)
{
	scene->program = arena_text(scene->arena, argument);
	return *argument != '\0';
}

/* Wait until the screen is complete; a failure is a test that failed. */
void
scene_settle(struct scene *scene)
{
	if (stage_settle(&scene->stage))
		return;
	check(scene, false, "no complete screen in time");
	screen_dump(&scene->stage);
}

static void
start(struct scene *scene)
{
	if (!stage_start(&scene->stage, scene->words, scene->environment))
		check(scene, false, "%s cannot be started", scene->words[0]);
	else
		scene_settle(scene);
}

/* The shell splits the words, so that quotes and $DATA work. */
bool
play_start(struct scene *scene, const char *argument)
{
	const char *program = "exec $LOKET";

	if (scene->program != NULL)
		program = arena_print(scene->arena, "exec '%s/%s'",
		    variable("LOKET_BUILDDIR", "."), scene->program);
	scene->words[0] = "/bin/sh";
	scene->words[1] = "-c";
	scene->words[2] = arena_print(scene->arena, "%s %s", program,
	    argument);
	scene->words[3] = NULL;
	start(scene);
	return true;
}

bool
play_restart(struct scene *scene, const char *argument)
{
	if (scene->words[0] == NULL || *argument != '\0')
		return false;
	stage_signal(&scene->stage, SIGTERM);
	if (!stage_end(&scene->stage))
		check(scene, false, "it does not stop");
	start(scene);
	return true;
}

/* A command that prepares something; it must end well. */
bool
play_shell(struct scene *scene, const char *argument)
{
	const char *words[] = { "/bin/sh", "-c", argument, NULL };
	struct stage stage;

	stage_init(&stage);
	stage.folder = scene->folder;
	if (!stage_start(&stage, words, scene->environment) ||
	    !stage_end(&stage) || stage.status != 0) {
		check(scene, false, "shell ended with %d", stage.status);
		screen_dump(&stage);
	}
	stage_done(&stage);
	return true;
}

bool
play_size(struct scene *scene, const char *argument)
{
	char *end;
	int rows = (int)strtol(argument, &end, 10);
	int columns = (int)strtol(end, NULL, 10);

	if (rows < 1 || columns < 1)
		return false;
	stage_size(&scene->stage, rows, columns);
	if (scene->stage.pid > 0)
		scene_settle(scene);
	return true;
}
