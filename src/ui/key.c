#include "ui/key.h"

#include <assert.h>
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"

static const char *const names[K_CODES] = {
	[K_ENTER] = "Enter",
	[K_TAB] = "Tab",
	[K_BACKTAB] = "Shift-Tab",
	[K_ESC] = "Esc",
	[K_BACKSPACE] = "Backspace",
	[K_DELETE] = "Del",
	[K_INSERT] = "Ins",
	[K_UP] = "Up",
	[K_DOWN] = "Down",
	[K_LEFT] = "Left",
	[K_RIGHT] = "Right",
	[K_HOME] = "Home",
	[K_END] = "End",
	[K_PAGE_UP] = "PgUp",
	[K_PAGE_DOWN] = "PgDn",
	[K_WORD_LEFT] = "Ctrl-Left",
	[K_WORD_RIGHT] = "Ctrl-Right",
	[K_FIRST] = "Ctrl-Home",
	[K_LAST] = "Ctrl-End",
	[K_F1] = "F1",
	[K_F2] = "F2",
	[K_F3] = "F3",
	[K_F4] = "F4",
	[K_F5] = "F5",
	[K_F6] = "F6",
	[K_F7] = "F7",
	[K_F8] = "F8",
	[K_F9] = "F9",
	[K_F10] = "F10",
	[K_F11] = "F11",
	[K_F12] = "F12",
	[K_CTRL_A] = "Ctrl-A",
	[K_CTRL_B] = "Ctrl-B",
	[K_CTRL_C] = "Ctrl-C",
	[K_CTRL_D] = "Ctrl-D",
	[K_CTRL_E] = "Ctrl-E",
	[K_CTRL_F] = "Ctrl-F",
	[K_CTRL_G] = "Ctrl-G",
	[K_CTRL_K] = "Ctrl-K",
	[K_CTRL_N] = "Ctrl-N",
	[K_CTRL_O] = "Ctrl-O",
	[K_CTRL_P] = "Ctrl-P",
	[K_CTRL_Q] = "Ctrl-Q",
	[K_CTRL_R] = "Ctrl-R",
	[K_CTRL_S] = "Ctrl-S",
	[K_CTRL_T] = "Ctrl-T",
	[K_CTRL_U] = "Ctrl-U",
	[K_CTRL_V] = "Ctrl-V",
	[K_CTRL_W] = "Ctrl-W",
	[K_CTRL_X] = "Ctrl-X",
	[K_CTRL_Y] = "Ctrl-Y",
	[K_CTRL_Z] = "Ctrl-Z",
	[K_RESIZE] = "Resize",
	[K_STOP] = "Stop",
	[K_IDLE] = "Idle",
};

struct key
key_of(enum key_code code)
{
	return (struct key){ .code = code };
}

struct key
key_text(const char *text)
{
	struct key key = { .code = K_TEXT };
	uint32_t point;
	size_t size = text_decode(text, strlen(text), &point);

	assert(size > 0 && size < sizeof(key.text));
	memcpy(key.text, text, size);
	return key;
}

bool
key_is_letter(const struct key *key, char c)
{
	return key->code == K_TEXT && key->text[1] == '\0' &&
	    toupper((unsigned char)key->text[0]) == toupper((unsigned char)c);
}

int
key_digit(const struct key *key)
{
	if (key->code != K_TEXT || key->text[1] != '\0' ||
	    key->text[0] < '0' || key->text[0] > '9')
		return -1;
	return key->text[0] - '0';
}

void
key_print(const struct key *key, char name[KEY_NAME_SIZE])
{
	const char *found = key->code < K_CODES ? names[key->code] : NULL;

	if (key->code == K_TEXT)
		found = strcmp(key->text, " ") == 0 ? "Space" : key->text;
	text_copy(name, KEY_NAME_SIZE, found != NULL ? found : "?");
}

bool
key_parse(const char *name, struct key *ret_key)
{
	uint32_t point;
	size_t size = strlen(name);

	for (int i = 0; i < K_CODES; i++) {
		if (names[i] != NULL && strcasecmp(names[i], name) == 0) {
			*ret_key = key_of((enum key_code)i);
			return true;
		}
	}
	if (strcasecmp(name, "Space") == 0) {
		*ret_key = key_text(" ");
		return true;
	}
	if (size == 0 || text_decode(name, size, &point) != size ||
	    !text_may_stand(point, false))
		return false;
	*ret_key = key_text(name);
	return true;
}
