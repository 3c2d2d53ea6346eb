#include "screens/complaint_state.h"

#include "screens/question.h"
#include "screens/screens.h"
#include "screens/words.h"

enum { REASON_MAX = 200 };

/* Ask why who complains is looked at; it is written down before. */
struct step
complaint_ask_reveal(struct complaint_state *state)
{
	struct question *question =
	    arena_alloc(state->screen.arena, sizeof *question);

	*question = (struct question){
		.title = words("detail.reveal-title"),
		.text = words("detail.reveal-text"),
		.buttons = {
			{ words("detail.reveal-no"), 0 },
			{ words("detail.reveal-yes"), 0 },
		},
		.entry = words("detail.reveal-reason"),
		.entry_ceiling = REASON_MAX,
	};
	return step_push(&question_screen, question);
}

void
complaint_reveal(struct complaint_state *state, const char *reason)
{
	struct complaint_people people = { .arena = arena_new() };
	struct err err = { 0 };

	if (desk_complaint_people(screen_desk(&state->screen), &state->id,
	    reason, &people, &err)) {
		arena_free(people.arena);
		screen_say_err(&state->screen, &err);
		return;
	}
	arena_free(state->people.arena);
	state->people = people;
	complaint_make_lines(state);
	screen_say(&state->screen, NOTICE_INFO, "detail.revealed", NULL);
}

/* When the counter is locked nobody stays revealed behind the lock. */
void
complaint_conceal(struct screen *screen)
{
	struct complaint_state *state = (struct complaint_state *)screen;

	if (state->people.arena == NULL)
		return;
	arena_free(state->people.arena);
	state->people = (struct complaint_people){ 0 };
	complaint_make_lines(state);
}
