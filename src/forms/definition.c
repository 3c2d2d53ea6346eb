#include "forms/definition.h"

#include <string.h>

#include "base/text.h"
#include "forms/reader.h"

int
form_field(const struct form *form, const char *name)
{
	for (size_t i = 0; i < form->n; i++)
		if (strcmp(form->fields[i].name, name) == 0)
			return (int)i;
	return FIELD_ABSENT;
}

const struct field_choice *
field_choice(const struct field *field, const char *code)
{
	for (size_t i = 0; i < field->n_choices; i++)
		if (strcmp(field->choices[i].code, code) == 0)
			return &field->choices[i];
	return NULL;
}

int
read_number(struct form_reader *reader, int line, const char *word, int most)
{
	int number = 0;

	if (word == NULL || !text_is_digits(word, 0) || strlen(word) > 6) {
		reader_say(reader, line, "form.number",
		    word == NULL ? "" : word, NULL);
		return 0;
	}
	for (; *word != '\0'; word++)
		number = number * 10 + (*word - '0');
	if (number < 1 || number > most) {
		reader_say(reader, line, "form.number-range",
		    arena_print(reader->problems->arena, "%d", number),
		    arena_print(reader->problems->arena, "%d", most), NULL);
		return 0;
	}
	return number;
}

/* The fields of "left", "right" or "wide". */
static void
read_section(struct form_reader *reader, const struct directive *directive,
    enum form_side side)
{
	static const char *const words[] = { "field", "gap" };
	struct form_section *section;

	if (reader->page == 0)
		layout_page(reader);
	reader->sections = arena_grow(reader->problems->arena, reader->sections,
	    reader->form->n_sections, &reader->sections_room,
	    sizeof *reader->sections);
	section = &reader->sections[reader->form->n_sections++];
	*section = (struct form_section){ .side = side, .title = "" };
	if (directive->n_words > 0)
		section->title = directive->words[0];
	layout_section(reader, section);
	for (size_t i = 0; i < directive->n_children; i++) {
		const struct directive *child = &directive->children[i];
		int word = directive_known(reader->document, child, words,
		    array_length(words), reader->problems);

		if (word == 0)
			read_field(reader, child);
		else if (word == 1)
			layout_gap(reader);
	}
}

static void
read_sections(struct form_reader *reader, const struct directive *directive,
    bool with_pages)
{
	static const char *const words[] = { "left", "right", "wide", "page" };
	static const enum form_side sides[] = { FORM_LEFT, FORM_RIGHT,
		FORM_WIDE };

	for (size_t i = 0; i < directive->n_children; i++) {
		const struct directive *child = &directive->children[i];
		int word = directive_known(reader->document, child, words,
		    array_length(words) - !with_pages, reader->problems);

		if (word == 3) {
			layout_page(reader);
			read_sections(reader, child, false);
		} else if (word >= 0) {
			read_section(reader, child, sides[word]);
		}
	}
}

static void
read_head(struct form_reader *reader, const struct directive *directive)
{
	if (directive->n_words != 3) {
		reader_say(reader, directive->line, "form.head", NULL);
		return;
	}
	reader->form->name = directive->words[0];
	reader->form->version = directive->words[1];
	reader->form->title = directive->words[2];
	read_number(reader, directive->line, directive->words[1], 99999);
}

enum fail
form_read(const struct document *document, const struct form_clauses *clauses,
    struct problems *problems, struct form *ret_form, struct err *err)
{
	static const char *const words[] = { "form" };
	struct form form = { .name = "", .version = "", .title = "" };
	struct form_reader reader = { .document = document,
		.clauses = clauses,
		.problems = problems,
		.form = &form };
	const struct directive *found = NULL;
	enum fail fail;

	for (size_t i = 0; i < document->n; i++) {
		const struct directive *directive = &document->directives[i];

		if (directive_known(document, directive, words,
			array_length(words), problems) != 0)
			continue;
		if (found != NULL)
			reader_say(
			    &reader, directive->line, "form.second", NULL);
		else
			found = directive;
	}
	if (found == NULL) {
		reader_say(&reader, 0, "form.absent", NULL);
		return problems_fail(problems, err);
	}
	read_head(&reader, found);
	read_sections(&reader, found, true);
	form.fields = reader.fields;
	form.n = reader.n;
	form.sections = reader.sections;
	form.pages = reader.page;
	check_form(&reader);
	fail = problems_fail(problems, err);
	if (fail)
		return fail;
	*ret_form = form;
	return FAIL_NONE;
}
