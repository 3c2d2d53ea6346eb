#include "domain/table_group.h"
#include "lib/t.h"

T(an_address_goes_with_its_village_and_with_nothing_else)
{
	const struct table *table = table_of(TABLE_PERSON);
	int group = table_group(table, PERSON_ADDRESS);

	assert_true(group > 0);
	for (int cell = 0; cell < PERSON_CELLS_N; cell++)
		assert_int_equal(table_group(table, cell),
		    cell == PERSON_ADDRESS || cell == PERSON_VILLAGE ? group :
								       0);
}

T(a_judgement_is_one_thing)
{
	const struct table *table = table_of(TABLE_CHECK);
	int group = table_group(table, CHECK_RESULT);

	assert_true(group > 0);
	assert_int_equal(table_group(table, CHECK_NOTE), group);
	assert_int_equal(table_group(table, CHECK_OFFICER), group);
	assert_int_equal(table_group(table, CHECK_AT), group);
	assert_int_equal(table_group(table, CHECK_CLAUSE), 0);
}

/* A group of one would be no group; two share no number. */
T(every_group_has_two_cells_or_more)
{
	for (size_t i = 0; i < tables_n; i++) {
		int n[TABLE_CELLS_MAX + 1] = { 0 };

		for (size_t j = 0; j < tables[i].n_cells; j++)
			n[table_group(&tables[i], (int)j)]++;
		for (int group = 1; group <= TABLE_CELLS_MAX; group++)
			if (n[group] == 1)
				fail_msg("%s %d", tables[i].name, group);
	}
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(
	    an_address_goes_with_its_village_and_with_nothing_else),
	cmocka_unit_test(a_judgement_is_one_thing),
	cmocka_unit_test(every_group_has_two_cells_or_more),
};

int
main(void)
{
	return T_RUN(tests);
}
