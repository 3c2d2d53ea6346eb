#include "desk/closure.h"
#include "desk/history.h"
#include "desk/list.h"
#include "lib/counter.h"

/* Days by local decision move what is still promised, and nothing else. */

static const struct calendar_entry flood = { { 2026, 11, 5 }, ENTRY_CLOSED,
	"Banjir", "Surat Kepala DPMPTSP 1/2026" };

static struct id
running(struct counter *counter)
{
	struct id id;

	counter_sign_in(counter, "ani");
	id = counter_receive(counter);
	counter_bring_to(counter, id, "lengkap");
	return id;
}

static void
assert_due(struct counter *counter, struct id id, const char *text)
{
	struct list_row row;
	struct err err = { 0 };
	char due[DATE_TEXT_SIZE];

	date_print(counter_read(counter, id).due.date, due);
	assert_string_equal(due, text);
	/* The list says the same as the case. */
	t_done(desk_list_row(counter->desk, &id, counter->arena, &row, &err),
	    err);
	date_print(row.due.date, due);
	assert_string_equal(due, text);
}

static struct moved_cases
add(struct counter *counter, const struct calendar_entry *entry)
{
	struct moved_cases moved;
	struct err err = { 0 };

	t_done(desk_closure_add(counter->desk, entry, counter->arena, &moved,
	    &err), err);
	return moved;
}

static size_t
dated_lines(struct counter *counter, struct id id,
    const struct history_line **ret_line)
{
	struct history_line *lines;
	struct err err = { 0 };
	size_t n, found = 0;

	t_done(desk_history(counter->desk, &id, counter->arena, &lines, &n,
	    &err), err);
	for (size_t i = 0; i < n; i++)
		if (lines[i].kind == HISTORY_DATED) {
			*ret_line = &lines[i];
			found++;
		}
	return found;
}

T(a_closed_day_moves_a_running_case_and_its_history_says_so)
{
	struct counter *counter = *state;
	struct id id = running(counter);
	const struct history_line *line;
	struct moved_cases moved;
	char date[DATE_TEXT_SIZE];

	assert_due(counter, id, "2026-11-11");
	moved = add(counter, &flood);
	assert_int_equal(moved.n, 1);
	assert_string_equal(moved.list[0].number, "L03-2026-0001");
	date_print(moved.list[0].before.date, date);
	assert_string_equal(date, "2026-11-11");
	date_print(moved.list[0].after.date, date);
	assert_string_equal(date, "2026-11-12");
	assert_due(counter, id, "2026-11-12");
	assert_int_equal(dated_lines(counter, id, &line), 1);
	assert_string_equal(line->before, "2026-11-11");
	assert_string_equal(line->after, "2026-11-12");
	assert_string_equal(line->officer, "ani");
}

T(a_preview_moves_nothing)
{
	struct counter *counter = *state;
	struct id id = running(counter);
	struct moved_cases moved;
	struct err err = { 0 };

	t_done(desk_closure_preview(counter->desk, &flood, counter->arena,
	    &moved, &err), err);
	assert_int_equal(moved.n, 1);
	assert_due(counter, id, "2026-11-11");
}

T(a_case_whose_clock_has_stopped_keeps_its_date)
{
	struct counter *counter = *state;
	const struct history_line *line;
	struct id id = running(counter);
	struct id ended = running(counter);
	struct moved moved;
	struct err err = { 0 };

	t_done(counter_move(counter, id, "return", &moved, &err), err);
	counter_bring_to(counter, counter_receive(counter), "diterima");
	t_done(counter_move(counter, ended, "withdraw", &moved, &err), err);
	assert_int_equal(add(counter, &flood).n, 0);
	assert_due(counter, id, "2026-11-11");
	assert_due(counter, ended, "2026-11-11");
	assert_int_equal(dated_lines(counter, ended, &line), 0);
	counter_reopen(counter);
	counter_sign_in(counter, "ani");
	assert_due(counter, ended, "2026-11-11");
}

T(a_day_after_the_due_date_moves_nothing)
{
	struct counter *counter = *state;
	struct calendar_entry later = flood;
	struct id id = running(counter);

	later.date = (struct date){ 2026, 11, 13 };
	assert_int_equal(add(counter, &later).n, 0);
	assert_due(counter, id, "2026-11-11");
}

T(a_day_is_closed_only_once)
{
	struct counter *counter = *state;
	struct moved_cases moved;
	struct err err = { 0 };

	running(counter);
	add(counter, &flood);
	assert_int_equal(desk_closure_add(counter->desk, &flood,
	    counter->arena, &moved, &err), FAIL_CONFLICT);
	assert_string_equal(err.fact.code, "closure.exists");
}

T(a_closure_is_there_again_after_a_restart)
{
	struct counter *counter = *state;
	struct id id = running(counter);
	const struct history_line *line;

	add(counter, &flood);
	counter_reopen(counter);
	counter_sign_in(counter, "ani");
	assert_due(counter, id, "2026-11-12");
	assert_int_equal(dated_lines(counter, id, &line), 1);
}

