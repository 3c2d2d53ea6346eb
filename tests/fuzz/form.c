#include "forms/definition.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "forms/answers.h"
#include "fuzz/fuzz.h"

static void
check_conditions(const struct field_conditions *conditions, size_t field)
{
	for (size_t i = 0; i < conditions->n; i++) {
		assert(conditions->list[i].field < field);
		assert(conditions->list[i].n_values > 0);
	}
}

static void
check_field(const struct form *form, size_t at)
{
	const struct field *field = &form->fields[at];
	const struct field_place *place = &field->place;
	int n = (int)form->n;

	assert(form_field(form, field->name) == (int)at);
	assert(field->size > 0 && *field->label != '\0');
	assert(place->page >= 0 && place->page < form->pages);
	assert(place->row >= 0 && place->row + place->lines <= FORM_LINES);
	assert(place->width > 0 && place->column + place->width <= 80);
	assert(text_columns(field->label) <= FORM_LABEL_MAX);
	assert(field->source < n && field->fills < n && field->edition < n);
	assert(field->derived == DERIVED_NOT || field->source >= 0);
	assert(field->section < form->n_sections);
	assert(field->privacy != PRIVACY_IDENTITY || !field->may_copy);
	check_conditions(&field->shown_when, at);
	check_conditions(&field->required_when, at);
}

/* Fill every field with something, keep it as a draft and take it back. */
static void
fill(const struct form *form, struct arena *arena)
{
	struct field_context context = { .today = { 2026, 11, 24 } };
	struct problems problems = { .arena = arena };
	struct answers *answers = answers_new(arena, form), *again = NULL;
	struct buf draft;

	answers_default(answers, &context);
	for (size_t i = 0; i < form->n; i++)
		answers_type(answers, i, "1", 1, &context);
	answers_missing(answers, arena);
	buf_init(&draft, 1 << 20);
	answers_write(answers, &draft);
	if (answers_read(form, draft.text, draft.size, &problems, &again,
		NULL) == FAIL_NONE)
		assert(problems.n == 0);
	buf_done(&draft);
}

/* A form is whole, or it is refused with all of its problems. */
int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	scoped_arena arena = arena_new();
	struct problems problems = { .arena = arena };
	struct document document = { 0 };
	struct form form = { 0 };
	enum fail fail;

	if (directive_read("fuzz", (const char *)bytes, size, &problems,
		&document, NULL) != FAIL_NONE)
		return 0;
	fail = form_read(&document, NULL, &problems, &form, NULL);
	assert((fail == FAIL_NONE) == (problems.n == 0));
	if (fail)
		return 0;
	for (size_t i = 0; i < form.n; i++)
		check_field(&form, i);
	fill(&form, arena);
	return 0;
}
