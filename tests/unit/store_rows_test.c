#include "lib/register.h"

#include "store/inside.h"

static enum fail
put(struct register_fixture *fixture, const struct record *record,
    struct err *err)
{
	scoped_transaction transaction = { 0 };
	enum fail fail;

	fail = transaction_begin(&transaction, fixture->store, "ani", err);
	if (!fail)
		fail = store_put(fixture->store, record, err);
	return fail ? fail : transaction_commit(&transaction, err);
}

static struct record
get(struct register_fixture *fixture, const struct record *like)
{
	struct record record = { 0 };
	struct err err = { 0 };

	t_done(store_get(fixture->store, like->table->number, &like->id,
		   fixture->arena, &record, &err),
	    err);
	return record;
}

/* A record of every table with every cell filled reads back as it was. */
T(a_row_reads_back_as_it_was_put)
{
	struct register_fixture *fixture = *state;

	for (size_t i = 0; i < tables_n; i++) {
		struct record record = record_of(tables[i].number,
				  store_new_id(fixture->store)),
			      read;

		for (int j = 0; j < (int)tables[i].n_cells; j++)
			switch (tables[i].cells[j].type) {
			case CELL_TEXT:
				record_set_text(&record, fixture->arena, j,
				    arena_print(fixture->arena,
					"D\xc3\xa9sir\xc3\xa9 %d\n'\"", j));
				break;
			case CELL_INTEGER:
				record_set_integer(&record, j, -j);
				break;
			case CELL_ID: break;
			}
		register_put(fixture, &record);
		read = get(fixture, &record);
		for (size_t j = 0; j < tables[i].n_cells; j++)
			assert_true(
			    value_equal(&read.cell[j], &record.cell[j]));
	}
}

T(a_row_that_is_not_there_is_missing)
{
	struct register_fixture *fixture = *state;
	struct id id = store_new_id(fixture->store);
	struct record record;
	struct err err = { 0 };

	assert_int_equal(store_get(fixture->store, TABLE_PERSON, &id,
			     fixture->arena, &record, &err),
	    FAIL_MISSING);
}

T(a_cell_without_a_value_is_emptied)
{
	struct register_fixture *fixture = *state;
	struct record record = register_application(
	    fixture, "L03-2026-0001", "2026-11-02", "Wayan", "PT Contoh");

	record_set_text(&record, fixture->arena, APPLICATION_NAME, "");
	register_put(fixture, &record);
	record = get(fixture, &record);
	assert_false(record_has(&record, APPLICATION_NAME));
	assert_string_equal(
	    record_text(&record, APPLICATION_COMPANY_NAME), "PT Contoh");
}

T(text_that_is_no_utf8_is_refused_by_cell)
{
	struct register_fixture *fixture = *state;
	struct record record =
	    record_of(TABLE_PERSON, store_new_id(fixture->store));
	struct err err = { 0 };

	record_set_text(
	    &record, fixture->arena, PERSON_ADDRESS, "Jl. \xe2\x82");
	assert_int_equal(put(fixture, &record, &err), FAIL_INVALID);
	assert_string_equal(err.fact.code, "store.not-utf8");
	assert_string_equal(err.fact.arg[0], "address");
}

T(text_that_is_too_long_is_refused_by_cell)
{
	struct register_fixture *fixture = *state;
	struct record record =
	    record_of(TABLE_PERSON, store_new_id(fixture->store));
	char *text = arena_alloc(fixture->arena, STORE_TEXT_MAX + 2);
	struct err err = { 0 };

	memset(text, 'a', STORE_TEXT_MAX);
	record_set_text(&record, fixture->arena, PERSON_ADDRESS, text);
	t_done(put(fixture, &record, &err), err);
	text[STORE_TEXT_MAX] = 'a';
	record_set_text(&record, fixture->arena, PERSON_ADDRESS, text);
	assert_int_equal(put(fixture, &record, &err), FAIL_INVALID);
	assert_string_equal(err.fact.code, "store.too-long");
}

