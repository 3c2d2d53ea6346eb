#include "store/compare.h"

#include <string.h>

#include "store/inside.h"
#include "store/log.h"
#include "store/references.h"
#include "store/rows_sql.h"

enum { OF_TABLE, OF_ROW, HAS_FOREIGN };

enum { PK_COLUMN = 5, SID_COLUMN = 11, WRITER_COLUMN = 12 };

static const struct sql compare_sql[] = {
	[OF_TABLE] = { ENTRIES_OWN ENTRIES_OTHERS "ORDER BY 6", false },
	[OF_ROW] = { ENTRIES_OWN "AND pk = ?2 " ENTRIES_OTHERS "AND pk = ?2",
	    false },
	[HAS_FOREIGN] = { "SELECT 1 FROM _foreign "
			  "WHERE table_number = ?1 AND pk = ?2 LIMIT 1",
	    false },
};
const struct sql_set compare_set = SQL_SET(compare_sql);

/* Entries of the log on their way. */
struct side {
	struct query query;
	bool has_row;
	struct arena *arena; /* the pair's own values; NULL: somebody else's */
	struct references references;
};

static void
side_done(struct side *side)
{
	query_done(&side->query);
	arena_free(side->arena);
}

#define scoped_side scoped(side_done) struct side

enum fail
entry_read(struct query *query, struct arena *arena, struct entry *ret_entry,
    struct err *err)
{
	struct entry entry = { 0 };
	const void *sid, *writer;
	size_t sid_size, writer_size;
	enum fail fail;

	fail = log_read(query, arena, &entry.op, err);
	if (fail)
		return fail;
	sid = column_bytes(query, SID_COLUMN, &sid_size);
	if (sid_size != SID_SIZE)
		return fail_say(err, FAIL_CORRUPT, "store.damaged", NULL);
	memcpy(entry.sid, sid, SID_SIZE);
	writer = column_bytes(query, WRITER_COLUMN, &writer_size);
	entry.is_foreign = writer_size != 0;
	if (writer_size == ID_SIZE)
		memcpy(entry.writer.byte, writer, ID_SIZE);
	*ret_entry = entry;
	return FAIL_NONE;
}

struct entries {
	struct entry *list;
	size_t n, room;
	bool is_damaged;
};

/* All entries of the row the query stands on; leaves it on the next row. */
static enum fail
take_entries(struct side *log, const struct table *table, const struct id *id,
    struct arena *arena, struct entries *entries, struct err *err)
{
	enum fail fail = FAIL_NONE;

	while (!fail && log->has_row) {
		struct id next = column_id(&log->query, PK_COLUMN);
		struct entry entry = { 0 };

		if (!id_equal(id, &next))
			break;
		if (entry_read(&log->query, arena, &entry, NULL)) {
			entries->is_damaged = true;
			log->query.is_damaged = false;
		} else if (references_count(&log->references, table, &entry)) {
			entries->list = arena_grow(arena, entries->list,
			    entries->n, &entries->room, sizeof entry);
			entries->list[entries->n++] = entry;
		}
		fail = query_step(&log->query, &log->has_row, err);
	}
	return fail;
}

static enum fail
take_row(struct side *log, const struct table *table, struct arena *arena,
    struct rebuilt *rebuilt, struct err *err)
{
	struct id id = column_id(&log->query, PK_COLUMN);
	struct entries entries = { 0 };
	enum fail fail;

	fail = take_entries(log, table, &id, arena, &entries, err);
	if (fail)
		return fail;
	merge_row(table, &id, entries.list, entries.n, arena, rebuilt);
	rebuilt->is_damaged = entries.is_damaged;
	/* We change only rows that are there. */
	for (size_t i = 0; i < entries.n && !rebuilt->is_there; i++)
		rebuilt->is_damaged |= !entries.list[i].is_foreign;
	return FAIL_NONE;
}

enum fail
rebuild_row(struct store *store, const struct table *table, const struct id *id,
    struct arena *arena, struct rebuilt *ret_rebuilt, struct err *err)
{
	scoped_side log = { 0 };
	enum fail fail;

