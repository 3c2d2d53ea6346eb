#include "desk/intake.h"

#include <string.h>

#include "base/text.h"
#include "desk/case.h"
#include "domain/standard.h"
#include "forms/answers.h"
#include "forms/record_map.h"
#include "store/draft.h"
#include "store/number.h"
#include "store/rows.h"

static const enum table_number cell_tables[] = { TABLE_APPLICATION };

/* A row of a register by its identifying cell, or a new one. */
static enum fail
register_row(struct desk *desk, enum table_number table, int cell,
    const char *identifier, struct arena *arena, struct record *ret_record,
    bool *ret_is_new, struct err *err)
{
	struct records found = { .arena = arena };
	enum fail fail;

	fail = store_find_text(desk->store, table, cell, identifier, &found,
	    err);
	if (fail)
		return fail;
	*ret_is_new = found.n == 0;
	*ret_record = found.n > 0 ? found.list[0] :
	    record_of(table, store_new_id(desk->store));
	return FAIL_NONE;
}

/* The person and the company the answers name; their keys go into record. */
static enum fail
put_registers(struct desk *desk, const struct intake *intake,
    struct record *record, struct arena *arena, struct err *err)
{
	const char *nik = answers_text(intake->answers, "nik");
	const char *nib = answers_text(intake->answers, "nib");
	struct record person, company;
	bool is_new = false;
	enum fail fail = FAIL_NONE;

	if (*nik != '\0') {
		fail = register_row(desk, TABLE_PERSON, PERSON_NIK, nik, arena,
		    &person, &is_new, err);
		if (!fail && (is_new || intake->person == REGISTER_UPDATE)) {
			answers_to_record(intake->answers, &person, arena);
			fail = store_put(desk->store, &person, err);
		}
		if (fail)
			return fail;
		record_set_id(record, APPLICATION_PERSON_ID, person.id);
	}
	if (*nib == '\0')
		return FAIL_NONE;
	fail = register_row(desk, TABLE_COMPANY, COMPANY_NIB, nib, arena,
	    &company, &is_new, err);
	if (!fail && (is_new || intake->company == REGISTER_UPDATE)) {
		answers_to_record(intake->answers, &company, arena);
		if (record_has(record, APPLICATION_PERSON_ID))
			record_set_id(&company, COMPANY_PERSON_ID,
			    record_id(record, APPLICATION_PERSON_ID));
		fail = store_put(desk->store, &company, err);
	}
	if (fail)
		return fail;
	record_set_id(record, APPLICATION_COMPANY_ID, company.id);
	return FAIL_NONE;
}

static enum fail
put_extra(struct desk *desk, const struct answers *answers,
    const struct id *id, struct arena *arena, struct err *err)
{
	struct record *rows = NULL;
	size_t n = 0;
	enum fail fail = FAIL_NONE;

	answers_to_rows(answers, cell_tables, array_length(cell_tables), id,
	    arena, &rows, &n);
	for (size_t i = 0; i < n && !fail; i++)
		fail = store_put(desk->store, &rows[i], err);
	return fail;
}

static bool
is_blank(const char *text)
{
	return text == NULL || text[strspn(text, " \n")] == '\0';
}

static void
want_reason(struct refusals *refusals, bool is_wanted, const char *reason,
    const char *code)
{
	if (is_wanted && is_blank(reason))
		refusals_add(refusals, "", "", "", code, NULL);
}

/* Everything that keeps it from being received, from the review. */
static enum fail
judge(const struct review *review, const struct intake *intake,
    struct refusals *refusals, struct err *err)
{
	for (size_t i = 0; i < review->n_missing; i++)
		refusals_add(refusals, "", "", review->missing[i].field,
		    "intake.missing", review->missing[i].label, NULL);
	for (size_t i = 0; i < review->n_wrong; i++)
		refusals_add(refusals, "", "", review->wrong[i].field,
		    "intake.wrong", review->wrong[i].label, NULL);
	for (size_t i = 0; i < review->refusals->n; i++) {
		const struct refusal *refusal = &review->refusals->list[i];

		refusals_add(refusals, refusal->clause, refusal->item,
		    refusal->field, refusal->fact.code, refusal->fact.arg[0],
		    refusal->fact.arg[1], refusal->fact.arg[2], NULL);
	}
	if (review->is_consultation)
		refusals_add(refusals, "32/1.A.1", "", "scale",
		    "intake.is-consultation", NULL);
	want_reason(refusals, review->wants_late_reason, intake->late_reason,
	    "intake.late-reason");
	want_reason(refusals, review->wants_doubt_reason,
	    intake->doubt_reason, "intake.doubt-reason");
	want_reason(refusals, review->wants_duplicate_reason,
	    intake->duplicate_reason, "intake.duplicate-reason");
	return refusals_fail(refusals, err);
}

/* Was this key received before? Then it gives the same answer again. */
static enum fail
find_received(struct desk *desk, const struct id *id, struct arena *arena,
    struct received *ret_received, bool *ret_found, struct err *err)
{
	struct record record;
	enum fail fail;

