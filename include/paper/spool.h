#ifndef PAPER_SPOOL_H
#define PAPER_SPOOL_H

#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"

/*
 * Printing without losing paper: every paper is first a file in the spool
 * folder, then it is sent; what could not be sent stays there and is offered
 * again.
 */

/* One copy of a paper. name: register number and paper, never a person. */
struct spool_paper {
	const char *name;
	int copy;
	const char *text;
	size_t size;
};

/*
 * Write it into folder (made when it is not there) as NAME-COPY.txt. ret_path
 * lives in the arena.
 */
enum fail spool_write(const char *folder, const struct spool_paper *paper,
    struct arena *arena, const char **ret_path, struct err *err) must_check;

/* Paths of what waits in the spool, oldest name first; in the arena. */
enum fail spool_waiting(const char *folder, struct arena *arena,
    const char *const **ret_paths, size_t *ret_n, struct err *err) must_check;

/* Where papers go. */
struct printer {
	enum { PRINTER_NONE, PRINTER_LP, PRINTER_DEVICE, PRINTER_FILE } kind;
	const char *name;    /* lp queue ("" for the default), device, folder */
	const char *charset; /* "ASCII" is safe on every printer */
};

/*
 * Read the setting "none", "lp", "lp NAME", "device PATH" or "file FOLDER",
 * perhaps followed by "charset NAME". FAIL_INVALID for anything else.
 */
enum fail printer_parse(const char *setting, struct arena *arena,
    struct printer *ret_printer, struct err *err) must_check;

/*
 * Send one spooled file, then move it to "sent" beside it. With PRINTER_NONE
 * nothing is sent and the file stays. Waits at most 15 s for lp.
 *
 * FAIL_MISSING: no lp, no such device; FAIL_BUSY: it hangs; FAIL_IO: refused.
 */
enum fail spool_send(const char *path, const struct printer *printer,
    struct err *err) must_check;

#endif
