/* The sheets in forms/, as they are shipped. */

#include "base/text.h"
#include "forms/record_map.h"
#include "lib/sheet.h"

static const char *const shipped[] = {
	"application", "check-note", "complaint", "complaint-action",
	"complaint-answer", "complaint-apip", "complaint-approve",
	"complaint-approve-apip", "complaint-box", "complaint-clauses",
	"complaint-close-suggestion", "complaint-complete", "complaint-core",
	"complaint-draft", "complaint-earlier", "complaint-follow-up",
	"complaint-forward", "complaint-group", "complaint-inform",
	"complaint-internal", "complaint-keep", "complaint-level",
	"complaint-merge", "complaint-objection", "complaint-plan",
	"complaint-reasons", "complaint-report", "complaint-response",
	"complaint-reveal", "complaint-split", "complaint-technical",
	"complaint-treat", "complaint-withdraw", "first-officer",
	"move-cancel", "move-complete", "move-handover", "move-issue",
	"move-refuse", "move-return", "move-withdraw", "officer", "reasons",
};

static bool
has_clause(const void *context, const char *clause)
{
	return standard_clause(context, clause) != NULL;
}

T(every_sheet_reads_and_each_clause_is_in_the_standard)
{
	scoped_arena arena = arena_new();
	struct standard standard = load_standard(arena);
	struct form_clauses clauses = { has_clause, &standard };

	for (size_t i = 0; i < array_length(shipped); i++) {
		struct problems problems;
		struct document document = { 0 };
		struct form form = { 0 };
		struct err err = { 0 };

		load_document(arena,
		    arena_print(arena, "forms/%s.form", shipped[i]), &problems,
		    &document);
		t_done(form_read(&document, &clauses, &problems, &form, &err),
		    err);
		assert_string_equal(form.name, shipped[i]);
	}
}

T(every_form_file_is_one_of_them)
{
	scoped_arena arena = arena_new();
	const char *const *names;
	size_t n, forms = 0;
	struct err err = { 0 };

	t_done(
	    folder_list(arena_print(arena, "%s/forms", getenv("LOKET_SRCDIR")),
		arena, &names, &n, &err),
	    err);
	for (size_t i = 0; i < n; i++)
		forms += strstr(names[i], ".form") != NULL;
	assert_int_equal(forms, array_length(shipped));
}

/* Which table the fields of a sheet are cells of. */
static const struct {
	const char *form;
	enum table_number table;
} cells[] = {
	{ "application", TABLE_APPLICATION },
	{ "move-issue", TABLE_APPLICATION },
	{ "move-handover", TABLE_APPLICATION },
	{ "check-note", TABLE_CHECK },
	{ "officer", TABLE_OFFICER },
	{ "move-refuse", TABLE_EVENT },
	{ "move-return", TABLE_EVENT },
	{ "reasons", TABLE_APPLICATION },
	{ "complaint", TABLE_COMPLAINT },
	{ "complaint", TABLE_COMPLAINANT },
	{ "complaint-action", TABLE_HANDLING },
	{ "complaint-answer", TABLE_REVIEW },
	{ "complaint-apip", TABLE_REVIEW },
	{ "complaint-approve", TABLE_APPROVAL },
	{ "complaint-approve-apip", TABLE_APPROVAL },
	{ "complaint-box", TABLE_BOX },
	{ "complaint-clauses", TABLE_REVIEW },
	{ "complaint-close-suggestion", TABLE_REVIEW },
	{ "complaint-complete", TABLE_COMPLAINT },
	{ "complaint-core", TABLE_REVIEW },
	{ "complaint-draft", TABLE_REVIEW },
	{ "complaint-earlier", TABLE_REVIEW },
	{ "complaint-follow-up", TABLE_REVIEW },
	{ "complaint-forward", TABLE_REVIEW },
	{ "complaint-group", TABLE_REVIEW },
	{ "complaint-inform", TABLE_REVIEW },
	{ "complaint-internal", TABLE_REVIEW },
	{ "complaint-keep", TABLE_COMPLAINT },
	{ "complaint-level", TABLE_LEVEL },
	{ "complaint-merge", TABLE_MERGE },
	{ "complaint-objection", TABLE_EVENT },
	{ "complaint-plan", TABLE_REVIEW },
	{ "complaint-reasons", TABLE_COMPLAINT },
	{ "complaint-report", TABLE_REVIEW },
	{ "complaint-response", TABLE_REVIEW },
	{ "complaint-split", TABLE_MERGE },
	{ "complaint-technical", TABLE_REVIEW },
	{ "complaint-treat", TABLE_COMPLAINT },
	{ "complaint-withdraw", TABLE_EVENT },
};

