#include "store/versions.h"

#include <string.h>

#include "store/wire.h"

enum {
	DROP_VERSIONS,
	DROP_HEADS,
	DROP_WAITED,
	ADD_VERSION,
	ADD_HEAD,
	ADD_WAITED,
	VERSIONS,
	HEADS,
	WAITED,
	COUNT,
	DROP_STRAY_VERSIONS,
	DROP_STRAY_HEADS,
	DROP_STRAY_WAITED,
};

#define OF_ROW " WHERE table_number = ?1 AND pk = ?2"
#define STRAY(name) \
	{ \
		"DELETE FROM " name " WHERE NOT EXISTS (SELECT 1 FROM _op " \
		"WHERE _op.table_number = " name \
		".table_number AND _op.pk = " name \
		".pk) AND NOT EXISTS (SELECT 1 FROM _foreign WHERE " \
		"_foreign.table_number = " name ".table_number AND " \
		"_foreign.pk = " name ".pk)", \
		    .scan = true \
	}

static const struct sql versions_sql[] = {
	[DROP_VERSIONS] = { "DELETE FROM _ver" OF_ROW, false },
	[DROP_HEADS] = { "DELETE FROM _head" OF_ROW, false },
	[DROP_WAITED] = { "DELETE FROM _pend" OF_ROW, false },
	[ADD_VERSION] = { "INSERT INTO _ver(table_number, pk, cell, hlc, sid) "
			  "VALUES(?1, ?2, ?3, ?4, ?5)",
	    false },
	[ADD_HEAD] = { "INSERT INTO _head(table_number, pk, cell, hlc, sid, "
		       "value, writer, seq) "
		       "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
	    false },
	[ADD_WAITED] = { "INSERT INTO _pend(table_number, pk, cell, hlc, sid) "
			 "SELECT ?1, ?2, ?3, ?4, sid FROM _sid WHERE idx = ?5",
	    false },
	[VERSIONS] = { "SELECT cell, hlc, sid FROM _ver" OF_ROW, false },
	[HEADS] = { "SELECT cell, hlc, sid, value FROM _head" OF_ROW, false },
	[WAITED] = { "SELECT p.cell, p.hlc, s.idx FROM _pend p "
		     "JOIN _sid s ON s.sid = p.sid" OF_ROW,
	    false },
	[COUNT] = { "SELECT (SELECT count(*) FROM _ver), (SELECT count(*) "
		    "FROM _head), (SELECT count(*) FROM _pend)",
	    .scan = true },
	[DROP_STRAY_VERSIONS] = STRAY("_ver"),
	[DROP_STRAY_HEADS] = STRAY("_head"),
	[DROP_STRAY_WAITED] = STRAY("_pend"),
};
const struct sql_set versions_set = SQL_SET(versions_sql);

static enum fail
open_row(struct query *query, struct store *store, int which,
    const struct table *table, const struct id *id, struct err *err)
{
	enum fail fail;

	fail = query_open(query, store, &versions_sql[which], err);
	if (fail)
		return fail;
	query_integer(query, 1, table->number);
	query_id(query, 2, id);
	return FAIL_NONE;
}

static enum fail
drop(struct store *store, int which, const struct rebuilt *rebuilt,
    struct err *err)
{
	scoped_query query = { 0 };
	enum fail fail;

	fail = open_row(&query, store, which, rebuilt->record.table,
	    &rebuilt->record.id, err);
	return fail ? fail : query_run(&query, err);
}

static enum fail
add(struct store *store, int which, const struct rebuilt *rebuilt, int cell,
    const struct version *version, struct err *err)
{
	scoped_query query = { 0 };
	enum fail fail;

	fail = open_row(&query, store, which, rebuilt->record.table,
	    &rebuilt->record.id, err);
	if (fail)
		return fail;
	query_integer(&query, 3, cell);
	query_integer(&query, 4, version->hlc);
	query_integer(&query, 5, version->sid);
	return query_run(&query, err);
}

static enum fail
add_head(struct store *store, const struct rebuilt *rebuilt,
    const struct head *head, struct err *err)
{
	const struct entry *entry = head->entry;
	scoped_buf value = { 0 };
	scoped_query query = { 0 };
	enum fail fail;

	buf_init(&value, OP_BODY_MAX);
	wire_value(&value, &head->value);
	fail = open_row(&query, store, ADD_HEAD, rebuilt->record.table,
	    &rebuilt->record.id, err);
	if (fail)
		return fail;
	query_integer(&query, 3, head->cell);
	query_integer(&query, 4, head->version.hlc);
	query_integer(&query, 5, head->version.sid);
	query_bytes(&query, 6, value.text, value.size);
	query_id(
	    &query, 7, entry->is_foreign ? &entry->writer : &store->writer);
	query_integer(&query, 8, entry->op.seq);
	return query_run(&query, err);
}

enum fail
versions_put(
    struct store *store, const struct rebuilt *rebuilt, struct err *err)
{
	size_t n_cells = rebuilt->record.table->n_cells;
	enum fail fail;

