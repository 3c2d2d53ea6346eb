#ifndef BASE_ERR_H
#define BASE_ERR_H

#include "base/attr.h"
#include "base/fact.h"

/*
 * How a call failed. A function that can fail returns enum fail, takes a last
 * struct err * (may be NULL), and leaves its ret_ outputs untouched when it
 * fails. The kind says what the caller can do about it; the text says what
 * happened, in English, for the log; the fact, when its code is set, is what
 * a person is to be told (screens/words.c has the sentence). Where names the
 * file, or file:line, that is wrong; "" when it is none.
 */
enum fail {
	FAIL_NONE = 0,
	FAIL_INVALID,  /* what was given is wrong: ask again */
	FAIL_MISSING,  /* there is no such thing: show empty */
	FAIL_CONFLICT, /* the thing is in another state: read again */
	FAIL_DENIED,   /* this officer may not */
	FAIL_BUSY,     /* somebody else holds it: wait, try later */
	FAIL_IO,       /* disk, terminal or device: tell the administrator */
	FAIL_CORRUPT,  /* what was stored is damaged: stop, restore */
	FAIL_MEMORY,   /* out of memory, or a named ceiling was reached */
};

enum { ERR_TEXT_SIZE = 240, ERR_WHERE_SIZE = 128 };

struct err {
	enum fail fail;
	struct fact fact;
	char text[ERR_TEXT_SIZE];
	char where[ERR_WHERE_SIZE];
};

/* Name of a kind, for logs and --json: "invalid", "missing", ... */
const char *fail_name(enum fail fail);

/* Record kind and text, forget any fact; returns the kind. */
enum fail fail_set(struct err *err, enum fail fail, const char *format, ...)
    printf_like(3, 4) nonnull(3);

/* As fail_set with ": strerror(errno)" after the text, and errno's kind. */
enum fail fail_errno(struct err *err, const char *format, ...) printf_like(2, 3)
    nonnull(2);

/*
 * Record kind and fact (code and up to four arguments, ended by NULL); the
 * text becomes "code: arg, arg". Returns the kind.
 */
enum fail fail_say(struct err *err, enum fail fail, const char *code, ...)
    sentinel nonnull(3);

/* Put "where: " before the text that is there already. Kind and fact stay. */
void fail_prefix(struct err *err, const char *format, ...) printf_like(2, 3);

#endif
