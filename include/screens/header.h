#ifndef SCREENS_HEADER_H
#define SCREENS_HEADER_H

#include "base/clock.h"
#include "base/date.h"
#include "screens/app.h"
#include "ui/frame.h"

/* Row 1: program, place, counter, officer; state, day and time. */
void header_fill(const struct app *app, struct arena *arena,
    struct frame *frame) nonnull(1, 2, 3);

/* "Sel 24/11/2026", "Selasa 24/11/2026", "24/11/2026 08:14". */
const char *day_text(struct arena *arena, struct date date) nonnull(1);
const char *long_day_text(struct arena *arena, struct date date) nonnull(1);
const char *moment_text(struct arena *arena, int64_t utc_ms) nonnull(1);

/* A stored "2026-11-24" as "24/11/2026"; anything else as it is. */
const char *stored_day(struct arena *arena, const char *stored) nonnull(1, 2);

#endif
