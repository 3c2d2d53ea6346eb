/* Whole rounds of three counters on a share that is not what it seems. */
#include "lib/meeting.h"

enum { BRIEF_ROUNDS = 3 };
static const int64_t DAY = INT64_C(86400000);

/* All three know of one another and have one register. */
static struct meeting *
agreed(void **state)
{
	struct meeting *it = *state;

	meeting_write(it, 0, "1", "Wayan");
	meeting_write(it, 1, "2", "Made");
	meeting_write(it, 2, "3", "Nyoman");
	assert_int_equal(meeting_rounds(it) + meeting_rounds(it), 0);
	meeting_is_one(it, 0);
	paper_remember(&it->paper);
	return it;
}

/* At most two rounds after all is well again. */
static void
is_well(struct meeting *it)
{
	meeting_rounds(it);
	assert_int_equal(meeting_rounds(it), 0);
	meeting_is_one(it, 0);
}

T(a_short_listing_delays_and_drops_nothing)
{
	struct meeting *it = agreed(state);
	size_t files;

	it->paper.is_short = true;
	meeting_write(it, 0, "4", "Ketut");
	meeting_write(it, 1, "1", "I Wayan");
	files = it->paper.n;
	for (int i = 0; i < BRIEF_ROUNDS; i++)
		assert_int_equal(meeting_rounds(it), 0);
	assert_true(it->paper.n > files);
	meeting_shows(it, 2, "3", "Nyoman");
	it->paper.is_short = false;
	is_well(it);
	meeting_shows(it, 2, "4", "Ketut");
	meeting_shows(it, 0, "1", "I Wayan");
}

T(an_old_listing_delays_and_drops_nothing)
{
	struct meeting *it = agreed(state);

	it->paper.is_stale = true;
	meeting_write(it, 0, "4", "Ketut");
	meeting_write(it, 1, "1", "I Wayan");
	for (int i = 0; i < BRIEF_ROUNDS; i++)
		assert_int_equal(meeting_rounds(it), 0);
	meeting_shows(it, 2, "4", "");
	it->paper.is_stale = false;
	is_well(it);
	meeting_shows(it, 2, "4", "Ketut");
	meeting_shows(it, 0, "1", "I Wayan");
}

/* The server says that it has the file, and has it not. */
T(what_the_server_dropped_is_sent_again_and_not_shown_as_received)
{
	scoped_arena arena = arena_new();
	struct meeting *it = agreed(state);

	it->paper.drops = true;
	meeting_write(it, 0, "4", "Ketut");
	assert_true(station_round(&it->at[0], &it->paper, 0));
	it->paper.drops = false;
	assert_int_equal(paper_count(&it->paper, "b/202611/0000000002-"), 0);
	assert_true(station_round(&it->at[1], &it->paper, 0));
	it->at[0].is_brief = true;
	assert_true(station_round(&it->at[0], &it->paper, 0));
	assert_int_equal(meeting_peer(it, 0, 1, arena).has_of_us, 1);
	assert_int_equal(paper_count(&it->paper, "b/202611/0000000002-"), 1);
	is_well(it);
	meeting_shows(it, 1, "4", "Ketut");
	meeting_is_one(it, 0);
}

/* The name is there and the bytes are not: a listing does not tell. */
T(a_file_of_no_bytes_is_sent_again_within_a_day)
{
	struct meeting *it = agreed(state);

	meeting_write(it, 0, "4", "Ketut");
	it->at[0].is_brief = true;
	assert_true(station_round(&it->at[0], &it->paper, 0));
	assert_int_equal(paper_cut(&it->paper, "b/202611/0000000002-"), 1);
	/* Nobody asks for it: the author finds it alone. */
	assert_true(station_round(&it->at[0], &it->paper, 0));
	assert_int_equal(paper_cut(&it->paper, "b/202611/0000000002-"), 0);
	it->at[0].now_ms += DAY;
	assert_true(station_round(&it->at[0], &it->paper, 0));
	assert_true(station_round(&it->at[1], &it->paper, 0));
	meeting_shows(it, 1, "4", "Ketut");
	is_well(it);
}

/* Its own cache shows the author what nobody else can see. */
T(only_another_counter_can_say_that_it_received)
{
	scoped_arena arena = arena_new();
	struct meeting *it = agreed(state);

	meeting_write(it, 0, "4", "Ketut");
	for (int i = 0; i < BRIEF_ROUNDS; i++) {
		assert_true(station_round(&it->at[0], &it->paper, 0));
		it->paper.hides = "b/202611/0000000002-";
		assert_true(station_round(&it->at[1], &it->paper, 0));
		it->paper.hides = NULL;
	}
	assert_int_equal(meeting_peer(it, 0, 1, arena).has_of_us, 1);
	meeting_shows(it, 1, "4", "");
	assert_int_equal(meeting_rounds(it) + meeting_rounds(it), 0);
	assert_int_equal(meeting_peer(it, 0, 1, arena).has_of_us, 2);
	meeting_is_one(it, 0);
}

