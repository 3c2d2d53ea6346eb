#include <assert.h>
#include <string.h>

#include "forms/kind.h"
#include "forms/sheet.h"

/* What follows from the values: which fields are shown, and what is derived. */

/* Is the word one of those in text, which are joined by blanks? */
static bool
has_word(const char *text, const char *word)
{
	size_t size = strlen(word);

	for (const char *at = text; (at = strstr(at, word)) != NULL; at++)
		if ((at == text || at[-1] == ' ') &&
		    (at[size] == '\0' || at[size] == ' '))
			return true;
	return false;
}

static bool
holds(const struct answers *answers, const struct field_condition *condition)
{
	const struct slot *slot = &answers->slots[condition->field];
	const struct field *field = &answers->form->fields[condition->field];
	const char *value = slot->answer.stored;

	if (!slot->is_shown)
		return false;
	for (size_t i = 0; i < condition->n_values; i++) {
		const char *wanted = condition->values[i];

		if (strcmp(value, wanted) == 0 ||
		    (field->type == FIELD_MANY && *wanted != '\0' &&
			has_word(value, wanted)))
			return true;
	}
	return false;
}

static bool
all_hold(
    const struct answers *answers, const struct field_conditions *conditions)
{
	for (size_t i = 0; i < conditions->n; i++)
		if (!holds(answers, &conditions->list[i]))
			return false;
	return true;
}

/* Conditions look at earlier fields only: one pass settles them. */
void
sheet_show(struct answers *answers)
{
	for (size_t i = 0; i < answers->form->n; i++)
		answers->slots[i].is_shown =
		    all_hold(answers, &answers->form->fields[i].shown_when);
}

/* The row of the list a field's value was chosen from. */
static bool
source_row(const struct answers *answers, size_t source,
    const struct field_context *context, struct arena *arena,
    struct lookup_row *ret_row)
{
	const struct field *field = &answers->form->fields[source];
	const char *stored = answers->slots[source].answer.stored;
	struct lookup lookup;

	if (*stored == '\0' || !lookup_of(field, context, &lookup))
		return false;
	if (field->type == FIELD_KBLI && field->edition >= 0) {
		const char *edition =
		    answers->slots[field->edition].answer.stored;

		if (*edition != '\0')
			stored = arena_print(arena, "%s/%s", stored, edition);
	}
	return lookup_find(&lookup, stored, ret_row, arena);
}

static void
derive(struct answers *answers, size_t at, const struct field_context *context,
    struct arena *arena)
{
	const struct field *field = &answers->form->fields[at];
	struct answer *answer = &answers->slots[at].answer;
	bool was_changed = answer->is_changed;
	struct lookup_row row = { "", "", "" };

	if (field->derived == DERIVED_NOT || field->derived == DERIVED_EDITION)
		return;
	if (source_row(answers, (size_t)field->source, context, arena, &row) &&
	    field->derived == DERIVED_DISTRICT)
		row.text = row.note;
	sheet_set(answers, at, row.text, ANSWER_DERIVED);
	/* It says nothing that its source does not say. */
	answer->is_changed = was_changed;
}

/* A default that goes with another answer, until somebody types his own. */
static void
follow(struct answers *answers, size_t at)
{
	const struct field *field = &answers->form->fields[at];
	struct answer *answer = &answers->slots[at].answer;
	bool was_changed = answer->is_changed;

	if (field->default_when.n == 0 || answer->origin != ANSWER_DEFAULT)
		return;
	sheet_set(answers, at, all_hold(answers, &field->default_when) ?
	    field->default_when_value : field->default_value, ANSWER_DEFAULT);
	answer->is_changed = was_changed;
}

void
sheet_settle(struct answers *answers, const struct field_context *context)
{
	scoped_arena arena = arena_new();

	for (size_t i = 0; i < answers->form->n; i++)
		derive(answers, i, context, arena);
	sheet_show(answers);
	for (size_t i = 0; i < answers->form->n; i++)
		follow(answers, i);
	sheet_show(answers);
}

