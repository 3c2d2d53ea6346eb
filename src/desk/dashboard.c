#include "desk/dashboard.h"

#include <stdio.h>

#include "desk/alike.h"
#include "desk/case.h"
#include "desk/draft.h"
#include "desk/exchange.h"
#include "desk/identity_key.h"
#include "store/state.h"

/* Calendar days that a process time of some weeks may reach ahead. */
enum { REACHED_DAYS = 45 };

static enum fail
count_received(struct desk *desk, struct date from, struct date to,
    int64_t *ret_n, struct err *err)
{
	char first[DATE_TEXT_SIZE], last[DATE_TEXT_SIZE];

	date_print(from, first);
	date_print(to, last);
	return store_received_count(desk->store, TABLE_APPLICATION, first,
	    last, ret_n, err);
}

/* The last five working days, today last if it is one. */
static enum fail
count_days(struct desk *desk, struct dashboard *dashboard, struct err *err)
{
	struct date day = desk_today(desk);
	enum fail fail = FAIL_NONE;

	for (int i = DASHBOARD_DAYS - 1; i >= 0 && !fail; i--) {
		while (!calendar_is_working(desk->assets.calendar, day))
			day = date_add(day, -1);
		dashboard->days[i].date = day;
		fail = count_received(desk, day, day,
		    &dashboard->days[i].received, err);
		day = date_add(day, -1);
	}
	return fail;
}

/* Cases whose clock runs: past their date, and within the next days. */
static enum fail
count_due(struct desk *desk, struct dashboard *dashboard, struct err *err)
{
	struct date today = desk_today(desk);
	struct due soon = { 0 };
	char text[DATE_TEXT_SIZE];
	enum fail fail;

	fail = calendar_due(desk->assets.calendar, today, DUE_SOON_DAYS,
	    &soon, err);
	if (fail)
		return fail;
	date_print(date_add(today, -1), text);
	fail = list_count(desk, LIST_RUNNING, text, &dashboard->overdue, err);
	if (fail)
		return fail;
	date_print(soon.date, text);
	fail = list_count(desk, LIST_RUNNING, text, &dashboard->due_soon,
	    err);
	dashboard->due_soon -= dashboard->overdue;
	return fail;
}

static void
add_attention(struct dashboard *dashboard, enum attention_opens opens,
    bool is_urgent, const char *code, int64_t n)
{
	struct attention *row;

	if (n == 0 || dashboard->n_attention == ATTENTION_MAX)
		return;
	row = &dashboard->attention[dashboard->n_attention++];
	*row = (struct attention){ .is_urgent = is_urgent, .opens = opens };
	fact_set(&row->fact, code, NULL);
	fact_arg(&row->fact, 0, "%lld", (long long)n);
}

/*
 * The year that is not loaded and that dates promised in these weeks reach;
 * 0 for none. Asked before it is needed, and not all year long: the joint
 * decree for the next year comes in autumn.
 */
static int
year_not_loaded(const struct desk *desk)
{
	const struct calendar *calendar = desk->assets.calendar;
	struct date today = desk_today(desk);
	struct date reached = date_add(today, REACHED_DAYS);

	if (!calendar_is_loaded(calendar, today.year))
		return today.year;
	return calendar_is_loaded(calendar, reached.year) ? 0 : reached.year;
}

static enum fail
count_book(struct desk *desk, const struct complaint_query *query,
    int64_t *ret_n, struct err *err)
{
	size_t n = 0;
	enum fail fail = desk_complaint_count(desk, query, &n, err);

	*ret_n = (int64_t)n;
	return fail;
}

static enum fail
count_complaints(struct desk *desk, struct dashboard *dashboard,
    struct err *err)
{
	const struct date today = desk_today(desk);
	const struct complaint_query came = { .received_from = today,
		.received_to = today };
	const struct complaint_query overdue = { .show = COMPLAINTS_OVERDUE };
	const struct complaint_query soon = { .show = COMPLAINTS_SOON };
	const struct complaint_query owed = { .show = COMPLAINTS_UNANSWERED };
	enum fail fail = count_book(desk, &came, &dashboard->complaints_today,
	    err);

	if (!fail)
		fail = count_book(desk, &overdue,
		    &dashboard->complaints_overdue, err);
	if (!fail)
		fail = count_book(desk, &soon, &dashboard->complaints_soon,
		    err);
	return fail ? fail : count_book(desk, &owed,
	    &dashboard->complaints_unanswered, err);
}

static void
add_book(struct dashboard *dashboard, enum complaint_show show,
    bool is_urgent, const char *code, int64_t n)
{
	size_t before = dashboard->n_attention;

	add_attention(dashboard, ATTENTION_BOOK, is_urgent, code, n);
	if (dashboard->n_attention > before)
		dashboard->attention[before].show = show;
}

