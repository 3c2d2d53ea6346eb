#include "desk/complaint_account.h"

#include "desk/assets.h"
#include "desk/desk.h"

enum fail
desk_complaint_account(struct desk *desk, const struct complaint *complaint,
    struct arena *arena, const struct process_account **ret_account,
    struct err *err)
{
	struct process_account *account = arena_alloc(arena, sizeof *account);
	struct application application;
	enum fail fail;

	if (complaint->application == NULL || !complaint_is_about_time(
	    complaint->standard, &complaint->review)) {
		*ret_account = NULL;
		return FAIL_NONE;
	}
	fail = desk_application(desk, &complaint->application->id, arena,
	    &application, err);
	if (!fail)
		fail = process_account_of(desk_assets(desk)->calendar,
		    application.clock, complaint->application->number,
		    desk_today(desk), arena, account, err);
	if (!fail)
		*ret_account = account;
	return fail;
}
