#include "screens/alike_state.h"

#include "desk/desk.h"
#include "screens/book_arg.h"
#include "screens/screens.h"
#include "screens/words.h"

/*
 * What waits for a person since counters met: mungkin ganda, pairs of records
 * that two made of one person or matter; perlu ditinjau, cases they led to
 * several states. Above the list, below both sides of the row selected. One
 * key decides on a pair, and the decision can be taken back until another is
 * made; a case is opened, and its next step joins its ends.
 */
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

static enum fail
read_again(struct alike_state *state, struct err *err)
{
	struct desk *desk = screen_desk(&state->screen);
	struct desk_alike *divided = NULL, *alikes = NULL;
	size_t n_divided = 0, n_alikes = 0;
	enum fail fail;

	state->n = 0;
	state->stays = 0;
	arena_reset(state->now);
	fail = desk_divided(desk, state->now, &divided, &n_divided, err);
	if (!fail)
		fail = desk_alikes(desk, state->now, &alikes, &n_alikes, err);
	state->pairs = arena_array(state->now, n_divided + n_alikes,
	    sizeof *state->pairs);
	if (!fail) {
		for (size_t i = 0; i < n_divided; i++)
			state->pairs[state->n++] = divided[i];
		for (size_t i = 0; i < n_alikes; i++)
			state->pairs[state->n++] = alikes[i];
	}
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
		.paint = alike_row_paint, .context = state };
	list_init(&state->list, &state->source, ALIKE_ROWS);
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

/* The case of a row, or the side of a pair that would stay. */
static struct step
open_case(struct alike_state *state)
{
	const struct desk_alike *pair = &state->pairs[state->list.selected];
	struct complaint_arg *arg;
	struct id *id;

	if (pair->alike.table == TABLE_COMPLAINT) {
		arg = arena_alloc(state->screen.arena, sizeof *arg);
		*arg = (struct complaint_arg){ pair->sides[state->stays].id,
			false };
		return step_push(&complaint_screen, arg);
	}
	if (pair->alike.table != TABLE_APPLICATION)
		return step_stay();
	id = arena_alloc(state->screen.arena, sizeof *id);
	*id = pair->sides[state->stays].id;
	return step_push(&application_screen, id);
}

static struct step
alike_resume(struct screen *screen, const struct screen_ops *from,
    const struct outcome *outcome)
{
	(void)from;
	(void)outcome;
	show_again((struct alike_state *)screen);
	return step_stay();
}

static struct step
alike_key(struct screen *screen, const struct key *key)
{
	struct alike_state *state = (struct alike_state *)screen;
	size_t selected = state->list.selected;

	if (key->code == K_ENTER && list_has_row(&state->list))
		return open_case(state);
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

static const char *
hint_of(const struct alike_state *state)
{
	const struct desk_alike *pair = &state->pairs[state->list.selected];

	if (state->n == 0)
		return "alike.hint-none";
	if (pair->is_divided)
		return "alike.hint-divided";
	return pair->may_decide ? "alike.hint" : "alike.read-only";
}

static void
alike_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame)
{
	const struct alike_state *state = (const struct alike_state *)screen;

	frame->trail = sentence_of(arena, "alike.trail", NULL);
	frame->state = sentence_of(arena, "alike.state",
	    arena_print(arena, "%zu", state->n), NULL);
	frame->hint = words(hint_of(state));
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
	.resume = alike_resume,
	.frame = alike_frame,
	.paint = alike_paint,
	.close = alike_close,
};
