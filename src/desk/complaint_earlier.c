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

static void
relate_marks(struct relation *relation, const struct marks *marks)
{
	relation->nik_mark = marks->nik;
	relation->phone_mark = marks->phone;
	relation->name_mark = marks->name;
}

static void
relate_person(const struct record *person, struct relation *relation)
{
	relation->nik = record_text(person, COMPLAINANT_NIK);
	relation->phone = record_text(person, COMPLAINANT_PHONE);
	relation->name = record_text(person, COMPLAINANT_NAME);
}

static struct complaint_related *
same_case(const struct complaint_earlier *earlier, const struct id *id)
{
	for (size_t i = 0; i < earlier->n; i++)
		if (id_equal(&earlier->list[i].id, id))
			return &earlier->list[i];
	return NULL;
}

/* Before those there are; what was found another way too is one case. */
static enum fail
join(struct desk *desk, const struct relation *relation,
    struct complaint_earlier *earlier, struct err *err)
{
	struct related related = { .arena = earlier->arena,
		.limit = earlier->limit };
	enum fail fail = store_related(desk->store, relation, &related, err);
	struct complaint_related *list;
	size_t n = 0;

	if (fail)
		return fail;
	list = arena_array(earlier->arena, related.n + earlier->n,
	    sizeof *list);
	for (size_t i = 0; i < related.n; i++) {
		struct complaint_related found = show(desk, &related.list[i]);
		struct complaint_related *same =
		    same_case(earlier, &found.id);

		if (same == NULL) {
			list[n++] = found;
			continue;
		}
		same->by_person = same->by_person || found.by_person;
		same->by_name = same->by_name || found.by_name;
	}
	for (size_t i = 0; i < earlier->n; i++)
		list[n++] = earlier->list[i];
	earlier->list = list;
	earlier->n = n;
	return FAIL_NONE;
}

/*
 * Marks tie a confidential entry to others that tell the name: only for who
 * may read it. Without them one is found by what stands there in clear.
 */
enum fail
complaint_earlier_of(struct desk *desk, const struct record *complaint,
    const struct record *reporter, const char *clauses,
    struct complaint_earlier *earlier, struct err *err)
{
	const char *who = act_officer(desk);
	struct relation all = { .except = complaint->id, .hidden_from = who,
		.application_id = record_id(complaint,
		    COMPLAINT_APPLICATION_ID),
		.nib = record_text(complaint, COMPLAINT_NIB),
		.service = record_text(complaint, COMPLAINT_SERVICE),
		.clauses = clauses };
	struct relation by_open = { .except = complaint->id,
		.hidden_from = who };
	bool may = desk_may(desk, ACTION_READ_CONFIDENTIAL);
	struct person_marks marks;
	enum fail fail;

	earlier->n = 0;
	if (reporter != NULL) {
		relate_person(reporter, &all);
		complainant_marks(desk, reporter, &marks);
	}
	if (reporter != NULL && may) {
		relate_marks(&all, &marks.sealed);
		relate_marks(&by_open, &marks.open);
	}
	fail = join(desk, &all, earlier, err);
	if (!fail && reporter != NULL && complainant_is_sealed(reporter))
		fail = join(desk, &by_open, earlier, err);
	return fail;
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