	fail = drop(store, DROP_VERSIONS, rebuilt, err);
	if (!fail)
		fail = drop(store, DROP_HEADS, rebuilt, err);
	if (!fail)
		fail = drop(store, DROP_WAITED, rebuilt, err);
	for (size_t i = 0; i <= n_cells && !fail; i++)
		if (rebuilt->version[i].hlc != 0)
			fail = add(store, ADD_VERSION, rebuilt, (int)i,
			    &rebuilt->version[i], err);
	for (size_t i = 0; i < rebuilt->n_heads && !fail; i++)
		fail = add_head(store, rebuilt, &rebuilt->heads[i], err);
	for (size_t i = 0; i < rebuilt->n_waited && !fail; i++)
		fail = add(store, ADD_WAITED, rebuilt, rebuilt->waited[i].cell,
		    &rebuilt->waited[i].version, err);
	return fail;
}

/* Is the row the query stands on one of the rebuilt ones? */
static bool
is_version(struct query *query, const struct rebuilt *rebuilt)
{
	int64_t cell = column_integer(query, 0);

	return cell >= 0 && (size_t)cell <= rebuilt->record.table->n_cells &&
	    rebuilt->version[cell].hlc == column_integer(query, 1) &&
	    rebuilt->version[cell].sid == column_integer(query, 2);
}

static bool
is_head(struct query *query, const struct rebuilt *rebuilt)
{
	for (size_t i = 0; i < rebuilt->n_heads; i++) {
		const struct head *head = &rebuilt->heads[i];
		scoped_buf value = { 0 };
		const void *bytes;
		size_t size;

		if (head->cell != column_integer(query, 0) ||
		    head->version.hlc != column_integer(query, 1) ||
		    head->version.sid != column_integer(query, 2))
			continue;
		buf_init(&value, OP_BODY_MAX);
		wire_value(&value, &head->value);
		bytes = column_bytes(query, 3, &size);
		return size == value.size &&
		    memcmp(bytes, value.text, size) == 0;
	}
	return false;
}

static bool
is_waited(struct query *query, const struct rebuilt *rebuilt)
{
	for (size_t i = 0; i < rebuilt->n_waited; i++)
		if (rebuilt->waited[i].cell == column_integer(query, 0) &&
		    rebuilt->waited[i].version.hlc ==
			column_integer(query, 1) &&
		    rebuilt->waited[i].version.sid == column_integer(query, 2))
			return true;
	return false;
}

/* One of the tables: all its rows are rebuilt ones, and as many. */
static enum fail
compare(struct query *query, const struct rebuilt *rebuilt,
    bool (*is_right)(struct query *, const struct rebuilt *), size_t n_wanted,
    int64_t *count, bool *are, struct err *err)
{
	size_t n_right = 0, n = 0;
	bool has_row = false;
	enum fail fail;

	fail = query_step(query, &has_row, err);
	while (!fail && has_row) {
		n++;
		if (rebuilt != NULL)
			n_right += is_right(query, rebuilt);
		fail = query_step(query, &has_row, err);
	}
	*count += (int64_t)n;
	*are = *are && n == n_wanted && n_right == n_wanted;
	return fail;
}

enum fail
versions_are(struct store *store, const struct table *table,
    const struct id *id, const struct rebuilt *rebuilt,
    struct version_counts *counts, bool *ret_are, struct err *err)
{
	scoped_query versions = { 0 }, heads = { 0 }, waited = { 0 };
	size_t n_versions = 0;
	bool are = true;
	enum fail fail;

	for (size_t i = 0; i <= table->n_cells && rebuilt != NULL; i++)
		n_versions += rebuilt->version[i].hlc != 0;
	fail = open_row(&versions, store, VERSIONS, table, id, err);
	if (!fail)
		fail = compare(&versions, rebuilt, is_version, n_versions,
		    &counts->versions, &are, err);
	if (!fail)
		fail = open_row(&heads, store, HEADS, table, id, err);
	if (!fail)
		fail = compare(&heads, rebuilt, is_head,
		    rebuilt == NULL ? 0 : rebuilt->n_heads, &counts->heads,
		    &are, err);
	if (!fail)
		fail = open_row(&waited, store, WAITED, table, id, err);
	if (!fail)
		fail = compare(&waited, rebuilt, is_waited,
		    rebuilt == NULL ? 0 : rebuilt->n_waited, &counts->waited,
		    &are, err);
	if (!fail)
		*ret_are = are;
	return fail;
}

enum fail
versions_count(
    struct store *store, struct version_counts *ret_counts, struct err *err)
{
	scoped_query query = { 0 };
	bool has_row = false;
	enum fail fail;

	fail = query_open(&query, store, &versions_sql[COUNT], err);
	if (!fail)
		fail = query_step(&query, &has_row, err);
	if (fail)
		return fail;
	ret_counts->versions = column_integer(&query, 0);
	ret_counts->heads = column_integer(&query, 1);
	ret_counts->waited = column_integer(&query, 2);
	return FAIL_NONE;
}

enum fail
versions_drop_stray(struct store *store, struct err *err)
{
	enum fail fail = FAIL_NONE;

	for (int which = DROP_STRAY_VERSIONS;
	     which <= DROP_STRAY_WAITED && !fail; which++) {
		scoped_query query = { 0 };

		fail = query_open(&query, store, &versions_sql[which], err);
		if (!fail)
			fail = query_run(&query, err);
	}
	return fail;
}
