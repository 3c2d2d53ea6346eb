#include "lib/t.h"

#include <locale.h>

#include "base/text.h"
#include "ui/edit.h"

#define scoped_edit scoped(edit_done) struct edit

static enum edit_result
press(struct edit *edit, enum key_code code)
{
	struct key key = key_of(code);

	return edit_key(edit, &key);
}

/* Type characters one by one; the result of the last. */
static enum edit_result
type(struct edit *edit, const char *text)
{
	enum edit_result result = EDIT_IGNORED;
	uint32_t point;

	while (*text != '\0') {
		struct key key = key_text(text);

		result = edit_key(edit, &key);
		text += text_decode(text, strlen(text), &point);
	}
	return result;
}

static enum edit_result
paste(struct edit *edit, const char *text)
{
	struct key key = { .code = K_PASTE, .paste = text,
		.paste_size = strlen(text) };

	return edit_key(edit, &key);
}

static bool
is_digit(const void *context, uint32_t point)
{
	(void)context;
	return point >= '0' && point <= '9';
}

T(backspace_in_a_full_field_takes_the_last_character)
{
	scoped_edit edit;

	edit_init(&edit, 16, false);
	type(&edit, "3214010503900001");
	assert_int_equal(press(&edit, K_BACKSPACE), EDIT_CHANGED);
	assert_string_equal(edit_text(&edit), "321401050390000");
}

T(a_letter_with_marks_goes_as_one)
{
	scoped_edit edit;

	edit_init(&edit, 0, false);
	type(&edit, "aq\u0301\u0316b");
	press(&edit, K_LEFT);
	press(&edit, K_BACKSPACE);
	assert_string_equal(edit_text(&edit), "ab");
	press(&edit, K_CTRL_Z);
	press(&edit, K_LEFT);
	assert_int_equal(edit.at, 1);
	press(&edit, K_DELETE);
	assert_string_equal(edit_text(&edit), "ab");
}

T(a_mark_joins_the_letter_before_the_cursor_not_the_last)
{
	scoped_edit edit;

	edit_init(&edit, 0, false);
	type(&edit, "Remi");
	press(&edit, K_LEFT);
	press(&edit, K_LEFT);
	type(&edit, "\u0301");
	assert_string_equal(edit_text(&edit), "Rémi");
	assert_int_equal(edit.at, 3);
}

T(a_decomposed_text_that_fills_the_field_keeps_its_end)
{
	scoped_edit edit;

	edit_init(&edit, 8, false);
	assert_int_equal(paste(&edit, "De\u0301sire\u0301e"), EDIT_CHANGED);
	assert_string_equal(edit_text(&edit), "Désirée");
}

T(separators_in_a_paste_of_digits_are_left_out)
{
	scoped_edit edit;

	edit_init(&edit, 16, false);
	edit_accepting(&edit, is_digit, NULL);
	assert_int_equal(paste(&edit, "3214-0105 0390.0001\n"), EDIT_CHANGED);
	assert_string_equal(edit_text(&edit), "3214010503900001");
	assert_int_equal(type(&edit, "2"), EDIT_FULL);
	assert_int_equal(type(&edit, "x"), EDIT_REFUSED);
	assert_string_equal(edit_text(&edit), "3214010503900001");
}

T(ctrl_w_takes_a_word_and_keeps_what_follows)
{
	scoped_edit edit;

	edit_init(&edit, 0, false);
	type(&edit, "satu dua tiga");
	press(&edit, K_WORD_LEFT);
	press(&edit, K_CTRL_W);
	assert_string_equal(edit_text(&edit), "satu tiga");
	press(&edit, K_CTRL_W);
	assert_string_equal(edit_text(&edit), "tiga");
	assert_int_equal(press(&edit, K_CTRL_W), EDIT_MOVED);
}

T(one_undo_takes_back_one_word_and_redo_brings_it_again)
{
	scoped_edit edit;

	edit_init(&edit, 0, false);
	type(&edit, "satu dua tiga");
	press(&edit, K_CTRL_Z);
	assert_string_equal(edit_text(&edit), "satu dua ");
	press(&edit, K_CTRL_Z);
	assert_string_equal(edit_text(&edit), "satu ");
	press(&edit, K_CTRL_Y);
	press(&edit, K_CTRL_Y);
	assert_string_equal(edit_text(&edit), "satu dua tiga");
	assert_int_equal(press(&edit, K_CTRL_Y), EDIT_MOVED);
}

