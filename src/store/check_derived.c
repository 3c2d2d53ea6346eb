/* What derives from the records: case states and the index of names. */
#include <string.h>

#include "base/buf.h"
#include "store/findings.h"
#include "store/inside.h"
#include "store/rows.h"
#include "store/search_text.h"
#include "store/state.h"

enum { STATES, BOOK_STATES, COUNT_SEARCH, INDEX };

/* Cases whose copies of number and date are not the record's. */
#define STATES_OF(table) \
	"SELECT a.id FROM case_state c JOIN " table " a ON a.id = c.id " \
	"WHERE coalesce(a.number, '~') <> c.number OR " \
	"coalesce(a.received_date, '~') <> c.received_date"

static const struct sql check_derived_sql[] = {
	[STATES] = { STATES_OF("application"), .scan = true },
	[BOOK_STATES] = { STATES_OF("complaint"), .scan = true },
	[COUNT_SEARCH] = { "SELECT count(*) FROM search_text", .scan = true },
	[INDEX] = { "INSERT INTO search(search, rank) "
		    "VALUES('integrity-check', 1)",
	    false },
};
const struct sql_set check_derived_set = SQL_SET(check_derived_sql);

static enum fail
open_step(struct query *query, struct store *store, int which, bool *has_row,
    struct err *err)
{
	enum fail fail;

	fail = query_open(query, store, &check_derived_sql[which], err);
	return fail ? fail : query_step(query, has_row, err);
}

/* Cases whose copy of number or date, or whose events, are others. */
static enum fail
check_states_of(struct store *store, enum table_number table,
    struct findings *findings, struct err *err)
{
	const char *name = table_of(table)->name;
	scoped_arena arena = arena_new();
	scoped_query query = { 0 };
	bool has_row = false;
	struct ids stale = { .arena = arena };
	enum fail fail;

	fail = open_step(&query, store,
	    table == TABLE_COMPLAINT ? BOOK_STATES : STATES, &has_row, err);
	while (!fail && has_row) {
		struct id id = column_id(&query, 0);

		row_finding(findings, "finding.state", name, &id, NULL);
		fail = query_step(&query, &has_row, err);
	}
	if (!fail)
		fail = store_state_stale(store, table, &stale, err);
	for (size_t i = 0; i < stale.n && !fail; i++)
		row_finding(
		    findings, "finding.state", name, &stale.list[i], NULL);
	return fail;
}

enum fail
check_states(struct store *store, struct findings *findings, struct err *err)
{
	enum fail fail;

	fail = check_states_of(store, TABLE_APPLICATION, findings, err);
	if (!fail)
		fail = check_states_of(store, TABLE_COMPLAINT, findings, err);
	return fail;
}

struct names {
	struct store *store;
	struct findings *findings;
	int64_t n;
};

static enum fail
look_at_name(void *context, const struct record *record, struct err *err)
{
	scoped_arena arena = arena_new();
	struct names *names = context;
	const char *kept = "";
	int64_t number = 0;
	scoped_buf folded = { 0 };
	enum fail fail;

	buf_init(&folded, SEARCH_TEXT_MAX);
	fail = search_folded(names->store, record, &folded, err);
	if (!fail)
		fail = search_text_get(
		    names->store, &record->id, arena, &number, &kept, err);
	if (fail)
		return fail;
	names->n += number != 0;
	if (strcmp(kept, folded.size > 0 ? folded.text : "") != 0)
		row_finding(names->findings, "finding.search",
		    record->table->name, &record->id, NULL);
	return FAIL_NONE;
}

enum fail
check_search(struct store *store, struct findings *findings, struct err *err)
{
	struct names names = { .store = store, .findings = findings };
	scoped_arena arena = arena_new();
	scoped_query query = { 0 };
	bool has_row = false;
	enum fail fail = FAIL_NONE;

	for (size_t i = 0; i < tables_n && !fail; i++)
		fail = store_each(
		    store, tables[i].number, arena, look_at_name, &names, err);
	if (!fail)
		fail = open_step(&query, store, COUNT_SEARCH, &has_row, err);
	if (!fail && column_integer(&query, 0) != names.n)
		finding(findings, "finding.search-extra", NULL);
	/* A row that cannot be read was named with its table. */
	return fail == FAIL_CORRUPT && findings->total > 0 ? FAIL_NONE : fail;
}

enum fail
check_index(struct store *store, struct findings *findings, struct err *err)
{
	scoped_query query = { 0 };
	enum fail fail;

	fail = query_open(&query, store, &check_derived_sql[INDEX], err);
	if (!fail)
		fail = query_run(&query, err);
	if (fail != FAIL_CORRUPT)
		return fail;
	store->writing.is_broken = false; /* it wrote nothing */
	finding(findings, "finding.search-index", NULL);
	return FAIL_NONE;
}
