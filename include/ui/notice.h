#ifndef UI_NOTICE_H
#define UI_NOTICE_H

#include <stddef.h>

#include "base/attr.h"
#include "ui/face.h"

/*
 * What is said in the message line: the last one, and the twenty before it.
 * The word in front (GALAT:, PERIKSA:, INFO:) is part of text.
 */
enum notice_kind { NOTICE_NONE, NOTICE_INFO, NOTICE_DOUBT, NOTICE_ERROR };

enum { NOTICE_SIZE = 320, NOTICES_MAX = 20 };

struct notice {
	enum notice_kind kind;
	char text[NOTICE_SIZE]; /* cut at a character */
};

struct notices {
	struct notice now;
	struct notice past[NOTICES_MAX]; /* a ring */
	size_t n;			 /* how many were ever kept */
};

/* Say something; it is kept among the past ones too. */
void notice_say(struct notices *notices, enum notice_kind kind,
    const char *text) nonnull(1, 3);

/* Clear the message line; the past stays. */
void notice_clear(struct notices *notices) nonnull(1);

/* The i-th last one (0: the newest), or NULL. */
const struct notice *notice_past(const struct notices *notices, size_t i)
    nonnull(1);

enum face notice_face(enum notice_kind kind);

#endif
