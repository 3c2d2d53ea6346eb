#include "base/tsv.h"

#include <string.h>

#include "base/file.h"
#include "base/text.h"

enum {
	TSV_FILE_MAX = 4 << 20,
	TSV_ROWS_MAX = 200000,
	TSV_COLUMNS_MAX = 32,
};

struct reader {
	const char *file;
	struct problems *problems;
	const char *const *wanted;
	size_t n_wanted;
	struct tsv_row *rows;
	size_t n, room;
	bool has_header;
};

/* Cut a line at its tabs; counts on when there are too many. */
static size_t
split(char *line, const char *cells[TSV_COLUMNS_MAX])
{
	size_t n = 0;

	for (;;) {
		char *tab = strchr(line, '\t');

		if (n < TSV_COLUMNS_MAX)
			cells[n] = line;
		n++;
		if (tab == NULL)
			return n;
		*tab = '\0';
		line = tab + 1;
	}
}

static void
take_header(struct reader *reader, int line, const char *const *cells,
    size_t n)
{
	reader->has_header = true;
	if (n != reader->n_wanted) {
		problems_add(reader->problems, reader->file, line,
		    "tsv.header", NULL);
		return;
	}
	for (size_t i = 0; i < n; i++)
		if (strcmp(cells[i], reader->wanted[i]) != 0)
			problems_add(reader->problems, reader->file, line,
			    "tsv.column", cells[i], reader->wanted[i], NULL);
}

static void
take_line(struct reader *reader, int line, char *text)
{
	struct arena *arena = reader->problems->arena;
	const char *cells[TSV_COLUMNS_MAX];
	const char **kept;
	size_t n;

	if (*text == '\0' || *text == '#')
		return;
	n = split(text, cells);
	if (!reader->has_header) {
		take_header(reader, line, cells, n);
		return;
	}
	if (n != reader->n_wanted) {
		problems_add(reader->problems, reader->file, line,
		    "tsv.cells", NULL);
		return;
	}
	if (reader->n == TSV_ROWS_MAX) {
		problems_add(reader->problems, reader->file, line,
		    "tsv.too-many", NULL);
		return;
	}
	kept = arena_array(arena, n, sizeof *kept);
	memcpy(kept, cells, n * sizeof *kept);
	reader->rows = arena_grow(arena, reader->rows, reader->n,
	    &reader->room, sizeof *reader->rows);
	reader->rows[reader->n++] = (struct tsv_row){ kept, line };
}

static void
take_lines(struct reader *reader, char *text)
{
	char *end;

	for (int line = 1; text != NULL; line++, text = end) {
		size_t size;

		end = strchr(text, '\n');
		if (end != NULL)
			*end++ = '\0';
		size = strlen(text);
		if (size > 0 && text[size - 1] == '\r')
			text[size - 1] = '\0';
		take_line(reader, line, text);
	}
}

enum fail
tsv_read(const char *file, const char *bytes, size_t size,
    const char *const *wanted, size_t n_wanted, struct problems *problems,
    struct tsv *ret_tsv, struct err *err)
{
	static const char bom[] = "\xEF\xBB\xBF";
	struct reader reader = { .file = arena_text(problems->arena, file),
		.problems = problems, .wanted = wanted,
		.n_wanted = n_wanted };
	char *text;
	enum fail fail;

	if (size > TSV_FILE_MAX)
		problems_add(problems, file, 0, "file.too-large", file, NULL);
	else if (!text_is_valid(bytes, size))
		problems_add(problems, file, 0, "tsv.not-utf8", NULL);
	fail = problems_fail(problems, err);
	if (fail)
		return fail;
	text = arena_bytes(problems->arena, bytes, size);
	if (strncmp(text, bom, sizeof bom - 1) == 0)
		text += sizeof bom - 1;
	take_lines(&reader, text);
	if (!reader.has_header)
		problems_add(problems, file, 0, "tsv.header", NULL);
	fail = problems_fail(problems, err);
	if (fail)
		return fail;
	*ret_tsv = (struct tsv){ reader.file, wanted, n_wanted, reader.rows,
		reader.n };
	return FAIL_NONE;
}

enum fail
tsv_load(const char *path, const char *const *wanted, size_t n_wanted,
    struct problems *problems, struct tsv *ret_tsv, struct err *err)
{
	const char *slash = strrchr(path, '/');
	char *bytes = NULL;
	size_t size = 0;
	enum fail fail;

	fail = file_read(path, TSV_FILE_MAX, problems->arena, &bytes, &size,
	    err);
	if (fail)
		return fail;
	return tsv_read(slash == NULL ? path : slash + 1, bytes, size, wanted,
	    n_wanted, problems, ret_tsv, err);
}
