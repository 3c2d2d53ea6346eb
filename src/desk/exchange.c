#include "desk/exchange.h"

#include <stdio.h>
#include <string.h>

#include "desk/inside.h"
#include "desk/setting.h"
#include "domain/calendar.h"
#include "store/bundle.h"
#include "store/parcel.h"

enum { MINUTE_MS = 60 * 1000, REFUSED_SHOWN = 20 };

static bool
runs_now(const struct desk *desk, const struct exchange_run *run)
{
	return run->ended_ms == 0 &&
	    desk_now(desk) - run->shown_ms < EXCHANGE_DEAD_MS;
}

/* Working days between the day of a moment and today. */
static int
days_since(const struct desk *desk, int64_t ms)
{
	return calendar_working_between(desk->assets.calendar, local_date(ms),
	    desk_today(desk));
}

static int
percent_of(const struct exchange_run *run)
{
	if (run->bytes_total > 0)
		return (int)(100 * run->bytes_done / run->bytes_total);
	if (run->total > 0)
		return (int)(100 * run->done / run->total);
	return -1;
}

static enum exchange_look
look_of(const struct desk *desk, const struct exchange_run *last,
    const struct exchange_run *good)
{
	if (last->number != 0 && runs_now(desk, last))
		return EXCHANGE_RUNS;
	if (good->number == 0)
		return EXCHANGE_NEVER;
	if (days_since(desk, good->ended_ms) >= SILENT_DAYS)
		return EXCHANGE_STALE;
	return last->number == good->number ? EXCHANGE_FINE :
					      EXCHANGE_WAITING;
}

static enum fail
read_runs(struct desk *desk, size_t limit, struct arena *arena,
    struct exchange *exchange, struct err *err)
{
	struct err none = { 0 };
	enum fail fail;

	fail = desk_setting(desk, SETTING_SHARE, arena, &exchange->share,
	    err);
	if (!fail)
		fail = store_runs(desk->store, limit, arena, &exchange->runs,
		    &exchange->n_runs, err);
	if (fail)
		return fail;
	fail = store_run_last_good(desk->store, &exchange->last_good, &none);
	if (fail == FAIL_MISSING)
		exchange->last_good = (struct exchange_run){ 0 };
	return but_missing(fail, &none, err);
}

/* What the runs say; nothing when neither a share is set nor a run was. */
static enum fail
read_head(struct desk *desk, struct exchange *exchange, struct err *err)
{
	struct exchange_head *head = &exchange->head;
	struct exchange_run last = { 0 };

	*head = (struct exchange_head){ .percent = -1 };
	if (exchange->n_runs > 0)
		last = exchange->runs[0];
	if (*exchange->share != '\0' || last.number != 0) {
		head->look = look_of(desk, &last, &exchange->last_good);
		head->good_ms = exchange->last_good.ended_ms;
	}
	if (head->look == EXCHANGE_RUNS) {
		exchange->running = last;
		head->percent = percent_of(&last);
	}
	return store_conflict_count(desk->store, &head->conflicts, err);
}

enum fail
desk_exchange_head(struct desk *desk, struct exchange_head *ret_head,
    struct err *err)
{
	scoped_arena arena = arena_new();
	struct exchange exchange = { 0 };
	enum fail fail = read_runs(desk, 1, arena, &exchange, err);

	if (!fail)
		fail = read_head(desk, &exchange, err);
	if (!fail)
		*ret_head = exchange.head;
	return fail;
}

static void
show_peer(struct desk *desk, const struct peer *peer, struct arena *arena,
    struct exchange_peer *shown)
{
	struct id us = store_writer(desk->store);
	int64_t since = peer->seen_ms != 0 ? peer->seen_ms : peer->first_ms;

	*shown = (struct exchange_peer){
		.station = peer->letter == 'A' ?
		    arena_text(arena, peer->station) :
		    arena_print(arena, "%s%c", peer->station, peer->letter),
		.seen_ms = peer->seen_ms,
		.is_us = id_equal(&us, &peer->writer),
		.is_retired = !peer->is_active,
		.digest_differs = peer->is_active && peer->digest_differs,
	};
	if (shown->is_retired)
		return;
	if (peer->sealed > peer->applied)
		shown->behind = (int64_t)(peer->sealed - peer->applied);
	if (peer->trouble.code[0] != '\0') {
		struct fact *trouble = arena_alloc(arena, sizeof *trouble);

		*trouble = peer->trouble;
		shown->trouble = trouble;
	}
	if (!shown->is_us && days_since(desk, since) > SILENT_DAYS)
		shown->silent_days = days_since(desk, since);
}

