#include "desk/complaint_fold.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Merged into one that is merged into another: so deep, and no circle. */
enum { MERGE_DEPTH = 8 };

static int
compare_part(const void *a, const void *b)
{
	const struct record *one = a, *other = b;
	bool is_first =
	    strcmp(record_text(one, COMPLAINANT_PART), PART_REPORTER) == 0;
	bool is_second =
	    strcmp(record_text(other, COMPLAINANT_PART), PART_REPORTER) == 0;

	if (is_first != is_second)
		return is_first ? -1 : 1;
	return memcmp(one->id.byte, other->id.byte, ID_SIZE);
}

static int
compare_round(const void *a, const void *b)
{
	int64_t one = record_integer(a, REVIEW_ROUND);
	int64_t other = record_integer(b, REVIEW_ROUND);

	return one < other ? -1 : one > other;
}

static int
compare_cell(const struct record *one, const struct record *other, int cell)
{
	int64_t a = record_integer(one, cell), b = record_integer(other, cell);

	if (a != b)
		return a < b ? -1 : 1;
	return memcmp(one->id.byte, other->id.byte, ID_SIZE);
}

static int
compare_handling(const void *a, const void *b)
{
	return compare_cell(a, b, HANDLING_AT);
}

static int
compare_level(const void *a, const void *b)
{
	return compare_cell(a, b, LEVEL_AT);
}

static int
compare_approval(const void *a, const void *b)
{
	return compare_cell(a, b, APPROVAL_AT);
}

static int
compare_merge(const void *a, const void *b)
{
	return compare_cell(a, b, MERGE_AT);
}

static void
sort(struct records *records,
    int (*compare)(const void *a, const void *b))
{
	if (records->n > 1)
		qsort(records->list, records->n, sizeof *records->list,
		    compare);
}

/* The rows that hang on it, each sort in its order. */
static enum fail
read_children(struct desk *desk, const struct id *id,
    struct folded_complaint *folded, struct arena *arena, struct err *err)
{
	const struct {
		struct records *into;
		enum table_number table;
		int cell;
		int (*compare)(const void *a, const void *b);
	} children[] = {
		{ &folded->events, TABLE_EVENT, EVENT_PARENT, NULL },
		{ &folded->people, TABLE_COMPLAINANT,
		    COMPLAINANT_COMPLAINT_ID, compare_part },
		{ &folded->reviews, TABLE_REVIEW, REVIEW_COMPLAINT_ID,
		    compare_round },
		{ &folded->handlings, TABLE_HANDLING, HANDLING_COMPLAINT_ID,
		    compare_handling },
		{ &folded->levels, TABLE_LEVEL, LEVEL_COMPLAINT_ID,
		    compare_level },
		{ &folded->approvals, TABLE_APPROVAL, APPROVAL_PARENT,
		    compare_approval },
		{ &folded->merges, TABLE_MERGE, MERGE_COMPLAINT_ID,
		    compare_merge },
		{ &folded->merged, TABLE_MERGE, MERGE_INTO, compare_merge },
	};
	enum fail fail = FAIL_NONE;

	for (size_t i = 0; i < array_length(children) && !fail; i++) {
		children[i].into->arena = arena;
		fail = store_children(desk->store, children[i].table,
		    children[i].cell, id, children[i].into, err);
		if (!fail && children[i].compare != NULL)
			sort(children[i].into, children[i].compare);
	}
	return fail;
}

/* A version this counter has not seen yet is judged by the one in force. */
static enum fail
standard_of_record(struct desk *desk, const struct record *complaint,
    const struct standard **ret_standard, struct err *err)
{
	const char *number = record_text(complaint, COMPLAINT_STANDARD);

	if (desk_standard(desk, number, record_text(complaint,
	    COMPLAINT_STANDARD_VERSION), ret_standard, NULL) == FAIL_NONE)
		return FAIL_NONE;
	return desk_standard(desk, number, NULL, ret_standard, err);
}

struct id
complaint_review_id(const struct id *complaint, int round)
{
	char code[16];

	snprintf(code, sizeof code, "%d", round);
	return id_derived("review", complaint, code);
}