T(a_paste_and_a_clearing_are_each_one_step)
{
	scoped_edit edit;

	edit_init(&edit, 0, false);
	type(&edit, "satu");
	paste(&edit, " dua tiga empat");
	press(&edit, K_CTRL_U);
	assert_string_equal(edit_text(&edit), "");
	press(&edit, K_CTRL_Z);
	assert_string_equal(edit_text(&edit), "satu dua tiga empat");
	press(&edit, K_CTRL_Z);
	assert_string_equal(edit_text(&edit), "satu");
}

T(more_steps_than_are_kept_forget_the_oldest)
{
	scoped_edit edit;

	edit_init(&edit, 0, false);
	for (int i = 0; i < 3 * EDIT_UNDO_MAX; i++)
		paste(&edit, "x");
	for (int i = 0; i < EDIT_UNDO_MAX; i++)
		assert_int_equal(press(&edit, K_CTRL_Z), EDIT_CHANGED);
	assert_int_equal(press(&edit, K_CTRL_Z), EDIT_MOVED);
	assert_int_equal(edit.text.size, 2 * EDIT_UNDO_MAX);
}

T(ten_thousand_characters_are_pasted_and_taken_back)
{
	scoped_edit edit;
	scoped_buf text = { 0 };

	buf_init(&text, 1 << 20);
	for (int i = 0; i < 2500; i++)
		buf_text(&text, "abcé");
	edit_init(&edit, 10000, true);
	assert_int_equal(paste(&edit, text.text), EDIT_CHANGED);
	assert_int_equal(text_characters(edit_text(&edit)), 10000);
	assert_int_equal(paste(&edit, "x"), EDIT_FULL);
	press(&edit, K_CTRL_Z);
	assert_string_equal(edit_text(&edit), "");
}

T(a_paste_of_a_mebibyte_is_cut_at_the_ceiling)
{
	scoped_edit edit;
	scoped_buf text = { 0 };

	buf_init(&text, 2 << 20);
	buf_repeat(&text, 'x', 1 << 20);
	edit_init(&edit, 40, false);
	assert_int_equal(paste(&edit, text.text), EDIT_FULL);
	assert_int_equal(text_characters(edit_text(&edit)), 40);
}

T(what_may_not_stand_is_left_out_and_blanks_are_blanks)
{
	scoped_edit edit;

	edit_init(&edit, 0, false);
	paste(&edit, "Nur\u2019aini\u200b\u202e\033\x01 a\u00a0b\tc");
	assert_string_equal(edit_text(&edit), "Nur'aini a b c");
	edit_set(&edit, "Jum\u2018at");
	assert_string_equal(edit_text(&edit), "Jum'at");
}

T(blanks_at_both_ends_are_kept)
{
	scoped_edit edit;

	edit_init(&edit, 0, false);
	type(&edit, "  a  ");
	assert_string_equal(edit_text(&edit), "  a  ");
}

T(newlines_are_blanks_in_a_line_and_stay_in_an_area)
{
	scoped_edit line, area;

	edit_init(&line, 0, false);
	paste(&line, "Jl. A\r\nJl. B\n");
	assert_string_equal(edit_text(&line), "Jl. A Jl. B");
	assert_int_equal(press(&line, K_ENTER), EDIT_IGNORED);
	edit_init(&area, 0, true);
	paste(&area, "a\r\nb\n");
	press(&area, K_ENTER);
	assert_string_equal(edit_text(&area), "a\nb\n\n");
	press(&area, K_BACKSPACE);
	press(&area, K_BACKSPACE);
	type(&area, "c");
	assert_string_equal(edit_text(&area), "a\nbc");
}

/* A model without cleverness: one string for each character. */
struct model {
	const char *character[80];
	size_t n, at;
};

static void
model_remove(struct model *model, size_t at)
{
	memmove(&model->character[at], &model->character[at + 1],
	    (model->n - at - 1) * sizeof(model->character[0]));
	model->n--;
}

static void
model_type(struct model *model, const char *character)
{
	if (model->n == 40)
		return;
	memmove(&model->character[model->at + 1],
	    &model->character[model->at],
	    (model->n - model->at) * sizeof(model->character[0]));
	model->character[model->at++] = character;
	model->n++;
}

