#include "cli/process.h"

#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <unistd.h>

/*
 * Only LC_CTYPE is taken from the environment: numbers, dates and sorting
 * must not depend on where the program runs. Debian has C.UTF-8 without any
 * package.
 */
static bool
has_utf8(void)
{
	if (setlocale(LC_CTYPE, "") != NULL &&
	    strcmp(nl_langinfo(CODESET), "UTF-8") == 0)
		return true;
	return setlocale(LC_CTYPE, "C.UTF-8") != NULL;
}

/* A limit on file size or a closed pipe is to be an error, not an end. */
static void
ignore(int signal)
{
	struct sigaction action = { .sa_handler = SIG_IGN };

	sigaction(signal, &action, NULL);
}

void
process_start(struct cli *cli)
{
	const struct rlimit none = { 0, 0 };

	umask(077);
	ignore(SIGPIPE);
	ignore(SIGXFSZ);
	/* A core file would hold names and numbers of applicants. */
	setrlimit(RLIMIT_CORE, &none);
	cli->is_ascii = !has_utf8();
}

enum fail
cli_watch_stop(struct cli *cli, struct err *err)
{
	sigset_t set;

	if (cli->stop_fd >= 0)
		return FAIL_NONE;
	sigemptyset(&set);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGHUP);
	sigaddset(&set, SIGINT);
	if (sigprocmask(SIG_BLOCK, &set, NULL) != 0)
		return fail_errno(err, "signals");
	cli->stop_fd = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
	if (cli->stop_fd < 0)
		return fail_errno(err, "signals");
	return FAIL_NONE;
}

bool
cli_is_stopping(const struct cli *cli)
{
	struct pollfd stop = { .fd = cli->stop_fd, .events = POLLIN };

	return poll(&stop, 1, 0) > 0;
}

void
process_end(struct cli *cli)
{
	if (cli->stop_fd >= 0)
		close(cli->stop_fd);
	cli->stop_fd = -1;
}
