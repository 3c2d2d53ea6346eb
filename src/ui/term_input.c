#include "ui/term_input.h"

#include <errno.h>
#include <poll.h>
#include <time.h>
#include <unistd.h>

enum { CHUNK = 4096 };

const struct term_capability term_capabilities[] = {
	{ "kf1", K_F1 },     { "kf2", K_F2 },	 { "kf3", K_F3 },
	{ "kf4", K_F4 },     { "kf5", K_F5 },	 { "kf6", K_F6 },
	{ "kf7", K_F7 },     { "kf8", K_F8 },	 { "kf9", K_F9 },
	{ "kf10", K_F10 },   { "kf12", K_F12 },	 { "kcuu1", K_UP },
	{ "kcud1", K_DOWN }, { "kcub1", K_LEFT }, { "kcuf1", K_RIGHT },
	{ "khome", K_HOME }, { "kend", K_END },	 { "kpp", K_PAGE_UP },
	{ "knp", K_PAGE_DOWN }, { "kdch1", K_DELETE }, { "kcbt", K_BACKTAB },
};
const size_t term_capabilities_n = array_length(term_capabilities);

void
input_hold(struct term_input *input)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGWINCH);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGHUP);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGQUIT);
	sigaddset(&set, SIGCONT);
	sigprocmask(SIG_BLOCK, &set, &input->before);
}

void
input_let_go(struct term_input *input)
{
	sigprocmask(SIG_SETMASK, &input->before, NULL);
}

bool
input_is_stopped(const struct term_input *input)
{
	return input->is_over || (input->stop != NULL && *input->stop != 0);
}

bool
input_woke(struct term_input *input)
{
	sig_atomic_t now = input->wakes == NULL ? 0 : *input->wakes;
	bool woke = now != input->wakes_seen;

	input->wakes_seen = now;
	return woke;
}

bool
input_is_ready(const struct term_input *input)
{
	struct pollfd fd = { .fd = input->fd, .events = POLLIN };

	return !input->is_over && poll(&fd, 1, 0) > 0 &&
	    (fd.revents & POLLIN) != 0;
}

static enum input_event
read_bytes(struct term_input *input)
{
	char bytes[CHUNK];
	ssize_t n = read(input->fd, bytes, sizeof(bytes));

	if (n > 0) {
		key_decoder_feed(&input->decoder, bytes, (size_t)n);
		input->n_bytes += (unsigned long long)n;
		input->is_late = false;
		return INPUT_BYTES;
	}
	if (n < 0 && (errno == EINTR || errno == EAGAIN))
		return INPUT_SIGNAL;
	input->is_over = true;
	return INPUT_OVER;
}

enum input_event
input_wait(struct term_input *input, int timeout_ms)
{
	struct pollfd fd = { .fd = input->fd, .events = POLLIN };
	struct timespec limit = { .tv_sec = timeout_ms / 1000,
		.tv_nsec = timeout_ms % 1000 * 1000000L };
	int n = ppoll(&fd, 1, timeout_ms < 0 ? NULL : &limit, &input->before);

	if (n < 0 && errno == EINTR)
		return INPUT_SIGNAL;
	if (n == 0)
		return INPUT_NOTHING;
	if (n > 0 && (fd.revents & POLLIN) != 0)
		return read_bytes(input);
	input->is_over = true;
	return INPUT_OVER;
}
