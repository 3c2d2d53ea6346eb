#include "desk/complaint_inside.h"
#include "store/number.h"

enum fail
complaint_number(struct desk *desk, struct record *complaint,
    struct arena *arena, struct err *err)
{
	char number[REGISTER_NUMBER_SIZE];
	struct date received;
	enum fail fail;

	if (!date_parse(record_text(complaint, COMPLAINT_RECEIVED_DATE),
	    &received))
		return fail_set(err, FAIL_INVALID, "no received date");
	fail = store_number_next(desk->store, BOOK_COMPLAINT, received.year,
	    number, err);
	if (!fail)
		record_set_text(complaint, arena, COMPLAINT_NUMBER, number);
	return fail;
}