static void
check_model(const struct model *model, const struct edit *edit)
{
	scoped_buf text = { 0 };
	size_t at = 0;

	buf_init(&text, 1000);
	buf_text(&text, "");
	for (size_t i = 0; i < model->n; i++) {
		if (i == model->at)
			at = text.size;
		buf_text(&text, model->character[i]);
	}
	if (model->at == model->n)
		at = text.size;
	assert_string_equal(edit_text(edit), text.size > 0 ? text.text : "");
	assert_int_equal(edit->at, at);
}

T(random_keys_do_what_a_naive_model_does)
{
	static const char *const characters[] = { "a", "é", "街", " ", "x",
		"q\u0301", "\U0001F600" };
	struct t_random random = { 42 };
	struct model model = { 0 };
	scoped_edit edit;

	edit_init(&edit, 0, false);
	for (int i = 0; i < 20000; i++) {
		const char *character = characters[t_random_below(&random,
		    array_length(characters))];
		size_t act = t_random_below(&random, 12);

		if (act < 6 && model.n < 40) {
			model_type(&model, character);
			paste(&edit, character);
		} else if (act == 6 && model.at > 0) {
			model_remove(&model, --model.at);
			press(&edit, K_BACKSPACE);
		} else if (act == 7 && model.at < model.n) {
			model_remove(&model, model.at);
			press(&edit, K_DELETE);
		} else if (act == 8 && model.at > 0) {
			model.at--;
			press(&edit, K_LEFT);
		} else if (act == 9 && model.at < model.n) {
			model.at++;
			press(&edit, K_RIGHT);
		} else if (act == 10 && t_random_below(&random, 8) == 0) {
			model.n = model.at = 0;
			press(&edit, K_CTRL_U);
		}
		check_model(&model, &edit);
	}
}

T(after_any_keys_the_cursor_stands_between_clusters)
{
	static const enum key_code codes[] = { K_BACKSPACE, K_DELETE, K_LEFT,
		K_RIGHT, K_WORD_LEFT, K_WORD_RIGHT, K_CTRL_W, K_CTRL_Z,
		K_CTRL_Y, K_ENTER };
	static const char *const characters[] = { "a", "\u0301", "e", " ",
		"街", "\u0316", "\u1100", "\u1161", "\u0915", "\u093f" };
	struct t_random random = { 5 };
	scoped_edit edit;

	edit_init(&edit, 60, true);
	for (int i = 0; i < 20000; i++) {
		const char *text;
		size_t at = 0;

		if (t_random_below(&random, 2) == 0)
			type(&edit, characters[t_random_below(&random,
			    array_length(characters))]);
		else
			press(&edit, codes[t_random_below(&random,
			    array_length(codes))]);
		text = edit_text(&edit);
		assert_true(text_is_valid(text, strlen(text)));
		assert_true(text_characters(text) <= 60);
		while (at < edit.at)
			at = text_next(text, at);
		assert_int_equal(at, edit.at);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    backspace_in_a_full_field_takes_the_last_character),
		cmocka_unit_test(a_letter_with_marks_goes_as_one),
		cmocka_unit_test(
		    a_mark_joins_the_letter_before_the_cursor_not_the_last),
		cmocka_unit_test(
		    a_decomposed_text_that_fills_the_field_keeps_its_end),
		cmocka_unit_test(
		    separators_in_a_paste_of_digits_are_left_out),
		cmocka_unit_test(ctrl_w_takes_a_word_and_keeps_what_follows),
		cmocka_unit_test(
		    one_undo_takes_back_one_word_and_redo_brings_it_again),
		cmocka_unit_test(a_paste_and_a_clearing_are_each_one_step),
		cmocka_unit_test(more_steps_than_are_kept_forget_the_oldest),
		cmocka_unit_test(
		    ten_thousand_characters_are_pasted_and_taken_back),
		cmocka_unit_test(a_paste_of_a_mebibyte_is_cut_at_the_ceiling),
		cmocka_unit_test(
		    what_may_not_stand_is_left_out_and_blanks_are_blanks),
		cmocka_unit_test(blanks_at_both_ends_are_kept),
		cmocka_unit_test(
		    newlines_are_blanks_in_a_line_and_stay_in_an_area),
		cmocka_unit_test(random_keys_do_what_a_naive_model_does),
		cmocka_unit_test(
		    after_any_keys_the_cursor_stands_between_clusters),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return T_RUN(tests);
}
