#include <string.h>

#include "forms/reader.h"

/* The words that may stand in a field: forms/README. */
enum { LINES_MAX = 12 };

static struct field_notes *
notes_of(struct form_reader *reader, const struct field *field)
{
	return &reader->notes[field - reader->fields];
}

static const char *
flowed(struct form_reader *reader, const char *text)
{
	return flow_text(reader->problems->arena, text);
}

static void
read_label(struct form_reader *reader, struct field *field,
    const struct directive *line)
{
	(void)reader;
	field->label = line->words[0];
}

static void
read_hint(struct form_reader *reader, struct field *field,
    const struct directive *line)
{
	field->hint = flowed(reader, line->words[0]);
}

static void
read_help(struct form_reader *reader, struct field *field,
    const struct directive *line)
{
	field->help = flowed(reader, line->words[0]);
}

static void
read_clause(struct form_reader *reader, struct field *field,
    const struct directive *line)
{
	const struct form_clauses *clauses = reader->clauses;

	field->clause = line->words[0];
	if (clauses != NULL && !clauses->has(clauses->context, field->clause))
		reader_say(
		    reader, line->line, "form.clause", field->clause, NULL);
}

static void
read_privacy(struct form_reader *reader, struct field *field,
    const struct directive *line)
{
	static const char *const known[] = { "public", "personal", "identity" };
	int found = reader_one_of(reader, line->line, "form.privacy", known,
	    array_length(known), line->words[0]);

	notes_of(reader, field)->has_privacy = true;
	if (found >= 0)
		field->privacy = (enum privacy)found;
}

static void
read_required(struct form_reader *reader, struct field *field,
    const struct directive *line)
{
	(void)reader;
	(void)line;
	field->is_required = true;
}

/* "NAME VALUE...", of an earlier field. */
static void
read_condition(struct form_reader *reader, const struct field *field,
    const struct directive *line, struct field_conditions *conditions)
{
	struct arena *arena = reader->problems->arena;
	struct field_condition *list;
	size_t earlier = (size_t)(field - reader->fields), found = 0;

	while (found < earlier &&
	    strcmp(reader->fields[found].name, line->words[0]) != 0)
		found++;
	if (found == earlier) {
		reader->late = arena_grow(arena, reader->late, reader->n_late,
		    &reader->late_room, sizeof *reader->late);
		reader->late[reader->n_late++] =
		    (struct pending_name){ line->words[0], line->line };
		return;
	}
	list = arena_array(arena, conditions->n + 1, sizeof *list);
	if (conditions->n > 0)
		memcpy(list, conditions->list, conditions->n * sizeof *list);
	list[conditions->n].field = found;
	list[conditions->n].values = line->words + 1;
	list[conditions->n].n_values = line->n_words - 1;
	conditions->list = list;
	conditions->n++;
}

static void
read_required_when(struct form_reader *reader, struct field *field,
    const struct directive *line)
{
	read_condition(reader, field, line, &field->required_when);
}

static void
read_when(struct form_reader *reader, struct field *field,
    const struct directive *line)
{
	read_condition(reader, field, line, &field->shown_when);
}

static void
read_choice(struct form_reader *reader, struct field *field,
    const struct directive *line)
{
	struct field_choice *list;

	if (strpbrk(line->words[0], " ,") != NULL || *line->words[0] == '\0')
		reader_say(reader, line->line, "form.choice-code",
		    line->words[0], NULL);
	if (field_choice(field, line->words[0]) != NULL)
		reader_say(reader, line->line, "form.choice-twice",
		    line->words[0], NULL);
	list = arena_array(
	    reader->problems->arena, field->n_choices + 1, sizeof *list);
	if (field->n_choices > 0)
		memcpy(list, field->choices, field->n_choices * sizeof *list);
	list[field->n_choices].code = line->words[0];
	list[field->n_choices].text = line->words[1];
	field->choices = list;
	field->n_choices++;
}

static void
read_lookup(struct form_reader *reader, struct field *field,
    const struct directive *line)
{
	static const char *const known[] = { "choice", "region", "kbli",
		"standard", "officer", "person", "company", "words", "clause" };
	int found = reader_one_of(reader, line->line, "form.lookup", known,
	    array_length(known), line->words[0]);

	if (found >= 0)
		field->lookup = known[found];
}