/* As sync brings one: a row, and nobody's act here. */
static void
put_closure(struct counter *counter)
{
	struct id none = { 0 };
	struct record row = record_of(TABLE_CLOSURE, id_derived("closure",
	    &none, "2026-11-05"));

	record_set_text(&row, counter->arena, CLOSURE_DATE, "2026-11-05");
	record_set_text(&row, counter->arena, CLOSURE_KIND, "tutup");
	record_set_text(&row, counter->arena, CLOSURE_NAME, flood.name);
	record_set_text(&row, counter->arena, CLOSURE_DECREE, flood.decree);
	register_put(counter->reg, &row);
}

T(a_closure_from_another_counter_moves_the_cases_once)
{
	struct counter *counter = *state;
	struct id id = running(counter);
	const struct history_line *line;
	struct moved_cases moved;
	struct err err = { 0 };

	put_closure(counter);
	t_done(desk_redate(counter->desk, counter->arena, &moved, &err), err);
	assert_int_equal(moved.n, 1);
	assert_due(counter, id, "2026-11-12");
	t_done(desk_redate(counter->desk, counter->arena, &moved, &err), err);
	assert_int_equal(moved.n, 0);
	assert_int_equal(dated_lines(counter, id, &line), 1);
}

/* A running case as sync brings it from counter L05. */
static struct id
put_case_of_another(struct counter *counter)
{
	static const char *const steps[][2] = { { "receive", "diterima" },
		{ "complete", "lengkap" } };
	struct id id = desk_new_id(counter->desk);
	struct record record = record_of(TABLE_APPLICATION, id), event;
	struct arena *arena = counter->arena;
	char previous[ID_HEX_SIZE] = "";

	record_set_text(&record, arena, APPLICATION_NUMBER, "L05-2026-0001");
	record_set_text(&record, arena, APPLICATION_STANDARD, "32");
	record_set_text(&record, arena, APPLICATION_STANDARD_VERSION, "1");
	record_set_text(&record, arena, APPLICATION_FORM, "application");
	record_set_text(&record, arena, APPLICATION_FORM_VERSION, "1");
	record_set_text(&record, arena, APPLICATION_RECEIVED_DATE,
	    "2026-11-02");
	register_put(counter->reg, &record);
	for (size_t i = 0; i < array_length(steps); i++) {
		event = record_of(TABLE_EVENT, desk_new_id(counter->desk));
		record_set_id(&event, EVENT_PARENT, id);
		record_set_text(&event, arena, EVENT_MOVE, steps[i][0]);
		record_set_text(&event, arena, EVENT_STATE, steps[i][1]);
		record_set_text(&event, arena, EVENT_DATE, "2026-11-02");
		record_set_text(&event, arena, EVENT_STATION, "L05");
		record_set_text(&event, arena, EVENT_PREVIOUS, previous);
		register_put(counter->reg, &event);
		id_print(&event.id, previous);
	}
	return id;
}

T(only_the_counter_that_received_a_case_writes_that_it_moved)
{
	struct counter *counter = *state;
	struct id mine = running(counter);
	struct id theirs = put_case_of_another(counter);
	const struct history_line *line;
	struct moved_cases moved;
	struct err err = { 0 };

	t_done(desk_redate(counter->desk, counter->arena, &moved, &err), err);
	assert_due(counter, theirs, "2026-11-11");
	put_closure(counter);
	t_done(desk_redate(counter->desk, counter->arena, &moved, &err), err);
	assert_int_equal(moved.n, 2);
	assert_due(counter, theirs, "2026-11-12");
	assert_int_equal(dated_lines(counter, mine, &line), 1);
	assert_int_equal(dated_lines(counter, theirs, &line), 0);
}

T(a_damaged_closure_adds_no_day)
{
	struct counter *counter = *state;
	struct id id = running(counter), none = { 0 };
	struct record row = record_of(TABLE_CLOSURE, id_derived("closure",
	    &none, "x"));

	record_set_text(&row, counter->arena, CLOSURE_DATE, "5 November");
	record_set_text(&row, counter->arena, CLOSURE_KIND, "tutup");
	register_put(counter->reg, &row);
	counter_reopen(counter);
	counter_sign_in(counter, "ani");
	assert_due(counter, id, "2026-11-11");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T_COUNTER(
		    a_closed_day_moves_a_running_case_and_its_history_says_so),
		T_COUNTER(a_preview_moves_nothing),
		T_COUNTER(a_case_whose_clock_has_stopped_keeps_its_date),
		T_COUNTER(a_day_after_the_due_date_moves_nothing),
		T_COUNTER(a_day_is_closed_only_once),
		T_COUNTER(a_closure_is_there_again_after_a_restart),
		T_COUNTER(a_closure_from_another_counter_moves_the_cases_once),
		T_COUNTER(
		    only_the_counter_that_received_a_case_writes_that_it_moved),
		T_COUNTER(a_damaged_closure_adds_no_day),
	};

	return T_RUN(tests);
}
