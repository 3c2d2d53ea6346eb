#ifndef TESTS_LIB_MEETING_H
#define TESTS_LIB_MEETING_H

/*
 * Three counters and a share in memory, for tests of whole rounds: nothing
 * goes wrong but what the test lets go wrong.
 */
#include <unistd.h>

#include "paper_share.h"
#include "station.h"
#include "store/bundle.h"
#include "store/check.h"
#include "store/conflict.h"
#include "store/exchange.h"
#include "store/rows.h"

enum { MEETING_N = 3 };

struct meeting {
	struct t_random random;
	struct draw draw;
	struct t_folder folder;
	struct paper_share paper;
	struct fleet_keys keys;
	struct station at[MEETING_N];
};

static inline int
meeting_setup(void **state)
{
	struct meeting *it = calloc(1, sizeof *it);

	assert_non_null(it);
	it->random = (struct t_random){ 5 };
	it->draw = (struct draw){ 7 };
	/* In memory where that can be: no test here is about a real disk. */
	snprintf(it->folder.path, sizeof it->folder.path, "%s/loket-XXXXXX",
	    access("/dev/shm", W_OK) == 0 ? "/dev/shm" : P_tmpdir);
	assert_non_null(mkdtemp(it->folder.path));
	it->paper = (struct paper_share){ .random = &it->random };
	for (size_t i = 0; i < MEETING_N; i++)
		station_open(&it->at[i], i, it->folder.path, &it->draw);
	fleet_found(&it->keys, it->at, MEETING_N, &it->draw, &it->paper);
	for (size_t i = 0; i < MEETING_N; i++)
		station_join(&it->at[i], &it->keys);
	*state = it;
	return 0;
}

static inline int
meeting_teardown(void **state)
{
	struct meeting *it = *state;

	for (size_t i = 0; i < MEETING_N; i++)
		station_close(&it->at[i]);
	paper_free(&it->paper);
	buf_done(&it->keys.roster);
	t_folder_done(&it->folder);
	free(it);
	return 0;
}

#define T_MEETING(row, test) \
	T_ROW_WITH(row, test, meeting_setup, meeting_teardown)

/* A person under a number, made, or given another name. */
static inline void
meeting_write(
    struct meeting *it, size_t at, const char *number, const char *name)
{
	static const struct id none;
	scoped_arena arena = arena_new();
	scoped_transaction transaction = { 0 };
	struct store *store = it->at[at].store;
	const struct id id = id_derived("meeting", &none, number);
	struct record record;
	struct err err = { 0 };

	if (store_get(store, TABLE_PERSON, &id, arena, &record, NULL))
		record = record_of(TABLE_PERSON, id);
	record_set_text(&record, arena, PERSON_NAME, name);
	t_done(transaction_begin(&transaction, store, "ani", &err), err);
	t_done(store_put(store, &record, &err), err);
	t_done(transaction_commit(&transaction, &err), err);
}

/* Is that the person's name there? "" for one that is not known. */
static inline void
meeting_shows(
    struct meeting *it, size_t at, const char *number, const char *name)
{
	static const struct id none;
	scoped_arena arena = arena_new();
	const struct id id = id_derived("meeting", &none, number);
	struct record record;

	if (store_get(
		it->at[at].store, TABLE_PERSON, &id, arena, &record, NULL))
		assert_string_equal("", name);
	else
		assert_string_equal(record_text(&record, PERSON_NAME), name);
}

/* A round at each; how many did not go well. */
static inline size_t
meeting_rounds(struct meeting *it)
{
	size_t failed = 0;

	for (size_t i = 0; i < MEETING_N; i++)
		failed += !station_round(&it->at[i], &it->paper, 0);
	return failed;
}

/* What one knows of another. */
static inline struct peer
meeting_peer(struct meeting *it, size_t at, size_t other, struct arena *arena)
{
	const struct id writer = store_writer(it->at[other].store);
	struct peer peer = { 0 };
	struct err err = { 0 };

	t_done(
	    store_peer_get(it->at[at].store, &writer, arena, &peer, &err), err);
	return peer;
}

/* One digest, no findings, so many open conflicts at each. */
static inline void
meeting_is_one(struct meeting *it, int64_t conflicts)
{
	for (size_t i = 0; i < MEETING_N; i++) {
		scoped_arena arena = arena_new();
		struct findings findings = { .arena = arena };
		struct err err = { 0 };
		int64_t n = -1;

		assert_true(station_same(&it->at[0], &it->at[i]));
		t_done(store_check(it->at[i].store, &findings, &err), err);
		assert_int_equal(findings.total, 0);
		t_done(store_conflict_count(it->at[i].store, &n, &err), err);
		assert_int_equal(n, conflicts);
	}
}

#endif