static enum fail
read_peers(struct desk *desk, struct arena *arena, struct exchange *exchange,
    struct err *err)
{
	struct peer *peers = NULL;
	bool has_us = false;
	size_t n = 0;
	enum fail fail;

	fail = store_peers(desk->store, arena, &peers, &n, err);
	if (fail)
		return fail;
	exchange->peers = arena_array(arena, n, sizeof *exchange->peers);
	for (size_t i = 0; i < n; i++) {
		struct exchange_peer *shown =
		    &exchange->peers[exchange->n_peers];

		show_peer(desk, &peers[i], arena, shown);
		exchange->n_peers++;
		if (shown->is_retired)
			continue;
		exchange->n_fleet++;
		exchange->n_silent += shown->silent_days > 0;
		exchange->n_heard +=
		    shown->is_us || shown->silent_days == 0;
	}
	/* This counter itself, where others are known. */
	for (size_t i = 0; i < exchange->n_peers; i++)
		has_us = has_us || exchange->peers[i].is_us;
	if (!has_us && exchange->n_peers > 0) {
		exchange->n_fleet++;
		exchange->n_heard++;
	}
	return FAIL_NONE;
}

static enum fail
read_waiting(struct desk *desk, struct arena *arena,
    struct exchange *exchange, struct err *err)
{
	struct bundles bundles = { .arena = arena };
	enum fail fail;

	fail = store_unsealed(desk->store, &exchange->unsealed, err);
	if (!fail)
		fail = store_bundles_own(desk->store, BUNDLE_SEALED, &bundles,
		    err);
	if (!fail)
		fail = store_parked_count(desk->store, &exchange->parked, err);
	if (!fail)
		fail = store_quarantine(desk->store, REFUSED_SHOWN, arena,
		    &exchange->refused_files, &exchange->n_refused_files,
		    &exchange->refused, err);
	exchange->unsent = (int64_t)bundles.n;
	return fail;
}

enum fail
desk_exchange(struct desk *desk, struct arena *arena,
    struct exchange *ret_exchange, struct err *err)
{
	struct exchange exchange = { 0 };
	enum fail fail = read_runs(desk, EXCHANGE_RUNS_SHOWN, arena,
	    &exchange, err);

	if (!fail)
		fail = read_head(desk, &exchange, err);
	if (!fail)
		fail = desk_setting_number(desk, SETTING_SYNC_MINUTES,
		    &exchange.minutes, err);
	if (!fail)
		fail = read_peers(desk, arena, &exchange, err);
	if (!fail)
		fail = read_waiting(desk, arena, &exchange, err);
	if (!fail)
		*ret_exchange = exchange;
	return fail;
}

bool
desk_exchange_is_due(struct desk *desk)
{
	scoped_arena arena = arena_new();
	struct exchange exchange = { 0 };
	int minutes = 0;
	int64_t since;

	if (desk_refusal(desk) != NULL || desk_is_practice(desk) ||
	    read_runs(desk, 1, arena, &exchange, NULL) ||
	    desk_setting_number(desk, SETTING_SYNC_MINUTES, &minutes, NULL))
		return false;
	if (*exchange.share == '\0' || minutes == 0)
		return false;
	if (exchange.n_runs == 0)
		return true;
	since = desk_now(desk) - exchange.runs[0].started_ms;
	/* A clock that was set back does not stop the exchange. */
	return !runs_now(desk, &exchange.runs[0]) &&
	    (since < 0 || since >= (int64_t)minutes * MINUTE_MS);
}

enum fail
desk_exchange_may_start(struct desk *desk, struct err *err)
{
	scoped_arena arena = arena_new();
	struct exchange exchange = { 0 };
	enum fail fail = desk_demand(desk, ACTION_MAINTAIN, err);

	if (!fail)
		fail = read_runs(desk, 1, arena, &exchange, err);
	if (fail)
		return fail;
	if (*exchange.share == '\0')
		return fail_say(err, FAIL_MISSING, "exchange.no-share", NULL);
	if (exchange.n_runs > 0 && runs_now(desk, &exchange.runs[0]))
		return fail_say(err, FAIL_BUSY, "exchange.busy", NULL);
	return FAIL_NONE;
}
