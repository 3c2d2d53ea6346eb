#include "store/state.h"

#include <assert.h>
#include <string.h>

#include "store/complaint_line.h"
#include "store/inside.h"
#include "store/page.h"
#include "store/rows.h"

enum {
	PUT,
	GET,
	FOLLOW,
	STALE,
	UNKNOWN,
	UNKNOWN_COMPLAINT,
	COUNT,
	COUNT_RECEIVED,
	DIVIDE,
	UNITE,
	DIVIDED
};

/* Cases that have events and no state. */
#define WITHOUT_STATE(table) \
	"SELECT id FROM " table " WHERE NOT EXISTS (SELECT 1 FROM " \
	"case_state WHERE id = " table ".id) AND EXISTS (SELECT 1 FROM " \
	"event WHERE parent = " table ".id) LIMIT ?1"

#define STATE_COLUMNS \
	"id, table_number, state, due, due_is_provisional, started, stopped"
#define IS_DIVIDED \
	"EXISTS(SELECT 1 FROM case_divided WHERE id = case_state.id)"

static const struct sql state_sql[] = {
	[PUT] = { "INSERT INTO case_state(" STATE_COLUMNS ", number, "
		  "received_date, events) VALUES(?1, ?2, ?3, ?4, ?5, ?6, "
		  "?7, ?8, ?9, (SELECT count(*) FROM event WHERE parent = ?1)) "
		  "ON CONFLICT DO UPDATE SET state = excluded.state, "
		  "due = excluded.due, "
		  "due_is_provisional = excluded.due_is_provisional, "
		  "started = excluded.started, stopped = excluded.stopped, "
		  "number = excluded.number, "
		  "received_date = excluded.received_date, "
		  "events = excluded.events",
	    false },
	[GET] = { "SELECT " STATE_COLUMNS ", " IS_DIVIDED " FROM case_state "
		  "WHERE id = ?1",
	    false },
	[FOLLOW] = { "UPDATE case_state SET number = ?2, received_date = ?3 "
		     "WHERE id = ?1 AND (number <> ?2 OR received_date <> ?3)",
	    false },
	[STALE] = { "SELECT id FROM case_state WHERE table_number = ?1 AND "
		    "events <> (SELECT count(*) FROM event WHERE parent = "
		    "case_state.id) LIMIT ?2",
	    false },
	[UNKNOWN] = { WITHOUT_STATE("application"), .scan = true },
	[UNKNOWN_COMPLAINT] = { WITHOUT_STATE("complaint"), .scan = true },
	[COUNT] = { "SELECT count(*) FROM case_state WHERE table_number = ?1 "
		    "AND state = ?2 AND due <= ?3",
	    false },
	[COUNT_RECEIVED] = { "SELECT count(*) FROM case_state WHERE "
			     "table_number = ?1 AND received_date "
			     "BETWEEN ?2 AND ?3 AND number <> '~'",
	    false },
	[DIVIDE] = { "INSERT INTO case_divided(id, table_number) "
		     "VALUES(?1, ?2) ON CONFLICT DO NOTHING",
	    false },
	[UNITE] = { "DELETE FROM case_divided WHERE id = ?1", false },
	/* There are as many as wait for a person: few. */
	[DIVIDED] = { "SELECT id FROM case_divided WHERE table_number = ?1 "
		      "ORDER BY id LIMIT ?2",
	    .scan = true },
};
const struct sql_set state_set = SQL_SET(state_sql);

static const char *
plain_text(const char *text)
{
	return text == NULL ? "" : text;
}

static const char *
key_cell(const struct record *record, const char *name)
{
	return sort_key(record_named(record, name));
}

static void
bind_state(struct query *query, const struct case_state *state,
    const struct record *record)
{
	query_id(query, 1, &state->id);
	query_integer(query, 2, state->table);
	query_text(query, 3, state->state);
	query_text(query, 4, sort_key(state->due));
	query_integer(query, 5, state->due_is_provisional);
	query_text(query, 6, plain_text(state->started));
	query_text(query, 7, plain_text(state->stopped));
	query_text(query, 8, key_cell(record, "number"));
	query_text(query, 9, key_cell(record, "received_date"));
}

static enum fail
put_divided(
    struct store *store, const struct case_state *state, struct err *err)
{
	scoped_query query = { 0 };
	enum fail fail;

	fail = query_open(
	    &query, store, &state_sql[state->is_divided ? DIVIDE : UNITE], err);
	if (fail)
		return fail;
	query_id(&query, 1, &state->id);
	if (state->is_divided)
		query_integer(&query, 2, state->table);
	return query_run(&query, err);
}

enum fail
store_state_put(
    struct store *store, const struct case_state *state, struct err *err)
{
	scoped_arena arena = arena_new();
	scoped_query query = { 0 };
	struct record record;
	enum fail fail;

	assert(store->writing.is_open);
	fail = store_get(store, state->table, &state->id, arena, &record, err);
	if (!fail)
		fail = query_open(&query, store, &state_sql[PUT], err);
	if (fail)
		return fail;
	bind_state(&query, state, &record);
	fail = query_run(&query, err);
	if (!fail)
		fail = put_divided(store, state, err);
	return fail ? fail : line_follow(store, &record, err);
}

