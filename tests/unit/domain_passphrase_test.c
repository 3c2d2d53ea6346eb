/* What a passphrase must be, and what is proposed. */

#include "domain/passphrase.h"

#include "base/text.h"
#include "lib/asset.h"

struct world {
	struct arena *arena;
	struct passphrase_rules rules;
};

static int
open_rules(void **state)
{
	struct arena *arena = arena_new();
	struct problems problems = { .arena = arena };
	struct world *world = arena_alloc(arena, sizeof *world);
	struct err err = { 0 };
	const char *text;
	size_t size;

	world->arena = arena;
	text = asset_text(arena, "data/words-id.txt", &size);
	t_done(passphrase_words_read(
		   "words-id.txt", text, size, &problems, &world->rules, &err),
	    err);
	text = asset_text(arena, "data/passphrases-refused.txt", &size);
	t_done(passphrase_refused_read(
		   "refused.txt", text, size, &problems, &world->rules, &err),
	    err);
	*state = world;
	return 0;
}

static int
close_rules(void **state)
{
	struct world *world = *state;

	arena_free(world->arena);
	return 0;
}

static void
assert_allowed(void **state, const char *passphrase, const char *code)
{
	static const char *const own[] = { "Siti Nurhaliza", "198705152010" };
	struct world *world = *state;
	struct fact fact = { 0 };
	bool is_allowed = passphrase_is_allowed(
	    &world->rules, passphrase, own, array_length(own), &fact);

	assert_string_equal(fact.code, code);
	assert_int_equal(is_allowed, *code == '\0');
}

T(four_words_are_allowed)
{
	assert_allowed(state, "wijen petuah paralel lahar", "");
	assert_allowed(state, "Kucing saya tidur di atas lemari!", "");
}

T(less_than_fifteen_characters_are_refused)
{
	struct world *world = *state;
	struct fact fact = { 0 };

	assert_allowed(state, "wijen petuah p", "passphrase.short");
	assert_allowed(state, "wijen petuah pa", "");
	assert_allowed(state, "", "passphrase.short");
	/* Characters are counted, not bytes. */
	assert_allowed(state,
	    "\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9"
	    "\u00e9\u00e9",
	    "passphrase.short");
	assert_false(
	    passphrase_is_allowed(&world->rules, "wijen", NULL, 0, &fact));
	assert_string_equal(fact.arg[0], "5");
	assert_string_equal(fact.arg[1], "15");
}

T(a_passphrase_everybody_thinks_of_is_refused)
{
	assert_allowed(state, "purwakarta istimewa", "passphrase.refused");
	assert_allowed(state, "PurwakartaIstimewa2026", "passphrase.refused");
	assert_allowed(
	    state, "123 Bhinneka-Tunggal-Ika!", "passphrase.refused");
	assert_allowed(state, "KataSandi1234567", "passphrase.refused");
	assert_allowed(
	    state, "correct horse battery staple", "passphrase.refused");
	assert_allowed(state, "1q2w3e4r5t6y7u8i", "passphrase.refused");
}

T(repetitions_and_rows_are_refused)
{
	assert_allowed(state, "aaaaaaaaaaaaaaaaaaaa", "passphrase.simple");
	assert_allowed(state, "abcabcabcabcabcabc", "passphrase.simple");
	assert_allowed(state, "abcdefghijklmnopqrstuvw", "passphrase.simple");
	assert_allowed(state, "98765432109876543210", "passphrase.simple");
	assert_allowed(state, "!!!!!!!!!!!!!!!!!!", "passphrase.simple");
}

T(ones_own_name_is_not_enough)
{
	assert_allowed(state, "siti nurhaliza siti", "passphrase.own");
	assert_allowed(state, "Nurhaliza198705152010", "passphrase.own");
	assert_allowed(state, "nurhaliza menyukai lontong", "");
}

T(what_is_proposed_is_allowed)
{
	struct world *world = *state;
	struct t_random random = { 20261124 };
	scoped_buf proposal;

	buf_init(&proposal, 100);
	for (int i = 0; i < 2000; i++) {
		const struct phrase_list *words = &world->rules.words;

		buf_clear(&proposal);
		for (int j = 0; j < 4; j++) {
			size_t at = t_random_below(&random, words->n);

			buf_text(&proposal, j > 0 ? " " : "");
			buf_text(&proposal, words->phrases[at]);
		}
		assert_allowed(state, proposal.text, "");
	}
}

/* Bytes that are handed out one after the other. */
struct tape {
	const uint32_t *values;
	size_t at;
};

static void
play(void *context, void *bytes, size_t size)
{
	struct tape *tape = context;

	assert_int_equal(size, sizeof *tape->values);
	memcpy(bytes, &tape->values[tape->at++], size);
}

T(words_are_drawn_evenly)
{
	static const char *const phrases[] = { "nol", "satu", "dua" };
	struct passphrase_rules rules = { .words = { phrases, 3 } };
	/* 0xffffffff would make "nol" likelier: it is drawn again. */
	static const uint32_t values[] = { 0, 4, 0xffffffff, 5, 0xfffffffe };
	struct tape tape = { values, 0 };
	struct entropy entropy = { play, &tape };
	scoped_buf proposal;

	buf_init(&proposal, 100);
	passphrase_suggest(&rules, &entropy, &proposal);
	assert_string_equal(proposal.text, "nol satu dua dua");
	assert_int_equal(tape.at, array_length(values));
}

static size_t
problems_of(const char *text, struct problems *problems)
{
	struct passphrase_rules rules = { 0 };
	enum fail fail = passphrase_words_read(
	    "w.txt", text, strlen(text), problems, &rules, NULL);

	assert_int_equal(fail, FAIL_INVALID);
	assert_int_equal(rules.words.n, 0);
	return problems->n;
}

T(a_word_list_is_checked_word_by_word)
{
	scoped_arena arena = arena_new();
	struct problems problems = { .arena = arena };

	assert_int_equal(
	    problems_of("# c\n\nabc\nabjad\nabad\nAbad\n", &problems), 5);
	assert_string_equal(
	    problems.list[0].fact.code, "passphrase.word-shape");
	assert_int_equal(problems.list[0].line, 3);
	assert_string_equal(
	    problems.list[1].fact.code, "passphrase.word-order");
	assert_int_equal(problems.list[1].line, 5);
	assert_string_equal(problems.list[4].fact.code, "passphrase.word-few");
	assert_string_equal(problems.list[4].fact.arg[0], "4");
}

T(four_words_are_worth_44_bits)
{
	struct world *world = *state;

	assert_true(world->rules.words.n >= 2048);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(four_words_are_allowed),
		cmocka_unit_test(less_than_fifteen_characters_are_refused),
		cmocka_unit_test(a_passphrase_everybody_thinks_of_is_refused),
		cmocka_unit_test(repetitions_and_rows_are_refused),
		cmocka_unit_test(ones_own_name_is_not_enough),
		cmocka_unit_test(what_is_proposed_is_allowed),
		cmocka_unit_test(words_are_drawn_evenly),
		cmocka_unit_test(a_word_list_is_checked_word_by_word),
		cmocka_unit_test(four_words_are_worth_44_bits),
	};

	return cmocka_run_group_tests(tests, open_rules, close_rules);
}