static void
read_default(struct form_reader *reader, struct field *field,
    const struct directive *line)
{
	static const char *const known[] = { "today", "station", "officer",
		"sole", "fixed" };
	int found = reader_one_of(reader, line->line, "form.default", known,
	    array_length(known), line->words[0]);

	if (found < 0)
		return;
	field->default_rule = (enum default_rule)(found + 1);
	if ((field->default_rule == DEFAULT_FIXED) != (line->n_words == 2)) {
		reader_say(reader, line->line, "form.default-value", NULL);
		return;
	}
	field->default_value = directive_word(line, 1);
}

/* "VALUE NAME WORD...": while field NAME has one of the words. */
static void
read_default_when(struct form_reader *reader, struct field *field,
    const struct directive *line)
{
	struct directive condition = *line;

	field->default_when_value = line->words[0];
	condition.words++;
	condition.n_words--;
	read_condition(reader, field, &condition, &field->default_when);
}

static void
read_shown(struct form_reader *reader, struct field *field,
    const struct directive *line)
{
	static const char *const known[] = { "district", "edition", "title" };
	int found = reader_one_of(reader, line->line, "form.shown", known,
	    array_length(known), line->words[0]);

	if (found < 0)
		return;
	field->derived = (enum derived_rule)(found + 1);
	notes_of(reader, field)->source =
	    (struct pending_name){ line->words[1], line->line };
}

static void
read_fills(struct form_reader *reader, struct field *field,
    const struct directive *line)
{
	notes_of(reader, field)->fills =
	    (struct pending_name){ line->words[0], line->line };
}

static void
read_edition(struct form_reader *reader, struct field *field,
    const struct directive *line)
{
	notes_of(reader, field)->edition =
	    (struct pending_name){ line->words[0], line->line };
}

static void
read_instead_of(struct form_reader *reader, struct field *field,
    const struct directive *line)
{
	notes_of(reader, field)->instead_of =
	    (struct pending_name){ line->words[0], line->line };
}

static void
read_no_copy(struct form_reader *reader, struct field *field,
    const struct directive *line)
{
	(void)reader;
	(void)line;
	field->may_copy = false;
}

static void
read_twice(struct form_reader *reader, struct field *field,
    const struct directive *line)
{
	(void)reader;
	(void)line;
	field->is_twice = true;
}

static void
read_birth(struct form_reader *reader, struct field *field,
    const struct directive *line)
{
	(void)reader;
	(void)line;
	field->is_birth = true;
}

static void
read_future(struct form_reader *reader, struct field *field,
    const struct directive *line)
{
	(void)reader;
	(void)line;
	field->may_be_future = true;
}

static void
read_office(struct form_reader *reader, struct field *field,
    const struct directive *line)
{
	(void)reader;
	(void)line;
	field->is_office = true;
}

static void
read_width(struct form_reader *reader, struct field *field,
    const struct directive *line)
{
	field->place.width =
	    read_number(reader, line->line, line->words[0], FORM_COLUMNS);
}

static void
read_lines(struct form_reader *reader, struct field *field,
    const struct directive *line)
{
	field->place.lines =
	    read_number(reader, line->line, line->words[0], LINES_MAX);
}

static const struct field_word words[] = {
	{ "label", 1, 1, read_label },
	{ "hint", 1, 1, read_hint },
	{ "help", 1, 1, read_help },
	{ "clause", 1, 1, read_clause },
	{ "privacy", 1, 1, read_privacy },
	{ "required", 0, 0, read_required },
	{ "default-when", 3, DIRECTIVE_WORDS_MAX, read_default_when },
	{ "required-when", 2, DIRECTIVE_WORDS_MAX, read_required_when },
	{ "when", 2, DIRECTIVE_WORDS_MAX, read_when },
	{ "choice", 2, 2, read_choice },
	{ "lookup", 1, 1, read_lookup },
	{ "default", 1, 2, read_default },
	{ "shown", 2, 2, read_shown },
	{ "fills", 1, 1, read_fills },
	{ "edition", 1, 1, read_edition },
	{ "instead-of", 1, 1, read_instead_of },
	{ "no-copy", 0, 0, read_no_copy },
	{ "twice", 0, 0, read_twice },
	{ "birth", 0, 0, read_birth },
	{ "future", 0, 0, read_future },
	{ "office", 0, 0, read_office },
	{ "width", 1, 1, read_width },
	{ "lines", 1, 1, read_lines },
};

const struct field_word *
field_words(size_t *ret_n)
{
	*ret_n = array_length(words);
	return words;
}
