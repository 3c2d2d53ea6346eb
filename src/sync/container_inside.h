#ifndef SYNC_CONTAINER_INSIDE_H
#define SYNC_CONTAINER_INSIDE_H

#include "sync/container.h"

/* Where things stand in a file; for the files of the container only. */
enum {
	/* Hides the exact amount of work of a small night. */
	PAD_SIZE = 4096,
	/* A piece that is encrypted and checked at once. */
	CHUNK_SIZE = 64 * 1024,
	CHUNK_LENGTH_SIZE = 4,
	/* In front of the packed bytes: both lengths, before padding. */
	INNER_SIZE = 16,
	MAGIC_SIZE = 8,
};

#define CONTAINER_WORD "loket file 1"

/* The header with what only sealing and opening need. */
struct container_frame {
	struct container_head head;
	uint64_t plain;  /* the payload, rounded up to PAD_SIZE */
	uint64_t packed; /* the body before encryption, as above */
	uint8_t stream[STREAM_HEAD_SIZE];
};

bool container_is_clear(enum container_kind kind);

uint64_t container_padded(uint64_t size);

/* What a chunk has besides its bytes: its length, and the cipher's. */
size_t container_chunk_extra(bool is_clear);

/* The size of the whole file with a body of that size. */
uint64_t container_total(uint64_t packed, bool is_clear);

void container_put_head(
    const struct container_frame *frame, uint8_t head[CONTAINER_HEAD_SIZE]);
void container_put_end(uint64_t total, uint8_t end[8 + MAGIC_SIZE]);

/* As container_peek(). */
enum fail container_frame_read(const void *bytes, size_t size,
    struct container_frame *ret_frame, struct err *err) must_check;

void little_put(uint8_t *at, uint64_t number, size_t size);
uint64_t little_get(const uint8_t *at, size_t size);

#endif
