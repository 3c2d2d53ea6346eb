#ifndef TESTS_BENCH_BENCH_H
#define TESTS_BENCH_BENCH_H

#include <stddef.h>

#include "base/err.h"

/*
 * One thing measured against another in the same minutes: all in turn, each
 * ten times, then medians of processor time. A ratio holds on any machine, a
 * time does not; less than 20 % is noise.
 */
typedef enum fail bench_fn(void *context, int round, struct err *err);

struct bench_op {
	const char *what;
	bench_fn *run;
	void *context;
};

/* Microseconds. */
struct bench_time {
	double median, p99;
};

enum { BENCH_OPS_MAX = 64, BENCH_ROUNDS_MAX = 2000 };

/* Run each op `rounds` times, a multiple of ten, after ten uncounted ones. */
enum fail bench_run(const struct bench_op *ops, size_t n, int rounds,
    struct bench_time *ret_times, struct err *err);

/* A line of the table; goal 0: none. */
void bench_print(const char *what, const struct bench_time *time,
    const char *of, double ratio, double goal);

#endif
