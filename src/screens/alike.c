#include "desk/alike.h"
#include "desk/desk.h"
#include "screens/header.h"
#include "screens/pager.h"
#include "screens/screens.h"
#include "screens/words.h"
#include "ui/list.h"

/*
 * Mungkin ganda: pairs of records that two counters made of one person or
 * matter. Above the pairs, below both sides of the one selected; one key
 * decides, and the decision can be taken back until another is made.
 */
struct alike_state {
	struct screen screen;
	struct arena *now;
	struct desk_alike *pairs;
	size_t n;
	size_t stays; /* which side of the one selected would stay */
	struct alike decided; /* the last, with its verdict */
	enum alike_verdict verdict; /* ALIKE_UNDECIDED: none to take back */
	struct list_source source;
	struct list list;
};

enum { LIST_ROWS = 5, KIND = 12, LABEL = 16, SIDE = 29 };

/* What kind of records, by its table. */
static const char *
kind_of(const struct desk_alike *pair)
{
	switch (pair->alike.table) {
	case TABLE_PERSON: return words("alike.person");
	case TABLE_COMPANY: return words("alike.company");
	case TABLE_COMPLAINT: return words("alike.complaint");
	case TABLE_APPLICATION:
	case TABLE_EVENT:
	case TABLE_CHECK:
	case TABLE_ANSWER:
	case TABLE_OFFICER:
	case TABLE_CLOSURE:
	case TABLE_PRINT:
	case TABLE_ACCESS:
	case TABLE_COMPLAINANT:
	case TABLE_REVIEW:
	case TABLE_HANDLING:
	case TABLE_LEVEL:
	case TABLE_APPROVAL:
	case TABLE_BOX:
	case TABLE_MERGE:
	case TABLE_VERDICT:
	case TABLE_OFFICE_KEY:
	case TABLE_KEY_BOX:
		break;
	}
	return words("alike.application");
}

static size_t
count(void *context)
{
	return ((struct alike_state *)context)->n;
}

static struct id
row_id(void *context, size_t i)
{
	const struct alike *alike =
	    &((struct alike_state *)context)->pairs[i].alike;
	char hex[ID_HEX_SIZE];

	id_print(&alike->other, hex);
	return id_derived("verdict", &alike->one, hex);
}

static void
row_paint(void *context, size_t i, struct canvas *canvas, struct area area,
    enum face face)
{
	const struct desk_alike *pair =
	    &((struct alike_state *)context)->pairs[i];
	scoped_arena arena = arena_new();
	int at = canvas_put_in(canvas, area.row, area.column, KIND, face,
	    kind_of(pair));

	canvas_put_in(canvas, area.row, at,
	    area.column + area.columns - at - 1, face, arena_print(arena,
	    "%s  %s / %s  %s", pair->sides[0].station,
	    pair->sides[0].number, pair->sides[1].station,
	    pair->sides[1].number));
}

static enum fail
read_again(struct alike_state *state, struct err *err)
{
	enum fail fail;

	state->n = 0;
	state->stays = 0;
	arena_reset(state->now);
	fail = desk_alikes(screen_desk(&state->screen), state->now,
	    &state->pairs, &state->n, err);
	list_refresh(&state->list);
	return fail;
}

static enum fail
alike_open(struct screen *screen, const void *arg, struct err *err)
{
	struct alike_state *state = (struct alike_state *)screen;

	(void)arg;
	state->now = arena_new();
	state->source = (struct list_source){ .count = count, .id = row_id,
		.paint = row_paint, .context = state };
	list_init(&state->list, &state->source, LIST_ROWS);
	return read_again(state, err);
}

static void
alike_close(struct screen *screen)
{
	arena_free(((struct alike_state *)screen)->now);
}

static void
show_again(struct alike_state *state)
{
	struct err err = { 0 };

	if (read_again(state, &err))
		screen_say_err(&state->screen, &err);
}

