#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <time.h>
#include <unistd.h>

#include "cli/world.h"

/*
 * The world as the tests set it, in place of src/cli/world.c:
 *
 *	LOKET_CLOCK=2026-11-02T08:00  local time; it stands still, or goes on
 *	LOKET_CLOCK_STEP=1000         by so many milliseconds at each look
 *	LOKET_SEED=words              random bytes that follow from 32 letters
 *	LOKET_FAIL=name:n:kill        die at the n-th time the place is reached,
 *	LOKET_FAIL=name:n:both        with the one who started this process, if
 *	                              it is the child that is at the share,
 *	LOKET_FAIL=name:n:error       or fail there as a full disk would,
 *	LOKET_FAIL=name:n:eio         as a broken one would,
 *	LOKET_FAIL=name:n:hang        stay there for ever,
 *	LOKET_FAIL=name:n:wait        stay there until a signal comes, or 5 s,
 *	LOKET_FAIL=name:n:slow        or dawdle there from then on
 *	LOKET_SHARE_MS=500            the share's deadlines, all of them
 *	LOKET_SCREEN_MARK=1           say when a screen is complete
 *	LOKET_GUARD=1                 run the screens under the watcher
 *	LOKET_SYSCONFDIR=folder       where loket.conf is looked for
 *	LOKET_ROOT=folder             another machine's /etc and /sys
 *
 * Passphrases cost as little as libsodium allows. A switch that cannot be
 * read ends the program, so that a test never passes for the wrong reason.
 */
struct test_world {
	int64_t now_ms, step_ms;
	const char *seed;
	uint64_t drawn; /* blocks of random bytes given so far */
	char place[64];
	long reached, wanted;
	char act[8];
};

/* How long one dawdles, and waits. */
enum { SLOW_MS = 50, WAIT_MS = 5000 };

static void
wrong(const char *name)
{
	fprintf(stderr, "loket-test: %s=%s cannot be read\n", name,
	    getenv(name));
	_exit(99);
}

static int64_t
stepped_now(void *context)
{
	struct test_world *test = context;
	int64_t now = test->now_ms;

	test->now_ms += test->step_ms;
	return now;
}

