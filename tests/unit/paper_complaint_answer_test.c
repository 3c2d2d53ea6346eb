/* What an answer begins with, and what is laid beside it. */

#include "lib/load.h"
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

/* The account of an application that was found wrong once, and was late. */
static const struct process_account *
late_account(struct arena *arena)
{
	static const struct clock_step steps[] = {
		{ { 2026, 10, 20 }, CLOCK_START, "complete" },
		{ { 2026, 10, 22 }, CLOCK_STOP, "return" },
		{ { 2026, 11, 2 }, CLOCK_START, "complete" },
		{ { 2026, 11, 16 }, CLOCK_END, "issue" },
	};
	static const struct process_clock clock = { PROCESS_ENDED,
		{ 2026, 11, 2 }, { 2026, 11, 16 },
		{ { 2026, 11, 11 }, false }, 7, steps, array_length(steps) };
	struct process_account *account = arena_alloc(arena, sizeof *account);
	const struct calendar calendar = load_calendar(arena);
	struct err err = { 0 };

	t_done(process_account_of(&calendar, &clock, "L03-2026-0412",
	    (struct date){ 2026, 12, 1 }, arena, account, &err), err);
	return account;
}

T(the_days_of_the_case_are_laid_beside_answer_and_report)
{
	scoped_arena arena = arena_new();
	struct desk_book *it = wayan(arena);

	it->entry.account = late_account(arena);
	assert_paper(it, "complaint-answer", "complaint-answer-time");
	assert_prints(it, "complaint-level", paper_a4(),
	    "complaint-level-time.a4.txt");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_template_of_an_answer_is_filled_in),
		cmocka_unit_test(a_template_with_an_unknown_name_shows_it),
		cmocka_unit_test(
		    what_a_template_does_not_know_yet_is_dots_to_fill_in),
		cmocka_unit_test(
		    the_days_of_the_case_are_laid_beside_answer_and_report),
	};

	return T_RUN(tests);
}
