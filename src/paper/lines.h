#ifndef PAPER_LINES_H
#define PAPER_LINES_H

#include "base/buf.h"
#include "paper/render.h"

/*
 * Lines of a paper, one below the other: never wider than the paper, never
 * cut, with a form feed where a page is full. What a line says comes filled
 * in and sanitised.
 */
struct lines {
	struct paper_size size;
	struct buf *out;
	size_t line; /* lines on this page so far */
};

void lines_blank(struct lines *lines) nonnull(1);
void lines_rule(struct lines *lines, char byte) nonnull(1);
void lines_centered(struct lines *lines, const char *text) nonnull(1, 2);

/*
 * Text wrapped into the columns right of indent. head stands left of it on
 * the first line, or on a line of its own when it needs more than indent.
 */
void lines_hanging(struct lines *lines, const char *head, size_t indent,
    const char *text) nonnull(1, 2, 4);

/* Left and right on one line; below each other when both do not fit. */
void lines_row(struct lines *lines, const char *left, const char *right)
    nonnull(1, 2, 3);

/* The same, with left hanging right of its mark, and wrapped before right. */
void lines_check(struct lines *lines, const char *mark, const char *left,
    const char *right) nonnull(1, 2, 3, 4);

/*
 * Two places to sign beside each other, what they are for above and names
 * below: left and right of each in turn. They stay on one page.
 */
void lines_sign(struct lines *lines, const char *const word[4]) nonnull(1, 2);

#endif
