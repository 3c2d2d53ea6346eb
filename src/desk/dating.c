#include "desk/dating.h"

#include <stdio.h>
#include <string.h>

#include "desk/closure.h"
#include "desk/fold.h"
#include "store/applications.h"
#include "store/setting.h"

enum { SCAN_PAGE = 200 };

static const char digest_name[] = "calendar-digest";

/* Moved cases while they are found. */
struct moving {
	struct arena *arena;
	struct moved_case *list;
	size_t n, room;
};

/* A case as it stands in the list, and its date by another calendar. */
static void
moved_add(struct moving *moving, const struct application_row *row,
    const struct due *after)
{
	struct moved_case *last;

	moving->list = arena_grow(moving->arena, moving->list, moving->n,
	    &moving->room, sizeof *moving->list);
	last = &moving->list[moving->n++];
	last->id = row->id;
	last->number = arena_text(moving->arena, row->number);
	last->name = arena_text(moving->arena, row->name);
	last->before.is_provisional = row->due_is_provisional;
	if (!date_parse(row->due, &last->before.date))
		last->before.date = (struct date){ 0 };
	last->after = *after;
}

static enum fail
look(struct desk *desk, const struct calendar *calendar,
    const struct application_row *row, struct moving *moving,
    struct err *err)
{
	scoped_arena scratch = arena_new();
	char after[DATE_TEXT_SIZE];
	struct folded folded;
	enum fail fail;

	if (row->stopped[0] != '\0')
		return FAIL_NONE;
	fail = fold(desk, &row->id, calendar, &folded, scratch, err);
	if (fail || folded.clock.state != PROCESS_RUNNING)
		return fail;
	date_print(folded.clock.due.date, after);
	if (strcmp(after, row->due) != 0 ||
	    folded.clock.due.is_provisional != row->due_is_provisional)
		moved_add(moving, row, &folded.clock.due);
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

/* Every running case whose date is another by this calendar. */
enum fail
dating_scan(struct desk *desk, const struct calendar *calendar,
    struct arena *arena, struct moved_cases *ret_moved, struct err *err)
{
	struct application_filter filter = running(desk->assets.life);
	scoped_arena rows = arena_new();
	struct application_page page = { .arena = rows, .limit = SCAN_PAGE };
	struct moving moving = { .arena = arena };
	enum fail fail;

	do {
		fail = store_applications(desk->store, &filter, &page, err);
		for (size_t i = 0; i < page.n && !fail; i++)
			fail = look(desk, calendar, &page.list[i], &moving,
			    err);
		if (fail)
			return fail;
		/* Cases without a date come last. */
		page.after = page.n > 0 ? &page.list[page.n - 1] : NULL;
	} while (page.n == page.limit && page.after->due[0] != '\0');
	*ret_moved = (struct moved_cases){ moving.list, moving.n };
	return FAIL_NONE;
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
	struct folded folded;
	const char *reason;
	enum fail fail;
	bool exists;

	due_print(&moved->before, before);
	due_print(&moved->after, after);
	reason = arena_print(arena, "%s %s", before, after);
	fail = fold_keep(desk, &moved->id, &folded, arena, err);
	if (!fail)
		fail = note_exists(desk, &moved->id, reason, &exists, err);
	if (fail || exists)
		return fail;
	if (!is_our_act && strcmp(record_text(&folded.events.list[0],
	    EVENT_STATION), desk_station(desk)) != 0)
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
fold_stale(struct desk *desk, struct err *err)
{
	scoped_arena arena = arena_new();
	scoped_arena scratch = arena_new();
	struct ids stale = { .arena = arena };
	struct folded folded;
	enum fail fail;

	fail = store_state_stale(desk->store, TABLE_APPLICATION, &stale, err);
	for (size_t i = 0; i < stale.n && !fail; i++) {
		arena_reset(scratch);
		fail = fold_keep(desk, &stale.list[i], &folded, scratch, err);
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
		fail = fold_stale(desk, err);
	if (!fail)
		fail = redate(desk, arena, &moved, err);
	if (!fail)
		fail = transaction_commit(&transaction, err);
	if (!fail)
		*ret_moved = moved;
	return fail;
}
