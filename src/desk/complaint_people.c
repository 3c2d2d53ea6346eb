#include <string.h>

#include "base/text.h"
#include "desk/complaint_inside.h"
#include "desk/sealing.h"
#include "forms/record_map.h"
#include "store/rows.h"

/* Who complains, and who is represented. */

enum { REPRESENTED_MAX = 100 };

/* Cells that say something about a person: all but where the row belongs. */
static bool
is_personal(const struct table *table, size_t cell)
{
	return table->cells[cell].privacy != PRIVACY_PUBLIC;
}

bool
people_has_any(const struct record *person)
{
	for (size_t i = 0; i < person->table->n_cells; i++)
		if (is_personal(person->table, i) &&
		    record_has(person, (int)i))
			return true;
	return false;
}

/* Everybody may see how many they are, and who comes for another. */
const struct record *
people_covered(const struct records *people, struct arena *arena)
{
	struct record *list = arena_array(arena, people->n, sizeof *list);

	for (size_t i = 0; i < people->n; i++) {
		list[i] = people->list[i];
		for (size_t j = 0; j < list[i].table->n_cells; j++)
			if (is_personal(list[i].table, j))
				record_set_text(&list[i], arena, (int)j, "");
		record_set_text(&list[i], arena, COMPLAINANT_SEAL_KEY, "");
	}
	return list;
}

static bool
is_confidential(const struct record *complaint)
{
	return strcmp(record_text(complaint, COMPLAINT_CONFIDENTIAL),
	    "Y") == 0;
}

struct record
people_reporter(const struct answers *answers, struct record *complaint,
    struct arena *arena)
{
	struct id id =
	    id_derived("complainant", &complaint->id, PART_REPORTER);
	struct record person = record_of(TABLE_COMPLAINANT, id);
	const char *sender = record_text(complaint, COMPLAINT_CHANNEL_DETAIL);
	const char *account;

	answers_to_record(answers, &person, arena);
	record_set_id(&person, COMPLAINANT_COMPLAINT_ID, complaint->id);
	record_set_text(&person, arena, COMPLAINANT_PART, PART_REPORTER);
	if (!is_confidential(complaint) || *sender == '\0')
		return person;
	/* The number that called, the address that wrote: his too. */
	account = record_text(&person, COMPLAINANT_ACCOUNT);
	record_set_text(&person, arena, COMPLAINANT_ACCOUNT,
	    *account == '\0' ? sender
	    : arena_print(arena, "%s; %s", account, sender));
	record_set_text(complaint, arena, COMPLAINT_CHANNEL_DETAIL, "");
	return person;
}

/* Sealed before the first row of it is written, or not at all. */
static enum fail
put_person(struct desk *desk, const struct record *complaint,
    struct record *person, struct arena *arena, struct err *err)
{
	enum fail fail = FAIL_NONE;

	if (is_confidential(complaint) && people_has_any(person))
		fail = complainant_seal(desk, person, arena, err);
	else
		complainant_mark(desk, person, arena);
	return fail ? fail : store_put(desk->store, person, err);
}

/* A key that tells nothing of the name. */
static enum fail
put_represented(struct desk *desk, const struct record *complaint, size_t n,
    const char *name, struct arena *arena, struct err *err)
{
	struct record person = record_of(TABLE_COMPLAINANT,
	    id_derived("represented", &complaint->id,
	    arena_print(arena, "%zu", n)));

	record_set_id(&person, COMPLAINANT_COMPLAINT_ID, complaint->id);
	record_set_text(&person, arena, COMPLAINANT_PART, PART_REPRESENTED);
	record_set_text(&person, arena, COMPLAINANT_NAME, name);
	return put_person(desk, complaint, &person, arena, err);
}

/* One person in each line. */
static enum fail
put_lines(struct desk *desk, const struct record *complaint,
    const char *lines, size_t first, struct arena *arena, struct err *err)
{
	enum fail fail = FAIL_NONE;

	for (size_t n = first; *lines != '\0' && n < REPRESENTED_MAX && !fail;
	     n++) {
		size_t size = strcspn(lines, "\n");
		const char *name = arena_bytes(arena, lines, size);

		name += strspn(name, " \t");
		if (*name != '\0')
			fail = put_represented(desk, complaint, n, name,
			    arena, err);
		lines += size + (lines[size] == '\n');
	}
	return fail;
}

enum fail
people_put(struct desk *desk, const struct record *complaint,
    const struct record *reporter, const struct answers *answers,
    size_t first, struct err *err)
{
	scoped_arena arena = arena_new();
	struct record person = *reporter;
	enum fail fail = FAIL_NONE;

	/* A sealed one stays as it is: nobody has typed over it. */
	if (people_has_any(&person) && !complainant_is_sealed(&person))
		fail = put_person(desk, complaint, &person, arena, err);
	return fail ? fail : put_lines(desk, complaint,
	    answers_text(answers, "represented"), first, arena, err);
}

/* It is written down that he reads, before anything is opened. */
static enum fail
note_reveal(struct desk *desk, const struct id *id, const char *reason,
    struct err *err)
{
	scoped_transaction transaction = { 0 };
	enum fail fail = act_begin(desk, ACTION_READ_CONFIDENTIAL,
	    &transaction, err);

	if (!fail)
		fail = access_note(desk, id, ACT_REVEAL, reason, err);
	if (!fail)
		fail = failpoint_reach(&desk->options.failpoint,
		    "commit-reveal", err);
	return fail ? fail : transaction_commit(&transaction, err);
}

static enum fail
demand_reveal(struct desk *desk, const char *reason, struct err *err)
{
	enum fail fail = desk_demand(desk, ACTION_READ_CONFIDENTIAL, err);

	if (fail)
		return fail;
	if (!reason_is_given(reason))
		return fail_say(err, FAIL_INVALID,
		    "complaint.no-reveal-reason", NULL);
	return sealing_demand(desk, err);
}

enum fail
desk_complaint_people(struct desk *desk, const struct id *id,
    const char *reason, struct complaint_people *people, struct err *err)
{
	struct folded_complaint folded;
	enum fail fail = desk_demand(desk, ACTION_READ, err);

	if (!fail)
		fail = complaint_guard(desk, id, err);
	if (!fail)
		fail = complaint_fold(desk, id, desk->assets.calendar,
		    &folded, people->arena, err);
	if (!fail && is_confidential(&folded.complaint)) {
		fail = demand_reveal(desk, reason, err);
		if (!fail)
			fail = note_reveal(desk, id, reason, err);
	}
	if (fail)
		return fail;
	for (size_t i = 0; i < folded.people.n && !fail; i++)
		if (complainant_is_sealed(&folded.people.list[i]))
			fail = complainant_open(desk, &folded.people.list[i],
			    people->arena, err);
	if (fail)
		return fail;
	people->list = folded.people.list;
	people->n = folded.people.n;
	return FAIL_NONE;
}
