#include "desk/draft.h"
#include "lib/counter.h"

/* Half-typed sheets, each officer's own. */

static struct id
keep(struct counter *counter, const struct answers *answers)
{
	struct id id = desk_new_id(counter->desk);
	struct err err = { 0 };

	t_done(desk_draft_keep(counter->desk, &id, answers,
	    "Désirée\nContoh", "phone", &err), err);
	return id;
}

static size_t
count(struct counter *counter, bool discarded)
{
	struct desk_draft *drafts;
	struct err err = { 0 };
	size_t n;

	t_done(desk_drafts(counter->desk, discarded, counter->arena, &drafts,
	    &n, &err), err);
	return n;
}

T(a_draft_comes_back_after_a_crash_as_it_was_typed)
{
	struct counter *counter = *state;
	struct answers *answers;
	struct desk_draft draft;
	struct err err = { 0 };
	struct id id;

	counter_sign_in(counter, "ani");
	answers = counter_sheet(counter);
	counter_type(counter, answers, "nik", "32140115039");
	id = keep(counter, answers);
	counter_reopen(counter);
	counter_sign_in(counter, "ani");
	t_done(desk_draft_take(counter->desk, "application", &id,
	    counter->arena, &draft, &err), err);
	assert_string_equal(draft.field, "phone");
	assert_string_equal(draft.title, "Désirée Contoh");
	assert_true(id_equal(&draft.id, &id));
	assert_string_equal(answers_text(draft.answers, "company_name"),
	    "PT Contoh Plastik");
	assert_string_equal(answers_at(draft.answers, (size_t)form_field(
	    answers_form(draft.answers), "nik"))->typed, "32140115039");
}

T(nobody_sees_anothers_drafts)
{
	struct counter *counter = *state;
	struct desk_draft draft;
	struct err err = { 0 };
	struct id id;

	counter_sign_in(counter, "ani");
	id = keep(counter, counter_sheet(counter));
	counter_sign_in(counter, "dedi");
	assert_int_equal(count(counter, false), 0);
	assert_int_equal(desk_draft_take(counter->desk, "application", &id,
	    counter->arena, &draft, &err), FAIL_MISSING);
	counter_sign_in(counter, "ani");
	assert_int_equal(count(counter, false), 1);
}

T(a_discarded_draft_can_be_taken_back_for_seven_days)
{
	struct counter *counter = *state;
	struct err err = { 0 };
	struct id id;

	counter_sign_in(counter, "ani");
	id = keep(counter, counter_sheet(counter));
	t_done(desk_draft_discard(counter->desk, "application", &id, &err),
	    err);
	assert_int_equal(count(counter, false), 0);
	assert_int_equal(count(counter, true), 1);
	counter_at(counter, "2026-11-08T08:00");
	counter_reopen(counter);
	counter_sign_in(counter, "ani");
	t_done(desk_draft_restore(counter->desk, "application", &id, &err),
	    err);
	assert_int_equal(count(counter, false), 1);
	t_done(desk_draft_discard(counter->desk, "application", &id, &err),
	    err);
	counter_at(counter, "2026-11-16T08:00");
	counter_reopen(counter);
	counter_sign_in(counter, "ani");
	assert_int_equal(desk_draft_restore(counter->desk, "application", &id,
	    &err), FAIL_MISSING);
}

T(a_draft_ages_out_after_thirty_days)
{
	struct counter *counter = *state;

	counter_sign_in(counter, "ani");
	keep(counter, counter_sheet(counter));
	counter_at(counter, "2026-12-01T08:00");
	counter_reopen(counter);
	counter_sign_in(counter, "ani");
	assert_int_equal(count(counter, false), 1);
	counter_at(counter, "2026-12-03T08:00");
	counter_reopen(counter);
	counter_sign_in(counter, "ani");
	assert_int_equal(count(counter, false), 0);
}

T(a_locked_counter_shows_no_draft)
{
	struct counter *counter = *state;
	struct desk_draft *drafts;
	struct err err = { 0 };
	size_t n;

	counter_sign_in(counter, "ani");
	keep(counter, counter_sheet(counter));
	desk_lock(counter->desk);
	assert_int_equal(desk_drafts(counter->desk, false, counter->arena,
	    &drafts, &n, &err), FAIL_DENIED);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T_COUNTER(a_draft_comes_back_after_a_crash_as_it_was_typed),
		T_COUNTER(nobody_sees_anothers_drafts),
		T_COUNTER(a_discarded_draft_can_be_taken_back_for_seven_days),
		T_COUNTER(a_draft_ages_out_after_thirty_days),
		T_COUNTER(a_locked_counter_shows_no_draft),
	};

	return T_RUN(tests);
}
