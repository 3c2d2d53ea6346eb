#include "lib/register.h"

#include <sqlite3.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/inside.h"
#include "store/schema.h"

/* As another program sees the file: none of our functions, nothing refused. */
static void
run_elsewhere(const char *path, const char *text)
{
	sqlite3 *db = NULL;
	char *message = NULL;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	if (sqlite3_exec(db, text, NULL, NULL, &message) != SQLITE_OK)
		fail_msg("%s: %s", text, message);
	sqlite3_close(db);
}

static int64_t
pragma(struct store *store, const char *text)
{
	struct err err = { 0 };
	int64_t integer = -1;

	t_done(sqlite_integer(store->db, text, &integer, &err), err);
	return integer;
}

static enum fail
open_again(struct register_fixture *fixture, struct err *err)
{
	store_close(fixture->store);
	fixture->store = NULL;
	return store_open(
	    fixture->path, &fixture->options, &fixture->store, err);
}

T(a_register_is_durable_and_guarded)
{
	struct register_fixture *fixture = *state;
	struct store *store = fixture->store;
	struct stat file, wal;
	char path[PATH_MAX + 8];

	assert_null(store_refusal(store));
	assert_int_equal(pragma(store, "PRAGMA synchronous"), 2);
	assert_int_equal(pragma(store, "PRAGMA foreign_keys"), 1);
	assert_int_equal(pragma(store, "PRAGMA recursive_triggers"), 1);
	assert_int_equal(pragma(store, "PRAGMA trusted_schema"), 0);
	assert_int_equal(pragma(store, "PRAGMA secure_delete"), 1);
	assert_int_equal(pragma(store, "PRAGMA cell_size_check"), 1);
	assert_int_equal(
	    pragma(store, "PRAGMA application_id"), STORE_APPLICATION_ID);
	assert_int_equal(pragma(store, "PRAGMA user_version"),
	    schema_file_number(&schema_files[schema_files_n - 1]));
	assert_int_equal(
	    sqlite3_limit(store->db, SQLITE_LIMIT_ATTACHED, -1), 0);
	assert_int_equal(stat(fixture->path, &file), 0);
	assert_int_equal(file.st_mode & 0777, 0600);
	snprintf(path, sizeof path, "%s-wal", fixture->path);
	assert_int_equal(stat(path, &wal), 0);
	assert_int_equal(wal.st_mode & 0777, 0600);
}

T(a_file_opened_to_others_is_closed_to_them_again)
{
	struct register_fixture *fixture = *state;
	struct stat file;

	assert_int_equal(chmod(fixture->path, 0644), 0);
	register_reopen(fixture);
	assert_int_equal(stat(fixture->path, &file), 0);
	assert_int_equal(file.st_mode & 0777, 0600);
}

T(strings_in_double_quotes_are_no_strings)
{
	struct register_fixture *fixture = *state;
	int64_t integer;

	assert_int_equal(sqlite_integer(fixture->store->db,
			     "SELECT \"nothing of that name\"", &integer, NULL),
	    FAIL_IO);
}

T(a_path_must_be_absolute)
{
	struct register_fixture *fixture = *state;
	struct store *store = NULL;
	struct err err = { 0 };

	assert_int_equal(
	    store_open("loket.db", &fixture->options, &store, &err),
	    FAIL_INVALID);
	assert_string_equal(err.fact.code, "store.not-absolute");
	assert_null(store);
}

T(a_linked_file_is_refused_and_a_linked_folder_is_followed)
{
	struct register_fixture *fixture = *state;
	char link_path[PATH_MAX], inside[PATH_MAX + 16];
	struct store *store = NULL;

	snprintf(link_path, sizeof link_path, "%s/link", fixture->folder);
	assert_int_equal(symlink(fixture->path, link_path), 0);
	assert_int_equal(store_open(link_path, &fixture->options, &store, NULL),
	    FAIL_CONFLICT);
	assert_int_equal(unlink(link_path), 0);
	assert_int_equal(symlink(fixture->folder, link_path), 0);
	snprintf(inside, sizeof inside, "%s/loket.db", link_path);
	assert_int_equal(
	    store_open(inside, &fixture->options, &store, NULL), FAIL_NONE);
	assert_string_equal(store_path(store), fixture->path);
	store_close(store);
}

