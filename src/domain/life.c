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

bool
life_names(const char *list, const struct id *id)
{
	char text[ID_HEX_SIZE];

	id_print(id, text);
	return strstr(list, text) != NULL;
}

static bool
is_replaced(const struct life_event *events, size_t n, const struct id *id)
{
	for (size_t i = 0; i < n; i++)
		if (life_names(events[i].previous, id))
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

/*
 * Was it impossible? Only what is here is judged: a move of a newer table, or
 * predecessors that have not come yet, may be right. Who joins several open
 * ends goes on from one of them.
 */
static bool
is_impossible(const struct life *life, const struct life_event *events,
    size_t n, const struct life_event *event)
{
	const struct move *move = life_move(life, event->move);
	bool has_previous = false, begins = false;

	if (move == NULL)
		return false;
	if (strcmp(move->to, event->state) != 0)
		return true;
	if ((*event->previous == '\0') != (move->n_from == 0))
		return true;
	for (size_t i = 0; i < n; i++) {
		if (!life_names(event->previous, &events[i].id))
			continue;
		has_previous = true;
		begins = begins || move_is_from(move, events[i].state);
	}
	return has_previous && !begins;
}

struct status
life_fold(const struct life *life, const struct life_event *events, size_t n)
{
	struct status status = { 0 };
	const struct life_event *shown = NULL;

	for (size_t i = 0; i < n; i++) {
		const struct life_event *event = &events[i];

		status.has_impossible = status.has_impossible ||
		    is_impossible(life, events, n, event);
		if (is_replaced(events, n, &event->id))
			continue;
		if (shown != NULL && strcmp(shown->state, event->state) != 0)
			status.is_divided = true;
		if (shown == NULL || is_before(life, shown, event))
			shown = event;
		if (status.n_ends == OPEN_ENDS_MAX)
			continue;
		status.ends[status.n_ends] = event->id;
		status.end_states[status.n_ends++] = event->state;
	}
	if (shown != NULL)
		status.state = life_state(life, shown->state);
	return status;
}

static void
print_words(struct buf *out, const char *before, const char *const *words,
    size_t n)
{
	if (n == 0)
		return;
	buf_text(out, before);
	for (size_t i = 0; i < n; i++)
		buf_print(out, " %s", words[i]);
	buf_char(out, '\n');
}

const char *
need_name(enum need need)
{
	static const char *const names[NEEDS_N] = {
		[NEED_COMPLETE] = "complete",
		[NEED_FAILED] = "failed",
		[NEED_REASON] = "reason",
	};

	return names[need];
}

static void
print_needs(struct buf *out, unsigned needs)
{
	if (needs != 0)
		buf_text(out, "; needs");
	for (enum need need = 0; need < NEEDS_N; need++)
		if ((needs & 1u << need) != 0)
			buf_print(out, " %s", need_name(need));
}

void
life_print(const struct life *life, struct buf *out)
{
	static const char *const effects[] = {
		[CLOCK_KEEP] = "",
		[CLOCK_START] = "; the clock starts",
		[CLOCK_STOP] = "; the clock stops",
		[CLOCK_END] = "; the clock ends",
	};

	for (size_t i = 0; i < life->n_moves; i++) {
		const struct move *move = &life->moves[i];

		buf_print(out, "  %s -> %s\n", move->name, move->to);
		print_words(out, "    from", move->from, move->n_from);
		print_words(out, "    asks", move->required,
		    move->n_required);
		buf_print(out, "    who may %s", action_name(move->action));
		print_needs(out, move->needs);
		buf_text(out, effects[move->effect]);
		if (*move->paper != '\0')
			buf_print(out, "; prints %s", move->paper);
		buf_char(out, '\n');
	}
}
