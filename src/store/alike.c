/* Pairs of records that look alike: found, kept, and what was decided. */
#include "store/alike.h"

#include <assert.h>
#include <string.h>

#include "store/alike_keep.h"
#include "store/inside.h"
#include "store/rows.h"

enum { OPEN, STAYS };

/* A verdict that says something. */
#define DECIDED \
	"SELECT 1 FROM verdict v WHERE v.one = w.one AND v.other = w.other " \
	"AND v.verdict <> ''"
#define MERGED(from, into) \
	"SELECT 1 FROM merge_link m WHERE m.complaint_id = w." from \
	" AND m.into_complaint = w." into " AND m.active = 'Y'"
#define COPY_OF(stays, copy) \
	"SELECT " stays " FROM verdict WHERE " copy \
	" = ?1 AND verdict = '" stays "'"

static const struct sql alike_sql[] = {
	/* There are as many as look alike: few. */
	[OPEN] = { "SELECT w.table_number, w.one, w.other FROM alike w "
		   "WHERE NOT EXISTS (" DECIDED ") "
		   "AND NOT EXISTS (" MERGED("one", "other") ") "
		   "AND NOT EXISTS (" MERGED("other", "one") ") "
		   "ORDER BY w.table_number, w.one, w.other LIMIT ?1",
	    .scan = true },
	[STAYS] = { COPY_OF("one", "other") " UNION ALL "
		    COPY_OF("other", "one") " ORDER BY 1 LIMIT 1",
	    false },
};
const struct sql_set alike_set = SQL_SET(alike_sql);

/* As the cell has it. The first two are names of cells. */
static const char *const verdicts[] = {
	[ALIKE_UNDECIDED] = "",
	[ALIKE_ONE_STAYS] = "one",
	[ALIKE_OTHER_STAYS] = "other",
	[ALIKE_DIFFERENT] = "different",
};

enum fail
store_alikes(struct store *store, struct arena *arena,
    struct alike **ret_list, size_t *ret_n, struct err *err)
{
	struct alike *list = NULL;
	size_t n = 0, room = 0;
	scoped_query query = { 0 };
	bool has_row = false;
	enum fail fail;

	fail = query_open(&query, store, &alike_sql[OPEN], err);
	if (fail)
		return fail;
	query_integer(&query, 1, ALIKES_MAX);
	fail = query_step(&query, &has_row, err);
	while (!fail && has_row) {
		list = arena_grow(arena, list, n, &room, sizeof *list);
		list[n++] = (struct alike){
			.table = (enum table_number)column_integer(&query, 0),
			.one = column_id(&query, 1),
			.other = column_id(&query, 2),
		};
		fail = query_step(&query, &has_row, err);
	}
	if (!fail)
		fail = query_end(&query, err);
	if (fail)
		return fail;
	*ret_list = list;
	*ret_n = n;
	return FAIL_NONE;
}

struct record
alike_verdict_row(const struct alike *alike, enum alike_verdict verdict,
    struct arena *arena)
{
	const struct table *table = table_of(alike->table);
	char hex[ID_HEX_SIZE];
	struct record row;

	assert(table != NULL);
	assert(memcmp(alike->one.byte, alike->other.byte, ID_SIZE) < 0);
	id_print(&alike->other, hex);
	row = record_of(
	    TABLE_VERDICT, id_derived("verdict", &alike->one, hex));
	record_set_text(&row, arena, VERDICT_RULE, table->name);
	record_set_id(&row, VERDICT_ONE, alike->one);
	record_set_id(&row, VERDICT_OTHER, alike->other);
	record_set_text(&row, arena, VERDICT_VERDICT, verdicts[verdict]);
	return row;
}

enum alike_verdict
alike_verdict_of(const struct record *row)
{
	const char *word = record_text(row, VERDICT_VERDICT);

	for (size_t i = 0; i < array_length(verdicts); i++)
		if (strcmp(word, verdicts[i]) == 0)
			return (enum alike_verdict)i;
	return ALIKE_UNDECIDED;
}

/* The record this one is a copy of, if it is. */
static enum fail
next_of(struct store *store, const struct id *id, struct id *ret_id,
    bool *ret_has, struct err *err)
{
	scoped_query query = { 0 };
	struct id next;
	enum fail fail;

	fail = query_open(&query, store, &alike_sql[STAYS], err);
	if (fail)
		return fail;
	query_id(&query, 1, id);
	fail = query_step(&query, ret_has, err);
	if (fail || !*ret_has)
		return fail;
	next = column_id(&query, 0);
	fail = query_end(&query, err);
	if (!fail)
		*ret_id = next;
	return fail;
}

/*
 * From copy to copy. Counters that decided against each other may have made a
 * circle; then it ends at the lesser key of those passed.
 */
enum fail
store_alike_stays(struct store *store, const struct id *id,
    struct id *ret_id, struct err *err)
{
	enum { STEPS_MAX = 32 };
	struct id at = *id, least = *id;
	enum fail fail;

	for (int i = 0; i < STEPS_MAX; i++) {
		bool has = false;

		fail = next_of(store, &at, &at, &has, err);
		if (fail)
			return fail;
		if (!has) {
			*ret_id = at;
			return FAIL_NONE;
		}
		if (memcmp(at.byte, least.byte, ID_SIZE) < 0)
			least = at;
	}
	*ret_id = least;
	return FAIL_NONE;
}