	fail = store_get(desk->store, TABLE_APPLICATION, id, arena, &record,
	    err);
	*ret_found = fail == FAIL_NONE;
	if (fail == FAIL_MISSING)
		return FAIL_NONE;
	if (fail)
		return fail;
	*ret_received = (struct received){ .id = *id, .was_there = true };
	text_copy(ret_received->number, sizeof ret_received->number,
	    record_text(&record, APPLICATION_NUMBER));
	return FAIL_NONE;
}

static void
put_reasons(struct record *record, const struct intake *intake,
    const struct review *review, struct arena *arena)
{
	if (review->wants_late_reason)
		record_set_text(record, arena, APPLICATION_LATE_REASON,
		    intake->late_reason);
	if (review->wants_doubt_reason)
		record_set_text(record, arena, APPLICATION_DOUBT_REASON,
		    intake->doubt_reason);
	if (review->wants_duplicate_reason)
		record_set_text(record, arena, APPLICATION_DUPLICATE_REASON,
		    intake->duplicate_reason);
}

/* The sheet it was typed into is done. */
static enum fail
drop_draft(struct desk *desk, const struct intake *intake, struct err *err)
{
	char text[ID_HEX_SIZE];
	const struct draft_key key = { act_officer(desk),
		answers_form(intake->answers)->name, text };

	id_print(&intake->id, text);
	return store_draft_drop(desk->store, &key, err);
}

/* Everything that receiving writes, in the open transaction. */
static enum fail
write_received(struct desk *desk, const struct intake *intake,
    const struct review *review, const char *move, struct arena *arena,
    char number[REGISTER_NUMBER_SIZE], struct err *err)
{
	struct record record =
	    case_record(desk, intake->answers, intake->id, arena);
	struct case_step step = { .move = life_move(desk->assets.life,
	    move) };
	struct date received;
	struct id event;
	enum fail fail = FAIL_NONE;

	if (step.move == NULL || !date_parse(record_text(&record,
	    APPLICATION_RECEIVED_DATE), &received))
		return fail_say(err, FAIL_CONFLICT, "move.unknown", move,
		    NULL);
	step.date = received;
	record_set_integer(&record, APPLICATION_TYPED_AT,
	    store_now(desk->store));
	put_reasons(&record, intake, review, arena);
	if (strcmp(move, "receive") == 0) {
		fail = store_number_next(desk->store, BOOK_APPLICATION,
		    received.year, number, err);
		if (!fail)
			record_set_text(&record, arena, APPLICATION_NUMBER,
			    number);
	}
	if (!fail)
		fail = put_registers(desk, intake, &record, arena, err);
	if (!fail)
		fail = store_put(desk->store, &record, err);
	if (!fail)
		fail = put_extra(desk, intake->answers, &intake->id, arena,
		    err);
	if (!fail)
		fail = case_step(desk, &intake->id, &step, arena, &event,
		    err);
	if (!fail)
		fail = drop_draft(desk, intake, err);
	return fail;
}

/* The review of a consultation asks only what is wrong. */
static enum fail
judge_consultation(const struct review *review, struct refusals *refusals,
    struct err *err)
{
	for (size_t i = 0; i < review->n_wrong; i++)
		refusals_add(refusals, "", "", review->wrong[i].field,
		    "intake.wrong", review->wrong[i].label, NULL);
	if (!review->is_consultation)
		refusals_add(refusals, "32/1.A.1", "", "scale",
		    "intake.no-consultation", NULL);
	return refusals_fail(refusals, err);
}

static enum fail
receive(struct desk *desk, const struct intake *intake, const char *move,
    struct refusals *refusals, struct received *ret_received,
    struct err *err)
{
	scoped_arena arena = arena_new();
	scoped_transaction transaction = { 0 };
	struct refusals own = { .arena = arena };
	struct review review = { 0 };
	struct received received = { .id = intake->id };
	bool is_receiving = strcmp(move, "receive") == 0, was_there = false;
	enum fail fail;

	if (refusals == NULL)
		refusals = &own;
	fail = act_begin(desk, ACTION_RECEIVE, &transaction, err);
	if (!fail)
		fail = find_received(desk, &intake->id, arena, ret_received,
		    &was_there, err);
	if (fail || was_there)
		return fail;
	fail = desk_review(desk, &intake->id, intake->answers, arena,
	    &review, err);
	if (!fail)
		fail = is_receiving ?
		    judge(&review, intake, refusals, err) :
		    judge_consultation(&review, refusals, err);
	if (!fail)
		fail = write_received(desk, intake, &review, move, arena,
		    received.number, err);
	if (!fail)
		fail = failpoint_reach(&desk->options.failpoint,
		    "commit-receive", err);
	if (!fail)
		fail = transaction_commit(&transaction, err);
	if (!fail)
		*ret_received = received;
	return fail;
}

enum fail
desk_receive(struct desk *desk, const struct intake *intake,
    struct refusals *refusals, struct received *ret_received,
    struct err *err)
{
	return receive(desk, intake, "receive", refusals, ret_received, err);
}

enum fail
desk_consult(struct desk *desk, const struct intake *intake,
    struct refusals *refusals, struct received *ret_received,
    struct err *err)
{
	return receive(desk, intake, "consult", refusals, ret_received, err);
}
