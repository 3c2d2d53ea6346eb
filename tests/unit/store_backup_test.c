#include "lib/register.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/check.h"

static const char *
beside(struct register_fixture *fixture, const char *name)
{
	return arena_print(fixture->arena, "%s/%s", fixture->folder, name);
}

T(a_copy_is_a_register_with_the_same_content)
{
	struct register_fixture *fixture = *state;
	const char *path = beside(fixture, "copy.db");
	uint8_t here[HASH_SIZE], there[HASH_SIZE];
	struct findings findings = { .arena = fixture->arena };
	struct store *copy = NULL;
	struct stat file;
	struct err err = { 0 };

	register_application(fixture, "", "2026-11-02", "Wayan", "PT Contoh");
	t_done(store_backup(fixture->store, path, &err), err);
	assert_int_equal(stat(path, &file), 0);
	assert_int_equal(file.st_mode & 0777, 0600);
	assert_int_equal(access(beside(fixture, "copy.db-wal"), F_OK), -1);
	assert_int_equal(access(beside(fixture, "copy.db.part"), F_OK), -1);
	fixture->options.is_read_only = true;
	t_done(store_open(path, &fixture->options, &copy, &err), err);
	t_done(store_check(copy, &findings, &err), err);
	assert_int_equal(findings.total, 0);
	t_done(store_digest(fixture->store, here, &err), err);
	t_done(store_digest(copy, there, &err), err);
	assert_memory_equal(here, there, HASH_SIZE);
	store_close(copy);
}

T(a_copy_is_taken_while_another_process_writes)
{
	struct register_fixture *fixture = *state;
	struct store *second = NULL;
	struct err err = { 0 };

	t_done(
	    store_open(fixture->path, &fixture->options, &second, &err), err);
	{
		scoped_transaction transaction = { 0 };

		t_done(
		    transaction_begin(&transaction, second, "ani", &err), err);
		t_done(
		    store_backup(fixture->store, beside(fixture, "c.db"), &err),
		    err);
		t_done(transaction_commit(&transaction, &err), err);
	}
	store_close(second);
}

T(nothing_is_overwritten)
{
	struct register_fixture *fixture = *state;
	const char *path = beside(fixture, "letter");
	FILE *file = fopen(path, "w");
	struct stat stat_of;
	struct err err = { 0 };

	assert_non_null(file);
	fputs("dear", file);
	fclose(file);
	assert_int_equal(
	    store_backup(fixture->store, path, &err), FAIL_CONFLICT);
	assert_string_equal(err.fact.code, "store.exists");
	assert_int_equal(stat(path, &stat_of), 0);
	assert_int_equal(stat_of.st_size, 4);
	assert_int_equal(
	    store_backup(fixture->store, "copy.db", &err), FAIL_INVALID);
}

T(a_place_that_is_not_there_is_told)
{
	struct register_fixture *fixture = *state;
	struct err err = { 0 };

	assert_int_equal(
	    store_backup(fixture->store, beside(fixture, "no/copy.db"), &err),
	    FAIL_MISSING);
}

static const struct CMUnitTest tests[] = {
	T_REGISTER(a_copy_is_a_register_with_the_same_content),
	T_REGISTER(a_copy_is_taken_while_another_process_writes),
	T_REGISTER(nothing_is_overwritten),
	T_REGISTER(a_place_that_is_not_there_is_told),
};

int
main(void)
{
	return T_RUN(tests);
}
