#ifndef SCREENS_LEDGER_LINES_H
#define SCREENS_LEDGER_LINES_H

#include "domain/process_account.h"
#include "screens/pager.h"

/* One day of a count: its number, or why it has none and by which decree. */
void ledger_line(struct pager *pager, int indent,
    const struct ledger_row *row) nonnull(1, 3);

/* A whole account: when it started and was due, how it ended, its days. */
void account_lines(struct pager *pager,
    const struct process_account *account) nonnull(1, 2);

#endif
