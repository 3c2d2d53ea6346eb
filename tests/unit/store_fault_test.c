/*
 * The disk fails, or the process dies, at each write (strike_step()): what is
 * on the disk is the old or the new, what was acknowledged is there, and the
 * log agrees with the records.
 */
#include "lib/register.h"
#include "lib/strike.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/check.h"
#include "store/draft.h"
#include "store/inside.h"
#include "store/number.h"
#include "store/state.h"

/* One act of the desk: a draft becomes an application with its number. */
static enum fail
receive(struct store *store, struct arena *arena, struct err *err)
{
	struct record person = record_of(TABLE_PERSON, store_new_id(store));
	struct record application =
	    record_of(TABLE_APPLICATION, store_new_id(store));
	struct record event = record_of(TABLE_EVENT, store_new_id(store));
	struct case_state at = { .id = application.id,
		.table = TABLE_APPLICATION,
		.state = "DITERIMA" };
	scoped_transaction transaction = { 0 };
	struct draft_key typed = { "ani", "application", "" };
	char number[REGISTER_NUMBER_SIZE];
	enum fail fail;

	record_set_text(&person, arena, PERSON_NAME, "Wayan Sudarma");
	record_set_text(&application, arena, APPLICATION_NAME, "Wayan");
	record_set_text(
	    &application, arena, APPLICATION_RECEIVED_DATE, "2026-11-02");
	record_set_id(&application, APPLICATION_PERSON_ID, person.id);
	record_set_id(&event, EVENT_PARENT, application.id);
	fail = transaction_begin(&transaction, store, "ani", err);
	if (!fail)
		fail = store_number_next(
		    store, BOOK_APPLICATION, 2026, number, err);
	if (fail)
		return fail;
	record_set_text(&application, arena, APPLICATION_NUMBER, number);
	fail = store_put(store, &person, err);
	if (!fail)
		fail = store_put(store, &application, err);
	if (!fail)
		fail = store_put(store, &event, err);
	if (!fail)
		fail = store_state_put(store, &at, err);
	if (!fail)
		fail = store_draft_drop(store, &typed, err);
	return fail ? fail : transaction_commit(&transaction, err);
}

static enum fail
type(struct store *store, struct err *err)
{
	struct draft draft = { .officer = "ani",
		.form = "application",
		.key = "",
		.body = "name=Wayan",
		.field = "name" };

	return store_draft_put(store, &draft, err);
}

static int64_t
count(struct store *store, const char *text)
{
	struct err err = { 0 };
	int64_t n = -1;

	t_done(sqlite_integer(store->db, text, &n, &err), err);
	return n;
}

/* Whole, and either the act happened as a whole or nothing of it did. */
static int64_t
received(struct register_fixture *fixture)
{
	struct findings findings = { .arena = fixture->arena };
	int64_t n, drafts;
	struct err err = { 0 };

	t_done(store_check(fixture->store, &findings, &err), err);
	if (findings.total > 0)
		fail_msg(
		    "%s %s", findings.list[0].code, findings.list[0].arg[0]);
	n = count(fixture->store, "SELECT count(*) FROM application");
	drafts = count(fixture->store, "SELECT count(*) FROM draft");
	assert_int_equal(n,
	    count(fixture->store, "SELECT coalesce(max(last), 0) FROM series"));
	assert_int_equal(
	    n, count(fixture->store, "SELECT count(*) FROM case_state"));
	assert_int_equal(drafts, n == 0 ? 1 : 0);
	return n;
}

/* The register as it is before the act: one draft, nothing else. */
static void
keep_start(struct register_fixture *fixture, const char *start)
{
	struct err err = { 0 };

	t_done(type(fixture->store, &err), err);
	store_close(fixture->store);
	fixture->store = NULL;
	assert_int_equal(rename(fixture->path, start), 0);
}

