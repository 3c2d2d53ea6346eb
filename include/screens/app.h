#ifndef SCREENS_APP_H
#define SCREENS_APP_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/err.h"
#include "screens/lesson.h"
#include "screens/screen.h"
#include "ui/term.h"

/*
 * The stack of screens and the loop: paint, show, read a key, take the step.
 */
enum { APP_DEPTH_MAX = 16 };

/* What a new counter needs to know about itself. */
struct setup {
	const char *station; /* "L01" */
	const char *staff_id, *name, *post;
	const char *passphrase; /* forgotten by the caller afterwards */
};

/* Joining other counters: files and folders as they were typed. */
struct join_wish {
	const char *invitation, *share;
};

struct joined {
	struct desk *desk;
	const char *station; /* with its letter: "L02", "L02B" */
	bool is_file_left;   /* the used invitation could not be removed */
};

/*
 * What only the room cli can do: open registers. Each gives a desk that the
 * host owns and closes after app_run().
 */
struct app_host {
	enum fail (*set_up)(void *context, const struct setup *setup,
	    struct desk **ret_desk, struct err *err);
	/* Waits for the share, 20 seconds at most. */
	enum fail (*join)(void *context, const struct join_wish *wish,
	    struct joined *ret_joined, struct err *err);
	/* The station of a counter that joined, and has no officers yet;
	 * NULL when it did not. */
	const char *(*joined)(void *context);
	/* Files in a folder that may be invitations, by path, in arena. */
	enum fail (*invitations)(const char *folder, struct arena *arena,
	    const char *const **ret_paths, size_t *ret_n, struct err *err);
	/* Four words for a passphrase. */
	enum fail (*suggest)(void *context, struct buf *out, struct err *err);
	enum fail (*practise)(void *context, struct desk **ret_desk,
	    struct err *err);
	/* The folder where papers of the open register wait. */
	const char *(*spool)(void *context);
	/* Start an exchange with the share that goes on by itself; cause:
	 * "hand", "start", "timer", "closing". */
	enum fail (*exchange)(void *context, const char *cause,
	    struct err *err);
	/* Ask it to end after the file it is at. */
	enum fail (*stop_exchange)(void *context, int64_t pid,
	    struct err *err);
	void *context;
};

struct app_options {
	struct desk *desk; /* NULL: this counter is not set up yet */
	const struct app_host *host;
	struct clock clock;
	struct entropy entropy;
	struct term *term;
	bool is_practice;
	bool is_plain;
	bool is_ascii;
	const char *assets;  /* folder that holds data/ and forms/ */
	struct fact notice;  /* to be said at the start; code "": nothing */
};

struct app {
	struct app_options options;
	struct desk *desk;
	bool is_practice;
	struct canvas *canvas;
	struct notices notices;
	struct screen *stack[APP_DEPTH_MAX];
	size_t depth;
	struct arena *arena; /* lives as long as the app */
	struct lesson lesson;
	bool wants_code;     /* Ctrl-G was pressed: two letters follow */
	char code[3];        /* what came of them */
	int64_t key_at_ms;   /* the last key, for the idle lock */
	char locked_id[64];  /* staff id of who worked when the lock fell */
};

/*
 * Run until the officer leaves, or a signal says stop. FAIL_IO and the like
 * are said on the screens, not returned; only the first screen's failure is.
 */
enum fail app_run(const struct app_options *options, struct err *err)
    must_check nonnull(1);

/* For screens: take the desk the host has just opened. */
void app_use_desk(struct app *app, struct desk *desk, bool is_practice)
    nonnull(1, 2);

/*
 * Start an exchange by hand; it goes on by itself. Failures of
 * desk_exchange_may_start(); FAIL_BUSY exchange.busy.
 */
enum fail app_start_exchange(struct app *app, const char *cause,
    struct err *err) must_check nonnull(1, 2, 3);

/* Begin the lesson; it goes on until its last step. */
enum fail app_begin_lesson(struct app *app, struct err *err)
    must_check nonnull(1);

/* Screens reached from everywhere by Ctrl-G and two letters. */
struct place {
	const char *code; /* "PB" */
	const struct screen_ops *ops;
	const void *arg;
};
const struct place *places(size_t *ret_n) nonnull(1);

#endif
