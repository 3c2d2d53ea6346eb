#ifndef UI_EDIT_H
#define UI_EDIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/buf.h"
#include "ui/key.h"

/*
 * The text under a cursor, with undo: what line_edit and text_area share.
 * Text is valid UTF-8 in NFC; the cursor stands between clusters.
 */
enum edit_result {
	EDIT_IGNORED, /* not a key of the editor */
	EDIT_MOVED,   /* a key of the editor, but the text is as it was */
	EDIT_CHANGED,
	EDIT_REFUSED, /* nothing of what was typed may stand here */
	EDIT_FULL,    /* the ceiling was reached; the rest was left out */
};

/* May this character be typed here? Called once for each character. */
typedef bool edit_accept(const void *context, uint32_t point);

enum { EDIT_CEILING = 100000, EDIT_UNDO_MAX = 64 };

struct edit_step {
	struct buf text;
	size_t at;
};

struct edit {
	struct buf text;
	size_t at;	/* cursor: byte offset */
	size_t ceiling; /* in characters */
	bool has_newlines;
	edit_accept *accept; /* NULL: whatever may stand in text */
	const void *context;
	/* internal */
	struct edit_step undo[EDIT_UNDO_MAX], redo[EDIT_UNDO_MAX];
	size_t n_undo, n_redo;
	int run; /* kind of the last change, to take words as one step */
};

/* ceiling in characters; 0: EDIT_CEILING. */
void edit_init(struct edit *edit, size_t ceiling, bool has_newlines)
    nonnull(1);
void edit_done(struct edit *edit);

void edit_accepting(struct edit *edit, edit_accept *accept,
    const void *context) nonnull(1);

/* Replace everything (cleaned, not filtered), cursor at the end, no undo. */
void edit_set(struct edit *edit, const char *text) nonnull(1, 2);
const char *edit_text(const struct edit *edit) nonnull(1);

/* Put size bytes in at the cursor, as if pasted. */
enum edit_result edit_insert(struct edit *edit, const char *text, size_t size)
    nonnull(1, 2);

/*
 * The keys both editors know: text, paste, Backspace, Delete, Left, Right,
 * words, Ctrl-W (word), Ctrl-U (all), Ctrl-Z, Ctrl-Y. Not Home and End.
 */
enum edit_result edit_key(struct edit *edit, const struct key *key)
    nonnull(1, 2);

#endif
