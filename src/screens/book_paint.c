#include "screens/book_state.h"
#include "screens/words.h"

enum { SEARCH_COLUMNS = 24, COUNT_COLUMNS = 60 };

const char *
book_show_word(size_t show)
{
	static const char *const shows[] = {
		[COMPLAINTS_ALL] = "book.all",
		[COMPLAINTS_OPEN] = "book.open",
		[COMPLAINTS_OVERDUE] = "book.overdue",
		[COMPLAINTS_SOON] = "book.soon",
		[COMPLAINTS_UNANSWERED] = "book.unanswered",
		[COMPLAINTS_SUGGESTIONS] = "book.suggestions",
		[COMPLAINTS_ENDED] = "book.ended",
	};

	return shows[show];
}

const char *
book_order_word(enum complaint_order order)
{
	switch (order) {
	case COMPLAINTS_BY_LEFT: return "book.by-left";
	case COMPLAINTS_BY_RECEIVED: return "book.by-received";
	case COMPLAINTS_BY_NUMBER: break;
	}
	return "book.by-number";
}

void
book_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame)
{
	const struct book_state *state = (const struct book_state *)screen;

	frame->trail = state->title == NULL ?
	    sentence_of(arena, "book.trail", NULL) :
	    sentence_of(arena, "book.trail-of", state->title, NULL);
	frame->state = sentence_of(arena, "frame.back", NULL);
	if (state->in_search)
		frame->hint = words("book.search-hint");
	else
		frame->hint = words(state->chooses ? "book.choose-hint" :
						     "book.hint");
}

const char *
book_shown(const struct book_state *state, struct arena *arena)
{
	const struct complaint_query *query = &state->of.query;
	const char *show = words(book_show_word(query->show));

	return query->channel == NULL ? show : sentence_of(arena,
	    "book.show-channel", show, query->channel, NULL);
}

/* "Saring: belum selesai, WA   Urut: sisa waktu". */
static const char *
head_of(const struct book_state *state, struct arena *arena)
{
	return sentence_of(arena, "list.head", book_shown(state, arena),
	    words(book_order_word(state->of.query.order)), NULL);
}

static void
paint_head(const struct book_state *state, struct canvas *canvas,
    struct area body)
{
	struct area box = { body.row,
		body.column + body.columns - SEARCH_COLUMNS - 2, 1,
		SEARCH_COLUMNS };
	struct area heads = { body.row + 2, body.column + 1, 1,
		body.columns - 1 };
	scoped_arena arena = arena_new();

	canvas_put(canvas, body.row, body.column + 2, FACE_PLAIN,
	    head_of(state, arena));
	canvas_put(canvas, body.row, box.column - 6, FACE_LABEL,
	    words("list.search"));
	complaint_row_heads(canvas, heads);
	line_edit_paint(&state->search, canvas, box, FACE_FIELD,
	    state->in_search);
}

/* Below the rows: what is open, and which row this is. */
static void
paint_foot(const struct book_state *state, struct canvas *canvas,
    struct area body)
{
	size_t shown = state->list.n == 0 ? 0 : state->list.selected + 1;
	int row = body.row + body.rows - 1;
	scoped_arena arena = arena_new();

	canvas_put_in(canvas, row, body.column + 2, COUNT_COLUMNS,
	    FACE_QUIET, sentence_of(arena, "book.counts",
	    arena_print(arena, "%zu", state->open),
	    arena_print(arena, "%zu", state->overdue),
	    arena_print(arena, "%zu", state->soon), NULL));
	canvas_put_right(canvas, row, body.column + COUNT_COLUMNS + 2,
	    body.columns - COUNT_COLUMNS - 3, FACE_QUIET,
	    sentence_of(arena, "list.row-of",
	    arena_print(arena, "%zu", shown),
	    arena_print(arena, "%zu", state->list.n), NULL));
}

void
book_paint(const struct screen *screen, struct canvas *canvas,
    struct area body)
{
	const struct book_state *state = (const struct book_state *)screen;
	struct list list = state->list;
	struct area rows = { body.row + 3, body.column, body.rows - 5,
		body.columns };

	list_resize(&list, rows.rows);
	if (list.n == 0)
		canvas_put(canvas, rows.row + 1, body.column + 4, FACE_QUIET,
		    words("book.empty"));
	list_paint(&list, canvas, rows, !state->in_search);
	if (!state->in_search && list.n == 0)
		canvas_cursor(canvas, rows.row + 1, body.column + 4);
	paint_foot(state, canvas, body);
	paint_head(state, canvas, body);
}
