#ifndef BASE_CHILD_H
#define BASE_CHILD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/attr.h"
#include "base/err.h"

/*
 * A program of our own started to do what may hang, and to talk with while it
 * does. Every wait has a deadline. A process that hangs inside the kernel
 * cannot be killed; it is given up (child_end), and whoever started it goes
 * on.
 *
 * Deadlines are moments of monotonic_ms(), which nobody can set.
 */

/* Milliseconds of a clock that only goes forward; it tells no time of day. */
int64_t monotonic_ms(void);

struct child {
	pid_t pid;   /* 0: not running */
	int link;    /* one socket, both ways; -1: closed */
	int process; /* pidfd; -1 where the kernel has none */
};

/*
 * Start argv[0], a path (argv ends with NULL). In the child the link is its
 * standard input and output, its working folder is "/", its standard error is
 * closed to it, and of other descriptors it has only held as number 3 (none
 * with held -1): a lock on that file lasts as long as the child does, whatever
 * becomes of us.
 *
 * FAIL_MISSING: no such program; FAIL_IO: no process could be made.
 */
enum fail child_start(const char *const argv[], int held,
    struct child *ret_child, struct err *err) must_check nonnull(1, 3);

/*
 * Send or receive exactly size bytes. FAIL_BUSY: not done by until_ms;
 * FAIL_IO: the child has ended, or closed its side.
 */
enum fail child_send(struct child *child, const void *bytes, size_t size,
    int64_t until_ms, struct err *err) must_check nonnull(1);
enum fail child_receive(struct child *child, void *bytes, size_t size,
    int64_t until_ms, struct err *err) must_check nonnull(1);

/*
 * Close the link, on which a child in order ends; after grace_ms kill it and
 * what it started, and wait a second more. False: it still is there and was
 * given up. The child is then forgotten in any case.
 */
bool child_end(struct child *child, int grace_ms) nonnull(1);

/* For scopes: child_end without grace. */
void child_done(struct child *child);
#define scoped_child scoped(child_done) struct child

/*
 * In the child: end when the one who started us does. Without it a child
 * would notice only when it next reads.
 */
void child_follow_parent(void);

#endif
