#include "lib/counters.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/crypto.h"
#include "domain/record.h"
#include "store/bundle.h"
#include "store/check.h"
#include "store/conflict.h"
#include "store/exchange.h"
#include "store/rows.h"
#include "sync/name.h"

/*
 * Counters that are a fleet, for the tests of the exchange:
 *
 *	counters make SHARE DATA...     registers L01, L02 ..., who know each
 *	                                other, and the marker of a share
 *	counters marker SHARE WORD      another share, of the fleet WORD
 *	counters write DATA N [TEXT]    the application N is made, or is given
 *	                                another name
 *	counters many DATA FROM TO      one transaction of many applications
 *	counters desk DATA FILE         new applications, one after the other,
 *	                                until there is that file; the longest
 *	                                in ms, and how many
 *	counters look DATA              what is seen: each application, how many
 *	                                conflicts are open, how many bundles
 *	                                are forked
 *	counters check DATA             what store_check() finds
 *	counters digest DATA
 *	counters see DATA               these three
 *	counters quarantine DATA        path and reason of what was refused
 *	counters bundles DATA           its own, by state
 *	counters writer DATA            its folder on the share
 *	counters forge DATA SHARE       a heartbeat and a bundle in its name,
 *	                                signed with another key
 *	counters run DATA DONE TOTAL LEFT
 *	                                a round is noted that is under way, so
 *	                                many files done, so many seconds left
 *	counters peers DATA             what is known of the others
 */
static void
kernel_fill(void *context, void *bytes, size_t size)
{
	unsigned char *at = bytes;

	(void)context;
	for (; size > 0; at += 256, size -= 256) {
		if (getentropy(at, size < 256 ? size : 256) != 0)
			abort();
		if (size < 256)
			return;
	}
}

int64_t
counters_now(void *context)
{
	static const struct local_time start = { .date = { 2026, 11, 2 },
		.hour = 8 };

	(void)context;
	return local_to_utc(&start);
}

struct store *
counters_open(struct counters *it, const char *data, const char *station)
{
	struct store_options options = {
		.clock = { .now_ms = counters_now },
		.entropy = it->entropy,
		.station = station,
		.may_create = station != NULL,
	};
	struct store *store;

	if (store_open(arena_print(it->arena, "%s/loket.db", data), &options,
		&store, &it->err))
		return NULL;
	return store;
}

static struct id
key_of(long n)
{
	static const struct id none;
	char code[24];

	snprintf(code, sizeof code, "%ld", n);
	return id_derived("application", &none, code);
}

enum fail
counters_write(
    struct counters *it, struct store *store, long n, const char *name)
{
	struct record record = record_of(TABLE_APPLICATION, key_of(n));
	struct id id = record.id;
	struct err none = { 0 };
	char text[64];

	if (store_get(store, TABLE_APPLICATION, &id, it->arena, &record,
		&none) == FAIL_MISSING) {
		record = record_of(TABLE_APPLICATION, id);
		record_set_text(&record, it->arena, APPLICATION_RECEIVED_DATE,
		    "2026-11-02");
		record_set_text(&record, it->arena, APPLICATION_COMPANY_NAME,
		    "PT Contoh Plastik");
	}
	snprintf(text, sizeof text, "Pemohon %ld", n);
	record_set_text(
	    &record, it->arena, APPLICATION_NAME, name != NULL ? name : text);
	return store_put(store, &record, &it->err);
}

static enum fail
write_range(
    struct counters *it, const char *data, long from, long to, const char *name)
{
	scoped_store store = counters_open(it, data, NULL);
	scoped_transaction transaction = { 0 };
	enum fail fail;

	if (store == NULL)
		return it->err.fail;
	fail = transaction_begin(&transaction, store, "ani", &it->err);
	for (long n = from; n <= to && !fail; n++)
		fail = counters_write(it, store, n, name);
	return fail ? fail : transaction_commit(&transaction, &it->err);
}

static enum fail
do_write(struct counters *it, int n, char **word)
{
	long number = strtol(word[1], NULL, 10);

	return write_range(it, word[0], number, number, n > 2 ? word[2] : NULL);
}

static enum fail
do_many(struct counters *it, int n, char **word)
{
	(void)n;
	return write_range(it, word[0], strtol(word[1], NULL, 10),
	    strtol(word[2], NULL, 10), NULL);
}

static enum fail
do_run(struct counters *it, int n, char **word)
{
	scoped_store store = counters_open(it, word[0], NULL);
	struct exchange_run run = { .cause = "hand",
		.phase = EXCHANGE_PUBLISHING };
	enum fail fail;

	(void)n;
	if (store == NULL)
		return it->err.fail;
	run.done = strtol(word[1], NULL, 10);
	run.total = strtol(word[2], NULL, 10);
	run.seconds_left = strtol(word[3], NULL, 10);
	fail = store_run_begin(store, &run, &it->err);
	return fail ? fail : store_run_show(store, &run, &it->err);
}

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Names of applicants, as they are found. */
struct seen {
	struct arena *arena;
	char **list;
	size_t n, room;
};

static enum fail
see(void *context, const struct record *record, struct err *err)
{
	struct seen *seen = context;

	(void)err;
	seen->list = arena_grow(
	    seen->arena, seen->list, seen->n, &seen->room, sizeof *seen->list);
	seen->list[seen->n++] =
	    arena_text(seen->arena, record_text(record, APPLICATION_NAME));
	return FAIL_NONE;
}

