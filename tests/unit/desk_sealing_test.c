#include <stdio.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/hex.h"
#include "desk/draft.h"
#include "desk/inside.h"
#include "desk/sealing.h"
#include "lib/counter.h"

/* A complainant who wants to stay unknown, and who may still know. */
#define NAME "Siti Rahmawati"
#define NIK "3214014503900012"
#define PHONE "+6281355550199"

static struct record
complainant(struct counter *counter)
{
	struct id complaint = desk_new_id(counter->desk);
	struct record record = record_of(TABLE_COMPLAINANT,
	    id_derived("complainant", &complaint, "pelapor"));
	struct arena *arena = counter->arena;

	record_set_id(&record, COMPLAINANT_COMPLAINT_ID, complaint);
	record_set_text(&record, arena, COMPLAINANT_PART, "pelapor");
	record_set_text(&record, arena, COMPLAINANT_NAME, NAME);
	record_set_text(&record, arena, COMPLAINANT_NIK, NIK);
	record_set_text(&record, arena, COMPLAINANT_PHONE, PHONE);
	return record;
}

static struct record
sealed(struct counter *counter)
{
	struct record record = complainant(counter);
	struct err err = { 0 };

	t_done(complainant_seal(counter->desk, &record, counter->arena, &err),
	    err);
	return record;
}

T(nothing_of_the_person_is_left_in_a_sealed_row)
{
	struct counter *counter = *state;
	struct record record = sealed(counter);

	for (size_t i = 0; i < record.table->n_cells; i++) {
		const char *text = record_text(&record, (int)i);

		assert_null(strstr(text, "Siti"));
		assert_null(strstr(text, NIK));
		assert_null(strstr(text, "81355550199"));
	}
	assert_true(complainant_is_sealed(&record));
	assert_string_equal(record_text(&record, COMPLAINANT_PART), "pelapor");
}

T(who_may_read_opens_it_whole)
{
	static const char *const readers[] = { "sri", "hendra", "ratna" };
	struct counter *counter = *state;

	for (size_t i = 0; i < array_length(readers); i++) {
		struct record record = sealed(counter);
		struct err err = { 0 };

		counter_sign_in(counter, readers[i]);
		assert_true(sealing_may_open(counter->desk));
		t_done(complainant_open(counter->desk, &record,
		    counter->arena, &err), err);
		assert_string_equal(record_text(&record, COMPLAINANT_NAME),
		    NAME);
		assert_string_equal(record_text(&record, COMPLAINANT_NIK),
		    NIK);
		assert_string_equal(record_text(&record, COMPLAINANT_PHONE),
		    PHONE);
		desk_sign_out(counter->desk);
	}
}

T(nobody_else_opens_it_not_even_who_made_the_key)
{
	static const char *const others[] = { "ani", "admin", "dedi", "budi",
		"yusuf" };
	struct counter *counter = *state;
	struct record record = sealed(counter);

	for (size_t i = 0; i < array_length(others); i++) {
		struct err err = { 0 };

		counter_sign_in(counter, others[i]);
		assert_false(sealing_may_open(counter->desk));
		assert_int_equal(complainant_open(counter->desk, &record,
		    counter->arena, &err), FAIL_DENIED);
		assert_string_equal(err.fact.code, "complaint.no-key");
		desk_sign_out(counter->desk);
	}
}

T(a_key_outlives_a_passphrase_that_was_changed)
{
	struct counter *counter = *state;
	struct record record = sealed(counter);
	struct err err = { 0 };

	counter_sign_in(counter, "sri");
	t_done(desk_passphrase_change(counter->desk, COUNTER_PASSPHRASE,
	    "gunung biru tanpa awan hari ini", &err), err);
	desk_sign_out(counter->desk);
	t_done(desk_sign_in(counter->desk, "sri",
	    "gunung biru tanpa awan hari ini", NULL, &err), err);
	t_done(complainant_open(counter->desk, &record, counter->arena, &err),
	    err);
}

