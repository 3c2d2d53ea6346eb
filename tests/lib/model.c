#include "lib/model.h"

#include <assert.h>
#include <string.h>

static int
find(const int *list, int n, int write)
{
	for (int i = 0; i < n; i++)
		if (list[i] == write)
			return i;
	return -1;
}

static void
drop(int *list, int *n, int at)
{
	list[at] = list[--*n];
}

static void
take_cell(struct model *model, struct model_cell *cell,
    const struct model_write *write, int number, int version)
{
	int at;

	for (int i = 0; i < write->n_bases[number]; i++) {
		int base = write->bases[number][i];

		at = find(cell->heads, cell->n_heads, base);
		if (at >= 0)
			drop(cell->heads, &cell->n_heads, at);
		else if (!model->knows[base] &&
		    find(cell->waited, cell->n_waited, base) < 0)
			cell->waited[cell->n_waited++] = base;
	}
	at = find(cell->waited, cell->n_waited, version);
	if (at >= 0) {
		drop(cell->waited, &cell->n_waited, at);
		return;
	}
	assert(cell->n_heads < MODEL_BASES);
	cell->heads[cell->n_heads++] = version;
}

void
model_take(struct model *model, const struct model_writes *writes, int write)
{
	const struct model_write *taken = &writes->list[write];

	if (model->knows[write])
		return;
	for (int i = 0; i < MODEL_CELLS; i++)
		if (taken->makes || i == 0 || taken->writes[i])
			take_cell(model, &model->cell[taken->row][i], taken, i,
			    write);
	model->knows[write] = true;
	model->is_there[taken->row] |= taken->makes;
}

void
model_base(const struct model *model, struct model_write *write)
{
	for (int i = 0; i < MODEL_CELLS && !write->makes; i++) {
		const struct model_cell *cell = &model->cell[write->row][i];

		if (i > 0 && !write->writes[i])
			continue;
		write->n_bases[i] = cell->n_heads;
		memcpy(write->bases[i], cell->heads,
		    (size_t)cell->n_heads * sizeof *cell->heads);
	}
}

static bool
is_same(const char *a, const char *b)
{
	if (a == NULL || b == NULL)
		return a == b;
	return strcmp(a, b) == 0;
}

bool
model_has(const struct model *model, const struct model_writes *writes, int row,
    int cell, const char *value)
{
	const struct model_cell *at = &model->cell[row][cell];

	for (int i = 0; i < at->n_heads; i++)
		if (is_same(writes->list[at->heads[i]].value[cell], value))
			return true;
	return false;
}

bool
model_is_open(const struct model *model, const struct model_writes *writes,
    int row, int cell)
{
	const struct model_cell *at = &model->cell[row][cell];

	for (int i = 1; i < at->n_heads; i++)
		if (!is_same(writes->list[at->heads[i]].value[cell],
			writes->list[at->heads[0]].value[cell]))
			return true;
	return false;
}

static bool
has_same(const int *a, const int *b, int n_a, int n_b)
{
	if (n_a != n_b)
		return false;
	for (int i = 0; i < n_a; i++)
		if (find(b, n_b, a[i]) < 0)
			return false;
	return true;
}

bool
model_equal(const struct model *a, const struct model *b)
{
	if (memcmp(a->knows, b->knows, sizeof a->knows) != 0)
		return false;
	for (int i = 0; i < MODEL_ROWS; i++)
		for (int j = 0; j < MODEL_CELLS; j++) {
			const struct model_cell *one = &a->cell[i][j];
			const struct model_cell *other = &b->cell[i][j];

			if (!has_same(one->heads, other->heads, one->n_heads,
				other->n_heads) ||
			    !has_same(one->waited, other->waited, one->n_waited,
				other->n_waited))
				return false;
		}
	return true;
}
