#include "screens/complaint_rows.h"

#include <string.h>

#include "base/text.h"
#include "screens/list_row.h"
#include "screens/screen.h"
#include "screens/words.h"

enum {
	MARK_COLUMNS = 2, NUMBER_COLUMNS = 16, DATE_COLUMNS = 6,
	CHANNEL_COLUMNS = 8, STATE_COLUMNS = 16, LEFT_COLUMNS = 7,
};

static enum fail
count(void *context, size_t *ret_n, struct err *err)
{
	struct complaint_rows *rows = context;

	return desk_complaint_count(rows->desk, &rows->query, ret_n, err);
}

static enum fail
read_page(void *context, struct row_page *page, struct err *err)
{
	struct complaint_rows *rows = context;
	struct complaint_lines lines = { .arena = page->arena,
		.limit = ROW_PAGE, .after = page->after,
		.is_backwards = page->is_backwards };
	enum fail fail;

	fail = desk_complaints(rows->desk, &rows->query, &lines, err);
	page->list = lines.list;
	page->n = lines.n;
	return fail;
}

static enum fail
search(void *context, const char *text, struct row_page *page,
    struct err *err)
{
	struct complaint_rows *rows = context;
	struct complaint_lines lines = { .arena = page->arena,
		.limit = ROW_PAGE };
	enum fail fail;

	fail = desk_complaint_search(rows->desk, text, &lines, err);
	page->list = lines.list;
	page->n = lines.n;
	return fail;
}

struct row_source
complaint_rows_source(struct complaint_rows *rows)
{
	return (struct row_source){ sizeof(struct complaint_line), count,
		read_page, search, rows };
}

/* What is left of the row goes to the complainant and the matter. */
static void
wide_columns(struct area area, int *ret_name, int *ret_matter)
{
	int rest = area.columns - MARK_COLUMNS - NUMBER_COLUMNS -
	    DATE_COLUMNS - CHANNEL_COLUMNS - STATE_COLUMNS - LEFT_COLUMNS;

	*ret_name = rest / 2;
	*ret_matter = rest - rest / 2;
}

static const char *
name_of(const struct complaint_line *line)
{
	if (line->is_confidential)
		return words("book.confidential");
	return *line->name == '\0' ? words("book.anonymous") : line->name;
}

/* A state in its column: a shorter word where the whole does not fit. */
static const char *
state_of(const struct complaint_line *line)
{
	static const struct {
		const char *state, *code;
	} shorter[] = {
		{ "bukan-kewenangan", "book.state-elsewhere" },
		{ "dilaporkan", "book.state-reported" },
		{ "internal", "book.state-internal" },
		{ "saran", "book.state-suggestion" },
		{ "tim-teknis", "book.state-technical" },
	};

	if (text_columns(line->state_label) < STATE_COLUMNS)
		return line->state_label;
	for (size_t i = 0; i < array_length(shorter); i++)
		if (strcmp(line->state, shorter[i].state) == 0)
			return words(shorter[i].code);
	return line->state_label;
}

/* A cell with a blank behind it. */
static int
put(struct canvas *canvas, int row, int column, int columns, enum face face,
    const char *text)
{
	return canvas_put_in(canvas, row, column, columns - 1, face, text) +
	    1;
}

void
complaint_row_paint(const struct complaint_line *line, struct canvas *canvas,
    struct area area, enum face face)
{
	scoped_arena arena = arena_new();
	char day[DATE_TEXT_SIZE];
	int name, matter, column = area.column + MARK_COLUMNS;

	wide_columns(area, &name, &matter);
	date_print_local(line->received, day);
	canvas_fill(canvas, area, face);
	canvas_put(canvas, area.row, area.column, face,
	    list_row_mark(line->due, line->stopped, line->left));
	column = put(canvas, area.row, column, NUMBER_COLUMNS, face,
	    line->number);
	column = put(canvas, area.row, column, DATE_COLUMNS, face,
	    arena_print(arena, "%.5s", day));
	column = put(canvas, area.row, column, CHANNEL_COLUMNS, face,
	    line->channel_label);
	column = put(canvas, area.row, column, name, face, name_of(line));
	column = put(canvas, area.row, column, matter, face, line->object);
	column = put(canvas, area.row, column, STATE_COLUMNS, face,
	    state_of(line));
	canvas_put_right(canvas, area.row, column, LEFT_COLUMNS - 1, face,
	    list_row_left(arena, line->due, line->stopped, line->left));
}

void
complaint_row_heads(struct canvas *canvas, struct area area)
{
	int name, matter, column = area.column + MARK_COLUMNS;

	wide_columns(area, &name, &matter);
	column = put(canvas, area.row, column, NUMBER_COLUMNS, FACE_TITLE,
	    words("book.number"));
	column = put(canvas, area.row, column, DATE_COLUMNS, FACE_TITLE,
	    words("book.received"));
	column = put(canvas, area.row, column, CHANNEL_COLUMNS, FACE_TITLE,
	    words("book.head-channel"));
	column = put(canvas, area.row, column, name, FACE_TITLE,
	    words("book.complainant"));
	column = put(canvas, area.row, column, matter, FACE_TITLE,
	    words("book.matter"));
	column = put(canvas, area.row, column, STATE_COLUMNS, FACE_TITLE,
	    words("book.state"));
	canvas_put_right(canvas, area.row, column, LEFT_COLUMNS - 1,
	    FACE_TITLE, words("book.left"));
}
