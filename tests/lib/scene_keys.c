#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "scene.h"

static const struct named {
	const char *name, *bytes;
} named[] = {
	{ "Enter", "\r" },	      { "Tab", "\t" },
	{ "Shift-Tab", "\033[Z" },    { "Esc", "\033" },
	{ "Backspace", "\177" },      { "Space", " " },
	{ "Del", "\033[3~" },	      { "Ins", "\033[2~" },
	{ "Up", "\033[A" },	      { "Down", "\033[B" },
	{ "Right", "\033[C" },	      { "Left", "\033[D" },
	{ "Home", "\033[H" },	      { "End", "\033[F" },
	{ "PgUp", "\033[5~" },	      { "PgDn", "\033[6~" },
	{ "Ctrl-Home", "\033[1;5H" }, { "Ctrl-End", "\033[1;5F" },
	{ "Ctrl-Left", "\033[1;5D" }, { "Ctrl-Right", "\033[1;5C" },
	{ "F1", "\033OP" },	      { "F2", "\033OQ" },
	{ "F3", "\033OR" },	      { "F4", "\033OS" },
	{ "F5", "\033[15~" },	      { "F6", "\033[17~" },
	{ "F7", "\033[18~" },	      { "F8", "\033[19~" },
	{ "F9", "\033[20~" },	      { "F10", "\033[21~" },
	{ "F11", "\033[23~" },	      { "F12", "\033[24~" },
};

const char *
scene_key(struct arena *arena, const char *name)
{
	for (size_t i = 0; i < array_length(named); i++)
		if (strcasecmp(named[i].name, name) == 0)
			return named[i].bytes;
	if (strncasecmp(name, "Ctrl-", 5) == 0 && isalpha((int)name[5]) &&
	    name[6] == '\0')
		return arena_print(arena, "%c", toupper((int)name[5]) - '@');
	if (strncasecmp(name, "Alt-", 4) == 0 && name[4] != '\0')
		return arena_print(arena, "\033%s", name + 4);
	/* one character is itself */
	if (name[0] != '\0' && (name[1] == '\0' || (name[0] & 0x80) != 0))
		return name;
	return NULL;
}

char *
scene_unescape(struct arena *arena, const char *text, size_t *ret_size)
{
	static const char from[] = "nrte\\", to[] = "\n\r\t\033\\";
	char *out = arena_alloc(arena, strlen(text) + 1);
	size_t n = 0;

	for (; *text != '\0'; text++) {
		const char *known = text[0] == '\\' && text[1] != '\0' ?
		    strchr(from, text[1]) : NULL;

		if (known != NULL) {
			out[n++] = to[known - from];
			text++;
		} else if (strncmp(text, "\\x", 2) == 0 &&
		    isxdigit((int)text[2]) && isxdigit((int)text[3])) {
			char digits[] = { text[2], text[3], '\0' };

			out[n++] = (char)strtol(digits, NULL, 16);
			text += 3;
		} else {
			out[n++] = *text;
		}
	}
	*ret_size = n;
	return out;
}