T(an_event_stays_as_it_was)
{
	struct register_fixture *fixture = *state;
	struct record event =
	    record_of(TABLE_EVENT, store_new_id(fixture->store));
	struct err err = { 0 };

	record_set_text(&event, fixture->arena, EVENT_STATE, "DITERIMA");
	t_done(put(fixture, &event, &err), err);
	t_done(put(fixture, &event, &err), err);
	record_set_text(&event, fixture->arena, EVENT_STATE, "TERBIT");
	assert_int_equal(put(fixture, &event, &err), FAIL_CONFLICT);
	assert_string_equal(err.fact.code, "store.event-fixed");
	event = get(fixture, &event);
	assert_string_equal(record_text(&event, EVENT_STATE), "DITERIMA");
}

T(children_are_found_by_their_parent)
{
	struct register_fixture *fixture = *state;
	struct id parent = store_new_id(fixture->store);
	struct records events = { .arena = fixture->arena };
	struct err err = { 0 };

	for (int i = 0; i < 5; i++) {
		struct record event =
		    record_of(TABLE_EVENT, store_new_id(fixture->store));

		record_set_id(&event, EVENT_PARENT,
		    i == 0 ? store_new_id(fixture->store) : parent);
		register_put(fixture, &event);
	}
	t_done(store_children(fixture->store, TABLE_EVENT, EVENT_PARENT,
		   &parent, &events, &err),
	    err);
	assert_int_equal(events.n, 4);
	for (size_t i = 1; i < events.n; i++)
		assert_true(memcmp(events.list[i - 1].id.byte,
				events.list[i].id.byte, ID_SIZE) < 0);
}

T(rows_are_found_by_an_exact_text)
{
	struct register_fixture *fixture = *state;
	struct record person =
	    record_of(TABLE_PERSON, store_new_id(fixture->store));
	struct records people = { .arena = fixture->arena, .n = 9 };
	struct err err = { 0 };

	record_set_text(
	    &person, fixture->arena, PERSON_NIK, "3214010101900001");
	register_put(fixture, &person);
	t_done(store_find_text(fixture->store, TABLE_PERSON, PERSON_NIK,
		   "3214010101900001", &people, &err),
	    err);
	assert_int_equal(people.n, 1);
	assert_true(id_equal(&people.list[0].id, &person.id));
	t_done(store_find_text(fixture->store, TABLE_PERSON, PERSON_NIK,
		   "321401010190000", &people, &err),
	    err);
	assert_int_equal(people.n, 0);
}

struct counted {
	size_t n;
	enum fail fail;
};

static enum fail
count_row(void *context, const struct record *record, struct err *err)
{
	struct counted *counted = context;

	(void)record;
	(void)err;
	counted->n++;
	return counted->n == 2 ? counted->fail : FAIL_NONE;
}

T(every_row_is_visited_until_one_says_stop)
{
	struct register_fixture *fixture = *state;
	scoped_arena arena = arena_new();
	struct counted all = { 0 }, some = { .fail = FAIL_DENIED };
	struct records officers = { .arena = fixture->arena };
	struct err err = { 0 };

	for (int i = 0; i < 3; i++) {
		struct record officer =
		    record_of(TABLE_OFFICER, store_new_id(fixture->store));

		register_put(fixture, &officer);
	}
	t_done(store_each(
		   fixture->store, TABLE_OFFICER, arena, count_row, &all, &err),
	    err);
	assert_int_equal(all.n, 3);
	assert_int_equal(store_each(fixture->store, TABLE_OFFICER, arena,
			     count_row, &some, &err),
	    FAIL_DENIED);
	assert_int_equal(some.n, 2);
	t_done(store_all(fixture->store, TABLE_OFFICER, &officers, &err), err);
	assert_int_equal(officers.n, 3);
}

static const struct CMUnitTest tests[] = {
	T_REGISTER(a_row_reads_back_as_it_was_put),
	T_REGISTER(a_row_that_is_not_there_is_missing),
	T_REGISTER(a_cell_without_a_value_is_emptied),
	T_REGISTER(text_that_is_no_utf8_is_refused_by_cell),
	T_REGISTER(text_that_is_too_long_is_refused_by_cell),
	T_REGISTER(an_event_stays_as_it_was),
	T_REGISTER(children_are_found_by_their_parent),
	T_REGISTER(rows_are_found_by_an_exact_text),
	T_REGISTER(every_row_is_visited_until_one_says_stop),
};

int
main(void)
{
	return T_RUN(tests);
}
