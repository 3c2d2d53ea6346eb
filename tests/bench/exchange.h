#ifndef TESTS_BENCH_EXCHANGE_H
#define TESTS_BENCH_EXCHANGE_H

#include "base/err.h"

/* The applications of a register, and those changed in a day. */
enum { EXCHANGE_MANY = 100000, EXCHANGE_CHANGED = 300 };

/*
 * Two counters that know each other: "one" with the applications, none of
 * them sealed yet, "two" with nothing, and "share", empty. Made in a folder
 * that is not there yet.
 */
enum fail exchange_make(const char *folder, struct err *err);

/* A day's work: EXCHANGE_CHANGED of them judged and taken a step on. context
 * is the folder. */
enum fail exchange_change(void *context, struct err *err);

#endif
