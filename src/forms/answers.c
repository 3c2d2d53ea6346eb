#include "forms/answers.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "forms/sheet.h"

struct answers *
answers_new(struct arena *arena, const struct form *form)
{
	struct answers *answers = arena_alloc(arena, sizeof *answers);

	answers->arena = arena;
	answers->form = form;
	answers->slots = arena_array(arena, form->n, sizeof *answers->slots);
	for (size_t i = 0; i < form->n; i++) {
		answers->slots[i].answer.stored = "";
		answers->slots[i].answer.typed = "";
		answers->slots[i].answer.is_confirmed =
		    !form->fields[i].is_twice;
	}
	sheet_show(answers);
	return answers;
}

const struct form *
answers_form(const struct answers *answers)
{
	return answers->form;
}

static struct slot *
slot_at(const struct answers *answers, size_t field)
{
	assert(field < answers->form->n);
	return &answers->slots[field];
}

/* Put text into memory that is used again, growing by doubling. */
static const char *
keep(struct arena *arena, char **memory, size_t *room, const char *text)
{
	size_t size = strlen(text) + 1;

	if (size > *room) {
		*room = size * 2;
		*memory = arena_alloc(arena, *room);
	}
	/* text may lie in the memory itself. */
	memmove(*memory, text, size);
	return *memory;
}

static void
set_texts(struct answers *answers, size_t field, const char *stored,
    const char *typed)
{
	struct slot *slot = slot_at(answers, field);
	struct answer *answer = &slot->answer;

	if (strcmp(answer->stored, stored) != 0 ||
	    strcmp(answer->typed, typed) != 0) {
		answer->is_changed = true;
		answer->is_confirmed = !answers->form->fields[field].is_twice;
	}
	answer->stored =
	    keep(answers->arena, &slot->stored, &slot->stored_room, stored);
	answer->typed =
	    keep(answers->arena, &slot->typed, &slot->typed_room, typed);
	answer->severity = FINE;
	answer->fact = (struct fact){ 0 };
}

struct answers *
answers_copy(const struct answers *answers, struct arena *arena)
{
	struct answers *copy = answers_new(arena, answers->form);

	for (size_t i = 0; i < answers->form->n; i++) {
		const struct answer *from = &answers->slots[i].answer;
		struct answer *to = &copy->slots[i].answer;

		set_texts(copy, i, from->stored, from->typed);
		to->origin = from->origin;
		to->severity = from->severity;
		to->fact = from->fact;
		to->is_changed = from->is_changed;
		to->is_confirmed = from->is_confirmed;
		copy->slots[i].is_shown = answers->slots[i].is_shown;
	}
	return copy;
}

void
sheet_set(struct answers *answers, size_t field, const char *stored,
    enum answer_origin origin)
{
	struct answer *answer = &slot_at(answers, field)->answer;

	set_texts(answers, field, stored, "");
	answer->origin = *stored == '\0' ? ANSWER_EMPTY : origin;
	/* Known from the register: nobody need type it again. */
	if (origin == ANSWER_FILLED)
		answer->is_confirmed = true;
}

void
sheet_set_wrong(struct answers *answers, size_t field, const char *typed,
    const struct fact *fact)
{
	struct answer *answer = &slot_at(answers, field)->answer;

	set_texts(answers, field, "", typed);
	answer->origin = ANSWER_TYPED;
	answer->severity = WRONG;
	answer->fact = *fact;
}

struct field_context
sheet_context(
    const struct answers *answers, const struct field_context *context)
{
	struct field_context own = *context;

	own.answers = answers;
	return own;
}

/* A birth date that only came from the NIK follows it. */
static void
follow_nik(
    struct answers *answers, size_t field, const struct field_context *context)
{
	/* Older than anybody at a counter: the other century was meant. */
	enum { AGE_MAX = 100 };
	int fills = answers->form->fields[field].fills;
	struct date dates[2], plausible = { 0 };
	struct answer *birth;
	size_t n, n_plausible = 0;
	char text[DATE_TEXT_SIZE];

	if (fills < 0)
		return;
	birth = &slot_at(answers, (size_t)fills)->answer;
	if (birth->origin != ANSWER_EMPTY && birth->origin != ANSWER_DERIVED)
		return;
	n = nik_birth_dates(
	    answers->slots[field].answer.stored, context->today, dates);
	for (size_t i = 0; i < n; i++) {
		if (context->today.year - dates[i].year > AGE_MAX)
			continue;
		plausible = dates[i];
		n_plausible++;
	}
	date_print(plausible, text);
	sheet_set(answers, (size_t)fills, n_plausible == 1 ? text : "",
	    ANSWER_DERIVED);
	sheet_judge(answers, (size_t)fills, context);
}

/* Everything that depends on a field that was just set. */
static void
follow(struct answers *answers, size_t field, const char *edition,
    const struct field_context *context)
{
	const struct form *form = answers->form;
	const struct field *changed = &form->fields[field];

	if (changed->type == FIELD_NIK)
		follow_nik(answers, field, context);
	if (changed->edition >= 0)
		sheet_set(
		    answers, (size_t)changed->edition, edition, ANSWER_DERIVED);
	for (size_t i = 0; i < form->n; i++)
		if (form->fields[i].fills == (int)field)
			sheet_judge(answers, i, context);
	sheet_settle(answers, context);
}

