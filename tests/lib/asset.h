#ifndef TESTS_LIB_ASSET_H
#define TESTS_LIB_ASSET_H

#include "base/file.h"
#include "lib/t.h"

/*
 * A file of the source tree ("data/holidays.tsv"), whole and with a NUL after
 * it; the test fails when it cannot be read.
 */
static inline char *
asset_text(struct arena *arena, const char *path, size_t *ret_size)
{
	const char *folder = getenv("LOKET_SRCDIR");
	struct err err = { 0 };
	char *text = NULL;

	if (folder == NULL)
		folder = ".";
	t_done(file_read(arena_print(arena, "%s/%s", folder, path), 4 << 20,
		   arena, &text, ret_size, &err),
	    err);
	return text;
}

#endif
