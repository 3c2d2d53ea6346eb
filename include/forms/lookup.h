#ifndef FORMS_LOOKUP_H
#define FORMS_LOOKUP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "forms/field.h"

/*
 * Lists of values with type-ahead, all behind one table of functions, so that
 * a popup knows none of them. Rows of the store (people, companies) are given
 * by desk or screens with a table of their own.
 */
struct lookup_row {
	const char *code; /* what is stored */
	const char *text;
	const char *note; /* on the right: an edition, a kecamatan; or "" */
};

struct lookup_kind {
	/*
	 * At most limit rows that fit query ("": all), the likeliest first,
	 * into rows; returns how many fit in all. Texts live in the arena.
	 */
	size_t (*filter)(const struct lookup *lookup, const char *query,
	    struct lookup_row *rows, size_t limit, struct arena *arena);
	/* The row with that code; false when there is none. */
	bool (*find)(const struct lookup *lookup, const char *code,
	    struct lookup_row *ret_row, struct arena *arena);
};

struct lookup {
	const struct lookup_kind *kind;
	const void *data; /* borrowed */
	size_t n;
};

size_t lookup_filter(const struct lookup *lookup, const char *query,
    struct lookup_row *rows, size_t limit, struct arena *arena)
    nonnull(1, 2, 5);
bool lookup_find(const struct lookup *lookup, const char *code,
    struct lookup_row *ret_row, struct arena *arena)
    must_check nonnull(1, 2, 3, 4);

struct lookup lookup_choices(const struct field_choice *choices, size_t n);
struct lookup lookup_regions(const struct regions *regions) nonnull(1);

/* Codes are "22210/2020": code and edition. */
struct lookup lookup_kbli(const struct kbli_table *kbli) nonnull(1);
struct lookup lookup_standards(
    const struct standard *const *standards, size_t n);

/* Words of the office; the code is the text itself. */
struct book_list;
struct lookup lookup_words(const struct book_list *list) nonnull(1);

/* Every clause of a standard: its id, its short title or text. */
struct lookup lookup_clauses(const struct standard *standard) nonnull(1);

/* A plain list of rows: officers, for one. */
struct lookup lookup_rows(const struct lookup_row *rows, size_t n);

/*
 * The lookup of a field in this context; false when it has none here (also
 * for person and company, which only the register knows).
 */
bool lookup_of(const struct field *field, const struct field_context *context,
    struct lookup *ret_lookup) must_check nonnull(1, 2, 3);

#endif
