#ifndef SCREENS_ENTRIES_H
#define SCREENS_ENTRIES_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/canvas.h"
#include "ui/key.h"
#include "ui/line_edit.h"

/*
 * A few labelled lines one below the other: the small forms that hold no
 * record (sign-in, PIN, first officer). What they take is never a draft.
 */
enum { ENTRIES_MAX = 8 };

struct entry {
	const char *label; /* code of the label */
	const char *hint;  /* code of the hint line */
	size_t ceiling;    /* characters */
	int columns;       /* width of the field */
	bool is_secret;
};

struct entries {
	const struct entry *entry;
	size_t n;
	struct line_edit line[ENTRIES_MAX];
	size_t focus;
};

void entries_init(struct entries *entries, const struct entry *entry, size_t n)
    nonnull(1, 2);

/* Overwrites what was typed before it gives it back. */
void entries_done(struct entries *entries);

const char *entries_text(const struct entries *entries, size_t i) nonnull(1);
void entries_set(struct entries *entries, size_t i, const char *text)
    nonnull(1, 3);
void entries_focus(struct entries *entries, size_t i) nonnull(1);

/* Code of the hint of what has the focus. */
const char *entries_hint(const struct entries *entries) nonnull(1);

enum entries_result {
	ENTRIES_IGNORED, /* not a key of these */
	ENTRIES_MOVED,
	ENTRIES_CHANGED,
	ENTRIES_LAST,    /* Enter on the last one */
};
enum entries_result entries_key(struct entries *entries, const struct key *key)
    nonnull(1, 2);

/*
 * Label and field, one row each, step rows apart, from row and column on; on
 * the page, or inside a box.
 */
void entries_paint(const struct entries *entries, struct canvas *canvas,
    struct area area, int step, bool is_boxed) nonnull(1, 2);

#endif