T(nothing_is_made_unless_asked_for)
{
	struct register_fixture *fixture = *state;
	char path[PATH_MAX];
	struct store *store = NULL;
	struct err err = { 0 };

	snprintf(path, sizeof path, "%s/other.db", fixture->folder);
	fixture->options.may_create = false;
	assert_int_equal(
	    store_open(path, &fixture->options, &store, &err), FAIL_MISSING);
	assert_string_equal(err.fact.code, "store.none");
	assert_int_equal(access(path, F_OK), -1);
}

T(a_new_register_needs_a_station)
{
	struct register_fixture *fixture = *state;
	char path[PATH_MAX];
	struct store *store = NULL;
	struct err err = { 0 };

	snprintf(path, sizeof path, "%s/other.db", fixture->folder);
	fixture->options.station = "X";
	assert_int_equal(
	    store_open(path, &fixture->options, &store, &err), FAIL_INVALID);
	assert_string_equal(err.fact.code, "store.station");
	assert_int_equal(access(path, F_OK), -1);
}

T(a_register_belongs_to_its_station)
{
	struct register_fixture *fixture = *state;
	struct err err = { 0 };

	fixture->options.station = NULL;
	register_reopen(fixture);
	assert_string_equal(store_station(fixture->store), "L03");
	fixture->options.station = "L04";
	assert_int_equal(open_again(fixture, &err), FAIL_CONFLICT);
	assert_string_equal(err.fact.code, "store.other-station");
}

T(practice_and_register_do_not_mix)
{
	struct register_fixture *fixture = *state;
	struct err err = { 0 };

	fixture->options.is_practice = true;
	assert_int_equal(open_again(fixture, &err), FAIL_CONFLICT);
	assert_string_equal(err.fact.code, "store.not-practice");
}

T(another_programs_file_is_left_alone)
{
	struct register_fixture *fixture = *state;
	char path[PATH_MAX];
	struct store *store = NULL;
	struct err err = { 0 };
	FILE *file;

	snprintf(path, sizeof path, "%s/other.db", fixture->folder);
	run_elsewhere(path, "CREATE TABLE t(a)");
	assert_int_equal(
	    store_open(path, &fixture->options, &store, &err), FAIL_CONFLICT);
	assert_string_equal(err.fact.code, "store.not-ours");
	file = fopen(path, "w");
	assert_non_null(file);
	for (int i = 0; i < 1000; i++)
		fputs("this is a letter, not a database\n", file);
	fclose(file);
	assert_int_equal(
	    store_open(path, &fixture->options, &store, &err), FAIL_CONFLICT);
	assert_string_equal(err.fact.code, "store.not-ours");
}

T(an_empty_file_is_a_creation_that_was_killed)
{
	struct register_fixture *fixture = *state;
	FILE *file;

	store_close(fixture->store);
	fixture->store = NULL;
	file = fopen(fixture->path, "w");
	assert_non_null(file);
	fclose(file);
	register_reopen(fixture);
	assert_null(store_refusal(fixture->store));
}

static void
assert_refused(
    struct register_fixture *fixture, enum fail fail, const char *code)
{
	scoped_transaction transaction = { 0 };
	struct err err = { 0 };

	assert_non_null(store_refusal(fixture->store));
	assert_string_equal(store_refusal(fixture->store)->code, code);
	assert_int_equal(
	    transaction_begin(&transaction, fixture->store, "ani", &err), fail);
	assert_string_equal(err.fact.code, code);
}

T(a_file_of_a_newer_program_is_read_and_not_written)
{
	struct register_fixture *fixture = *state;
	struct record record;
	struct record kept = register_application(
	    fixture, "L03-2026-0001", "2026-11-02", "Wayan", "PT Contoh");
	struct err err = { 0 };

	run_elsewhere(fixture->path,
	    "PRAGMA user_version = 99; "
	    "ALTER TABLE application ADD COLUMN later TEXT");
	register_reopen(fixture);
	assert_refused(fixture, FAIL_CONFLICT, "store.newer");
	assert_string_equal(store_refusal(fixture->store)->arg[0], "99");
	t_done(store_get(fixture->store, TABLE_APPLICATION, &kept.id,
		   fixture->arena, &record, &err),
	    err);
	assert_string_equal(record_text(&record, APPLICATION_NAME), "Wayan");
}

