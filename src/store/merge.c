#include "store/merge.h"

#include <stdlib.h>
#include <string.h>

/* The row while it is put together. */
struct merging {
	const struct table *table;
	const struct entry *entries;
	size_t n;
	struct arena *arena;
	struct rebuilt *rebuilt;
	const struct entry **heads; /* room for all entries, for one cell */
	const struct entry *row;    /* the one head of cell 0, if it is one */
	size_t room_heads, room_waited;
};

int
entry_compare(const struct entry *a, const struct entry *b)
{
	if (a->op.version.hlc != b->op.version.hlc)
		return a->op.version.hlc < b->op.version.hlc ? -1 : 1;
	return memcmp(a->sid, b->sid, SID_SIZE);
}

static int
by_version(const void *a, const void *b)
{
	const struct entry *const *left = a, *const *right = b;

	return entry_compare(*left, *right);
}

static const struct op_cell *
cell_of(const struct op *op, int number)
{
	for (size_t i = 0; i < op->n_cells; i++)
		if (op->cells[i].number == number)
			return &op->cells[i];
	return NULL;
}

static bool
writes(const struct op *op, int number)
{
	return op->kind == OP_INSERT || number == 0 ||
	    cell_of(op, number) != NULL;
}

/* The versions an entry replaces in a cell. */
static size_t
bases_of(const struct op *op, int number, const struct version **ret_bases)
{
	const struct op_cell *cell;

	if (op->kind == OP_INSERT)
		return 0;
	if (number == 0) {
		*ret_bases = op->known;
		return op->n_known;
	}
	cell = cell_of(op, number);
	if (cell == NULL)
		return 0;
	*ret_bases = cell->bases;
	return cell->n_bases;
}

static bool
is_same(const struct version *a, const struct version *b)
{
	return a->hlc == b->hlc && a->sid == b->sid;
}

static bool
is_replaced(
    const struct merging *merging, int number, const struct version *version)
{
	for (size_t i = 0; i < merging->n; i++) {
		const struct version *bases = NULL;
		size_t n = bases_of(&merging->entries[i].op, number, &bases);

		for (size_t j = 0; j < n; j++)
			if (is_same(&bases[j], version))
				return true;
	}
	return false;
}

static bool
is_known(
    const struct merging *merging, int number, const struct version *version)
{
	for (size_t i = 0; i < merging->n; i++) {
		const struct op *op = &merging->entries[i].op;

		if (is_same(&op->version, version) && writes(op, number))
			return true;
	}
	return false;
}

static void
add_waited(struct merging *merging, int number, const struct version *version)
{
	struct rebuilt *rebuilt = merging->rebuilt;

	for (size_t i = 0; i < rebuilt->n_waited; i++)
		if (rebuilt->waited[i].cell == number &&
		    is_same(&rebuilt->waited[i].version, version))
			return;
	rebuilt->waited = arena_grow(merging->arena, rebuilt->waited,
	    rebuilt->n_waited, &merging->room_waited, sizeof *rebuilt->waited);
	rebuilt->waited[rebuilt->n_waited++] =
	    (struct waited){ number, *version };
}

static void
find_waited(struct merging *merging, int number)
{
	for (size_t i = 0; i < merging->n; i++) {
		const struct version *bases = NULL;
		size_t n = bases_of(&merging->entries[i].op, number, &bases);

		for (size_t j = 0; j < n; j++)
			if (!is_known(merging, number, &bases[j]))
				add_waited(merging, number, &bases[j]);
	}
}

/* A value of another type than the cell's, from a program gone wrong while
 * the cell was unknown here, is none. */
static struct value
fitting(const struct table *table, int number, const struct value *value)
{
	static const int types[] = {
		[CELL_TEXT] = VALUE_TEXT,
		[CELL_INTEGER] = VALUE_INTEGER,
		[CELL_ID] = VALUE_ID,
	};

	if ((int)value->type == types[table->cells[number - 1].type])
		return *value;
	return (struct value){ 0 };
}

/* What an entry says of a cell: making a row leaves the others empty. */
static struct value
value_of(const struct table *table, const struct entry *entry, int number)
{
	const struct op_cell *cell = cell_of(&entry->op, number);

	if (cell == NULL || number == 0)
		return (struct value){ 0 };
	return fitting(table, number, &cell->value);
}

