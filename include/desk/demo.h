#ifndef DESK_DEMO_H
#define DESK_DEMO_H

#include <stddef.h>
#include <stdint.h>

#include "base/clock.h"
#include "base/err.h"

/*
 * Invented people, firms and cases for practice, always the same for the same
 * seed and day. Every case goes through the acts of this room, at the times
 * of a clock that can be set: so the store is opened with that clock, filled,
 * closed, and opened again with the real one.
 */
struct desk;

struct demo_clock {
	int64_t now_ms;
};

/* The clock to open the store with; demo must outlive the store. */
struct clock demo_clock(struct demo_clock *demo) nonnull(1);

struct demo_options {
	uint32_t seed;   /* 0: the usual one */
	int days;        /* calendar days back from now; 0: 90 */
	int per_day;     /* applications a working day, at most; 0: 2 */
};

/*
 * Fill an empty practice register up to demo->now_ms, leave the clock there,
 * nobody signed in. FAIL_CONFLICT demo.not-practice, demo.not-empty.
 */
enum fail desk_demo(struct desk *desk, struct demo_clock *demo,
    const struct demo_options *options, size_t *ret_applications,
    struct err *err) must_check nonnull(1, 2, 3, 4);

#endif