/* The key to identities, for who may read them. */
static void
add_keys(struct desk *desk, struct dashboard *dashboard)
{
	scoped_arena arena = arena_new();
	struct key_waiting *waiting = NULL;
	struct err none = { 0 };
	size_t n = 0;

	switch (desk_key_standing(desk)) {
	case KEY_NO_PAIR:
		add_attention(dashboard, ATTENTION_PASSPHRASE, true,
		    "dashboard.own-passphrase", 1);
		break;
	case KEY_NOT_HANDED:
		add_attention(dashboard, ATTENTION_KEYS, false,
		    "dashboard.key-awaited", 1);
		break;
	case KEY_HELD:
		/* What cannot be read now is shown another time. */
		if (desk_key_waiting(desk, arena, &waiting, &n, &none))
			n = 0;
		add_attention(dashboard, ATTENTION_KEYS, false,
		    "dashboard.keys-waiting", (int64_t)n);
		break;
	case KEY_ASLEEP:
	case KEY_NOT_ASKED:
		break;
	}
}

/* Counters that are silent, by name when it is one; what waits for a person
 * since counters met. */
static enum fail
add_exchange(struct desk *desk, struct dashboard *dashboard,
    struct arena *arena, struct err *err)
{
	struct exchange exchange = { 0 };
	char since[DATE_TEXT_SIZE];
	struct fact *fact;
	int64_t n_alike = 0, n_divided = 0;
	enum fail fail = desk_exchange(desk, arena, &exchange, err);

	if (fail)
		return fail;
	add_attention(dashboard, ATTENTION_EXCHANGE, true,
	    exchange.n_silent == 1 ? "dashboard.silent" : "dashboard.silents",
	    (int64_t)exchange.n_silent);
	for (size_t i = 0; i < exchange.n_peers; i++) {
		const struct exchange_peer *peer = &exchange.peers[i];

		if (exchange.n_silent != 1 || peer->silent_days == 0 ||
		    dashboard->n_attention == 0)
			continue;
		fact = &dashboard->attention[dashboard->n_attention - 1].fact;
		date_print_local(local_date(peer->seen_ms), since);
		fact_arg(fact, 1, "%s", peer->station);
		fact_arg(fact, 2, "%s", peer->seen_ms == 0 ? "-" : since);
	}
	add_attention(dashboard, ATTENTION_CONFLICTS, true,
	    "dashboard.conflicts", exchange.head.conflicts);
	fail = desk_alike_count(desk, &n_alike, err);
	if (!fail)
		add_attention(dashboard, ATTENTION_ALIKE, false,
		    "dashboard.alike", n_alike);
	if (!fail)
		fail = desk_divided_count(desk, &n_divided, err);
	if (!fail)
		add_attention(dashboard, ATTENTION_ALIKE, true,
		    "dashboard.divided", n_divided);
	return fail;
}

static void
add_attentions(struct desk *desk, struct dashboard *dashboard)
{
	add_attention(dashboard, ATTENTION_OVERDUE, true,
	    "dashboard.overdue", dashboard->overdue);
	add_attention(dashboard, ATTENTION_DUE_SOON, false,
	    "dashboard.due-soon", dashboard->due_soon);
	add_book(dashboard, COMPLAINTS_OVERDUE, true,
	    "dashboard.complaints-overdue", dashboard->complaints_overdue);
	add_book(dashboard, COMPLAINTS_SOON, false,
	    "dashboard.complaints-soon", dashboard->complaints_soon);
	add_attention(dashboard, ATTENTION_LIST, false, "dashboard.ready",
	    dashboard->ready);
	if (dashboard->ready > 0)
		dashboard->attention[dashboard->n_attention - 1].filter =
		    LIST_READY;
	add_attention(dashboard, ATTENTION_DRAFTS, false, "dashboard.drafts",
	    dashboard->drafts);
	add_attention(dashboard, ATTENTION_WARNINGS, true,
	    "dashboard.warnings", (int64_t)desk->assets.n_warnings);
	add_attention(dashboard, ATTENTION_CALENDAR, true,
	    "dashboard.calendar", year_not_loaded(desk));
	add_keys(desk, dashboard);
}

enum fail
desk_dashboard(struct desk *desk, struct dashboard *ret_dashboard,
    struct err *err)
{
	scoped_arena arena = arena_new();
	struct dashboard dashboard = { 0 };
	struct desk_draft *drafts = NULL;
	struct date today = desk_today(desk);
	size_t n = 0;
	enum fail fail = desk_demand(desk, ACTION_READ, err);

	if (!fail)
		fail = count_received(desk, today, today,
		    &dashboard.received_today, err);
	if (!fail)
		fail = list_count(desk, LIST_INCOMPLETE, "",
		    &dashboard.incomplete, err);
	if (!fail)
		fail = list_count(desk, LIST_RUNNING, "",
		    &dashboard.complete_running, err);
	if (!fail)
		fail = list_count(desk, LIST_READY, "", &dashboard.ready,
		    err);
	if (!fail)
		fail = count_due(desk, &dashboard, err);
	if (!fail)
		fail = count_days(desk, &dashboard, err);
	if (!fail)
		fail = count_complaints(desk, &dashboard, err);
	if (!fail)
		fail = desk_drafts(desk, false, arena, &drafts, &n, err);
	if (fail)
		return fail;
	dashboard.drafts = (int64_t)n;
	add_attentions(desk, &dashboard);
	fail = add_exchange(desk, &dashboard, arena, err);
	if (fail)
		return fail;
	*ret_dashboard = dashboard;
	return FAIL_NONE;
}
