#include <string.h>

#include "domain/standard_reader.h"

/* The text of a clause: flowing, each block's lines joined by blanks. */
const char *
standard_text(struct standard_reader *reader,
    const struct directive *directive)
{
	if (directive->n_words != 1) {
		standard_problem(reader, directive, "standard.one-word");
		return "";
	}
	return flow_text(reader->problems->arena, directive->words[0]);
}

void
standard_problem(struct standard_reader *reader,
    const struct directive *directive, const char *code)
{
	problems_add(reader->problems, reader->document->file, directive->line,
	    code, directive->name, NULL);
}

void
standard_no_block(struct standard_reader *reader,
    const struct directive *directive)
{
	if (directive->n_children > 0)
		standard_problem(reader, directive, "standard.no-block");
}

/* Letters and digits, then perhaps "." or ")": "A.", "6", "1)". */
static bool
is_mark(const char *text)
{
	size_t n = 0;

	while ((text[n] >= '0' && text[n] <= '9') ||
	    (text[n] >= 'A' && text[n] <= 'Z') ||
	    (text[n] >= 'a' && text[n] <= 'z'))
		n++;
	return n > 0 && (text[n] == '\0' || strcmp(text + n, ".") == 0 ||
	    strcmp(text + n, ")") == 0);
}

/* "A." -> "A", "1)" -> "1": the part of an id that a mark stands for. */
static const char *
key_of(struct standard_reader *reader, const char *mark)
{
	return arena_bytes(reader->problems->arena, mark, strcspn(mark, ".)"));
}

static void
take_note(struct standard_reader *reader, const struct directive *directive,
    struct clause *clause)
{
	struct arena *arena = reader->problems->arena;
	struct clause_note *notes;
	struct date date;

	standard_no_block(reader, directive);
	if (directive->n_words != 2 ||
	    !date_parse(directive->words[0], &date)) {
		standard_problem(reader, directive, "standard.note");
		return;
	}
	notes = arena_array(arena, clause->n_notes + 1, sizeof *notes);
	if (clause->n_notes > 0)
		memcpy(notes, clause->notes, clause->n_notes * sizeof *notes);
	notes[clause->n_notes++] = (struct clause_note){ date,
		flow_text(arena, directive->words[1]) };
	clause->notes = notes;
}

static bool
stage_parse(const char *word, enum stage *ret_stage)
{
	static const char *const names[] = { "complete", "verify",
		"after-issue" };

	for (size_t i = 0; i < array_length(names); i++)
		if (strcmp(names[i], word) == 0) {
			*ret_stage = (enum stage)i;
			return true;
		}
	return false;
}

enum { WORD_EVIDENCE, WORD_MAY_NOT_APPLY, WORD_NEEDS, WORD_NEEDS_PLACE,
	WORD_PART };

static void
take_requirement_word(struct standard_reader *reader,
    const struct directive *child, struct requirement *requirement,
    const char **parts)
{
	static const char *const known[] = { "evidence", "may-not-apply",
		"needs", "needs-place", "part" };
	int word = directive_known(reader->document, child, known,
	    array_length(known), reader->problems);

	standard_no_block(reader, child);
	switch (word) {
	case WORD_EVIDENCE:
		requirement->evidence = standard_text(reader, child);
		break;
	case WORD_MAY_NOT_APPLY:
	case WORD_NEEDS_PLACE:
		if (child->n_words > 0)
			standard_problem(reader, child, "standard.words");
		if (word == WORD_NEEDS_PLACE)
			requirement->needs_place = true;
		else
			requirement->may_not_apply = true;
		break;
	case WORD_NEEDS:
		requirement->needs = standard_text(reader, child);
		break;
	case WORD_PART:
		parts[requirement->n_parts++] = standard_text(reader, child);
		break;
	}
}

