#include <stdio.h>

#include "desk/assets.h"
#include "desk/complaint_list.h"
#include "desk/demo.h"
#include "desk/draft.h"
#include "desk/identity_key.h"
#include "desk/list.h"
#include "desk/officer.h"
#include "lib/counter.h"
#include "store/check.h"

/* A practice register of its own, with the demo's clock. */
struct practice {
	struct register_fixture *reg;
	struct demo_clock clock;
	struct desk *desk;
};

static const struct demo_options month = { .days = 30, .per_day = 2 };

static void
practice_open(struct practice *practice, const char *name)
{
	struct register_fixture *reg = practice->reg;
	struct desk_options options = {
		.assets = getenv("LOKET_SRCDIR"),
		.cost = passphrase_cost_least(),
		.entropy = reg->options.entropy,
	};
	struct err err = { 0 };

	store_close(reg->store);
	reg->store = NULL;
	snprintf(reg->path, sizeof reg->path, "%s/%s", reg->folder, name);
	reg->random.state = 7;
	assert_true(local_parse("2026-11-02T15:00", &practice->clock.now_ms));
	reg->options.clock = demo_clock(&practice->clock);
	reg->options.is_practice = true;
	t_done(store_open(reg->path, &reg->options, &reg->store, &err), err);
	t_done(desk_open(reg->store, &options, &practice->desk, &err), err);
}

static int
practice_setup(void **state)
{
	struct practice *practice;
	struct register_fixture *reg;
	struct err err = { 0 };

	t_done(crypto_start(&err), err);
	register_setup(state);
	reg = *state;
	practice = arena_alloc(reg->arena, sizeof *practice);
	practice->reg = reg;
	practice_open(practice, "practice.db");
	*state = practice;
	return 0;
}

static int
practice_teardown(void **state)
{
	struct practice *practice = *state;
	void *reg = practice->reg;

	desk_close(practice->desk);
	return register_teardown(&reg);
}

static size_t
fill(struct practice *practice)
{
	struct err err = { 0 };
	size_t n;

	t_done(desk_demo(practice->desk, &practice->clock, &month, &n, &err),
	    err);
	return n;
}

static size_t
count(struct practice *practice, enum list_filter filter)
{
	struct list_query query = { .filter = filter };
	struct err err = { 0 };
	size_t n;

	t_done(desk_list_count(practice->desk, &query, &n, &err), err);
	return n;
}

T(practice_has_cases_at_work_and_cases_that_ended)
{
	struct practice *practice = *state;
	size_t received = fill(practice);
	struct err err = { 0 };

	assert_in_range(received, 10, 60);
	t_done(desk_sign_in(practice->desk, "ani", "", NULL, &err), err);
	assert_true(count(practice, LIST_OPEN) > 0);
	assert_true(count(practice, LIST_ENDED) > 0);
	assert_int_equal(count(practice, LIST_OPEN) +
	    count(practice, LIST_ENDED), received);
}

T(practice_has_officers_of_every_role_none_signed_in)
{
	struct practice *practice = *state;
	struct err err = { 0 };
	struct officer *officers;
	unsigned roles = 0;
	size_t n;

	fill(practice);
	assert_null(desk_officer(practice->desk));
	t_done(desk_officers(practice->desk, practice->reg->arena, &officers,
	    &n, &err), err);
	for (size_t i = 0; i < n; i++)
		roles |= officers[i].roles;
	assert_int_equal(roles, ROLE_BIT(ROLES_N) - 1);
}

T(in_practice_who_may_read_holds_the_key)
{
	static const struct {
		const char *officer;
		enum key_standing standing;
	} all[] = { { "ratna", KEY_HELD }, { "dedi", KEY_NOT_ASKED },
		{ "sri", KEY_HELD }, { "hendra", KEY_HELD },
		{ "ani", KEY_NOT_ASKED }, { "sri", KEY_HELD } };
	struct practice *practice = *state;

	fill(practice);
	for (size_t i = 0; i < array_length(all); i++) {
		struct err err = { 0 };

		t_done(desk_sign_in(practice->desk, all[i].officer, "", NULL,
		    &err), err);
		assert_int_equal(desk_key_standing(practice->desk),
		    all[i].standing);
		if (i % 2 == 0)
			desk_lock(practice->desk);
		else
			desk_sign_out(practice->desk);
	}
}

