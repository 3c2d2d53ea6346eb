/* Before anything of a register is published it must be whole and durable. */
#include "lib/tamper.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/inside.h"

T(a_register_at_work_may_be_published_from)
{
	struct register_fixture *fixture = *state;
	int64_t schema = 0;
	struct err err = { 0 };

	register_intake(fixture);
	t_done(store_health(fixture->store, &err), err);
	t_done(store_schema(fixture->store, &schema, &err), err);
	assert_true(schema >= 1);
}

/* A3: with NORMAL a power cut makes it forget what others were told. */
T(a_register_that_is_not_durable_may_not)
{
	struct register_fixture *fixture = *state;
	struct err err = { 0 };

	assert_int_equal(sqlite3_exec(fixture->store->db,
			     "PRAGMA synchronous = NORMAL", NULL, NULL, NULL),
	    SQLITE_OK);
	assert_int_equal(store_health(fixture->store, &err), FAIL_CONFLICT);
	assert_string_equal(err.fact.code, "store.not-durable");
}

/* A9: a page is overwritten. Opening finds it, or this does. */
T(a_register_with_a_smashed_page_may_not)
{
	struct register_fixture *fixture = *state;
	static const char zeros[600];
	struct err err = { 0 };
	struct stat status;
	int smashed = 0;

	for (int i = 0; i < 20; i++)
		register_intake(fixture);
	for (int page = 8; page < 24; page++) {
		enum fail fail;
		char kept[sizeof zeros];
		off_t at = (off_t)page * 4096;
		int fd;

		store_close(fixture->store);
		fixture->store = NULL;
		fd = open(fixture->path, O_RDWR | O_CLOEXEC);
		assert_int_equal(fstat(fd, &status), 0);
		assert_true(at + (off_t)sizeof zeros < status.st_size);
		assert_int_equal(pread(fd, kept, sizeof kept, at), sizeof kept);
		assert_int_equal(
		    pwrite(fd, zeros, sizeof zeros, at), sizeof zeros);
		fail = store_open(
		    fixture->path, &fixture->options, &fixture->store, &err);
		if (!fail)
			fail = store_health(fixture->store, &err);
		assert_true(fail == FAIL_NONE || fail == FAIL_CORRUPT);
		smashed += fail == FAIL_CORRUPT;
		store_close(fixture->store);
		fixture->store = NULL;
		assert_int_equal(
		    pwrite(fd, kept, sizeof kept, at), sizeof kept);
		close(fd);
		t_done(store_open(fixture->path, &fixture->options,
			   &fixture->store, &err),
		    err);
	}
	/* A page may be empty; not all of them are. */
	assert_true(smashed >= 8);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T_REGISTER(a_register_at_work_may_be_published_from),
		T_REGISTER(a_register_that_is_not_durable_may_not),
		T_REGISTER(a_register_with_a_smashed_page_may_not),
	};

	return T_RUN(tests);
}
