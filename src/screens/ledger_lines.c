#include "screens/ledger_lines.h"

#include "screens/header.h"
#include "screens/words.h"

enum { WIDTH = 76 };

void
ledger_line(struct pager *pager, int indent, const struct ledger_row *row)
{
	struct arena *arena = pager->arena;
	const char *day = long_day_text(arena, row->day.date);
	const char *why = "";

	if (row->day.entry != NULL)
		why = arena_print(arena, "%s (%s)", row->day.entry->name,
		    row->day.entry->decree);
	else if (row->day.is_weekend)
		why = words("ledger.weekend");
	if (row->number >= 0)
		pager_add(pager, FACE_PLAIN, indent,
		    arena_print(arena, "%3d  %s%s", row->number, day,
		    row->number == 0 ? words("ledger.day-0") : ""));
	else
		pager_add(pager, FACE_QUIET, indent,
		    arena_print(arena, "  -  %-20s %s", day, why));
	if (row->day.is_provisional)
		pager_add(pager, FACE_FIELD_DOUBT, indent + 5,
		    words("ledger.provisional"));
}

/* How it stands: in time or late, ended or still running. */
static const char *
standing(const struct process_account *account)
{
	const struct left *left = &account->left;

	if (!date_is_none(account->clock->stopped))
		return left->is_overdue ? "account.ended-late" :
					  "account.ended";
	return left->is_overdue ? "account.overdue" : "account.running";
}

/* Found wrong on the way: it stopped, and began anew. */
static void
add_restarts(struct pager *pager, const struct process_clock *clock)
{
	struct arena *arena = pager->arena;

	for (size_t i = 0; i + 1 < clock->n_steps; i++)
		if (clock->steps[i].effect == CLOCK_STOP)
			pager_add(pager, FACE_PLAIN, 2, sentence_of(arena,
			    "account.stopped", long_day_text(arena,
			    clock->steps[i].date), NULL));
}

void
account_lines(struct pager *pager, const struct process_account *account)
{
	const struct process_clock *clock = account->clock;
	struct arena *arena = pager->arena;

	pager_add(pager, FACE_TITLE, 0, sentence_of(arena, "account.title",
	    account->number, NULL));
	if (date_is_none(clock->started)) {
		pager_flow(pager, FACE_PLAIN, 2, WIDTH,
		    words("ledger.not-started"));
		return;
	}
	add_restarts(pager, clock);
	pager_add(pager, FACE_PLAIN, 2, sentence_of(arena, "ledger.head",
	    arena_print(arena, "%d", clock->days),
	    long_day_text(arena, clock->due.date), NULL));
	pager_add(pager, account->left.is_overdue ? FACE_FIELD_ERROR :
	    FACE_PLAIN, 2, sentence_of(arena, standing(account),
	    arena_print(arena, "%d", account->left.days),
	    long_day_text(arena, clock->stopped), NULL));
	for (size_t i = 0; i < account->ledger.n; i++)
		ledger_line(pager, 2, &account->ledger.rows[i]);
	if (account->is_cut)
		pager_add(pager, FACE_QUIET, 2, words("account.cut"));
}
