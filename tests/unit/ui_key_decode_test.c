#include "lib/t.h"

#include "ui/key_decode.h"

#define scoped_decoder scoped(key_decoder_done) struct key_decoder

/* The keys of some bytes as names, given in one piece. */
static void
decode(struct key_decoder *decoder, bool is_late, struct buf *names)
{
	char name[KEY_NAME_SIZE];
	struct key key;

	while (key_decoder_next(decoder, is_late, &key)) {
		key_print(&key, name);
		if (names->size > 0)
			buf_char(names, ' ');
		if (key.code == K_PASTE)
			buf_print(names, "paste(%s)", key.paste);
		else if (key.code == K_UNKNOWN)
			buf_text(names, "unknown");
		else
			buf_text(names, name);
	}
}

static void
assert_keys_n(const char *bytes, size_t size, const char *wanted)
{
	scoped_decoder decoder;
	scoped_buf names = { 0 };

	key_decoder_init(&decoder);
	buf_init(&names, 4096);
	key_decoder_feed(&decoder, bytes, size);
	decode(&decoder, false, &names);
	decode(&decoder, true, &names);
	assert_string_equal(names.size > 0 ? names.text : "", wanted);
	assert_false(key_decoder_is_waiting(&decoder));
}

static void
assert_keys(const char *bytes, const char *wanted)
{
	assert_keys_n(bytes, strlen(bytes), wanted);
}

T(function_keys_come_in_four_encodings)
{
	assert_keys("\033OP\033[11~\033[[A\0331", "F1 F1 F1 F1");
	assert_keys("\033OS\033[14~\033[[D\0334", "F4 F4 F4 F4");
	assert_keys("\033[15~\033[[E\0335", "F5 F5 F5");
	assert_keys("\033[17~\0336\033[21~\0330", "F6 F6 F10 F10");
	assert_keys("\033[23~\033[24~", "F11 F12");
}

T(moving_keys_come_in_all_their_encodings)
{
	assert_keys("\033[A\033OA\033[1;2A", "Up Up Up");
	assert_keys("\033[1~\033[7~\033[H\033OH", "Home Home Home Home");
	assert_keys("\033[4~\033[8~\033[F\033OF", "End End End End");
	assert_keys("\033[2~\033[3~\033[5~\033[6~", "Ins Del PgUp PgDn");
	assert_keys("\033[Z\033\t", "Shift-Tab Shift-Tab");
	assert_keys("\033[1;5H\033[5;5~\033[1;5F\033[6;5~\033[7^",
	    "Ctrl-Home Ctrl-Home Ctrl-End Ctrl-End Ctrl-Home");
	assert_keys("\033[1;5D\033O5C", "Ctrl-Left Ctrl-Right");
}

T(control_characters_are_the_keys_they_are_on_a_keyboard)
{
	assert_keys("\r\n\t\b\177", "Enter Enter Tab Backspace Backspace");
	assert_keys("\x01\x03\x13\x1a", "Ctrl-A Ctrl-C Ctrl-S Ctrl-Z");
	assert_keys_n("\0\x1c", 2, "unknown unknown");
}

T(a_lone_escape_is_a_key_once_it_is_late)
{
	scoped_decoder decoder;
	struct key key;

	key_decoder_init(&decoder);
	key_decoder_feed(&decoder, "\033", 1);
	assert_false(key_decoder_next(&decoder, false, &key));
	assert_true(key_decoder_is_waiting(&decoder));
	assert_int_equal(key_decoder_patience(&decoder, 100), 100);
	assert_true(key_decoder_next(&decoder, true, &key));
	assert_int_equal(key.code, K_ESC);
	assert_false(key_decoder_next(&decoder, true, &key));
}

T(escape_pressed_again_and_again_is_as_many_keys)
{
	assert_keys("\033\033\033", "Esc Esc Esc");
	assert_keys("\033\033[A", "Esc Up");
}

T(alt_and_a_letter_is_no_escape)
{
	assert_keys("\033b", "unknown");
	assert_keys("\033[1;2Q", "unknown");
}

