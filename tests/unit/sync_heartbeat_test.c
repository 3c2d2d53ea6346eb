#include "lib/t.h"

#include "sync/heartbeat.h"

static struct heartbeat
sample(void)
{
	static struct heartbeat_own own[] = { { 11, 202610, { 1, 2 } },
		{ 12, 202611, { 3, 4 } } };
	static struct heartbeat_applied applied[] = { { { { 7 } }, 12, { 9 } },
		{ { { 8 } }, 3, { 10 } } };
	static struct heartbeat_want wants[] = { { { { 8 } }, 4 } };
	static struct heartbeat_bad bad[] = { { "w/x/b/202611/1.bnd",
	    "sync.damaged" } };
	struct heartbeat beat = { .station = "L03",
		.program = "0.1.0",
		.schema = 2,
		.vocabulary = 1,
		.made_ms = -5,
		.token = { 0xfe },
		.sealed = 12,
		.own = own,
		.n_own = 2,
		.applied = applied,
		.n_applied = 2,
		.digest = { 0xab },
		.roster = 3,
		.key = 1,
		.wants = wants,
		.n_wants = 1,
		.bad = bad,
		.n_bad = 1,
		.ahead_ms = -61000,
		.free_bytes = UINT64_MAX,
		.conflicts = 2 };

	return beat;
}

static void
print(const struct heartbeat *beat, struct buf *text)
{
	buf_init(text, 1 << 20);
	heartbeat_print(beat, text);
	assert_false(text->is_over);
}

T(what_is_printed_is_read_again)
{
	scoped_arena arena = arena_new();
	struct heartbeat beat = sample(), again;
	scoped_buf one = { 0 };
	scoped_buf two = { 0 };
	struct id other = { { 8 } }, nobody = { { 1 } };
	struct err err = { 0 };

	print(&beat, &one);
	t_done(heartbeat_parse(one.text, one.size, arena, &again, &err), err);
	print(&again, &two);
	assert_string_equal(one.text, two.text);
	assert_int_equal(again.made_ms, -5);
	assert_int_equal(again.own[1].month, 202611);
	assert_int_equal(again.own[1].hash[1], 4);
	assert_int_equal(heartbeat_applied_of(&again, &other)->number, 3);
	assert_null(heartbeat_applied_of(&again, &nobody));
	assert_string_equal(again.bad[0].code, "sync.damaged");
}

T(lines_of_a_newer_program_are_skipped)
{
	scoped_arena arena = arena_new();
	struct heartbeat beat = sample(), again;
	scoped_buf text = { 0 };
	struct err err = { 0 };

	print(&beat, &text);
	buf_text(&text, "weather rain 27 {\n\tgusts 3\n}\n");
	t_done(heartbeat_parse(text.text, text.size, arena, &again, &err), err);
}

static void
refuse(const char *text)
{
	scoped_arena arena = arena_new();
	struct heartbeat beat;
	struct err err = { 0 };

	assert_int_equal(
	    heartbeat_parse(text, strlen(text), arena, &beat, &err),
	    FAIL_CORRUPT);
	assert_string_equal(err.fact.code, "sync.heartbeat-wrong");
}

T(what_is_no_heartbeat_is_refused)
{
	refuse("");
	refuse("station L03\n");
	refuse("heartbeat 2\nstation L03\n");
	refuse("heartbeat 1\n");
	refuse("heartbeat 1\nstation X\nprogram 1\n");
	refuse("heartbeat 1\nstation L03\n");
	refuse("heartbeat 1\nstation L03\nprogram \"a b\"\n");
	refuse("heartbeat 1\nstation L03\nprogram 1\nsealed -1\n");
	refuse(
	    "heartbeat 1\nstation L03\nprogram 1\nsealed 18446744073709551616\n");
	refuse("heartbeat 1\nstation L03\nprogram 1\nschema 4294967296\n");
	refuse(
	    "heartbeat 1\nstation L03\nprogram 1\nahead 9223372036854775808\n");
	refuse("heartbeat 1\nstation L03\nprogram 1\ndigest 00\n");
	refuse("heartbeat 1\nstation L03\nprogram 1\nbundle 1 202611\n");
	refuse("heartbeat 1\nstation L03\nprogram 1\nwant 00 1\n");
	refuse("heartbeat 1\nstation L03\nprogram 1\n\001\n");
}

T(the_newest_bundles_are_named_when_there_are_many)
{
	scoped_arena arena = arena_new();
	struct heartbeat_own own[100] = { { 0 } };
	struct heartbeat beat = sample(), again;
	scoped_buf text = { 0 };
	struct err err = { 0 };

	for (size_t i = 0; i < array_length(own); i++)
		own[i].number = i + 1;
	beat.own = own;
	beat.n_own = array_length(own);
	print(&beat, &text);
	t_done(heartbeat_parse(text.text, text.size, arena, &again, &err), err);
	assert_int_equal(again.n_own, HEARTBEAT_OWN_MAX);
	assert_int_equal(again.own[HEARTBEAT_OWN_MAX - 1].number, 100);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_printed_is_read_again),
		cmocka_unit_test(lines_of_a_newer_program_are_skipped),
		cmocka_unit_test(what_is_no_heartbeat_is_refused),
		cmocka_unit_test(
		    the_newest_bundles_are_named_when_there_are_many),
	};

	return T_RUN(tests);
}
