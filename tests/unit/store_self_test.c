#include "lib/register.h"

#include "store/bundle.h"
#include "store/credential.h"
#include "store/self.h"

T(a_letter_that_a_fleet_gave_stays_and_the_writer_too)
{
	struct register_fixture *fixture = *state;
	struct id writer = store_writer(fixture->store), now;
	scoped_arena arena = arena_new();
	struct past_life *lives;
	struct err err = { 0 };
	size_t n;

	assert_int_equal(store_letter(fixture->store), 'A');
	t_done(store_take_letter(fixture->store, "ani", 'D', &err), err);
	t_done(store_take_letter(fixture->store, "ani", 'D', &err), err);
	register_reopen(fixture);
	assert_int_equal(store_letter(fixture->store), 'D');
	now = store_writer(fixture->store);
	assert_true(id_equal(&writer, &now));
	t_done(store_lives(fixture->store, arena, &lives, &n, &err), err);
	assert_int_equal(n, 1);
	assert_int_equal(lives[0].letter, 'D');
	assert_int_equal(store_take_letter(fixture->store, "ani", 'd', &err),
	    FAIL_INVALID);
}

T(the_last_entry_of_the_log_is_counted)
{
	struct register_fixture *fixture = *state;
	struct err err = { 0 };
	int64_t before, after;

	t_done(store_last_entry(fixture->store, &before, &err), err);
	assert_int_equal(before, 0);
	register_application(
	    fixture, "L03-2026-0001", "2026-11-02", "Ani", "PT Satu");
	t_done(store_last_entry(fixture->store, &after, &err), err);
	assert_true(after > before);
}

T(who_has_a_verifier_is_listed)
{
	struct register_fixture *fixture = *state;
	scoped_arena arena = arena_new();
	struct credential_entry *list;
	struct err err = { 0 };
	size_t n;

	t_done(
	    store_credential_put(fixture->store, "cici", "$two", &err), err);
	t_done(store_credential_put(fixture->store, "ani", "$one", &err), err);
	t_done(store_credential_attempt(fixture->store, "budi", NULL, &err),
	    err);
	t_done(store_credentials(fixture->store, arena, &list, &n, &err), err);
	assert_int_equal(n, 2);
	assert_string_equal(list[0].officer, "ani");
	assert_string_equal(list[0].verifier, "$one");
	assert_string_equal(list[1].officer, "cici");
}

static const struct CMUnitTest tests[] = {
	T_REGISTER(a_letter_that_a_fleet_gave_stays_and_the_writer_too),
	T_REGISTER(the_last_entry_of_the_log_is_counted),
	T_REGISTER(who_has_a_verifier_is_listed),
};

int
main(void)
{
	struct err err;

	return crypto_start(&err) ? 1 : T_RUN(tests);
}
