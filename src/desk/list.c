#include "desk/list.h"

#include <string.h>

#include "desk/case.h"
#include "store/alike.h"
#include "store/applications.h"
#include "store/rows.h"
#include "store/state.h"

static bool
has_move_with(const struct life *life, const char *state,
    enum clock_effect effect)
{
	for (size_t i = 0; i < life->n_moves; i++)
		if (life->moves[i].effect == effect &&
		    move_is_from(&life->moves[i], state))
			return true;
	return false;
}

/*
 * Does a filter mean this state? Which states those are follows from the
 * table of the life: incomplete is where a clock can still start, running
 * where it can stop, ready where only the hand-over is left.
 */
static bool
is_meant(const struct life *life, const struct state *state,
    enum list_filter filter)
{
	bool may_start = has_move_with(life, state->name, CLOCK_START);
	bool may_stop = has_move_with(life, state->name, CLOCK_STOP);

	switch (filter) {
	case LIST_ALL: return true;
	case LIST_OPEN: return state->is_open;
	case LIST_INCOMPLETE: return state->is_open && may_start;
	case LIST_RUNNING: return state->is_open && may_stop && !may_start;
	case LIST_READY: return state->is_open && !may_stop;
	case LIST_ENDED:
		return state->is_end &&
		    strcmp(state->name, "konsultasi") != 0;
	case LIST_CONSULTATIONS:
		return strcmp(state->name, "konsultasi") == 0;
	}
	return false;
}

static struct application_filter
filter_of(const struct desk *desk, const struct list_query *query)
{
	static const enum application_sort sorts[] = {
		[LIST_RECEIVED] = SORT_RECEIVED,
		[LIST_DUE] = SORT_DUE,
		[LIST_NUMBER] = SORT_NUMBER,
	};
	const struct life *life = desk->assets.life;
	struct application_filter filter = { .sort = sorts[query->sort],
		.is_descending = query->is_descending };

	if (query->state != NULL) {
		filter.states[filter.n_states++] = query->state;
		return filter;
	}
	if (query->filter == LIST_ALL)
		return filter;
	for (size_t i = 0; i < life->n_states &&
	     filter.n_states < APPLICATION_STATES_MAX; i++)
		if (is_meant(life, &life->states[i], query->filter))
			filter.states[filter.n_states++] =
			    life->states[i].name;
	return filter;
}

static struct date
date_or_none(const char *text)
{
	struct date date = { 0 };

	if (!date_parse(text, &date))
		date = (struct date){ 0 };
	return date;
}

static struct list_row
row_of(const struct desk *desk, const struct application_row *row)
{
	const struct state *state =
	    life_state(desk->assets.life, row->state);
	struct list_row list = {
		.id = row->id,
		.number = row->number,
		.received = date_or_none(row->received_date),
		.name = row->name,
		.company_name = row->company_name,
		.nib = row->nib,
		.kbli = row->kbli,
		.state = row->state,
		.state_label = state == NULL ? row->state : state->label,
		.is_divided = row->is_divided,
		.due = { date_or_none(row->due), row->due_is_provisional },
		.stopped = date_or_none(row->stopped),
	};

	if (!date_is_none(list.due.date) && date_is_none(list.stopped))
		list.left = calendar_left(desk->assets.calendar,
		    desk_today(desk), list.due.date);
	return list;
}

/* What the store needs to know of a row to go on after it. */
static struct application_row
stored_row(const struct list_row *row, struct arena *arena)
{
	char received[DATE_TEXT_SIZE], due[DATE_TEXT_SIZE];

	date_print(row->received, received);
	date_print(row->due.date, due);
	return (struct application_row){ .id = row->id,
		.number = row->number,
		.received_date = arena_text(arena, received),
		.due = arena_text(arena, due),
		.name = row->name, .company_name = row->company_name,
		.nib = row->nib, .kbli = row->kbli, .state = row->state,
		.started = "", .stopped = "" };
}

enum fail
desk_list(struct desk *desk, const struct list_query *query,
    struct list_page *page, struct err *err)
{
	const struct application_filter filter = filter_of(desk, query);
	struct application_row edge;
	struct application_page stored = { .arena = page->arena,
		.limit = page->limit, .is_backwards = page->is_backwards };
	struct list_row *rows;
	enum fail fail = desk_demand(desk, ACTION_READ, err);

