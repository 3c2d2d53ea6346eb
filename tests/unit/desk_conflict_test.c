#include "desk/complaint_list.h"
#include "desk/complaint_merge.h"
#include "desk/complaint_report.h"
#include "desk/dashboard.h"
#include "desk/desk.h"
#include "desk/history.h"
#include "desk/print.h"
#include "lib/complaints.h"
#include "store/rows.h"

/* An entry that names an officer is not there for him, in no call at all. */

static struct id
naming(struct counter *counter, const char *officer)
{
	struct answers *answers = complaints_sheet(counter);

	counter_type(counter, answers, "named_officer", officer);
	return complaints_receive(counter, answers);
}

static size_t
denials(struct counter *counter, struct id id)
{
	struct records rows = { .arena = counter->arena };
	struct err err = { 0 };
	size_t n = 0;

	t_done(store_children(counter->reg->store, TABLE_ACCESS, ACCESS_PARENT,
	    &id, &rows, &err), err);
	for (size_t i = 0; i < rows.n; i++)
		n += strcmp(record_text(&rows.list[i], ACCESS_ACT),
		    "denied") == 0;
	return n;
}

/* Each way to one entry, as the officer who once read it, before he was named
 * or at another counter, could try. */
struct attempt {
	struct counter *counter;
	struct id id;
	struct complaint seen, other;
	struct answers *answers;
};

typedef enum fail attempt_fn(struct attempt *a, struct err *err);

static enum fail
read_it(struct attempt *a, struct err *err)
{
	struct complaint complaint;

	return desk_complaint(a->counter->desk, &a->id, a->counter->arena,
	    &complaint, err);
}

static enum fail
number_it(struct attempt *a, struct err *err)
{
	struct id id;

	return desk_complaint_numbered(a->counter->desk, record_text(
	    &a->seen.record, COMPLAINT_NUMBER), &id, err);
}

static enum fail
read_people(struct attempt *a, struct err *err)
{
	struct complaint_people people = { .arena = a->counter->arena };

	return desk_complaint_people(a->counter->desk, &a->id, "alasan",
	    &people, err);
}

static enum fail
ask_options(struct attempt *a, struct err *err)
{
	struct complaint_option *options;
	size_t n;

	return desk_complaint_options(a->counter->desk, &a->id,
	    a->counter->arena, &options, &n, err);
}

static enum fail
ask_sheet(struct attempt *a, struct err *err)
{
	struct answers *answers;

	return desk_complaint_sheet(a->counter->desk, &a->seen, "core",
	    a->counter->arena, &answers, err);
}

static enum fail
act_on_it(struct attempt *a, struct err *err)
{
	struct complaint_request request = { .act = "core", .seen = &a->seen,
		.answers = a->answers };
	struct complaint_acted acted;

	return desk_complaint_act(a->counter->desk, &request, NULL, &acted,
	    err);
}

static enum fail
edit_it(struct attempt *a, struct err *err)
{
	return desk_complaint_edit(a->counter->desk, &a->seen,
	    complaints_sheet(a->counter), "alasan", NULL, err);
}

static enum fail
read_history(struct attempt *a, struct err *err)
{
	struct history_line *lines;
	size_t n;

	return desk_history(a->counter->desk, &a->id, a->counter->arena,
	    &lines, &n, err);
}

static enum fail
ask_earlier(struct attempt *a, struct err *err)
{
	struct complaint_earlier earlier = { .arena = a->counter->arena,
		.limit = 10 };

	return desk_complaint_earlier(a->counter->desk, &a->seen, &earlier,
	    err);
}

static enum fail
ask_line(struct attempt *a, struct err *err)
{
	struct complaint_line line;

	return desk_complaint_line(a->counter->desk, &a->id,
	    a->counter->arena, &line, err);
}

static enum fail
print_it(struct attempt *a, struct err *err)
{
	int copy;

	return desk_print_begin(a->counter->desk, &a->id,
	    "receipt-complaint", &copy, err);
}

static enum fail
merge_it(struct attempt *a, struct err *err)
{
	struct complaint_merging merging = { &a->other, &a->seen, "alasan" };
	struct complaint_acted acted;

	return desk_complaint_merge(a->counter->desk, &merging, NULL, &acted,
	    err);
}

