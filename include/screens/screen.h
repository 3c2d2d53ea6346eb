#ifndef SCREENS_SCREEN_H
#define SCREENS_SCREEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/fact.h"
#include "ui/canvas.h"
#include "ui/frame.h"
#include "ui/key.h"
#include "ui/keymap.h"
#include "ui/notice.h"

/*
 * What every screen is: a struct of its own that begins with struct screen,
 * and a table of functions at the end of its file. Screens do not call one
 * another; they answer a key with a step, and the app takes it.
 */
struct app;
struct desk;
struct screen_ops;

struct screen {
	const struct screen_ops *ops;
	struct app *app;
	struct arena *arena; /* dies with the screen */
};

/* What a screen leaves to the one below it. */
struct outcome {
	int code;         /* the screen's own: a button, 1 for done; 0: Esc */
	const char *text; /* borrowed until resume() returns; may be NULL */
};

enum step_kind {
	STEP_STAY,
	STEP_UNUSED,  /* not a key of this screen: the app says so */
	STEP_PUSH,    /* open ops with arg above this one */
	STEP_REPLACE, /* the same, in place of this one */
	STEP_DONE,    /* close; the screen below resumes with outcome */
	STEP_HOME,    /* close everything above the dashboard */
	STEP_SIGN_OUT,
	STEP_QUIT,
};

struct step {
	enum step_kind kind;
	const struct screen_ops *ops;
	const void *arg; /* lives until open() has returned */
	struct outcome outcome;
};

struct step step_stay(void);
struct step step_unused(void);
struct step step_push(const struct screen_ops *ops, const void *arg);
struct step step_replace(const struct screen_ops *ops, const void *arg);
struct step step_done(int code, const char *text);

struct screen_ops {
	/* "list": words "screen.list" is its title, "help.list" its help. */
	const char *name;
	size_t size;
	bool is_overlay; /* drawn over the screen below, with its header */
	const struct keymap *keymap;
	/* Is a text field focused? NULL: KEY_IN_LIST. */
	enum key_context (*context)(const struct screen *screen);
	/* Which actions work now; NULL: all. */
	uint64_t (*may)(const struct screen *screen);
	/* arg is what the step carried. On failure the screen is closed. */
	enum fail (*open)(struct screen *screen, const void *arg,
	    struct err *err);
	/* What it does as soon as it is open; NULL: wait for a key. */
	struct step (*begin)(struct screen *screen);
	/* An action of the keymap. */
	struct step (*act)(struct screen *screen, int action);
	/* Any other key, folded; NULL: none is used. */
	struct step (*key)(struct screen *screen, const struct key *key);
	/* The screen above closed. */
	struct step (*resume)(struct screen *screen,
	    const struct screen_ops *from, const struct outcome *outcome);
	/* Fill trail, state and hint (texts live in arena). */
	void (*frame)(const struct screen *screen, struct arena *arena,
	    struct frame *frame);
	/* Draw the body, and put the cursor on the focus. */
	void (*paint)(const struct screen *screen, struct canvas *canvas,
	    struct area body);
	/* Help of what has the focus: title and text (in arena); NULL: none. */
	const char *(*help)(const struct screen *screen, struct arena *arena,
	    const char **ret_title);
	/* Time went by; NULL: nothing to do. Each minute, or after so many
	 * milliseconds without a key as hurries() says, when not 0. */
	void (*tick)(struct screen *screen);
	int (*hurries)(const struct screen *screen);
	/* Keep what was typed: the program stops, or the screen is locked. */
	void (*keep)(struct screen *screen);
	void (*close)(struct screen *screen);
};

/* The desk of the app; NULL before the first start is done. */
struct desk *screen_desk(const struct screen *screen) nonnull(1);

/*
 * Say something in the message line, until the next key that changes
 * something: "GALAT: ", "PERIKSA: " or "INFO: " and the sentence of the code
 * with up to four arguments, ended by NULL.
 */
void screen_say(const struct screen *screen, enum notice_kind kind,
    const char *code, ...) sentinel nonnull(1, 3);
void screen_say_fact(const struct screen *screen, enum notice_kind kind,
    const struct fact *fact) nonnull(1, 3);
void screen_say_err(const struct screen *screen, const struct err *err)
    nonnull(1, 2);
void screen_hush(const struct screen *screen) nonnull(1);

/* A sentence of a fact, in an arena. */
const char *sentence(struct arena *arena, const struct fact *fact)
    nonnull(1, 2);
const char *sentence_of(struct arena *arena, const char *code, ...)
    sentinel nonnull(1, 2);

/* Today by the desk's clock, and the minute, for a screen that counts. */
int64_t screen_now(const struct screen *screen) nonnull(1);

#endif
