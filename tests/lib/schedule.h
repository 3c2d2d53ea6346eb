#ifndef TESTS_LIB_SCHEDULE_H
#define TESTS_LIB_SCHEDULE_H

/*
 * A random schedule of some counters against the model of the merge rule:
 * writes, decisions, bundles in any order and twice, clocks that jump,
 * machines cloned and not noticed, backups put back, changes of writer.
 */

#include "lib/fleet.h"
#include "lib/model.h"

enum { SCHEDULE_STEPS = 90, SCHEDULE_BUNDLES_MAX = 1024 };

struct schedule {
	struct t_random random;
	struct fleet *fleet;
	struct model_writes writes;
	struct model model[FLEET_MAX], saved[FLEET_MAX];
	bool has_saved[FLEET_MAX];
	int sealed[SCHEDULE_BUNDLES_MAX]
		  [MODEL_WRITES]; /* what a bundle carries */
	int n_sealed[SCHEDULE_BUNDLES_MAX];
	struct id id[MODEL_ROWS];
	bool was_made[MODEL_ROWS];
};

/* Play one from its seed; fails the test that calls it. */
void schedule_play(uint64_t seed);

/* The table of each row, and the cells that are played with; -1: fewer than
 * the model has. */
extern const enum table_number schedule_table[MODEL_ROWS];
extern const int schedule_cell[MODEL_ROWS][MODEL_CELLS];

size_t schedule_below(struct schedule *schedule, size_t n);

/* Some write, or some decision, at a counter; also in the model. */
void schedule_write(struct schedule *schedule, size_t at);
void schedule_decide(struct schedule *schedule, size_t at);

/* false: it is not there, and the model says so as well. */
bool schedule_find(
    struct schedule *schedule, size_t at, int row, struct record *record);

/* The text of a cell; NULL: it has none. */
const char *schedule_text(const struct record *record, int cell);

#endif