static void
say_decided(struct alike_state *state, const struct desk_alike *pair)
{
	const struct alike_side *stays = &pair->sides[state->stays];
	const struct alike_side *copy = &pair->sides[1 - state->stays];

	if (state->verdict == ALIKE_DIFFERENT)
		screen_say(&state->screen, NOTICE_INFO, "alike.different",
		    pair->sides[0].number, pair->sides[1].number, NULL);
	else if (pair->alike.table == TABLE_APPLICATION)
		screen_say(&state->screen, NOTICE_INFO,
		    "alike.same-application", stays->number, copy->number,
		    NULL);
	else if (pair->alike.table == TABLE_COMPLAINT)
		screen_say(&state->screen, NOTICE_INFO,
		    "alike.same-complaint", stays->number, copy->number,
		    NULL);
	else
		screen_say(&state->screen, NOTICE_INFO, "alike.same",
		    stays->number, stays->station, NULL);
}

static void
decide(struct alike_state *state, bool is_same)
{
	const struct desk_alike *pair = &state->pairs[state->list.selected];
	enum alike_verdict verdict = is_same ?
	    desk_alike_stays(pair, state->stays) : ALIKE_DIFFERENT;
	struct err err = { 0 };

	if (desk_alike_decide(screen_desk(&state->screen), &pair->alike,
	    ALIKE_UNDECIDED, verdict, &err)) {
		screen_say_err(&state->screen, &err);
	} else {
		state->decided = pair->alike;
		state->verdict = verdict;
		say_decided(state, pair);
	}
	show_again(state);
}

static void
take_back(struct alike_state *state)
{
	struct err err = { 0 };

	if (state->verdict == ALIKE_UNDECIDED) {
		screen_say(&state->screen, NOTICE_INFO, "alike.none-decided",
		    NULL);
		return;
	}
	if (desk_alike_decide(screen_desk(&state->screen), &state->decided,
	    state->verdict, ALIKE_UNDECIDED, &err))
		screen_say_err(&state->screen, &err);
	else
		screen_say(&state->screen, NOTICE_INFO, "alike.taken-back",
		    NULL);
	state->verdict = ALIKE_UNDECIDED;
	show_again(state);
}

static struct step
alike_key(struct screen *screen, const struct key *key)
{
	struct alike_state *state = (struct alike_state *)screen;
	size_t selected = state->list.selected;

	if (list_key(&state->list, key) == LIST_IGNORED)
		return step_unused();
	if (state->list.selected != selected)
		state->stays = 0;
	return step_stay();
}

enum { ALIKE_REFRESH = 1, ALIKE_SAME, ALIKE_NOT_SAME, ALIKE_TURN,
	ALIKE_BACK };

static struct step
alike_act(struct screen *screen, int action)
{
	struct alike_state *state = (struct alike_state *)screen;

	switch (action) {
	case ALIKE_REFRESH:
		show_again(state);
		break;
	case ALIKE_SAME:
		decide(state, true);
		break;
	case ALIKE_NOT_SAME:
		decide(state, false);
		break;
	case ALIKE_TURN:
		state->stays = 1 - state->stays;
		break;
	case ALIKE_BACK:
		take_back(state);
		break;
	}
	return step_stay();
}

static uint64_t
alike_may(const struct screen *screen)
{
	const struct alike_state *state = (const struct alike_state *)screen;
	uint64_t may = KEYMAP_ALL;

	if (state->n == 0 ||
	    !state->pairs[state->list.selected].may_decide)
		may &= ~(UINT64_C(1) << ALIKE_SAME |
		    UINT64_C(1) << ALIKE_NOT_SAME |
		    UINT64_C(1) << ALIKE_TURN);
	if (state->verdict == ALIKE_UNDECIDED)
		may &= ~(UINT64_C(1) << ALIKE_BACK);
	return may;
}

static void
alike_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame)
{
	const struct alike_state *state = (const struct alike_state *)screen;

	frame->trail = sentence_of(arena, "alike.trail", NULL);
	frame->state = sentence_of(arena, "alike.state",
	    arena_print(arena, "%zu", state->n), NULL);
	frame->hint = words(state->n == 0 ? "pager.hint" :
	    state->pairs[state->list.selected].may_decide ? "alike.hint" :
							    "alike.read-only");
}

/* One line of both sides; NULL: nothing there. */
static void
paint_line(struct canvas *canvas, struct area line, const char *label,
    const char *const texts[2], enum face face)
{
	canvas_put_in(canvas, line.row, line.column, LABEL - 1, FACE_LABEL,
	    label);
	for (int i = 0; i < 2; i++)
		canvas_put_in(canvas, line.row,
		    line.column + LABEL + i * (SIDE + 1), SIDE, face,
		    *texts[i] == '\0' ? words("conflicts.empty") : texts[i]);
}

