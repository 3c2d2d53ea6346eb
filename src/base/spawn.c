#include "base/spawn.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/pidfd.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/text.h"

/* How often to look where the kernel has no descriptor for a process. */
enum { LOOK_MS = 50 };

/* One run: what must be closed when it is over. */
struct run {
	int input; /* a file in memory: no writer can block on it */
	int output[2];
	int timer;
	int process;     /* pidfd, or -1 where there is none */
	pid_t pid;       /* 0: not running */
	struct buf said; /* the beginning of the output */
};

static void
close_fd(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

static void
run_done(struct run *run)
{
	if (run->pid > 0) {
		kill(-run->pid, SIGKILL);
		while (waitpid(run->pid, NULL, 0) < 0 && errno == EINTR)
			continue;
	}
	close_fd(&run->input);
	close_fd(&run->output[0]);
	close_fd(&run->output[1]);
	close_fd(&run->timer);
	close_fd(&run->process);
	buf_done(&run->said);
}
#define scoped_run scoped(run_done) struct run

static enum fail
make_input(struct run *run, const char *bytes, size_t size, struct err *err)
{
	ssize_t n;

	run->input = memfd_create("input", MFD_CLOEXEC);
	if (run->input < 0)
		return fail_errno(err, "making a file in memory");
	for (size_t done = 0; done < size; done += (size_t)n) {
		n = write(run->input, bytes + done, size - done);
		if (n < 0 && errno == EINTR)
			n = 0;
		if (n < 0)
			return fail_errno(err, "filling a file in memory");
	}
	if (lseek(run->input, 0, SEEK_SET) != 0)
		return fail_errno(err, "rewinding a file in memory");
	return FAIL_NONE;
}

static enum fail
make_timer(struct run *run, int deadline_ms, struct err *err)
{
	struct itimerspec deadline = { 0 };

	/* Zero would mean never. */
	if (deadline_ms < 1)
		deadline_ms = 1;
	deadline.it_value.tv_sec = deadline_ms / 1000;
	deadline.it_value.tv_nsec = deadline_ms % 1000 * 1000000L;
	run->timer = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC);
	if (run->timer < 0 ||
	    timerfd_settime(run->timer, 0, &deadline, NULL) != 0)
		return fail_errno(err, "setting a deadline");
	return FAIL_NONE;
}

/*
 * The child gets its own process group, so that all of it can be killed, and
 * the signals as a program expects them.
 */
static int
start(struct run *run, const char *const argv[])
{
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	sigset_t all, none;
	int failed;

	sigfillset(&all);
	sigemptyset(&none);
	posix_spawn_file_actions_init(&actions);
	posix_spawnattr_init(&attributes);
	posix_spawn_file_actions_adddup2(&actions, run->input, 0);
	posix_spawn_file_actions_adddup2(&actions, run->output[1], 1);
	posix_spawn_file_actions_adddup2(&actions, run->output[1], 2);
	posix_spawnattr_setsigdefault(&attributes, &all);
	posix_spawnattr_setsigmask(&attributes, &none);
	posix_spawnattr_setpgroup(&attributes, 0);
	posix_spawnattr_setflags(&attributes,
	    POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF |
		POSIX_SPAWN_SETSIGMASK);
	failed = posix_spawnp(&run->pid, argv[0], &actions, &attributes,
	    (char *const *)(uintptr_t)argv, environ);
	posix_spawnattr_destroy(&attributes);
	posix_spawn_file_actions_destroy(&actions);
	if (failed != 0)
		run->pid = 0;
	return failed;
}

/* Keep the beginning of the output; false at its end. */
static bool
take_output(struct run *run)
{
	char chunk[512];
	ssize_t n = read(run->output[0], chunk, sizeof(chunk));
	size_t left = run->said.ceiling - run->said.size;

	if (n < 0)
		return errno == EINTR;
	buf_add(&run->said, chunk, (size_t)n < left ? (size_t)n : left);
	return n > 0;
}

/* Has it ended? Then pid is given back. */
static bool
has_ended(struct run *run, int *status)
{
	if (waitpid(run->pid, status, WNOHANG) != run->pid)
		return false;
	/* What it started and left behind must not keep the output open. */
	run->pid = 0;
	return true;
}

/* Wait for the end of the program or of its time. */
static enum fail
wait_for(struct run *run, int *ret_status, struct err *err)
{
	struct pollfd events[] = {
		{ .fd = run->process, .events = POLLIN },
		{ .fd = run->output[0], .events = POLLIN },
		{ .fd = run->timer, .events = POLLIN },
	};

	while (!has_ended(run, ret_status)) {
		if (poll(events, array_length(events),
			run->process < 0 ? LOOK_MS : -1) < 0) {
			if (errno == EINTR)
				continue;
			return fail_errno(err, "waiting for the program");
		}
		if (events[1].revents != 0 && !take_output(run))
			events[1].fd = -1;
		if (events[2].revents != 0)
			return fail_set(
			    err, FAIL_BUSY, "it did not end in time");
	}
	/* What it said last may not have been read yet. */
	while (poll(&events[1], 1, 0) > 0 && take_output(run) &&
	    run->said.size < run->said.ceiling)
		continue;
	return FAIL_NONE;
}

static enum fail
judge(struct run *run, int status, struct err *err)
{
	scoped_buf said = { 0 };

	if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return FAIL_NONE;
	buf_init(&said, (size_t)4 * ERR_TEXT_SIZE);
	text_sanitise(run->said.text, run->said.size, &said);
	if (WIFSIGNALED(status))
		return fail_set(
		    err, FAIL_IO, "ended by signal %d", WTERMSIG(status));
	return fail_set(err, FAIL_IO, "ended with status %d: %s",
	    WEXITSTATUS(status), said.text);
}

static enum fail
run_it(
    struct run *run, const char *const argv[], int deadline_ms, struct err *err)
{
	enum fail fail;
	int failed, status;

	if (pipe2(run->output, O_CLOEXEC) != 0)
		return fail_errno(err, "making a pipe");
	fail = make_timer(run, deadline_ms, err);
	if (fail)
		return fail;
	failed = start(run, argv);
	if (failed != 0) {
		errno = failed;
		return fail_errno(err, "starting");
	}
	close_fd(&run->output[1]);
	run->process = pidfd_open(run->pid, 0);
	fail = wait_for(run, &status, err);
	return fail ? fail : judge(run, status, err);
}

enum fail
spawn_with_input(const char *const argv[], const void *bytes, size_t size,
    int deadline_ms, struct err *err)
{
	scoped_run run = {
		.input = -1, .output = { -1, -1 }, .timer = -1, .process = -1
	};
	enum fail fail;

	buf_init(&run.said, ERR_TEXT_SIZE);
	fail = make_input(&run, bytes, size, err);
	if (!fail)
		fail = run_it(&run, argv, deadline_ms, err);
	if (fail)
		fail_prefix(err, "%s", argv[0]);
	return fail;
}
