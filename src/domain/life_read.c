#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/life.h"

struct reader {
	const struct document *document;
	struct problems *problems;
	struct life *life;
	struct state *states;
	struct move *moves;
	int *state_lines, *move_lines;
};

enum { RANK_DIGITS_MAX = 3 };

static void
say(struct reader *reader, int line, const char *code, const char *arg)
{
	problems_add(reader->problems, reader->document->file, line, code,
	    arg, NULL);
}

static void
no_block(struct reader *reader, const struct directive *directive)
{
	if (directive->n_children > 0)
		say(reader, directive->line, "life.no-block",
		    directive->name);
}

/* The one word a directive must have; "" with a problem. */
static const char *
one_word(struct reader *reader, const struct directive *directive)
{
	if (directive->n_words == 1)
		return directive->words[0];
	say(reader, directive->line, "life.one-word", directive->name);
	return "";
}

static void
take_state(struct reader *reader, const struct directive *directive)
{
	static const char *const known[] = { "label", "open", "rest", "end",
		"rank" };
	struct state *state = &reader->states[reader->life->n_states];
	bool is_rest = false;

	reader->state_lines[reader->life->n_states++] = directive->line;
	*state = (struct state){ .name = one_word(reader, directive),
		.label = "" };
	for (size_t i = 0; i < directive->n_children; i++) {
		const struct directive *child = &directive->children[i];
		const char *word;

		no_block(reader, child);
		switch (directive_known(reader->document, child, known,
		    array_length(known), reader->problems)) {
		case 0: state->label = one_word(reader, child); break;
		case 1: state->is_open = true; break;
		case 2: is_rest = true; break;
		case 3: state->is_end = true; break;
		case 4:
			word = one_word(reader, child);
			if (!text_is_digits(word, 0) ||
			    strlen(word) > RANK_DIGITS_MAX)
				say(reader, child->line, "life.rank", word);
			else
				state->rank = (int)strtol(word, NULL, 10);
			break;
		}
	}
	if (state->is_end + state->is_open + is_rest != 1 ||
	    *state->label == '\0')
		say(reader, directive->line, "life.state", state->name);
}

static void
take_needs(struct reader *reader, const struct directive *directive,
    struct move *move)
{
	for (size_t i = 0; i < directive->n_words; i++) {
		enum need need = 0;

		while (need < NEEDS_N &&
		    strcmp(need_name(need), directive->words[i]) != 0)
			need++;
		if (need == NEEDS_N)
			say(reader, directive->line, "life.need",
			    directive->words[i]);
		else
			move->needs |= 1u << need;
	}
}

static void
take_effect(struct reader *reader, const struct directive *directive,
    struct move *move)
{
	static const char *const names[] = { "keep", "start", "stop", "end" };
	const char *word = one_word(reader, directive);

	for (size_t i = 0; i < array_length(names); i++)
		if (strcmp(names[i], word) == 0) {
			move->effect = (enum clock_effect)i;
			return;
		}
	say(reader, directive->line, "life.clock", word);
}

enum { MOVE_LABEL, MOVE_FIRST, MOVE_FROM, MOVE_TO, MOVE_STAY, MOVE_BACK,
	MOVE_ACTION, MOVE_FORM, MOVE_REQUIRED, MOVE_NEEDS, MOVE_CLOCK,
	MOVE_PAPER };

static void
take_move_word(struct reader *reader, const struct directive *child,
    struct move *move, bool *is_first)
{
	static const char *const known[] = { "label", "first", "from", "to",
		"stay", "back", "action", "form", "required", "needs", "clock",
		"paper" };

	no_block(reader, child);
	switch (directive_known(reader->document, child, known,
	    array_length(known), reader->problems)) {
	case MOVE_LABEL: move->label = one_word(reader, child); break;
	case MOVE_FIRST: *is_first = true; break;
	case MOVE_FROM:
		move->from = child->words;
		move->n_from = child->n_words;
		break;
	case MOVE_TO: move->to = one_word(reader, child); break;
	case MOVE_STAY: move->way = WAY_STAY; break;
	case MOVE_BACK: move->way = WAY_BACK; break;
	case MOVE_ACTION:
		if (!action_named(one_word(reader, child), &move->action))
			say(reader, child->line, "life.action",
			    directive_word(child, 0));
		break;
	case MOVE_FORM: move->form = one_word(reader, child); break;
	case MOVE_REQUIRED:
		move->required = child->words;
		move->n_required = child->n_words;
		break;
	case MOVE_NEEDS: take_needs(reader, child, move); break;
	case MOVE_CLOCK: take_effect(reader, child, move); break;
	case MOVE_PAPER: move->paper = one_word(reader, child); break;
	}
}