enum fail
state_follow(struct store *store, const struct record *record, struct err *err)
{
	scoped_query query = { 0 };
	enum fail fail;

	if (table_cell(record->table, "number") < 0 ||
	    table_cell(record->table, "received_date") < 0)
		return FAIL_NONE;
	fail = query_open(&query, store, &state_sql[FOLLOW], err);
	if (fail)
		return fail;
	query_id(&query, 1, &record->id);
	query_text(&query, 2, key_cell(record, "number"));
	query_text(&query, 3, key_cell(record, "received_date"));
	return query_run(&query, err);
}

enum fail
store_state_get(struct store *store, const struct id *id, struct arena *arena,
    struct case_state *ret_state, struct err *err)
{
	scoped_query query = { 0 };
	struct case_state state = { 0 };
	bool has_row = false;
	enum fail fail;

	fail = query_open(&query, store, &state_sql[GET], err);
	if (fail)
		return fail;
	query_id(&query, 1, id);
	fail = query_step(&query, &has_row, err);
	if (fail)
		return fail;
	if (!has_row)
		return fail_say(err, FAIL_MISSING, "store.no-state", NULL);
	state.id = column_id(&query, 0);
	state.table = (enum table_number)column_integer(&query, 1);
	state.state = column_text(&query, 2, arena);
	state.due = column_text(&query, 3, arena);
	state.due = without_sort_key(state.due);
	state.due_is_provisional = column_integer(&query, 4) != 0;
	state.started = column_text(&query, 5, arena);
	state.stopped = column_text(&query, 6, arena);
	state.is_divided = column_integer(&query, 7) != 0;
	fail = query_end(&query, err);
	if (!fail)
		*ret_state = state;
	return fail;
}

static enum fail
add_ids(struct query *query, struct ids *ids, size_t *room, struct err *err)
{
	bool has_row = false;
	enum fail fail;

	fail = query_step(query, &has_row, err);
	while (!fail && has_row && ids->n < STORE_ROWS_MAX) {
		ids->list = arena_grow(
		    ids->arena, ids->list, ids->n, room, sizeof *ids->list);
		ids->list[ids->n++] = column_id(query, 0);
		fail = query_step(query, &has_row, err);
	}
	return fail;
}

enum fail
store_state_stale(struct store *store, enum table_number table, struct ids *ids,
    struct err *err)
{
	scoped_query stale = { 0 }, unknown = { 0 };
	struct ids found = { .arena = ids->arena };
	size_t room = 0;
	enum fail fail;

	fail = query_open(&stale, store, &state_sql[STALE], err);
	if (!fail)
		fail = query_open(&unknown, store,
		    &state_sql[table == TABLE_COMPLAINT ? UNKNOWN_COMPLAINT :
							  UNKNOWN],
		    err);
	if (fail)
		return fail;
	query_integer(&stale, 1, table);
	query_integer(&stale, 2, STORE_ROWS_MAX);
	query_integer(&unknown, 1, STORE_ROWS_MAX);
	fail = add_ids(&stale, &found, &room, err);
	if (!fail)
		fail = add_ids(&unknown, &found, &room, err);
	if (fail)
		return fail;
	ids->list = found.list;
	ids->n = found.n;
	return FAIL_NONE;
}

enum fail
store_divided(struct store *store, enum table_number table, struct ids *ids,
    struct err *err)
{
	scoped_query query = { 0 };
	struct ids found = { .arena = ids->arena };
	size_t room = 0;
	enum fail fail;

	fail = query_open(&query, store, &state_sql[DIVIDED], err);
	if (fail)
		return fail;
	query_integer(&query, 1, table);
	query_integer(&query, 2, STORE_ROWS_MAX);
	fail = add_ids(&query, &found, &room, err);
	if (fail)
		return fail;
	ids->list = found.list;
	ids->n = found.n;
	return FAIL_NONE;
}

static enum fail
count(struct query *query, int64_t *ret_n, struct err *err)
{
	bool has_row = false;
	enum fail fail;

	fail = query_step(query, &has_row, err);
	if (!fail)
		*ret_n = has_row ? column_integer(query, 0) : 0;
	return fail;
}

enum fail
store_state_count(struct store *store, enum table_number table,
    const char *state, const char *due, int64_t *ret_n, struct err *err)
{
	scoped_query query = { 0 };
	enum fail fail;

	fail = query_open(&query, store, &state_sql[COUNT], err);
	if (fail)
		return fail;
	query_integer(&query, 1, table);
	query_text(&query, 2, state);
	query_text(&query, 3, sort_key(due));
	return count(&query, ret_n, err);
}

enum fail
store_received_count(struct store *store, enum table_number table,
    const char *from, const char *to, int64_t *ret_n, struct err *err)
{
	scoped_query query = { 0 };
	enum fail fail;

	fail = query_open(&query, store, &state_sql[COUNT_RECEIVED], err);
	if (fail)
		return fail;
	query_integer(&query, 1, table);
	query_text(&query, 2, from);
	query_text(&query, 3, to);
	return count(&query, ret_n, err);
}
