#include "screens/print_list.h"

#include <string.h>

#include "desk/assets.h"
#include "desk/complaint.h"
#include "desk/complaint_report.h"
#include "desk/desk.h"
#include "screens/print_facts.h"

/* More than these nobody reads on paper; how many are left out is printed. */
enum { DAILY_MAX = 100, REGISTER_MAX = 200 };

bool
print_list_is(const struct print_arg *arg)
{
	return id_is_zero(&arg->id) && (strcmp(arg->paper, PAPER_DAILY) == 0 ||
	    strcmp(arg->paper, PAPER_REGISTER) == 0);
}

/* The entries of the lines; one that is gone since then is left out. */
static enum fail
add_part(struct print_list *list, struct desk *desk, const char *name,
    const struct list_part *part, struct err *err)
{
	struct arena *arena = part->lines.arena;
	struct paper_complaint *entries = arena_array(arena,
	    part->lines.n + 1, sizeof *entries);
	size_t n = 0;

	for (size_t i = 0; i < part->lines.n; i++) {
		struct complaint *complaint =
		    arena_alloc(arena, sizeof *complaint);
		struct err none = { 0 };
		enum fail fail = desk_complaint(desk,
		    &part->lines.list[i].id, arena, complaint, &none);

		if (fail && fail != FAIL_MISSING) {
			if (err != NULL)
				*err = none;
			return fail;
		}
		if (!fail)
			entries[n++] = print_entry_of(desk, complaint);
	}
	list->parts[list->n++] = (struct paper_part){ name, entries, n,
		part->total > n ? part->total : n };
	return FAIL_NONE;
}

static enum fail
read_daily(struct print_list *list, struct desk *desk, struct date day,
    struct arena *arena, struct err *err)
{
	struct daily_list daily = { .arena = arena, .limit = DAILY_MAX };
	enum fail fail = desk_daily_list(desk, day, &daily, err);

	if (!fail)
		fail = add_part(list, desk, "received_today",
		    &daily.received, err);
	if (!fail)
		fail = add_part(list, desk, "overdue", &daily.overdue, err);
	if (!fail)
		fail = add_part(list, desk, "soon", &daily.soon, err);
	if (!fail)
		fail = add_part(list, desk, "waiting", &daily.waiting, err);
	return fail;
}

static enum fail
read_register(struct print_list *list, struct desk *desk,
    const struct print_arg *arg, struct arena *arena, struct err *err)
{
	struct complaint_query query = arg->query;
	struct list_part part = { .lines = { .arena = arena,
		.limit = REGISTER_MAX } };
	enum fail fail;

	if (!date_is_none(arg->day))
		query.received_from = query.received_to = arg->day;
	list->from = query.received_from;
	list->to = query.received_to;
	fail = desk_register_list(desk, &query, &part, err);
	return fail ? fail : add_part(list, desk, "entries", &part, err);
}

enum fail
print_list_read(struct print_list *list, struct desk *desk,
    const struct print_arg *arg, struct arena *arena, struct err *err)
{
	const struct assets *assets = desk_assets(desk);
	struct date day = arg->day;

	if (assets->n_standards == 0)
		return fail_say(err, FAIL_MISSING, "standard.none", NULL);
	*list = (struct print_list){ .standard = assets->standards[0],
		.filter = arg->filter == NULL ? "" : arg->filter };
	if (strcmp(arg->paper, PAPER_REGISTER) == 0)
		return read_register(list, desk, arg, arena, err);
	if (date_is_none(day))
		day = desk_today(desk);
	list->from = list->to = day;
	return read_daily(list, desk, day, arena, err);
}
