#include "desk/alike.h"

#include <string.h>

#include "desk/complaint_inside.h"
#include "desk/fold.h"
#include "store/state.h"

/* Cases that counters led to several states, each end with who did it. */

/* One such case, whatever it is. */
struct divided {
	const struct record *record;
	const struct records *events;
	const struct status *status;
	const struct life *life;
	struct due due;
};

static const struct record *
event_of(const struct records *events, const struct id *id)
{
	for (size_t i = 0; i < events->n; i++)
		if (id_equal(&events->list[i].id, id))
			return &events->list[i];
	return NULL;
}

static struct alike_side
side_of(struct desk *desk, const struct divided *divided, size_t end,
    struct arena *arena)
{
	const char *name = divided->status->end_states[end];
	const struct state *state = life_state(divided->life, name);
	const struct record *event =
	    event_of(divided->events, &divided->status->ends[end]);
	struct alike_side side = { .id = divided->record->id,
		.number = state != NULL ? state->label : name,
		.station = "", .officer_name = "" };

	if (event == NULL)
		return side;
	side.station = record_text(event, EVENT_STATION);
	side.officer_name = officer_name(desk,
	    record_text(event, EVENT_OFFICER), arena);
	side.at_ms = record_integer(event, EVENT_AT);
	return side;
}

/* The end that is shown, and the latest that says something else. */
static struct desk_alike
show(struct desk *desk, const struct divided *divided, struct arena *arena)
{
	const struct status *status = divided->status;
	const char *state = status->state != NULL ? status->state->name : "";
	struct desk_alike shown = { .is_divided = true,
		.alike = { divided->record->table->number,
		    divided->record->id, divided->record->id },
		.what = row_name(divided->record), .due = divided->due };

	for (size_t i = 0; i < status->n_ends; i++) {
		bool is_shown = strcmp(status->end_states[i], state) == 0;

		shown.sides[is_shown ? 0 : 1] = side_of(desk, divided, i,
		    arena);
	}
	return shown;
}

static enum fail
read_application(struct desk *desk, const struct id *id, struct arena *arena,
    struct desk_alike *ret_shown, struct err *err)
{
	struct folded folded;
	enum fail fail = fold(desk, id, desk->assets.calendar, &folded, arena,
	    err);
	struct divided divided;

	if (fail)
		return fail;
	divided = (struct divided){ &folded.application, &folded.events,
		&folded.status, desk->assets.life, folded.clock.due };
	*ret_shown = show(desk, &divided, arena);
	return FAIL_NONE;
}

static enum fail
read_complaint(struct desk *desk, const struct id *id, struct arena *arena,
    struct desk_alike *ret_shown, struct err *err)
{
	struct folded_complaint folded;
	enum fail fail = complaint_fold(desk, id, desk->assets.calendar,
	    &folded, arena, err);
	struct divided divided;

	if (fail)
		return fail;
	divided = (struct divided){ &folded.complaint, &folded.events,
		&folded.status, desk->assets.complaint_life,
		folded.clock.clock.due };
	*ret_shown = show(desk, &divided, arena);
	return FAIL_NONE;
}

/* Those of a table that are there for who works. */
static enum fail
find(struct desk *desk, enum table_number table, struct ids *ids,
    struct err *err)
{
	enum fail fail = store_divided(desk->store, table, ids, err);
	size_t n = 0;

	for (size_t i = 0; i < ids->n && !fail; i++) {
		struct record complaint;

		if (table == TABLE_COMPLAINT)
			fail = store_get(desk->store, table, &ids->list[i],
			    ids->arena, &complaint, err);
		if (!fail && (table != TABLE_COMPLAINT ||
		    !complaint_names(desk, &complaint)))
			ids->list[n++] = ids->list[i];
	}
	if (!fail)
		ids->n = n;
	return fail;
}

enum fail
desk_divided(struct desk *desk, struct arena *arena,
    struct desk_alike **ret_list, size_t *ret_n, struct err *err)
{
	struct ids cases = { .arena = arena }, book = { .arena = arena };
	struct desk_alike *list;
	size_t n = 0;
	enum fail fail = desk_demand(desk, ACTION_READ, err);

	if (!fail)
		fail = find(desk, TABLE_APPLICATION, &cases, err);
	if (!fail)
		fail = find(desk, TABLE_COMPLAINT, &book, err);
	if (fail)
		return fail;
	list = arena_array(arena, cases.n + book.n, sizeof *list);
	for (size_t i = 0; i < cases.n && !fail; i++)
		fail = read_application(desk, &cases.list[i], arena,
		    &list[n++], err);
	for (size_t i = 0; i < book.n && !fail; i++)
		fail = read_complaint(desk, &book.list[i], arena, &list[n++],
		    err);
	if (fail)
		return fail;
	*ret_list = list;
	*ret_n = n;
	return FAIL_NONE;
}

enum fail
desk_divided_count(struct desk *desk, int64_t *ret_n, struct err *err)
{
	scoped_arena arena = arena_new();
	struct ids cases = { .arena = arena }, book = { .arena = arena };
	enum fail fail = desk_demand(desk, ACTION_READ, err);

	if (!fail)
		fail = find(desk, TABLE_APPLICATION, &cases, err);
	if (!fail)
		fail = find(desk, TABLE_COMPLAINT, &book, err);
	if (!fail)
		*ret_n = (int64_t)(cases.n + book.n);
	return fail;
}
