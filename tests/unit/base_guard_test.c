#include "lib/t.h"

#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include "base/guard.h"

enum { SEEN_MAX = 4096 };

/* A program under a watcher, on a terminal of its own. */
struct session {
	int terminal;
	pid_t watcher;
	char seen[SEEN_MAX];
	size_t n;
};

/* act is what the watched program does; what it returns is its exit. */
static void
be_session(int (*act)(void))
{
	struct guard guard;

	if (guard_terminal(&guard, NULL) != FAIL_NONE)
		_exit(99);
	if (!guard.is_watcher)
		_exit(act());
	if (dprintf(STDOUT_FILENO, "(killed %d)", guard.was_killed) < 0)
		_exit(98);
	_exit(guard.status);
}

static struct session
session_start(int (*act)(void))
{
	struct session session = { 0 };

	session.watcher = forkpty(&session.terminal, NULL, NULL, NULL);
	assert_true(session.watcher >= 0);
	if (session.watcher == 0)
		be_session(act);
	return session;
}

/* Without a terminal: what it writes goes through a pipe. When a terminal's
 * first process dies, the system itself would hang the others up. */
static struct session
session_start_piped(int (*act)(void))
{
	struct session session = { 0 };
	int end[2];

	assert_int_equal(pipe(end), 0);
	session.watcher = fork();
	assert_true(session.watcher >= 0);
	if (session.watcher == 0) {
		dup2(end[1], STDOUT_FILENO);
		be_session(act);
	}
	close(end[1]);
	session.terminal = end[0];
	return session;
}

/* Read until text was seen, or to the end when it is NULL. */
static void
session_see(struct session *session, const char *text)
{
	while (text == NULL || strstr(session->seen, text) == NULL) {
		ssize_t n = read(session->terminal, session->seen + session->n,
		    SEEN_MAX - 1 - session->n);

		if (n <= 0)
			break;
		session->n += (size_t)n;
		session->seen[session->n] = '\0';
	}
	assert_true(text == NULL || strstr(session->seen, text) != NULL);
}

static int
session_end(struct session *session)
{
	int status;

	session_see(session, NULL);
	assert_int_equal(
	    waitpid(session->watcher, &status, 0), session->watcher);
	close(session->terminal);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static void
take_terminal(void)
{
	struct termios raw;

	tcgetattr(STDOUT_FILENO, &raw);
	cfmakeraw(&raw);
	tcsetattr(STDOUT_FILENO, TCSANOW, &raw);
}

static int
killed(void)
{
	take_terminal();
	if (write(STDOUT_FILENO, "a name", 6) != 6)
		return 1;
	raise(SIGKILL);
	return 0;
}

static int
ended(void)
{
	return 7;
}

static int
waiting(void)
{
	sigset_t set;
	int number;

	sigemptyset(&set);
	sigaddset(&set, SIGTERM);
	sigprocmask(SIG_BLOCK, &set, NULL);
	if (write(STDOUT_FILENO, "ready", 5) != 5)
		return 1;
	sigwait(&set, &number);
	return 40;
}

static int
outliving(void)
{
	sigset_t set;
	int number;

	sigemptyset(&set);
	sigaddset(&set, SIGHUP);
	sigprocmask(SIG_BLOCK, &set, NULL);
	if (write(STDOUT_FILENO, "ready", 5) != 5)
		return 1;
	sigwait(&set, &number);
	return write(STDOUT_FILENO, "tidied", 6) != 6;
}

T(the_exit_status_is_the_programs_own)
{
	struct session session = session_start(ended);

	assert_int_equal(session_end(&session), 7);
	assert_string_equal(session.seen, "(killed 0)");
}

T(a_killed_program_leaves_nothing_on_the_screen)
{
	struct session session = session_start(killed);
	const char *name, *erased;

	assert_int_equal(session_end(&session), 128 + SIGKILL);
	name = strstr(session.seen, "a name");
	assert_non_null(name);
	erased = strstr(name, "\033[H\033[2J\033[3J");
	assert_non_null(erased);
	assert_non_null(strstr(erased, "(killed 1)"));
}

T(a_killed_program_leaves_the_terminal_with_echo)
{
	struct session session = session_start(killed);
	struct termios now;

	session_see(&session, "(killed 1)");
	assert_int_equal(tcgetattr(session.terminal, &now), 0);
	assert_true(now.c_lflag & ECHO);
	assert_true(now.c_lflag & ICANON);
	session_end(&session);
}

T(a_signal_to_stop_the_watcher_reaches_the_program)
{
	struct session session = session_start(waiting);

	session_see(&session, "ready");
	kill(session.watcher, SIGTERM);
	assert_int_equal(session_end(&session), 40);
}

T(a_program_whose_watcher_is_killed_is_told_to_stop)
{
	struct session session = session_start_piped(outliving);
	int status;

	session_see(&session, "ready");
	kill(session.watcher, SIGKILL);
	waitpid(session.watcher, &status, 0);
	session_see(&session, "tidied");
	close(session.terminal);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_exit_status_is_the_programs_own),
		cmocka_unit_test(a_killed_program_leaves_nothing_on_the_screen),
		cmocka_unit_test(
		    a_killed_program_leaves_the_terminal_with_echo),
		cmocka_unit_test(
		    a_signal_to_stop_the_watcher_reaches_the_program),
		cmocka_unit_test(
		    a_program_whose_watcher_is_killed_is_told_to_stop),
	};

	return T_RUN(tests);
}
