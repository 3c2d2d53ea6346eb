/* The runs of the exchange, for the screens. */
#include <stdio.h>
#include <string.h>

#include "store/exchange.h"
#include "store/fact_columns.h"
#include "store/inside.h"

enum { BEGIN, SHOW, FORGET, LATEST, LAST_GOOD };

#define COLUMNS \
	"number, cause, share, pid, started_ms, ended_ms, shown_ms, phase, " \
	"done, total, bytes_done, bytes_total, seconds_left, sealed, sent, " \
	"pulled, applied, refused, entries, exit, code, arguments"

static const struct sql run_sql[] = {
	[BEGIN] = { "INSERT INTO _run(cause, share, pid, started_ms, ended_ms, "
		    "shown_ms, phase, done, total, bytes_done, bytes_total, "
		    "seconds_left, sealed, sent, pulled, applied, refused, "
		    "entries, exit, code, arguments) VALUES(?1, ?2, ?3, ?4, 0, "
		    "?4, 0, 0, 0, 0, 0, -1, 0, 0, 0, 0, 0, 0, 0, '', '')",
	    false },
	[SHOW] = { "UPDATE _run SET ended_ms = ?2, shown_ms = ?3, phase = ?4, "
		   "done = ?5, total = ?6, bytes_done = ?7, bytes_total = ?8, "
		   "seconds_left = ?9, sealed = ?10, sent = ?11, "
		   "pulled = ?12, applied = ?13, refused = ?14, "
		   "entries = ?15, exit = ?16, code = ?17, arguments = ?18, "
		   "share = ?19 WHERE number = ?1",
	    false },
	[FORGET] = { "DELETE FROM _run WHERE number <= ?1", false },
	[LATEST] = { "SELECT " COLUMNS " FROM _run ORDER BY number DESC "
		     "LIMIT ?1",
	    .scan = true },
	[LAST_GOOD] = { "SELECT " COLUMNS " FROM _run WHERE ended_ms > 0 "
			"AND exit = 0 ORDER BY number DESC LIMIT 1",
	    .scan = true },
};
const struct sql_set run_set = SQL_SET(run_sql);

static enum fail
forget_old(struct store *store, int64_t number, struct err *err)
{
	scoped_query query = { 0 };
	enum fail fail;

	fail = query_open(&query, store, &run_sql[FORGET], err);
	if (fail)
		return fail;
	query_integer(&query, 1, number - RUNS_KEPT);
	return query_run(&query, err);
}

enum fail
store_run_begin(struct store *store, struct exchange_run *run, struct err *err)
{
	scoped_transaction transaction = { 0 };
	scoped_query query = { 0 };
	int64_t number, now_ms;
	enum fail fail;

	fail = local_begin(&transaction, store, "", err);
	if (!fail)
		fail = query_open(&query, store, &run_sql[BEGIN], err);
	if (fail)
		return fail;
	now_ms = store_now(store);
	query_text(&query, 1, run->cause);
	query_text(&query, 2, run->share);
	query_integer(&query, 3, run->pid);
	query_integer(&query, 4, now_ms);
	fail = query_run(&query, err);
	number = sqlite3_last_insert_rowid(store->db);
	if (!fail)
		fail = forget_old(store, number, err);
	if (!fail)
		fail = local_commit(&transaction, err);
	if (fail)
		return fail;
	run->number = number;
	run->started_ms = run->shown_ms = now_ms;
	run->ended_ms = 0;
	return FAIL_NONE;
}

static void
bind_run(struct query *query, const struct exchange_run *run, int64_t now_ms)
{
	const int64_t numbers[] = { run->number,
		run->phase == EXCHANGE_DONE ? now_ms : 0, now_ms, run->phase,
		run->done, run->total, run->bytes_done, run->bytes_total,
		run->seconds_left, run->sealed, run->sent, run->pulled,
		run->applied, run->refused, run->entries, run->exit };

	for (size_t i = 0; i < array_length(numbers); i++)
		query_integer(query, (int)i + 1, numbers[i]);
	query_fact(query, 17, &run->fact);
	query_text(query, 19, run->share);
}

enum fail
store_run_show(struct store *store, struct exchange_run *run, struct err *err)
{
	scoped_transaction transaction = { 0 };
	scoped_query query = { 0 };
	int64_t now_ms;
	enum fail fail;

	fail = local_begin(&transaction, store, "", err);
	if (!fail)
		fail = query_open(&query, store, &run_sql[SHOW], err);
	if (fail)
		return fail;
	now_ms = store_now(store);
	bind_run(&query, run, now_ms);
	fail = query_run(&query, err);
	if (!fail)
		fail = local_commit(&transaction, err);
	if (fail)
		return fail;
	run->shown_ms = now_ms;
	if (run->phase == EXCHANGE_DONE)
		run->ended_ms = now_ms;
	return FAIL_NONE;
}

static void
take_run(struct query *query, struct arena *arena, struct exchange_run *run)
{
	int64_t *const numbers[] = { &run->done, &run->total, &run->bytes_done,
		&run->bytes_total, &run->seconds_left, &run->sealed, &run->sent,
		&run->pulled, &run->applied, &run->refused, &run->entries };

	memset(run, 0, sizeof *run);
	run->number = column_integer(query, 0);
	snprintf(
	    run->cause, sizeof run->cause, "%s", column_text(query, 1, arena));
	snprintf(
	    run->share, sizeof run->share, "%s", column_text(query, 2, arena));
	run->pid = column_integer(query, 3);
	run->started_ms = column_integer(query, 4);
	run->ended_ms = column_integer(query, 5);
	run->shown_ms = column_integer(query, 6);
	run->phase = (enum exchange_phase)column_integer(query, 7);
	for (size_t i = 0; i < array_length(numbers); i++)
		*numbers[i] = column_integer(query, 8 + (int)i);
	run->exit = (int)column_integer(query, 19);
	column_fact(query, 20, arena, &run->fact);
}

enum fail
store_runs(struct store *store, size_t limit, struct arena *arena,
    struct exchange_run **ret_runs, size_t *ret_n, struct err *err)
{
	scoped_query query = { 0 };
	struct exchange_run *list = NULL;
	size_t n = 0, room = 0;
	bool has_row = false;
	enum fail fail;

	fail = query_open(&query, store, &run_sql[LATEST], err);
	if (fail)
		return fail;
	query_integer(&query, 1, (int64_t)limit);
	fail = query_step(&query, &has_row, err);
	while (!fail && has_row) {
		list = arena_grow(arena, list, n, &room, sizeof *list);
		take_run(&query, arena, &list[n++]);
		fail = query_step(&query, &has_row, err);
	}
	if (!fail)
		fail = query_end(&query, err);
	if (fail)
		return fail;
	*ret_runs = list;
	*ret_n = n;
	return FAIL_NONE;
}

enum fail
store_run_last_good(
    struct store *store, struct exchange_run *ret_run, struct err *err)
{
	scoped_arena arena = arena_new();
	scoped_query query = { 0 };
	bool has_row = false;
	enum fail fail;

	fail = query_open(&query, store, &run_sql[LAST_GOOD], err);
	if (!fail)
		fail = query_step(&query, &has_row, err);
	if (!fail && !has_row)
		fail = fail_say(err, FAIL_MISSING, "store.no-run", NULL);
	if (!fail)
		take_run(&query, arena, ret_run);
	return fail;
}
