#include "desk/complaint_list.h"

#include <string.h>

#include "desk/complaint_line.h"
#include "desk/complaint_look.h"
#include "desk/inside.h"
#include "domain/complaint_words.h"
#include "domain/process_clock.h"
#include "store/complaints.h"

static struct date
date_or_none(const char *text)
{
	struct date date = { 0 };

	if (!date_parse(text, &date))
		date = (struct date){ 0 };
	return date;
}

static void
add_states(const struct life *life, bool is_open,
    struct complaint_filter *filter)
{
	for (size_t i = 0; i < life->n_states &&
	     filter->n_states < COMPLAINT_STATES_MAX; i++)
		if (life->states[i].is_open == is_open)
			filter->states[filter->n_states++] =
			    life->states[i].name;
}

/* Days the filter's dates are written in, for as long as it is used. */
struct bounds {
	char due_from[DATE_TEXT_SIZE], due_to[DATE_TEXT_SIZE];
	char received_from[DATE_TEXT_SIZE], received_to[DATE_TEXT_SIZE];
};

/* The day up to which a due date is soon: as the marks of the clock say. */
static enum fail
soon_day(const struct desk *desk, char text[DATE_TEXT_SIZE], struct err *err)
{
	struct due due;
	enum fail fail = calendar_due(desk->assets.calendar,
	    desk_today(desk), PROCESS_DUE_SOON, &due, err);

	if (!fail)
		date_print(due.date, text);
	return fail;
}

/* Every kind but pengaduan is in the state that the first move of a
 * suggestion leads to. */
static void
show_suggestions(const struct life *life, struct complaint_filter *filter)
{
	const struct move *move = life_move(life, MOVE_RECORD_SUGGESTION);

	if (move != NULL)
		filter->states[filter->n_states++] = move->to;
}

static enum fail
bound(const struct desk *desk, enum complaint_show show,
    struct complaint_filter *filter, struct bounds *bounds, struct err *err)
{
	const struct life *life = desk->assets.complaint_life;

	switch (show) {
	case COMPLAINTS_ALL:
		break;
	case COMPLAINTS_OPEN:
		add_states(life, true, filter);
		break;
	case COMPLAINTS_OVERDUE:
		date_print(date_add(desk_today(desk), -1), bounds->due_to);
		filter->due_to = bounds->due_to;
		break;
	case COMPLAINTS_SOON:
		date_print(desk_today(desk), bounds->due_from);
		filter->due_from = bounds->due_from;
		filter->due_to = bounds->due_to;
		return soon_day(desk, bounds->due_to, err);
	case COMPLAINTS_UNANSWERED:
		filter->due_from = "0001-01-01";
		break;
	case COMPLAINTS_SUGGESTIONS:
		show_suggestions(life, filter);
		break;
	case COMPLAINTS_ENDED:
		add_states(life, false, filter);
		break;
	}
	return FAIL_NONE;
}

static enum fail
filter_of(const struct desk *desk, const struct complaint_query *query,
    struct bounds *bounds, struct complaint_filter *ret_filter,
    struct err *err)
{
	static const enum complaint_sort sorts[] = {
		[COMPLAINTS_BY_LEFT] = COMPLAINTS_DUE,
		[COMPLAINTS_BY_RECEIVED] = COMPLAINTS_RECEIVED,
		[COMPLAINTS_BY_NUMBER] = COMPLAINTS_NUMBER,
	};
	struct complaint_filter filter = {
		.sort = sorts[query->order],
		.is_descending = query->is_descending,
		.kind = query->kind, .channel = query->channel,
		.problem = query->problem, .clause = query->clause,
		.service = query->service, .text = query->text,
		.hidden_from = act_officer(desk),
	};
	enum fail fail = FAIL_NONE;

	if (query->state != NULL)
		filter.states[filter.n_states++] = query->state;
	else
		fail = bound(desk, query->show, &filter, bounds, err);
	if (fail)
		return fail;
	if (!date_is_none(query->received_from)) {
		date_print(query->received_from, bounds->received_from);
		filter.received_from = bounds->received_from;
	}
	if (!date_is_none(query->received_to)) {
		date_print(query->received_to, bounds->received_to);
		filter.received_to = bounds->received_to;
	}
	*ret_filter = filter;
	return FAIL_NONE;
}

static const char *
channel_label(const struct desk *desk, const char *key)
{
	const struct channel_words *channel =
	    complaint_channel(desk->assets.complaints, key);

	return channel != NULL ? channel->brief : key;
}

