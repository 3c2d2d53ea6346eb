#include <string.h>

#include "base/directive.h"
#include "base/text.h"
#include "forms/sheet.h"

/*
 * Answers as text, for drafts:
 *
 *	answers application 1 {
 *		value nib filled "1234567890123"
 *		wrong birth_date "31/02/1990"
 *		value name typed "Désirée" changed
 *	}
 */
static const char *const origins[] = { "empty", "typed", "filled", "default",
	"derived" };

static void
write_quoted(const char *text, struct buf *out)
{
	buf_char(out, '"');
	for (; *text != '\0'; text++) {
		if (*text == '"' || *text == '\\')
			buf_char(out, '\\');
		if (*text == '\n')
			buf_text(out, "\\n");
		else
			buf_char(out, *text);
	}
	buf_char(out, '"');
}

void
answers_write(const struct answers *answers, struct buf *out)
{
	const struct form *form = answers->form;

	buf_print(out, "answers %s %s {\n", form->name, form->version);
	for (size_t i = 0; i < form->n; i++) {
		const struct answer *answer = &answers->slots[i].answer;
		const struct field *field = &form->fields[i];

		if (answer->origin == ANSWER_EMPTY ||
		    !sheet_is_handed_on(field))
			continue;
		if (*answer->typed != '\0') {
			buf_print(out, "\twrong %s ", field->name);
			write_quoted(answer->typed, out);
		} else {
			buf_print(out, "\tvalue %s %s ", field->name,
			    origins[answer->origin]);
			write_quoted(answer->stored, out);
		}
		if (answer->is_changed)
			buf_text(out, " changed");
		if (field->is_twice && answer->is_confirmed)
			buf_text(out, " confirmed");
		buf_char(out, '\n');
	}
	buf_text(out, "}\n");
}

/* The one "answers" of a document, with its two words; NULL for none. */
static const struct directive *
find_answers(const struct document *document)
{
	const struct directive *first = document->directives;

	if (document->n != 1 || strcmp(first->name, "answers") != 0 ||
	    first->n_words != 2)
		return NULL;
	return first;
}

static bool
has_word(const struct directive *line, const char *word)
{
	for (size_t i = 2; i < line->n_words; i++)
		if (strcmp(line->words[i], word) == 0)
			return true;
	return false;
}

static bool
read_value(struct answers *answers, size_t field, const struct directive *line)
{
	if (line->n_words < 3)
		return false;
	for (size_t i = 0; i < array_length(origins); i++) {
		if (strcmp(line->words[1], origins[i]) != 0)
			continue;
		sheet_set(
		    answers, field, line->words[2], (enum answer_origin)i);
		return true;
	}
	return false;
}

static bool
read_wrong(struct answers *answers, size_t field, const struct directive *line)
{
	/* answers_judge() finds out again what is wrong with it. */
	struct fact fact = { 0 };

	if (line->n_words < 2 || *line->words[1] == '\0')
		return false;
	sheet_set_wrong(answers, field, line->words[1], &fact);
	return true;
}

/* Stored text is valid as it was cleaned; nothing else may come in here. */
static bool
is_clean(const struct field *field, const struct directive *line)
{
	for (size_t i = 0; i < line->n_words; i++) {
		const char *word = line->words[i];
		size_t size = strlen(word), length;
		uint32_t point;

		if (size > FIELD_TYPED_MAX)
			return false;
		for (size_t at = 0; at < size; at += length) {
			length = text_decode(word + at, size - at, &point);
			if (length == 0 ||
			    !text_may_stand(point, field->type == FIELD_AREA))
				return false;
		}
	}
	return true;
}

static bool
read_line(struct answers *answers, const struct directive *line)
{
	const struct field *field;
	struct answer *answer;
	bool is_read;
	int at;

	if (line->n_words == 0)
		return false;
	at = form_field(answers->form, line->words[0]);
	if (at == FIELD_ABSENT)
		return false;
	field = &answers->form->fields[at];
	answer = &answers->slots[at].answer;
	if (!sheet_is_handed_on(field) || !is_clean(field, line))
		return false;
	if (strcmp(line->name, "value") == 0)
		is_read = read_value(answers, (size_t)at, line);
	else if (strcmp(line->name, "wrong") == 0)
		is_read = read_wrong(answers, (size_t)at, line);
	else
		return false;
	answer->is_changed = has_word(line, "changed");
	if (has_word(line, "confirmed"))
		answer->is_confirmed = true;
	return is_read;
}

enum fail
answers_read(const struct form *form, const char *text, size_t size,
    struct problems *problems, struct answers **ret_answers, struct err *err)
{
	const struct directive *found;
	struct answers *answers;
	struct document document;
	enum fail fail;

	fail = directive_read("draft", text, size, problems, &document, err);
	if (fail)
		return fail;
	found = find_answers(&document);
	if (found == NULL)
		return fail_say(err, FAIL_INVALID, "answers.unreadable", NULL);
	if (strcmp(found->words[0], form->name) != 0 ||
	    strcmp(found->words[1], form->version) != 0)
		return fail_say(err, FAIL_INVALID, "answers.other-form",
		    found->words[0], found->words[1], NULL);
	answers = answers_new(problems->arena, form);
	for (size_t i = 0; i < found->n_children; i++) {
		const struct directive *line = &found->children[i];

		if (!read_line(answers, line))
			problems_add(problems, "draft", line->line,
			    "answers.left-out", line->name,
			    directive_word(line, 0), NULL);
	}
	sheet_show(answers);
	*ret_answers = answers;
	return FAIL_NONE;
}

enum fail
answers_written_for(const char *text, size_t size, struct arena *arena,
    const char **ret_form, const char **ret_version, struct err *err)
{
	struct problems problems = { .arena = arena };
	const struct directive *found;
	struct document document;
	enum fail fail;

	fail = directive_read("draft", text, size, &problems, &document, err);
	if (fail)
		return fail;
	found = find_answers(&document);
	if (found == NULL)
		return fail_say(err, FAIL_INVALID, "answers.unreadable", NULL);
	*ret_form = found->words[0];
	*ret_version = found->words[1];
	return FAIL_NONE;
}
