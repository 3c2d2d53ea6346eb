#ifndef TESTS_LIB_MODEL_H
#define TESTS_LIB_MODEL_H

/*
 * The merge rule a second time, in another shape: entry by entry, as they
 * arrive, with open heads and with versions that are replaced before they
 * come. What a counter ought to show, without a database.
 */

#include <stdbool.h>
#include <stddef.h>

enum {
	MODEL_ROWS = 5,
	MODEL_CELLS = 8, /* cell 0 is the row itself */
	MODEL_WRITES = 512,
	MODEL_BASES = 48,
};

/* One entry of the log; its index is its version. */
struct model_write {
	int row;
	bool makes; /* writes all cells, replaces nothing */
	bool writes[MODEL_CELLS];
	const char *value[MODEL_CELLS];
	int bases[MODEL_CELLS][MODEL_BASES];
	int n_bases[MODEL_CELLS];
};

/* All there ever were, in the order they were made. */
struct model_writes {
	struct model_write list[MODEL_WRITES];
	int n;
};

/* What one counter knows. */
struct model {
	bool knows[MODEL_WRITES];
	bool is_there[MODEL_ROWS];
	struct model_cell {
		int heads[MODEL_BASES], waited[MODEL_BASES * 2];
		int n_heads, n_waited;
	} cell[MODEL_ROWS][MODEL_CELLS];
	int unsealed[MODEL_WRITES];
	int n_unsealed;
};

/* An entry arrives; a second time nothing happens. */
void model_take(
    struct model *model, const struct model_writes *writes, int write);

/* Let a new write of this counter replace all heads of the cells it has. */
void model_base(const struct model *model, struct model_write *write);

/* Is that value one of the heads of a cell? NULL is no value. */
bool model_has(const struct model *model, const struct model_writes *writes,
    int row, int cell, const char *value);

/* Are the heads of different values? */
bool model_is_open(const struct model *model, const struct model_writes *writes,
    int row, int cell);

/* Do both know the same and show the same heads? */
bool model_equal(const struct model *a, const struct model *b);

#endif
