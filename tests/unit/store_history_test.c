#include "lib/register.h"

#include "store/history.h"
#include "store/inside.h"

/* Entries since or before seq, as many as wanted. */
static struct history_row *
rows_of(struct register_fixture *fixture, bool is_since, int64_t seq,
    size_t limit, size_t wanted)
{
	struct history history = { .arena = fixture->arena };
	struct err err = { 0 };

	if (is_since)
		t_done(store_history_since(
			   fixture->store, seq, limit, &history, &err),
		    err);
	else
		t_done(store_history_before(
			   fixture->store, seq, limit, &history, &err),
		    err);
	assert_int_equal(history.n, wanted);
	return history.list;
}

/* Three names of one person, and another person between them. */
static struct record
three_names(struct register_fixture *fixture)
{
	struct record person =
	    record_of(TABLE_PERSON, store_new_id(fixture->store));
	struct record other =
	    record_of(TABLE_PERSON, store_new_id(fixture->store));

	record_set_text(&person, fixture->arena, PERSON_NAME, "Wayan");
	register_put(fixture, &person);
	record_set_text(&other, fixture->arena, PERSON_NAME, "Made");
	register_put(fixture, &other);
	record_set_text(&person, fixture->arena, PERSON_PHONE, "+62812");
	register_put(fixture, &person);
	record_set_text(&person, fixture->arena, PERSON_NAME, "I Wayan");
	register_put(fixture, &person);
	return person;
}

T(a_change_shows_what_was_before_it_however_far_back)
{
	struct register_fixture *fixture = *state;
	struct record person = three_names(fixture);
	struct history history = { .arena = fixture->arena };
	struct history_row *rows;
	struct err err = { 0 };

	t_done(store_history(
		   fixture->store, TABLE_PERSON, &person.id, &history, &err),
	    err);
	rows = history.list;
	assert_int_equal(history.n, 3);
	assert_int_equal(rows[1].cells[0].before.type, VALUE_NONE);
	assert_string_equal(rows[1].cells[0].after.text, "+62812");
	assert_string_equal(rows[2].cells[0].before.text, "Wayan");
	assert_string_equal(rows[2].cells[0].after.text, "I Wayan");
}

T(entries_are_paged_forwards)
{
	struct register_fixture *fixture = *state;
	struct history_row *rows;

	three_names(fixture);
	rows = rows_of(fixture, true, 0, 3, 3);
	assert_int_equal(rows[0].seq, 1);
	assert_int_equal(rows[2].seq, 3);
	rows = rows_of(fixture, true, 3, 3, 1);
	assert_int_equal(rows[0].seq, 4);
	assert_string_equal(rows[0].cells[0].before.text, "Wayan");
	rows_of(fixture, true, 4, 3, 0);
}

T(entries_are_paged_backwards_from_the_latest)
{
	struct register_fixture *fixture = *state;
	struct history_row *rows;

	three_names(fixture);
	rows = rows_of(fixture, false, 0, 3, 3);
	assert_int_equal(rows[0].seq, 4);
	assert_int_equal(rows[2].seq, 2);
	rows = rows_of(fixture, false, 2, 3, 1);
	assert_int_equal(rows[0].seq, 1);
	assert_true(rows[0].is_new);
}

T(a_damaged_entry_is_named)
{
	struct register_fixture *fixture = *state;
	struct history history = { .arena = fixture->arena };
	struct err err = { 0 };

	three_names(fixture);
	assert_int_equal(
	    sqlite3_exec(fixture->store->db,
		"DROP TRIGGER _op_update; UPDATE _op SET officer = 'budi' "
		"WHERE seq = 2",
		NULL, NULL, NULL),
	    SQLITE_OK);
	assert_int_equal(
	    store_history_since(fixture->store, 0, 10, &history, &err),
	    FAIL_CORRUPT);
	assert_string_equal(err.fact.code, "store.log-damaged");
	assert_string_equal(err.fact.arg[0], "2");
}

static const struct CMUnitTest tests[] = {
	T_REGISTER(a_change_shows_what_was_before_it_however_far_back),
	T_REGISTER(entries_are_paged_forwards),
	T_REGISTER(entries_are_paged_backwards_from_the_latest),
	T_REGISTER(a_damaged_entry_is_named),
};

int
main(void)
{
	return T_RUN(tests);
}
