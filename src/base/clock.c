#include "base/clock.h"

#include <stddef.h>
#include <string.h>

enum { DAY_MS = 24 * 60 * 60 * 1000 };

int64_t
clock_now(const struct clock *clock)
{
	return clock->now_ms(clock->context);
}

void
entropy_fill(const struct entropy *entropy, void *bytes, size_t size)
{
	entropy->fill(entropy->context, bytes, size);
}

struct local_time
local_time(int64_t utc_ms)
{
	struct local_time local = { 0 };
	int64_t ms, days;
	int seconds;

	if (__builtin_add_overflow(utc_ms, LOCAL_OFFSET_MS, &ms))
		return local;
	days = ms / DAY_MS;
	if (ms % DAY_MS < 0)
		days--;
	if (days < INT32_MIN || days > INT32_MAX)
		return local;
	local.date = date_from_number((int32_t)days);
	if (date_is_none(local.date))
		return local;
	seconds = (int)((ms - days * DAY_MS) / 1000);
	local.hour = seconds / 3600;
	local.minute = seconds / 60 % 60;
	local.second = seconds % 60;
	return local;
}

struct date
local_date(int64_t utc_ms)
{
	return local_time(utc_ms).date;
}

int64_t
local_to_utc(const struct local_time *local)
{
	const int seconds =
	    local->hour * 3600 + local->minute * 60 + local->second;

	return (int64_t)date_number(local->date) * DAY_MS +
	    (int64_t)seconds * 1000 - LOCAL_OFFSET_MS;
}

/* The two digits at text, when they are digits and below limit; else -1. */
static int
two_digits(const char *text, int limit)
{
	int number;

	if (text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9')
		return -1;
	number = (text[0] - '0') * 10 + text[1] - '0';
	return number < limit ? number : -1;
}

bool
local_parse(const char *text, int64_t *ret_utc_ms)
{
	struct local_time local = { 0 };
	char date[DATE_TEXT_SIZE] = "";
	size_t length = strnlen(text, sizeof("2026-11-02T08:00:30"));

	if (length != strlen("2026-11-02T08:00") &&
	    length != strlen("2026-11-02T08:00:30"))
		return false;
	memcpy(date, text, DATE_TEXT_SIZE - 1);
	if (!date_parse(date, &local.date) || text[10] != 'T' ||
	    text[13] != ':')
		return false;
	local.hour = two_digits(text + 11, 24);
	local.minute = two_digits(text + 14, 60);
	if (text[16] != '\0')
		local.second = text[16] == ':' ? two_digits(text + 17, 60) : -1;
	if (local.hour < 0 || local.minute < 0 || local.second < 0)
		return false;
	*ret_utc_ms = local_to_utc(&local);
	return true;
}
