#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"

/*
 * Growing bytes with a ceiling named at birth. text is always NUL-terminated
 * after the first add, and "" before.
 *
 * Adding past the ceiling, or when memory is out, adds nothing and sets
 * is_over; every later add is refused too, so that a writer may check once at
 * the end.
 */
struct buf {
	char *text;
	size_t size; /* bytes in use, without the NUL */
	size_t room;
	size_t ceiling;
	bool is_over;
};

void buf_init(struct buf *buf, size_t ceiling) nonnull(1);
void buf_done(struct buf *buf);
#define scoped_buf scoped(buf_done) struct buf

/* Forget the content and is_over, keep the memory. */
void buf_clear(struct buf *buf) nonnull(1);

void buf_add(struct buf *buf, const void *bytes, size_t size) nonnull(1);
void buf_text(struct buf *buf, const char *text) nonnull(1, 2);
void buf_char(struct buf *buf, char byte) nonnull(1);
void buf_repeat(struct buf *buf, char byte, size_t times) nonnull(1);
void buf_print(struct buf *buf, const char *format, ...) printf_like(2, 3)
    nonnull(1, 2);
void buf_vprint(struct buf *buf, const char *format, va_list list)
    printf_like(2, 0) nonnull(1, 2);

/* Shorten to size bytes (does nothing when it is shorter already). */
void buf_cut(struct buf *buf, size_t size) nonnull(1);

#endif
