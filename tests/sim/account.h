#ifndef TESTS_SIM_ACCOUNT_H
#define TESTS_SIM_ACCOUNT_H

#include "lib/t.h"
#include "station.h"

/*
 * What must be so, kept apart from the registers: every write has a number,
 * which is its value ("w17"), and names the writes its author saw standing in
 * that cell. A write stands unless another one names it; nothing else counts,
 * neither the order of arrival nor any clock.
 */
enum { ACCOUNT_ROWS = 3, ACCOUNT_CELLS = 2, ACCOUNT_SEEN_MAX = 16 };

struct account_write {
	size_t row, cell; /* of the few that are written to */
	size_t station;
	bool is_replaced;
};

struct account {
	struct account_write *list;
	size_t n, room;
	size_t events; /* rows that are only added */
};

/* A random write at the station, through its register, and into the account. */
void account_edit(struct account *account, struct station *station,
    struct t_random *random);

/* NULL, or in words how the register differs. */
const char *account_compare(const struct account *account,
    struct station *station, struct arena *arena);

/* Cells in which two or more writes stand. */
size_t account_conflicts(const struct account *account);

void account_free(struct account *account);

#endif
