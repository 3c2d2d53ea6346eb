#ifndef SCREENS_JOIN_STATE_H
#define SCREENS_JOIN_STATE_H

#include "desk/exchange.h"
#include "screens/entries.h"
#include "screens/screen.h"

/* Joining, for its keys and for what is drawn. */
enum join_phase {
	JOIN_ASKS,
	JOIN_LOOKS, /* painted, before the share is asked */
	JOIN_RUNS,  /* the first round */
	JOIN_IS_IN,
};

struct join_state {
	struct screen screen;
	struct entries entries;
	enum join_phase phase;
	const char *station; /* once it belongs */
	bool is_file_left;
	const char *trouble; /* the last failure, whole */
	struct arena *now;   /* of what was read last */
	struct exchange exchange;
	int64_t before; /* the last run before ours */
	int looks;      /* to wait for it to begin */
	const char *const *paths; /* for F4 */
	size_t n_paths;
	const char **found;
	size_t n_found;
};

void join_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame) nonnull(1, 2, 3);
void join_paint(const struct screen *screen, struct canvas *canvas,
    struct area body) nonnull(1, 2);

#endif
