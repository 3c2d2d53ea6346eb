#ifndef SCREENS_PAGER_H
#define SCREENS_PAGER_H

#include <stddef.h>

#include "base/arena.h"
#include "ui/canvas.h"
#include "ui/key.h"

/* Lines to read, wrapped to the width when drawn, scrolled by the keys. */
struct pager_line {
	enum face face;
	int indent;
	const char *text;
};

struct pager {
	struct arena *arena; /* of the lines; the caller's */
	struct pager_line *lines;
	size_t n, room;
	size_t top; /* first line shown */
};

void pager_init(struct pager *pager, struct arena *arena) nonnull(1, 2);
void pager_add(struct pager *pager, enum face face, int indent,
    const char *text) nonnull(1, 4);

/* Add a text as lines wrapped to columns. */
void pager_flow(struct pager *pager, enum face face, int indent,
    size_t columns, const char *text) nonnull(1, 5);

/* The same with a mark in front; the text hangs behind it. */
void pager_item(struct pager *pager, enum face face, int indent,
    size_t columns, const char *mark, const char *text) nonnull(1, 5, 6);

/* Up, Down, pages, first and last; false for any other key. */
bool pager_key(struct pager *pager, const struct key *key, int rows)
    nonnull(1, 2);

/* Draw, with the cursor on the first line and "baris 1-15 dari 27" below. */
void pager_paint(const struct pager *pager, struct canvas *canvas,
    struct area area) nonnull(1, 2);

#endif
