#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/hex.h"
#include "desk/inside.h"
#include "desk/marks.h"

/*
 * One line for each key: its name, its hex digits. The marks of identities
 * are made with the first, drafts of the complaint book are shut with the
 * second. Outside the register, so that a copy of it alone tells nothing.
 */
enum { KEY_FILE_MAX = 4096, KEY_FILE_MODE = 0600 };

static const char head[] = "loket-keys 1";

static enum fail
damaged(const struct desk *desk, struct err *err)
{
	return fail_say(err, FAIL_CORRUPT, "desk.keys-damaged",
	    desk->options.key_file, NULL);
}

static bool
take(char **rest, const char *name, uint8_t key[SECRET_KEY_SIZE])
{
	size_t size = strlen(name);
	char *line = *rest, *end = strchr(line, '\n');

	if (end == NULL || strncmp(line, name, size) != 0)
		return false;
	*end = '\0';
	*rest = end + 1;
	if (key == NULL)
		return line[size] == '\0';
	return line[size] == ' ' &&
	    hex_parse(line + size + 1, key, SECRET_KEY_SIZE);
}

static enum fail
read_keys(struct desk *desk, struct err *err)
{
	scoped_arena arena = arena_new();
	char *bytes;
	size_t size;
	enum fail fail;

	fail = file_read(desk->options.key_file, KEY_FILE_MAX, arena, &bytes,
	    &size, err);
	if (fail)
		return fail;
	if (!take(&bytes, head, NULL) ||
	    !take(&bytes, "marks", desk->keys.marks) ||
	    !take(&bytes, "drafts", desk->keys.drafts))
		fail = damaged(desk, err);
	return fail;
}

static enum fail
write_keys(const struct desk *desk, struct err *err)
{
	scoped_arena arena = arena_new();
	char *text = arena_print(arena, "%s\nmarks %s\ndrafts %s\n", head,
	    hex_print(desk->keys.marks, SECRET_KEY_SIZE, arena),
	    hex_print(desk->keys.drafts, SECRET_KEY_SIZE, arena));
	enum fail fail;

	fail = file_write(desk->options.key_file, text, strlen(text),
	    KEY_FILE_MODE, err);
	forget(text, strlen(text));
	return fail;
}

enum fail
key_file_open(struct desk *desk, struct err *err)
{
	struct err none = { 0 };
	enum fail fail = FAIL_MISSING;

	if (desk->options.key_file != NULL)
		fail = read_keys(desk, &none);
	if (fail != FAIL_MISSING)
		return but_missing(fail, &none, err);
	entropy_fill(&desk->options.entropy, desk->keys.marks,
	    sizeof desk->keys.marks);
	entropy_fill(&desk->options.entropy, desk->keys.drafts,
	    sizeof desk->keys.drafts);
	if (desk->options.key_file == NULL || desk_refusal(desk) != NULL)
		return FAIL_NONE;
	return write_keys(desk, err);
}

void
desk_marks_key(const struct desk *desk, uint8_t ret_key[SECRET_KEY_SIZE])
{
	memcpy(ret_key, desk->keys.marks, SECRET_KEY_SIZE);
}

enum fail
desk_take_marks_key(
    struct desk *desk, const uint8_t key[SECRET_KEY_SIZE], struct err *err)
{
	memcpy(desk->keys.marks, key, SECRET_KEY_SIZE);
	return desk->options.key_file == NULL ? FAIL_NONE :
						write_keys(desk, err);
}
