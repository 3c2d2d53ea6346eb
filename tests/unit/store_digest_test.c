#include "lib/register.h"

#include <stdio.h>

#include "base/crypto.h"
#include "store/check.h"
#include "store/setting.h"

static const char *
digest(struct register_fixture *fixture)
{
	uint8_t hash[HASH_SIZE];
	char *text = arena_alloc(fixture->arena, HASH_HEX_SIZE);
	struct err err = { 0 };

	t_done(store_digest(fixture->store, hash, &err), err);
	hash_print(hash, text);
	return text;
}

/* Two people and a change, in this order or in the other one. */
static void
fill(struct register_fixture *fixture, bool is_other_order)
{
	struct id ids[2] = { { { 1 } }, { { 2 } } };

	for (int i = 0; i < 2; i++) {
		struct record person =
		    record_of(TABLE_PERSON, ids[is_other_order ? 1 - i : i]);

		record_set_text(&person, fixture->arena, PERSON_NAME, "Wayan");
		if (is_other_order)
			record_set_text(
			    &person, fixture->arena, PERSON_PHONE, "+62812");
		register_put(fixture, &person);
		record_set_text(
		    &person, fixture->arena, PERSON_PHONE, "+62812");
		register_put(fixture, &person);
	}
}

T(the_digest_depends_on_the_content_not_on_the_way_to_it)
{
	struct register_fixture *fixture = *state;
	const char *empty = digest(fixture), *filled;

	fill(fixture, false);
	filled = digest(fixture);
	assert_string_not_equal(empty, filled);
	register_reopen(fixture);
	assert_string_equal(digest(fixture), filled);
	store_close(fixture->store);
	fixture->store = NULL;
	assert_int_equal(remove(fixture->path), 0);
	fixture->options.station = "L04";
	fixture->now_ms += 12345;
	register_reopen(fixture);
	assert_string_equal(digest(fixture), empty);
	fill(fixture, true);
	assert_string_equal(digest(fixture), filled);
}

T(any_changed_cell_changes_the_digest)
{
	struct register_fixture *fixture = *state;
	struct record person =
	    record_of(TABLE_PERSON, store_new_id(fixture->store));
	const char *before;

	for (int cell = 0; cell < PERSON_CELLS_N; cell++) {
		before = digest(fixture);
		record_set_text(&person, fixture->arena, cell, "x");
		register_put(fixture, &person);
		assert_string_not_equal(digest(fixture), before);
	}
}

T(what_is_local_is_not_in_the_digest)
{
	struct register_fixture *fixture = *state;
	const char *before = digest(fixture);
	struct err err = { 0 };

	t_done(store_setting_put(fixture->store, "ani", "printer", "lp", &err),
	    err);
	assert_string_equal(digest(fixture), before);
}

static const struct CMUnitTest tests[] = {
	T_REGISTER(the_digest_depends_on_the_content_not_on_the_way_to_it),
	T_REGISTER(any_changed_cell_changes_the_digest),
	T_REGISTER(what_is_local_is_not_in_the_digest),
};

int
main(void)
{
	return T_RUN(tests);
}
