#ifndef TESTS_LIB_SHEET_H
#define TESTS_LIB_SHEET_H

#include "domain/calendar.h"
#include "domain/kbli.h"
#include "domain/region.h"
#include "forms/answers.h"
#include "lib/load.h"

/* Forms of forms/, and the world of data/ they are filled in. */

/* Read text as a form file; problems has its arena set. */
static inline enum fail
read_form(const char *text, struct problems *problems, struct form *ret_form)
{
	struct document document = { 0 };
	enum fail fail = directive_read(
	    "test.form", text, strlen(text), problems, &document, NULL);

	if (fail)
		return fail;
	return form_read(&document, NULL, problems, ret_form, NULL);
}

/* A form that must be good. */
static inline struct form *
form_of(struct arena *arena, const char *text)
{
	struct problems problems = { .arena = arena };
	struct form *form = arena_alloc(arena, sizeof *form);

	if (read_form(text, &problems, form) != FAIL_NONE)
		for (size_t i = 0; i < problems.n; i++)
			print_error("line %d: %s %s %s\n",
			    problems.list[i].line, problems.list[i].fact.code,
			    problems.list[i].fact.arg[0],
			    problems.list[i].fact.arg[1]);
	assert_int_equal(problems.n, 0);
	return form;
}

/* forms/NAME.form */
static inline struct form *
load_form(struct arena *arena, const char *name)
{
	size_t size = 0;

	return form_of(arena,
	    asset_text(
		arena, arena_print(arena, "forms/%s.form", name), &size));
}

/* The desk on Tuesday 24 November 2026, with everything in data/. */
static inline struct field_context
load_context(struct arena *arena)
{
	struct problems problems = { .arena = arena };
	struct regions *regions = arena_alloc(arena, sizeof *regions);
	struct kbli_table *kbli = arena_alloc(arena, sizeof *kbli);
	struct calendar *calendar = arena_alloc(arena, sizeof *calendar);
	struct standard *standard = arena_alloc(arena, sizeof *standard);
	const struct standard **list = arena_alloc(arena, sizeof *list);
	struct err err = { 0 };
	const char *text;
	size_t size = 0;

	text = asset_text(arena, "data/villages.tsv", &size);
	t_done(regions_read_villages(
		   "villages.tsv", text, size, &problems, regions, &err),
	    err);
	text = asset_text(arena, "data/areas.tsv", &size);
	t_done(regions_read_areas(
		   "areas.tsv", text, size, &problems, regions, &err),
	    err);
	text = asset_text(arena, "data/kbli.tsv", &size);
	t_done(kbli_read("kbli.tsv", text, size, &problems, kbli, &err), err);
	text = asset_text(arena, "data/holidays.tsv", &size);
	t_done(calendar_read(
		   "holidays.tsv", text, size, &problems, calendar, &err),
	    err);
	*standard = load_standard(arena);
	*list = standard;
	return (struct field_context){ .today = { 2026, 11, 24 },
		.station = "L03",
		.officer = "ani",
		.calendar = calendar,
		.regions = regions,
		.kbli = kbli,
		.standards = list,
		.n_standards = 1 };
}

/* A field alone, of that type; choices are the scales of a business. */
static inline struct field
field_of(enum field_type type)
{
	static const struct field_choice scales[] = {
		{ "mikro", "Mikro" },
		{ "kecil", "Kecil" },
		{ "menengah", "Menengah" },
		{ "besar", "Besar" },
	};

	return (struct field){ .name = "x",
		.type = type,
		.size = field_type_size(type),
		.lookup = field_type_lookup(type),
		.source = FIELD_ABSENT,
		.fills = FIELD_ABSENT,
		.edition = FIELD_ABSENT,
		.choices = scales,
		.n_choices = array_length(scales),
		.may_be_future = true };
}

/* What typed is stored as; "?code" when it is refused. */
static inline const char *
stored_for(struct arena *arena, const struct field *field, const char *typed,
    const struct field_context *context)
{
	scoped_buf clean = { 0 };
	scoped_buf stored = { 0 };
	struct field_reading reading;

	buf_init(&clean, FIELD_TYPED_MAX * 2);
	buf_init(&stored, FIELD_TYPED_MAX * 2);
	field_clean(field, typed, strlen(typed), &clean);
	reading = field_read(field, clean.text, context, &stored);
	if (reading.severity == WRONG) {
		assert_int_equal(stored.size, 0);
		return arena_print(arena, "?%s", reading.fact.code);
	}
	return arena_text(arena, stored.text);
}

static inline size_t
field_at(const struct answers *answers, const char *name)
{
	int field = form_field(answers_form(answers), name);

	if (field < 0)
		print_error("no field %s\n", name);
	assert_true(field >= 0);
	return (size_t)field;
}

/* Type into the field of that name and leave it. */
static inline const struct answer *
type_into(struct answers *answers, const char *name, const char *typed,
    const struct field_context *context)
{
	return answers_type(
	    answers, field_at(answers, name), typed, strlen(typed), context);
}

#endif
