#include "base/tsv.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/scan.h"

enum { FILE_MAX = 4 << 20, ROWS_MAX = 200000, COLUMNS_MAX = 32 };

struct reader {
	const struct tsv *tsv; /* what is wanted */
	struct problems *problems;
	struct scan scan;
	struct tsv_row *rows;
	size_t n, room;
};

/*
 * Split a line at its tabs. Returns the number of cells, of which at most
 * COLUMNS_MAX are kept.
 */
static size_t
split(struct arena *arena, const char *text, size_t length,
    const char *cell[COLUMNS_MAX])
{
	const char *end = text + length;
	size_t n = 0;

	for (;;) {
		const char *tab = memchr(text, '\t', (size_t)(end - text));
		const char *stop = tab == NULL ? end : tab;

		if (n < COLUMNS_MAX)
			cell[n] =
			    arena_bytes(arena, text, (size_t)(stop - text));
		n++;
		if (tab == NULL)
			return n;
		text = tab + 1;
	}
}

static void
say_cells(const struct reader *reader, size_t wanted, size_t found)
{
	char wanted_text[24], found_text[24];

	snprintf(wanted_text, sizeof(wanted_text), "%zu", wanted);
	snprintf(found_text, sizeof(found_text), "%zu", found);
	problems_add(reader->problems, reader->tsv->file, reader->scan.line,
	    "tsv.cells", wanted_text, found_text, NULL);
}

/* The header must name the wanted columns, and nothing else. */
static bool
check_header(const struct reader *reader, const char *text, size_t length)
{
	const char *cell[COLUMNS_MAX];
	size_t n = split(reader->problems->arena, text, length, cell);
	bool is_right = true;

	if (n != reader->tsv->n_columns) {
		say_cells(reader, reader->tsv->n_columns, n);
		return false;
	}
	for (size_t i = 0; i < n; i++) {
		if (strcmp(cell[i], reader->tsv->columns[i]) == 0)
			continue;
		problems_add(reader->problems, reader->tsv->file,
		    reader->scan.line, "tsv.column", reader->tsv->columns[i],
		    cell[i], NULL);
		is_right = false;
	}
	return is_right;
}

/* The next line that is neither empty nor a comment. */
static const char *
next_line(struct reader *reader, size_t *ret_length)
{
	const char *text;

	for (;;) {
		text = scan_line(&reader->scan, ret_length);
		if (text == NULL || (*ret_length > 0 && text[0] != '#'))
			return text;
	}
}

static void
add_row(struct reader *reader, const char *const *cells)
{
	struct arena *arena = reader->problems->arena;
	const size_t n = reader->tsv->n_columns;

	reader->rows = arena_grow(arena, reader->rows, reader->n, &reader->room,
	    sizeof(*reader->rows));
	reader->rows[reader->n++] = (struct tsv_row){
		.cells = memcpy(arena_array(arena, n, sizeof(*cells)), cells,
		    n * sizeof(*cells)),
		.line = reader->scan.line,
	};
}

static void
read_rows(struct reader *reader)
{
	const size_t n_columns = reader->tsv->n_columns;
	const char *text, *cell[COLUMNS_MAX];
	size_t length, n;

	while (reader->problems->n < PROBLEMS_MAX) {
		text = next_line(reader, &length);
		if (text == NULL)
			return;
		if (reader->n >= ROWS_MAX) {
			problems_add(reader->problems, reader->tsv->file,
			    reader->scan.line, "tsv.too-many", NULL);
			return;
		}
		n = split(reader->problems->arena, text, length, cell);
		if (n == n_columns)
			add_row(reader, cell);
		else
			say_cells(reader, n_columns, n);
	}
}

enum fail
tsv_read(struct tsv *tsv, const char *bytes, size_t size,
    struct problems *problems, struct err *err)
{
	const size_t before = problems->n;
	struct reader reader = { .tsv = tsv, .problems = problems };
	const char *text;
	size_t length;

	assert(tsv->n_columns <= COLUMNS_MAX);
	if (scan_text(tsv->file, &bytes, &size, FILE_MAX, problems) > 0)
		return problems_fail(problems, err);
	reader.scan = (struct scan){ .at = bytes, .end = bytes + size };
	text = next_line(&reader, &length);
	if (text == NULL)
		problems_add(problems, tsv->file, 0, "tsv.header", NULL);
	else if (check_header(&reader, text, length))
		read_rows(&reader);
	if (problems->n > before)
		return problems_fail(problems, err);
	tsv->rows = reader.rows;
	tsv->n = reader.n;
	return FAIL_NONE;
}

enum fail
tsv_load(struct tsv *tsv, const char *path, struct problems *problems,
    struct err *err)
{
	char *bytes;
	size_t size;
	enum fail fail;

	fail = file_read(path, FILE_MAX, problems->arena, &bytes, &size, err);
	if (fail)
		return fail;
	tsv->file = arena_text(problems->arena, file_name(path));
	return tsv_read(tsv, bytes, size, problems, err);
}
