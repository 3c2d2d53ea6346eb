#include "desk/complaint_report.h"
#include "desk/desk.h"
#include "screens/app.h"
#include "screens/book_arg.h"
#include "screens/header.h"
#include "screens/screens.h"
#include "screens/words.h"
#include "ui/list.h"

/*
 * Complaints by clause and month. Up and Down choose the clause, Left and
 * Right the month (the last column is the sum); Enter opens the entries behind
 * the cell.
 */
struct clauses_state {
	struct screen screen;
	struct clause_table table;
	struct date last; /* a day of the last month */
	struct list_source source;
	struct list list;
	int month; /* the chosen column; table.n_months: the sum */
};

enum { CELL_COLUMNS = 4, SUM_COLUMNS = 5, MONTHS = 12,
	LONGEST_MONTH = 31 };

static size_t
rows_count(void *context)
{
	return ((struct clauses_state *)context)->table.n;
}

static struct id
rows_id(void *context, size_t i)
{
	(void)context;
	(void)i;
	return (struct id){ { 0 } };
}

/* Columns left for the clause and its short title. */
static int
name_columns(const struct clauses_state *state, struct area area)
{
	return area.columns - SUM_COLUMNS -
	    CELL_COLUMNS * state->table.n_months - 1;
}

static void
paint_numbers(const struct clauses_state *state, const struct clause_row *row,
    struct canvas *canvas, struct area area, enum face face, bool is_chosen)
{
	int column = area.column + name_columns(state, area);
	scoped_arena arena = arena_new();

	for (int i = 0; i <= state->table.n_months; i++) {
		bool is_sum = i == state->table.n_months;
		int columns = is_sum ? SUM_COLUMNS : CELL_COLUMNS;
		int64_t n = is_sum ? row->total : row->months[i];

		canvas_put_right(canvas, area.row, column, columns,
		    is_chosen && i == state->month ? FACE_FOCUS : face,
		    n == 0 && !is_sum ? "." :
		    arena_print(arena, "%lld", (long long)n));
		column += columns;
	}
}

static void
rows_paint(void *context, size_t i, struct canvas *canvas, struct area area,
    enum face face)
{
	const struct clauses_state *state = context;
	const struct clause_row *row = &state->table.rows[i];
	bool is_chosen = i == state->list.selected;
	scoped_arena arena = arena_new();

	(void)face;
	canvas_fill(canvas, area, FACE_PLAIN);
	canvas_put_in(canvas, area.row, area.column + 1,
	    name_columns(state, area) - 2, FACE_PLAIN,
	    arena_print(arena, "%-10s %s", row->clause, row->brief));
	paint_numbers(state, row, canvas, area, FACE_PLAIN, is_chosen);
}

static enum fail
read_table(struct clauses_state *state, struct err *err)
{
	state->table = (struct clause_table){ .arena = state->screen.arena };
	return desk_clause_table(screen_desk(&state->screen), state->last,
	    MONTHS, &state->table, err);
}

static enum fail
clauses_open(struct screen *screen, const void *arg, struct err *err)
{
	struct clauses_state *state = (struct clauses_state *)screen;
	enum fail fail;

	(void)arg;
	state->last = desk_today(screen_desk(screen));
	state->source = (struct list_source){ .count = rows_count,
		.id = rows_id, .paint = rows_paint, .context = state };
	fail = read_table(state, err);
	list_init(&state->list, &state->source, 1);
	state->month = state->table.n_months;
	return fail;
}

/* The months of the table move back or forth by a year. */
static void
move_year(struct clauses_state *state, int by)
{
	struct date last = state->last;
	struct err err = { 0 };

	state->last.year = (int16_t)(state->last.year + by);
	state->last.day = 1;
	if (read_table(state, &err)) {
		screen_say_err(&state->screen, &err);
		state->last = last;
		if (read_table(state, &err))
			state->table.n = 0;
	}
	list_refresh(&state->list);
}

static struct date
month_of(const struct clauses_state *state, int month, bool is_end)
{
	struct date day = state->table.from;

	for (int i = 0; i < month + is_end; i++) {
		day = date_add(day, LONGEST_MONTH);
		day.day = 1;
	}
	return is_end ? date_add(day, -1) : day;
}

static struct step
open_cell(struct clauses_state *state)
{
	const struct clause_row *row;
	struct book_arg *arg;
	bool is_sum = state->month == state->table.n_months;

	if (!list_has_row(&state->list))
		return step_stay();
	row = &state->table.rows[state->list.selected];
	arg = arena_alloc(state->screen.arena, sizeof *arg);
	*arg = (struct book_arg){
		.query = {
			.show = COMPLAINTS_ALL,
			.order = COMPLAINTS_BY_RECEIVED,
			.clause = row->clause,
			.received_from = is_sum ? state->table.from :
			    month_of(state, state->month, false),
			.received_to = is_sum ? state->table.to :
			    month_of(state, state->month, true),
		},
		.title = row->clause,
	};
	return step_push(&book_screen, arg);
}

