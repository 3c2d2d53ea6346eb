#include "lib/t.h"

#include <locale.h>

#include "base/text.h"

T(every_character_comes_back_from_its_bytes)
{
	for (uint32_t point = 0; point <= 0x10FFFF; point++) {
		char bytes[4];
		uint32_t again;
		size_t length;

		if (point >= 0xD800 && point <= 0xDFFF)
			continue;
		length = text_encode(point, bytes);
		assert_int_equal(text_decode(bytes, length, &again), length);
		assert_int_equal(again, point);
		if (length > 1)
			assert_int_equal(
			    text_decode(bytes, length - 1, &again), 0);
	}
}

T(columns_are_those_of_curses)
{
	assert_int_equal(text_columns("loket"), 5);
	assert_int_equal(text_columns("\xC3\xA9"), 1);
	assert_int_equal(text_columns("e\xCC\x81"), 1);
	assert_int_equal(text_columns("\xE8\xA1\x97"), 2);
	assert_int_equal(text_columns("\x01\xFF\t"), 3);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_character_comes_back_from_its_bytes),
		cmocka_unit_test(columns_are_those_of_curses),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return T_RUN(tests);
}
