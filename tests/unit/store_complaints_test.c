#include "lib/book.h"
#include "lib/register.h"

#include "store/applications.h"
#include "store/inside.h"
#include "store/state.h"

/* One entry of a book that has no other. */
static struct book_entry
put_one(struct register_fixture *fixture, struct book_entry entry)
{
	scoped_transaction transaction = { 0 };
	struct err err = { 0 };

	t_done(
	    transaction_begin(&transaction, fixture->store, "ani", &err), err);
	t_done(book_put(fixture->store, fixture->arena, &entry, &err), err);
	t_done(transaction_commit(&transaction, &err), err);
	return entry;
}

static struct book_entry
plain_entry(void)
{
	return (struct book_entry){ .number = "P-L03-2026-0012",
		.received = "2026-11-02",
		.due = "2026-11-20",
		.name = "Siti Rahmawati",
		.nik = "3214015507850001",
		.phone = "+6281355550199",
		.clauses = "32/3 32/6.4",
		.kind = "pengaduan",
		.channel = "b",
		.state = "diterima",
		.object = "Izin terlambat",
		.problem = "waktu",
		.named = "" };
}

static struct complaint_row
row_of(struct register_fixture *fixture, const struct id *id)
{
	struct complaint_row row = { 0 };
	struct err err = { 0 };

	t_done(store_complaint_row(
		   fixture->store, id, NULL, fixture->arena, &row, &err),
	    err);
	return row;
}

T(a_row_says_what_the_book_shows)
{
	struct register_fixture *fixture = *state;
	struct book_entry entry = put_one(fixture, plain_entry());
	struct complaint_row row = row_of(fixture, &entry.id);

	assert_string_equal(row.number, "P-L03-2026-0012");
	assert_string_equal(row.kind, "pengaduan");
	assert_string_equal(row.channel, "b");
	assert_string_equal(row.received_date, "2026-11-02");
	assert_string_equal(row.completed_date, "");
	assert_string_equal(row.name, "Siti Rahmawati");
	assert_false(row.is_confidential);
	assert_string_equal(row.object, "Izin terlambat");
	assert_string_equal(row.problem, "waktu");
	assert_string_equal(row.class, "internal");
	assert_string_equal(row.state, "diterima");
	assert_string_equal(row.due, "2026-11-20");
	assert_string_equal(row.stopped, "");
}

T(a_complaint_is_not_there_for_the_officer_it_names)
{
	struct register_fixture *fixture = *state;
	struct book_entry entry = plain_entry();
	struct complaint_row row = { .number = "untouched" };
	struct err err = { 0 };

	entry.named = "dedi";
	entry = put_one(fixture, entry);
	assert_string_equal(
	    row_of(fixture, &entry.id).number, "P-L03-2026-0012");
	assert_int_equal(store_complaint_row(fixture->store, &entry.id, "dedi",
			     fixture->arena, &row, &err),
	    FAIL_MISSING);
	assert_string_equal(row.number, "untouched");
	t_done(store_complaint_row(fixture->store, &entry.id, "cici",
		   fixture->arena, &row, &err),
	    err);
}

static size_t
count_found(struct register_fixture *fixture, const char *query)
{
	struct ids ids = { .arena = fixture->arena, .limit = 10 };
	struct err err = { 0 };

	t_done(store_search(fixture->store, TABLE_COMPLAINT, query, &ids, &err),
	    err);
	return ids.n;
}

T(a_complaint_is_found_by_who_complains_of_what)
{
	struct register_fixture *fixture = *state;

	put_one(fixture, plain_entry());
	assert_int_equal(count_found(fixture, "rahmawati"), 1);
	assert_int_equal(count_found(fixture, "terlambat siti"), 1);
	assert_int_equal(count_found(fixture, "3214015507850001"), 1);
	assert_int_equal(count_found(fixture, "0813-5555"), 1);
	assert_int_equal(count_found(fixture, "12"), 1);
	assert_int_equal(count_found(fixture, "p-l3-2026-12"), 1);
	assert_int_equal(count_found(fixture, "3214015507850002"), 0);
	assert_int_equal(count_found(fixture, "sudarma"), 0);
}

