#include "desk/complaint_look.h"

#include <string.h>

#include "desk/sheet.h"
#include "domain/complaint_clock.h"

/* How lisan is written, and that it was read back (6.2). */
#define MANNER_ORAL "lisan"

static const char form_name[] = "complaint";

void
complaint_rows(const struct answers *answers, const struct id *id,
    struct arena *arena, struct record *ret_complaint,
    struct record *ret_reporter)
{
	*ret_complaint = sheet_record(answers, TABLE_COMPLAINT, id, arena);
	*ret_reporter = people_reporter(answers, ret_complaint, arena);
}

const char *
complaint_kind_label(struct desk *desk, const char *kind)
{
	const struct field_choice *choice;
	const struct form *form;
	int at;

	if (desk_form(desk, form_name, NULL, &form, NULL))
		return kind;
	at = form_field(form, "kind");
	if (at == FIELD_ABSENT)
		return kind;
	choice = field_choice(&form->fields[at], kind);
	return choice != NULL ? choice->text : kind;
}

/* The text of the rule, where it lives as long as the standard. */
static const char *
lasting_clause(const struct standard *standard, const char *id)
{
	const struct clause *clause = standard_clause(standard, id);

	return clause != NULL ? clause->id : "";
}

enum fail
complaint_kind_of(struct desk *desk, const struct standard *standard,
    const struct record *complaint, const struct kind_ruling *ruling,
    struct complaint_kind *ret_kind, struct err *err)
{
	enum book_kind kind = ruling->kind != KIND_KINDS ? ruling->kind
	    : KIND_SUGGESTION;
	struct complaint_kind shown = {
		.kind = book_kind_name(kind),
		.label = complaint_kind_label(desk, book_kind_name(kind)),
		.rule = kind_rule_name(ruling->rule),
		.clause = lasting_clause(standard, ruling->clause),
		.wants_choice = ruling->rule == RULE_LATE,
		.wants_reason = ruling->needs_reason,
		.days = -1,
		.window_end = ruling->last_day,
	};
	struct date arrived = complaint_arrived(complaint);
	struct date served;

	if (date_parse(record_text(complaint, COMPLAINT_SERVICE_DATE),
	    &served) && !date_is_none(arrived))
		shown.days = date_between(served, arrived);
	*ret_kind = shown;
	if (kind != KIND_COMPLAINT || date_is_none(arrived))
		return FAIL_NONE;
	return calendar_due(desk->assets.calendar, arrived,
	    standard->complaint_answer.days, &ret_kind->due, err);
}

/* The sheet names one, or there is only one. */
static const struct standard *
standard_of_sheet(struct desk *desk, struct record *complaint,
    struct arena *arena)
{
	const char *number = record_text(complaint, COMPLAINT_STANDARD);
	const struct standard *standard = NULL;

	if (*number == '\0' && desk->assets.n_standards == 1) {
		number = desk->assets.standards[0]->number;
		record_set_text(complaint, arena, COMPLAINT_STANDARD, number);
	}
	if (desk_standard(desk, number, NULL, &standard, NULL))
		return NULL;
	return standard;
}

enum fail
desk_complaint_kind(struct desk *desk, const struct answers *answers,
    struct complaint_kind *ret_kind, struct err *err)
{
	scoped_arena arena = arena_new();
	const struct id none = { { 0 } };
	const struct standard *standard;
	struct record complaint, reporter;
	struct kind_ruling ruling;

	complaint_rows(answers, &none, arena, &complaint, &reporter);
	standard = standard_of_sheet(desk, &complaint, arena);
	if (standard == NULL)
		return fail_say(err, FAIL_INVALID, "intake.no-standard",
		    record_text(&complaint, COMPLAINT_STANDARD), NULL);
	ruling = complaint_ruling(standard, &complaint,
	    complaint_has_identity(&complaint, &reporter), arena);
	return complaint_kind_of(desk, standard, &complaint, &ruling,
	    ret_kind, err);
}

/* What the act gives goes before what the sheet says. */
static const char *
given(const char *reason, const struct answers *answers, const char *field)
{
	return reason != NULL ? reason : answers_text(answers, field);
}

enum fail
complaint_link_application(struct desk *desk, struct record *complaint,
    struct refusals *refusals, struct arena *arena, struct err *err)
{
	const char *number =
	    record_text(complaint, COMPLAINT_APPLICATION_NUMBER);
	struct records found = { .arena = arena };
	enum fail fail;

