#ifndef UI_TERM_INPUT_H
#define UI_TERM_INPUT_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>

#include "ui/key_decode.h"

/*
 * The reading half of a terminal: waiting for bytes without losing a signal
 * between looking and waiting. Knows nothing of curses, whose reading spins
 * after a hang-up and parts characters that arrive in two pieces.
 */
struct term_input {
	int fd;
	int escape_ms;
	const volatile sig_atomic_t *stop;  /* or NULL */
	const volatile sig_atomic_t *wakes; /* or NULL */
	sig_atomic_t wakes_seen;
	bool is_over; /* hang-up, end of file */
	bool is_late; /* the bytes that wait waited long enough */
	unsigned long long n_bytes;
	struct key_decoder decoder;
	sigset_t before; /* while signals are held */
};

enum input_event {
	INPUT_BYTES,
	INPUT_NOTHING, /* the time is over */
	INPUT_SIGNAL,  /* something arrived: look at flags and size */
	INPUT_OVER,
};

/* Hold back the signals that end a wait, but while it lasts; and let go. */
void input_hold(struct term_input *input);
void input_let_go(struct term_input *input);

bool input_is_stopped(const struct term_input *input);

/* Was the process continued since the last call? */
bool input_woke(struct term_input *input);

/* Is there a byte to read at once? */
bool input_is_ready(const struct term_input *input);

/* Wait at most timeout_ms (negative: no limit) and read what is there. */
enum input_event input_wait(struct term_input *input, int timeout_ms);

/* Names of keys in terminfo, and what they are. */
struct term_capability {
	char name[6];
	enum key_code code;
};
extern const struct term_capability term_capabilities[];
extern const size_t term_capabilities_n;

/* Bytes that are no part of what curses draws; it must have flushed. */
void term_send(const char *text);

#endif
