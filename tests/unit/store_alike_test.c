/* Records that two counters made of one person or matter. */
#include "lib/fleet.h"
#include "lib/tamper.h"

#include "store/alike.h"
#include "store/conflict.h"

#define NIK "3214011503900001"

static int
setup(void **state)
{
	*state = fleet_new(3, 7);
	return 0;
}

static int
teardown(void **state)
{
	fleet_free(*state);
	return 0;
}

#define FLEET(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

struct cell_text {
	int cell;
	const char *text;
};

static struct record
put(struct fleet *fleet, size_t at, enum table_number table,
    const struct cell_text *cells, size_t n)
{
	struct register_fixture *counter = fleet->counter[at];
	struct record record = record_of(table, store_new_id(counter->store));

	for (size_t i = 0; i < n; i++)
		record_set_text(&record, fleet->arena, cells[i].cell,
		    cells[i].text);
	register_put(counter, &record);
	return record;
}

static struct record
put_person(struct fleet *fleet, size_t at, const char *nik, const char *name,
    const char *phone, const char *village)
{
	const struct cell_text cells[] = { { PERSON_NIK, nik },
		{ PERSON_NAME, name }, { PERSON_PHONE, phone },
		{ PERSON_VILLAGE, village } };

	return put(fleet, at, TABLE_PERSON, cells, array_length(cells));
}

static struct record
put_application(struct fleet *fleet, size_t at, const char *number,
    const char *date, const char *kbli, const char *edition)
{
	const struct cell_text cells[] = { { APPLICATION_NUMBER, number },
		{ APPLICATION_RECEIVED_DATE, date },
		{ APPLICATION_STANDARD, "032" }, { APPLICATION_NIK, NIK },
		{ APPLICATION_KBLI, kbli },
		{ APPLICATION_KBLI_EDITION, edition } };

	return put(fleet, at, TABLE_APPLICATION, cells, array_length(cells));
}

static struct record
put_complaint(struct fleet *fleet, size_t at, const char *number,
    const char *object, const char *phone)
{
	const struct cell_text cells[] = { { COMPLAINT_NUMBER, number },
		{ COMPLAINT_RECEIVED_DATE, "2026-11-02" },
		{ COMPLAINT_OBJECT, object } };
	struct record complaint = put(fleet, at, TABLE_COMPLAINT, cells,
	    array_length(cells));
	struct record person = record_of(TABLE_COMPLAINANT,
	    store_new_id(fleet->counter[at]->store));

	record_set_id(&person, COMPLAINANT_COMPLAINT_ID, complaint.id);
	record_set_text(&person, fleet->arena, COMPLAINANT_PART, "pelapor");
	record_set_text(&person, fleet->arena, COMPLAINANT_PHONE, phone);
	register_put(fleet->counter[at], &person);
	return complaint;
}

static size_t
found_at(struct fleet *fleet, size_t at, struct alike *ret_alike)
{
	struct alike *list = NULL;
	struct err err = { 0 };
	size_t n = 0;

	t_done(store_alikes(fleet->counter[at]->store, fleet->arena, &list, &n,
		   &err),
	    err);
	if (n > 0 && ret_alike != NULL)
		*ret_alike = list[0];
	return n;
}

/* All met; every counter sees so many. */
static struct alike
meet(struct fleet *fleet, size_t wanted)
{
	struct alike alike = { 0 };

	fleet_meet(fleet);
	for (size_t at = 0; at < fleet->n; at++) {
		assert_string_equal(
		    fleet_digest(fleet, at), fleet_digest(fleet, 0));
		assert_int_equal(found_at(fleet, at, &alike), wanted);
	}
	return alike;
}

static void
decide(struct fleet *fleet, size_t at, const struct alike *alike,
    enum alike_verdict verdict)
{
	struct record row = alike_verdict_row(alike, verdict, fleet->arena);

	fleet->counter[at]->now_ms += 1000 * (int64_t)(at + 1);
	register_put(fleet->counter[at], &row);
}

static size_t
conflicts_at(struct fleet *fleet, size_t at)
{
	struct conflicts conflicts = { .arena = fleet->arena };
	struct err err = { 0 };

	t_done(store_conflicts(fleet->counter[at]->store, 0, NULL, &conflicts,
		   &err),
	    err);
	return conflicts.n;
}

static bool
is_pair(const struct alike *alike, const struct record *a,
    const struct record *b)
{
	return (id_equal(&alike->one, &a->id) &&
		   id_equal(&alike->other, &b->id)) ||
	    (id_equal(&alike->one, &b->id) && id_equal(&alike->other, &a->id));
}

