#include "base/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/pidfd.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
	/* How often to look where the kernel has no descriptor for it. */
	LOOK_MS = 20,
	/* What a killed process is waited for before it is given up. */
	KILLED_MS = 1000,
};

int64_t
monotonic_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void
close_fd(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

/*
 * Its own process group, so that all of it can be killed; its own folder, so
 * that it holds no mount; nothing of ours open but what is meant for it. Its
 * standard error is no terminal and no pipe of ours: a child that was given
 * up must not keep them open.
 */
static int
spawn_it(const char *const argv[], int link, int held, pid_t *pid)
{
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	sigset_t all, none;
	int failed;

	sigfillset(&all);
	sigemptyset(&none);
	posix_spawn_file_actions_init(&actions);
	posix_spawnattr_init(&attributes);
	posix_spawn_file_actions_adddup2(&actions, link, 0);
	posix_spawn_file_actions_adddup2(&actions, link, 1);
	if (held >= 0)
		posix_spawn_file_actions_adddup2(&actions, held, 3);
	posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
	posix_spawn_file_actions_addclosefrom_np(&actions, held >= 0 ? 4 : 3);
	posix_spawn_file_actions_addchdir_np(&actions, "/");
	posix_spawnattr_setsigdefault(&attributes, &all);
	posix_spawnattr_setsigmask(&attributes, &none);
	posix_spawnattr_setpgroup(&attributes, 0);
	posix_spawnattr_setflags(&attributes,
	    POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF |
		POSIX_SPAWN_SETSIGMASK);
	failed = posix_spawn(pid, argv[0], &actions, &attributes,
	    (char *const *)(uintptr_t)argv, environ);
	posix_spawnattr_destroy(&attributes);
	posix_spawn_file_actions_destroy(&actions);
	return failed;
}

enum fail
child_start(const char *const argv[], int held, struct child *ret_child,
    struct err *err)
{
	struct child child = { .link = -1, .process = -1 };
	int both[2], failed;

	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, both) != 0)
		return fail_errno(err, "making a link to a child");
	failed = spawn_it(argv, both[1], held, &child.pid);
	close(both[1]);
	if (failed != 0) {
		close(both[0]);
		errno = failed;
		return fail_errno(err, "starting %s", argv[0]);
	}
	child.link = both[0];
	child.process = pidfd_open(child.pid, 0);
	*ret_child = child;
	return FAIL_NONE;
}

/* FAIL_NONE: the link can take or give something now. */
static enum fail
wait_for(struct child *child, short what, int64_t until_ms, struct err *err)
{
	struct pollfd event = { .fd = child->link, .events = what };
	int64_t left;
	int n;

	for (;;) {
		left = until_ms - monotonic_ms();
		if (left < 0)
			left = 0;
		n = poll(&event, 1, left > INT32_MAX ? INT32_MAX : (int)left);
		if (n > 0)
			return FAIL_NONE;
		if (n == 0 && left == 0)
			return fail_set(
			    err, FAIL_BUSY, "a child gave no answer in time");
		if (n < 0 && errno != EINTR)
			return fail_errno(err, "waiting for a child");
	}
}

static enum fail
broken(ssize_t n, struct err *err)
{
	if (n == 0 || errno == EPIPE || errno == ECONNRESET)
		return fail_set(err, FAIL_IO, "the child has ended");
	(void)fail_errno(err, "talking with a child");
	return FAIL_IO;
}

static bool
comes_again(void)
{
	return errno == EINTR || errno == EAGAIN || errno == EWOULDBLOCK;
}

enum fail
child_send(struct child *child, const void *bytes, size_t size,
    int64_t until_ms, struct err *err)
{
	const char *at = bytes;
	enum fail fail;
	ssize_t n;

	while (size > 0) {
		fail = wait_for(child, POLLOUT, until_ms, err);
		if (fail)
			return fail;
		n = send(child->link, at, size, MSG_DONTWAIT | MSG_NOSIGNAL);
		if (n < 0 && comes_again())
			continue;
		if (n <= 0)
			return broken(n, err);
		at += n;
		size -= (size_t)n;
	}
	return FAIL_NONE;
}

enum fail
child_receive(struct child *child, void *bytes, size_t size, int64_t until_ms,
    struct err *err)
{
	char *at = bytes;
	enum fail fail;
	ssize_t n;

	while (size > 0) {
		fail = wait_for(child, POLLIN, until_ms, err);
		if (fail)
			return fail;
		n = recv(child->link, at, size, MSG_DONTWAIT);
		if (n < 0 && comes_again())
			continue;
		if (n <= 0)
			return broken(n, err);
		at += n;
		size -= (size_t)n;
	}
	return FAIL_NONE;
}

/* Has it ended by then? */
static bool
ends_by(const struct child *child, int64_t until_ms)
{
	struct pollfd event = { .fd = child->process, .events = POLLIN };
	int64_t left;
	int wait_ms;

	for (;;) {
		if (waitpid(child->pid, NULL, WNOHANG) != 0)
			return true;
		left = until_ms - monotonic_ms();
		if (left <= 0)
			return false;
		wait_ms = left < KILLED_MS ? (int)left : KILLED_MS;
		if (child->process < 0 && wait_ms > LOOK_MS)
			wait_ms = LOOK_MS;
		(void)poll(&event, 1, wait_ms);
	}
}

bool
child_end(struct child *child, int grace_ms)
{
	bool is_gone = true;

	close_fd(&child->link);
	if (child->pid > 0 && !ends_by(child, monotonic_ms() + grace_ms)) {
		kill(-child->pid, SIGKILL);
		is_gone = ends_by(child, monotonic_ms() + KILLED_MS);
	}
	close_fd(&child->process);
	child->pid = 0;
	return is_gone;
}

void
child_done(struct child *child)
{
	if (child->pid > 0)
		(void)child_end(child, 0);
}

void
child_follow_parent(void)
{
	prctl(PR_SET_PDEATHSIG, SIGKILL);
}
