#include "lib/register.h"

#include "store/applications.h"
#include "store/inside.h"

static struct record
person(struct register_fixture *fixture, const char *name, const char *nik,
    const char *phone)
{
	struct record record =
	    record_of(TABLE_PERSON, store_new_id(fixture->store));

	record_set_text(&record, fixture->arena, PERSON_NAME, name);
	record_set_text(&record, fixture->arena, PERSON_NIK, nik);
	record_set_text(&record, fixture->arena, PERSON_PHONE, phone);
	register_put(fixture, &record);
	return record;
}

static struct id *
search(struct register_fixture *fixture, enum table_number table,
    const char *query, size_t wanted)
{
	struct ids ids = { .arena = fixture->arena, .limit = 10 };
	struct err err = { 0 };

	t_done(store_search(fixture->store, table, query, &ids, &err), err);
	if (ids.n != wanted)
		fail_msg("\"%s\": %zu found, %zu wanted", query, ids.n, wanted);
	return ids.list;
}

static void
finds(struct register_fixture *fixture, const struct record *record,
    const char *query)
{
	struct id *ids = search(fixture, record->table->number, query, 1);

	assert_true(id_equal(&ids[0], &record->id));
}

T(a_name_is_found_by_parts_of_its_words)
{
	struct register_fixture *fixture = *state;
	struct record record = person(fixture,
	    "D\xc3\xa9sir\xc3\xa9"
	    "e Ayu Lestari",
	    NULL, NULL);

	person(fixture, "Wayan Sudarma", NULL, NULL);
	finds(fixture, &record, "lestari");
	finds(fixture, &record, "LEST");
	finds(fixture, &record, "esiree");
	finds(fixture, &record, "lestari desiree");
	finds(fixture, &record, "  ayu lestari ");
	search(fixture, TABLE_PERSON, "lestari wayan", 0);
	search(fixture, TABLE_PERSON, "lastari", 0);
}

T(short_words_beside_longer_ones_count)
{
	struct register_fixture *fixture = *state;
	struct record record = person(fixture, "I Wayan Sudarma", NULL, NULL);

	person(fixture, "Wayan Purnama", NULL, NULL);
	finds(fixture, &record, "wayan su");
	search(fixture, TABLE_PERSON, "wayan xx", 0);
}

T(one_or_two_letters_mean_the_beginning_of_a_name)
{
	struct register_fixture *fixture = *state;
	struct record record = person(fixture, "Wayan", NULL, NULL);

	person(fixture, "Suwarno", NULL, NULL);
	finds(fixture, &record, "wa");
	finds(fixture, &record, "W");
}

T(short_words_are_found_inside_new_names_too)
{
	struct register_fixture *fixture = *state;
	struct record record = register_application(
	    fixture, "L03-2026-0001", "2026-11-02", "Wayan", "PT Kusuma");

	finds(fixture, &record, "pt ku");
	search(fixture, TABLE_APPLICATION, "pt kx", 0);
}

T(the_newest_come_first)
{
	struct register_fixture *fixture = *state;
	struct record first = person(fixture, "Wayan", NULL, NULL);
	struct record second = person(fixture, "Wayan", NULL, NULL);
	struct id *ids = search(fixture, TABLE_PERSON, "wayan", 2);

	assert_true(id_equal(&ids[0], &second.id));
	assert_true(id_equal(&ids[1], &first.id));
}

T(a_changed_name_is_found_by_the_new_one_only)
{
	struct register_fixture *fixture = *state;
	struct record record = person(fixture, "Wayan", NULL, NULL);

	record_set_text(&record, fixture->arena, PERSON_NAME, "Ketut");
	register_put(fixture, &record);
	finds(fixture, &record, "ketut");
	search(fixture, TABLE_PERSON, "wayan", 0);
}

T(a_nik_is_only_found_whole)
{
	struct register_fixture *fixture = *state;
	struct record record =
	    person(fixture, "Wayan", "3214010101900001", NULL);

	finds(fixture, &record, "3214010101900001");
	finds(fixture, &record, "3214 0101 0190 0001");
	search(fixture, TABLE_PERSON, "321401010190000", 0);
	search(fixture, TABLE_PERSON, "3214", 0);
}

