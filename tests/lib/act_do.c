#include <stdio.h>
#include <string.h>

#include "desk/application.h"
#include "desk/assets.h"
#include "desk/checklist.h"
#include "desk/desk.h"
#include "desk/draft.h"
#include "desk/intake.h"
#include "desk/list.h"
#include "desk/move.h"
#include "domain/checklist.h"
#include "domain/life.h"
#include "domain/standard.h"
#include "forms/answers.h"
#include "lib/act.h"
#include "store/check.h"

struct typed {
	const char *field, *text;
};

/* NIB and NIK are those of the number. */
static const struct typed intake_typed[] = {
	{ "nib", NULL },
	{ "nik", NULL },
	{ "company_name", "PT Contoh Plastik" },
	{ "kbli", "22210" },
	{ "scale", "kecil" },
	{ "siinas_account", "contohplastik" },
	{ "siinas_date", "2026-10-30" },
	{ "location", "luar" },
	{ "article_65", "Surat RDTR 14/10" },
	{ "site_address", "Jl. Raya Cibening 7" },
	{ "site_village", "32.14.13.2002" },
	{ "name", "D\303\251sir\303\251e Ayu Lestari" },
	{ "phone", "081234567890" },
	{ "address", "Jl. Veteran No. 12" },
	{ "village", "32.14.01.1002" },
	{ "proxy", "T" },
};

static const struct typed move_typed[] = {
	{ "date", "2026-11-02" },
	{ "nib", NULL },
	{ "certificate_number", "PB-UMKU 0001" },
	{ "certificate_date", "2026-11-02" },
	{ "signed", "Y" },
	{ "signer", "Kepala DPMPTSP" },
	{ "receiver", "D\303\251sir\303\251e Ayu Lestari" },
	{ "receiver_as", "pemohon" },
	{ "identity_seen", "ktp" },
	{ "handover_date", "2026-11-02" },
};

static struct id
application_id(int n)
{
	static const struct id none;
	char code[16];

	snprintf(code, sizeof code, "%d", n);
	return id_derived("act", &none, code);
}

/* False when the form has no such field, or it is not open. */
static bool
put(struct act *act, struct answers *answers, const struct typed *typed,
    int n, const struct field_context *context)
{
	int at = form_field(answers_form(answers), typed->field);
	const char *text = typed->text;
	struct fact fact;

	if (at == FIELD_ABSENT)
		return false;
	if (strcmp(typed->field, "nib") == 0)
		text = arena_print(act->arena, "12345678%05d", n);
	if (strcmp(typed->field, "nik") == 0)
		text = arena_print(act->arena, "321401550390%04d", n);
	answers_put(answers, (size_t)at, text, context);
	if (strcmp(typed->field, "certificate_number") == 0)
		(void)answers_confirm(answers, (size_t)at, text, strlen(text),
		    context, &fact);
	return true;
}

static enum fail
sheet(struct act *act, const char *name, struct field_context *context,
    struct answers **ret_answers, struct err *err)
{
	const struct form *form;
	enum fail fail = desk_form(act->desk, name, NULL, &form, err);

	if (!fail)
		fail = desk_context(act->desk, act->arena, context, err);
	if (fail)
		return fail;
	*ret_answers = answers_new(act->arena, form);
	answers_default(*ret_answers, context);
	return FAIL_NONE;
}

static enum fail
receive(struct act *act, int n, struct err *err)
{
	struct refusals refusals = { .arena = act->arena };
	struct intake intake = { .id = application_id(n) };
	struct field_context context;
	struct answers *answers;
	struct received received;
	enum fail fail = sheet(act, "application", &context, &answers, err);

	if (fail)
		return fail;
	for (size_t i = 0; i < array_length(intake_typed); i++)
		put(act, answers, &intake_typed[i], n, &context);
	intake.answers = answers;
	intake.doubt_reason = "sudah ditanyakan";
	fail = desk_receive(act->desk, &intake, &refusals, &received, err);
	for (size_t i = 0; i < refusals.n; i++)
		fprintf(stderr, "refused: %s %s\n",
		    refusals.list[i].fact.code, refusals.list[i].fact.arg[0]);
	if (!fail)
		act->number = arena_text(act->arena, received.number);
	return fail;
}

/* Typed field by field and kept at each; what is kept is said. */
static enum fail
draft(struct act *act, int n, struct err *err)
{
	struct id id = application_id(n);
	struct field_context context;
	struct answers *answers;
	enum fail fail = sheet(act, "application", &context, &answers, err);

	for (size_t i = 0; i < array_length(intake_typed) && !fail; i++) {
		put(act, answers, &intake_typed[i], n, &context);
		fail = desk_draft_keep(act->desk, &id, answers, "Draf",
		    intake_typed[i].field, err);
		if (!fail)
			printf("kept %s\n", intake_typed[i].field);
	}
	return fail;
}