	complaint->cell[COMPLAINT_APPLICATION_ID] = (struct value){ 0 };
	if (*number == '\0')
		return FAIL_NONE;
	fail = store_find_text(desk->store, TABLE_APPLICATION,
	    APPLICATION_NUMBER, number, &found, err);
	if (fail)
		return fail;
	if (found.n == 0)
		refusals_add(refusals, NULL, NULL, "application_number",
		    "application.no-number", number, NULL);
	else
		record_set_id(complaint, COMPLAINT_APPLICATION_ID,
		    found.list[0].id);
	return FAIL_NONE;
}

static enum fail
link_box(struct desk *desk, struct complaint_look *look, struct arena *arena,
    struct err *err)
{
	struct record box;
	enum fail fail;

	if (id_is_zero(&look->intake->box))
		return FAIL_NONE;
	fail = store_get(desk->store, TABLE_BOX, &look->intake->box, arena,
	    &box, err);
	if (fail == FAIL_MISSING)
		return fail_say(err, fail, "complaint.no-box", NULL);
	if (!fail)
		record_set_id(&look->complaint, COMPLAINT_BOX_ID, box.id);
	return fail;
}

static void
refuse_missing_reason(bool is_wanted, const char *reason, const char *field,
    const char *code, struct refusals *refusals)
{
	if (is_wanted && !reason_is_given(reason))
		refusals_add(refusals, NULL, NULL, field, code, NULL);
}

/* Everything that keeps it from getting a number. */
static void
refuse(struct desk *desk, struct complaint_look *look, struct arena *arena)
{
	const struct record *complaint = &look->complaint;
	struct refusals *all = &look->refusals;
	bool is_oral = strcmp(record_text(complaint, COMPLAINT_MANNER),
	    MANNER_ORAL) == 0;

	sheet_refusals(look->answers, all);
	if (look->standard == NULL) {
		refusals_add(all, NULL, NULL, "standard",
		    "intake.no-standard", record_text(complaint,
		    COMPLAINT_STANDARD), NULL);
		return;
	}
	complaint_refusals(look->standard, complaint, look->has_identity,
	    desk_today(desk), all);
	if (is_oral && strcmp(record_text(complaint, COMPLAINT_READ_BACK),
	    "Y") != 0)
		refusals_add(all, complaint_clause(look->standard, "6.2",
		    arena), NULL, "read_back", "complaint.not-read-back",
		    NULL);
	if (complaint_names(desk, complaint))
		refusals_add(all, NULL, NULL, "named_officer",
		    "complaint.names-you", NULL);
	refuse_missing_reason(look->is_late, look->late_reason, "late_reason",
	    "intake.late-reason", all);
	refuse_missing_reason(look->is_doubtful, look->doubt_reason,
	    "doubt_reason", "intake.doubt-reason", all);
}

static void
complete(struct desk *desk, struct complaint_look *look, struct arena *arena)
{
	const struct complaint_intake *intake = look->intake;
	struct record *complaint = &look->complaint;
	char today[DATE_TEXT_SIZE];

	date_print(desk_today(desk), today);
	if (!record_has(complaint, COMPLAINT_RECEIVED_DATE))
		record_set_text(complaint, arena, COMPLAINT_RECEIVED_DATE,
		    today);
	if (intake->kind != NULL)
		record_set_text(complaint, arena, COMPLAINT_KIND,
		    intake->kind);
	if (intake->kind_reason != NULL)
		record_set_text(complaint, arena, COMPLAINT_KIND_REASON,
		    intake->kind_reason);
	look->late_reason = given(intake->late_reason, look->answers,
	    "late_reason");
	look->doubt_reason = given(intake->doubt_reason, look->answers,
	    "doubt_reason");
}

enum fail
complaint_look(struct desk *desk, const struct complaint_intake *intake,
    struct arena *arena, struct complaint_look *ret_look, struct err *err)
{
	struct complaint_look look = { .intake = intake,
		.refusals.arena = arena };
	enum fail fail;

	fail = sheet_judged(desk, intake->answers, arena, &look.answers, err);
	if (fail)
		return fail;
	complaint_rows(look.answers, &intake->id, arena, &look.complaint,
	    &look.reporter);
	complete(desk, &look, arena);
	look.standard = standard_of_sheet(desk, &look.complaint, arena);
	look.has_identity = complaint_has_identity(&look.complaint,
	    &look.reporter);
	look.is_late = complaint_is_typed_late(desk->assets.calendar,
	    &look.complaint, desk_today(desk));
	look.is_doubtful = answers_doubtful(look.answers, arena).n > 0;
	if (look.standard != NULL)
		look.ruling = complaint_ruling(look.standard, &look.complaint,
		    look.has_identity, arena);
	refuse(desk, &look, arena);
	fail = complaint_link_application(desk, &look.complaint,
	    &look.refusals, arena, err);
	if (!fail)
		fail = link_box(desk, &look, arena, err);
	if (!fail)
		*ret_look = look;
	return fail;
}