T(a_changed_schema_is_read_and_not_written)
{
	struct register_fixture *fixture = *state;

	run_elsewhere(fixture->path, "DROP TRIGGER person_update");
	register_reopen(fixture);
	assert_refused(fixture, FAIL_CORRUPT, "store.schema-changed");
	assert_string_equal(
	    store_refusal(fixture->store)->arg[0], "person_update");
}

T(a_schema_changed_meanwhile_is_noticed_before_the_next_write)
{
	struct register_fixture *fixture = *state;
	scoped_transaction transaction = { 0 };
	struct err err = { 0 };

	run_elsewhere(fixture->path, "CREATE TABLE extra(a)");
	assert_null(store_refusal(fixture->store));
	assert_int_equal(
	    transaction_begin(&transaction, fixture->store, "ani", &err),
	    FAIL_CORRUPT);
	assert_string_equal(err.fact.code, "store.schema-changed");
	assert_string_equal(err.fact.arg[0], "extra");
	assert_non_null(store_refusal(fixture->store));
}

T(a_changed_schema_file_is_refused)
{
	struct register_fixture *fixture = *state;

	run_elsewhere(fixture->path, "UPDATE _migration SET hash = x'00'");
	register_reopen(fixture);
	assert_refused(fixture, FAIL_CORRUPT, "store.file-changed");
}

T(read_only_is_read_only)
{
	struct register_fixture *fixture = *state;

	fixture->options.is_read_only = true;
	register_reopen(fixture);
	assert_refused(fixture, FAIL_CONFLICT, "store.read-only");
	assert_int_not_equal(sqlite3_exec(fixture->store->db,
				 "UPDATE _self SET hlc = 1", NULL, NULL, NULL),
	    SQLITE_OK);
}

T(a_file_that_was_moved_away_is_not_written)
{
	struct register_fixture *fixture = *state;
	scoped_transaction transaction = { 0 };
	char path[PATH_MAX];
	struct err err = { 0 };

	snprintf(path, sizeof path, "%s/away.db", fixture->folder);
	assert_int_equal(rename(fixture->path, path), 0);
	assert_int_equal(
	    transaction_begin(&transaction, fixture->store, "ani", &err),
	    FAIL_IO);
	assert_string_equal(err.fact.code, "store.moved");
}

T(a_new_life_has_another_writer_and_the_next_letter)
{
	struct register_fixture *fixture = *state;
	struct id writer = fixture->store->writer;
	struct err err = { 0 };

	t_done(store_new_life(fixture->store, "ani", &err), err);
	assert_false(id_equal(&writer, &fixture->store->writer));
	register_reopen(fixture);
	assert_false(id_equal(&writer, &fixture->store->writer));
	assert_string_equal(fixture->store->letter, "B");
	for (char letter = 'C'; letter <= 'Z'; letter++)
		t_done(store_new_life(fixture->store, "ani", &err), err);
	assert_int_equal(
	    store_new_life(fixture->store, "ani", &err), FAIL_CONFLICT);
	assert_string_equal(err.fact.code, "store.letters");
}

static const struct CMUnitTest tests[] = {
	T_REGISTER(a_register_is_durable_and_guarded),
	T_REGISTER(a_file_opened_to_others_is_closed_to_them_again),
	T_REGISTER(strings_in_double_quotes_are_no_strings),
	T_REGISTER(a_path_must_be_absolute),
	T_REGISTER(a_linked_file_is_refused_and_a_linked_folder_is_followed),
	T_REGISTER(nothing_is_made_unless_asked_for),
	T_REGISTER(a_new_register_needs_a_station),
	T_REGISTER(a_register_belongs_to_its_station),
	T_REGISTER(practice_and_register_do_not_mix),
	T_REGISTER(another_programs_file_is_left_alone),
	T_REGISTER(an_empty_file_is_a_creation_that_was_killed),
	T_REGISTER(a_file_of_a_newer_program_is_read_and_not_written),
	T_REGISTER(a_changed_schema_is_read_and_not_written),
	T_REGISTER(a_schema_changed_meanwhile_is_noticed_before_the_next_write),
	T_REGISTER(a_changed_schema_file_is_refused),
	T_REGISTER(read_only_is_read_only),
	T_REGISTER(a_file_that_was_moved_away_is_not_written),
	T_REGISTER(a_new_life_has_another_writer_and_the_next_letter),
};

int
main(void)
{
	return T_RUN(tests);
}
