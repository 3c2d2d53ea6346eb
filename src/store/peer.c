/* The other counters as this one knows them. */
#include <stdio.h>
#include <string.h>

#include "store/exchange.h"
#include "store/fact_columns.h"
#include "store/inside.h"

enum { PUT, GET, ALL };

#define COLUMNS \
	"writer, station, letter, is_active, heartbeat, first_ms, seen_ms, " \
	"made_ms, sealed, applied, has_of_us, schema, ahead_ms, conflicts, " \
	"digest_differs, code, arguments, text"

static const struct sql peer_sql[] = {
	[PUT] = { "INSERT INTO _peer(" COLUMNS ") VALUES(?1, ?2, ?3, ?4, "
		  "?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, "
		  "?17, ?18) "
		  "ON CONFLICT DO UPDATE SET station = excluded.station, "
		  "letter = excluded.letter, is_active = excluded.is_active, "
		  "heartbeat = max(heartbeat, excluded.heartbeat), "
		  "first_ms = excluded.first_ms, seen_ms = excluded.seen_ms, "
		  "made_ms = excluded.made_ms, sealed = excluded.sealed, "
		  "applied = excluded.applied, "
		  "has_of_us = excluded.has_of_us, schema = excluded.schema, "
		  "ahead_ms = excluded.ahead_ms, "
		  "conflicts = excluded.conflicts, "
		  "digest_differs = excluded.digest_differs, "
		  "code = excluded.code, arguments = excluded.arguments, "
		  "text = excluded.text",
	    false },
	[GET] = { "SELECT " COLUMNS " FROM _peer WHERE writer = ?1", false },
	[ALL] = { "SELECT " COLUMNS " FROM _peer "
		  "ORDER BY station, letter, writer",
	    .scan = true },
};
const struct sql_set peer_set = SQL_SET(peer_sql);

static void
bind_peer(struct query *query, const struct peer *peer)
{
	const char letter[] = { peer->letter, '\0' };
	const int64_t numbers[] = { peer->is_active, (int64_t)peer->heartbeat,
		peer->first_ms, peer->seen_ms, peer->made_ms,
		(int64_t)peer->sealed, (int64_t)peer->applied,
		(int64_t)peer->has_of_us, peer->schema, peer->ahead_ms,
		peer->conflicts, peer->digest_differs };

	query_id(query, 1, &peer->writer);
	query_text(query, 2, peer->station);
	query_text(query, 3, letter);
	for (size_t i = 0; i < array_length(numbers); i++)
		query_integer(query, 4 + (int)i, numbers[i]);
	query_fact(query, 16, &peer->trouble);
	query_bytes(query, 18,
	    peer->heartbeat_text == NULL ? "" : peer->heartbeat_text,
	    peer->heartbeat_size);
}

enum fail
store_peer_put(struct store *store, const struct peer *peer, struct err *err)
{
	scoped_transaction transaction = { 0 };
	scoped_query query = { 0 };
	enum fail fail;

	fail = local_begin(&transaction, store, "", err);
	if (!fail)
		fail = query_open(&query, store, &peer_sql[PUT], err);
	if (fail)
		return fail;
	bind_peer(&query, peer);
	fail = query_run(&query, err);
	return fail ? fail : local_commit(&transaction, err);
}

static void
take_peer(struct query *query, struct arena *arena, struct peer *peer)
{
	const void *text;

	memset(peer, 0, sizeof *peer);
	peer->writer = column_id(query, 0);
	snprintf(peer->station, sizeof peer->station, "%s",
	    column_text(query, 1, arena));
	peer->letter = *column_text(query, 2, arena);
	peer->is_active = column_integer(query, 3) != 0;
	peer->heartbeat = (uint64_t)column_integer(query, 4);
	peer->first_ms = column_integer(query, 5);
	peer->seen_ms = column_integer(query, 6);
	peer->made_ms = column_integer(query, 7);
	peer->sealed = (uint64_t)column_integer(query, 8);
	peer->applied = (uint64_t)column_integer(query, 9);
	peer->has_of_us = (uint64_t)column_integer(query, 10);
	peer->schema = (uint32_t)column_integer(query, 11);
	peer->ahead_ms = column_integer(query, 12);
	peer->conflicts = (uint32_t)column_integer(query, 13);
	peer->digest_differs = column_integer(query, 14) != 0;
	column_fact(query, 15, arena, &peer->trouble);
	text = column_bytes(query, 17, &peer->heartbeat_size);
	peer->heartbeat_text = peer->heartbeat_size == 0 ?
	    "" :
	    arena_bytes(arena, text, peer->heartbeat_size);
}

enum fail
store_peer_get(struct store *store, const struct id *writer,
    struct arena *arena, struct peer *ret_peer, struct err *err)
{
	scoped_query query = { 0 };
	bool has_row = false;
	struct peer peer;
	enum fail fail;

	fail = query_open(&query, store, &peer_sql[GET], err);
	if (fail)
		return fail;
	query_id(&query, 1, writer);
	fail = query_step(&query, &has_row, err);
	if (fail)
		return fail;
	if (!has_row)
		return fail_say(err, FAIL_MISSING, "store.no-peer", NULL);
	take_peer(&query, arena, &peer);
	fail = query_end(&query, err);
	if (!fail)
		*ret_peer = peer;
	return fail;
}

enum fail
store_peers(struct store *store, struct arena *arena, struct peer **ret_peers,
    size_t *ret_n, struct err *err)
{
	scoped_query query = { 0 };
	struct peer *list = NULL;
	size_t n = 0, room = 0;
	bool has_row = false;
	enum fail fail;

	fail = query_open(&query, store, &peer_sql[ALL], err);
	if (!fail)
		fail = query_step(&query, &has_row, err);
	while (!fail && has_row) {
		list = arena_grow(arena, list, n, &room, sizeof *list);
		take_peer(&query, arena, &list[n++]);
		fail = query_step(&query, &has_row, err);
	}
	if (!fail)
		fail = query_end(&query, err);
	if (fail)
		return fail;
	*ret_peers = list;
	*ret_n = n;
	return FAIL_NONE;
}