	fail = references_read(store, table, arena, &log.references, err);
	if (!fail)
		fail = query_open(&log.query, store, &compare_sql[OF_ROW], err);
	if (fail)
		return fail;
	query_integer(&log.query, 1, table->number);
	query_id(&log.query, 2, id);
	fail = query_step(&log.query, &log.has_row, err);
	if (fail)
		return fail;
	if (!log.has_row)
		return fail_say(
		    err, FAIL_MISSING, "store.no-row", table->name, NULL);
	return take_row(&log, table, arena, ret_rebuilt, err);
}

enum fail
has_foreign(struct store *store, const struct record *record, bool *ret_has,
    struct err *err)
{
	scoped_query query = { 0 };
	enum fail fail;

	fail = query_open(&query, store, &compare_sql[HAS_FOREIGN], err);
	if (fail)
		return fail;
	query_integer(&query, 1, record->table->number);
	query_id(&query, 2, &record->id);
	return query_step(&query, ret_has, err);
}

static enum fail
open_sides(struct store *store, const struct table *table, struct arena *arena,
    struct side *log, struct side *rows, struct err *err)
{
	enum fail fail;

	fail = references_read(store, table, arena, &log->references, err);
	if (!fail)
		fail =
		    query_open(&log->query, store, &compare_sql[OF_TABLE], err);
	if (fail)
		return fail;
	query_integer(&log->query, 1, table->number);
	fail = query_step(&log->query, &log->has_row, err);
	if (!fail)
		fail = query_open(
		    &rows->query, store, &rows_sql(store, table)->all, err);
	if (!fail)
		fail = query_step(&rows->query, &rows->has_row, err);
	return fail;
}

/* Which side has the lower key: <0 the log, >0 the rows, 0 both. */
static int
which_side(struct side *log, struct side *rows)
{
	struct id left, right;

	if (!log->has_row)
		return 1;
	if (!rows->has_row)
		return -1;
	left = column_id(&log->query, PK_COLUMN);
	right = column_id(&rows->query, 0);
	return memcmp(left.byte, right.byte, ID_SIZE);
}

static enum fail
take_pair(const struct table *table, struct side *log, struct side *rows,
    pair_fn *each, void *context, struct err *err)
{
	int side = which_side(log, rows);
	struct row_pair pair = { .table = table };
	struct rebuilt rebuilt;
	struct record record;
	enum fail fail = FAIL_NONE;

	arena_reset(log->arena);
	if (side >= 0) {
		rows->query.is_damaged = false;
		record = row_read(&rows->query, table, log->arena);
		pair.row_is_unreadable = rows->query.is_damaged;
		rows->query.is_damaged = false;
		pair.row = &record;
		pair.id = record.id;
		fail = query_step(&rows->query, &rows->has_row, err);
	}
	if (!fail && side <= 0) {
		fail = take_row(log, table, log->arena, &rebuilt, err);
		pair.log = &rebuilt;
		pair.id = rebuilt.record.id;
	}
	return fail ? fail : each(context, &pair, err);
}

enum fail
compare_table(struct store *store, const struct table *table, pair_fn *each,
    void *context, struct err *err)
{
	scoped_arena arena = arena_new();
	scoped_side log = { .arena = arena_new() };
	scoped_side rows = { 0 };
	enum fail fail;

	fail = open_sides(store, table, arena, &log, &rows, err);
	while (!fail && (log.has_row || rows.has_row))
		fail = take_pair(table, &log, &rows, each, context, err);
	return fail;
}

bool
pair_is_equal(const struct row_pair *pair)
{
	if (pair->log == NULL || !pair->log->is_there)
		return pair->row == NULL;
	if (pair->row == NULL || pair->row_is_unreadable)
		return false;
	for (size_t i = 0; i < pair->table->n_cells; i++)
		if (!value_equal(
			&pair->row->cell[i], &pair->log->record.cell[i]))
			return false;
	return true;
}
