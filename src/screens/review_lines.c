#include "screens/review_state.h"

#include "domain/refusal.h"
#include "screens/header.h"
#include "screens/words.h"

static void
add_line(struct review_state *state, enum face face, const char *field,
    const char *text)
{
	if (state->n == LINES_MAX)
		return;
	state->lines[state->n++] = (struct review_line){ face,
		arena_text(state->screen.arena, text), field };
}

/* A group of fields under a heading. */
static void
add_fields(struct review_state *state, const char *heading, enum face face,
    const struct review_field *fields, size_t n)
{
	struct arena *arena = state->screen.arena;

	if (n == 0)
		return;
	add_line(state, FACE_TITLE, NULL, words(heading));
	for (size_t i = 0; i < n; i++)
		add_line(state, face, fields[i].field,
		    arena_print(arena, "  %-12s %s", fields[i].label,
		    fields == state->review.missing ? words("review.empty") :
		    sentence(arena, &fields[i].fact)));
}

static void
add_refusals(struct review_state *state)
{
	const struct refusals *refusals = state->review.refusals;
	struct arena *arena = state->screen.arena;

	if (refusals == NULL || refusals->n == 0)
		return;
	add_line(state, FACE_TITLE, NULL, words("review.rules"));
	for (size_t i = 0; i < refusals->n; i++)
		add_line(state, FACE_FIELD_ERROR, refusals->list[i].field,
		    arena_print(arena, "  %s  %s", refusals->list[i].clause,
		    sentence(arena, &refusals->list[i].fact)));
}

static void
add_duplicates(struct review_state *state)
{
	struct arena *arena = state->screen.arena;

	if (state->review.n_duplicates == 0)
		return;
	add_line(state, FACE_TITLE, NULL, words("review.open-cases"));
	for (size_t i = 0; i < state->review.n_duplicates; i++) {
		const struct duplicate *case_ = &state->review.duplicates[i];

		add_line(state, FACE_FIELD_DOUBT, NULL,
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
	add_line(state, FACE_TITLE, NULL, words("review.register"));
	for (size_t i = 0; i < state->n_differences; i++)
		add_line(state, FACE_PLAIN, state->differences[i].field,
		    arena_print(arena, "  %-14s %s -> %s",
		    state->differences[i].field,
		    state->differences[i].stored,
		    state->differences[i].typed));
}

/* Every value once more, so that it can be read back to the applicant. */
static void
add_values(struct review_state *state)
{
	const struct answers *answers = state->arg.answers;
	const struct form *form = answers_form(answers);
	struct arena *arena = state->screen.arena;

	add_line(state, FACE_TITLE, NULL, words("review.values"));
	for (size_t i = 0; i < form->n; i++) {
		scoped_buf text;

		if (!answers_is_shown(answers, i))
			continue;
		buf_init(&text, 4096);
		buf_text(&text, "");
		answers_show(answers, i, state->arg.context, &text);
		if (text.size > 0)
			add_line(state, FACE_PLAIN, form->fields[i].name,
			    arena_print(arena, "  %-12s %s",
			    form->fields[i].label, text.text));
	}
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
	add_fields(state, "review.missing", FACE_FIELD_ERROR, review->missing,
	    review->n_missing);
	add_fields(state, "review.wrong", FACE_FIELD_ERROR, review->wrong,
	    review->n_wrong);
	add_refusals(state);
	add_fields(state, "review.doubtful", FACE_FIELD_DOUBT,
	    review->doubtful, review->n_doubtful);
	add_duplicates(state);
	add_differences(state);
	add_values(state);
}
