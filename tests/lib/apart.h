#ifndef TESTS_LIB_APART_H
#define TESTS_LIB_APART_H

#include "lib/counter.h"
#include "lib/fleet.h"

/*
 * Two counters, L01 and L02, each with a register and a desk of its own, that
 * work without knowing of each other until they meet. The same officers at
 * both; nobody is signed in.
 */
enum { APART = 2 };

struct apart {
	struct fleet *fleet;
	struct arena *arena;
	struct counter *counter[APART];
};

/* cmocka's setup and teardown; *state is it. */
int apart_setup(void **state);
int apart_teardown(void **state);

/* What the exchange does, and the start after it; then they are one. */
void apart_meet(struct apart *apart);

#endif
