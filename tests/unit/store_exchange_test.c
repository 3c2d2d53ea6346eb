/* What a run of the exchange writes down, and the screens read. */
#include "lib/register.h"

#include "store/exchange.h"

static struct exchange_run
begin(struct register_fixture *fixture, const char *cause)
{
	struct exchange_run run = { .pid = 4711 };
	struct err err = { 0 };

	snprintf(run.cause, sizeof run.cause, "%s", cause);
	snprintf(run.share, sizeof run.share, "/srv/berbagi");
	t_done(store_run_begin(fixture->store, &run, &err), err);
	return run;
}

T(a_run_is_seen_while_it_runs_and_after)
{
	struct register_fixture *fixture = *state;
	struct exchange_run run = begin(fixture, "hand"), *runs;
	struct err err = { 0 };
	size_t n = 0;

	run.phase = EXCHANGE_PULLING;
	run.done = 3;
	run.total = 28;
	run.seconds_left = 9;
	run.applied = 2;
	fixture->now_ms += 1000;
	t_done(store_run_show(fixture->store, &run, &err), err);
	t_done(store_runs(fixture->store, 5, fixture->arena, &runs, &n, &err),
	    err);
	assert_int_equal(n, 1);
	assert_string_equal(runs[0].cause, "hand");
	assert_string_equal(runs[0].share, "/srv/berbagi");
	assert_int_equal(runs[0].pid, 4711);
	assert_int_equal(runs[0].phase, EXCHANGE_PULLING);
	assert_int_equal(runs[0].done, 3);
	assert_int_equal(runs[0].seconds_left, 9);
	assert_int_equal(runs[0].applied, 2);
	assert_true(runs[0].ended_ms == 0);
	assert_true(runs[0].shown_ms == fixture->now_ms);
	assert_int_equal(
	    store_run_last_good(fixture->store, &run, NULL), FAIL_MISSING);
	run.phase = EXCHANGE_DONE;
	run.exit = 75;
	fact_set(&run.fact, "share.hung", "/srv/berbagi", "a\nb", NULL);
	t_done(store_run_show(fixture->store, &run, &err), err);
	assert_true(run.ended_ms == fixture->now_ms);
	t_done(store_runs(fixture->store, 5, fixture->arena, &runs, &n, &err),
	    err);
	assert_int_equal(runs[0].exit, 75);
	assert_string_equal(runs[0].fact.code, "share.hung");
	assert_string_equal(runs[0].fact.arg[0], "/srv/berbagi");
	assert_string_equal(runs[0].fact.arg[1], "a b");
	assert_string_equal(runs[0].fact.arg[2], "");
	assert_string_equal(runs[0].fact.arg[3], "");
	run = begin(fixture, "timer");
	run.phase = EXCHANGE_DONE;
	t_done(store_run_show(fixture->store, &run, &err), err);
	t_done(store_run_last_good(fixture->store, &run, &err), err);
	assert_string_equal(run.cause, "timer");
}

T(old_runs_are_forgotten)
{
	struct register_fixture *fixture = *state;
	struct exchange_run *runs;
	struct err err = { 0 };
	size_t n = 0;

	for (int i = 0; i < RUNS_KEPT + 7; i++)
		begin(fixture, "timer");
	t_done(
	    store_runs(fixture->store, 1000, fixture->arena, &runs, &n, &err),
	    err);
	assert_int_equal(n, RUNS_KEPT);
	assert_int_equal(runs[0].number, RUNS_KEPT + 7);
}

