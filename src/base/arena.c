#include "base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Most definitions and screens fit into one block. */
enum { BLOCK_BYTES = 16 * 1024 };

struct block {
	struct block *older;
	size_t used, room;
	alignas(max_align_t) unsigned char bytes[];
};

struct arena {
	struct block *newest;
};

static void *
must_have(void *memory)
{
	if (memory == NULL) {
		fputs("loket: out of memory\n", stderr);
		abort();
	}
	return memory;
}

static struct block *
block_new(struct block *older, size_t room)
{
	struct block *block;

	if (room > SIZE_MAX - sizeof(*block))
		must_have(NULL);
	block = must_have(malloc(sizeof(*block) + room));
	block->older = older;
	block->used = 0;
	block->room = room;
	return block;
}

struct arena *
arena_new(void)
{
	return must_have(calloc(1, sizeof(struct arena)));
}

void
arena_free(struct arena *arena)
{
	if (arena == NULL)
		return;
	arena_reset(arena);
	free(arena->newest);
	free(arena);
}

void
arena_freep(struct arena **arena)
{
	arena_free(*arena);
	*arena = NULL;
}

void
arena_reset(struct arena *arena)
{
	struct block *block = arena->newest;

	while (block != NULL && block->older != NULL) {
		struct block *older = block->older;

		free(block);
		block = older;
	}
	if (block != NULL)
		block->used = 0;
	arena->newest = block;
}

void *
arena_alloc(struct arena *arena, size_t size)
{
	const size_t step = alignof(max_align_t);
	struct block *block = arena->newest;
	void *memory;

	if (size > SIZE_MAX - step)
		must_have(NULL);
	size = size == 0 ? step : (size + step - 1) / step * step;
	if (block == NULL || block->room - block->used < size) {
		block =
		    block_new(block, size > BLOCK_BYTES ? size : BLOCK_BYTES);
		arena->newest = block;
	}
	memory = block->bytes + block->used;
	block->used += size;
	return memset(memory, 0, size);
}

void *
arena_array(struct arena *arena, size_t n, size_t size)
{
	size_t bytes;

	if (__builtin_mul_overflow(n, size, &bytes))
		must_have(NULL);
	return arena_alloc(arena, bytes);
}

char *
arena_text(struct arena *arena, const char *text)
{
	return text == NULL ? NULL : arena_bytes(arena, text, strlen(text));
}

char *
arena_bytes(struct arena *arena, const void *bytes, size_t n)
{
	char *copy;

	if (n == SIZE_MAX)
		must_have(NULL);
	copy = arena_alloc(arena, n + 1);
	if (n > 0)
		memcpy(copy, bytes, n);
	return copy;
}

char *
arena_print(struct arena *arena, const char *format, ...)
{
	va_list list;
	int length;
	char *text;

	va_start(list, format);
	length = vsnprintf(NULL, 0, format, list);
	va_end(list);
	if (length < 0)
		must_have(NULL);
	text = arena_alloc(arena, (size_t)length + 1);
	va_start(list, format);
	vsnprintf(text, (size_t)length + 1, format, list);
	va_end(list);
	return text;
}

void *
arena_grow(
    struct arena *arena, void *list, size_t n, size_t *capacity, size_t size)
{
	size_t larger;
	void *copy;

	if (n < *capacity)
		return list;
	if (*capacity > SIZE_MAX / 2)
		must_have(NULL);
	larger = *capacity < 8 ? 8 : *capacity * 2;
	copy = arena_array(arena, larger, size);
	if (n > 0)
		memcpy(copy, list, n * size);
	*capacity = larger;
	return copy;
}
