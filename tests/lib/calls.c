#include "lib/calls.h"

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static struct {
	int made[CALLS];
	int at[CALLS], error[CALLS];
	bool is_lie[CALLS];
	bool is_storm;
} plan;

enum what { WELL, FAILS, LIES };

static enum what
next(enum call call)
{
	int n = ++plan.made[call];

	if (plan.is_storm && n % 2 == 1) {
		errno = EINTR;
		return FAILS;
	}
	if (n != plan.at[call])
		return WELL;
	errno = plan.error[call];
	return plan.is_lie[call] ? LIES : FAILS;
}

void
calls_reset(void)
{
	memset(&plan, 0, sizeof plan);
}

void
calls_fail(enum call call, int n, int error)
{
	plan.at[call] = plan.made[call] + n;
	plan.error[call] = error;
	plan.is_lie[call] = false;
}

void
calls_lie(enum call call, int n, int error)
{
	calls_fail(call, n, error);
	plan.is_lie[call] = true;
}

void
calls_interrupt(void)
{
	plan.is_storm = true;
}

int
calls_made(enum call call)
{
	return plan.made[call];
}

int
openat(int folder, const char *name, int flags, ...)
{
	va_list list;
	int mode;

	va_start(list, flags);
	mode = (flags & O_CREAT) != 0 ? va_arg(list, int) : 0;
	va_end(list);
	return next(CALL_OPENAT) != WELL ?
	    -1 :
	    (int)syscall(SYS_openat, folder, name, flags, mode);
}

ssize_t
read(int fd, void *bytes, size_t size)
{
	return next(CALL_READ) != WELL ? -1 :
					 syscall(SYS_read, fd, bytes, size);
}

ssize_t
write(int fd, const void *bytes, size_t size)
{
	static const char zeros[1 << 16];

	switch (next(CALL_WRITE)) {
	case FAILS: return -1;
	case LIES:
		return syscall(SYS_write, fd, zeros,
		    size < sizeof zeros ? size : sizeof zeros);
	case WELL: break;
	}
	return syscall(SYS_write, fd, bytes, size);
}

int
fsync(int fd)
{
	return next(CALL_FSYNC) != WELL ? -1 : (int)syscall(SYS_fsync, fd);
}

int
renameat(int from, const char *old, int to, const char *new)
{
	switch (next(CALL_RENAMEAT)) {
	case FAILS: return -1;
	case LIES:
		(void)syscall(SYS_renameat2, from, old, to, new, 0);
		errno = plan.error[CALL_RENAMEAT];
		return -1;
	case WELL: break;
	}
	return (int)syscall(SYS_renameat2, from, old, to, new, 0);
}

struct dirent *
readdir(DIR *folder)
{
	struct dirent *(*real)(DIR *);
	void *found;

	if (next(CALL_READDIR) != WELL)
		return NULL;
	found = dlsym(RTLD_NEXT, "readdir");
	memcpy(&real, &found, sizeof real);
	return real(folder);
}
