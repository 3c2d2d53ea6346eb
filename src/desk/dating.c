#include "desk/dating.h"

#include <stdio.h>
#include <string.h>

#include "desk/closure.h"
#include "desk/complaint_fold.h"
#include "desk/fold.h"
#include "store/applications.h"
#include "store/complaints.h"
#include "store/setting.h"

enum { SCAN_PAGE = 200 };

static const char digest_name[] = "calendar-digest";

/* Moved cases while they are found. */
struct moving {
	struct arena *arena;
	struct moved_case *list;
	size_t n, room;
};

/* A case as it stands in the list. */
struct dated {
	struct id id;
	enum table_number table;
	const char *number, *name, *due;
	bool is_provisional;
};

/* And its date by another calendar. */
static void
moved_add(struct moving *moving, const struct dated *row,
    const struct due *after)
{
	struct moved_case *last;

	moving->list = arena_grow(moving->arena, moving->list, moving->n,
	    &moving->room, sizeof *moving->list);
	last = &moving->list[moving->n++];
	last->id = row->id;
	last->table = row->table;
	last->number = arena_text(moving->arena, row->number);
	last->name = arena_text(moving->arena, row->name);
	last->before.is_provisional = row->is_provisional;
	if (!date_parse(row->due, &last->before.date))
		last->before.date = (struct date){ 0 };
	last->after = *after;
}

static void
compare(const struct dated *row, const struct process_clock *clock,
    struct moving *moving)
{
	char after[DATE_TEXT_SIZE];

	if (clock->state != PROCESS_RUNNING)
		return;
	date_print(clock->due.date, after);
	if (strcmp(after, row->due) != 0 ||
	    clock->due.is_provisional != row->is_provisional)
		moved_add(moving, row, &clock->due);
}

static enum fail
look(struct desk *desk, const struct calendar *calendar,
    const struct application_row *row, struct moving *moving,
    struct err *err)
{
	const struct dated dated = { row->id, TABLE_APPLICATION, row->number,
		row->name, row->due, row->due_is_provisional };
	scoped_arena scratch = arena_new();
	struct folded folded;
	enum fail fail;

	if (row->stopped[0] != '\0')
		return FAIL_NONE;
	fail = fold(desk, &row->id, calendar, &folded, scratch, err);
	if (!fail)
		compare(&dated, &folded.clock, moving);
	return fail;
}

/* Who is complained of does not read the number here either. */
static enum fail
look_complaint(struct desk *desk, const struct calendar *calendar,
    const struct complaint_row *row, struct moving *moving, struct err *err)
{
	struct dated dated = { row->id, TABLE_COMPLAINT, row->number, "",
		row->due, row->due_is_provisional };
	scoped_arena scratch = arena_new();
	struct folded_complaint folded;
	enum fail fail = complaint_fold(desk, &row->id, calendar, &folded,
	    scratch, err);

	if (fail)
		return fail;
	if (complaint_names(desk, &folded.complaint))
		dated.number = "";
	compare(&dated, &folded.clock.clock, moving);
	return FAIL_NONE;
}

static struct application_filter
running(const struct life *life)
{
	struct application_filter filter = { .sort = SORT_DUE };

	for (size_t i = 0; i < life->n_states; i++)
		if (life->states[i].is_open &&
		    filter.n_states < APPLICATION_STATES_MAX)
			filter.states[filter.n_states++] =
			    life->states[i].name;
	return filter;
}

static enum fail
scan_applications(struct desk *desk, const struct calendar *calendar,
    struct moving *moving, struct err *err)
{
	struct application_filter filter = running(desk->assets.life);
	scoped_arena rows = arena_new();
	struct application_page page = { .arena = rows, .limit = SCAN_PAGE };
	enum fail fail;

	do {
		fail = store_applications(desk->store, &filter, &page, err);
		for (size_t i = 0; i < page.n && !fail; i++)
			fail = look(desk, calendar, &page.list[i], moving,
			    err);
		if (fail)
			return fail;
		/* Cases without a date come last. */
		page.after = page.n > 0 ? &page.list[page.n - 1] : NULL;
	} while (page.n == page.limit && page.after->due[0] != '\0');
	return FAIL_NONE;
}

