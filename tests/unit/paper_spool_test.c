/* Papers wait as files, and leave when they were sent. */

#include "lib/t.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "paper/spool.h"

enum { LARGE = 300000 }; /* more than a pipe holds */

static size_t
waiting(const struct t_folder *folder, struct arena *arena,
    const char *const **ret_paths)
{
	struct err err = { 0 };
	size_t n = 0;

	t_done(spool_waiting(folder->path, arena, ret_paths, &n, &err), err);
	return n;
}

static const char *
spooled(const struct t_folder *folder, struct arena *arena, const char *text)
{
	const struct spool_paper paper = { "L03-2026-0412-receipt", 2, text,
		strlen(text) };
	struct err err = { 0 };
	const char *path = NULL;

	t_done(spool_write(folder->path, &paper, arena, &path, &err), err);
	return path;
}

static void
assert_content(const char *path, const char *wanted)
{
	scoped_arena arena = arena_new();
	struct err err = { 0 };
	char *text = NULL;
	size_t size = 0;

	t_done(file_read(path, 1 << 20, arena, &text, &size, &err), err);
	assert_string_equal(text, wanted);
}

T(a_paper_is_a_file_for_its_owner_only_before_it_is_sent)
{
	scoped_arena arena = arena_new();
	scoped_t_folder folder = t_folder_new();
	const char *path = spooled(&folder, arena, "GRATIS\n");
	const char *const *paths = NULL;
	struct stat status;

	assert_string_equal(file_name(path), "L03-2026-0412-receipt-2.txt");
	assert_int_equal(stat(path, &status), 0);
	assert_int_equal(status.st_mode & 0777, 0600);
	assert_int_equal(waiting(&folder, arena, &paths), 1);
	assert_string_equal(paths[0], path);
	assert_content(path, "GRATIS\n");
}

T(nothing_waits_in_a_folder_that_was_never_made)
{
	scoped_arena arena = arena_new();
	scoped_t_folder folder = t_folder_new();
	const char *const *paths = NULL;
	struct err err = { 0 };
	size_t n = 1;

	t_done(spool_waiting(
		   t_path(arena, &folder, "spool"), arena, &paths, &n, &err),
	    err);
	assert_int_equal(n, 0);
}

T(a_setting_names_a_printer_and_its_characters)
{
	scoped_arena arena = arena_new();
	struct printer printer;
	struct err err = { 0 };

	t_done(printer_parse("", arena, &printer, &err), err);
	assert_int_equal(printer.kind, PRINTER_NONE);
	t_done(printer_parse("lp", arena, &printer, &err), err);
	assert_int_equal(printer.kind, PRINTER_LP);
	assert_string_equal(printer.name, "");
	assert_string_equal(printer.charset, "ASCII");
	t_done(
	    printer_parse("lp  loket-3 charset UTF-8", arena, &printer, &err),
	    err);
	assert_string_equal(printer.name, "loket-3");
	assert_string_equal(printer.charset, "UTF-8");
	t_done(printer_parse(
		   "device /dev/usb/lp0 charset CP858", arena, &printer, &err),
	    err);
	assert_int_equal(printer.kind, PRINTER_DEVICE);
	assert_string_equal(printer.name, "/dev/usb/lp0");
}

T(a_setting_that_is_no_printer_is_refused)
{
	static const char *const wrong[] = { "laser", "device", "device lp0",
		"file", "file spool", "none x", "lp a b", "lp a b charset X" };
	scoped_arena arena = arena_new();
	struct printer printer;
	struct err err = { 0 };

	for (size_t i = 0; i < array_length(wrong); i++) {
		assert_int_equal(printer_parse(wrong[i], arena, &printer, &err),
		    FAIL_INVALID);
		assert_string_equal(err.fact.code, "printer.setting");
		assert_string_equal(err.fact.arg[0], wrong[i]);
	}
}