static void
find_round(struct folded_complaint *folded)
{
	folded->round = 1;
	for (size_t i = 0; i < folded->events.n; i++)
		if (strcmp(record_text(&folded->events.list[i], EVENT_MOVE),
		    MOVE_REOPEN) == 0)
			folded->round++;
	folded->review = record_of(TABLE_REVIEW,
	    complaint_review_id(&folded->complaint.id, folded->round));
	record_set_id(&folded->review, REVIEW_COMPLAINT_ID,
	    folded->complaint.id);
	record_set_integer(&folded->review, REVIEW_ROUND, folded->round);
	for (size_t i = 0; i < folded->reviews.n; i++)
		if (record_integer(&folded->reviews.list[i], REVIEW_ROUND) ==
		    folded->round)
			folded->review = folded->reviews.list[i];
}

/* Itself alone: its rows, its life, its own clock. */
static enum fail
fold_alone(struct desk *desk, const struct id *id,
    const struct calendar *calendar, struct folded_complaint *folded,
    struct arena *arena, struct err *err)
{
	enum fail fail;

	*folded = (struct folded_complaint){
		.life = desk->assets.complaint_life };
	fail = store_get(desk->store, TABLE_COMPLAINT, id, arena,
	    &folded->complaint, err);
	if (fail == FAIL_MISSING)
		return fail_say(err, FAIL_MISSING, "complaint.none", NULL);
	if (!fail)
		fail = read_children(desk, id, folded, arena, err);
	if (!fail)
		fail = standard_of_record(desk, &folded->complaint,
		    &folded->standard, err);
	if (fail)
		return fail;
	if (folded->people.n > 0 && strcmp(record_text(folded->people.list,
	    COMPLAINANT_PART), PART_REPORTER) == 0)
		folded->reporter = folded->people.list;
	find_round(folded);
	folded->status = events_fold(folded->life, &folded->events, arena);
	folded->own = complaint_clock_of(folded->life, calendar,
	    folded->standard, &folded->complaint, folded->events.list,
	    folded->events.n, arena);
	events_keep_promised(folded->life, &folded->events,
	    &folded->own.clock);
	folded->clock = folded->own;
	return FAIL_NONE;
}

/* The earliest date of all that were merged into it. */
static enum fail
join(struct desk *desk, const struct calendar *calendar,
    const struct records *merged, struct complaint_clock *clock, int depth,
    struct err *err)
{
	enum fail fail = FAIL_NONE;

	for (size_t i = 0; i < merged->n && depth > 0 && !fail; i++) {
		const struct record *row = &merged->list[i];
		scoped_arena arena = arena_new();
		struct id id = record_id(row, MERGE_COMPLAINT_ID);
		struct folded_complaint other;

		if (strcmp(record_text(row, MERGE_ACTIVE), "Y") != 0)
			continue;
		fail = fold_alone(desk, &id, calendar, &other, arena, err);
		if (fail)
			return fail;
		complaint_clock_join(clock, &other.own);
		fail = join(desk, calendar, &other.merged, clock, depth - 1,
		    err);
	}
	return fail;
}

const struct record *
complaint_merge_row(const struct folded_complaint *folded)
{
	for (size_t i = folded->merges.n; i-- > 0;)
		if (strcmp(record_text(&folded->merges.list[i], MERGE_ACTIVE),
		    "Y") == 0)
			return &folded->merges.list[i];
	return NULL;
}

/* What is answered where it was merged into is answered here too. */
static enum fail
follow(struct desk *desk, const struct calendar *calendar,
    struct folded_complaint *folded, struct arena *arena, struct err *err)
{
	const struct record *row = complaint_merge_row(folded);
	struct folded_complaint *leader;
	enum fail fail;

	for (int depth = 0; row != NULL && depth < MERGE_DEPTH; depth++) {
		struct id into = record_id(row, MERGE_INTO);

		leader = arena_alloc(arena, sizeof *leader);
		fail = fold_alone(desk, &into, calendar, leader, arena, err);
		if (fail)
			return fail;
		row = complaint_merge_row(leader);
		if (row == NULL)
			complaint_clock_follow(&folded->clock, &leader->own);
	}
	return FAIL_NONE;
}

enum fail
complaint_fold(struct desk *desk, const struct id *id,
    const struct calendar *calendar, struct folded_complaint *ret_folded,
    struct arena *arena, struct err *err)
{
	struct folded_complaint folded;
	enum fail fail = fold_alone(desk, id, calendar, &folded, arena, err);

