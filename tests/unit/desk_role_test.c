#include "desk/assets.h"
#include "desk/checklist.h"
#include "desk/closure.h"
#include "desk/dashboard.h"
#include "desk/history.h"
#include "desk/list.h"
#include "desk/officer.h"
#include "desk/print.h"
#include "desk/setting.h"
#include "lib/counter.h"

/*
 * Every act asks the table of roles first: with each role that may not, it is
 * denied, and nothing else is said; with each that may, it is not denied.
 */
struct tried {
	struct counter *counter;
	struct id id; /* an application, received */
	struct application seen;
	struct answers *sheet;
};

typedef enum fail act_fn(const struct tried *tried, struct err *err);

static enum fail
do_receive(const struct tried *tried, struct err *err)
{
	struct intake intake = { .id = desk_new_id(tried->counter->desk),
		.answers = tried->sheet };
	struct received received;

	return desk_receive(tried->counter->desk, &intake, NULL, &received,
	    err);
}

static enum fail
do_consult(const struct tried *tried, struct err *err)
{
	struct intake intake = { .id = desk_new_id(tried->counter->desk),
		.answers = tried->sheet };
	struct received received;

	return desk_consult(tried->counter->desk, &intake, NULL, &received,
	    err);
}

static enum fail
do_review(const struct tried *tried, struct err *err)
{
	struct review review;

	return desk_review(tried->counter->desk, &tried->id, tried->sheet,
	    tried->counter->arena, &review, err);
}

static enum fail
do_edit(const struct tried *tried, struct err *err)
{
	return desk_edit(tried->counter->desk, &tried->seen.record,
	    tried->sheet, "", NULL, err);
}

static enum fail
do_check(const struct tried *tried, struct err *err)
{
	struct check check = { .application = tried->id, .result = "?",
		.clause = "32/1.A.1" };

	return desk_check(tried->counter->desk, &check, err);
}

static enum fail
do_move(const struct tried *tried, const char *move, struct err *err)
{
	struct move_request request = { .application = tried->id,
		.move = move };
	struct moved moved;

	return desk_move(tried->counter->desk, &request, NULL, &moved, err);
}

static enum fail
do_complete(const struct tried *tried, struct err *err)
{
	return do_move(tried, "complete", err);
}

static enum fail
do_handover(const struct tried *tried, struct err *err)
{
	return do_move(tried, "handover", err);
}

static enum fail
do_cancel(const struct tried *tried, struct err *err)
{
	return do_move(tried, "cancel", err);
}

static enum fail
do_read(const struct tried *tried, struct err *err)
{
	struct application seen;

	return desk_application(tried->counter->desk, &tried->id,
	    tried->counter->arena, &seen, err);
}

static enum fail
do_list(const struct tried *tried, struct err *err)
{
	struct list_query query = { .filter = LIST_ALL };
	struct list_page page = { .arena = tried->counter->arena,
		.limit = 10 };

	return desk_list(tried->counter->desk, &query, &page, err);
}

static enum fail
do_search(const struct tried *tried, struct err *err)
{
	struct list_page page = { .arena = tried->counter->arena,
		.limit = 10 };

	return desk_search(tried->counter->desk, "contoh", &page, err);
}

static enum fail
do_history(const struct tried *tried, struct err *err)
{
	struct history_line *lines;
	size_t n;

	return desk_history(tried->counter->desk, &tried->id,
	    tried->counter->arena, &lines, &n, err);
}

static enum fail
do_dashboard(const struct tried *tried, struct err *err)
{
	struct dashboard dashboard;

	return desk_dashboard(tried->counter->desk, &dashboard, err);
}

static enum fail
do_print(const struct tried *tried, struct err *err)
{
	int copy;

	return desk_print_begin(tried->counter->desk, &tried->id, "receipt",
	    &copy, err);
}

static enum fail
do_known(const struct tried *tried, struct err *err)
{
	struct record record;

	return desk_known_person(tried->counter->desk, "3214011503900001",
	    tried->counter->arena, &record, err);
}

static enum fail
do_officer(const struct tried *tried, struct err *err)
{
	struct officer officer = { .staff_id = "ani", .name = "Ani",
		.roles = ROLE_BIT(ROLE_CLERK) };

	return desk_officer_add(tried->counter->desk, &officer, NULL, err);
}

static enum fail
do_retire(const struct tried *tried, struct err *err)
{
	return desk_officer_retire(tried->counter->desk, "tidakada", err);
}

static enum fail
do_reset(const struct tried *tried, struct err *err)
{
	return desk_passphrase_reset(tried->counter->desk, "tidakada", "x",
	    err);
}

static enum fail
do_setting(const struct tried *tried, struct err *err)
{
	return desk_setting_put(tried->counter->desk, SETTING_IDLE_MINUTES,
	    "0", err);
}