static struct complaint_line
line_of(struct desk *desk, const struct complaint_row *row)
{
	const struct state *state =
	    life_state(desk->assets.complaint_life, row->state);
	struct complaint_line line = {
		.id = row->id,
		.number = row->number,
		.kind = row->kind,
		.kind_label = complaint_kind_label(desk, row->kind),
		.channel = row->channel,
		.channel_label = channel_label(desk, row->channel),
		.received = date_or_none(row->received_date),
		.completed = date_or_none(row->completed_date),
		.name = row->name,
		.is_confidential = row->is_confidential,
		.object = row->object, .company_name = row->company_name,
		.problem = row->problem,
		.level = complaint_level_text(desk->assets.complaints,
		    row->class, row->level),
		.state = row->state,
		.state_label = state == NULL ? row->state : state->label,
		.due = { date_or_none(row->due), row->due_is_provisional },
		.stopped = date_or_none(row->stopped),
	};

	if (date_is_none(line.due.date))
		return line;
	line.left = calendar_left(desk->assets.calendar, desk_today(desk),
	    line.due.date);
	line.is_soon = !line.left.is_overdue &&
	    line.left.days <= PROCESS_DUE_SOON;
	return line;
}

/* What the store needs to know of a row to go on after it. */
static struct complaint_row
stored_row(const struct complaint_line *line, struct arena *arena)
{
	char received[DATE_TEXT_SIZE], due[DATE_TEXT_SIZE];

	date_print(line->received, received);
	date_print(line->due.date, due);
	return (struct complaint_row){ .id = line->id,
		.number = line->number, .kind = line->kind,
		.channel = line->channel,
		.received_date = arena_text(arena, received),
		.completed_date = "", .name = line->name,
		.object = line->object, .company_name = line->company_name,
		.problem = line->problem, .class = "", .level = "",
		.state = line->state, .due = arena_text(arena, due),
		.started = "", .stopped = "" };
}

enum fail
desk_complaints(struct desk *desk, const struct complaint_query *query,
    struct complaint_lines *lines, struct err *err)
{
	struct complaint_page page = { .arena = lines->arena,
		.limit = lines->limit, .is_backwards = lines->is_backwards };
	struct complaint_filter filter;
	struct complaint_row edge;
	struct bounds bounds;
	enum fail fail = desk_demand(desk, ACTION_READ, err);

	if (!fail)
		fail = filter_of(desk, query, &bounds, &filter, err);
	if (fail)
		return fail;
	if (lines->after != NULL) {
		edge = stored_row(lines->after, lines->arena);
		page.after = &edge;
	}
	fail = store_complaints(desk->store, &filter, &page, err);
	if (fail)
		return fail;
	lines->list = arena_array(lines->arena, page.n, sizeof *lines->list);
	lines->n = page.n;
	for (size_t i = 0; i < page.n; i++)
		lines->list[i] = line_of(desk, &page.list[i]);
	return FAIL_NONE;
}

enum fail
desk_complaint_count(struct desk *desk, const struct complaint_query *query,
    size_t *ret_n, struct err *err)
{
	struct complaint_filter filter;
	struct bounds bounds;
	enum fail fail = desk_demand(desk, ACTION_READ, err);

	if (!fail)
		fail = filter_of(desk, query, &bounds, &filter, err);
	return fail ? fail : store_complaint_count(desk->store, &filter,
	    SIZE_MAX, ret_n, err);
}

enum fail
desk_complaint_search(struct desk *desk, const char *typed,
    struct complaint_lines *lines, struct err *err)
{
	const struct complaint_query query = { .text = typed,
		.order = COMPLAINTS_BY_RECEIVED, .is_descending = true };

	return desk_complaints(desk, &query, lines, err);
}

enum fail
complaint_line_read(struct desk *desk, const struct id *id,
    struct arena *arena, struct complaint_line *ret_line, struct err *err)
{
	struct complaint_row row;
	enum fail fail = store_complaint_row(desk->store, id,
	    act_officer(desk), arena, &row, err);

	if (fail == FAIL_MISSING)
		return fail_say(err, fail, "complaint.none", NULL);
	if (!fail)
		*ret_line = line_of(desk, &row);
	return fail;
}

enum fail
desk_complaint_line(struct desk *desk, const struct id *id,
    struct arena *arena, struct complaint_line *ret_line, struct err *err)
{
	enum fail fail = desk_demand(desk, ACTION_READ, err);

	if (!fail)
		fail = complaint_guard(desk, id, err);
	return fail ? fail : complaint_line_read(desk, id, arena, ret_line,
	    err);
}
