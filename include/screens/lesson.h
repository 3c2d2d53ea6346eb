#ifndef SCREENS_LESSON_H
#define SCREENS_LESSON_H

#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/problem.h"

/*
 * The lesson of the practice mode: steps from data/lesson.conf, each shown in
 * the hint line until the screen of the next step is reached. The officer
 * works on the real screens; nothing is played to him.
 */
struct lesson_step {
	const char *screen; /* the name of the screen it is about */
	const char *text;
};

struct lesson {
	const struct lesson_step *steps;
	size_t n;
	size_t now; /* n: over, or none */
	char nib[16]; /* of a sample company that is known; "" for none */
};

/* Read assets/data/lesson.conf; FAIL_INVALID names the first problem. */
enum fail lesson_load(const char *assets, struct arena *arena,
    struct lesson *ret_lesson, struct err *err) must_check nonnull(1, 2, 3);

/* The screen with that name is on top now. */
void lesson_note(struct lesson *lesson, const char *screen) nonnull(1, 2);

/* "2/8 ..." of the step that is to be done; NULL when there is none. */
const char *lesson_hint(const struct lesson *lesson, struct arena *arena)
    nonnull(1, 2);

#endif