T(no_call_gives_it_to_the_officer_it_names)
{
	static const struct {
		const char *name;
		attempt_fn *call;
	} calls[] = {
		{ "read", read_it }, { "number", number_it },
		{ "people", read_people }, { "options", ask_options },
		{ "sheet", ask_sheet }, { "act", act_on_it },
		{ "edit", edit_it }, { "history", read_history },
		{ "earlier", ask_earlier }, { "line", ask_line },
		{ "print", print_it }, { "merge", merge_it },
	};
	struct counter *counter = *state;
	struct attempt a = { .counter = counter };
	struct err err = { 0 };

	counter_sign_in(counter, "yusuf");
	a.id = naming(counter, "sri");
	complaints_do(counter, a.id, "review");
	a.seen = complaints_read(counter, a.id);
	a.answers = complaints_act_sheet(counter, &a.seen, "core");
	a.other = complaints_read(counter, complaints_new(counter));
	/* So that each is known to work for others. */
	t_done(ask_sheet(&a, &err), err);
	t_done(read_history(&a, &err), err);
	t_done(ask_line(&a, &err), err);
	counter_sign_in(counter, "sri");
	for (size_t i = 0; i < array_length(calls); i++) {
		size_t before = denials(counter, a.id);
		enum fail answer;

		memset(&err, 0, sizeof err);
		answer = calls[i].call(&a, &err);
		if (answer != FAIL_MISSING)
			fail_msg("%s: %d %s", calls[i].name, (int)answer,
			    err.fact.code);
		/* Lists just lack it. */
		if (strcmp(calls[i].name, "line") != 0 &&
		    denials(counter, a.id) != before + 1)
			fail_msg("%s: not noted", calls[i].name);
	}
}

T(he_reads_of_it_in_no_list_count_or_report)
{
	struct counter *counter = *state;
	struct complaint_query all = { .show = COMPLAINTS_ALL };
	struct complaint_lines lines = { .arena = counter->arena,
		.limit = 10 };
	struct daily_list daily = { .arena = counter->arena, .limit = 10 };
	struct clause_table table = { .arena = counter->arena };
	struct dashboard dashboard;
	struct err err = { 0 };
	size_t n = 0;

	counter_sign_in(counter, "yusuf");
	(void)naming(counter, "sri");
	counter_sign_in(counter, "sri");
	t_done(desk_complaints(counter->desk, &all, &lines, &err), err);
	assert_int_equal(lines.n, 0);
	t_done(desk_complaint_search(counter->desk, "P-L03-2026-0001", &lines,
	    &err), err);
	assert_int_equal(lines.n, 0);
	t_done(desk_complaint_search(counter->desk, "Wayan", &lines, &err),
	    err);
	assert_int_equal(lines.n, 0);
	t_done(desk_complaint_count(counter->desk, &all, &n, &err), err);
	assert_int_equal(n, 0);
	t_done(desk_dashboard(counter->desk, &dashboard, &err), err);
	assert_int_equal(dashboard.complaints_today, 0);
	assert_int_equal(dashboard.complaints_unanswered, 0);
	t_done(desk_daily_list(counter->desk, desk_today(counter->desk),
	    &daily, &err), err);
	assert_int_equal(daily.received.lines.n + daily.waiting.lines.n, 0);
	t_done(desk_clause_table(counter->desk, desk_today(counter->desk), 3,
	    &table, &err), err);
	assert_int_equal(table.n, 0);
}

T(another_entry_of_the_same_person_does_not_lead_to_it)
{
	struct counter *counter = *state;
	struct complaint_earlier earlier = { .arena = counter->arena,
		.limit = 10 };
	struct complaint other;
	struct err err = { 0 };

	counter_sign_in(counter, "yusuf");
	(void)naming(counter, "sri");
	other = complaints_read(counter, complaints_new(counter));
	t_done(desk_complaint_earlier(counter->desk, &other, &earlier, &err),
	    err);
	assert_int_equal(earlier.n, 1);
	counter_sign_in(counter, "sri");
	t_done(desk_complaint_earlier(counter->desk, &other, &earlier, &err),
	    err);
	assert_int_equal(earlier.n, 0);
}

T(it_is_merged_only_with_one_that_names_him_too)
{
	struct counter *counter = *state;
	struct complaint one, other;
	struct complaint_merging merging = { &one, &other, "perkara sama" };
	struct complaint_acted acted;
	struct err err = { 0 };
	struct id id;

	counter_sign_in(counter, "yusuf");
	id = naming(counter, "sri");
	complaints_do(counter, id, "review");
	one = complaints_read(counter, id);
	other = complaints_read(counter, complaints_new(counter));
	assert_int_equal(desk_complaint_merge(counter->desk, &merging, NULL,
	    &acted, &err), FAIL_INVALID);
	assert_string_equal(err.fact.code, "complaint.merge-named");
	other = complaints_read(counter, naming(counter, "sri"));
	t_done(desk_complaint_merge(counter->desk, &merging, NULL, &acted,
	    &err), err);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T_COUNTER(no_call_gives_it_to_the_officer_it_names),
		T_COUNTER(he_reads_of_it_in_no_list_count_or_report),
		T_COUNTER(another_entry_of_the_same_person_does_not_lead_to_it),
		T_COUNTER(it_is_merged_only_with_one_that_names_him_too),
	};

	return T_RUN(tests);
}
