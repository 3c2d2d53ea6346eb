#include "desk/officer.h"
#include "lib/counter.h"

/* The register of officers. */

static struct officer
named(const char *staff_id)
{
	return (struct officer){ .staff_id = staff_id, .name = "Eka Putri",
		.roles = ROLE_BIT(ROLE_CLERK) };
}

static struct officer
known(struct counter *counter, const char *staff_id)
{
	struct officer officer;
	struct err err = { 0 };

	t_done(desk_officer_get(counter->desk, staff_id, counter->arena,
	    &officer, &err), err);
	return officer;
}

T(the_first_officer_is_the_only_first)
{
	struct counter *counter = *state;
	struct officer second = named("eka");
	struct err err = { 0 };

	assert_int_equal(desk_officer_first(counter->desk, &second,
	    COUNTER_PASSPHRASE, &err), FAIL_CONFLICT);
	assert_string_equal(err.fact.code, "officer.not-first");
	assert_int_equal(known(counter, "ani").roles, roles_first());
}

T(only_an_admin_adds_officers)
{
	struct counter *counter = *state;
	struct officer eka = named("eka");
	struct err err = { 0 };

	counter_sign_in(counter, "budi");
	assert_int_equal(desk_officer_add(counter->desk, &eka,
	    COUNTER_PASSPHRASE, &err), FAIL_DENIED);
	assert_string_equal(err.fact.code, "denied.administer");
	counter_sign_in(counter, "admin");
	t_done(desk_officer_add(counter->desk, &eka, COUNTER_PASSPHRASE,
	    &err), err);
	counter_sign_in(counter, "eka");
}

T(what_is_wrong_with_a_new_officer_is_named)
{
	static const struct {
		struct officer officer;
		const char *passphrase, *code;
	} wrong[] = {
		{ { .staff_id = "e", .name = "Eka", .roles = 1 }, NULL,
		    "officer.staff-id" },
		{ { .staff_id = "eka putri", .name = "Eka", .roles = 1 },
		    NULL, "officer.staff-id" },
		{ { .staff_id = "eka", .name = "123", .roles = 1 }, NULL,
		    "officer.name" },
		{ { .staff_id = "eka", .name = "Eka", .roles = 0 }, NULL,
		    "officer.no-role" },
		{ { .staff_id = "eka", .name = "Eka", .roles = 1,
		    .superior = "tidakada" }, NULL, "officer.superior" },
		{ { .staff_id = "eka", .name = "Eka", .roles = 1 }, "pendek",
		    "passphrase.short" },
		{ { .staff_id = "ani", .name = "Ani", .roles = 1 }, NULL,
		    "officer.exists" },
	};
	struct counter *counter = *state;

	counter_sign_in(counter, "admin");
	for (size_t i = 0; i < array_length(wrong); i++) {
		struct err err = { 0 };

		assert_int_not_equal(desk_officer_add(counter->desk,
		    &wrong[i].officer, wrong[i].passphrase, &err), FAIL_NONE);
		assert_string_equal(err.fact.code, wrong[i].code);
	}
}

T(an_officer_without_passphrase_cannot_sign_in_yet)
{
	struct counter *counter = *state;
	struct officer eka = named("eka");
	struct err err = { 0 };

	counter_sign_in(counter, "admin");
	t_done(desk_officer_add(counter->desk, &eka, NULL, &err), err);
	assert_false(known(counter, "eka").has_passphrase);
	assert_int_equal(desk_sign_in(counter->desk, "eka", "", NULL, &err),
	    FAIL_DENIED);
	t_done(desk_passphrase_reset(counter->desk, "eka",
	    COUNTER_PASSPHRASE, &err), err);
	counter_sign_in(counter, "eka");
}

T(superiors_make_no_circle)
{
	struct counter *counter = *state;
	struct officer officer;
	struct err err = { 0 };

	counter_sign_in(counter, "admin");
	officer = known(counter, "budi");
	officer.superior = "yusuf";
	t_done(desk_officer_change(counter->desk, &officer, &err), err);
	officer = known(counter, "yusuf");
	officer.superior = "hendra";
	t_done(desk_officer_change(counter->desk, &officer, &err), err);
	officer = known(counter, "hendra");
	officer.superior = "budi";
	assert_int_equal(desk_officer_change(counter->desk, &officer, &err),
	    FAIL_INVALID);
	assert_string_equal(err.fact.code, "officer.cycle");
	officer.superior = "hendra";
	assert_int_equal(desk_officer_change(counter->desk, &officer, &err),
	    FAIL_INVALID);
}

T(who_has_staff_is_not_retired)
{
	struct counter *counter = *state;
	struct officer budi;
	struct err err = { 0 };

	counter_sign_in(counter, "admin");
	budi = known(counter, "budi");
	budi.superior = "yusuf";
	t_done(desk_officer_change(counter->desk, &budi, &err), err);
	assert_int_equal(desk_officer_retire(counter->desk, "yusuf", &err),
	    FAIL_CONFLICT);
	assert_string_equal(err.fact.code, "officer.has-staff");
	assert_string_equal(err.fact.arg[0], "Budi Santoso");
}

