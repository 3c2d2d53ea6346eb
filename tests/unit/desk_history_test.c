#include <stdio.h>

#include "desk/checklist.h"
#include "desk/history.h"
#include "desk/print.h"
#include "lib/counter.h"

/* Who did what, when, with one application. */

static size_t
history(struct counter *counter, struct id id, struct history_line **ret_lines)
{
	struct err err = { 0 };
	size_t n;

	t_done(desk_history(counter->desk, &id, counter->arena, ret_lines, &n,
	    &err), err);
	return n;
}

static void
judge(struct counter *counter, struct id id, const char *result,
    const char *note)
{
	struct check check = { .application = id, .clause = "32/1.B.1",
		.result = result, .note = note };
	struct err err = { 0 };

	t_done(desk_check(counter->desk, &check, &err), err);
}

static void
move(struct counter *counter, struct id id, const char *name)
{
	struct moved moved;
	struct err err = { 0 };

	t_done(counter_move(counter, id, name, &moved, &err), err);
}

static void
edit(struct counter *counter, struct id id, const char *field,
    const char *typed)
{
	struct application seen = counter_read(counter, id);
	struct answers *answers = counter_sheet(counter);
	struct err err = { 0 };

	counter_type(counter, answers, field, typed);
	t_done(desk_edit(counter->desk, &seen.record, answers,
	    "salah ketik", NULL, &err), err);
}

/* The line of a kind about something; it must be there. */
static const struct history_line *
find(const struct history_line *lines, size_t n, enum history_kind kind,
    const char *what)
{
	for (size_t i = 0; i < n; i++)
		if (lines[i].kind == kind && strcmp(lines[i].what, what) == 0)
			return &lines[i];
	fail_msg("no line about %s", what);
	return NULL;
}

T(every_step_of_a_life_is_listed_in_its_order)
{
	static const char *const wanted[] = { "receive", "return", "complete",
		"process", "technical", "verify", "issue", "handover" };
	struct counter *counter = *state;
	struct history_line *lines;
	struct id id;
	size_t n, at = 0;

	counter_sign_in(counter, "ani");
	id = counter_receive(counter);
	counter_sign_in(counter, "budi");
	judge(counter, id, "K", "foto lama");
	move(counter, id, "return");
	counter_check_all(counter, id);
	counter_at(counter, "2026-11-03T10:00");
	for (size_t i = 2; i < array_length(wanted); i++)
		move(counter, id, wanted[i]);
	n = history(counter, id, &lines);
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			assert_true(lines[i].at_ms >= lines[i - 1].at_ms);
		if (lines[i].kind == HISTORY_MOVED)
			assert_string_equal(lines[i].what, wanted[at++]);
	}
	assert_int_equal(at, array_length(wanted));
	assert_int_equal(lines[0].kind, HISTORY_MADE);
	assert_string_equal(lines[0].what, "L03-2026-0001");
	assert_string_equal(lines[0].officer_name, "Ani Lestari");
	assert_string_equal(lines[0].station, "L03");
	assert_string_equal(find(lines, n, HISTORY_MOVED, "return")
	    ->officer_name, "Budi Santoso");
	assert_string_equal(find(lines, n, HISTORY_MOVED, "return")->reason,
	    "alasan contoh");
	assert_string_equal(find(lines, n, HISTORY_MOVED, "complete")->after,
	    "Lengkap dan benar");
	assert_string_equal(find(lines, n, HISTORY_CHANGED,
	    "certificate_number")->after, "SS/2026/0001");
	assert_string_equal(find(lines, n, HISTORY_CHANGED,
	    "certificate_number")->label, "No. sertif.");
}