/* A bundle that its author, who is dead, alone had. */
T(a_gap_that_nobody_can_fill_holds_up_one_chain_by_name)
{
	scoped_arena arena = arena_new();
	struct meeting *it = agreed(state);

	for (int i = 0; i < 2; i++) {
		meeting_write(it, 0, i == 0 ? "4" : "5", "Ketut");
		assert_true(station_round(&it->at[0], &it->paper, 0));
	}
	assert_int_equal(paper_lose(&it->paper, "b/202611/0000000002-"), 1);
	for (int day = 0; day < 3; day++) {
		meeting_write(it, 1, "6", day == 2 ? "Putu" : "I Putu");
		for (size_t at = 1; at < MEETING_N; at++) {
			it->at[at].now_ms += 2 * DAY;
			assert_true(station_round(&it->at[at], &it->paper, 0));
		}
	}
	meeting_shows(it, 2, "4", "");
	meeting_shows(it, 2, "5", "");
	meeting_shows(it, 2, "6", "Putu");
	for (size_t at = 1; at < MEETING_N; at++) {
		const struct peer peer = meeting_peer(it, at, 0, arena);

		assert_string_equal(peer.trouble.code, "sync.bundle-waits");
		assert_string_equal(peer.trouble.arg[0], "L01");
		assert_string_equal(peer.trouble.arg[1], "2");
		assert_int_equal(peer.applied, 1);
	}
	assert_string_equal(meeting_peer(it, 1, 2, arena).trouble.code, "");
	assert_true(station_same(&it->at[1], &it->at[2]));
	/* Back from the repair shop. */
	is_well(it);
	meeting_shows(it, 2, "5", "Ketut");
	assert_string_equal(meeting_peer(it, 1, 0, arena).trouble.code, "");
}

T(a_share_of_last_month_is_filled_again_and_no_cursor_falls)
{
	scoped_arena arena = arena_new();
	struct meeting *it = agreed(state);
	struct peer before, after;
	size_t bundles;

	for (int i = 0; i < BRIEF_ROUNDS; i++) {
		meeting_write(it, 0, "1", i % 2 == 0 ? "I Wayan" : "Wayan");
		meeting_write(it, 1, "2", i % 2 == 0 ? "I Made" : "Made");
		assert_int_equal(meeting_rounds(it), 0);
	}
	is_well(it);
	bundles = paper_count(&it->paper, ".bnd");
	before = meeting_peer(it, 1, 0, arena);
	paper_set_back(&it->paper);
	assert_true(paper_count(&it->paper, ".bnd") < bundles);
	assert_true(station_round(&it->at[1], &it->paper, 0));
	after = meeting_peer(it, 1, 0, arena);
	assert_true(after.heartbeat >= before.heartbeat);
	assert_true(after.applied >= before.applied);
	is_well(it);
	assert_int_equal(paper_count(&it->paper, ".bnd"), bundles);
	assert_true(meeting_peer(it, 1, 0, arena).heartbeat > before.heartbeat);
}

T(a_formatted_share_waits_for_a_person_and_is_then_filled_again)
{
	scoped_arena arena = arena_new();
	struct meeting *it = agreed(state);
	const size_t bundles = paper_count(&it->paper, ".bnd");
	struct paper_file marker = it->paper.files[0];
	struct share share = paper_share(&it->paper);
	struct share_file file = { .path = "fleet", .size = marker.size };
	struct err err = { 0 };
	int64_t ms;

	assert_string_equal(marker.path, "fleet");
	file.bytes = arena_bytes(arena, marker.bytes, marker.size);
	paper_free(&it->paper);
	assert_int_equal(meeting_rounds(it), MEETING_N);
	assert_int_equal(it->paper.n, 0);
	t_done(share_put(&share, &file, &ms, &err), err);
	is_well(it);
	assert_int_equal(paper_count(&it->paper, ".bnd"), bundles);
}

