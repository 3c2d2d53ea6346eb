#include "lib/t.h"

#include "base/crypto.h"

T(the_hash_is_blake2b_256)
{
	uint8_t hash[HASH_SIZE];
	char text[HASH_HEX_SIZE];

	hash_bytes("abc", 3, NULL, 0, hash);
	hash_print(hash, text);
	assert_string_equal(text,
	    "bddd813c634239723171ef3fee98579b"
	    "94964e3bb1cb3e427262c8c068d52319");
}

T(the_hash_of_pieces_is_that_of_the_whole)
{
	uint8_t whole[HASH_SIZE], pieces[HASH_SIZE];
	struct hash hash;

	hash_bytes("loket depan", 11, NULL, 0, whole);
	hash_begin(&hash);
	hash_add(&hash, "loket", 5);
	hash_add(&hash, "", 0);
	hash_add(&hash, " depan", 6);
	hash_end(&hash, pieces);
	assert_memory_equal(whole, pieces, HASH_SIZE);
}

T(a_key_changes_the_hash)
{
	uint8_t plain[HASH_SIZE], keyed[HASH_SIZE];

	hash_bytes("abc", 3, NULL, 0, plain);
	hash_bytes("abc", 3, "0123456789abcdef", 16, keyed);
	assert_memory_not_equal(plain, keyed, HASH_SIZE);
}

T(only_the_right_passphrase_fits_its_verifier)
{
	char verifier[VERIFIER_SIZE];
	struct err err;

	t_done(passphrase_make("empat kata yang baik", passphrase_cost_least(),
		   verifier, &err),
	    err);
	assert_true(passphrase_is(verifier, "empat kata yang baik"));
	assert_false(passphrase_is(verifier, "empat kata yang baiK"));
	assert_false(passphrase_is(verifier, ""));
	assert_false(passphrase_is("", "empat kata yang baik"));
}

T(the_cost_is_stored_with_the_verifier)
{
	struct passphrase_cost cost = passphrase_cost_default();
	char verifier[VERIFIER_SIZE];
	struct err err;

	t_done(passphrase_make("x", cost, verifier, &err), err);
	assert_non_null(strstr(verifier, "$argon2id$"));
	assert_non_null(strstr(verifier, "m=65536,t=3,"));
}

T(two_verifiers_of_one_passphrase_differ)
{
	char a[VERIFIER_SIZE], b[VERIFIER_SIZE];
	struct err err;

	t_done(passphrase_make("x", passphrase_cost_least(), a, &err), err);
	t_done(passphrase_make("x", passphrase_cost_least(), b, &err), err);
	assert_string_not_equal(a, b);
}

T(a_cost_that_cannot_be_paid_is_refused)
{
	struct passphrase_cost cost = { .passes = 1, .memory_bytes = 1 };
	char verifier[VERIFIER_SIZE] = "untouched";
	struct err err;

	assert_int_equal(
	    passphrase_make("x", cost, verifier, &err), FAIL_MEMORY);
	assert_string_equal(verifier, "untouched");
}

T(what_is_forgotten_is_zero)
{
	char secret[] = "rahasia";

	forget(secret, sizeof(secret));
	for (size_t i = 0; i < sizeof(secret); i++)
		assert_int_equal(secret[i], 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_hash_is_blake2b_256),
		cmocka_unit_test(the_hash_of_pieces_is_that_of_the_whole),
		cmocka_unit_test(a_key_changes_the_hash),
		cmocka_unit_test(only_the_right_passphrase_fits_its_verifier),
		cmocka_unit_test(the_cost_is_stored_with_the_verifier),
		cmocka_unit_test(two_verifiers_of_one_passphrase_differ),
		cmocka_unit_test(a_cost_that_cannot_be_paid_is_refused),
		cmocka_unit_test(what_is_forgotten_is_zero),
	};
	struct err err;

	return crypto_start(&err) ? 1 : T_RUN(tests);
}
