#ifndef TESTS_LIB_SCENE_H
#define TESTS_LIB_SCENE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>
#include <vterm.h>

#include "base/arena.h"
#include "base/buf.h"
#include "ui/face.h"

/*
 * A scene: keys and golden screens, played to a real program on a pseudo
 * terminal. The steps are described in tests/README.
 */
enum { SCENE_ENV_MAX = 64, SCENE_WORDS_MAX = 32, SCENE_DEADLINE_MS = 20000 };

/* The program and its terminal. */
struct stage {
	const char *folder; /* it works in; NULL: where the player does */
	pid_t pid; /* 0: none runs */
	int fd;	   /* -1: hung up */
	VTerm *vterm;
	VTermScreen *screen;
	int rows, columns;
	unsigned long long sent;    /* bytes of keys so far */
	unsigned long long arrived; /* of which the shown screen knows */
	int marked_rows, marked_columns;
	bool has_mark;
	bool has_ended;
	int status; /* as the shell says it */
};

struct scene {
	struct arena *arena;
	const char *path, *name;
	const char *const *lines;
	const char **rewritten; /* for --update: what stands for a line */
	size_t n, at;		/* lines; the one being played */
	const char *title;	/* the last comment */
	bool is_update, is_changed;
	struct stage stage;
	const char *environment[SCENE_ENV_MAX];
	size_t n_environment;
	const char *program;
	const char *words[SCENE_WORDS_MAX]; /* of the last start */
	char folder[64];		    /* temporary */
	enum theme theme;
	long keys, keys_from;
	int tests, failed;
};

/* Plays one step; false: the step cannot be read. */
typedef bool step_play(struct scene *scene, const char *argument);

/* scene_start.c: the program and what it finds */
void scene_begin(struct scene *scene);
void scene_settle(struct scene *scene);
step_play play_env, play_clock, play_folder, play_program, play_start,
    play_restart, play_shell, play_size;

/* scene_step.c: one line; false: it is no step */
bool scene_play(struct scene *scene, const char *line);

/* scene_stage.c: start, keys, waiting */
void stage_init(struct stage *stage);
void stage_done(struct stage *stage);
void stage_size(struct stage *stage, int rows, int columns);
/* words and environment end with NULL; false: it cannot be started */
bool stage_start(struct stage *stage, const char *const *words,
    const char *const *environment);
void stage_send(struct stage *stage, const char *bytes, size_t size);
/* Until the screen knows all keys sent; false: deadline. */
bool stage_settle(struct stage *stage);
/* Until the next complete screen; false: deadline or end. */
bool stage_next(struct stage *stage);
/* Until the program has ended; false: deadline. */
bool stage_end(struct stage *stage);
void stage_signal(struct stage *stage, int number);
void stage_hang_up(struct stage *stage);

/* scene_screen.c: what the screen shows */
void screen_row(const struct stage *stage, int row, struct buf *out);
void screen_faces(const struct stage *stage, int row, enum theme theme,
    struct buf *out);
bool screen_has(const struct stage *stage, const char *text);
void screen_cursor(const struct stage *stage, int *row, int *column);
void screen_dump(const struct stage *stage);
/* Is the terminal as a shell wants it: echo on, lines, main screen? */
bool screen_is_given_back(const struct stage *stage);

/* scene_keys.c: bytes of a key's name, as xterm sends them; NULL: unknown */
const char *scene_key(struct arena *arena, const char *name);
/* \n \r \t \e \\ \xHH in text */
char *scene_unescape(struct arena *arena, const char *text, size_t *ret_size);

/* scene_check.c: assertions */
void check(struct scene *scene, bool holds, const char *format, ...)
    printf_like(3, 4);
void check_rows(struct scene *scene, bool is_faces, const char *range);
void check_cursor(struct scene *scene, const char *wanted);
void check_exit(struct scene *scene, const char *wanted);

#endif
