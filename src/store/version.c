#include "store/version.h"

enum { COUNT_BITS = 16 };

/* 47 bits: the sign stays free, and the year 6429 is far enough. */
static const int64_t ms_max = ((int64_t)1 << 47) - 1;

int64_t
hlc_next(int64_t now_ms, int64_t last, int64_t highest_base)
{
	int64_t next = last + 1;

	if (now_ms > ms_max)
		now_ms = ms_max;
	if (next <= highest_base)
		next = highest_base + 1;
	if (now_ms > 0 && next < now_ms << COUNT_BITS)
		next = now_ms << COUNT_BITS;
	return next;
}

int64_t
hlc_ms(int64_t hlc)
{
	return hlc >> COUNT_BITS;
}
