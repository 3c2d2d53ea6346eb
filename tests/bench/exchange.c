/*
 * A night's exchange against the other ways to bring 300 changed applications
 * of 100,000 to a second machine, all in one run: what they put on the wire,
 * and how long they take. And the first round of a new counter.
 *
 * The exchange is the real round on a folder of this machine: sealed, signed,
 * fsynced, read back, and at the other end verified, merged, committed. Its
 * bytes are all that appeared on the share, heartbeats and padding too.
 */
#include "bench/exchange.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/crypto.h"
#include "bench/spent.h"
#include "lib/counters.h"
#include "store/check.h"
#include "store/schema.h"
#include "sync/round.h"
#include "sync/share_direct.h"

struct bench {
	struct arena *arena;
	char *folder;         /* of what is measured: one, two, share */
	int64_t sealed_bytes; /* what the exchange put on the share */
	int64_t dump_bytes;
};

/* One counter's round; what it did is in run. */
struct turn {
	const struct bench *bench;
	const char *counter;
};

static void
kernel_fill(void *context, void *bytes, size_t size)
{
	(void)context;
	for (size_t at = 0; at < size; at += 256)
		if (getentropy((char *)bytes + at,
			size - at < 256 ? size - at : 256) != 0)
			abort();
}

static enum fail
go(struct turn *turn, struct arena *arena, struct err *err)
{
	const char *folder =
	    arena_print(arena, "%s/%s", turn->bench->folder, turn->counter);
	struct counters counters = { .arena = arena,
		.entropy = { .fill = kernel_fill } };
	scoped_store store = counters_open(&counters, folder, NULL);
	scoped_fleet fleet = { 0 };
	struct share_direct direct = { .entropy = counters.entropy };
	struct exchange_run run = { .cause = "hand" };
	struct round round = { .store = store,
		.fleet = &fleet,
		.share = share_direct(&direct),
		.clock = { counters_now, NULL },
		.entropy = counters.entropy,
		.program = "bench",
		.run = &run };
	enum fail fail = counters.err.fail;

	direct.root = arena_print(arena, "%s/share", turn->bench->folder);
	if (!fail)
		fail = fleet_open(folder, arena, &fleet, err);
	if (!fail)
		fail = store_run_begin(store, &run, err);
	if (!fail)
		fail = round_go(&round, err);
	if (!fail && (*round.later.code != '\0' || run.refused > 0))
		fail = fail_set(
		    err, FAIL_IO, "left for later: %s", round.later.code);
	return fail;
}

static enum fail
take_turn(void *context, struct err *err)
{
	scoped_arena arena = arena_new();

	return go(context, arena, err);
}

static void
must(bool is_done, const char *what)
{
	if (is_done)
		return;
	fprintf(stderr, "bench exchange: %s failed\n", what);
	exit(1);
}

static void
print(const char *what, int64_t bytes, const struct spent *spent)
{
	printf("  %-34s", what);
	if (bytes >= 0)
		printf("%12lld bytes", (long long)bytes);
	else
		printf("%18s", "");
	printf("%9.2f s%9.2f s", spent->wall_s, spent->cpu_s);
}

/* Run a command in the folder. */
static bool
shell(const struct bench *bench, const char *command, struct spent *spent)
{
	return spent_on_shell(arena_print(bench->arena, "set -e; cd '%s'; %s",
				  bench->folder, command),
	    spent);
}

static int64_t
bytes_of(const struct bench *bench, const char *name)
{
	return spent_bytes(
	    arena_print(bench->arena, "%s/%s", bench->folder, name));
}

/* The round of one counter: its line, and what it added to the share. */
static int64_t
measure_turn(struct bench *bench, const char *counter, const char *what,
    bool is_telling_memory)
{
	int64_t before = bytes_of(bench, "share"), bytes;
	struct turn turn = { bench, counter };
	struct spent spent;

	must(spent_on(take_turn, &turn, &spent), what);
	bytes = bytes_of(bench, "share") - before;
	print(what, bytes, &spent);
	if (is_telling_memory)
		printf("  %.0f MiB at most", spent.peak_mib);
	putchar('\n');
	return bytes;
}

static void
digest_of(
    const struct bench *bench, const char *counter, uint8_t digest[HASH_SIZE])
{
	scoped_arena arena = arena_new();
	struct counters counters = { .arena = arena,
		.entropy = { .fill = kernel_fill } };
	scoped_store store = counters_open(&counters,
	    arena_print(arena, "%s/%s", bench->folder, counter), NULL);

	must(store != NULL, "opening a register");
	must(!store_digest(store, digest, &counters.err), "digest");
}

static void
must_agree(const struct bench *bench)
{
	uint8_t one[HASH_SIZE], two[HASH_SIZE];

	digest_of(bench, "one", one);
	digest_of(bench, "two", two);
	must(memcmp(one, two, HASH_SIZE) == 0, "comparing the two digests");
}

/* The registers: made once, and copied for each run. */
static void
prepare(struct bench *bench)
{
	const int schema =
	    schema_file_number(&schema_files[schema_files_n - 1]);
	const char *kept =
	    arena_print(bench->arena, "tests/bench/exchange-%d.kept", schema);
	const char *made = arena_print(bench->arena, "%s.new", kept);
	struct err err = { 0 };
	struct spent spent;
	enum fail fail;
	char *here = getcwd(NULL, 0);

	must(here != NULL, "getcwd");
	bench->folder =
	    arena_print(bench->arena, "%s/tests/bench/exchange.now", here);
	if (access(kept, F_OK) != 0) {
		printf("making %d applications, kept for the next time ...\n",
		    EXCHANGE_MANY);
		fflush(stdout);
		must(spent_on_shell("rm -rf tests/bench/exchange-*", &spent),
		    "rm");
		fail = exchange_make(
		    arena_print(bench->arena, "%s/%s", here, made), &err);
		if (fail)
			fprintf(stderr, "%s %s\n", err.fact.code, err.text);
		must(!fail && rename(made, kept) == 0, "making them");
	}
	free(here);
	must(spent_on_shell(
		 arena_print(bench->arena, "rm -rf '%s'; cp -R '%s' '%s'",
		     bench->folder, kept, bench->folder),
		 &spent),
	    "cp");
}

