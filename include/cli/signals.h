#ifndef CLI_SIGNALS_H
#define CLI_SIGNALS_H

#include <signal.h>

#include "ui/term.h"

/*
 * What signals leave behind for whoever asks. A handler gets no context, so
 * this is the one thing of its kind in the program that is not passed down
 * from main.
 */
struct signals {
	volatile sig_atomic_t stop;  /* SIGTERM, SIGHUP or SIGINT has come */
	volatile sig_atomic_t wakes; /* SIGCONTs so far */
	struct term_rescue rescue;   /* what term_open() left for a crash */
};

/*
 * From the first call on the signals to stop do not end the program but are
 * noted, and a crash gives the terminal back before it ends the program. What
 * runs long looks at stop and ends in order.
 */
struct signals *signals_watch(void);

/*
 * For work that ends between two steps: SIGTERM, SIGHUP and SIGINT set stop
 * once; the second of them ends the program as ever.
 */
struct signals *signals_end_gently(void);

/* Signals that are to be errors instead: a closed pipe, a file size limit. */
void signals_ignore(void);

#endif
