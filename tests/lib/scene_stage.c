#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "scene.h"

/* What the program says when a screen is complete (ui/term.h). */
static const char mark[] = "7703;";

static long long
now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* "7703;BYTES;ROWS;COLUMNS" */
static int
take_mark(const char *command, size_t size, void *context)
{
	struct stage *stage = context;
	char text[80], *end;

	if (size < sizeof(mark) || size >= sizeof(text) ||
	    memcmp(command, mark, sizeof(mark) - 1) != 0)
		return 0;
	memcpy(text, command, size);
	text[size] = '\0';
	stage->arrived = strtoull(text + sizeof(mark) - 1, &end, 10);
	if (*end == ';')
		stage->marked_rows = (int)strtol(end + 1, &end, 10);
	if (*end == ';')
		stage->marked_columns = (int)strtol(end + 1, &end, 10);
	stage->has_mark = true;
	return 1;
}

static const VTermParserCallbacks fallbacks = { .osc = take_mark };

/* What the terminal answers is typed too. */
static void
answer(const char *bytes, size_t size, void *context)
{
	stage_send(context, bytes, size);
}

void
stage_init(struct stage *stage)
{
	*stage = (struct stage){ .fd = -1, .rows = 24, .columns = 80 };
}

static void
drop_terminal(struct stage *stage)
{
	if (stage->vterm != NULL)
		vterm_free(stage->vterm);
	if (stage->fd >= 0)
		close(stage->fd);
	stage->vterm = NULL;
	stage->fd = -1;
}

void
stage_done(struct stage *stage)
{
	if (stage->pid > 0) {
		kill(stage->pid, SIGKILL);
		waitpid(stage->pid, NULL, 0);
	}
	stage->pid = 0;
	drop_terminal(stage);
}

void
stage_size(struct stage *stage, int rows, int columns)
{
	struct winsize size = { .ws_row = (unsigned short)rows,
		.ws_col = (unsigned short)columns };

	stage->rows = rows;
	stage->columns = columns;
	if (stage->vterm == NULL)
		return;
	vterm_set_size(stage->vterm, rows, columns);
	if (stage->fd >= 0)
		ioctl(stage->fd, TIOCSWINSZ, &size);
}

static void
make_terminal(struct stage *stage)
{
	stage->vterm = vterm_new(stage->rows, stage->columns);
	vterm_set_utf8(stage->vterm, 1);
	vterm_output_set_callback(stage->vterm, answer, stage);
	stage->screen = vterm_obtain_screen(stage->vterm);
	vterm_screen_enable_altscreen(stage->screen, 1);
	vterm_screen_set_unrecognised_fallbacks(stage->screen, &fallbacks,
	    stage);
	vterm_screen_reset(stage->screen, 1);
	stage->sent = stage->arrived = 0;
	stage->has_mark = stage->has_ended = false;
	stage->status = 0;
}

bool
stage_start(struct stage *stage, const char *const *words,
    const char *const *environment)
{
	struct winsize size = { .ws_row = (unsigned short)stage->rows,
		.ws_col = (unsigned short)stage->columns };
	sigset_t set;

	stage_done(stage);
	make_terminal(stage);
	fflush(stdout);
	stage->pid = forkpty(&stage->fd, NULL, NULL, &size);
	if (stage->pid != 0)
		return stage->pid > 0;
	sigemptyset(&set);
	sigprocmask(SIG_SETMASK, &set, NULL);
	if (stage->folder != NULL && chdir(stage->folder) != 0)
		_exit(127);
	execve(words[0], (char *const *)(uintptr_t)words,
	    (char *const *)(uintptr_t)environment);
	perror(words[0]);
	_exit(127);
}

/* Read what the program wrote, waiting at most timeout_ms. */
static bool
take_output(struct stage *stage, long long timeout_ms)
{
	struct pollfd fd = { .fd = stage->fd, .events = POLLIN };
	char bytes[8192];
	ssize_t n;

	if (stage->fd < 0 || timeout_ms < 0 ||
	    poll(&fd, 1, (int)timeout_ms) <= 0)
		return false;
	n = read(stage->fd, bytes, sizeof(bytes));
	if (n < 0 && errno == EINTR)
		return true;
	if (n <= 0)
		return false;
	vterm_input_write(stage->vterm, bytes, (size_t)n);
	return true;
}

void
stage_send(struct stage *stage, const char *bytes, size_t size)
{
	stage->sent += size;
	while (size > 0 && stage->fd >= 0) {
		struct pollfd fd = { .fd = stage->fd, .events = POLLIN |
			    POLLOUT };
		size_t part = size < 1024 ? size : 1024;
		ssize_t n;

		/* whoever writes much must read, or both sides wait */
		if (poll(&fd, 1, SCENE_DEADLINE_MS) <= 0)
			return;
		if ((fd.revents & POLLIN) != 0 && !take_output(stage, 0))
			return;
		if ((fd.revents & (POLLHUP | POLLERR)) != 0)
			return;
		if ((fd.revents & POLLOUT) == 0)
			continue;
		n = write(stage->fd, bytes, part);
		if (n <= 0)
			return;
		bytes += n;
		size -= (size_t)n;
	}
}

static bool
is_settled(const struct stage *stage)
{
	return stage->has_mark && stage->arrived >= stage->sent &&
	    stage->marked_rows == stage->rows &&
	    stage->marked_columns == stage->columns;
}

bool
stage_settle(struct stage *stage)
{
	long long deadline = now_ms() + SCENE_DEADLINE_MS;

	while (!is_settled(stage))
		if (!take_output(stage, deadline - now_ms()))
			return now_ms() < deadline;
	return true;
}

bool
stage_next(struct stage *stage)
{
	long long deadline = now_ms() + SCENE_DEADLINE_MS;

	stage->has_mark = false;
	while (!is_settled(stage))
		if (!take_output(stage, deadline - now_ms()))
			return false;
	return true;
}

static bool
reap(struct stage *stage)
{
	int status;

	if (stage->pid > 0 && waitpid(stage->pid, &status, WNOHANG) ==
	    stage->pid) {
		stage->status = WIFEXITED(status) ? WEXITSTATUS(status) :
		    128 + WTERMSIG(status);
		stage->has_ended = true;
		stage->pid = 0;
	}
	return stage->has_ended;
}

bool
stage_end(struct stage *stage)
{
	long long deadline = now_ms() + SCENE_DEADLINE_MS;
	sigset_t set;

	/* the end of its output comes first, and then, at once, its own */
	while (take_output(stage, deadline - now_ms()))
		;
	sigemptyset(&set);
	sigaddset(&set, SIGCHLD);
	while (!reap(stage) && stage->pid > 0) {
		long long left = deadline - now_ms();
		struct timespec limit = { .tv_sec = left / 1000,
			.tv_nsec = left % 1000 * 1000000 };

		if (left <= 0)
			return false;
		sigtimedwait(&set, NULL, &limit);
	}
	return stage->has_ended;
}

void
stage_signal(struct stage *stage, int number)
{
	if (stage->pid > 0)
		kill(stage->pid, number);
}

void
stage_hang_up(struct stage *stage)
{
	if (stage->fd >= 0)
		close(stage->fd);
	stage->fd = -1;
}
