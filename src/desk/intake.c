#include <string.h>

#include "base/text.h"
#include "desk/case.h"
#include "desk/register.h"
#include "desk/review.h"
#include "desk/sheet.h"
#include "domain/number.h"
#include "store/number.h"

/* The first moves of data/life/application.conf. */
#define MOVE_RECEIVE "receive"
#define MOVE_CONSULT "consult"

/* One reason: asked only where the review wants it. */
static void
demand_reason(bool is_wanted, const char *reason, const char *field,
    const char *code, struct refusals *refusals)
{
	if (is_wanted && !reason_is_given(reason))
		refusals_add(refusals, NULL, NULL, field, code, NULL);
}

static void
demand_reasons(const struct intake *intake, const struct review *review,
    struct refusals *refusals)
{
	demand_reason(review->wants_late_reason, intake->late_reason,
	    "late_reason", "intake.late-reason", refusals);
	demand_reason(review->wants_doubt_reason, intake->doubt_reason,
	    "doubt_reason", "intake.doubt-reason", refusals);
	demand_reason(review->wants_duplicate_reason,
	    intake->duplicate_reason, "duplicate_reason",
	    "intake.duplicate-reason", refusals);
}

/* Everything that keeps it from getting a number. */
static enum fail
check_receive(const struct intake *intake, const struct looked_at *look,
    struct refusals *ret_refusals, struct arena *arena, struct err *err)
{
	struct refusals all = { .arena = arena };

	sheet_refusals(look->answers, &all);
	if (look->standard == NULL)
		refusals_add(&all, NULL, NULL, "standard",
		    "intake.no-standard", record_text(&look->application,
		    APPLICATION_STANDARD), NULL);
	if (look->review.is_consultation)
		refusals_add(&all, arena_print(arena, "%s/1.A.1",
		    look->standard->number), NULL, "scale",
		    "intake.is-consultation", NULL);
	refusals_hand_on(&look->rules, &all);
	demand_reasons(intake, &look->review, &all);
	refusals_hand_on(&all, ret_refusals);
	return refusals_fail(&all, err);
}

static enum fail
check_consult(const struct intake *intake, const struct looked_at *look,
    struct refusals *ret_refusals, struct arena *arena, struct err *err)
{
	struct refusals all = { .arena = arena };

	(void)intake;
	/* Of the rules only that it cannot have come tomorrow. */
	for (size_t i = 0; i < look->rules.n; i++)
		if (strcmp(look->rules.list[i].field, "received_date") == 0)
			refuse_fact(&all, NULL, "received_date",
			    &look->rules.list[i].fact);
	if (look->standard == NULL)
		refusals_add(&all, NULL, NULL, "standard",
		    "intake.no-standard", record_text(&look->application,
		    APPLICATION_STANDARD), NULL);
	else if (!look->review.is_consultation)
		refusals_add(&all, arena_print(arena, "%s/1.A.1",
		    look->standard->number), NULL, "scale",
		    "intake.no-consultation", NULL);
	refusals_hand_on(&all, ret_refusals);
	return refusals_fail(&all, err);
}

/* What the record holds beside the answers. */
static void
complete_record(struct desk *desk, const struct intake *intake,
    struct looked_at *look, struct arena *arena)
{
	struct record *record = &look->application;
	const struct review *review = &look->review;
	const struct form *form = answers_form(look->answers);
	char today[DATE_TEXT_SIZE];

	record_set_text(record, arena, APPLICATION_STANDARD_VERSION,
	    look->standard->version);
	record_set_text(record, arena, APPLICATION_FORM, form->name);
	record_set_text(record, arena, APPLICATION_FORM_VERSION,
	    form->version);
	record_set_integer(record, APPLICATION_TYPED_AT,
	    store_now(desk->store));
	if (review->wants_late_reason)
		record_set_text(record, arena, APPLICATION_LATE_REASON,
		    intake->late_reason);
	if (review->wants_doubt_reason)
		record_set_text(record, arena, APPLICATION_DOUBT_REASON,
		    intake->doubt_reason);
	if (review->wants_duplicate_reason)
		record_set_text(record, arena, APPLICATION_DUPLICATE_REASON,
		    intake->duplicate_reason);
	date_print(desk_today(desk), today);
	if (!record_has(record, APPLICATION_RECEIVED_DATE))
		record_set_text(record, arena, APPLICATION_RECEIVED_DATE,
		    today);
}

static enum fail
link_registers(struct desk *desk, const struct intake *intake,
    struct looked_at *look, struct arena *arena, struct err *err)
{
	struct registering registering = {
		.answers = look->answers,
		.person_choice = intake->person,
		.company_choice = intake->company,
	};
	enum fail fail;

	fail = register_person(desk, &registering, arena, err);
	if (!fail)
		fail = register_company(desk, &registering, arena, err);
	if (fail)
		return fail;
	if (!id_is_zero(&registering.person))
		record_set_id(&look->application, APPLICATION_PERSON_ID,
		    registering.person);
	if (!id_is_zero(&registering.company))
		record_set_id(&look->application, APPLICATION_COMPANY_ID,
		    registering.company);
	return FAIL_NONE;
}