T(a_confidential_name_is_in_no_row_and_no_search)
{
	struct register_fixture *fixture = *state;
	struct book_entry entry = put_one(fixture, plain_entry());
	struct record record;
	struct err err = { 0 };

	t_done(store_get(fixture->store, TABLE_COMPLAINT, &entry.id,
		   fixture->arena, &record, &err),
	    err);
	record_set_text(&record, fixture->arena, COMPLAINT_CONFIDENTIAL, "Y");
	register_put(fixture, &record);
	assert_string_equal(row_of(fixture, &entry.id).name, "");
	assert_true(row_of(fixture, &entry.id).is_confidential);
	assert_int_equal(count_found(fixture, "rahmawati"), 0);
	assert_int_equal(count_found(fixture, "terlambat"), 1);
	record_set_text(&record, fixture->arena, COMPLAINT_OBJECT, NULL);
	register_put(fixture, &record);
	assert_int_equal(count_found(fixture, "terlambat"), 0);
}

T(a_name_that_is_corrected_is_found_anew)
{
	struct register_fixture *fixture = *state;
	struct book_entry entry = put_one(fixture, plain_entry());
	struct id id = id_derived("complainant", &entry.id, "pelapor");
	struct record record;
	struct err err = { 0 };

	t_done(store_get(fixture->store, TABLE_COMPLAINANT, &id, fixture->arena,
		   &record, &err),
	    err);
	record_set_text(&record, fixture->arena, COMPLAINANT_NAME, "Nurhayati");
	register_put(fixture, &record);
	assert_int_equal(count_found(fixture, "rahmawati"), 0);
	assert_int_equal(count_found(fixture, "nurhayati"), 1);
}

/* How many rows have a clause. */
static size_t
count_clause(struct register_fixture *fixture, const char *clause)
{
	struct complaint_filter filter = { .clause = clause };
	struct err err = { 0 };
	size_t n = 0;

	t_done(
	    store_complaint_count(fixture->store, &filter, 9, &n, &err), err);
	return n;
}

T(the_latest_round_that_names_clauses_counts)
{
	struct register_fixture *fixture = *state;
	struct book_entry entry = put_one(fixture, plain_entry());
	struct record second =
	    record_of(TABLE_REVIEW, id_derived("review", &entry.id, "2"));

	record_set_id(&second, REVIEW_COMPLAINT_ID, entry.id);
	record_set_integer(&second, REVIEW_ROUND, 2);
	record_set_text(&second, fixture->arena, REVIEW_CLASS, "apip");
	register_put(fixture, &second);
	assert_int_equal(count_clause(fixture, "32/3"), 1);
	assert_string_equal(row_of(fixture, &entry.id).class, "apip");
	assert_string_equal(row_of(fixture, &entry.id).problem, "waktu");
	record_set_text(&second, fixture->arena, REVIEW_CLAUSES, "32/6.4 32/9");
	register_put(fixture, &second);
	assert_int_equal(count_clause(fixture, "32/3"), 0);
	assert_int_equal(count_clause(fixture, "32/6.4"), 1);
	assert_int_equal(count_clause(fixture, "32/9"), 1);
	/* A clause is one word, not the beginning of one. */
	assert_int_equal(count_clause(fixture, "32/6"), 0);
}

T(the_book_follows_a_record_that_was_changed)
{
	struct register_fixture *fixture = *state;
	struct book_entry entry = put_one(fixture, plain_entry());
	struct complaint_filter filter = { .kind = "saran",
		.received_from = "2026-10-30",
		.received_to = "2026-10-30" };
	struct record record;
	struct err err = { 0 };
	size_t n = 9;

	t_done(
	    store_complaint_count(fixture->store, &filter, 9, &n, &err), err);
	assert_int_equal(n, 0);
	t_done(store_get(fixture->store, TABLE_COMPLAINT, &entry.id,
		   fixture->arena, &record, &err),
	    err);
	record_set_text(&record, fixture->arena, COMPLAINT_KIND, "saran");
	record_set_text(
	    &record, fixture->arena, COMPLAINT_RECEIVED_DATE, "2026-10-30");
	register_put(fixture, &record);
	t_done(
	    store_complaint_count(fixture->store, &filter, 9, &n, &err), err);
	assert_int_equal(n, 1);
}

static const struct CMUnitTest tests[] = {
	T_REGISTER(a_row_says_what_the_book_shows),
	T_REGISTER(a_complaint_is_not_there_for_the_officer_it_names),
	T_REGISTER(a_complaint_is_found_by_who_complains_of_what),
	T_REGISTER(a_confidential_name_is_in_no_row_and_no_search),
	T_REGISTER(a_name_that_is_corrected_is_found_anew),
	T_REGISTER(the_latest_round_that_names_clauses_counts),
	T_REGISTER(the_book_follows_a_record_that_was_changed),
};

int
main(void)
{
	return T_RUN(tests);
}