static enum fail
look(struct counters *it, struct store *store)
{
	scoped_arena arena = arena_new();
	struct seen seen = { .arena = it->arena };
	struct bundles forked = { .arena = it->arena };
	int64_t conflicts = 0;
	enum fail fail =
	    store_each(store, TABLE_APPLICATION, arena, see, &seen, &it->err);

	if (!fail)
		fail = store_conflict_count(store, &conflicts, &it->err);
	if (!fail)
		fail = store_bundles_forked(store, &forked, &it->err);
	if (fail)
		return fail;
	if (seen.n > 0)
		qsort(seen.list, seen.n, sizeof *seen.list, by_text);
	for (size_t i = 0; i < seen.n; i++)
		printf("%s\n", seen.list[i]);
	printf("conflicts %lld forks %zu\n", (long long)conflicts, forked.n);
	return FAIL_NONE;
}

static enum fail
check(struct counters *it, struct store *store)
{
	struct findings findings = { .arena = it->arena };
	enum fail fail = store_check(store, &findings, &it->err);

	for (size_t i = 0; i < findings.n && !fail; i++)
		printf("%s %s %s\n", findings.list[i].code,
		    findings.list[i].arg[0], findings.list[i].arg[1]);
	return fail;
}

static enum fail
digest(struct counters *it, struct store *store)
{
	uint8_t hash[HASH_SIZE];
	char text[HASH_HEX_SIZE];
	enum fail fail = store_digest(store, hash, &it->err);

	if (fail)
		return fail;
	hash_print(hash, text);
	printf("%s\n", text);
	return FAIL_NONE;
}

static enum fail
see_all(struct counters *it, struct store *store)
{
	enum fail fail = look(it, store);

	if (!fail)
		fail = check(it, store);
	return fail ? fail : digest(it, store);
}

static enum fail
quarantine(struct counters *it, struct store *store)
{
	struct quarantined *list;
	size_t n;
	int64_t total;
	enum fail fail = store_quarantine(
	    store, 1000, it->arena, &list, &n, &total, &it->err);

	for (size_t i = 0; i < n && !fail; i++)
		printf("%s %s\n", list[i].path, list[i].reason.code);
	return fail;
}

static enum fail
peers(struct counters *it, struct store *store)
{
	struct peer *list;
	size_t n;
	enum fail fail = store_peers(store, it->arena, &list, &n, &it->err);

	for (size_t i = 0; i < n && !fail; i++)
		printf("%s heard %llu applied %llu has %llu %s%s%s\n",
		    list[i].station, (unsigned long long)list[i].heartbeat,
		    (unsigned long long)list[i].applied,
		    (unsigned long long)list[i].has_of_us,
		    list[i].digest_differs ? "differs" : "agrees",
		    list[i].trouble.code[0] != '\0' ? " " : "",
		    list[i].trouble.code);
	return fail;
}

static enum fail
bundles(struct counters *it, struct store *store)
{
	struct bundles sealed = { .arena = it->arena };
	struct bundles sent = { .arena = it->arena };
	enum fail fail =
	    store_bundles_own(store, BUNDLE_SEALED, &sealed, &it->err);

	if (!fail)
		fail = store_bundles_own(store, BUNDLE_SENT, &sent, &it->err);
	if (!fail)
		printf("sealed %zu sent %zu\n", sealed.n, sent.n);
	return fail;
}

static enum fail
writer(struct counters *it, struct store *store)
{
	const struct id id = store_writer(store);
	char text[NAME_WRITER_SIZE];

	(void)it;
	name_writer(&id, text);
	printf("%s\n", text);
	return FAIL_NONE;
}

static const struct {
	const char *name;
	int least;
	enum fail (*with_words)(struct counters *it, int n, char **word);
	enum fail (*with_store)(struct counters *it, struct store *store);
} acts[] = {
	{ "make", 2, counters_make, NULL },
	{ "marker", 2, counters_marker, NULL },
	{ "write", 2, do_write, NULL },
	{ "many", 3, do_many, NULL },
	{ "desk", 2, counters_desk, NULL },
	{ "run", 4, do_run, NULL },
	{ "look", 1, NULL, look },
	{ "check", 1, NULL, check },
	{ "see", 1, NULL, see_all },
	{ "bundles", 1, NULL, bundles },
	{ "writer", 1, NULL, writer },
	{ "forge", 2, counters_forge, NULL },
	{ "digest", 1, NULL, digest },
	{ "quarantine", 1, NULL, quarantine },
	{ "peers", 1, NULL, peers },
};

static enum fail
act(struct counters *it, int n, char **word)
{
	for (size_t i = 0; i < array_length(acts); i++) {
		scoped_store store = NULL;

		if (n < 1 || strcmp(acts[i].name, word[0]) != 0 ||
		    n - 1 < acts[i].least)
			continue;
		if (acts[i].with_words != NULL)
			return acts[i].with_words(it, n - 1, word + 1);
		store = counters_open(it, word[1], NULL);
		return store == NULL ? it->err.fail :
				       acts[i].with_store(it, store);
	}
	return fail_set(&it->err, FAIL_INVALID, "no such act");
}

int
main(int argc, char **argv)
{
	scoped_arena arena = arena_new();
	struct counters it = {
		.arena = arena,
		.entropy = { .fill = kernel_fill },
	};

	if (crypto_start(&it.err) || act(&it, argc - 1, argv + 1)) {
		fprintf(stderr, "counters: %s %s\n", fail_name(it.err.fail),
		    it.err.text);
		return 1;
	}
	return 0;
}