T(what_terminals_answer_is_no_key)
{
	assert_keys("\033[?62;22c\033[>0;115;0c\033[24;80R\033[0n", "");
	assert_keys("\033]11;rgb:ffff/ffff/ffff\a\033]11;x\033\\", "");
	assert_keys("\033P1$r0m\033\\\033_x\033\\\033^y\033\\", "");
	assert_keys("\033[I\033[O\033[<0;1;1M\033[M !!a", "a");
}

T(a_stray_introducer_does_not_swallow_what_is_typed_later)
{
	assert_keys("\033]", "unknown");
	assert_keys("\033[", "unknown");
	assert_keys("\033O", "unknown");
}

T(characters_are_keys_and_bytes_that_are_none_are_unknown)
{
	assert_keys("aé街", "a é 街");
	assert_keys("\xff" "a\xc3(\x80", "unknown a unknown ( unknown");
	assert_keys("\xed\xa0\x80", "unknown unknown unknown");
	assert_keys("\xc2\x9b" "A", "unknown unknown A");
}

T(any_split_of_the_bytes_gives_the_same_keys)
{
	static const char bytes[] = "a\033OPé\033[1;5H街\033[200~x\r\033[Ay"
	    "\033[201~b\033[?1c\033]0;t\a\033[[B\r";
	static const char wanted[] =
	    "a F1 é Ctrl-Home 街 paste(x\r\033[Ay) b F2 Enter";

	for (size_t i = 0; i < sizeof(bytes) - 1; i++) {
		scoped_decoder decoder;
		scoped_buf names = { 0 };

		key_decoder_init(&decoder);
		buf_init(&names, 4096);
		key_decoder_feed(&decoder, bytes, i);
		decode(&decoder, false, &names);
		key_decoder_feed(&decoder, bytes + i, sizeof(bytes) - 1 - i);
		decode(&decoder, false, &names);
		assert_string_equal(names.text, wanted);
	}
}

T(a_character_or_sequence_that_has_begun_is_given_time)
{
	static const char *const begun[] = { "\xc3", "\xe8\xa1", "\033[",
		"\033[1;5", "\033O" };

	for (size_t i = 0; i < array_length(begun); i++) {
		scoped_decoder decoder;
		struct key key;

		key_decoder_init(&decoder);
		key_decoder_feed(&decoder, begun[i], strlen(begun[i]));
		assert_false(key_decoder_next(&decoder, false, &key));
		assert_true(key_decoder_patience(&decoder, 100) >= 500);
	}
}

T(a_paste_ends_at_its_ceiling_and_counts_what_was_too_much)
{
	scoped_decoder decoder;
	char chunk[4096];
	struct key key;

	memset(chunk, 'x', sizeof(chunk));
	key_decoder_init(&decoder);
	key_decoder_feed(&decoder, "\033[200~", 6);
	for (int i = 0; i < 300; i++) {
		key_decoder_feed(&decoder, chunk, sizeof(chunk));
		assert_false(key_decoder_next(&decoder, false, &key));
	}
	key_decoder_feed(&decoder, "\033[201~y", 7);
	assert_true(key_decoder_next(&decoder, false, &key));
	assert_int_equal(key.code, K_PASTE);
	assert_int_equal(key.paste_size, DECODE_PASTE_MAX);
	assert_int_equal(strlen(key.paste), DECODE_PASTE_MAX);
	assert_int_equal(key.paste_lost, 300 * 4096 - DECODE_PASTE_MAX);
	assert_true(key_decoder_next(&decoder, false, &key));
	assert_string_equal(key.text, "y");
}

T(a_paste_whose_end_never_comes_is_given_all_the_same)
{
	assert_keys("\033[200~abc", "paste(abc)");
	assert_keys("\033[200~", "paste()");
}

T(more_characters_at_once_than_anybody_types_are_a_paste)
{
	scoped_decoder decoder;
	char text[DECODE_BURST + 1];
	struct key key;

	memset(text, 'a', sizeof(text));
	text[DECODE_BURST] = '\r';
	key_decoder_init(&decoder);
	key_decoder_feed(&decoder, text, sizeof(text));
	assert_true(key_decoder_next(&decoder, false, &key));
	assert_int_equal(key.code, K_PASTE);
	assert_int_equal(key.paste_size, DECODE_BURST);
	assert_true(key_decoder_next(&decoder, false, &key));
	assert_int_equal(key.code, K_ENTER);
}

