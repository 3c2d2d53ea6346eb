#include <stdio.h>

#include "desk/list.h"
#include "lib/counter.h"

/* The list of applications, page by page, and the search box. */

enum { MANY = 300, PAGE = 37 };

/* Receive what stands on the sheet. */
static struct id
receive(struct counter *counter, const struct answers *answers)
{
	struct intake intake = {
		.id = desk_new_id(counter->desk),
		.answers = answers,
		.duplicate_reason = "permohonan kedua",
		.doubt_reason = "sudah dicocokkan",
		.late_reason = "listrik padam",
	};
	struct received received;
	struct err err = { 0 };

	t_done(desk_receive(counter->desk, &intake, NULL, &received, &err),
	    err);
	return received.id;
}

static struct id
consult(struct counter *counter)
{
	struct answers *answers = counter_sheet(counter);
	struct intake intake = { .id = desk_new_id(counter->desk) };
	struct received received;
	struct err err = { 0 };

	counter_type(counter, answers, "scale", "mikro");
	intake.answers = answers;
	t_done(desk_consult(counter->desk, &intake, NULL, &received, &err),
	    err);
	return received.id;
}

/* One application in every state there is a way to. */
static void
receive_one_of_each(struct counter *counter)
{
	static const char *const states[] = { "diterima", "dikembalikan",
		"lengkap", "diproses", "tim-teknis", "terverifikasi",
		"terbit", "diserahkan" };
	struct moved moved;
	struct err err = { 0 };
	struct id id;

	for (size_t i = 0; i < array_length(states); i++)
		counter_bring_to(counter, counter_receive(counter), states[i]);
	id = counter_receive(counter);
	t_done(counter_move(counter, id, "withdraw", &moved, &err), err);
	consult(counter);
}

static size_t
list(struct counter *counter, const struct list_query *query,
    struct list_row **ret_rows)
{
	struct list_page page = { .arena = counter->arena,
		.limit = LIST_PAGE_MAX };
	struct err err = { 0 };

	t_done(desk_list(counter->desk, query, &page, &err), err);
	*ret_rows = page.list;
	return page.n;
}

/* The states of the rows, one after another, sorted by number. */
static void
assert_states(struct counter *counter, enum list_filter filter,
    const char *wanted)
{
	struct list_query query = { .sort = LIST_NUMBER, .filter = filter };
	struct list_row *rows;
	struct err err = { 0 };
	char text[256] = "";
	size_t n = list(counter, &query, &rows), counted, used = 0;

	for (size_t i = 0; i < n; i++)
		used += (size_t)snprintf(text + used, sizeof text - used,
		    "%s%s", i > 0 ? " " : "", rows[i].state);
	assert_string_equal(text, wanted);
	t_done(desk_list_count(counter->desk, &query, &counted, &err), err);
	assert_int_equal(counted, n);
}

T(each_filter_means_its_states)
{
	struct counter *counter = *state;

	counter_sign_in(counter, "ani");
	receive_one_of_each(counter);
	assert_states(counter, LIST_ALL, "diterima dikembalikan lengkap "
	    "diproses tim-teknis terverifikasi terbit diserahkan ditarik "
	    "konsultasi");
	assert_states(counter, LIST_OPEN, "diterima dikembalikan lengkap "
	    "diproses tim-teknis terverifikasi terbit");
	assert_states(counter, LIST_INCOMPLETE, "diterima dikembalikan");
	assert_states(counter, LIST_RUNNING,
	    "lengkap diproses tim-teknis terverifikasi");
	assert_states(counter, LIST_READY, "terbit");
	assert_states(counter, LIST_ENDED, "diserahkan ditarik");
	assert_states(counter, LIST_CONSULTATIONS, "konsultasi");
}

T(one_state_stands_in_place_of_the_filter)
{
	struct counter *counter = *state;
	struct list_query query = { .filter = LIST_READY, .state = "lengkap" };
	struct list_row *rows;
	struct err err = { 0 };
	size_t n;

	counter_sign_in(counter, "ani");
	receive_one_of_each(counter);
	assert_int_equal(list(counter, &query, &rows), 1);
	assert_string_equal(rows[0].state_label, "Lengkap dan benar");
	t_done(desk_list_count(counter->desk, &query, &n, &err), err);
	assert_int_equal(n, 1);
	query.state = "tidak-ada";
	assert_int_equal(list(counter, &query, &rows), 0);
}

