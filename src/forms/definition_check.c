#include <string.h>

#include "base/text.h"
#include "forms/field.h"
#include "forms/reader.h"

enum { NAME_MAX_BYTES = 40, HINT_COLUMNS = 78 };

static bool
is_name(const char *name)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz";

	return *name != '\0' && strchr(letters, *name) != NULL &&
	    strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_") ==
	    strlen(name) &&
	    strlen(name) <= NAME_MAX_BYTES;
}

static bool
has_choices(const struct field *field)
{
	return field->type == FIELD_CHOICE || field->type == FIELD_MANY;
}

static void
check_names(struct form_reader *reader, size_t at)
{
	const struct field *field = &reader->fields[at];

	if (!is_name(field->name))
		reader_say(
		    reader, field->line, "form.field-name", field->name, NULL);
	for (size_t i = 0; i < at; i++)
		if (strcmp(reader->fields[i].name, field->name) == 0)
			reader_say(reader, field->line, "form.field-twice",
			    field->name, NULL);
}

/* What every field says of itself. */
static void
check_words(struct form_reader *reader, size_t at)
{
	const struct field *field = &reader->fields[at];
	bool is_typed = field->derived == DERIVED_NOT;

	if (*field->label == '\0')
		reader_say(
		    reader, field->line, "form.no-label", field->name, NULL);
	if (!reader->notes[at].has_privacy)
		reader_say(
		    reader, field->line, "form.no-privacy", field->name, NULL);
	if (is_typed && (*field->hint == '\0' || *field->help == '\0'))
		reader_say(
		    reader, field->line, "form.no-help", field->name, NULL);
	if (text_columns(field->hint) > HINT_COLUMNS)
		reader_say(reader, field->line, "form.hint-wide", field->name,
		    arena_print(reader->problems->arena, "%d", HINT_COLUMNS),
		    NULL);
	if (!is_typed &&
	    (field->is_required || field->is_twice ||
		field->default_rule != DEFAULT_NONE ||
		field->required_when.n > 0))
		reader_say(
		    reader, field->line, "form.shown-typed", field->name, NULL);
}

/* Words that only some types take. */
static void
check_type(struct form_reader *reader, size_t at)
{
	const struct field *field = &reader->fields[at];
	const char *word = NULL;

	if (has_choices(field) && field->n_choices == 0)
		reader_say(
		    reader, field->line, "form.no-choice", field->name, NULL);
	if (!has_choices(field) && field->n_choices > 0)
		word = "choice";
	if (field->type != FIELD_DATE && field->is_birth)
		word = "birth";
	if (field->type != FIELD_DATE && field->may_be_future)
		word = "future";
	if (field->type != FIELD_AREA && field->place.lines > 1)
		word = "lines";
	if (word != NULL)
		reader_say(reader, field->line, "form.word-type", word,
		    field_type_name(field->type), NULL);
}

static bool
default_fits(const struct field *field)
{
	switch (field->default_rule) {
	case DEFAULT_NONE: return true;
	case DEFAULT_TODAY: return field->type == FIELD_DATE;
	case DEFAULT_STATION: return field->type == FIELD_TEXT;
	case DEFAULT_OFFICER: return field->type == FIELD_OFFICER;
	case DEFAULT_SOLE: return field->lookup != NULL;
	case DEFAULT_FIXED:
		return !has_choices(field) ||
		    field_choice(field, field->default_value) != NULL;
	}
	return false;
}

/* It goes before a plain default, and is a value of the same sort. */
static bool
default_when_fits(const struct field *field)
{
	if (field->default_when.n == 0)
		return true;
	return field->default_rule == DEFAULT_FIXED && (!has_choices(field) ||
	    field_choice(field, field->default_when_value) != NULL);
}

static void
check_default(struct form_reader *reader, size_t at)
{
	const struct field *field = &reader->fields[at];

	if (field->default_rule != DEFAULT_NONE &&
	    field->privacy == PRIVACY_IDENTITY)
		reader_say(reader, field->line, "form.default-identity",
		    field->name, NULL);
	else if (!default_fits(field) || !default_when_fits(field))
		reader_say(reader, field->line, "form.default-type",
		    field->name, NULL);
}

static bool
can_be(const struct field *field, const char *value)
{
	if (field->type == FIELD_YES_NO)
		return strcmp(value, "Y") == 0 || strcmp(value, "T") == 0;
	return !has_choices(field) || field_choice(field, value) != NULL;
}

