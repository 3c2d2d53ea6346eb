#include <stdio.h>
#include <sys/stat.h>

#include "base/file.h"
#include "desk/assets.h"
#include "desk/draft.h"
#include "domain/standard.h"
#include "forms/definition.h"
#include "lib/counter.h"

/* Texts of data/ and forms/: a bad one is refused whole, the last good one
 * stays in use, and records keep the version they were made under. */

static const char *const folders[] = { "data", "data/life",
	"data/standards", "forms" };

/* A copy of the real texts below the register's folder. */
static const char *
copy_assets(struct counter *counter)
{
	const char *source = getenv("LOKET_SRCDIR");
	const char *target = arena_print(counter->arena, "%s/assets",
	    counter->reg->folder);
	struct err err = { 0 };

	for (size_t i = 0; i < array_length(folders); i++) {
		const char *from = arena_print(counter->arena, "%s/%s",
		    source, folders[i]);
		const char *to = arena_print(counter->arena, "%s/%s", target,
		    folders[i]);
		const char *const *names;
		size_t n;

		t_done(folder_make(to, 0700, &err), err);
		t_done(folder_list(from, counter->arena, &names, &n, &err),
		    err);
		for (size_t j = 0; j < n; j++) {
			char *bytes;
			size_t size;

			if (file_read(arena_print(counter->arena, "%s/%s",
			    from, names[j]), 1 << 20, counter->arena, &bytes,
			    &size, NULL))
				continue;
			t_done(file_write(arena_print(counter->arena, "%s/%s",
			    to, names[j]), bytes, size, 0600, &err), err);
		}
	}
	return target;
}

static enum fail
reopen(struct counter *counter, const char *assets, struct err *err)
{
	struct desk_options options = {
		.assets = assets,
		.cost = passphrase_cost_least(),
		.entropy = counter->reg->options.entropy,
	};

	desk_close(counter->desk);
	counter->desk = NULL;
	return desk_open(counter->reg->store, &options, &counter->desk, err);
}

/* Put text in the place of the first `was` in a file. */
static void
change(struct counter *counter, const char *assets, const char *name,
    const char *was, const char *is)
{
	const char *path = arena_print(counter->arena, "%s/%s", assets, name);
	struct err err = { 0 };
	char *bytes, *at;
	size_t size;
	struct buf text;

	t_done(file_read(path, 1 << 20, counter->arena, &bytes, &size, &err),
	    err);
	at = strstr(bytes, was);
	assert_non_null(at);
	buf_init(&text, 1 << 20);
	buf_add(&text, bytes, (size_t)(at - bytes));
	buf_text(&text, is);
	buf_text(&text, at + strlen(was));
	t_done(file_write(path, text.text, text.size, 0600, &err), err);
	buf_done(&text);
}

T(every_shipped_text_reads_well)
{
	struct counter *counter = *state;
	const struct assets *assets = desk_assets(counter->desk);

	if (assets->n_warnings > 0)
		fail_msg("%s: %s", assets->warnings[0].file,
		    assets->warnings[0].problems[0].fact.code);
	assert_int_equal(assets->n_standards, 1);
	assert_true(assets->n_forms > 5);
}

T(a_bad_file_is_refused_whole_and_the_last_good_text_is_used)
{
	struct counter *counter = *state;
	const char *assets = copy_assets(counter);
	const struct assets *read;
	const struct form *form;
	struct err err = { 0 };

	t_done(reopen(counter, assets, &err), err);
	change(counter, assets, "forms/application.form", "field nik nik",
	    "feild nik nik");
	t_done(reopen(counter, assets, &err), err);
	read = desk_assets(counter->desk);
	assert_int_equal(read->n_warnings, 1);
	assert_string_equal(read->warnings[0].file, "forms/application.form");
	assert_true(read->warnings[0].is_in_use);
	assert_string_equal(read->warnings[0].version, "1");
	assert_true(read->warnings[0].problems[0].line > 0);
	t_done(desk_form(counter->desk, "application", NULL, &form, &err),
	    err);
	assert_int_not_equal(form_field(form, "nik"), FIELD_ABSENT);
}

T(every_problem_of_a_bad_file_is_told)
{
	struct counter *counter = *state;
	const char *assets = copy_assets(counter);
	struct err err = { 0 };

	t_done(reopen(counter, assets, &err), err);
	change(counter, assets, "data/villages.tsv", "32.14.01.1001",
	    "32.14.1001");
	change(counter, assets, "data/villages.tsv", "32.14.01.1002",
	    "32.14.1002");
	t_done(reopen(counter, assets, &err), err);
	assert_int_equal(desk_assets(counter->desk)->n_warnings, 1);
	assert_true(desk_assets(counter->desk)->warnings[0].n >= 2);
}

T(a_missing_file_is_a_bad_file)
{
	struct counter *counter = *state;
	const char *assets = copy_assets(counter);
	struct err err = { 0 };

	t_done(reopen(counter, assets, &err), err);
	assert_int_equal(remove(arena_print(counter->arena,
	    "%s/data/holidays.tsv", assets)), 0);
	t_done(reopen(counter, assets, &err), err);
	assert_string_equal(desk_assets(counter->desk)->warnings[0].file,
	    "data/holidays.tsv");
	assert_true(calendar_is_loaded(desk_assets(counter->desk)->calendar,
	    2026));
}