T(a_peer_is_known_and_its_heartbeat_never_falls)
{
	struct register_fixture *fixture = *state;
	struct peer peer = { .writer = { { 7 } },
		.station = "L07",
		.letter = 'B',
		.is_active = true,
		.heartbeat = 12,
		.seen_ms = 99,
		.schema = 3,
		.heartbeat_text = "loket",
		.heartbeat_size = 5 };
	struct peer found, *peers;
	struct err err = { 0 };
	size_t n = 0;

	assert_int_equal(store_peer_get(fixture->store, &peer.writer,
			     fixture->arena, &found, NULL),
	    FAIL_MISSING);
	t_done(store_peer_put(fixture->store, &peer, &err), err);
	peer.heartbeat = 3;
	peer.writer.byte[1] = 1;
	snprintf(peer.station, sizeof peer.station, "L02");
	peer.heartbeat_text = NULL;
	peer.heartbeat_size = 0;
	t_done(store_peer_put(fixture->store, &peer, &err), err);
	peer.writer.byte[1] = 0;
	snprintf(peer.station, sizeof peer.station, "L07");
	fact_set(&peer.trouble, "store.bundle-waits", NULL);
	t_done(store_peer_put(fixture->store, &peer, &err), err);
	t_done(
	    store_peers(fixture->store, fixture->arena, &peers, &n, &err), err);
	assert_int_equal(n, 2);
	assert_string_equal(peers[0].station, "L02");
	assert_int_equal(peers[0].heartbeat, 3);
	assert_string_equal(peers[1].station, "L07");
	assert_int_equal(peers[1].letter, 'B');
	assert_int_equal(peers[1].heartbeat, 12);
	assert_int_equal(peers[1].seen_ms, 99);
	assert_int_equal(peers[1].schema, 3);
	assert_true(peers[1].is_active);
	assert_string_equal(peers[1].trouble.code, "store.bundle-waits");
	t_done(store_peer_get(
		   fixture->store, &peer.writer, fixture->arena, &found, &err),
	    err);
	assert_int_equal(found.heartbeat, 12);
}

T(a_refused_file_is_counted_until_it_is_good)
{
	struct register_fixture *fixture = *state;
	struct quarantined file = { .path = "w/a/b/x.lkb" }, *list;
	struct err err = { 0 };
	int64_t total = 0;
	size_t n = 0;

	fact_set(&file.reason, "sync.hash", NULL);
	t_done(store_quarantine_put(fixture->store, &file, &err), err);
	fixture->now_ms += 5000;
	t_done(store_quarantine_put(fixture->store, &file, &err), err);
	snprintf(file.path, sizeof file.path, "w/a/b/y.lkb");
	t_done(store_quarantine_put(fixture->store, &file, &err), err);
	t_done(store_quarantine(
		   fixture->store, 1, fixture->arena, &list, &n, &total, &err),
	    err);
	assert_int_equal(n, 1);
	assert_int_equal(total, 2);
	assert_int_equal(list[0].times, 2);
	assert_true(list[0].last_ms == list[0].first_ms + 5000);
	assert_string_equal(list[0].reason.code, "sync.hash");
	t_done(store_quarantine_drop(fixture->store, "w/a/b/x.lkb", &err), err);
	t_done(store_quarantine(
		   fixture->store, 9, fixture->arena, &list, &n, &total, &err),
	    err);
	assert_int_equal(n, 1);
	assert_string_equal(list[0].path, "w/a/b/y.lkb");
}

T(notes_and_a_child_that_hangs_are_remembered)
{
	struct register_fixture *fixture = *state;
	struct stuck_child child = { .pid = 815, .began = 4, .since_ms = 99 };
	struct stuck_child found = { .pid = 1 };
	struct err err = { 0 };
	const void *bytes;
	size_t size;

	t_done(store_stuck_get(fixture->store, &found, &err), err);
	assert_int_equal(found.pid, 0);
	t_done(store_stuck_put(fixture->store, &child, &err), err);
	t_done(store_note_put(fixture->store, "roster", "a\0b", 3, &err), err);
	register_reopen(fixture);
	t_done(store_stuck_get(fixture->store, &found, &err), err);
	assert_int_equal(found.pid, 815);
	assert_int_equal(found.began, 4);
	assert_int_equal(found.since_ms, 99);
	t_done(store_note_get(fixture->store, "roster", fixture->arena, &bytes,
		   &size, &err),
	    err);
	assert_int_equal(size, 3);
	assert_memory_equal(bytes, "a\0b", 4);
	child.pid = 0;
	t_done(store_stuck_put(fixture->store, &child, &err), err);
	t_done(store_stuck_get(fixture->store, &found, &err), err);
	assert_int_equal(found.pid, 0);
	t_done(store_note_put(fixture->store, "roster", NULL, 0, &err), err);
	assert_int_equal(store_note_get(fixture->store, "roster",
			     fixture->arena, &bytes, &size, NULL),
	    FAIL_MISSING);
}

static const struct CMUnitTest tests[] = {
	T_REGISTER(a_run_is_seen_while_it_runs_and_after),
	T_REGISTER(old_runs_are_forgotten),
	T_REGISTER(a_peer_is_known_and_its_heartbeat_never_falls),
	T_REGISTER(a_refused_file_is_counted_until_it_is_good),
	T_REGISTER(notes_and_a_child_that_hangs_are_remembered),
};

int
main(void)
{
	return T_RUN(tests);
}
