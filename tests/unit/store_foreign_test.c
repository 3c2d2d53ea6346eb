/* The log of others: kept whole, checked, and what records are put back from;
 * entries that need a newer program. */
#include "lib/fleet.h"
#include "lib/tamper.h"

#include "store/conflict.h"
#include "store/parcel_wire.h"

static int
setup(void **state)
{
	*state = fleet_new(2, 5);
	return 0;
}

static int
teardown(void **state)
{
	fleet_free(*state);
	return 0;
}

#define FLEET(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

/* A person of L01, changed at both, and so in conflict; at L02 too. */
static struct id
disagree(struct fleet *fleet)
{
	struct record person =
	    record_of(TABLE_PERSON, store_new_id(fleet->counter[0]->store));

	record_set_text(&person, fleet->arena, PERSON_NAME, "Wayan");
	register_put(fleet->counter[0], &person);
	fleet_meet(fleet);
	for (size_t at = 0; at < 2; at++) {
		record_set_text(&person, fleet->arena, PERSON_NAME,
		    at == 0 ? "I Wayan" : "Ni Wayan");
		fleet->counter[at]->now_ms += 1000;
		register_put(fleet->counter[at], &person);
	}
	fleet_meet(fleet);
	fleet_is_one(fleet);
	return person.id;
}

T(a_record_of_another_counter_is_put_back_with_its_heads)
{
	static const char *const damages[] = {
		"UPDATE person SET name = 'x'",
		"DELETE FROM person",
		"DELETE FROM _head",
		"UPDATE _head SET value = x'00'",
		"DELETE FROM _ver",
	};
	struct fleet *fleet = *state;
	struct register_fixture *counter = fleet->counter[1];

	disagree(fleet);
	for (size_t i = 0; i < array_length(damages); i++) {
		struct err err = { 0 };
		int64_t n = 0;

		register_tamper(counter, damages[i]);
		if (register_check(counter).total == 0)
			fail_msg("%s", damages[i]);
		assert_true(register_repair(counter).total > 0);
		assert_int_equal(register_check(counter).total, 0);
		t_done(store_conflict_count(counter->store, &n, &err), err);
		assert_int_equal(n, 1);
	}
}

T(a_damaged_entry_of_another_counter_is_named)
{
	struct fleet *fleet = *state;
	struct register_fixture *counter = fleet->counter[1];

	disagree(fleet);
	register_tamper(
	    counter, "UPDATE _foreign SET officer = 'budi' WHERE number = 1");
	register_finds(counter, "finding.foreign-damaged");
}

T(an_entry_of_another_counter_taken_away_is_named)
{
	struct fleet *fleet = *state;
	struct register_fixture *counter = fleet->counter[1];
	struct findings findings = { .arena = counter->arena };
	struct err err = { 0 };

	disagree(fleet);
	register_tamper(counter, "DELETE FROM _foreign WHERE number = 2");
	findings = register_check(counter);
	assert_true(findings.total > 0);
	assert_string_equal(findings.list[0].code, "finding.foreign-gap");
	findings.n = findings.total = 0;
	assert_int_equal(store_repair(counter->store, "admin", &findings, &err),
	    FAIL_CORRUPT);
	assert_string_equal(err.fact.code, "store.restore");
}

static enum fail
find_sid(void *context, int64_t idx, uint8_t ret_sid[SID_SIZE], struct err *err)
{
	(void)context;
	(void)err;
	memset(ret_sid, (int)idx, SID_SIZE);
	return FAIL_NONE;
}

/*
 * What a newer program sends: a person with a cell 200, the same changed, and
 * a row of table 900.
 */