T(a_bad_table_that_never_was_good_keeps_the_counter_closed)
{
	struct counter *counter = *state;
	const char *assets = copy_assets(counter);
	struct err err = { 0 };

	/* A register that has not seen any text yet. */
	desk_close(counter->desk);
	counter->desk = NULL;
	store_close(counter->reg->store);
	counter->reg->store = NULL;
	snprintf(counter->reg->path, sizeof counter->reg->path, "%s/new.db",
	    counter->reg->folder);
	t_done(store_open(counter->reg->path, &counter->reg->options,
	    &counter->reg->store, &err), err);
	change(counter, assets, "data/life/application.conf", "state lengkap",
	    "stat lengkap");
	assert_int_equal(reopen(counter, assets, &err), FAIL_INVALID);
}

T(a_record_keeps_the_version_of_its_form_and_standard)
{
	struct counter *counter = *state;
	const char *assets = copy_assets(counter);
	struct application old, new;
	struct err err = { 0 };
	struct id before, after;

	t_done(reopen(counter, assets, &err), err);
	counter_sign_in(counter, "ani");
	before = counter_receive(counter);
	change(counter, assets, "forms/application.form",
	    "form application 1", "form application 2");
	change(counter, assets, "data/standards/032.conf", "standard 32 1",
	    "standard 32 2");
	t_done(reopen(counter, assets, &err), err);
	counter_sign_in(counter, "ani");
	after = counter_receive(counter);
	old = counter_read(counter, before);
	new = counter_read(counter, after);
	assert_string_equal(old.form->version, "1");
	assert_string_equal(new.form->version, "2");
	assert_string_equal(old.standard->version, "1");
	assert_string_equal(new.standard->version, "2");
}

T(a_draft_opens_in_the_version_it_was_typed_into)
{
	struct counter *counter = *state;
	const char *assets = copy_assets(counter);
	struct desk_draft draft;
	struct err err = { 0 };
	struct id id;

	t_done(reopen(counter, assets, &err), err);
	counter_sign_in(counter, "ani");
	id = desk_new_id(counter->desk);
	t_done(desk_draft_keep(counter->desk, &id, counter_sheet(counter),
	    "Désirée", "nik", &err), err);
	change(counter, assets, "forms/application.form",
	    "form application 1", "form application 2");
	t_done(reopen(counter, assets, &err), err);
	counter_sign_in(counter, "ani");
	t_done(desk_draft_take(counter->desk, "application", &id,
	    counter->arena, &draft, &err), err);
	assert_string_equal(answers_form(draft.answers)->version, "1");
	assert_string_equal(answers_text(draft.answers, "nik"),
	    "3214011503900001");
}

T(a_version_nobody_has_is_not_there)
{
	struct counter *counter = *state;
	const struct standard *standard;
	const struct form *form;
	struct err err = { 0 };

	assert_int_equal(desk_standard(counter->desk, "32", "9", &standard,
	    &err), FAIL_MISSING);
	assert_int_equal(desk_standard(counter->desk, "33", NULL, &standard,
	    &err), FAIL_MISSING);
	assert_int_equal(desk_form(counter->desk, "application", "9", &form,
	    &err), FAIL_MISSING);
	assert_int_equal(desk_form(counter->desk, "../x", NULL, &form, &err),
	    FAIL_MISSING);
}

/* The folder of copies, too. */
static int
teardown(void **state)
{
	struct counter *counter = *state;
	struct arena *arena = arena_new();

	for (size_t i = array_length(folders); i-- > 0;) {
		const char *path = arena_print(arena, "%s/assets/%s",
		    counter->reg->folder, folders[i]);
		const char *const *names;
		size_t n;

		if (folder_list(path, arena, &names, &n, NULL))
			continue;
		for (size_t j = 0; j < n; j++)
			remove(arena_print(arena, "%s/%s", path, names[j]));
		remove(path);
	}
	remove(arena_print(arena, "%s/assets/data", counter->reg->folder));
	remove(arena_print(arena, "%s/assets", counter->reg->folder));
	arena_free(arena);
	return counter_teardown(state);
}

#define T_ASSETS(test) \
	cmocka_unit_test_setup_teardown(test, counter_setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T_COUNTER(every_shipped_text_reads_well),
		T_ASSETS(
	    a_bad_file_is_refused_whole_and_the_last_good_text_is_used),
		T_ASSETS(every_problem_of_a_bad_file_is_told),
		T_ASSETS(a_missing_file_is_a_bad_file),
		T_ASSETS(
		    a_bad_table_that_never_was_good_keeps_the_counter_closed),
		T_ASSETS(a_record_keeps_the_version_of_its_form_and_standard),
		T_ASSETS(a_draft_opens_in_the_version_it_was_typed_into),
		T_COUNTER(a_version_nobody_has_is_not_there),
	};

	return T_RUN(tests);
}
