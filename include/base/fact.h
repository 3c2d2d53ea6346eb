#ifndef BASE_FACT_H
#define BASE_FACT_H

#include <stdarg.h>

#include "base/attr.h"

/*
 * A fact that a person may have to read: a code and its arguments, no
 * sentence. The sentence for a code stands in screens/words.c, where {1} to
 * {4} stand for the arguments. Codes are lower-case words joined by '-',
 * grouped by a dot: "nik.short", "move.missing-field". A test demands that
 * every code used in src/ has its sentence.
 */
enum { FACT_CODE_SIZE = 48, FACT_ARGS = 4, FACT_ARG_SIZE = 96 };

struct fact {
	char code[FACT_CODE_SIZE];
	char arg[FACT_ARGS][FACT_ARG_SIZE];
};

/*
 * Set code and up to FACT_ARGS text arguments, ended by NULL:
 *	fact_set(&fact, "nik.short", "15", NULL);
 * An argument that is too long is cut at a character. fact may be NULL.
 */
void fact_set(struct fact *fact, const char *code, ...) sentinel nonnull(2);

/* The same with a list; fact must not be NULL. */
void fact_vset(struct fact *fact, const char *code, va_list list) nonnull(1, 2);

/* Print into one argument (0-based) of a fact. */
void fact_arg(struct fact *fact, int index, const char *format, ...)
    printf_like(3, 4) nonnull(3);

#endif
