#ifndef TESTS_LIB_REGISTER_H
#define TESTS_LIB_REGISTER_H

/*
 * A register in a folder of its own, for the tests of store and of the rooms
 * above it: a clock that stands still until the test moves it, the same
 * random bytes in every run, and records to put into it.
 */

#include <limits.h>

#include "domain/record.h"
#include "lib/t.h"
#include "store/rows.h"
#include "store/store.h"

struct register_fixture {
	struct arena *arena;
	char folder[PATH_MAX - 64];
	char path[PATH_MAX];
	int64_t now_ms; /* 2026-11-02 08:00 WIB at first */
	struct t_random random;
	struct store_options options; /* may_create, station L03 */
	struct store *store;          /* open */
};

/* cmocka's setup and teardown; *state is the fixture. */
int register_setup(void **state);
int register_teardown(void **state);

/* Close it, and open it again with the fixture's options. */
void register_reopen(struct register_fixture *fixture);

/* Put a row in a transaction of its own, as officer "ani". */
void register_put(
    struct register_fixture *fixture, const struct record *record);

/* A new application, put: number, date, name, company. */
struct record register_application(struct register_fixture *fixture,
    const char *number, const char *date, const char *name,
    const char *company);

#define T_REGISTER(test) \
	cmocka_unit_test_setup_teardown(test, register_setup, register_teardown)

#endif
