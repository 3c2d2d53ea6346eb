#ifndef UI_KEY_SEQUENCE_H
#define UI_KEY_SEQUENCE_H

#include "ui/key_decode.h"

/* One escape sequence at the beginning of bytes; for key_decode.c alone. */
struct sequence {
	size_t size; /* bytes it has; 0: more are needed */
	enum key_code code; /* K_NONE: an answer of the terminal, no key */
	bool begins_paste;
};

struct sequence sequence_read(const char *bytes, size_t size, bool is_late,
    const struct key_sequence *extra, size_t n_extra);

#endif