	if (!fail)
		fail = join(desk, calendar, &folded.merged, &folded.clock,
		    MERGE_DEPTH, err);
	if (!fail)
		fail = follow(desk, calendar, &folded, arena, err);
	if (!fail)
		*ret_folded = folded;
	return fail;
}

/* A due date in the kept state means that the clock runs. */
static enum fail
put_state(struct desk *desk, const struct folded_complaint *folded,
    struct err *err)
{
	const struct process_clock *clock = &folded->clock.clock;
	bool is_running = clock->state == PROCESS_RUNNING &&
	    complaint_merge_row(folded) == NULL;
	char due[DATE_TEXT_SIZE], started[DATE_TEXT_SIZE];
	char stopped[DATE_TEXT_SIZE];
	struct case_state state = {
		.id = folded->complaint.id,
		.table = TABLE_COMPLAINT,
		.state = folded->status.state != NULL
		    ? folded->status.state->name : "",
		.due = is_running ? due : "",
		.due_is_provisional = is_running && clock->due.is_provisional,
		.started = started,
		.stopped = stopped,
		.is_divided = folded->status.is_divided,
	};

	date_print(clock->due.date, due);
	date_print(clock->started, started);
	date_print(clock->stopped, stopped);
	return store_state_put(desk->store, &state, err);
}

enum fail
complaint_keep(struct desk *desk, const struct id *id,
    struct folded_complaint *ret_folded, struct arena *arena, struct err *err)
{
	const struct calendar *calendar = desk->assets.calendar;
	struct folded_complaint other;
	const struct record *row;
	struct id at = *id;
	enum fail fail;

	fail = complaint_fold(desk, id, calendar, ret_folded, arena, err);
	if (!fail)
		fail = put_state(desk, ret_folded, err);
	/* What it was merged into, also if it no longer is. */
	for (size_t i = 0; i < ret_folded->merges.n && !fail; i++) {
		row = &ret_folded->merges.list[i];
		for (int depth = 0; row != NULL && depth < MERGE_DEPTH &&
		     !fail; depth++) {
			at = record_id(row, MERGE_INTO);
			fail = complaint_fold(desk, &at, calendar, &other,
			    arena, err);
			if (!fail)
				fail = put_state(desk, &other, err);
			row = fail ? NULL : complaint_merge_row(&other);
		}
	}
	return fail;
}

struct complaint_facts
complaint_facts_of(const struct folded_complaint *folded)
{
	return (struct complaint_facts){
		.standard = folded->standard,
		.complaint = &folded->complaint,
		.complainant = folded->reporter,
		.review = &folded->review,
		.handlings = folded->handlings.list,
		.n_handlings = folded->handlings.n,
		.levels = folded->levels.list,
		.n_levels = folded->levels.n,
		.approvals = folded->approvals.list,
		.n_approvals = folded->approvals.n,
	};
}

bool
complaint_names(const struct desk *desk, const struct record *complaint)
{
	const char *officer = act_officer(desk);

	return *officer != '\0' && strcmp(officer, record_text(complaint,
	    COMPLAINT_NAMED_OFFICER)) == 0;
}

/* Written down if it can be; shown in no case. */
static void
note_denial(struct desk *desk, const struct id *id)
{
	scoped_transaction transaction = { 0 };
	enum fail fail;

	fail = transaction_begin(&transaction, desk->store,
	    act_officer(desk), NULL);
	if (!fail)
		fail = access_note(desk, id, ACT_DENIED, "", NULL);
	if (!fail)
		fail = transaction_commit(&transaction, NULL);
	(void)fail;
}

enum fail
complaint_guard(struct desk *desk, const struct id *id, struct err *err)
{
	scoped_arena arena = arena_new();
	struct record complaint;
	enum fail fail = store_get(desk->store, TABLE_COMPLAINT, id, arena,
	    &complaint, err);

	if (fail && fail != FAIL_MISSING)
		return fail;
	if (!fail && !complaint_names(desk, &complaint))
		return FAIL_NONE;
	if (!fail)
		note_denial(desk, id);
	return fail_say(err, FAIL_MISSING, "complaint.none", NULL);
}
