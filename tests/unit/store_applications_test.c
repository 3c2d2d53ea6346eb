#include "lib/register.h"

#include <stdio.h>

#include "store/applications.h"
#include "store/inside.h"
#include "store/state.h"

static void
put_state(struct register_fixture *fixture, const struct record *record,
    const char *name, const char *due)
{
	struct case_state at = { .id = record->id,
		.table = TABLE_APPLICATION,
		.state = name,
		.due = due };
	scoped_transaction transaction = { 0 };
	struct err err = { 0 };

	t_done(
	    transaction_begin(&transaction, fixture->store, "ani", &err), err);
	t_done(store_state_put(fixture->store, &at, &err), err);
	t_done(transaction_commit(&transaction, &err), err);
}

/* Nine applications: three states, due dates out of order, one without. */
static void
nine(struct register_fixture *fixture)
{
	static const char *const states[] = { "DITERIMA", "PROSES", "TERBIT" };
	static const char *const due[] = { "2026-11-20", "", "2026-11-18",
		"2026-11-19", "2026-11-12", "2026-11-11", "2026-11-30",
		"2026-11-12", "2026-11-13" };
	char number[32], date[32];

	for (int i = 0; i < 9; i++) {
		struct record record;

		snprintf(number, sizeof number, "L03-2026-%04d", i + 1);
		snprintf(date, sizeof date, "2026-11-%02d", 2 + i / 2);
		record = register_application(
		    fixture, i == 4 ? "" : number, date, "Wayan", "PT Contoh");
		put_state(fixture, &record, states[i % 3], due[i]);
	}
}

static struct application_filter
by(enum application_sort sort, bool is_descending)
{
	return (struct application_filter){ .sort = sort,
		.is_descending = is_descending };
}

/* The list walked in pages of two, as the last digits of the numbers. */
static const char *
walk(struct register_fixture *fixture, const struct application_filter *filter,
    bool is_backwards)
{
	struct application_page page = { .arena = fixture->arena,
		.limit = 2,
		.is_backwards = is_backwards,
		.n = 2 };
	char *text = arena_alloc(fixture->arena, 64);
	struct err err = { 0 };
	size_t at = 0;

	while (page.n == 2) {
		t_done(store_applications(fixture->store, filter, &page, &err),
		    err);
		for (size_t i = 0; i < page.n; i++) {
			size_t k = is_backwards ? page.n - 1 - i : i;
			const char *number = page.list[k].number;

			text[at++] =
			    *number == '\0' ? '-' : number[strlen(number) - 1];
		}
		if (page.n > 0)
			page.after = &page.list[is_backwards ? 0 : page.n - 1];
	}
	return text;
}

T(the_list_is_walked_in_each_order)
{
	struct register_fixture *fixture = *state;
	struct application_filter filter;

	nine(fixture);
	filter = by(SORT_RECEIVED, false);
	assert_int_equal(strlen(walk(fixture, &filter, false)), 9);
	filter = by(SORT_NUMBER, false);
	assert_string_equal(walk(fixture, &filter, false), "12346789-");
	filter = by(SORT_NUMBER, true);
	assert_string_equal(walk(fixture, &filter, false), "-98764321");
	filter = by(SORT_DUE, false);
	assert_memory_equal(walk(fixture, &filter, false) + 3, "93417", 5);
	assert_int_equal(walk(fixture, &filter, false)[8], '2');
}

T(walking_back_gives_the_same_rows)
{
	struct register_fixture *fixture = *state;

	nine(fixture);
	for (enum application_sort sort = SORT_RECEIVED; sort <= SORT_NUMBER;
	     sort++) {
		struct application_filter up = by(sort, false);
		struct application_filter down = by(sort, true);

		assert_string_equal(
		    walk(fixture, &up, true), walk(fixture, &down, false));
		assert_string_equal(
		    walk(fixture, &down, true), walk(fixture, &up, false));
	}
}

