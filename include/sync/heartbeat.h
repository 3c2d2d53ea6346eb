#ifndef SYNC_HEARTBEAT_H
#define SYNC_HEARTBEAT_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/crypto.h"
#include "base/err.h"
#include "base/id.h"
#include "domain/number.h"

/*
 * How a counter is, as it says itself: a text (base/directive.h) that travels
 * as the payload of a signed container. It says which bundles there are, what
 * was applied, what is missing. A reader believes none of it further than it
 * must: files are judged by their own signatures.
 *
 * Lines with a name that this program does not know are those of a newer one
 * and are skipped.
 */
enum {
	/* Bundles are named exactly as far back as this; older ones are found
	 * by listing their folder, and judged like any other. */
	HEARTBEAT_OWN_MAX = 64,
	HEARTBEAT_APPLIED_MAX = 1000, /* the most writers a roster has */
	HEARTBEAT_WANTS_MAX = 256,
	HEARTBEAT_BAD_MAX = 64,
	HEARTBEAT_HASH_SIZE = 10, /* of a hash, as it stands in a name */
	HEARTBEAT_PROGRAM_SIZE = 24,
	HEARTBEAT_TOKEN_SIZE = 16,
	HEARTBEAT_CODE_SIZE = 48,
	HEARTBEAT_BAD_SIZE = 96, /* the end of a path */
};

/* A bundle of the one who speaks. */
struct heartbeat_own {
	uint64_t number;
	uint32_t month; /* 202611 */
	uint8_t hash[HEARTBEAT_HASH_SIZE];
};

/* The last bundle of a writer that was applied. */
struct heartbeat_applied {
	struct id writer;
	uint64_t number;
	uint8_t hash[HASH_SIZE];
};

/* A bundle that is needed and was not to be had. */
struct heartbeat_want {
	struct id writer;
	uint64_t number;
};

/* A file that was refused: where, and the code of the reason. */
struct heartbeat_bad {
	char path[HEARTBEAT_BAD_SIZE];
	char code[HEARTBEAT_CODE_SIZE];
};

struct heartbeat {
	char station[STATION_SIZE];
	char program[HEARTBEAT_PROGRAM_SIZE]; /* "0.1.0" */
	uint32_t schema, vocabulary;
	int64_t made_ms; /* by its own clock */
	/* Random for each run: two that say the same counter with different
	 * tokens are two machines. */
	uint8_t token[HEARTBEAT_TOKEN_SIZE];
	uint64_t sealed;           /* number of its last bundle; 0: none */
	struct heartbeat_own *own; /* the last ones, rising */
	size_t n_own;
	struct heartbeat_applied *applied; /* itself too */
	size_t n_applied;
	/* Of its register, at that schema and with what was applied; zeros:
	 * it has entries that no bundle has yet, so there is none to tell. */
	uint8_t digest[HASH_SIZE];
	uint32_t roster, key;      /* the highest it has */
	struct heartbeat_want *wants;
	size_t n_wants;
	struct heartbeat_bad *bad;
	size_t n_bad;
	int64_t ahead_ms;    /* its clock before the share's; 0: not known */
	uint64_t free_bytes; /* of the share, as it saw it */
	uint32_t conflicts;  /* open */
};

/* Append the text; lists longer than their maximum are cut at their end. */
void heartbeat_print(const struct heartbeat *heartbeat, struct buf *text)
    nonnull(1, 2);

/*
 * Read one; its lists live in arena. FAIL_CORRUPT sync.heartbeat-wrong
 * (line): not written by this or a newer program.
 */
enum fail heartbeat_parse(const char *text, size_t size, struct arena *arena,
    struct heartbeat *ret_heartbeat, struct err *err) must_check nonnull(3, 4);

/* What it applied of a writer; NULL when nothing. */
const struct heartbeat_applied *heartbeat_applied_of(
    const struct heartbeat *heartbeat, const struct id *writer) nonnull(1, 2);

#endif
