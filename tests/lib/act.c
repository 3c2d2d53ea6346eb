#include "lib/act.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/crypto.h"
#include "desk/desk.h"
#include "desk/officer.h"
#include "desk/session.h"
#include "lib/strike.h"
#include "store/store.h"

static const char passphrase[] = "delapan gajah menari pelan";

/*
 *	act FOLDER [init] [look | WORD N]...
 *
 * Opens the register in FOLDER and does one act after the other; each that
 * succeeds says "done WORD N NUMBER". Faults, from the environment:
 *
 *	ACT_STRIKE=kill:9    die before the 9th write of the process
 *	ACT_STRIKE=full:9    that write fails, the disk is full; or io:9
 *	ACT_FAIL=NAME:kill   die at that failpoint, or NAME:error
 *	ACT_BUSY_MS=50       wait no longer for a lock
 *	ACT_CALLS=1          say at the end how many writes there were
 */
static int64_t
act_now(void *context)
{
	return ((struct act *)context)->now_ms;
}

/* Block n of the stream is the hash of n under the seed. */
static void
act_fill(void *context, void *bytes, size_t size)
{
	struct act *act = context;
	unsigned char *at = bytes;
	uint8_t block[HASH_SIZE];

	while (size > 0) {
		size_t n = size < sizeof block ? size : sizeof block;

		hash_bytes(&act->drawn, sizeof act->drawn, act->seed,
		    strlen(act->seed), block);
		act->drawn++;
		memcpy(at, block, n);
		at += n;
		size -= n;
	}
}

void
act_begin_word(struct act *act, const char *word, int n)
{
	static const struct local_time start = { .date = { 2026, 11, 2 },
		.hour = 8 };

	snprintf(act->seed, sizeof act->seed, "%s %d", word, n);
	act->drawn = 0;
	act->now_ms = local_to_utc(&start) + (int64_t)n * 60000;
}

static enum fail
first_officer(struct act *act, struct err *err)
{
	static const struct officer officer = { .staff_id = "ani",
		.name = "Ani Yudhoyono", .post = "Petugas loket" };
	static const struct officer superior = { .staff_id = "sri",
		.name = "Sri Mulyani", .post = "", .superior = "",
		.roles = ROLE_BIT(ROLE_SUPERIOR) };
	bool has = false;
	enum fail fail = desk_has_officers(act->desk, &has, err);

	if (fail || has)
		return fail;
	fail = desk_officer_first(act->desk, &officer, passphrase, err);
	if (!fail)
		fail = desk_sign_in(act->desk, "ani", passphrase, NULL, err);
	return fail ? fail : desk_officer_add(act->desk, &superior,
	    passphrase, err);
}

enum fail
act_open(struct act *act, const char *folder, bool may_create,
    struct err *err)
{
	const char *busy = getenv("ACT_BUSY_MS");
	struct store_options options = {
		.clock = { act_now, act },
		.entropy = { act_fill, act },
		.station = may_create ? "L03" : NULL,
		.may_create = may_create,
		.busy_ms = busy != NULL ? (int)strtol(busy, NULL, 10) : 0,
	};
	struct desk_options desk_options = {
		.assets = getenv("ACT_ASSETS") != NULL ?
		    getenv("ACT_ASSETS") : getenv("LOKET_SRCDIR"),
		.cost = passphrase_cost_least(),
		.entropy = { act_fill, act },
		.failpoint = act->failpoint,
	};
	enum fail fail;

	act_begin_word(act, "open", 0);
	fail = store_open(arena_print(act->arena, "%s/loket.db", folder),
	    &options, &act->store, err);
	if (!fail)
		fail = desk_open(act->store, &desk_options, &act->desk, err);
	if (!fail && may_create)
		fail = first_officer(act, err);
	return fail;
}

void
act_close(struct act *act)
{
	desk_close(act->desk);
	store_close(act->store);
}

enum fail
act_sign_in(struct act *act, const char *word, struct err *err)
{
	const char *who = act_is_of_complaint(word) ? "sri" : "ani";
	const struct seat *seat = desk_officer(act->desk);

	if (seat != NULL && (strcmp(seat->staff_id, who) == 0 ||
	    strcmp(word, "look") == 0))
		return FAIL_NONE;
	return desk_sign_in(act->desk, who, passphrase, NULL, err);
}

static enum fail
reach(void *context, const char *name, struct err *err)
{
	const char *wanted = context;
	size_t n = strcspn(wanted, ":");

	if (strlen(name) != n || memcmp(name, wanted, n) != 0)
		return FAIL_NONE;
	if (strcmp(wanted + n, ":kill") == 0)
		kill(getpid(), SIGKILL);
	errno = ENOSPC;
	return fail_errno(err, "%s", name);
}

static void
arm(struct act *act)
{
	const char *text = getenv("ACT_STRIKE");
	const char *at = text != NULL ? strchr(text, ':') : NULL;

	if (getenv("ACT_FAIL") != NULL)
		act->failpoint = (struct failpoint){ reach,
			getenv("ACT_FAIL") };
	strike_at(STRIKE_KILL, getenv("ACT_CALLS") != NULL ? 1 << 30 : 0, 0);
	if (getenv("ACT_CALLS") == NULL)
		strike_at(STRIKE_NEVER, 0, 0);
	if (at == NULL)
		return;
	strike_at(*text == 'k' ? STRIKE_KILL : STRIKE_ONCE,
	    (int)strtol(at + 1, NULL, 10), *text == 'f' ? ENOSPC : EIO);
}

static enum fail
do_words(struct act *act, int argc, char **argv, struct err *err)
{
	enum fail fail = FAIL_NONE;

	for (int i = 0; i < argc && !fail; i++) {
		int n;

		if (strcmp(argv[i], "look") == 0) {
			fail = act_look(act, err);
			continue;
		}
		if (i + 1 == argc)
			return fail_set(err, FAIL_INVALID, "%s of which?",
			    argv[i]);
		n = (int)strtol(argv[i + 1], NULL, 10);
		act_begin_word(act, argv[i], n);
		fail = act_sign_in(act, argv[i], err);
		/* The first to come through signs in; the rest does not. */
		act_begin_word(act, argv[i], n);
		if (!fail)
			fail = act_do(act, argv[i], n, err);
		if (!fail)
			printf("done %s %d %s\n", argv[i], n, act->number);
		i++;
	}
	return fail;
}

int
main(int argc, char **argv)
{
	struct act act = { .number = "" };
	struct err err = { 0 };
	bool is_new = argc > 2 && strcmp(argv[2], "init") == 0;
	enum fail fail;

	if (argc < 3 || getenv("LOKET_SRCDIR") == NULL)
		return 2;
	setvbuf(stdout, NULL, _IOLBF, 0);
	signal(SIGXFSZ, SIG_IGN);
	arm(&act);
	act.arena = arena_new();
	fail = crypto_start(&err);
	if (!fail)
		fail = act_open(&act, argv[1], is_new, &err);
	if (!fail)
		fail = do_words(&act, argc - 2 - is_new, argv + 2 + is_new,
		    &err);
	if (fail)
		fprintf(stderr, "%s %s %s: %s\n", fail_name(fail),
		    err.fact.code, err.fact.arg[0], err.text);
	act_close(&act);
	arena_free(act.arena);
	if (getenv("ACT_CALLS") != NULL)
		printf("calls %d\n", strike_calls());
	return fail ? 1 : 0;
}