T(a_flood_with_newlines_is_a_paste_and_typing_ahead_is_not)
{
	scoped_decoder decoder;
	char text[DECODE_FLOOD];
	struct key key;

	for (size_t i = 0; i < sizeof(text); i++)
		text[i] = i % 16 == 15 ? '\r' : 'a';
	key_decoder_init(&decoder);
	key_decoder_feed(&decoder, text, sizeof(text) - 1);
	for (size_t i = 0; i < sizeof(text) - 1; i++) {
		assert_true(key_decoder_next(&decoder, false, &key));
		assert_int_equal(key.code, i % 16 == 15 ? K_ENTER : K_TEXT);
	}
	key_decoder_feed(&decoder, text, sizeof(text));
	assert_true(key_decoder_next(&decoder, false, &key));
	assert_int_equal(key.code, K_PASTE);
	assert_int_equal(key.paste_size, sizeof(text));
}

T(a_terminals_own_sequence_is_learnt_but_takes_no_known_one)
{
	scoped_decoder decoder;
	scoped_buf names = { 0 };

	key_decoder_init(&decoder);
	buf_init(&names, 100);
	key_decoder_learn(&decoder, "\033[OX", K_F7);
	key_decoder_learn(&decoder, "\033OP", K_F9);
	key_decoder_learn(&decoder, "\x7f", K_F8);
	key_decoder_feed(&decoder, "\033OP\x7f", 4);
	decode(&decoder, true, &names);
	assert_string_equal(names.text, "F1 Backspace");
}

T(random_bytes_never_get_it_stuck)
{
	static const char pieces[] = "\033\033[O]P^;~19aZ\x9b\xc3\xa9\xff\r\\";
	struct t_random random = { 77 };
	scoped_decoder decoder;

	key_decoder_init(&decoder);
	for (int i = 0; i < 20000; i++) {
		char bytes[16];
		size_t size = t_random_below(&random, sizeof(bytes) + 1);
		struct key key;
		int keys = 0;

		for (size_t j = 0; j < size; j++)
			bytes[j] = pieces[t_random_below(&random,
			    sizeof(pieces))];
		key_decoder_feed(&decoder, bytes, size);
		while (key_decoder_next(&decoder, i % 7 == 0, &key))
			assert_true(++keys < 10000);
		if (i % 7 == 0)
			assert_false(key_decoder_is_waiting(&decoder));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(function_keys_come_in_four_encodings),
		cmocka_unit_test(moving_keys_come_in_all_their_encodings),
		cmocka_unit_test(
		    control_characters_are_the_keys_they_are_on_a_keyboard),
		cmocka_unit_test(a_lone_escape_is_a_key_once_it_is_late),
		cmocka_unit_test(
		    escape_pressed_again_and_again_is_as_many_keys),
		cmocka_unit_test(alt_and_a_letter_is_no_escape),
		cmocka_unit_test(what_terminals_answer_is_no_key),
		cmocka_unit_test(
		    a_stray_introducer_does_not_swallow_what_is_typed_later),
		cmocka_unit_test(
		    characters_are_keys_and_bytes_that_are_none_are_unknown),
		cmocka_unit_test(any_split_of_the_bytes_gives_the_same_keys),
		cmocka_unit_test(
		    a_character_or_sequence_that_has_begun_is_given_time),
		cmocka_unit_test(
		    a_paste_ends_at_its_ceiling_and_counts_what_was_too_much),
		cmocka_unit_test(
		    a_paste_whose_end_never_comes_is_given_all_the_same),
		cmocka_unit_test(
		    more_characters_at_once_than_anybody_types_are_a_paste),
		cmocka_unit_test(
		    a_flood_with_newlines_is_a_paste_and_typing_ahead_is_not),
		cmocka_unit_test(
		    a_terminals_own_sequence_is_learnt_but_takes_no_known_one),
		cmocka_unit_test(random_bytes_never_get_it_stuck),
	};

	return T_RUN(tests);
}