T(a_field_has_the_privacy_of_its_cell)
{
	scoped_arena arena = arena_new();

	for (size_t i = 0; i < array_length(cells); i++) {
		const struct form *form = load_form(arena, cells[i].form);
		const struct table *table = table_of(cells[i].table);

		for (size_t j = 0; j < form->n; j++) {
			const struct field *field = &form->fields[j];
			int cell = table_cell(table, field->name);

			if (cell >= 0)
				assert_int_equal(
				    table->cells[cell].privacy, field->privacy);
		}
	}
}

/* Choices of a sheet against what is said elsewhere, in the same order. */
static void
has_choice(const struct form *form, const char *name, size_t at,
    const char *code, const char *text)
{
	const struct field *field = &form->fields[form_field(form, name)];

	assert_true(at < field->n_choices);
	assert_string_equal(field->choices[at].code, code);
	if (text != NULL)
		assert_string_equal(field->choices[at].text, text);
}

T(channels_and_problems_are_those_of_the_standard)
{
	scoped_arena arena = arena_new();
	struct standard standard = load_standard(arena);
	const struct form *complaint = load_form(arena, "complaint");
	const struct form *group = load_form(arena, "complaint-group");

	for (size_t i = 0; i < standard.n_channels; i++)
		has_choice(complaint, "channel", i, standard.channels[i].key,
		    NULL);
	for (size_t i = 0; i < standard.n_elements; i++)
		has_choice(group, "problem", i, arena_print(arena, "%zu",
		    i + 1), standard.elements[i].key);
	has_choice(group, "problem", standard.n_elements, "lainnya",
	    "Lainnya");
}

T(levels_are_those_of_the_chains)
{
	static const char *const forms[][2] = {
		{ "internal", "complaint-internal" },
		{ "tim-teknis", "complaint-technical" } };
	scoped_arena arena = arena_new();
	struct complaint_words words = load_complaint_words(arena);

	for (size_t i = 0; i < array_length(forms); i++) {
		const struct chain *chain =
		    complaint_chain(&words, forms[i][0]);

		for (size_t j = 0; j < chain->n; j++)
			has_choice(load_form(arena, forms[i][1]), "level", j,
			    chain->levels[j].code, chain->levels[j].text);
	}
}

T(tab_order_begins_with_nib_then_nik)
{
	scoped_arena arena = arena_new();
	const struct form *form = load_form(arena, "application");
	struct answers *answers = answers_new(arena, form);
	const char *names[2] = { "", "" };
	size_t n = 0;

	for (size_t i = 0; i < form->n && n < 2; i++)
		if (answers_is_open(answers, i))
			names[n++] = form->fields[i].name;
	assert_string_equal(names[0], "nib");
	assert_string_equal(names[1], "nik");
}

T(every_typed_cell_of_an_application_has_a_field_or_a_reason)
{
	scoped_arena arena = arena_new();
	const struct form *forms[] = { load_form(arena, "application"),
		load_form(arena, "move-issue"),
		load_form(arena, "move-handover"),
		load_form(arena, "reasons") };
	const struct table *table = table_of(TABLE_APPLICATION);
	/* Given by the program, not by a person. */
	static const char *const own[] = { "number", "standard_version", "form",
		"form_version" };

	for (size_t i = 0; i < table->n_cells; i++) {
		const char *name = table->cells[i].name;
		bool is_there = table->cells[i].type != CELL_TEXT;

		for (size_t j = 0; j < array_length(own); j++)
			is_there = is_there || strcmp(own[j], name) == 0;
		for (size_t j = 0; j < array_length(forms); j++)
			is_there = is_there || form_field(forms[j], name) >= 0;
		if (!is_there)
			print_error("%s\n", name);
		assert_true(is_there);
	}
}

