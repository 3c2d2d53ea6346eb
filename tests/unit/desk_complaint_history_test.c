#include "desk/complaint_merge.h"
#include "desk/history.h"
#include "lib/complaints.h"

/* Who did what to an entry; what a history never says. */

struct lines {
	struct history_line *list;
	size_t n;
};

static struct lines
history_of(struct counter *counter, struct id id)
{
	struct lines lines;
	struct err err = { 0 };

	t_done(desk_history(counter->desk, &id, counter->arena, &lines.list,
	    &lines.n, &err), err);
	return lines;
}

static bool
has(const struct lines *lines, const char *what)
{
	for (size_t i = 0; i < lines->n; i++)
		if (strcmp(lines->list[i].what, what) == 0)
			return true;
	return false;
}

/* The first line about it; it must be there. */
static struct history_line
find(const struct lines *lines, const char *what)
{
	for (size_t i = 0; i < lines->n; i++)
		if (strcmp(lines->list[i].what, what) == 0)
			return lines->list[i];
	fail_msg("no line about %s", what);
	return (struct history_line){ .what = "" };
}

static bool
says(const struct lines *lines, const char *text)
{
	for (size_t i = 0; i < lines->n; i++)
		if (strstr(lines->list[i].before, text) != NULL ||
		    strstr(lines->list[i].after, text) != NULL ||
		    strstr(lines->list[i].reason, text) != NULL)
			return true;
	return false;
}

/* A confidential one, with everything said of the person. */
static struct id
confidential(struct counter *counter)
{
	struct answers *answers = complaints_sheet(counter);

	counter_type(counter, answers, "confidential", "Y");
	counter_type(counter, answers, "nik", "3214011503900001");
	counter_type(counter, answers, "address", "Kampung Rahasia 9");
	counter_type(counter, answers, "account", "@kampung1234");
	return complaints_receive(counter, answers);
}

T(every_step_and_move_has_its_line)
{
	struct counter *counter = *state;
	struct lines lines;
	struct id id;

	counter_sign_in(counter, "sri");
	id = complaints_new(counter);
	complaints_bring_to(counter, id, "selesai");
	lines = history_of(counter, id);
	assert_true(has(&lines, "P-L03-2026-0001"));
	assert_string_equal(find(&lines, "core").label, "Inti");
	assert_string_equal(find(&lines, "core").after,
	    "Waktu penyelesaian tidak pasti");
	assert_string_equal(find(&lines, "problem").after,
	    "Jangka waktu penyelesaian");
	assert_true(says(&lines, "Terbukti terlambat."));
	assert_true(says(&lines, "12/LAP/2026"));
	assert_true(has(&lines, "complaint-approve"));
	assert_string_equal(find(&lines, "complaint-approve").officer_name,
	    "Yusuf Hamdani");
	assert_string_equal(find(&lines, "close").after, "Selesai");
	assert_false(has(&lines, "core_officer"));
	assert_false(has(&lines, "digest"));
}

T(a_disposition_that_was_changed_stays_to_be_read)
{
	struct counter *counter = *state;
	struct lines lines;
	struct id id;

	counter_sign_in(counter, "sri");
	id = complaints_new(counter);
	complaints_bring_to(counter, id, "internal");
	complaints_do(counter, id, "level");
	complaints_do(counter, id, "technical");
	lines = history_of(counter, id);
	assert_true(has(&lines, "internal"));
	assert_true(has(&lines, "technical"));
	assert_true(has(&lines, "agency"));
}

T(a_merged_entry_tells_the_other_number)
{
	struct counter *counter = *state;
	struct complaint one, other;
	struct complaint_merging merging = { &one, &other, "sama" };
	struct complaint_acted acted;
	struct lines lines;
	struct err err = { 0 };

	counter_sign_in(counter, "sri");
	one = complaints_read(counter, complaints_new(counter));
	other = complaints_read(counter, complaints_new(counter));
	t_done(desk_complaint_merge(counter->desk, &merging, NULL, &acted,
	    &err), err);
	lines = history_of(counter, other.record.id);
	assert_true(says(&lines, "P-L03-2026-0001"));
	lines = history_of(counter, one.record.id);
	assert_true(says(&lines, "P-L03-2026-0002"));
}