static void
check_conditions(struct form_reader *reader, size_t at,
    const struct field_conditions *conditions)
{
	for (size_t i = 0; i < conditions->n; i++) {
		const struct field_condition *condition = &conditions->list[i];
		const struct field *other = &reader->fields[condition->field];

		for (size_t j = 0; j < condition->n_values; j++)
			if (!can_be(other, condition->values[j]))
				reader_say(reader, reader->fields[at].line,
				    "form.condition-value", other->name,
				    condition->values[j], NULL);
	}
}

/* Index of a field that is named, or FIELD_ABSENT and a problem. */
static int
named(struct form_reader *reader, const struct pending_name *pending)
{
	const char *names[FORM_FIELDS_MAX];

	if (pending->name == NULL)
		return FIELD_ABSENT;
	for (size_t i = 0; i < reader->n; i++)
		names[i] = reader->fields[i].name;
	return reader_one_of(reader, pending->line, "form.field-unknown", names,
	    reader->n, pending->name);
}

static bool
source_fits(const struct field *field, enum field_type source)
{
	switch (field->derived) {
	case DERIVED_NOT: return true;
	case DERIVED_DISTRICT: return source == FIELD_REGION;
	case DERIVED_EDITION: return source == FIELD_KBLI;
	case DERIVED_TITLE:
		return source == FIELD_KBLI || source == FIELD_STANDARD ||
		    source == FIELD_OFFICER;
	}
	return false;
}

static void
say_kind(struct form_reader *reader, const struct pending_name *pending,
    const char *word)
{
	reader_say(reader, pending->line, "form.field-kind", word,
	    pending->name, NULL);
}

static void
link_field(struct form_reader *reader, size_t at)
{
	struct field *field = &reader->fields[at];
	const struct field_notes *notes = &reader->notes[at];
	const struct field *other;

	field->source = named(reader, &notes->source);
	if (field->source >= 0 &&
	    !source_fits(field, reader->fields[field->source].type))
		say_kind(reader, &notes->source, "shown");
	field->fills = named(reader, &notes->fills);
	if (field->fills >= 0) {
		other = &reader->fields[field->fills];
		if (field->type != FIELD_NIK || !other->is_birth)
			say_kind(reader, &notes->fills, "fills");
	}
	field->edition = named(reader, &notes->edition);
	if (field->edition >= 0) {
		other = &reader->fields[field->edition];
		if (field->type != FIELD_KBLI ||
		    other->derived != DERIVED_EDITION)
			say_kind(reader, &notes->edition, "edition");
	}
}

/* Can the two never be shown together? One condition must part them. */
static bool
are_exclusive(const struct field_condition *a, const struct field_condition *b)
{
	if (a->field != b->field)
		return false;
	for (size_t i = 0; i < a->n_values; i++)
		for (size_t j = 0; j < b->n_values; j++)
			if (strcmp(a->values[i], b->values[j]) == 0)
				return false;
	return true;
}

static void
check_instead(struct form_reader *reader, size_t at)
{
	const struct pending_name *pending = &reader->notes[at].instead_of;
	const struct field_conditions *own = &reader->fields[at].shown_when;
	int other = named(reader, pending);

	if (other < 0)
		return;
	for (size_t i = 0; i < own->n; i++) {
		const struct field_conditions *its =
		    &reader->fields[other].shown_when;

		for (size_t j = 0; j < its->n; j++)
			if (are_exclusive(&own->list[i], &its->list[j]))
				return;
	}
	reader_say(reader, pending->line, "form.instead-of",
	    reader->fields[at].name, pending->name, NULL);
}

/* Conditions on fields that were not there when they were read. */
static void
check_late(struct form_reader *reader)
{
	for (size_t i = 0; i < reader->n_late; i++) {
		const struct pending_name *late = &reader->late[i];
		size_t j = 0;

		while (j < reader->n &&
		    strcmp(reader->fields[j].name, late->name) != 0)
			j++;
		if (j < reader->n)
			reader_say(reader, late->line, "form.condition-later",
			    late->name, NULL);
		else
			named(reader, late);
	}
}

void
check_form(struct form_reader *reader)
{
	if (reader->n == 0)
		reader_say(reader, 0, "form.no-fields", NULL);
	for (size_t i = 0; i < reader->n; i++) {
		const struct field *field = &reader->fields[i];

		check_names(reader, i);
		check_words(reader, i);
		check_type(reader, i);
		check_default(reader, i);
		check_conditions(reader, i, &field->shown_when);
		check_conditions(reader, i, &field->required_when);
		check_conditions(reader, i, &field->default_when);
		link_field(reader, i);
		check_instead(reader, i);
	}
	check_late(reader);
}
