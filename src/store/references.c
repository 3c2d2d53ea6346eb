#include "store/references.h"

#include <string.h>

#include "store/inside.h"
#include "store/resettle.h"

enum { ALL, LIVES, ADD, CLEAR };

static const struct sql references_sql[] = {
	[ALL] = { "SELECT writer, from_seq, until_seq FROM _reference "
		  "ORDER BY writer, from_seq",
	    .scan = true },
	[LIVES] = { "SELECT writer, first FROM _life ORDER BY number",
	    .scan = true },
	[ADD] = { "INSERT INTO _reference(writer, from_seq, until_seq) "
		  "VALUES(?1, ?2, ?3) ON CONFLICT DO UPDATE SET until_seq = "
		  "max(until_seq, excluded.until_seq)",
	    false },
	[CLEAR] = { "DELETE FROM _reference", .scan = true },
};
const struct sql_set references_set = SQL_SET(references_sql);

/* Says that the list was set, also when it is empty. */
static const struct id mark = { { 0 } };

static enum fail
read_list(struct store *store, struct arena *arena,
    struct references *references, struct err *err)
{
	scoped_query query = { 0 };
	bool has_row = false;
	size_t room = 0;
	enum fail fail;

	fail = query_open(&query, store, &references_sql[ALL], err);
	if (!fail)
		fail = query_step(&query, &has_row, err);
	while (!fail && has_row) {
		struct reference_writer writer = { column_id(&query, 0),
			column_integer(&query, 1), column_integer(&query, 2) };

		references->is_set = true;
		if (!id_equal(&writer.writer, &mark)) {
			references->list = arena_grow(arena, references->list,
			    references->n, &room, sizeof writer);
			references->list[references->n++] = writer;
		}
		fail = query_step(&query, &has_row, err);
	}
	return fail ? fail : query_end(&query, err);
}

static enum fail
read_lives(struct store *store, struct arena *arena,
    struct references *references, struct err *err)
{
	scoped_query query = { 0 };
	bool has_row = false;
	size_t room = 0;
	enum fail fail;

	fail = query_open(&query, store, &references_sql[LIVES], err);
	if (!fail)
		fail = query_step(&query, &has_row, err);
	while (!fail && has_row) {
		struct life_begin life = { column_id(&query, 0),
			column_integer(&query, 1) };

		references->lives = arena_grow(arena, references->lives,
		    references->n_lives, &room, sizeof life);
		references->lives[references->n_lives++] = life;
		fail = query_step(&query, &has_row, err);
	}
	return fail ? fail : query_end(&query, err);
}

enum fail
references_read(struct store *store, const struct table *table,
    struct arena *arena, struct references *ret_references, struct err *err)
{
	struct references references = { 0 };
	enum fail fail = FAIL_NONE;

	if (table->kind == TABLE_IS_REFERENCE) {
		fail = read_list(store, arena, &references, err);
		if (!fail && references.is_set)
			fail = read_lives(store, arena, &references, err);
	}
	if (!fail)
		*ret_references = references;
	return fail;
}

static bool
counts(
    const struct references *references, const struct id *writer, int64_t seq)
{
	for (size_t i = 0; i < references->n; i++) {
		const struct reference_writer *may = &references->list[i];

		if (id_equal(&may->writer, writer) && seq >= may->from &&
		    seq <= may->until)
			return true;
	}
	return false;
}

bool
references_count(const struct references *references, const struct table *table,
    const struct entry *entry)
{
	size_t i = references->n_lives;

	if (table->kind != TABLE_IS_REFERENCE || !references->is_set)
		return true;
	if (entry->is_foreign)
		return counts(references, &entry->writer, entry->op.seq);
	while (i > 1 && references->lives[i - 1].first > entry->op.seq)
		i--;
	return i > 0 &&
	    counts(references, &references->lives[i - 1].writer,
		entry->op.seq - references->lives[i - 1].first + 1);
}

enum fail
references_check(
    struct store *store, const struct table *table, struct err *err)
{
	scoped_arena arena = arena_new();
	struct references references = { 0 };
	enum fail fail;

	if (table->kind != TABLE_IS_REFERENCE)
		return FAIL_NONE;
	fail = references_read(store, table, arena, &references, err);
	if (fail || !references.is_set ||
	    counts(&references, &store->writer, INT64_MAX))
		return fail;
	return fail_say(err, FAIL_DENIED, "store.admins-only", NULL);
}

static enum fail
add(struct store *store, const struct reference_writer *writer, struct err *err)
{
	scoped_query query = { 0 };
	enum fail fail;

	fail = query_open(&query, store, &references_sql[ADD], err);
	if (fail)
		return fail;
	query_id(&query, 1, &writer->writer);
	query_integer(&query, 2, writer->from);
	query_integer(&query, 3, writer->until);
	return query_run(&query, err);
}

static enum fail
write_list(struct store *store, const struct reference_writer *writers,
    size_t n, struct err *err)
{
	const struct reference_writer set = { .writer = mark };
	scoped_query query = { 0 };
	enum fail fail;

	fail = query_open(&query, store, &references_sql[CLEAR], err);
	if (!fail)
		fail = query_run(&query, err);
	if (!fail)
		fail = add(store, &set, err);
	for (size_t i = 0; i < n && !fail; i++)
		fail = add(store, &writers[i], err);
	return fail;
}

/* Each of one in the other; doubles do no harm. */
static bool
has_all(const struct reference_writer *all, size_t n_all,
    const struct reference_writer *some, size_t n_some)
{
	for (size_t i = 0; i < n_some; i++) {
		size_t j = 0;

		while (j < n_all &&
		    (!id_equal(&all[j].writer, &some[i].writer) ||
			all[j].from != some[i].from ||
			all[j].until != some[i].until))
			j++;
		if (j == n_all)
			return false;
	}
	return true;
}

enum fail
store_reference_writers(struct store *store,
    const struct reference_writer *writers, size_t n, struct err *err)
{
	scoped_arena arena = arena_new();
	scoped_settling settling = { 0 };
	struct references references = { 0 };
	enum fail fail;

	fail = read_list(store, arena, &references, err);
	if (fail)
		return fail;
	if (references.is_set &&
	    has_all(references.list, references.n, writers, n) &&
	    has_all(writers, n, references.list, references.n))
		return FAIL_NONE;
	fail = settling_begin(&settling, store, err);
	if (!fail)
		fail = write_list(store, writers, n, err);
	for (size_t i = 0; i < tables_n && !fail; i++)
		if (tables[i].kind == TABLE_IS_REFERENCE)
			fail = settle_table(&settling, &tables[i], err);
	return fail ? fail : settling_commit(&settling, err);
}
