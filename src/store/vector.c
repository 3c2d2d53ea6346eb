/* What is part of this register: bundles known, the vector, our lives. */
#include <string.h>

#include "store/bundle.h"
#include "store/inside.h"
#include "store/sealed.h"

enum { KNOWN, TIPS, LIVES };

static const struct sql vector_sql[] = {
	[KNOWN] = { "SELECT 1 FROM _applied WHERE hash = ?1", false },
	[TIPS] = { "SELECT writer, bno, hash FROM _applied a "
		   "WHERE NOT EXISTS (SELECT 1 FROM _applied b "
		   "WHERE b.prev = a.hash AND b.writer = a.writer) "
		   "ORDER BY writer, bno, hash",
	    .scan = true },
	[LIVES] = { "SELECT l.writer, l.letter, l.made_ms, "
		    "coalesce((SELECT max(bno) FROM _applied a WHERE "
		    "a.writer = l.writer AND a.state IN (1, 2)), 0) "
		    "FROM _life l ORDER BY l.number",
	    .scan = true },
};
const struct sql_set vector_set = SQL_SET(vector_sql);

enum fail
store_bundle_known(struct store *store, const uint8_t hash[HASH_SIZE],
    bool *ret_is_known, struct err *err)
{
	scoped_query query = { 0 };
	enum fail fail;

	fail = query_open(&query, store, &vector_sql[KNOWN], err);
	if (fail)
		return fail;
	query_bytes(&query, 1, hash, HASH_SIZE);
	return query_step(&query, ret_is_known, err);
}

enum fail
store_vector(struct store *store, struct vector *vector, struct err *err)
{
	struct vector found = { .arena = vector->arena };
	scoped_query query = { 0 };
	size_t room = 0;
	bool has_row = false;
	enum fail fail;

	fail = query_open(&query, store, &vector_sql[TIPS], err);
	if (!fail)
		fail = query_step(&query, &has_row, err);
	while (!fail && has_row) {
		struct vector_entry entry = { .writer = column_id(&query, 0),
			.number = (uint64_t)column_integer(&query, 1) };
		size_t size;
		const void *bytes = column_bytes(&query, 2, &size);

		if (size != HASH_SIZE)
			return fail_say(
			    err, FAIL_CORRUPT, "store.damaged", NULL);
		memcpy(entry.hash, bytes, HASH_SIZE);
		found.list = arena_grow(
		    found.arena, found.list, found.n, &room, sizeof entry);
		found.list[found.n++] = entry;
		fail = query_step(&query, &has_row, err);
	}
	if (!fail)
		fail = query_end(&query, err);
	if (!fail)
		*vector = found;
	return fail;
}

/* The last bundle of each life; one that sealed none stands on the one
 * before. */
static enum fail
find_last(struct store *store, struct past_life *life,
    const struct past_life *before,
    struct err *err)
{
	scoped_arena arena = arena_new();
	struct bundles bundles = { .arena = arena };
	enum fail fail;

	if (before != NULL)
		memcpy(life->last, before->last, HASH_SIZE);
	if (life->sealed == 0)
		return FAIL_NONE;
	fail =
	    store_bundles_of(store, &life->writer, life->sealed, &bundles, err);
	for (size_t i = 0; i < bundles.n && !fail; i++)
		if (bundles.list[i].state != BUNDLE_FOREIGN)
			memcpy(life->last, bundles.list[i].hash, HASH_SIZE);
	return fail;
}

enum fail
store_lives(struct store *store, struct arena *arena,
    struct past_life **ret_lives,
    size_t *ret_n, struct err *err)
{
	scoped_query query = { 0 };
	struct past_life *list = NULL;
	size_t n = 0, room = 0;
	bool has_row = false;
	enum fail fail;

	fail = query_open(&query, store, &vector_sql[LIVES], err);
	if (!fail)
		fail = query_step(&query, &has_row, err);
	while (!fail && has_row) {
		struct past_life life = { .writer = column_id(&query, 0),
			.letter = *column_text(&query, 1, arena),
			.made_ms = column_integer(&query, 2),
			.sealed = (uint64_t)column_integer(&query, 3) };

		list = arena_grow(arena, list, n, &room, sizeof life);
		list[n++] = life;
		fail = query_step(&query, &has_row, err);
	}
	for (size_t i = 0; i < n && !fail; i++)
		fail = find_last(
		    store, &list[i], i == 0 ? NULL : &list[i - 1], err);
	if (fail)
		return fail;
	*ret_lives = list;
	*ret_n = n;
	return FAIL_NONE;
}

struct id
store_writer(const struct store *store)
{
	return store->writer;
}
