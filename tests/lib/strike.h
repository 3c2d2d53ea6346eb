#ifndef TESTS_LIB_STRIKE_H
#define TESTS_LIB_STRIKE_H

/*
 * The disk fails, or the process is killed, at a chosen write. A program that
 * links this has the calls of its libraries to the system land here first.
 */
enum strike { STRIKE_NEVER, STRIKE_KILL, STRIKE_ONCE, STRIKE_FOR_EVER };

/* At the n-th write from now, counted from 1; error is the errno. */
void strike_at(enum strike strike, int n, int error);

/* Writes since then. */
int strike_calls(void);

/*
 * How far apart the writes are that a test strikes at: 3, fewer of them under
 * sanitizers; FAULT_STEP=1 strikes at every one (make check-long).
 */
int strike_step(void);

#endif
