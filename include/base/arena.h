#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

#include "base/attr.h"

/*
 * Memory that dies together: a definition, a screen's rows, one request.
 *
 * Allocation does not fail: when memory is out, the process says so on
 * stderr and aborts. Every value a person typed is in the drafts on disk by
 * then. Nothing is freed one by one.
 */
struct arena;

struct arena *arena_new(void);

/* NULL is allowed. */
void arena_free(struct arena *arena);
void arena_freep(struct arena **arena);
#define scoped_arena scoped(arena_freep) struct arena *

/* Give everything back, keep the arena. */
void arena_reset(struct arena *arena) nonnull(1);

/* size bytes, zeroed, aligned for any type. */
void *arena_alloc(struct arena *arena, size_t size) nonnull(1);

/* n things of size bytes, zeroed; aborts when n * size overflows. */
void *arena_array(struct arena *arena, size_t n, size_t size) nonnull(1);

/* A copy of text; NULL stays NULL. */
char *arena_text(struct arena *arena, const char *text) nonnull(1);

/* A copy of n bytes with a NUL after them. */
char *arena_bytes(struct arena *arena, const void *bytes, size_t n) nonnull(1);

char *arena_print(struct arena *arena, const char *format, ...)
    printf_like(2, 3) nonnull(1, 2);

/*
 * Make room for one more in a growing array of n things of size bytes, whose
 * room is *capacity things: returns the array to use from now on (a larger
 * copy when it was full). list may be NULL when n and *capacity are 0.
 */
void *arena_grow(struct arena *arena, void *list, size_t n, size_t *capacity,
    size_t size) nonnull(1, 4);

#endif
