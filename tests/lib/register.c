#include "lib/register.h"

#include <dirent.h>
#include <stdio.h>
#include <unistd.h>

static int64_t
fixture_now(void *context)
{
	const struct register_fixture *fixture = context;

	return fixture->now_ms;
}

static void
fixture_fill(void *context, void *bytes, size_t size)
{
	struct register_fixture *fixture = context;
	uint8_t *at = bytes;

	for (size_t i = 0; i < size; i++)
		at[i] = (uint8_t)(t_random_next(&fixture->random) >> 32);
}

int
register_setup(void **state)
{
	struct arena *arena = arena_new();
	struct register_fixture *fixture = arena_alloc(arena, sizeof *fixture);
	struct err err = { 0 };

	fixture->arena = arena;
	/* In memory where that can be: no test here is about a real disk. */
	snprintf(fixture->folder, sizeof fixture->folder,
	    "%s/loket-store-XXXXXX",
	    access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp");
	assert_non_null(mkdtemp(fixture->folder));
	snprintf(fixture->path, sizeof fixture->path, "%s/loket.db",
	    fixture->folder);
	assert_true(local_parse("2026-11-02T08:00", &fixture->now_ms));
	fixture->random.state = 20261102;
	fixture->options = (struct store_options){
		.clock = { fixture_now, fixture },
		.entropy = { fixture_fill, fixture },
		.station = "L03",
		.may_create = true,
		.busy_ms = 1,
	};
	t_done(
	    store_open(fixture->path, &fixture->options, &fixture->store, &err),
	    err);
	*state = fixture;
	return 0;
}

static void
remove_folder(const char *path)
{
	DIR *folder = opendir(path);
	struct dirent *entry;

	while (folder != NULL && (entry = readdir(folder)) != NULL)
		unlinkat(dirfd(folder), entry->d_name, 0);
	if (folder != NULL)
		closedir(folder);
	rmdir(path);
}

int
register_teardown(void **state)
{
	struct register_fixture *fixture = *state;

	store_close(fixture->store);
	remove_folder(fixture->folder);
	arena_free(fixture->arena);
	return 0;
}

void
register_reopen(struct register_fixture *fixture)
{
	struct err err = { 0 };

	store_close(fixture->store);
	fixture->store = NULL;
	t_done(
	    store_open(fixture->path, &fixture->options, &fixture->store, &err),
	    err);
}

void
register_put(struct register_fixture *fixture, const struct record *record)
{
	scoped_transaction transaction = { 0 };
	struct err err = { 0 };

	t_done(
	    transaction_begin(&transaction, fixture->store, "ani", &err), err);
	t_done(store_put(fixture->store, record, &err), err);
	t_done(transaction_commit(&transaction, &err), err);
}

struct record
register_application(struct register_fixture *fixture, const char *number,
    const char *date, const char *name, const char *company)
{
	struct record record =
	    record_of(TABLE_APPLICATION, store_new_id(fixture->store));
	struct arena *arena = fixture->arena;

	record_set_text(&record, arena, APPLICATION_NUMBER, number);
	record_set_text(&record, arena, APPLICATION_RECEIVED_DATE, date);
	record_set_text(&record, arena, APPLICATION_NAME, name);
	record_set_text(&record, arena, APPLICATION_COMPANY_NAME, company);
	register_put(fixture, &record);
	return record;
}
