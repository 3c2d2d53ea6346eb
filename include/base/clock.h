#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/date.h"

/*
 * Time of day, handed in. Only the room cli reads the real clock and the
 * kernel's random bytes; it passes these two tables down.
 */
struct clock {
	int64_t (*now_ms)(void *context); /* UTC milliseconds since 1970 */
	void *context;
};

struct entropy {
	void (*fill)(void *context, void *bytes, size_t size);
	void *context;
};

int64_t clock_now(const struct clock *clock) nonnull(1);
void entropy_fill(const struct entropy *entropy, void *bytes, size_t size)
    nonnull(1, 2);

/*
 * Local time of Purwakarta: WIB, UTC+7, without summer time (the tz database
 * has no other rule for Asia/Jakarta since 1964).
 */
enum { LOCAL_OFFSET_MS = 7 * 60 * 60 * 1000 };

struct local_time {
	struct date date;
	int hour, minute, second;
};

/* No date and 00:00:00 for a moment outside the calendar of base/date.h. */
struct local_time local_time(int64_t utc_ms);
struct date local_date(int64_t utc_ms);

/* UTC milliseconds of a local date and time. */
int64_t local_to_utc(const struct local_time *local) nonnull(1);

/* Read "2026-11-02T08:00" or "2026-11-02T08:00:30" as local time. */
bool local_parse(const char *text, int64_t *ret_utc_ms)
    must_check nonnull(1, 2);

#endif
