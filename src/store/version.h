#ifndef STORE_VERSION_H
#define STORE_VERSION_H

#include <stdint.h>

/*
 * Versions of cells: a logical clock of 48 bits of wall milliseconds and a
 * 16-bit count, and the process that wrote. Others' clocks are not absorbed:
 * a version only steps over what it replaces and over this writer's last one,
 * so a counter with a wrong year carries it into the cells it touches only.
 */
struct version {
	int64_t hlc;
	int64_t sid; /* idx in _sid of this file */
};

/*
 * The next one: above last and above highest_base (0: it replaces nothing),
 * and not before now. A full count carries into the milliseconds.
 */
int64_t hlc_next(int64_t now_ms, int64_t last, int64_t highest_base);

/* The wall milliseconds in it. */
int64_t hlc_ms(int64_t hlc);

#endif
