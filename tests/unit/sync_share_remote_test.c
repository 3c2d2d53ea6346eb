#include "lib/t.h"

#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include "base/file.h"
#include "sync/share_remote.h"

#define BUNDLE "w/abc/b/1.bnd"

enum { LONG_MS = 60 * 1000, SHORT_MS = 300 };

struct fixture {
	struct t_folder folder; /* of the share; the lock is beside it */
	char lock[80];
	struct arena *arena;
};

static int
setup(void **state)
{
	struct fixture *it = calloc(1, sizeof *it);
	struct err err = { 0 };

	it->folder = t_folder_new();
	it->arena = arena_new();
	snprintf(it->lock, sizeof it->lock, "%s.lock", it->folder.path);
	t_done(file_write(
		   t_path(it->arena, &it->folder, "fleet"), "m", 1, 0600, &err),
	    err);
	*state = it;
	return 0;
}

static int
teardown(void **state)
{
	struct fixture *it = *state;

	t_folder_done(&it->folder);
	unlink(it->lock);
	arena_free(it->arena);
	free(it);
	return 0;
}

/* The program itself, started as a child: see main. fault is the point at
 * which it stops for ever, or dies. */
static enum fail
start(struct fixture *it, const char *fault, int ms,
    struct share_remote *ret_remote, struct err *err)
{
	const char *const argv[] = { "/proc/self/exe", it->folder.path, fault,
		NULL };
	const struct share_start how = {
		.argv = argv,
		.lock_path = it->lock,
		.limits = { .marker_ms = ms, .mib_ms = ms, .run_ms = LONG_MS },
	};

	return share_remote_start(&how, ret_remote, err);
}

static enum fail
put(const struct share *share, const char *bytes, size_t size, struct err *err)
{
	const struct share_file file = {
		.path = BUNDLE,
		.bytes = bytes,
		.size = size,
		.kind = SHARE_BUNDLE,
	};
	int64_t ms;

	return share_put(share, &file, &ms, err);
}

T(all_calls_come_through)
{
	struct fixture *it = *state;
	scoped_remote remote = { 0 };
	const struct share_wish wish = {
		.folder = "w/abc/b", .suffix = ".bnd", .newest = 5
	};
	const struct share share = share_remote(&remote);
	const size_t size = 3 << 20;
	char *bytes = arena_alloc(it->arena, size);
	struct share_names names = { 0 };
	struct share_space space = { 0 };
	scoped_buf back = { 0 };
	uint8_t hash[HASH_SIZE];
	struct err err = { 0 };

	memset(bytes, 'x', size);
	hash_bytes(bytes, size, NULL, 0, hash);
	buf_init(&back, size);
	t_done(start(it, "", LONG_MS, &remote, &err), err);
	t_done(put(&share, bytes, size, &err), err);
	t_done(share_get(&share, BUNDLE, size, &back, &err), err);
	assert_int_equal(back.size, size);
	assert_memory_equal(back.text, bytes, size);
	t_done(share_compare(&share, BUNDLE, size, hash, &err), err);
	t_done(share_list(&share, &wish, it->arena, &names, &err), err);
	assert_int_equal(names.n, 1);
	assert_string_equal(names.name[0], "1.bnd");
	assert_string_equal(names.sample, "");
	t_done(share_space(&share, &space, &err), err);
	assert_true(space.size_bytes > 0);
	t_done(share_remove(&share, BUNDLE, &err), err);
	assert_int_equal(
	    share_compare(&share, BUNDLE, size, hash, &err), FAIL_MISSING);
	assert_true(share_remote_end(&remote));
}

T(failures_come_through_with_their_code)
{
	struct fixture *it = *state;
	scoped_remote remote = { 0 };
	const struct share share = share_remote(&remote);
	scoped_buf back = { 0 };
	struct err err = { 0 };

	t_done(start(it, "", LONG_MS, &remote, &err), err);
	t_done(put(&share, "isi", 3, &err), err);
	assert_int_equal(put(&share, "lain", 4, &err), FAIL_CONFLICT);
	assert_string_equal(err.fact.code, "share.other-bytes");
	assert_string_equal(err.fact.arg[0], BUNDLE);
	buf_init(&back, 2);
	assert_int_equal(
	    share_get(&share, BUNDLE, 2, &back, &err), FAIL_INVALID);
	assert_int_equal(
	    share_get(&share, "nothing", 2, &back, &err), FAIL_MISSING);
	assert_int_equal(back.size, 0);
}

