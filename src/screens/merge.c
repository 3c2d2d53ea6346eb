#include "desk/complaint.h"
#include "desk/complaint_act.h"
#include "desk/complaint_list.h"
#include "desk/complaint_merge.h"
#include "desk/desk.h"
#include "domain/life.h"
#include "domain/refusal.h"
#include "screens/app.h"
#include "screens/book_arg.h"
#include "screens/entries.h"
#include "screens/header.h"
#include "screens/screens.h"
#include "screens/words.h"

/*
 * Two complaints about the same matter become one, or one is taken out again.
 * The other is chosen from the book with F4, or its number is typed; what both
 * say is shown before F2 does it.
 */
enum { NUMBER, REASON };

struct merge_state {
	struct screen screen;
	struct complaint from, into;
	bool has_into;
	bool splits; /* the one that is merged already */
	struct entries entries;
};

enum { NUMBER_MAX = 24, REASON_MAX = 500, VALUE_COLUMNS = 54 };

static const struct entry both[] = {
	{ "merge.number", "merge.number-hint", NUMBER_MAX, 24, false },
	{ "merge.reason", "merge.reason-hint", REASON_MAX, 54, false },
};

static enum fail
merge_open(struct screen *screen, const void *arg, struct err *err)
{
	struct merge_state *state = (struct merge_state *)screen;
	enum fail fail;

	fail = desk_complaint(screen_desk(screen), arg, screen->arena,
	    &state->from, err);
	if (fail)
		return fail;
	state->splits = state->from.into != NULL;
	/* Splitting asks for the reason alone. */
	entries_init(&state->entries, state->splits ? &both[REASON] : both,
	    state->splits ? 1 : array_length(both));
	return FAIL_NONE;
}

static const char *
reason_of(const struct merge_state *state)
{
	return entries_text(&state->entries, state->splits ? 0 : REASON);
}

/* Read the other one by its number; says what is wrong with it. */
static bool
find_into(struct merge_state *state)
{
	struct screen *screen = &state->screen;
	struct err err = { 0 };
	struct id id;
	enum fail fail;

	fail = desk_complaint_numbered(screen_desk(screen),
	    entries_text(&state->entries, NUMBER), &id, &err);
	if (!fail)
		fail = desk_complaint(screen_desk(screen), &id,
		    screen->arena, &state->into, &err);
	state->has_into = fail == FAIL_NONE;
	if (fail) {
		screen_say_err(screen, &err);
		entries_focus(&state->entries, NUMBER);
	}
	return state->has_into;
}

static struct step
do_it(struct merge_state *state)
{
	struct screen *screen = &state->screen;
	struct refusals refusals = { .arena = screen->arena };
	struct complaint_acted acted = { 0 };
	struct err err = { 0 };
	struct complaint_merging merging = { &state->from, &state->into,
		reason_of(state) };
	enum fail fail;

	if (!state->splits && !find_into(state))
		return step_stay();
	fail = state->splits ?
	    desk_complaint_split(screen_desk(screen), &state->from,
	    reason_of(state), &refusals, &acted, &err) :
	    desk_complaint_merge(screen_desk(screen), &merging, &refusals,
	    &acted, &err);
	if (fail) {
		screen_say_err(screen, &err);
		return step_stay();
	}
	screen_say(screen, NOTICE_INFO, state->splits ? "merge.split-done" :
	    "merge.done", record_text(&state->from.record, COMPLAINT_NUMBER),
	    state->splits ? "" :
	    record_text(&state->into.record, COMPLAINT_NUMBER), NULL);
	return step_done(1, NULL);
}

enum { MERGE_SAVE = 1, MERGE_PICK };

static struct step
merge_act(struct screen *screen, int action)
{
	struct merge_state *state = (struct merge_state *)screen;
	struct book_arg *arg;

	if (action == MERGE_SAVE)
		return do_it(state);
	arg = arena_alloc(screen->arena, sizeof *arg);
	*arg = (struct book_arg){
		.query = { .show = COMPLAINTS_OPEN,
		    .order = COMPLAINTS_BY_RECEIVED, .is_descending = true },
		.title = words("merge.choose"),
		.chooses = true,
	};
	return step_push(&book_screen, arg);
}