static void
back_to_start(struct register_fixture *fixture, const char *start)
{
	char beside[PATH_MAX + 8], bytes[65536];
	int from = open(start, O_RDONLY);
	int to = open(fixture->path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	ssize_t size;

	assert_true(from >= 0 && to >= 0);
	while ((size = read(from, bytes, sizeof bytes)) > 0)
		assert_int_equal(write(to, bytes, (size_t)size), size);
	close(from);
	close(to);
	snprintf(beside, sizeof beside, "%s-wal", fixture->path);
	unlink(beside);
	snprintf(beside, sizeof beside, "%s-shm", fixture->path);
	unlink(beside);
}

/*
 * In a process of its own: open, act, say so, close; killed at its n-th
 * write. True when it was killed; *ret_said when the act was acknowledged.
 */
static bool
is_killed_at(struct register_fixture *fixture, int n, bool *ret_said)
{
	int said[2], status = 0;
	char byte;
	pid_t child;

	assert_int_equal(pipe(said), 0);
	child = fork();
	if (child == 0) {
		struct store *store = NULL;

		strike_at(STRIKE_KILL, n, 0);
		if (store_open(
			fixture->path, &fixture->options, &store, NULL) ||
		    receive(store, fixture->arena, NULL))
			_exit(1);
		if (syscall(SYS_write, said[1], "A", 1) != 1)
			_exit(2);
		store_close(store);
		_exit(0);
	}
	assert_true(child > 0);
	close(said[1]);
	*ret_said = read(said[0], &byte, 1) == 1;
	close(said[0]);
	assert_int_equal(waitpid(child, &status, 0), child);
	if (!WIFSIGNALED(status))
		assert_int_equal(WEXITSTATUS(status), 0);
	return WIFSIGNALED(status);
}

T(a_kill_at_any_write_leaves_the_old_or_the_new)
{
	struct register_fixture *fixture = *state;
	char *start =
	    arena_print(fixture->arena, "%s/start.db", fixture->folder);
	bool said = false;
	int old = 0, acknowledged = 0;
	const int step = strike_step();

	keep_start(fixture, start);
	for (int n = 1;; n += step) {
		bool is_killed;
		int64_t there;

		back_to_start(fixture, start);
		is_killed = is_killed_at(fixture, n, &said);
		register_reopen(fixture);
		there = received(fixture);
		assert_in_range(there, said ? 1 : 0, 1);
		old += there == 0;
		acknowledged += said;
		store_close(fixture->store);
		fixture->store = NULL;
		if (!is_killed)
			break;
	}
	/* Killed before, and killed while the WAL was carried over. */
	assert_true(old * step > 10 && acknowledged * step > 10);
}

T(a_kill_while_it_is_made_leaves_nothing_or_a_register)
{
	struct register_fixture *fixture = *state;
	bool is_killed = true, said;
	struct err err = { 0 };

	for (int n = 1; is_killed; n += strike_step()) {
		store_close(fixture->store);
		fixture->store = NULL;
		assert_int_equal(unlink(fixture->path), 0);
		is_killed = is_killed_at(fixture, n, &said);
		register_reopen(fixture);
		assert_null(store_refusal(fixture->store));
		t_done(type(fixture->store, &err), err);
		assert_in_range(
		    count(fixture->store, "SELECT count(*) FROM application"),
		    said ? 1 : 0, 1);
	}
}

/* Acts with a failing disk until none fails; then everything is there. */
static void
fails_and_recovers(struct register_fixture *fixture, const char *start,
    enum strike strike, int error, const char *code)
{
	bool has_failed = true;

	for (int n = 1; has_failed; n += strike_step()) {
		const char *wanted = code;
		struct err err = { 0 };
		enum fail fail;
		int64_t there;

		back_to_start(fixture, start);
		register_reopen(fixture);
		strike_at(strike, n, error);
		fail = receive(fixture->store, fixture->arena, &err);
		has_failed = strike_calls() >= n;
		strike_at(STRIKE_NEVER, 0, 0);
		/* After a failed fsync it asks to be opened anew. */
		if (store_refusal(fixture->store) != NULL)
			wanted = "store.sync-failed";
		if (fail) {
			assert_int_equal(fail, FAIL_IO);
			assert_string_equal(err.fact.code, wanted);
		}
		register_reopen(fixture);
		there = received(fixture);
		assert_in_range(there, fail ? 0 : 1, 1);
		if (there == 0)
			t_done(
			    receive(fixture->store, fixture->arena, &err), err);
		assert_int_equal(received(fixture), 1);
		store_close(fixture->store);
		fixture->store = NULL;
	}
}

T(a_full_disk_is_told_and_what_was_typed_is_kept)
{
	struct register_fixture *fixture = *state;
	char *start =
	    arena_print(fixture->arena, "%s/start.db", fixture->folder);

	keep_start(fixture, start);
	fails_and_recovers(
	    fixture, start, STRIKE_FOR_EVER, ENOSPC, "store.disk-full");
}

T(a_broken_disk_is_told_and_nothing_is_half)
{
	struct register_fixture *fixture = *state;
	char *start =
	    arena_print(fixture->arena, "%s/start.db", fixture->folder);

	keep_start(fixture, start);
	fails_and_recovers(fixture, start, STRIKE_ONCE, EIO, "store.io");
}

T(after_a_failed_sync_nothing_more_is_written)
{
	struct register_fixture *fixture = *state;
	struct err err = { 0 };
	int n = 0;

	while (store_refusal(fixture->store) == NULL && ++n < 1000) {
		strike_at(STRIKE_ONCE, n, EIO);
		(void)!receive(fixture->store, fixture->arena, &err);
		strike_at(STRIKE_NEVER, 0, 0);
	}
	assert_string_equal(
	    store_refusal(fixture->store)->code, "store.sync-failed");
	assert_int_equal(
	    receive(fixture->store, fixture->arena, &err), FAIL_IO);
	assert_string_equal(err.fact.code, "store.sync-failed");
	register_reopen(fixture);
	t_done(receive(fixture->store, fixture->arena, &err), err);
}

static const struct CMUnitTest tests[] = {
	T_REGISTER(a_kill_at_any_write_leaves_the_old_or_the_new),
	T_REGISTER(a_kill_while_it_is_made_leaves_nothing_or_a_register),
	T_REGISTER(a_full_disk_is_told_and_what_was_typed_is_kept),
	T_REGISTER(a_broken_disk_is_told_and_nothing_is_half),
	T_REGISTER(after_a_failed_sync_nothing_more_is_written),
};

int
main(void)
{
	return T_RUN(tests);
}
