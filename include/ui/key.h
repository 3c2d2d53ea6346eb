#ifndef UI_KEY_H
#define UI_KEY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"

/*
 * One key, or something else that happens to a screen (resize, stop, idle):
 * there is one way in. Terminals and their bytes are unknown here.
 */
enum key_code {
	K_NONE,	   /* nothing a screen must know: paint again */
	K_UNKNOWN, /* a key no name is known for (Alt-x, Shift-F2) */
	K_TEXT,	   /* one character, in text */
	K_PASTE,   /* pasted text as a whole, newlines included, in paste */
	K_ENTER,
	K_TAB,
	K_BACKTAB,
	K_ESC,
	K_BACKSPACE,
	K_DELETE,
	K_INSERT,
	K_UP,
	K_DOWN,
	K_LEFT,
	K_RIGHT,
	K_HOME,
	K_END,
	K_PAGE_UP,
	K_PAGE_DOWN,
	K_WORD_LEFT,  /* Ctrl-Left */
	K_WORD_RIGHT, /* Ctrl-Right */
	K_FIRST,      /* Ctrl-Home, Ctrl-PgUp */
	K_LAST,	      /* Ctrl-End, Ctrl-PgDn */
	K_F1,
	K_F2,
	K_F3,
	K_F4,
	K_F5,
	K_F6,
	K_F7,
	K_F8,
	K_F9,
	K_F10,
	K_F11,
	K_F12,
	/* H, I, J, M are Backspace, Tab, Enter, Enter; L redraws by itself */
	K_CTRL_A,
	K_CTRL_B,
	K_CTRL_C,
	K_CTRL_D,
	K_CTRL_E,
	K_CTRL_F,
	K_CTRL_G,
	K_CTRL_K,
	K_CTRL_N,
	K_CTRL_O,
	K_CTRL_P,
	K_CTRL_Q,
	K_CTRL_R,
	K_CTRL_S,
	K_CTRL_T,
	K_CTRL_U,
	K_CTRL_V,
	K_CTRL_W,
	K_CTRL_X,
	K_CTRL_Y,
	K_CTRL_Z,
	K_RESIZE, /* the terminal has another size now */
	K_STOP,	  /* a signal, a hang-up: keep drafts and leave */
	K_IDLE,	  /* no key came within the time given to term_read() */
	K_CODES
};

enum { KEY_TEXT_SIZE = 8, KEY_NAME_SIZE = 16 };

struct key {
	enum key_code code;
	char text[KEY_TEXT_SIZE]; /* K_TEXT: valid UTF-8, one character */
	/*
	 * K_PASTE: what was pasted, NUL-terminated, not cleaned, at most 1
	 * MiB; borrowed until the next term_read(). lost counts the bytes
	 * that were too many.
	 */
	const char *paste;
	size_t paste_size;
	size_t paste_lost;
};

/* A key without text. */
struct key key_of(enum key_code code);

/* K_TEXT of the one character at text. */
struct key key_text(const char *text) nonnull(1);

/* Is it the character c (ASCII), upper or lower case alike? */
bool key_is_letter(const struct key *key, char c) nonnull(1);

/* The digit 0..9 it stands for, or -1. */
int key_digit(const struct key *key) nonnull(1);

/*
 * Name for help and scenes: "F2", "Ctrl-S", "Enter", "Tab", "Shift-Tab",
 * "Esc", "PgDn", "Ctrl-Home"; for K_TEXT the character, "Space" for a blank.
 */
void key_print(const struct key *key, char name[KEY_NAME_SIZE]) nonnull(1, 2);

/* Read such a name; false when it is none (ret_key is untouched). */
bool key_parse(const char *name, struct key *ret_key) must_check nonnull(1, 2);

#endif
