/* A register of an older program, brought up to this one. */
#include "lib/register.h"
#include "lib/strike.h"

#include <sqlite3.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/check.h"
#include "store/inside.h"

/*
 * The program's own schema files, and one more that came later: this test is
 * the newer program.
 */
#define schema_files released_files
#define schema_files_n released_files_n
#include "store/schema_files.c"
#undef schema_files
#undef schema_files_n

static const char *const later[] = {
	"-- What a later program needs.",
	"CREATE TABLE later (",
	"	name TEXT NOT NULL PRIMARY KEY -- of something",
	") STRICT, WITHOUT ROWID;",
	"UPDATE person SET email = 'none@example.id';",
	"INSERT INTO later(name) VALUES('filled');",
};

const struct schema_file schema_files[] = {
	{ "0001-initial.sql", file_1, array_length(file_1) },
	{ "0002-exchange.sql", file_2, array_length(file_2) },
	{ "0003-complaints.sql", file_3, array_length(file_3) },
	{ "0004-alike.sql", file_4, array_length(file_4) },
	{ "0099-later.sql", later, array_length(later) },
};
const size_t schema_files_n = array_length(schema_files);

static void
run(struct register_fixture *fixture, const char *text)
{
	char *message = NULL;
	sqlite3 *db = NULL;

	assert_int_equal(sqlite3_open(fixture->path, &db), SQLITE_OK);
	if (sqlite3_exec(db, text, NULL, NULL, &message) != SQLITE_OK)
		fail_msg("%s", message);
	sqlite3_close(db);
}

/* As a program that has only the released files would have left it. */
static struct record
make_older(struct register_fixture *fixture)
{
	struct record person =
	    record_of(TABLE_PERSON, store_new_id(fixture->store));

	record_set_text(&person, fixture->arena, PERSON_NAME, "Wayan");
	register_put(fixture, &person);
	store_close(fixture->store);
	fixture->store = NULL;
	run(fixture,
	    "DROP TABLE later; DELETE FROM _migration "
	    "WHERE number = 99; PRAGMA user_version = 4");
	return person;
}

static int64_t
count(struct register_fixture *fixture, const char *text)
{
	struct err err = { 0 };
	int64_t n = -1;

	t_done(sqlite_integer(fixture->store->db, text, &n, &err), err);
	return n;
}

static const char *
copy_path(struct register_fixture *fixture)
{
	return arena_print(fixture->arena, "%s.before-0005", fixture->path);
}

T(an_older_register_is_brought_up)
{
	struct register_fixture *fixture = *state;
	struct record person = make_older(fixture);
	struct err err = { 0 };

	register_reopen(fixture);
	assert_null(store_refusal(fixture->store));
	assert_int_equal(count(fixture, "PRAGMA user_version"), 99);
	assert_int_equal(count(fixture, "SELECT count(*) FROM _migration"), 5);
	assert_int_equal(count(fixture, "SELECT count(*) FROM later"), 1);
	t_done(store_get(fixture->store, TABLE_PERSON, &person.id,
		   fixture->arena, &person, &err),
	    err);
	assert_string_equal(record_text(&person, PERSON_NAME), "Wayan");
	register_put(fixture, &person);
}

T(a_migration_writes_nothing_into_the_log)
{
	struct register_fixture *fixture = *state;

	make_older(fixture);
	register_reopen(fixture);
	assert_int_equal(count(fixture,
			     "SELECT count(*) FROM person "
			     "WHERE email = 'none@example.id'"),
	    1);
	assert_int_equal(count(fixture, "SELECT count(*) FROM _op"), 1);
}

T(the_register_is_kept_as_it_was_before)
{
	struct register_fixture *fixture = *state;
	sqlite3 *db = NULL;
	int64_t version = 0, people = 0;

	make_older(fixture);
	register_reopen(fixture);
	assert_int_equal(sqlite3_open(copy_path(fixture), &db), SQLITE_OK);
	assert_int_equal(
	    sqlite_integer(db, "PRAGMA user_version", &version, NULL),
	    FAIL_NONE);
	assert_int_equal(
	    sqlite_integer(db, "SELECT count(*) FROM person", &people, NULL),
	    FAIL_NONE);
	sqlite3_close(db);
	assert_int_equal(version, 4);
	assert_int_equal(people, 1);
}

