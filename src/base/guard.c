#include "base/guard.h"

#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

/* Plain colours, cursor shown, no pasting in brackets, first screen, all of it
 * and the lines above it erased. */
static const char rescue[] =
    "\033[0m\033[?25h\033[?2004l\033[?1049l\033[H\033[2J\033[3J";

static void
watched_signals(sigset_t *set)
{
	sigemptyset(set);
	sigaddset(set, SIGCHLD);
	sigaddset(set, SIGCONT);
	sigaddset(set, SIGHUP);
	sigaddset(set, SIGINT);
	sigaddset(set, SIGQUIT);
	sigaddset(set, SIGTERM);
}

static void
give_back(const struct termios *before)
{
	sigset_t set;

	/* Whoever writes from the background is stopped by SIGTTOU. */
	sigemptyset(&set);
	sigaddset(&set, SIGTTOU);
	sigprocmask(SIG_BLOCK, &set, NULL);
	tcsetattr(STDOUT_FILENO, TCSAFLUSH, before);
	if (write(STDOUT_FILENO, rescue, sizeof rescue - 1) < 0)
		return;
}

/* Has the child ended? A child that was stopped takes the watcher with it, so
 * that the shell sees the job stop. */
static bool
has_ended(pid_t child, int *ret_status)
{
	int status;
	pid_t found = waitpid(child, &status, WNOHANG | WUNTRACED);

	if (found != child)
		return false;
	if (WIFSTOPPED(status)) {
		raise(SIGSTOP);
		return false;
	}
	*ret_status = status;
	return true;
}

static int
watch(pid_t child)
{
	sigset_t set;
	int status = 0;

	watched_signals(&set);
	while (!has_ended(child, &status)) {
		siginfo_t info = { 0 };
		int number = sigwaitinfo(&set, &info);

		/* From the keyboard the child has got it as well. */
		if (number > 0 && number != SIGCHLD &&
		    (info.si_code != SI_KERNEL || number == SIGCONT))
			kill(child, number);
	}
	return status;
}

static enum fail
be_watched(pid_t watcher, const sigset_t *mask, struct guard *ret_guard,
    struct err *err)
{
	if (prctl(PR_SET_PDEATHSIG, SIGHUP) != 0)
		return fail_errno(err, "watcher");
	/* It may have gone before it could be asked for. */
	if (getppid() != watcher)
		raise(SIGHUP);
	sigprocmask(SIG_SETMASK, mask, NULL);
	*ret_guard = (struct guard){ .is_watcher = false };
	return FAIL_NONE;
}

enum fail
guard_terminal(struct guard *ret_guard, struct err *err)
{
	struct termios before;
	bool has_terminal = tcgetattr(STDOUT_FILENO, &before) == 0;
	pid_t watcher = getpid();
	struct guard guard = { .is_watcher = true };
	sigset_t set, mask;
	pid_t child;
	int status;

	watched_signals(&set);
	sigprocmask(SIG_BLOCK, &set, &mask);
	child = fork();
	if (child == 0)
		return be_watched(watcher, &mask, ret_guard, err);
	if (child < 0) {
		sigprocmask(SIG_SETMASK, &mask, NULL);
		return fail_errno(err, "watcher");
	}
	status = watch(child);
	guard.was_killed = WIFSIGNALED(status);
	guard.status =
	    guard.was_killed ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
	if (guard.was_killed && has_terminal)
		give_back(&before);
	sigprocmask(SIG_SETMASK, &mask, NULL);
	*ret_guard = guard;
	return FAIL_NONE;
}
