/*
 * The complaint book with 100,000 entries against one with 200: a page must
 * cost the same, and no more than a bare walk of SQLite along an index times
 * what a page is more than that.
 */
#include "lib/t.h"

#include <limits.h>
#include <stdio.h>
#include <unistd.h>

#include "bench/bench.h"
#include "lib/book.h"
#include "store/inside.h"
#include "store/schema.h"

enum {
	FEW = 200,
	MANY = 100000,
	AT_ONCE = 10, /* entries of a transaction, while the book is made */
	ROUNDS = 200,
	PAGE = 22, /* rows of a screen */
};

/* One register, and what is asked of it. */
struct bench {
	struct store *store;
	struct arena *arena, *other; /* emptied before each act */
	struct t_random random;
	int64_t now_ms;
	const struct complaint_row *last; /* of the page before */
};

/* Twenty minutes later at each look: keys rise as they do at a counter. */
static int64_t
clock_of(void *context)
{
	struct bench *bench = context;

	return bench->now_ms += (int64_t)20 * 60 * 1000;
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
open_book(struct bench *bench, const char *path, struct err *err)
{
	struct store_options options = {
		.clock = { clock_of, bench },
		.entropy = { random_fill, bench },
		.station = "L03",
		.may_create = true,
	};

	return store_open(path, &options, &bench->store, err);
}

static enum fail
fill(struct bench *bench, int n, struct err *err)
{
	enum fail fail = FAIL_NONE;

	for (int i = 0; i < n && !fail;) {
		scoped_transaction transaction = { 0 };

		fail =
		    transaction_begin(&transaction, bench->store, "ani", err);
		for (int end = i + AT_ONCE; i < end && i < n && !fail; i++) {
			struct book_entry entry = book_entry(&bench->random, i);

			arena_reset(bench->arena);
			fail =
			    book_put(bench->store, bench->arena, &entry, err);
		}
		if (!fail)
			fail = transaction_commit(&transaction, err);
	}
	return fail;
}

/* A book of n entries: the one kept from the last time, or a new one. */
static enum fail
get_book(struct bench *bench, int n, struct err *err)
{
	char here[PATH_MAX - 64], path[PATH_MAX], made[PATH_MAX + 8];
	enum fail fail;

	bench->arena = arena_new();
	bench->other = arena_new();
	bench->random.state = 20261102;
	bench->now_ms = INT64_C(1735700000000); /* 2025 begins */
	if (getcwd(here, sizeof here) == NULL)
		return fail_errno(err, "getcwd");
	snprintf(path, sizeof path, "%s/tests/bench/book-%d-%d.db", here, n,
	    schema_file_number(&schema_files[schema_files_n - 1]));
	if (access(path, F_OK) != 0) {
		snprintf(made, sizeof made, "%s.new.db", path);
		unlink(made);
		printf("making %d complaints, kept for the next time ...\n", n);
		fflush(stdout);
		fail = open_book(bench, made, err);
		if (!fail)
			fail = fill(bench, n, err);
		store_closep(&bench->store);
		if (fail || rename(made, path) != 0)
			return fail ? fail : fail_errno(err, "%s", path);
	}
	return open_book(bench, path, err);
}

static enum fail
page_of(struct bench *bench, const struct complaint_filter *filter,
    bool is_backwards, struct err *err)
{
	struct complaint_page page = { .arena = bench->arena,
		.limit = PAGE,
		.is_backwards = is_backwards };

	arena_reset(bench->arena);
	return store_complaints(bench->store, filter, &page, err);
}

/* What a bare program would do for a page: 22 rows along one index. */
static enum fail
bare_page(void *context, int round, struct err *err)
{
	static const struct sql sql = {
		"SELECT c.id, c.number, c.received_date, c.state, c.due, "
		"m.object, m.channel, m.kind FROM case_state c "
		"CROSS JOIN complaint m WHERE c.table_number = 11 AND "
		"c.received_date < ?1 AND m.id = c.id "
		"ORDER BY c.received_date DESC, c.id DESC LIMIT 22",
		false
	};
	struct bench *bench = context;
	scoped_query query = { 0 };
	bool has_row = false;
	enum fail fail;

	(void)round;
	arena_reset(bench->arena);
	fail = query_open(&query, bench->store, &sql, err);
	if (fail)
		return fail;
	query_text(&query, 1, "9999");
	fail = query_step(&query, &has_row, err);
	while (!fail && has_row) {
		for (int i = 1; i < 8; i++)
			column_text(&query, i, bench->arena);
		fail = query_step(&query, &has_row, err);
	}
	return fail;
}

/* The filters of the book, and whether the last page is asked for. */
static const struct asked {
	const char *what;
	struct complaint_filter filter;
	bool is_backwards;
} pages[] = {
	{ "HOME, newest first", { .is_descending = true }, false },
	{ "END", { .is_descending = true }, true },
	{ "by number", { .sort = COMPLAINTS_NUMBER }, false },
	{ "open ones by time left",
	    { .sort = COMPLAINTS_DUE,
		.states = { "diterima", "ditelaah", "internal", "tim-teknis",
		    "apip", "ditindaklanjuti" },
		.n_states = 6 },
	    false },
	{ "overdue ones", { .sort = COMPLAINTS_DUE, .due_to = "2025-03-01" },
	    false },
	{ "one kind", { .kind = "koreksi", .is_descending = true }, false },
	{ "one channel", { .channel = "m", .is_descending = true }, false },
	{ "one problem", { .problem = "biaya", .is_descending = true }, false },
	{ "one clause", { .clause = "32/7.3", .is_descending = true }, false },
	{ "kind, channel, problem, not of one officer",
	    { .kind = "saran",
		.channel = "b",
		.problem = "sarana",
		.hidden_from = "dedi" },
	    false },
	{ "six conditions",
	    { .kind = "saran",
		.channel = "m",
		.problem = "sarana",
		.clause = "32/7.3",
		.states = { "apip" },
		.n_states = 1,
		.due_to = "2026-01-01" },
	    false },
	{ "a whole name", { .text = "siti radarma" }, false },
	{ "three letters", { .text = "dar" }, false },
	{ "one letter", { .text = "s" }, false },
	{ "a word that is nowhere", { .text = "zzzzz" }, false },
};

enum { PAGES_N = array_length(pages) };

struct ask {
	struct bench *bench;
	const struct asked *asked;
};

static enum fail
run_page(void *context, int round, struct err *err)
{
	const struct ask *ask = context;

	(void)round;
	return page_of(
	    ask->bench, &ask->asked->filter, ask->asked->is_backwards, err);
}

/* Page after page; others empty the arenas after ten. */
static enum fail
page_down(void *context, int round, struct err *err)
{
	static const struct complaint_filter filter = { .is_descending = true };
	struct bench *bench = context;
	struct arena *kept = bench->arena; /* the page before lives there */
	struct complaint_page page = { .arena = bench->other, .limit = PAGE };
	enum fail fail;

	if (round % 10 != 0)
		page.after = bench->last;
	arena_reset(bench->other);
	fail = store_complaints(bench->store, &filter, &page, err);
	bench->last = page.n == 0 ? NULL : &page.list[page.n - 1];
	bench->arena = bench->other;
	bench->other = kept;
	return fail;
}

static enum fail
run_counts(void *context, int round, struct err *err)
{
	struct complaint_filter overdue = { .due_to = "2025-03-01" };
	struct complaint_filter soon = { .due_from = "2025-03-01",
		.due_to = "2025-03-04" };
	struct complaint_filter running = { .due_from = "2025-01-01" };
	struct bench *bench = context;
	size_t n = 0;
	enum fail fail;

	(void)round;
	fail = store_complaint_count(bench->store, &overdue, 1000, &n, err);
	if (!fail)
		fail =
		    store_complaint_count(bench->store, &soon, 1000, &n, err);
	return fail ?
	    fail :
	    store_complaint_count(bench->store, &running, 1000, &n, err);
}

static enum fail
run_clauses(void *context, int round, struct err *err)
{
	struct bench *bench = context;
	struct clause_counts counts = { .arena = bench->arena };

	(void)round;
	arena_reset(bench->arena);
	return store_complaint_clauses(
	    bench->store, "2025-01-01", "2025-12-31", "dedi", &counts, err);
}

static enum fail
run_related(void *context, int round, struct err *err)
{
	static const struct relation relation = {
		.nik = "3214015500000007",
		.phone = "+6281200000007",
		.name = "Siti Radarma",
		.clauses = "32/7.3 32/6.4",
		.service = "32",
	};
	struct bench *bench = context;
	struct related related = { .arena = bench->arena, .limit = 20 };

	(void)round;
	arena_reset(bench->arena);
	return store_related(bench->store, &relation, &related, err);
}

/* Open the register anew and read the first page: what a start costs. */
static enum fail
run_start(void *context, int round, struct err *err)
{
	static const struct complaint_filter filter = { .is_descending = true };
	const struct bench *bench = context;
	struct bench other = *bench;
	enum fail fail;

	(void)round;
	fail = open_book(&other, store_path(bench->store), err);
	if (!fail)
		fail = page_of(&other, &filter, false, err);
	store_close(other.store);
	return fail;
}

static const struct {
	const char *what;
	bench_fn *run;
	double goal; /* times the small book; 0: it grows with the answer */
} acts[] = {
	{ "open the register, first page", run_start, 1.15 },
	{ "page down", page_down, 1.15 },
	{ "overdue, soon, unanswered", run_counts, 0 },
	{ "clauses of a year", run_clauses, 0 },
	{ "related cases", run_related, 0 },
};

enum { ACTS_N = array_length(acts), OPS_N = 1 + PAGES_N + ACTS_N };

static void
list_ops(struct bench *bench, struct ask *asks, struct bench_op *ops)
{
	*ops++ =
	    (struct bench_op){ "22 rows of bare SQLite", bare_page, bench };
	for (size_t i = 0; i < PAGES_N; i++) {
		asks[i] = (struct ask){ bench, &pages[i] };
		*ops++ = (struct bench_op){ pages[i].what, run_page, &asks[i] };
	}
	for (size_t i = 0; i < ACTS_N; i++)
		*ops++ = (struct bench_op){ acts[i].what, acts[i].run, bench };
}

static void
print(const struct bench_op *ops, const struct bench_time *times)
{
	const struct bench_time *few = times, *many = times + OPS_N;

	printf("%d complaints; at the end: times the same with %d, and "
	       "times the first line\n",
	    MANY, FEW);
	for (size_t i = 0; i < OPS_N; i++) {
		double goal = 0;

		if (i > PAGES_N)
			goal = acts[i - 1 - PAGES_N].goal;
		bench_print(ops[i].what, &many[i], "few",
		    many[i].median / few[i].median, goal);
		printf("%44s %8.2f x the bare page%s\n", "",
		    many[i].median / many[0].median,
		    many[i].p99 > 16000 ? ", OVER 16 ms" : "");
	}
}

int
main(void)
{
	struct bench few = { 0 }, many = { 0 };
	struct ask asks[2 * PAGES_N];
	struct bench_op ops[2 * OPS_N];
	struct bench_time times[2 * OPS_N];
	struct err err = { 0 };
	enum fail fail;

	fail = get_book(&few, FEW, &err);
	if (!fail)
		fail = get_book(&many, MANY, &err);
	if (!fail) {
		list_ops(&few, asks, ops);
		list_ops(&many, asks + PAGES_N, ops + OPS_N);
		fail = bench_run(ops, (size_t)2 * OPS_N, ROUNDS, times, &err);
	}
	if (!fail)
		print(ops, times);
	else
		fprintf(stderr, "%s: %s\n", fail_name(fail), err.text);
	store_close(few.store);
	store_close(many.store);
	arena_free(few.arena);
	arena_free(few.other);
	arena_free(many.arena);
	arena_free(many.other);
	return fail ? 1 : 0;
}
