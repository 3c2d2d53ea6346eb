#include "desk/complaint_intake.h"

#include <string.h>

#include "base/text.h"
#include "desk/complaint_earlier.h"
#include "desk/complaint_look.h"
#include "desk/review.h"
#include "desk/sheet.h"

enum { EARLIER_SHOWN = 10 };

enum fail
desk_complaint_review(struct desk *desk,
    const struct complaint_intake *intake, struct arena *arena,
    struct complaint_review *ret_review, struct err *err)
{
	struct complaint_earlier earlier = { .arena = arena,
		.limit = EARLIER_SHOWN };
	struct complaint_look *look = arena_alloc(arena, sizeof *look);
	struct complaint_review review = { 0 };
	struct review fields = { 0 };
	enum fail fail = desk_demand(desk, ACTION_RECORD_COMPLAINT, err);

	if (!fail)
		fail = complaint_look(desk, intake, arena, look, err);
	if (!fail && look->standard != NULL)
		fail = complaint_kind_of(desk, look->standard,
		    &look->complaint, &look->ruling, &review.kind, err);
	if (!fail)
		fail = complaint_earlier_of(desk, &look->complaint,
		    &look->reporter, "", &earlier, err);
	if (fail)
		return fail;
	review_fields(look->answers, arena, &fields);
	review.missing = fields.missing;
	review.n_missing = fields.n_missing;
	review.wrong = fields.wrong;
	review.n_wrong = fields.n_wrong;
	review.doubtful = fields.doubtful;
	review.n_doubtful = fields.n_doubtful;
	review.wants_late_reason = look->is_late;
	review.wants_doubt_reason = look->is_doubtful;
	review.earlier = earlier.list;
	review.n_earlier = earlier.n;
	review.refusals = &look->refusals;
	review.may_receive = look->refusals.n == 0;
	*ret_review = review;
	return FAIL_NONE;
}

/* What the record holds beside the answers. */
static void
complete_record(struct desk *desk, struct complaint_look *look,
    struct arena *arena)
{
	struct record *record = &look->complaint;
	const struct form *form = answers_form(look->answers);

	record_set_text(record, arena, COMPLAINT_STANDARD_VERSION,
	    look->standard->version);
	record_set_text(record, arena, COMPLAINT_FORM, form->name);
	record_set_text(record, arena, COMPLAINT_FORM_VERSION, form->version);
	record_set_integer(record, COMPLAINT_TYPED_AT, store_now(desk->store));
	record_set_text(record, arena, COMPLAINT_KIND,
	    book_kind_name(look->ruling.kind));
	record_set_text(record, arena, COMPLAINT_KIND_RULE,
	    kind_rule_name(look->ruling.rule));
	record_set_text(record, arena, COMPLAINT_LATE_REASON,
	    look->is_late ? look->late_reason : "");
}

static enum fail
put_first_event(struct desk *desk, const struct complaint_look *look,
    struct arena *arena, struct err *err)
{
	const struct life *life = desk->assets.complaint_life;
	const char *name = look->ruling.kind == KIND_COMPLAINT ? MOVE_RECORD
	    : MOVE_RECORD_SUGGESTION;
	struct case_step step = { .move = life_move(life, name),
		.date = complaint_arrived(&look->complaint) };
	struct folded_complaint folded;
	struct id event;
	enum fail fail;

	if (step.move == NULL)
		return fail_say(err, FAIL_MISSING, "move.unknown", name, NULL);
	if (look->is_doubtful)
		step.reason = look->doubt_reason;
	fail = event_put(desk, &look->complaint.id, &step, arena, &event, err);
	return fail ? fail : complaint_keep(desk, &look->complaint.id,
	    &folded, arena, err);
}