T(who_loses_the_role_is_given_no_key_anew)
{
	struct counter *counter = *state;
	struct officer sri = { .staff_id = "sri", .name = "Sri Mulyani",
		.post = "", .roles = ROLE_BIT(ROLE_CLERK), .superior = "",
		.is_active = true };
	struct err err = { 0 };

	counter_sign_in(counter, "ani");
	t_done(desk_officer_change(counter->desk, &sri, &err), err);
	desk_sign_out(counter->desk);
	counter_sign_in(counter, "sri");
	assert_false(sealing_may_open(counter->desk));
}

T(a_sealed_text_moved_to_another_complaint_is_refused)
{
	struct counter *counter = *state;
	struct record record = sealed(counter), other = sealed(counter);
	struct err err = { 0 };

	record_set_text(&other, counter->arena, COMPLAINANT_SEALED,
	    record_text(&record, COMPLAINANT_SEALED));
	counter_sign_in(counter, "sri");
	assert_int_equal(complainant_open(counter->desk, &other, counter->arena,
	    &err), FAIL_CORRUPT);
	assert_string_equal(err.fact.code, "complaint.seal-damaged");
}

/* A text sealed by somebody who knows no more than the public key. */
static enum fail
open_strange(struct counter *counter, const char *text, size_t size,
    struct record *record, struct err *err)
{
	struct id complaint = record_id(record, COMPLAINANT_COMPLAINT_ID);
	uint8_t plain[256], sealed_text[256 + BOX_EXTRA];
	uint8_t public_key[BOX_PUBLIC_SIZE];
	char office[ID_HEX_SIZE];
	struct id key;

	t_done(office_key_public(counter->desk, &key, public_key, err), *err);
	memcpy(plain, complaint.byte, ID_SIZE);
	memcpy(plain + ID_SIZE, text, size);
	box_seal(public_key, plain, ID_SIZE + size,
	    &counter->desk->options.entropy, sealed_text);
	id_print(&key, office);
	record_set_text(record, counter->arena, COMPLAINANT_SEALED,
	    hex_print(sealed_text, ID_SIZE + size + BOX_EXTRA,
	    counter->arena));
	record_set_text(record, counter->arena, COMPLAINANT_SEAL_KEY, office);
	return complainant_open(counter->desk, record, counter->arena, err);
}

T(a_seal_made_by_a_stranger_writes_no_other_cells)
{
	static const struct {
		const char *text;
		size_t size;
	} strange[] = {
		{ "part\0diwakili\0\0", 15 }, { "complaint_id\0x\0\0", 16 },
		{ "sealed\0ff\0\0", 11 }, { "nothing\0x\0\0", 11 },
		{ "name\0", 5 }, { "name", 4 }, { "name\0Siti", 9 },
	};
	struct counter *counter = *state;

	counter_sign_in(counter, "sri");
	for (size_t i = 0; i < array_length(strange); i++) {
		struct record record = sealed(counter);
		struct err err = { 0 };

		assert_int_equal(open_strange(counter, strange[i].text,
		    strange[i].size, &record, &err), FAIL_CORRUPT);
		assert_string_equal(record_text(&record, COMPLAINANT_PART),
		    "pelapor");
	}
}

T(names_of_any_length_seal_to_one_size)
{
	struct counter *counter = *state;
	struct record one = complainant(counter), two = one;
	struct err err = { 0 };

	record_set_text(&two, counter->arena, COMPLAINANT_NAME, "Al");
	t_done(complainant_seal(counter->desk, &one, counter->arena, &err),
	    err);
	t_done(complainant_seal(counter->desk, &two, counter->arena, &err),
	    err);
	assert_int_equal(strlen(record_text(&one, COMPLAINANT_SEALED)),
	    strlen(record_text(&two, COMPLAINANT_SEALED)));
}

T(one_person_has_one_mark_however_the_name_is_typed)
{
	struct counter *counter = *state;
	char one[MARK_SIZE], two[MARK_SIZE], three[MARK_SIZE];

	mark_of(counter->desk, "name", "Siti  RAHMAWATI", one);
	mark_of(counter->desk, "name", NAME, two);
	mark_of(counter->desk, "nik", NAME, three);
	assert_string_equal(one, two);
	assert_string_not_equal(one, three);
	mark_of(counter->desk, "name", "", three);
	assert_string_equal(three, "");
}

