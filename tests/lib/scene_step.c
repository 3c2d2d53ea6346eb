#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "scene.h"

/* The steps that press keys and look at the screen, and all by name. */
enum { TYPE_CHUNK = 16, PASTE_MAX = 4 << 20 };

static void
press(struct scene *scene, const char *bytes, size_t size)
{
	stage_send(&scene->stage, bytes, size);
	scene_settle(scene);
}

/* As hands do: a few letters at a time. */
static bool
play_type(struct scene *scene, const char *argument)
{
	scene->keys += (long)text_characters(argument);
	while (*argument != '\0') {
		size_t size = text_fit_bytes(argument, TYPE_CHUNK);

		if (size == 0)
			return false;
		press(scene, argument, size);
		argument += size;
	}
	return true;
}

static bool
play_key(struct scene *scene, const char *argument)
{
	while (*argument != '\0') {
		size_t size = strcspn(argument, " ");
		char *name = arena_bytes(scene->arena, argument, size);
		char *times = strchr(name + 1, '*');
		long n = times != NULL ? strtol(times + 1, NULL, 10) : 1;
		const char *bytes;

		if (times != NULL)
			*times = '\0';
		bytes = scene_key(scene->arena, name);
		if (bytes == NULL || n < 1)
			return false;
		for (; n > 0; n--, scene->keys++)
			press(scene, bytes, strlen(bytes));
		argument += size;
		argument += strspn(argument, " ");
	}
	return true;
}

static bool
play_bytes(struct scene *scene, const char *argument)
{
	size_t size;
	const char *bytes = scene_unescape(scene->arena, argument, &size);

	press(scene, bytes, size);
	return size > 0;
}

static bool
play_paste(struct scene *scene, const char *argument)
{
	scoped_buf all = { 0 };
	size_t size;
	const char *text = scene_unescape(scene->arena, argument, &size);

	buf_init(&all, PASTE_MAX);
	buf_text(&all, "\033[200~");
	buf_add(&all, text, size);
	buf_text(&all, "\033[201~");
	scene->keys++;
	press(scene, all.text, all.size);
	return !all.is_over;
}

static bool
play_screen(struct scene *scene, const char *argument)
{
	check_rows(scene, false, argument);
	return true;
}

static bool
play_faces(struct scene *scene, const char *argument)
{
	check_rows(scene, true, argument);
	return true;
}

static bool
play_theme(struct scene *scene, const char *argument)
{
	return theme_parse(argument, &scene->theme);
}

static bool
play_cursor(struct scene *scene, const char *argument)
{
	check_cursor(scene, argument);
	return true;
}

static bool
play_expect(struct scene *scene, const char *argument)
{
	bool is_there = scene->stage.vterm != NULL &&
	    screen_has(&scene->stage, argument);

	check(scene, is_there, "expect %s", argument);
	if (!is_there)
		screen_dump(&scene->stage);
	return *argument != '\0';
}

static bool
play_gone(struct scene *scene, const char *argument)
{
	bool is_there = scene->stage.vterm != NULL &&
	    screen_has(&scene->stage, argument);

	check(scene, !is_there, "gone %s", argument);
	if (is_there)
		screen_dump(&scene->stage);
	return *argument != '\0';
}

/* What comes by itself, without a key. */
static bool
play_wait(struct scene *scene, const char *argument)
{
	bool is_there = screen_has(&scene->stage, argument);

	while (!is_there && stage_next(&scene->stage))
		is_there = screen_has(&scene->stage, argument);
	check(scene, is_there, "wait %s", argument);
	if (!is_there)
		screen_dump(&scene->stage);
	return *argument != '\0';
}

static bool
play_exit(struct scene *scene, const char *argument)
{
	check_exit(scene, argument);
	return *argument != '\0';
}

static bool
play_signal(struct scene *scene, const char *argument)
{
	static const struct signal_name {
		const char *name;
		int number;
	} names[] = {
		{ "HUP", SIGHUP },   { "INT", SIGINT },	  { "TERM", SIGTERM },
		{ "QUIT", SIGQUIT }, { "SEGV", SIGSEGV }, { "ABRT", SIGABRT },
		{ "STOP", SIGSTOP }, { "CONT", SIGCONT }, { "KILL", SIGKILL },
	};

	for (size_t i = 0; i < array_length(names); i++) {
		if (strcmp(names[i].name, argument) == 0) {
			stage_signal(&scene->stage, names[i].number);
			return true;
		}
	}
	return false;
}

static bool
play_kill(struct scene *scene, const char *argument)
{
	stage_signal(&scene->stage, SIGKILL);
	if (!stage_end(&scene->stage))
		check(scene, false, "it cannot be killed");
	return *argument == '\0';
}

static bool
play_hangup(struct scene *scene, const char *argument)
{
	stage_hang_up(&scene->stage);
	return *argument == '\0';
}

/* count from | count | count at-most N */
static bool
play_count(struct scene *scene, const char *argument)
{
	long keys = scene->keys - scene->keys_from;

	if (strcmp(argument, "from") == 0) {
		scene->keys_from = scene->keys;
		return true;
	}
	if (strncmp(argument, "at-most ", 8) == 0)
		check(scene, keys <= strtol(argument + 8, NULL, 10),
		    "%ld keys, %s", keys, argument);
	else
		printf("# line %zu: %ld keys\n", scene->at + 1, keys);
	return *argument == '\0' || strncmp(argument, "at-most ", 8) == 0;
}

static const struct step {
	const char *name;
	step_play *play;
} steps[] = {
	{ "program", play_program }, { "env", play_env },
	{ "clock", play_clock },     { "folder", play_folder },
	{ "shell", play_shell },     { "start", play_start },
	{ "restart", play_restart }, { "kill", play_kill },
	{ "signal", play_signal },   { "hangup", play_hangup },
	{ "size", play_size },	     { "type", play_type },
	{ "key", play_key },	     { "paste", play_paste },
	{ "bytes", play_bytes },     { "screen", play_screen },
	{ "faces", play_faces },     { "theme", play_theme },
	{ "cursor", play_cursor },   { "expect", play_expect },
	{ "gone", play_gone },	     { "wait", play_wait },
	{ "exit", play_exit },	     { "count", play_count },
};

bool
scene_play(struct scene *scene, const char *line)
{
	size_t size = strcspn(line, " ");
	const char *argument = line + size + (line[size] == ' ');

	for (size_t i = 0; i < array_length(steps); i++)
		if (strlen(steps[i].name) == size &&
		    memcmp(steps[i].name, line, size) == 0)
			return steps[i].play(scene, argument);
	return false;
}