T(a_person_registered_at_two_counters_is_found_once_they_met)
{
	struct fleet *fleet = *state;
	struct record one = put_person(fleet, 0, NIK, "Wayan", "0811", "a");
	struct record other = put_person(fleet, 1, NIK, "W. Sari", "0822", "b");
	struct alike alike;

	put_person(fleet, 2, "3214011503900002", "Wayan", "0811", "a");
	assert_int_equal(found_at(fleet, 0, NULL), 0);
	alike = meet(fleet, 1);
	assert_int_equal(alike.table, TABLE_PERSON);
	assert_true(is_pair(&alike, &one, &other));
}

T(without_a_nik_name_and_telephone_or_village_tell)
{
	struct fleet *fleet = *state;

	put_person(fleet, 0, NIK, "Désirée Ayu", "0811", "a");
	put_person(fleet, 1, "", "desiree  AYU", "0811", "b");
	meet(fleet, 1);
	put_person(fleet, 2, "", "Wayan", "0833", "c");
	put_person(fleet, 1, "", "Wayan", "0844", "d");
	meet(fleet, 1);
	put_person(fleet, 0, "", "Wayan", "0855", "d");
	meet(fleet, 2);
}

T(an_application_received_at_two_counters_is_found)
{
	struct fleet *fleet = *state;
	struct record one = put_application(
	    fleet, 0, "L01-2026-0001", "2026-11-02", "22210", "2020");
	struct record other = put_application(
	    fleet, 1, "L02-2026-0001", "2026-11-09", "22201", "2025");
	struct alike alike = meet(fleet, 1);

	assert_int_equal(alike.table, TABLE_APPLICATION);
	assert_true(is_pair(&alike, &one, &other));
}

T(one_counter_days_apart_or_another_business_is_no_pair)
{
	struct fleet *fleet = *state;

	put_application(
	    fleet, 0, "L01-2026-0001", "2026-11-02", "22210", "2020");
	put_application(
	    fleet, 0, "L01-2026-0002", "2026-11-02", "22210", "2020");
	put_application(
	    fleet, 1, "L02-2026-0001", "2026-11-10", "22210", "2020");
	put_application(
	    fleet, 2, "L03-2026-0001", "2026-11-02", "10710", "2020");
	meet(fleet, 0);
	/* A register put back gives its numbers another letter. */
	put_application(
	    fleet, 2, "L01B-2026-0001", "2026-10-26", "22210", "2020");
	meet(fleet, 2);
}

T(a_complaint_written_down_twice_is_found)
{
	struct fleet *fleet = *state;
	struct record one = put_complaint(
	    fleet, 0, "P-L01-2026-0001", "Izin terlambat", "0811");
	struct record other = put_complaint(
	    fleet, 1, "P-L02-2026-0001", " izin TERLAMBAT", "0811");
	struct alike alike;

	put_complaint(fleet, 2, "P-L03-2026-0001", "Parkir", "0811");
	put_complaint(fleet, 2, "P-L03-2026-0002", "Izin terlambat", "0822");
	alike = meet(fleet, 1);
	assert_int_equal(alike.table, TABLE_COMPLAINT);
	assert_true(is_pair(&alike, &one, &other));
}

T(what_was_corrected_is_no_pair_any_more)
{
	struct fleet *fleet = *state;
	struct record other;

	put_person(fleet, 0, NIK, "Wayan", "0811", "a");
	other = put_person(fleet, 1, NIK, "Made", "0822", "b");
	meet(fleet, 1);
	record_set_text(
	    &other, fleet->arena, PERSON_NIK, "3214011503900009");
	register_put(fleet->counter[1], &other);
	meet(fleet, 0);
}

T(a_verdict_ends_it_at_every_counter)
{
	struct fleet *fleet = *state;
	struct alike alike;

	put_person(fleet, 0, NIK, "Wayan", "0811", "a");
	put_person(fleet, 1, NIK, "Made", "0822", "b");
	alike = meet(fleet, 1);
	decide(fleet, 2, &alike, ALIKE_DIFFERENT);
	assert_int_equal(found_at(fleet, 2, NULL), 0);
	meet(fleet, 0);
	decide(fleet, 0, &alike, ALIKE_UNDECIDED);
	meet(fleet, 1);
}

