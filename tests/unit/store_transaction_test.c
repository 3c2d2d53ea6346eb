#include "lib/register.h"

#include "store/draft.h"
#include "store/inside.h"
#include "store/setting.h"

static struct record
person(struct register_fixture *fixture, const char *name)
{
	struct record record =
	    record_of(TABLE_PERSON, store_new_id(fixture->store));

	record_set_text(&record, fixture->arena, PERSON_NAME, name);
	return record;
}

static bool
is_there(struct register_fixture *fixture, const struct id *id)
{
	struct record record;

	return store_get(fixture->store, TABLE_PERSON, id, fixture->arena,
		   &record, NULL) == FAIL_NONE;
}

static struct store *
open_second(struct register_fixture *fixture)
{
	struct store *second = NULL;
	struct err err = { 0 };

	t_done(
	    store_open(fixture->path, &fixture->options, &second, &err), err);
	return second;
}

T(leaving_the_scope_rolls_back)
{
	struct register_fixture *fixture = *state;
	struct record record = person(fixture, "Wayan");
	struct err err = { 0 };

	{
		scoped_transaction transaction = { 0 };

		t_done(transaction_begin(
			   &transaction, fixture->store, "ani", &err),
		    err);
		t_done(store_put(fixture->store, &record, &err), err);
		assert_true(is_there(fixture, &record.id));
	}
	assert_false(is_there(fixture, &record.id));
}

T(a_committed_row_is_there_after_reopening)
{
	struct register_fixture *fixture = *state;
	struct record record = person(fixture, "Wayan");

	register_put(fixture, &record);
	register_reopen(fixture);
	assert_true(is_there(fixture, &record.id));
}

T(time_stands_still_inside_a_transaction)
{
	struct register_fixture *fixture = *state;
	int64_t began = fixture->now_ms;
	struct err err = { 0 };

	{
		scoped_transaction transaction = { 0 };

		t_done(transaction_begin(
			   &transaction, fixture->store, "ani", &err),
		    err);
		fixture->now_ms += 5000;
		assert_int_equal(store_now(fixture->store), began);
	}
	assert_int_equal(store_now(fixture->store), began + 5000);
}

T(a_second_writer_is_told_to_wait)
{
	struct register_fixture *fixture = *state;
	scoped_store second = open_second(fixture);
	scoped_transaction transaction = { 0 }, other = { 0 };
	struct err err = { 0 };

	t_done(
	    transaction_begin(&transaction, fixture->store, "ani", &err), err);
	assert_int_equal(
	    transaction_begin(&other, second, "budi", &err), FAIL_BUSY);
	assert_string_equal(err.fact.code, "store.busy");
	t_done(transaction_commit(&transaction, &err), err);
	t_done(transaction_begin(&other, second, "budi", &err), err);
}

T(a_reader_is_not_held_up_by_a_writer)
{
	struct register_fixture *fixture = *state;
	scoped_store second = open_second(fixture);
	scoped_transaction transaction = { 0 };
	struct record record = person(fixture, "Wayan"), read;
	struct err err = { 0 };

	t_done(
	    transaction_begin(&transaction, fixture->store, "ani", &err), err);
	t_done(store_put(fixture->store, &record, &err), err);
	assert_int_equal(store_get(second, TABLE_PERSON, &record.id,
			     fixture->arena, &read, &err),
	    FAIL_MISSING);
	t_done(transaction_commit(&transaction, &err), err);
	t_done(store_get(second, TABLE_PERSON, &record.id, fixture->arena,
		   &read, &err),
	    err);
}

T(two_processes_number_the_log_without_a_gap)
{
	struct register_fixture *fixture = *state;
	scoped_store second = open_second(fixture);
	struct record record;
	int64_t n = 0;
	struct err err = { 0 };

	for (int i = 0; i < 6; i++) {
		scoped_transaction transaction = { 0 };
		struct store *store = i % 2 ? second : fixture->store;

		record = person(fixture, "Wayan");
		t_done(
		    transaction_begin(&transaction, store, "ani", &err), err);
		t_done(store_put(store, &record, &err), err);
		t_done(transaction_commit(&transaction, &err), err);
	}
	t_done(sqlite_integer(second->db,
		   "SELECT count(*) = max(seq) AND "
		   "count(DISTINCT hlc) = 6 FROM _op",
		   &n, &err),
	    err);
	assert_int_equal(n, 1);
}

T(a_transaction_in_which_a_write_failed_does_not_commit)
{
	struct register_fixture *fixture = *state;
	scoped_transaction transaction = { 0 };
	struct record application =
	    record_of(TABLE_APPLICATION, store_new_id(fixture->store));
	struct record record = person(fixture, "Wayan");
	struct err err = { 0 };

	record_set_id(
	    &application, APPLICATION_PERSON_ID, store_new_id(fixture->store));
	t_done(
	    transaction_begin(&transaction, fixture->store, "ani", &err), err);
	t_done(store_put(fixture->store, &record, &err), err);
	assert_int_equal(
	    store_put(fixture->store, &application, &err), FAIL_CONFLICT);
	assert_string_equal(err.fact.code, "store.no-parent");
	assert_int_equal(transaction_commit(&transaction, &err), FAIL_CONFLICT);
	assert_string_equal(err.fact.code, "store.half");
	assert_false(is_there(fixture, &record.id));
}

T(a_local_write_joins_the_open_transaction)
{
	struct register_fixture *fixture = *state;
	const char *value;
	struct err err = { 0 };

	{
		scoped_transaction transaction = { 0 };

		t_done(transaction_begin(
			   &transaction, fixture->store, "ani", &err),
		    err);
		t_done(store_setting_put(
			   fixture->store, "ani", "two-persons", "Y", &err),
		    err);
	}
	assert_int_equal(store_setting_get(fixture->store, "two-persons",
			     fixture->arena, &value, &err),
	    FAIL_MISSING);
	t_done(
	    store_setting_put(fixture->store, "ani", "two-persons", "Y", &err),
	    err);
	t_done(store_setting_get(
		   fixture->store, "two-persons", fixture->arena, &value, &err),
	    err);
	assert_string_equal(value, "Y");
}

static const struct CMUnitTest tests[] = {
	T_REGISTER(leaving_the_scope_rolls_back),
	T_REGISTER(a_committed_row_is_there_after_reopening),
	T_REGISTER(time_stands_still_inside_a_transaction),
	T_REGISTER(a_second_writer_is_told_to_wait),
	T_REGISTER(a_reader_is_not_held_up_by_a_writer),
	T_REGISTER(two_processes_number_the_log_without_a_gap),
	T_REGISTER(a_transaction_in_which_a_write_failed_does_not_commit),
	T_REGISTER(a_local_write_joins_the_open_transaction),
};

int
main(void)
{
	return T_RUN(tests);
}
