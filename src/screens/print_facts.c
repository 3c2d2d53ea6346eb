#include "screens/print_facts.h"

#include <string.h>

#include "desk/assets.h"
#include "desk/complaint_account.h"
#include "desk/desk.h"
#include "desk/session.h"
#include "domain/life.h"
#include "paper/case.h"

enum fail
print_facts_read(struct print_facts *facts, struct desk *desk,
    const struct print_arg *arg, struct arena *arena, struct err *err)
{
	const struct id *id = &arg->id;
	enum fail fail;

	*facts = (struct print_facts){ .desk = desk, .number = "" };
	if (print_list_is(arg)) {
		facts->subject = PRINT_LIST;
		return print_list_read(&facts->list, desk, arg, arena, err);
	}
	if (id_is_zero(id))
		return FAIL_NONE;
	fail = desk_application(desk, id, arena, &facts->application, err);
	if (!fail) {
		facts->subject = PRINT_APPLICATION;
		facts->number = record_text(&facts->application.record,
		    APPLICATION_NUMBER);
		return FAIL_NONE;
	}
	if (fail != FAIL_MISSING)
		return fail;
	fail = desk_complaint(desk, id, arena, &facts->complaint, err);
	if (!fail)
		fail = desk_complaint_account(desk, &facts->complaint, arena,
		    &facts->account, err);
	if (fail)
		return fail;
	if (err != NULL)
		*err = (struct err){ 0 };
	facts->subject = PRINT_COMPLAINT;
	facts->number =
	    record_text(&facts->complaint.record, COMPLAINT_NUMBER);
	return FAIL_NONE;
}

static struct paper_act
act_of(const struct application_event *event)
{
	if (event == NULL)
		return (struct paper_act){ .officer = "", .station = "",
			.reason = "" };
	return (struct paper_act){ event->date, event->officer_name,
		event->station, event->reason };
}

/* The last step of that name. */
static const struct application_event *
last_of(const struct application *application, const char *move)
{
	const struct application_event *last = NULL;

	for (size_t i = 0; i < application->n_events; i++)
		if (strcmp(application->events[i].move, move) == 0)
			last = &application->events[i];
	return last;
}

static struct paper_case
case_of(const struct print_facts *facts, int copy)
{
	const struct application *application = &facts->application;
	struct desk *desk = facts->desk;
	const struct seat *seat = desk_officer(desk);

	return (struct paper_case){
		.application = &application->record,
		.standard = application->standard,
		.checklist = application->checklist,
		.clock = application->clock,
		.kbli = desk_assets(desk)->kbli,
		.received = act_of(last_of(application, "receive")),
		.returned = act_of(last_of(application, "return")),
		.handed_over = act_of(last_of(application, "handover")),
		.officer = seat == NULL ? "" : seat->name,
		.station = desk_station(desk),
		.now_ms = desk_now(desk),
		.copy = copy,
		.is_practice = desk_is_practice(desk),
	};
}

struct paper_print
print_here(struct desk *desk, int copy)
{
	const struct seat *seat = desk_officer(desk);

	return (struct paper_print){
		.officer = seat == NULL ? "" : seat->name,
		.station = desk_station(desk),
		.now_ms = desk_now(desk),
		.copy = copy,
		.is_practice = desk_is_practice(desk),
	};
}

/* The last of the rows that are of the present round, or NULL. */
static const struct record *
last_row(const struct complaint *complaint, const struct record *rows,
    size_t n, int round_cell)
{
	const struct record *last = NULL;

	for (size_t i = 0; i < n; i++)
		if (record_integer(&rows[i], round_cell) == complaint->round)
			last = &rows[i];
	return last;
}

/* The approval of the present answer, or NULL. */
static const struct record *
approval_of(const struct complaint *complaint)
{
	const struct record *last = NULL;

	for (size_t i = 0; complaint->is_approved &&
	     i < complaint->n_approvals; i++)
		if (strcmp(record_text(&complaint->approvals[i],
		    APPROVAL_WHAT), "answer") == 0)
			last = &complaint->approvals[i];
	return last;
}

struct paper_complaint
print_entry_of(struct desk *desk, const struct complaint *complaint)
{
	const struct answer_clock *clock = &complaint->clock;
	const struct status *status = complaint->status;

	return (struct paper_complaint){
		.complaint = &complaint->record,
		.people = complaint->people,
		.n_people = complaint->n_people,
		.review = complaint->n_reviews > 0 ? &complaint->review :
						     NULL,
		.handlings = complaint->handlings,
		.n_handlings = complaint->n_handlings,
		.level = last_row(complaint, complaint->levels,
		    complaint->n_levels, LEVEL_ROUND),
		.approval = approval_of(complaint),
		.standard = complaint->standard,
		.words = desk_assets(desk)->complaints,
		.received = act_of(complaint->n_events > 0 ?
		    &complaint->events[0] : NULL),
		.due = clock->due,
		.answered = clock->stopped,
		.late_days = clock->left.is_overdue ? clock->left.days : 0,
		.state = status->state == NULL ? "" : status->state->label,
	};
}

/* The blank Formulir Pengaduan, from the form of the screen. */
static enum fail
blank_text(const struct print_facts *facts, const struct handout *handout,
    struct buf *out, struct err *err)
{
	const struct assets *assets = desk_assets(facts->desk);
	const struct paper_print print = print_here(facts->desk, 1);
	const struct form *form = NULL;
	const struct standard *standard = NULL;
	enum fail fail;

	fail = desk_form(facts->desk, "complaint", NULL, &form, err);
	if (!fail && assets->n_standards > 0)
		standard = assets->standards[0];
	if (fail || standard == NULL)
		return fail ? fail : fail_say(err, FAIL_MISSING,
		    "standard.none", NULL);
	return paper_blank_text(handout, form, standard, &print, out, err);
}

static enum fail
list_text(const struct print_facts *facts, const struct handout *handout,
    struct buf *out, struct err *err)
{
	const struct print_list *list = &facts->list;
	const struct paper_book book = {
		.parts = list->parts,
		.n_parts = list->n,
		.from = list->from,
		.to = list->to,
		.filter = list->filter,
		.standard = list->standard,
		.print = print_here(facts->desk, 1),
	};

	return paper_book_text(handout, &book, out, err);
}

enum fail
print_facts_text(const struct print_facts *facts,
    const struct handout *handout, int copy, struct buf *out, struct err *err)
{
	switch (facts->subject) {
	case PRINT_APPLICATION: {
		const struct paper_case of = case_of(facts, copy);

		return paper_print_text(handout, &of, out, err);
	}
	case PRINT_COMPLAINT: {
		struct paper_complaint entry =
		    print_entry_of(facts->desk, &facts->complaint);
		const struct paper_part part = { "entries", &entry, 1, 1 };
		const struct paper_book book = {
			.entry = &entry,
			.parts = &part,
			.n_parts = 1,
			.filter = "",
			.standard = facts->complaint.standard,
			.print = print_here(facts->desk, copy),
		};

		entry.account = facts->account;
		return paper_book_text(handout, &book, out, err);
	}
	case PRINT_LIST: return list_text(facts, handout, out, err);
	case PRINT_BLANK:
		break;
	}
	return blank_text(facts, handout, out, err);
}
