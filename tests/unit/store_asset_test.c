#include "lib/register.h"

#include "store/asset.h"
#include "store/inside.h"

static void
keep(struct register_fixture *fixture, const char *version, const char *text)
{
	struct asset asset = { "forms/application.form", version, text,
		strlen(text) };
	struct err err = { 0 };

	t_done(store_asset_keep(fixture->store, &asset, &err), err);
}

static const char *
last(struct register_fixture *fixture)
{
	struct asset asset = { 0 };
	struct err err = { 0 };

	t_done(store_asset_last(fixture->store, "forms/application.form",
		   fixture->arena, &asset, &err),
	    err);
	assert_int_equal(strlen(asset.text), asset.size);
	return asset.text;
}

static const char *
of_version(struct register_fixture *fixture, const char *version)
{
	struct asset asset = { 0 };
	struct err err = { 0 };

	t_done(store_asset_version(fixture->store, "forms/application.form",
		   version, fixture->arena, &asset, &err),
	    err);
	assert_string_equal(asset.version, version);
	return asset.text;
}

T(the_last_good_text_is_given_back)
{
	struct register_fixture *fixture = *state;
	struct asset asset;

	assert_int_equal(
	    store_asset_last(fixture->store, "forms/application.form",
		fixture->arena, &asset, NULL),
	    FAIL_MISSING);
	keep(fixture, "1", "one");
	keep(fixture, "2", "two");
	assert_string_equal(last(fixture), "two");
	keep(fixture, "1", "one");
	assert_string_equal(last(fixture), "one");
	assert_string_equal(of_version(fixture, "2"), "two");
}

T(a_version_with_other_words_is_kept_beside_the_older_one)
{
	struct register_fixture *fixture = *state;
	int64_t n = 0;
	struct err err = { 0 };

	keep(fixture, "1", "one");
	keep(fixture, "1", "one, changed");
	assert_string_equal(of_version(fixture, "1"), "one, changed");
	t_done(sqlite_integer(
		   fixture->store->db, "SELECT count(*) FROM asset", &n, &err),
	    err);
	assert_int_equal(n, 2);
}

T(keeping_what_is_kept_writes_nothing)
{
	struct register_fixture *fixture = *state;
	int changes;

	keep(fixture, "1", "one");
	changes = sqlite3_total_changes(fixture->store->db);
	keep(fixture, "1", "one");
	assert_int_equal(sqlite3_total_changes(fixture->store->db), changes);
	fixture->options.is_read_only = true;
	register_reopen(fixture);
	keep(fixture, "1", "one");
}

T(an_empty_text_is_a_text)
{
	struct register_fixture *fixture = *state;

	keep(fixture, "1", "");
	assert_string_equal(last(fixture), "");
}

static const struct CMUnitTest tests[] = {
	T_REGISTER(the_last_good_text_is_given_back),
	T_REGISTER(a_version_with_other_words_is_kept_beside_the_older_one),
	T_REGISTER(keeping_what_is_kept_writes_nothing),
	T_REGISTER(an_empty_text_is_a_text),
};

int
main(void)
{
	return T_RUN(tests);
}
