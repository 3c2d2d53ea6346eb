#include <assert.h>
#include <string.h>

#include "store/bundle.h"
#include "store/foreign.h"
#include "store/inside.h"
#include "store/resettle.h"
#include "store/sealed.h"

enum { IS_FORK };

static const struct sql apply_sql[] = {
	[IS_FORK] = { "SELECT 1 FROM _applied WHERE writer = ?1 AND bno = ?2 "
		      "LIMIT 1",
	    false },
};
const struct sql_set apply_set = SQL_SET(apply_sql);

static bool
is_zero(const uint8_t hash[HASH_SIZE])
{
	static const uint8_t zeros[HASH_SIZE];

	return memcmp(hash, zeros, HASH_SIZE) == 0;
}

/*
 * Number and entries follow those of the bundle before; the first of a new
 * life begins at 1 behind the last one of the life before.
 */
static enum fail
check_chain(struct store *store, const struct incoming *incoming,
    const struct parcel_content *content, struct err *err)
{
	const struct bundle *bundle = &incoming->bundle;
	uint64_t number = 1;
	int64_t first = 1;
	struct bundle prev;
	enum fail fail;

	if (!is_zero(bundle->prev)) {
		fail = store_bundle_get(store, bundle->prev, &prev, NULL, err);
		if (fail == FAIL_MISSING && incoming->is_after_gap)
			return FAIL_NONE;
		if (fail == FAIL_MISSING)
			return fail_say(
			    err, FAIL_MISSING, "store.bundle-waits", NULL);
		if (fail)
			return fail;
		if (id_equal(&prev.writer, &bundle->writer)) {
			number = prev.number + 1;
			first = prev.last + 1;
		}
	}
	if (bundle->number != number || content->first != first)
		return fail_say(err, FAIL_CORRUPT, "store.bundle-chain", NULL);
	return FAIL_NONE;
}

static enum fail
is_fork(struct store *store, const struct bundle *bundle, bool *ret_is_fork,
    struct err *err)
{
	scoped_query query = { 0 };
	enum fail fail;

	fail = query_open(&query, store, &apply_sql[IS_FORK], err);
	if (fail)
		return fail;
	query_id(&query, 1, &bundle->writer);
	query_integer(&query, 2, (int64_t)bundle->number);
	return query_step(&query, ret_is_fork, err);
}

static enum fail
keep_file(struct store *store, const struct incoming *incoming,
    const struct parcel_content *content, struct err *err)
{
	struct bundle bundle = incoming->bundle;

	bundle.state = BUNDLE_FOREIGN;
	bundle.first = content->first;
	bundle.last = content->first + (int64_t)content->n - 1;
	bundle.size = incoming->size;
	bundle.made_ms = store->writing.now_ms;
	return bundle_add(store, &bundle, incoming->file, err);
}

/* The entries into the log. */
static enum fail
add_entries(
    struct foreign *foreign, const struct failpoint *points, struct err *err)
{
	const struct parcel_content *content = foreign->content;
	enum fail fail;

	fail = foreign_begin(foreign, err);
	for (size_t i = 0; i < content->n && !fail; i++) {
		if (i == content->n / 2)
			fail = failpoint_reach(points, "S25", err);
		if (!fail)
			fail = foreign_add(foreign, &content->ops[i], err);
	}
	return fail ? fail : foreign_end(foreign, err);
}

/* The records they are about. */
static enum fail
settle_rows(
    struct settling *settling, const struct foreign *foreign, struct err *err)
{
	enum fail fail = FAIL_NONE;

	for (size_t i = 0; i < foreign->n_keys && !fail; i++) {
		const struct row_key *key = &foreign->keys[i];
		const struct table *table =
		    table_of((enum table_number)key->table);

		if (table != NULL)
			fail = settle_row(settling, table, &key->id, err);
	}
	return fail;
}

static enum fail
apply(struct settling *settling, const struct incoming *incoming,
    struct foreign *foreign, struct applied *applied, struct err *err)
{
	struct store *store = settling->store;
	enum fail fail;

	fail = check_chain(store, incoming, foreign->content, err);
	if (!fail)
		fail =
		    is_fork(store, &incoming->bundle, &applied->is_fork, err);
	if (!fail)
		fail = add_entries(foreign, incoming->points, err);
	if (!fail)
		fail = settle_rows(settling, foreign, err);
	if (!fail)
		fail = keep_file(store, incoming, foreign->content, err);
	if (!fail)
		fail = failpoint_reach(incoming->points, "S26", err);
	if (!fail)
		fail = settling_commit(settling, err);
	applied->entries = foreign->entries;
	applied->parked = foreign->parked;
	applied->rows = settling->rows;
	applied->conflicts = settling->conflicts;
	applied->tables = settling->tables;
	return fail ? fail : failpoint_reach(incoming->points, "S27", err);
}

enum fail
store_apply(struct store *store, const struct incoming *incoming,
    struct applied *ret_applied, struct err *err)
{
	scoped_arena arena = arena_new();
	scoped_settling settling = { 0 };
	struct parcel_content content;
	struct applied applied = { 0 };
	struct foreign foreign = { .store = store,
		.arena = arena,
		.writer = incoming->bundle.writer,
		.content = &content };
	enum fail fail;

	/* All of it is read before anything is touched. */
	fail = parcel_read(
	    incoming->payload, incoming->payload_size, arena, &content, err);
	if (!fail)
		fail = settling_begin(&settling, store, err);
	if (!fail)
		fail = failpoint_reach(incoming->points, "S24", err);
	if (!fail)
		fail = store_bundle_known(
		    store, incoming->bundle.hash, &applied.was_known, err);
	if (!fail && !applied.was_known)
		fail = apply(&settling, incoming, &foreign, &applied, err);
	if (!fail)
		*ret_applied = applied;
	return fail;
}
