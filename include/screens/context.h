#ifndef SCREENS_CONTEXT_H
#define SCREENS_CONTEXT_H

#include "base/arena.h"
#include "forms/field.h"
#include "forms/lookup.h"

struct desk;

/*
 * The world the fields of a form are judged in, from the desk: today, who
 * works where, calendar, villages, KBLI, standards, officers. Lives in the
 * arena; its texts are the desk's.
 */
struct field_context *context_of(struct desk *desk, struct arena *arena)
    nonnull(1, 2);

/*
 * Help of a field: what to type, and the clause it comes from, verbatim, with
 * its dated notes. ret_title is the field's label. In the arena.
 */
const char *field_help(struct desk *desk, const struct field *field,
    struct arena *arena, const char **ret_title) nonnull(1, 2, 3, 4);

#endif