static enum fail
give_number(struct desk *desk, struct looked_at *look, struct arena *arena,
    struct err *err)
{
	char number[REGISTER_NUMBER_SIZE];
	struct date received;
	enum fail fail;

	if (!date_parse(record_text(&look->application,
	    APPLICATION_RECEIVED_DATE), &received))
		return fail_set(err, FAIL_INVALID, "no received date");
	fail = store_number_next(desk->store, BOOK_APPLICATION, received.year,
	    number, err);
	if (!fail)
		record_set_text(&look->application, arena, APPLICATION_NUMBER,
		    number);
	return fail;
}

static enum fail
put_first_event(struct desk *desk, const struct looked_at *look,
    const char *name, struct arena *arena, struct err *err)
{
	struct case_step step = { .move = life_move(desk->assets.life, name) };
	struct id event;

	if (step.move == NULL || !date_parse(record_text(&look->application,
	    APPLICATION_RECEIVED_DATE), &step.date))
		return fail_say(err, FAIL_MISSING, "move.unknown", name, NULL);
	return case_step(desk, &look->application.id, &step, arena, &event,
	    err);
}

static enum fail
drop_draft(struct desk *desk, const struct intake *intake, struct err *err)
{
	char hex[ID_HEX_SIZE];
	struct draft_key key = draft_key(desk,
	    answers_form(intake->answers)->name, &intake->id, hex);

	return store_draft_drop(desk->store, &key, err);
}

/* Inside the transaction: everything that receiving writes. */
static enum fail
write(struct desk *desk, const struct intake *intake, const char *move,
    struct looked_at *look, struct arena *arena, struct err *err)
{
	static const enum table_number taken[] = { TABLE_APPLICATION };
	enum fail fail = FAIL_NONE;

	complete_record(desk, intake, look, arena);
	if (strcmp(move, MOVE_RECEIVE) == 0)
		fail = give_number(desk, look, arena, err);
	if (!fail)
		fail = link_registers(desk, intake, look, arena, err);
	if (!fail)
		fail = store_put(desk->store, &look->application, err);
	if (!fail)
		fail = sheet_put_rows(desk, look->answers, taken,
		    array_length(taken), &intake->id, err);
	if (!fail)
		fail = put_first_event(desk, look, move, arena, err);
	return fail ? fail : drop_draft(desk, intake, err);
}

static void
tell(const struct record *record, bool was_there,
    struct received *ret_received)
{
	ret_received->id = record->id;
	text_copy(ret_received->number, sizeof ret_received->number,
	    record_text(record, APPLICATION_NUMBER));
	ret_received->was_there = was_there;
}

/* Asked again, after a crash between the commit and the answer. */
static enum fail
again(struct desk *desk, const struct intake *intake, struct arena *arena,
    struct received *ret_received, bool *ret_was_there, struct err *err)
{
	struct record known;
	struct err none = { 0 };
	enum fail fail;

	fail = store_get(desk->store, TABLE_APPLICATION, &intake->id, arena,
	    &known, &none);
	*ret_was_there = fail == FAIL_NONE;
	if (fail)
		return but_missing(fail, &none, err);
	tell(&known, true, ret_received);
	return drop_draft(desk, intake, err);
}

typedef enum fail check_fn(const struct intake *intake,
    const struct looked_at *look, struct refusals *ret_refusals,
    struct arena *arena, struct err *err);

static enum fail
receive(struct desk *desk, const struct intake *intake, const char *move,
    check_fn *check, struct refusals *refusals, struct received *ret_received,
    struct err *err)
{
	scoped_transaction transaction = { 0 };
	scoped_arena arena = arena_new();
	struct received received = { .was_there = false };
	struct looked_at look;
	bool was_there;
	enum fail fail;

	fail = act_begin(desk, ACTION_RECEIVE, &transaction, err);
	if (!fail)
		fail = again(desk, intake, arena, &received, &was_there, err);
	if (fail)
		return fail;
	if (!was_there) {
		fail = review_look(desk, &intake->id, intake->answers, arena,
		    &look, err);
		if (!fail)
			fail = check(intake, &look, refusals, arena, err);
		if (!fail)
			fail = write(desk, intake, move, &look, arena, err);
		if (fail)
			return fail;
		tell(&look.application, false, &received);
	}
	fail = failpoint_reach(&desk->options.failpoint, "commit-receive",
	    err);
	if (!fail)
		fail = transaction_commit(&transaction, err);
	if (!fail)
		*ret_received = received;
	return fail;
}

enum fail
desk_receive(struct desk *desk, const struct intake *intake,
    struct refusals *refusals, struct received *ret_received, struct err *err)
{
	return receive(desk, intake, MOVE_RECEIVE, check_receive, refusals,
	    ret_received, err);
}

enum fail
desk_consult(struct desk *desk, const struct intake *intake,
    struct refusals *refusals, struct received *ret_received, struct err *err)
{
	return receive(desk, intake, MOVE_CONSULT, check_consult, refusals,
	    ret_received, err);
}
