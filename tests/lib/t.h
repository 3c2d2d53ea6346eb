#ifndef TESTS_LIB_T_H
#define TESTS_LIB_T_H

/*
 * What every unit test includes: cmocka with the headers it wants before
 * itself, short names, a seeded source of numbers, a folder to write in.
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/attr.h"
#include "base/err.h"

/* A test: T(a_sentence_that_says_what_holds) { ... } */
#define T(name) static void name(void **state __attribute__((unused)))

/* Run all tests of a table and give the exit status of main. */
#define T_RUN(tests) cmocka_run_group_tests(tests, NULL, NULL)

/* A call that must succeed; shows the text of err when it does not. */
#define t_done(call, err) t_done_at((call), &(err), __FILE__, __LINE__)

static inline void
t_done_at(enum fail fail, const struct err *err, const char *file, int line)
{
	if (fail == FAIL_NONE)
		return;
	print_error("%s: %s\n", fail_name(fail), err->text);
	_fail(file, line);
}

/* The same numbers in every run (xorshift64*). */
struct t_random {
	uint64_t state;
};

static inline uint64_t
t_random_next(struct t_random *random)
{
	random->state ^= random->state >> 12;
	random->state ^= random->state << 25;
	random->state ^= random->state >> 27;
	return random->state * UINT64_C(2685821657736338717);
}

/* From 0 to below - 1. */
static inline size_t
t_random_below(struct t_random *random, size_t below)
{
	return (size_t)(t_random_next(random) >> 11) % below;
}

#endif