static void
take_move(struct reader *reader, const struct directive *directive)
{
	struct move *move = &reader->moves[reader->life->n_moves];
	bool is_first = false;

	reader->move_lines[reader->life->n_moves++] = directive->line;
	*move = (struct move){ .name = one_word(reader, directive),
		.label = "", .to = "", .form = "", .paper = "",
		.action = ACTIONS_N };
	for (size_t i = 0; i < directive->n_children; i++)
		take_move_word(reader, &directive->children[i], move,
		    &is_first);
	if (*move->label == '\0' || move->action == ACTIONS_N ||
	    is_first == (move->n_from > 0) ||
	    (move->way == WAY_TO) == (*move->to == '\0') ||
	    (is_first && move->way != WAY_TO))
		say(reader, directive->line, "life.move", move->name);
}

/* The states a move names are there. */
static void
check_move(struct reader *reader, const struct move *move, int line)
{
	for (size_t i = 0; i < move->n_from; i++) {
		const struct state *from =
		    life_state(reader->life, move->from[i]);

		if (from == NULL)
			say(reader, line, "life.no-state", move->from[i]);
		else if (from->is_end)
			say(reader, line, "life.out-of-end", from->name);
	}
	if (move->way == WAY_TO && life_state(reader->life, move->to) == NULL)
		say(reader, line, "life.no-state", move->to);
	if (move->n_required > 0 && *move->form == '\0')
		say(reader, line, "life.no-form", move->name);
	for (const struct move *other = reader->moves; other < move; other++)
		if (strcmp(other->name, move->name) == 0)
			say(reader, line, "life.twice", move->name);
}

/* Mark every state that a move leads to from a marked one, or from nothing. */
static void
reach(const struct reader *reader, bool *reached)
{
	const struct life *life = reader->life;
	bool has_changed = true;

	while (has_changed) {
		has_changed = false;
		for (size_t i = 0; i < life->n_moves; i++) {
			const struct move *move = &life->moves[i];
			const struct state *to = life_state(life, move->to);
			bool begins = move->n_from == 0;

			for (size_t j = 0; j < life->n_states; j++)
				begins = begins || (reached[j] &&
				    move_is_from(move, life->states[j].name));
			if (begins && to != NULL &&
			    !reached[to - life->states]) {
				reached[to - life->states] = true;
				has_changed = true;
			}
		}
	}
}

static void
check_states(struct reader *reader)
{
	const struct life *life = reader->life;
	bool *reached = arena_array(reader->problems->arena, life->n_states,
	    sizeof *reached);

	reach(reader, reached);
	for (size_t i = 0; i < life->n_states; i++) {
		const struct state *state = &life->states[i];
		bool has_way_out = state->is_end;
		int line = reader->state_lines[i];

		for (size_t j = 0; j < life->n_moves; j++)
			has_way_out = has_way_out ||
			    move_is_from(&life->moves[j], state->name);
		if (!reached[i])
			say(reader, line, "life.not-reached", state->name);
		if (!has_way_out)
			say(reader, line, "life.no-way-out", state->name);
		for (size_t j = 0; j < i; j++)
			if (strcmp(life->states[j].name, state->name) == 0)
				say(reader, line, "life.twice", state->name);
	}
}

enum fail
life_read(const struct document *document, struct problems *problems,
    struct life *ret_life, struct err *err)
{
	static const char *const known[] = { "state", "move" };
	struct life life = { 0 };
	struct reader reader = { .document = document, .problems = problems,
		.life = &life };
	const struct directive *head = document->directives;
	enum fail fail;

	if (document->n != 1 || strcmp(head->name, "life") != 0 ||
	    head->n_words != 1)
		problems_add(problems, document->file,
		    document->n > 0 ? head->line : 0, "life.head", NULL);
	fail = problems_fail(problems, err);
	if (fail)
		return fail;
	life.name = head->words[0];
	life.states = reader.states = arena_array(problems->arena,
	    head->n_children, sizeof *reader.states);
	life.moves = reader.moves = arena_array(problems->arena,
	    head->n_children, sizeof *reader.moves);
	reader.state_lines = arena_array(problems->arena, head->n_children,
	    sizeof *reader.state_lines);
	reader.move_lines = arena_array(problems->arena, head->n_children,
	    sizeof *reader.move_lines);
	for (size_t i = 0; i < head->n_children; i++) {
		int word = directive_known(document, &head->children[i],
		    known, array_length(known), problems);

		if (word == 0)
			take_state(&reader, &head->children[i]);
		else if (word == 1)
			take_move(&reader, &head->children[i]);
	}
	for (size_t i = 0; i < life.n_moves; i++)
		check_move(&reader, &life.moves[i], reader.move_lines[i]);
	check_states(&reader);
	fail = problems_fail(problems, err);
	if (fail)
		return fail;
	*ret_life = life;
	return FAIL_NONE;
}
