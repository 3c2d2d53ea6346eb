/* Answers as text, for drafts: answers_write and answers_read. */

#include "lib/sheet.h"

static const char *
written(struct arena *arena, const struct answers *answers)
{
	scoped_buf out = { 0 };

	buf_init(&out, 1 << 20);
	answers_write(answers, &out);
	assert_false(out.is_over);
	return arena_text(arena, out.text);
}

static struct answers *
read_again(struct arena *arena, const struct form *form, const char *text,
    size_t *ret_problems)
{
	struct problems problems = { .arena = arena };
	struct answers *answers = NULL;
	struct err err = { 0 };

	t_done(
	    answers_read(form, text, strlen(text), &problems, &answers, &err),
	    err);
	*ret_problems = problems.n;
	return answers;
}

T(a_draft_gives_back_everything_that_was_typed)
{
	static const char *const typed[][2] = {
		{ "nib", "1234567890123" },
		{ "nik", "3214 0155" },
		{ "kbli", "22210/2020" },
		{ "location", "2" },
		{ "article_65", "\"RDTR\" \\ {x} # 14 << >>" },
		{ "address", "Jl. Veteran\nRT 03\n\n}\n>>" },
		{ "name", "Désirée 'Ayu" },
		{ "birth_date", "31/02/1990" },
		{ "proxy", "y" },
		{ "proxy_name", "Budi" },
	};
	scoped_arena arena = arena_new();
	struct field_context context = load_context(arena);
	const struct form *form = load_form(arena, "application");
	struct answers *answers = answers_new(arena, form), *again;
	const char *text;
	size_t problems = 0;

	answers_default(answers, &context);
	for (size_t i = 0; i < array_length(typed); i++)
		type_into(answers, typed[i][0], typed[i][1], &context);
	/* Hidden now, but not forgotten. */
	type_into(answers, "proxy", "t", &context);
	text = written(arena, answers);
	again = read_again(arena, form, text, &problems);
	assert_int_equal(problems, 0);
	answers_judge(again, &context);
	for (size_t i = 0; i < form->n; i++) {
		const struct answer *one = answers_at(answers, i);
		const struct answer *other = answers_at(again, i);

		assert_string_equal(one->stored, other->stored);
		assert_string_equal(one->typed, other->typed);
		assert_int_equal(one->severity, other->severity);
		assert_string_equal(one->fact.code, other->fact.code);
		assert_int_equal(one->origin, other->origin);
		assert_int_equal(one->is_changed, other->is_changed);
	}
	assert_string_equal(written(arena, again), text);
}

T(a_secret_is_in_no_draft)
{
	scoped_arena arena = arena_new();
	struct field_context context = load_context(arena);
	const struct form *form = load_form(arena, "first-officer");
	struct answers *answers = answers_new(arena, form);
	size_t problems = 0;

	type_into(answers, "name", "Ani", &context);
	type_into(answers, "passphrase", "kuda baterai benar", &context);
	assert_null(strstr(written(arena, answers), "kuda"));
	answers = read_again(arena, form,
	    "answers first-officer 1 {\nvalue passphrase typed x\n}\n",
	    &problems);
	assert_int_equal(problems, 1);
	assert_string_equal(answers_text(answers, "passphrase"), "");
}

T(a_confirmed_number_need_not_be_typed_again)
{
	scoped_arena arena = arena_new();
	struct field_context context = load_context(arena);
	const struct form *form = load_form(arena, "move-issue");
	struct answers *answers = answers_new(arena, form);
	size_t number = field_at(answers, "certificate_number");
	size_t problems = 0;

	type_into(answers, "certificate_number", "PB-1", &context);
	answers = read_again(arena, form, written(arena, answers), &problems);
	assert_false(answers_at(answers, number)->is_confirmed);
	assert_int_equal(
	    answers_confirm(answers, number, "PB-1", 4, &context, NULL), FINE);
	answers = read_again(arena, form, written(arena, answers), &problems);
	assert_true(answers_at(answers, number)->is_confirmed);
}

T(a_damaged_draft_loses_only_what_cannot_be_read)
{
	static const char *const bad[] = {
		"value\n",
		"value nib\n",
		"value nib stolen 1\n",
		"value nothere typed 1\n",
		"value district derived Plered\n",
		"vale nib typed 1\n",
		"wrong nib\n",
		"wrong nib \"\"\n",
		"value company_name typed \"a\\nb\"\n",
	};
	scoped_arena arena = arena_new();
	const struct form *form = load_form(arena, "application");

	for (size_t i = 0; i < array_length(bad); i++) {
		size_t problems = 0;
		struct answers *answers = read_again(arena, form,
		    arena_print(arena,
			"answers application 1 {\n%svalue scale typed kecil\n"
			"}\n",
			bad[i]),
		    &problems);

		assert_int_equal(problems, 1);
		assert_string_equal(answers_text(answers, "scale"), "kecil");
		assert_string_equal(answers_text(answers, "nib"), "");
		assert_string_equal(answers_text(answers, "company_name"), "");
	}
}

T(what_is_no_draft_of_this_form_is_refused)
{
	static const struct {
		const char *text, *code;
	} bad[] = {
		{ "", "answers.unreadable" },
		{ "form application 1 x {\n}\n", "answers.unreadable" },
		{ "answers application {\n}\n", "answers.unreadable" },
		{ "answers officer 1 {\n}\n", "answers.other-form" },
		{ "answers application 2 {\n}\n", "answers.other-form" },
		{ "answers application 1 {\n", "syntax.open-brace" },
		{ "\xFF", "syntax.not-utf8" },
		{ "answers application 1 {\nvalue name typed a\xE2\x80\xAE\n}\n",
		    "syntax.character" },
	};
	scoped_arena arena = arena_new();
	const struct form *form = load_form(arena, "application");

	for (size_t i = 0; i < array_length(bad); i++) {
		struct problems problems = { .arena = arena };
		struct answers *answers = NULL;
		struct err err = { 0 };

		assert_int_equal(
		    answers_read(form, bad[i].text, strlen(bad[i].text),
			&problems, &answers, &err),
		    FAIL_INVALID);
		assert_null(answers);
		assert_string_equal(err.fact.code, bad[i].code);
	}
}

T(a_draft_says_which_form_it_belongs_to)
{
	static const char text[] = "answers application 7 {\n}\n";
	scoped_arena arena = arena_new();
	const char *form = NULL, *version = NULL;
	struct err err = { 0 };

	t_done(answers_written_for(
		   text, strlen(text), arena, &form, &version, &err),
	    err);
	assert_string_equal(form, "application");
	assert_string_equal(version, "7");
	assert_int_equal(
	    answers_written_for("x", 1, arena, &form, &version, &err),
	    FAIL_INVALID);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_draft_gives_back_everything_that_was_typed),
		cmocka_unit_test(a_secret_is_in_no_draft),
		cmocka_unit_test(a_confirmed_number_need_not_be_typed_again),
		cmocka_unit_test(
		    a_damaged_draft_loses_only_what_cannot_be_read),
		cmocka_unit_test(what_is_no_draft_of_this_form_is_refused),
		cmocka_unit_test(a_draft_says_which_form_it_belongs_to),
	};

	return T_RUN(tests);
}