T(practice_leaves_a_draft_to_go_on_with)
{
	struct practice *practice = *state;
	struct desk_draft *drafts;
	struct err err = { 0 };
	size_t n;

	fill(practice);
	t_done(desk_sign_in(practice->desk, "ani", "", NULL, &err), err);
	t_done(desk_drafts(practice->desk, false, practice->reg->arena,
	    &drafts, &n, &err), err);
	assert_int_equal(n, 1);
}

T(what_was_made_for_practice_is_what_the_log_says)
{
	struct practice *practice = *state;
	struct findings findings = { .arena = practice->reg->arena };
	struct err err = { 0 };

	fill(practice);
	t_done(store_check(practice->reg->store, &findings, &err), err);
	if (findings.total > 0)
		fail_msg("%s", findings.list[0].code);
}

T(the_same_seed_and_day_give_the_same_register)
{
	struct practice *practice = *state;
	uint8_t one[HASH_SIZE], other[HASH_SIZE];
	struct err err = { 0 };

	fill(practice);
	t_done(store_digest(practice->reg->store, one, &err), err);
	desk_close(practice->desk);
	practice->desk = NULL;
	practice_open(practice, "again.db");
	fill(practice);
	t_done(store_digest(practice->reg->store, other, &err), err);
	assert_memory_equal(one, other, HASH_SIZE);
}

T(a_register_is_filled_only_once)
{
	struct practice *practice = *state;
	struct err err = { 0 };
	size_t n;

	fill(practice);
	assert_int_equal(desk_demo(practice->desk, &practice->clock, &month,
	    &n, &err), FAIL_CONFLICT);
	assert_string_equal(err.fact.code, "demo.not-empty");
}

T(the_real_register_is_never_filled)
{
	struct counter *counter = *state;
	struct demo_clock clock = { 0 };
	struct err err = { 0 };
	size_t n;

	assert_int_equal(desk_demo(counter->desk, &clock, &month, &n, &err),
	    FAIL_CONFLICT);
	assert_string_equal(err.fact.code, "demo.not-practice");
}

#define T_PRACTICE(test) \
	cmocka_unit_test_setup_teardown(test, practice_setup, \
	    practice_teardown)

T(the_complaint_book_has_entries_of_every_kind)
{
	static const enum complaint_show shows[] = { COMPLAINTS_OPEN,
		COMPLAINTS_ENDED, COMPLAINTS_UNANSWERED };
	struct practice *practice = *state;
	struct err err = { 0 };
	size_t n;

	(void)fill(practice);
	t_done(desk_sign_in(practice->desk, "sri", "", NULL, &err), err);
	for (size_t i = 0; i < array_length(shows); i++) {
		const struct complaint_query query = { .show = shows[i] };

		t_done(desk_complaint_count(practice->desk, &query, &n, &err),
		    err);
		assert_true(n > 0);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T_PRACTICE(practice_has_cases_at_work_and_cases_that_ended),
		T_PRACTICE(practice_has_officers_of_every_role_none_signed_in),
		T_PRACTICE(in_practice_who_may_read_holds_the_key),
		T_PRACTICE(practice_leaves_a_draft_to_go_on_with),
		T_PRACTICE(what_was_made_for_practice_is_what_the_log_says),
		T_PRACTICE(the_complaint_book_has_entries_of_every_kind),
		T_PRACTICE(the_same_seed_and_day_give_the_same_register),
		T_PRACTICE(a_register_is_filled_only_once),
		T_COUNTER(the_real_register_is_never_filled),
	};

	return T_RUN(tests);
}
