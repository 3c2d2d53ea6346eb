/* The text an answer begins with. */

#include "lib/paper_book.h"

/* What is left in braces is a name no paper knows. */
T(every_template_of_an_answer_is_filled_in)
{
	scoped_arena arena = arena_new();
	struct desk_book *it = wayan(arena);
	const struct paper_file words = form(arena, "words");

	for (size_t i = 0; i < it->words.n_templates; i++) {
		struct err err = { 0 };
		scoped_buf out;

		buf_init(&out, TEXT_MAX);
		t_done(paper_answer_text(&words, &it->words.templates[i],
		    &it->book, &out, &err), err);
		assert_null(strchr(out.text, '{'));
		assert_non_null(strstr(out.text, "P-L05-2026-0012"));
		assert_non_null(strstr(out.text, "Jum 20/11/2026"));
	}
}

T(a_template_with_an_unknown_name_shows_it)
{
	static const struct answer_template odd = { "odd", "Aneh", "",
		"{number} {nama}, { dan {nik}\nAkhir." };
	scoped_arena arena = arena_new();
	struct desk_book *it = wayan(arena);
	const struct paper_file words = form(arena, "words");
	struct err err = { 0 };
	scoped_buf out;

	buf_init(&out, TEXT_MAX);
	t_done(paper_answer_text(&words, &odd, &it->book, &out, &err), err);
	assert_string_equal(out.text,
	    "P-L05-2026-0012 {nama}, { dan {nik}\n\nAkhir.");
}

T(what_a_template_does_not_know_yet_is_dots_to_fill_in)
{
	static const struct answer_template early = { "early", "Dini", "",
		"Tindak lanjut kami: {follow_up}." };
	scoped_arena arena = arena_new();
	struct desk_book *it = wayan(arena);
	const struct paper_file words = form(arena, "words");
	struct err err = { 0 };
	scoped_buf out;

	it->entry.review = NULL;
	buf_init(&out, TEXT_MAX);
	t_done(paper_answer_text(&words, &early, &it->book, &out, &err), err);
	assert_string_equal(out.text, "Tindak lanjut kami: ............");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_template_of_an_answer_is_filled_in),
		cmocka_unit_test(a_template_with_an_unknown_name_shows_it),
		cmocka_unit_test(
		    what_a_template_does_not_know_yet_is_dots_to_fill_in),
	};

	return T_RUN(tests);
}
