#include <langinfo.h>
#include <locale.h>
#include <string.h>
#include <unistd.h>

#include "ui/term.h"
#include "ui/term_input.h"

/* What a terminal needs that curses has no part in. */

bool
term_locale(void)
{
	if (setlocale(LC_CTYPE, "") != NULL &&
	    strcmp(nl_langinfo(CODESET), "UTF-8") == 0)
		return true;
	if (setlocale(LC_CTYPE, "C.UTF-8") != NULL)
		return true;
	setlocale(LC_CTYPE, "C");
	return false;
}

static void
send_bytes(const char *bytes, size_t size)
{
	while (size > 0) {
		ssize_t n = write(STDOUT_FILENO, bytes, size);

		if (n <= 0)
			return;
		bytes += n;
		size -= (size_t)n;
	}
}

void
term_send(const char *text)
{
	send_bytes(text, strlen(text));
}

void
term_closep(struct term **term)
{
	term_close(*term);
}

void
term_rescue(const struct term_rescue *rescue)
{
	if (!rescue->is_needed)
		return;
	send_bytes(rescue->bytes, rescue->size);
	tcsetattr(STDIN_FILENO, TCSANOW, &rescue->before);
}
