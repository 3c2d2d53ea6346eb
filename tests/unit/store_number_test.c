#include "lib/register.h"

#include "store/number.h"

static const char *
next(struct register_fixture *fixture, enum register_book book, int year,
    bool is_kept)
{
	scoped_transaction transaction = { 0 };
	char text[REGISTER_NUMBER_SIZE];
	struct err err = { 0 };

	t_done(
	    transaction_begin(&transaction, fixture->store, "ani", &err), err);
	t_done(store_number_next(fixture->store, book, year, text, &err), err);
	if (is_kept)
		t_done(transaction_commit(&transaction, &err), err);
	return arena_text(fixture->arena, text);
}

T(numbers_rise_from_one_in_each_book_and_year)
{
	struct register_fixture *fixture = *state;

	assert_string_equal(
	    next(fixture, BOOK_APPLICATION, 2026, true), "L03-2026-0001");
	assert_string_equal(
	    next(fixture, BOOK_APPLICATION, 2026, true), "L03-2026-0002");
	assert_string_equal(
	    next(fixture, BOOK_COMPLAINT, 2026, true), "P-L03-2026-0001");
	assert_string_equal(
	    next(fixture, BOOK_APPLICATION, 2027, true), "L03-2027-0001");
	assert_string_equal(
	    next(fixture, BOOK_APPLICATION, 2026, true), "L03-2026-0003");
}

T(a_number_that_was_rolled_back_is_given_again)
{
	struct register_fixture *fixture = *state;

	next(fixture, BOOK_APPLICATION, 2026, false);
	assert_string_equal(
	    next(fixture, BOOK_APPLICATION, 2026, true), "L03-2026-0001");
}

T(another_life_of_the_file_numbers_under_its_letter)
{
	struct register_fixture *fixture = *state;
	struct err err = { 0 };

	next(fixture, BOOK_APPLICATION, 2026, true);
	t_done(store_new_life(fixture->store, "ani", &err), err);
	assert_string_equal(
	    next(fixture, BOOK_APPLICATION, 2026, true), "L03B-2026-0001");
	register_reopen(fixture);
	assert_string_equal(
	    next(fixture, BOOK_COMPLAINT, 2026, true), "P-L03B-2026-0001");
}

static const struct CMUnitTest tests[] = {
	T_REGISTER(numbers_rise_from_one_in_each_book_and_year),
	T_REGISTER(a_number_that_was_rolled_back_is_given_again),
	T_REGISTER(another_life_of_the_file_numbers_under_its_letter),
};

int
main(void)
{
	return T_RUN(tests);
}
