#include <string.h>

#include "paper/complaint_inside.h"

/* The time of the application that a complaint about time is linked to. */

static const struct process_account *
of(const struct paper_complaint *complaint)
{
	return complaint->account;
}

static const char *
number(const struct process_account *account,
    const struct paper_common *common)
{
	(void)common;
	return account->number;
}

static const char *
days(const struct process_account *account, const struct paper_common *common)
{
	return common_number(common, account->clock->days);
}

static const char *
started(const struct process_account *account,
    const struct paper_common *common)
{
	return common_date(common, account->clock->started);
}

static const char *
due(const struct process_account *account, const struct paper_common *common)
{
	return common_date(common, account->clock->due.date);
}

static const char *
stopped(const struct process_account *account,
    const struct paper_common *common)
{
	return common_date(common, account->clock->stopped);
}

static const char *
late(const struct process_account *account, const struct paper_common *common)
{
	return account->left.is_overdue ?
	    common_number(common, account->left.days) : "";
}

static const char *
cut(const struct process_account *account, const struct paper_common *common)
{
	(void)common;
	return account->is_cut ? "Y" : "";
}

static const struct {
	const char *name;
	const char *(*value)(const struct process_account *account,
	    const struct paper_common *common);
} names[] = {
	{ "time.cut", cut },
	{ "time.days", days },
	{ "time.due", due },
	{ "time.late", late },
	{ "time.number", number },
	{ "time.started", started },
	{ "time.stopped", stopped },
};

const char *
account_value(const struct paper_complaint *complaint,
    const struct paper_common *common, const char *wanted)
{
	for (size_t i = 0; i < array_length(names); i++)
		if (strcmp(names[i].name, wanted) == 0)
			return of(complaint) == NULL ? "" :
			    names[i].value(of(complaint), common);
	return NULL;
}

/* Why a day has no number, or what is to be known of one that has. */
static const char *
note(const struct ledger_row *row, const struct paper_common *common)
{
	if (row->day.is_provisional)
		return common_word(common, "days.provisional");
	if (row->number == 0)
		return common_word(common, "days.first");
	if (row->number > 0)
		return "";
	if (row->day.entry != NULL)
		return arena_print(common->arena, "%s (%s)",
		    row->day.entry->name, row->day.entry->decree);
	return row->day.is_weekend ? common_word(common, "days.weekend") : "";
}

static const char *
ledger_entry(const struct process_account *account,
    const struct paper_common *common, size_t index, const char *name)
{
	const struct ledger_row *row = &account->ledger.rows[index];

	if (strcmp(name, "day") == 0)
		return common_date(common, row->day.date);
	if (strcmp(name, "count") == 0)
		return row->number < 0 ? "-" :
		    common_number(common, row->number);
	return strcmp(name, "note") == 0 ? note(row, common) : NULL;
}

/* The day of a stop before the last start: what was found wrong. */
static const char *
stop_entry(const struct process_account *account,
    const struct paper_common *common, size_t index, const char *name)
{
	const struct process_clock *clock = account->clock;

	for (size_t i = 0; i + 1 < clock->n_steps; i++)
		if (clock->steps[i].effect == CLOCK_STOP && index-- == 0)
			return strcmp(name, "day") != 0 ? NULL :
			    common_date(common, clock->steps[i].date);
	return NULL;
}

const char *
account_entry(const struct paper_complaint *complaint,
    const struct paper_common *common, const char *list, size_t index,
    const char *name)
{
	if (of(complaint) == NULL)
		return NULL;
	if (strcmp(list, "ledger") == 0)
		return ledger_entry(of(complaint), common, index, name);
	return strcmp(list, "time_stops") == 0 ?
	    stop_entry(of(complaint), common, index, name) : NULL;
}

size_t
account_entries(const struct paper_complaint *complaint, const char *list)
{
	const struct process_clock *clock;
	size_t n = 0;

	if (of(complaint) == NULL)
		return 0;
	if (strcmp(list, "ledger") == 0)
		return of(complaint)->ledger.n;
	clock = of(complaint)->clock;
	for (size_t i = 0; i + 1 < clock->n_steps; i++)
		n += clock->steps[i].effect == CLOCK_STOP;
	return strcmp(list, "time_stops") == 0 ? n : 0;
}

bool
account_name_is_known(const char *name)
{
	static const char *const words[] = { "ledger", "time_stops", "day",
		"count", "note" };

	for (size_t i = 0; i < array_length(words); i++)
		if (strcmp(words[i], name) == 0)
			return true;
	for (size_t i = 0; i < array_length(names); i++)
		if (strcmp(names[i].name, name) == 0)
			return true;
	return false;
}