T(nothing_of_a_confidential_person_is_ever_said)
{
	struct counter *counter = *state;
	struct lines lines;
	struct complaint complaint;
	struct answers *answers;
	struct id id;
	struct err err = { 0 };

	counter_sign_in(counter, "sri");
	id = confidential(counter);
	complaint = complaints_read(counter, id);
	t_done(desk_complaint_stated(counter->desk, &complaint,
	    counter->arena, &answers, &err), err);
	counter_type(counter, answers, "object", "Antrean dilewati");
	t_done(desk_complaint_edit(counter->desk, &complaint, answers,
	    "salah tulis", NULL, &err), err);
	lines = history_of(counter, id);
	assert_true(has(&lines, "object"));
	assert_false(says(&lines, "Wayan"));
	assert_false(says(&lines, "5555"));
	assert_false(says(&lines, "*0001"));
	assert_false(says(&lines, "Rahasia"));
	assert_false(says(&lines, "1234"));
	complaint = complaints_read(counter, id);
	assert_int_equal(complaint.n_people, 1);
	assert_string_equal(record_text(&complaint.people[0],
	    COMPLAINANT_NAME), "");
	assert_string_equal(record_text(&complaint.record,
	    COMPLAINT_CHANNEL_DETAIL), "");
	assert_string_equal(record_text(&complaint.record, COMPLAINT_KIND),
	    "pengaduan");
}

T(opening_an_identity_is_written_down_before_it_is_seen)
{
	struct counter *counter = *state;
	struct complaint_people people = { .arena = counter->arena };
	struct lines lines;
	struct id id;
	struct err err = { 0 };

	counter_sign_in(counter, "dedi");
	id = confidential(counter);
	assert_int_equal(desk_complaint_people(counter->desk, &id, "perlu",
	    &people, &err), FAIL_DENIED);
	/* An entitled officer gets his key when who holds it signs in. */
	counter_sign_in(counter, "sri");
	counter_sign_in(counter, "ani");
	counter_sign_in(counter, "sri");
	assert_int_equal(desk_complaint_people(counter->desk, &id, "  ",
	    &people, &err), FAIL_INVALID);
	t_done(desk_complaint_people(counter->desk, &id, "mengirim jawaban",
	    &people, &err), err);
	assert_int_equal(people.n, 1);
	assert_string_equal(record_text(&people.list[0], COMPLAINANT_NAME),
	    "I Wayan Sudarma");
	assert_non_null(strstr(record_text(&people.list[0],
	    COMPLAINANT_ACCOUNT), "kampung"));
	lines = history_of(counter, id);
	assert_string_equal(find(&lines, "reveal").officer, "sri");
	assert_string_equal(find(&lines, "reveal").reason,
	    "mengirim jawaban");
	assert_int_equal(find(&lines, "reveal").kind, HISTORY_ACCESSED);
}

T(who_is_named_reads_no_history_and_his_try_is_in_it)
{
	struct counter *counter = *state;
	struct answers *answers;
	struct lines lines = { NULL, 0 };
	struct id id;
	struct err err = { 0 };

	counter_sign_in(counter, "dedi");
	answers = complaints_sheet(counter);
	counter_type(counter, answers, "named_officer", "sri");
	id = complaints_receive(counter, answers);
	counter_sign_in(counter, "sri");
	assert_int_equal(desk_history(counter->desk, &id, counter->arena,
	    &lines.list, &lines.n, &err), FAIL_MISSING);
	counter_sign_in(counter, "yusuf");
	lines = history_of(counter, id);
	assert_string_equal(find(&lines, "denied").officer, "sri");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T_COUNTER(every_step_and_move_has_its_line),
		T_COUNTER(a_disposition_that_was_changed_stays_to_be_read),
		T_COUNTER(a_merged_entry_tells_the_other_number),
		T_COUNTER(nothing_of_a_confidential_person_is_ever_said),
		T_COUNTER(
		    opening_an_identity_is_written_down_before_it_is_seen),
		T_COUNTER(who_is_named_reads_no_history_and_his_try_is_in_it),
	};

	return T_RUN(tests);
}