static struct step
merge_resume(struct screen *screen, const struct screen_ops *from,
    const struct outcome *outcome)
{
	struct merge_state *state = (struct merge_state *)screen;

	if (from != &book_screen || outcome->code != BOOK_CHOSEN)
		return step_stay();
	entries_set(&state->entries, NUMBER, outcome->text);
	if (find_into(state))
		entries_focus(&state->entries, REASON);
	return step_stay();
}

static struct step
merge_key(struct screen *screen, const struct key *key)
{
	struct merge_state *state = (struct merge_state *)screen;
	size_t before = state->entries.focus;

	switch (entries_key(&state->entries, key)) {
	case ENTRIES_IGNORED: return step_unused();
	case ENTRIES_MOVED:
		if (!state->splits && before == NUMBER &&
		    state->entries.focus != NUMBER)
			find_into(state);
		break;
	case ENTRIES_CHANGED:
	case ENTRIES_LAST:
		break;
	}
	return step_stay();
}

static uint64_t
merge_may(const struct screen *screen)
{
	if (!((const struct merge_state *)screen)->splits)
		return KEYMAP_ALL;
	return KEYMAP_ALL & ~(UINT64_C(1) << MERGE_PICK);
}

static enum key_context
merge_context(const struct screen *screen)
{
	(void)screen;
	return KEY_IN_TEXT;
}

static void
merge_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame)
{
	const struct merge_state *state = (const struct merge_state *)screen;

	frame->trail = sentence_of(arena,
	    state->splits ? "merge.trail-split" : "merge.trail",
	    record_text(&state->from.record, COMPLAINT_NUMBER), NULL);
	frame->state = sentence_of(arena, "frame.back", NULL);
	frame->hint = words(entries_hint(&state->entries));
}

/* One of the two: its number, day, state and matter. */
static int
paint_one(const struct complaint *complaint, struct canvas *canvas, int row,
    struct area body)
{
	const struct record *record = &complaint->record;
	const struct status *status = complaint->status;
	scoped_arena arena = arena_new();

	canvas_put(canvas, row, body.column + 2, FACE_STRONG,
	    arena_print(arena, "%s   %s   %s", record_text(record,
	    COMPLAINT_NUMBER), stored_day(arena, record_text(record,
	    COMPLAINT_RECEIVED_DATE)),
	    status->state == NULL ? "" : status->state->label));
	canvas_put_in(canvas, row + 1, body.column + 4, body.columns - 6,
	    FACE_PLAIN, record_text(record, COMPLAINT_OBJECT));
	canvas_put_in(canvas, row + 2, body.column + 4, body.columns - 6,
	    FACE_QUIET, record_text(record, COMPLAINT_MATERIAL));
	return row + 4;
}

static void
merge_paint(const struct screen *screen, struct canvas *canvas,
    struct area body)
{
	const struct merge_state *state = (const struct merge_state *)screen;
	int row = paint_one(&state->from, canvas, body.row, body);
	struct area area = { row, body.column, 3, body.columns };

	entries_paint(&state->entries, canvas, area, 1, false);
	row += 3;
	if (state->has_into)
		row = paint_one(&state->into, canvas, row, body);
	canvas_flow(canvas, (struct area){ row, body.column + 2, 3,
	    body.columns - 4 }, 0, FACE_QUIET,
	    words(state->splits ? "merge.split-rule" : "merge.rule"));
}

static void
merge_close(struct screen *screen)
{
	entries_done(&((struct merge_state *)screen)->entries);
}

static const struct key_binding merge_bindings[] = {
	{ K_F1, 0, 0, "legend.help", NULL },
	{ K_F2, 0, MERGE_SAVE, "legend.do", "move.key-save" },
	{ K_F4, 0, MERGE_PICK, "legend.pick", "merge.key-pick" },
};
static const struct keymap merge_keymap = { merge_bindings,
	array_length(merge_bindings) };

const struct screen_ops merge_screen = {
	.name = "merge",
	.size = sizeof(struct merge_state),
	.keymap = &merge_keymap,
	.context = merge_context,
	.may = merge_may,
	.open = merge_open,
	.act = merge_act,
	.key = merge_key,
	.resume = merge_resume,
	.frame = merge_frame,
	.paint = merge_paint,
	.close = merge_close,
};
