#ifndef TESTS_LIB_CONTAINER_H
#define TESTS_LIB_CONTAINER_H

#include <string.h>

#include "lib/draw.h"
#include "sync/container.h"

/* Files for the share, the same in every run. */
struct sample {
	struct container_head head;
	struct sign_pair signer;
	uint8_t data_key[SECRET_KEY_SIZE];
	struct buf file;
	uint8_t hash[HASH_SIZE];
};

static inline void
sample_done(struct sample *sample)
{
	buf_done(&sample->file);
}
#define scoped_sample scoped(sample_done) struct sample

static inline struct sample
sample_make(enum container_kind kind)
{
	struct sample sample = {
		.head = {
			.kind = kind,
			.number = 12,
			.first_seq = 301,
			.last_seq = 340,
			.schema = 2,
			.vocabulary = 1,
			.hlc = INT64_C(1795000000000) << 16 | 7,
		},
		.data_key = "kunci armada",
	};
	uint8_t seed[SEED_SIZE] = "loket tiga";

	sign_pair_make(seed, &sample.signer);
	memset(sample.head.fleet.byte, 0xf1, ID_SIZE);
	memset(sample.head.writer.byte, 0x03, ID_SIZE);
	memset(sample.head.prev, 0x11, HASH_SIZE);
	if (kind != CONTAINER_ROSTER && kind != CONTAINER_INTRODUCTION)
		memcpy(sample.head.key_id, "kunci 01", CONTAINER_KEY_ID_SIZE);
	buf_init(&sample.file, container_size_limit(kind));
	return sample;
}

static inline bool
sample_is_clear(const struct sample *sample)
{
	return sample->head.kind == CONTAINER_ROSTER ||
	    sample->head.kind == CONTAINER_INTRODUCTION;
}

static inline enum fail
sample_seal(
    struct sample *sample, const void *payload, size_t size, struct err *err)
{
	struct draw draw = { 41 };
	struct entropy entropy = draw_entropy(&draw);
	struct container_keys keys = {
		.signer = &sample->signer,
		.data_key = sample_is_clear(sample) ? NULL : sample->data_key,
		.entropy = &entropy,
	};

	buf_clear(&sample->file);
	return container_seal(&sample->head, payload, size, &keys,
	    &sample->file, sample->hash, err);
}

/* What a reader knows who looks for exactly this file. */
static inline struct container_expect
sample_expect(const struct sample *sample)
{
	return (struct container_expect){
		.kind = sample->head.kind,
		.fleet = sample->head.fleet,
		.writer = sample->head.writer,
		.number = sample->head.number,
		.hash = sample->hash,
		.public_key = sample->signer.public_key,
		.data_key = sample_is_clear(sample) ? NULL : sample->data_key,
	};
}

/* Signed anew, so that only the limits stand between it and memory. */
static inline void
sample_sign_again(struct sample *sample)
{
	const size_t end = sample->file.size - CONTAINER_TAIL_SIZE;
	uint8_t *bytes = (uint8_t *)sample->file.text;

	hash_bytes(bytes, end, NULL, 0, bytes + end);
	sign_hash(&sample->signer, "loket file 1", bytes + end,
	    bytes + end + HASH_SIZE);
	memcpy(sample->hash, bytes + end, HASH_SIZE);
}

#endif