	if (fail)
		return fail;
	if (page->after != NULL) {
		edge = stored_row(page->after, page->arena);
		stored.after = &edge;
	}
	fail = store_applications(desk->store, &filter, &stored, err);
	if (fail)
		return fail;
	rows = arena_array(page->arena, stored.n, sizeof *rows);
	for (size_t i = 0; i < stored.n; i++)
		rows[i] = row_of(desk, &stored.list[i]);
	page->list = rows;
	page->n = stored.n;
	return FAIL_NONE;
}

enum fail
list_count(struct desk *desk, enum list_filter filter, const char *due,
    int64_t *ret_n, struct err *err)
{
	const struct life *life = desk->assets.life;
	int64_t all = 0;
	enum fail fail = FAIL_NONE;

	for (size_t i = 0; i < life->n_states && !fail; i++) {
		int64_t n = 0;

		if (!is_meant(life, &life->states[i], filter))
			continue;
		fail = store_state_count(desk->store, TABLE_APPLICATION,
		    life->states[i].name, due, &n, err);
		all += n;
	}
	if (!fail)
		*ret_n = all;
	return fail;
}

enum fail
desk_list_count(struct desk *desk, const struct list_query *query,
    size_t *ret_n, struct err *err)
{
	int64_t n = 0;
	enum fail fail = desk_demand(desk, ACTION_READ, err);

	if (fail)
		return fail;
	fail = query->state != NULL ?
	    store_state_count(desk->store, TABLE_APPLICATION, query->state,
	    "", &n, err) : list_count(desk, query->filter, "", &n, err);
	if (!fail)
		*ret_n = (size_t)n;
	return fail;
}

enum fail
desk_search(struct desk *desk, const char *query, struct list_page *page,
    struct err *err)
{
	struct ids ids = { .arena = page->arena, .limit = page->limit };
	struct list_row *rows;
	size_t n = 0;
	enum fail fail = desk_demand(desk, ACTION_READ, err);

	if (!fail)
		fail = store_search(desk->store, TABLE_APPLICATION, query,
		    &ids, err);
	if (fail)
		return fail;
	rows = arena_array(page->arena, ids.n, sizeof *rows);
	for (size_t i = 0; i < ids.n && !fail; i++) {
		struct err none = { 0 };

		fail = desk_list_row(desk, &ids.list[i], page->arena,
		    &rows[n], &none);
		n += !fail;
		fail = but_missing(fail, &none, err);
	}
	if (fail)
		return fail;
	page->list = rows;
	page->n = n;
	return FAIL_NONE;
}

enum fail
desk_list_row(struct desk *desk, const struct id *id, struct arena *arena,
    struct list_row *ret_row, struct err *err)
{
	struct application_row row = { 0 };
	enum fail fail = desk_demand(desk, ACTION_READ, err);

	if (!fail)
		fail = store_application_row(desk->store, id, arena, &row,
		    err);
	if (!fail)
		*ret_row = row_of(desk, &row);
	return fail;
}

/* Of copies the one that stays, once. */
static enum fail
without_copies(struct desk *desk, struct ids *ids, struct err *err)
{
	enum fail fail = FAIL_NONE;
	size_t n = 0;

	for (size_t i = 0; i < ids->n && !fail; i++) {
		struct id id = ids->list[i];
		bool is_new = true;

		fail = store_alike_stays(desk->store, &id, &id, err);
		for (size_t j = 0; j < n; j++)
			is_new = is_new && !id_equal(&ids->list[j], &id);
		if (is_new)
			ids->list[n++] = id;
	}
	ids->n = n;
	return fail;
}

static enum fail
search_register(struct desk *desk, enum table_number table,
    const char *query, struct found_records *found, struct err *err)
{
	struct ids ids = { .arena = found->arena, .limit = found->limit };
	struct record *list;
	enum fail fail = desk_demand(desk, ACTION_READ, err);

	if (!fail)
		fail = store_search(desk->store, table, query, &ids, err);
	if (!fail)
		fail = without_copies(desk, &ids, err);
	if (fail)
		return fail;
	list = arena_array(found->arena, ids.n, sizeof *list);
	for (size_t i = 0; i < ids.n && !fail; i++)
		fail = store_get(desk->store, table, &ids.list[i],
		    found->arena, &list[i], err);
	if (fail)
		return fail;
	found->list = list;
	found->n = ids.n;
	return FAIL_NONE;
}

enum fail
desk_search_people(struct desk *desk, const char *query,
    struct found_records *found, struct err *err)
{
	return search_register(desk, TABLE_PERSON, query, found, err);
}

enum fail
desk_search_companies(struct desk *desk, const char *query,
    struct found_records *found, struct err *err)
{
	return search_register(desk, TABLE_COMPANY, query, found, err);
}
