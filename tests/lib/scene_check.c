#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scene.h"

void
check(struct scene *scene, bool holds, const char *format, ...)
{
	va_list list;

	scene->tests++;
	if (!holds)
		scene->failed++;
	printf("%sok %d - line %zu: ", holds ? "" : "not ", scene->tests,
	    scene->at + 1);
	va_start(list, format);
	vprintf(format, list);
	va_end(list);
	printf("%s%s\n", *scene->title != '\0' ? ": " : "", scene->title);
}

/* The golden rows below the step, without their '|'. */
static size_t
golden(const struct scene *scene)
{
	size_t n = 0;

	while (scene->at + 1 + n < scene->n &&
	    scene->lines[scene->at + 1 + n][0] == '|')
		n++;
	return n;
}

struct rows {
	int first, last;
	bool is_faces;
};

static void
take_row(struct scene *scene, const struct rows *rows, int row,
    struct buf *out)
{
	if (rows->is_faces)
		screen_faces(&scene->stage, row, scene->theme, out);
	else
		screen_row(&scene->stage, row, out);
	/* a buffer that never held anything has no text */
	if (out->size == 0) {
		buf_char(out, ' ');
		buf_cut(out, 0);
	}
}

/* For --update: the rows as they are, in place of those that stood there. */
static void
rewrite(struct scene *scene, const struct rows *rows, size_t n)
{
	scoped_buf all = { 0 }, row = { 0 };
	size_t end = 0;

	buf_init(&all, 1 << 20);
	buf_init(&row, 1 << 16);
	for (int i = rows->first; i <= rows->last; i++) {
		take_row(scene, rows, i, &row);
		buf_print(&all, "\n|%s", row.text);
		if (row.size > 0)
			end = all.size;
	}
	buf_cut(&all, end);
	scene->rewritten[scene->at] = arena_print(scene->arena, "%s%s",
	    scene->lines[scene->at], all.size > 0 ? all.text : "");
	for (size_t i = 1; i <= n; i++)
		scene->rewritten[scene->at + i] = NULL;
	scene->is_changed = true;
}

static bool
are_golden(struct scene *scene, const struct rows *rows, size_t n, bool tell)
{
	scoped_buf got = { 0 };
	bool is_same = true;

	buf_init(&got, 1 << 16);
	for (int i = rows->first; i <= rows->last; i++) {
		size_t at = (size_t)(i - rows->first);
		const char *wanted = at < n ?
		    scene->lines[scene->at + 1 + at] + 1 : "";

		take_row(scene, rows, i, &got);
		if (strcmp(wanted, got.text) == 0)
			continue;
		is_same = false;
		if (tell)
			printf("# row %2d wanted |%s\n#        got    |%s\n",
			    i, wanted, got.text);
	}
	if (n > (size_t)(rows->last - rows->first + 1)) {
		is_same = false;
		if (tell)
			printf("# more golden rows than the screen has\n");
	}
	return is_same;
}

void
check_rows(struct scene *scene, bool is_faces, const char *range)
{
	struct rows rows = { 0, scene->stage.rows - 1, is_faces };
	size_t n = golden(scene);
	bool is_same;
	char *end;

	if (*range != '\0') {
		rows.first = (int)strtol(range, &end, 10);
		rows.last = (int)strtol(end, &end, 10);
	}
	if (scene->stage.vterm == NULL || rows.first < 0 ||
	    rows.last >= scene->stage.rows || rows.first > rows.last) {
		check(scene, false, "no such rows");
		return;
	}
	is_same = are_golden(scene, &rows, n, false);
	if (scene->is_update && !is_same) {
		rewrite(scene, &rows, n);
		is_same = true;
	}
	check(scene, is_same, is_faces ? "faces" : "screen");
	if (!is_same)
		are_golden(scene, &rows, n, true);
}

void
check_cursor(struct scene *scene, const char *wanted)
{
	int row = 0, column = 0;
	bool is_there;
	char text[32];

	if (scene->stage.vterm != NULL)
		screen_cursor(&scene->stage, &row, &column);
	snprintf(text, sizeof(text), "%d %d", row, column);
	is_there = strcmp(text, wanted) == 0;
	if (scene->is_update && !is_there) {
		scene->rewritten[scene->at] = arena_print(scene->arena,
		    "cursor %s", text);
		scene->is_changed = is_there = true;
	}
	check(scene, is_there, "cursor %s", wanted);
	if (is_there)
		return;
	printf("# wanted %s, got %s\n", wanted, text);
	screen_dump(&scene->stage);
}

void
check_exit(struct scene *scene, const char *wanted)
{
	bool has_ended = stage_end(&scene->stage);
	int status = (int)strtol(wanted, NULL, 10);

	check(scene, has_ended && scene->stage.status == status, "exit %d",
	    status);
	if (!has_ended)
		printf("# it goes on\n");
	else if (scene->stage.status != status)
		printf("# ended with %d\n", scene->stage.status);
	if (!has_ended || scene->stage.status != status)
		screen_dump(&scene->stage);
	if (has_ended && scene->stage.status < 128)
		check(scene, screen_is_given_back(&scene->stage),
		    "the terminal is given back");
}
