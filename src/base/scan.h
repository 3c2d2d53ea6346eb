#ifndef BASE_SCAN_H
#define BASE_SCAN_H

#include "base/problem.h"

/*
 * What all text files must keep to before they are read: no larger than
 * limit, valid UTF-8, no character that may not stand but tab, newline and
 * the CR before one. Each line with such a fault is a problem ("syntax.…").
 * A BOM is stepped over: *bytes and *size are then changed.
 *
 * Returns how many problems were added.
 */
size_t scan_text(const char *file, const char **bytes, size_t *size,
    size_t limit, struct problems *problems) nonnull(1, 2, 3, 5);

/* The lines of a text, one after the other. */
struct scan {
	const char *at, *end;
	int line; /* number of the line given last */
};

/*
 * The next line without its newline and the CR before it. Returns NULL at the
 * end; a newline at the very end begins no line.
 */
const char *scan_line(struct scan *scan, size_t *ret_length) nonnull(1, 2);

#endif
