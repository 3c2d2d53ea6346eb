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

/* file, columns and n_columns are set by the caller, the rest is read. */
struct tsv {
	const char *file;           /* as it is named in problems */
	const char *const *columns; /* exactly these, in that order */
	size_t n_columns;
	const struct tsv_row *rows;
	size_t n;
};

/*
 * Read bytes as a table. All problems are added to problems ("tsv.…",
 * "syntax.…"), FAIL_INVALID is returned when there are any: a header with
 * other columns, a row with another number of cells. Everything lives in the
 * arena of problems.
 */
enum fail tsv_read(struct tsv *tsv, const char *bytes, size_t size,
    struct problems *problems, struct err *err) must_check;

/* Read the file at path, then as above; its base name becomes file. */
enum fail tsv_load(struct tsv *tsv, const char *path, struct problems *problems,
    struct err *err) must_check;

#endif