T(some_states_are_one_list)
{
	struct register_fixture *fixture = *state;
	struct application_filter filter = by(SORT_NUMBER, false);

	nine(fixture);
	filter.states[filter.n_states++] = "PROSES";
	assert_string_equal(walk(fixture, &filter, false), "28-");
	filter.states[filter.n_states++] = "TERBIT";
	assert_string_equal(walk(fixture, &filter, false), "23689-");
	filter.is_descending = true;
	assert_string_equal(walk(fixture, &filter, false), "-98632");
	assert_string_equal(walk(fixture, &filter, true), "23689-");
}

T(a_row_says_what_a_list_shows)
{
	struct register_fixture *fixture = *state;
	struct record record = register_application(
	    fixture, "L03-2026-0001", "2026-11-02", "Wayan", "PT Contoh");
	struct case_state at = { .id = record.id,
		.table = TABLE_APPLICATION,
		.state = "PROSES",
		.due = "2027-01-05",
		.due_is_provisional = true,
		.started = "2026-12-21",
		.stopped = NULL };
	scoped_transaction transaction = { 0 };
	struct application_row row;
	struct case_state read;
	struct err err = { 0 };

	assert_int_equal(store_application_row(fixture->store, &record.id,
			     fixture->arena, &row, NULL),
	    FAIL_MISSING);
	t_done(
	    transaction_begin(&transaction, fixture->store, "ani", &err), err);
	t_done(store_state_put(fixture->store, &at, &err), err);
	t_done(transaction_commit(&transaction, &err), err);
	t_done(store_application_row(
		   fixture->store, &record.id, fixture->arena, &row, &err),
	    err);
	assert_string_equal(row.number, "L03-2026-0001");
	assert_string_equal(row.received_date, "2026-11-02");
	assert_string_equal(row.name, "Wayan");
	assert_string_equal(row.company_name, "PT Contoh");
	assert_string_equal(row.state, "PROSES");
	assert_string_equal(row.due, "2027-01-05");
	assert_true(row.due_is_provisional);
	assert_string_equal(row.started, "2026-12-21");
	assert_string_equal(row.stopped, "");
	t_done(store_state_get(
		   fixture->store, &record.id, fixture->arena, &read, &err),
	    err);
	assert_string_equal(read.state, "PROSES");
	assert_int_equal(read.table, TABLE_APPLICATION);
}

T(the_list_follows_a_corrected_date)
{
	struct register_fixture *fixture = *state;
	struct record record = register_application(
	    fixture, "L03-2026-0001", "2026-11-02", "Wayan", "PT Contoh");
	struct application_row row;
	struct err err = { 0 };

	put_state(fixture, &record, "DITERIMA", "");
	record_set_text(
	    &record, fixture->arena, APPLICATION_RECEIVED_DATE, "2026-10-30");
	register_put(fixture, &record);
	t_done(store_application_row(
		   fixture->store, &record.id, fixture->arena, &row, &err),
	    err);
	assert_string_equal(row.received_date, "2026-10-30");
}

T(cases_are_counted_by_state_due_date_and_day)
{
	struct register_fixture *fixture = *state;
	int64_t n = -1;
	struct err err = { 0 };

	nine(fixture);
	t_done(store_state_count(
		   fixture->store, TABLE_APPLICATION, "PROSES", "", &n, &err),
	    err);
	assert_int_equal(n, 3);
	t_done(store_state_count(fixture->store, TABLE_APPLICATION, "PROSES",
		   "2026-11-12", &n, &err),
	    err);
	assert_int_equal(n, 2);
	t_done(store_received_count(fixture->store, TABLE_APPLICATION,
		   "2026-11-02", "2026-11-03", &n, &err),
	    err);
	assert_int_equal(n, 4);
}

