#ifndef UI_LIST_H
#define UI_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"
#include "base/id.h"
#include "ui/canvas.h"
#include "ui/key.h"

/*
 * Rows under a selection. The list asks for rows by number and only for those
 * it shows; where they come from is the source's business. The selection is a
 * row's id, so it survives a refresh in which rows move.
 */
struct list_source {
	/* How many rows there are now. */
	size_t (*count)(void *context);
	/* The key of row i; zero when rows have none. */
	struct id (*id)(void *context, size_t i);
	/*
	 * Draw row i: area is one row high and begins after the marks column;
	 * face is what the row is to be drawn in.
	 */
	void (*paint)(void *context, size_t i, struct canvas *canvas,
	    struct area area, enum face face);
	/* Row of an id, or SIZE_MAX. NULL: the list looks near the old row. */
	size_t (*find)(void *context, const struct id *id);
	/* May the row be selected (not: a heading)? NULL: every row. */
	bool (*may_select)(void *context, size_t i);
	void *context;
};

struct list {
	const struct list_source *source;
	size_t n;	 /* rows at the last refresh */
	size_t selected; /* row number; 0 when there is none */
	size_t top;
	int rows; /* of the window */
	struct id id;
};

enum list_result {
	LIST_IGNORED, /* not a key of the list */
	LIST_MOVED,   /* the selection, or already at the edge */
	LIST_CHOSEN,  /* Enter on a row */
};

/* rows of the window; source must outlive the list. */
void list_init(struct list *list, const struct list_source *source, int rows)
    nonnull(1, 2);

/* Ask the source again; the selected id stays selected if it is there. */
void list_refresh(struct list *list) nonnull(1);

void list_resize(struct list *list, int rows) nonnull(1);

/* Select row i (clamped) or the row of an id (false: there is none). */
void list_select(struct list *list, size_t i) nonnull(1);
bool list_select_id(struct list *list, const struct id *id) nonnull(1, 2);

/* Is there a selected row at all? */
bool list_has_row(const struct list *list) nonnull(1);

/* Up, Down, PgUp, PgDn, Home, End, first, last, Enter. */
enum list_result list_key(struct list *list, const struct key *key)
    nonnull(1, 2);

/*
 * Draw the window: '>' in the first column of the selected row and, with
 * has_focus, FACE_FOCUS and the cursor on its first cell.
 */
void list_paint(const struct list *list, struct canvas *canvas,
    struct area area, bool has_focus) nonnull(1, 2);

#endif
