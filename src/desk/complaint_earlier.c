#include "desk/complaint_earlier.h"

#include "desk/complaint_inside.h"
#include "desk/sealing.h"
#include "store/complaints.h"

static const char *
label_of(const struct desk *desk, const struct related_case *found)
{
	const struct life *life = found->table == TABLE_APPLICATION
	    ? desk->assets.life : desk->assets.complaint_life;
	const struct state *state = life_state(life, found->state);

	return state != NULL ? state->label : found->state;
}

static struct complaint_related
show(const struct desk *desk, const struct related_case *found)
{
	struct complaint_related shown = {
		.id = found->id,
		.is_application = found->table == TABLE_APPLICATION,
		.number = found->number,
		.about = found->about,
		.state_label = label_of(desk, found),
		.by_person = (found->by & RELATED_PERSON) != 0,
		.by_application = (found->by & RELATED_APPLICATION) != 0,
		.by_company = (found->by & RELATED_COMPANY) != 0,
		.by_name = (found->by & RELATED_NAME) != 0,
		.by_clause = (found->by & RELATED_CLAUSE) != 0,
		.by_service = (found->by & RELATED_SERVICE) != 0,
	};

	if (!date_parse(found->received_date, &shown.received))
		shown.received = (struct date){ 0 };
	return shown;
}

/*
 * Marks tie a confidential entry to others that tell the name: only for who
 * may read it. Without them one is found by what stands there in clear.
 */
static void
relate_person(const struct desk *desk, const struct record *person,
    struct relation *relation, struct arena *arena)
{
	struct record *reporter = arena_alloc(arena, sizeof *reporter);

	*reporter = *person;
	if (!complainant_is_sealed(reporter))
		complainant_mark(desk, reporter, arena);
	relation->nik = record_text(reporter, COMPLAINANT_NIK);
	relation->phone = record_text(reporter, COMPLAINANT_PHONE);
	relation->name = record_text(reporter, COMPLAINANT_NAME);
	if (!desk_may(desk, ACTION_READ_CONFIDENTIAL))
		return;
	relation->nik_mark = record_text(reporter, COMPLAINANT_NIK_MARK);
	relation->phone_mark = record_text(reporter, COMPLAINANT_PHONE_MARK);
	relation->name_mark = record_text(reporter, COMPLAINANT_NAME_MARK);
}

enum fail
complaint_earlier_of(struct desk *desk, const struct record *complaint,
    const struct record *reporter, const char *clauses,
    struct complaint_earlier *earlier, struct err *err)
{
	struct related related = { .arena = earlier->arena,
		.limit = earlier->limit };
	struct relation relation = {
		.except = complaint->id,
		.application_id = record_id(complaint,
		    COMPLAINT_APPLICATION_ID),
		.nib = record_text(complaint, COMPLAINT_NIB),
		.service = record_text(complaint, COMPLAINT_SERVICE),
		.clauses = clauses,
		.hidden_from = act_officer(desk),
	};
	enum fail fail;

	if (reporter != NULL)
		relate_person(desk, reporter, &relation, earlier->arena);
	fail = store_related(desk->store, &relation, &related, err);
	if (fail)
		return fail;
	earlier->list = arena_array(earlier->arena, related.n,
	    sizeof *earlier->list);
	earlier->n = related.n;
	for (size_t i = 0; i < related.n; i++)
		earlier->list[i] = show(desk, &related.list[i]);
	return FAIL_NONE;
}

/* Read again, because a sealed pelapor is not in what a screen holds. */
enum fail
desk_complaint_earlier(struct desk *desk, const struct complaint *complaint,
    struct complaint_earlier *earlier, struct err *err)
{
	struct folded_complaint folded;
	enum fail fail = desk_demand(desk, ACTION_READ, err);

	if (!fail)
		fail = complaint_guard(desk, &complaint->record.id, err);
	if (!fail)
		fail = complaint_fold(desk, &complaint->record.id,
		    desk->assets.calendar, &folded, earlier->arena, err);
	return fail ? fail : complaint_earlier_of(desk, &folded.complaint,
	    folded.reporter, record_text(&folded.review, REVIEW_CLAUSES),
	    earlier, err);
}