/* A company that was here before needs its NIB typed, and one answer. */
T(a_known_company_leaves_little_to_type)
{
	scoped_arena arena = arena_new();
	struct field_context context = load_context(arena);
	struct answers *answers =
	    answers_new(arena, load_form(arena, "application"));
	struct record company = record_of(TABLE_COMPANY, (struct id){ { 1 } });
	struct record person = record_of(TABLE_PERSON, (struct id){ { 2 } });
	static const char *const company_values[] = { "1234567890123",
		"PT Contoh Plastik", "", "22210", "2020", "menengah",
		"contohplastik", "2026-11-18", "luar", "", "Surat RDTR 14/10",
		"Jl. Raya Cibening 7", "32.14.13.2002" };
	static const char *const person_values[] = { "3214015503900001",
		"Désirée Ayu Lestari", "1990-03-15", "+6281234567890", "",
		"Jl. Veteran No. 12", "32.14.01.1002" };
	struct field_list missing;

	for (int i = 0; i < (int)array_length(company_values); i++)
		record_set_text(&company, arena, i, company_values[i]);
	for (int i = 0; i < (int)array_length(person_values); i++)
		record_set_text(&person, arena, i, person_values[i]);
	answers_default(answers, &context);
	type_into(answers, "nib", "1234567890123", &context);
	answers_fill(answers, &company, &context, arena);
	answers_fill(answers, &person, &context, arena);
	assert_int_equal(answers_wrong(answers, arena).n, 0);
	assert_int_equal(answers_doubtful(answers, arena).n, 0);
	missing = answers_missing(answers, arena);
	assert_int_equal(missing.n, 1);
	assert_string_equal(
	    answers_form(answers)->fields[missing.fields[0]].name, "proxy");
}

/* Marked as the standard marks them; what is shown can be typed. */
T(a_channel_is_shown_with_its_letter)
{
	scoped_arena arena = arena_new();
	struct field_context context = load_context(arena);
	const struct form *form = load_form(arena, "complaint");
	struct answers *answers = answers_new(arena, form);
	const struct field *field = &form->fields[form_field(form, "channel")];
	scoped_buf shown = { 0 };

	buf_init(&shown, FIELD_TYPED_MAX);
	for (size_t i = 0; i < field->n_choices; i++) {
		const char *code = field->choices[i].code;

		buf_clear(&shown);
		field_print(field, code, &context, &shown);
		assert_string_equal(shown.text, arena_print(arena, "%s %s",
		    code, field->choices[i].text));
		type_into(answers, "channel", shown.text, &context);
		assert_string_equal(answers_text(answers, "channel"), code);
		type_into(answers, "channel", code, &context);
		assert_string_equal(answers_text(answers, "channel"), code);
		type_into(answers, "channel", arena_print(arena, "%zu",
		    i + 1), &context);
		assert_string_equal(answers_text(answers, "channel"), code);
	}
}

/* The manner follows the channel until somebody says otherwise. */
T(the_manner_of_a_complaint_goes_with_its_channel)
{
	scoped_arena arena = arena_new();
	struct complaint_words words = load_complaint_words(arena);
	struct field_context context = load_context(arena);
	struct answers *answers =
	    answers_new(arena, load_form(arena, "complaint"));

	answers_default(answers, &context);
	assert_string_equal(answers_text(answers, "channel"), "b");
	assert_string_equal(answers_text(answers, "manner"), "lisan");
	for (size_t i = 0; i < words.n_channels; i++) {
		type_into(answers, "channel", words.channels[i].key, &context);
		assert_string_equal(answers_text(answers, "manner"),
		    words.channels[i].manner);
		assert_int_equal(answers_is_shown(answers,
		    field_at(answers, "letter_number")),
		    strcmp(words.channels[i].key, "c") == 0);
	}
	type_into(answers, "manner", "3", &context);
	type_into(answers, "channel", "b", &context);
	assert_string_equal(answers_text(answers, "manner"), "keduanya");
}

