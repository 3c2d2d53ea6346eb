#include "domain/life.h"

#include <string.h>

const struct state *
life_state(const struct life *life, const char *name)
{
	for (size_t i = 0; i < life->n_states; i++)
		if (strcmp(life->states[i].name, name) == 0)
			return &life->states[i];
	return NULL;
}

const struct move *
life_move(const struct life *life, const char *name)
{
	for (size_t i = 0; i < life->n_moves; i++)
		if (strcmp(life->moves[i].name, name) == 0)
			return &life->moves[i];
	return NULL;
}

bool
move_is_from(const struct move *move, const char *state)
{
	for (size_t i = 0; i < move->n_from; i++)
		if (strcmp(move->from[i], state) == 0)
			return true;
	return false;
}

/* Does a list of hex ids, joined by blanks, name this one? */
static bool
names_id(const char *list, const struct id *id)
{
	char text[ID_HEX_SIZE];

	id_print(id, text);
	return strstr(list, text) != NULL;
}

static bool
is_replaced(const struct life_event *events, size_t n, const struct id *id)
{
	for (size_t i = 0; i < n; i++)
		if (names_id(events[i].previous, id))
			return true;
	return false;
}

static int
rank_of(const struct life *life, const struct life_event *event)
{
	const struct state *state = life_state(life, event->state);

	return state == NULL ? 0 : state->rank;
}

/* Which of two open ends is shown. */
static bool
is_before(const struct life *life, const struct life_event *a,
    const struct life_event *b)
{
	int ranks = rank_of(life, a) - rank_of(life, b);

	if (ranks != 0)
		return ranks < 0;
	if (a->at_ms != b->at_ms)
		return a->at_ms < b->at_ms;
	return memcmp(a->id.byte, b->id.byte, ID_SIZE) < 0;
}

struct status
life_fold(const struct life *life, const struct life_event *events, size_t n)
{
	struct status status = { 0 };
	const struct life_event *shown = NULL;

	for (size_t i = 0; i < n; i++) {
		const struct life_event *event = &events[i];

		if (is_replaced(events, n, &event->id))
			continue;
		if (shown == NULL || is_before(life, shown, event))
			shown = event;
		if (status.n_ends == OPEN_ENDS_MAX)
			continue;
		status.ends[status.n_ends] = event->id;
		status.end_states[status.n_ends++] = event->state;
	}
	if (shown != NULL)
		status.state = life_state(life, shown->state);
	for (size_t i = 1; i < status.n_ends; i++)
		if (strcmp(status.end_states[i], status.end_states[0]) != 0)
			status.is_divided = true;
	return status;
}

static void
print_words(struct buf *out, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			buf_text(out, ", ");
		buf_text(out, words[i]);
	}
}

void
life_print(const struct life *life, struct buf *out)
{
	static const char *const effects[] = { "", "start", "stop", "end" };

	buf_text(out, "| move | from | to | action | form asks | clock |\n"
		      "|---|---|---|---|---|---|\n");
	for (size_t i = 0; i < life->n_moves; i++) {
		const struct move *move = &life->moves[i];

		buf_print(out, "| %s | ", move->name);
		if (move->n_from == 0)
			buf_text(out, "(first)");
		print_words(out, move->from, move->n_from);
		buf_print(out, " | %s | %s | ", move->to,
		    action_name(move->action));
		print_words(out, move->required, move->n_required);
		buf_print(out, " | %s |\n", effects[move->effect]);
	}
}
