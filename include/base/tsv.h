#ifndef BASE_TSV_H
#define BASE_TSV_H

#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/problem.h"

/*
 * Tables of tab-separated values with a header line; lines that begin with
 * '#' are comments, empty lines are skipped. No quoting. UTF-8 is demanded; a
 * BOM and CRLF are accepted. Ceilings: 4 MiB, 200,000 rows, 32 columns.
 */
struct tsv_row {
	const char *const *cells; /* as many as columns, "" when empty */
	int line;
};

struct tsv {
	const char *file;
	const char *const *columns;
	size_t n_columns;
	const struct tsv_row *rows;
	size_t n;
};

/*
 * The columns must be exactly the n_wanted wanted ones, in that order. A row
 * with another number of cells is a problem of its own.
 */
enum fail tsv_read(const char *file, const char *bytes, size_t size,
    const char *const *wanted, size_t n_wanted, struct problems *problems,
    struct tsv *ret_tsv, struct err *err) must_check;

enum fail tsv_load(const char *path, const char *const *wanted,
    size_t n_wanted, struct problems *problems, struct tsv *ret_tsv,
    struct err *err) must_check;

#endif
