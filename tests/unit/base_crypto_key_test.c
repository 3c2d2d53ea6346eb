#include "lib/t.h"

#include "base/crypto.h"
#include "lib/draw.h"

static void
seed_of(const char *text, uint8_t ret_seed[SEED_SIZE])
{
	hash_bytes(text, strlen(text), NULL, 0, ret_seed);
}

static struct sign_pair
sign_pair_of(const char *text)
{
	uint8_t seed[SEED_SIZE];
	struct sign_pair pair;

	seed_of(text, seed);
	sign_pair_make(seed, &pair);
	return pair;
}

static struct box_pair
box_pair_of(const char *text)
{
	uint8_t seed[SEED_SIZE];
	struct box_pair pair;

	seed_of(text, seed);
	box_pair_make(seed, &pair);
	return pair;
}

T(a_signature_is_of_one_key_one_word_and_one_hash)
{
	struct sign_pair pair = sign_pair_of("L01");
	struct sign_pair other = sign_pair_of("L02");
	uint8_t hash[HASH_SIZE], signature[SIGNATURE_SIZE];

	seed_of("berkas", hash);
	sign_hash(&pair, "loket bundle", hash, signature);
	assert_true(sign_is(pair.public_key, "loket bundle", hash, signature));
	assert_false(
	    sign_is(other.public_key, "loket bundle", hash, signature));
	assert_false(sign_is(pair.public_key, "loket roster", hash, signature));
	hash[31] ^= 1;
	assert_false(sign_is(pair.public_key, "loket bundle", hash, signature));
}

T(a_signature_with_any_bit_changed_is_none)
{
	struct sign_pair pair = sign_pair_of("L01");
	uint8_t hash[HASH_SIZE], signature[SIGNATURE_SIZE];

	seed_of("berkas", hash);
	sign_hash(&pair, "loket bundle", hash, signature);
	for (int bit = 0; bit < SIGNATURE_SIZE * 8; bit++) {
		signature[bit / 8] ^= (uint8_t)(1 << bit % 8);
		assert_false(
		    sign_is(pair.public_key, "loket bundle", hash, signature));
		signature[bit / 8] ^= (uint8_t)(1 << bit % 8);
	}
}

/* RFC 8032, 7.1, test 1: its seed and public key. */
T(the_pair_of_a_seed_is_that_of_the_rfc)
{
	const uint8_t seed[SEED_SIZE] = { 0x9d, 0x61, 0xb1, 0x9d, 0xef, 0xfd,
		0x5a, 0x60, 0xba, 0x84, 0x4a, 0xf4, 0x92, 0xec, 0x2c, 0xc4,
		0x44, 0x49, 0xc5, 0x69, 0x7b, 0x32, 0x69, 0x19, 0x70, 0x3b,
		0xac, 0x03, 0x1c, 0xae, 0x7f, 0x60 };
	char text[HASH_HEX_SIZE];
	struct sign_pair pair;

	sign_pair_make(seed, &pair);
	hash_print(pair.public_key, text);
	assert_string_equal(text,
	    "d75a980182b10ab7d54bfed3c964073a"
	    "0ee172f3daa62325af021a68f707511a");
}

T(only_its_pair_opens_a_sealed_box)
{
	struct box_pair pair = box_pair_of("L01");
	struct box_pair other = box_pair_of("L02");
	struct draw draw = { 7 };
	struct entropy entropy = draw_entropy(&draw);
	uint8_t sealed[6 + BOX_EXTRA], bytes[6] = "";

	box_seal(pair.public_key, "rahasi", 6, &entropy, sealed);
	assert_false(box_open(&other, sealed, sizeof(sealed), bytes));
	assert_false(box_open(&pair, sealed, BOX_EXTRA - 1, bytes));
	assert_true(box_open(&pair, sealed, sizeof(sealed), bytes));
	assert_memory_equal(bytes, "rahasi", 6);
}

T(a_box_is_another_each_time)
{
	struct box_pair pair = box_pair_of("L01");
	struct draw draw = { 7 };
	struct entropy entropy = draw_entropy(&draw);
	uint8_t first[3 + BOX_EXTRA], second[3 + BOX_EXTRA];

	box_seal(pair.public_key, "abc", 3, &entropy, first);
	box_seal(pair.public_key, "abc", 3, &entropy, second);
	assert_memory_not_equal(first, second, sizeof(first));
}

T(a_box_with_any_bit_changed_stays_shut)
{
	struct box_pair pair = box_pair_of("L01");
	struct draw draw = { 7 };
	struct entropy entropy = draw_entropy(&draw);
	uint8_t sealed[3 + BOX_EXTRA], bytes[3];

	box_seal(pair.public_key, "abc", 3, &entropy, sealed);
	for (size_t bit = 0; bit < sizeof(sealed) * 8; bit++) {
		sealed[bit / 8] ^= (uint8_t)(1 << bit % 8);
		assert_false(box_open(&pair, sealed, sizeof(sealed), bytes));
		sealed[bit / 8] ^= (uint8_t)(1 << bit % 8);
	}
}

T(what_is_equal_is_told)
{
	assert_true(secret_equal("abc", "abc", 3));
	assert_false(secret_equal("abc", "abd", 3));
	assert_true(secret_equal("abc", "abd", 2));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    a_signature_is_of_one_key_one_word_and_one_hash),
		cmocka_unit_test(a_signature_with_any_bit_changed_is_none),
		cmocka_unit_test(the_pair_of_a_seed_is_that_of_the_rfc),
		cmocka_unit_test(only_its_pair_opens_a_sealed_box),
		cmocka_unit_test(a_box_is_another_each_time),
		cmocka_unit_test(a_box_with_any_bit_changed_stays_shut),
		cmocka_unit_test(what_is_equal_is_told),
	};
	struct err err;

	return crypto_start(&err) ? 1 : T_RUN(tests);
}
