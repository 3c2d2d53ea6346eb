#ifndef TESTS_LIB_CALLS_H
#define TESTS_LIB_CALLS_H

/*
 * The system under a program that links this: each call lands here first and
 * fails, lies, or is interrupted when it was told to.
 */
enum call {
	CALL_OPENAT,
	CALL_READ,
	CALL_WRITE,
	CALL_FSYNC,
	CALL_RENAMEAT,
	CALL_READDIR,
	CALLS,
};

/* All is well again, and the counting starts at 0. */
void calls_reset(void);

/* The n-th of these calls from now, counted from 1, fails with error. */
void calls_fail(enum call call, int n, int error);

/* The n-th is done and reports error; a write writes something else instead
 * and reports that all is well. */
void calls_lie(enum call call, int n, int error);

/* Every second call of each kind is interrupted by a signal. */
void calls_interrupt(void);

/* How many there were since then. */
int calls_made(enum call call);

#endif