/* B3: at each point of a put the child stops for ever. */
T(a_child_that_hangs_is_given_up_at_the_deadline)
{
	struct fixture *it = *state;
	static const char *const point[] = { "S06", "S07", "S08", "S09", "S10",
		"S11", "S12", "S13" };
	const char *path = t_path(it->arena, &it->folder, BUNDLE);
	struct err err = { 0 };
	int64_t before;

	for (size_t i = 0; i < array_length(point); i++) {
		scoped_remote remote = { 0 };
		const struct share share = share_remote(&remote);

		t_done(start(it, point[i], SHORT_MS, &remote, &err), err);
		before = monotonic_ms();
		if (put(&share, "isi", 3, &err) != FAIL_BUSY)
			print_message("%s: %s\n", point[i], err.text);
		assert_int_equal(err.fail, FAIL_BUSY);
		assert_true(share_is_hung(&err));
		/* It is not asked again. */
		assert_int_equal(share_remove(&share, BUNDLE, &err), FAIL_BUSY);
		assert_true(share_remote_end(&remote));
		assert_true(monotonic_ms() - before < SHORT_MS + 2000);
		/* Only the last two have the name in place. */
		assert_int_equal(unlink(path) == 0, i >= 6);
	}
}

T(a_child_that_dies_is_told_and_not_waited_for)
{
	struct fixture *it = *state;
	scoped_remote remote = { 0 };
	const struct share share = share_remote(&remote);
	struct err err = { 0 };

	t_done(start(it, "kill S09", LONG_MS, &remote, &err), err);
	assert_int_equal(put(&share, "isi", 3, &err), FAIL_IO);
	assert_string_equal(err.fact.code, "share.child");
	assert_int_equal(put(&share, "isi", 3, &err), FAIL_IO);
	assert_true(share_remote_end(&remote));
}

/* B4: at most one process hangs, whatever is tried. */
T(no_second_child_is_started_while_the_first_is_there)
{
	struct fixture *it = *state;
	scoped_remote first = { 0 };
	scoped_remote second = { 0 };
	struct err err = { 0 };

	t_done(start(it, "", LONG_MS, &first, &err), err);
	assert_int_equal(start(it, "", LONG_MS, &second, &err), FAIL_BUSY);
	assert_string_equal(err.fact.code, "share.stuck");
	assert_true(share_remote_end(&first));
	t_done(start(it, "", LONG_MS, &second, &err), err);
}

static enum fail
stop_there(void *context, const char *name, struct err *err)
{
	const char *fault = context;

	(void)err;
	if (strcmp(name, fault) == 0)
		for (;;)
			pause();
	if (strncmp(fault, "kill ", 5) == 0 && strcmp(name, fault + 5) == 0)
		kill(getpid(), SIGKILL);
	return FAIL_NONE;
}

/* Each child has other letters: a letter of a name is five bits. */
static void
fill(void *context, void *bytes, size_t size)
{
	unsigned pid = (unsigned)getpid();

	(void)context;
	for (size_t i = 0; i < size; i++, pid /= 32)
		((unsigned char *)bytes)[i] = pid % 32;
}

static int
be_the_child(const char *root, char *fault)
{
	const struct failpoint failpoint = { stop_there, fault };
	struct share_direct direct = {
		.root = root,
		.entropy = { .fill = fill },
		.failpoint = &failpoint,
	};

	child_follow_parent();
	return share_serve(&direct, 0, 1) ? 0 : 1;
}

#define T_SHARE(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		T_SHARE(all_calls_come_through),
		T_SHARE(failures_come_through_with_their_code),
		T_SHARE(a_child_that_hangs_is_given_up_at_the_deadline),
		T_SHARE(a_child_that_dies_is_told_and_not_waited_for),
		T_SHARE(no_second_child_is_started_while_the_first_is_there),
	};

	if (argc == 3)
		return be_the_child(argv[1], argv[2]);
	return T_RUN(tests);
}
