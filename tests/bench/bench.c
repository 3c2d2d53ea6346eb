#include "bench/bench.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* Of the processor: what others do in the meantime is not counted. */
static double
now_us(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec * 1e6 + (double)now.tv_nsec / 1e3;
}

static int
by_size(const void *a, const void *b)
{
	double left = *(const double *)a, right = *(const double *)b;

	return (left > right) - (left < right);
}

enum { BLOCK = 10 };

/* Ten times the same, as a key that is held; taken may be NULL. */
static enum fail
run_block(const struct bench_op *op, int round, double *taken, struct err *err)
{
	enum fail fail = FAIL_NONE;

	for (int i = 0; i < BLOCK && !fail; i++) {
		double began = now_us();

		fail = op->run(op->context, round + i, err);
		if (taken != NULL)
			taken[i] = now_us() - began;
	}
	return fail;
}

enum fail
bench_run(const struct bench_op *ops, size_t n, int rounds,
    struct bench_time *ret_times, struct err *err)
{
	double *taken = calloc(n * (size_t)rounds, sizeof *taken);
	enum fail fail = FAIL_NONE;

	assert(taken != NULL && rounds <= BENCH_ROUNDS_MAX);
	assert(rounds % BLOCK == 0);
	for (int round = -BLOCK; round < rounds && !fail; round += BLOCK)
		for (size_t i = 0; i < n && !fail; i++)
			fail = run_block(&ops[i], round,
			    round < 0 ? NULL :
					taken + i * (size_t)rounds + round,
			    err);
	for (size_t i = 0; i < n && !fail; i++) {
		double *list = taken + i * (size_t)rounds;

		qsort(list, (size_t)rounds, sizeof *list, by_size);
		ret_times[i].median = list[rounds / 2];
		ret_times[i].p99 = list[rounds * 99 / 100];
	}
	free(taken);
	return fail;
}

void
bench_print(const char *what, const struct bench_time *time, const char *of,
    double ratio, double goal)
{
	printf("%-44s %8.0f us  p99 %8.0f us  %6.2f x %s", what, time->median,
	    time->p99, ratio, of);
	if (goal > 0)
		printf("  (goal %.2f: %s)", goal,
		    ratio <= goal ? "met" : "NOT MET");
	putchar('\n');
}