/* The lines of represented persons have become rows of their own. */
enum fail
complaint_put_rows(struct desk *desk, const struct answers *answers,
    const struct id *id, struct err *err)
{
	static const enum table_number taken[] = { TABLE_COMPLAINT,
		TABLE_COMPLAINANT };
	static const char *const not_kept[] = { "represented", "late_reason",
		"doubt_reason" };
	scoped_arena arena = arena_new();
	struct answers *kept = answers_copy(answers, arena);
	const struct form *form = answers_form(answers);
	struct field_context context;
	enum fail fail = desk_context(desk, arena, &context, err);

	for (size_t i = 0; i < array_length(not_kept) && !fail; i++) {
		int at = form_field(form, not_kept[i]);

		if (at != FIELD_ABSENT)
			(void)answers_put(kept, (size_t)at, "", &context);
	}
	return fail ? fail : sheet_put_rows(desk, kept, taken,
	    array_length(taken), id, err);
}

static enum fail
drop_draft(struct desk *desk, const struct complaint_intake *intake,
    struct err *err)
{
	char hex[ID_HEX_SIZE];
	struct draft_key key = draft_key(desk,
	    answers_form(intake->answers)->name, &intake->id, hex);

	return store_draft_drop(desk->store, &key, err);
}

/* Inside the transaction: everything that receiving writes. */
static enum fail
write(struct desk *desk, struct complaint_look *look, struct arena *arena,
    struct err *err)
{
	enum fail fail;

	complete_record(desk, look, arena);
	fail = complaint_number(desk, &look->complaint, arena, err);
	if (!fail)
		fail = store_put(desk->store, &look->complaint, err);
	if (!fail)
		fail = people_put(desk, &look->complaint, &look->reporter,
		    look->answers, 0, err);
	if (!fail)
		fail = complaint_put_rows(desk, look->answers,
		    &look->complaint.id, err);
	if (!fail)
		fail = put_first_event(desk, look, arena, err);
	return fail ? fail : drop_draft(desk, look->intake, err);
}

static void
tell(const struct record *record, bool was_there,
    struct received *ret_received)
{
	ret_received->id = record->id;
	text_copy(ret_received->number, sizeof ret_received->number,
	    record_text(record, COMPLAINT_NUMBER));
	ret_received->was_there = was_there;
}

/* Asked again, after a crash between the commit and the answer. */
static enum fail
again(struct desk *desk, const struct complaint_intake *intake,
    struct arena *arena, struct received *ret_received, bool *ret_was_there,
    struct err *err)
{
	struct record known;
	struct err none = { 0 };
	enum fail fail;

	fail = store_get(desk->store, TABLE_COMPLAINT, &intake->id, arena,
	    &known, &none);
	*ret_was_there = fail == FAIL_NONE;
	if (fail)
		return but_missing(fail, &none, err);
	tell(&known, true, ret_received);
	return drop_draft(desk, intake, err);
}

/* Inside the transaction. */
static enum fail
receive(struct desk *desk, const struct complaint_intake *intake,
    struct refusals *refusals, struct received *received, struct err *err)
{
	scoped_arena arena = arena_new();
	struct complaint_look look;
	enum fail fail = complaint_look(desk, intake, arena, &look, err);

	if (fail)
		return fail;
	refusals_hand_on(&look.refusals, refusals);
	fail = refusals_fail(&look.refusals, err);
	if (!fail)
		fail = write(desk, &look, arena, err);
	if (!fail)
		tell(&look.complaint, false, received);
	return fail;
}

enum fail
desk_complaint_receive(struct desk *desk,
    const struct complaint_intake *intake, struct refusals *refusals,
    struct received *ret_received, struct err *err)
{
	scoped_transaction transaction = { 0 };
	scoped_arena arena = arena_new();
	struct received received = { .was_there = false };
	bool was_there = false;
	enum fail fail;

	fail = act_begin(desk, ACTION_RECORD_COMPLAINT, &transaction, err);
	if (!fail)
		fail = again(desk, intake, arena, &received, &was_there, err);
	if (!fail && !was_there)
		fail = receive(desk, intake, refusals, &received, err);
	if (!fail)
		fail = failpoint_reach(&desk->options.failpoint,
		    "commit-complaint", err);
	if (!fail)
		fail = transaction_commit(&transaction, err);
	if (!fail)
		*ret_received = received;
	return fail;
}
