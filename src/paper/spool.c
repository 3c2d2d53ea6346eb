#include "paper/spool.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/charset.h"
#include "base/file.h"
#include "base/spawn.h"
#include "base/text.h"

enum {
	SPOOL_FILE_MAX = 1 << 20,
	SPOOL_BYTES_MAX = 4 << 20, /* in the charset of the printer */
	LP_DEADLINE_MS = 15000,
	DEVICE_DEADLINE_MS = 5000, /* for a full buffer to move on */
	SPOOL_MODE = 0600,
	SPOOL_FOLDER_MODE = 0700,
};

static const char suffix[] = ".txt";

static bool
is_spooled(const char *name)
{
	size_t size = strlen(name);

	return size > sizeof suffix - 1 &&
	    strcmp(name + size - (sizeof suffix - 1), suffix) == 0;
}

enum fail
spool_write(const char *folder, const struct spool_paper *paper,
    struct arena *arena, const char **ret_path, struct err *err)
{
	const char *path = arena_print(
	    arena, "%s/%s-%d%s", folder, paper->name, paper->copy, suffix);
	enum fail fail;

	fail = folder_make(folder, SPOOL_FOLDER_MODE, err);
	if (fail)
		return fail;
	fail = file_write(path, paper->text, paper->size, SPOOL_MODE, err);
	if (fail)
		return fail;
	*ret_path = path;
	return FAIL_NONE;
}

enum fail
spool_waiting(const char *folder, struct arena *arena,
    const char *const **ret_paths, size_t *ret_n, struct err *err)
{
	const char *const *names = NULL;
	const char **paths;
	size_t n = 0, waiting = 0;
	struct err ignored = { 0 };
	enum fail fail;

	fail = folder_list(folder, arena, &names, &n, &ignored);
	if (fail == FAIL_MISSING) {
		*ret_paths = NULL;
		*ret_n = 0;
		return FAIL_NONE;
	}
	if (fail) {
		if (err != NULL)
			*err = ignored;
		return fail;
	}
	paths = arena_array(arena, n + 1, sizeof *paths);
	for (size_t i = 0; i < n; i++)
		if (is_spooled(names[i]))
			paths[waiting++] =
			    arena_print(arena, "%s/%s", folder, names[i]);
	*ret_paths = paths;
	*ret_n = waiting;
	return FAIL_NONE;
}

/* The next word of a setting, copied; *at moves behind it. "" at the end. */
static const char *
next_word(const char **at, struct arena *arena)
{
	size_t size;
	const char *word;

	*at += strspn(*at, " ");
	size = strcspn(*at, " ");
	word = arena_bytes(arena, *at, size);
	*at += size;
	return word;
}

enum fail
printer_parse(const char *setting, struct arena *arena,
    struct printer *ret_printer, struct err *err)
{
	struct printer printer = { PRINTER_NONE, "", "ASCII" };
	const char *at = setting;
	const char *kind = next_word(&at, arena);
	const char *word = next_word(&at, arena);

	if (strcmp(kind, "lp") == 0)
		printer.kind = PRINTER_LP;
	else if (strcmp(kind, "device") == 0)
		printer.kind = PRINTER_DEVICE;
	else if (strcmp(kind, "file") == 0)
		printer.kind = PRINTER_FILE;
	else if (strcmp(kind, "none") != 0 && *kind != '\0')
		return fail_say(
		    err, FAIL_INVALID, "printer.setting", setting, NULL);
	if (printer.kind != PRINTER_NONE && strcmp(word, "charset") != 0) {
		printer.name = word;
		word = next_word(&at, arena);
	}
	if (strcmp(word, "charset") == 0)
		printer.charset = next_word(&at, arena);
	else if (*word != '\0')
		return fail_say(
		    err, FAIL_INVALID, "printer.setting", setting, NULL);
	if ((printer.kind == PRINTER_DEVICE || printer.kind == PRINTER_FILE) &&
	    printer.name[0] != '/')
		return fail_say(
		    err, FAIL_INVALID, "printer.setting", setting, NULL);
	*ret_printer = printer;
	return FAIL_NONE;
}

