#ifndef SCREENS_COMPLAINT_EARLIER_H
#define SCREENS_COMPLAINT_EARLIER_H

#include "base/buf.h"
#include "desk/complaint.h"
#include "desk/complaint_list.h"
#include "screens/pick.h"
#include "screens/screen.h"
#include "screens/sheet.h"

/*
 * Earlier cases in a popup, each with why it is shown; those looked at are
 * marked and go into the field as numbers joined by blanks (6.6.c).
 */
struct complaint_earlier_pick {
	struct arena *arena; /* NULL: not open */
	struct complaint_earlier earlier;
	size_t *rows; /* those that fit what was typed */
	size_t n;
	bool *is_marked;
	struct pick pick;
};

struct step complaint_earlier_open(struct complaint_earlier_pick *pick,
    struct screen *screen, const struct complaint *complaint,
    const struct sheet *sheet) nonnull(1, 2, 3, 4);

/* The popup closed: what is marked goes into the field. */
void complaint_earlier_take(struct complaint_earlier_pick *pick,
    struct sheet *sheet) nonnull(1, 2);

/* Also of one that was never opened. */
void complaint_earlier_done(struct complaint_earlier_pick *pick) nonnull(1);

#endif
