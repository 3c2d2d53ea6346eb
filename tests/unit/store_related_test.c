#include "lib/book.h"
#include "lib/register.h"

#include "store/inside.h"
#include "store/state.h"

static struct book_entry
put(struct register_fixture *fixture, struct book_entry entry)
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
entry(const char *name, const char *nik, const char *phone)
{
	struct book_entry entry = { .number = "P-L03-2026-0001",
		.received = "2026-11-02",
		.kind = "pengaduan",
		.channel = "b",
		.state = "diterima",
		.object = "Izin terlambat",
		.problem = "",
		.named = "" };

	memcpy(entry.name, name, strlen(name));
	memcpy(entry.nik, nik, strlen(nik));
	memcpy(entry.phone, phone, strlen(phone));
	return entry;
}

static struct related
relate(struct register_fixture *fixture, const struct relation *relation,
    size_t wanted)
{
	struct related related = { .arena = fixture->arena, .limit = 10 };
	struct err err = { 0 };

	t_done(store_related(fixture->store, relation, &related, &err), err);
	assert_int_equal(related.n, wanted);
	return related;
}

T(an_earlier_complaint_of_the_same_person_comes_first)
{
	struct register_fixture *fixture = *state;
	struct book_entry named =
	    put(fixture, entry("Siti Rahmawati", "3214010101010001", ""));
	struct book_entry same =
	    put(fixture, entry("S Rahma", "3214010101010002", "+62811"));
	struct relation relation = { .nik = "3214010101010002",
		.phone = "+62811",
		.name = "Siti Rahmawati",
		.service = "32" };
	struct related related = relate(fixture, &relation, 2);

	assert_true(id_equal(&related.list[0].id, &same.id));
	assert_int_equal(related.list[0].by, RELATED_PERSON | RELATED_SERVICE);
	assert_int_equal(related.list[0].table, TABLE_COMPLAINT);
	assert_string_equal(related.list[0].about, "Izin terlambat");
	assert_string_equal(related.list[0].received_date, "2026-11-02");
	assert_string_equal(related.list[0].state, "diterima");
	assert_true(id_equal(&related.list[1].id, &named.id));
	assert_int_equal(related.list[1].by, RELATED_NAME | RELATED_SERVICE);
}

T(the_complaint_itself_and_hidden_ones_are_not_related)
{
	struct register_fixture *fixture = *state;
	struct book_entry hidden = entry("Siti", "3214010101010001", "");
	struct book_entry self =
	    put(fixture, entry("Siti", "3214010101010001", ""));
	struct relation relation = { .nik = "3214010101010001",
		.name = "Siti",
		.service = "32",
		.except = self.id,
		.hidden_from = "dedi" };

	hidden.named = "dedi";
	put(fixture, hidden);
	relate(fixture, &relation, 0);
	relation.hidden_from = "cici";
	relate(fixture, &relation, 1);
}

/* An application with its state. */
static struct record
put_application(struct register_fixture *fixture)
{
	struct record record = register_application(fixture, "L03-2026-0001",
	    "2026-10-01", "Siti Rahmawati", "PT Contoh");
	struct case_state at = {
		.id = record.id, .table = TABLE_APPLICATION, .state = "terbit"
	};
	scoped_transaction transaction = { 0 };
	struct err err = { 0 };

	record_set_text(
	    &record, fixture->arena, APPLICATION_NIB, "1234567890123");
	t_done(
	    transaction_begin(&transaction, fixture->store, "ani", &err), err);
	t_done(store_put(fixture->store, &record, &err), err);
	t_done(store_state_put(fixture->store, &at, &err), err);
	t_done(transaction_commit(&transaction, &err), err);
	return record;
}

T(an_application_is_related_by_itself_its_company_and_its_name)
{
	struct register_fixture *fixture = *state;
	struct record record = put_application(fixture);
	struct relation relation = { .application_id = record.id,
		.nib = "1234567890123",
		.name = "Rahmawati" };
	struct related related = relate(fixture, &relation, 1);

	assert_true(id_equal(&related.list[0].id, &record.id));
	assert_int_equal(related.list[0].table, TABLE_APPLICATION);
	assert_int_equal(related.list[0].by,
	    RELATED_APPLICATION | RELATED_COMPANY | RELATED_NAME);
	assert_string_equal(related.list[0].about, "PT Contoh");
	assert_string_equal(related.list[0].number, "L03-2026-0001");
}

T(the_newest_of_a_clause_are_related)
{
	struct register_fixture *fixture = *state;
	struct book_entry one = entry("Siti", "", "");
	struct relation relation = { .clauses = "32/9 32/6.4" };
	struct related related;

	memcpy(one.clauses, "32/6.4", 7);
	put(fixture, one);
	memcpy(one.received, "2026-11-05", 11);
	memcpy(one.clauses, "32/3 32/6.4", 12);
	one = put(fixture, one);
	memcpy(one.clauses, "32/3", 5);
	put(fixture, one);
	related = relate(fixture, &relation, 2);
	assert_string_equal(related.list[0].received_date, "2026-11-05");
	assert_int_equal(related.list[0].by, RELATED_CLAUSE);
}

T(a_confidential_person_is_related_by_marks_only)
{
	struct register_fixture *fixture = *state;
	struct book_entry sealed = entry("Siti", "3214010101010001", "");
	struct relation by_mark = { .nik_mark = "a1b2" };
	struct relation in_clear = { .nik = "3214010101010001",
		.name = "Siti" };
	struct record record;
	struct err err = { 0 };
	struct id id;

	sealed.is_confidential = true;
	sealed = put(fixture, sealed);
	id = id_derived("complainant", &sealed.id, "pelapor");
	t_done(store_get(fixture->store, TABLE_COMPLAINANT, &id, fixture->arena,
		   &record, &err),
	    err);
	record_set_text(&record, fixture->arena, COMPLAINANT_NIK_MARK, "a1b2");
	register_put(fixture, &record);
	assert_int_equal(
	    relate(fixture, &by_mark, 1).list[0].by, RELATED_PERSON);
	relate(fixture, &in_clear, 0);
}

T(nothing_known_relates_to_nothing)
{
	struct register_fixture *fixture = *state;
	struct relation relation = { .nik = "", .clauses = " " };

	put(fixture, entry("Siti", "", ""));
	relate(fixture, &relation, 0);
}

static const struct CMUnitTest tests[] = {
	T_REGISTER(an_earlier_complaint_of_the_same_person_comes_first),
	T_REGISTER(the_complaint_itself_and_hidden_ones_are_not_related),
	T_REGISTER(
	    an_application_is_related_by_itself_its_company_and_its_name),
	T_REGISTER(the_newest_of_a_clause_are_related),
	T_REGISTER(a_confidential_person_is_related_by_marks_only),
	T_REGISTER(nothing_known_relates_to_nothing),
};

int
main(void)
{
	return T_RUN(tests);
}
