#include <stdio.h>
#include <string.h>

#include "desk/assets.h"
#include "desk/complaint.h"
#include "desk/complaint_act.h"
#include "desk/complaint_intake.h"
#include "desk/complaint_list.h"
#include "desk/complaint_merge.h"
#include "desk/desk.h"
#include "domain/life.h"
#include "domain/refusal.h"
#include "forms/answers.h"
#include "lib/act.h"

static const struct {
	const char *field, *text;
} typed[] = {
	{ "channel", "b" },
	{ "manner", "lisan" },
	{ "read_back", "Y" },
	{ "name", "I Wayan Sudarma" },
	{ "phone", "081355550199" },
	{ "object", "Berkas ditolak tanpa surat" },
	{ "service_date", "2026-10-26" },
	{ "material", "Berkas saya dinyatakan lengkap, lalu diminta lagi." },
	{ "answer", "Berkas Bapak selesai hari ini." },
};

static struct id
complaint_id(int n)
{
	static const struct id none;
	char code[16];

	snprintf(code, sizeof code, "%d", n);
	return id_derived("act-complaint", &none, code);
}

/* What the sheet has room for; an approval is one by event. */
static void
fill(struct answers *answers, const char *word,
    const struct field_context *context)
{
	const struct form *form = answers_form(answers);
	int manner = form_field(form, "manner");

	for (size_t i = 0; i < array_length(typed); i++) {
		int at = form_field(form, typed[i].field);

		if (at != FIELD_ABSENT)
			answers_put(answers, (size_t)at, typed[i].text,
			    context);
	}
	if (strcmp(word, "approve") == 0 && manner != FIELD_ABSENT)
		answers_put(answers, (size_t)manner, "event", context);
}

static void
say_refused(const struct refusals *refusals)
{
	for (size_t i = 0; i < refusals->n; i++)
		fprintf(stderr, "refused: %s %s\n",
		    refusals->list[i].fact.code,
		    refusals->list[i].fact.arg[0]);
}

static enum fail
complain(struct act *act, int n, struct err *err)
{
	struct refusals refusals = { .arena = act->arena };
	struct complaint_intake intake = { .id = complaint_id(n),
		.late_reason = "dari buku", .doubt_reason = "ditanyakan" };
	const struct form *form;
	struct field_context context;
	struct answers *answers;
	struct received received;
	enum fail fail = desk_form(act->desk, "complaint", NULL, &form, err);

	if (!fail)
		fail = desk_context(act->desk, act->arena, &context, err);
	if (fail)
		return fail;
	answers = answers_new(act->arena, form);
	answers_default(answers, &context);
	fill(answers, "complain", &context);
	intake.answers = answers;
	fail = desk_complaint_receive(act->desk, &intake, &refusals,
	    &received, err);
	say_refused(&refusals);
	if (!fail)
		act->number = arena_text(act->arena, received.number);
	return fail;
}

/* A person who sees that it is done does not do it again. */
static bool
is_done(const struct complaint *complaint, const char *word)
{
	if (strcmp(word, "merge") == 0)
		return complaint->into != NULL;
	if (strcmp(word, "approve") == 0)
		return complaint->is_approved;
	for (size_t i = 0; i < complaint->n_events; i++)
		if (strcmp(complaint->events[i].move, word) == 0)
			return true;
	return false;
}

static enum fail
merge(struct act *act, const struct complaint *from, struct err *err)
{
	struct refusals refusals = { .arena = act->arena };
	struct id id = complaint_id(1);
	struct complaint_merging merging = { .from = from,
		.reason = "perkara yang sama" };
	struct complaint_acted acted;
	struct complaint into;
	enum fail fail = desk_complaint(act->desk, &id, act->arena, &into,
	    err);

	merging.into = &into;
	if (!fail)
		fail = desk_complaint_merge(act->desk, &merging, &refusals,
		    &acted, err);
	say_refused(&refusals);
	return fail;
}

static enum fail
act_on(struct act *act, const char *word, const struct complaint *complaint,
    struct err *err)
{
	struct refusals refusals = { .arena = act->arena };
	struct complaint_request request = { .act = word, .seen = complaint };
	struct field_context context;
	struct answers *answers = NULL;
	struct complaint_acted acted;
	struct err none = { 0 };
	enum fail fail = desk_context(act->desk, act->arena, &context, err);

	if (fail)
		return fail;
	fail = desk_complaint_sheet(act->desk, complaint, word, act->arena,
	    &answers, &none);
	if (!fail)
		fill(answers, word, &context);
	request.answers = answers;
	fail = desk_complaint_act(act->desk, &request, &refusals, &acted, err);
	say_refused(&refusals);
	return fail;
}

bool
act_is_of_complaint(const char *word)
{
	static const char *const words[] = { "complain", "review", "draft-answer",
		"approve", "merge" };

	for (size_t i = 0; i < array_length(words); i++)
		if (strcmp(words[i], word) == 0)
			return true;
	return false;
}

enum fail
act_do_complaint(struct act *act, const char *word, int n, struct err *err)
{
	struct id id = complaint_id(n);
	struct complaint complaint;
	enum fail fail;

	if (strcmp(word, "complain") == 0)
		return complain(act, n, err);
	fail = desk_complaint(act->desk, &id, act->arena, &complaint, err);
	if (fail || is_done(&complaint, word))
		return fail;
	act->number = record_text(&complaint.record, COMPLAINT_NUMBER);
	if (strcmp(word, "merge") == 0)
		return merge(act, &complaint, err);
	return act_on(act, strcmp(word, "draft-answer") == 0 ? "draft" : word,
	    &complaint, err);
}

enum fail
act_look_complaints(struct act *act, struct err *err)
{
	const struct complaint_query query = { .order = COMPLAINTS_BY_NUMBER };
	struct complaint_lines lines = { .arena = act->arena, .limit = 100 };
	enum fail fail = desk_complaints(act->desk, &query, &lines, err);

	for (size_t i = 0; i < lines.n && !fail; i++) {
		const struct complaint_line *line = &lines.list[i];
		struct complaint complaint;
		char due[DATE_TEXT_SIZE] = "-";

		fail = desk_complaint(act->desk, &line->id, act->arena,
		    &complaint, err);
		if (fail)
			return fail;
		if (!date_is_none(line->due.date))
			date_print(line->due.date, due);
		printf("complaint %s %s %s %s approved %d into %s\n",
		    line->number, line->state, due, line->object,
		    complaint.is_approved, complaint.into == NULL ? "-" :
		    complaint.into->number);
	}
	return fail;
}
