#include "screens/review_state.h"

#include "screens/header.h"
#include "screens/words.h"

/* A group of fields under a heading. */
static void
add_fields(struct review_state *state, const char *heading, enum face face,
    const struct review_field *fields, size_t n)
{
	struct arena *arena = state->screen.arena;

	if (n == 0)
		return;
	summary_head(&state->summary, heading);
	for (size_t i = 0; i < n; i++)
		summary_add(&state->summary, face, fields[i].field,
		    arena_print(arena, "  %-12s %s", fields[i].label,
		    fields == state->review.missing ? words("review.empty") :
		    sentence(arena, &fields[i].fact)));
}

static void
add_duplicates(struct review_state *state)
{
	struct arena *arena = state->screen.arena;

	if (state->review.n_duplicates == 0)
		return;
	summary_head(&state->summary, "review.open-cases");
	for (size_t i = 0; i < state->review.n_duplicates; i++) {
		const struct duplicate *case_ = &state->review.duplicates[i];

		summary_add(&state->summary, FACE_FIELD_DOUBT, NULL,
		    arena_print(arena, "  %s  %s  %s  %s", case_->number,
		    stored_day(arena, case_->received_date),
		    case_->company_name, case_->state));
	}
}

static void
add_differences(struct review_state *state)
{
	struct arena *arena = state->screen.arena;

	if (state->n_differences == 0)
		return;
	summary_head(&state->summary, "review.register");
	for (size_t i = 0; i < state->n_differences; i++)
		summary_add(&state->summary, FACE_PLAIN,
		    state->differences[i].field,
		    arena_print(arena, "  %-14s %s -> %s",
		    state->differences[i].field,
		    state->differences[i].stored,
		    state->differences[i].typed));
}

static void
find_differences(struct review_state *state)
{
	struct desk *desk = screen_desk(&state->screen);
	struct arena *arena = state->screen.arena;
	struct record known;
	const char *nib = answers_text(state->arg.answers, "nib");
	const char *nik = answers_text(state->arg.answers, "nik");
	struct differences found = { .arena = arena };

	if (*nib != '\0' &&
	    desk_known_company(desk, nib, arena, &known, NULL) == FAIL_NONE &&
	    desk_differences(desk, &known, state->arg.answers, &found, NULL))
		found.n = 0;
	if (found.n == 0 && *nik != '\0' &&
	    desk_known_person(desk, nik, arena, &known, NULL) == FAIL_NONE &&
	    desk_differences(desk, &known, state->arg.answers, &found, NULL))
		found.n = 0;
	state->differences = found.list;
	state->n_differences = found.n;
}

void
review_make_lines(struct review_state *state)
{
	const struct review *review = &state->review;

	find_differences(state);
	summary_begin(&state->summary, state->screen.arena);
	add_fields(state, "review.missing", FACE_FIELD_ERROR, review->missing,
	    review->n_missing);
	add_fields(state, "review.wrong", FACE_FIELD_ERROR, review->wrong,
	    review->n_wrong);
	summary_refusals(&state->summary, review->refusals);
	add_fields(state, "review.doubtful", FACE_FIELD_DOUBT,
	    review->doubtful, review->n_doubtful);
	add_duplicates(state);
	add_differences(state);
	summary_values(&state->summary, state->arg.answers,
	    state->arg.context);
}
