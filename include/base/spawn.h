#ifndef BASE_SPAWN_H
#define BASE_SPAWN_H

#include <stddef.h>

#include "base/err.h"

/*
 * Run another program, found in PATH, with bytes on its standard input; its
 * output is read (at most the first ERR_TEXT_SIZE bytes are kept, for the
 * error text) and dropped. argv ends with NULL. Waits at most deadline_ms,
 * then kills it and all it started.
 *
 * FAIL_MISSING: no such program; FAIL_BUSY: deadline; FAIL_IO: it ended with
 * a status other than 0 or by a signal.
 */
enum fail spawn_with_input(const char *const argv[], const void *bytes,
    size_t size, int deadline_ms, struct err *err) must_check;

#endif