/* A printer takes a page in pieces: wait until it takes the next one. */
static bool
is_ready(int fd)
{
	struct pollfd wanted = { .fd = fd, .events = POLLOUT };

	return poll(&wanted, 1, DEVICE_DEADLINE_MS) > 0 &&
	    (wanted.revents & POLLOUT) != 0;
}

static enum fail
write_all(
    int fd, const char *bytes, size_t size, const char *name, struct err *err)
{
	while (size > 0) {
		ssize_t written = write(fd, bytes, size);

		if (written < 0 && errno == EINTR)
			continue;
		if (written < 0 && errno == EAGAIN) {
			if (is_ready(fd))
				continue;
			return fail_say(
			    err, FAIL_BUSY, "printer.hangs", name, NULL);
		}
		if (written <= 0)
			return fail_errno(err, "%s", name);
		bytes += written;
		size -= (size_t)written;
	}
	return FAIL_NONE;
}

static enum fail
send_device(const char *name, const char *bytes, size_t size, struct err *err)
{
	int fd = open(name, O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
	enum fail fail;

	if (fd < 0)
		return fail_errno(err, "%s", name);
	fail = write_all(fd, bytes, size, name, err);
	if (close(fd) != 0 && !fail)
		fail = fail_errno(err, "%s", name);
	return fail;
}

static enum fail
send_lp(const char *name, const char *bytes, size_t size, struct err *err)
{
	const char *const plain[] = { "lp", "-s", "-", NULL };
	const char *const named[] = { "lp", "-s", "-d", name, "-", NULL };

	return spawn_with_input(
	    *name == '\0' ? plain : named, bytes, size, LP_DEADLINE_MS, err);
}

static const char *
name_in(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash == NULL ? path : slash + 1;
}

/* Out of the waiting ones, into "sent" beside them. */
static enum fail
move_to_sent(const char *path, struct arena *arena, struct err *err)
{
	const char *name = name_in(path);
	const char *folder =
	    arena_print(arena, "%.*ssent", (int)(name - path), path);
	const char *target = arena_print(arena, "%s/%s", folder, name);
	enum fail fail;

	fail = folder_make(folder, SPOOL_FOLDER_MODE, err);
	if (fail)
		return fail;
	if (rename(path, target) != 0)
		return fail_errno(err, "%s", target);
	return FAIL_NONE;
}

static enum fail
send_bytes(const char *path, const struct printer *printer, const char *bytes,
    size_t size, struct arena *arena, struct err *err)
{
	switch (printer->kind) {
	case PRINTER_LP: return send_lp(printer->name, bytes, size, err);
	case PRINTER_DEVICE:
		return send_device(printer->name, bytes, size, err);
	case PRINTER_FILE:
		return file_write(
		    arena_print(arena, "%s/%s", printer->name, name_in(path)),
		    bytes, size, SPOOL_MODE, err);
	case PRINTER_NONE: break;
	}
	return FAIL_NONE;
}

enum fail
spool_send(const char *path, const struct printer *printer, struct err *err)
{
	scoped_arena arena = arena_new();
	scoped_buf bytes;
	char *text = NULL;
	size_t size = 0, replaced = 0;
	enum fail fail;

	buf_init(&bytes, SPOOL_BYTES_MAX);
	if (printer->kind == PRINTER_NONE)
		return FAIL_NONE;
	fail = file_read(path, SPOOL_FILE_MAX, arena, &text, &size, err);
	if (fail)
		return fail;
	if (strcmp(printer->charset, "UTF-8") == 0)
		buf_add(&bytes, text, size);
	else
		fail = charset_from_utf8(
		    printer->charset, text, size, &bytes, &replaced, err);
	if (fail)
		return fail;
	fail = send_bytes(path, printer, bytes.text, bytes.size, arena, err);
	if (fail)
		return fail;
	return move_to_sent(path, arena, err);
}
