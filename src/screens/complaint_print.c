#include "screens/complaint_state.h"

#include "screens/pick.h"
#include "screens/print_arg.h"
#include "screens/screens.h"
#include "screens/words.h"

const char *const complaint_papers[] = { "receipt-complaint",
	"complaint-forward", "complaint-level", "complaint-answer",
	"complaint-report", "complaint-register" };

static size_t
papers_n(void *context, const char *typed)
{
	(void)context;
	(void)typed;
	return array_length(complaint_papers);
}

static struct choice_row
papers_row(void *context, size_t i)
{
	struct complaint_state *state = context;

	return (struct choice_row){ "", words(arena_print(state->arena,
		"paper.%s", complaint_papers[i])), NULL };
}

struct step
complaint_ask_paper(struct complaint_state *state)
{
	struct pick *pick = arena_alloc(state->screen.arena, sizeof *pick);

	state->picks_paper = true;
	*pick = (struct pick){
		.source = { papers_n, papers_row, state },
		.title = words("case.paper-title"),
		.has_digits = true,
		.columns = 52,
	};
	return step_push(&pick_screen, pick);
}

struct step
complaint_print(struct complaint_state *state, const char *paper)
{
	struct arena *arena = state->screen.arena;
	struct print_arg *arg = arena_alloc(arena, sizeof *arg);

	*arg = (struct print_arg){ .id = state->id,
		.paper = arena_text(arena, paper) };
	return step_push(&print_screen, arg);
}
