#include "cli/signals.h"

#include <stddef.h>

static struct signals signals;

static void
on_stop(int number)
{
	(void)number;
	signals.stop = 1;
}

static void
on_wake(int number)
{
	(void)number;
	signals.wakes++;
}

/* SA_RESETHAND: the second time the signal does what it always did. */
static void
on_crash(int number)
{
	term_rescue(&signals.rescue);
	raise(number);
}

static void
handle(int number, void (*handler)(int), int flags)
{
	struct sigaction action = { .sa_handler = handler, .sa_flags = flags };

	sigemptyset(&action.sa_mask);
	sigaction(number, &action, NULL);
}

/* The sanitizers' own handlers, which print a report, stay. */
static void
handle_crash(int number)
{
	struct sigaction now;

	if (sigaction(number, NULL, &now) == 0 && now.sa_handler == SIG_DFL)
		handle(number, on_crash, (int)SA_RESETHAND);
}

struct signals *
signals_watch(void)
{
	static const int stops[] = { SIGTERM, SIGHUP, SIGINT };
	static const int crashes[] = { SIGSEGV, SIGBUS, SIGILL, SIGFPE,
		SIGABRT };

	/* No SA_RESTART: a call that waits is to come back. */
	for (size_t i = 0; i < array_length(stops); i++)
		handle(stops[i], on_stop, 0);
	handle(SIGCONT, on_wake, 0);
	for (size_t i = 0; i < array_length(crashes); i++)
		handle_crash(crashes[i]);
	return &signals;
}

struct signals *
signals_end_gently(void)
{
	static const int stops[] = { SIGTERM, SIGHUP, SIGINT };

	for (size_t i = 0; i < array_length(stops); i++)
		handle(stops[i], on_stop, (int)SA_RESETHAND);
	return &signals;
}

void
signals_ignore(void)
{
	handle(SIGPIPE, SIG_IGN, 0);
	handle(SIGXFSZ, SIG_IGN, 0);
}