static struct step
clauses_key(struct screen *screen, const struct key *key)
{
	struct clauses_state *state = (struct clauses_state *)screen;

	if (key->code == K_LEFT || key->code == K_RIGHT) {
		int month = state->month + (key->code == K_LEFT ? -1 : 1);

		if (month >= 0 && month <= state->table.n_months)
			state->month = month;
		return step_stay();
	}
	switch (list_key(&state->list, key)) {
	case LIST_CHOSEN: return open_cell(state);
	case LIST_MOVED: return step_stay();
	case LIST_IGNORED: break;
	}
	return step_unused();
}

enum { CLAUSES_BACK = 1, CLAUSES_FORTH, CLAUSES_TEXT };

static struct step
clauses_act(struct screen *screen, int action)
{
	struct clauses_state *state = (struct clauses_state *)screen;

	switch (action) {
	case CLAUSES_BACK:
		move_year(state, -1);
		break;
	case CLAUSES_FORTH:
		move_year(state, 1);
		break;
	case CLAUSES_TEXT:
		if (list_has_row(&state->list))
			return step_push(&standard_screen,
			    state->table.rows[state->list.selected].clause);
		break;
	}
	return step_stay();
}

static void
clauses_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame)
{
	const struct clauses_state *state =
	    (const struct clauses_state *)screen;
	char from[DATE_TEXT_SIZE], to[DATE_TEXT_SIZE];

	date_print_local(state->table.from, from);
	date_print_local(state->table.to, to);
	frame->trail = sentence_of(arena, "clauses.trail", from, to, NULL);
	frame->state = sentence_of(arena, "frame.back", NULL);
	frame->hint = words("clauses.hint");
}

static void
paint_heads(const struct clauses_state *state, struct canvas *canvas,
    struct area area)
{
	int column = area.column + name_columns(state, area);
	scoped_arena arena = arena_new();

	canvas_put(canvas, area.row, area.column + 1, FACE_TITLE,
	    words("clauses.clause"));
	for (int i = 0; i < state->table.n_months; i++) {
		canvas_put_right(canvas, area.row, column, CELL_COLUMNS,
		    FACE_TITLE, arena_print(arena, "%02d",
		    month_of(state, i, false).month));
		column += CELL_COLUMNS;
	}
	canvas_put_right(canvas, area.row, column, SUM_COLUMNS, FACE_TITLE,
	    words("clauses.sum"));
}

static void
clauses_paint(const struct screen *screen, struct canvas *canvas,
    struct area body)
{
	const struct clauses_state *state =
	    (const struct clauses_state *)screen;
	struct list list = state->list;
	struct area heads = { body.row, body.column + 1, 1,
		body.columns - 2 };
	struct area rows = { body.row + 1, body.column, body.rows - 3,
		body.columns - 1 };
	struct area sum = { body.row + body.rows - 1, heads.column, 1,
		heads.columns };

	paint_heads(state, canvas, heads);
	if (state->table.n == 0)
		canvas_put(canvas, rows.row + 1, body.column + 2, FACE_QUIET,
		    words("clauses.none"));
	list_resize(&list, rows.rows);
	list_paint(&list, canvas, rows, true);
	canvas_put(canvas, sum.row, sum.column + 1, FACE_STRONG,
	    words("clauses.sum"));
	paint_numbers(state, &state->table.sum, canvas, sum, FACE_STRONG,
	    false);
}

static const struct key_binding clauses_bindings[] = {
	{ K_F1, 0, 0, "legend.help", NULL },
	{ K_F4, 0, CLAUSES_TEXT, "legend.standard", "clauses.key-text" },
	{ K_TEXT, 'S', CLAUSES_BACK, "legend.before", "clauses.key-before" },
	{ K_TEXT, 'B', CLAUSES_FORTH, "legend.after", "clauses.key-after" },
	{ K_F10, 0, 0, "legend.menu", NULL },
};
static const struct keymap clauses_keymap = { clauses_bindings,
	array_length(clauses_bindings) };

const struct screen_ops clauses_screen = {
	.name = "clauses",
	.size = sizeof(struct clauses_state),
	.keymap = &clauses_keymap,
	.open = clauses_open,
	.act = clauses_act,
	.key = clauses_key,
	.frame = clauses_frame,
	.paint = clauses_paint,
};