/* Those whose clock runs have a due date; they come first. */
static enum fail
scan_complaints(struct desk *desk, const struct calendar *calendar,
    struct moving *moving, struct err *err)
{
	const struct complaint_filter filter = { .sort = COMPLAINTS_DUE };
	scoped_arena rows = arena_new();
	struct complaint_page page = { .arena = rows, .limit = SCAN_PAGE };
	bool has_date = true;
	enum fail fail;

	do {
		fail = store_complaints(desk->store, &filter, &page, err);
		for (size_t i = 0; i < page.n && !fail && has_date; i++) {
			has_date = page.list[i].due[0] != '\0';
			if (has_date)
				fail = look_complaint(desk, calendar,
				    &page.list[i], moving, err);
		}
		page.after = page.n > 0 ? &page.list[page.n - 1] : NULL;
	} while (!fail && page.n == page.limit && has_date);
	return fail;
}

enum fail
dating_scan(struct desk *desk, const struct calendar *calendar,
    struct arena *arena, struct moved_cases *ret_moved, struct err *err)
{
	struct moving moving = { .arena = arena };
	enum fail fail = scan_applications(desk, calendar, &moving, err);

	if (!fail)
		fail = scan_complaints(desk, calendar, &moving, err);
	if (!fail)
		*ret_moved = (struct moved_cases){ moving.list, moving.n };
	return fail;
}

static enum fail
note_exists(struct desk *desk, const struct id *id, const char *reason,
    bool *ret_exists, struct err *err)
{
	scoped_arena arena = arena_new();
	struct records notes = { .arena = arena };
	enum fail fail;

	*ret_exists = false;
	fail = store_children(desk->store, TABLE_ACCESS, ACCESS_PARENT, id,
	    &notes, err);
	for (size_t i = 0; i < notes.n && !fail; i++)
		if (strcmp(record_text(&notes.list[i], ACCESS_ACT),
		    ACT_DATED) == 0 && strcmp(record_text(&notes.list[i],
		    ACCESS_REASON), reason) == 0)
			*ret_exists = true;
	return fail;
}

static void
due_print(const struct due *due, char text[DATE_TEXT_SIZE + 1])
{
	char date[DATE_TEXT_SIZE];

	date_print(due->date, date);
	snprintf(text, DATE_TEXT_SIZE + 1, "%s%s", date,
	    due->is_provisional ? "~" : "");
}

/* Fold again and keep; where was it received? */
static enum fail
keep(struct desk *desk, enum table_number table, const struct id *id,
    struct arena *arena, const char **ret_station, struct err *err)
{
	struct folded_complaint complaint;
	struct folded application;
	enum fail fail = table == TABLE_COMPLAINT
	    ? complaint_keep(desk, id, &complaint, arena, err)
	    : fold_keep(desk, id, &application, arena, err);

	if (fail)
		return fail;
	*ret_station = record_text(table == TABLE_COMPLAINT
	    ? &complaint.events.list[0] : &application.events.list[0],
	    EVENT_STATION);
	return FAIL_NONE;
}

/*
 * The new date, and a line of history. Where all counters find out by
 * themselves, only the one that received the case writes that line.
 */
static enum fail
move(struct desk *desk, const struct moved_case *moved, bool is_our_act,
    struct err *err)
{
	scoped_arena arena = arena_new();
	char before[DATE_TEXT_SIZE + 1], after[DATE_TEXT_SIZE + 1];
	const char *reason, *station;
	enum fail fail;
	bool exists;

	due_print(&moved->before, before);
	due_print(&moved->after, after);
	reason = arena_print(arena, "%s %s", before, after);
	fail = keep(desk, moved->table, &moved->id, arena, &station, err);
	if (!fail)
		fail = note_exists(desk, &moved->id, reason, &exists, err);
	if (fail || exists)
		return fail;
	if (!is_our_act && strcmp(station, desk_station(desk)) != 0)
		return FAIL_NONE;
	return access_note(desk, &moved->id, ACT_DATED, reason, err);
}

