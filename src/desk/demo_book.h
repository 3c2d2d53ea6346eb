#ifndef DESK_DEMO_BOOK_H
#define DESK_DEMO_BOOK_H

#include "desk/demo_data.h"
#include "desk/inside.h"

/* What invented complainants and officers do in the complaint book. */

/* The action the officer's role needs for an act on an entry. */
enum action demo_book_action(const struct desk *desk, const char *act)
    nonnull(1, 2);

/* Receive one, with that key. */
enum fail demo_book_receive(struct desk *desk, struct demo_data *data,
    const struct id *id, struct arena *arena, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/*
 * Do a step or move with it, its sheet filled; nothing when it is not
 * possible now (a slip from the box has no answer; its end is "close" too).
 */
enum fail demo_book_do(struct desk *desk, struct demo_data *data,
    const struct id *id, const char *act, struct arena *arena,
    struct err *err) must_check nonnull(1, 2, 3, 4, 5);

#endif
