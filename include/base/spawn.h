#ifndef BASE_SPAWN_H
#define BASE_SPAWN_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "base/attr.h"
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

/*
 * Start a program, by path, that goes on by itself: a session of its own, no
 * terminal, nothing to read, its output dropped. It stays our child until
 * spawn_gone() has seen its end.
 */
enum fail spawn_alone(const char *const argv[], pid_t *ret_pid,
    struct err *err) must_check nonnull(1, 2);

/* Has it ended? Never waits. */
bool spawn_gone(pid_t pid);

/* Ask a process to end (SIGTERM). FAIL_MISSING: there is none. */
enum fail spawn_ask_to_end(pid_t pid, struct err *err) must_check;

#endif