static void
take_requirement(struct standard_reader *reader,
    const struct directive *directive, size_t clause)
{
	struct arena *arena = reader->problems->arena;
	struct requirement requirement = { .evidence = "", .needs = "" };
	const char **parts =
	    arena_array(arena, directive->n_children, sizeof *parts);

	if (directive->n_words != 2 ||
	    !stage_parse(directive->words[1], &requirement.stage)) {
		standard_problem(reader, directive, "standard.requirement");
		return;
	}
	requirement.mark = directive->words[0];
	for (size_t i = 0; i < directive->n_children; i++)
		take_requirement_word(reader, &directive->children[i],
		    &requirement, parts);
	requirement.parts = parts;
	reader->requirements = arena_grow(arena, reader->requirements,
	    reader->n_requirements, &reader->requirements_room,
	    sizeof *reader->requirements);
	reader->requirements[reader->n_requirements++] =
	    (struct read_requirement){ requirement, clause, directive->line };
}

static void take_clause(struct standard_reader *reader,
    const struct directive *directive, int parent);

/* A text that stands once. */
static void
take_text(struct standard_reader *reader, const struct directive *directive,
    const char **text)
{
	if (**text != '\0')
		standard_problem(reader, directive, "standard.twice");
	standard_no_block(reader, directive);
	*text = standard_text(reader, directive);
}

enum { WORD_TEXT, WORD_SHORT, WORD_NOTE, WORD_REQUIREMENT, WORD_CLAUSE,
	WORD_COMPONENT };

/* What stands inside a group, a component or a clause. */
static void
take_inside(struct standard_reader *reader, const struct directive *directive,
    size_t at)
{
	static const char *const known[] = { "text", "short", "note",
		"requirement", "clause", "component" };
	struct clause *clause = &reader->clauses[at];
	size_t n = clause->level == CLAUSE_GROUP ? WORD_COMPONENT + 1 :
						   WORD_CLAUSE + 1;

	for (size_t i = 0; i < directive->n_children; i++) {
		const struct directive *child = &directive->children[i];

		clause = &reader->clauses[at];
		switch (directive_known(reader->document, child, known, n,
		    reader->problems)) {
		case WORD_TEXT:
			take_text(reader, child, &clause->text);
			break;
		case WORD_SHORT:
			take_text(reader, child, &clause->brief);
			break;
		case WORD_NOTE:
			take_note(reader, child, clause);
			break;
		case WORD_REQUIREMENT:
			take_requirement(reader, child, at);
			break;
		case WORD_CLAUSE:
		case WORD_COMPONENT:
			take_clause(reader, child, (int)at);
			break;
		}
	}
}

static const char *
id_of(struct standard_reader *reader, const struct clause *clause)
{
	const char *key = key_of(reader, clause->mark);

	/* A component counts on through the groups: 32/7, not 32/B/7. */
	if (clause->level != CLAUSE_ITEM)
		return arena_print(reader->problems->arena, "%s/%s",
		    reader->standard->number, key);
	return arena_print(reader->problems->arena, "%s.%s",
	    reader->clauses[clause->parent].id, key);
}

static void
take_clause(struct standard_reader *reader, const struct directive *directive,
    int parent)
{
	struct clause clause = { .title = "", .text = "", .brief = "",
		.parent = parent };
	bool is_component = strcmp(directive->name, "component") == 0;
	size_t at = reader->n_clauses;

	if (directive->n_words != (is_component ? 2 : 1)) {
		standard_problem(reader, directive, "standard.words");
		return;
	}
	if (!is_mark(directive->words[0]))
		standard_problem(reader, directive, "standard.mark");
	clause.mark = directive->words[0];
	clause.level = parent < 0 ? CLAUSE_GROUP :
	    is_component ? CLAUSE_COMPONENT : CLAUSE_ITEM;
	if (is_component)
		clause.title = directive->words[1];
	if (parent >= 0)
		clause.depth = reader->clauses[parent].depth + 1;
	clause.id = id_of(reader, &clause);
	for (size_t i = 0; i < at; i++)
		if (strcmp(reader->clauses[i].id, clause.id) == 0)
			standard_problem(reader, directive, "standard.twice");
	reader->clauses = arena_grow(reader->problems->arena, reader->clauses,
	    reader->n_clauses, &reader->clauses_room,
	    sizeof *reader->clauses);
	reader->clauses[reader->n_clauses++] = clause;
	take_inside(reader, directive, at);
	if (reader->n_clauses == at + 1 &&
	    *reader->clauses[at].text == '\0')
		standard_problem(reader, directive, "standard.empty");
}

void
standard_take_group(struct standard_reader *reader,
    const struct directive *directive)
{
	take_clause(reader, directive, -1);
}
