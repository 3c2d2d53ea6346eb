#include "store/conflict.h"

#include <string.h>

#include "domain/table_group.h"
#include "store/inside.h"
#include "store/op.h"
#include "store/wire.h"

enum { ALL, OF_ROW, PEOPLE };

/* Groups with equal values are looked at, and are no conflicts. */
enum { LOOKED_AT_MAX = 4 * CONFLICTS_MAX };

#define HEADS \
	"SELECT h.table_number, h.pk, h.cell, h.hlc, h.sid, h.value " \
	"FROM _head h JOIN _sid s ON s.idx = h.sid WHERE h.cell > 0 "
/* The shown one first. */
#define SORTED "ORDER BY h.table_number, h.pk, h.cell, h.hlc DESC, s.sid DESC"

static const struct sql conflict_sql[] = {
	[ALL] = { HEADS SORTED, .scan = true },
	[OF_ROW] = { HEADS "AND h.table_number = ?1 AND h.pk = ?2 " SORTED,
	    false },
	[PEOPLE] = { "SELECT officer, station FROM _foreign "
		     "WHERE sid = ?1 AND hlc = ?2 UNION ALL "
		     "SELECT officer, station FROM _op WHERE table_number = ?3 "
		     "AND pk = ?4 AND hlc = ?2 AND sid = ?1 LIMIT 1",
	    false },
};
const struct sql_set conflict_set = SQL_SET(conflict_sql);

/* The heads of one cell, the shown one first. */
struct open_cell {
	const struct table *table;
	struct id id;
	int cell; /* index */
	struct open_head {
		struct version version;
		struct value value;
	} * heads;
	size_t n, room;
};

struct reading_heads {
	struct query query;
	bool has_row;
	struct arena *arena;
};

static enum fail
take_head(
    struct reading_heads *reading, struct open_cell *cell, struct err *err)
{
	struct query *query = &reading->query;
	struct open_head head = { .version = { column_integer(query, 3),
				      column_integer(query, 4) } };
	struct wire wire;
	const void *bytes;
	size_t size;

	bytes = column_bytes(query, 5, &size);
	wire = wire_of(bytes, size, reading->arena);
	head.value = wire_take_value(&wire, OP_BODY_MAX);
	if (wire.is_bad || wire.at != wire.end)
		return fail_say(err, FAIL_CORRUPT, "store.damaged", NULL);
	cell->heads = arena_grow(
	    reading->arena, cell->heads, cell->n, &cell->room, sizeof head);
	cell->heads[cell->n++] = head;
	return query_step(query, &reading->has_row, err);
}

/* The next cell with heads; leaves the query on the one after. */
static enum fail
take_cell(
    struct reading_heads *reading, struct open_cell *cell, struct err *err)
{
	struct query *query = &reading->query;
	enum fail fail = FAIL_NONE;

	memset(cell, 0, sizeof *cell);
	cell->table = table_of((enum table_number)column_integer(query, 0));
	cell->id = column_id(query, 1);
	cell->cell = (int)column_integer(query, 2) - 1;
	if (cell->table == NULL || (size_t)cell->cell >= cell->table->n_cells)
		return fail_say(err, FAIL_CORRUPT, "store.damaged", NULL);
	while (!fail && reading->has_row) {
		struct id id = column_id(query, 1);

		if (!id_equal(&id, &cell->id) ||
		    column_integer(query, 0) != (int)cell->table->number ||
		    column_integer(query, 2) != cell->cell + 1)
			break;
		fail = take_head(reading, cell, err);
	}
	return fail;
}

static bool
is_open(const struct open_cell *cell)
{
	for (size_t i = 1; i < cell->n; i++)
		if (!value_equal(&cell->heads[i].value, &cell->heads[0].value))
			return true;
	return false;
}

/* A conflict while cells of its group may still follow. */
struct gathering {
	struct conflicts *conflicts;
	size_t room;
};

static bool
has_same_versions(const struct conflict *conflict, const struct open_cell *cell)
{
	if (conflict->n_values != cell->n)
		return false;
	for (size_t i = 0; i < cell->n; i++)
		if (conflict->values[i].hlc != cell->heads[i].version.hlc ||
		    conflict->values[i].sid != cell->heads[i].version.sid)
			return false;
	return true;
}

static bool
belongs(const struct conflict *conflict, const struct open_cell *cell)
{
	int group = table_group(cell->table, cell->cell);

	return group != 0 &&
	    table_group(conflict->table, conflict->cells[0]) == group &&
	    has_same_versions(conflict, cell);
}

/* The conflict of this row that the cell is one more of; NULL: none. */
static struct conflict *
find_group(const struct conflicts *conflicts, const struct open_cell *cell)
{
	for (size_t i = conflicts->n; i-- > 0;) {
		struct conflict *conflict = &conflicts->list[i];

		if (conflict->table != cell->table ||
		    !id_equal(&conflict->id, &cell->id))
			break;
		if (belongs(conflict, cell))
			return conflict;
	}
	return NULL;
}

static void
begin_conflict(struct gathering *gathering, const struct open_cell *cell)
{
	struct conflicts *conflicts = gathering->conflicts;
	struct conflict_value *values;
	struct conflict conflict = {
		.table = cell->table, .id = cell->id, .n_values = cell->n
	};

	values = arena_array(conflicts->arena, cell->n, sizeof *values);
	for (size_t i = 0; i < cell->n; i++) {
		values[i].hlc = cell->heads[i].version.hlc;
		values[i].sid = cell->heads[i].version.sid;
		values[i].at_ms = hlc_ms(cell->heads[i].version.hlc);
		values[i].is_shown = i == 0;
		values[i].officer = values[i].station = "";
	}
	conflict.values = values;
	conflicts->list = arena_grow(conflicts->arena, conflicts->list,
	    conflicts->n, &gathering->room, sizeof conflict);
	conflicts->list[conflicts->n++] = conflict;
}

