#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "forms/field.h"
#include "forms/reader.h"

enum { FIELD_WORDS_MAX = 32 };

/* The words of a list, joined by blanks. */
static const char *
joined(struct form_reader *reader, const char *const *known, size_t n)
{
	scoped_buf list = { 0 };

	buf_init(&list, FACT_ARG_SIZE);
	for (size_t i = 0; i < n; i++)
		buf_print(&list, i == 0 ? "%s" : " %s", known[i]);
	return arena_text(
	    reader->problems->arena, list.size == 0 ? "-" : list.text);
}

int
reader_one_of(struct form_reader *reader, int line, const char *code,
    const char *const *known, size_t n, const char *word)
{
	const char *likely;

	for (size_t i = 0; i < n; i++)
		if (strcmp(known[i], word) == 0)
			return (int)i;
	likely = text_likely(word, known, n);
	reader_say(reader, line, code, word,
	    likely != NULL ? likely : joined(reader, known, n), NULL);
	return -1;
}

static void
read_attributes(struct form_reader *reader, struct field *field,
    const struct directive *directive)
{
	const char *words[FIELD_WORDS_MAX];
	const struct field_word *attributes;
	size_t n;

	attributes = field_words(&n);
	assert(n <= FIELD_WORDS_MAX);
	for (size_t i = 0; i < n; i++)
		words[i] = attributes[i].name;
	for (size_t i = 0; i < directive->n_children; i++) {
		const struct directive *line = &directive->children[i];
		int found = directive_known(
		    reader->document, line, words, n, reader->problems);

		if (found < 0)
			continue;
		if (line->n_words < attributes[found].least ||
		    line->n_words > attributes[found].most)
			reader_say(
			    reader, line->line, "form.words", line->name, NULL);
		else
			attributes[found].read(reader, field, line);
	}
}

/* "field NAME TYPE [SIZE]"; false when it is not even that. */
static bool
read_field_head(struct form_reader *reader, struct field *field,
    const struct directive *directive)
{
	const char *types[FIELD_TYPES];
	int found;

	if (directive->n_words < 2 || directive->n_words > 3) {
		reader_say(reader, directive->line, "form.field-head", NULL);
		return false;
	}
	field->name = directive->words[0];
	for (int i = 0; i < FIELD_TYPES; i++)
		types[i] = field_type_name((enum field_type)i);
	found = reader_one_of(reader, directive->line, "form.type", types,
	    FIELD_TYPES, directive->words[1]);
	/* An unknown type is reported; text lets the reading go on. */
	field->type = found < 0 ? FIELD_TEXT : (enum field_type)found;
	field->size = field_type_size(field->type);
	field->lookup = field_type_lookup(field->type);
	if (directive->n_words == 3 && field_type_most(field->type) == 0)
		reader_say(reader, directive->line, "form.size",
		    directive->words[1], NULL);
	else if (directive->n_words == 3)
		field->size = read_number(reader, directive->line,
		    directive->words[2], field_type_most(field->type));
	return true;
}

void
read_field(struct form_reader *reader, const struct directive *directive)
{
	struct arena *arena = reader->problems->arena;
	struct field *field;

	if (reader->n == FORM_FIELDS_MAX) {
		reader_say(reader, directive->line, "form.many-fields", NULL);
		return;
	}
	reader->fields = arena_grow(arena, reader->fields, reader->n,
	    &reader->room, sizeof *reader->fields);
	reader->notes = arena_grow(arena, reader->notes, reader->n,
	    &reader->notes_room, sizeof *reader->notes);
	field = &reader->fields[reader->n];
	*field = (struct field){ .line = directive->line,
		.label = "",
		.hint = "",
		.help = "",
		.may_copy = true,
		.default_value = "",
		.source = FIELD_ABSENT,
		.fills = FIELD_ABSENT,
		.edition = FIELD_ABSENT,
		.section = reader->form->n_sections - 1 };
	reader->notes[reader->n] = (struct field_notes){ 0 };
	if (!read_field_head(reader, field, directive))
		return;
	read_attributes(reader, field, directive);
	if (field->privacy == PRIVACY_IDENTITY)
		field->may_copy = false;
	layout_field(reader, field, &reader->sections[field->section]);
	reader->n++;
}
