#ifndef TESTS_BENCH_SPENT_H
#define TESTS_BENCH_SPENT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

/* What a piece of work took: in a child process that does nothing else. */
struct spent {
	double wall_s, cpu_s;
	double peak_mib;
};

typedef enum fail spent_fn(void *context, struct err *err);

/* Do it in a child. Its failure is said on stderr and makes this one false. */
bool spent_on(spent_fn *work, void *context, struct spent *ret_spent);

/* The same of a command for the shell. */
bool spent_on_shell(const char *command, struct spent *ret_spent);

/* Is this program to be found on this machine? */
bool spent_has(const char *program);

/* Bytes of all files below a folder, or of one file; 0 if there is none. */
int64_t spent_bytes(const char *path);

#endif
