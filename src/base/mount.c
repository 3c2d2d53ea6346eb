#include "base/mount.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"

enum {
	INFO_MAX = 4 << 20,
	/* "36 35 98:0 /mnt1 /mnt2 rw,noatime", then what may or may not be
	 * there up to a "-", then "ext3 /dev/root rw,errors=continue". */
	FIELDS_BEFORE = 6,
	POINT = 4,
	OPTIONS = 5,
	FIELDS_AFTER = 3,
};

/* The next word of a line; NULL at its end. */
static const char *
next_word(const char **at, struct arena *arena)
{
	const char *word = *at + strspn(*at, " ");
	size_t n = strcspn(word, " \n");

	*at = word + n;
	return n == 0 ? NULL : arena_bytes(arena, word, n);
}

/* Blanks, newlines and backslashes are written as \040. */
static const char *
plain(struct arena *arena, const char *word)
{
	char *text = arena_text(arena, word), *to = text;

	for (const char *at = word; *at != '\0'; at++) {
		if (at[0] == '\\' && strspn(at + 1, "01234567") >= 3) {
			*to++ = (char)((at[1] - '0') * 64 + (at[2] - '0') * 8 +
			    (at[3] - '0'));
			at += 3;
		} else {
			*to++ = *at;
		}
	}
	*to = '\0';
	return text;
}

static bool
read_line(const char *line, struct arena *arena, struct mount *mount)
{
	const char *before[FIELDS_BEFORE], *after[FIELDS_AFTER], *word;

	for (int i = 0; i < FIELDS_BEFORE; i++) {
		before[i] = next_word(&line, arena);
		if (before[i] == NULL)
			return false;
	}
	do
		word = next_word(&line, arena);
	while (word != NULL && strcmp(word, "-") != 0);
	for (int i = 0; i < FIELDS_AFTER; i++) {
		after[i] = next_word(&line, arena);
		if (after[i] == NULL)
			return false;
	}
	mount->type = plain(arena, after[0]);
	mount->source = plain(arena, after[1]);
	mount->point = plain(arena, before[POINT]);
	mount->options = arena_print(arena, "%s,%s", before[OPTIONS], after[2]);
	return true;
}

enum fail
mount_find(const char *text, uint64_t number, struct arena *arena,
    struct mount *ret_mount, struct err *err)
{
	struct mount mount;
	char *end;

	for (const char *line = text; *line != '\0';
	     line += strcspn(line, "\n"), line += *line == '\n')
		if (strtoull(line, &end, 10) == number && end > line &&
		    *end == ' ' && read_line(line, arena, &mount)) {
			*ret_mount = mount;
			return FAIL_NONE;
		}
	return fail_set(err, FAIL_MISSING, "no such mount");
}

enum fail
mount_of(int fd, struct arena *arena, struct mount *ret_mount, struct err *err)
{
	struct statx status;
	char *text;
	size_t size;
	enum fail fail;

	if (statx(fd, "", AT_EMPTY_PATH, STATX_MNT_ID, &status) != 0)
		return fail_errno(err, "looking at a mount");
	if ((status.stx_mask & STATX_MNT_ID) == 0)
		return fail_set(err, FAIL_MISSING, "no number of a mount");
	fail = file_read(
	    "/proc/self/mountinfo", INFO_MAX, arena, &text, &size, err);
	if (fail)
		return fail;
	return mount_find(text, status.stx_mnt_id, arena, ret_mount, err);
}
