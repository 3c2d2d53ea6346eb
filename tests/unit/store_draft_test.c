#include "lib/register.h"

#include "base/file.h"
#include "store/draft.h"

static const struct draft_key new_one = { "ani", "application", "" };
static const int64_t day_ms = 24 * 60 * 60 * 1000;

static void
keep(struct register_fixture *fixture, const char *key, const char *body)
{
	struct draft draft = { .officer = "ani",
		.form = "application",
		.key = key,
		.body = body,
		.field = "nik" };
	struct err err = { 0 };

	t_done(store_draft_put(fixture->store, &draft, &err), err);
}

static enum fail
get(struct register_fixture *fixture, const char *key, struct draft *ret_draft)
{
	struct draft_key of = { "ani", "application", key };

	return store_draft_get(
	    fixture->store, &of, fixture->arena, ret_draft, NULL);
}

static size_t
purge(struct register_fixture *fixture)
{
	struct err err = { 0 };
	size_t n = 99;

	t_done(store_draft_purge(fixture->store, &n, &err), err);
	return n;
}

T(the_last_draft_of_a_sheet_is_kept)
{
	struct register_fixture *fixture = *state;
	struct draft draft;

	keep(fixture, "", "nik=1");
	fixture->now_ms += 2000;
	keep(fixture, "", "nik=12");
	assert_int_equal(get(fixture, "", &draft), FAIL_NONE);
	assert_string_equal(draft.body, "nik=12");
	assert_string_equal(draft.field, "nik");
	assert_int_equal(draft.at_ms, fixture->now_ms);
	assert_int_equal(draft.discarded_ms, 0);
}

T(drafts_of_other_sheets_and_officers_stay_apart)
{
	struct register_fixture *fixture = *state;
	struct draft_key other = { "budi", "application", "" };
	struct drafts drafts = { .arena = fixture->arena };
	struct draft draft;
	struct err err = { 0 };

	keep(fixture, "", "new");
	fixture->now_ms += 1;
	keep(fixture, "018f", "old one");
	assert_int_equal(get(fixture, "018f", &draft), FAIL_NONE);
	assert_string_equal(draft.body, "old one");
	assert_int_equal(store_draft_get(fixture->store, &other, fixture->arena,
			     &draft, &err),
	    FAIL_MISSING);
	t_done(store_draft_list(fixture->store, "ani", &drafts, &err), err);
	assert_int_equal(drafts.n, 2);
	assert_string_equal(drafts.list[0].body, "old one");
}

T(a_discarded_draft_can_be_taken_back)
{
	struct register_fixture *fixture = *state;
	struct draft draft;
	struct err err = { 0 };

	keep(fixture, "", "nik=1");
	t_done(store_draft_discard(fixture->store, &new_one, &err), err);
	assert_int_equal(get(fixture, "", &draft), FAIL_MISSING);
	t_done(store_draft_restore(fixture->store, &new_one, &err), err);
	assert_int_equal(get(fixture, "", &draft), FAIL_NONE);
	assert_int_equal(
	    store_draft_restore(fixture->store, &new_one, &err), FAIL_MISSING);
}

T(typing_on_makes_a_discarded_draft_live)
{
	struct register_fixture *fixture = *state;
	struct draft draft;
	struct err err = { 0 };

	keep(fixture, "", "nik=1");
	t_done(store_draft_discard(fixture->store, &new_one, &err), err);
	keep(fixture, "", "nik=12");
	assert_int_equal(get(fixture, "", &draft), FAIL_NONE);
}

T(a_draft_goes_with_the_record_it_became)
{
	struct register_fixture *fixture = *state;
	struct draft draft;
	struct err err = { 0 };

	keep(fixture, "", "nik=1");
	{
		scoped_transaction transaction = { 0 };

		t_done(transaction_begin(
			   &transaction, fixture->store, "ani", &err),
		    err);
		t_done(store_draft_drop(fixture->store, &new_one, &err), err);
	}
	assert_int_equal(get(fixture, "", &draft), FAIL_NONE);
	t_done(store_draft_drop(fixture->store, &new_one, &err), err);
	assert_int_equal(get(fixture, "", &draft), FAIL_MISSING);
}

T(drafts_age_out_after_thirty_days_discarded_ones_after_seven)
{
	struct register_fixture *fixture = *state;
	struct draft_key thrown = { "ani", "application", "thrown" };
	struct draft draft;
	struct err err = { 0 };

	keep(fixture, "live", "a");
	keep(fixture, "thrown", "b");
	t_done(store_draft_discard(fixture->store, &thrown, &err), err);
	fixture->now_ms += 7 * day_ms;
	assert_int_equal(purge(fixture), 0);
	fixture->now_ms += 1;
	assert_int_equal(purge(fixture), 1);
	fixture->now_ms += 23 * day_ms - 1;
	assert_int_equal(purge(fixture), 0);
	assert_int_equal(get(fixture, "live", &draft), FAIL_NONE);
	fixture->now_ms += 1;
	assert_int_equal(purge(fixture), 1);
	assert_int_equal(get(fixture, "live", &draft), FAIL_MISSING);
}

/* Is text anywhere in the register's files? */
static bool
is_on_disk(struct register_fixture *fixture, const char *text)
{
	static const char *const suffixes[] = { "", "-wal" };
	bool is_found = false;

	for (size_t i = 0; i < array_length(suffixes); i++) {
		scoped_arena arena = arena_new();
		char *bytes = NULL;
		size_t size = 0;

		if (file_read(
			arena_print(arena, "%s%s", fixture->path, suffixes[i]),
			1 << 24, arena, &bytes, &size, NULL) == FAIL_NONE &&
		    memmem(bytes, size, text, strlen(text)))
			is_found = true;
	}
	return is_found;
}

T(a_purged_draft_leaves_no_byte_on_the_disk)
{
	struct register_fixture *fixture = *state;

	keep(fixture, "", "name=Wayan Sudarma of Purwakarta");
	assert_true(is_on_disk(fixture, "Wayan Sudarma of Purwakarta"));
	fixture->now_ms += 31 * day_ms;
	assert_int_equal(purge(fixture), 1);
	assert_false(is_on_disk(fixture, "Wayan Sudarma of Purwakarta"));
}

T(a_draft_must_be_text)
{
	struct register_fixture *fixture = *state;
	struct draft draft = { .officer = "ani",
		.form = "application",
		.key = "",
		.body = "\xff",
		.field = "" };
	struct err err = { 0 };

	assert_int_equal(
	    store_draft_put(fixture->store, &draft, &err), FAIL_INVALID);
	assert_string_equal(err.fact.code, "store.not-utf8");
}

static const struct CMUnitTest tests[] = {
	T_REGISTER(the_last_draft_of_a_sheet_is_kept),
	T_REGISTER(drafts_of_other_sheets_and_officers_stay_apart),
	T_REGISTER(a_discarded_draft_can_be_taken_back),
	T_REGISTER(typing_on_makes_a_discarded_draft_live),
	T_REGISTER(a_draft_goes_with_the_record_it_became),
	T_REGISTER(drafts_age_out_after_thirty_days_discarded_ones_after_seven),
	T_REGISTER(a_purged_draft_leaves_no_byte_on_the_disk),
	T_REGISTER(a_draft_must_be_text),
};

int
main(void)
{
	return T_RUN(tests);
}
