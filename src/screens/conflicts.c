#include "desk/desk.h"
#include "desk/exchange.h"
#include "screens/header.h"
#include "screens/pager.h"
#include "screens/screens.h"
#include "screens/words.h"
#include "ui/list.h"

/*
 * Cells that two counters set to different values: each with who wrote what,
 * where and when, side by side. A digit decides, for all counters.
 */
struct conflicts_state {
	struct screen screen;
	struct arena *now;
	struct desk_conflict *found;
	size_t n;
	struct list_source source;
	struct list list;
};

enum { LIST_ROWS = 6, VALUES_MAX = 9, WHAT = 22, LABEL = 14, SIDE = 38,
	INDENT = 3 };

static bool
is_verdict(const struct desk_conflict *found)
{
	return found->conflict->table->number == TABLE_VERDICT;
}

static const char *
label_of(const struct desk_conflict *found)
{
	return is_verdict(found) ? words("conflicts.verdict") : found->label;
}

static const char *
text_of(const struct desk_conflict *found, size_t i, struct arena *arena)
{
	const char *text = found->texts[i];

	if (is_verdict(found))
		return *text == '\0' ? words("conflicts.different") :
		    sentence_of(arena, "conflicts.same", text, NULL);
	return *text == '\0' ? words("conflicts.empty") : text;
}

static size_t
count(void *context)
{
	return ((struct conflicts_state *)context)->n;
}

static struct id
row_id(void *context, size_t i)
{
	const struct conflict *conflict =
	    ((struct conflicts_state *)context)->found[i].conflict;

	return id_derived("conflict", &conflict->id,
	    conflict->table->cells[conflict->cells[0]].name);
}

static void
row_paint(void *context, size_t i, struct canvas *canvas, struct area area,
    enum face face)
{
	const struct desk_conflict *found =
	    &((struct conflicts_state *)context)->found[i];
	scoped_arena arena = arena_new();
	int at = canvas_put_in(canvas, area.row, area.column, WHAT, face,
	    found->what);

	at = canvas_put_in(canvas, area.row, at + 1, LABEL, face,
	    label_of(found));
	canvas_put_in(canvas, area.row, at + 1,
	    area.column + area.columns - at - 1, face, is_verdict(found) ?
	    text_of(found, 0, arena) : found->texts[0]);
}

static enum fail
read_again(struct conflicts_state *state, struct err *err)
{
	enum fail fail;

	state->n = 0;
	arena_reset(state->now);
	fail = desk_conflicts(screen_desk(&state->screen), NULL, state->now,
	    &state->found, &state->n, err);
	list_refresh(&state->list);
	return fail;
}

static enum fail
conflicts_open(struct screen *screen, const void *arg, struct err *err)
{
	struct conflicts_state *state = (struct conflicts_state *)screen;

	(void)arg;
	state->now = arena_new();
	state->source = (struct list_source){ .count = count, .id = row_id,
		.paint = row_paint, .context = state };
	list_init(&state->list, &state->source, LIST_ROWS);
	return read_again(state, err);
}

static void
conflicts_close(struct screen *screen)
{
	arena_free(((struct conflicts_state *)screen)->now);
}

static void
decide(struct conflicts_state *state, size_t value)
{
	const struct desk_conflict *found =
	    &state->found[state->list.selected];
	struct err err = { 0 };

	if (value >= found->conflict->n_values)
		return;
	if (desk_conflict_decide(screen_desk(&state->screen),
	    found->conflict, value, &err)) {
		screen_say_err(&state->screen, &err);
		err = (struct err){ 0 };
	} else {
		screen_say(&state->screen, NOTICE_INFO, "conflicts.decided",
		    label_of(found), is_verdict(found) ?
		    text_of(found, value, state->now) : found->texts[value],
		    NULL);
	}
	if (read_again(state, &err))
		screen_say_err(&state->screen, &err);
}

