#ifndef DESK_ALIKE_H
#define DESK_ALIKE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "domain/calendar.h"
#include "store/alike.h"

/*
 * Mungkin ganda: two records that look alike, which counters made that did
 * not know of each other; store/alike.h says when. An officer looks at both
 * and decides. The verdict is in the log with his name, travels, and the pair
 * is not shown again anywhere. Nothing is deleted: of the same person the
 * record that stays is offered from then on; applications and complaints keep
 * their numbers, and what becomes of the copy is an act of its own.
 */
struct desk;

/* One of the two. */
struct alike_side {
	struct id id;
	const char *number; /* register number, else name */
	const char *station, *officer_name; /* of who made it */
	int64_t at_ms;      /* when, by that counter's clock */
};

/* A field in which they differ, as sheets show it, identities masked. */
struct alike_field {
	const char *label;
	const char *texts[2];
};

struct desk_alike {
	struct alike alike;
	const char *what; /* whose, or about what */
	struct alike_side sides[2]; /* the one made first is first */
	struct alike_field *fields;
	size_t n_fields;
	bool may_decide; /* who works, by his roles */
	/* No pair but one case (both keys are its), each side an end of it:
	 * number is the state's name. due: the earliest there is. */
	bool is_divided;
	struct due due;
};

/*
 * The pairs that wait for a verdict. A pair that follows from verdicts on
 * others is none, and of a complaint that names the officer who works none is
 * given.
 */
enum fail desk_alikes(struct desk *desk, struct arena *arena,
    struct desk_alike **ret_list, size_t *ret_n, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/* How many there are, for the dashboard. */
enum fail desk_alike_count(struct desk *desk, int64_t *ret_n,
    struct err *err) must_check nonnull(1, 2);

/*
 * Decide, when the verdict is still the one that was seen (ALIKE_UNDECIDED for
 * a pair of the list; to take one's own back, that one).
 *
 * FAIL_DENIED: people, firms and applications by who receives, complaints by
 * who reviews them; FAIL_MISSING complaint.none: it names him; FAIL_CONFLICT
 * alike.decided: somebody was faster.
 */
enum fail desk_alike_decide(struct desk *desk, const struct alike *alike,
    enum alike_verdict seen, enum alike_verdict verdict, struct err *err)
    must_check nonnull(1, 2);

/*
 * Perlu ditinjau: cases that two counters led from one state to several. Both
 * acts stay; the shown one is first, then the latest that says something else.
 * The earliest deadline counts until the next step joins the ends. Of a
 * complaint that names the officer who works none is given.
 */
enum fail desk_divided(struct desk *desk, struct arena *arena,
    struct desk_alike **ret_list, size_t *ret_n, struct err *err)
    must_check nonnull(1, 2, 3, 4);
enum fail desk_divided_count(struct desk *desk, int64_t *ret_n,
    struct err *err) must_check nonnull(1, 2);

/* The verdict that leaves the side (0 or 1) of the pair. */
enum alike_verdict desk_alike_stays(const struct desk_alike *alike,
    size_t side) nonnull(1);

#endif
