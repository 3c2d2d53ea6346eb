#ifndef TESTS_LIB_T_H
#define TESTS_LIB_T_H

/*
 * What every unit test includes: cmocka with the headers it wants before
 * itself, short names, a seeded source of numbers, a folder to write in.
 */

#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/attr.h"
#include "base/buf.h"
#include "base/err.h"

/* A test: T(a_sentence_that_says_what_holds) { ... } */
#define T(name) static void name(void **state __attribute__((unused)))

/* A case that shows a row of the fault matrix begins with that row's name:
 * "row B13: signals_are_not_noticed". */
#define T_ROW_WITH(row, test, setup, teardown) \
	{ \
		"row " row ": " #test, test, setup, teardown, NULL \
	}
#define T_ROW(row, test) T_ROW_WITH(row, test, NULL, NULL)

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

static inline int
t_remove_one(
    const char *path, const struct stat *status, int type, struct FTW *place)
{
	(void)status;
	(void)type;
	(void)place;
	return remove(path);
}

/* A folder of its own for one test; it goes with all in it at scope end. */
struct t_folder {
	char path[64];
};

static inline struct t_folder
t_folder_new(void)
{
	struct t_folder folder = { P_tmpdir "/loket-XXXXXX" };

	assert_non_null(mkdtemp(folder.path));
	return folder;
}

static inline void
t_folder_done(struct t_folder *folder)
{
	nftw(folder->path, t_remove_one, 16, FTW_DEPTH | FTW_PHYS);
}
#define scoped_t_folder scoped(t_folder_done) struct t_folder

/* The path of name in the folder. */
static inline const char *
t_path(struct arena *arena, const struct t_folder *folder, const char *name)
{
	return arena_print(arena, "%s/%s", folder->path, name);
}

#endif