/* Number, counter, officer, time; then all that differs. */
static void
paint_sides(const struct alike_state *state, struct canvas *canvas,
    struct area area)
{
	const struct desk_alike *pair = &state->pairs[state->list.selected];
	const struct alike_side *sides = pair->sides;
	struct area line = area;
	size_t room = (size_t)area.rows > 5 ? (size_t)area.rows - 5 : 0;
	scoped_arena arena = arena_new();

	for (int i = 0; i < 2; i++)
		canvas_put_in(canvas, line.row,
		    line.column + LABEL + i * (SIDE + 1), SIDE, FACE_TITLE,
		    words((size_t)i == state->stays ? "alike.stays" :
						      "alike.copy"));
	line.row++;
	paint_line(canvas, line, words("alike.number"),
	    (const char *const[]){ sides[0].number, sides[1].number },
	    FACE_STRONG);
	line.row++;
	paint_line(canvas, line, words("alike.made"),
	    (const char *const[]){
		arena_print(arena, "%s  %s", sides[0].station,
		    moment_text(arena, sides[0].at_ms)),
		arena_print(arena, "%s  %s", sides[1].station,
		    moment_text(arena, sides[1].at_ms)) }, FACE_PLAIN);
	line.row++;
	paint_line(canvas, line, words("alike.officer"),
	    (const char *const[]){ sides[0].officer_name,
		sides[1].officer_name }, FACE_PLAIN);
	line.row += 1;
	if (pair->n_fields == 0)
		canvas_put(canvas, line.row, line.column, FACE_QUIET,
		    words("alike.no-difference"));
	for (size_t i = 0; i < pair->n_fields && i < room; i++, line.row++)
		paint_line(canvas, line, pair->fields[i].label,
		    pair->fields[i].texts, FACE_PLAIN);
	if (pair->n_fields > room)
		canvas_put(canvas, line.row, line.column, FACE_QUIET,
		    sentence_of(arena, "alike.more", arena_print(arena, "%zu",
		    pair->n_fields - room), NULL));
}

static void
alike_paint(const struct screen *screen, struct canvas *canvas,
    struct area body)
{
	const struct alike_state *state = (const struct alike_state *)screen;
	struct area list = { body.row, body.column, LIST_ROWS, body.columns };
	struct area sides = { body.row + LIST_ROWS + 2, body.column + 2,
		body.rows - LIST_ROWS - 2, body.columns - 3 };

	if (state->n == 0) {
		canvas_put(canvas, body.row + 1, body.column + 2, FACE_QUIET,
		    words("alike.none"));
		canvas_cursor(canvas, body.row + 1, body.column + 2);
		return;
	}
	list_paint(&state->list, canvas, list, true);
	canvas_put_in(canvas, body.row + LIST_ROWS + 1, body.column + 2,
	    body.columns - 3, FACE_STRONG,
	    state->pairs[state->list.selected].what);
	paint_sides(state, canvas, sides);
}

static const struct key_binding alike_bindings[] = {
	{ K_F1, 0, 0, "legend.help", NULL },
	{ K_F5, 0, ALIKE_REFRESH, "legend.refresh", "exchange.refresh" },
	{ K_TEXT, 'S', ALIKE_SAME, "alike.legend-same", "alike.key-same" },
	{ K_TEXT, 'B', ALIKE_NOT_SAME, "alike.legend-different",
	    "alike.key-different" },
	{ K_TEXT, 'T', ALIKE_TURN, "alike.legend-turn", "alike.key-turn" },
	{ K_TEXT, 'U', ALIKE_BACK, "alike.legend-back", "alike.key-back" },
};
static const struct keymap alike_keymap = { alike_bindings,
	array_length(alike_bindings) };

const struct screen_ops alike_screen = {
	.name = "alike",
	.size = sizeof(struct alike_state),
	.keymap = &alike_keymap,
	.may = alike_may,
	.open = alike_open,
	.act = alike_act,
	.key = alike_key,
	.frame = alike_frame,
	.paint = alike_paint,
	.close = alike_close,
};
