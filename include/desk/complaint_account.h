#ifndef DESK_COMPLAINT_ACCOUNT_H
#define DESK_COMPLAINT_ACCOUNT_H

#include "desk/complaint.h"
#include "domain/process_account.h"

/*
 * The account of the linked application's time, for a complaint about time;
 * NULL when it is about something else or linked to none. Lives in the arena.
 * Needs the action read.
 */
enum fail desk_complaint_account(struct desk *desk,
    const struct complaint *complaint, struct arena *arena,
    const struct process_account **ret_account, struct err *err)
    must_check nonnull(1, 2, 3, 4);

#endif
