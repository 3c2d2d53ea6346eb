#include "lib/register.h"

#include "store/setting.h"

static const char *
get(struct register_fixture *fixture, const char *name)
{
	const char *value = NULL;

	if (store_setting_get(
		fixture->store, name, fixture->arena, &value, NULL))
		return NULL;
	return value;
}

T(a_setting_is_set_changed_and_forgotten)
{
	struct register_fixture *fixture = *state;
	struct err err = { 0 };

	assert_null(get(fixture, "idle-minutes"));
	t_done(
	    store_setting_put(fixture->store, "ani", "idle-minutes", "5", &err),
	    err);
	t_done(store_setting_put(
		   fixture->store, "ani", "idle-minutes", "10", &err),
	    err);
	register_reopen(fixture);
	assert_string_equal(get(fixture, "idle-minutes"), "10");
	t_done(store_setting_put(
		   fixture->store, "ani", "idle-minutes", NULL, &err),
	    err);
	assert_null(get(fixture, "idle-minutes"));
}

T(a_setting_must_be_text)
{
	struct register_fixture *fixture = *state;
	struct err err = { 0 };

	assert_int_equal(
	    store_setting_put(fixture->store, "ani", "printer", "\xc3", &err),
	    FAIL_INVALID);
	assert_null(get(fixture, "printer"));
}

static const struct CMUnitTest tests[] = {
	T_REGISTER(a_setting_is_set_changed_and_forgotten),
	T_REGISTER(a_setting_must_be_text),
};

int
main(void)
{
	return T_RUN(tests);
}