static void
add_cell(struct arena *arena, struct conflict *conflict,
    const struct open_cell *cell)
{
	size_t n = conflict->n_cells;
	int *cells = arena_array(arena, n + 1, sizeof *cells);
	struct conflict_value *values =
	    arena_array(arena, conflict->n_values, sizeof *values);

	if (n > 0)
		memcpy(cells, conflict->cells, n * sizeof *cells);
	cells[n] = cell->cell;
	for (size_t i = 0; i < conflict->n_values; i++) {
		struct value *list = arena_array(arena, n + 1, sizeof *list);

		values[i] = conflict->values[i];
		if (n > 0)
			memcpy(list, values[i].values, n * sizeof *list);
		list[n] = cell->heads[i].value;
		values[i].values = list;
	}
	conflict->cells = cells;
	conflict->values = values;
	conflict->n_cells = n + 1;
}

static bool
are_equal(const struct conflict *conflict)
{
	for (size_t i = 1; i < conflict->n_values; i++)
		for (size_t j = 0; j < conflict->n_cells; j++)
			if (!value_equal(&conflict->values[i].values[j],
				&conflict->values[0].values[j]))
				return false;
	return true;
}

/* A cell alone with equal values is no conflict; one of a group may be
 * what goes with the others. */
static void
gather_cell(struct gathering *gathering, const struct open_cell *cell)
{
	struct conflicts *conflicts = gathering->conflicts;
	struct conflict *conflict = find_group(conflicts, cell);

	if (conflict == NULL && !is_open(cell) &&
	    table_group(cell->table, cell->cell) == 0)
		return;
	if (conflict == NULL) {
		begin_conflict(gathering, cell);
		conflict = &conflicts->list[conflicts->n - 1];
	}
	add_cell(conflicts->arena, conflict, cell);
}

/* Groups whose values are all equal are none. */
static void
drop_equal(struct conflicts *conflicts)
{
	size_t n = 0;

	for (size_t i = 0; i < conflicts->n; i++)
		if (!are_equal(&conflicts->list[i]) && n < CONFLICTS_MAX)
			conflicts->list[n++] = conflicts->list[i];
	conflicts->n = n;
}

static void
reading_heads_done(struct reading_heads *reading)
{
	query_done(&reading->query);
}

/* All that are open, without who wrote what. */
static enum fail
gather(struct store *store, int table, const struct id *id,
    struct conflicts *conflicts, struct err *err)
{
	scoped(reading_heads_done) struct reading_heads reading = {
		.arena = conflicts->arena
	};
	struct gathering gathering = { .conflicts = conflicts };
	enum fail fail;

	conflicts->list = NULL;
	conflicts->n = 0;
	fail = query_open(&reading.query, store,
	    &conflict_sql[id == NULL ? ALL : OF_ROW], err);
	if (fail)
		return fail;
	if (id != NULL) {
		query_integer(&reading.query, 1, table);
		query_id(&reading.query, 2, id);
	}
	fail = query_step(&reading.query, &reading.has_row, err);
	while (!fail && reading.has_row && conflicts->n < LOOKED_AT_MAX) {
		struct open_cell cell;

		fail = take_cell(&reading, &cell, err);
		if (!fail)
			gather_cell(&gathering, &cell);
	}
	if (!fail)
		drop_equal(conflicts);
	return fail ? fail : query_end(&reading.query, err);
}

static enum fail
name_author(struct store *store, const struct conflict *conflict,
    struct conflict_value *value, struct arena *arena, struct err *err)
{
	scoped_query query = { 0 };
	bool has_row = false;
	enum fail fail;

	fail = query_open(&query, store, &conflict_sql[PEOPLE], err);
	if (fail)
		return fail;
	query_integer(&query, 1, value->sid);
	query_integer(&query, 2, value->hlc);
	query_integer(&query, 3, conflict->table->number);
	query_id(&query, 4, &conflict->id);
	fail = query_step(&query, &has_row, err);
	if (!fail && has_row) {
		value->officer = column_text(&query, 0, arena);
		value->station = column_text(&query, 1, arena);
	}
	return fail ? fail : query_end(&query, err);
}

static enum fail
name_authors(struct store *store, struct conflict *conflict,
    struct arena *arena, struct err *err)
{
	struct conflict_value *values =
	    arena_array(arena, conflict->n_values, sizeof *values);
	enum fail fail = FAIL_NONE;

	memcpy(values, conflict->values, conflict->n_values * sizeof *values);
	for (size_t i = 0; i < conflict->n_values && !fail; i++)
		fail = name_author(store, conflict, &values[i], arena, err);
	conflict->values = values;
	return fail;
}

enum fail
store_conflicts(struct store *store, enum table_number table,
    const struct id *id, struct conflicts *conflicts, struct err *err)
{
	struct conflicts found = { .arena = conflicts->arena };
	enum fail fail;

	fail = gather(store, (int)table, id, &found, err);
	for (size_t i = 0; i < found.n && !fail; i++)
		fail = name_authors(store, &found.list[i], found.arena, err);
	if (!fail)
		*conflicts = found;
	return fail;
}

enum fail
store_conflict_count(struct store *store, int64_t *ret_n, struct err *err)
{
	scoped_arena arena = arena_new();
	struct conflicts found = { .arena = arena };
	enum fail fail = gather(store, 0, NULL, &found, err);

	if (!fail)
		*ret_n = (int64_t)found.n;
	return fail;
}