T(two_who_decide_alike_make_one_row_and_no_conflict)
{
	struct fleet *fleet = *state;
	struct records rows = { .arena = fleet->arena };
	struct alike alike;
	struct err err = { 0 };

	put_person(fleet, 0, NIK, "Wayan", "0811", "a");
	put_person(fleet, 1, NIK, "Made", "0822", "b");
	alike = meet(fleet, 1);
	decide(fleet, 0, &alike, ALIKE_OTHER_STAYS);
	decide(fleet, 1, &alike, ALIKE_OTHER_STAYS);
	meet(fleet, 0);
	t_done(store_all(fleet->counter[2]->store, TABLE_VERDICT, &rows, &err),
	    err);
	assert_int_equal(rows.n, 1);
	assert_int_equal(alike_verdict_of(&rows.list[0]), ALIKE_OTHER_STAYS);
	assert_int_equal(conflicts_at(fleet, 2), 0);
}

T(two_who_decide_otherwise_are_a_conflict)
{
	struct fleet *fleet = *state;
	struct alike alike;

	put_person(fleet, 0, NIK, "Wayan", "0811", "a");
	put_person(fleet, 1, NIK, "Made", "0822", "b");
	alike = meet(fleet, 1);
	decide(fleet, 0, &alike, ALIKE_ONE_STAYS);
	decide(fleet, 1, &alike, ALIKE_DIFFERENT);
	meet(fleet, 0);
	for (size_t at = 0; at < fleet->n; at++)
		assert_int_equal(conflicts_at(fleet, at), 1);
}

static struct id
stays(struct fleet *fleet, const struct id *id)
{
	struct id stay = { 0 };
	struct err err = { 0 };

	t_done(store_alike_stays(fleet->counter[2]->store, id, &stay, &err),
	    err);
	return stay;
}

/* Also when counters decided in a circle. */
T(from_a_copy_the_way_leads_to_the_one_that_stays)
{
	struct fleet *fleet = *state;
	const struct id a = { { 1 } }, b = { { 2 } }, c = { { 3 } };
	const struct alike ab = { TABLE_PERSON, a, b };
	const struct alike bc = { TABLE_PERSON, b, c };
	const struct alike ac = { TABLE_PERSON, a, c };
	struct id stay;

	stay = stays(fleet, &c);
	assert_true(id_equal(&stay, &c));
	decide(fleet, 2, &bc, ALIKE_ONE_STAYS);
	decide(fleet, 2, &ab, ALIKE_ONE_STAYS);
	stay = stays(fleet, &c);
	assert_true(id_equal(&stay, &a));
	stay = stays(fleet, &a);
	assert_true(id_equal(&stay, &a));
	decide(fleet, 2, &ac, ALIKE_OTHER_STAYS);
	stay = stays(fleet, &b);
	assert_true(id_equal(&stay, &a));
}

T(pairs_that_were_forgotten_or_invented_are_named_and_put_back)
{
	struct fleet *fleet = *state;
	struct register_fixture *counter = fleet->counter[2];

	put_person(fleet, 0, NIK, "Wayan", "0811", "a");
	put_person(fleet, 1, NIK, "Made", "0822", "b");
	meet(fleet, 1);
	register_tamper(counter, "DELETE FROM alike");
	register_finds(counter, "finding.alike");
	register_repair(counter);
	register_tamper(counter,
	    "INSERT INTO alike(one, other, table_number) "
	    "VALUES(zeroblob(16), x'11111111111111111111111111111111', 3)");
	register_finds(counter, "finding.alike-extra");
	register_repair(counter);
	fleet_finds_nothing(fleet, 2);
	assert_int_equal(found_at(fleet, 2, NULL), 1);
}

static const struct CMUnitTest tests[] = {
	FLEET(a_person_registered_at_two_counters_is_found_once_they_met),
	FLEET(without_a_nik_name_and_telephone_or_village_tell),
	FLEET(an_application_received_at_two_counters_is_found),
	FLEET(one_counter_days_apart_or_another_business_is_no_pair),
	FLEET(a_complaint_written_down_twice_is_found),
	FLEET(what_was_corrected_is_no_pair_any_more),
	FLEET(a_verdict_ends_it_at_every_counter),
	FLEET(two_who_decide_alike_make_one_row_and_no_conflict),
	FLEET(two_who_decide_otherwise_are_a_conflict),
	FLEET(from_a_copy_the_way_leads_to_the_one_that_stays),
	FLEET(pairs_that_were_forgotten_or_invented_are_named_and_put_back),
};

int
main(void)
{
	return T_RUN(tests);
}
