#include "sync/anchor.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/crypto.h"
#include "base/file.h"
#include "base/hex.h"
#include "sync/line.h"
#include "sync/name.h"

enum { FILE_MAX = 1024 };

static const char *
path_of(struct arena *arena, const char *folder, const struct id *writer)
{
	char name[NAME_WRITER_SIZE];

	name_writer(writer, name);
	return arena_print(arena, "%s/%s.anchor", folder, name);
}

static bool
parse(const char *bytes, size_t size, struct arena *arena,
    const struct id *writer, struct anchor *anchor)
{
	struct problems problems = { .arena = arena };
	const struct directive *line;
	struct document document;

	if (directive_read("anchor", bytes, size, &problems, &document, NULL) ||
	    document.n != 1)
		return false;
	line = document.directives;
	return strcmp(line->name, "anchor") == 0 && line_is(line, 0, "1") &&
	    line_get_id(line, 1, &anchor->writer) &&
	    id_equal(&anchor->writer, writer) &&
	    line_get_ms(line, 2, &anchor->entry) &&
	    line_get_number(line, 3, UINT64_MAX, &anchor->bundle);
}

enum fail
anchor_read(const char *folder, const struct id *writer,
    struct anchor *ret_anchor, struct err *err)
{
	scoped_arena arena = arena_new();
	const char *path = path_of(arena, folder, writer);
	struct anchor anchor;
	char *bytes;
	size_t size;
	enum fail fail = file_read(path, FILE_MAX, arena, &bytes, &size, err);

	if (fail && fail != FAIL_INVALID)
		return fail;
	if (fail || !parse(bytes, size, arena, writer, &anchor))
		return fail_say(
		    err, FAIL_CORRUPT, "sync.anchor-damaged", path, NULL);
	*ret_anchor = anchor;
	return FAIL_NONE;
}

enum fail
anchor_write(const char *folder, const struct anchor *anchor, struct err *err)
{
	scoped_arena arena = arena_new();
	scoped_buf text = { 0 };
	enum fail fail = folder_make(folder, 0700, err);

	if (fail)
		return fail;
	buf_init(&text, FILE_MAX);
	buf_text(&text, "anchor 1");
	line_id(&text, &anchor->writer);
	buf_print(&text, " %lld %llu\n", (long long)anchor->entry,
	    (unsigned long long)anchor->bundle);
	return file_write(path_of(arena, folder, &anchor->writer), text.text,
	    text.size, 0600, err);
}

void
machine_set(struct machine *machine, enum machine_part part,
    const struct id *word, const char *text)
{
	uint8_t hash[HASH_SIZE];

	machine->is_known[part] = *text != '\0';
	memset(machine->part[part], 0, MACHINE_PART_SIZE);
	if (*text == '\0')
		return;
	hash_bytes(text, strlen(text), word->byte, ID_SIZE, hash);
	memcpy(machine->part[part], hash, MACHINE_PART_SIZE);
}

void
machine_print(const struct machine *machine, char text[MACHINE_TEXT_SIZE])
{
	size_t n = 0;

	for (int i = 0; i < MACHINE_PARTS; i++) {
		if (i > 0)
			text[n++] = ' ';
		if (!machine->is_known[i])
			text[n++] = '-';
		for (int b = 0; machine->is_known[i] && b < MACHINE_PART_SIZE;
		     b++, n += 2)
			snprintf(text + n, 3, "%02x", machine->part[i][b]);
	}
	text[n] = '\0';
}

bool
machine_parse(const char *text, struct machine *ret_machine)
{
	struct machine machine = { 0 };
	char word[2 * MACHINE_PART_SIZE + 1];

	for (int i = 0; i < MACHINE_PARTS; i++) {
		size_t n = strcspn(text, " ");

		if (n >= sizeof word)
			return false;
		memcpy(word, text, n);
		word[n] = '\0';
		machine.is_known[i] = strcmp(word, "-") != 0;
		if (machine.is_known[i] &&
		    !hex_parse(word, machine.part[i], MACHINE_PART_SIZE))
			return false;
		text += n;
		if (i + 1 < MACHINE_PARTS && *text++ != ' ')
			return false;
	}
	if (*text != '\0')
		return false;
	*ret_machine = machine;
	return true;
}

bool
machine_is_other(const struct machine *before, const struct machine *now)
{
	int differ = 0, hardware = 0, hardware_differ = 0;

	for (int i = 0; i < MACHINE_PARTS; i++) {
		bool differs;

		if (!before->is_known[i] || !now->is_known[i])
			continue;
		differs = memcmp(before->part[i], now->part[i],
			      MACHINE_PART_SIZE) != 0;
		differ += differs;
		if (i <= MACHINE_NETWORK) {
			hardware++;
			hardware_differ += differs;
		}
	}
	return differ >= 3 || (hardware >= 2 && hardware_differ == hardware);
}

void
machine_follow(struct machine *machine, const struct machine *before)
{
	for (int i = 0; i < MACHINE_PARTS; i++) {
		if (machine->is_known[i] || !before->is_known[i])
			continue;
		machine->is_known[i] = true;
		memcpy(machine->part[i], before->part[i], MACHINE_PART_SIZE);
	}
}
