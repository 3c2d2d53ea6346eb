#include "desk/demo_book.h"

#include <string.h>

#include "desk/complaint.h"
#include "desk/complaint_act.h"
#include "desk/complaint_intake.h"
#include "desk/complaint_step.h"
#include "forms/answers.h"

/* A sheet while it is filled. */
struct sheet {
	struct demo_data *data;
	struct arena *arena;
	struct answers *answers;
	struct field_context context;
};

static void
type(struct sheet *sheet, const char *name, const char *text)
{
	int at = form_field(answers_form(sheet->answers), name);

	if (at != FIELD_ABSENT)
		answers_type(sheet->answers, (size_t)at, text, strlen(text),
		    &sheet->context);
}

enum action
demo_book_action(const struct desk *desk, const char *act)
{
	struct complaint_step step;

	if (!complaint_step_find(desk->assets.complaint_life, act, &step))
		return ACTION_REVIEW_COMPLAINT;
	return step.need == NEED_APPROVED ? ACTION_APPROVE_ANSWER
	    : complaint_step_action(&step, NULL);
}

/* Each draw stands in its own line, so that its order is fixed. */
static void
type_person(struct sheet *sheet)
{
	struct demo_data *data = sheet->data;
	const char *family = demo_word(data, DEMO_FAMILY);
	const char *name = demo_word(data, demo_happens(data, 50)
	    ? DEMO_WOMAN : DEMO_MAN);
	int phone = (int)demo_draw(data, 100000);
	bool is_confidential = demo_happens(data, 15);

	type(sheet, "name", arena_print(sheet->arena, "%s %s", name, family));
	type(sheet, "phone", arena_print(sheet->arena, "0812000%05d", phone));
	type(sheet, "confidential", is_confidential ? "Y" : "T");
}

static void
fill_entry(struct sheet *sheet)
{
	struct demo_data *data = sheet->data;
	const struct demo_entry *entry =
	    &data->entries[demo_draw(data, data->n_entries)];
	bool is_slip = strcmp(entry->channel, "m") == 0;
	int days = 1 + (int)demo_draw(data, 20);

	type(sheet, "channel", entry->channel);
	type(sheet, "manner", strchr("abd", *entry->channel) != NULL
	    ? "lisan" : "tulisan");
	type(sheet, "read_back", "Y");
	type(sheet, "object", entry->object);
	type(sheet, "material", entry->material);
	type(sheet, "service_date", arena_print(sheet->arena, "h-%d", days));
	if (!is_slip)
		type_person(sheet);
	type(sheet, "note", demo_word(data, DEMO_NOTE));
}

static enum fail
begin(struct desk *desk, struct demo_data *data, struct arena *arena,
    struct sheet *ret_sheet, struct err *err)
{
	const struct form *form;
	enum fail fail = desk_form(desk, "complaint", NULL, &form, err);

	*ret_sheet = (struct sheet){ .data = data, .arena = arena };
	if (!fail)
		fail = desk_context(desk, arena, &ret_sheet->context, err);
	if (fail)
		return fail;
	ret_sheet->answers = answers_new(arena, form);
	answers_default(ret_sheet->answers, &ret_sheet->context);
	return FAIL_NONE;
}

enum fail
demo_book_receive(struct desk *desk, struct demo_data *data,
    const struct id *id, struct arena *arena, struct err *err)
{
	struct complaint_intake intake = { .id = *id };
	struct received received;
	struct sheet sheet;
	enum fail fail = begin(desk, data, arena, &sheet, err);

	if (fail)
		return fail;
	fill_entry(&sheet);
	intake.answers = sheet.answers;
	return desk_complaint_receive(desk, &intake, NULL, &received, err);
}

/* The element it is about, from what was complained of. */
static const char *
problem_of(const struct demo_data *data, const struct complaint *complaint)
{
	const char *object = record_text(&complaint->record,
	    COMPLAINT_OBJECT);

	for (size_t i = 0; i < data->n_entries; i++)
		if (strcmp(data->entries[i].object, object) == 0)
			return data->entries[i].problem;
	return "1";
}