T(a_clock_ten_years_ahead_spoils_no_later_correction)
{
	struct meeting *it = agreed(state);

	it->at[0].now_ms += 3653 * DAY;
	meeting_write(it, 0, "2", "I Made");
	is_well(it);
	meeting_shows(it, 1, "2", "I Made");
	/* Years before it, by the clock of this one. */
	meeting_write(it, 1, "2", "Made");
	is_well(it);
	for (size_t at = 0; at < MEETING_N; at++) {
		meeting_shows(it, at, "2", "Made");
		meeting_shows(it, at, "1", "Wayan");
	}
	it->at[0].now_ms -= 3653 * DAY;
	meeting_write(it, 0, "2", "Ni Made");
	is_well(it);
	meeting_shows(it, 2, "2", "Ni Made");
}

T(a_clock_400_days_behind_writes_later_than_what_it_saw)
{
	struct meeting *it = agreed(state);

	it->at[0].now_ms -= 400 * DAY;
	meeting_write(it, 0, "2", "I Made");
	meeting_write(it, 0, "4", "Ketut");
	is_well(it);
	meeting_shows(it, 2, "2", "I Made");
	meeting_shows(it, 2, "4", "Ketut");
	it->at[0].now_ms += 400 * DAY;
	meeting_write(it, 1, "4", "I Ketut");
	is_well(it);
	meeting_shows(it, 0, "4", "I Ketut");
}

static void
type_on(void *context)
{
	struct meeting *it = context;

	it->at[0].meanwhile = NULL;
	meeting_write(it, 0, "5", "Putu");
}

/* It is in the digest and not in what was sent: they are not to be compared. */
T(what_is_typed_during_a_round_raises_no_alarm)
{
	scoped_arena arena = arena_new();
	struct meeting *it = agreed(state);

	meeting_write(it, 0, "4", "Ketut");
	it->at[0].meanwhile = type_on;
	it->at[0].context = it;
	it->at[0].meanwhile_at = "S14";
	assert_true(station_round(&it->at[0], &it->paper, 0));
	assert_null(it->at[0].meanwhile);
	assert_true(station_round(&it->at[1], &it->paper, 0));
	meeting_shows(it, 1, "4", "Ketut");
	meeting_shows(it, 1, "5", "");
	assert_false(meeting_peer(it, 1, 0, arena).digest_differs);
	is_well(it);
	meeting_shows(it, 1, "5", "Putu");
	assert_false(meeting_peer(it, 1, 0, arena).digest_differs);
}

T(a_clock_that_is_wrong_is_named_at_the_others)
{
	scoped_arena arena = arena_new();
	struct meeting *it = agreed(state);
	struct peer peer;

	it->paper.now_ms = it->at[1].now_ms + 1000;
	is_well(it);
	assert_string_equal(meeting_peer(it, 1, 0, arena).trouble.code, "");
	it->at[0].now_ms += 3653 * DAY;
	it->at[2].now_ms -= 5 * 3600 * 1000;
	is_well(it);
	peer = meeting_peer(it, 1, 0, arena);
	assert_string_equal(peer.trouble.code, "sync.clock-days-ahead");
	assert_string_equal(peer.trouble.arg[0], "3653");
	peer = meeting_peer(it, 1, 2, arena);
	assert_string_equal(peer.trouble.code, "sync.clock-hours-behind");
	assert_string_equal(peer.trouble.arg[0], "5");
	it->at[0].now_ms -= 3653 * DAY;
	is_well(it);
	assert_string_equal(meeting_peer(it, 1, 0, arena).trouble.code, "");
}

static const struct CMUnitTest tests[] = {
	T_MEETING("B11", a_short_listing_delays_and_drops_nothing),
	T_MEETING("B12", an_old_listing_delays_and_drops_nothing),
	T_MEETING("B19",
	    what_the_server_dropped_is_sent_again_and_not_shown_as_received),
	T_MEETING("B19", a_file_of_no_bytes_is_sent_again_within_a_day),
	T_MEETING("B20", only_another_counter_can_say_that_it_received),
	T_MEETING("C14", a_gap_that_nobody_can_fill_holds_up_one_chain_by_name),
	T_MEETING(
	    "D6", a_share_of_last_month_is_filled_again_and_no_cursor_falls),
	T_MEETING("D7",
	    a_formatted_share_waits_for_a_person_and_is_then_filled_again),
	T_MEETING("D8", a_clock_ten_years_ahead_spoils_no_later_correction),
	T_MEETING("A6", what_is_typed_during_a_round_raises_no_alarm),
	T_MEETING("D8", a_clock_that_is_wrong_is_named_at_the_others),
	T_MEETING("D9", a_clock_400_days_behind_writes_later_than_what_it_saw),
};

int
main(void)
{
	struct err err = { 0 };

	t_done(crypto_start(&err), err);
	return T_RUN(tests);
}
