#include "desk/desk.h"
#include "screens/book_state.h"
#include "screens/pick.h"
#include "screens/print_arg.h"
#include "screens/screens.h"
#include "screens/words.h"

/* What F9 prints from the complaint book. */
static const char *const papers[] = { PAPER_DAILY, PAPER_REGISTER,
	"complaint-blank" };

static size_t
papers_n(void *context, const char *typed)
{
	(void)context;
	(void)typed;
	return array_length(papers);
}

static struct choice_row
papers_row(void *context, size_t i)
{
	struct book_state *state = context;

	return (struct choice_row){ "", words(arena_print(
		state->screen.arena, "paper.%s", papers[i])),
		i == 1 ? words("book.filter-note") : NULL };
}

struct step
book_ask_paper(struct book_state *state)
{
	struct pick *pick = arena_alloc(state->screen.arena, sizeof *pick);

	state->picks_paper = true;
	*pick = (struct pick){
		.source = { papers_n, papers_row, state },
		.title = words("case.paper-title"),
		.has_digits = true,
		.columns = 60,
	};
	return step_push(&pick_screen, pick);
}

/* What is shown: what was typed, or the filter. */
struct step
book_print(struct book_state *state, size_t chosen)
{
	struct arena *arena = state->screen.arena;
	struct print_arg *arg = arena_alloc(arena, sizeof *arg);
	const char *text = arena_text(arena, line_edit_text(&state->search));

	*arg = (struct print_arg){ .paper = papers[chosen],
		.query = state->of.query };
	if (state->rows.is_search)
		arg->query = (struct complaint_query){ .text = text,
			.order = COMPLAINTS_BY_RECEIVED,
			.is_descending = true };
	arg->filter = state->rows.is_search ?
	    sentence_of(arena, "book.searched", text, NULL) :
	    sentence_of(arena, "book.filtered", book_shown(state, arena),
	    NULL);
	return step_push(&print_screen, arg);
}