T(a_judgement_says_what_it_was_and_became)
{
	static const char *const wanted[][3] = {
		{ "", "K", "foto lama" },
		{ "K", "B", "" },
		{ "B", "B", "" }, /* seen again, and found the same */
		{ "B", "T", "tidak ada" },
		{ "T", "T", "belum ada" },
	};
	struct counter *counter = *state;
	struct history_line *lines;
	struct id id;
	size_t n, at = 0;

	counter_sign_in(counter, "ani");
	id = counter_receive(counter);
	for (size_t i = 0; i < array_length(wanted); i++) {
		counter->reg->now_ms += 60000;
		judge(counter, id, wanted[i][1], wanted[i][2]);
	}
	n = history(counter, id, &lines);
	for (size_t i = 0; i < n; i++) {
		if (lines[i].kind != HISTORY_CHECKED)
			continue;
		assert_true(at < array_length(wanted));
		assert_string_equal(lines[i].what, "32/1.B.1");
		assert_string_equal(lines[i].before, wanted[at][0]);
		assert_string_equal(lines[i].after, wanted[at][1]);
		assert_string_equal(lines[i].reason, wanted[at][2]);
		at++;
	}
	assert_int_equal(at, array_length(wanted));
}

T(no_nik_stands_in_it)
{
	static const char *const secrets[] = { "3214011503900001",
		"3214015503900002" };
	struct counter *counter = *state;
	struct history_line *lines;
	struct id id;
	size_t n;

	counter_sign_in(counter, "ani");
	id = counter_receive(counter);
	edit(counter, id, "nik", secrets[1]);
	edit(counter, id, "npwp", secrets[0]);
	n = history(counter, id, &lines);
	find(lines, n, HISTORY_CHANGED, "nik");
	find(lines, n, HISTORY_CHANGED, "npwp");
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < array_length(secrets); j++) {
			assert_null(strstr(lines[i].before, secrets[j]));
			assert_null(strstr(lines[i].after, secrets[j]));
		}
}

T(a_paper_stands_in_it_with_its_copy)
{
	struct counter *counter = *state;
	struct history_line *lines;
	struct err err = { 0 };
	struct id id;
	size_t n;
	int copy;

	counter_sign_in(counter, "ani");
	id = counter_receive(counter);
	t_done(desk_print_begin(counter->desk, &id, "receipt", &copy, &err),
	    err);
	n = history(counter, id, &lines);
	assert_string_equal(find(lines, n, HISTORY_PRINTED, "receipt")->after,
	    "1");
}

T(what_is_no_cell_is_in_it_too)
{
	struct counter *counter = *state;
	struct history_line *lines;
	struct id id;
	size_t n;

	counter_sign_in(counter, "ani");
	id = counter_receive(counter);
	counter_bring_to(counter, id, "diserahkan");
	n = history(counter, id, &lines);
	assert_string_equal(find(lines, n, HISTORY_CHANGED, "identity_seen")
	    ->after, "ktp");
}

T(nothing_of_another_application_stands_in_it)
{
	struct counter *counter = *state;
	struct history_line *lines;
	struct id id, other;

	counter_sign_in(counter, "ani");
	id = counter_receive(counter);
	other = counter_receive(counter);
	counter_bring_to(counter, other, "diserahkan");
	assert_int_equal(history(counter, id, &lines), 2);
	assert_string_equal(lines[1].what, "receive");
}

T(an_application_that_is_not_there_has_none)
{
	struct counter *counter = *state;
	struct id id = desk_new_id(counter->desk);
	struct history_line *lines;
	struct err err = { 0 };
	size_t n;

	counter_sign_in(counter, "ani");
	assert_int_equal(desk_history(counter->desk, &id, counter->arena,
	    &lines, &n, &err), FAIL_MISSING);
	assert_string_equal(err.fact.code, "application.none");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T_COUNTER(every_step_of_a_life_is_listed_in_its_order),
		T_COUNTER(a_judgement_says_what_it_was_and_became),
		T_COUNTER(no_nik_stands_in_it),
		T_COUNTER(a_paper_stands_in_it_with_its_copy),
		T_COUNTER(what_is_no_cell_is_in_it_too),
		T_COUNTER(nothing_of_another_application_stands_in_it),
		T_COUNTER(an_application_that_is_not_there_has_none),
	};

	return T_RUN(tests);
}