static void
add_head(struct merging *merging, int number, const struct entry *entry)
{
	struct rebuilt *rebuilt = merging->rebuilt;

	rebuilt->heads = arena_grow(merging->arena, rebuilt->heads,
	    rebuilt->n_heads, &merging->room_heads, sizeof *rebuilt->heads);
	rebuilt->heads[rebuilt->n_heads++] =
	    (struct head){ number, entry->op.version,
		    value_of(merging->table, entry, number), entry };
}

/* One cell: its heads, and what it shows. */
static void
merge_cell(struct merging *merging, int number)
{
	struct rebuilt *rebuilt = merging->rebuilt;
	const struct entry *shown;
	size_t n = 0;

	for (size_t i = 0; i < merging->n; i++) {
		const struct entry *entry = &merging->entries[i];

		if (writes(&entry->op, number) &&
		    !is_replaced(merging, number, &entry->op.version))
			merging->heads[n++] = entry;
	}
	if (n == 0)
		return;
	qsort(merging->heads, n, sizeof *merging->heads, by_version);
	for (size_t i = 0; i < n && n > 1; i++)
		add_head(merging, number, merging->heads[i]);
	shown = merging->heads[n - 1];
	if (number == 0) {
		merging->row = n == 1 ? shown : NULL;
		return;
	}
	rebuilt->record.cell[number - 1] =
	    value_of(merging->table, shown, number);
	if (!is_same(&shown->op.version, &rebuilt->version[0]))
		rebuilt->version[number] = shown->op.version;
}

static bool
is_ever_changed(const struct merging *merging, int number)
{
	for (size_t i = 0; i < merging->n; i++)
		if (merging->entries[i].op.kind == OP_UPDATE &&
		    writes(&merging->entries[i].op, number))
			return true;
	return false;
}

/* The entry that made the row; of several, the highest. */
static const struct entry *
find_making(const struct merging *merging, size_t *ret_n)
{
	const struct entry *making = NULL;

	for (size_t i = 0; i < merging->n; i++) {
		const struct entry *entry = &merging->entries[i];

		if (entry->op.kind != OP_INSERT)
			continue;
		++*ret_n;
		if (making == NULL || entry_compare(making, entry) < 0)
			making = entry;
	}
	return making;
}

/* All that the entry that made the row says. */
static void
take_making(struct rebuilt *rebuilt, const struct entry *making)
{
	const struct table *table = rebuilt->record.table;

	rebuilt->is_there = true;
	rebuilt->version[0] = making->op.version;
	for (size_t i = 0; i < making->op.n_cells; i++) {
		const struct op_cell *cell = &making->op.cells[i];

		if ((size_t)cell->number <= table->n_cells)
			rebuilt->record.cell[cell->number - 1] =
			    fitting(table, cell->number, &cell->value);
	}
}

/*
 * The last entry about the row is known by the versions of its cells, unless
 * all those are of a newer program.
 */
static void
keep_row_head(struct merging *merging)
{
	const struct rebuilt *rebuilt = merging->rebuilt;

	if (merging->row == NULL)
		return;
	for (size_t i = 0; i <= merging->table->n_cells; i++)
		if (is_same(&rebuilt->version[i], &merging->row->op.version))
			return;
	add_head(merging, 0, merging->row);
}

void
merge_row(const struct table *table, const struct id *id,
    const struct entry *entries, size_t n, struct arena *arena,
    struct rebuilt *ret_rebuilt)
{
	struct merging merging = { .table = table,
		.entries = entries,
		.n = n,
		.arena = arena,
		.rebuilt = ret_rebuilt };
	const struct entry *making;
	size_t n_makings = 0;

	memset(ret_rebuilt, 0, sizeof *ret_rebuilt);
	ret_rebuilt->record = record_of(table->number, *id);
	making = find_making(&merging, &n_makings);
	if (making != NULL)
		take_making(ret_rebuilt, making);
	/* Most rows are made and never changed; events never are. */
	if (table->kind == TABLE_IS_EVENT || (n == 1 && making != NULL))
		return;
	merging.heads = arena_array(arena, n, sizeof *merging.heads);
	for (int number = 0; (size_t)number <= table->n_cells; number++) {
		if (number != 0 && n_makings == 1 &&
		    !is_ever_changed(&merging, number))
			continue;
		if (making != NULL)
			merge_cell(&merging, number);
		find_waited(&merging, number);
	}
	keep_row_head(&merging);
}
