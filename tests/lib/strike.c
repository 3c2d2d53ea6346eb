#include "lib/strike.h"

#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static struct {
	enum strike strike;
	int error;
	int at;    /* the call it happens at, from 1 */
	int calls; /* so far */
} fault;

static bool
strikes(void)
{
	if (fault.strike == STRIKE_NEVER)
		return false;
	fault.calls++;
	if (fault.calls < fault.at ||
	    (fault.strike == STRIKE_ONCE && fault.calls > fault.at))
		return false;
	if (fault.strike == STRIKE_KILL)
		kill(getpid(), SIGKILL);
	errno = fault.error;
	return true;
}

void
strike_at(enum strike strike, int at, int error)
{
	fault.strike = strike;
	fault.at = at;
	fault.error = error;
	fault.calls = 0;
}

int
strike_calls(void)
{
	return fault.calls;
}

int
strike_step(void)
{
	const char *step = getenv("FAULT_STEP");
	const char *sanitize = getenv("SANITIZE");

	if (step != NULL)
		return (int)strtol(step, NULL, 10);
	return sanitize != NULL && strcmp(sanitize, "yes") == 0 ? 11 : 3;
}

ssize_t
pwrite64(int fd, const void *bytes, size_t size, off64_t at)
{
	return strikes() ? -1 : syscall(SYS_pwrite64, fd, bytes, size, at);
}

ssize_t
pwrite(int fd, const void *bytes, size_t size, off_t at)
{
	return strikes() ? -1 : syscall(SYS_pwrite64, fd, bytes, size, at);
}

int
fdatasync(int fd)
{
	return strikes() ? -1 : (int)syscall(SYS_fdatasync, fd);
}

int
fsync(int fd)
{
	return strikes() ? -1 : (int)syscall(SYS_fsync, fd);
}

int
ftruncate64(int fd, off64_t size)
{
	return strikes() ? -1 : (int)syscall(SYS_ftruncate, fd, size);
}

int
ftruncate(int fd, off_t size)
{
	return strikes() ? -1 : (int)syscall(SYS_ftruncate, fd, size);
}