static enum fail
do_closure(const struct tried *tried, struct err *err)
{
	struct calendar_entry entry = { .kind = ENTRY_CLOSED, .name = "",
		.decree = "" };
	struct moved_cases moved;

	return desk_closure_add(tried->counter->desk, &entry,
	    tried->counter->arena, &moved, err);
}

static const struct {
	const char *name;
	enum action action;
	act_fn *act;
} acts[] = {
	{ "receive", ACTION_RECEIVE, do_receive },
	{ "consult", ACTION_RECEIVE, do_consult },
	{ "review", ACTION_RECEIVE, do_review },
	{ "edit", ACTION_RECEIVE, do_edit },
	{ "handover", ACTION_RECEIVE, do_handover },
	{ "check", ACTION_CHECK, do_check },
	{ "complete", ACTION_CHECK, do_complete },
	{ "cancel", ACTION_CANCEL, do_cancel },
	{ "read", ACTION_READ, do_read },
	{ "list", ACTION_READ, do_list },
	{ "search", ACTION_READ, do_search },
	{ "history", ACTION_READ, do_history },
	{ "dashboard", ACTION_READ, do_dashboard },
	{ "print", ACTION_READ, do_print },
	{ "known", ACTION_READ, do_known },
	{ "officer", ACTION_ADMINISTER, do_officer },
	{ "retire", ACTION_ADMINISTER, do_retire },
	{ "reset", ACTION_ADMINISTER, do_reset },
	{ "setting", ACTION_ADMINISTER, do_setting },
	{ "closure", ACTION_ADMINISTER, do_closure },
};

/* One officer of each role alone. */
static const struct {
	const char *staff_id;
	enum role role;
} people[] = {
	{ "dedi", ROLE_CLERK },
	{ "budi", ROLE_CHECKER },
	{ "sri", ROLE_COMPLAINT },
	{ "yusuf", ROLE_SUPERIOR },
	{ "hendra", ROLE_HEAD },
	{ "ratna", ROLE_INSPECTOR },
	{ "admin", ROLE_ADMIN },
};

static struct tried
begin(struct counter *counter)
{
	struct tried tried = { .counter = counter };

	counter_sign_in(counter, "ani");
	tried.id = counter_receive(counter);
	tried.seen = counter_read(counter, tried.id);
	tried.sheet = counter_sheet(counter);
	return tried;
}

static bool
is_denied(enum fail fail, const struct err *err)
{
	return fail == FAIL_DENIED && strncmp(err->fact.code, "denied.", 7) == 0;
}

T(every_act_is_denied_to_every_role_that_may_not_and_to_no_other)
{
	struct counter *counter = *state;
	struct tried tried = begin(counter);

	for (size_t i = 0; i < array_length(people); i++) {
		counter_sign_in(counter, people[i].staff_id);
		for (size_t j = 0; j < array_length(acts); j++) {
			struct err err = { 0 };
			enum fail fail = acts[j].act(&tried, &err);
			bool may = role_may(ROLE_BIT(people[i].role),
			    acts[j].action);

			if (is_denied(fail, &err) == may)
				fail_msg("%s, %s: %s", people[i].staff_id,
				    acts[j].name, err.text);
		}
	}
}

T(every_move_is_denied_to_every_role_that_may_not_make_it)
{
	struct counter *counter = *state;
	struct tried tried = begin(counter);
	const struct life *life = desk_assets(counter->desk)->life;

	for (size_t i = 0; i < array_length(people); i++) {
		counter_sign_in(counter, people[i].staff_id);
		for (size_t j = 0; j < life->n_moves; j++) {
			const struct move *move = &life->moves[j];
			struct err err = { 0 };
			enum fail fail = do_move(&tried, move->name, &err);

			if (is_denied(fail, &err) == role_may(
			    ROLE_BIT(people[i].role), move->action))
				fail_msg("%s, %s: %s", people[i].staff_id,
				    move->name, err.text);
		}
	}
}

T(nothing_is_done_for_nobody)
{
	struct counter *counter = *state;
	struct tried tried = begin(counter);

	desk_lock(counter->desk);
	for (size_t i = 0; i < array_length(acts); i++) {
		struct err err = { 0 };

		if (acts[i].act(&tried, &err) != FAIL_DENIED ||
		    strcmp(err.fact.code, "desk.nobody") != 0)
			fail_msg("%s: %s", acts[i].name, err.text);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T_COUNTER(
	    every_act_is_denied_to_every_role_that_may_not_and_to_no_other),
		T_COUNTER(
		    every_move_is_denied_to_every_role_that_may_not_make_it),
		T_COUNTER(nothing_is_done_for_nobody),
	};

	return T_RUN(tests);
}
