#ifndef DESK_COMPLAINT_LINE_H
#define DESK_COMPLAINT_LINE_H

#include "desk/complaint_fold.h"
#include "desk/complaint_list.h"

/* As desk_complaint_line(), of an entry that who works may see. */
enum fail complaint_line_read(struct desk *desk, const struct id *id,
    struct arena *arena, struct complaint_line *ret_line, struct err *err)
    must_check nonnull(1, 2, 3, 4);

#endif
