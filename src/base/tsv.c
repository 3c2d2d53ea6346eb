#include "base/tsv.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/scan.h"

enum { FILE_MAX = 4 << 20, ROWS_MAX = 200000, COLUMNS_MAX = 32 };

struct reader {
	const char *file;
	struct problems *problems;
	const char *const *wanted;
	size_t n_wanted;
	struct scan scan;
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
			cell[n] = arena_bytes(arena, text,
			    (size_t)(stop - text));
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
	problems_add(reader->problems, reader->file, reader->scan.line,
	    "tsv.cells", wanted_text, found_text, NULL);
}

/* The header must name the wanted columns, and nothing else. */
static bool
check_header(const struct reader *reader, const char *text, size_t length)
{
	const char *cell[COLUMNS_MAX];
	size_t n = split(reader->problems->arena, text, length, cell);
	bool is_right = true;

	if (n != reader->n_wanted) {
		say_cells(reader, reader->n_wanted, n);
		return false;
	}
	for (size_t i = 0; i < n; i++) {
		if (strcmp(cell[i], reader->wanted[i]) == 0)
			continue;
		problems_add(reader->problems, reader->file,
		    reader->scan.line, "tsv.column", reader->wanted[i],
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
read_rows(struct reader *reader, struct tsv *tsv)
{
	struct arena *arena = reader->problems->arena;
	const size_t n_columns = reader->n_wanted;
	struct tsv_row *rows = NULL;
	const char *text, *cell[COLUMNS_MAX];
	size_t room = 0, length, n;

	while (reader->problems->n < PROBLEMS_MAX) {
		text = next_line(reader, &length);
		if (text == NULL)
			break;
		if (tsv->n >= ROWS_MAX) {
			problems_add(reader->problems, reader->file,
			    reader->scan.line, "tsv.too-many", NULL);
			break;
		}
		n = split(arena, text, length, cell);
		if (n != n_columns) {
			say_cells(reader, n_columns, n);
			continue;
		}
		rows = arena_grow(arena, rows, tsv->n, &room, sizeof(*rows));
		rows[tsv->n++] = (struct tsv_row) {
			.cells = memcpy(arena_array(arena, n, sizeof(*cell)),
			    cell, n * sizeof(*cell)),
			.line = reader->scan.line,
		};
	}
	tsv->rows = rows;
}

enum fail
tsv_read(const char *file, const char *bytes, size_t size,
    const char *const *wanted, size_t n_wanted, struct problems *problems,
    struct tsv *ret_tsv, struct err *err)
{
	const size_t before = problems->n;
	struct reader reader = { .file = file, .problems = problems,
		.wanted = wanted, .n_wanted = n_wanted };
	struct tsv tsv = { .file = file, .columns = wanted,
		.n_columns = n_wanted };
	const char *text;
	size_t length;

	if (scan_text(file, &bytes, &size, FILE_MAX, problems) > 0)
		return problems_fail(problems, err);
	reader.scan = (struct scan) { .at = bytes, .end = bytes + size };
	text = next_line(&reader, &length);
	if (text == NULL)
		problems_add(problems, file, 0, "tsv.header", NULL);
	else if (check_header(&reader, text, length))
		read_rows(&reader, &tsv);
	if (problems->n > before)
		return problems_fail(problems, err);
	*ret_tsv = tsv;
	return FAIL_NONE;
}

enum fail
tsv_load(const char *path, const char *const *wanted, size_t n_wanted,
    struct problems *problems, struct tsv *ret_tsv, struct err *err)
{
	char *bytes;
	size_t size;
	enum fail fail;

	fail = file_read(path, FILE_MAX, problems->arena, &bytes, &size, err);
	if (fail)
		return fail;
	return tsv_read(arena_text(problems->arena, file_name(path)), bytes,
	    size, wanted, n_wanted, problems, ret_tsv, err);
}