static int64_t
real_now(void *context)
{
	struct timespec now;

	(void)context;
	clock_gettime(CLOCK_REALTIME, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Block n of the stream is the hash of n under the seed. */
static void
seeded_fill(void *context, void *bytes, size_t size)
{
	struct test_world *test = context;
	unsigned char *at = bytes;
	uint8_t block[HASH_SIZE];

	while (size > 0) {
		size_t n = size < sizeof block ? size : sizeof block;

		hash_bytes(&test->drawn, sizeof test->drawn, test->seed,
		    strlen(test->seed), block);
		test->drawn++;
		memcpy(at, block, n);
		at += n;
		size -= n;
	}
}

static void
kernel_fill(void *context, void *bytes, size_t size)
{
	unsigned char *at = bytes;

	(void)context;
	for (; size > 0; at += 256, size -= 256) {
		if (getentropy(at, size < 256 ? size : 256) != 0)
			abort();
		if (size < 256)
			return;
	}
}

/* One that ends with its parent is the child of a sync. */
static bool
is_child(void)
{
	int number = 0;

	return prctl(PR_GET_PDEATHSIG, &number) == 0 && number == SIGKILL;
}

static enum fail
reach(void *context, const char *name, struct err *err)
{
	struct test_world *test = context;

	bool is_slow = strcmp(test->act, "slow") == 0;

	if (strcmp(name, test->place) != 0 || ++test->reached < test->wanted ||
	    (test->reached > test->wanted && !is_slow))
		return FAIL_NONE;
	if (is_slow)
		return poll(NULL, 0, SLOW_MS) == 0 ? FAIL_NONE : FAIL_IO;
	/* A signal that came before is not waited for. */
	if (strcmp(test->act, "wait") == 0)
		return poll(NULL, 0, WAIT_MS) <= 0 ? FAIL_NONE : FAIL_IO;
	if (strcmp(test->act, "hang") == 0)
		for (;;)
			pause();
	if (strcmp(test->act, "both") == 0 && is_child())
		kill(getppid(), SIGKILL);
	if (test->act[0] == 'k' || test->act[0] == 'b')
		kill(getpid(), SIGKILL);
	errno = strcmp(test->act, "eio") == 0 ? EIO : ENOSPC;
	(void)fail_errno(err, "%s", name);
	/* Where the system would have failed, it is errno that is asked. */
	errno = strcmp(test->act, "eio") == 0 ? EIO : ENOSPC;
	return FAIL_IO;
}

static void
read_clock(struct test_world *test, struct world *world)
{
	const char *text = world_variable("LOKET_CLOCK");
	const char *step = world_variable("LOKET_CLOCK_STEP");
	char *end = NULL;

	world->clock.now_ms = real_now;
	if (text == NULL)
		return;
	if (!local_parse(text, &test->now_ms))
		wrong("LOKET_CLOCK");
	if (step != NULL)
		test->step_ms = strtol(step, &end, 10);
	if (end != NULL && *end != '\0')
		wrong("LOKET_CLOCK_STEP");
	world->clock.now_ms = stepped_now;
	world->clock.context = test;
}

static void
read_failpoint(struct test_world *test, struct world *world)
{
	static const char *const acts[] = { "kill", "both", "error", "eio",
		"hang", "slow", "wait" };
	const char *text = world_variable("LOKET_FAIL");
	size_t n = text != NULL ? strcspn(text, ":") : 0;
	char *end;

	if (text == NULL)
		return;
	if (n == 0 || n >= sizeof test->place || text[n] == '\0')
		wrong("LOKET_FAIL");
	memcpy(test->place, text, n);
	test->wanted = strtol(text + n + 1, &end, 10);
	for (size_t i = 0; i < array_length(acts); i++)
		if (*end == ':' && strcmp(end + 1, acts[i]) == 0)
			snprintf(test->act, sizeof test->act, "%s", acts[i]);
	if (test->wanted < 1 || test->act[0] == '\0')
		wrong("LOKET_FAIL");
	world->failpoint.reach = reach;
	world->failpoint.context = test;
}

static void
read_deadline(struct world *world)
{
	const char *text = world_variable("LOKET_SHARE_MS");
	char *end;

	if (text == NULL)
		return;
	world->share_ms = (int)strtol(text, &end, 10);
	if (world->share_ms < 1 || *end != '\0')
		wrong("LOKET_SHARE_MS");
}

static void
read_seed(struct test_world *test, struct world *world)
{
	test->seed = world_variable("LOKET_SEED");
	if (test->seed != NULL && strlen(test->seed) > HASH_SIZE)
		wrong("LOKET_SEED");
	world->entropy.fill = test->seed != NULL ? seeded_fill : kernel_fill;
	world->entropy.context = test;
}

struct world
world_open(void)
{
	static struct test_world test;
	struct world world = {
		.cost = passphrase_cost_least(),
		.sysconfdir = world_variable("LOKET_SYSCONFDIR"),
	};

	world.root = world_variable("LOKET_ROOT");
	if (world.root == NULL)
		world.root = "";
	if (world.sysconfdir == NULL)
		world.sysconfdir = SYSCONFDIR;
	world.is_guarded = world_variable("LOKET_GUARD") != NULL;
	world.has_mark = world_variable("LOKET_SCREEN_MARK") != NULL;
	read_clock(&test, &world);
	read_seed(&test, &world);
	read_failpoint(&test, &world);
	read_deadline(&world);
	return world;
}

const char *
world_variable(const char *name)
{
	const char *value = getenv(name);

	return value != NULL && *value != '\0' ? value : NULL;
}

void
world_forget(const char *name)
{
	unsetenv(name);
}
