#include "lib/register.h"

#include "store/asset.h"
#include "store/check.h"
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

T(a_text_that_is_not_what_was_kept_is_refused_and_found)
{
	struct register_fixture *fixture = *state;
	struct findings findings = { .arena = fixture->arena };
	struct asset asset;
	struct err err = { 0 };

	keep(fixture, "1", "one");
	t_done(sqlite_do(fixture->store->db,
		   "UPDATE asset SET text = x'6f6e00'", &err),
	    err);
	assert_int_equal(
	    store_asset_last(fixture->store, "forms/application.form",
		fixture->arena, &asset, &err),
	    FAIL_CORRUPT);
	t_done(store_check(fixture->store, &findings, &err), err);
	assert_int_equal(findings.total, 1);
	assert_string_equal(findings.list[0].code, "finding.asset");
}

T(names_are_those_of_the_folder)
{
	struct register_fixture *fixture = *state;
	struct asset other = { "forms2/a.form", "", "a", 1 };
	const char **names;
	size_t n;
	struct err err = { 0 };

	keep(fixture, "1", "one");
	t_done(store_asset_keep(fixture->store, &other, &err), err);
	t_done(store_asset_names(fixture->store, "forms", fixture->arena,
		   &names, &n, &err),
	    err);
	assert_int_equal(n, 1);
	assert_string_equal(names[0], "forms/application.form");
}

static const struct CMUnitTest tests[] = {
	T_REGISTER(the_last_good_text_is_given_back),
	T_REGISTER(a_version_with_other_words_is_kept_beside_the_older_one),
	T_REGISTER(keeping_what_is_kept_writes_nothing),
	T_REGISTER(an_empty_text_is_a_text),
	T_REGISTER(a_text_that_is_not_what_was_kept_is_refused_and_found),
	T_REGISTER(names_are_those_of_the_folder),
};

int
main(void)
{
	return T_RUN(tests);
}
