#include "lib/counter.h"

/* Known people and firms: found again, changed only when that was chosen. */

static void
receive(struct counter *counter, const struct answers *answers,
    enum register_choice choice)
{
	struct intake intake = {
		.id = desk_new_id(counter->desk),
		.answers = answers,
		.person = choice,
		.company = choice,
		.duplicate_reason = "berkas kedua",
	};
	struct received received;
	struct err err = { 0 };

	t_done(desk_receive(counter->desk, &intake, NULL, &received, &err),
	    err);
}

static struct record
person(struct counter *counter)
{
	struct record record;
	struct err err = { 0 };

	t_done(desk_known_person(counter->desk, "3214011503900001",
	    counter->arena, &record, &err), err);
	return record;
}

static struct record
company(struct counter *counter)
{
	struct record record;
	struct err err = { 0 };

	t_done(desk_known_company(counter->desk, "1234567890123",
	    counter->arena, &record, &err), err);
	return record;
}

T(who_was_never_here_is_not_known)
{
	struct counter *counter = *state;
	struct record record;
	struct err err = { 0 };

	counter_sign_in(counter, "ani");
	assert_int_equal(desk_known_person(counter->desk, "3214011503900001",
	    counter->arena, &record, &err), FAIL_MISSING);
	assert_int_equal(desk_known_company(counter->desk, "", counter->arena,
	    &record, &err), FAIL_MISSING);
}

T(the_first_file_makes_both_known)
{
	struct counter *counter = *state;
	struct record firm, applicant;

	counter_sign_in(counter, "ani");
	counter_receive(counter);
	applicant = person(counter);
	firm = company(counter);
	assert_string_equal(record_text(&applicant, PERSON_NAME),
	    "Désirée Ayu Lestari");
	assert_string_equal(record_text(&firm, COMPANY_COMPANY_NAME),
	    "PT Contoh Plastik");
	assert_true(id_equal(&firm.cell[COMPANY_PERSON_ID].id,
	    &applicant.id));
}

T(what_differs_is_shown_with_both_values)
{
	struct counter *counter = *state;
	struct differences found = { .arena = counter->arena };
	struct answers *answers;
	struct record known;
	struct err err = { 0 };

	counter_sign_in(counter, "ani");
	counter_receive(counter);
	answers = counter_sheet(counter);
	counter_type(counter, answers, "phone", "0812-9999-0000");
	known = person(counter);
	t_done(desk_differences(counter->desk, &known, answers, &found, &err),
	    err);
	assert_int_equal(found.n, 1);
	assert_string_equal(found.list[0].field, "phone");
	assert_string_equal(found.list[0].stored, "+6281234567890");
	assert_string_equal(found.list[0].typed, "+6281299990000");
}

T(only_this_file_leaves_the_register_as_it_was)
{
	struct counter *counter = *state;
	struct answers *answers;
	struct record known;

	counter_sign_in(counter, "ani");
	counter_receive(counter);
	answers = counter_sheet(counter);
	counter_type(counter, answers, "phone", "0812-9999-0000");
	receive(counter, answers, REGISTER_KEEP);
	known = person(counter);
	assert_string_equal(record_text(&known, PERSON_PHONE),
	    "+6281234567890");
}

T(the_register_takes_the_answers_when_that_is_chosen)
{
	struct counter *counter = *state;
	struct answers *answers;
	struct record known;

	counter_sign_in(counter, "ani");
	counter_receive(counter);
	answers = counter_sheet(counter);
	counter_type(counter, answers, "phone", "0812-9999-0000");
	receive(counter, answers, REGISTER_UPDATE);
	known = person(counter);
	assert_string_equal(record_text(&known, PERSON_PHONE),
	    "+6281299990000");
}

T(a_field_left_empty_takes_nothing_out_of_the_register)
{
	struct counter *counter = *state;
	struct answers *answers;
	struct record known;

	counter_sign_in(counter, "ani");
	answers = counter_sheet(counter);
	counter_type(counter, answers, "email", "desiree@contoh.id");
	receive(counter, answers, REGISTER_KEEP);
	receive(counter, counter_sheet(counter), REGISTER_UPDATE);
	known = person(counter);
	assert_string_equal(record_text(&known, PERSON_EMAIL),
	    "desiree@contoh.id");
}

T(what_does_not_apply_any_more_leaves_the_register)
{
	struct counter *counter = *state;
	struct answers *answers;
	struct record known;

	counter_sign_in(counter, "ani");
	counter_receive(counter);
	answers = counter_sheet(counter);
	counter_type(counter, answers, "location", "dalam");
	counter_type(counter, answers, "estate", "Kawasan Contoh");
	receive(counter, answers, REGISTER_UPDATE);
	known = company(counter);
	assert_string_equal(record_text(&known, COMPANY_ESTATE),
	    "Kawasan Contoh");
	assert_string_equal(record_text(&known, COMPANY_ARTICLE_65), "");
}

T(two_counters_give_a_firm_the_same_key)
{
	struct counter *counter = *state;
	const struct id none = { 0 };
	struct id key = id_derived("company", &none, "1234567890123");
	struct record firm;

	counter_sign_in(counter, "ani");
	counter_receive(counter);
	firm = company(counter);
	assert_true(id_equal(&firm.id, &key));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T_COUNTER(who_was_never_here_is_not_known),
		T_COUNTER(the_first_file_makes_both_known),
		T_COUNTER(what_differs_is_shown_with_both_values),
		T_COUNTER(only_this_file_leaves_the_register_as_it_was),
		T_COUNTER(the_register_takes_the_answers_when_that_is_chosen),
		T_COUNTER(a_field_left_empty_takes_nothing_out_of_the_register),
		T_COUNTER(what_does_not_apply_any_more_leaves_the_register),
		T_COUNTER(two_counters_give_a_firm_the_same_key),
	};

	return T_RUN(tests);
}
