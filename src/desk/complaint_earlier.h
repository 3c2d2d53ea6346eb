#ifndef DESK_COMPLAINT_EARLIER_H
#define DESK_COMPLAINT_EARLIER_H

#include "desk/complaint_list.h"
#include "desk/inside.h"

/*
 * Earlier cases of what is said in these rows; clauses: joined by blanks. The
 * pelapor in clear, or sealed: then he is found by his marks. NULL: nobody.
 */
enum fail complaint_earlier_of(struct desk *desk,
    const struct record *complaint, const struct record *reporter,
    const char *clauses, struct complaint_earlier *earlier, struct err *err)
    must_check nonnull(1, 2, 4, 5);

#endif
