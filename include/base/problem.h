#ifndef BASE_PROBLEM_H
#define BASE_PROBLEM_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/fact.h"

/*
 * Everything that is wrong with a file, reported at once: file, line, fact.
 * A reader goes on after a problem when it can and gives up at PROBLEMS_MAX.
 */
enum { PROBLEMS_MAX = 100 };

struct problem {
	const char *file;
	int line; /* 1-based; 0: the file as a whole */
	struct fact fact;
};

struct problems {
	struct arena *arena; /* set by the caller; everything lives in it */
	struct problem *list;
	size_t n, room;
};

/* Add one: code and up to four arguments, ended by NULL. */
void problems_add(struct problems *problems, const char *file, int line,
    const char *code, ...) sentinel nonnull(1, 2, 4);

/* FAIL_INVALID with the first problem, and where, in err when there are any. */
enum fail problems_fail(const struct problems *problems, struct err *err)
    must_check nonnull(1);

#endif
