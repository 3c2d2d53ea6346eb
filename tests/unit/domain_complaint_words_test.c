/* The words of the complaint book, beside the standard and the sheets. */

#include "lib/complaint.h"

T(every_channel_of_the_standard_has_a_short_name)
{
	scoped_arena arena = arena_new();
	struct standard standard = load_standard(arena);
	struct complaint_words words = load_complaint_words(arena);

	assert_int_equal(words.n_channels, standard.n_channels);
	assert_int_equal(words.n_channels, 13);
	for (size_t i = 0; i < standard.n_channels; i++)
		assert_non_null(complaint_channel(&words,
		    standard.channels[i].key));
	assert_string_equal(complaint_channel(&words, "e")->brief, "SMS");
	assert_string_equal(complaint_channel(&words, "f")->brief, "WA");
	assert_null(complaint_channel(&words, "n"));
}

T(no_two_channels_look_alike_in_a_list)
{
	scoped_arena arena = arena_new();
	struct complaint_words words = load_complaint_words(arena);

	for (size_t i = 0; i < words.n_channels; i++)
		for (size_t j = 0; j < i; j++)
			assert_string_not_equal(words.channels[i].brief,
			    words.channels[j].brief);
}

T(a_chain_goes_from_pelaksana_to_the_kepala)
{
	scoped_arena arena = arena_new();
	struct complaint_words words = load_complaint_words(arena);
	static const char *const classes[] = { "internal", "tim-teknis" };
	static const char *const last[] = { "Kepala DPMPTSP",
		"Kepala Perangkat Daerah" };

	for (size_t i = 0; i < array_length(classes); i++) {
		const struct chain *chain =
		    complaint_chain(&words, classes[i]);
		const char *top = chain->levels[chain->n - 1].code;

		assert_string_equal(chain->levels[0].code, "pelaksana");
		assert_string_equal(complaint_level_text(&words, classes[i],
		    top), last[i]);
		assert_null(complaint_level_above(&words, classes[i], top));
		assert_ptr_equal(complaint_level_above(&words, classes[i],
		    "pelaksana"), &chain->levels[1]);
	}
	assert_null(complaint_chain(&words, "apip"));
	assert_null(complaint_level_above(&words, "apip", "pelaksana"));
	assert_string_equal(
	    complaint_level_text(&words, "internal", "camat"), "camat");
}

/* What is offered for a field has that field's name. */
T(the_lists_are_those_the_sheets_look_up)
{
	static const char *const names[] = { "service", "service_kind",
		"field", "sector", "agency", "answer_medium",
		"informed_medium" };
	scoped_arena arena = arena_new();
	struct complaint_words words = load_complaint_words(arena);

	assert_int_equal(words.n_lists, array_length(names));
	for (size_t i = 0; i < array_length(names); i++)
		assert_true(complaint_list(&words, names[i])->n > 0);
}

T(a_bad_file_is_refused_with_every_wrong_line)
{
	static const char text[] =
	    "complaints 1 {\n"
	    "\tchannel a \"Surat sekali\" bisik\n"
	    "\tchannel a\n"
	    "\tlist x {\n\t\tword A\n\t\tword A\n\t}\n"
	    "\tlist x {\n\t\twurd A\n\t}\n"
	    "\tchain luar {\n\t\tlevel low\n\t}\n"
	    "\ttemplate t T {\n\t\tproblem 1\n\t}\n"
	    "}\n";
	static const struct {
		int line;
		const char *code;
	} wanted[] = {
		{ 2, "complaints.manner" }, { 2, "complaints.brief" },
		{ 3, "complaints.words" }, { 6, "complaints.twice" },
		{ 9, "syntax.unknown-likely" }, { 8, "complaints.twice" },
		{ 11, "complaints.class" }, { 12, "complaints.words" },
		{ 14, "complaints.empty" },
	};
	scoped_arena arena = arena_new();
	struct problems problems = { .arena = arena };
	struct document document = { 0 };
	struct complaint_words words = { 0 };
	struct err err = { 0 };

	t_done(directive_read("x.conf", text, sizeof text - 1, &problems,
	    &document, &err), err);
	assert_int_equal(complaint_words_read(&document, &problems, &words,
	    &err), FAIL_INVALID);
	assert_int_equal(problems.n, array_length(wanted));
	for (size_t i = 0; i < array_length(wanted); i++) {
		assert_string_equal(problems.list[i].fact.code,
		    wanted[i].code);
		assert_int_equal(problems.list[i].line, wanted[i].line);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    every_channel_of_the_standard_has_a_short_name),
		cmocka_unit_test(no_two_channels_look_alike_in_a_list),
		cmocka_unit_test(a_chain_goes_from_pelaksana_to_the_kepala),
		cmocka_unit_test(the_lists_are_those_the_sheets_look_up),
		cmocka_unit_test(a_bad_file_is_refused_with_every_wrong_line),
	};

	return T_RUN(tests);
}
