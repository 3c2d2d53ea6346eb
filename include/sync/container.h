#ifndef SYNC_CONTAINER_H
#define SYNC_CONTAINER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/crypto.h"
#include "base/err.h"
#include "base/id.h"

/*
 * The one form of every file on the share: a header in the clear, a body that
 * is packed, padded and (for most kinds) encrypted, a hash, a signature.
 * data/README specifies it byte by byte. What a payload means is not known
 * here.
 *
 * Nothing of a file is believed before its hash and signature are right, and
 * no memory is taken for what a length in it claims: the lengths must agree
 * with the size of the file, and with the limit of its kind, first.
 */

/* Stored and signed: numbers are never given anew. */
enum container_kind {
	CONTAINER_OPS = 1,       /* whole transactions of one writer */
	CONTAINER_HEARTBEAT = 2, /* how a writer is */
	CONTAINER_SNAPSHOT_PART = 3,
	CONTAINER_SNAPSHOT_MANIFEST = 4,
	CONTAINER_ROSTER = 5,       /* who belongs to the fleet; clear */
	CONTAINER_INTRODUCTION = 6, /* a new writer; clear */
};

/* The version of this form that is written, and the oldest that is read. */
enum { CONTAINER_VERSION = 1, CONTAINER_VERSION_OLDEST = 1 };

/* sync.md's parcel limit for one large transaction, before packing. */
enum { CONTAINER_PAYLOAD_MAX = 64 << 20 };

enum {
	CONTAINER_HEAD_SIZE = 166,
	CONTAINER_TAIL_SIZE = 112,
	CONTAINER_KEY_ID_SIZE = 8,
};

/* The header, as told in the clear. */
struct container_head {
	enum container_kind kind;
	bool is_clear; /* not encrypted: roster, introduction */
	struct id fleet;
	struct id writer; /* whose file it is: must match its folder */
	uint64_t number;  /* dense for each writer and kind, from 1 */
	uint64_t first_seq, last_seq; /* entries of the log; 0 0: none */
	uint8_t prev[HASH_SIZE];      /* hash of the writer's file before */
	uint8_t key_id[CONTAINER_KEY_ID_SIZE]; /* zero when clear */
	uint32_t schema;     /* of the register that wrote it */
	uint32_t vocabulary; /* of the payload */
	int64_t hlc;         /* the highest inside, 0: none */
};

/* The limit of a kind's payload, in bytes. */
size_t container_limit(enum container_kind kind);

/* No more than this many bytes can be a file of that kind. */
size_t container_size_limit(enum container_kind kind);

struct container_keys {
	const struct sign_pair *signer;
	const uint8_t *data_key; /* SECRET_KEY_SIZE; NULL for a clear kind */
	const struct entropy *entropy;
};

/*
 * Make a file: appended to file, whose ceiling must leave room for
 * container_size_limit(); *ret_hash is its hash, and names it. data_key:
 * the fleet's key of head->key_id, for all but the clear kinds. head->is_clear
 * need not be set, it follows from the kind.
 *
 * The same arguments and random bytes make the same file.
 *
 * FAIL_INVALID sync.too-large: the payload is above its limit. FAIL_MEMORY:
 * the ceiling of file.
 */
enum fail container_seal(const struct container_head *head, const void *payload,
    size_t size, const struct container_keys *keys, struct buf *file,
    uint8_t ret_hash[HASH_SIZE], struct err *err) must_check nonnull(1, 4, 5);

/*
 * Read the header alone, to know whose key is needed. Sizes and lengths have
 * been found to agree; hash and signature have not been looked at, so that
 * nothing may be concluded from it but which key to look up.
 *
 * FAIL_CORRUPT sync.cut, sync.damaged: it is no whole file of ours;
 * FAIL_CONFLICT sync.newer (version needed): a newer program wrote it;
 * FAIL_INVALID sync.too-large.
 */
enum fail container_peek(const void *bytes, size_t size,
    struct container_head *ret_head, struct err *err) must_check nonnull(3);

/* What a reader knows beforehand, and the keys that belong to it. */
struct container_expect {
	enum container_kind kind;
	struct id fleet;
	struct id writer;          /* of the folder or the name; zero: any */
	uint64_t number;           /* of the name; 0: any */
	const uint8_t *hash;       /* of the name, HASH_SIZE; NULL: any */
	const uint8_t *public_key; /* SIGN_PUBLIC_SIZE: whose it must be */
	const uint8_t *data_key;   /* SECRET_KEY_SIZE; NULL for a clear kind */
};

/*
 * Verify everything, then open: the payload is appended to payload, whose
 * ceiling must leave room for container_limit(). On failure payload is as it
 * was.
 *
 * As container_peek(), and besides:
 *	FAIL_CORRUPT  sync.damaged       the hash, the body or the padding
 *	FAIL_DENIED   sync.signature     not signed by that key
 *	FAIL_INVALID  sync.other-fleet, sync.other-writer, sync.other-kind,
 *	              sync.other-number, sync.other-hash
 *	FAIL_DENIED   sync.other-key     it opens with another key than given
 */
enum fail container_open(const void *bytes, size_t size,
    const struct container_expect *expect, struct container_head *ret_head,
    struct buf *payload, struct err *err) must_check nonnull(3, 4, 5);

/*
 * The same without opening the body, for who may not read it or need not:
 * everything up to the signature is verified.
 */
enum fail container_verify(const void *bytes, size_t size,
    const struct container_expect *expect, struct container_head *ret_head,
    struct err *err) must_check nonnull(3, 4);

/* The hash a file claims in its trailer; size is at least the trailer's. */
void container_hash(const void *bytes, size_t size, uint8_t ret_hash[HASH_SIZE])
    nonnull(1);

#endif
