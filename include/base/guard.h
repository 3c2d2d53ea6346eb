#ifndef BASE_GUARD_H
#define BASE_GUARD_H

#include <stdbool.h>

#include "base/attr.h"
#include "base/err.h"

/*
 * A watcher over a program that has the terminal. A program that is killed
 * cannot tidy up: the terminal would stay without echo, and on a console
 * without a second screen the last screen, with names on it, would stay for
 * the next person to read.
 */
struct guard {
	bool is_watcher; /* false: go on, you are the one who is watched */
	bool was_killed; /* the watched one was ended by a signal */
	int status;      /* its exit status; 128 + the signal when killed */
};

/*
 * Part in two: returns at once in a child, which goes on with the program,
 * and in the watcher when the child has ended. What is sent to the watcher to
 * stop it is handed on. When the child was killed, the terminal on standard
 * output is cleared and given back as it was.
 *
 * Called before the terminal is taken over and before anything is opened:
 * the watcher holds nothing but the terminal. FAIL_IO: no process can be made.
 */
enum fail guard_terminal(struct guard *ret_guard, struct err *err)
    must_check nonnull(1);

#endif
