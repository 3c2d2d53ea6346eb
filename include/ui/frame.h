#ifndef UI_FRAME_H
#define UI_FRAME_H

#include <stdbool.h>
#include <stdint.h>

#include "base/attr.h"
#include "ui/canvas.h"
#include "ui/keymap.h"
#include "ui/notice.h"

/*
 * The grammar of every screen (80 x 24, more rows go to the body):
 *
 *	row 1    header      left and right, reverse
 *	row 2    trail       where am I, right: state
 *	row 3    rule
 *	...      body        17 rows at least
 *	row -4   rule
 *	row -3   hint
 *	row -2   message
 *	row -1   legend      only keys that work here now
 */
enum { FRAME_ROWS = 24, FRAME_COLUMNS = 80, FRAME_FOOT = 4,
	PLAIN_ROWS = 12, PLAIN_COLUMNS = 40 };

struct frame {
	const char *left, *right; /* header; NULL: nothing */
	const char *left_short;	  /* when left does not fit; or NULL */
	const char *watermark;	  /* in the header, left of right; or NULL */
	const char *trail, *state;
	const char *hint;
	const struct notice *notice; /* or NULL */
	const struct keymap *keymap; /* or NULL */
	uint64_t may;		     /* the actions that work now */
	key_words *words;	     /* sentence of a legend's code */
};

/* Is the canvas large enough for a screen (smaller when plain)? */
bool frame_fits(const struct canvas *canvas) nonnull(1);

/* Instead of a screen: sentence alone, wrapped, cursor after it. */
void frame_too_small(struct canvas *canvas, const char *sentence)
    nonnull(1, 2);

/* Where the body goes: all columns, rows between the rules. */
struct area frame_body(const struct canvas *canvas) nonnull(1);

/* Draw everything but the body; the cursor is left alone. */
void frame_paint(struct canvas *canvas, const struct frame *frame)
    nonnull(1, 2);

/* The legend alone, into one row: entries that do not fit are left out. */
void frame_legend(struct canvas *canvas, int row, const struct frame *frame)
    nonnull(1, 3);

#endif
