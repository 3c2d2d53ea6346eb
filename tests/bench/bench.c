#include "bench/bench.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double
now_us(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1e6 + (double)now.tv_nsec / 1e3;
}

static int
by_size(const void *a, const void *b)
{
	double left = *(const double *)a, right = *(const double *)b;

	return (left > right) - (left < right);
}

enum fail
bench_run(const struct bench_op *ops, size_t n, int rounds,
    struct bench_time *ret_times, struct err *err)
{
	double *taken = calloc(n * (size_t)rounds, sizeof *taken);
	enum fail fail = FAIL_NONE;

	assert(taken != NULL && rounds <= BENCH_ROUNDS_MAX);
	for (int round = -rounds / 10; round < rounds && !fail; round++)
		for (size_t i = 0; i < n && !fail; i++) {
			double began = now_us();

			fail = ops[i].run(ops[i].context, round, err);
			if (round >= 0)
				taken[i * (size_t)rounds + (size_t)round] =
				    now_us() - began;
		}
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
