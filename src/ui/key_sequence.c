#include "ui/key_sequence.h"

#include <string.h>

/* Terminals end their answers sooner or later; a stray introducer must not
 * swallow what is typed after it for ever. */
enum { ESCAPE = 0x1B, ANSWER_MAX = 4096, CSI_MAX = 32, MODIFIER_CTRL = 4 };

static const struct sequence more = { 0, K_NONE, false };

/* ESC [ n ~ */
static enum key_code
key_of_number(int number)
{
	static const enum key_code codes[] = {
		[1] = K_HOME, [2] = K_INSERT, [3] = K_DELETE, [4] = K_END,
		[5] = K_PAGE_UP, [6] = K_PAGE_DOWN, [7] = K_HOME, [8] = K_END,
		[11] = K_F1, [12] = K_F2, [13] = K_F3, [14] = K_F4,
		[15] = K_F5, [17] = K_F6, [18] = K_F7, [19] = K_F8,
		[20] = K_F9, [21] = K_F10, [23] = K_F11, [24] = K_F12,
	};

	if (number < 0 || (size_t)number >= array_length(codes) ||
	    codes[number] == K_NONE)
		return K_UNKNOWN;
	return codes[number];
}

/* ESC [ X and ESC O X; K_NONE for what is no key. */
static enum key_code
key_of_letter(char letter)
{
	switch (letter) {
	case 'A': return K_UP;
	case 'B': return K_DOWN;
	case 'C': return K_RIGHT;
	case 'D': return K_LEFT;
	case 'E': return K_UNKNOWN; /* the middle of the numeric pad */
	case 'F': return K_END;
	case 'H': return K_HOME;
	case 'M': return K_ENTER;
	case 'P': return K_F1;
	case 'Q': return K_F2;
	case 'R': return K_F3;
	case 'S': return K_F4;
	case 'Z': return K_BACKTAB;
	}
	return K_NONE;
}

static bool
is_function(enum key_code code)
{
	return code >= K_F1 && code <= K_F12;
}

/* The same key with Ctrl, Shift or Alt: modifier is 1 + their bits. */
static enum key_code
with_modifier(enum key_code code, int modifier)
{
	static const struct ctrl {
		enum key_code plain, ctrl;
	} ctrls[] = {
		{ K_HOME, K_FIRST },	     { K_PAGE_UP, K_FIRST },
		{ K_END, K_LAST },	     { K_PAGE_DOWN, K_LAST },
		{ K_LEFT, K_WORD_LEFT }, { K_RIGHT, K_WORD_RIGHT },
	};

	if (modifier <= 1 || code == K_NONE)
		return code;
	if (is_function(code))
		return K_UNKNOWN;
	if (((modifier - 1) & MODIFIER_CTRL) == 0)
		return code;
	for (size_t i = 0; i < array_length(ctrls); i++)
		if (ctrls[i].plain == code)
			return ctrls[i].ctrl;
	return code;
}

/* Numbers "24;5" of a sequence; 0 where there is none. */
static void
read_numbers(const char *bytes, size_t size, int number[2])
{
	size_t which = 0;

	number[0] = number[1] = 0;
	for (size_t i = 0; i < size && which < 2; i++) {
		if (bytes[i] == ';')
			which++;
		else if (bytes[i] >= '0' && bytes[i] <= '9' &&
		    number[which] < 10000)
			number[which] = number[which] * 10 + bytes[i] - '0';
	}
}

static enum key_code
key_of_csi(const char *parameters, size_t size, char last)
{
	int number[2];

	/* ? < = > begin answers of a terminal and mouse reports */
	if (size > 0 && parameters[0] > ';')
		return K_NONE;
	read_numbers(parameters, size, number);
	if (last == '~')
		return with_modifier(key_of_number(number[0]), number[1]);
	if (last == '^') /* rxvt's Ctrl */
		return with_modifier(key_of_number(number[0]),
		    1 + MODIFIER_CTRL);
	/* with numbers, R and M are the cursor's place and the mouse */
	if (size > 0 && (last == 'R' || last == 'M'))
		return K_NONE;
	return with_modifier(key_of_letter(last), number[1]);
}

