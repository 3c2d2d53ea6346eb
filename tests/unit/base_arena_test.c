#include "lib/t.h"

T(memory_is_zeroed_and_aligned)
{
	scoped_arena arena = arena_new();

	for (size_t size = 0; size < 300; size++) {
		unsigned char *memory = arena_alloc(arena, size);

		assert_int_equal((uintptr_t)memory % 16, 0);
		for (size_t i = 0; i < size; i++)
			assert_int_equal(memory[i], 0);
		memset(memory, 0xAA, size);
	}
}

T(a_large_block_fits)
{
	scoped_arena arena = arena_new();
	char *memory = arena_alloc(arena, 1 << 20);

	memory[(1 << 20) - 1] = 'x';
	assert_string_equal(arena_text(arena, "after it"), "after it");
}

T(what_was_given_back_is_used_again_and_zeroed)
{
	scoped_arena arena = arena_new();

	for (int i = 0; i < 100; i++) {
		char *memory = arena_alloc(arena, 10000);

		assert_int_equal(memory[9999], 0);
		memory[9999] = 'x';
		if (i % 10 == 9)
			arena_reset(arena);
	}
}

T(a_growing_array_keeps_its_content)
{
	scoped_arena arena = arena_new();
	int *list = NULL;
	size_t room = 0;

	for (size_t n = 0; n < 1000; n++) {
		list = arena_grow(arena, list, n, &room, sizeof(*list));
		list[n] = (int)n * 3;
	}
	assert_true(room >= 1000);
	for (int i = 0; i < 1000; i++)
		assert_int_equal(list[i], i * 3);
}

T(texts_are_copies)
{
	scoped_arena arena = arena_new();
	char text[] = "loket";
	char *copy = arena_text(arena, text);

	text[0] = 'x';
	assert_string_equal(copy, "loket");
	assert_null(arena_text(arena, NULL));
	assert_string_equal(arena_bytes(arena, "abc", 2), "ab");
	assert_string_equal(arena_print(arena, "%d-%s", 7, "x"), "7-x");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(memory_is_zeroed_and_aligned),
		cmocka_unit_test(a_large_block_fits),
		cmocka_unit_test(what_was_given_back_is_used_again_and_zeroed),
		cmocka_unit_test(a_growing_array_keeps_its_content),
		cmocka_unit_test(texts_are_copies),
	};

	return T_RUN(tests);
}
