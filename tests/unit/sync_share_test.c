#include "lib/t.h"

#include "sync/share.h"

T(a_name_is_lower_case_and_begins_with_no_dot)
{
	static const char *const good[] = { "fleet", "w", "000001-r0.ros",
		"0000000012-abcdefghijklmnop.bnd.k3m9q2zz.part", "console" };
	static const char *const bad[] = { "", ".", "..", ".hidden", "A", "a b",
		"a:b", "a/b", "ends.", "ends-", "-a", "con", "con.bnd", "nul",
		"aux.x", "prn", "com1", "com1.bnd", "lpt9.a.b", "desktop_ini",
		"caf\303\251", "a\n" };

	for (size_t i = 0; i < array_length(good); i++)
		assert_true(share_name_is_fine(good[i]));
	for (size_t i = 0; i < array_length(bad); i++)
		assert_false(share_name_is_fine(bad[i]));
}

T(a_path_stays_below_the_share)
{
	static const char *const good[] = { "fleet", "w/abc/b/202611/1-a.bnd" };
	static const char *const bad[] = { "", "/", "/etc/passwd", "w/", "w//b",
		"w/../x", "w/./x", "../x", "w/.ssh/x" };
	char longest[SHARE_PATH_SIZE + 1];

	for (size_t i = 0; i < array_length(good); i++)
		assert_true(share_path_is_fine(good[i]));
	for (size_t i = 0; i < array_length(bad); i++)
		assert_false(share_path_is_fine(bad[i]));
	for (size_t i = 0; i < sizeof longest; i++)
		longest[i] = i % 2 == 0 ? 'a' : '/';
	longest[SHARE_PATH_SIZE] = '\0';
	assert_false(share_path_is_fine(longest));
	longest[SHARE_PATH_SIZE - 1] = '\0';
	assert_true(share_path_is_fine(longest));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T_ROW("B18", a_name_is_lower_case_and_begins_with_no_dot),
		cmocka_unit_test(a_path_stays_below_the_share),
	};

	return T_RUN(tests);
}