T(the_register_alone_does_not_tie_a_seal_to_a_name)
{
	struct counter *counter = *state;
	struct record named = complainant(counter), other = sealed(counter);
	struct person_marks of_named, of_other;

	complainant_mark(counter->desk, &named, counter->arena);
	assert_string_not_equal(
	    record_text(&named, COMPLAINANT_NIK_MARK),
	    record_text(&other, COMPLAINANT_NIK_MARK));
	assert_string_not_equal(
	    record_text(&named, COMPLAINANT_NAME_MARK),
	    record_text(&other, COMPLAINANT_NAME_MARK));
	/* With the key each is found from the other. */
	complainant_marks(counter->desk, &named, &of_named);
	complainant_marks(counter->desk, &other, &of_other);
	assert_string_equal(of_named.sealed.nik,
	    record_text(&other, COMPLAINANT_NIK_MARK));
	assert_string_equal(of_other.open.nik,
	    record_text(&named, COMPLAINANT_NIK_MARK));
	assert_string_equal(of_other.open.phone, of_named.open.phone);
}

T(a_draft_of_the_complaint_book_is_shut)
{
	struct counter *counter = *state;
	scoped_buf body = { 0 };
	struct err err = { 0 };
	const char *opened;

	buf_init(&body, 4096);
	buf_text(&body, NAME "\nname " NAME "\n");
	draft_shut(counter->desk, "complaint", &body);
	assert_null(strstr(body.text, "Siti"));
	opened = body.text;
	t_done(draft_open(counter->desk, "complaint", &opened, counter->arena,
	    &err), err);
	assert_string_equal(opened, NAME "\nname " NAME "\n");
	opened = body.text;
	assert_int_equal(draft_open(counter->desk, "complaint-core", &opened,
	    counter->arena, &err), FAIL_CORRUPT);
	assert_string_equal(err.fact.code, "draft.unreadable");
}

T(the_key_file_is_its_owners_only_and_comes_back)
{
	struct counter *counter = *state;
	struct desk_options options = counter->desk->options;
	struct desk *desk = NULL;
	char mark[MARK_SIZE], again[MARK_SIZE];
	struct err err = { 0 };
	struct stat stat_of;

	options.key_file = arena_print(counter->arena, "%s/loket.key",
	    counter->reg->folder);
	t_done(desk_open(counter->reg->store, &options, &desk, &err), err);
	mark_of(desk, "nik", NIK, mark);
	desk_close(desk);
	assert_int_equal(stat(options.key_file, &stat_of), 0);
	assert_int_equal(stat_of.st_mode & 0777, 0600);
	t_done(desk_open(counter->reg->store, &options, &desk, &err), err);
	mark_of(desk, "nik", NIK, again);
	desk_close(desk);
	assert_string_equal(mark, again);
	t_done(file_write(options.key_file, "loket-keys 1\nmarks 00\n", 22,
	    0600, &err), err);
	assert_int_equal(desk_open(counter->reg->store, &options, &desk,
	    &err), FAIL_CORRUPT);
	assert_string_equal(err.fact.code, "desk.keys-damaged");
	remove(options.key_file);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T_COUNTER(nothing_of_the_person_is_left_in_a_sealed_row),
		T_COUNTER(who_may_read_opens_it_whole),
		T_COUNTER(nobody_else_opens_it_not_even_who_made_the_key),
		T_COUNTER(a_key_outlives_a_passphrase_that_was_changed),
		T_COUNTER(the_register_alone_does_not_tie_a_seal_to_a_name),
		T_COUNTER(who_loses_the_role_is_given_no_key_anew),
		T_COUNTER(a_sealed_text_moved_to_another_complaint_is_refused),
		T_COUNTER(a_seal_made_by_a_stranger_writes_no_other_cells),
		T_COUNTER(names_of_any_length_seal_to_one_size),
		T_COUNTER(one_person_has_one_mark_however_the_name_is_typed),
		T_COUNTER(a_draft_of_the_complaint_book_is_shut),
		T_COUNTER(the_key_file_is_its_owners_only_and_comes_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
