#ifndef SCREENS_FIND_ROWS_H
#define SCREENS_FIND_ROWS_H

#include <stdbool.h>

#include "base/arena.h"
#include "screens/screen.h"
#include "ui/canvas.h"

/*
 * What the one search box finds: groups of rows, each under its heading. A
 * group knows how to search, to draw and to open its rows; nobody else does.
 */
struct find_row {
	const struct find_group *group;
	const void *data;  /* NULL: the heading of the group */
	size_t n;          /* of a heading: rows below it */
	bool has_more;     /* and there may be others */
};

struct find_rows {
	struct desk *desk;
	struct arena *arena; /* of the rows; emptied at every search */
	struct find_row *list;
	size_t n, room;
	size_t found; /* rows without headings */
};

struct find_group {
	const char *heading; /* code of it */
	/* Add up to limit rows with find_add(). */
	enum fail (*search)(struct find_rows *rows,
	    const struct find_group *group, const char *text, size_t limit,
	    struct err *err);
	void (*paint)(const void *data, struct canvas *canvas,
	    struct area area, enum face face);
	/* What Enter does; arena is the screen's. */
	struct step (*open)(const void *data, struct arena *arena);
};

void find_rows_init(struct find_rows *rows, struct desk *desk)
    nonnull(1, 2);
void find_rows_done(struct find_rows *rows) nonnull(1);

/* All groups there are. */
const struct find_group *find_groups(size_t *ret_n) nonnull(1);

/* For a group: one more row. */
void find_add(struct find_rows *rows, const struct find_group *group,
    const void *data) nonnull(1, 2, 3);

/*
 * Search all groups, or one (only, may be NULL). What a role may not see is
 * not there; any other failure is returned, with what was found so far.
 */
enum fail find_rows_search(struct find_rows *rows, const char *text,
    const struct find_group *only, struct err *err) must_check nonnull(1, 2);

#endif
