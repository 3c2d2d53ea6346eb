/* The table of roles and actions, cell by cell. */

#include "domain/role.h"
#include "lib/t.h"

/*
 * As it was decided; columns: petugas, pemeriksa, pengelola pengaduan, atasan,
 * kepala, inspektorat, admin.
 */
static const struct {
	const char *action;
	const char *may;
} decided[] = {
	{ "receive", "xx....." },
	{ "check", ".x.x..." },
	{ "cancel", "...xx.." },
	{ "record-complaint", "xxxxx.." },
	{ "review-complaint", "..xxx.." },
	{ "approve-answer", "...xx.." },
	{ "approve-apip", "....x.." },
	{ "read-confidential", "..x.xx." },
	{ "read", "xxxxxx." },
	{ "report", "..xxxx." },
	{ "administer", "......x" },
	{ "maintain", "xxxxxxx" },
};

static const char *const roles[] = { "petugas", "pemeriksa",
	"pengelola-pengaduan", "atasan", "kepala", "inspektorat", "admin" };

T(every_cell_is_as_it_was_decided)
{
	assert_int_equal(array_length(decided), ACTIONS_N);
	assert_int_equal(array_length(roles), ROLES_N);
	for (size_t i = 0; i < array_length(decided); i++) {
		enum action action = ACTIONS_N;

		assert_true(action_named(decided[i].action, &action));
		for (size_t j = 0; j < array_length(roles); j++) {
			enum role role = ROLES_N;
			bool wanted = decided[i].may[j] == 'x';

			assert_true(role_named(roles[j], &role));
			if (role_may(ROLE_BIT(role), action) != wanted)
				fail_msg("%s, %s", roles[j], decided[i].action);
		}
	}
}

T(without_a_role_nothing_is_allowed)
{
	for (int i = 0; i < ACTIONS_N; i++)
		assert_false(role_may(0, (enum action)i));
}

T(one_of_several_roles_is_enough)
{
	unsigned both = roles_parse("petugas kepala");

	assert_true(role_may(both, ACTION_RECEIVE));
	assert_true(role_may(both, ACTION_APPROVE_APIP));
	assert_false(role_may(both, ACTION_CHECK));
}

T(an_action_that_does_not_exist_is_denied)
{
	assert_false(role_may(~0u, ACTIONS_N));
	assert_int_equal(roles_that_may(ACTIONS_N), 0);
}

T(roles_come_back_from_their_text)
{
	scoped_buf text;

	buf_init(&text, 200);
	roles_print(roles_parse(" admin  petugas pemeriksa"), &text);
	assert_string_equal(text.text, "petugas pemeriksa admin");
	assert_int_equal(roles_parse(text.text), roles_first());
}

T(a_role_of_a_newer_program_gives_no_right)
{
	assert_int_equal(roles_parse("arsiparis"), 0);
	assert_int_equal(roles_parse("admin2 petuga"), 0);
	assert_int_equal(
	    roles_parse("arsiparis petugas"), ROLE_BIT(ROLE_CLERK));
	assert_int_equal(roles_parse(""), 0);
}

T(names_come_back)
{
	enum action action;
	enum role role;

	for (int i = 0; i < ACTIONS_N; i++) {
		assert_true(action_named(action_name((enum action)i), &action));
		assert_int_equal(action, i);
	}
	for (int i = 0; i < ROLES_N; i++) {
		assert_true(role_named(role_name((enum role)i), &role));
		assert_int_equal(role, i);
	}
	assert_false(action_named("delete", &action));
	assert_false(role_named("", &role));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_cell_is_as_it_was_decided),
		cmocka_unit_test(without_a_role_nothing_is_allowed),
		cmocka_unit_test(one_of_several_roles_is_enough),
		cmocka_unit_test(an_action_that_does_not_exist_is_denied),
		cmocka_unit_test(roles_come_back_from_their_text),
		cmocka_unit_test(a_role_of_a_newer_program_gives_no_right),
		cmocka_unit_test(names_come_back),
	};

	return T_RUN(tests);
}
