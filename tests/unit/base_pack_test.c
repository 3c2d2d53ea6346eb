#include "lib/t.h"

#include "base/pack.h"

enum { CEILING = 1 << 20 };

static void
pack(const void *bytes, size_t size, struct buf *packed)
{
	struct err err;

	buf_init(packed, CEILING);
	t_done(pack_bytes(bytes, size, packed, &err), err);
}

/* How unpacking fails; what was in out before must still be all of it. */
static enum fail
unpack_fails(const char *bytes, size_t size, size_t limit)
{
	scoped_buf out = { 0 };
	enum fail fail;

	buf_init(&out, CEILING);
	buf_text(&out, "before");
	fail = unpack_bytes(bytes, size, limit, &out, NULL);
	assert_string_equal(out.text, "before");
	return fail;
}

static void
assert_comes_back(const char *bytes, size_t size)
{
	scoped_buf packed = { 0 };
	scoped_buf out = { 0 };
	struct err err;

	pack(bytes, size, &packed);
	buf_init(&out, CEILING);
	t_done(unpack_bytes(packed.text, packed.size, size, &out, &err), err);
	assert_int_equal(out.size, size);
	assert_memory_equal(out.text, bytes, size);
}

T(bytes_come_back)
{
	scoped_arena arena = arena_new();
	struct t_random random = { 29 };
	char *bytes = arena_alloc(arena, 100000);

	assert_comes_back("", 0);
	assert_comes_back("a\0b", 3);
	for (size_t i = 0; i < 100000; i++)
		bytes[i] = (char)t_random_next(&random);
	assert_comes_back(bytes, 100000);
}

T(what_repeats_gets_small)
{
	scoped_buf text = { 0 };
	scoped_buf packed = { 0 };

	buf_init(&text, CEILING);
	buf_repeat(&text, 'x', 500000);
	pack(text.text, text.size, &packed);
	assert_true(packed.size < 500);
	assert_comes_back(text.text, text.size);
}

T(more_than_the_limit_is_refused)
{
	scoped_buf text = { 0 };
	scoped_buf packed = { 0 };

	buf_init(&text, CEILING);
	buf_repeat(&text, 'x', 500000);
	pack(text.text, text.size, &packed);
	assert_int_equal(
	    unpack_fails(packed.text, packed.size, 499999), FAIL_INVALID);
	assert_int_equal(
	    unpack_fails(packed.text, packed.size, 0), FAIL_INVALID);
}

T(every_cut_is_seen)
{
	scoped_buf packed = { 0 };

	pack("sebuah berkas", 13, &packed);
	for (size_t size = 0; size < packed.size; size++)
		assert_int_equal(
		    unpack_fails(packed.text, size, 100), FAIL_CORRUPT);
}

T(every_changed_byte_of_the_content_is_seen)
{
	scoped_buf packed = { 0 };

	pack("sebuah berkas", 13, &packed);
	for (size_t i = 9; i < packed.size; i++) {
		packed.text[i] ^= 1;
		assert_int_equal(
		    unpack_fails(packed.text, packed.size, 1000), FAIL_CORRUPT);
		packed.text[i] ^= 1;
	}
}

T(what_follows_is_refused)
{
	scoped_buf packed = { 0 };

	pack("a", 1, &packed);
	buf_char(&packed, 'x');
	assert_int_equal(
	    unpack_fails(packed.text, packed.size, 100), FAIL_CORRUPT);
}

T(the_ceilings_are_respected)
{
	scoped_buf packed = { 0 };
	scoped_buf small = { 0 };
	struct err err;

	pack("sebuah berkas", 13, &packed);
	buf_init(&small, 5);
	assert_int_equal(
	    unpack_bytes(packed.text, packed.size, 100, &small, &err),
	    FAIL_MEMORY);
	assert_int_equal(small.size, 0);
	buf_clear(&small);
	assert_int_equal(pack_bytes("sebuah", 6, &small, &err), FAIL_MEMORY);
	assert_int_equal(small.size, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bytes_come_back),
		cmocka_unit_test(what_repeats_gets_small),
		cmocka_unit_test(more_than_the_limit_is_refused),
		cmocka_unit_test(every_cut_is_seen),
		cmocka_unit_test(every_changed_byte_of_the_content_is_seen),
		cmocka_unit_test(what_follows_is_refused),
		cmocka_unit_test(the_ceilings_are_respected),
	};

	return T_RUN(tests);
}
