#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "scene.h"

/*
 * scene [--update] FILE...: play scenes and tell in TAP how they went. With
 * --update, golden rows that differ are written anew, for a person to read
 * the difference.
 */
enum { FILE_MAX = 4 << 20, FOLDERS_OPEN = 16 };

static bool
read_lines(struct scene *scene)
{
	size_t size, n = 0;
	char *bytes, *line, *rest;
	const char **lines;
	struct err err;

	if (file_read(scene->path, FILE_MAX, scene->arena, &bytes, &size,
	    &err)) {
		printf("Bail out! %s\n", err.text);
		return false;
	}
	lines = arena_array(scene->arena, size + 1, sizeof(*lines));
	rest = bytes;
	while ((line = strsep(&rest, "\n")) != NULL)
		lines[n++] = line;
	/* what follows the last newline is no line */
	if (n > 0 && *lines[n - 1] == '\0')
		n--;
	scene->lines = lines;
	scene->n = n;
	scene->rewritten = arena_array(scene->arena, n + 1,
	    sizeof(*scene->rewritten));
	for (size_t i = 0; i < n; i++)
		scene->rewritten[i] = lines[i];
	return true;
}

static bool
play_lines(struct scene *scene)
{
	for (scene->at = 0; scene->at < scene->n; scene->at++) {
		const char *line = scene->lines[scene->at];

		if (line[0] == '#')
			scene->title = line + 1 + strspn(line + 1, " ");
		if (line[0] == '\0')
			scene->title = "";
		if (line[0] == '\0' || line[0] == '#' || line[0] == '|')
			continue;
		if (!scene_play(scene, line)) {
			printf("Bail out! %s:%zu: cannot be played: %s\n",
			    scene->path, scene->at + 1, line);
			return false;
		}
	}
	return true;
}

static bool
write_lines(struct scene *scene)
{
	scoped_buf all = { 0 };
	struct err err;

	if (!scene->is_changed)
		return true;
	buf_init(&all, FILE_MAX);
	for (size_t i = 0; i < scene->n; i++)
		if (scene->rewritten[i] != NULL)
			buf_print(&all, "%s\n", scene->rewritten[i]);
	if (file_write(scene->path, all.text, all.size, 0644, &err)) {
		printf("Bail out! %s\n", err.text);
		return false;
	}
	printf("# written anew: %s\n", scene->path);
	return true;
}

static int
remove_one(const char *path, const struct stat *info, int kind,
    struct FTW *place)
{
	(void)info;
	(void)kind;
	(void)place;
	return remove(path);
}

/* Play one file; tests counts on from those before. */
static bool
play_file(const char *path, bool is_update, int *tests)
{
	scoped_arena arena = arena_new();
	struct scene scene = { .arena = arena, .path = path, .title = "",
		.is_update = is_update, .tests = *tests };
	const char *place = getenv("TMPDIR");
	bool is_played;

	snprintf(scene.folder, sizeof(scene.folder), "%s/loket-scene.XXXXXX",
	    place != NULL && strlen(place) < 32 ? place : "/tmp");
	if (mkdtemp(scene.folder) == NULL) {
		printf("Bail out! no temporary folder\n");
		return false;
	}
	stage_init(&scene.stage);
	scene.stage.folder = scene.folder;
	scene_begin(&scene);
	is_played = read_lines(&scene) && play_lines(&scene) &&
	    write_lines(&scene);
	stage_done(&scene.stage);
	nftw(scene.folder, remove_one, FOLDERS_OPEN, FTW_DEPTH | FTW_PHYS);
	*tests = scene.tests;
	return is_played;
}

int
main(int argc, char **argv)
{
	bool is_update = argc > 1 && strcmp(argv[1], "--update") == 0;
	int tests = 0;
	sigset_t set;

	/* the end of a program is waited for, not caught */
	sigemptyset(&set);
	sigaddset(&set, SIGCHLD);
	sigprocmask(SIG_BLOCK, &set, NULL);
	signal(SIGPIPE, SIG_IGN);
	for (int i = is_update ? 2 : 1; i < argc; i++)
		if (!play_file(argv[i], is_update, &tests))
			return 1;
	printf("1..%d\n", tests);
	return 0;
}
