#include <string.h>

#include "base/buf.h"
#include "store/compare.h"
#include "store/inside.h"
#include "store/log.h"
#include "store/repair.h"
#include "store/rows.h"
#include "store/rows_sql.h"
#include "store/versions.h"

enum { STRAY };

static const struct sql repair_sql[] = {
	[STRAY] = { "INSERT INTO _stray(table_number, pk, body, found_ms, "
		    "officer) VALUES(?1, ?2, ?3, ?4, ?5)",
	    false },
};
const struct sql_set repair_set = SQL_SET(repair_sql);

/* What is to be done to a row. */
enum cure { CURE_INSERT, CURE_UPDATE, CURE_ASIDE, CURE_VERSIONS };

struct patient {
	struct id id;
	enum cure cure;
};

struct ward {
	struct store *store;
	struct arena *arena;
	struct patient *list;
	size_t n, room;
};

static enum fail
open_row(struct query *query, struct store *store, int which,
    const struct table *table, const struct id *id, struct err *err)
{
	enum fail fail;

	fail = query_open(query, store, &repair_sql[which], err);
	if (fail)
		return fail;
	query_integer(query, 1, table->number);
	query_id(query, 2, id);
	return FAIL_NONE;
}

static enum fail
examine(void *context, const struct row_pair *pair, struct err *err)
{
	struct ward *ward = context;
	struct patient patient = { .id = pair->id, .cure = CURE_UPDATE };
	struct version_counts counts = { 0 };
	bool has = true;
	enum fail fail = FAIL_NONE;

	if (pair->log != NULL)
		fail = versions_are(ward->store, pair->table, &pair->id,
		    pair->log, &counts, &has, err);
	if (fail || (pair_is_equal(pair) && has))
		return fail;
	if (pair->log == NULL)
		patient.cure = CURE_ASIDE;
	else if (!pair->log->is_there)
		patient.cure = pair->row == NULL ? CURE_VERSIONS : CURE_ASIDE;
	else if (pair->row == NULL)
		patient.cure = CURE_INSERT;
	else if (pair_is_equal(pair))
		patient.cure = CURE_VERSIONS;
	ward->list = arena_grow(
	    ward->arena, ward->list, ward->n, &ward->room, sizeof patient);
	ward->list[ward->n++] = patient;
	return FAIL_NONE;
}

/* The cells of a row the log does not know, in the shape of the log. */
static enum fail
set_aside(struct store *store, const struct table *table, const struct id *id,
    struct err *err)
{
	struct op_cell cells[TABLE_CELLS_MAX] = { { 0 } };
	scoped_arena arena = arena_new();
	scoped_query stray = { 0 }, remove = { 0 };
	struct record record = record_of(table->number, *id);
	scoped_buf body = { 0 };
	size_t n = 0;
	enum fail fail;

	/* An unreadable one leaves its key only. */
	fail = store_get(store, table->number, id, arena, &record, err);
	if (fail && fail != FAIL_CORRUPT)
		return fail;
	for (size_t i = 0; i < table->n_cells; i++)
		if (record.cell[i].type != VALUE_NONE)
			cells[n++] = (struct op_cell){ .number = (int)i + 1,
				.value = record.cell[i] };
	buf_init(&body, OP_BODY_MAX);
	op_encode(cells, n, &body);
	fail = open_row(&stray, store, STRAY, table, id, err);
	if (fail)
		return fail;
	query_bytes(&stray, 3, body.text, body.size);
	query_integer(&stray, 4, store->writing.now_ms);
	query_text(&stray, 5, store->writing.officer);
	fail = query_run(&stray, err);
	if (!fail)
		fail = query_open(
		    &remove, store, &rows_sql(store, table)->remove, err);
	if (fail)
		return fail;
	query_id(&remove, 1, id);
	return query_run(&remove, err);
}

static enum fail
cure(struct store *store, const struct table *table,
    const struct patient *patient, struct err *err)
{
	const struct table_sql *sql = rows_sql(store, table);
	scoped_arena arena = arena_new();
	struct rebuilt rebuilt;
	enum fail fail;

	if (patient->cure == CURE_ASIDE) {
		fail = set_aside(store, table, &patient->id, err);
		if (fail)
			return fail;
	}
	fail = rebuild_row(store, table, &patient->id, arena, &rebuilt, err);
	if (fail == FAIL_MISSING && patient->cure == CURE_ASIDE)
		return FAIL_NONE;
	if (!fail && patient->cure == CURE_INSERT)
		fail = row_write(store, &sql->insert, &rebuilt.record, err);
	if (!fail && patient->cure == CURE_UPDATE)
		fail = row_write(store, &sql->update, &rebuilt.record, err);
	return fail ? fail : versions_put(store, &rebuilt, err);
}

/* That a row was put back is itself in the log. */
static enum fail
write_down(struct store *store, const struct table *table, const struct id *id,
    struct err *err)
{
	struct record access = record_of(TABLE_ACCESS, store_new_id(store));
	scoped_arena arena = arena_new();

	record_set_id(&access, ACCESS_PARENT, *id);
	record_set_text(&access, arena, ACCESS_ACT, "repair");
	record_set_integer(&access, ACCESS_AT, store->writing.now_ms);
	record_set_text(&access, arena, ACCESS_OFFICER, store->writing.officer);
	record_set_text(&access, arena, ACCESS_STATION, store->station);
	record_set_text(&access, arena, ACCESS_REASON, table->name);
	return store_put(store, &access, err);
}

static enum fail
repair_table(struct store *store, const struct table *table, struct ward *ward,
    struct err *err)
{
	size_t begin = ward->n;
	enum fail fail;

	fail = compare_table(store, table, examine, ward, err);
	store->capture = CAPTURE_REPAIR;
	for (size_t i = begin; i < ward->n && !fail; i++)
		fail = cure(store, table, &ward->list[i], err);
	store->capture = CAPTURE_LOG;
	return fail;
}

enum fail
repair_rows(struct store *store, struct err *err)
{
	scoped_arena arena = arena_new();
	struct ward ward = { .store = store, .arena = arena };
	size_t ends[TABLES_MAX], at = 0;
	enum fail fail = FAIL_NONE;

	for (size_t i = 0; i < tables_n && !fail; i++) {
		fail = repair_table(store, &tables[i], &ward, err);
		ends[i] = ward.n;
	}
	if (!fail)
		fail = versions_drop_stray(store, err);
	for (size_t i = 0; i < tables_n && !fail; i++)
		for (; at < ends[i] && !fail; at++)
			fail = write_down(
			    store, &tables[i], &ward.list[at].id, err);
	return fail;
}