static enum fail
check(struct act *act, int n, bool is_all, struct err *err)
{
	struct id id = application_id(n);
	struct checklist checklist;
	enum fail fail = desk_checklist(act->desk, &id, act->arena,
	    &checklist, err);

	for (size_t i = 0; i < checklist.n && !fail; i++) {
		const struct requirement *requirement =
		    checklist.rows[i].requirement;
		struct check judged = { .application = id,
			.clause = requirement->clause,
			.result = "B", .note = "", .document = "asli" };

		if (i > 0 && !is_all)
			break;
		if (requirement->stage == STAGE_COMPLETE)
			fail = desk_check(act->desk, &judged, err);
	}
	return fail;
}

static bool
has_moved(const struct application *application, const char *move)
{
	for (size_t i = 0; i < application->n_events; i++)
		if (strcmp(application->events[i].move, move) == 0)
			return true;
	return false;
}

static enum fail
move_form(struct act *act, const struct move *move, int n,
    struct answers **ret_answers, struct err *err)
{
	struct field_context context;
	enum fail fail;

	if (*move->form == '\0')
		return FAIL_NONE;
	fail = sheet(act, move->form, &context, ret_answers, err);
	for (size_t i = 0; i < array_length(move_typed) && !fail; i++)
		put(act, *ret_answers, &move_typed[i], n, &context);
	return fail;
}

/* A person who sees that it is done does not do it again. */
static enum fail
move(struct act *act, const char *word, int n, struct err *err)
{
	struct refusals refusals = { .arena = act->arena };
	struct id id = application_id(n);
	struct application application;
	struct answers *answers = NULL;
	struct move_request request = { .application = id, .move = word };
	struct moved moved;
	const struct move *known =
	    life_move(desk_assets(act->desk)->life, word);
	enum fail fail;

	if (known == NULL)
		return fail_set(err, FAIL_INVALID, "no act %s", word);
	fail = desk_application(act->desk, &id, act->arena, &application,
	    err);
	if (fail || has_moved(&application, word))
		return fail;
	fail = move_form(act, known, n, &answers, err);
	request.seen = application.status->ends;
	request.n_seen = application.status->n_ends;
	request.answers = answers;
	if (!fail)
		fail = desk_move(act->desk, &request, &refusals, &moved, err);
	for (size_t i = 0; i < refusals.n; i++)
		fprintf(stderr, "refused: %s %s\n",
		    refusals.list[i].fact.code, refusals.list[i].fact.arg[0]);
	return fail;
}

enum fail
act_do(struct act *act, const char *word, int n, struct err *err)
{
	act->number = "";
	if (act_is_of_complaint(word))
		return act_do_complaint(act, word, n, err);
	if (strcmp(word, "receive") == 0)
		return receive(act, n, err);
	if (strcmp(word, "draft") == 0)
		return draft(act, n, err);
	if (strcmp(word, "check") == 0 || strcmp(word, "checks") == 0)
		return check(act, n, strcmp(word, "checks") == 0, err);
	return move(act, word, n, err);
}

static enum fail
look_at_cases(struct act *act, struct err *err)
{
	struct list_query query = { .sort = LIST_NUMBER };
	struct list_page page = { .arena = act->arena,
		.limit = LIST_PAGE_MAX };
	enum fail fail = desk_list(act->desk, &query, &page, err);

	for (size_t i = 0; i < page.n && !fail; i++) {
		const struct list_row *row = &page.list[i];
		char due[DATE_TEXT_SIZE] = "-";

		if (!date_is_none(row->due.date))
			date_print(row->due.date, due);
		printf("case %s %s %s\n", row->number, row->state, due);
	}
	return fail;
}

/* Fields that were typed, in the order of typing. */
static enum fail
look_at_drafts(struct act *act, struct err *err)
{
	struct desk_draft *drafts;
	size_t n = 0;
	enum fail fail = desk_drafts(act->desk, false, act->arena, &drafts,
	    &n, err);

	for (size_t i = 0; i < n && !fail; i++) {
		struct desk_draft taken;

		fail = desk_draft_take(act->desk, drafts[i].form,
		    &drafts[i].id, act->arena, &taken, err);
		if (fail)
			return fail;
		printf("draft at %s:", drafts[i].field);
		for (size_t j = 0; j < array_length(intake_typed); j++) {
			const char *name = intake_typed[j].field;

			if (*answers_text(taken.answers, name) != '\0')
				printf(" %s", name);
		}
		printf("\n");
	}
	return fail;
}

enum fail
act_look(struct act *act, struct err *err)
{
	struct findings findings = { .arena = act->arena };
	uint8_t hash[HASH_SIZE];
	char text[HASH_HEX_SIZE];
	enum fail fail;

	act_begin_word(act, "look", 0);
	fail = act_sign_in(act, "look", err);
	if (!fail)
		fail = store_digest(act->store, hash, err);
	if (fail)
		return fail;
	hash_print(hash, text);
	printf("digest %s\n", text);
	fail = look_at_cases(act, err);
	if (!fail)
		fail = act_look_complaints(act, err);
	if (!fail)
		fail = look_at_drafts(act, err);
	if (!fail)
		fail = store_check(act->store, &findings, err);
	for (size_t i = 0; i < findings.n && !fail; i++)
		printf("found %s %s\n", findings.list[i].code,
		    findings.list[i].arg[0]);
	return fail;
}