enum fail
dating_move(struct desk *desk, const struct moved_cases *moved, bool is_our_act,
    struct err *err)
{
	enum fail fail = FAIL_NONE;

	for (size_t i = 0; i < moved->n && !fail; i++)
		fail = move(desk, &moved->list[i], is_our_act, err);
	return fail;
}

static void
calendar_digest(const struct calendar *calendar, char text[HASH_HEX_SIZE])
{
	uint8_t sum[HASH_SIZE];
	struct hash hash;
	scoped_buf line = { 0 };

	buf_init(&line, 4096);
	hash_begin(&hash);
	for (size_t i = 0; i < calendar->n_years; i++) {
		buf_clear(&line);
		buf_print(&line, "%d\n", calendar->years[i].year);
		hash_add(&hash, line.text, line.size);
	}
	for (size_t i = 0; i < calendar->n; i++) {
		char date[DATE_TEXT_SIZE];

		date_print(calendar->entries[i].date, date);
		buf_clear(&line);
		buf_print(&line, "%s %s\n", date,
		    entry_kind_name(calendar->entries[i].kind));
		hash_add(&hash, line.text, line.size);
	}
	hash_end(&hash, sum);
	hash_print(sum, text);
}

enum fail
dating_remember(struct desk *desk, struct err *err)
{
	char digest[HASH_HEX_SIZE];

	calendar_digest(&desk->calendar, digest);
	return store_setting_put(desk->store, act_officer(desk),
	    digest_name, digest, err);
}

/* Has the calendar changed since the dates were counted? */
static enum fail
is_changed(struct desk *desk, bool *ret_is_changed, struct err *err)
{
	scoped_arena arena = arena_new();
	char digest[HASH_HEX_SIZE];
	struct err none = { 0 };
	const char *known = "";
	enum fail fail;

	fail = store_setting_get(desk->store, digest_name, arena, &known,
	    &none);
	if (but_missing(fail, &none, err))
		return fail;
	calendar_digest(&desk->calendar, digest);
	*ret_is_changed = strcmp(known, digest) != 0;
	return FAIL_NONE;
}

/* Cases whose events came by sync are folded here. */
static enum fail
fold_stale(struct desk *desk, enum table_number table, struct err *err)
{
	scoped_arena arena = arena_new();
	scoped_arena scratch = arena_new();
	struct ids stale = { .arena = arena };
	const char *station;
	enum fail fail = store_state_stale(desk->store, table, &stale, err);

	for (size_t i = 0; i < stale.n && !fail; i++) {
		arena_reset(scratch);
		fail = keep(desk, table, &stale.list[i], scratch, &station,
		    err);
	}
	return fail;
}

static enum fail
redate(struct desk *desk, struct arena *arena, struct moved_cases *moved,
    struct err *err)
{
	bool changed;
	enum fail fail = is_changed(desk, &changed, err);

	if (fail || !changed)
		return fail;
	fail = dating_scan(desk, &desk->calendar, arena, moved, err);
	if (!fail)
		fail = dating_move(desk, moved, false, err);
	return fail ? fail : dating_remember(desk, err);
}

enum fail
desk_redate(struct desk *desk, struct arena *arena,
    struct moved_cases *ret_moved, struct err *err)
{
	scoped_transaction transaction = { 0 };
	struct moved_cases moved = { NULL, 0 };
	enum fail fail;

	fail = transaction_begin(&transaction, desk->store, "", err);
	if (!fail)
		fail = calendar_with_closures(desk, err);
	if (!fail)
		fail = fold_stale(desk, TABLE_APPLICATION, err);
	if (!fail)
		fail = fold_stale(desk, TABLE_COMPLAINT, err);
	if (!fail)
		fail = redate(desk, arena, &moved, err);
	if (!fail)
		fail = transaction_commit(&transaction, err);
	if (!fail)
		*ret_moved = moved;
	return fail;
}