/* Of a known person who complains at the counter. */
T(an_oral_complaint_leaves_little_to_type)
{
	scoped_arena arena = arena_new();
	struct field_context context = load_context(arena);
	struct answers *answers =
	    answers_new(arena, load_form(arena, "complaint"));
	struct record person = record_of(TABLE_PERSON, (struct id){ { 2 } });
	struct field_list missing;

	record_set_text(&person, arena, PERSON_NIK, "3214015503900001");
	record_set_text(&person, arena, PERSON_NAME, "I Wayan Sudarma");
	record_set_text(&person, arena, PERSON_PHONE, "+6281355550199");
	answers_default(answers, &context);
	answers_fill(answers, &person, &context, arena);
	assert_string_equal(answers_text(answers, "name"), "I Wayan Sudarma");
	assert_int_equal(answers_wrong(answers, arena).n, 0);
	missing = answers_missing(answers, arena);
	assert_int_equal(missing.n, 1);
	assert_string_equal(
	    answers_form(answers)->fields[missing.fields[0]].name,
	    "read_back");
}

T(a_confidential_complaint_asks_no_contact_outside_the_seal)
{
	scoped_arena arena = arena_new();
	struct field_context context = load_context(arena);
	struct answers *answers =
	    answers_new(arena, load_form(arena, "complaint"));

	answers_default(answers, &context);
	assert_true(answers_is_shown(answers,
	    field_at(answers, "channel_detail")));
	type_into(answers, "confidential", "Y", &context);
	assert_false(answers_is_shown(answers,
	    field_at(answers, "channel_detail")));
}

T(a_story_of_10000_characters_fits_and_one_more_does_not)
{
	scoped_arena arena = arena_new();
	struct field_context context = load_context(arena);
	struct answers *answers =
	    answers_new(arena, load_form(arena, "complaint"));
	char *story = arena_alloc(arena, 10002);

	memset(story, 'a', 10001);
	type_into(answers, "material", story, &context);
	assert_int_equal(answers_wrong(answers, arena).n, 1);
	story[10000] = '\0';
	type_into(answers, "material", story, &context);
	assert_int_equal(answers_wrong(answers, arena).n, 0);
	assert_string_equal(answers_text(answers, "material"), story);
	/* Pasted with what may not stand in a text. */
	type_into(answers, "material", "A\x1b[2J\xe2\x80\xaeku\n\ndua",
	    &context);
	assert_null(strchr(answers_text(answers, "material"), '\x1b'));
	assert_null(strstr(answers_text(answers, "material"),
	    "\xe2\x80\xae"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    every_sheet_reads_and_each_clause_is_in_the_standard),
		cmocka_unit_test(every_form_file_is_one_of_them),
		cmocka_unit_test(a_field_has_the_privacy_of_its_cell),
		cmocka_unit_test(
		    channels_and_problems_are_those_of_the_standard),
		cmocka_unit_test(levels_are_those_of_the_chains),
		cmocka_unit_test(tab_order_begins_with_nib_then_nik),
		cmocka_unit_test(
		    every_typed_cell_of_an_application_has_a_field_or_a_reason),
		cmocka_unit_test(a_known_company_leaves_little_to_type),
		cmocka_unit_test(a_channel_is_shown_with_its_letter),
		cmocka_unit_test(
		    the_manner_of_a_complaint_goes_with_its_channel),
		cmocka_unit_test(an_oral_complaint_leaves_little_to_type),
		cmocka_unit_test(
		    a_confidential_complaint_asks_no_contact_outside_the_seal),
		cmocka_unit_test(
		    a_story_of_10000_characters_fits_and_one_more_does_not),
	};

	return T_RUN(tests);
}