T(a_row_tells_how_its_clock_stands)
{
	struct counter *counter = *state;
	struct list_row row;
	struct moved moved;
	struct err err = { 0 };
	char due[DATE_TEXT_SIZE];
	struct id id;

	counter_at(counter, "2026-11-24T09:00");
	counter_sign_in(counter, "ani");
	id = counter_receive(counter);
	t_done(desk_list_row(counter->desk, &id, counter->arena, &row, &err),
	    err);
	assert_true(date_is_none(row.due.date));
	assert_string_equal(row.number, "L03-2026-0001");
	assert_string_equal(row.company_name, "PT Contoh Plastik");
	assert_string_equal(row.nib, "1234567890123");
	assert_string_equal(row.kbli, "22210");

	counter_bring_to(counter, id, "lengkap");
	t_done(desk_list_row(counter->desk, &id, counter->arena, &row, &err),
	    err);
	date_print(row.due.date, due);
	assert_string_equal(due, "2026-12-03");
	assert_int_equal(row.left.days, 7);
	assert_false(row.left.is_overdue);

	counter_at(counter, "2026-12-04T09:00");
	t_done(desk_list_row(counter->desk, &id, counter->arena, &row, &err),
	    err);
	assert_true(row.left.is_overdue);
	assert_int_equal(row.left.days, 1);

	t_done(counter_move(counter, id, "withdraw", &moved, &err), err);
	t_done(desk_list_row(counter->desk, &id, counter->arena, &row, &err),
	    err);
	assert_int_equal(date_compare(row.stopped, desk_today(counter->desk)),
	    0);
	assert_false(row.left.is_overdue);
}

/* Three hundred, some on one day, some complete, some consultations. */
static void
receive_many(struct counter *counter)
{
	struct answers *answers = counter_sheet(counter);
	char local[32], name[32];

	for (int i = 0; i < MANY; i++) {
		struct id id;

		snprintf(local, sizeof local, "2026-11-%02dT%02d:00",
		    2 + i / 15, 8 + i % 8);
		counter_at(counter, local);
		if (i % 20 == 19) {
			consult(counter);
			continue;
		}
		snprintf(name, sizeof name, "PT Contoh %d", i);
		counter_type(counter, answers, "company_name", name);
		counter_type(counter, answers, "received_date", "h");
		id = receive(counter, answers);
		if (i % 4 == 0)
			counter_bring_to(counter, id, "lengkap");
	}
}

/* Page after page, in one direction, is what one big page is. */
static void
assert_pages(struct counter *counter, const struct list_query *query,
    bool is_backwards)
{
	struct list_page next = { .arena = counter->arena, .limit = PAGE,
		.is_backwards = is_backwards };
	struct list_row *all, *page, edge;
	size_t total = list(counter, query, &all), done = 0, n;
	struct err err = { 0 };

	do {
		t_done(desk_list(counter->desk, query, &next, &err), err);
		page = next.list;
		n = next.n;
		assert_true(done + n <= total);
		for (size_t i = 0; i < n; i++) {
			size_t at = is_backwards ? total - done - n + i
			    : done + i;

			assert_memory_equal(page[i].id.byte, all[at].id.byte,
			    ID_SIZE);
		}
		done += n;
		if (n > 0)
			edge = page[is_backwards ? 0 : n - 1];
		next.after = &edge;
	} while (n > 0);
	assert_int_equal(done, total);
}

T(pages_forward_and_backward_are_the_whole_list)
{
	static const enum list_filter filters[] = { LIST_ALL, LIST_OPEN,
		LIST_RUNNING };
	struct counter *counter = *state;
	struct list_row *rows;

	counter_sign_in(counter, "ani");
	receive_many(counter);
	for (size_t i = 0; i < array_length(filters) * 12; i++) {
		struct list_query query = {
			.sort = (enum list_sort)(i % 3),
			.is_descending = i / 3 % 2 != 0,
			.filter = filters[i / 12],
		};

		assert_pages(counter, &query, i / 6 % 2 != 0);
		if (query.filter == LIST_ALL)
			assert_int_equal(list(counter, &query, &rows), MANY);
	}
}

T(cases_without_a_due_date_come_last)
{
	struct counter *counter = *state;
	struct list_query query = { .sort = LIST_DUE };
	struct list_row *rows;
	size_t n;

	counter_sign_in(counter, "ani");
	counter_receive(counter);
	counter_at(counter, "2026-11-05T09:00");
	counter_bring_to(counter, counter_receive(counter), "lengkap");
	counter_at(counter, "2026-11-06T09:00");
	counter_bring_to(counter, counter_receive(counter), "lengkap");
	n = list(counter, &query, &rows);
	assert_int_equal(n, 3);
	assert_string_equal(rows[0].number, "L03-2026-0002");
	assert_string_equal(rows[1].number, "L03-2026-0003");
	assert_string_equal(rows[2].number, "L03-2026-0001");
}

