#ifndef DOMAIN_KBLI_H
#define DOMAIN_KBLI_H

#include <stddef.h>

#include "base/err.h"
#include "base/problem.h"
#include "domain/type_ahead.h"

/*
 * KBLI codes with their edition. The same activity may have two codes (22210
 * of 2020 is 22201 of 2025): both are accepted, the edition is stored with
 * the code, because 22299 of one edition need not be that of the other.
 */
struct kbli {
	const char *code;    /* 5 digits */
	const char *edition; /* "2020", "2025" */
	const char *title;
	const char *same_as; /* its code in the other edition; "" unknown */
};

struct kbli_table {
	struct arena *arena;
	const struct kbli *list;
	const struct type_ahead_row *rows; /* as many */
	size_t n;
};

/*
 * Read data/kbli.tsv (code, edition, title, same_as; "-" for none). All
 * problems are added; FAIL_INVALID when there are any. Lives in the arena of
 * problems.
 */
enum fail kbli_read(const char *file, const char *bytes, size_t size,
    struct problems *problems, struct kbli_table *ret_table, struct err *err)
    must_check nonnull(1, 2, 4, 5);

/* NULL when there is none. edition NULL: the newest that has the code. */
const struct kbli *kbli_find(const struct kbli_table *table, const char *code,
    const char *edition) nonnull(1, 2);

/* The same activity in the other edition, or NULL. */
const struct kbli *kbli_other(const struct kbli_table *table,
    const struct kbli *kbli) nonnull(1, 2);

/* type_ahead() over code, title and edition. */
size_t kbli_search(const struct kbli_table *table, const char *query,
    size_t *indexes, size_t limit) nonnull(1, 2);

#endif
