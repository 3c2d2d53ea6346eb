#include "store/asset.h"

#include <string.h>

#include "base/crypto.h"
#include "base/text.h"
#include "store/findings.h"
#include "store/inside.h"

enum { LAST, VERSION, LAST_HASH, FIND, ADD, SET_LAST, NAMES, ALL };

static const struct sql asset_sql[] = {
	[LAST] = { "SELECT version, text, hash FROM asset WHERE number = "
		   "(SELECT number FROM asset_last WHERE name = ?1)",
	    false },
	[VERSION] = { "SELECT version, text, hash FROM asset "
		"WHERE name = ?1 AND version = ?2 ORDER BY number DESC LIMIT 1",
	    false },
	[LAST_HASH] = { "SELECT 1 FROM asset_last JOIN asset USING (number) "
		"WHERE asset_last.name = ?1 AND version = ?2 AND hash = ?3",
	    false },
	[FIND] = { "SELECT number FROM asset "
		   "WHERE name = ?1 AND version = ?2 AND hash = ?3",
	    false },
	[ADD] = { "INSERT INTO asset(name, version, hash, text, at_ms) "
		  "VALUES(?1, ?2, ?3, ?4, ?5)",
	    false },
	[SET_LAST] = { "INSERT INTO asset_last(name, number) VALUES(?1, ?2) "
		       "ON CONFLICT DO UPDATE SET number = excluded.number",
	    false },
	[NAMES] = { "SELECT name FROM asset_last "
		    "WHERE name > ?1 AND name < ?2 ORDER BY name",
	    false },
	[ALL] = { "SELECT version, text, hash, name FROM asset ORDER BY number",
	    .scan = true },
};
const struct sql_set asset_set = SQL_SET(asset_sql);

/* Open a statement that asks for exactly this text. */
static enum fail
open_exact(struct query *query, struct store *store, int which,
    const struct asset *asset, struct err *err)
{
	uint8_t hash[HASH_SIZE];
	enum fail fail;

	hash_bytes(asset->text, asset->size, NULL, 0, hash);
	fail = query_open(query, store, &asset_sql[which], err);
	if (fail)
		return fail;
	query_text(query, 1, asset->name);
	query_text(query, 2, asset->version);
	query_bytes(query, 3, hash, sizeof hash);
	return FAIL_NONE;
}

/* The number of this text among those kept; added when it is not there. */
static enum fail
number_of(struct store *store, const struct asset *asset, int64_t *ret_number,
    struct err *err)
{
	scoped_query find = { 0 }, add = { 0 };
	bool has_row = false;
	enum fail fail;

	fail = open_exact(&find, store, FIND, asset, err);
	if (!fail)
		fail = query_step(&find, &has_row, err);
	if (fail)
		return fail;
	if (has_row) {
		*ret_number = column_integer(&find, 0);
		return FAIL_NONE;
	}
	fail = open_exact(&add, store, ADD, asset, err);
	if (fail)
		return fail;
	query_bytes(&add, 4, asset->text, asset->size);
	query_integer(&add, 5, store->writing.now_ms);
	fail = query_run(&add, err);
	if (!fail)
		*ret_number = sqlite3_last_insert_rowid(store->db);
	return fail;
}

static enum fail
set_last(struct store *store, const char *name, int64_t number, struct err *err)
{
	scoped_query query = { 0 };
	enum fail fail;

	fail = query_open(&query, store, &asset_sql[SET_LAST], err);
	if (fail)
		return fail;
	query_text(&query, 1, name);
	query_integer(&query, 2, number);
	return query_run(&query, err);
}

static enum fail
is_last(struct store *store, const struct asset *asset, bool *ret_is,
    struct err *err)
{
	scoped_query query = { 0 };
	enum fail fail;

	fail = open_exact(&query, store, LAST_HASH, asset, err);
	return fail ? fail : query_step(&query, ret_is, err);
}

enum fail
store_asset_keep(
    struct store *store, const struct asset *asset, struct err *err)
{
	scoped_transaction transaction = { 0 };
	bool is_kept = false;
	int64_t number;
	enum fail fail;