static void
print_head(const char *what)
{
	printf("%-36s%18s%11s%11s\n", what, "", "wall", "processor");
}

/* The whole history, from one counter that was never in a fleet to another. */
static void
first_round(struct bench *bench)
{
	print_head("the first round of a new counter");
	measure_turn(bench, "one", "seal and publish 100,000", true);
	measure_turn(bench, "two", "pull and apply them", true);
	measure_turn(bench, "one", "hear of it", false);
	must_agree(bench);
}

static void
night(struct bench *bench)
{
	struct spent spent;

	must(shell(bench, "cp one/loket.db old.db", &spent), "cp");
	must(spent_on(exchange_change, bench->folder, &spent), "changes");
	must(shell(bench, "cp one/loket.db new.db", &spent), "cp");
	print_head("\n300 changed applications of 100,000");
	bench->sealed_bytes =
	    measure_turn(bench, "one", "loket: seal and publish", true);
	measure_turn(bench, "two", "loket: pull and apply", true);
	must_agree(bench);
}

/* Another way: how many bytes, and how many times those of the exchange. */
static void
compare(const struct bench *bench, const char *what, int64_t bytes,
    const struct spent *spent)
{
	print(what, bytes, spent);
	printf("  %.0f x loket\n", (double)bytes / (double)bench->sealed_bytes);
}

/* The tools that are wanted; says which one is not there. */
static bool
has(const char *program, const char *package)
{
	if (spent_has(program))
		return true;
	printf("  skipped: %s is not here (Debian: %s)\n", program, package);
	return false;
}

static void
measure_dump(struct bench *bench)
{
	struct spent spent;

	must(
	    shell(bench, "sqlite3 new.db .dump | zstd -q -3 >dump.zst", &spent),
	    "dump");
	bench->dump_bytes = bytes_of(bench, "dump.zst");
	compare(bench, "sqlite3 .dump | zstd -3", bench->dump_bytes, &spent);
}

/* "Total bytes sent: 1,234,567" of rsync --stats. */
static int64_t
rsync_sent(const struct bench *bench)
{
	static const char label[] = "Total bytes sent: ";
	char line[256];
	int64_t bytes = 0;
	FILE *stats = fopen(
	    arena_print(bench->arena, "%s/rsync.out", bench->folder), "r");

	must(stats != NULL, "rsync --stats");
	while (fgets(line, sizeof line, stats) != NULL)
		if (strncmp(line, label, strlen(label)) == 0)
			for (char *c = line + strlen(label); *c != '\0'; c++)
				if (*c >= '0' && *c <= '9')
					bytes = bytes * 10 + *c - '0';
	fclose(stats);
	return bytes;
}

static void
measure_rsync(struct bench *bench)
{
	struct spent spent;

	must(shell(bench, "cp old.db rsynced.db; sync", &spent), "cp");
	must(shell(bench,
		 "rsync -z --inplace --no-whole-file --stats new.db "
		 "rsynced.db >rsync.out",
		 &spent),
	    "rsync");
	compare(bench, "rsync -z --inplace", rsync_sent(bench), &spent);
	must(shell(bench, "cmp new.db rsynced.db", &spent), "rsync's copy");
}

static void
measure_diff(struct bench *bench)
{
	struct spent spent;

	must(shell(
		 bench, "sqldiff old.db new.db | zstd -q -3 >diff.zst", &spent),
	    "sqldiff");
	compare(bench, "sqldiff | zstd -3 (both files here)",
	    bytes_of(bench, "diff.zst"), &spent);
}

static void
other_ways(struct bench *bench)
{
	const bool has_zstd = has("zstd", "zstd");

	if (has_zstd && has("sqlite3", "sqlite3"))
		measure_dump(bench);
	if (has("rsync", "rsync"))
		measure_rsync(bench);
	if (has_zstd && has("sqldiff", "sqlite3-tools"))
		measure_diff(bench);
}

static void
goal(const char *what, double value, double limit)
{
	printf("  %-34s%12.1f  (goal %.0f: %s)\n", what, value, limit,
	    value <= limit ? "met" : "NOT MET");
}

/* Decided: a KiB for a changed application, a fiftieth of a dump. */
static void
print_goals(const struct bench *bench)
{
	goal("bytes per changed application",
	    (double)bench->sealed_bytes / EXCHANGE_CHANGED, 1024);
	if (bench->dump_bytes > 0)
		goal("per cent of a dump",
		    100.0 * (double)bench->sealed_bytes /
			(double)bench->dump_bytes,
		    2);
}

int
main(void)
{
	scoped_arena arena = arena_new();
	struct bench bench = { .arena = arena };
	struct spent spent;
	struct err err = { 0 };

	must(!crypto_start(&err), "libsodium");
	prepare(&bench);
	first_round(&bench);
	night(&bench);
	other_ways(&bench);
	print_goals(&bench);
	spent_on_shell("rm -rf tests/bench/exchange.now", &spent);
	return 0;
}
