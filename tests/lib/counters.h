#ifndef TESTS_LIB_COUNTERS_H
#define TESTS_LIB_COUNTERS_H

#include "base/arena.h"
#include "base/clock.h"
#include "base/err.h"
#include "store/store.h"

/* What the acts of tests/lib/counters.c have in common. */
struct counters {
	struct arena *arena;
	struct entropy entropy;
	struct err err;
};

/* 2026-11-02 08:00. */
int64_t counters_now(void *context);

/* The register in a folder, made when station is not NULL; NULL: see err. */
struct store *counters_open(
    struct counters *it, const char *data, const char *station);

/* In an open transaction: the application n is made, or given another name;
 * name NULL: that of its number. */
enum fail counters_write(
    struct counters *it, struct store *store, long n, const char *name);

/* Acts with the words after their name. */
enum fail counters_make(struct counters *it, int n, char **word);
enum fail counters_marker(struct counters *it, int n, char **word);
enum fail counters_forge(struct counters *it, int n, char **word);
enum fail counters_desk(struct counters *it, int n, char **word);

#endif