T(a_telephone_is_found_as_it_is_typed)
{
	struct register_fixture *fixture = *state;
	struct record record = person(fixture, "Wayan", NULL, "+6281234567890");

	finds(fixture, &record, "0812-3456-7890");
	finds(fixture, &record, "08123456");
	search(fixture, TABLE_PERSON, "08129", 0);
}

T(a_nib_is_found_by_its_beginning)
{
	struct register_fixture *fixture = *state;
	struct record record =
	    record_of(TABLE_COMPANY, store_new_id(fixture->store));

	record_set_text(&record, fixture->arena, COMPANY_NIB, "9120001234567");
	record_set_text(&record, fixture->arena, COMPANY_COMPANY_NAME,
	    "PT 88 Contoh Plastik");
	register_put(fixture, &record);
	finds(fixture, &record, "9120001234567");
	finds(fixture, &record, "91200");
	finds(fixture, &record, "plastik contoh");
	search(fixture, TABLE_COMPANY, "9121", 0);
}

T(a_register_number_is_found_however_it_is_typed)
{
	struct register_fixture *fixture = *state;
	struct record record = register_application(
	    fixture, "L03-2026-0412", "2026-11-02", "Wayan", "PT Contoh");

	register_application(
	    fixture, "L05-2026-0412", "2026-11-02", "Wayan", "PT Contoh");
	finds(fixture, &record, "L03-2026-0412");
	finds(fixture, &record, "l03-2026-04");
	finds(fixture, &record, "l3 2026 412");
	finds(fixture, &record, "412");
	finds(fixture, &record, "0412");
	search(fixture, TABLE_APPLICATION, "413", 0);
}

T(an_application_is_found_by_person_and_company)
{
	struct register_fixture *fixture = *state;
	struct record record = register_application(fixture, "L03-2026-0001",
	    "2026-11-02", "Wayan", "PT Contoh Plastik");

	finds(fixture, &record, "wayan plastik");
	search(fixture, TABLE_PERSON, "wayan", 0);
}

T(words_of_the_search_language_are_only_words)
{
	struct register_fixture *fixture = *state;

	person(fixture, "Wayan", NULL, NULL);
	search(fixture, TABLE_PERSON, "wayan OR ketut", 0);
	search(fixture, TABLE_PERSON, "\"way", 1);
	search(fixture, TABLE_PERSON, "folded:wayan*", 0);
	search(fixture, TABLE_PERSON, "'; DROP TABLE person", 0);
	search(fixture, TABLE_PERSON, "", 0);
	search(fixture, TABLE_PERSON, " . ", 0);
}

T(no_more_are_given_than_asked_for)
{
	struct register_fixture *fixture = *state;

	for (int i = 0; i < 12; i++)
		person(fixture, "Wayan", NULL, "+6281234567890");
	search(fixture, TABLE_PERSON, "wayan", 10);
	search(fixture, TABLE_PERSON, "wa", 10);
	search(fixture, TABLE_PERSON, "0812", 10);
}

static const struct CMUnitTest tests[] = {
	T_REGISTER(a_name_is_found_by_parts_of_its_words),
	T_REGISTER(short_words_beside_longer_ones_count),
	T_REGISTER(one_or_two_letters_mean_the_beginning_of_a_name),
	T_REGISTER(short_words_are_found_inside_new_names_too),
	T_REGISTER(the_newest_come_first),
	T_REGISTER(a_changed_name_is_found_by_the_new_one_only),
	T_REGISTER(a_nik_is_only_found_whole),
	T_REGISTER(a_telephone_is_found_as_it_is_typed),
	T_REGISTER(a_nib_is_found_by_its_beginning),
	T_REGISTER(a_register_number_is_found_however_it_is_typed),
	T_REGISTER(an_application_is_found_by_person_and_company),
	T_REGISTER(words_of_the_search_language_are_only_words),
	T_REGISTER(no_more_are_given_than_asked_for),
};

int
main(void)
{
	return T_RUN(tests);
}