T(the_last_admin_stays)
{
	struct counter *counter = *state;
	struct officer ani;
	struct err err = { 0 };

	counter_sign_in(counter, "ani");
	t_done(desk_officer_retire(counter->desk, "admin", &err), err);
	ani = known(counter, "ani");
	ani.roles = ROLE_BIT(ROLE_CLERK);
	assert_int_equal(desk_officer_change(counter->desk, &ani, &err),
	    FAIL_CONFLICT);
	assert_string_equal(err.fact.code, "officer.last-admin");
	assert_int_equal(desk_officer_retire(counter->desk, "ani", &err),
	    FAIL_CONFLICT);
}

T(a_retired_officer_is_gone_at_once_and_stays_on_what_he_did)
{
	struct counter *counter = *state;
	struct application seen;
	struct err err = { 0 };
	struct id id;
	size_t n;

	counter_sign_in(counter, "dedi");
	id = counter_receive(counter);
	counter_sign_in(counter, "ani");
	t_done(desk_officer_retire(counter->desk, "dedi", &err), err);
	desk_seats(counter->desk, &n);
	assert_int_equal(n, 1);
	assert_int_equal(desk_sign_in(counter->desk, "dedi",
	    COUNTER_PASSPHRASE, NULL, &err), FAIL_DENIED);
	assert_string_equal(err.fact.code, "session.wrong");
	seen = counter_read(counter, id);
	assert_string_equal(seen.events[0].officer_name, "Dedi Kurnia");
}

T(new_roles_count_at_once)
{
	struct counter *counter = *state;
	struct officer ani;
	struct err err = { 0 };

	counter_sign_in(counter, "ani");
	ani = known(counter, "ani");
	ani.roles |= ROLE_BIT(ROLE_HEAD);
	assert_false(desk_may(counter->desk, ACTION_CANCEL));
	t_done(desk_officer_change(counter->desk, &ani, &err), err);
	assert_true(desk_may(counter->desk, ACTION_CANCEL));
}

T(ones_own_passphrase_is_changed_with_the_old_one)
{
	struct counter *counter = *state;
	struct err err = { 0 };

	counter_sign_in(counter, "budi");
	assert_int_equal(desk_passphrase_change(counter->desk, "bukan ini",
	    "empat kata lain lagi", &err), FAIL_DENIED);
	t_done(desk_passphrase_change(counter->desk, COUNTER_PASSPHRASE,
	    "empat kata lain lagi", &err), err);
	assert_int_equal(desk_sign_in(counter->desk, "budi",
	    COUNTER_PASSPHRASE, NULL, &err), FAIL_DENIED);
	t_done(desk_sign_in(counter->desk, "budi", "empat kata lain lagi",
	    NULL, &err), err);
}

T(officers_are_listed_by_name)
{
	struct counter *counter = *state;
	struct officer *officers;
	struct err err = { 0 };
	size_t n;

	assert_int_equal(desk_officers(counter->desk, counter->arena,
	    &officers, &n, &err), FAIL_DENIED);
	counter_sign_in(counter, "dedi");
	t_done(desk_officers(counter->desk, counter->arena, &officers, &n,
	    &err), err);
	assert_int_equal(n, 8);
	for (size_t i = 1; i < n; i++)
		assert_true(strcmp(officers[i - 1].name, officers[i].name) < 0);
}

T(a_proposed_passphrase_is_an_allowed_one)
{
	struct counter *counter = *state;
	struct officer eka = named("eka");
	struct err err = { 0 };
	struct buf words;

	buf_init(&words, 256);
	counter_sign_in(counter, "admin");
	desk_passphrase_suggest(counter->desk, &words);
	t_done(desk_officer_add(counter->desk, &eka, words.text, &err), err);
	buf_done(&words);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T_COUNTER(the_first_officer_is_the_only_first),
		T_COUNTER(only_an_admin_adds_officers),
		T_COUNTER(what_is_wrong_with_a_new_officer_is_named),
		T_COUNTER(an_officer_without_passphrase_cannot_sign_in_yet),
		T_COUNTER(superiors_make_no_circle),
		T_COUNTER(who_has_staff_is_not_retired),
		T_COUNTER(the_last_admin_stays),
		T_COUNTER(
		    a_retired_officer_is_gone_at_once_and_stays_on_what_he_did),
		T_COUNTER(new_roles_count_at_once),
		T_COUNTER(ones_own_passphrase_is_changed_with_the_old_one),
		T_COUNTER(officers_are_listed_by_name),
		T_COUNTER(a_proposed_passphrase_is_an_allowed_one),
	};

	return T_RUN(tests);
}