static void
write_newer(struct arena *arena, const struct id *id, struct buf *payload)
{
	static const struct version base = { 70000, 7 };
	const struct op_cell made[] = {
		{ .number = PERSON_NAME + 1,
		    .value = { .type = VALUE_TEXT, .text = "Wayan" } },
		{ .number = 200,
		    .value = { .type = VALUE_TEXT, .text = "baru" } },
	};
	const struct op_cell changed[] = {
		{ .number = 200,
		    .bases = &base,
		    .n_bases = 1,
		    .value = { .type = VALUE_INTEGER, .integer = 7 } },
	};
	struct op ops[] = {
		{ .kind = OP_INSERT, .cells = made, .n_cells = 2 },
		{ .kind = OP_UPDATE, .cells = changed, .n_cells = 1 },
		{ .kind = OP_INSERT, .cells = made, .n_cells = 2 },
	};
	scoped_buf entries = { 0 };
	struct parcel_writer writer = { .sids.arena = arena,
		.entries = &entries };
	struct err err = { 0 };

	buf_init(&entries, 1 << 20);
	for (size_t i = 0; i < array_length(ops); i++) {
		ops[i].seq = ops[i].txn = (int64_t)i + 1;
		ops[i].version = (struct version){ 70000 + (int64_t)i, 7 };
		ops[i].table_number = i == 2 ? 900 : TABLE_PERSON;
		ops[i].id = *id;
		ops[i].officer = "citra";
		ops[i].station = "L09";
		t_done(parcel_add(&writer, &ops[i], find_sid, NULL, &err), err);
	}
	parcel_end(&writer, 1, payload);
}

static struct id
apply_newer(struct register_fixture *counter)
{
	scoped_arena arena = arena_new();
	scoped_buf payload = { 0 };
	struct incoming incoming = {
		.bundle = { .writer = { { 9 } }, .number = 1, .hash = { 1 } },
		.file = "x",
		.size = 1
	};
	struct id id = { { 5, 5 } };
	struct applied applied;
	struct err err = { 0 };

	buf_init(&payload, 1 << 20);
	write_newer(arena, &id, &payload);
	incoming.payload = payload.text;
	incoming.payload_size = payload.size;
	t_done(store_apply(counter->store, &incoming, &applied, &err), err);
	assert_int_equal(applied.entries, 3);
	assert_int_equal(applied.parked, 3);
	assert_int_equal(applied.rows, 1);
	return id;
}

T(what_a_newer_program_sends_is_kept_and_counted)
{
	struct fleet *fleet = *state;
	struct register_fixture *counter = fleet->counter[1];
	struct id id = apply_newer(counter);
	struct record person;
	struct err err = { 0 };
	int64_t n = 0;

	t_done(store_parked_count(counter->store, &n, &err), err);
	assert_int_equal(n, 3);
	t_done(store_get(counter->store, TABLE_PERSON, &id, counter->arena,
		   &person, &err),
	    err);
	assert_string_equal(record_text(&person, PERSON_NAME), "Wayan");
	assert_int_equal(register_check(counter).total, 0);
	register_reopen(counter);
	t_done(store_parked_count(counter->store, &n, &err), err);
	assert_int_equal(n, 3);
	/* Somebody here changes what this program does know. */
	record_set_text(&person, counter->arena, PERSON_NAME, "I Wayan");
	register_put(counter, &person);
	assert_int_equal(register_check(counter).total, 0);
}

/* As if the cell had come with this program: the row is looked at again. */
T(what_was_parked_is_applied_once_its_cells_are_known)
{
	struct fleet *fleet = *state;
	struct register_fixture *counter = fleet->counter[1];
	struct err err = { 0 };
	int64_t n = 0;

	apply_newer(counter);
	register_tamper(counter,
	    "UPDATE person SET name = NULL; DELETE FROM _ver; "
	    "UPDATE _park SET cell = 1 WHERE table_number = 1");
	t_done(store_parked_count(counter->store, &n, &err), err);
	assert_int_equal(n, 1);
	assert_int_equal(register_count(counter,
			     "SELECT count(*) FROM person "
			     "WHERE name = 'Wayan'"),
	    1);
	assert_int_equal(register_check(counter).total, 0);
}

static const struct CMUnitTest tests[] = {
	FLEET(a_record_of_another_counter_is_put_back_with_its_heads),
	FLEET(a_damaged_entry_of_another_counter_is_named),
	FLEET(an_entry_of_another_counter_taken_away_is_named),
	FLEET(what_a_newer_program_sends_is_kept_and_counted),
	FLEET(what_was_parked_is_applied_once_its_cells_are_known),
};

int
main(void)
{
	return T_RUN(tests);
}
