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

const char *
move_leads_to(const struct move *move, const char *present, const char *before)
{
	switch (move->way) {
	case WAY_TO: return move->to;
	case WAY_STAY: return present;
	case WAY_BACK: break;
	}
	return before == NULL ? "" : before;
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

/* Back leads anywhere else: the state before may not have come yet. */
static bool
may_lead(const struct move *move, const char *from, const char *to)
{
	switch (move->way) {
	case WAY_TO: return strcmp(move->to, to) == 0;
	case WAY_STAY: return strcmp(from, to) == 0;
	case WAY_BACK: break;
	}
	return strcmp(from, to) != 0;
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
	if (move->way == WAY_TO && strcmp(move->to, event->state) != 0)
		return true;
	if ((*event->previous == '\0') != (move->n_from == 0))
		return true;
	for (size_t i = 0; i < n; i++) {
		if (!life_names(event->previous, &events[i].id))
			continue;
		has_previous = true;
		begins = begins || (move_is_from(move, events[i].state) &&
		    may_lead(move, events[i].state, event->state));
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

bool
status_allows(const struct status *status, const struct move *move)
{
	if (status->state != NULL && move_is_from(move, status->state->name))
		return true;
	if (!status->is_divided || move->way != WAY_TO)
		return false;
	for (size_t i = 0; i < status->n_ends; i++)
		if (move_is_from(move, status->end_states[i]))
			return true;
	return false;
}

/* The table is printed for src/README, so its lines have at most 79. */
enum { PRINT_COLUMNS = 79, PRINT_INDENT = 4, PRINT_HANGING = 6,
	LINE_MAX_BYTES = 1 << 14 };

/* A line of words, indented; what does not fit hangs below it. */
static void
print_line(struct buf *out, const char *line)
{
	size_t column = PRINT_INDENT;

	buf_print(out, "%*s", PRINT_INDENT, "");
	for (const char *word = line; *word != '\0';) {
		size_t n = strcspn(word, " ");

		if (word != line && column + 1 + n > PRINT_COLUMNS) {
			buf_print(out, "\n%*s", PRINT_HANGING, "");
			column = PRINT_HANGING;
		} else if (word != line) {
			buf_char(out, ' ');
			column++;
		}
		buf_add(out, word, n);
		column += n;
		word += n + strspn(word + n, " ");
	}
	buf_char(out, '\n');
}

static void
print_words(struct buf *out, const char *before, const char *const *words,
    size_t n)
{
	scoped_buf line = { 0 };

	if (n == 0)
		return;
	buf_init(&line, LINE_MAX_BYTES);
	buf_text(&line, before);
	for (size_t i = 0; i < n; i++)
		buf_print(&line, " %s", words[i]);
	print_line(out, line.text);
}

const char *
need_name(enum need need)
{
	static const char *const names[NEEDS_N] = {
		[NEED_COMPLETE] = "complete",
		[NEED_FAILED] = "failed",
		[NEED_REASON] = "reason",
		[NEED_IDENTITY] = "identity",
		[NEED_OBJECT] = "object",
		[NEED_WINDOW] = "window",
		[NEED_LATE] = "late",
		[NEED_GROUPING] = "grouping",
		[NEED_CORE] = "core",
		[NEED_CLAUSES] = "clauses",
		[NEED_EARLIER] = "earlier",
		[NEED_PLAN] = "plan",
		[NEED_ACTION] = "action",
		[NEED_LEVEL_REPORT] = "level-report",
		[NEED_AGENCY] = "agency",
		[NEED_APIP_REASON] = "apip-reason",
		[NEED_APIP_APPROVAL] = "apip-approval",
		[NEED_RESPONSE] = "response",
		[NEED_FOLLOW_UP] = "follow-up",
		[NEED_ANSWER] = "answer",
		[NEED_APPROVED] = "approved",
		[NEED_INFORMED] = "informed",
		[NEED_REPORTED] = "reported",
		[NEED_LETTER] = "letter",
	};

	return names[need];
}

static void
print_rules(struct buf *out, const struct move *move)
{
	static const char *const effects[] = {
		[CLOCK_KEEP] = "",
		[CLOCK_START] = "; the clock starts",
		[CLOCK_STOP] = "; the clock stops",
		[CLOCK_END] = "; the clock ends",
	};
	scoped_buf line = { 0 };

	buf_init(&line, LINE_MAX_BYTES);
	buf_print(&line, "who may %s", action_name(move->action));
	if (move->needs != 0)
		buf_text(&line, "; needs");
	for (enum need need = 0; need < NEEDS_N; need++)
		if ((move->needs & 1u << need) != 0)
			buf_print(&line, " %s", need_name(need));
	buf_text(&line, effects[move->effect]);
	if (*move->paper != '\0')
		buf_print(&line, "; prints %s", move->paper);
	print_line(out, line.text);
}

void
life_print(const struct life *life, struct buf *out)
{
	static const char *const ways[] = {
		[WAY_STAY] = "(stays)",
		[WAY_BACK] = "(back)",
	};

	for (size_t i = 0; i < life->n_moves; i++) {
		const struct move *move = &life->moves[i];

		buf_print(out, "  %s -> %s\n", move->name,
		    move->way == WAY_TO ? move->to : ways[move->way]);
		print_words(out, "from", move->from, move->n_from);
		print_words(out, "asks", move->required,
		    move->n_required);
		print_rules(out, move);
	}
}