/* Clause of an element: the first six are 1 to 5 and 8, the seventh is 9. */
static const char *
clause_of(const char *problem)
{
	static const char *const clauses[] = { "32/1", "32/2", "32/3",
		"32/4", "32/5", "32/8", "32/9" };
	size_t at = (size_t)(*problem - '1');

	return at < array_length(clauses) ? clauses[at] : "32/2";
}

static void
fill_act(struct sheet *sheet, const struct complaint *complaint,
    const char *act)
{
	struct demo_data *data = sheet->data;
	const char *problem = problem_of(data, complaint);
	const char *note = demo_word(data, DEMO_NOTE);
	const char *answer = demo_word(data, DEMO_ANSWER);
	const char *result = demo_word(data, DEMO_RESULT);
	const char *handler = demo_word(data, DEMO_HANDLER);
	const char *signer = demo_word(data, DEMO_SIGNER);
	bool is_action = strcmp(act, "action") == 0;
	const char *const typed[][2] = {
		{ "field", handler }, { "problem", problem },
		{ "source", "sp" }, { "core", record_text(
		    &complaint->record, COMPLAINT_OBJECT) },
		{ "clauses", clause_of(problem) },
		{ "earlier_note", note }, { "plan", "klarifikasi" },
		{ "plan_date", "h" }, { "plan_person", handler },
		{ "kind", is_action ? "klarifikasi" : "" },
		{ "result", result }, { "level", "pelaksana" },
		{ "handler", handler }, { "agency", handler },
		{ "number", "CONTOH/1" }, { "recipient", signer },
		{ "manner", "event" }, { "response", result },
		{ "response_date", "h" }, { "follow_up", result },
		{ "follow_up_date", "h" }, { "answer", answer },
		{ "answer_date", "h" }, { "answer_medium", "Surat" },
		{ "informed", "ya" }, { "informed_date", "h" },
		{ "informed_medium", "Surat" },
		{ "informed_summary", answer }, { "reported_to", signer },
		{ "reported_date", "h" }, { "forward_to", handler },
		{ "forward_number", "CONTOH/2" }, { "forward_date", "h" },
	};

	for (size_t i = 0; i < array_length(typed); i++)
		if (*typed[i][1] != '\0')
			type(sheet, typed[i][0], typed[i][1]);
}

/* Possible now? A slip from the box ends in its own way. */
static enum fail
find_act(struct desk *desk, const struct id *id, const char *act,
    struct arena *arena, const char **ret_act, struct err *err)
{
	struct complaint_option *options;
	size_t n;
	enum fail fail = desk_complaint_options(desk, id, arena, &options, &n,
	    err);

	*ret_act = NULL;
	for (size_t i = 0; i < n && !fail; i++)
		if (options[i].is_allowed &&
		    (strcmp(options[i].name, act) == 0 ||
		    (strcmp(act, "close") == 0 &&
		    strcmp(options[i].name, "close-suggestion") == 0)))
			*ret_act = options[i].name;
	return fail;
}

enum fail
demo_book_do(struct desk *desk, struct demo_data *data, const struct id *id,
    const char *act, struct arena *arena, struct err *err)
{
	struct sheet sheet = { .data = data, .arena = arena };
	struct complaint complaint;
	struct complaint_request request = { .seen = &complaint };
	struct complaint_acted acted;
	struct err none = { 0 };
	enum fail fail = find_act(desk, id, act, arena, &request.act, err);

	if (fail || request.act == NULL)
		return fail;
	fail = desk_complaint(desk, id, arena, &complaint, err);
	if (!fail)
		fail = desk_context(desk, arena, &sheet.context, err);
	if (fail)
		return fail;
	fail = desk_complaint_sheet(desk, &complaint, request.act, arena,
	    &sheet.answers, &none);
	if (!fail)
		fill_act(&sheet, &complaint, act);
	if (but_missing(fail, &none, err))
		return fail;
	request.answers = sheet.answers;
	return desk_complaint_act(desk, &request, NULL, &acted, err);
}