/* What could not be read may be read now: another day, other data. */
static void
read_again(
    struct answers *answers, size_t field, const struct field_context *own)
{
	struct answer *answer = &answers->slots[field].answer;
	bool was_changed = answer->is_changed;
	struct field_reading reading;
	scoped_buf stored = { 0 };

	buf_init(&stored, FIELD_STORED_MAX);
	reading = field_read(
	    &answers->form->fields[field], answer->typed, own, &stored);
	if (reading.severity != WRONG)
		sheet_set(answers, field, stored.text, ANSWER_TYPED);
	answer->severity = reading.severity;
	answer->fact = reading.fact;
	answer->is_changed = was_changed;
}

void
sheet_judge(
    struct answers *answers, size_t field, const struct field_context *context)
{
	struct answer *answer = &answers->slots[field].answer;
	struct field_context own = sheet_context(answers, context);

	if (*answer->typed != '\0') {
		read_again(answers, field, &own);
		return;
	}
	answer->fact = (struct fact){ 0 };
	answer->severity = field_check(
	    &answers->form->fields[field], answer->stored, &own, &answer->fact);
}

void
answers_judge(struct answers *answers, const struct field_context *context)
{
	for (size_t i = 0; i < answers->form->n; i++)
		if (answers->form->fields[i].derived == DERIVED_NOT)
			sheet_judge(answers, i, context);
	sheet_settle(answers, context);
}

bool
answers_is_shown(const struct answers *answers, size_t field)
{
	assert(field < answers->form->n);
	return answers->slots[field].is_shown;
}

bool
answers_is_required(const struct answers *answers, size_t field)
{
	const struct field *one;

	assert(field < answers->form->n);
	one = &answers->form->fields[field];
	return answers->slots[field].is_shown &&
	    (one->is_required ||
		(one->required_when.n > 0 &&
		    all_hold(answers, &one->required_when)));
}

bool
answers_is_open(const struct answers *answers, size_t field)
{
	return answers_is_shown(answers, field) &&
	    answers->form->fields[field].derived == DERIVED_NOT;
}

/* The fields of which a question is true. */
static struct field_list
list_of(const struct answers *answers, struct arena *arena,
    bool (*is_in)(const struct answers *, size_t))
{
	size_t *fields = arena_array(arena, answers->form->n, sizeof *fields);
	size_t n = 0;

	for (size_t i = 0; i < answers->form->n; i++)
		if (is_in(answers, i))
			fields[n++] = i;
	return (struct field_list){ fields, n };
}

static bool
is_missing(const struct answers *answers, size_t field)
{
	const struct answer *answer = &answers->slots[field].answer;

	if (*answer->typed != '\0' || !answers->slots[field].is_shown)
		return false;
	if (*answer->stored == '\0')
		return answers_is_required(answers, field);
	return !answer->is_confirmed;
}

static bool
is_wrong(const struct answers *answers, size_t field)
{
	return answers->slots[field].is_shown &&
	    answers->slots[field].answer.severity == WRONG;
}

static bool
is_doubtful(const struct answers *answers, size_t field)
{
	return answers->slots[field].is_shown &&
	    answers->slots[field].answer.severity == DOUBT;
}

struct field_list
answers_missing(const struct answers *answers, struct arena *arena)
{
	return list_of(answers, arena, is_missing);
}

struct field_list
answers_wrong(const struct answers *answers, struct arena *arena)
{
	return list_of(answers, arena, is_wrong);
}

struct field_list
answers_doubtful(const struct answers *answers, struct arena *arena)
{
	return list_of(answers, arena, is_doubtful);
}

bool
answers_are_changed(const struct answers *answers)
{
	for (size_t i = 0; i < answers->form->n; i++)
		if (answers->slots[i].answer.is_changed)
			return true;
	return false;
}

void
answers_kept(struct answers *answers)
{
	for (size_t i = 0; i < answers->form->n; i++)
		answers->slots[i].answer.is_changed = false;
}