/* The numbers found, joined by blanks. */
static void
assert_found(struct counter *counter, const char *query, const char *wanted)
{
	struct list_page page = { .arena = counter->arena, .limit = 10 };
	struct err err = { 0 };
	char text[256] = "";
	size_t used = 0;

	t_done(desk_search(counter->desk, query, &page, &err), err);
	for (size_t i = 0; i < page.n; i++)
		used += (size_t)snprintf(text + used, sizeof text - used,
		    "%s%s", i > 0 ? " " : "", page.list[i].number);
	if (strcmp(text, wanted) != 0)
		fail_msg("%s: found \"%s\", not \"%s\"", query, text, wanted);
}

/* Another firm of another person. */
static void
receive_other(struct counter *counter)
{
	struct answers *answers = counter_sheet(counter);

	counter_type(counter, answers, "nib", "9120000000017");
	counter_type(counter, answers, "company_name", "CV Sumber Rejeki");
	counter_type(counter, answers, "nik", "3214015208850002");
	counter_type(counter, answers, "name", "Siti Aminah");
	counter_type(counter, answers, "birth_date", "12/08/1985");
	counter_type(counter, answers, "phone", "0813 1111 2222");
	receive(counter, answers);
}

T(the_search_box_takes_number_name_nib_nik_and_telephone)
{
	static const char *const queries[][2] = {
		{ "L03-2026-0002", "L03-2026-0002" },
		{ "l03-2026-0001", "L03-2026-0001" },
		{ "2", "L03-2026-0002" },
		{ "0001", "L03-2026-0001" },
		{ "rejeki", "L03-2026-0002" },
		{ "desiree", "L03-2026-0001" },
		{ "sumber siti", "L03-2026-0002" },
		{ "9120000000017", "L03-2026-0002" },
		{ "12345678", "L03-2026-0001" },
		{ "3214015208850002", "L03-2026-0002" },
		{ "32140152", "" }, /* a NIK only whole */
		{ "081311112222", "L03-2026-0002" },
		{ "+62 812-3456-7890", "L03-2026-0001" },
		{ "tidak ada", "" },
		{ "", "" },
	};
	struct counter *counter = *state;

	counter_sign_in(counter, "ani");
	counter_receive(counter);
	receive_other(counter);
	for (size_t i = 0; i < array_length(queries); i++)
		assert_found(counter, queries[i][0], queries[i][1]);
}

T(people_and_companies_are_found_in_their_registers)
{
	struct counter *counter = *state;
	struct found_records found = { .arena = counter->arena, .limit = 10 };
	struct err err = { 0 };

	counter_sign_in(counter, "ani");
	counter_receive(counter);
	receive_other(counter);
	t_done(desk_search_people(counter->desk, "aminah", &found, &err),
	    err);
	assert_int_equal(found.n, 1);
	assert_string_equal(record_text(&found.list[0], PERSON_NIK),
	    "3214015208850002");
	t_done(desk_search_companies(counter->desk, "contoh", &found, &err),
	    err);
	assert_int_equal(found.n, 1);
	assert_string_equal(record_text(&found.list[0], COMPANY_NIB),
	    "1234567890123");
}

T(who_may_not_read_sees_no_list)
{
	struct counter *counter = *state;
	struct list_query query = { .sort = LIST_RECEIVED };
	struct list_page page = { .arena = counter->arena, .limit = 10 };
	struct found_records found = { .arena = counter->arena, .limit = 10 };
	struct err err = { 0 };
	size_t n;

	counter_sign_in(counter, "ani");
	counter_receive(counter);
	counter_sign_in(counter, "admin");
	assert_int_equal(desk_list(counter->desk, &query, &page, &err),
	    FAIL_DENIED);
	assert_int_equal(desk_list_count(counter->desk, &query, &n, &err),
	    FAIL_DENIED);
	assert_int_equal(desk_search(counter->desk, "1", &page, &err),
	    FAIL_DENIED);
	desk_sign_out(counter->desk);
	assert_int_equal(desk_search_people(counter->desk, "a", &found, &err),
	    FAIL_DENIED);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T_COUNTER(each_filter_means_its_states),
		T_COUNTER(one_state_stands_in_place_of_the_filter),
		T_COUNTER(a_row_tells_how_its_clock_stands),
		T_COUNTER(pages_forward_and_backward_are_the_whole_list),
		T_COUNTER(cases_without_a_due_date_come_last),
		T_COUNTER(
		    the_search_box_takes_number_name_nib_nik_and_telephone),
		T_COUNTER(people_and_companies_are_found_in_their_registers),
		T_COUNTER(who_may_not_read_sees_no_list),
	};

	return T_RUN(tests);
}
