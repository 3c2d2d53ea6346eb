#include "base/buf.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * What text points at while there is no memory yet. Nobody writes there,
 * because room is 0; the detour over an integer only drops the const.
 */
static char *
nothing(void)
{
	return (char *)(uintptr_t) "";
}

void
buf_init(struct buf *buf, size_t ceiling)
{
	*buf = (struct buf){ .text = nothing(), .ceiling = ceiling };
}

void
buf_done(struct buf *buf)
{
	if (buf == NULL)
		return;
	if (buf->room > 0)
		free(buf->text);
	*buf = (struct buf){ .text = nothing() };
}

void
buf_clear(struct buf *buf)
{
	buf->size = 0;
	buf->is_over = false;
	if (buf->room > 0)
		buf->text[0] = '\0';
}

/* Make room for size more bytes and the NUL; false leaves is_over set. */
static bool
make_room(struct buf *buf, size_t size)
{
	size_t needed, room;
	char *text;

	if (buf->is_over)
		return false;
	if (buf->size > buf->ceiling || size > buf->ceiling - buf->size ||
	    buf->ceiling == SIZE_MAX) {
		buf->is_over = true;
		return false;
	}
	needed = buf->size + size + 1;
	if (needed <= buf->room)
		return true;
	room = buf->room < 64 ? 64 : buf->room;
	while (room < needed)
		room = room > SIZE_MAX / 2 ? needed : room * 2;
	text = realloc(buf->room > 0 ? buf->text : NULL, room);
	if (text == NULL) {
		buf->is_over = true;
		return false;
	}
	buf->text = text;
	buf->room = room;
	return true;
}

void
buf_add(struct buf *buf, const void *bytes, size_t size)
{
	if (!make_room(buf, size))
		return;
	if (size > 0)
		memcpy(buf->text + buf->size, bytes, size);
	buf->size += size;
	buf->text[buf->size] = '\0';
}

void
buf_text(struct buf *buf, const char *text)
{
	buf_add(buf, text, strlen(text));
}

void
buf_char(struct buf *buf, char byte)
{
	buf_add(buf, &byte, 1);
}

void
buf_repeat(struct buf *buf, char byte, size_t times)
{
	if (!make_room(buf, times))
		return;
	memset(buf->text + buf->size, byte, times);
	buf->size += times;
	buf->text[buf->size] = '\0';
}

void
buf_print(struct buf *buf, const char *format, ...)
{
	va_list list;

	va_start(list, format);
	buf_vprint(buf, format, list);
	va_end(list);
}

void
buf_vprint(struct buf *buf, const char *format, va_list list)
{
	va_list again;
	int length;

	va_copy(again, list);
	length = vsnprintf(NULL, 0, format, again);
	va_end(again);
	if (length < 0) {
		buf->is_over = true;
		return;
	}
	if (!make_room(buf, (size_t)length))
		return;
	vsnprintf(buf->text + buf->size, (size_t)length + 1, format, list);
	buf->size += (size_t)length;
}

void
buf_cut(struct buf *buf, size_t size)
{
	if (size >= buf->size)
		return;
	buf->size = size;
	buf->text[size] = '\0';
}