T(without_a_printer_the_paper_stays)
{
	scoped_arena arena = arena_new();
	scoped_t_folder folder = t_folder_new();
	const char *path = spooled(&folder, arena, "a\n");
	const struct printer printer = { PRINTER_NONE, "", "ASCII" };
	const char *const *paths = NULL;
	struct err err = { 0 };

	t_done(spool_send(path, &printer, &err), err);
	assert_int_equal(waiting(&folder, arena, &paths), 1);
}

T(a_paper_sent_to_a_folder_no_longer_waits)
{
	scoped_arena arena = arena_new();
	scoped_t_folder folder = t_folder_new(), out = t_folder_new();
	const char *path = spooled(&folder, arena,
	    "1\xe2\x80\x93"
	    "2\n");
	const struct printer printer = { PRINTER_FILE, out.path, "ASCII" };
	const char *const *paths = NULL;
	struct err err = { 0 };

	t_done(spool_send(path, &printer, &err), err);
	assert_int_equal(waiting(&folder, arena, &paths), 0);
	assert_content(t_path(arena, &out, file_name(path)), "1-2\n");
	assert_content(
	    t_path(arena, &folder, "sent/L03-2026-0412-receipt-2.txt"),
	    "1\xe2\x80\x93"
	    "2\n");
}

T(a_paper_that_cannot_be_sent_stays_as_it_is)
{
	scoped_arena arena = arena_new();
	scoped_t_folder folder = t_folder_new();
	const char *path = spooled(&folder, arena, "a\n");
	const struct printer gone = { PRINTER_DEVICE,
		t_path(arena, &folder, "lp0"), "ASCII" };
	const struct printer charset = { PRINTER_FILE, folder.path, "NONE-1" };
	const char *const *paths = NULL;

	assert_int_equal(spool_send(path, &gone, NULL), FAIL_MISSING);
	assert_int_equal(spool_send(path, &charset, NULL), FAIL_MISSING);
	assert_int_equal(waiting(&folder, arena, &paths), 1);
	assert_content(path, "a\n");
}

/* In a child: read until the other side closes; 0 when it was size bytes. */
static int
drain(int fd, size_t size)
{
	struct pollfd wanted = { .fd = fd, .events = POLLIN };
	char bytes[4096];
	size_t sum = 0;

	while (poll(&wanted, 1, 10000) > 0) {
		ssize_t n = read(fd, bytes, sizeof bytes);

		if (n <= 0)
			break;
		sum += (size_t)n;
	}
	return sum == size ? 0 : 1;
}

T(a_device_may_take_a_paper_in_pieces)
{
	scoped_arena arena = arena_new();
	scoped_t_folder folder = t_folder_new();
	const char *device = t_path(arena, &folder, "lp0");
	const struct printer printer = { PRINTER_DEVICE, device, "UTF-8" };
	char *text = arena_alloc(arena, LARGE + 1);
	struct err err = { 0 };
	int fd, status = 1;
	pid_t child;

	memset(text, 'x', LARGE);
	assert_int_equal(mkfifo(device, 0600), 0);
	fd = open(device, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	assert_true(fd >= 0);
	child = fork();
	assert_true(child >= 0);
	if (child == 0)
		_exit(drain(fd, LARGE));
	t_done(spool_send(spooled(&folder, arena, text), &printer, &err), err);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	close(fd);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    a_paper_is_a_file_for_its_owner_only_before_it_is_sent),
		cmocka_unit_test(nothing_waits_in_a_folder_that_was_never_made),
		cmocka_unit_test(a_setting_names_a_printer_and_its_characters),
		cmocka_unit_test(a_setting_that_is_no_printer_is_refused),
		cmocka_unit_test(without_a_printer_the_paper_stays),
		cmocka_unit_test(a_paper_sent_to_a_folder_no_longer_waits),
		cmocka_unit_test(a_paper_that_cannot_be_sent_stays_as_it_is),
		cmocka_unit_test(a_device_may_take_a_paper_in_pieces),
	};

	return T_RUN(tests);
}
