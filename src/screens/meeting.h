#ifndef SCREENS_MEETING_H
#define SCREENS_MEETING_H

#include "base/arena.h"
#include "base/id.h"
#include "domain/table.h"
#include "screens/pager.h"
#include "screens/screen.h"

/*
 * What happened when two counters' writes met in one record, as lines above
 * all others: conflicts that wait for a decision, and changes side by side
 * (pembaruan paralel). Nothing for a record of one counter.
 */
void meeting_lines(const struct screen *screen, enum table_number table,
    const struct id *id, struct pager *pager, struct arena *arena)
    nonnull(1, 3, 4, 5);

#endif