T(an_older_register_is_not_brought_up_for_reading_only)
{
	struct register_fixture *fixture = *state;
	struct err err = { 0 };

	make_older(fixture);
	fixture->options.is_read_only = true;
	assert_int_equal(
	    store_open(fixture->path, &fixture->options, &fixture->store, &err),
	    FAIL_CONFLICT);
	assert_string_equal(err.fact.code, "store.older");
	assert_int_equal(access(copy_path(fixture), F_OK), -1);
}

/* True when the process was killed. */
static bool
is_killed_at(struct register_fixture *fixture, int n)
{
	int status = 0;
	pid_t child = fork();

	if (child == 0) {
		struct store *store = NULL;

		strike_at(STRIKE_KILL, n, 0);
		if (store_open(fixture->path, &fixture->options, &store, NULL))
			_exit(1);
		store_close(store);
		_exit(0);
	}
	assert_true(child > 0);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status) || WEXITSTATUS(status) == 0);
	return WIFSIGNALED(status);
}

T(a_kill_while_it_is_brought_up_does_no_harm)
{
	struct register_fixture *fixture = *state;
	bool is_killed = true;
	int people = 0;

	for (int n = 1; is_killed; n += strike_step()) {
		make_older(fixture);
		people++;
		unlink(copy_path(fixture));
		is_killed = is_killed_at(fixture, n);
		register_reopen(fixture);
		assert_null(store_refusal(fixture->store));
		assert_int_equal(
		    count(fixture, "SELECT count(*) FROM later"), 1);
		assert_int_equal(
		    count(fixture, "SELECT count(*) FROM _op"), people);
		assert_int_equal(access(copy_path(fixture), F_OK), 0);
	}
}

/* Before there was a complaint book: its tables, and the file that made them.
 */
static void
take_book_away(struct register_fixture *fixture)
{
	scoped_arena arena = arena_new();

	run(fixture,
	    "DROP TABLE later; DROP TABLE complaint_line; "
	    "DROP TABLE complaint_tag; DROP TABLE alike; "
	    "DROP TABLE case_divided; "
	    "DELETE FROM _migration WHERE number > 2; "
	    "PRAGMA user_version = 2");
	for (size_t i = 0; i < tables_n; i++)
		if (tables[i].number >= TABLE_COMPLAINT)
			run(fixture,
			    arena_print(
				arena, "DROP TABLE %s", tables[i].name));
}

T(a_register_from_before_complaints_gets_the_book)
{
	struct register_fixture *fixture = *state;
	struct record record;
	struct findings findings = { .arena = fixture->arena };
	struct err err = { 0 };

	store_close(fixture->store);
	fixture->store = NULL;
	take_book_away(fixture);
	register_reopen(fixture);
	assert_null(store_refusal(fixture->store));
	record = record_of(TABLE_COMPLAINT, store_new_id(fixture->store));
	record_set_text(
	    &record, fixture->arena, COMPLAINT_OBJECT, "Izin terlambat");
	register_put(fixture, &record);
	t_done(store_check(fixture->store, &findings, &err), err);
	assert_int_equal(findings.total, 0);
}

/* Two counters met before there was anything to find it. */
T(pairs_that_are_there_already_are_found)
{
	struct register_fixture *fixture = *state;

	for (int i = 0; i < 2; i++) {
		struct record person =
		    record_of(TABLE_PERSON, store_new_id(fixture->store));

		record_set_text(&person, fixture->arena, PERSON_NIK,
		    "3214011503900001");
		register_put(fixture, &person);
	}
	store_close(fixture->store);
	fixture->store = NULL;
	run(fixture,
	    "DROP TABLE later; DROP TABLE alike; DROP TABLE case_divided; "
	    "DELETE FROM _migration WHERE number > 3; "
	    "PRAGMA user_version = 3");
	register_reopen(fixture);
	assert_null(store_refusal(fixture->store));
	assert_int_equal(count(fixture, "SELECT count(*) FROM alike"), 1);
}

static const struct CMUnitTest tests[] = {
	T_REGISTER(an_older_register_is_brought_up),
	T_REGISTER(a_migration_writes_nothing_into_the_log),
	T_REGISTER(the_register_is_kept_as_it_was_before),
	T_REGISTER(an_older_register_is_not_brought_up_for_reading_only),
	T_REGISTER(a_register_from_before_complaints_gets_the_book),
	T_REGISTER(pairs_that_are_there_already_are_found),
	T_REGISTER(a_kill_while_it_is_brought_up_does_no_harm),
};

int
main(void)
{
	return T_RUN(tests);
}
