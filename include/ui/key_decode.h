#ifndef UI_KEY_DECODE_H
#define UI_KEY_DECODE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"
#include "base/buf.h"
#include "ui/key.h"

/*
 * From the bytes a terminal sends to keys. Pure: no terminal, no time.
 *
 * Every encoding in the field is known at once, whatever TERM says: PuTTY
 * sends ESC [ 11 ~ for F1 while it claims to be an xterm. Esc and a digit is a
 * function key. What a terminal answers to questions (CSI, OSC, DCS replies)
 * and the mouse are swallowed. Bytes that are not UTF-8 are K_UNKNOWN, one for
 * each.
 */
enum { DECODE_PASTE_MAX = 1 << 20, DECODE_EXTRA_MAX = 32,
	DECODE_SEQUENCE_SIZE = 16, DECODE_BURST = 64, DECODE_FLOOD = 1024 };

struct key_sequence {
	char bytes[DECODE_SEQUENCE_SIZE];
	enum key_code code;
};

struct key_decoder {
	struct buf in;	 /* bytes not yet understood start at `at` */
	size_t at;
	struct buf paste;
	size_t paste_lost;
	bool is_pasting;
	bool is_paste_given; /* the paste was handed out: forget it */
	struct key_sequence extra[DECODE_EXTRA_MAX]; /* from terminfo */
	size_t n_extra;
};

void key_decoder_init(struct key_decoder *decoder) nonnull(1);
void key_decoder_done(struct key_decoder *decoder);

/* A sequence this terminal has besides; ignored when it is not one. */
void key_decoder_learn(struct key_decoder *decoder, const char *bytes,
    enum key_code code) nonnull(1, 2);

void key_decoder_feed(struct key_decoder *decoder, const char *bytes,
    size_t size) nonnull(1, 2);

/*
 * The next key, or false when more bytes are needed. is_late: none came for
 * as long as Esc is given, so what is there is all there is. A run of
 * DECODE_BURST characters or more that came at once is a K_PASTE: nobody
 * types ahead that far; with newlines and tabs in it, of DECODE_FLOOD.
 */
bool key_decoder_next(struct key_decoder *decoder, bool is_late,
    struct key *ret_key) must_check nonnull(1, 3);

/* Is something there that no key was made of yet? */
bool key_decoder_is_waiting(const struct key_decoder *decoder) nonnull(1);

/*
 * How many milliseconds to wait for the rest before calling it late: a lone
 * Esc is answered after escape_ms; a sequence or a character that has begun
 * ends, however slow the line, and a paste too.
 */
int key_decoder_patience(const struct key_decoder *decoder, int escape_ms)
    nonnull(1);

/* Forget everything that came. */
void key_decoder_drop(struct key_decoder *decoder) nonnull(1);

#endif
