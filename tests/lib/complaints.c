#include "lib/complaints.h"

#include "desk/assets.h"
#include "lib/counter.h"

struct answers *
complaints_form(struct counter *counter, const char *name)
{
	struct field_context context = counter_context(counter);
	const struct form *form;
	struct answers *answers;
	struct err err = { 0 };

	t_done(desk_form(counter->desk, name, NULL, &form, &err), err);
	answers = answers_new(counter->arena, form);
	answers_default(answers, &context);
	return answers;
}

struct answers *
complaints_sheet(struct counter *counter)
{
	static const char *const typed[][2] = {
		{ "channel", "b" },
		{ "manner", "lisan" },
		{ "read_back", "Y" },
		{ "name", "I Wayan Sudarma" },
		{ "phone", "0813-5555-0199" },
		{ "object", "Berkas ditolak tanpa surat" },
		{ "service", "Sertifikat Standar" },
		{ "service_date", "26/10/2026" },
		{ "material", "Berkas saya dinyatakan lengkap, lalu diminta lagi." },
	};
	struct answers *answers = complaints_form(counter, "complaint");

	for (size_t i = 0; i < array_length(typed); i++)
		counter_type(counter, answers, typed[i][0], typed[i][1]);
	return answers;
}

struct id
complaints_receive(struct counter *counter, const struct answers *answers)
{
	struct complaint_intake intake = {
		.id = desk_new_id(counter->desk), .answers = answers };
	struct received received;
	struct err err = { 0 };

	t_done(desk_complaint_receive(counter->desk, &intake, NULL, &received,
	    &err), err);
	return received.id;
}

struct id
complaints_new(struct counter *counter)
{
	return complaints_receive(counter, complaints_sheet(counter));
}

struct complaint
complaints_read(struct counter *counter, struct id id)
{
	struct complaint complaint;
	struct err err = { 0 };

	t_done(desk_complaint(counter->desk, &id, counter->arena, &complaint,
	    &err), err);
	return complaint;
}

struct answers *
complaints_act_sheet(struct counter *counter,
    const struct complaint *complaint, const char *act)
{
	static const char *const typed[][2] = {
		{ "field", "Pelayanan perizinan berusaha" },
		{ "problem", "3" }, { "source", "sp" },
		{ "core", "Waktu penyelesaian tidak pasti" },
		{ "clauses", "32/3" },
		{ "earlier_note", "tidak ada" },
		{ "plan", "klarifikasi" }, { "plan_date", "h" },
		{ "plan_person", "Dedi" },
		{ "kind", "klarifikasi" }, { "side", "internal" },
		{ "result", "Terbukti terlambat." },
		{ "level", "pelaksana" }, { "handler", "Dedi" },
		{ "agency", "Tim Teknis DPMPTSP" },
		{ "apip_reason", "Di luar jangkauan dinas" },
		{ "number", "12/LAP/2026" }, { "recipient", "Kepala Bidang" },
		{ "manner", "event" },
		{ "response", "Sudah diperiksa" }, { "response_date", "h" },
		{ "follow_up", "Berkas diproses" }, { "follow_up_date", "h" },
		{ "answer", "Berkas Bapak selesai hari ini." },
		{ "answer_date", "h" }, { "answer_medium", "Surat" },
		{ "informed", "ya" }, { "informed_date", "h" },
		{ "informed_medium", "Surat" },
		{ "informed_summary", "Berkas selesai" },
		{ "reported_to", "Yusuf Hamdani" }, { "reported_date", "h" },
		{ "forward_to", "Polres" }, { "forward_number", "7/2026" },
		{ "forward_date", "h" }, { "completed_date", "h" },
		{ "date", "h" }, { "reason", "alasan contoh" },
		{ "kind_reason", "Pelapor baru tahu" },
	};
	struct answers *answers;
	struct err err = { 0 };

	if (desk_complaint_sheet(counter->desk, complaint, act,
	    counter->arena, &answers, &err) == FAIL_MISSING)
		return NULL;
	for (size_t i = 0; i < array_length(typed); i++)
		if (form_field(answers_form(answers), typed[i][0]) !=
		    FIELD_ABSENT && *answers_text(answers, typed[i][0]) ==
		    '\0')
			counter_type(counter, answers, typed[i][0],
			    strcmp(act, "treat") == 0 &&
			    strcmp(typed[i][0], "kind") == 0
			    ? "saran" : typed[i][1]);
	return answers;
}

enum fail
complaints_try(struct counter *counter, struct id id, const char *act,
    struct refusals *ret_refusals, struct err *err)
{
	struct complaint seen = complaints_read(counter, id);
	struct complaint_request request = { .act = act, .seen = &seen,
		.answers = complaints_act_sheet(counter, &seen, act) };
	struct complaint_acted acted;

	*ret_refusals = (struct refusals){ .arena = counter->arena };
	return desk_complaint_act(counter->desk, &request, ret_refusals,
	    &acted, err);
}

void
complaints_do(struct counter *counter, struct id id, const char *act)
{
	struct refusals refusals;
	struct err err = { 0 };
	enum fail fail = complaints_try(counter, id, act, &refusals, &err);

	for (size_t i = 0; fail && i < refusals.n; i++)
		print_error("%s: %s %s %s\n", act,
		    refusals.list[i].fact.code, refusals.list[i].clause,
		    refusals.list[i].field);
	if (fail)
		fail_msg("%s: %s", act, err.fact.code);
}

const char *
complaints_state(struct counter *counter, struct id id)
{
	return complaints_read(counter, id).status->state->name;
}

/* What leads there, in order; a step between where a duty is owed. */
void
complaints_bring_to(struct counter *counter, struct id id, const char *state)
{
	static const struct {
		const char *officer, *act;
	} way[] = {
		{ "sri", "review" }, { "sri", "group" }, { "sri", "core" },
		{ "sri", "clauses" }, { "sri", "earlier" }, { "sri", "plan" },
		{ "sri", "internal" }, { "sri", "action" },
		{ "sri", "follow-up" }, { "sri", "level" },
		{ "sri", "response" }, { "sri", "draft" },
		{ "yusuf", "approve" }, { "sri", "answer" },
		{ "sri", "inform" }, { "sri", "report" }, { "sri", "close" },
	};
	const struct life *life = desk_assets(counter->desk)->complaint_life;
	bool is_there = false;
	size_t first = 0;

	counter_sign_in(counter, "sri");
	for (size_t i = 0; i < array_length(way); i++)
		if (life_move(life, way[i].act) != NULL &&
		    strcmp(life_move(life, way[i].act)->to,
		    complaints_state(counter, id)) == 0)
			first = i + 1;
	for (size_t i = first; i < array_length(way); i++) {
		const char *now = complaints_state(counter, id);

		is_there = is_there || strcmp(now, state) == 0;
		/* All steps of that state are taken too. */
		if (is_there && life_move(life, way[i].act) != NULL)
			break;
		counter_sign_in(counter, way[i].officer);
		complaints_do(counter, id, way[i].act);
	}
	counter_sign_in(counter, "sri");
	assert_string_equal(complaints_state(counter, id), state);
}

bool
complaints_refused(const struct refusals *refusals, const char *code,
    const char *clause)
{
	for (size_t i = 0; i < refusals->n; i++)
		if (strcmp(refusals->list[i].fact.code, code) == 0 &&
		    (clause == NULL ||
		    strcmp(refusals->list[i].clause, clause) == 0))
			return true;
	return false;
}