/* ESC [ ... */
static struct sequence
read_csi(const char *bytes, size_t size, bool is_late)
{
	size_t at = 2;

	/* the Linux console: ESC [ [ A */
	if (size > 2 && bytes[2] == '[') {
		if (size < 4)
			return is_late ? (struct sequence){ size, K_UNKNOWN,
				false } : more;
		if (bytes[3] < 'A' || bytes[3] > 'E')
			return (struct sequence){ 4, K_UNKNOWN, false };
		return (struct sequence){ 4,
			(enum key_code)(K_F1 + (bytes[3] - 'A')), false };
	}
	while (at < size && at < CSI_MAX && bytes[at] >= 0x20 &&
	    bytes[at] < 0x40)
		at++;
	if (at == size && !is_late)
		return more;
	if (at == size || at == CSI_MAX || bytes[at] < 0x40 ||
	    bytes[at] > 0x7E)
		return (struct sequence){ at, K_UNKNOWN, false };
	if (at == 5 && memcmp(bytes + 2, "200~", 4) == 0)
		return (struct sequence){ 6, K_NONE, true };
	/* the mouse as X10 reports it has three bytes after its letter */
	if (at == 2 && bytes[at] == 'M') {
		if (size < 6 && !is_late)
			return more;
		return (struct sequence){ size < 6 ? size : 6, K_NONE, false };
	}
	return (struct sequence){ at + 1, key_of_csi(bytes + 2, at - 2,
		bytes[at]), false };
}

/* ESC O ... */
static struct sequence
read_ss3(const char *bytes, size_t size, bool is_late)
{
	size_t at = 2;
	int number[2];

	while (at < size && at < 5 &&
	    ((bytes[at] >= '0' && bytes[at] <= '9') || bytes[at] == ';'))
		at++;
	if (at == size)
		return is_late ? (struct sequence){ size, K_UNKNOWN, false } :
		    more;
	read_numbers(bytes + 2, at - 2, number);
	return (struct sequence){ at + 1, with_modifier(
		key_of_letter(bytes[at]), number[0]), false };
}

/* ESC ] ..., ESC P ...: an answer, to BEL or ESC \. */
static struct sequence
read_answer(const char *bytes, size_t size, bool is_late)
{
	for (size_t at = 2; at < size; at++) {
		if (bytes[at] == '\a')
			return (struct sequence){ at + 1, K_NONE, false };
		if (bytes[at] == ESCAPE && at + 1 < size)
			return (struct sequence){ bytes[at + 1] == '\\' ?
				    at + 2 : at, K_NONE, false };
	}
	if (is_late || size > ANSWER_MAX)
		return (struct sequence){ size == 2 ? 2 : size,
			size == 2 ? K_UNKNOWN : K_NONE, false };
	return more;
}

static struct sequence
read_extra(const char *bytes, size_t size, const struct key_sequence *extra,
    size_t n_extra)
{
	for (size_t i = 0; i < n_extra; i++) {
		size_t length = strlen(extra[i].bytes);

		if (length <= size &&
		    memcmp(bytes, extra[i].bytes, length) == 0)
			return (struct sequence){ length, extra[i].code,
				false };
	}
	return more;
}

/* Esc and a digit, Esc Tab; any other Alt key has no name. */
static struct sequence
read_pair(char second)
{
	if (second >= '1' && second <= '9')
		return (struct sequence){ 2,
			(enum key_code)(K_F1 + (second - '1')), false };
	if (second == '0')
		return (struct sequence){ 2, K_F10, false };
	if (second == '\t')
		return (struct sequence){ 2, K_BACKTAB, false };
	if (second == ESCAPE)
		return (struct sequence){ 1, K_ESC, false };
	return (struct sequence){ 2, K_UNKNOWN, false };
}

struct sequence
sequence_read(const char *bytes, size_t size, bool is_late,
    const struct key_sequence *extra, size_t n_extra)
{
	struct sequence found;

	if (size == 1)
		return is_late ? (struct sequence){ 1, K_ESC, false } : more;
	/* what every terminal sends comes first, what one TERM claims last */
	if (bytes[1] == '[')
		found = read_csi(bytes, size, is_late);
	else if (bytes[1] == 'O')
		found = read_ss3(bytes, size, is_late);
	else if (strchr("]P^_X", bytes[1]) != NULL && bytes[1] != '\0')
		found = read_answer(bytes, size, is_late);
	else
		found = read_pair(bytes[1]);
	if (found.size > 0 && !found.begins_paste &&
	    (found.code == K_UNKNOWN || found.code == K_NONE)) {
		struct sequence other = read_extra(bytes, size, extra,
		    n_extra);

		if (other.size > 0)
			return other;
	}
	return found;
}
