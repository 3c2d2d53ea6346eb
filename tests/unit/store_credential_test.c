#include "lib/register.h"

#include "store/credential.h"

static struct credential
get(struct register_fixture *fixture)
{
	struct credential credential = { 0 };
	struct err err = { 0 };

	t_done(store_credential_get(fixture->store, "ani", &credential, &err),
	    err);
	return credential;
}

T(an_officer_nobody_knows_has_no_credential)
{
	struct register_fixture *fixture = *state;
	struct credential credential;

	assert_int_equal(
	    store_credential_get(fixture->store, "ani", &credential, NULL),
	    FAIL_MISSING);
}

T(a_verifier_reads_back)
{
	struct register_fixture *fixture = *state;
	struct err err = { 0 };

	t_done(store_credential_put(fixture->store, "ani", "$argon2id$x", &err),
	    err);
	assert_string_equal(get(fixture).verifier, "$argon2id$x");
	assert_int_equal(get(fixture).changed_ms, fixture->now_ms);
}

T(an_attempt_is_on_the_disk_before_it_is_judged)
{
	struct register_fixture *fixture = *state;
	struct credential before = { .failures = 9 };
	struct err err = { 0 };

	t_done(store_credential_put(fixture->store, "ani", "$argon2id$x", &err),
	    err);
	t_done(store_credential_attempt(fixture->store, "ani", &before, &err),
	    err);
	assert_int_equal(before.failures, 0);
	assert_int_equal(before.attempted_ms, 0);
	register_reopen(fixture);
	assert_int_equal(get(fixture).failures, 1);
	assert_int_equal(get(fixture).attempted_ms, fixture->now_ms);
	t_done(store_credential_attempt(fixture->store, "ani", &before, &err),
	    err);
	assert_int_equal(before.failures, 1);
	assert_string_equal(before.verifier, "$argon2id$x");
}

T(a_right_attempt_forgets_the_wrong_ones)
{
	struct register_fixture *fixture = *state;
	struct err err = { 0 };

	t_done(
	    store_credential_attempt(fixture->store, "ani", NULL, &err), err);
	t_done(
	    store_credential_attempt(fixture->store, "ani", NULL, &err), err);
	assert_int_equal(get(fixture).failures, 2);
	assert_string_equal(get(fixture).verifier, "");
	t_done(store_credential_success(fixture->store, "ani", &err), err);
	assert_int_equal(get(fixture).failures, 0);
	assert_int_equal(get(fixture).succeeded_ms, fixture->now_ms);
}

T(a_new_passphrase_forgets_the_wrong_attempts)
{
	struct register_fixture *fixture = *state;
	struct err err = { 0 };

	t_done(
	    store_credential_attempt(fixture->store, "ani", NULL, &err), err);
	t_done(store_credential_put(fixture->store, "ani", "$argon2id$y", &err),
	    err);
	assert_int_equal(get(fixture).failures, 0);
}

static const struct CMUnitTest tests[] = {
	T_REGISTER(an_officer_nobody_knows_has_no_credential),
	T_REGISTER(a_verifier_reads_back),
	T_REGISTER(an_attempt_is_on_the_disk_before_it_is_judged),
	T_REGISTER(a_right_attempt_forgets_the_wrong_ones),
	T_REGISTER(a_new_passphrase_forgets_the_wrong_attempts),
};

int
main(void)
{
	return T_RUN(tests);
}
