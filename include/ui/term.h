#ifndef UI_TERM_H
#define UI_TERM_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

#include "base/err.h"
#include "ui/canvas.h"
#include "ui/face.h"
#include "ui/key.h"

/*
 * The terminal on standard input and output. The only door to curses: one
 * terminal at a time, as curses has it.
 */
struct term;

/*
 * What brings the terminal back after a crash. Filled by term_open();
 * term_rescue() may be called from a signal handler.
 */
struct term_rescue {
	bool is_needed;
	struct termios before;
	char bytes[64];
	size_t size;
};

struct term_options {
	const char *type;  /* value of TERM; NULL or "" is refused */
	enum theme theme;  /* THEME_MONO is taken where there is no colour */
	bool is_ascii;	   /* the answer of term_locale(), or --ascii */
	bool has_mark;	   /* tests: tell when the screen is complete */
	int escape_ms;	   /* how long Esc waits for more; 0: 100 ms */
	/* not 0: stop. May be NULL. Set by cli's signal handlers */
	const volatile sig_atomic_t *stop;
	/* counts SIGCONT: the terminal is set up anew. May be NULL */
	const volatile sig_atomic_t *wakes;
	struct term_rescue *rescue; /* filled when not NULL */
};

/*
 * Choose the character set of this process (LC_CTYPE): the environment's when
 * it is UTF-8, else C.UTF-8. Returns false when there is neither: then only
 * ASCII can be shown. Storage is UTF-8 in any case. Called once, by cli.
 */
bool term_locale(void);

/*
 * Take the terminal over.
 *
 * FAIL_INVALID "term.no-terminal": not a terminal; "term.unknown" {1}: this
 * TERM is not known or cannot place the cursor. Nothing was written then.
 */
enum fail term_open(const struct term_options *options, struct term **ret_term,
    struct err *err) must_check nonnull(1, 2);

/* Give it back: screen cleared, modes as they were. NULL is allowed. */
void term_close(struct term *term);
void term_closep(struct term **term);
#define scoped_term scoped(term_closep) struct term *

/* Size now, each at least 1. */
void term_size(const struct term *term, int *ret_rows, int *ret_columns)
    nonnull(1, 2, 3);

/* The theme in use; THEME_MONO when the terminal has no colours. */
enum theme term_theme(const struct term *term) nonnull(1);

/* Show the canvas and put the cursor where it says. Sends only changes. */
void term_show(struct term *term, const struct canvas *canvas) nonnull(1, 2);

/*
 * Wait for a key, at most timeout_ms (negative: no limit), then K_IDLE.
 * K_STOP comes again and again once it came.
 */
struct key term_read(struct term *term, int timeout_ms) nonnull(1);

/* Drop what was typed ahead: only before a question that destroys. */
void term_drop_typed(struct term *term) nonnull(1);

/*
 * Has the terminal more keys waiting? Then do not draw, read: what was left
 * out is asked for with K_NONE before term_read() waits.
 */
bool term_is_busy(struct term *term) nonnull(1);

/* Signal-safe: leave the terminal as it was found. */
void term_rescue(const struct term_rescue *rescue) nonnull(1);

#endif