/* Read cleaned text into the field. */
static void
take(struct answers *answers, size_t field, const char *typed,
    const struct field_context *context)
{
	const struct field *one = &answers->form->fields[field];
	struct field_context own = sheet_context(answers, context);
	struct field_reading reading;
	scoped_buf stored = { 0 };

	buf_init(&stored, FIELD_STORED_MAX);
	reading = field_read(one, typed, &own, &stored);
	if (reading.severity == WRONG) {
		sheet_set_wrong(answers, field, typed, &reading.fact);
	} else {
		struct answer *answer = &answers->slots[field].answer;

		sheet_set(answers, field, stored.text, ANSWER_TYPED);
		answer->severity = reading.severity;
		answer->fact = reading.fact;
	}
	follow(answers, field, reading.edition, context);
}

/* Is it what stands there already, as it is shown? */
static bool
is_as_printed(const struct answers *answers, size_t field, const char *typed,
    const struct field_context *context)
{
	const struct answer *answer = &answers->slots[field].answer;
	scoped_buf printed = { 0 };

	if (*answer->stored == '\0' || *typed == '\0')
		return false;
	buf_init(&printed, FIELD_STORED_MAX);
	answers_edit(answers, field, context, &printed);
	return strcmp(printed.text, typed) == 0;
}

const struct answer *
answers_type(struct answers *answers, size_t field, const char *typed,
    size_t size, const struct field_context *context)
{
	struct answer *answer = &slot_at(answers, field)->answer;
	const struct field *one = &answers->form->fields[field];
	size_t left_out;
	scoped_buf clean = { 0 };

	if (one->derived != DERIVED_NOT)
		return answer;
	buf_init(&clean, FIELD_STORED_MAX);
	left_out = field_clean(one, typed, size, &clean);
	if (is_as_printed(answers, field, clean.text, context))
		sheet_judge(answers, field, context);
	else
		take(answers, field, clean.text, context);
	if (left_out > 0 && answer->severity == FINE) {
		fact_set(&answer->fact, "field.left-out", NULL);
		fact_arg(&answer->fact, 0, "%zu", left_out);
	}
	return answer;
}

const struct answer *
answers_put(struct answers *answers, size_t field, const char *stored,
    const struct field_context *context)
{
	struct answer *answer = &slot_at(answers, field)->answer;

	if (answers->form->fields[field].type == FIELD_KBLI) {
		take(answers, field, stored, context);
		return answer;
	}
	sheet_set(answers, field, stored, ANSWER_TYPED);
	sheet_judge(answers, field, context);
	follow(answers, field, "", context);
	return answer;
}

enum severity
answers_confirm(struct answers *answers, size_t field, const char *typed,
    size_t size, const struct field_context *context, struct fact *fact)
{
	struct answer *answer = &slot_at(answers, field)->answer;
	const struct field *one = &answers->form->fields[field];
	struct field_context own = sheet_context(answers, context);
	const char *first = answer->stored;
	scoped_buf clean = { 0 };
	scoped_buf second = { 0 };
	size_t at = 0;

	buf_init(&clean, FIELD_STORED_MAX);
	buf_init(&second, FIELD_STORED_MAX);
	field_clean(one, typed, size, &clean);
	if (field_read(one, clean.text, &own, &second).severity == WRONG)
		buf_text(&second, clean.text);
	if (*first != '\0' && strcmp(first, second.text) == 0) {
		answer->is_confirmed = true;
		return FINE;
	}
	while (first[at] != '\0' && second.text[at] == first[at])
		at = text_next(first, at);
	if (strncmp(first, second.text, at) != 0)
		at = text_previous(first, at);
	fact_set(fact, "field.differs", NULL);
	fact_arg(fact, 0, "%zu", at + 1);
	fact_arg(fact, 1, "%.*s", (int)(text_next(first, at) - at), first + at);
	fact_arg(fact, 2, "%.*s", (int)(text_next(second.text, at) - at),
	    second.text + at);
	return WRONG;
}

const struct answer *
answers_at(const struct answers *answers, size_t field)
{
	return &slot_at(answers, field)->answer;
}

const char *
answers_text(const struct answers *answers, const char *name)
{
	int field = form_field(answers->form, name);

	if (field == FIELD_ABSENT || !answers->slots[field].is_shown)
		return "";
	return answers->slots[field].answer.stored;
}

struct date
answers_date(const struct answers *answers, const char *name)
{
	struct date date;

	if (!date_parse(answers_text(answers, name), &date))
		return (struct date){ 0 };
	return date;
}

void
answers_edit(const struct answers *answers, size_t field,
    const struct field_context *context, struct buf *out)
{
	const struct answer *answer = &slot_at(answers, field)->answer;
	struct field_context own = sheet_context(answers, context);

	if (*answer->typed != '\0')
		buf_text(out, answer->typed);
	else
		field_print(
		    &answers->form->fields[field], answer->stored, &own, out);
}

void
answers_show(const struct answers *answers, size_t field,
    const struct field_context *context, struct buf *out)
{
	const struct answer *answer = &slot_at(answers, field)->answer;
	const struct field *one = &answers->form->fields[field];
	struct field_context own = sheet_context(answers, context);

	if (*answer->typed == '\0')
		field_show(one, answer->stored, &own, out);
	else if (one->privacy == PRIVACY_IDENTITY || one->type == FIELD_SECRET)
		buf_repeat(out, '*', text_characters(answer->typed));
	else
		buf_text(out, answer->typed);
}