	if (asset->size > ASSET_TEXT_MAX)
		return fail_say(
		    err, FAIL_INVALID, "store.too-long", asset->name, NULL);
	fail = is_last(store, asset, &is_kept, err);
	if (fail || is_kept)
		return fail;
	fail = local_begin(&transaction, store, "", err);
	if (!fail)
		fail = number_of(store, asset, &number, err);
	if (!fail)
		fail = set_last(store, asset->name, number, err);
	return fail ? fail : local_commit(&transaction, err);
}

/* The text of the row, and whether it is the one that was kept. */
static struct asset
asset_of(struct query *query, struct arena *arena, bool *ret_is_whole)
{
	struct asset asset = { .version = column_text(query, 0, arena) };
	const void *text = column_bytes(query, 1, &asset.size);
	uint8_t hash[HASH_SIZE];
	const void *kept;
	size_t size;

	asset.text = text == NULL ? "" : arena_bytes(arena, text, asset.size);
	hash_bytes(asset.text, asset.size, NULL, 0, hash);
	kept = column_bytes(query, 2, &size);
	*ret_is_whole =
	    size == sizeof hash && memcmp(kept, hash, sizeof hash) == 0;
	return asset;
}

static enum fail
read_asset(struct query *query, const char *name, struct arena *arena,
    struct asset *ret_asset, struct err *err)
{
	struct asset asset;
	bool has_row = false, is_whole = false;
	enum fail fail;

	fail = query_step(query, &has_row, err);
	if (fail)
		return fail;
	if (!has_row)
		return fail_say(
		    err, FAIL_MISSING, "store.no-asset", name, NULL);
	asset = asset_of(query, arena, &is_whole);
	asset.name = arena_text(arena, name);
	fail = query_end(query, err);
	if (!fail && !is_whole)
		fail = fail_say(err, FAIL_CORRUPT, "store.damaged", name, NULL);
	if (!fail)
		*ret_asset = asset;
	return fail;
}

enum fail
store_asset_last(struct store *store, const char *name, struct arena *arena,
    struct asset *ret_asset, struct err *err)
{
	scoped_query query = { 0 };
	enum fail fail;

	fail = query_open(&query, store, &asset_sql[LAST], err);
	if (fail)
		return fail;
	query_text(&query, 1, name);
	return read_asset(&query, name, arena, ret_asset, err);
}

enum fail
store_asset_version(struct store *store, const char *name, const char *version,
    struct arena *arena, struct asset *ret_asset, struct err *err)
{
	scoped_query query = { 0 };
	enum fail fail;

	fail = query_open(&query, store, &asset_sql[VERSION], err);
	if (fail)
		return fail;
	query_text(&query, 1, name);
	query_text(&query, 2, version);
	return read_asset(&query, name, arena, ret_asset, err);
}

enum fail
store_asset_names(struct store *store, const char *folder,
    struct arena *arena, const char ***ret_names, size_t *ret_n,
    struct err *err)
{
	scoped_query query = { 0 };
	const char **names = NULL;
	size_t n = 0, room = 0;
	bool has_row = false;
	enum fail fail;

	fail = query_open(&query, store, &asset_sql[NAMES], err);
	if (fail)
		return fail;
	/* '0' is the character after '/'. */
	query_text(&query, 1, arena_print(arena, "%s/", folder));
	query_text(&query, 2, arena_print(arena, "%s0", folder));
	fail = query_step(&query, &has_row, err);
	while (!fail && has_row) {
		names = arena_grow(arena, names, n, &room, sizeof *names);
		names[n++] = column_text(&query, 0, arena);
		fail = query_step(&query, &has_row, err);
	}
	if (fail)
		return fail;
	*ret_names = names;
	*ret_n = n;
	return FAIL_NONE;
}

enum fail
check_assets(struct store *store, struct findings *findings, struct err *err)
{
	scoped_query query = { 0 };
	bool has_row = false;
	enum fail fail;

	fail = query_open(&query, store, &asset_sql[ALL], err);
	if (!fail)
		fail = query_step(&query, &has_row, err);
	while (!fail && has_row) {
		scoped_arena arena = arena_new();
		bool is_whole = false;
		struct asset asset = asset_of(&query, arena, &is_whole);

		if (!is_whole)
			finding(findings, "finding.asset",
			    column_text(&query, 3, arena), asset.version, NULL);
		fail = query_step(&query, &has_row, err);
	}
	return fail;
}