T(a_case_whose_events_are_more_is_stale)
{
	struct register_fixture *fixture = *state;
	struct record record = register_application(
	    fixture, "L03-2026-0001", "2026-11-02", "Wayan", "PT Contoh");
	struct record event =
	    record_of(TABLE_EVENT, store_new_id(fixture->store));
	struct ids ids = { .arena = fixture->arena, .n = 9 };
	struct err err = { 0 };

	t_done(store_state_stale(fixture->store, TABLE_APPLICATION, &ids, &err),
	    err);
	assert_int_equal(ids.n, 0);
	record_set_id(&event, EVENT_PARENT, record.id);
	register_put(fixture, &event);
	t_done(store_state_stale(fixture->store, TABLE_APPLICATION, &ids, &err),
	    err);
	assert_int_equal(ids.n, 1);
	put_state(fixture, &record, "DITERIMA", "");
	t_done(store_state_stale(fixture->store, TABLE_APPLICATION, &ids, &err),
	    err);
	assert_int_equal(ids.n, 0);
	event.id = store_new_id(fixture->store);
	register_put(fixture, &event);
	t_done(store_state_stale(fixture->store, TABLE_APPLICATION, &ids, &err),
	    err);
	assert_int_equal(ids.n, 1);
	assert_true(id_equal(&ids.list[0], &record.id));
}

/* How many steps of SQLite's machine a page takes. */
static int
steps_of_page(struct register_fixture *fixture,
    const struct application_filter *filter, bool is_backwards, size_t limit)
{
	struct application_page page = { .arena = fixture->arena,
		.limit = limit,
		.is_backwards = is_backwards };
	struct err err = { 0 };
	int steps = 0;

	t_done(store_applications(fixture->store, filter, &page, &err), err);
	assert_int_equal(page.n, limit);
	for (size_t i = 0; i < STATEMENTS_MAX; i++) {
		sqlite3_stmt *stmt = fixture->store->statements[i].stmt;

		if (stmt != NULL)
			steps += sqlite3_stmt_status(
			    stmt, SQLITE_STMTSTATUS_VM_STEP, 1);
	}
	return steps;
}

/* The work for a page is the same with a hundred rows and with 20,000. */
T(a_page_costs_the_same_however_long_the_list)
{
	struct register_fixture *fixture = *state;
	static const char *const states[] = { "DITERIMA", "PROSES", "TERBIT" };
	int small[3][2], n = 0;
	struct err err = { 0 };

	for (int round = 0; round < 2; round++) {
		scoped_transaction transaction = { 0 };

		t_done(transaction_begin(
			   &transaction, fixture->store, "ani", &err),
		    err);
		for (; n < (round == 0 ? 100 : 20000); n++) {
			struct case_state at = { .table = TABLE_APPLICATION,
				.state = states[n % 3],
				.due = "" };
			struct record record = record_of(
			    TABLE_APPLICATION, store_new_id(fixture->store));

			record_set_text(&record, fixture->arena,
			    APPLICATION_RECEIVED_DATE, "2026-11-02");
			at.id = record.id;
			t_done(store_put(fixture->store, &record, &err), err);
			t_done(store_state_put(fixture->store, &at, &err), err);
		}
		t_done(transaction_commit(&transaction, &err), err);
		for (enum application_sort sort = 0; sort < 3; sort++)
			for (int back = 0; back < 2; back++) {
				struct application_filter filter =
				    by(sort, false);
				int steps;

				filter.states[filter.n_states++] = "PROSES";
				filter.states[filter.n_states++] = "TERBIT";
				steps_of_page(fixture, &filter, back, 22);
				steps =
				    steps_of_page(fixture, &filter, back, 22);
				if (round == 0)
					small[sort][back] = steps;
				assert_int_equal(steps, small[sort][back]);
			}
	}
}

static const struct CMUnitTest tests[] = {
	T_REGISTER(the_list_is_walked_in_each_order),
	T_REGISTER(walking_back_gives_the_same_rows),
	T_REGISTER(some_states_are_one_list),
	T_REGISTER(a_row_says_what_a_list_shows),
	T_REGISTER(the_list_follows_a_corrected_date),
	T_REGISTER(cases_are_counted_by_state_due_date_and_day),
	T_REGISTER(a_case_whose_events_are_more_is_stale),
	T_REGISTER(a_page_costs_the_same_however_long_the_list),
};

int
main(void)
{
	return T_RUN(tests);
}
