/*
 * A register with 100,000 applications of two counters, 300 of them received
 * at both: what it costs to ask for the pairs, and to look for those of one
 * record when it is put.
 */
#include "lib/t.h"

#include <limits.h>
#include <stdio.h>
#include <unistd.h>

#include "bench/bench.h"
#include "store/alike.h"
#include "store/alike_keep.h"
#include "store/inside.h"
#include "store/rows.h"
#include "store/schema.h"

enum { APPLICATIONS = 100000, PAIRS = 300, AT_ONCE = 1000, ROUNDS = 100 };

struct bench {
	struct store *store;
	struct arena *arena; /* emptied before each act */
	struct t_random random;
	int64_t now_ms;
	size_t n; /* pairs found */
};

static int64_t
clock_of(void *context)
{
	return ((struct bench *)context)->now_ms += 1000;
}

static void
random_fill(void *context, void *bytes, size_t size)
{
	struct bench *bench = context;
	uint8_t *at = bytes;

	for (size_t i = 0; i < size; i++)
		at[i] = (uint8_t)(t_random_next(&bench->random) >> 32);
}

static enum fail
open_register(struct bench *bench, const char *path, struct err *err)
{
	struct store_options options = {
		.clock = { clock_of, bench },
		.entropy = { random_fill, bench },
		.station = "L01",
		.may_create = true,
	};

	return store_open(path, &options, &bench->store, err);
}

static struct id
key_of(int i)
{
	static const struct id none;
	char code[24];

	snprintf(code, sizeof code, "%d", i);
	return id_derived("application", &none, code);
}

/* The second of a pair is of the other counter. */
static struct record
application(struct bench *bench, int i)
{
	struct record record = record_of(TABLE_APPLICATION, key_of(i));
	struct arena *arena = bench->arena;
	bool is_second = i % 2 == 1;
	int who = is_second && i < 2 * PAIRS ? i - 1 : i;

	record_set_text(&record, arena, APPLICATION_NUMBER, arena_print(arena,
	    "L0%d-2026-%04d", is_second ? 2 : 1, i / 2 + 1));
	record_set_text(&record, arena, APPLICATION_STANDARD, "032");
	record_set_text(&record, arena, APPLICATION_KBLI, "22210");
	record_set_text(&record, arena, APPLICATION_RECEIVED_DATE,
	    arena_print(arena, "2026-%02d-%02d", i / 2 % 12 + 1,
	    i / 2 % 28 + 1));
	record_set_text(&record, arena, APPLICATION_NIK,
	    arena_print(arena, "32140115%08d", who));
	record_set_text(&record, arena, APPLICATION_NIB,
	    arena_print(arena, "99%011d", who));
	record_set_text(&record, arena, APPLICATION_NAME,
	    arena_print(arena, "Pemohon %d", who));
	return record;
}

static enum fail
fill(struct bench *bench, struct err *err)
{
	enum fail fail = FAIL_NONE;

	for (int i = 0; i < APPLICATIONS && !fail;) {
		scoped_transaction transaction = { 0 };

		fail =
		    transaction_begin(&transaction, bench->store, "ani", err);
		arena_reset(bench->arena);
		for (int end = i + AT_ONCE; i < end && !fail; i++) {
			struct record record = application(bench, i);

			fail = store_put(bench->store, &record, err);
		}
		if (!fail)
			fail = transaction_commit(&transaction, err);
	}
	return fail;
}

/* The register kept from the last time, or a new one. */
static enum fail
get_register(struct bench *bench, struct err *err)
{
	char here[PATH_MAX - 64], path[PATH_MAX], made[PATH_MAX + 8];
	enum fail fail;

	if (getcwd(here, sizeof here) == NULL)
		return fail_errno(err, "getcwd");
	snprintf(path, sizeof path, "%s/tests/bench/alike-%d.db", here,
	    schema_file_number(&schema_files[schema_files_n - 1]));
	if (access(path, F_OK) != 0) {
		snprintf(made, sizeof made, "%s.new.db", path);
		unlink(made);
		printf("making %d applications, kept for the next time ...\n",
		    APPLICATIONS);
		fflush(stdout);
		fail = open_register(bench, made, err);
		if (!fail)
			fail = fill(bench, err);
		store_closep(&bench->store);
		if (fail || rename(made, path) != 0)
			return fail ? fail : fail_errno(err, "%s", path);
	}
	return open_register(bench, path, err);
}

static enum fail
run_alikes(void *context, int round, struct err *err)
{
	struct bench *bench = context;
	struct alike *list = NULL;

	(void)round;
	arena_reset(bench->arena);
	return store_alikes(bench->store, bench->arena, &list, &bench->n, err);
}

/* In a transaction that is given up. */
static enum fail
run_put(void *context, int round, struct err *err)
{
	struct bench *bench = context;
	scoped_transaction transaction = { 0 };
	struct record record;
	enum fail fail;

	arena_reset(bench->arena);
	record = application(bench, (round + 100) * 7);
	record_set_text(&record, bench->arena, APPLICATION_NOTE, "diubah");
	fail = transaction_begin(&transaction, bench->store, "ani", err);
	return fail ? fail : store_put(bench->store, &record, err);
}

static enum fail
run_keep(void *context, int round, struct err *err)
{
	struct bench *bench = context;
	scoped_transaction transaction = { 0 };
	struct record record;
	enum fail fail;

	arena_reset(bench->arena);
	record = application(bench, (round + 100) * 7);
	fail = transaction_begin(&transaction, bench->store, "ani", err);
	return fail ? fail : alike_keep(bench->store, &record, err);
}

int
main(void)
{
	struct bench bench = { .arena = arena_new(),
		.random.state = 20261102,
		.now_ms = INT64_C(1793600000000) };
	const struct bench_op ops[] = {
		{ "one application put, not committed", run_put, &bench },
		{ "of it: its pairs looked for", run_keep, &bench },
		{ "all open pairs", run_alikes, &bench },
	};
	struct bench_time times[array_length(ops)];
	struct err err = { 0 };
	enum fail fail = get_register(&bench, &err);

	if (!fail)
		fail = bench_run(ops, array_length(ops), ROUNDS, times, &err);
	if (fail)
		fprintf(stderr, "%s: %s\n", fail_name(fail), err.text);
	else
		printf("%d applications, %zu pairs\n", APPLICATIONS, bench.n);
	for (size_t i = 0; i < array_length(ops) && !fail; i++)
		bench_print(ops[i].what, &times[i], "the put",
		    times[i].median / times[0].median, 0);
	store_close(bench.store);
	arena_free(bench.arena);
	return fail ? 1 : 0;
}