static struct step
conflicts_key(struct screen *screen, const struct key *key)
{
	struct conflicts_state *state = (struct conflicts_state *)screen;

	for (int i = 0; i < VALUES_MAX; i++)
		if (list_has_row(&state->list) &&
		    key_is_letter(key, (char)('1' + i))) {
			decide(state, (size_t)i);
			return step_stay();
		}
	return list_key(&state->list, key) == LIST_IGNORED ? step_unused() :
	    step_stay();
}

enum { CONFLICTS_REFRESH = 1, CONFLICTS_ALIKE };

static struct step
conflicts_act(struct screen *screen, int action)
{
	struct err err = { 0 };

	if (action == CONFLICTS_ALIKE)
		return step_push(&alike_screen, NULL);
	if (read_again((struct conflicts_state *)screen, &err))
		screen_say_err(screen, &err);
	return step_stay();
}

static void
conflicts_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame)
{
	const struct conflicts_state *state =
	    (const struct conflicts_state *)screen;

	frame->trail = sentence_of(arena, "conflicts.trail", NULL);
	frame->state = sentence_of(arena, "conflicts.state",
	    arena_print(arena, "%zu", state->n), NULL);
	frame->hint = words(state->n == 0 ? "pager.hint" :
	    "conflicts.hint");
}

/* One value in its half: number, text, then counter and time, and who. */
static void
paint_value(const struct desk_conflict *found, size_t i, struct arena *arena,
    struct canvas *canvas, struct area half)
{
	const struct conflict_value *value = &found->conflict->values[i];
	struct area text = { half.row, half.column + INDENT, 2,
		half.columns - INDENT - 1 };

	canvas_print_at(canvas, half.row, half.column, FACE_LABEL, "%zu",
	    i + 1);
	canvas_flow(canvas, text, 0, FACE_STRONG,
	    text_of(found, i, arena));
	canvas_put_in(canvas, half.row + 2, text.column, text.columns,
	    FACE_PLAIN, arena_print(arena, "%s  %s  %s", value->station,
	    moment_text(arena, value->at_ms),
	    value->is_shown ? words("conflicts.shown") : ""));
	canvas_put_in(canvas, half.row + 3, text.column, text.columns,
	    FACE_QUIET, found->officer_names[i]);
}

static void
conflicts_paint(const struct screen *screen, struct canvas *canvas,
    struct area body)
{
	const struct conflicts_state *state =
	    (const struct conflicts_state *)screen;
	struct area list = { body.row, body.column, LIST_ROWS, body.columns };
	const struct desk_conflict *found;
	scoped_arena arena = arena_new();

	if (state->n == 0) {
		canvas_put(canvas, body.row + 1, body.column + 2, FACE_QUIET,
		    words("conflicts.none"));
		canvas_cursor(canvas, body.row + 1, body.column + 2);
		return;
	}
	list_paint(&state->list, canvas, list, true);
	found = &state->found[state->list.selected];
	canvas_put(canvas, body.row + LIST_ROWS + 1, body.column + 2,
	    FACE_TITLE, sentence_of(arena, "conflicts.head", found->what,
	    label_of(found), NULL));
	for (size_t i = 0; i < found->conflict->n_values; i++) {
		struct area half = {
			body.row + LIST_ROWS + 2 + (int)(i / 2) * 4,
			body.column + 2 + (int)(i % 2) * SIDE, 4, SIDE };

		if (half.row + 4 > body.row + body.rows)
			break;
		paint_value(found, i, arena, canvas, half);
	}
}

static const struct key_binding conflicts_bindings[] = {
	{ K_F1, 0, 0, "legend.help", NULL },
	{ K_F5, 0, CONFLICTS_REFRESH, "legend.refresh", "exchange.refresh" },
	{ K_TEXT, 'G', CONFLICTS_ALIKE, NULL, "conflicts.key-alike" },
};
static const struct keymap conflicts_keymap = { conflicts_bindings,
	array_length(conflicts_bindings) };

const struct screen_ops conflicts_screen = {
	.name = "conflicts",
	.size = sizeof(struct conflicts_state),
	.keymap = &conflicts_keymap,
	.open = conflicts_open,
	.act = conflicts_act,
	.key = conflicts_key,
	.frame = conflicts_frame,
	.paint = conflicts_paint,
	.close = conflicts_close,
};
