#include <assert.h>
#include <string.h>

#include "forms/kind.h"
#include "forms/sheet.h"

/* Values that nobody types: defaults, the register, the record before. */

/* The code of the only row there is to choose, or "". */
static const char *
sole_row(const struct field *field, const struct field_context *context,
    struct arena *arena)
{
	struct lookup_row row = { "", "", "" };
	struct lookup lookup;

	if (!lookup_of(field, context, &lookup) ||
	    lookup_filter(&lookup, "", &row, 1, arena) != 1)
		return "";
	return row.code;
}

static const char *
default_of(const struct field *field, const struct field_context *context,
    struct arena *arena)
{
	char text[DATE_TEXT_SIZE];

	switch (field->default_rule) {
	case DEFAULT_NONE: return "";
	case DEFAULT_TODAY:
		date_print(context->today, text);
		return arena_text(arena, text);
	case DEFAULT_STATION:
		return context->station == NULL ? "" : context->station;
	case DEFAULT_OFFICER:
		return context->officer == NULL ? "" : context->officer;
	case DEFAULT_SOLE: return sole_row(field, context, arena);
	case DEFAULT_FIXED: return field->default_value;
	}
	return "";
}

void
answers_default(struct answers *answers, const struct field_context *context)
{
	scoped_arena arena = arena_new();

	for (size_t i = 0; i < answers->form->n; i++) {
		const struct field *field = &answers->form->fields[i];
		struct answer *answer = &answers->slots[i].answer;
		bool was_changed = answer->is_changed;
		const char *value;

		if (answer->origin != ANSWER_EMPTY)
			continue;
		value = default_of(field, context, arena);
		if (*value == '\0')
			continue;
		sheet_set(answers, i, value, ANSWER_DEFAULT);
		answer->is_changed = was_changed;
		sheet_judge(answers, i, context);
	}
	sheet_settle(answers, context);
}

/* The record's value for a field, or NULL when it has no such text cell. */
static const char *
value_for(const struct record *record, const struct field *field)
{
	int cell = table_cell(record->table, field->name);

	if (cell < 0 || record->table->cells[cell].type != CELL_TEXT ||
	    !sheet_is_handed_on(field))
		return NULL;
	return record_text(record, cell);
}

bool
sheet_is_handed_on(const struct field *field)
{
	return field->type != FIELD_SECRET &&
	    (field->derived == DERIVED_NOT ||
		field->derived == DERIVED_EDITION);
}

bool
answers_copy_from(struct answers *answers, size_t field,
    const struct record *record, const struct field_context *context,
    struct fact *fact)
{
	const struct field *one;
	const char *value;

	assert(field < answers->form->n);
	one = &answers->form->fields[field];
	if (!one->may_copy || one->derived != DERIVED_NOT) {
		fact_set(fact, "field.no-copy", one->label, NULL);
		return false;
	}
	value = value_for(record, one);
	if (value == NULL || *value == '\0') {
		fact_set(fact, "field.nothing-to-copy", one->label, NULL);
		return false;
	}
	sheet_set(answers, field, value, ANSWER_TYPED);
	if (one->edition >= 0) {
		const struct field *edition =
		    &answers->form->fields[one->edition];

		value = value_for(record, edition);
		sheet_set(answers, (size_t)one->edition,
		    value == NULL ? "" : value, ANSWER_DERIVED);
	}
	answers_judge(answers, context);
	return true;
}

/* May the register's value stand here in place of what does? */
static bool
may_fill(const struct answer *answer, const char *value)
{
	if (answer->origin == ANSWER_TYPED ||
	    strcmp(answer->stored, value) == 0)
		return false;
	return *value != '\0' || answer->origin == ANSWER_FILLED;
}

struct field_list
answers_fill(struct answers *answers, const struct record *record,
    const struct field_context *context, struct arena *arena)
{
	size_t *changed = arena_array(arena, answers->form->n, sizeof *changed);
	size_t n = 0;

	for (size_t i = 0; i < answers->form->n; i++) {
		const struct field *field = &answers->form->fields[i];
		const char *value = value_for(record, field);

		/* An edition goes with its code, whoever gave that. */
		if (value == NULL ||
		    !may_fill(&answers->slots[i].answer, value) ||
		    (field->derived == DERIVED_EDITION &&
			answers->slots[field->source].answer.origin ==
			    ANSWER_TYPED))
			continue;
		sheet_set(answers, i, value, ANSWER_FILLED);
		changed[n++] = i;
	}
	answers_judge(answers, context);
	return (struct field_list){ changed, n };
}

struct answers_upgraded
answers_upgrade(const struct answers *answers, const struct form *newer,
    const struct field_context *context, struct arena *arena)
{
	const struct form *older = answers->form;
	struct answers_upgraded upgraded = { answers_new(arena, newer), NULL, 0,
		NULL, 0 };
	const char **gone = arena_array(arena, older->n, sizeof *gone);
	const char **added = arena_array(arena, newer->n, sizeof *added);

	upgraded.gone = gone;
	upgraded.added = added;
	for (size_t i = 0; i < newer->n; i++)
		if (form_field(older, newer->fields[i].name) == FIELD_ABSENT)
			added[upgraded.n_added++] = newer->fields[i].name;
	for (size_t i = 0; i < older->n; i++) {
		const struct answer *answer = &answers->slots[i].answer;
		int there = form_field(newer, older->fields[i].name);

		if (answer->origin == ANSWER_EMPTY)
			continue;
		if (there == FIELD_ABSENT)
			gone[upgraded.n_gone++] = older->fields[i].name;
		else if (*answer->typed != '\0')
			sheet_set_wrong(upgraded.answers, (size_t)there,
			    answer->typed, &answer->fact);
		else
			sheet_set(upgraded.answers, (size_t)there,
			    answer->stored, answer->origin);
	}
	answers_judge(upgraded.answers, context);
	return upgraded;
}
