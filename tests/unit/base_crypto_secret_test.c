#include "lib/t.h"

#include "base/crypto.h"
#include "lib/draw.h"

enum { PIECE = 8, SEALED = PIECE + STREAM_EXTRA };

static const uint8_t key[SECRET_KEY_SIZE] = "kunci";
static const uint8_t head[STREAM_HEAD_SIZE] = "kepala";

T(a_secret_opens_with_its_key_and_its_word)
{
	const uint8_t other[SECRET_KEY_SIZE] = "bukan";
	struct draw draw = { 3 };
	struct entropy entropy = draw_entropy(&draw);
	uint8_t shut[5 + SECRET_EXTRA], bytes[5];

	secret_shut(key, "cell", "abcde", 5, &entropy, shut);
	assert_false(secret_open(other, "cell", shut, sizeof(shut), bytes));
	assert_false(secret_open(key, "name", shut, sizeof(shut), bytes));
	assert_false(secret_open(key, "cell", shut, sizeof(shut) - 1, bytes));
	assert_false(secret_open(key, "cell", shut, SECRET_EXTRA - 1, bytes));
	assert_true(secret_open(key, "cell", shut, sizeof(shut), bytes));
	assert_memory_equal(bytes, "abcde", 5);
}

T(a_secret_with_any_bit_changed_stays_shut)
{
	struct draw draw = { 3 };
	struct entropy entropy = draw_entropy(&draw);
	uint8_t shut[5 + SECRET_EXTRA], bytes[5];

	secret_shut(key, "cell", "abcde", 5, &entropy, shut);
	for (size_t bit = 0; bit < sizeof(shut) * 8; bit++) {
		shut[bit / 8] ^= (uint8_t)(1 << bit % 8);
		assert_false(
		    secret_open(key, "cell", shut, sizeof(shut), bytes));
		shut[bit / 8] ^= (uint8_t)(1 << bit % 8);
	}
}

T(a_passphrase_makes_one_key_for_each_salt)
{
	uint8_t a[SECRET_KEY_SIZE], b[SECRET_KEY_SIZE];
	struct passphrase_cost cost = passphrase_cost_least();
	uint8_t salt[SALT_SIZE] = "garam";
	struct err err;

	t_done(passphrase_key("empat kata", cost, salt, a, &err), err);
	t_done(passphrase_key("empat kata", cost, salt, b, &err), err);
	assert_memory_equal(a, b, sizeof(a));
	t_done(passphrase_key("empat katA", cost, salt, b, &err), err);
	assert_memory_not_equal(a, b, sizeof(a));
	salt[0] ^= 1;
	t_done(passphrase_key("empat kata", cost, salt, b, &err), err);
	assert_memory_not_equal(a, b, sizeof(a));
}

/* Two pieces, the last one marked. */
static void
seal_two(uint8_t ret_first[SEALED], uint8_t ret_last[SEALED])
{
	scoped(stream_done) struct stream stream;

	stream_begin(&stream, key, head);
	stream_seal(&stream, "satu....", PIECE, "judul", 5, false, ret_first);
	stream_seal(&stream, "dua.....", PIECE, NULL, 0, true, ret_last);
}

T(a_stream_comes_back_piece_by_piece)
{
	scoped(stream_done) struct stream stream;
	uint8_t first[SEALED], last[SEALED], bytes[PIECE];
	bool is_last = true;

	seal_two(first, last);
	stream_begin(&stream, key, head);
	assert_true(
	    stream_open(&stream, first, SEALED, "judul", 5, bytes, &is_last));
	assert_memory_equal(bytes, "satu....", PIECE);
	assert_false(is_last);
	assert_true(
	    stream_open(&stream, last, SEALED, NULL, 0, bytes, &is_last));
	assert_memory_equal(bytes, "dua.....", PIECE);
	assert_true(is_last);
}

T(a_piece_out_of_order_or_bound_to_something_else_stays_shut)
{
	scoped(stream_done) struct stream stream;
	uint8_t first[SEALED], last[SEALED], bytes[PIECE];
	bool is_last;

	seal_two(first, last);
	stream_begin(&stream, key, head);
	assert_false(
	    stream_open(&stream, last, SEALED, NULL, 0, bytes, &is_last));
	assert_false(
	    stream_open(&stream, first, SEALED, "judul", 4, bytes, &is_last));
	assert_false(stream_open(
	    &stream, first, SEALED - 1, "judul", 5, bytes, &is_last));
	assert_false(stream_open(
	    &stream, first, STREAM_EXTRA - 1, "judul", 5, bytes, &is_last));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_secret_opens_with_its_key_and_its_word),
		cmocka_unit_test(a_secret_with_any_bit_changed_stays_shut),
		cmocka_unit_test(a_passphrase_makes_one_key_for_each_salt),
		cmocka_unit_test(a_stream_comes_back_piece_by_piece),
		cmocka_unit_test(
		    a_piece_out_of_order_or_bound_to_something_else_stays_shut),
	};
	struct err err;

	return crypto_start(&err) ? 1 : T_RUN(tests);
}
