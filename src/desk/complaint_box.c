#include <stdlib.h>
#include <string.h>

#include "desk/complaint_intake.h"
#include "desk/complaint_line.h"
#include "desk/inside.h"
#include "desk/sheet.h"
#include "domain/complaint.h"
#include "forms/record_map.h"
#include "store/rows.h"

/* The opening of the kotak pengaduan, and the slips that were in it. */

/* The channel of the box in the standard, and how what lies in it was said. */
#define CHANNEL_BOX "m"
#define MANNER_WRITTEN "tulisan"

static struct record
box_row(struct desk *desk, const struct id *id, const struct answers *answers,
    struct arena *arena)
{
	struct record row = sheet_record(answers, TABLE_BOX, id, arena);

	record_set_integer(&row, BOX_SLIPS,
	    strtol(answers_text(answers, "slips"), NULL, 10));
	record_set_text(&row, arena, BOX_OFFICER, act_officer(desk));
	record_set_text(&row, arena, BOX_STATION, desk_station(desk));
	record_set_integer(&row, BOX_AT, store_now(desk->store));
	return row;
}

/* Inside the transaction. */
static enum fail
open_box(struct desk *desk, const struct id *id, const struct answers *typed,
    struct refusals *ret_refusals, struct err *err)
{
	scoped_arena arena = arena_new();
	struct refusals all = { .arena = arena };
	struct answers *answers;
	struct record row;
	char hex[ID_HEX_SIZE];
	struct draft_key key = draft_key(desk, answers_form(typed)->name, id,
	    hex);
	enum fail fail = sheet_judged(desk, typed, arena, &answers, err);

	if (fail)
		return fail;
	sheet_refusals(answers, &all);
	if (date_compare(answers_date(answers, "date"), desk_today(desk)) > 0)
		refusals_add(&all, NULL, NULL, "date", "move.future", NULL);
	if (*answers_text(answers, "time") != '\0' &&
	    !complaint_is_time(answers_text(answers, "time")))
		refusals_add(&all, NULL, NULL, "time", "book.time",
		    answers_text(answers, "time"), NULL);
	refusals_hand_on(&all, ret_refusals);
	fail = refusals_fail(&all, err);
	if (fail)
		return fail;
	row = box_row(desk, id, answers, arena);
	fail = store_put(desk->store, &row, err);
	return fail ? fail : store_draft_drop(desk->store, &key, err);
}

static enum fail
read_box(struct desk *desk, const struct id *id, struct arena *arena,
    struct record *ret_row, struct err *err)
{
	enum fail fail = store_get(desk->store, TABLE_BOX, id, arena, ret_row,
	    err);

	if (fail == FAIL_MISSING)
		return fail_say(err, fail, "complaint.no-box", NULL);
	return fail;
}

enum fail
desk_box_open(struct desk *desk, const struct id *id,
    const struct answers *answers, struct refusals *refusals, struct err *err)
{
	scoped_transaction transaction = { 0 };
	scoped_arena arena = arena_new();
	struct record known;
	struct err none = { 0 };
	enum fail fail;

	fail = act_begin(desk, ACTION_RECORD_COMPLAINT, &transaction, err);
	if (fail)
		return fail;
	/* Asked again, after a crash between the commit and the answer. */
	fail = read_box(desk, id, arena, &known, &none);
	if (fail != FAIL_MISSING)
		return but_missing(fail, &none, err);
	fail = open_box(desk, id, answers, refusals, err);
	return fail ? fail : transaction_commit(&transaction, err);
}

static enum fail
read_slips(struct desk *desk, struct box *box, struct arena *arena,
    struct err *err)
{
	struct records slips = { .arena = arena };
	enum fail fail = store_children(desk->store, TABLE_COMPLAINT,
	    COMPLAINT_BOX_ID, &box->record.id, &slips, err);

	if (fail)
		return fail;
	box->slips = (int)record_integer(&box->record, BOX_SLIPS);
	box->received = arena_array(arena, slips.n, sizeof *box->received);
	for (size_t i = 0; i < slips.n && !fail; i++) {
		if (complaint_names(desk, &slips.list[i])) {
			box->hidden++;
			continue;
		}
		fail = complaint_line_read(desk, &slips.list[i].id, arena,
		    &box->received[box->n_received++], err);
	}
	return fail;
}

enum fail
desk_box(struct desk *desk, const struct id *id, struct arena *arena,
    struct box *ret_box, struct err *err)
{
	struct box box = { .slips = 0 };
	enum fail fail = desk_demand(desk, ACTION_READ, err);

	if (!fail)
		fail = read_box(desk, id, arena, &box.record, err);
	if (!fail)
		fail = read_slips(desk, &box, arena, err);
	if (!fail)
		*ret_box = box;
	return fail;
}

static int
compare_boxes(const void *a, const void *b)
{
	const struct box *one = a, *other = b;
	int64_t at = record_integer(&one->record, BOX_AT);
	int64_t than = record_integer(&other->record, BOX_AT);
	int order = strcmp(record_text(&other->record, BOX_DATE),
	    record_text(&one->record, BOX_DATE));

	if (order != 0)
		return order;
	return at > than ? -1 : at < than;
}

enum fail
desk_boxes(struct desk *desk, bool unfinished, struct arena *arena,
    struct box **ret_boxes, size_t *ret_n, struct err *err)
{
	struct records rows = { .arena = arena };
	struct box *boxes;
	size_t n = 0;
	enum fail fail = desk_demand(desk, ACTION_READ, err);

	if (!fail)
		fail = store_all(desk->store, TABLE_BOX, &rows, err);
	if (fail)
		return fail;
	boxes = arena_array(arena, rows.n, sizeof *boxes);
	for (size_t i = 0; i < rows.n && !fail; i++) {
		struct box box = { .record = rows.list[i] };

		fail = read_slips(desk, &box, arena, err);
		if (!unfinished || box.slips > (int)box.n_received +
		    box.hidden)
			boxes[n++] = box;
	}
	if (fail)
		return fail;
	if (n > 1)
		qsort(boxes, n, sizeof *boxes, compare_boxes);
	*ret_boxes = boxes;
	*ret_n = n;
	return FAIL_NONE;
}

static void
put_in(struct answers *answers, const char *field, const char *stored,
    const struct field_context *context)
{
	int at = form_field(answers_form(answers), field);

	if (at != FIELD_ABSENT && *stored != '\0')
		(void)answers_put(answers, (size_t)at, stored, context);
}

enum fail
desk_box_slip(struct desk *desk, const struct id *id, struct arena *arena,
    struct answers **ret_answers, struct err *err)
{
	struct field_context context;
	const struct form *form;
	struct answers *answers;
	struct record box;
	enum fail fail = desk_demand(desk, ACTION_RECORD_COMPLAINT, err);

	if (!fail)
		fail = read_box(desk, id, arena, &box, err);
	if (!fail)
		fail = desk_form(desk, "complaint", NULL, &form, err);
	if (!fail)
		fail = desk_context(desk, arena, &context, err);
	if (fail)
		return fail;
	answers = answers_new(arena, form);
	put_in(answers, "channel", CHANNEL_BOX, &context);
	put_in(answers, "manner", MANNER_WRITTEN, &context);
	put_in(answers, "received_date", record_text(&box, BOX_DATE),
	    &context);
	put_in(answers, "received_time", record_text(&box, BOX_TIME),
	    &context);
	answers_default(answers, &context);
	answers_kept(answers);
	*ret_answers = answers;
	return FAIL_NONE;
}
