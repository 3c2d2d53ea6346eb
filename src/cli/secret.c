#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "base/crypto.h"
#include "base/text.h"
#include "cli/register.h"
#include "desk/desk.h"
#include "desk/officer.h"
#include "desk/session.h"
#include "screens/words.h"

bool
cli_read_fd(const char *text, int *ret_fd)
{
	if (!text_is_digits(text, 0) || strlen(text) > 4)
		return false;
	*ret_fd = (int)strtol(text, NULL, 10);
	return fcntl(*ret_fd, F_GETFD) != -1;
}

/*
 * One line, byte by byte: what follows belongs to whoever reads next. false
 * at the end, for a line that is too long, and for Ctrl-C.
 */
static bool
read_line(int fd, char line[SECRET_SIZE])
{
	size_t n = 0;

	for (;;) {
		ssize_t got = read(fd, &line[n], 1);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0 || (got == 0 && n == 0) || line[n] == '\003')
			return false;
		if (got == 0 || line[n] == '\n' || line[n] == '\r') {
			line[n] = '\0';
			return text_is_valid(line, n);
		}
		if (++n == SECRET_SIZE)
			return false;
	}
}

/* Without echo; Ctrl-C comes as a byte, so that the echo comes back. */
static bool
read_terminal(struct cli *cli, const char *prompt, char line[SECRET_SIZE])
{
	int tty = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
	struct termios before, silent;
	bool is_read = false;

	if (tty < 0)
		return false;
	if (tcgetattr(tty, &before) == 0) {
		silent = before;
		silent.c_lflag &= (tcflag_t) ~(ECHO | ISIG);
		fprintf(cli->messages, "%s: ", words(prompt));
		fflush(cli->messages);
		if (tcsetattr(tty, TCSAFLUSH, &silent) == 0)
			is_read = read_line(tty, line);
		tcsetattr(tty, TCSAFLUSH, &before);
		fputc('\n', cli->messages);
	}
	close(tty);
	return is_read;
}

enum fail
cli_secret(struct cli *cli, int fd, const char *prompt,
    char ret_secret[SECRET_SIZE], struct err *err)
{
	bool is_read = fd >= 0 ? read_line(fd, ret_secret)
			       : read_terminal(cli, prompt, ret_secret);

	if (is_read)
		return FAIL_NONE;
	forget(ret_secret, SECRET_SIZE);
	return fail_say(err, FAIL_INVALID, "cli.no-passphrase", NULL);
}

enum fail
cli_new_passphrase(struct cli *cli, struct desk *desk, int fd,
    char ret_secret[SECRET_SIZE], struct err *err)
{
	char again[SECRET_SIZE];
	scoped_buf proposal = { 0 };
	enum fail fail;

	if (fd < 0) {
		buf_init(&proposal, SECRET_SIZE);
		desk_passphrase_suggest(desk, &proposal);
		cli_say(cli, "cli.passphrase-proposal", proposal.text, NULL);
		forget(proposal.text, proposal.size);
	}
	fail = cli_secret(cli, fd, "cli.ask-new", ret_secret, err);
	if (fail || fd >= 0)
		return fail;
	fail = cli_secret(cli, fd, "cli.ask-again", again, err);
	if (!fail && strcmp(again, ret_secret) != 0)
		fail = fail_say(err, FAIL_INVALID, "cli.not-the-same", NULL);
	forget(again, sizeof again);
	return fail;
}

enum fail
cli_sign_in(struct cli *cli, struct desk *desk, const char *staff_id, int fd,
    struct err *err)
{
	char secret[SECRET_SIZE] = "";
	enum fail fail = FAIL_NONE;

	if (staff_id == NULL)
		return fail_say(err, FAIL_INVALID, "cli.no-officer", NULL);
	if (!desk_is_practice(desk))
		fail = cli_secret(cli, fd, "cli.ask-passphrase", secret, err);
	if (!fail)
		fail = desk_sign_in(desk, staff_id, secret, NULL, err);
	forget(secret, sizeof secret);
	return fail;
}
