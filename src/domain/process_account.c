#include "domain/process_account.h"

#include <stdlib.h>
#include <string.h>

enum fail
process_account_of(const struct calendar *calendar,
    const struct process_clock *clock, const char *number, struct date today,
    struct arena *arena, struct process_account *ret_account, struct err *err)
{
	struct process_account account = { .number = number, .clock = clock };
	struct date end =
	    date_is_none(clock->stopped) ? today : clock->stopped;
	int days = clock->days, took;
	enum fail fail;

	if (date_is_none(clock->started)) {
		*ret_account = account;
		return FAIL_NONE;
	}
	took = calendar_working_between(calendar, clock->started, end);
	account.left = calendar_left(calendar, end, clock->due.date);
	account.is_cut = took > ACCOUNT_DAYS_MAX && took > days;
	if (!account.is_cut && took > days)
		days = took;
	else if (account.is_cut && days < ACCOUNT_DAYS_MAX)
		days = ACCOUNT_DAYS_MAX;
	fail = calendar_ledger(calendar, clock->started, days, arena,
	    &account.ledger, err);
	if (!fail)
		*ret_account = account;
	return fail;
}

/* Does a list joined by blanks name the clause, or one below it? */
static bool
names_clause(const char *list, const char *clause)
{
	size_t size = strlen(clause);

	while (*list != '\0') {
		size_t n = strcspn(list, " ");

		if (n >= size && memcmp(list, clause, size) == 0 &&
		    (n == size || list[size] == '.'))
			return true;
		list += n + strspn(list + n, " ");
	}
	return false;
}

bool
complaint_is_about_time(const struct standard *standard,
    const struct record *review)
{
	const char *problem = record_text(review, REVIEW_PROBLEM);
	unsigned long element = strtoul(problem, NULL, 10);

	if (element >= 1 && element <= standard->n_elements &&
	    strcmp(standard->elements[element - 1].clause,
	    standard->process.clause) == 0)
		return true;
	return names_clause(record_text(review, REVIEW_CLAUSES),
	    standard->process.clause);
}
